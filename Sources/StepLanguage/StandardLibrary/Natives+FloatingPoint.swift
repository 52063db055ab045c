#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What differs between `Double` and `Float`: their width, and how they are read from text.
protocol FloatingPointNative: BinaryFloatingPoint, LosslessStringConvertible where RawExponent == UInt, Self.RawSignificand: FixedWidthInteger {
    static var name: String { get }
    static var bits: Int { get }
    var pattern: Int { get }
    init(pattern: Int)
    func remainder(_ other: Self) -> Self
}

extension Double: FloatingPointNative {
    static var name: String { "Double" }
    static var bits: Int { 64 }
    var pattern: Int { Int(bitPattern: UInt(bitPattern)) }
    init(pattern: Int) { self.init(bitPattern: UInt64(UInt(bitPattern: pattern))) }
    func remainder(_ other: Double) -> Double { remainder(dividingBy: other) }
}

extension Float: FloatingPointNative {
    static var name: String { "Float" }
    static var bits: Int { 32 }
    var pattern: Int { Int(bitPattern) }
    init(pattern: Int) { self.init(bitPattern: UInt32(truncatingIfNeeded: pattern)) }
    func remainder(_ other: Float) -> Float { remainder(dividingBy: other) }
}

extension NativeTable {
    func addFloatingPoint() {
        addFloatingPoint(Double.self)
        addFloatingPoint(Float.self)
    }

    /// The natives of one floating-point type. Words hold doubles; those of `Float` are always exactly a float.
    private func addFloatingPoint<F: FloatingPointNative>(_: F.Type) {
        addArithmetic(F.self)
        addConversions(F.self)
        addConstants(F.self)
        addProperties(F.self)
        addRounding(F.self)
        addRandom(F.self)
    }

