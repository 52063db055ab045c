// Grouping, inverting, nested counting, ranking; everything printed in order.
let marks = [("math", "ann", 5), ("art", "bob", 3), ("math", "bob", 4), ("art", "ann", 2), ("gym", "cy", 1)]
var bySubject: [String: [String: Int]] = [:]
for (subject, who, mark) in marks { bySubject[subject, default: [:]][who] = mark }
for subject in bySubject.keys.sorted() { print(subject, bySubject[subject]!.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: " ")) }
let byPerson = Dictionary(grouping: marks, by: \.1).mapValues { $0.map(\.2) }
let means = byPerson.mapValues { v in Double(v.reduce(0, +)) / Double(v.count) }
print(means.sorted { $0.value > $1.value || ($0.value == $1.value && $0.key < $1.key) }.map { "\($0.key) \($0.value)" })
var inverted: [Int: Set<String>] = [:]
for (_, who, mark) in marks { inverted[mark, default: []].insert(who) }
print(inverted.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value.sorted())" })
bySubject["math"]?["zed"] = 1
bySubject["new"]?["x"] = 1
bySubject["art"]?.removeValue(forKey: "bob")
print(bySubject.mapValues(\.count).sorted { $0.key < $1.key }.map(\.value), bySubject["new"] as Any)
let codes = Dictionary(uniqueKeysWithValues: "abc".enumerated().map { ($1, $0) })
print("cab".map { codes[$0]! }, codes.first { $0.value == 1 }!.key, codes.filter { $0.value > 0 }.keys.sorted(), codes.values.max()!)
var graph: [Int: [Int]] = [:]
for (a, b) in [(1, 2), (2, 3), (1, 3)] { graph[a, default: []].append(b); graph[b, default: []].append(a) }
print(graph.keys.sorted().map { "\($0)->\(graph[$0]!)" }, graph.max { $0.value.count < $1.value.count } != nil)
