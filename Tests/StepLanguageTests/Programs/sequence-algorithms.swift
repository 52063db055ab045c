// map, filter, reduce and kin.
let n = [4, 8, 15, 16, 23, 42]
print(n.map { $0 * 2 }, n.filter { $0 % 2 == 0 }, n.reduce(0, +), n.reduce(1) { $0 * $1 % 1000 })
print(n.reduce(into: [Int: [Int]]()) { $0[$1 % 3, default: []].append($1) }.sorted { $0.key < $1.key }.map(\.value))
print(n.compactMap { $0 > 15 ? "\($0)" : nil }, n.flatMap { [$0, -$0] }, ["1", "x", "2"].compactMap(Int.init), ["1", "x"].map { Int($0) })
print(n.min()!, n.max()!, n.min { $0 % 10 < $1 % 10 }!, n.max(by: { $0 % 10 < $1 % 10 })!)
print(n.first { $0 > 10 }!, n.last { $0 < 20 }!, n.contains { $0 == 15 }, n.allSatisfy { $0 < 50 }, n.count { $0 > 10 })
print(n.prefix { $0 < 16 }, n.drop { $0 < 16 }, n.prefix(while: { $0 < 10 }), n.split(separator: 15), n.split { $0 % 2 == 1 })
print(zip(n, n.dropFirst()).map { $1 - $0 }, Array(zip([1, 2, 3], ["a", "b"])).count)
print(n.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), n.enumerated().map { $0 * $1 })
print(n.sorted { ($0 % 4, $0) < ($1 % 4, $1) }, n.reversed().map { $0 }, n.shuffled().sorted() == n)
print(n.starts(with: [4, 8]), n.lexicographicallyPrecedes([4, 9]), [1, 2].elementsEqual(1...2))
var parts = n
let p = parts.partition { $0 > 15 }
print(p, parts[..<p].sorted(), parts[p...].sorted())
n.forEach { print($0, terminator: ";") }
print()
print(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 }, Array(sequence(first: 10, next: { $0 > 0 ? $0 - 4 : nil })))
print(Array(repeatElement("x", count: 3)), repeatElement(0, count: 2).count, [[3, 1], [2]].joined().sorted(), Array([["a"], ["b"]].joined(separator: ["-"])))
print((1...4).map { $0 * $0 }, (1...10).filter { $0.isMultiple(of: 3) }, (1..<5).reduce(1, *), (0...3).reversed().map { $0 }, (1...3).contains(3))
print(["b": 2, "a": 1].map { "\($0.key)\($0.value)" }.sorted(), "hello".reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max()!)
print([3, 1, 2].sorted().first!, [(2, "b"), (1, "a")].sorted { $0.0 < $1.0 }.map(\.1), ["bb", "a", "ccc"].sorted { $0.count < $1.count })
