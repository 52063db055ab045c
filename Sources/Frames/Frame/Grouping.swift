/// How the values of a group become one.
public enum Aggregate: String, CaseIterable, Sendable {
    /// How many values are there (missing ones are not counted).
    case count
    /// Their sum; 0 for none.
    case sum
    /// Their mean.
    case mean
    /// The smallest.
    case min
    /// The largest.
    case max
    /// The standard deviation of a sample (divided by n − 1).
    case std
    /// The middle value.
    case median
    /// The first that is there.
    case first
    /// The last that is there.
    case last
    /// How many different values are there.
    case unique
}

/// The rows of a frame in groups of equal keys. Results have one row a group, keys ascending; rows whose key is missing are in none.
public struct Grouping {
    let frame: DataFrame
    let keys: [Column]
    let groups: Factorization

    init(frame: DataFrame, keys: [Column]) {
        self.frame = frame
        self.keys = keys
        groups = Factorization(keys).sorted(by: keys)
    }

    /// The number of groups.
    public var groupCount: Int { groups.firstRows.count }

    /// The keys and the number of rows of each group, in a column named `count`.
    public func count() throws -> DataFrame {
        var counts = [Int](repeating: 0, count: groupCount)
        for code in groups.codes where code >= 0 { counts[code] += 1 }
        return try keyFrame().adding(counts, named: "count")
    }

    /// The keys and each group's sum of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    public func sum(_ name: String) throws -> DataFrame { try single(name, .sum) }
    /// The keys and each group's mean of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    public func mean(_ name: String) throws -> DataFrame { try single(name, .mean) }
    /// The keys and each group's smallest value of a column; throws `FrameError.noSuchColumn`.
    public func min(_ name: String) throws -> DataFrame { try single(name, .min) }
    /// The keys and each group's largest value of a column; throws `FrameError.noSuchColumn`.
    public func max(_ name: String) throws -> DataFrame { try single(name, .max) }
    /// The keys and each group's standard deviation of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    public func std(_ name: String) throws -> DataFrame { try single(name, .std) }
    /// The keys and each group's median of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    public func median(_ name: String) throws -> DataFrame { try single(name, .median) }
    /// The keys and each group's first value of a column; throws `FrameError.noSuchColumn`.
    public func first(_ name: String) throws -> DataFrame { try single(name, .first) }

    /// The keys and several figures of one column, each in a column that is named after it (`count`, `mean`, …), behind the prefix if one is
    /// given; throws `FrameError.noSuchColumn` or `wrongKind`.
    public func aggregate(_ name: String, _ figures: [Aggregate], prefix: String = "") throws -> DataFrame {
        let column = try frame.column(name)
        var result = keyFrame()
        for figure in figures {
            result = try result.adding(try aggregated(column, figure, groups.codes, groupCount), named: prefix + figure.rawValue)
        }
        return result
    }

    /// The frame's rows of every group, in the order of the keys.
    public func frames() -> [DataFrame] {
        var rows = [[Int]](repeating: [], count: groupCount)
        for (row, code) in groups.codes.enumerated() where code >= 0 { rows[code].append(row) }
        return rows.map { frame.unchecked($0) }
    }

    private func keyFrame() -> DataFrame { DataFrame(unchecked: keys.map { $0.unchecked(groups.firstRows) }) }

    private func single(_ name: String, _ figure: Aggregate) throws -> DataFrame {
        let column = try frame.column(name)
        return try keyFrame().adding(try aggregated(column, figure, groups.codes, groupCount), named: name)
    }
}

/// One figure for each of `count` groups of a column's values; a row of code -1 is in no group.
func aggregated(_ column: Column, _ figure: Aggregate, _ codes: [Int], _ count: Int) throws -> Column {
    switch figure {
    case .count:
        var counts = [Int](repeating: 0, count: count)
        let missing = column.missingCount > 0 ? try column.isMissing().bools() : nil
        for (row, code) in codes.enumerated() where code >= 0 && missing?[row] != true { counts[code] += 1 }
        return Column(counts)
    case .unique:
        let values = Factorization(column)
        var counts = [Int](repeating: 0, count: count)
        var seen: Set<Int> = []
        let width = values.firstRows.count
        for (row, code) in codes.enumerated() where code >= 0 && values.codes[row] >= 0 {
            if seen.insert(code * width + values.codes[row]).inserted { counts[code] += 1 }
        }
        return Column(counts)
    case .first, .last, .min, .max:
        // These give back one of the values, so that whole numbers and text stay what they are.
        let ranks = figure == .first || figure == .last ? column.codes() : column.sortRanks(ascending: true)
        let missing = column.missingCount > 0 ? try column.isMissing().bools() : nil
        var chosen = [Int](repeating: -1, count: count)
        for (row, code) in codes.enumerated() where code >= 0 && missing?[row] != true {
            let held = chosen[code]
            switch figure {
            case .last: chosen[code] = row
            case .min: if held < 0 || ranks[row] < ranks[held] { chosen[code] = row }
            case .max: if held < 0 || ranks[row] > ranks[held] { chosen[code] = row }
            default: if held < 0 { chosen[code] = row }
            }
        }
        return column.takingOrMissing(chosen)
    case .sum:
        if case .ints(let values) = column.storage {
            var sums = [Int](repeating: 0, count: count)
            for (row, code) in codes.enumerated() where code >= 0 {
                let (sum, overflow) = sums[code].addingReportingOverflow(values[row])
                if overflow { throw FrameError.overflow(operation: "sum", column: column.name) }
                sums[code] = sum
            }
            return Column(sums)
        }
        return Column(try numberGroups(column, codes, count).map(Statistics.sum))
    case .mean: return Column(try numberGroups(column, codes, count).map(Statistics.mean))
    case .std: return Column(try numberGroups(column, codes, count).map { Statistics.variance($0).squareRoot() })
    case .median: return Column(try numberGroups(column, codes, count).map { Statistics.quantile($0.sorted(), 0.5) })
    }
}

