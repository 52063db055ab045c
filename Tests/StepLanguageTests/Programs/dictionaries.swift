// Dictionaries: reading, writing, defaults, merging, grouping; ordered where order shows.
var ages = ["Ada": 36, "Bob": 25]
ages["Cid"] = 41
ages["Bob"] = nil
print(ages.count, ages["Ada"]!, ages["Bob"] as Any, ages["Zed", default: 0], ages.keys.sorted(), ages.values.sorted())
print(ages.updateValue(37, forKey: "Ada") as Any, ages.updateValue(1, forKey: "New") as Any, ages.removeValue(forKey: "New") as Any, ages.removeValue(forKey: "X") as Any)
for (name, age) in ages.sorted(by: { $0.key < $1.key }) { print(name, age) }
for name in ages.keys.sorted() { print(name, terminator: " ") }
print(ages.isEmpty, ages.contains { $0.value > 40 }, ages.keys.contains("Ada"))
var counts: [String: Int] = [:]
for word in "the cat and the dog and the bird".split(separator: " ") { counts[String(word), default: 0] += 1 }
print(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key):\($0.value)" })
print(counts.mapValues { $0 * 10 }["the"]!, counts.filter { $0.value > 1 }.count, counts.compactMapValues { $0 > 2 ? $0 : nil })
let groups = Dictionary(grouping: ["apple", "avocado", "bean", "beet", "corn"]) { $0.first! }
print(groups.keys.sorted(), groups["a"]!, groups["b"]!)
print(Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...)).sorted { $0.key < $1.key }, Dictionary([("k", 1), ("k", 2)], uniquingKeysWith: +))
print(["a": 1].merging(["a": 5, "b": 2]) { old, new in old + new }.sorted { $0.key < $1.key })
var m = ["x": [1]]
m.merge(["x": [2], "y": [3]]) { $0 + $1 }
m["x"]?.append(9)
m["z", default: []] += [7]
print(m["x"]!, m["y"]!, m["z"]!, m["q"]?.count as Any)
print(["a": 1, "b": 2] == ["b": 2, "a": 1], [1: "a"] != [1: "b"], [String: Int](), ["single": 1.5])
print(ages.min { $0.value < $1.value }!.key, ages.max { $0.value < $1.value }!, ages.first { $0.key == "Ada" }!.value, ages.reduce(0) { $0 + $1.value })
let nested: [String: [String: Int]] = ["outer": ["inner": 5]]
print(nested["outer"]?["inner"] ?? 0, nested["none"]?["inner"] as Any)
for (i, pair) in ages.sorted(by: { $0.value < $1.value }).enumerated() { print(i, pair.key, pair) }
ages.removeAll()
print(ages, ages.first as Any)
