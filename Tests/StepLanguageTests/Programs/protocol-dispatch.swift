// Requirements dispatch dynamically, other extension members statically.
protocol Greeter { func hello() -> String }
extension Greeter {
    func hello() -> String { "default hello" }
    func goodbye() -> String { "default goodbye" }
}
struct Polite: Greeter {
    func hello() -> String { "good day" }
    func goodbye() -> String { "farewell" }
}
let polite = Polite()
let greeter: any Greeter = polite
print(polite.hello(), greeter.hello())
print(polite.goodbye(), greeter.goodbye())
func call<G: Greeter>(_ g: G) -> String { g.hello() + ", " + g.goodbye() }
print(call(polite))
class Base: Greeter {}
class Derived: Base { func hello() -> String { "derived" } }
let d: any Greeter = Derived()
print(d.hello(), Derived().hello())
protocol P { var id: Int { get } }
extension P where Self: Equatable { func same(_ o: Self) -> Bool { self == o } }
struct E: P, Equatable { var id: Int }
print(E(id: 1).same(E(id: 1)), E(id: 1).same(E(id: 2)))
extension Array where Element: P { var ids: [Int] { map(\.id) } }
print([E(id: 3), E(id: 4)].ids)
extension Collection where Element: Numeric { func total() -> Element { reduce(0, +) } }
print([1, 2, 3].total(), [0.5, 0.25].total(), Set([4, 5]).total())
