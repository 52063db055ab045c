extension Column {
    /// The whole numbers; throws `FrameError.wrongKind` where it holds something else.
    public func ints() throws -> [Int] {
        if case .ints(let values) = storage { return values }
        throw FrameError.wrongKind(column: name, expected: .int, found: kind)
    }

    /// The numbers, missing ones as NaN; whole numbers are converted. Throws `FrameError.wrongKind` for text and truth values.
    public func doubles() throws -> [Double] {
        switch storage {
        case .doubles(let values): return values
        case .ints(let values): return values.map(Double.init)
        default: throw FrameError.wrongKind(column: name, expected: .double, found: kind)
        }
    }

    /// The text; throws `FrameError.wrongKind` where it holds something else, `missingValues` where some is missing.
    public func strings() throws -> [String] {
        guard case .strings(let values) = storage else {
            throw FrameError.wrongKind(column: name, expected: .string, found: kind)
        }
        var result: [String] = []
        result.reserveCapacity(values.count)
        for value in values {
            guard let value else {
                throw FrameError.missingValues(column: name, count: missingCount, row: result.count)
            }
            result.append(value)
        }
        return result
    }

    /// The truth values; throws `FrameError.wrongKind` where it holds something else.
    public func bools() throws -> [Bool] {
        if case .bools(let values) = storage { return values }
        throw FrameError.wrongKind(column: name, expected: .bool, found: kind)
    }

    /// Every value as the text that a table shows for it, missing ones as `NaN`.
    public func texts() -> [String] {
        switch storage {
        case .ints(let values): values.map(String.init)
        case .doubles(let values): NumberText.column(values)
        case .strings(let values): values.map { $0 ?? NumberText.missing }
        case .bools(let values): values.map(String.init)
        }
    }

    /// The rows named, in the order named; throws `FrameError.noSuchRow`.
    public func taking(_ rows: [Int]) throws -> Column {
        let count = count
        if let bad = rows.first(where: { $0 < 0 || $0 >= count }) { throw FrameError.noSuchRow(row: bad, count: count) }
        return unchecked(rows)
    }

    /// The rows named, which the caller knows to exist.
    func unchecked(_ rows: [Int]) -> Column {
        switch storage {
        case .ints(let values): Column(name: name, storage: .ints(rows.map { values[$0] }))
        case .doubles(let values): Column(name: name, storage: .doubles(rows.map { values[$0] }))
        case .strings(let values): Column(name: name, storage: .strings(rows.map { values[$0] }))
        case .bools(let values): Column(name: name, storage: .bools(rows.map { values[$0] }))
        }
    }

    /// The rows named; -1 gives a missing value, for which whole numbers become numbers and truth values text.
    func takingOrMissing(_ rows: [Int]) -> Column {
        guard rows.contains(-1) else { return unchecked(rows) }
        switch storage {
        case .ints(let values): return Column(name: name, storage: .doubles(rows.map { $0 < 0 ? .nan : Double(values[$0]) }))
        case .doubles(let values): return Column(name: name, storage: .doubles(rows.map { $0 < 0 ? .nan : values[$0] }))
        case .strings(let values): return Column(name: name, storage: .strings(rows.map { $0 < 0 ? nil : values[$0] }))
        case .bools(let values): return Column(name: name, storage: .strings(rows.map { $0 < 0 ? nil : String(values[$0]) }))
        }
    }

    /// The rows of both, one after the other; throws `FrameError.wrongKind` where numbers would follow text.
    func appending(_ other: Column) throws -> Column {
        switch (storage, other.storage) {
        case (.ints(let a), .ints(let b)): return Column(a + b, name: name)
        case (.strings(let a), .strings(let b)): return Column(a + b, name: name)
        case (.bools(let a), .bools(let b)): return Column(a + b, name: name)
        default:
            guard isNumeric, other.isNumeric else { throw FrameError.wrongKind(column: other.name, expected: kind, found: other.kind) }
            return Column(try doubles() + other.doubles(), name: name)
        }
    }
}

// MARK: - Missing values

extension Column {
    /// How many values are missing.
    public var missingCount: Int {
        switch storage {
        case .doubles(let values): values.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
        case .strings(let values): values.reduce(0) { $0 + ($1 == nil ? 1 : 0) }
        default: 0
        }
    }

    /// True in the rows whose value is missing.
    public func isMissing() -> Column {
        switch storage {
        case .doubles(let values): Column(values.map(\.isNaN), name: name)
        case .strings(let values): Column(values.map { $0 == nil }, name: name)
        default: Column([Bool](repeating: false, count: count), name: name)
        }
    }

    /// Missing numbers replaced; a column without any is returned as it is.
    public func fillingMissing(_ value: Double) -> Column {
        guard case .doubles(let values) = storage else { return self }
        return Column(values.map { $0.isNaN ? value : $0 }, name: name)
    }

    /// Missing text replaced; a column without any is returned as it is.
    public func fillingMissing(_ value: String) -> Column {
        guard case .strings(let values) = storage else { return self }
        return Column(values.map { $0 ?? value }, name: name)
    }
}
