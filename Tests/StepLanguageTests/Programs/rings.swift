protocol Ring { static var zero: Self { get }; static func + (a: Self, b: Self) -> Self; static func * (a: Self, b: Self) -> Self }
extension Int: Ring {}
extension Double: Ring {}
struct P<C: Ring> {
    var c: [C]
    func callAsFunction(_ x: C) -> C { c.reversed().reduce(.zero) { $0 * x + $1 } }
}
print(P(c: [1, 2, 3])(2), P(c: [1.5, 2])(2))
let xs = [1.0, 2.0]
print(xs.reversed().reduce(.zero) { $0 * 2 + $1 })
