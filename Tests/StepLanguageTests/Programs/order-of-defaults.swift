// Initial values, observers, defaults and optional chains in the order of swiftc.
func t(_ s: String) -> Int { print(s, terminator: " "); return 0 }
func f(a: Int = t("default"), b: Int) {}
f(b: t("b"))
struct M { var a = t("Ma"); var c: Int }
_ = M(c: t("c"))
struct P { func m(_ x: Int, y: Int = t("y"), z: Int, w: Int = t("w")) -> Int { x }; init(p: Int = t("p"), q: Int) {} ; init() {} }
_ = P(q: t("q")).m(t("x"), z: t("z"))
func base() -> P { print("base", terminator: " "); return P() }
_ = base().m(t("x"), z: t("z"))
class C { init(p: Int = t("p"), q: Int) {}; func g(a: Int = t("a"), _ b: inout Int, c: Int) {} }
var n = 1
C(q: t("q")).g(&n, c: t("c"))
print()
var a: Int? = nil; a? = 5; print(a as Any); a = 1; a? = 7; print(a as Any)
class K { var x: Int?; var ks: [Int?] = [nil, 2] }
let k = K(); k.x? = 4; print(k.x as Any); k.x = 1; k.x? = 4; print(k.x as Any); k.ks[0]? = 4; k.ks[1]? = 9; print(k.ks)
var d = ["a": 1]; d["a"]? = 6; d["b"]? = 7; print(d)
class A { var x = 0 { didSet { print("did", x) } }; init() {}; convenience init(n: Int) { self.init(); x = n; self.x += 1 } }
_ = A(n: 5)
class B { var x = 0 { didSet { print("did", x) } }; init() { defer { x = 7 }; x = 3 } }
_ = B()
