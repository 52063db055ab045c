/// The colours that a plot's values have, and what its colour bar says.
struct ColorScale {
    let map: ColorMap
    let lower: Double
    let upper: Double
    let label: String
    /// The heights at which the colour changes, for filled contours; empty where it changes evenly.
    var levels: [Double] = []

    /// The scale of the first mark that has one.
    init?(_ plot: Plot, theme: Theme) {
        var values: [Double] = []
        var map = theme.sequential
        var levels: [Double] = []
        search: for mark in plot.marks {
            switch mark {
            case .heat(let heat):
                values = heat.values.values
                var range = heat.values.finiteRange ?? (0, 1)
                // Given ends decide, so that two tables with the same ends have the same colours.
                range = (plot.colorLower ?? range.lower, plot.colorUpper ?? range.upper)
                if range.lower < 0 && range.upper > 0 {
                    map = theme.diverging
                    let reach = max(-range.lower, range.upper)
                    values = [-reach, reach]
                } else {
                    map = theme.counts
                    // Counts and shares are read against nothing at all.
                    if range.lower >= 0 { values = [0, range.upper] }
                    if range.lower > 0 && range.lower > range.upper * 0.5 { values = [range.lower, range.upper] }
                }
                break search
            case .contour(let contour) where contour.isFilled:
                values = contour.z.values
                levels = contour.levels.values
                break search
            case .points(let points) where !points.values.isEmpty:
                values = points.values.values
                break search
            case .hexagons:
                map = theme.counts
                values = [0, 1]
                break search
            default:
                continue
            }
        }
        guard let range = Numbers(values).finiteRange else { return nil }
        self.map = map
        self.levels = levels
        label = plot.colorLabel
        var lower = plot.colorLower ?? range.lower
        var upper = plot.colorUpper ?? range.upper
        if !(upper > lower) {
            let room = max(0.5, abs(lower) * 0.05)
            lower -= room
            upper += room
        }
        self.lower = lower
        self.upper = upper
    }

    init(_ other: ColorScale, upper: Double) {
        map = other.map
        lower = 0
        label = other.label
        self.upper = upper
    }

    func color(_ value: Double) -> Color {
        if !levels.isEmpty {
            var band = 0
            while band < levels.count && value >= levels[band] { band += 1 }
            return map(Double(band) / Double(levels.count))
        }
        return map((value / 2 - lower / 2) / (upper / 2 - lower / 2))
    }
}

extension PlotRenderer {
    func colorBarWidth(_ scale: ColorScale) -> Double {
        let ticks = colorTicks(scale, height: bounds.height * 0.7)
        let widest = ticks.map { canvas.measure($0.text, size: theme.tickSize).width }.max() ?? 0
        return 14 + 14 + 8 + widest + (scale.label.isEmpty ? 0 : theme.labelSize * 1.5)
    }

    private func colorTicks(_ scale: ColorScale, height: Double) -> [Tick] {
        if !scale.levels.isEmpty {
            let stride = max(1, Int((Double(scale.levels.count + 1) * 14 / height).rounded(.up)))
            return scale.levels.enumerated().filter { $0.offset % stride == 0 }.map {
                Tick(value: Double($0.offset + 1) / Double(scale.levels.count + 1), text: Ticks.number($0.element))
            }
        }
        let ticks = Ticks.linear(from: scale.lower, to: scale.upper, target: max(2, Int(height / 46)))
        return ticks.major.map {
            let share = ($0.value / 2 - scale.lower / 2) / (scale.upper / 2 - scale.lower / 2)
            return Tick(value: share, text: ticks.multiplier.isEmpty ? $0.text : Ticks.number($0.value))
        }
    }

    func drawColorBar(_ scale: ColorScale) {
        let left = area.right + 14 + (plot.marginBins > 0 ? marginDepth + 6 : 0)
        let bar = Rect(left, area.y, 14, area.height)
        canvas.raster(bar) { _, place in
            let share = (bar.bottom - place) / bar.height
            if !scale.levels.isEmpty {
                let count = Double(scale.levels.count + 1)
                return scale.map((share * count).rounded(.down) / Double(max(1, scale.levels.count)))
            }
            return scale.map(share)
        }
        var widest = 0.0
        for tick in colorTicks(scale, height: bar.height) {
            let place = bar.bottom - tick.value * bar.height
            canvas.line(Point(bar.right, place), Point(bar.right + 3, place), theme.frame, width: 1)
            let rect = canvas.text(tick.text, at: Point(bar.right + 6, place), size: theme.tickSize, theme.quiet, .left, .middle)
            widest = max(widest, rect.width)
        }
        if !scale.label.isEmpty {
            let text = canvas.fitted(scale.label, size: theme.labelSize, width: bounds.height - 16)
            canvas.text(
                text, at: Point(bar.right + 10 + widest, area.middleY), size: theme.labelSize, theme.ink, .middle, .top, angle: -.pi / 2)
        }
    }
}
