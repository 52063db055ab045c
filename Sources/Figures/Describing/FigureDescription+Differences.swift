extension FigureDescription {
    /// What is different from an earlier description, in words; empty where nothing is.
    ///
    /// Alternative texts that were made from the data are left to the data. NaN equals NaN only.
    ///
    /// - Parameters:
    ///   - expected: the description to hold this one against.
    ///   - tolerance: how far numbers may lie apart, relative to the greater of the expected number and the size of the list that it
    ///     stands in; 0 compares to the digits that descriptions keep, and long lists by their hashes too.
    public func differences(from expected: FigureDescription, tolerance: Double = 0) -> [String] {
        var found: [String] = []
        if kind != expected.kind { return ["it is a \(kind) figure; expected: \(expected.kind)"] }
        if title != expected.title { found.append("title is \"\(title)\"; expected: \"\(expected.title)\"") }
        if width != expected.width || height != expected.height {
            let size = "\(plainText(width)) × \(plainText(height))"
            found.append("size is \(size); expected: \(plainText(expected.width)) × \(plainText(expected.height))")
        }
        if interval != expected.interval {
            found.append("interval is \(interval.map(plainText) ?? "none"); expected: \(expected.interval.map(plainText) ?? "none")")
        }
        if leftOut != expected.leftOut { found.append("\(leftOut) values are not shown; expected: \(expected.leftOut)") }
        found += axisDifferences(expected, tolerance)
        found += seriesDifferences(expected, tolerance)
        let noun = kind == "animation" ? "frame" : "panel"
        if parts.count != expected.parts.count {
            found.append("\(parts.count) \(noun)s; expected: \(expected.parts.count)")
        } else {
            for (index, pair) in zip(parts, expected.parts).enumerated() {
                found += pair.0.differences(from: pair.1, tolerance: tolerance).map { "\(noun) \(index + 1): \($0)" }
            }
        }
        return found
    }

    private func axisDifferences(_ expected: FigureDescription, _ tolerance: Double) -> [String] {
        guard axes.map(\.name) == expected.axes.map(\.name) else {
            return ["axes are \(axes.map(\.name).joined(separator: ", ")); expected: \(expected.axes.map(\.name).joined(separator: ", "))"]
        }
        var found: [String] = []
        for (axis, other) in zip(axes, expected.axes) {
            let place = "\(axis.name) axis"
            if axis.label != other.label { found.append("\(place): label is \"\(axis.label)\"; expected: \"\(other.label)\"") }
            if axis.scale != other.scale { found.append("\(place): scale is \(axis.scale); expected: \(other.scale)") }
            if axis.categories != other.categories {
                let first = zip(axis.categories, other.categories).first { $0 != $1 }
                let words = first.map { "\"\($0.0)\"; expected: \"\($0.1)\"" }
                found.append("\(place): names are \(words ?? "\(axis.categories.count); expected: \(other.categories.count)")")
            }
            let size = max(abs(other.lower), abs(other.upper))
            for (end, a, b) in [("begins", axis.lower, other.lower), ("ends", axis.upper, other.upper)]
            where !isClose(a, b, tolerance, size: size) {
                found.append("\(place): it \(end) at \(plainText(a)); expected: \(plainText(b))")
            }
        }
        return found
    }

    private func seriesDifferences(_ expected: FigureDescription, _ tolerance: Double) -> [String] {
        guard series.count == expected.series.count else { return ["\(series.count) series; expected: \(expected.series.count)"] }
        var found: [String] = []
        for (index, pair) in zip(series, expected.series).enumerated() {
            let (own, other) = pair
            let place = own.name.isEmpty ? "series \(index + 1)" : "\"\(own.name)\""
            if own.kind != other.kind || own.columns.map(\.name) != other.columns.map(\.name) {
                found.append("\(place): it is drawn as \(own.kind); expected: \(other.kind)")
                continue
            }
            if own.name != other.name { found.append("series \(index + 1): its name is \"\(own.name)\"; expected: \"\(other.name)\"") }
            for (column, otherColumn) in zip(own.columns, other.columns) {
                found += column.differences(from: otherColumn, tolerance).map { "\(place): \($0)" }
            }
        }
        return found
    }
}

extension FigureDescription.Column {
    fileprivate func differences(from expected: FigureDescription.Column, _ tolerance: Double) -> [String] {
        guard count == expected.count else { return ["\(name) has \(count) values; expected: \(expected.count)"] }
        if let texts, let others = expected.texts {
            guard let place = texts.indices.first(where: { texts[$0] != others[$0] }) else { return [] }
            return ["\(name)[\(place)] is \"\(texts[place])\"; expected: \"\(others[place])\""]
        }
        if let values, let others = expected.values { return Self.differences(name, values.values, others.values, tolerance) }
        guard let digest, let other = expected.digest else { return ["\(name) is kept in another form"] }
        if digest.finiteCount != other.finiteCount {
            return ["\(name) has \(digest.finiteCount) finite values; expected: \(other.finiteCount)"]
        }
        let size = max(abs(other.minimum), abs(other.maximum))
        var found: [String] = []
        for (word, a, b) in [
            ("minimum", digest.minimum, other.minimum), ("maximum", digest.maximum, other.maximum), ("mean", digest.mean, other.mean),
        ] where !isClose(a, b, tolerance, size: size) {
            found.append("\(name): the \(word) is \(plainText(a)); expected: \(plainText(b))")
        }
        found += Self.differences("\(name) (samples)", digest.samples.values, other.samples.values, tolerance)
        if found.isEmpty, tolerance == 0, digest.hash != other.hash {
            found.append("\(name): some of the \(count) values differ, though not the least, the greatest, the mean or those sampled")
        }
        return found
    }

    /// The first difference of two lists, and how many there are.
    private static func differences(_ name: String, _ values: [Double], _ expected: [Double], _ tolerance: Double) -> [String] {
        let size = expected.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 }
        let places = values.indices.filter { !isClose(values[$0], expected[$0], tolerance, size: size) }
        guard let first = places.first else { return [] }
        let more = places.count > 1 ? " (and \(places.count - 1) more)" : ""
        return ["\(name)[\(first)] is \(plainText(values[first])); expected: \(plainText(expected[first]))\(more)"]
    }
}

private func isClose(_ a: Double, _ b: Double, _ tolerance: Double, size: Double) -> Bool {
    if a == b || (a.isNaN && b.isNaN) { return true }
    // Seven digits are kept; their last may round either way.
    return abs(a - b) <= max(tolerance, 2e-7) * max(abs(b), size)
}
