/// Draws a plot into a rectangle of a canvas: finds the axes' ends, measures the room that words need, and draws from the back
/// to the front.
final class PlotRenderer {
    let plot: Plot
    let canvas: Canvas
    let theme: Theme
    let title: String
    let bounds: Rect

    /// The room between the axes.
    var area = Rect(0, 0, 1, 1)
    var x: AxisScale
    var y: AxisScale
    var xTicks = Ticks(major: [])
    var yTicks = Ticks(major: [])
    private var titleLines: [String] = []
    private var xNames = CategoryNames.empty
    private var legendRect: Rect?
    private(set) var entries: [LegendEntry] = []
    /// The palette's place of each mark that takes a colour of its own.
    private(set) var paletteIndex: [Int: Int] = [:]
    var colorScale: ColorScale?
    var hexagons: HexagonBins?
    /// What a note below the plot says, beyond the values left out.
    var labelsLeftOut = 0
    /// Whether room for notes is kept even where there are none.
    var hasRoomForNotes = false

    init(_ plot: Plot, title: String, canvas: Canvas, bounds: Rect, theme: Theme) {
        self.plot = plot
        self.canvas = canvas
        self.theme = theme
        self.title = title
        self.bounds = bounds
        func scale(_ axis: Axis, onX: Bool) -> AxisScale {
            let extent = plot.extent(onX: onX)
            let ends = AxisScale.ends(
                axis, data: extent.data, padding: extent.padding, isTight: extent.isTight, standsOnZero: extent.standsOnZero)
            return AxisScale(lower: ends.lower, upper: ends.upper, isLogarithmic: axis.scale == .logarithmic)
        }
        x = scale(plot.x, onX: true)
        y = scale(plot.y, onX: false)
    }

    /// Chooses colours and lays the axes out.
    func prepare() {
        assignColors()
        colorScale = ColorScale(plot, theme: theme)
        layOut(hasLegendOutside: plot.legend == .outside && !entries.isEmpty)
    }

    func draw() {
        prepare()
        if plot.legend == .automatic, !entries.isEmpty {
            legendRect = emptiestCorner()
            if legendRect == nil { layOut(hasLegendOutside: true) }
        } else if let corner = corner(plot.legend) {
            legendRect = corner
        }
        bindHexagons()
        drawGrid()
        canvas.clipped(to: area.inset(by: -1)) {
            for (index, mark) in plot.marks.enumerated() { draw(mark, index: index) }
        }
        drawFrame()
        for mark in plot.marks { drawWords(mark) }
        drawAxisWords()
        drawMargins()
        if let colorScale { drawColorBar(colorScale) }
        if let legendRect { drawLegend(entries, in: legendRect, isInside: area.intersects(legendRect)) }
        drawTitle()
        drawNotes()
    }

    // MARK: Colours and names

    private func assignColors() {
        var next = 0
        for (index, mark) in plot.marks.enumerated() {
            switch mark {
            case .line(let line) where line.color.isEmpty: take(index)
            case .points(let points) where points.color.isEmpty && points.groups.isEmpty && points.values.isEmpty: take(index)
            case .bars(let bars) where bars.color.isEmpty: take(index)
            case .bins(let bins) where bins.color.isEmpty: take(index)
            case .band(let band) where band.color.isEmpty:
                // A band without a colour goes with the line before it.
                paletteIndex[index] = max(0, next - 1)
            default: break
            }
        }
        func take(_ index: Int) {
            paletteIndex[index] = next
            next += 1
        }
        for (index, mark) in plot.marks.enumerated() { entries += legendEntries(mark, index: index) }
        let most = max(2, Int(bounds.height * 0.75 / legendRowHeight))
        if entries.count > most {
            let more = entries.count - most + 1
            entries.removeLast(more)
            entries.append(LegendEntry(name: "and \(more) more", color: theme.quiet, sample: .none))
        }
    }

    func color(_ name: String, _ index: Int) -> Color {
        theme.color(name, index: paletteIndex[index] ?? 0)
    }

    /// Beyond the palette's end, colours come again with broken lines.
    func dash(_ line: Mark.Line, _ index: Int) -> Mark.Dash {
        guard line.dash == .solid, let place = paletteIndex[index] else { return line.dash }
        return [.solid, .dashed, .dotted][place / Palette.series.count % 3]
    }

    // MARK: Layout

