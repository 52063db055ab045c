extension Column {
    /// The numbers that are there, missing ones left out; a fault for text.
    private func present(_ operation: String) -> [Double] {
        switch storage {
        case .ints(let values): return values.map(Double.init)
        case .doubles(let values): return values.contains(where: \.isNaN) ? values.filter { !$0.isNaN } : values
        case .bools(let values): return values.map { $0 ? 1 : 0 }
        case .strings:
            report(.wrongKind(column: name, expected: .double, found: kind), in: operation)
            return []
        }
    }

    /// The sum of the values that are there; of truth values, how many are true.
    public func sum() -> Double { Statistics.sum(present("sum")) }

    /// The mean of the values that are there; NaN for none.
    public func mean() -> Double { Statistics.mean(present("mean")) }

    /// The smallest value; NaN for none.
    public func min() -> Double { present("min").min() ?? .nan }

    /// The largest value; NaN for none.
    public func max() -> Double { present("max").max() ?? .nan }

    /// The standard deviation of a sample (divided by n − 1); NaN for fewer than two values.
    public func std() -> Double { Statistics.variance(present("std")).squareRoot() }

    /// The variance of a sample (divided by n − 1); NaN for fewer than two values.
    public func variance() -> Double { Statistics.variance(present("variance")) }

    /// The middle value, or the mean of the two in the middle; NaN for none.
    public func median() -> Double { Statistics.quantile(present("median").sorted(), 0.5) }

    /// The value below which the share `q` (0…1) of the values lies, linear between neighbours; NaN for none.
    public func quantile(_ q: Double) -> Double {
        guard q >= 0, q <= 1 else {
            report(.invalid("a quantile lies between 0 and 1, not at \(q)"), in: "quantile")
            return .nan
        }
        return Statistics.quantile(present("quantile").sorted(), q)
    }

    /// Pearson's correlation with another column of the same length, over the rows where both have a value; NaN where one is constant.
    public func correlation(with other: Column) -> Double {
        orFault("correlation", .nan) {
            let (x, y) = (try doubles(), try other.doubles())
            guard x.count == y.count else {
                throw FrameError.lengthMismatch(what: "correlation", expected: x.count, found: y.count)
            }
            let pairs = zip(x, y).filter { !$0.isNaN && !$1.isNaN }
            return Statistics.correlation(pairs.map(\.0), pairs.map(\.1))
        }
    }
}

/// Sums and moments of plain numbers, none of them missing.
enum Statistics {
    /// The sum, with the rounding of each addition carried along (Neumaier's summation).
    static func sum(_ values: [Double]) -> Double {
        var sum = 0.0
        var lost = 0.0
        for value in values {
            let next = sum + value
            lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
            sum = next
        }
        return lost.isFinite ? sum + lost : sum
    }

    static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? .nan : sum(values) / Double(values.count)
    }

    static func variance(_ values: [Double]) -> Double {
        guard values.count > 1 else { return .nan }
        let mean = mean(values)
        return sum(values.map { ($0 - mean) * ($0 - mean) }) / Double(values.count - 1)
    }

    static func quantile(_ sorted: [Double], _ q: Double) -> Double {
        guard !sorted.isEmpty else { return .nan }
        let place = q * Double(sorted.count - 1)
        let below = Int(place)
        let above = Swift.min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }

    static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let (meanX, meanY) = (mean(x), mean(y))
        let covariance = sum(zip(x, y).map { ($0 - meanX) * ($1 - meanY) })
        let scale = (sum(x.map { ($0 - meanX) * ($0 - meanX) }) * sum(y.map { ($0 - meanY) * ($0 - meanY) })).squareRoot()
        return scale > 0 ? covariance / scale : .nan
    }
}
