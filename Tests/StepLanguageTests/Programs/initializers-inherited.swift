// Initializers that nobody wrote can be overridden, and overriding all designated ones inherits the convenience ones.
class Vehicle {
    var wheels = 0
    var text: String { "\(wheels) wheels" }
}
class Bicycle: Vehicle {
    override init() {
        super.init()
        wheels = 2
    }
}
print(Vehicle().text, Bicycle().text)

class Food {
    var name: String
    init(name: String) { self.name = name }
    convenience init() { self.init(name: "[unnamed]") }
}
class Ingredient: Food {
    var quantity: Int
    init(name: String, quantity: Int) {
        self.quantity = quantity
        super.init(name: name)
    }
    override convenience init(name: String) { self.init(name: name, quantity: 1) }
}
class Item: Ingredient {
    var isBought = false
    var text: String { "\(quantity) × \(name)" + (isBought ? " ✔" : " ✘") }
}
print(Ingredient().name, Ingredient(name: "bacon").quantity)
for item in [Item(), Item(name: "bacon"), Item(name: "eggs", quantity: 6)] { print(item.text) }

struct Machine<State: Hashable, Event: Hashable> {
    private struct Key: Hashable {
        let state: State
        let event: Event
    }
    private var steps: [Key: State] = [:]
    mutating func on(_ event: Event, from: State, to: State) { steps[Key(state: from, event: event)] = to }
    func next(_ state: State, _ event: Event) -> State? { steps[.init(state: state, event: event)] }
}
var machine = Machine<String, Int>()
machine.on(5, from: "idle", to: "paid")
print(machine.next("idle", 5) ?? "none", machine.next("idle", 6) ?? "none")
print(UInt8(ascii: "a"), Array(CollectionOfOne(7)), EmptyCollection<Int>().count, EmptyCollection<String>().isEmpty)
class F { var n: String; init(n: String) { self.n = n }; convenience init() { self.init(n: "u") } }
class G: F { var q = 1; override init(n: String) { q = 5; super.init(n: n) } }
print(G().q)
var made = 0
func next() -> Int { made += 1; return made }
class H: F { let id = next() }
print(H().id, H(n: "v").id, made)
