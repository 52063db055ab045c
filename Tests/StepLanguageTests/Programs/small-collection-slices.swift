// prefix, suffix, drop on many collections; first and last with conditions.
let r = 1...10, s = "abcdefgh", a = Array(r)
print(r.prefix(3).map { $0 }, r.suffix(2).map { $0 }, r.dropFirst(7).map { $0 }, r.dropLast(8).map { $0 })
print(s.prefix(3), s.suffix(3), s.dropFirst(6), s.dropLast(6), s.prefix(100), s.suffix(0).isEmpty, s.prefix { $0 < "d" }, s.drop { $0 < "f" })
print(a.prefix(0), a.suffix(20).count, a.prefix(upTo: 2), a.prefix(through: 2), a.suffix(from: 8), a[3...5].first!, a[..<3].last!)
print(a.first { $0 > 4 }!, a.last { $0 < 4 }!, a.firstIndex { $0 * $0 > 20 }!, a.lastIndex { $0 % 4 == 0 }!, a.dropFirst().dropLast().count)
print(a.split { $0 % 4 == 0 }, a.split(maxSplits: 1, whereSeparator: { $0 % 4 == 0 }).map(\.count), a.indices.filter { a[$0] % 3 == 0 })
var b = a
b.removeSubrange(2..<5)
b.removeLast(2)
b.removeFirst(1)
print(b, b[1...].startIndex, Array(b[1...]).startIndex, b.dropFirst(2).startIndex)
let halves = (a[..<(a.count / 2)], a[(a.count / 2)...])
print(halves.0, halves.1, halves.1.startIndex, Array(halves.0) + halves.1 == a)
print(a.chunks(4).map { $0.count }, a.min { abs($0 - 6) < abs($1 - 6) }!)
extension Array { func chunks(_ n: Int) -> [ArraySlice<Element>] { stride(from: 0, to: count, by: n).map { self[$0..<Swift.min($0 + n, count)] } } }
