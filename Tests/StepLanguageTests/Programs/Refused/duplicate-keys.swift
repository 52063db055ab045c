let keys = ["a", "b", "a"]
let d = Dictionary(uniqueKeysWithValues: zip(keys, 1...))  // stops: Duplicate values for key: 'a'
print(d.count)
