// Overridden properties with observers and accessors; super in accessors; final.
class Base { var v = 1 { didSet { print("base didSet", oldValue, "->", v) } }; var text: String { "base" }; subscript(i: Int) -> Int { i } }
class Derived: Base {
    override var v: Int { didSet { print("derived didSet") } }
    override var text: String { "derived of " + super.text }
    override subscript(i: Int) -> Int { super[i] * 2 }
}
let d = Derived()
d.v = 5
print(d.text, d[21], d.v)
class Clamped: Base { override var v: Int { get { super.v } set { super.v = min(10, newValue) } } }
let c: Base = Clamped()
c.v = 50
print(c.v, c.text)
class Counter { private(set) static var made = 0; let id: Int; init() { Counter.made += 1; id = Counter.made } }
class Special: Counter { lazy var name = "special \(id)" }
_ = Counter()
print(Special().name, Counter.made)
