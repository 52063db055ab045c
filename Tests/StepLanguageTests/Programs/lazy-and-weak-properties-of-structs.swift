// Lazy and weak properties of structs: printed, compared, copied.
struct L: Equatable { lazy var z = 3; var y = 1 }
var a = L(), b = L()
print(a == b); _ = a.z; print(a == b); _ = b.z; print(a == b)
print(a, [a, b], L())
class P { deinit { print("P gone") } }
struct S { weak var w: P?; var x = 1; unowned let u: P }
let p = P()
var s: S? = S(w: nil, u: p); print(s!)
s!.w = p; print(s!)
do { let q = P(); var t = S(w: q, u: q); print(t); t.x = 2; _ = t }
var l = L(); l.z = 9; var m = l; m.z = 10; print(l.z, m.z, l.y)
struct T { lazy var name: String = "n\(n)"; var n = 2; lazy var arr = [1, 2]; lazy var p = P() }
func f() { var t = T(); print(t.name, t.arr); _ = t.p; var u = t; u.n = 5; u.arr.append(3); print(t.arr, u.arr, u.name); t = T(); t.n = 7; print(t.name); print("end") }
f()
for i in 0..<3 { var t = T(n: i); _ = t.p; print(t.name) }
let anys: [Any] = [T(), L(), 1]; print(anys.count)
class C { lazy var z = 3; var y = 1; weak var w: C? }
print(C())
