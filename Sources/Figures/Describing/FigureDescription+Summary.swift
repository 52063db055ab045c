extension Figure {
    /// The text for readers who do not see the picture: the author's own, or a summary of the data.
    public var alternativeText: String {
        words.alternative.isEmpty ? FigureDescription(self).summary : words.alternative
    }
}

extension FigureDescription {
    /// What is shown, in a sentence or two made from the data.
    public var summary: String {
        switch kind {
        case "animation":
            let seconds = interval.map { " every \(Ticks.number($0)) seconds" } ?? ""
            let first = parts.first.map { " It begins with: " + $0.summary } ?? ""
            return "Animation of \(parts.count) frames\(seconds).\(first)"
        case "panels":
            return "\(parts.count) panels. " + parts.enumerated().map { "Panel \($0 + 1): \($1.summary)" }.joined(separator: " ")
        case "images":
            return imagesSummary
        case "computation graph":
            return "Computation graph of \(texts("boxes").count) boxes: \(listed(texts("arrows"), limit: 12))."
        case "network":
            return networkSummary
        default:
            return plotSummary
        }
    }

    private var imagesSummary: String {
        let size = column("size")?.values?.values ?? []
        guard size.count == 2, let pixels = column("pixels")?.count, size[0] * size[1] > 0 else { return "Pictures." }
        let count = Ticks.number(Double(pixels) / (size[0] * size[1]))
        let captions = texts("captions")
        let words = captions.isEmpty ? "" : ": \(listed(captions, limit: 16))"
        return "Grid of \(count) pictures of \(Ticks.number(size[0])) × \(Ticks.number(size[1])) pixels\(words)."
    }

    private var networkSummary: String {
        let sizes = column("sizes")?.values?.values ?? []
        let names = texts("names")
        let layers = sizes.enumerated().map { index, size in
            (names.indices.contains(index) ? "\(names[index]) " : "") + Ticks.number(size)
        }
        return "Network of \(sizes.count) layers: \(layers.joined(separator: ", "))."
    }

    private var plotSummary: String {
        var text = opening
        let shown = series.filter { $0.kind != "note" }
        if let table = shown.first(where: { $0.kind == "table" }), let size = table.column("size")?.values?.values, size.count == 2 {
            text += " of \(Ticks.number(size[0])) rows and \(Ticks.number(size[1])) columns"
            if let range = table.column("values")?.range { text += ", from \(Ticks.number(range.0)) to \(Ticks.number(range.1))" }
        }
        let parts = shown.compactMap(sentence)
        if parts.count > 1 { text += ": \(parts.count) series" }
        if !parts.isEmpty {
            text += (parts.count > 1 ? ". " : ": ") + parts.prefix(5).joined(separator: "; ")
            if parts.count > 5 { text += "; and \(parts.count - 5) more" }
        }
        text += "."
        if leftOut > 0 { text += " \(leftOut) \(leftOut == 1 ? "value is" : "values are") not shown." }
        return text
    }

    private var opening: String {
        let names = [
            "line": "Line plot", "scatter": "Scatter plot", "histogram": "Histogram", "bar": "Bar chart", "heat map": "Heat map",
            "contour": "Contour plot", "joint": "Joint plot with hexagons and margins",
        ]
        var text = title.isEmpty ? "" : "\(title). "
        text += names[kind] ?? "Plot"
        let x = axes.first { $0.name == "x" }?.label ?? ""
        let y = axes.first { $0.name == "y" }?.label ?? ""
        if kind == "histogram" || kind == "heat map" {
            if !x.isEmpty { text += kind == "histogram" ? " of \(x)" : ", \(y.isEmpty ? x : "\(y) by \(x)")" }
        } else if !x.isEmpty && !y.isEmpty {
            text += " of \(y) against \(x)"
        } else if !x.isEmpty || !y.isEmpty {
            text += x.isEmpty ? " of \(y)" : " over \(x)"
        }
        let logarithmic = axes.filter { $0.scale == "logarithmic" }.map(\.name)
        if !logarithmic.isEmpty { text += ", logarithmic \(logarithmic.joined(separator: " and "))" }
        return text
    }

