// A value of an existential handed to a generic function, and static members of its type.
protocol Animal {
    associatedtype Food: CustomStringConvertible
    static var sound: String { get }
    static func family(_ n: Int) -> String
    var name: String { get }
    func eat(_ food: Food) -> String
    func preferred() -> Food
}
extension Animal {
    static func family(_ n: Int) -> String { "\(n) of \(Self.self)" }
    static var loud: String { sound.uppercased() }
}
struct Hay: CustomStringConvertible { var description: String { "hay" } }
struct Cow: Animal {
    static let sound = "moo"
    let name: String
    func eat(_ food: Hay) -> String { "\(name) chews \(food)" }
    func preferred() -> Hay { Hay() }
}
final class Dog: Animal {
    static var sound: String { "woof" }
    static func family(_ n: Int) -> String { "a pack of \(n)" }
    let name: String
    init(name: String) { self.name = name }
    func eat(_ food: String) -> String { "\(name) wolfs \(food)" }
    func preferred() -> String { "biscuits" }
}
func feed<A: Animal>(_ animal: A) -> String { animal.eat(animal.preferred()) + " \(A.self) \(A.sound)" }
func same<A: Animal>(_ animal: A, times n: Int = 1) -> A { print("\(n)x", A.self); return animal }
func some(_ animal: some Animal) -> String { type(of: animal).family(2) }
func isEqual<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T) == a }
func equal(_ a: any Equatable, _ b: any Equatable) -> Bool { isEqual(a, b) }
struct Farm {
    var log: [String] = []
    mutating func add<A: Animal>(_ animal: A) { log.append("\(A.self):\(animal.name)") }
}
let farm: [any Animal] = [Cow(name: "Bess"), Dog(name: "Rex")]
var kept = Farm()
for animal in farm {
    print(feed(animal), same(animal, times: 3).name, some(animal))
    print(type(of: animal).sound, type(of: animal).loud, type(of: animal).family(4))
    kept.add(animal)
}
print(kept.log, farm.map { type(of: $0).sound })
print(equal(1, 1), equal(1, "1"), equal("x", "x"))