    private func addArithmetic<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        func binary(_ symbol: String, _ operation: @escaping (F, F) -> F) {
            function("\(name).\(symbol)(_:_:)") { (a: Double, b: Double) in Double(operation(F(a), F(b))) }
            changing("\(name).\(symbol)=(_:_:)") { (place, b: Double, _) in
                Double.store(Double(operation(F(Double.load(place)), F(b))), place)
            }
        }
        binary("+") { $0 + $1 }
        binary("-") { $0 - $1 }
        binary("*") { $0 * $1 }
        binary("/") { $0 / $1 }
        func comparison(_ symbol: String, _ operation: @escaping (Double, Double) -> Bool) {
            function("\(name).\(symbol)(_:_:)") { (a: Double, b: Double) in operation(a, b).word }
        }
        comparison("==") { $0 == $1 }
        comparison("!=") { $0 != $1 }
        comparison("<") { $0 < $1 }
        comparison("<=") { $0 <= $1 }
        comparison(">") { $0 > $1 }
        comparison(">=") { $0 >= $1 }
        function("\(name).isEqual(to:)") { (a: Double, b: Double) in (a == b).word }
        function("\(name).isLess(than:)") { (a: Double, b: Double) in (a < b).word }
        function("\(name).-(_:)") { (a: Double) in -a }
        function("\(name).+(_:)") { (a: Double) in a }
        changing("\(name).negate()") { (place, _) in Double.store(-Double.load(place), place) }
        function("\(name).remainder(dividingBy:)") { (a: Double, b: Double) in Double(F(a).remainder(F(b))) }
        function("\(name).truncatingRemainder(dividingBy:)") { (a: Double, b: Double) in
            Double(F(a).truncatingRemainder(dividingBy: F(b)))
        }
        function("\(name).addingProduct(_:_:)") { (a: Double, b: Double, c: Double) in
            Double(F(a).addingProduct(F(b), F(c)))
        }
        bind(code: "\(name).addProduct(_:_:)") { call in
            let (place, b, c) = (call.address(0), call.double(1), call.double(2))
            return .void { frame in
                let (left, right) = (try b(frame), try c(frame))
                let address = try place(frame)
                Double.store(Double(F(Double.load(address)).addingProduct(F(left), F(right))), address)
            }
        }
        function("\(name).squareRoot()") { (a: Double) in Double(F(a).squareRoot()) }
        changing("\(name).formSquareRoot()") { (place, _) in
            Double.store(Double(F(Double.load(place)).squareRoot()), place)
        }
        function("\(name).minimum(_:_:)") { (a: Double, b: Double) in Double.minimum(a, b) }
        function("\(name).maximum(_:_:)") { (a: Double, b: Double) in Double.maximum(a, b) }
        function("\(name).distance(to:)") { (a: Double, b: Double) in Double(F(b) - F(a)) }
        function("\(name).advanced(by:)") { (a: Double, b: Double) in Double(F(a) + F(b)) }
    }

    private func addConversions<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        function("\(name).init()") { 0.0 }
        function("\(name).init(integerLiteral:)") { (a: Double) in a }
        function("\(name).init(floatLiteral:)") { (a: Double) in a }
        function("\(name).init(_: Int)") { (a: Int) in Double(F(a)) }
        function("\(name).init(_: Double)") { (a: Double) in Double(F(a)) }
        function("\(name).init(_: Float)") { (a: Double) in a }
        function("\(name).init(exactly: Double)") { (a: Double) in F(exactly: a).map { Double($0) }.boxed }
        function("\(name).init(_: String)") { (text: Ref) in Self.parse(F.self, text.string).boxed }
        function("\(name)._parsing(_:)") { (text: Ref) in Self.parse(F.self, text.string).boxed }
        function("\(name)._double") { (a: Double) in a }
        function("\(name)._converting(_:_:)") { (a: Int, isSigned: Int) in
            isSigned != 0 ? Double(F(a)) : Double(F(UInt(bitPattern: a)))
        }
        function("\(name)._exactly(_:_:)") { (a: Int, isSigned: Int) in
            (isSigned != 0 ? F(exactly: a) : F(exactly: UInt(bitPattern: a))).map { Double($0) }.boxed
        }
        function("\(name).init(bitPattern:)") { (a: Int) in Double(F(pattern: a)) }
        function("\(name).bitPattern") { (a: Double) in F(a).pattern }
        function("\(name).init(sign:exponent:significand:)") { (sign: Int, exponent: Int, significand: Double) in
            Double(F(sign: sign == 0 ? .plus : .minus, exponent: F.Exponent(exponent), significand: F(significand)))
        }
        function("\(name).init(signOf:magnitudeOf:)") { (a: Double, b: Double) in Double(signOf: a, magnitudeOf: b) }
    }

    private static func parse<F: FloatingPointNative>(_: F.Type, _ text: String) -> Double? { F(text).map { Double($0) } }

    private func addConstants<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        func constant(_ key: String, _ value: F) {
            let value = Double(value)
            function("\(name).\(key)") { value }
        }
        constant("zero", 0)
        constant("nan", .nan)
        constant("infinity", .infinity)
        constant("pi", .pi)
        constant("greatestFiniteMagnitude", .greatestFiniteMagnitude)
        constant("leastNormalMagnitude", .leastNormalMagnitude)
        constant("leastNonzeroMagnitude", .leastNonzeroMagnitude)
        constant("ulpOfOne", .ulpOfOne)
    }

    private func addProperties<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        checked("\(name).exponent") { (a: Double, site) in
            guard let exponent = Int(exactly: F(a).exponent) else { return Int.max }
            if a == 0 { return Int.min }
            return a.isFinite ? exponent : Int.max
        }
        function("\(name).significand") { (a: Double) in Double(F(a).significand) }
        function("\(name).ulp") { (a: Double) in Double(F(a).ulp) }
        function("\(name).nextUp") { (a: Double) in Double(F(a).nextUp) }
        function("\(name).nextDown") { (a: Double) in Double(F(a).nextDown) }
        function("\(name).magnitude") { (a: Double) in a.magnitude }
        function("\(name).sign") { (a: Double) in (a.sign == .minus).word }
        function("\(name).isFinite") { (a: Double) in a.isFinite.word }
        function("\(name).isInfinite") { (a: Double) in a.isInfinite.word }
        function("\(name).isNaN") { (a: Double) in a.isNaN.word }
        function("\(name).isZero") { (a: Double) in a.isZero.word }
        function("\(name).isNormal") { (a: Double) in F(a).isNormal.word }
        function("\(name).isSubnormal") { (a: Double) in F(a).isSubnormal.word }
        // A computed not-a-number may carry a sign that Swift prints or not, as its optimizer pleases.
        for key in ["description", "debugDescription"] {
            function("\(name).\(key)") { (a: Double) in (a.isNaN ? "nan" : F(a).description).object }
        }
    }

    private func addRounding<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        function("\(name).rounded()") { (a: Double) in a.rounded() }
        function("\(name).rounded(_:)") { (a: Double, rule: Int) in a.rounded(Self.rule(rule)) }
        changing("\(name).round()") { (place, _) in Double.store(Double.load(place).rounded(), place) }
        changing("\(name).round(_:)") { (place, rule: Int, _) in
            Double.store(Double.load(place).rounded(Self.rule(rule)), place)
        }
    }

    /// The rules in the order of the cases in the interface text.
    private static func rule(_ ordinal: Int) -> FloatingPointRoundingRule {
        switch ordinal {
        case 0: .toNearestOrAwayFromZero
        case 1: .toNearestOrEven
        case 2: .up
        case 3: .down
        case 4: .towardZero
        default: .awayFromZero
        }
    }

    private func addRandom<F: FloatingPointNative>(_: F.Type) {
        let name = F.name
        for range in ["Range", "ClosedRange"] {
            bind(code: "\(name).random(in: \(range)<\(name)>)") { call in
                let bounds = call.ref(0)
                let (site, machine) = (call.site, call.machine)
                let isClosed = range == "ClosedRange"
                return .double { frame in
                    let record = try bounds(frame).cast(to: Record.self)
                    let low = F(Double.load(record.words))
                    let high = F(Double.load(record.words + 1))
                    if !(high - low).isFinite {
                        throw site.trap("There is no uniform distribution on an infinite range")
                    }
                    var generator = MachineGenerator(machine: machine)
                    if isClosed { return Double(F.random(in: low...high, using: &generator)) }
                    if low >= high { throw site.trap("Can't get random value with an empty range") }
                    return Double(F.random(in: low..<high, using: &generator))
                }
            }
        }
    }

    /// The mathematics of C's library, for both types; a `Float` goes through the function for floats.
    func addMathematics() {
        func unary(_ name: String, _ double: @escaping (Double) -> Double, _ float: @escaping (Float) -> Float) {
            function("\(name)(_: Double)", double)
            function("\(name)(_: Float)") { (x: Double) in Double(float(Float(x))) }
        }
        func binary(
            _ name: String, _ double: @escaping (Double, Double) -> Double, _ float: @escaping (Float, Float) -> Float
        ) {
            function("\(name)(_: Double, _: Double)", double)
            function("\(name)(_: Float, _: Float)") { (x: Double, y: Double) in Double(float(Float(x), Float(y))) }
        }
        unary("exp", exp, expf)
        unary("exp2", exp2, exp2f)
        unary("expm1", expm1, expm1f)
        unary("log", log, logf)
        unary("log2", log2, log2f)
        unary("log10", log10, log10f)
        unary("log1p", log1p, log1pf)
        unary("sin", sin, sinf)
        unary("cos", cos, cosf)
        unary("tan", tan, tanf)
        unary("asin", asin, asinf)
        unary("acos", acos, acosf)
        unary("atan", atan, atanf)
        unary("sinh", sinh, sinhf)
        unary("cosh", cosh, coshf)
        unary("tanh", tanh, tanhf)
        unary("asinh", asinh, asinhf)
        unary("acosh", acosh, acoshf)
        unary("atanh", atanh, atanhf)
        unary("sqrt", { $0.squareRoot() }, { $0.squareRoot() })
        unary("cbrt", cbrt, cbrtf)
        unary("floor", { $0.rounded(.down) }, { $0.rounded(.down) })
        unary("ceil", { $0.rounded(.up) }, { $0.rounded(.up) })
        unary("round", { $0.rounded() }, { $0.rounded() })
        unary("trunc", { $0.rounded(.towardZero) }, { $0.rounded(.towardZero) })
        unary("rint", rint, rintf)
        unary("nearbyint", nearbyint, nearbyintf)
        unary("fabs", { $0.magnitude }, { $0.magnitude })
        unary("erf", erf, erff)
        unary("erfc", erfc, erfcf)
        unary("tgamma", tgamma, tgammaf)
        binary("pow", pow, powf)
        binary("atan2", atan2, atan2f)
        binary("hypot", hypot, hypotf)
        binary("fmod", fmod, fmodf)
        binary("remainder", remainder, remainderf)
        binary("fmin", fmin, fminf)
        binary("fmax", fmax, fmaxf)
        binary("copysign", copysign, copysignf)
        binary("fdim", fdim, fdimf)
        function("fma(_: Double, _: Double, _: Double)") { (x: Double, y: Double, z: Double) in fma(x, y, z) }
        function("fma(_: Float, _: Float, _: Float)") { (x: Double, y: Double, z: Double) in
            Double(fmaf(Float(x), Float(y), Float(z)))
        }
    }
}
