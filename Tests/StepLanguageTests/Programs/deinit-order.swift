// When objects go, and in which order.
class Part { let n: String; init(_ n: String) { self.n = n; print("init", n) }; deinit { print("deinit", n) } }
class Base { let part = Part("base part"); init() { print("Base.init") }; deinit { print("Base.deinit") } }
class Derived: Base { let other = Part("derived part"); override init() { super.init(); print("Derived.init") }; deinit { print("Derived.deinit") } }
var object: Base? = Derived()
object = nil
print("--")
var slot: Part? = Part("one")
slot = Part("two")
print("--")
do {
    let inner = Part("inner")
    print(inner.n)
}
print("--")
var parts = [Part("a"), Part("b")]
parts.removeLast()
parts[0] = Part("c")
parts = []
print("--")
class Owner { var pet: Part?; weak var friend: Owner?; deinit { print("owner gone") } }
var first: Owner? = Owner()
var second: Owner? = Owner()
first!.friend = second
second!.friend = first
first!.pet = Part("pet")
first = nil
print(second!.friend == nil)
second = nil
slot = nil
