// A collection of one's own gets the algorithms.
struct Ring<Element>: RandomAccessCollection, MutableCollection {
    private var storage: [Element]
    private var head: Int
    init(_ items: [Element], head: Int = 0) { storage = items; self.head = head }
    var startIndex: Int { 0 }
    var endIndex: Int { storage.count }
    subscript(i: Int) -> Element {
        get { storage[(head + i) % storage.count] }
        set { storage[(head + i) % storage.count] = newValue }
    }
}
var ring = Ring([1, 2, 3, 4, 5], head: 2)
print(Array(ring), ring.count, ring.first!, ring.last!, ring[1], ring.isEmpty)
print(ring.map { $0 * 10 }, ring.firstIndex(of: 5)!, Array(ring.reversed()), Array(ring.prefix(2)), Array(ring[1..<3]), Array(ring.dropFirst(3)))
ring[0] = 30
ring.swapAt(0, 4)
ring.sort()
print(Array(ring), ring.indices, ring.contains(30), ring.max()!)
struct Word: Collection {
    let letters: [Character]
    typealias Index = Int
    var startIndex: Int { letters.startIndex }
    var endIndex: Int { letters.endIndex }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> Character { letters[i] }
}
let word = Word(letters: Array("hello"))
print(word.count, String(word), word.first!, word.filter { $0 != "l" }, word.sorted(), word.distance(from: 0, to: 3), word.split(separator: "e").count)