    private func sentence(_ series: Series) -> String? {
        let name = series.name.isEmpty ? "" : "\(series.name) "
        switch series.kind {
        case "line":
            guard let y = series.column("y"), let ends = y.ends, let range = y.range else { return nil }
            if y.count == 1 { return "\(name)one value, \(Ticks.number(ends.0))" }
            let course = ends.0 == ends.1 ? "begins and ends at \(Ticks.number(ends.0))"
                : "goes from \(Ticks.number(ends.0)) to \(Ticks.number(ends.1))"
            let between = (range.0 < min(ends.0, ends.1) || range.1 > max(ends.0, ends.1))
                ? ", between \(Ticks.number(range.0)) and \(Ticks.number(range.1))" : ""
            return "\(name)\(course)\(between) (\(Ticks.number(Double(y.count))) values)"
        case "points", "hexagons":
            guard let x = series.column("x"), let y = series.column("y"), let xs = x.range, let ys = y.range else { return nil }
            let labels = series.column("labels")?.texts ?? []
            let named = labels.isEmpty ? "" : ", among them \(labels.filter { !$0.isEmpty }.prefix(5).joined(separator: ", "))"
            let points = "\(Ticks.number(Double(x.count))) \(x.count == 1 ? "point" : "points")"
            return "\(name)\(points), x from \(Ticks.number(xs.0)) to \(Ticks.number(xs.1)), y from \(Ticks.number(ys.0)) to \(Ticks.number(ys.1))\(named)"
        case "bars":
            guard let values = series.column("values") else { return nil }
            let names = axes.first { !$0.categories.isEmpty }?.categories ?? []
            guard let all = values.values?.values, all.count == names.count else {
                return values.range.map { "\(name)\(values.count) bars from \(Ticks.number($0.0)) to \(Ticks.number($0.1))" }
            }
            return name + listed(zip(names, all).map { "\($0) \(Ticks.number($1))" }, limit: 12)
        case "histogram":
            guard let edges = series.column("edges")?.range, let counts = series.column("counts") else { return nil }
            let most = counts.range.map { ", at most \(Ticks.number($0.1)) in one" } ?? ""
            return "\(name)\(counts.count) intervals from \(Ticks.number(edges.0)) to \(Ticks.number(edges.1))\(most)"
        case "contour":
            return series.column("heights")?.range.map { "heights from \(Ticks.number($0.0)) to \(Ticks.number($0.1))" }
        case "band":
            return series.name.isEmpty ? nil : "a band, \(series.name)"
        case "horizontal line", "vertical line":
            return series.column("at")?.range.map { "\(name)a \(series.kind) at \(Ticks.number($0.0))" }
        default:
            return nil
        }
    }

    private func listed(_ items: [String], limit: Int) -> String {
        items.prefix(limit).joined(separator: ", ") + (items.count > limit ? " and \(items.count - limit) more" : "")
    }

    private func column(_ name: String) -> Column? {
        series.first?.column(name)
    }

    private func texts(_ name: String) -> [String] {
        column(name)?.texts ?? []
    }
}

extension FigureDescription.Series {
    func column(_ name: String) -> FigureDescription.Column? {
        columns.first { $0.name == name }
    }
}

extension FigureDescription.Column {
    /// The least and the greatest number.
    var range: (Double, Double)? {
        if let digest { return digest.finiteCount > 0 ? (digest.minimum, digest.maximum) : nil }
        return values?.finiteRange.map { ($0.lower, $0.upper) }
    }

    /// The first and the last number.
    var ends: (Double, Double)? {
        let finite = (digest?.samples ?? values)?.values.filter(\.isFinite) ?? []
        guard let first = finite.first, let last = finite.last else { return nil }
        return (first, last)
    }
}
