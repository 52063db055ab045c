// Structs: memberwise initializers, methods, mutating, computed and static members.
struct Vector: Equatable {
    var x: Double = 0
    var y = 0.0
    static let zero = Vector()
    static var made = 0
    var length: Double { (x * x + y * y).squareRoot() }
    func scaled(by k: Double) -> Vector { Vector(x: x * k, y: y * k) }
    mutating func normalize() {
        let l = length
        guard l > 0 else { return }
        x /= l
        y /= l
    }
    mutating func reset() { self = .zero }
    static func unit(angle: Int) -> Vector {
        made += 1
        switch angle {
        case 0: return Vector(x: 1)
        case 90: return Vector(y: 1)
        default: return .zero
        }
    }
}
var v = Vector(x: 3, y: 4)
print(v.length, v.scaled(by: 2), Vector(y: 2))
v.normalize()
print(v, v == Vector(x: 0.6, y: 0.8), v != .zero)
v.reset()
print(v, Vector.unit(angle: 90), Vector.unit(angle: 0), Vector.made)
struct Celsius {
    let degrees: Double
    init(fahrenheit f: Double) { degrees = (f - 32) / 1.8 }
    init(_ d: Double) { degrees = d }
    init?(text: String) {
        guard let d = Double(text) else { return nil }
        self.init(d)
    }
}
print(Celsius(fahrenheit: 212).degrees, Celsius(37).degrees, Celsius(text: "x") == nil, Celsius(text: "5")!.degrees)
extension Celsius {
    var kelvin: Double { degrees + 273.15 }
    static func + (a: Celsius, b: Celsius) -> Celsius { Celsius(a.degrees + b.degrees) }
}
print((Celsius(10) + Celsius(5)).kelvin)
