extension NativeTable {
    func addIntegers() {
        addInteger(Int.self, "Int")
        addInteger(Int8.self, "Int8")
        addInteger(Int16.self, "Int16")
        addInteger(Int32.self, "Int32")
        addInteger(Int64.self, "Int64")
        addInteger(UInt.self, "UInt")
        addInteger(UInt8.self, "UInt8")
        addInteger(UInt16.self, "UInt16")
        addInteger(UInt32.self, "UInt32")
        addInteger(UInt64.self, "UInt64")
        function("_compareWords(_:_:_:_:)") { (call: NativeCall) in
            let (a, aSigned, b, bSigned) = (call.int(0), call.int(1), call.int(2), call.int(3))
            return .int { frame in
                let left = Wide(try a(frame), isSigned: try aSigned(frame) != 0)
                let right = Wide(try b(frame), isSigned: try bSigned(frame) != 0)
                return left < right ? -1 : right < left ? 1 : 0
            }
        }
    }

    private func function(_ key: String, _ binder: @escaping NativeBinder) { bind(code: key, binder) }

    /// The natives of one integer type. Words hold values sign- or zero-extended, those of 64 bits by their bits.
    private func addInteger<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        addArithmetic(T.self, name)
        addComparison(T.self, name)
        addBits(T.self, name)
        addConversions(T.self, name)
        addProperties(T.self, name)
    }

    private func addArithmetic<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        func binary(_ symbol: String, _ operation: @escaping (T, T, Site) throws -> T) {
            checked("\(name).\(symbol)(_:_:)") { (a: Int, b: Int, site) in word(try operation(value(a), value(b), site)) }
            changing("\(name).\(symbol)=(_:_:)") { (place, b: Int, site) in
                place.pointee = word(try operation(value(place.pointee), value(b), site))
            }
        }
        binary("+") { a, b, site in
            let (result, overflow) = a.addingReportingOverflow(b)
            if overflow { throw site.trap("arithmetic overflow") }
            return result
        }
        binary("-") { a, b, site in
            let (result, overflow) = a.subtractingReportingOverflow(b)
            if overflow { throw site.trap("arithmetic overflow") }
            return result
        }
        binary("*") { a, b, site in
            let (result, overflow) = a.multipliedReportingOverflow(by: b)
            if overflow { throw site.trap("arithmetic overflow") }
            return result
        }
        binary("/") { a, b, site in
            if b == 0 { throw site.trap("Division by zero") }
            let (result, overflow) = a.dividedReportingOverflow(by: b)
            if overflow { throw site.trap("Division results in overflow") }
            return result
        }
        binary("%") { a, b, site in
            if b == 0 { throw site.trap("Division by zero in remainder operation") }
            let (result, overflow) = a.remainderReportingOverflow(dividingBy: b)
            if overflow { throw site.trap("Division results in overflow in remainder operation") }
            return result
        }
        binary("&+") { a, b, _ in a &+ b }
        binary("&-") { a, b, _ in a &- b }
        binary("&*") { a, b, _ in a &* b }
        function("\(name)._highProduct(_:)") { (a: Int, b: Int) in
            word((value(a) as T).multipliedFullWidth(by: value(b)).high)
        }
        binary("&") { a, b, _ in a & b }
        binary("|") { a, b, _ in a | b }
        binary("^") { a, b, _ in a ^ b }
        binary("&<<") { a, b, _ in a &<< b }
        binary("&>>") { a, b, _ in a &>> b }
        checked("\(name).-(_:)") { (a: Int, site) in
            let (result, overflow) = T.zero.subtractingReportingOverflow(value(a) as T)
            if overflow { throw site.trap("arithmetic overflow") }
            return word(result)
        }
        changing("\(name).negate()") { (place, site) in
            let (result, overflow) = T.zero.subtractingReportingOverflow(value(place.pointee) as T)
            if overflow { throw site.trap("arithmetic overflow") }
            place.pointee = word(result)
        }
        function("\(name).+(_:)") { (a: Int) in a }
    }

    private func addComparison<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        func comparison(_ symbol: String, _ operation: @escaping (T, T) -> Bool) {
            function("\(name).\(symbol)(_:_:)") { (a: Int, b: Int) in operation(value(a), value(b)).word }
        }
        comparison("==") { $0 == $1 }
        comparison("!=") { $0 != $1 }
        comparison("<") { $0 < $1 }
        comparison("<=") { $0 <= $1 }
        comparison(">") { $0 > $1 }
        comparison(">=") { $0 >= $1 }
    }

    private func addBits<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        function("\(name).~(_:)") { (a: Int) in word(~(value(a) as T)) }
        function("\(name).<<(_: \(name), _: Int)") { (a: Int, b: Int) in word((value(a) as T) << b) }
        function("\(name).>>(_: \(name), _: Int)") { (a: Int, b: Int) in word((value(a) as T) >> b) }
        function("\(name).nonzeroBitCount") { (a: Int) in (value(a) as T).nonzeroBitCount }
        function("\(name).leadingZeroBitCount") { (a: Int) in (value(a) as T).leadingZeroBitCount }
        function("\(name).trailingZeroBitCount") { (a: Int) in (value(a) as T).trailingZeroBitCount }
        function("\(name).byteSwapped") { (a: Int) in word((value(a) as T).byteSwapped) }
    }

    private func addConversions<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        function("\(name).init()") { 0 }
        function("\(name).init(integerLiteral:)") { (a: Int) in a }
        function("\(name).init(_: \(name))") { (a: Int) in a }
        function("\(name).init(bitPattern:)") { (a: Int) in word(T(truncatingIfNeeded: a)) }
        function("\(name)._word") { (a: Int) in a }
        function("\(name)._truncating(_:)") { (a: Int) in word(T(truncatingIfNeeded: a)) }
        function("\(name)._clamping(_:_:)") { (a: Int, isSigned: Int) in
            word(isSigned != 0 ? T(clamping: a) : T(clamping: UInt(bitPattern: a)))
        }
        function("\(name)._exactly(_:_:)") { (a: Int, isSigned: Int) in
            (isSigned != 0 ? T(exactly: a) : T(exactly: UInt(bitPattern: a))).map(word).boxed
        }
        checked("\(name)._converting(_:_:)") { (a: Int, isSigned: Int, site) in
            if let result = isSigned != 0 ? T(exactly: a) : T(exactly: UInt(bitPattern: a)) { return word(result) }
            if !T.isSigned && isSigned != 0 && a < 0 { throw site.trap("Negative value is not representable") }
            throw site.trap(
                isSigned != 0 && a < 0
                    ? "Not enough bits to represent a signed value" : "Not enough bits to represent the passed value")
        }
        func fromFloating(_ x: Double, _ source: String, _ site: Site) throws -> Int {
            if !x.isFinite {
                throw site.trap("\(source) value cannot be converted to \(name) because it is either infinite or NaN")
            }
            if let result = T(exactly: x.rounded(.towardZero)) { return word(result) }
            throw site.trap(
                x < 0
                    ? "\(source) value cannot be converted to \(name) because the result would be less than \(name).min"
                    : "\(source) value cannot be converted to \(name) because the result would be greater than \(name).max")
        }
        checked("\(name).init(_: Double)") { (x: Double, site) in try fromFloating(x, "Double", site) }
        checked("\(name).init(_: Float)") { (x: Double, site) in try fromFloating(x, "Float", site) }
        function("\(name).init(exactly: Double)") { (x: Double) in T(exactly: x).map(word).boxed }
        function("\(name).init(exactly: Float)") { (x: Double) in T(exactly: x).map(word).boxed }
        function("\(name).init(_: String)") { (text: Ref) in T(text.string).map(word).boxed }
        checked("\(name)._parsing(_:_:)") { (text: Ref, radix: Int, site) in
            if radix < 2 || radix > 36 { throw site.trap("Radix not in range 2...36") }
            return T(text.string, radix: radix).map(word).boxed
        }
    }

    private func addProperties<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        let isSigned = T.isSigned.word
        function("\(name).zero") { 0 }
        function("\(name).max") { word(T.max) }
        function("\(name).min") { word(T.min) }
        function("\(name).isSigned") { isSigned }
        // The static and the instance property share a key.
        bind(code: "\(name).bitWidth") { call in
            if call.arguments.isEmpty { return .int { _ in T.bitWidth } }
            let receiver = call.arguments[0].discarded
            return .int { frame in
                try receiver(frame)
                return T.bitWidth
            }
        }
        function("\(name).magnitude") { (a: Int) in Int(truncatingIfNeeded: (value(a) as T).magnitude) }
        function("\(name).description") { (a: Int) in (value(a) as T).description.object }
        function("\(name).signum()") { (a: Int) in word((value(a) as T).signum()) }
        function("\(name).isMultiple(of:)") { (a: Int, b: Int) in (value(a) as T).isMultiple(of: value(b)).word }
        func reporting(_ key: String, _ operation: @escaping (T, T) -> (partialValue: T, overflow: Bool)) {
            function("\(name).\(key)") { (a: Int, b: Int) in
                let (result, overflow) = operation(value(a), value(b))
                return Self.pair(word(result), overflow.word)
            }
        }
        reporting("addingReportingOverflow(_:)") { $0.addingReportingOverflow($1) }
        reporting("subtractingReportingOverflow(_:)") { $0.subtractingReportingOverflow($1) }
        reporting("multipliedReportingOverflow(by:)") { $0.multipliedReportingOverflow(by: $1) }
        reporting("dividedReportingOverflow(by:)") { $0.dividedReportingOverflow(by: $1) }
        reporting("remainderReportingOverflow(dividingBy:)") { $0.remainderReportingOverflow(dividingBy: $1) }
        checked("\(name).quotientAndRemainder(dividingBy:)") { (a: Int, b: Int, site) in
            let divisor: T = value(b)
            if divisor == 0 { throw site.trap("Division by zero") }
            let (quotient, overflow) = (value(a) as T).dividedReportingOverflow(by: divisor)
            if overflow { throw site.trap("Division results in overflow") }
            return Self.pair(word(quotient), word((value(a) as T) % divisor))
        }
        checked("\(name).distance(to:)") { (a: Int, b: Int, site) in
            let (from, to): (T, T) = (value(a), value(b))
            if let from = Int(exactly: from), let to = Int(exactly: to) {
                let (result, overflow) = to.subtractingReportingOverflow(from)
                if !overflow { return result }
            } else if let result = to >= from ? Int(exactly: to - from) : Int(exactly: from - to).map({ -$0 }) {
                return result
            }
            throw site.trap("Distance is not representable in Int")
        }
        checked("\(name).advanced(by:)") { (a: Int, n: Int, site) in
            let start: T = value(a)
            let result: (partialValue: T, overflow: Bool)
            if n >= 0 {
                guard let step = T(exactly: n) else { throw site.trap("arithmetic overflow") }
                result = start.addingReportingOverflow(step)
            } else {
                guard let step = T(exactly: n.magnitude) else {
                    // Only the most negative step of a signed type has no magnitude of its own type.
                    guard let negative = T(exactly: n) else { throw site.trap("arithmetic overflow") }
                    result = start.addingReportingOverflow(negative)
                    if result.overflow { throw site.trap("arithmetic overflow") }
                    return word(result.partialValue)
                }
                result = start.subtractingReportingOverflow(step)
            }
            if result.overflow { throw site.trap("arithmetic overflow") }
            return word(result.partialValue)
        }
        addRandom(T.self, name)
    }

    private func addRandom<T: FixedWidthInteger>(_: T.Type, _ name: String) {
        for range in ["Range", "ClosedRange"] {
            bind(code: "\(name).random(in: \(range)<\(name)>)") { call in
                let bounds = call.ref(0)
                let (site, machine) = (call.site, call.machine)
                let isClosed = range == "ClosedRange"
                return .int { frame in
                    let record = try bounds(frame).cast(to: Record.self)
                    let (low, high): (T, T) = (value(record.words[0]), value(record.words[1]))
                    var generator = MachineGenerator(machine: machine)
                    if isClosed { return word(T.random(in: low...high, using: &generator)) }
                    if low >= high { throw site.trap("Can't get random value with an empty range") }
                    return word(T.random(in: low..<high, using: &generator))
                }
            }
        }
    }

    private static let pairLayout = Layout([.int, .int])

    private static func pair(_ first: Int, _ second: Int) -> Ref {
        let record = Record.make(pairLayout)
        record.words[0] = first
        record.words[1] = second
        return record
    }
}

@inline(__always)
private func value<T: FixedWidthInteger>(_ word: Int) -> T { T(truncatingIfNeeded: word) }

@inline(__always)
private func word<T: FixedWidthInteger>(_ value: T) -> Int { Int(truncatingIfNeeded: value) }

/// An integer of any of the types, for comparisons between different ones.
private struct Wide: Comparable {
    let isNegative: Bool
    let bits: UInt

    init(_ word: Int, isSigned: Bool) {
        isNegative = isSigned && word < 0
        bits = UInt(bitPattern: word)
    }

    static func < (a: Wide, b: Wide) -> Bool {
        if a.isNegative != b.isNegative { return a.isNegative }
        return a.bits < b.bits
    }
}
