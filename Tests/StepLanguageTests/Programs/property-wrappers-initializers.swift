// When a wrapper is made and when its value is set: initializers, defaults, observers, printing.
@propertyWrapper struct W<T> { var wrappedValue: T { didSet { print("set", wrappedValue) } }
  init(wrappedValue: T) { print("init", wrappedValue); self.wrappedValue = wrappedValue } }
@propertyWrapper struct D<T> { var wrappedValue: T?; init() { wrappedValue = nil; print("D()") } ; init(wrappedValue: T?) { print("D(v)"); self.wrappedValue = wrappedValue } ; var projectedValue: String { "proj" } }
struct A { @W var x: Int; var y: Int
 init(_ b: Bool) { x = 1; x = 2; y = 3; x = 4 } }
print(A(true))
struct B { @W var x: Int = 9; var y: Int
 init(_ b: Bool) { x = 1; x = 2; y = 3; x = 4 } }
print(B(true))
class C { @W var x: Int = 9; @W var z: String; var y: Int
 init(_ b: Bool) { x = 1; x = 2; z = "a"; y = 3; x = 4; z = "b" } }
let c = C(true); print(c.x, c.z)
struct E: Equatable, Hashable { @E1 var x: Int = 1; var y = 2 }
@propertyWrapper struct E1: Hashable { var wrappedValue: Int; static func == (a: E1, b: E1) -> Bool { print("=="); return a.wrappedValue == b.wrappedValue } }
print(E(x: 3) == E(), E())
struct F { @D var x: Int?; @D var w: Int? = 4; @W var q = 1 }
print(F()); print(F(x: D(wrappedValue: 2)), F(w: 3, q: 6))
struct G { @W var x = 1 { didSet { print("didSet", oldValue, x); if x > 10 { x = 10 } } willSet { print("willSet", newValue) } } }
var g = G(); g.x = 20; print(g)
struct H { @W @W var x = 1 }
var h = H(); h.x = 3; print(h)
struct A2 { @W var x: Int; var y: Int
 init(_ b: Bool) { if b { x = 1 }; y = 3; x = 4 } }
print(A2(true), A2(false))
