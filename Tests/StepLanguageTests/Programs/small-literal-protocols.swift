// Own types from literals, in calls and collections.
struct Meters: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible { let v: Double
    init(_ v: Double) { self.v = v }
    init(integerLiteral n: Int) { v = Double(n) }
    init(floatLiteral x: Double) { v = x }
    var description: String { "\(v)m" }
    static func + (a: Meters, b: Meters) -> Meters { Meters(a.v + b.v) }
    static func * (k: Double, m: Meters) -> Meters { Meters(k * m.v) }
}
struct Tag: ExpressibleByStringLiteral, Hashable { let name: String; init(stringLiteral s: String) { name = s.lowercased() } }
struct Vec: ExpressibleByArrayLiteral { let c: [Double]; init(arrayLiteral e: Double...) { c = e } }
struct Config: ExpressibleByDictionaryLiteral { var d: [String: Int] = [:]; init(dictionaryLiteral e: (String, Int)...) { for (k, v) in e { d[k] = v } } }
let total: Meters = 5 + 2.5
print(total, 2 * total, [1, 2.5] as [Meters], ([3, 4] as Vec).c, Tag("X").name, ("Y" as Tag) == "y")
func walk(_ m: Meters, _ t: Tag = "none") -> String { "\(m) \(t.name)" }
print(walk(3), walk(1.5, "FAST"), (["a": 1, "b": 2] as Config).d["b"]!)
let tags: Set<Tag> = ["A", "a", "B"]
print(tags.count, tags.contains("b"))
extension Tag { init(_ s: String) { self.init(stringLiteral: s) } }
