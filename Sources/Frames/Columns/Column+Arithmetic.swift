extension Column {
    /// Sum row by row; whole numbers stay whole numbers.
    public static func + (a: Column, b: Column) -> Column {
        combine("+", a, b, { $0.addingReportingOverflow($1) }, +)
    }

    /// Difference row by row; whole numbers stay whole numbers.
    public static func - (a: Column, b: Column) -> Column {
        combine("-", a, b, { $0.subtractingReportingOverflow($1) }, -)
    }

    /// Product row by row; whole numbers stay whole numbers.
    public static func * (a: Column, b: Column) -> Column {
        combine("*", a, b, { $0.multipliedReportingOverflow(by: $1) }, *)
    }

    /// Quotient row by row, always as numbers.
    public static func / (a: Column, b: Column) -> Column { combine("/", a, b, nil, /) }

    /// A number added to every row.
    public static func + (a: Column, b: Double) -> Column { a + repeated(b, like: a) }
    /// Every row added to a number.
    public static func + (a: Double, b: Column) -> Column { repeated(a, like: b) + b }
    /// A number taken from every row.
    public static func - (a: Column, b: Double) -> Column { a - repeated(b, like: a) }
    /// Every row taken from a number.
    public static func - (a: Double, b: Column) -> Column { repeated(a, like: b) - b }
    /// Every row times a number.
    public static func * (a: Column, b: Double) -> Column { a * repeated(b, like: a) }
    /// A number times every row.
    public static func * (a: Double, b: Column) -> Column { repeated(a, like: b) * b }
    /// Every row divided by a number, as numbers.
    public static func / (a: Column, b: Double) -> Column { a / repeated(b, like: a) }
    /// A number divided by every row, as numbers.
    public static func / (a: Double, b: Column) -> Column { repeated(a, like: b) / b }

    /// A whole number beside a column of whole numbers stays one, so that `ids - 1` are still ids.
    private static func repeated(_ value: Double, like column: Column) -> Column {
        if column.kind == .int, let whole = Int(exactly: value) {
            return Column([Int](repeating: whole, count: column.count))
        }
        return Column([Double](repeating: value, count: column.count))
    }

    private static func combine(
        _ symbol: String, _ a: Column, _ b: Column,
        _ whole: ((Int, Int) -> (partialValue: Int, overflow: Bool))?,
        _ number: (Double, Double) -> Double
    ) -> Column {
        let name = a.name.isEmpty ? b.name : a.name
        return orFault(symbol, Column([Double](repeating: .nan, count: a.count), name: name)) {
            guard a.count == b.count else {
                throw FrameError.lengthMismatch(what: "column arithmetic", expected: a.count, found: b.count)
            }
            if let whole, case .ints(let x) = a.storage, case .ints(let y) = b.storage {
                var overflowed = false
                let result = zip(x, y).map { pair in
                    let (value, overflow) = whole(pair.0, pair.1)
                    overflowed = overflowed || overflow
                    return value
                }
                if overflowed { throw FrameError.overflow(operation: symbol, column: name) }
                return Column(result, name: name)
            }
            return Column(zip(try a.doubles(), try b.doubles()).map(number), name: name)
        }
    }
}