    private func layOut(hasLegendOutside: Bool) {
        let gap = 10.0
        var top = bounds.y + gap
        var right = bounds.right - gap - 4
        var bottom = bounds.bottom - gap
        var left = bounds.x + gap
        titleLines = title.isEmpty
            ? [] : canvas.wrapped(title, size: theme.titleSize, isBold: true, width: bounds.width - 2 * gap, lines: 2)
        top += Double(titleLines.count) * theme.titleSize * 1.3 + (titleLines.isEmpty ? 4 : 6)
        if !notes.isEmpty || hasRoomForNotes { bottom -= theme.noteSize * 1.5 }
        if !plot.x.label.isEmpty { bottom -= theme.labelSize * 1.3 }
        if !plot.y.label.isEmpty { left += theme.labelSize * 1.55 }
        if hasLegendOutside {
            let size = legendSize(entries)
            legendRect = Rect(right - size.width + 4, top, size.width, size.height)
            right -= size.width + 10
        }
        if let colorScale { right -= colorBarWidth(colorScale) }
        if plot.marginBins > 0 {
            top += marginDepth + 6
            right -= marginDepth + 6
        }
        // The height of the names below decides how many ticks stand beside, whose width decides the room of the names below.
        var height = bottom - top - theme.tickSize * 2.1
        var plotLeft = left
        for _ in 0..<2 {
            yTicks = ticks(plot.y, y, length: height, isVertical: true)
            plotLeft = left + min(bounds.width * 0.45, yTicksWidth + 7)
            xNames = CategoryNames(plot.x, scale: x, width: right - plotLeft, room: plotLeft - bounds.x, canvas: canvas, theme: theme)
            height = bottom - top - xNames.height
        }
        if !yTicks.multiplier.isEmpty { top += theme.tickSize * 1.2 }
        if let last = lastXTextOverhang(left: plotLeft, right: right), last > 0 { right -= last }
        area = Rect(plotLeft.rounded(), top.rounded(), max(20, (right - plotLeft).rounded()), max(20, (bottom - xNames.height - top).rounded()))
        place()
        xTicks = ticks(plot.x, x, length: area.width, isVertical: false)
        yTicks = ticks(plot.y, y, length: area.height, isVertical: true)
    }

    /// How far the last text below the x axis reaches beyond the right side.
    private func lastXTextOverhang(left: Double, right: Double) -> Double? {
        guard plot.x.scale != .categories, right - left > 40 else { return nil }
        var scale = x
        (scale.start, scale.end) = plot.x.isReversed ? (right, left) : (left, right)
        let ends = ticks(plot.x, scale, length: right - left, isVertical: false).major.map { tick in
            scale.position(tick.value) + canvas.measure(tick.text, size: theme.tickSize).width / 2
        }
        return ends.max().map { $0 - (bounds.right - 6) }
    }

    private func place() {
        if plot.isEqualAspect, !x.isLogarithmic, !y.isLogarithmic {
            let unit = max((x.upper - x.lower) / area.width, (y.upper - y.lower) / area.height)
            x = widened(x, to: unit * area.width)
            y = widened(y, to: unit * area.height)
        }
        (x.start, x.end) = plot.x.isReversed ? (area.right, area.x) : (area.x, area.right)
        (y.start, y.end) = plot.y.isReversed ? (area.y, area.bottom) : (area.bottom, area.y)
    }

    private func widened(_ scale: AxisScale, to span: Double) -> AxisScale {
        let room = max(0, (span - (scale.upper - scale.lower)) / 2)
        return AxisScale(lower: scale.lower - room, upper: scale.upper + room, isLogarithmic: false)
    }

    var marginDepth: Double { min(64, bounds.width * 0.12) }

    // MARK: Ticks

    private func ticks(_ axis: Axis, _ scale: AxisScale, length: Double, isVertical: Bool) -> Ticks {
        if axis.scale == .categories {
            let names = axis.categories
            let stride = isVertical ? max(1, Int((theme.tickSize * 1.15 * Double(names.count) / max(1, length)).rounded(.up))) : 1
            return Ticks(
                major: names.indices.filter { $0 % stride == 0 }.map {
                    Tick(value: Double($0), text: canvas.fitted(names[$0], size: theme.tickSize, width: bounds.width * 0.42))
                })
        }
        let isWhole = plot.isWhole(onX: !isVertical)
        var target = max(2, Int(length / (isVertical ? 46 : 68)))
        while true {
            let ticks = scale.isLogarithmic
                ? Ticks.logarithmic(from: scale.lower, to: scale.upper, target: target)
                : Ticks.linear(from: scale.lower, to: scale.upper, target: target, isWhole: isWhole)
            if target <= 1 || isVertical || !overlap(ticks, scale, length: length) { return ticks }
            target -= 1
        }
    }

    private func overlap(_ ticks: Ticks, _ scale: AxisScale, length: Double) -> Bool {
        var scale = scale
        (scale.start, scale.end) = (0, length)
        var end = -Double.infinity
        for tick in ticks.major {
            let width = canvas.measure(tick.text, size: theme.tickSize).width
            let middle = scale.position(tick.value)
            if middle - width / 2 < end + 10 { return true }
            end = middle + width / 2
        }
        return false
    }

    private var yTicksWidth: Double {
        yTicks.major.map { canvas.measure($0.text, size: theme.tickSize).width }.max() ?? 0
    }

    // MARK: Words and lines around the data

    private var hasGrid: Bool {
        !plot.marks.contains {
            if case .heat = $0 { return true }
            if case .contour(let contour) = $0 { return contour.isFilled }
            return false
        }
    }

