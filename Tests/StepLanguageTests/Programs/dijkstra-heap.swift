// A generic heap and Dijkstra's algorithm.
struct Heap<T> {
    private var items: [T] = []
    private let before: (T, T) -> Bool
    init(_ before: @escaping (T, T) -> Bool) { self.before = before }
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ x: T) {
        items.append(x)
        var i = items.count - 1
        while i > 0, before(items[i], items[(i - 1) / 2]) { items.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 }
    }
    mutating func pop() -> T? {
        guard !items.isEmpty else { return nil }
        items.swapAt(0, items.count - 1)
        let top = items.removeLast()
        var i = 0
        while true {
            var best = i
            for child in [2 * i + 1, 2 * i + 2] where child < items.count && before(items[child], items[best]) { best = child }
            if best == i { break }
            items.swapAt(i, best)
            i = best
        }
        return top
    }
}
var heap = Heap<Int>(<)
for x in [5, 2, 9, 1, 7] { heap.push(x) }
while let x = heap.pop() { print(x, terminator: " ") }
print()
let graph: [Int: [(to: Int, cost: Double)]] = [0: [(1, 4), (2, 1)], 1: [(3, 1)], 2: [(1, 2), (3, 5)], 3: []]
var distance = [0: 0.0]
var queue = Heap<(node: Int, d: Double)> { $0.d < $1.d }
queue.push((0, 0))
while let (node, d) = queue.pop() {
    if d > distance[node, default: .infinity] { continue }
    for (to, cost) in graph[node]! where d + cost < distance[to, default: .infinity] { distance[to] = d + cost; queue.push((to, d + cost)) }
}
print(distance.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
