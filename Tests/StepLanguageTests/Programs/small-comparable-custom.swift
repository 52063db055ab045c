// Comparable types in sort, min, max, ranges, sets of them; sort by several keys.
struct Version: Comparable, CustomStringConvertible {
    let parts: [Int]
    init(_ s: String) { parts = s.split(separator: ".").map { Int($0)! } }
    static func < (a: Version, b: Version) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
    var description: String { "v" + parts.map(String.init).joined(separator: ".") }
}
let versions = ["1.10", "1.2", "1.2.1", "0.9"].map(Version.init)
print(versions.sorted(), versions.max()!, versions[1] < versions[2], versions[0] >= versions[1], Version("1.2") == versions[1])
print((Version("1.0")...Version("1.9")).contains(Version("1.2.5")), versions.filter { $0 > Version("1.1") }, min(versions[0], versions[3]))
struct Person { let name: String, age: Int, score: Double }
let people = [Person(name: "Cy", age: 30, score: 1), Person(name: "Al", age: 30, score: 2), Person(name: "Bo", age: 25, score: 2)]
print(people.sorted { ($0.age, $0.name) < ($1.age, $1.name) }.map(\.name), people.sorted { ($1.score, $0.name) < ($0.score, $1.name) }.map(\.name))
func sorter<T, K: Comparable>(_ key: @escaping (T) -> K, descending: Bool = false) -> (T, T) -> Bool { { descending ? key($0) > key($1) : key($0) < key($1) } }
print(people.sorted(by: sorter { $0.name }).map(\.name), people.sorted(by: sorter(\.age, descending: true)).map(\.age), people.min { $0.score < $1.score }!.name)
enum Size: Comparable { case small, medium(Int), large; }
print(Size.small < .large, Size.medium(1) < .medium(2), [Size.large, .medium(5), .small, .medium(1)].sorted())
print((1, "a", 2.0) < (1, "b", 1.0), ["b", "a"].max()!, [[1, 2], [1]].min { $0.count < $1.count }!)
