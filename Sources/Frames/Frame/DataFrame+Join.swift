/// Which rows a join keeps.
public enum JoinKind: String, Sendable {
    /// Rows whose key is in both frames.
    case inner
    /// All rows of the left frame; what the right one has no match for is missing.
    case left
}

extension DataFrame {
    /// Joins on a column that both frames have; see `join(_:on:how:suffixes:)` for several.
    public func join(_ other: DataFrame, on key: String, how: JoinKind = .inner, suffixes: [String] = ["_x", "_y"]) throws -> DataFrame {
        try join(other, on: [key], how: how, suffixes: suffixes)
    }

    /// The rows of both frames that have equal keys, side by side, in the order of this frame's rows and then of the other's.
    ///
    /// Columns other than the keys that both frames have get the suffixes. A missing key matches nothing. Throws `FrameError.noSuchColumn`,
    /// or `wrongKind` where a key is text here and a number there.
    public func join(_ other: DataFrame, on keys: [String], how: JoinKind = .inner, suffixes: [String] = ["_x", "_y"]) throws -> DataFrame {
        guard !keys.isEmpty else { throw FrameError.invalid("join needs at least one column to join on") }
        guard suffixes.count == 2 else { throw FrameError.invalid("join needs two suffixes, one for each frame") }
        let combined = try keys.map { try column($0).appending(try other.column($0)) }
        let factors = Factorization(combined)

        var matches = [[Int]](repeating: [], count: factors.firstRows.count)
        for (row, code) in factors.codes.dropFirst(rowCount).enumerated() where code >= 0 { matches[code].append(row) }
        var left: [Int] = []
        var right: [Int] = []
        for (row, code) in factors.codes.prefix(rowCount).enumerated() {
            let found = code < 0 ? [] : matches[code]
            for match in found {
                left.append(row)
                right.append(match)
            }
            if found.isEmpty, how == .left {
                left.append(row)
                right.append(-1)
            }
        }

        let others = other.columns.filter { !keys.contains($0.name) }
        var result: [Column] = []
        for column in columns {
            let clash = !keys.contains(column.name) && others.contains { $0.name == column.name }
            result.append(column.unchecked(left).named(clash ? column.name + suffixes[0] : column.name))
        }
        for column in others {
            let name = hasColumn(column.name) ? column.name + suffixes[1] : column.name
            if result.contains(where: { $0.name == name }) { throw FrameError.duplicateColumn(name: name) }
            result.append(column.takingOrMissing(right).named(name))
        }
        return DataFrame(unchecked: result)
    }
}
