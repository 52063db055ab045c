// Classes: inheritance, override, super, convenience and required initializers, deinit, identity.
class Animal {
    let name: String
    var sound: String { "..." }
    init(name: String) { self.name = name }
    convenience init() { self.init(name: "nobody") }
    func speak() -> String { "\(name) says \(sound)" }
    class func kind() -> String { "animal" }
    deinit { print("bye", name) }
}
class Dog: Animal {
    var tricks: [String] = []
    override var sound: String { "woof" }
    override func speak() -> String { super.speak() + "!" }
    override class func kind() -> String { "dog" }
}
final class Puppy: Dog {
    let age: Int
    init(name: String, age: Int) {
        self.age = age
        super.init(name: name)
        tricks.append("sit")
    }
    override var sound: String { "yip" }
}
var pets: [Animal] = [Animal(), Dog(name: "Rex"), Puppy(name: "Bit", age: 1)]
for pet in pets { print(pet.speak(), type(of: pet), type(of: pet).kind()) }
print(pets[1] is Dog, pets[0] is Dog, (pets[2] as? Dog)?.tricks ?? [], pets[0] as? Dog == nil)
let rex = pets[1]
print(rex === pets[1], rex === pets[2], rex !== pets[0])
pets.removeFirst()
pets.removeAll()
print("emptied")
func scope() {
    let local = Puppy(name: "Temp", age: 2)
    print(local.age, local.tricks)
}
scope()
print(rex.name)
