// A linked list as an indirect enum and as nodes.
indirect enum List<T> { case empty, cons(T, List<T>)
    init(_ items: [T]) { self = items.reversed().reduce(.empty) { .cons($1, $0) } }
    var count: Int { if case .cons(_, let rest) = self { 1 + rest.count } else { 0 } }
    func map<U>(_ f: (T) -> U) -> List<U> { switch self { case .empty: .empty; case let .cons(x, rest): .cons(f(x), rest.map(f)) } }
    var array: [T] { switch self { case .empty: []; case let .cons(x, rest): [x] + rest.array } }
    var reversed: List { var out = List.empty, rest = self; while case let .cons(x, next) = rest { out = .cons(x, out); rest = next }; return out }
}
let list = List([1, 2, 3])
print(list.count, list.map { $0 * 10 }.array, list.reversed.array, list)
final class Node { let value: Int; var next: Node?; init(_ v: Int) { value = v } }
var head: Node?
for i in (1...100_000).reversed() { let n = Node(i); n.next = head; head = n }
var length = 0, node = head
while let n = node { length += 1; node = n.next }
print(length, head!.value, head!.next!.value)
head = nil
print("released")
