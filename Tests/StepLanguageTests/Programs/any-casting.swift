// Any, as?, as!, is, heterogeneous arrays, type(of:).
let things: [Any] = [1, "two", 3.0, [4, 5], ("six", 7), true, Optional<Int>.none as Any, { (x: Int) in x }]
for thing in things {
    switch thing {
    case let n as Int: print("Int", n)
    case let s as String: print("String", s)
    case let d as Double: print("Double", d)
    case let a as [Int]: print("array", a)
    case let (name, n) as (String, Int): print("tuple", name, n)
    case is Bool: print("Bool")
    case let f as (Int) -> Int: print("function", f(3))
    default: print("something else")
    }
}
print(things[0] as! Int + 1, things[1] as? Int as Any, (things[1] as? String)?.count ?? 0)
class A { var n: String { "A" } }
class B: A { override var n: String { "B" } }
class C: B { override var n: String { "C" } }
let objects: [A] = [A(), B(), C()]
print(objects.map(\.n), objects.compactMap { $0 as? B }.map(\.n), objects.filter { $0 is C }.count, type(of: objects[2]), type(of: objects[2]) == C.self)
let mixed: [String: Any] = ["n": 1, "s": "x"]
if let n = mixed["n"] as? Int { print(n) }
print(mixed["missing"] as? Int as Any)
func name<T>(_ x: T) -> String { "\(T.self)" }
print(name(1), name("s"), name([1.5]), name((1, "a")), name(["k": 1]), name(Optional(1)), type(of: 1...2), type(of: [1: "a"]))
let optional: Any? = 5
if let value = optional as? Int { print("was", value) }
let doubles = [1, 2, 3] as [Double]
print(doubles, 1 as Double, "x" as Character, [1, "a"] as [Any], nil as Int? as Any)
