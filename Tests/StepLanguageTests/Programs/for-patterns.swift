// for-in with patterns, where clauses, labels, tuples and ranges.
let pairs = [("a", 1), ("b", 2), ("c", 3)]
for (name, value) in pairs where value != 2 { print(name, value) }
for (index, (name, value)) in pairs.enumerated() { print(index, name, value) }
let maybes: [Int?] = [1, nil, 3]
for case let value? in maybes { print(value, terminator: " ") }
for case .some(let value) in maybes where value > 1 { print(value) }
enum Event { case key(Character), move(x: Int, y: Int), quit }
let events: [Event] = [.key("a"), .move(x: 1, y: 2), .quit, .move(x: -1, y: 0)]
for case .move(let x, let y) in events { print(x, y) }
for case let .key(c) in events { print(c) }
outer: for i in 1...4 {
    for j in 1...4 {
        if j == i { continue outer }
        if i * j == 6 { print("found", i, j); break outer }
    }
}
for _ in 0..<2 { print("*", terminator: "") }
print()
for c in "swift".reversed() { print(c, terminator: "") }
print()
for (key, value) in ["only": 1] { print(key, value) }
for x in [[1, 2], [3]].joined() { print(x, terminator: ",") }
print()
for i in (1...3).reversed() { print(i, terminator: " ") }
for i in 0..<0 { print("never", i) }
for (a, b) in zip([1, 2, 3], "xy") { print(a, b, terminator: ";") }
print()
