struct E: Error {}
class A { let name: String; init(_ n: String) throws { if n == "x" { throw E() }; name = n; if n == "y" { throw E() } }
  init?(opt n: String) { if n == "x" { return nil }; name = n; if n == "y" { return nil } }
  deinit { print("bye", name) } }
class B: A { let k: Int; override init(_ n: String) throws { k = 1; if n == "z" { throw E() }; try super.init(n); if n == "w" { throw E() } } 
 deinit { print("b bye", k) } }
for n in ["x", "y", "a"] { do { _ = try A(n) } catch { print("caught", n) }; print(A(opt: n) == nil) }
for n in ["x", "y", "z", "w", "a"] { do { _ = try B(n) } catch { print("caught", n) } }
