// Optionals of optionals, dictionaries of optionals, try? flattening.
let d: [String: Int?] = ["a": 1, "b": nil]
print(d["a"] as Any, d["b"] as Any, d["c"] as Any, d.count)
if let inner = d["b"] { print("present", inner as Any) }
if case .some(.none) = d["b"] { print("present but nil") }
var m: [String: Int?] = [:]
m["x"] = .some(nil)
print(m.count, m["x"]! as Any)
m["x"] = nil
print(m.count)
let list: [Int?] = [1, nil, 3]
print(list.compactMap { $0 }, list.map { $0 ?? 0 }, list.first as Any, list.first! as Any)
func maybe() throws -> Int? { nil }
print((try? maybe()) as Any)
let x: Int?? = 5
print(x == 5, x! == 5, x == nil, x! == nil)
print((list.first ?? nil) as Any, list.contains(nil), list.firstIndex(of: 3)!)
