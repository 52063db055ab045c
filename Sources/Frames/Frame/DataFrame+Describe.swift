extension DataFrame {
    /// Count, mean, standard deviation, smallest, quartiles and largest of every numeric column; of a frame without one, count, number of
    /// distinct values, the most frequent and how often it occurs.
    public func describe() -> DataFrame {
        let numeric = columns.filter(\.isNumeric)
        if numeric.isEmpty { return describeText() }
        let labels = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"]
        var result = [Column(labels, name: freeName("statistic"))]
        for column in numeric {
            let values = ((try? column.doubles()) ?? []).filter { !$0.isNaN }
            let sorted = values.sorted()
            let figures =
                [Double(values.count), Statistics.mean(values), Statistics.variance(values).squareRoot()]
                + [0, 0.25, 0.5, 0.75, 1].map { Statistics.quantile(sorted, $0) }
            result.append(Column(figures, name: column.name))
        }
        return DataFrame(unchecked: result)
    }

    private func describeText() -> DataFrame {
        var result = [Column(["count", "unique", "top", "freq"], name: freeName("statistic"))]
        for column in columns {
            let counts = column.valueCounts()
            let top = counts.head(1).columns.map { $0.texts().first ?? "" }
            result.append(
                Column(
                    [String(column.count - column.missingCount), String(counts.rowCount), top.first ?? "", top.last ?? "0"],
                    name: column.name))
        }
        return DataFrame(unchecked: result)
    }

    private func freeName(_ name: String) -> String { hasColumn(name) ? freeName("_" + name) : name }
}
