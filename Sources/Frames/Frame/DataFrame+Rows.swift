extension DataFrame {
    /// The first rows.
    public func head(_ count: Int = 5) -> DataFrame { slice(0, Swift.min(Swift.max(count, 0), rowCount)) }

    /// The last rows.
    public func tail(_ count: Int = 5) -> DataFrame { slice(rowCount - Swift.min(Swift.max(count, 0), rowCount), rowCount) }

    /// The rows from `start` up to, but not including, `end`; throws `FrameError.noSuchRow`.
    public func rows(from start: Int, to end: Int) throws -> DataFrame {
        guard start >= 0, start <= rowCount else { throw FrameError.noSuchRow(row: start, count: rowCount) }
        guard end >= start, end <= rowCount else { throw FrameError.noSuchRow(row: end, count: rowCount) }
        return slice(start, end)
    }

    /// The rows named, in the order named, repeated where named twice; throws `FrameError.noSuchRow`.
    public func taking(_ rows: [Int]) throws -> DataFrame {
        if let bad = rows.first(where: { $0 < 0 || $0 >= rowCount }) { throw FrameError.noSuchRow(row: bad, count: rowCount) }
        return unchecked(rows)
    }

    /// One row; a fault where there is none of this number.
    public func row(_ index: Int) -> Row {
        if index < 0 || index >= rowCount { report(.noSuchRow(row: index, count: rowCount), in: "row") }
        return Row(frame: self, index: index)
    }

    /// The rows for which the condition holds.
    public func filter(_ condition: (Row) throws -> Bool) rethrows -> DataFrame {
        var rows: [Int] = []
        for index in 0..<rowCount where try condition(Row(frame: self, index: index)) { rows.append(index) }
        return unchecked(rows)
    }

    /// The rows for which the mask is true; throws `FrameError.lengthMismatch`, or `wrongKind` for a column of anything but truth values.
    public func filter(_ mask: Column) throws -> DataFrame { try filter(try mask.bools()) }

    /// The rows for which the mask is true; throws `FrameError.lengthMismatch`.
    public func filter(_ mask: [Bool]) throws -> DataFrame {
        guard mask.count == rowCount else { throw FrameError.lengthMismatch(what: "filter", expected: rowCount, found: mask.count) }
        return unchecked(mask.indices.filter { mask[$0] })
    }

    /// The rows in which none of the columns named (all columns, for none named) has a missing value; throws `FrameError.noSuchColumn`.
    public func droppingMissing(_ names: [String] = []) throws -> DataFrame {
        var keep = [Bool](repeating: true, count: rowCount)
        for column in names.isEmpty ? columns : try names.map(column(_:)) where column.missingCount > 0 {
            for (row, missing) in try column.isMissing().bools().enumerated() where missing { keep[row] = false }
        }
        return try filter(keep)
    }

    /// The rows of both frames, one after the other; throws `FrameError.noSuchColumn` or `wrongKind` where the columns differ.
    public func appending(_ other: DataFrame) throws -> DataFrame {
        if columns.isEmpty { return other }
        guard columnCount == other.columnCount else {
            throw FrameError.invalid("a frame of \(other.columnCount) columns cannot follow one of \(columnCount)")
        }
        return DataFrame(unchecked: try columns.map { try $0.appending(try other.column($0.name)) })
    }

    /// The rows sorted by a column, missing values last; rows of equal values keep their order. Throws `FrameError.noSuchColumn`.
    public func sort(by name: String, ascending: Bool = true) throws -> DataFrame { try sort(by: [name], ascending: ascending) }

    /// The rows sorted by several columns, the first being the most important; throws `FrameError.noSuchColumn`.
    public func sort(by names: [String], ascending: Bool = true) throws -> DataFrame {
        let ranks = try names.map { try column($0).sortRanks(ascending: ascending) }
        return unchecked(stableOrder(count: rowCount, ranks: ranks))
    }

    /// The rows sorted by several columns, each in its own direction; throws `FrameError.noSuchColumn` or `lengthMismatch`.
    public func sort(by names: [String], ascending: [Bool]) throws -> DataFrame {
        guard names.count == ascending.count else {
            throw FrameError.invalid("sort: \(names.count) columns and \(ascending.count) directions")
        }
        let ranks = try zip(names, ascending).map { try column($0).sortRanks(ascending: $1) }
        return unchecked(stableOrder(count: rowCount, ranks: ranks))
    }

    /// The rows whose combination of values in the columns named (all columns, for none named) has not come before; throws
    /// `FrameError.noSuchColumn`.
    public func droppingDuplicates(_ names: [String] = []) throws -> DataFrame {
        unchecked(Factorization(names.isEmpty ? columns : try names.map(column(_:))).firstRows)
    }

    func slice(_ start: Int, _ end: Int) -> DataFrame { unchecked(Array(start..<end)) }

    /// The rows named, which the caller knows to exist.
    func unchecked(_ rows: [Int]) -> DataFrame { DataFrame(unchecked: columns.map { $0.unchecked(rows) }) }
}

/// One row of a frame, read by column names. A name that does not exist, or another kind of value, is a fault.
public struct Row {
    let frame: DataFrame
    /// The row's number in its frame.
    public let index: Int

    /// The whole number in a column.
    public func int(_ name: String) -> Int {
        value(name, .int, 0) { if case .ints(let values) = $0, values.indices.contains(index) { values[index] } else { nil } }
    }

    /// The number in a column, NaN where it is missing.
    public func double(_ name: String) -> Double {
        value(name, .double, .nan) { storage in
            switch storage {
            case .doubles(let values) where values.indices.contains(index): values[index]
            case .ints(let values) where values.indices.contains(index): Double(values[index])
            default: nil
            }
        }
    }

    /// The text in a column; empty where it is missing.
    public func string(_ name: String) -> String {
        value(name, .string, "") { if case .strings(let values) = $0, values.indices.contains(index) { values[index] ?? "" } else { nil } }
    }

    /// The truth value in a column.
    public func bool(_ name: String) -> Bool {
        value(name, .bool, false) { if case .bools(let values) = $0, values.indices.contains(index) { values[index] } else { nil } }
    }

    /// Whether the value in a column is missing.
    public func isMissing(_ name: String) -> Bool {
        orFault("row", true) {
            switch try frame.column(name).storage {
            case .doubles(let values): !values.indices.contains(index) || values[index].isNaN
            case .strings(let values): !values.indices.contains(index) || values[index] == nil
            default: false
            }
        }
    }

    private func value<T>(_ name: String, _ kind: Column.Kind, _ standIn: T, _ read: (Column.Storage) -> T?) -> T {
        orFault("row", standIn) {
            let column = try frame.column(name)
            if let value = read(column.storage) { return value }
            guard index >= 0, index < frame.rowCount else { throw FrameError.noSuchRow(row: index, count: frame.rowCount) }
            throw FrameError.wrongKind(column: name, expected: kind, found: column.kind)
        }
    }
}

extension Row: CustomStringConvertible {
    /// `userId 1, movieId 31, rating 2.5`.
    public var description: String {
        let one = index >= 0 && index < frame.rowCount ? frame.unchecked([index]) : DataFrame()
        return one.columns.map { "\($0.name) \($0.texts().first ?? "")" }.joined(separator: ", ")
    }
}
