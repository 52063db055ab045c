extension StandardLibrary {
    /// The declarations of a fixed-width integer type; the ten of them differ in name, width and sign alone.
    static func integer(_ name: String, bits: Int, signed: Bool) -> String {
        let magnitude = signed ? "U" + name : name
        let counterpart = signed ? "U" + name : String(name.dropFirst())
        let negation =
            signed
            ? """
                static prefix func - (operand: \(name)) -> \(name)
                mutating func negate()
            """ : ""
        let ascii = name == "UInt8" ? "    init(ascii v: Unicode.Scalar) { self.init(v.value) }" : ""
        return """
            struct \(name): FixedWidthInteger, \(signed ? "SignedInteger" : "UnsignedInteger"), Sendable {
                typealias IntegerLiteralType = \(name)
                typealias Magnitude = \(magnitude)
                typealias Stride = Int
            \(ascii)
                init()
                init(integerLiteral value: \(name))
                init(_ source: \(name))
                init<T: BinaryInteger>(_ source: T) { self = \(name)._converting(source._word, T.isSigned) }
                init<T: BinaryInteger>(truncatingIfNeeded source: T) { self = \(name)._truncating(source._word) }
                init<T: BinaryInteger>(clamping source: T) { self = \(name)._clamping(source._word, T.isSigned) }
                init?<T: BinaryInteger>(exactly source: T) {
                    guard let value = \(name)._exactly(source._word, T.isSigned) else { return nil }
                    self = value
                }
                init(bitPattern source: \(counterpart))
                init(_ source: Double)
                init(_ source: Float)
                init<T: BinaryFloatingPoint>(_ source: T) { self.init(source._double) }
                init?(exactly source: Double)
                init?(exactly source: Float)
                init?<T: BinaryFloatingPoint>(exactly source: T) { self.init(exactly: source._double) }
                init?(_ description: String)
                init?<S: StringProtocol>(_ text: S, radix: Int = 10) {
                    guard let value = \(name)._parsing(String(text), radix) else { return nil }
                    self = value
                }
                static func _converting(_ word: Int, _ signed: Bool) -> \(name)
                static func _truncating(_ word: Int) -> \(name)
                static func _clamping(_ word: Int, _ signed: Bool) -> \(name)
                static func _exactly(_ word: Int, _ signed: Bool) -> \(name)?
                static func _parsing(_ text: String, _ radix: Int) -> \(name)?
                var _word: Int { get }
                static var zero: \(name) { get }
                static var max: \(name) { get }
                static var min: \(name) { get }
                static var isSigned: Bool { get }
                static var bitWidth: Int { get }
                var bitWidth: Int { get }
                var magnitude: \(magnitude) { get }
                var description: String { get }
                var nonzeroBitCount: Int { get }
                var leadingZeroBitCount: Int { get }
                var trailingZeroBitCount: Int { get }
                var byteSwapped: \(name) { get }
                func signum() -> \(name)
                func isMultiple(of other: \(name)) -> Bool
                func quotientAndRemainder(dividingBy rhs: \(name)) -> (quotient: \(name), remainder: \(name))
                func addingReportingOverflow(_ rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func subtractingReportingOverflow(_ rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func multipliedReportingOverflow(by rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func dividedReportingOverflow(by rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func remainderReportingOverflow(dividingBy rhs: \(name)) -> (partialValue: \(name), overflow: Bool)
                func distance(to other: \(name)) -> Int
                func advanced(by n: Int) -> \(name)
                static func _ends(_ current: \(name), _ stride: Int) -> Bool {
                    if bitWidth < 64 {
                        let next = Int(truncatingIfNeeded: current).addingReportingOverflow(stride)
                        return next.overflow || next.partialValue < Int(truncatingIfNeeded: \(name).min)
                            || next.partialValue > Int(truncatingIfNeeded: \(name).max)
                    }
                    if stride >= 0 { return current.addingReportingOverflow(\(name)(truncatingIfNeeded: stride)).overflow }
                    return current.subtractingReportingOverflow(\(name)(truncatingIfNeeded: 0 &- stride)).overflow
                }
                func hash(into hasher: inout Hasher)
                static func random(in range: Range<\(name)>) -> \(name)
                static func random(in range: ClosedRange<\(name)>) -> \(name)
                static func random<T: RandomNumberGenerator>(in range: Range<\(name)>, using generator: inout T) -> \(name) {
                    if range.isEmpty { _fail("Can't get random value with an empty range") }
                    let count = \(magnitude)(truncatingIfNeeded: range.upperBound &- range.lowerBound)
                    return range.lowerBound &+ \(name)(truncatingIfNeeded: generator.next(upperBound: count))
                }
                static func random<T: RandomNumberGenerator>(in range: ClosedRange<\(name)>, using generator: inout T) -> \(name) {
                    let last = \(magnitude)(truncatingIfNeeded: range.upperBound &- range.lowerBound)
                    if last == \(magnitude).max { return \(name)(truncatingIfNeeded: generator.next() as UInt64) }
                    return range.lowerBound &+ \(name)(truncatingIfNeeded: generator.next(upperBound: last + 1))
                }
                func multipliedFullWidth(by other: \(name)) -> (high: \(name), low: \(magnitude)) {
                    (_highProduct(other), \(magnitude)(truncatingIfNeeded: self &* other))
                }
                func _highProduct(_ other: \(name)) -> \(name)
                static func + (lhs: \(name), rhs: \(name)) -> \(name)
                static func - (lhs: \(name), rhs: \(name)) -> \(name)
                static func * (lhs: \(name), rhs: \(name)) -> \(name)
                static func / (lhs: \(name), rhs: \(name)) -> \(name)
                static func % (lhs: \(name), rhs: \(name)) -> \(name)
                static func += (lhs: inout \(name), rhs: \(name))
                static func -= (lhs: inout \(name), rhs: \(name))
                static func *= (lhs: inout \(name), rhs: \(name))
                static func /= (lhs: inout \(name), rhs: \(name))
                static func %= (lhs: inout \(name), rhs: \(name))
                static func == (lhs: \(name), rhs: \(name)) -> Bool
                static func != (lhs: \(name), rhs: \(name)) -> Bool
                static func < (lhs: \(name), rhs: \(name)) -> Bool
                static func <= (lhs: \(name), rhs: \(name)) -> Bool
                static func > (lhs: \(name), rhs: \(name)) -> Bool
                static func >= (lhs: \(name), rhs: \(name)) -> Bool
                static func & (lhs: \(name), rhs: \(name)) -> \(name)
                static func | (lhs: \(name), rhs: \(name)) -> \(name)
                static func ^ (lhs: \(name), rhs: \(name)) -> \(name)
                static func &= (lhs: inout \(name), rhs: \(name))
                static func |= (lhs: inout \(name), rhs: \(name))
                static func ^= (lhs: inout \(name), rhs: \(name))
                static func &+ (lhs: \(name), rhs: \(name)) -> \(name)
                static func &- (lhs: \(name), rhs: \(name)) -> \(name)
                static func &* (lhs: \(name), rhs: \(name)) -> \(name)
                static func &<< (lhs: \(name), rhs: \(name)) -> \(name)
                static func &>> (lhs: \(name), rhs: \(name)) -> \(name)
                static func &<< <RHS: BinaryInteger>(lhs: \(name), rhs: RHS) -> \(name) { lhs &<< \(name)(truncatingIfNeeded: rhs) }
                static func &>> <RHS: BinaryInteger>(lhs: \(name), rhs: RHS) -> \(name) { lhs &>> \(name)(truncatingIfNeeded: rhs) }
                static func &+= (lhs: inout \(name), rhs: \(name)) { lhs = lhs &+ rhs }
                static func &-= (lhs: inout \(name), rhs: \(name)) { lhs = lhs &- rhs }
                static func &*= (lhs: inout \(name), rhs: \(name)) { lhs = lhs &* rhs }
                static func << (lhs: \(name), rhs: Int) -> \(name)
                static func >> (lhs: \(name), rhs: Int) -> \(name)
                static func << <RHS: BinaryInteger>(lhs: \(name), rhs: RHS) -> \(name) { lhs << Int(clamping: rhs) }
                static func >> <RHS: BinaryInteger>(lhs: \(name), rhs: RHS) -> \(name) { lhs >> Int(clamping: rhs) }
                static func <<= <RHS: BinaryInteger>(lhs: inout \(name), rhs: RHS) { lhs = lhs << Int(clamping: rhs) }
                static func >>= <RHS: BinaryInteger>(lhs: inout \(name), rhs: RHS) { lhs = lhs >> Int(clamping: rhs) }
                static prefix func ~ (x: \(name)) -> \(name)
                static prefix func + (x: \(name)) -> \(name)
            \(negation)
            }
            """
    }
}
