/// The distinct values of a column as numbers: each row's code, and a row that holds each code's value.
struct Factorization {
    /// One a row: 0, 1, 2, … or -1 where the value is missing.
    private(set) var codes: [Int]
    /// One a code: the first row that has it.
    private(set) var firstRows: [Int]

    /// Equal values have equal codes, which count up in order of appearance.
    init(_ column: Column) {
        switch column.storage {
        case .ints(let values): self.init(ints: values)
        case .doubles(let values): self.init(hashed: values.map { $0.isNaN ? nil : $0 == 0 ? 0 : $0.bitPattern })
        case .strings(let values): self.init(hashed: values)
        case .bools(let values): self.init(ints: values.map { $0 ? 1 : 0 })
        }
    }

    /// The combinations of several columns' values; a row in which one is missing has none.
    init(_ columns: [Column]) {
        guard let first = columns.first else {
            self.init(codes: [], firstRows: [])
            return
        }
        self.init(first)
        for column in columns.dropFirst() {
            let next = Factorization(column)
            let width = next.firstRows.count
            let combined: [Int?] = zip(codes, next.codes).map { $0 < 0 || $1 < 0 ? nil : $0 * width + $1 }
            self.init(hashed: combined)
        }
    }

    private init(codes: [Int], firstRows: [Int]) {
        self.codes = codes
        self.firstRows = firstRows
    }

    private init(ints values: [Int]) {
        guard let low = values.min(), let high = values.max() else {
            self.init(codes: [], firstRows: [])
            return
        }
        let (span, overflow) = high.subtractingReportingOverflow(low)
        // Ids lie close together as a rule: a table is then many times faster than hashing.
        guard !overflow, span < 16 * values.count + 1024 else {
            self.init(hashed: values)
            return
        }
        var table = [Int32](repeating: -1, count: span + 1)
        var firstRows: [Int] = []
        let codes = values.enumerated().map { row, value in
            let known = table[value - low]
            if known >= 0 { return Int(known) }
            table[value - low] = Int32(truncatingIfNeeded: firstRows.count)
            firstRows.append(row)
            return firstRows.count - 1
        }
        self.init(codes: codes, firstRows: firstRows)
    }

    private init<Key: Hashable>(hashed values: [Key?]) {
        var known: [Key: Int] = [:]
        var firstRows: [Int] = []
        let codes = values.enumerated().map { row, value in
            guard let value else { return -1 }
            if let code = known[value] { return code }
            known[value] = firstRows.count
            firstRows.append(row)
            return firstRows.count - 1
        }
        self.init(codes: codes, firstRows: firstRows)
    }

    /// Codes renumbered so that they count up with the values; for several columns, with the first of them first.
    func sorted(by columns: [Column]) -> Factorization {
        let ranks = columns.map { $0.unchecked(firstRows).sortRanks(ascending: true) }
        let order = stableOrder(count: firstRows.count, ranks: ranks)
        var renumbered = [Int](repeating: 0, count: order.count)
        for (new, old) in order.enumerated() { renumbered[old] = new }
        var result = self
        result.codes = codes.map { $0 < 0 ? -1 : renumbered[$0] }
        result.firstRows = order.map { firstRows[$0] }
        return result
    }
}

/// The order of rows by their ranks, the first list being the most important; rows of equal ranks keep their order.
func stableOrder(count: Int, ranks: [[Int]]) -> [Int] {
    var order = Array(0..<count)
    // Counting sort from the least important key to the most important one.
    for rank in ranks.reversed() {
        var starts = [Int](repeating: 0, count: (rank.max() ?? 0) + 2)
        for value in rank { starts[value + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var sorted = order
        for row in order {
            sorted[starts[rank[row]]] = row
            starts[rank[row]] += 1
        }
        order = sorted
    }
    return order
}

extension Column {
    /// Every row's place in the order of the distinct values, missing ones last in either direction.
    func sortRanks(ascending: Bool) -> [Int] {
        let factors = Factorization(self)
        let firsts = factors.firstRows
        let order: [Int]
        switch storage {
        case .ints(let values): order = firsts.indices.sorted { values[firsts[$0]] < values[firsts[$1]] }
        case .doubles(let values): order = firsts.indices.sorted { values[firsts[$0]] < values[firsts[$1]] }
        case .strings(let values): order = firsts.indices.sorted { (values[firsts[$0]] ?? "") < (values[firsts[$1]] ?? "") }
        case .bools(let values): order = firsts.indices.sorted { !values[firsts[$0]] && values[firsts[$1]] }
        }
        var rank = [Int](repeating: 0, count: order.count)
        for (place, code) in order.enumerated() { rank[code] = ascending ? place : order.count - 1 - place }
        return factors.codes.map { $0 < 0 ? order.count : rank[$0] }
    }

    /// Each row's distinct value as a number from 0, in order of appearance; -1 where it is missing. `unique()` lists the values.
    public func codes() -> [Int] { Factorization(self).codes }

    /// The distinct values in order of appearance, missing ones left out.
    public func unique() -> Column { unchecked(Factorization(self).firstRows) }

    /// How many distinct values there are, missing ones not counted.
    public func uniqueCount() -> Int { Factorization(self).firstRows.count }

    /// The distinct values and how often each occurs: the most frequent first, equal counts by ascending value.
    public func valueCounts() -> DataFrame {
        let factors = Factorization(self).sorted(by: [self])
        var counts = [Int](repeating: 0, count: factors.firstRows.count)
        for code in factors.codes where code >= 0 { counts[code] += 1 }
        let order = stableOrder(count: counts.count, ranks: [Column(counts).sortRanks(ascending: false)])
        let key = name.isEmpty ? "value" : name
        let countName = key == "count" ? "rows" : "count"
        let values = unchecked(factors.firstRows).unchecked(order).named(key)
        return DataFrame(unchecked: [values, Column(order.map { counts[$0] }, name: countName)])
    }
}
