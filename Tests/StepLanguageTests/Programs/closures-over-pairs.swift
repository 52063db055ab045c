// Closures of two parameters over pairs: zip, enumerated, dictionaries.
let names = ["Zoe", "adam", "Bob", "eve"]
let lengths = names.map { $0.count }
print(lengths)
print(names.sorted { $0.lowercased() < $1.lowercased() })
print(names.filter { $0.count == 3 }.map { $0.uppercased() }.joined(separator: "-"))
let pairs = zip(names, lengths).map { "\($0):\($1)" }
print(pairs)
zip(1...3, ["a", "b", "c"]).forEach { print($0, $1) }
for (i, n) in names.enumerated() where i % 2 == 0 { print(i, n) }
let total = zip([1.5, 2.5], [2, 4]).map { $0 * $1 }.reduce(0, +)
print(total)
let dict = ["a": 1, "b": 2, "c": 3]
print(dict.map { k, v in "\(k)=\(v)" }.sorted())
print(dict.map { "\($0.key)\($0.value)" }.sorted())
print(dict.mapValues { $0 * 10 }.sorted { $0.key < $1.key }.map { $0.value })
print(dict.filter { $0.value > 1 }.keys.sorted())
print(dict.filter { k, v in v > 1 && k != "c" })
print(dict.reduce(0) { $0 + $1.value })
print(dict.reduce(into: [Int: String]()) { $0[$1.value] = $1.key }.sorted { $0.key < $1.key }.map { "\($0.key)->\($0.value)" })
let m = dict.max { a, b in a.value < b.value }
print(m!.key, m?.value ?? 0)
print(names.enumerated().map { $0.offset * $0.element.count })
print(names.enumerated().map { i, s in "\(i)\(s)" })
print(names.enumerated().filter { $0 > 1 && $1.count > 2 }.map { $1 })
print(zip([1, 2, 3], [4, 5, 6]).reduce(0) { $0 + $1.0 * $1.1 })
print(zip([3, 1], [1, 2]).sorted { $0.0 < $1.0 }.map { $0.1 })
print(zip(names, names.dropFirst()).map { $0.0 + $0.1 })
print(zip([1.0, 2.0], [0.5, 0.25]).map(-))
print(zip([1, 2], [3, 4]).map(max))
print(zip([1, 2], [3, 4]).allSatisfy(<))
