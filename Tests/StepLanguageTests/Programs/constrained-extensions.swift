// Extensions under conditions, associated types, generic numeric code.
protocol Container { associatedtype Item; var items: [Item] { get set }; mutating func add(_ i: Item); subscript(i: Int) -> Item { get } }
extension Container { var count: Int { items.count }; mutating func add(_ i: Item) { items.append(i) }; subscript(i: Int) -> Item { items[i] }
  func mapItems<T>(_ f: (Item) -> T) -> [T] { items.map(f) } }
extension Container where Item: Numeric { var sum: Item { items.reduce(0, +) } }
extension Container where Item == String { var joined: String { items.joined(separator: "+") } }
struct Bag<T>: Container { var items: [T] = [] }
var b = Bag<Int>(); b.add(3); b.add(4); print(b.count, b.sum, b[0], b.mapItems { $0 * 2 })
var sb = Bag(items: ["a", "b"]); sb.add("c"); print(sb.joined)
func allEqual<C1: Container, C2: Container>(_ a: C1, _ b: C2) -> Bool where C1.Item == C2.Item, C1.Item: Equatable { a.items == b.items }
print(allEqual(b, Bag(items: [3, 4])))
func largest<T: Comparable>(_ xs: [T]) -> T? { guard var m = xs.first else { return nil }; for x in xs.dropFirst() where x > m { m = x }; return m }
print(largest([1.5, 9, 2])!, largest(["q", "b"])!, largest([Int]()) as Any)
func norm<T: FloatingPoint>(_ xs: [T]) -> T { xs.map { $0 * $0 }.reduce(0, +).squareRoot() }
print(norm([3.0, 4.0]), norm([Float(6), 8]))
func mean<T: BinaryFloatingPoint>(_ xs: [T]) -> T { xs.reduce(0, +) / T(xs.count) }
func meanInt<T: BinaryInteger>(_ xs: [T]) -> Double { Double(xs.reduce(0, +)) / Double(xs.count) }
print(mean([1.0, 2, 4]), meanInt([1, 2, 4]), mean([Float(1), 2]))
extension Sequence where Element: AdditiveArithmetic { func sum() -> Element { reduce(.zero, +) } }
print([1, 2, 3].sum(), [0.5, 0.25].sum(), (1...4).sum())
extension Array { func chunked(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } }
  subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2, 3, 4, 5].chunked(2), [1][safe: 3] as Any, [1, 2][safe: 1] ?? 0)
extension Int { var isPrime: Bool { self > 1 && !(2..<self).contains { self % $0 == 0 } }; func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } } }
print((1...20).filter(\.isPrime)); 3.times { print($0, terminator: ";") }; print()
extension Double { func rounded(to d: Int) -> Double { let k = (0..<d).reduce(1.0) { a, _ in a * 10 }; return (self * k).rounded() / k } }
print(3.14159.rounded(to: 2), (2.0 / 3).rounded(to: 3))
extension Collection where Element: Numeric { func dot<O: Collection>(_ o: O) -> Element where O.Element == Element { zip(self, o).map(*).reduce(0, +) } }
print([1, 2, 3].dot([4, 5, 6]), [0.5, 1].dot([2, 2]))
extension Optional where Wrapped == Int { var orZero: Int { self ?? 0 } }
print((nil as Int?).orZero, Int("7").orZero)
