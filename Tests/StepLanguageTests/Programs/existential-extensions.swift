// Members of protocol extensions called on existentials see the type that the value has.
protocol Named { associatedtype Item; var items: [Item] { get } }
extension Named { func firstText() -> String { items.map { "\($0)" }.joined(separator: ",") } 
 func mapped<T>(_ f: (Item) -> T) -> [T] { var r: [T] = []; for i in items { r.append(f(i)) }; return r } }
protocol N2<Item>: Named {}
struct A: N2 { let items = [1, 2] }
struct B: N2 { let items = ["x"] }
let all: [any Named] = [A(), B()]
for x in all { print(x.firstText()) }
func g(_ x: any N2<Int>) -> [Int] { x.mapped { $0 * 2 } }
print(g(A()))
func lengths(_ s: any Sequence<String>) -> [Int] { s.map { $0.count }.sorted() }
print(lengths(["a", "bbb"]), lengths(Set(["zz"])))
func total(_ s: any Collection<Int>) -> Int { s.reduce(0, +) + s.count }
print(total([1, 2]), total(Set([3])), total(1...4))
