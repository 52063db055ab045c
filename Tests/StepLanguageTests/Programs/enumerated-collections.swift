// enumerated() of a collection is one.
let a = [4, 1, 3]
let e = a.enumerated()
print(e.count, e.isEmpty, type(of: e.reversed()), type(of: e.dropFirst()), type(of: e.prefix(2)), type(of: e.suffix(1)), type(of: e.dropLast()), e.underestimatedCount)
if let f = e.first { print(f.offset, f.element) }
print(e.last!.element, e.first!)
print(a.enumerated().reversed().map { "\($0.offset):\($0.element)" })
for (i, x) in a.enumerated().dropFirst() { print(i, x) }
for (i, x) in a.enumerated().reversed() { print(i, x) }
print(a.enumerated().prefix(2).count, a.enumerated().suffix(2).map(\.offset))
print(a.enumerated().min { $0.element < $1.element }!.offset, a.enumerated().max(by: { $0.1 < $1.1 })!.0)
print(a.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), a.enumerated().sorted { $0.element < $1.element }.map(\.offset))
print("héllo".enumerated().count, "abc".enumerated().map { "\($0)\($1)" }, Set([1]).enumerated().count, (5..<9).enumerated().last!)
print(Array(a.enumerated()), a.enumerated().first(where: { $0.element == 3 })!.offset, a.enumerated().contains { $0 == (1, 1) })
print(e[e.startIndex], e[e.index(after: e.startIndex)], e.distance(from: e.startIndex, to: e.endIndex))
print(zip(a.enumerated(), ["x", "y", "z"]).map { "\($0.0.offset)\($0.1)" })
print(a.enumerated().allSatisfy { $0 <= $1 }, a.enumerated().reduce(0) { $0 + $1.offset * $1.element })
print(a.lazy.enumerated().map { $0.offset }.first ?? -1, [a, a].enumerated().flatMap { i, r in r.map { $0 * i } })
print(stride(from: 0, to: 6, by: 2).enumerated().map { $0.0 + $0.1 }, a.enumerated().randomElement() != nil)
print(a.enumerated().firstIndex { $0.element == 1 } != nil, a[...].enumerated().map(\.offset))
func mean<S: Sequence>(_ s: S) -> Int where S.Element == (offset: Int, element: Int) { s.reduce(0) { $0 + $1.element } }
print(mean(a.enumerated()))
print(Dictionary(uniqueKeysWithValues: a.enumerated().map { ($0.element, $0.offset) })[3]!)
print(a.enumerated())
