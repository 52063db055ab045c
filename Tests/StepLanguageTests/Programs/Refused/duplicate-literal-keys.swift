let k = "a"
let d = [k: 1, "a": 2]  // stops: Dictionary literal contains duplicate keys
print(d.count)
