// Wrapped properties in subclasses, with observers, without values, and wrappers that are classes.
@propertyWrapper struct W<T> { var wrappedValue: T { didSet { print("set", wrappedValue) } }
  init(wrappedValue: T) { print("init", wrappedValue); self.wrappedValue = wrappedValue } }
class Base { var q = 0 }
class D: Base { @W var x: Int = 9; var y: Int
 override init() { x = 1; y = 3; x = 4; super.init(); x = 5 } }
let d = D(); print(d.x)
struct G { @W var x = 1 { didSet { print("didSet") } willSet { print("willSet", newValue) } }
  init() { x = 5 } }
print(G())
struct G2 { @W var x: Int { didSet { print("didSet") } }
  var z: Int
  init() { x = 5; z = 1; x = 6 } }
print(G2())
@propertyWrapper struct P { static var n = 0; var wrappedValue: Int { get { print("get"); return 1 } nonmutating set { print("set", newValue) } } 
  init(wrappedValue: Int = 7) { print("P init", wrappedValue) } }
struct U { @P var x: Int; @P var y = 3 }
let u = U(); u.x = 3
let u2 = U(y: 8)
struct V { @W var x: Int? }
print(V(x: 3), V(x: nil), V())
struct N { @W var a: Int?; init() { a = 3 } }
print(N())
@propertyWrapper final class R<T> { var wrappedValue: T; init(wrappedValue: T) { self.wrappedValue = wrappedValue }; var projectedValue: R<T> { self } }
struct S1 { @R var v = 2; static let k = 5; @R static var s = "a" }
let s1 = S1(); s1.v = 4; let s2 = s1; s2.v += 1; print(s1.v, s1.$v.wrappedValue, S1.s); S1.s += "b"; print(S1.s, S1.$s.wrappedValue)
