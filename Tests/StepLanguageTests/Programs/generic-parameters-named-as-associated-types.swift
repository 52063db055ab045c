// A generic parameter gives an associated type of its name, unless a member that meets a requirement says otherwise.
struct BatchLoader<Element>: Sequence, IteratorProtocol {
    let items: [Element]
    let size: Int
    var position = 0
    init(_ items: [Element], size: Int) { self.items = items; self.size = size }
    mutating func next() -> [Element]? {
        guard position < items.count else { return nil }
        let end = Swift.min(position + size, items.count)
        defer { position = end }
        return Array(items[position..<end])
    }
}
for batch in BatchLoader([1, 2, 3, 4, 5], size: 2) { print(batch) }
print(BatchLoader(["a", "b", "c"], size: 2).map(\.count))
struct Pairs<Element>: Sequence {
    let items: [Element]
    func makeIterator() -> AnyIterator<(Element, Element)> {
        var i = 0
        return AnyIterator {
            guard i + 1 < items.count else { return nil }
            defer { i += 1 }
            return (items[i], items[i + 1])
        }
    }
}
for (a, b) in Pairs(items: [1, 2, 3]) { print(a, b) }
print(Pairs(items: ["a", "b", "c"]).map { $0.0 + $0.1 })
protocol Container { associatedtype Item; var items: [Item] { get }; mutating func add(_ item: Item) }
struct Stack<Item>: Container { var items: [Item] = []; mutating func add(_ item: Item) { items.append(item) } }
struct Counted<Item>: Container { var items: [(Item, Int)] = []; mutating func add(_ item: (Item, Int)) { items.append(item) } }
func last<C: Container>(_ container: C) -> C.Item? { container.items.last }
var stack = Stack<String>()
stack.add("top")
print(last(stack) ?? "none")
var counted = Counted<String>()
counted.add(("x", 3))
print(last(counted).map { "\($0.0) \($0.1)" } ?? "none")
