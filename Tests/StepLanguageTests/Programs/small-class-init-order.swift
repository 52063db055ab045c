// Initializers: order of evaluation, delegation, failable ones, defaults.
func say(_ s: String) -> Int { print(s); return s.count }
class A { let a = say("a default"); var b: Int; init(b: Int) { self.b = b; print("A.init"); setup() }; func setup() { print("A.setup") } }
class B: A {
    let c = say("c default")
    var d: Int
    override init(b: Int) { d = say("d set"); super.init(b: b * 2); print("B.init", self.b) }
    convenience init?(text: String) { guard let n = Int(text) else { return nil }; self.init(b: n) }
    override func setup() { print("B.setup", c, d) }
}
print(B(text: "x") == nil)
let b = B(text: "4")!
print(b.a, b.b)
struct S { var x: Int; var y = say("y default"); init(x: Int) { self.x = x }; init() { self.init(x: 1); y += 1 } }
print(S().y, S(x: 2).x)
enum Temperature { case c(Double); init?(k: Double) { guard k >= 0 else { return nil }; self = .c(k - 273.15) } }
print(Temperature(k: -1) == nil, Temperature(k: 300) != nil)
extension Temperature: Equatable {}
class Base { var n: Int; init(n: Int) { self.n = n } }
class Sub: Base { var m = 1 }
print(Sub(n: 5).n + Sub(n: 1).m)
