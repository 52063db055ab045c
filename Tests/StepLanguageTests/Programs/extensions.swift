// Extensions of library types and of own ones; constrained extensions; nested types.
extension Int {
    var squared: Int { self * self }
    func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
    static func dice(_ seed: Int) -> Int { seed % 6 + 1 }
    mutating func double() { self *= 2 }
    subscript(digit: Int) -> Int { (self / (0..<digit).reduce(1) { p, _ in p * 10 }) % 10 }
}
print(7.squared, Int.dice(10), 746[0], 746[2])
3.times { print($0, terminator: " ") }
var n = 21
n.double()
print(n)
extension String {
    var words: [String] { split(separator: " ").map(String.init) }
    func leftPad(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
    init(stars: Int) { self = String(repeating: "*", count: stars) }
}
print("a bc d".words, "x".leftPad(4), String(stars: 3))
extension Array {
    func chunked(_ size: Int) -> [[Element]] { stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) } }
}
extension Array where Element == Double {
    var mean: Double { isEmpty ? 0 : reduce(0, +) / Double(count) }
    var deviation: Double { let m = mean; return (map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(count)).squareRoot() }
}
extension Sequence where Element: Hashable { func histogram() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print([1, 2, 3, 4, 5].chunked(2), [2.0, 4, 9].mean, [2.0, 4, 4, 4, 5, 5, 7, 9].deviation, "hello".histogram()["l"]!)
extension Optional where Wrapped == String { var orEmpty: String { self ?? "" } }
print((nil as String?).orEmpty.isEmpty, Optional("x").orEmpty)
struct Outer { struct Inner { enum Kind { case a, b }; var kind = Kind.a }; var inner = Inner() }
extension Outer.Inner { var isA: Bool { kind == .a } }
print(Outer().inner.isA, Outer.Inner(kind: .b).kind)
extension Double { var percent: String { "\((self * 1000).rounded() / 10)%" } }
print(0.1234.percent, 1.0.percent)
protocol Describable { var summary: String { get } }
extension Int: Describable { var summary: String { "int \(self)" } }
extension Array: Describable where Element: Describable { var summary: String { map(\.summary).joined(separator: ", ") } }
print(5.summary, [1, 2].summary)
