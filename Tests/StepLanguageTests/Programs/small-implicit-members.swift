// Implicit members: static properties, functions, cases, chains, in arguments, returns, arrays, ternaries.
struct Color: Equatable { let r, g, b: Int
    static let red = Color(r: 255, g: 0, b: 0), black = Color(r: 0, g: 0, b: 0)
    static func gray(_ v: Int) -> Color { Color(r: v, g: v, b: v) }
    func lighter(by n: Int = 10) -> Color { Color(r: min(255, r + n), g: min(255, g + n), b: min(255, b + n)) }
    var inverted: Color { Color(r: 255 - r, g: 255 - g, b: 255 - b) }
}
enum Optimizer { case sgd(rate: Double, momentum: Double = 0), adam(rate: Double)
    static let standard = Optimizer.adam(rate: 1e-3)
    static func fast(_ k: Double = 10) -> Optimizer { .sgd(rate: 0.1 * k) }
}
func paint(_ c: Color = .black, with o: Optimizer = .standard) -> String { "\(c) \(o)" }
print(paint(), paint(.red), paint(.gray(5).lighter(), with: .fast()), paint(with: .sgd(rate: 1e-2, momentum: 0.9)))
let palette: [Color] = [.red, .gray(1), .black.inverted, .init(r: 1, g: 2, b: 3)]
print(palette.map(\.g), palette.contains(.red), palette.first == .red)
let c: Color = palette.isEmpty ? .red : .gray(7)
let o: Color? = .red
print(c.r, o == .red, o?.lighter(by: 1).g ?? 0, { (flag: Bool) -> Color in flag ? .red : .black }(true).r)
var d: Double = .pi
d = .infinity
print(d, max(.zero, 2.5), [1.5, .nan].last!.isNaN, Int.max == .max, "x" + .init(repeating: "y", count: 2))
switch Optimizer.fast(2) { case .sgd(let rate, _): print(rate); case .adam: print("adam") }
