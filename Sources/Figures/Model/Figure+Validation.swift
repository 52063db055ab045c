extension Figure {
    /// Checks that the figure can be drawn.
    ///
    /// - Throws: `FigureError`: what was wrong in making the figure, or what its data and its axes cannot do together.
    public func validate() throws {
        if let problem { throw problem }
        switch content {
        case .plot(let plot):
            guard plot.marks.allSatisfy(\.isConsistent), (0...2000).contains(plot.marginBins) else { throw Figure.inconsistent }
            guard !plot.marks.isEmpty else { throw FigureError.empty(function: kind, argument: "the figure") }
            try plot.checkLogarithms()
        case .panels(let figures, let columns):
            guard columns > 0 else { throw Figure.inconsistent }
            for figure in figures { try figure.validate() }
        case .images(let grid):
            guard grid.imageWidth > 0, grid.imageHeight > 0, grid.columns > 0 else { throw Figure.inconsistent }
        case .diagram(.graph(let graph)):
            let places = graph.nodes.indices
            guard graph.edges.allSatisfy({ places.contains($0.from) && places.contains($0.to) }), GraphLayout.ranks(graph) != nil
            else { throw Figure.inconsistent }
        case .diagram(.layers(let layers)):
            guard layers.sizes.allSatisfy({ $0 > 0 }) else { throw Figure.inconsistent }
        }
    }

    /// For a figure that was read from a damaged file: the short calls make none.
    private static var inconsistent: FigureError { .drawing("its parts do not fit together") }
}

extension Mark {
    /// Whether the mark's lists have the lengths that its sizes promise.
    fileprivate var isConsistent: Bool {
        switch self {
        case .heat(let heat):
            return heat.rowCount > 0 && heat.columnCount > 0 && heat.values.count / heat.columnCount == heat.rowCount
        case .contour(let contour):
            return contour.x.count > 1 && contour.y.count > 1 && contour.z.count == contour.x.count * contour.y.count
        case .hexagons(let hexagons):
            return (1...400).contains(hexagons.across)
        default:
            return true
        }
    }
}

extension Plot {
    /// A logarithmic axis has no place for zero and negative numbers.
    func checkLogarithms() throws {
        for (name, axis) in [("x", x), ("y", y)] where axis.scale == .logarithmic {
            if let end = axis.lower, end <= 0 { throw FigureError.notPositive(axis: name, value: end, series: "the axis's range") }
            for mark in marks {
                let (series, values) = mark.numbers(onX: name == "x")
                if let value = values.first(where: { $0.isFinite && $0 <= 0 }) {
                    throw FigureError.notPositive(axis: name, value: value, series: series)
                }
            }
        }
    }
}

extension Mark {
    /// The mark's name, and all its numbers along one axis.
    func numbers(onX: Bool) -> (name: String, values: [Double]) {
        switch self {
        case .line(let line): return (line.name, onX ? line.x.values : line.y.values)
        case .points(let points): return (points.name, onX ? points.x.values : points.y.values)
        // Bars stand on zero, which a logarithmic axis cannot show: they then stand on the axis's end.
        case .bars(let bars): return (bars.name, onX == bars.isHorizontal ? bars.values.values : [])
        case .bins(let bins): return (bins.name, onX ? bins.edges.values : [])
        case .band(let band): return (band.name, onX ? band.x.values : band.lower.values + band.upper.values)
        case .heat: return ("", [0])
        case .contour(let contour): return ("", onX ? contour.x.values : contour.y.values)
        case .hexagons(let hexagons): return ("", onX ? hexagons.x.values : hexagons.y.values)
        case .rule(let rule): return (rule.name, onX == rule.isVertical ? [rule.position] : [])
        case .note(let note): return (note.text, [onX ? note.x : note.y])
        }
    }

    /// How many of the mark's places or values are not finite and so are not shown.
    var leftOutCount: Int {
        func pairs(_ x: Numbers, _ y: Numbers) -> Int {
            zip(x.values, y.values).reduce(0) { $0 + ($1.0.isFinite && $1.1.isFinite ? 0 : 1) }
        }
        switch self {
        case .line(let line): return pairs(line.x, line.y)
        case .points(let points): return pairs(points.x, points.y)
        case .bars(let bars): return bars.values.nonFiniteCount
        case .bins(let bins): return bins.leftOut
        case .band(let band):
            return band.x.values.indices.reduce(0) {
                $0 + (band.x[$1].isFinite && band.lower[$1].isFinite && band.upper[$1].isFinite ? 0 : 1)
            }
        case .heat(let heat): return heat.values.nonFiniteCount
        case .contour(let contour): return contour.z.nonFiniteCount
        case .hexagons(let hexagons): return pairs(hexagons.x, hexagons.y)
        case .rule, .note: return 0
        }
    }
}

extension Plot {
    /// How many values of all marks are not finite and so are not shown.
    public var leftOutCount: Int {
        marks.reduce(0) { $0 + $1.leftOutCount }
    }
}
