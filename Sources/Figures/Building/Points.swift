/// A dot at each point (x, y).
///
/// - Parameters:
///   - label: the points' name in the legend.
///   - labels: a text beside each point, placed so that no text covers another; as many as points.
///   - values: a number for each point, shown by its colour with a colour bar; NaN is grey.
///   - groups: a group's name for each point, each group in a colour of its own, named in the legend.
///   - sizes: a number for each point, zero or more, shown by its area.
///   - color: a colour for all points, where neither `values` nor `groups` gives one.
///   - opacity: from 0 to 1; less than 1 shows where points crowd.
public func scatter(
    _ x: [Double], _ y: [Double], label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [],
    sizes: [Double] = [], color: String = "", opacity: Double = 0.8
) -> Figure {
    Figure(kind: "scatter", content: .plot(Plot(marks: []))).addingPoints(
        "scatter", x, y, label: label, labels: labels, values: values, groups: groups, sizes: sizes, color: color, opacity: opacity)
}

/// Points counted in hexagons, with a histogram of each axis's values beyond the top and the right side.
///
/// - Parameter across: how many hexagons lie side by side along the x axis.
public func jointPlot(_ x: [Double], _ y: [Double], across: Int = 30) -> Figure {
    var plot = Plot(marks: [.hexagons(Mark.Hexagons(x: Numbers(x), y: Numbers(y), across: max(1, across)))])
    plot.marginBins = 40
    plot.colorLabel = "points"
    var problem = checkNumbers("jointPlot", x, "x") ?? checkNumbers("jointPlot", y, "y") ?? checkLengths("jointPlot", "x", x, "y", y)
    if across < 2 || across > 400 {
        problem = problem ?? .invalid(function: "jointPlot", reason: "across is \(across); it has to be from 2 to 400")
    }
    return Figure(kind: "joint", content: .plot(plot), width: 560, height: 520, problem: problem)
}

extension Figure {
    /// The figure with further points; the arguments are those of `scatter`.
    public func points(
        _ x: [Double], _ y: [Double], label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [],
        sizes: [Double] = [], color: String = "", opacity: Double = 0.8
    ) -> Figure {
        addingPoints(
            "points", x, y, label: label, labels: labels, values: values, groups: groups, sizes: sizes, color: color, opacity: opacity)
    }

    func addingPoints(
        _ function: String, _ x: [Double], _ y: [Double], label: String, labels: [String], values: [Double], groups: [String],
        sizes: [Double], color: String, opacity: Double
    ) -> Figure {
        changingPlot(function) { plot in
            var mark = Mark.Points(name: label, x: Numbers(x), y: Numbers(y))
            mark.labels = labels
            mark.values = Numbers(values)
            mark.groups = groups
            mark.sizes = Numbers(sizes)
            mark.color = color
            mark.opacity = min(1, max(0.02, opacity))
            plot.marks.append(.points(mark))
            let count = x.count
            let lists = [("labels", labels.count), ("values", values.count), ("groups", groups.count), ("sizes", sizes.count)]
            var problem = checkNumbers(function, x, "x") ?? checkNumbers(function, y, "y") ?? checkLengths(function, "x", x, "y", y)
            for (name, length) in lists { problem = problem ?? checkCount(function, "x", count, name, length) }
            problem = problem ?? checkColor(function, color)
            if sizes.contains(where: { $0 < 0 }) {
                problem = problem ?? .invalid(function: function, reason: "sizes has a negative number")
            }
            if opacity.isNaN { problem = problem ?? .invalid(function: function, reason: "opacity is not a number") }
            return problem
        }
    }
}
