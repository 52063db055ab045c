extension StandardLibrary {
    static let functions = #"""
        func print(_ items: Any..., separator: String = " ", terminator: String = "\n")

        func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")

        func print<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
            var isFirst = true
            for item in items {
                output.write(isFirst ? "" : separator)
                isFirst = false
                output.write(String(describing: item))
            }
            output.write(terminator)
        }

        func type<T, Metatype>(of value: T) -> Metatype

        var M_E: Double { 2.718281828459045 }

        var M_PI: Double { 3.141592653589793 }

        var M_LN2: Double { 0.6931471805599453 }

        var M_SQRT2: Double { 1.4142135623730951 }

        func min<T: Comparable>(_ x: T, _ y: T) -> T { y < x ? y : x }

        func min<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
            var result = min(min(x, y), z)
            for value in rest {
                if value < result { result = value }
            }
            return result
        }

        func max<T: Comparable>(_ x: T, _ y: T) -> T { y >= x ? y : x }

        func max<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {
            var result = max(max(x, y), z)
            for value in rest {
                if value >= result { result = value }
            }
            return result
        }

        func abs<T: SignedNumeric & Comparable>(_ x: T) -> T { x < (0 as T) ? -x : x == (0 as T) ? (0 as T) : x }

        func swap<T>(_ a: inout T, _ b: inout T) {
            let first = a
            a = b
            b = first
        }

        func withExtendedLifetime<T, Result>(_ x: T, _ body: () throws -> Result) rethrows -> Result { try body() }

        func withExtendedLifetime<T, Result>(_ x: T, _ body: (T) throws -> Result) rethrows -> Result { try body(x) }

        func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
            if !condition() { _trap("Assertion failed", message()) }
        }

        func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
            if !condition() { _trap("Precondition failed", message()) }
        }

        func assertionFailure(_ message: @autoclosure () -> String = "") { _trap("Fatal error", message()) }

        func preconditionFailure(_ message: @autoclosure () -> String = "") -> Never { _trap("Fatal error", message()) }

        func fatalError(_ message: @autoclosure () -> String = "") -> Never { _trap("Fatal error", message()) }

        func _trap(_ kind: String, _ message: String) -> Never

        func _fail(_ message: String) -> Never

        protocol RandomNumberGenerator {
            mutating func next() -> UInt64
        }

        extension RandomNumberGenerator {
            mutating func next<T: FixedWidthInteger & UnsignedInteger>() -> T { T(truncatingIfNeeded: next() as UInt64) }
            mutating func next<T: FixedWidthInteger & UnsignedInteger>(upperBound: T) -> T {
                if upperBound == 0 { _fail("upperBound cannot be zero.") }
                var bits = T(truncatingIfNeeded: next() as UInt64)
                if bits &* upperBound < upperBound {
                    let least = (0 &- upperBound) % upperBound
                    while bits &* upperBound < least { bits = T(truncatingIfNeeded: next() as UInt64) }
                }
                return bits._highProduct(upperBound)
            }
        }

        struct SystemRandomNumberGenerator: RandomNumberGenerator {
            init() {}
            mutating func next() -> UInt64 { UInt64.random(in: 0...UInt64.max) }
        }

        func ~= <T: Equatable>(a: T, b: T) -> Bool { a == b }

        func === (lhs: AnyObject?, rhs: AnyObject?) -> Bool

        func == (lhs: Any.Type?, rhs: Any.Type?) -> Bool

        func != (lhs: Any.Type?, rhs: Any.Type?) -> Bool { !(lhs == rhs) }

        func !== (lhs: AnyObject?, rhs: AnyObject?) -> Bool { !(lhs === rhs) }

        func zip<Sequence1: Sequence, Sequence2: Sequence>(_ sequence1: Sequence1, _ sequence2: Sequence2) -> Zip2Sequence<Sequence1, Sequence2> {
            Zip2Sequence(_sequence1: sequence1, _sequence2: sequence2)
        }

        func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> { Repeated(_repeating: element, count: n) }

        func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldFirstSequence<T> { UnfoldFirstSequence(_first: first, _next: next) }

        func sequence<T, State>(state: State, next: @escaping (inout State) -> T?) -> UnfoldSequence<T, State> { UnfoldSequence(_state: state, _next: next) }

        func exp(_ x: Double) -> Double

        func exp2(_ x: Double) -> Double

        func log(_ x: Double) -> Double

        func log2(_ x: Double) -> Double

        func log10(_ x: Double) -> Double

        func log1p(_ x: Double) -> Double

        func expm1(_ x: Double) -> Double

        func sin(_ x: Double) -> Double

        func cos(_ x: Double) -> Double

        func tan(_ x: Double) -> Double

        func asin(_ x: Double) -> Double

        func acos(_ x: Double) -> Double

        func atan(_ x: Double) -> Double

        func sinh(_ x: Double) -> Double

        func cosh(_ x: Double) -> Double

        func tanh(_ x: Double) -> Double

        func asinh(_ x: Double) -> Double

        func acosh(_ x: Double) -> Double

        func atanh(_ x: Double) -> Double

        func sqrt(_ x: Double) -> Double

        func cbrt(_ x: Double) -> Double

        func floor(_ x: Double) -> Double

        func ceil(_ x: Double) -> Double

        func round(_ x: Double) -> Double

        func trunc(_ x: Double) -> Double

        func rint(_ x: Double) -> Double

        func nearbyint(_ x: Double) -> Double

        func fabs(_ x: Double) -> Double

        func modf(_ x: Double) -> (Double, Double) {
            let whole = x.rounded(.towardZero)
            return (whole, x.isInfinite ? (x < 0 ? -0.0 : 0.0) : x - whole)
        }

        func numericCast<T: BinaryInteger, U: BinaryInteger>(_ x: T) -> U { U(x) }

        func erf(_ x: Double) -> Double

        func erfc(_ x: Double) -> Double

        func tgamma(_ x: Double) -> Double

        func pow(_ x: Double, _ y: Double) -> Double

        func pow(_ x: _Decimal, _ y: Int) -> _Decimal { _fail("no decimal numbers") }

        func atan2(_ x: Double, _ y: Double) -> Double

        func hypot(_ x: Double, _ y: Double) -> Double

        func fmod(_ x: Double, _ y: Double) -> Double

        func remainder(_ x: Double, _ y: Double) -> Double

        func fmin(_ x: Double, _ y: Double) -> Double

        func fmax(_ x: Double, _ y: Double) -> Double

        func copysign(_ x: Double, _ y: Double) -> Double

        func fdim(_ x: Double, _ y: Double) -> Double

        func fma(_ x: Double, _ y: Double, _ z: Double) -> Double

        func exp(_ x: Float) -> Float

        func exp2(_ x: Float) -> Float

        func log(_ x: Float) -> Float

        func log2(_ x: Float) -> Float

        func log10(_ x: Float) -> Float

        func log1p(_ x: Float) -> Float

        func expm1(_ x: Float) -> Float

        func sin(_ x: Float) -> Float

        func cos(_ x: Float) -> Float

        func tan(_ x: Float) -> Float

        func asin(_ x: Float) -> Float

        func acos(_ x: Float) -> Float

        func atan(_ x: Float) -> Float

        func sinh(_ x: Float) -> Float

        func cosh(_ x: Float) -> Float

        func tanh(_ x: Float) -> Float

        func asinh(_ x: Float) -> Float

        func acosh(_ x: Float) -> Float

        func atanh(_ x: Float) -> Float

        func sqrt(_ x: Float) -> Float

        func cbrt(_ x: Float) -> Float

        func floor(_ x: Float) -> Float

        func ceil(_ x: Float) -> Float

        func round(_ x: Float) -> Float

        func trunc(_ x: Float) -> Float

        func rint(_ x: Float) -> Float

        func nearbyint(_ x: Float) -> Float

        func fabs(_ x: Float) -> Float

        func erf(_ x: Float) -> Float

        func erfc(_ x: Float) -> Float

        func tgamma(_ x: Float) -> Float

        func pow(_ x: Float, _ y: Float) -> Float

        func atan2(_ x: Float, _ y: Float) -> Float

        func hypot(_ x: Float, _ y: Float) -> Float

        func fmod(_ x: Float, _ y: Float) -> Float

        func remainder(_ x: Float, _ y: Float) -> Float

        func fmin(_ x: Float, _ y: Float) -> Float

        func fmax(_ x: Float, _ y: Float) -> Float

        func copysign(_ x: Float, _ y: Float) -> Float

        func fdim(_ x: Float, _ y: Float) -> Float

        func fma(_ x: Float, _ y: Float, _ z: Float) -> Float
        """#
}
