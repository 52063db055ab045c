protocol P: AnyObject { var x: Int { get set }; var w: P? { get set } }
class C: P { var x = 1 { didSet { print("didSet", oldValue, x) } }; weak var w: P?; deinit { print("gone") } }
protocol Q { var y: Int { get set } }
struct S: Q { var y = 1 { willSet { print("willSet", newValue) } didSet { print("did", oldValue) } } }
class D: C { override var x: Int { get { super.x * 10 } set { super.x = newValue + 1 } } }
func bump<T: P>(_ t: T) { t.x += 5; print(t.x); print(t.w == nil) }
let p: any P = C(); p.x = 3; p.x += 1; print(p.x)
var q: any Q = S(); q.y = 5; q.y += 2; print(q.y)
let d: any P = D(); d.x = 2; print(d.x)
bump(C()); bump(D())
var other: C? = C()
p.w = other; print(p.w === other, p.w != nil)
other = nil
print(p.w == nil)
func g<T: Q>(_ t: inout T) { t.y = 9; t.y *= 2 }
var s = S(); g(&s); print(s.y)
