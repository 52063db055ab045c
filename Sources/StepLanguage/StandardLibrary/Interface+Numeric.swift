extension StandardLibrary {
    static let numeric = #"""
        protocol AdditiveArithmetic: Equatable {
            static var zero: Self { get }
            static func + (lhs: Self, rhs: Self) -> Self
            static func += (lhs: inout Self, rhs: Self)
            static func - (lhs: Self, rhs: Self) -> Self
            static func -= (lhs: inout Self, rhs: Self)
        }

        extension AdditiveArithmetic {
            static func += (lhs: inout Self, rhs: Self) { lhs = lhs + rhs }
            static func -= (lhs: inout Self, rhs: Self) { lhs = lhs - rhs }
            static prefix func + (x: Self) -> Self { x }
        }

        extension AdditiveArithmetic where Self: ExpressibleByIntegerLiteral {
            static var zero: Self { 0 }
        }

        protocol Numeric: AdditiveArithmetic, ExpressibleByIntegerLiteral {
            associatedtype Magnitude: Comparable, Numeric
            init?<T: BinaryInteger>(exactly source: T)
            var magnitude: Magnitude { get }
            static func * (lhs: Self, rhs: Self) -> Self
            static func *= (lhs: inout Self, rhs: Self)
        }

        protocol SignedNumeric: Numeric {
            static prefix func - (operand: Self) -> Self
            mutating func negate()
        }

        extension SignedNumeric {
            static prefix func - (operand: Self) -> Self { 0 - operand }
            mutating func negate() { self = -self }
        }

        protocol Strideable<Stride>: Comparable {
            associatedtype Stride: Comparable, SignedNumeric
            func distance(to other: Self) -> Stride
            func advanced(by n: Stride) -> Self
            static func _step(_ start: Self, _ stride: Stride, _ turn: Int, _ current: Self) -> Self
            static func _ends(_ current: Self, _ stride: Stride) -> Bool
        }

        extension Strideable {
            static func _step(_ start: Self, _ stride: Stride, _ turn: Int, _ current: Self) -> Self { current.advanced(by: stride) }
            static func _ends(_ current: Self, _ stride: Stride) -> Bool { false }
        }

        protocol BinaryInteger: Hashable, Numeric, CustomStringConvertible, Strideable where Magnitude: BinaryInteger {
            static var isSigned: Bool { get }
            init?<T: BinaryFloatingPoint>(exactly source: T)
            init<T: BinaryFloatingPoint>(_ source: T)
            init<T: BinaryInteger>(_ source: T)
            init<T: BinaryInteger>(truncatingIfNeeded source: T)
            init<T: BinaryInteger>(clamping source: T)
            var bitWidth: Int { get }
            var trailingZeroBitCount: Int { get }
            static func / (lhs: Self, rhs: Self) -> Self
            static func /= (lhs: inout Self, rhs: Self)
            static func % (lhs: Self, rhs: Self) -> Self
            static func %= (lhs: inout Self, rhs: Self)
            static prefix func ~ (x: Self) -> Self
            static func & (lhs: Self, rhs: Self) -> Self
            static func &= (lhs: inout Self, rhs: Self)
            static func | (lhs: Self, rhs: Self) -> Self
            static func |= (lhs: inout Self, rhs: Self)
            static func ^ (lhs: Self, rhs: Self) -> Self
            static func ^= (lhs: inout Self, rhs: Self)
            static func >> <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
            static func >>= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS)
            static func << <RHS: BinaryInteger>(lhs: Self, rhs: RHS) -> Self
            static func <<= <RHS: BinaryInteger>(lhs: inout Self, rhs: RHS)
            func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self)
            func isMultiple(of other: Self) -> Bool
            func signum() -> Self
            var _word: Int { get }
        }

        extension BinaryInteger {
            static func == <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) == 0 }
            static func != <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) != 0 }
            static func < <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) < 0 }
            static func <= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) <= 0 }
            static func > <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) > 0 }
            static func >= <Other: BinaryInteger>(lhs: Self, rhs: Other) -> Bool { _compareWords(lhs._word, Self.isSigned, rhs._word, Other.isSigned) >= 0 }
            func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self) { (self / rhs, self % rhs) }
            func isMultiple(of other: Self) -> Bool {
                if other == 0 { return self == 0 }
                if Self.isSigned, other == (0 as Self) - 1 { return true }
                return self % other == 0
            }
            func signum() -> Self { (self > (0 as Self) ? 1 : 0) - (self < (0 as Self) ? 1 : 0) }
        }

        func _compareWords(_ lhs: Int, _ lhsSigned: Bool, _ rhs: Int, _ rhsSigned: Bool) -> Int

        protocol SignedInteger: BinaryInteger, SignedNumeric {
        }

        protocol UnsignedInteger: BinaryInteger {
        }

        protocol FixedWidthInteger: BinaryInteger, LosslessStringConvertible {
            static var bitWidth: Int { get }
            static var max: Self { get }
            static var min: Self { get }
            func addingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
            func subtractingReportingOverflow(_ rhs: Self) -> (partialValue: Self, overflow: Bool)
            func multipliedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
            func dividedReportingOverflow(by rhs: Self) -> (partialValue: Self, overflow: Bool)
            var nonzeroBitCount: Int { get }
            var leadingZeroBitCount: Int { get }
            var byteSwapped: Self { get }
            static func &+ (lhs: Self, rhs: Self) -> Self
            static func &- (lhs: Self, rhs: Self) -> Self
            static func &* (lhs: Self, rhs: Self) -> Self
            static func &>> (lhs: Self, rhs: Self) -> Self
            static func &<< (lhs: Self, rhs: Self) -> Self
            static func random(in range: Range<Self>) -> Self
            static func random(in range: ClosedRange<Self>) -> Self
            static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self
            static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self
            func multipliedFullWidth(by other: Self) -> (high: Self, low: Magnitude)
            func _highProduct(_ other: Self) -> Self
        }

        protocol FloatingPoint: SignedNumeric, Strideable, Hashable {
            init(_ value: Int)
            init<Source: BinaryInteger>(_ value: Source)
            static var nan: Self { get }
            static var infinity: Self { get }
            static var pi: Self { get }
            static var greatestFiniteMagnitude: Self { get }
            static var leastNormalMagnitude: Self { get }
            static var leastNonzeroMagnitude: Self { get }
            static var ulpOfOne: Self { get }
            var ulp: Self { get }
            static func / (lhs: Self, rhs: Self) -> Self
            static func /= (lhs: inout Self, rhs: Self)
            func remainder(dividingBy other: Self) -> Self
            func truncatingRemainder(dividingBy other: Self) -> Self
            func squareRoot() -> Self
            func addingProduct(_ lhs: Self, _ rhs: Self) -> Self
            func rounded(_ rule: FloatingPointRoundingRule) -> Self
            func rounded() -> Self
            mutating func round(_ rule: FloatingPointRoundingRule)
            mutating func round()
            var nextUp: Self { get }
            var nextDown: Self { get }
            var isFinite: Bool { get }
            var isInfinite: Bool { get }
            var isNaN: Bool { get }
            var isZero: Bool { get }
            var isNormal: Bool { get }
            var isSubnormal: Bool { get }
            var sign: FloatingPointSign { get }
            static func minimum(_ x: Self, _ y: Self) -> Self
            static func maximum(_ x: Self, _ y: Self) -> Self
        }

        protocol BinaryFloatingPoint: FloatingPoint, ExpressibleByFloatLiteral {
            init(_ value: Float)
            init(_ value: Double)
            init<Source: BinaryFloatingPoint>(_ value: Source)
            var _double: Double { get }
            static func random(in range: Range<Self>) -> Self
            static func random(in range: ClosedRange<Self>) -> Self
            static func random<T: RandomNumberGenerator>(in range: Range<Self>, using generator: inout T) -> Self
            static func random<T: RandomNumberGenerator>(in range: ClosedRange<Self>, using generator: inout T) -> Self
        }

        enum FloatingPointSign: Int {
            case plus
            case minus
        }

        enum FloatingPointRoundingRule {
            case toNearestOrAwayFromZero
            case toNearestOrEven
            case up
            case down
            case towardZero
            case awayFromZero
        }
        """#
}
