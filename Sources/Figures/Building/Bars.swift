#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A bar for each name.
///
/// - Parameters:
///   - names: one for each value.
///   - values: the bars' lengths; NaN leaves a gap.
///   - horizontal: whether the bars lie, the first on top: for long names.
public func bar(_ names: [String], _ values: [Double], label: String = "", color: String = "", horizontal: Bool = false) -> Figure {
    var mark = Mark.Bars(name: label, values: Numbers(values))
    mark.color = color
    mark.isHorizontal = horizontal
    var plot = Plot(marks: [.bars(mark)])
    if horizontal {
        plot.y = Axis(scale: .categories, categories: names, isReversed: true)
    } else {
        plot.x = Axis(scale: .categories, categories: names)
    }
    let problem =
        checkNumbers("bar", values, "values")
        ?? (names.count == values.count
            ? nil
            : .differentLengths(
                function: "bar", first: "names", firstCount: names.count, second: "values", secondCount: values.count))
        ?? checkColor("bar", color)
    let height = horizontal ? max(260, 90 + 22 * Double(min(names.count, 60))) : 400
    return Figure(kind: "bar", content: .plot(plot), height: height, problem: problem)
}

/// How many of the values lie in each of several equally wide intervals.
///
/// - Parameters:
///   - values: those that are NaN or infinite are left out and counted in a note.
///   - bins: how many intervals; 0 chooses by the rule of Freedman and Diaconis (1981), from 5 to 60.
public func histogram(_ values: [Double], bins: Int = 0, label: String = "", color: String = "") -> Figure {
    let figure = Figure(kind: "histogram", content: .plot(Plot(marks: [], y: Axis(label: "count"))))
    return figure.adding("histogram", values, bins: bins, label: label, color: color)
}

extension Figure {
    /// The bar chart with further bars beside the first ones, one for each name.
    public func bars(_ values: [Double], label: String = "", color: String = "") -> Figure {
        changingPlot("bars") { plot in
            let names = plot.x.scale == .categories ? plot.x.categories : plot.y.categories
            guard case .bars(let first)? = plot.marks.first else {
                return .invalid(function: "bars", reason: "this figure is no bar chart; begin with bar(names, values)")
            }
            var mark = Mark.Bars(name: label, values: Numbers(values))
            mark.color = color
            mark.isHorizontal = first.isHorizontal
            plot.marks.append(.bars(mark))
            return checkNumbers("bars", values, "values") ?? checkColor("bars", color)
                ?? (names.count == values.count
                    ? nil
                    : .differentLengths(
                        function: "bars", first: "names", firstCount: names.count, second: "values", secondCount: values.count))
        }
    }

    /// The histogram with a further one in front, over the same intervals where there is one already.
    public func histogram(_ values: [Double], bins: Int = 0, label: String = "", color: String = "") -> Figure {
        adding("histogram", values, bins: bins, label: label, color: color)
    }

    fileprivate func adding(_ function: String, _ values: [Double], bins: Int, label: String, color: String) -> Figure {
        changingPlot(function) { plot in
            if let problem = checkNumbers(function, values, "values") ?? checkColor(function, color) { return problem }
            guard bins >= 0, bins <= 2000 else {
                return .invalid(function: function, reason: "bins is \(bins); it has to be from 1 to 2000, or 0 for a number that fits")
            }
            let finite = values.filter(\.isFinite)
            let known = plot.marks.lazy.compactMap { mark -> [Double]? in
                if case .bins(let bins) = mark { return bins.edges.values }
                return nil
            }.first
            let edges = binEdges(finite, bins: bins, step: known)
            var mark = Mark.Bins(name: label, edges: Numbers(edges), counts: Numbers(countedInBins(finite, edges)))
            mark.color = color
            mark.total = values.count
            mark.leftOut = values.count - finite.count
            plot.marks.append(.bins(mark))
            return nil
        }
    }
}

/// The ends of equally wide intervals that hold all values; with `step`, the edges known, extended to hold them.
func binEdges(_ finite: [Double], bins: Int, step known: [Double]? = nil) -> [Double] {
    guard let range = Numbers(finite).finiteRange else { return [0, 1] }
    if let known, known.count >= 2 {
        let width = known[1] - known[0]
        var before = 0
        while known[0] - Double(before) * width > range.lower && before < 500 { before += 1 }
        var after = 0
        while known[known.count - 1] + Double(after) * width < range.upper && after < 500 { after += 1 }
        return (0..<before).reversed().map { known[0] - Double($0 + 1) * width } + known
            + (0..<after).map { known[known.count - 1] + Double($0 + 1) * width }
    }
    guard range.upper > range.lower else {
        let half = max(0.5, abs(range.lower) * 1e-6)
        return [range.lower - half, range.lower + half]
    }
    let width = range.upper - range.lower
    guard width.isFinite else { return [range.lower, 0, range.upper] }
    var count = bins
    if count == 0 {
        let sorted = finite.sorted()
        let quartiles = sorted[sorted.count * 3 / 4] - sorted[sorted.count / 4]
        let rule = 2 * quartiles / cbrt(Double(sorted.count))
        count = rule > 0 ? Int(min(60, max(5, (width / rule).rounded(.up)))) : 20
        let isWhole = width <= 60 && finite.allSatisfy { $0 == $0.rounded() }
        // Whole numbers in a small range get an interval each, centred on the number.
        if isWhole { return (0...(Int(width) + 1)).map { range.lower - 0.5 + Double($0) } }
    }
    return evenlySpaced(from: range.lower, to: range.upper, count: count + 1)
}

/// How many values lie in each interval; the upper end belongs to the last one only.
func countedInBins(_ finite: [Double], _ edges: [Double]) -> [Double] {
    guard let first = edges.first, let last = edges.last, edges.count >= 2, last > first else { return [] }
    var counts = [Double](repeating: 0, count: edges.count - 1)
    let perUnit = Double(counts.count) / (last - first)
    guard perUnit.isFinite else { return counts }
    for value in finite where value >= first && value <= last {
        var place = min(counts.count - 1, max(0, Int((value - first) * perUnit)))
        // The division may round across an edge.
        if value < edges[place] { place -= 1 } else if place + 1 < counts.count && value >= edges[place + 1] { place += 1 }
        counts[max(0, place)] += 1
    }
    return counts
}
