// Properties that classes inside a function override, and observers through inheritance and protocols.
func run() {
    class A {
        var x = 1 { didSet { print("A.did", oldValue) } }
        func show() { print(x) }
    }
    class B: A { override var x: Int { willSet { print("B.will", newValue) } } }
    class C: B { override var x: Int { get { super.x * 2 } set { super.x = newValue } } }
    let a: A = B()
    a.x = 2
    a.show()
    let c: A = C()
    c.x = 5
    c.show()
    c.x += 1
    print(c.x)
}
run()
protocol Holder { var list: [Int] { get set }; var tally: Int { get } }
extension Holder {
    var tally: Int { list.reduce(0, +) }
    mutating func push(_ x: Int) { list.append(x) }
}
class P: Holder {
    lazy var v: Int = { print("made"); return 3 }()
    var list = [1] { didSet { print("list", list.count) } }
}
class Q: P { override init() { super.init(); v = 9; list = [1, 2] } }
let q = Q()
print(q.v)
q.list.append(3)
q.list[0] = 7
print(q.list)
func add<T: Holder>(_ h: inout T) { h.list.append(100); h.push(1); print(h.tally) }
var p = P()
add(&p)
var any: any Holder = P()
any.list.append(5)
any.push(6)
print(any.tally)
