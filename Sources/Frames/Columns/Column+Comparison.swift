// Every comparison gives a column of truth values, to filter a frame with. A missing value is neither equal to, nor above, nor below anything.

extension Column {
    /// True where the number is the value.
    public func equal(to value: Double) -> Column { compared("equal") { $0 == value } }
    /// True where the text is the value.
    public func equal(to value: String) -> Column { compared("equal") { $0 == value } }
    /// True where the number is there and another than the value.
    public func notEqual(to value: Double) -> Column { compared("notEqual") { $0 != value && !$0.isNaN } }
    /// True where the text is there and another than the value.
    public func notEqual(to value: String) -> Column { compared("notEqual") { $0 != value } }
    /// True where the number is above the value.
    public func greater(than value: Double) -> Column { compared("greater") { $0 > value } }
    /// True where the number is the value or above.
    public func atLeast(_ value: Double) -> Column { compared("atLeast") { $0 >= value } }
    /// True where the number is below the value.
    public func less(than value: Double) -> Column { compared("less") { $0 < value } }
    /// True where the number is the value or below.
    public func atMost(_ value: Double) -> Column { compared("atMost") { $0 <= value } }

    /// True where the whole number is among the values.
    public func isIn(_ values: [Int]) -> Column {
        let wanted = Set(values)
        if case .ints(let own) = storage { return Column(own.map { wanted.contains($0) }, name: name) }
        return compared("isIn") { (number: Double) in Int(exactly: number).map { wanted.contains($0) } ?? false }
    }

    /// True where the text is among the values.
    public func isIn(_ values: [String]) -> Column {
        let wanted = Set(values)
        return compared("isIn") { (text: String) in wanted.contains(text) }
    }

    /// True where the text contains the part.
    public func contains(_ part: String) -> Column { compared("contains") { (text: String) in text.contains(part) } }

    /// True where both are true.
    public func and(_ other: Column) -> Column { combined("and", other) { $0 && $1 } }
    /// True where at least one is true.
    public func or(_ other: Column) -> Column { combined("or", other) { $0 || $1 } }
    /// True where this is false.
    public func not() -> Column {
        orFault("not", Column([Bool](repeating: false, count: count), name: name)) { Column(try bools().map { !$0 }, name: name) }
    }

    private func compared(_ operation: String, _ test: (Double) -> Bool) -> Column {
        orFault(operation, Column([Bool](repeating: false, count: count), name: name)) {
            Column(try doubles().map(test), name: name)
        }
    }

    private func compared(_ operation: String, _ test: (String) -> Bool) -> Column {
        orFault(operation, Column([Bool](repeating: false, count: count), name: name)) {
            guard case .strings(let values) = storage else { throw FrameError.wrongKind(column: name, expected: .string, found: kind) }
            return Column(values.map { $0.map(test) ?? false }, name: name)
        }
    }

    private func combined(_ operation: String, _ other: Column, _ test: (Bool, Bool) -> Bool) -> Column {
        orFault(operation, Column([Bool](repeating: false, count: count), name: name)) {
            guard count == other.count else { throw FrameError.lengthMismatch(what: operation, expected: count, found: other.count) }
            return Column(zip(try bools(), try other.bools()).map(test), name: name)
        }
    }
}

extension Column {
    /// True where the number is the value.
    public static func .== (a: Column, b: Double) -> Column { a.equal(to: b) }
    /// True where the text is the value.
    public static func .== (a: Column, b: String) -> Column { a.equal(to: b) }
    /// True where the number is there and another than the value.
    public static func .!= (a: Column, b: Double) -> Column { a.notEqual(to: b) }
    /// True where the text is there and another than the value.
    public static func .!= (a: Column, b: String) -> Column { a.notEqual(to: b) }
    /// True where the number is above the value.
    public static func .> (a: Column, b: Double) -> Column { a.greater(than: b) }
    /// True where the number is the value or above.
    public static func .>= (a: Column, b: Double) -> Column { a.atLeast(b) }
    /// True where the number is below the value.
    public static func .< (a: Column, b: Double) -> Column { a.less(than: b) }
    /// True where the number is the value or below.
    public static func .<= (a: Column, b: Double) -> Column { a.atMost(b) }
    /// True where both are true.
    public static func .& (a: Column, b: Column) -> Column { a.and(b) }
    /// True where at least one is true.
    public static func .| (a: Column, b: Column) -> Column { a.or(b) }
    /// True where this is false.
    public static prefix func .! (a: Column) -> Column { a.not() }
}
