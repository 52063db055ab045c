extension StandardLibrary {
    /// Foundation's `Decimal`, as far as it takes part in telling overloads apart: `pow(2, 10)` is one for `swiftc`. Where it is
    /// chosen, the program is refused.
    static let decimal = #"""
        struct _Decimal: SignedNumeric, Strideable, Hashable, ExpressibleByFloatLiteral, CustomStringConvertible {
            typealias Magnitude = _Decimal
            typealias Stride = _Decimal
            init(integerLiteral value: Int) { _fail("no decimal numbers") }
            init(floatLiteral value: Double) { _fail("no decimal numbers") }
            init?<T: BinaryInteger>(exactly source: T) { return nil }
            var magnitude: _Decimal { self }
            var description: String { "" }
            static func + (lhs: _Decimal, rhs: _Decimal) -> _Decimal { lhs }
            static func - (lhs: _Decimal, rhs: _Decimal) -> _Decimal { lhs }
            static func * (lhs: _Decimal, rhs: _Decimal) -> _Decimal { lhs }
            static func / (lhs: _Decimal, rhs: _Decimal) -> _Decimal { lhs }
            static func += (lhs: inout _Decimal, rhs: _Decimal) { }
            static func -= (lhs: inout _Decimal, rhs: _Decimal) { }
            static func *= (lhs: inout _Decimal, rhs: _Decimal) { }
            static func /= (lhs: inout _Decimal, rhs: _Decimal) { }
            static func < (lhs: _Decimal, rhs: _Decimal) -> Bool { false }
            static func == (lhs: _Decimal, rhs: _Decimal) -> Bool { true }
            func distance(to other: _Decimal) -> _Decimal { self }
            func advanced(by n: _Decimal) -> _Decimal { self }
        }
        """#
}
