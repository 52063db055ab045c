// Objects end with the scope that names them: of conditions, turns, clauses, and before a `defer` written earlier.
class A { let n: String; init(_ n: String) { self.n = n }; func go() -> Int { 1 }; deinit { print(n, "gone") } }
enum E: Error { case one }
func g() { defer { print("defer") }; let a = A("a"); print(a.go()) }
g()
func h(_ x: A?) { if let y = x { print(y.go()) } else { return }; print("rest of h") }
h(A("h"))
func thrower() throws { let b = A("b"); print(b.go()); throw E.one }
do { try thrower() } catch { print("caught", error) }
func w() {
  var list = [A("p"), A("q")]
  while let top = list.popLast() { print("top", top.n) }
  print("after while")
}
w()
func part(_ x: A?, _ y: A?) { if let a = x, let b = y { print(a.n, b.n) } else { print("no") } }
part(A("x1"), nil)
func gu(_ x: () -> A?, _ y: () -> A?) -> Int { guard let a = x(), let b = y() else { print("none"); return 0 }; print(a.n, b.n); return 1 }
print(gu({ A("c") }, { nil }))
struct Err: Error { let a: A }
func t2() { do { throw Err(a: A("inErr")) } catch let e as Err { print("in catch", e.a.n) } catch {}; print("after catch") }
t2()
func sw(_ x: A?) { switch x { case let y?: print("some", y.n); case nil: print("nil") }; print("after switch") }
sw(A("s"))
func cond(_ f: Bool) { if f { let k = A("k"); print(k.go()) } else { return }; print("after k") }
cond(true)
for i in 0..<2 { if let z = Optional(A("z\(i)")) { print(z.go()); if i == 1 { continue } }; print("end of turn") }
func lp() { for n in ["m", "n"] { let o = A(n); if o.n == "m" { continue }; print("body", o.go()) }; print("lp end") }
lp()
func closureCap() { let c = A("cap"); let f = { print("f", c.n) }; f(); print("end cap") }
closureCap()
func reassign() { var r = A("r1"); print(r.go()); r = A("r2"); print("assigned", r.go()) }
reassign()
func opt() { var o: A? = A("o"); print(o!.go()); o = nil; print("nilled") }
opt()
func chain() { print(A("temp").go()); print("after temp") }
chain()
func iff() -> String { let v = if let q = Optional(A("iff")) { q.n } else { "none" }; print("v", v); return v }
print(iff())
