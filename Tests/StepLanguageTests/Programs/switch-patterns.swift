// switch over values, ranges, tuples, bindings, where, and fallthrough.
func describe(_ n: Int) -> String {
    switch n {
    case ..<0: return "negative"
    case 0: return "zero"
    case 1, 2, 3: return "small"
    case 4..<10: return "medium"
    case let x where x % 2 == 0: return "even \(x)"
    default: return "odd"
    }
}
for n in [-5, 0, 2, 7, 10, 11] { print(n, describe(n)) }
func quadrant(_ p: (Int, Int)) -> String {
    switch p {
    case (0, 0): "origin"
    case (_, 0): "x axis"
    case (0, _): "y axis"
    case (let x, let y) where x == y: "diagonal \(x)"
    case let (x, y): "(\(x), \(y))"
    }
}
for p in [(0, 0), (3, 0), (0, 2), (4, 4), (1, -1)] { print(quadrant(p)) }
func vowels(_ text: String) -> Int {
    var count = 0
    for c in text {
        switch c {
        case "a", "e", "i", "o", "u": count += 1
        default: break
        }
    }
    return count
}
print(vowels("interpreter"))
switch 2 {
case 2: print("two"); fallthrough
case 3: print("three")
default: print("other")
}
let grade = 87.5
switch grade {
case 90...: print("A")
case 80..<90: print("B")
default: print("C")
}
let any: Any = 3.5
switch any {
case let i as Int: print("int", i)
case let d as Double where d > 3: print("double", d)
case is String: print("string")
default: print("other")
}
switch (Optional(3), "x") {
case (nil, _): print("none")
case (3?, "x"): print("three x")
case (let v?, _): print(v)
}
