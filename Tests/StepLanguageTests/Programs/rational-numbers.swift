// Fractions with all their operators, literals, sorting.
struct Rational: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    let n: Int, d: Int
    init(_ n: Int, _ d: Int = 1) {
        precondition(d != 0)
        func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
        let g = max(1, gcd(n, d)), sign = d < 0 ? -1 : 1
        self.n = sign * n / g
        self.d = sign * d / g
    }
    init(integerLiteral value: Int) { self.init(value) }
    init?(_ text: String) {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[1] != 0 else { return nil }
        self.init(parts[0], parts[1])
    }
    static func + (a: Self, b: Self) -> Self { Rational(a.n * b.d + b.n * a.d, a.d * b.d) }
    static func - (a: Self, b: Self) -> Self { a + Rational(-b.n, b.d) }
    static func * (a: Self, b: Self) -> Self { Rational(a.n * b.n, a.d * b.d) }
    static func / (a: Self, b: Self) -> Self { a * Rational(b.d, b.n) }
    static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
    var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
    var value: Double { Double(n) / Double(d) }
}
let half = Rational(1, 2), third = Rational(2, 6)
print(half + third, half - third, half * third, half / third, half > third, half == Rational(-2, -4))
print((1...10).map { Rational(1, $0) }.reduce(0, +), [half, third, 2, -1].sorted(), half + 1, Set([half, Rational(3, 6)]).count)
print(Rational("3/-9") as Any, Rational("x") as Any, Rational(3, 4).value, max(half, third), half...2 ~= 1)
