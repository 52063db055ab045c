// `Set<T>` or `[T: V]` in a function's types asks for `T: Hashable` without a word.
struct Box<T> { var x: T
  func g<U>(_ s: Set<U>, _ t: Set<T>) -> Int { s.count + t.count }
}
print(Box(x: 1).g([1,2], [3]))
func a<K, V>(_ d: [K: V]) -> Int { d.count }
print(a(["x": 1]))
func b<S: Sequence>(_ s: S) -> Set<S.Element> { Set(s) }
print(b([1,1,2]).count)
func c<T>(_ s: T) -> [T: Int] { [s: 1] }
print(c("q"))
struct Tree<T: Comparable> { var r: [T] = []
  func map<U>(_ f: (T) -> U) -> Tree<U> { Tree<U>(r: r.map(f).sorted()) }
}
print(Tree(r: [3,1]).map { 0 - $0 }.r)
extension Set { func mapSet<U>(_ f: (Element) -> U) -> Set<U> { var s = Set<U>(); for e in self { s.insert(f(e)) }; return s } }
print(Set([1,2,3]).mapSet { $0 % 2 }.sorted())
func counts<T>(_ xs: [T]) -> [T: Int] { var r: [T: Int] = [:]; for x in xs { r[x, default: 0] += 1 }; return r }
print(counts([1,1])[1]!)
class Cache<Key: Hashable, V> { var d: [Key: V] = [:] }
func mk<K, V>(_ k: K, _ v: V) -> Cache<K, V> { let c = Cache<K, V>(); c.d[k] = v; return c }
print(mk(1, "a").d[1]!)
typealias Table<X: Hashable> = [X: Int]
func tt<X>(_ t: Table<X>) -> Int { t.values.reduce(0, +) }
print(tt(["a": 3]))
struct W { init<T>(_ s: Set<T>) { print(s.count) } 
 subscript<T>(s: Set<T>) -> Int { s.count } }
print(W([1])[[2,3]])
