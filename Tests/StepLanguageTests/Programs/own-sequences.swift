// Sequences and iterators of one's own.
struct Fibonacci: Sequence, IteratorProtocol {
    var a = 0, b = 1
    mutating func next() -> Int? {
        defer { (a, b) = (b, a + b) }
        return a
    }
}
print(Array(Fibonacci().prefix(10)), Fibonacci().first { $0 > 1000 }!, Fibonacci().prefix(while: { $0 < 50 }))
struct Countdown: Sequence {
    let start: Int
    func makeIterator() -> Iterator { Iterator(current: start) }
    struct Iterator: IteratorProtocol {
        var current: Int
        mutating func next() -> Int? {
            guard current > 0 else { return nil }
            current -= 1
            return current + 1
        }
    }
}
for n in Countdown(start: 3) { print(n, terminator: " ") }
print(Countdown(start: 4).map { $0 * $0 }, Countdown(start: 5).reduce(0, +), Countdown(start: 3).sorted(), Countdown(start: 3).reversed())
print(Countdown(start: 4).enumerated().map { "\($0.offset):\($0.element)" }, Countdown(start: 3).contains(2), Countdown(start: 3).max()!, Array(Countdown(start: 2)))
print(zip(Countdown(start: 3), "abc").map { "\($0)\($1)" }, Countdown(start: 5).dropFirst(2).map { $0 }, Countdown(start: 5).filter { $0 % 2 == 1 }, Countdown(start: 3).min()!)
final class Node<T> { var value: T; var next: Node?; init(_ v: T, _ n: Node? = nil) { value = v; next = n } }
struct List<T>: Sequence {
    var head: Node<T>?
    mutating func push(_ v: T) { head = Node(v, head) }
    func makeIterator() -> AnyIterator<T> {
        var node = head
        return AnyIterator { defer { node = node?.next }; return node?.value }
    }
}
var list = List<String>()
for w in ["c", "b", "a"] { list.push(w) }
print(Array(list), list.joined(separator: "+"), list.map { $0.uppercased() }, list.first { $0 > "a" } ?? "-")
var it = [1, 2].makeIterator()
print(it.next() as Any, it.next() as Any, it.next() as Any)
let squares = sequence(state: 1) { (n: inout Int) -> Int? in defer { n += 1 }; return n <= 4 ? n * n : nil }
print(Array(squares))