    /// A line of one device pixel lies sharp where it is drawn through the middle of it.
    func sharp(_ position: Double) -> Double {
        ((position * canvas.scale).rounded() + 0.5) / canvas.scale
    }

    private func drawGrid() {
        guard hasGrid else { return }
        if plot.x.scale != .categories {
            for tick in xTicks.major {
                let place = sharp(x.position(tick.value))
                canvas.line(Point(place, area.y), Point(place, area.bottom), theme.grid, width: 1)
            }
        }
        if plot.y.scale != .categories {
            for tick in yTicks.major {
                let place = sharp(y.position(tick.value))
                canvas.line(Point(area.x, place), Point(area.right, place), theme.grid, width: 1)
            }
        }
    }

    private func drawFrame() {
        canvas.line(Point(sharp(area.x), area.y), Point(sharp(area.x), area.bottom + 0.5), theme.frame, width: 1)
        canvas.line(Point(area.x, sharp(area.bottom)), Point(area.right, sharp(area.bottom)), theme.frame, width: 1)
        if plot.y.scale == .linear, plot.marks.contains(where: { if case .bars = $0 { return true } else { return false } }), y.lower < 0, y.upper > 0 {
            canvas.line(Point(area.x, sharp(y.position(0))), Point(area.right, sharp(y.position(0))), theme.frame, width: 1)
        }
        if plot.x.scale != .categories {
            for tick in xTicks.major { xTick(tick.value, 4) }
            for value in xTicks.minor { xTick(value, 2) }
        }
        if plot.y.scale != .categories {
            for tick in yTicks.major { yTick(tick.value, 4) }
            for value in yTicks.minor { yTick(value, 2) }
        }
        func xTick(_ value: Double, _ length: Double) {
            let place = sharp(x.position(value))
            canvas.line(Point(place, area.bottom), Point(place, area.bottom + length), theme.frame, width: 1)
        }
        func yTick(_ value: Double, _ length: Double) {
            let place = sharp(y.position(value))
            canvas.line(Point(area.x - length, place), Point(area.x, place), theme.frame, width: 1)
        }
    }

    private func drawAxisWords() {
        if plot.x.scale == .categories {
            xNames.draw(x, below: area.bottom, canvas: canvas, theme: theme)
        } else {
            for tick in xTicks.major {
                canvas.text(
                    tick.text, at: Point(x.position(tick.value), area.bottom + 6), size: theme.tickSize, theme.quiet, .middle, .top)
            }
        }
        for tick in yTicks.major {
            canvas.text(tick.text, at: Point(area.x - 7, y.position(tick.value)), size: theme.tickSize, theme.quiet, .right, .middle)
        }
        if !yTicks.multiplier.isEmpty {
            canvas.text(yTicks.multiplier, at: Point(area.x - 4, area.y - 9), size: theme.tickSize, theme.quiet, .middle, .bottom)
        }
        let below = area.bottom + xNames.height
        if !xTicks.multiplier.isEmpty {
            canvas.text(xTicks.multiplier, at: Point(area.right, below), size: theme.tickSize, theme.quiet, .right, .top)
        }
        if !plot.x.label.isEmpty {
            let text = canvas.fitted(plot.x.label, size: theme.labelSize, width: bounds.width - 16)
            let half = canvas.measure(text, size: theme.labelSize).width / 2
            let middle = min(max(area.middleX, bounds.x + half + 4), bounds.right - half - 4)
            canvas.text(text, at: Point(middle, below), size: theme.labelSize, theme.ink, .middle, .top)
        }
        if !plot.y.label.isEmpty {
            let text = canvas.fitted(plot.y.label, size: theme.labelSize, width: bounds.height - 16)
            let half = canvas.measure(text, size: theme.labelSize).width / 2
            let middle = min(max(area.middleY, bounds.y + half + 4), bounds.bottom - half - 4)
            canvas.text(
                text, at: Point(bounds.x + 10, middle), size: theme.labelSize, theme.ink, .middle, .top, angle: -.pi / 2)
        }
    }

    private func drawTitle() {
        for (index, line) in titleLines.enumerated() {
            canvas.text(
                line, at: Point(bounds.x + 10, bounds.y + 10 + Double(index) * theme.titleSize * 1.3), size: theme.titleSize, theme.ink,
                .left, .top, isBold: true)
        }
    }

    private var notes: String {
        var parts: [String] = []
        let leftOut = plot.leftOutCount
        if leftOut > 0 {
            parts.append("\(Ticks.number(Double(leftOut))) \(leftOut == 1 ? "value" : "values") not shown (NaN or infinite)")
        }
        if labelsLeftOut > 0 { parts.append("\(labelsLeftOut) \(labelsLeftOut == 1 ? "label" : "labels") left out for want of room") }
        return parts.joined(separator: "; ")
    }

    private func drawNotes() {
        guard !notes.isEmpty else { return }
        canvas.text(notes, at: Point(bounds.right - 8, bounds.bottom - 5), size: theme.noteSize, theme.quiet, .right, .bottom)
    }
}
