// reversed, enumerated, zip, indices, stride together.
let w = ["a", "b", "c"]
for (i, x) in w.enumerated().reversed() { print(i, x, terminator: " ") }
for (i, x) in w.reversed().enumerated() { print(i, x, terminator: " ") }
print()
for i in w.indices.reversed() { print(w[i], terminator: "") }
for i in stride(from: w.count - 1, through: 0, by: -1) { print(w[i], terminator: "") }
print()
print(w.reversed() as [String], Array(w.reversed()), String("abc".reversed()), w.reversed().first!, w.reversed().joined(), (1...3).reversed().map { $0 * 2 })
print(zip(w, w.reversed()).map { $0 + $1 }, zip(w.indices, w).map { "\($0)\($1)" }, Array(zip(1..., w)).last!)
print(w.enumerated().max { $0.element < $1.element }!.offset, w.enumerated().first { $0.element == "b" }!.offset, w.enumerated().filter { $0.offset > 0 }.map { $0.element })
let d = Dictionary(uniqueKeysWithValues: w.enumerated().map { ($0.element, $0.offset) })
print(d["c"]!, w.enumerated().reduce(0) { $0 + $1.offset * 10 + $1.element.count }, w.enumerated().map { (n, s) in String(repeating: s, count: n + 1) })
