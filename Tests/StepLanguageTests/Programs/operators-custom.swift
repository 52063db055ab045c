// Operators on own types, own operators, prefix and compound ones, precedence.
struct V: Equatable { var x, y: Int
    static func + (a: V, b: V) -> V { V(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: V, b: V) -> V { V(x: a.x - b.x, y: a.y - b.y) }
    static func * (k: Int, v: V) -> V { V(x: k * v.x, y: k * v.y) }
    static prefix func - (v: V) -> V { V(x: -v.x, y: -v.y) }
    static func += (a: inout V, b: V) { a = a + b }
}
var v = V(x: 1, y: 2) + 3 * V(x: 1, y: 1) - V(x: 0, y: 1)
v += V(x: 10, y: 10)
print(v, -v, v == V(x: 14, y: 14), v != V(x: 0, y: 0))
infix operator **: Power
precedencegroup Power {
    higherThan: MultiplicationPrecedence
    associativity: right
}
func ** (base: Int, exponent: Int) -> Int { (0..<exponent).reduce(1) { r, _ in r * base } }
print(2 ** 3 ** 2, 2 * 3 ** 2)
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
print(√16, √2.25 + 1)
infix operator |>: AdditionPrecedence
func |> <A, B>(a: A, f: (A) -> B) -> B { f(a) }
print(5 |> { $0 * 2 } |> { "\($0)" })
postfix operator %%
postfix func %% (x: Double) -> Double { x / 100 }
print(50.0%%)
infix operator ±
func ± (a: Double, b: Double) -> ClosedRange<Double> { (a - b)...(a + b) }
print((5.0 ± 0.5).contains(5.4))
struct Money: Comparable, CustomStringConvertible { let cents: Int
    static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }
    var description: String { "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
print(Money(cents: 150) < Money(cents: 200), [Money(cents: 305), Money(cents: 99)].min()!, max(Money(cents: 1), Money(cents: 2)))
print(1 + 2 * 3 - 4 / 2 % 3, 1 < 2 && 2 < 3 || false, 2 + 3 << 1, 7 & 3 + 1)
