// Initializers that a class inherits and those that it does not, overridden further down.
class A { let x: Int; init(x: Int) { self.x = x }; convenience init(twice n: Int) { self.init(x: 2 * n) }; func kind() -> String { "A" } }
class M: A { override func kind() -> String { "M" } }
class N: M { override init(x: Int) { super.init(x: x + 1) } }
class O: N { var more = 3 }
class P: O { override init(x: Int) { super.init(x: x + 10); more = 9 } }
print(N(twice: 2).x, O(x: 1).x, O(twice: 3).x, P(twice: 4).x, P(x: 0).more)
class B: A { init() { super.init(x: 1) } }
class C: B { init(x: Int) { super.init(); print("C", x) } }
print(C(x: 4).x)
class D: C { override init(x: Int) { super.init(x: x * 2) } }
print(D(x: 5).x)
class R { required init(n: Int) { print("R", n) } }
class S: R { init() { super.init(n: 1) }; required init(n: Int) { super.init(n: n * 2) } }
class T: S { required init(n: Int) { super.init(n: n + 100) } }
func make<X: R>(_ t: X.Type) -> X { t.init(n: 7) }
_ = make(T.self); _ = make(S.self); _ = make(R.self)
class U { init(a: Int) {} }
class V: U { convenience init(b: Int) { self.init(a: b) } }
class W: V { convenience init(b: Int, c: Int) { self.init(b: b + c) } }
_ = W(b: 1, c: 2)
