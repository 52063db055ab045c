// Overrides that are observers alone, seen through the superclass.
class A { var k = 1; var y: Int { get { k } set { k = newValue } } }
class B: A { override var y: Int { didSet { print("B", oldValue, y) } } }
class C: B { override var y: Int { willSet { print("C", newValue) } } }
func change(_ a: A) { a.y = 9; a.y += 1 }
for a in [A(), B(), C()] { change(a); print(a.y) }
@propertyWrapper struct W<T> { var wrappedValue: T }
class D { @W var y = 1 { didSet { print("D", oldValue, y) } willSet { print("D will", newValue) } } }
class E: D { override var y: Int { didSet { print("E", oldValue, y) } } }
let e = E(); e.y = 3; e.y += 1; (e as D).y = 0; print(e.y)
