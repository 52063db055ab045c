// Metatypes compared, cast, joined; the class in SomeClass & P.
protocol Shape { init(); var name: String { get } }
class Base { class var n: String { "base" } }
class Sub: Base { override class var n: String { "sub" } }
class Sub2: Base {}
struct A: Shape { var name = "A" }
final class F: Shape { let name = "F" }
let s: any Shape = A()
print(type(of: s) == A.self, type(of: s) == F.self)
let t: any Shape.Type = A.self
var seen: [ObjectIdentifier: Int] = [:]
seen[ObjectIdentifier(t), default: 0] += 1
seen[ObjectIdentifier(A.self), default: 0] += 1
seen[ObjectIdentifier(type(of: s)), default: 0] += 1
print(seen.count, seen[ObjectIdentifier(F.self)] as Any, t == A.self, t != F.self)
print([Sub.self, Sub2.self, Base.self].map { $0.n }, [Int.self, Int.self].count)
let kinds: [Any.Type] = [Int.self, String.self, A.self]
print(kinds.map { "\($0)" }, kinds[0] == Int.self)
func f(_ k: Base & Marker) -> Int { k.count + k.marked }
protocol Marker { var marked: Int { get } }
class Counted: Base, Marker { var marked = 1 }
extension Base { var count: Int { 5 } }
print(f(Counted()))
class K { var n = 2; func m() -> Int { n } }
protocol B { var b: Int { get set } }
class KB: K, B { var b = 7 }
func h(_ x: K & B) -> Int { x.n + x.b + x.m() }
func w(_ x: K & B) { x.n = 10; x.n += 1 }
let kb = KB(); w(kb); print(h(kb))
let up: K = kb as K & B
print(up.n, (kb as K & B) is K)
func up2(_ x: K & B) -> K { x }
print(up2(kb).n)
let one: Any.Type = Sub.self
print(one is any Shape.Type, one is Base.Type, A.self is any Shape.Type, (Int.self as Any.Type) is any Shape.Type)
