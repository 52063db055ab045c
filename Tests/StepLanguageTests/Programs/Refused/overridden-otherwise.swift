class A {
    var x = 1
    func m(_ a: Int) -> String { "" }
    func t() {}
    func g() -> Any { 1 }
    func o() -> Int? { nil }
    func s() -> A { self }
    func r() -> Self { self }
    init() {}
    init(n: Int) {}
}
class B: A { override var x: String { get { "" } set {} } }  // error: property 'x' with type 'String' cannot override a property with type 'Int'
class C: A { override func m(_ a: Int) {} }  // error: method does not override any method from its superclass
class D: A { override func t() throws {} }  // error: cannot override non-throwing instance method with throwing instance method
class E: A { override func o() -> Int { 1 }; override func s() -> E { self } }
class F: A { override func g() -> Int { 1 } }  // error: method does not override any method from its superclass
class G: A { override func r() -> G { self } }  // error: cannot override a Self return type with a non-Self return type
class H: A { override init?(n: Int) { super.init() } }  // error: failable initializer 'init(n:)' cannot override a non-failable initializer
protocol Makes { init(); func cp() -> Self }
class I: Makes { init() {}; func cp() -> Self { self } }  // error: initializer requirement 'init()' can only be satisfied by a 'required' initializer in non-final class 'I'
final class J: Makes { init() {}; func cp() -> J { self } }
class K { init?(a: Int) { return nil }; init(b: Bool) {} }
class L: K { init(q: Int) { super.init(a: q) } }  // error: a non-failable initializer cannot chain to failable initializer 'init(a:)' written with 'init?'
class M { let n: Int; init(n: Int) { self.n = n }; convenience init(b: Bool) { if b { self.init(n: 1) } } }  // error: 'self.init' isn't called on all paths before returning from initializer
func f() { func g() { h() }; g(); let k = "abc"; func h() { print(k) } }  // error: closure captures 'k' before it is declared
switch 2 { case 2: fallthrough; case let x: print(x) }  // error: 'fallthrough' from a case which doesn't bind variable 'x'
