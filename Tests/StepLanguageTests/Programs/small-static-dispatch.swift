// Static members, class members, Self, metatypes.
class Shape {
    class var sides: Int { 0 }
    static let registry = ["none"]
    required init() {}
    func copy() -> Self { type(of: self).init() }
    var info: String { "\(type(of: self)) \(type(of: self).sides)" }
}
class Triangle: Shape { override class var sides: Int { 3 } }
class Square: Shape { override class var sides: Int { 4 } }
let kinds: [Shape.Type] = [Shape.self, Triangle.self, Square.self]
print(kinds.map { $0.sides }, kinds.map { $0.init().info }, Shape.registry)
let t: Shape = Triangle()
print(t.copy().info, type(of: t) == Triangle.self, t is Triangle, type(of: t).sides)
protocol Zero { static var zero: Self { get } }
extension Int: Zero {}
extension String: Zero { static var zero: String { "" } }
func zeros<T: Zero>(_ n: Int, _: T.Type = T.self) -> [T] { Array(repeating: .zero, count: n) }
let strings: [String] = zeros(2)
print(zeros(3, Int.self), strings)
struct Angle { var degrees: Double; static let right = Self(degrees: 90); static func * (a: Self, k: Double) -> Self { Self(degrees: a.degrees * k) } }
let angle: Angle = .right
print((angle * 2).degrees, ([.right, .init(degrees: 1)] as [Angle]).map(\.degrees))