/// The values of every group, missing ones left out.
private func numberGroups(_ column: Column, _ codes: [Int], _ count: Int) throws -> [[Double]] {
    let values = column.kind == .bool ? try column.bools().map { $0 ? 1 : 0 } : try column.doubles()
    var groups = [[Double]](repeating: [], count: count)
    for (row, code) in codes.enumerated() where code >= 0 && !values[row].isNaN { groups[code].append(values[row]) }
    return groups
}

extension DataFrame {
    /// The rows in groups of equal values of a column; throws `FrameError.noSuchColumn`.
    public func groupBy(_ name: String) throws -> Grouping { try groupBy([name]) }

    /// The rows in groups of equal values of several columns; throws `FrameError.noSuchColumn`.
    public func groupBy(_ names: [String]) throws -> Grouping {
        guard !names.isEmpty else { throw FrameError.invalid("groupBy needs at least one column") }
        return Grouping(frame: self, keys: try select(names).columns)
    }

    /// A table of two columns' values against each other: a row for each value of `rows`, a column for each value of `columns` (both
    /// ascending, the columns named after the values), and in each cell the figure of the `values` that belong there, NaN where there are none.
    ///
    /// Throws `FrameError.noSuchColumn`, `wrongKind`, or `tooLarge` beyond ten million cells.
    public func crosstab(rows: String, columns: String, values: String, aggregate: Aggregate = .sum) throws -> DataFrame {
        try crosstab(try column(rows), try column(columns), try column(values), aggregate)
    }

    /// A table of how often two columns' values occur together: a row for each value of `rows`, a column for each value of `columns`.
    ///
    /// Throws `FrameError.noSuchColumn`, or `tooLarge` beyond ten million cells.
    public func crosstab(rows: String, columns: String) throws -> DataFrame {
        try crosstab(try column(rows), try column(columns), Column([Bool](repeating: true, count: rowCount)), .count)
    }

    private func crosstab(_ rowKeys: Column, _ columnKeys: Column, _ values: Column, _ figure: Aggregate) throws -> DataFrame {
        if rowKeys.missingCount + columnKeys.missingCount > 0 {
            // A row without one of its keys takes no part, not even by giving a column to the other key.
            let missing = try rowKeys.isMissing().or(columnKeys.isMissing()).bools()
            let rows = missing.indices.filter { !missing[$0] }
            return try crosstab(rowKeys.unchecked(rows), columnKeys.unchecked(rows), values.unchecked(rows), figure)
        }
        let down = Factorization(rowKeys).sorted(by: [rowKeys])
        let across = Factorization(columnKeys).sorted(by: [columnKeys])
        let (height, width) = (down.firstRows.count, across.firstRows.count)
        let (cells, overflow) = height.multipliedReportingOverflow(by: width)
        guard !overflow, cells <= 10_000_000 else {
            throw FrameError.tooLarge(what: "this crosstab", cells: overflow ? Int.max : cells)
        }
        // Cell numbers run down the columns, so that each column of the result is one slice.
        let codes = zip(down.codes, across.codes).map { $0 < 0 || $1 < 0 ? -1 : $1 * height + $0 }
        var all = try aggregated(values, figure, codes, cells)
        if figure == .sum || (all.kind == .int && figure != .count && figure != .unique) {
            var numbers = try all.doubles()
            let filled = try aggregated(values, .count, codes, cells).ints()
            for (cell, count) in filled.enumerated() where count == 0 { numbers[cell] = .nan }
            all = Column(numbers)
        }
        let names = columnKeys.unchecked(across.firstRows).texts()
        var result = [rowKeys.unchecked(down.firstRows)]
        for (index, name) in names.enumerated() {
            // A value may be spelled like the column of keys.
            let free = name == rowKeys.name ? "\(columnKeys.name) \(name)" : name
            result.append(all.unchecked(Array(index * height..<(index + 1) * height)).named(free))
        }
        return DataFrame(unchecked: result)
    }
}
