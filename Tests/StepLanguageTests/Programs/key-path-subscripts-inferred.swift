struct Emp { var skills: [String]; var n: [Int] }
let s = [Emp(skills: ["a", "b"], n: [4, 5])]
print(s[0][keyPath: \.skills[1]])
print(s[0][keyPath: \.skills[1]], [10, 20, 30][keyPath: \.[2]])
