// Objects end where swiftc ends them: arguments, places, elements, properties, closures, errors, nested scopes.
class A { let n: String; init(_ n: String) { self.n = n }; func hi() -> String { n }; deinit { print("~" + n) } }
struct Box { var a: A; var b: A? = nil }
enum Slot { case empty, full(A), pair(A, A) }
enum E: Error { case x }
func take(_ a: A) { print("take", a.n) }
func give(_ n: String) -> A { A(n) }
func t1() { take(A("t1")); print("after t1") }
t1()
func t3() { var xs = [A("x1"), A("x2"), A("x3")]; xs[1] = A("x4"); print("replaced"); xs.removeLast(); print("removed"); xs = []; print("emptied") }
t3()
func t4() { var d = ["a": A("d1")]; d["a"] = A("d2"); print("set"); d["a"] = nil; print("gone"); d["b"] = A("d3"); d.removeAll(); print("all") }
t4()
func t5() throws { let a = A("loc"); defer { print("defer", a.n) }; if a.n == "loc" { throw E.x }; print("never") }
do { try t5() } catch { print("caught") }
func t6() { let s = Slot.full(A("s1")); if case .full(let a) = s { print("full", a.n) }; switch s { case .pair: break; case .full(let k): print("k", k.n); case .empty: break }; print("end t6") }
t6()
func t7() -> () -> String { let a = A("cap"); return { a.hi() } }
func t7b() { let f = t7(); print(f()); print("f done") }
t7b()
func t8() { weak var w: A?; do { let s = A("strong"); w = s; print(w?.n ?? "nil") }; print(w?.n ?? "nil") }
t8()
class Node { let n: String; var next: Node?; init(_ n: String, _ next: Node? = nil) { self.n = n; self.next = next }; deinit { print("-" + n) } }
func t10() { var head: Node? = Node("1", Node("2", Node("3"))); head = head?.next; print("moved", head!.n); head?.next = nil; print("cut") }
t10()
func t11(_ a: A?) -> String { guard let a else { return "none" }; return a.hi() }
print(t11(A("g")), t11(nil))
func t12() { for a in [A("f1"), A("f2")] { print("loop", a.n) }; print("end t12") }
t12()
func t13() { let r = [1, 2].map { A("m\($0)") }.first!.n; print("r", r) }
t13()
func t14(_ a: inout A) { a = A("new"); print("in", a.n) }
var g = A("old"); t14(&g); print("global", g.n)
class Owner { var a = A("o1") { willSet { print("will") } didSet { print("did", oldValue.n) } }; lazy var l = A("lazy"); deinit { print("~owner") } }
func t15() { let o = Owner(); o.a = A("o2"); print(o.l.n); print("end t15") }
t15()
func t16() { var o: Owner? = Owner(); let k = o?.a.n; print(k ?? "-"); o = nil; print("nil now") }
t16()
let opt: A? = A("opt"); print(opt.map { $0.n } ?? "")
func t17() { let a = A("shadow"); do { let a = A("inner"); print(a.n) }; print(a.n) }
t17()
func t18() { func inner() -> A { A("nested") }; print(inner().hi(), "done"); let z = { (x: A) in print(x.n) }; z(A("arg")); print("end t18") }
t18()
func t19() { var a = A("r1"); for i in 2...3 { a = A("r\(i)"); print("now", a.n) }; print("end t19") }
t19()
func t21() -> A { let a = A("ret"); let b = A("other"); print(b.n); return a }
print(t21().n)
func t22() { let t = (A("tu1"), 5); let (_, n) = t; print(n, t.0.n) }
t22()
func t23() { do { let a = A("in do"); print(a.n); throw E.x } catch { print("catch", error) }; print("end t23") }
t23()
func t24(_ n: Int) { if n == 0 { return }; let a = A("rec\(n)"); t24(n - 1); print(a.n) }
t24(2)
struct S { let a: A; init() { a = A("si"); print("init") } ; func use() { print("use", a.n) } }
S().use()
func t25() { var s: S? = S(); s?.use(); s = nil; print("end t25") }
t25()
func t27() { var stack = [A("st1"), A("st2")]; while let top = stack.popLast(), top.n != "zz" { print("pop", top.n) }; print("end t27") }
t27()
func t28() { let x = Optional(A("oc")); print(x?.hi() ?? ""); switch x { case let y?: print(y.n); case nil: break }; print("end t28") }
t28()
print("end")
