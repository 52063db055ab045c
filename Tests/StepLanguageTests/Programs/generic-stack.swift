// A generic collection of one's own, grouping, composition.
struct Stack<Element> {
    private var items: [Element] = []
    var isEmpty: Bool { items.isEmpty }
    var count: Int { items.count }
    mutating func push(_ x: Element) { items.append(x) }
    @discardableResult mutating func pop() -> Element? { items.popLast() }
    var top: Element? { items.last }
    func map<T>(_ f: (Element) throws -> T) rethrows -> Stack<T> { var s = Stack<T>(); for i in items { s.push(try f(i)) }; return s }
}
extension Stack: Sequence { func makeIterator() -> IndexingIterator<[Element]> { items.reversed().makeIterator() } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { for e in elements { push(e) } } }
extension Stack: CustomStringConvertible { var description: String { "Stack(\(items))" } }
extension Stack: Equatable where Element: Equatable {}
var s: Stack = [1, 2, 3]
s.push(4); s.pop()
print(s, s.top ?? 0, s.map { $0 * 2 })
for x in s { print(x, terminator: " ") }
print()
print(s.contains(2), s.max() ?? 0, Array(s), s == [1, 2, 3])
print(s.map { "\($0)" }.count)
struct Pair<A, B> { let a: A; let b: B
  func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) } }
let p = Pair(a: 1, b: "x").swapped()
print(p.a, p.b, type(of: p))
func firstMatch<C: Collection>(_ c: C, where f: (C.Element) -> Bool) -> C.Element? where C.Element: Comparable { for x in c where f(x) { return x }; return nil }
print(firstMatch([3, 5, 8, 2]) { $0 > 4 } as Any)
func groupBy<T, K: Hashable>(_ xs: [T], _ key: (T) -> K) -> [K: [T]] { var r: [K: [T]] = [:]; for x in xs { r[key(x), default: []].append(x) }; return r }
print(groupBy([1, 2, 3, 4, 5]) { $0 % 2 == 0 ? "even" : "odd" }.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose({ (x: Int) in x + 1 }, { "<\($0)>" })(4))
print([1, 2, 3].map(compose({ $0 * 2 }, { $0 + 1 })))
