/// A line through `y`, one value a place, counted from 0.
///
/// - Parameters:
///   - y: the values; one that is NaN or infinite leaves a gap.
///   - label: the line's name in the legend; empty for none.
///   - color: a colour's name (`blue`, `orange`, `green`, `purple`, `amber`, `sky`, `brown`, `red`, `gray`, `black`) or `#rrggbb`;
///     empty for the next of the palette.
///   - dashed: whether the line is broken.
///   - markers: whether each value has a dot.
public func plot(_ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure {
    Figure.lines().adding("plot", places(y), y, "x", label: label, color: color, dashed: dashed, markers: markers)
}

/// A line through the points (x, y), in the order given.
///
/// - Parameters:
///   - x: where each value of `y` stands; as many as `y`.
public func plot(
    _ x: [Double], _ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false
) -> Figure {
    Figure.lines().adding("plot", x, y, "x", label: label, color: color, dashed: dashed, markers: markers)
}

/// A line for each list of values, one value a place, counted from 0.
///
/// - Parameter labels: the lines' names; empty for none, else as many as lines.
public func plot(_ lines: [[Double]], labels: [String] = []) -> Figure {
    guard !lines.isEmpty else { return Figure.lines().recording(.empty(function: "plot", argument: "the list of lines")) }
    guard labels.isEmpty || labels.count == lines.count else {
        return Figure.lines().recording(
            .differentLengths(
                function: "plot", first: "the list of lines", firstCount: lines.count, second: "labels", secondCount: labels.count))
    }
    return lines.indices.reduce(Figure.lines()) { figure, index in
        figure.series(lines[index], label: labels.isEmpty ? "" : labels[index])
    }
}

/// The graph of a function, from its values at evenly spaced places.
///
/// - Parameter points: at how many places the function is called.
public func curve(
    from lower: Double, to upper: Double, label: String = "", color: String = "", points: Int = 401, _ function: (Double) -> Double
) -> Figure {
    guard lower.isFinite, upper.isFinite, lower < upper else {
        return Figure.lines().recording(
            .invalid(function: "curve", reason: "\"from\" (\(plainText(lower))) has to be less than \"to\" (\(plainText(upper)))"))
    }
    guard (2...1_000_000).contains(points) else {
        return Figure.lines().recording(.invalid(function: "curve", reason: "points is \(points); it has to be from 2 to 1,000,000"))
    }
    let x = evenlySpaced(from: lower, to: upper, count: points)
    return Figure.lines().adding("curve", x, x.map(function), "x", label: label, color: color)
}

/// The places 0, 1, 2, … of a list's values.
func places(_ values: [Double]) -> [Double] {
    values.indices.map { Double($0) }
}

func evenlySpaced(from lower: Double, to upper: Double, count: Int) -> [Double] {
    (0..<count).map { $0 == count - 1 ? upper : lower + (upper - lower) * Double($0) / Double(max(1, count - 1)) }
}

extension Figure {
    static func lines() -> Figure {
        Figure(kind: "line", content: .plot(Plot(marks: [])))
    }

    /// The figure with a further line through `y`, one value a place, counted from 0; on a bar chart use `bars`.
    public func series(_ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure {
        adding("series", places(y), y, "x", label: label, color: color, dashed: dashed, markers: markers)
    }

    /// The figure with a further line through the points (x, y).
    public func series(
        _ x: [Double], _ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false
    ) -> Figure {
        adding("series", x, y, "x", label: label, color: color, dashed: dashed, markers: markers)
    }

    /// The figure with a further line whose every point has a dot: the way of an optimizer over a contour plot, for one.
    public func path(_ x: [Double], _ y: [Double], label: String = "", color: String = "") -> Figure {
        adding("path", x, y, "x", label: label, color: color, markers: true)
    }

    /// The figure with the graph of a function between two places.
    public func curve(
        from lower: Double, to upper: Double, label: String = "", color: String = "", dashed: Bool = false, _ function: (Double) -> Double
    ) -> Figure {
        guard lower.isFinite, upper.isFinite, lower < upper else {
            return recording(
                .invalid(function: "curve", reason: "\"from\" (\(plainText(lower))) has to be less than \"to\" (\(plainText(upper)))"))
        }
        let x = evenlySpaced(from: lower, to: upper, count: 401)
        return adding("curve", x, x.map(function), "x", label: label, color: color, dashed: dashed)
    }

    /// The figure with the area between two curves filled.
    ///
    /// - Parameters:
    ///   - x: the places; `lower` and `upper` have as many values.
    public func band(_ x: [Double], lower: [Double], upper: [Double], label: String = "", color: String = "") -> Figure {
        changingPlot("band") { plot in
            var mark = Mark.Band(name: label, x: Numbers(x), lower: Numbers(lower), upper: Numbers(upper))
            mark.color = color
            plot.marks.append(.band(mark))
            return checkColor("band", color) ?? checkNumbers("band", lower, "lower") ?? checkLengths("band", "x", x, "lower", lower)
                ?? checkLengths("band", "lower", lower, "upper", upper)
        }
    }

    /// The figure with a straight line across it at one value of y.
    public func horizontalLine(at y: Double, label: String = "", color: String = "gray") -> Figure {
        rule("horizontalLine", y, isVertical: false, label, color)
    }

    /// The figure with a straight line across it at one value of x.
    public func verticalLine(at x: Double, label: String = "", color: String = "gray") -> Figure {
        rule("verticalLine", x, isVertical: true, label, color)
    }

    /// The figure with a text beside the point (x, y).
    public func note(_ text: String, x: Double, y: Double) -> Figure {
        changingPlot("note") { plot in
            plot.marks.append(.note(Mark.Note(text: text, x: x, y: y)))
            return x.isFinite && y.isFinite ? nil : .invalid(function: "note", reason: "x and y have to be finite numbers")
        }
    }

    private func rule(_ function: String, _ position: Double, isVertical: Bool, _ label: String, _ color: String) -> Figure {
        changingPlot(function) { plot in
            var mark = Mark.Rule(name: label, position: position, isVertical: isVertical)
            mark.color = color
            plot.marks.append(.rule(mark))
            return checkColor(function, color)
                ?? (position.isFinite ? nil : .invalid(function: function, reason: "its place has to be a finite number"))
        }
    }

    func adding(
        _ function: String, _ x: [Double], _ y: [Double], _ xName: String, label: String, color: String, dashed: Bool = false,
        markers: Bool = false
    ) -> Figure {
        changingPlot(function) { plot in
            var mark = Mark.Line(name: label, x: Numbers(x), y: Numbers(y))
            mark.color = color
            mark.dash = dashed ? .dashed : .solid
            mark.hasMarkers = markers
            plot.marks.append(.line(mark))
            return checkColor(function, color) ?? checkNumbers(function, y, "y") ?? checkLengths(function, xName, x, "y", y)
                ?? checkNumbers(function, x, xName)
        }
    }
}

// MARK: Checks of arguments

func checkNumbers(_ function: String, _ values: [Double], _ argument: String) -> FigureError? {
    if values.isEmpty { return .empty(function: function, argument: argument) }
    return values.contains { $0.isFinite } ? nil : .nothingFinite(function: function, argument: argument)
}

func checkLengths(_ function: String, _ first: String, _ a: [Double], _ second: String, _ b: [Double]) -> FigureError? {
    a.count == b.count
        ? nil : .differentLengths(function: function, first: first, firstCount: a.count, second: second, secondCount: b.count)
}

func checkCount(_ function: String, _ first: String, _ a: Int, _ second: String, _ b: Int) -> FigureError? {
    b == 0 || a == b ? nil : .differentLengths(function: function, first: first, firstCount: a, second: second, secondCount: b)
}

func checkColor(_ function: String, _ name: String) -> FigureError? {
    if name.isEmpty || Palette.color(named: name, isDark: false) != nil { return nil }
    return .invalid(
        function: function, reason: "there is no colour \"\(name)\"; use one of \(Palette.names.joined(separator: ", ")), or #rrggbb")
}
