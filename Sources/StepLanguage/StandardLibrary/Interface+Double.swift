extension StandardLibrary {
    /// The declarations of a floating-point type; `Double` and `Float` differ in name and width alone.
    static func floatingPoint(_ name: String, bits: Int) -> String {
        // The largest significand, the hidden bit with it, and the words that random ones are drawn in.
        let (significand, word) = bits == 64 ? ("0x1F_FFFF_FFFF_FFFF", "UInt64") : ("0xFF_FFFF", "UInt32")
        return """
        struct \(name): BinaryFloatingPoint, CustomStringConvertible, LosslessStringConvertible, ExpressibleByFloatLiteral, Sendable {
            typealias IntegerLiteralType = \(name)
            typealias FloatLiteralType = \(name)
            typealias Magnitude = \(name)
            typealias Stride = \(name)
            init()
            init(integerLiteral value: \(name))
            init(floatLiteral value: \(name))
            init(_ value: Int)
            init(_ value: Double)
            init(_ value: Float)
            init<Source: BinaryInteger>(_ value: Source) { self = \(name)._converting(value._word, Source.isSigned) }
            init<Source: BinaryFloatingPoint>(_ value: Source) { self.init(value._double) }
            init?<T: BinaryInteger>(exactly source: T) {
                guard let value = \(name)._exactly(source._word, T.isSigned) else { return nil }
                self = value
            }
            init?(exactly source: Double)
            init?<S: StringProtocol>(_ text: S) {
                guard let value = \(name)._parsing(String(text)) else { return nil }
                self = value
            }
            init?(_ text: String)
            init(bitPattern: UInt\(bits))
            init(sign: FloatingPointSign, exponent: Int, significand: \(name))
            init(signOf: \(name), magnitudeOf: \(name))
            static func _converting(_ word: Int, _ signed: Bool) -> \(name)
            static func _exactly(_ word: Int, _ signed: Bool) -> \(name)?
            static func _parsing(_ text: String) -> \(name)?
            var _double: Double { get }
            static var zero: \(name) { get }
            static var nan: \(name) { get }
            static var infinity: \(name) { get }
            static var pi: \(name) { get }
            static var greatestFiniteMagnitude: \(name) { get }
            static var leastNormalMagnitude: \(name) { get }
            static var leastNonzeroMagnitude: \(name) { get }
            static var ulpOfOne: \(name) { get }
            var bitPattern: UInt\(bits) { get }
            var exponent: Int { get }
            var significand: \(name) { get }
            var ulp: \(name) { get }
            var nextUp: \(name) { get }
            var nextDown: \(name) { get }
            var magnitude: \(name) { get }
            var sign: FloatingPointSign { get }
            var isFinite: Bool { get }
            var isInfinite: Bool { get }
            var isNaN: Bool { get }
            var isZero: Bool { get }
            var isNormal: Bool { get }
            var isSubnormal: Bool { get }
            var description: String { get }
            var debugDescription: String { get }
            func squareRoot() -> \(name)
            func rounded() -> \(name)
            func rounded(_ rule: FloatingPointRoundingRule) -> \(name)
            mutating func round()
            mutating func round(_ rule: FloatingPointRoundingRule)
            mutating func formSquareRoot()
            func remainder(dividingBy other: \(name)) -> \(name)
            func truncatingRemainder(dividingBy other: \(name)) -> \(name)
            func addingProduct(_ lhs: \(name), _ rhs: \(name)) -> \(name)
            mutating func addProduct(_ lhs: \(name), _ rhs: \(name))
            func isEqual(to other: \(name)) -> Bool
            func isLess(than other: \(name)) -> Bool
            func distance(to other: \(name)) -> \(name)
            func advanced(by amount: \(name)) -> \(name)
            static func _step(_ start: \(name), _ stride: \(name), _ turn: Int, _ current: \(name)) -> \(name) { start.addingProduct(\(name)(turn), stride) }
            func hash(into hasher: inout Hasher)
            static func minimum(_ x: \(name), _ y: \(name)) -> \(name)
            static func maximum(_ x: \(name), _ y: \(name)) -> \(name)
            static func random(in range: Range<\(name)>) -> \(name)
            static func random(in range: ClosedRange<\(name)>) -> \(name)
            static func random<T: RandomNumberGenerator>(in range: Range<\(name)>, using generator: inout T) -> \(name) {
                if range.isEmpty { _fail("Can't get random value with an empty range") }
                let length = range.upperBound - range.lowerBound
                if !length.isFinite { _fail("There is no uniform distribution on an infinite range") }
                let significand = (generator.next() as UInt64) & \(significand)
                let number = length * (\(name)(significand) * (\(name).ulpOfOne / 2)) + range.lowerBound
                return number == range.upperBound ? random(in: range, using: &generator) : number
            }
            static func random<T: RandomNumberGenerator>(in range: ClosedRange<\(name)>, using generator: inout T) -> \(name) {
                let length = range.upperBound - range.lowerBound
                if !length.isFinite { _fail("There is no uniform distribution on an infinite range") }
                let significand = generator.next(upperBound: \(word)(\(significand) + 2))
                if significand == \(significand) + 1 { return range.upperBound }
                return length * (\(name)(significand) * (\(name).ulpOfOne / 2)) + range.lowerBound
            }
            static func + (lhs: \(name), rhs: \(name)) -> \(name)
            static func - (lhs: \(name), rhs: \(name)) -> \(name)
            static func * (lhs: \(name), rhs: \(name)) -> \(name)
            static func / (lhs: \(name), rhs: \(name)) -> \(name)
            static func += (lhs: inout \(name), rhs: \(name))
            static func -= (lhs: inout \(name), rhs: \(name))
            static func *= (lhs: inout \(name), rhs: \(name))
            static func /= (lhs: inout \(name), rhs: \(name))
            static func == (lhs: \(name), rhs: \(name)) -> Bool
            static func != (lhs: \(name), rhs: \(name)) -> Bool
            static func < (lhs: \(name), rhs: \(name)) -> Bool
            static func <= (lhs: \(name), rhs: \(name)) -> Bool
            static func > (lhs: \(name), rhs: \(name)) -> Bool
            static func >= (lhs: \(name), rhs: \(name)) -> Bool
            static prefix func - (x: \(name)) -> \(name)
            static prefix func + (x: \(name)) -> \(name)
            mutating func negate()
        }
        """
    }
}
