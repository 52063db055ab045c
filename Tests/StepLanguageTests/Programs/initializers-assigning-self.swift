// Initializers of structs that assign self on one path and properties on another.
func n(_ s: String) -> Int { print("init", s); return 1 }
struct A { var x: Int; var y = n("y"); init(_ k: Int) { if k == 0 { x = 1 } else { self = A(0); x = 7 } } }
print(A(0)); print(A(1))
struct B { var y = n("b"); init(_ k: Int) { if k == 0 { return }; self = B(0) } }
print(B(1))
struct C { var y = n("c"); init() { }; init(_ k: Int) { self = C() } }
print(C(1))
