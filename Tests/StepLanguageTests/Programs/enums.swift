// Enums: payloads, methods, mutating, raw values, CaseIterable, indirect, static members.
enum Compass: String, CaseIterable { case north, east = "E", south, west
    var opposite: Compass {
        switch self { case .north: .south; case .south: .north; case .east: .west; case .west: .east }
    }
    mutating func turn() {
        let all = Compass.allCases
        self = all[(all.firstIndex(of: self)! + 1) % all.count]
    }
}
var heading = Compass.west
heading.turn()
print(heading, heading.rawValue, heading.opposite, Compass.allCases.map(\.rawValue))
print(Compass(rawValue: "E") as Any, Compass(rawValue: "east") as Any)
enum Planet: Int { case mercury = 1, venus, earth, mars = 10, jupiter }
print(Planet.earth.rawValue, Planet.jupiter.rawValue, Planet(rawValue: 2)!)
indirect enum Expr {
    case number(Double)
    case add(Expr, Expr)
    case multiply(Expr, Expr)
    case negate(Expr)
    var value: Double {
        switch self {
        case .number(let n): n
        case .add(let a, let b): a.value + b.value
        case let .multiply(a, b): a.value * b.value
        case .negate(let e): -e.value
        }
    }
}
let tree = Expr.add(.number(2), .multiply(.number(3), .negate(.number(4))))
print(tree.value, tree)
enum Barcode: Equatable, Hashable { case upc(Int, Int), qr(String)
    static let sample = Barcode.qr("x")
}
print(Barcode.upc(1, 2) == .upc(1, 2), Barcode.sample == .qr("y"), Set([Barcode.sample, .qr("x")]).count)
if case .qr(let text) = Barcode.sample { print(text) }
enum Level: Int, Comparable { case low = 1, mid, high
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}
print(Level.low < .high, [Level.high, .low, .mid].sorted(), Level.mid >= .mid, max(Level.low, .mid))
enum Light: CaseIterable, Comparable { case red, yellow, green }
print(Light.red < .green, Light.allCases.max()!, Light.allCases.count)
enum Op: Character { case plus = "+", minus = "-" }
print(Op(rawValue: "-")!, Op.plus.rawValue)
