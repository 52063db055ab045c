// Sets and dictionaries with tuple-like keys made of structs, enums and arrays.
struct Key: Hashable { let a: Int; let b: String }
enum Shape: Hashable { case dot, box(Int, Int) }
var table: [Key: Double] = [Key(a: 1, b: "x"): 0.5]
table[Key(a: 1, b: "x"), default: 0] += 1
table[Key(a: 2, b: "x"), default: 0] += 1
print(table.count, table[Key(a: 1, b: "x")]!, table[Key(a: 3, b: "")] as Any)
let byArray: [[Int]: String] = [[1, 2]: "a", []: "empty"]
print(byArray[[1, 2]]!, byArray[[]]!, byArray[[2, 1]] as Any)
var shapes: [Shape: Int] = [:]
for s in [Shape.dot, .box(1, 2), .dot, .box(2, 1), .box(1, 2)] { shapes[s, default: 0] += 1 }
print(shapes[.dot]!, shapes[.box(1, 2)]!, shapes[.box(9, 9)] as Any)
let optional: [Int?: String] = [nil: "none", 1: "one"]
print(optional[nil]!, optional[1]!, Set<Set<Int>>([[1, 2], [2, 1]]).count, Set([1.0, 1, 2]).count, Set(["a", "b"]) == ["b", "a"])
print(Dictionary(grouping: 1...6) { $0 % 3 == 0 }[true]!, [true: 1, false: 0][true]!, ["é": 1]["e\u{301}"]!)
