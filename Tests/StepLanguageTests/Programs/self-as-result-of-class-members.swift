// Self as a result of class members: the class that the member is used on.
class Animal {
    var name = "?"
    required init() {}
    func named(_ name: String) -> Self { self.name = name; return self }
    static func make() -> Self { Self() }
    class func pair() -> (Animal, Animal) { (Self(), Self()) }
    var me: Self { self }
    func copy() -> Self { let made = type(of: self).init(); made.name = name; return made }
    func ifNamed(_ name: String) -> Self? { self.name == name ? self : nil }
    subscript(name: String) -> Self { named(name) }
    static func several(_ names: String...) -> [Animal] { names.map { Self().named($0) } }
}
class Dog: Animal {
    func bark() -> String { "\(name): woof" }
    override func named(_ name: String) -> Self { super.named(name + "!"); return self }
}
final class Puppy: Dog { func play() -> String { "\(name) plays" } }
print(Dog().named("Rex").bark())
print(Puppy.make().named("Bo").play())
print(Dog().me.bark(), Dog().copy().bark())
print(Puppy().named("x").copy().play())
print(Dog().named("Rex").ifNamed("Rex!")?.bark() ?? "nobody")
print(Puppy()["Kit"].play())
print(Dog.several("a", "b").map { $0.name })
func rename<A: Animal>(_ animal: A) -> A { animal.named("generic").me }
print(rename(Puppy()).play())
let makers: [() -> Animal] = [Dog.make, Puppy.make]
print(makers.map { type(of: $0()) })
let named = Dog().named
print(named("Ada").bark())
let unbound = Dog.named
print(unbound(Dog())("Ida").bark())

class Builder<Value> {
    private(set) var values: [Value] = []
    @discardableResult func add(_ value: Value) -> Self { values.append(value); return self }
}
class Path: Builder<Int> { func total() -> Int { values.reduce(0, +) } }
print(Path().add(1).add(2).total())
protocol Chain: AnyObject { func set(_ n: Int) -> Self }
class Base: Chain { var n = 0; func set(_ n: Int) -> Self { self.n = n; return self } }
class Sub: Base { var twice: Int { n * 2 } }
print(Sub().set(4).twice)
func through<C: Chain>(_ c: C) -> C { c.set(8) }
print(through(Sub()).twice)
