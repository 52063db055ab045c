// A generic cache, a trie, union-find.
struct LRU<Key: Hashable, Value> {
    let capacity: Int
    private var values: [Key: Value] = [:], order: [Key] = []
    init(capacity: Int) { self.capacity = capacity }
    subscript(key: Key) -> Value? {
        mutating get { guard let v = values[key] else { return nil }; touch(key); return v }
        set { values[key] = newValue; touch(key); if order.count > capacity { values[order.removeFirst()] = nil } }
    }
    private mutating func touch(_ k: Key) { order.removeAll { $0 == k }; order.append(k) }
    var keys: [Key] { order }
}
var cache = LRU<String, Int>(capacity: 2)
cache["a"] = 1
cache["b"] = 2
print(cache["a"] as Any)
cache["c"] = 3
print(cache["b"] as Any, cache.keys)
final class Trie {
    private var children: [Character: Trie] = [:], isWord = false
    func insert(_ w: String) { var t = self; for c in w { if t.children[c] == nil { t.children[c] = Trie() }; t = t.children[c]! }; t.isWord = true }
    func words(_ prefix: String) -> [String] {
        var t = self
        for c in prefix { guard let n = t.children[c] else { return [] }; t = n }
        func collect(_ t: Trie, _ s: String) -> [String] { (t.isWord ? [s] : []) + t.children.sorted { $0.key < $1.key }.flatMap { collect($1, s + String($0)) } }
        return collect(t, prefix)
    }
}
let trie = Trie()
["car", "card", "care", "cat", "dog"].forEach(trie.insert)
print(trie.words("car"), trie.words("ca"), trie.words("x"))
struct UnionFind { var parent: [Int]
    init(_ n: Int) { parent = Array(0..<n) }
    mutating func find(_ x: Int) -> Int { if parent[x] != x { parent[x] = find(parent[x]) }; return parent[x] }
    mutating func union(_ a: Int, _ b: Int) { let (ra, rb) = (find(a), find(b)); parent[ra] = rb }
}
var sets = UnionFind(6)
for (a, b) in [(0, 1), (1, 2), (3, 4)] { sets.union(a, b) }
print(sets.find(0) == sets.find(2), sets.find(0) == sets.find(3), Set((0..<6).map { sets.find($0) }).count)
