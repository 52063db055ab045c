/// Points counted in regular hexagons, in pixels.
struct HexagonBins {
    private(set) var cells: [(center: Point, count: Double)] = []
    let radius: Double
    let largest: Double

    init(_ points: [Point], area: Rect, across: Int) {
        let width = area.width / Double(max(1, across))
        radius = width / 3.0.squareRoot()
        let step = radius * 1.5
        let columns = across + 3
        let rows = Int(area.height / step) + 4
        var counts = [Double](repeating: 0, count: columns * rows)
        func center(_ column: Int, _ row: Int) -> Point {
            Point(area.x + (Double(column - 1) + (row % 2 == 0 ? 0 : 0.5)) * width, area.y + Double(row - 1) * step)
        }
        for point in points where area.contains(point) {
            // The nearest of the two rows' nearest centres.
            let above = Int((point.y - area.y) / step) + 1
            var best = (distance: Double.infinity, place: 0)
            for row in above...(above + 1) where row < rows {
                let shift = row % 2 == 0 ? 0 : 0.5
                let column = min(columns - 1, max(0, Int(((point.x - area.x) / width - shift + 1).rounded())))
                let middle = center(column, row)
                let distance = (middle.x - point.x) * (middle.x - point.x) + (middle.y - point.y) * (middle.y - point.y)
                if distance < best.distance { best = (distance, row * columns + column) }
            }
            counts[best.place] += 1
        }
        for place in counts.indices where counts[place] > 0 {
            cells.append((center(place % columns, place / columns), counts[place]))
        }
        largest = counts.max() ?? 0
    }

    func outline(_ center: Point) -> [Point] {
        // A hair more than the cell, so that no seam shows between neighbours.
        let radius = self.radius * 1.01
        let half = radius * 3.0.squareRoot() / 2
        return [
            Point(center.x, center.y - radius), Point(center.x + half, center.y - radius / 2), Point(center.x + half, center.y + radius / 2),
            Point(center.x, center.y + radius), Point(center.x - half, center.y + radius / 2), Point(center.x - half, center.y - radius / 2),
        ]
    }
}

extension PlotRenderer {
    private var hexagonMark: Mark.Hexagons? {
        for mark in plot.marks {
            if case .hexagons(let hexagons) = mark { return hexagons }
        }
        return nil
    }

    /// Counts the points once the layout is known, and sets the colours' upper end.
    func bindHexagons() {
        guard let mark = hexagonMark else { return }
        let points = zip(mark.x.values, mark.y.values).lazy.filter { $0.isFinite && $1.isFinite }
            .map { Point(self.x.position($0), self.y.position($1)) }
        let bins = HexagonBins(Array(points), area: area, across: mark.across)
        hexagons = bins
        if let scale = colorScale { colorScale = ColorScale(scale, upper: plot.colorUpper ?? max(1, bins.largest)) }
    }

    func drawHexagons() {
        guard let hexagons, let scale = colorScale else { return }
        for cell in hexagons.cells {
            canvas.polygon(hexagons.outline(cell.center), fill: scale.color(cell.count))
        }
    }

    /// The histograms of both axes' values.
    func drawMargins() {
        guard plot.marginBins > 0, let mark = hexagonMark else { return }
        let color = theme.series(0).mixed(with: theme.ground, 0.25)
        func counts(_ values: Numbers, _ scale: AxisScale) -> [Double] {
            let positions = values.values.lazy.filter(\.isFinite).map { scale.position($0) }
            let ends = (min(scale.start, scale.end), max(scale.start, scale.end))
            return countedInBins(
                Array(positions), (0...plot.marginBins).map { ends.0 + (ends.1 - ends.0) * Double($0) / Double(plot.marginBins) })
        }
        let above = counts(mark.x, x)
        let beside = counts(mark.y, y)
        let widthAbove = area.width / Double(plot.marginBins)
        for (place, count) in above.enumerated() where count > 0 {
            let height = count / (above.max() ?? 1) * marginDepth
            canvas.fill(Rect(area.x + Double(place) * widthAbove, area.y - 6 - height, widthAbove - 0.7, height), color)
        }
        let widthBeside = area.height / Double(plot.marginBins)
        for (place, count) in beside.enumerated() where count > 0 {
            let length = count / (beside.max() ?? 1) * marginDepth
            canvas.fill(Rect(area.right + 6, area.y + Double(place) * widthBeside, length, widthBeside - 0.7), color)
        }
        canvas.line(Point(area.x, sharp(area.y - 6)), Point(area.right, sharp(area.y - 6)), theme.frame, width: 1)
        canvas.line(Point(sharp(area.right + 6), area.y), Point(sharp(area.right + 6), area.bottom), theme.frame, width: 1)
    }
}
