struct Er: Error { var s: String; init(_ s: String) { self.s = s } }
class T { let n: String; init(_ n: String) { self.n = n; print("T+", n) }; deinit { print("T-", n) } }
class A { let a: T; var b: T?; init(_ k: Int) throws { if k == 0 { throw Er("A0") }; a = T("a\(k)"); if k == 1 { throw Er("A1") }; b = T("b\(k)"); if k == 2 { throw Er("A2") } } ; deinit { print("A.deinit") } }
class B: A { let c: T; init(b k: Int, _ j: Int) throws { if j == 0 { throw Er("B0") }; c = T("c"); if j == 1 { throw Er("B1") }; try super.init(k); if j == 2 { throw Er("B2") } } ; deinit { print("B.deinit") }
  convenience init(conv j: Int) throws { if j == 10 { throw Er("Bc10") }; try self.init(b: 5, j); if j == 5 { throw Er("Bc5") } } }
class C: B { var d = T("d-default"); override init(b k: Int, _ j: Int) throws { if k == 9 { throw Er("C9") }; try super.init(b: k, j); if k == 8 { throw Er("C8") } } ; deinit { print("C.deinit") } }
func tr(_ s: String, _ f: () throws -> A) { print("--", s); do { let x = try f(); print("ok", type(of: x)) } catch let e as Er { print("err", e.s) } catch { print("other") } }
for k in 0...3 { tr("A\(k)") { try A(k) } }
for j in 0...3 { for k in [0, 1, 2, 3] { tr("B\(k)\(j)") { try B(b: k, j) } } }
for j in [0, 1, 2, 3, 5, 10] { tr("Bconv\(j)") { try B(conv: j) }; tr("Cconv\(j)") { try C(conv: j) } }
for k in [0,1,3,8,9] { tr("C\(k)") { try C(b: k, 4) }; tr("C\(k)2") { try C(b: k, 2) } }
