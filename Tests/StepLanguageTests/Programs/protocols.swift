// Protocols with requirements, default implementations, existentials, static and mutating requirements.
protocol Shape { var area: Double { get }; var name: String { get }; func describe() -> String }
extension Shape {
    var name: String { "shape" }
    func describe() -> String { "\(name) of area \(area)" }
    func twice() -> Double { area * 2 }
}
struct Square: Shape { var side: Double; var area: Double { side * side }; var name: String { "square" } }
struct Disc: Shape { var radius: Double; var area: Double { 3 * radius * radius }; func describe() -> String { "a round thing" } }
let shapes: [any Shape] = [Square(side: 2), Disc(radius: 1)]
for s in shapes { print(s.describe(), s.twice(), s.name) }
print(shapes.map(\.area).reduce(0, +))
protocol Counter { static var start: Int { get }; var count: Int { get set }; mutating func step(); init(count: Int) }
extension Counter { mutating func step() { count += 1 }; init() { self.init(count: Self.start) } }
struct Ten: Counter { static let start = 10; var count: Int }
class Hundred: Counter { static var start: Int { 100 }; var count: Int; required init(count: Int) { self.count = count } }
var ten = Ten()
ten.step()
let hundred = Hundred()
var same = hundred
same.step()
print(ten.count, hundred.count)
func run<C: Counter>(_ type: C.Type) -> Int { var c = C(); c.step(); c.step(); return c.count }
print(run(Ten.self), run(Hundred.self))
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
struct Person: Named, Aged { let name: String; let age: Int }
func card(_ p: Named & Aged) -> String { "\(p.name) (\(p.age))" }
print(card(Person(name: "Ada", age: 36)))
let anything: Any = Person(name: "Bob", age: 5)
if let named = anything as? Named { print(named.name) }
print(anything is Aged, 5 is Named)
func largest(_ a: some Shape, _ b: some Shape) -> String { a.area > b.area ? a.name : b.name }
print(largest(Square(side: 3), Disc(radius: 1)))
func make() -> some Shape { Square(side: 1.5) }
print(make().area)
