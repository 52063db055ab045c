// Ranges of every kind.
let r = 1...5, h = 0..<5
print(r, h, r.count, h.count, r.lowerBound, h.upperBound, r.contains(5), h.contains(5), h.isEmpty)
print((0..<0).isEmpty, Array(h), r.map { $0 * 2 }, r.sorted(by: >), h.reversed().first!)
print((0.0...1.0).contains(0.5), (0.0..<1.0).contains(1.0), ("a"..."f").contains("c"), ("a"..<"f").contains("f"))
print((3...).contains(100), (...3).contains(4), (..<3).contains(2))
print(r ~= 3, 1..<10 ~= 10, r == 1...5, h.first!, h.last!, r.min()!, r.max()!)
print(h.dropFirst(2), h.prefix(2), h[1..<3], r.randomElement() != nil)
print((1..<10).clamped(to: 3..<5), (1...3).overlaps(3...5), (1..<3).overlaps(3..<5))
func clamp<T: Comparable>(_ x: T, _ range: ClosedRange<T>) -> T { min(max(x, range.lowerBound), range.upperBound) }
print(clamp(15, 0...10), clamp(-0.5, 0...1), clamp("m", "a"..."f"))
for i in stride(from: r.upperBound, through: r.lowerBound, by: -2) { print(i, terminator: " ") }
print()
let list = [10, 20, 30, 40]
print(list[1...], list[...1], list[..<2], list[1..<3], list.indices, list.indices.contains(4))
print(Range(1...3), ClosedRange(1..<4), (1...3).reduce(0, +), (-3...(-1)).map { abs($0) })
print([0..<2: "low", 2..<4: "high"][2..<4]!, Array((1...3).enumerated().map { $0.offset * $0.element }))
for x in (1...3) where x != 2 { print(x, terminator: ",") }
print((0..<10).filter { $0 % 3 == 0 }, (1...6).split(separator: 3).map { Array($0) }, r.allSatisfy { $0 > 0 }, (1...9).firstIndex(of: 4) != nil)
