// Polynomials with Horner, derivative, products and printing.
struct Polynomial: Equatable, CustomStringConvertible {
    var c: [Int]
    init(_ c: Int...) { self.init(c) }
    init(_ c: [Int]) { var c = c; while c.count > 1 && c.last == 0 { c.removeLast() }; self.c = c.isEmpty ? [0] : c }
    var degree: Int { c.count - 1 }
    func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } }
    var derivative: Polynomial { Polynomial(c.enumerated().dropFirst().map { $0 * $1 }) }
    static func + (a: Self, b: Self) -> Self {
        Polynomial((0..<max(a.c.count, b.c.count)).map { i in (i < a.c.count ? a.c[i] : 0) + (i < b.c.count ? b.c[i] : 0) })
    }
    static func * (a: Self, b: Self) -> Self {
        var r = [Int](repeating: 0, count: a.degree + b.degree + 1)
        for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }
        return Polynomial(r)
    }
    var description: String {
        let terms = c.enumerated().reversed().filter { $0.element != 0 }.map { power, k -> String in
            let x = power == 0 ? "" : power == 1 ? "x" : "x^\(power)"
            return (k == 1 && power > 0 ? "" : k == -1 && power > 0 ? "-" : "\(k)") + x
        }
        return terms.isEmpty ? "0" : terms.joined(separator: " + ").replacing(" + -", " - ")
    }
}
extension String { func replacing(_ a: String, _ b: String) -> String {
    var out = "", rest = Substring(self)
    while !rest.isEmpty { if rest.hasPrefix(a) { out += b; rest = rest.dropFirst(a.count) } else { out.append(rest.removeFirst()) } }
    return out
} }
let p = Polynomial(1, -3, 0, 2), q = Polynomial(-1, 1)
print(p, q, p + q, p * q, p.derivative, p(2), (q * q * q), Polynomial(5).derivative, p == Polynomial(1, -3, 0, 2, 0))
