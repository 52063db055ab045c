// Sets and their algebra.
var primes: Set = [2, 3, 5, 7]
let odds: Set<Int> = [1, 3, 5, 7, 9]
print(primes.union(odds).sorted(), primes.intersection(odds).sorted(), primes.subtracting(odds).sorted(), primes.symmetricDifference(odds).sorted())
print(primes.insert(11).inserted, primes.insert(2), primes.remove(2) as Any, primes.remove(100) as Any)
print(primes.contains(11), primes.count, primes.isSubset(of: odds), Set([3, 5]).isSubset(of: primes), odds.isSuperset(of: [1, 9]), primes.isDisjoint(with: [4, 6]))
print(Set([1, 2, 2, 3, 3, 3]).count, Set("hello").sorted(), Set([1, 2]) == Set([2, 1]), Set([1]).isStrictSubset(of: [1, 2]))
primes.formUnion([13, 17])
primes.subtract([3])
primes.formIntersection(5...13)
print(primes.sorted(), primes.min()!, primes.max()!, primes.reduce(0, +), primes.map { $0 * 2 }.sorted(), primes.filter { $0 > 6 }.sorted())
struct Point: Hashable { var x, y: Int }
var seen: Set<Point> = []
for (x, y) in [(0, 0), (1, 2), (0, 0), (2, 1)] { print(seen.insert(Point(x: x, y: y)).inserted, terminator: " ") }
print(seen.count, seen.contains(Point(x: 1, y: 2)))
func unique<T: Hashable>(_ list: [T]) -> [T] { var s = Set<T>(); return list.filter { s.insert($0).inserted } }
print(unique([3, 1, 3, 2, 1]), unique(Array("banana")))
print(Set<Int>().isEmpty, Set(["only"]), [Set([1])])
var visited = Set<String>()
visited.insert("a")
if !visited.contains("b") { visited.insert("b") }
print(visited.sorted(), visited.isSuperset(of: ["a"]))
