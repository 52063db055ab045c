// Which overload is meant: generic, optional, variadic, inherited, in extensions.
func f(_ x: Int) -> String { "int" }
func f(_ x: Double) -> String { "double" }
func f(_ x: String) -> String { "string" }
func f<T>(_ x: T) -> String { "generic" }
func f<T: Comparable>(_ x: [T]) -> String { "array" }
func f(_ x: Int?) -> String { "optional int" }
func f(_ x: Any) -> String { "any" }
print(f(1), f(1.0), f("a"), f([1]), f(true), f(Int?.some(1)), f(nil as Int?), f((1, 2)), f(1 + 2), f(1 + 2.0), f(Character("a")))
func g(_ x: Int, _ y: Int = 0) -> String { "two" }
func g(_ x: Int) -> String { "one" }
func g(_ xs: Int...) -> String { "many" }
print(g(1), g(1, 2), g(1, 2, 3), g())
func h(_ f: (Int) -> Int) -> String { "1" }
func h(_ f: (Int, Int) -> Int) -> String { "2" }
print(h { $0 + 1 }, h { $0 + $1 }, h { a in a }, h { a, b in b })
protocol P { func name() -> String }; extension P { func name() -> String { "P" }; func other() -> String { "P.other" } }
struct A: P {}; struct B: P { func name() -> String { "B" }; func other() -> String { "B.other" } }
let ps: [any P] = [A(), B()]; print(ps.map { $0.name() }, ps.map { $0.other() }, B().other())
extension Array { func mid() -> String { "array" } }; extension Array where Element == Int { func mid() -> String { "ints" } }; extension Collection { func mid() -> String { "coll" } }
print([1].mid(), ["a"].mid(), (1...2).mid(), [1][...].mid())
class Base { func m(_ x: Int) -> String { "b-int" }; func m(_ x: Any) -> String { "b-any" } }
class Sub: Base { override func m(_ x: Int) -> String { "s-int" }; func m(_ x: Double) -> String { "s-double" } }
print(Sub().m(1), Sub().m(1.5), Sub().m("a"), (Sub() as Base).m(1), (Sub() as Base).m(2.5))
struct M { static func * (a: M, b: Double) -> String { "m*d" }; static func * (a: Double, b: M) -> String { "d*m" }; static func * (a: M, b: M) -> String { "m*m" } 
 static func + (a: M, b: Int) -> String { "m+i" }; static func == (a: M, b: Double) -> Bool { true } }
let m = M(); print(m * 2, 2 * m, m * m, m + 3, m == 2, m * (1 + 2), (3 - 1) * m)
extension Int { static func * (a: Int, b: String) -> String { String(repeating: b, count: a) } }; print(3 * "ab", 2 * 3)
struct Box<T> { let v: T; init(_ v: T) { self.v = v } }; extension Box where T == Int { init(_ v: String) { self.v = v.count } }
print(Box("abc").v, Box<Int>("abc").v, Box(2).v, [Box(1), Box(2)].map(\.v))
func opt(_ x: Int?) -> Int { x ?? -1 }; print(opt(3), opt(nil), [1, nil].map(opt), (try? { () throws -> Int in 3 }()) ?? 0)
let fs: [(Int) -> Int] = [{ $0 }, { $0 * 2 }, { x in x + 1 }, abs]; print(fs.map { $0(-2) })
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }; print(curry(+)(1)(2), curry { (a: String, b: Int) in "\(a)\(b)" }("x")(1), [1, 2].map(curry(*)(10)))
print(["b": 2, "a": 1].sorted { $0.key < $1.key }.map { "\($0)\($1)" }, ["x": 1].map { (k, v) in (v, k) }.first!, [3, 1].sorted(by: >), [3, 1].sorted(by: { $0 < $1 }), ["a", "B"].sorted { $0.lowercased() < $1.lowercased() })
