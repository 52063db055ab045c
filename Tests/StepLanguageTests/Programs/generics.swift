// Generic functions and types, constraints, where clauses, associated types, conditional conformance.
struct Stack<Element> {
    private var items: [Element] = []
    var count: Int { items.count }
    var top: Element? { items.last }
    mutating func push(_ e: Element) { items.append(e) }
    @discardableResult mutating func pop() -> Element? { items.popLast() }
}
var stack = Stack<String>()
stack.push("a")
stack.push("b")
stack.pop()
print(stack.count, stack.top as Any, stack)
func largest<T: Comparable>(_ list: [T]) -> T? {
    guard var best = list.first else { return nil }
    for x in list where x > best { best = x }
    return best
}
print(largest([3, 9, 2])!, largest(["pear", "apple"])!, largest([Double]()) as Any)
struct Pair<A, B> { var first: A; var second: B
    func swapped() -> Pair<B, A> { Pair<B, A>(first: second, second: first) }
}
extension Pair: Equatable where A: Equatable, B: Equatable {}
print(Pair(first: 1, second: "x").swapped(), Pair(first: 1, second: 2) == Pair(first: 1, second: 2))
protocol Container { associatedtype Item; var items: [Item] { get }; subscript(i: Int) -> Item { get } }
struct Bag<T>: Container { var items: [T]; subscript(i: Int) -> T { items[i] } }
func allEqual<C: Container, D: Container>(_ a: C, _ b: D) -> Bool where C.Item == D.Item, C.Item: Equatable { a.items == b.items }
print(allEqual(Bag(items: [1]), Bag(items: [1])), Bag(items: ["q"])[0])
func mapAll<T, U>(_ xs: [T], _ f: (T) throws -> U) rethrows -> [U] { try xs.map(f) }
print(mapAll([1, 2]) { "\($0)!" })
final class Cache<Key: Hashable, Value> {
    private var storage: [Key: Value] = [:]
    private(set) var misses = 0
    func value(_ key: Key, make: (Key) -> Value) -> Value {
        if let v = storage[key] { return v }
        misses += 1
        let v = make(key)
        storage[key] = v
        return v
    }
}
let cache = Cache<Int, String>()
print(cache.value(1) { "v\($0)" }, cache.value(1) { "w\($0)" }, cache.misses)
func zero<T: Numeric>(_ type: T.Type) -> T { 0 }
print(zero(Int.self), zero(Double.self))
func sumSquares<T: Numeric>(_ xs: T...) -> T { xs.reduce(0) { $0 + $1 * $1 } }
print(sumSquares(1, 2, 3), sumSquares(0.5, 1.5))
