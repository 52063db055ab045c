extension StandardLibrary {
    static let protocols = #"""
        protocol Sendable {
        }

        protocol Equatable {
            static func == (lhs: Self, rhs: Self) -> Bool
        }

        extension Equatable {
            static func != (lhs: Self, rhs: Self) -> Bool { !(lhs == rhs) }
        }

        protocol Hashable: Equatable {
            func hash(into hasher: inout Hasher)
        }

        struct Hasher {
            var _state: Int
            init() { _state = 17 }
            mutating func combine<H: Hashable>(_ value: H) { _state = _state &* 1_000_003 ^ _hash(of: value) }
        }

        func _hash<H: Hashable>(of value: H) -> Int

        protocol Comparable: Equatable {
            static func < (lhs: Self, rhs: Self) -> Bool
            static func <= (lhs: Self, rhs: Self) -> Bool
            static func > (lhs: Self, rhs: Self) -> Bool
            static func >= (lhs: Self, rhs: Self) -> Bool
        }

        extension Comparable {
            static func > (lhs: Self, rhs: Self) -> Bool { rhs < lhs }
            static func <= (lhs: Self, rhs: Self) -> Bool { !(rhs < lhs) }
            static func >= (lhs: Self, rhs: Self) -> Bool { !(lhs < rhs) }
            static func ..< (minimum: Self, maximum: Self) -> Range<Self> {
                if !(minimum <= maximum) { _fail("Range requires lowerBound <= upperBound") }
                return Range(uncheckedBounds: (lower: minimum, upper: maximum))
            }
            static func ... (minimum: Self, maximum: Self) -> ClosedRange<Self> {
                if !(minimum <= maximum) { _fail("Range requires lowerBound <= upperBound") }
                return ClosedRange(uncheckedBounds: (lower: minimum, upper: maximum))
            }
            static prefix func ..< (maximum: Self) -> PartialRangeUpTo<Self> { PartialRangeUpTo(maximum) }
            static prefix func ... (maximum: Self) -> PartialRangeThrough<Self> { PartialRangeThrough(maximum) }
            static postfix func ... (minimum: Self) -> PartialRangeFrom<Self> { PartialRangeFrom(minimum) }
        }

        protocol Identifiable<ID> {
            associatedtype ID: Hashable
            var id: ID { get }
        }

        protocol Error: Sendable {
        }

        extension Error {
            var localizedDescription: String {
                if let localized = self as? any LocalizedError, let text = localized.errorDescription { return text }
                return "The operation could not be completed. (\(String(reflecting: Self.self)) error \(_errorCode(self)).)"
            }
        }

        func _errorCode<E: Error>(_ error: E) -> Int

        protocol LocalizedError: Error {
            var errorDescription: String? { get }
            var failureReason: String? { get }
            var recoverySuggestion: String? { get }
        }

        extension LocalizedError {
            var errorDescription: String? { nil }
            var failureReason: String? { nil }
            var recoverySuggestion: String? { nil }
        }

        protocol CustomStringConvertible {
            var description: String { get }
        }

        protocol CustomDebugStringConvertible {
            var debugDescription: String { get }
        }

        protocol LosslessStringConvertible: CustomStringConvertible {
            init?(_ description: String)
        }

        protocol TextOutputStream {
            mutating func write(_ string: String)
        }

        protocol CaseIterable {
            associatedtype AllCases: Collection where AllCases.Element == Self
            static var allCases: AllCases { get }
        }

        protocol RawRepresentable<RawValue> {
            associatedtype RawValue
            init?(rawValue: RawValue)
            var rawValue: RawValue { get }
        }

        func == <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable { lhs.rawValue == rhs.rawValue }

        func != <T: RawRepresentable>(lhs: T, rhs: T) -> Bool where T.RawValue: Equatable { lhs.rawValue != rhs.rawValue }

        protocol ExpressibleByIntegerLiteral {
            associatedtype IntegerLiteralType
            init(integerLiteral value: IntegerLiteralType)
        }

        protocol ExpressibleByFloatLiteral {
            associatedtype FloatLiteralType
            init(floatLiteral value: FloatLiteralType)
        }

        protocol ExpressibleByBooleanLiteral {
            associatedtype BooleanLiteralType
            init(booleanLiteral value: BooleanLiteralType)
        }

        protocol ExpressibleByUnicodeScalarLiteral {
            associatedtype UnicodeScalarLiteralType
            init(unicodeScalarLiteral value: UnicodeScalarLiteralType)
        }

        protocol ExpressibleByExtendedGraphemeClusterLiteral: ExpressibleByUnicodeScalarLiteral {
            associatedtype ExtendedGraphemeClusterLiteralType
            init(extendedGraphemeClusterLiteral value: ExtendedGraphemeClusterLiteralType)
        }

        protocol ExpressibleByStringLiteral: ExpressibleByExtendedGraphemeClusterLiteral {
            associatedtype StringLiteralType
            init(stringLiteral value: StringLiteralType)
        }

        extension ExpressibleByStringLiteral where StringLiteralType == ExtendedGraphemeClusterLiteralType {
            init(extendedGraphemeClusterLiteral value: ExtendedGraphemeClusterLiteralType) { self.init(stringLiteral: value) }
        }

        extension ExpressibleByExtendedGraphemeClusterLiteral where ExtendedGraphemeClusterLiteralType == UnicodeScalarLiteralType {
            init(unicodeScalarLiteral value: UnicodeScalarLiteralType) { self.init(extendedGraphemeClusterLiteral: value) }
        }

        protocol ExpressibleByStringInterpolation: ExpressibleByStringLiteral {
        }

        protocol ExpressibleByNilLiteral {
            init(nilLiteral: ())
        }

        protocol ExpressibleByArrayLiteral {
            associatedtype ArrayLiteralElement
            init(arrayLiteral elements: ArrayLiteralElement...)
        }

        protocol ExpressibleByDictionaryLiteral {
            associatedtype Key
            associatedtype Value
            init(dictionaryLiteral elements: (Key, Value)...)
        }

        protocol AnyObject {
        }

        struct ObjectIdentifier: Hashable, Comparable {
            let _address: Int
            init(_ object: AnyObject) { _address = _addressOf(object) }
            init(_ type: Any.Type) { _address = _typeAddress(type) }
            static func == (lhs: ObjectIdentifier, rhs: ObjectIdentifier) -> Bool { lhs._address == rhs._address }
            static func < (lhs: ObjectIdentifier, rhs: ObjectIdentifier) -> Bool { lhs._address < rhs._address }
            func hash(into hasher: inout Hasher) { hasher.combine(_address) }
        }

        func _addressOf(_ object: AnyObject) -> Int

        func _typeAddress(_ type: Any.Type) -> Int

        func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T) -> Bool

        func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T?) -> Bool

        enum Never: Error, Equatable, Hashable, Comparable {
        }

        typealias Void = ()

        typealias AnyClass = AnyObject.Type

        typealias IntegerLiteralType = Int

        typealias FloatLiteralType = Double

        typealias BooleanLiteralType = Bool

        typealias StringLiteralType = String
        """#
}
