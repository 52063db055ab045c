extension PlotRenderer {
    func draw(_ mark: Mark, index: Int) {
        switch mark {
        case .line(let line):
            draw(line, color(line.color, index), dash(line, index))
        case .points(let points):
            draw(points, index)
        case .bars(let bars):
            for bar in barRects(bars, index: index) { canvas.fill(bar.rect, color(bars.color, index)) }
        case .bins(let bins):
            let color = color(bins.color, index)
            for rect in binRects(bins) {
                canvas.fill(rect, color.withAlpha(binOpacity))
                if rect.width > 3 { canvas.stroke(rect, theme.ground, width: 0.8) }
            }
        case .band(let band):
            draw(band, color(band.color, index))
        case .heat(let heat):
            draw(heat)
        case .contour(let contour):
            draw(contour)
        case .hexagons:
            drawHexagons()
        case .rule(let rule):
            let color = color(rule.color, index)
            if rule.isVertical {
                let place = sharp(x.position(rule.position))
                canvas.line(Point(place, area.y), Point(place, area.bottom), color, width: 1.4, dash: rule.dash)
            } else {
                let place = sharp(y.position(rule.position))
                canvas.line(Point(area.x, place), Point(area.right, place), color, width: 1.4, dash: rule.dash)
            }
        case .note:
            break
        }
    }

    /// Of several histograms, the one behind shows through.
    var binOpacity: Double {
        plot.marks.filter { if case .bins = $0 { return true } else { return false } }.count < 2 ? 0.9 : 0.55
    }

    /// The words that belong to a mark, above all marks.
    func drawWords(_ mark: Mark) {
        switch mark {
        case .points(let points): drawLabels(points)
        case .note(let note):
            let point = Point(x.position(note.x), y.position(note.y))
            guard area.contains(point) else { return }
            let width = canvas.measure(note.text, size: theme.tickSize).width
            let isLeft = point.x + width + 8 > bounds.right - 4
            canvas.circle(point, radius: 2.4, fill: theme.ink)
            canvas.text(
                note.text, at: Point(point.x + (isLeft ? -6 : 6), max(area.y + 8, point.y - 9)), size: theme.tickSize, theme.ink,
                isLeft ? .right : .left, .middle, halo: theme.ground.withAlpha(0.9))
        default: break
        }
    }

    // MARK: Lines and bands

    private func draw(_ line: Mark.Line, _ color: Color, _ dash: Mark.Dash) {
        let count = min(line.x.count, line.y.count)
        var run: [Point] = []
        // Over coloured cells a line needs an edge to be seen.
        let isOverColor = colorScale != nil
        func finish() {
            if run.count == 1, !line.hasMarkers { canvas.circle(run[0], radius: 2.6, fill: color) }
            let reduced = PathReduction.reduced(run, resolution: canvas.scale)
            if isOverColor { canvas.polyline(reduced, Color(0xFFFFFF, alpha: 0.75), width: line.width + 1.6) }
            for piece in PathReduction.pieces(reduced) { canvas.polyline(piece, color, width: line.width, dash: dash) }
            run.removeAll(keepingCapacity: true)
        }
        for place in 0..<count {
            let horizontal = line.x.values[place]
            let vertical = line.y.values[place]
            if horizontal.isFinite && vertical.isFinite {
                run.append(Point(x.position(horizontal), y.position(vertical)))
            } else if !run.isEmpty {
                finish()
            }
        }
        if !run.isEmpty { finish() }
        guard line.hasMarkers, count <= 2000 else { return }
        let radius = count > 150 ? 1.9 : 2.8
        for place in 0..<count where line.x[place].isFinite && line.y[place].isFinite {
            let point = Point(x.position(line.x[place]), y.position(line.y[place]))
            canvas.circle(point, radius: radius, fill: color, stroke: isOverColor ? Color(0xFFFFFF) : nil, width: 0.8)
        }
    }

    private func draw(_ band: Mark.Band, _ color: Color) {
        var top: [Point] = []
        var bottom: [Point] = []
        func finish() {
            if top.count > 1 {
                let outline = PathReduction.reduced(top, resolution: canvas.scale)
                    + PathReduction.reduced(bottom, resolution: canvas.scale).reversed()
                canvas.polygon(outline, fill: color.withAlpha(0.22))
            }
            top = []
            bottom = []
        }
        for place in 0..<min(band.x.count, band.lower.count, band.upper.count) {
            if band.x[place].isFinite, band.lower[place].isFinite, band.upper[place].isFinite {
                let left = x.position(band.x[place])
                top.append(Point(left, y.position(band.upper[place])))
                bottom.append(Point(left, y.position(band.lower[place])))
            } else {
                finish()
            }
        }
        finish()
    }

    // MARK: Points

    private func draw(_ points: Mark.Points, _ index: Int) {
        let own = self.color(points.color, index)
        let crowd = points.x.count
        let radii = radii(points)
        let opacity = crowd > 300_000 ? min(points.opacity, 0.12) : crowd > 20_000 ? min(points.opacity, 0.35) : crowd > 2000 ? min(points.opacity, 0.55) : points.opacity
        let groups = Dictionary(uniqueKeysWithValues: points.groupNames.enumerated().map { ($1, $0) })
        func color(_ place: Int) -> Color {
            if !points.values.isEmpty {
                let value = points.values[place]
                return value.isFinite ? colorScale?.color(value) ?? own : theme.frame
            }
            if !points.groups.isEmpty, points.groups.indices.contains(place) { return theme.series(groups[points.groups[place]] ?? 0) }
            return own
        }
        // Beyond the palette's end, colours come again with hollow dots.
        func isHollow(_ place: Int) -> Bool {
            points.groups.indices.contains(place) && points.values.isEmpty && (groups[points.groups[place]] ?? 0) >= Palette.series.count
        }
        func isShown(_ place: Int) -> Bool {
            points.x.values[place].isFinite && points.y.values[place].isFinite
        }
        let count = min(points.x.count, points.y.count)
        func point(_ place: Int) -> Point { Point(x.position(points.x.values[place]), y.position(points.y.values[place])) }
        if count > 2000, points.sizes.isEmpty {
            // By colour, so that each colour's dots are painted at once.
            var byColor: [Color: [Point]] = [:]
            var order: [Color] = []
            for place in 0..<count where isShown(place) {
                let color = color(place)
                if byColor[color] == nil { order.append(color) }
                byColor[color, default: []].append(point(place))
            }
            for color in order { canvas.dots(byColor[color] ?? [], radius: radii(0), color.withAlpha(opacity), in: area) }
            return
        }
        for place in 0..<count where isShown(place) {
            if isHollow(place) {
                canvas.circle(point(place), radius: max(1, radii(place) - 0.5), fill: theme.ground, stroke: color(place), width: 1.3)
            } else {
                canvas.circle(
                    point(place), radius: radii(place), fill: color(place).withAlpha(opacity), stroke: theme.ground.withAlpha(0.8),
                    width: 0.6)
            }
        }
    }

    /// The radius of each dot: one for all, smaller in a crowd, or such that the dot's area says its number.
    private func radii(_ points: Mark.Points) -> (Int) -> Double {
        let crowd = points.x.count
        let radius = crowd > 20_000 ? 1.1 : crowd > 2000 ? 1.8 : crowd > 400 ? 2.5 : points.radius
        guard let largest = points.sizes.finiteRange?.upper, largest > 0 else { return { _ in radius } }
        return { place in
            let size = points.sizes[place]
            return size.isFinite ? max(1, 16 * (size / largest).squareRoot()) : 1
        }
    }

    private func drawLabels(_ points: Mark.Points) {
        guard !points.labels.isEmpty else { return }
        let shown = points.x.values.indices.filter {
            points.labels.indices.contains($0) && points.x[$0].isFinite && points.y[$0].isFinite
                && area.contains(Point(x.position(points.x[$0]), y.position(points.y[$0])))
        }
        let places = shown.map { Point(x.position(points.x[$0]), y.position(points.y[$0])) }
        let size = shown.count > 60 ? 9.0 : shown.count > 20 ? 10 : theme.noteSize
        let texts = shown.map { canvas.fitted(points.labels[$0], size: size, width: shown.count > 20 ? 190 : 240) }
        let sizes = texts.map { text -> (width: Double, height: Double) in
            text.isEmpty ? (0, 0) : (canvas.measure(text, size: size).width, size * 1.1)
        }
        let room = Rect(area.x + 2, area.y + 1, max(area.width, bounds.right - 6 - area.x) - 2, area.height - 3)
        let radii = radii(points)
        let placement = LabelPlacement(
            dots: zip(places, shown).map { ($0, radii($1)) }, sizes: sizes, area: colorScale == nil ? room : area.inset(by: 1))
        for label in placement.labels where label.needsLeader {
            let from = places[label.index]
            let end = Point(
                min(label.rect.right, max(label.rect.x, from.x)), min(label.rect.bottom - 1, max(label.rect.y + 1, from.y)))
            canvas.line(from, end, theme.frame, width: 0.7)
        }
        for label in placement.labels {
            canvas.text(
                texts[label.index], at: Point(label.x, label.y + label.height / 2), size: size, theme.ink, .left, .middle,
                halo: theme.ground.withAlpha(0.85))
        }
        labelsLeftOut += placement.leftOutCount
    }

    // MARK: Bars

    /// The bar of each finite value.
    func barRects(_ bars: Mark.Bars, index: Int) -> [(value: Double, rect: Rect)] {
        let all = plot.marks.indices.filter { if case .bars = plot.marks[$0] { return true } else { return false } }
        let count = Double(all.count)
        let order = Double(all.firstIndex(of: index) ?? 0)
        let width = 0.78 / count
        let along = bars.isHorizontal ? y : x
        let up = bars.isHorizontal ? x : y
        let base = up.position(up.isLogarithmic ? up.lower : 0)
        return bars.values.values.enumerated().compactMap { place, value in
            guard value.isFinite else { return nil }
            let start = along.position(Double(place) - 0.39 + order * width)
            let end = along.position(Double(place) - 0.39 + (order + 1) * width)
            let tip = up.position(value)
            let rect = bars.isHorizontal
                ? Rect(min(base, tip), min(start, end), abs(tip - base), abs(end - start))
                : Rect(min(start, end), min(base, tip), abs(end - start), abs(tip - base))
            return (value, rect)
        }
    }

    func binRects(_ bins: Mark.Bins) -> [Rect] {
        let base = y.position(y.isLogarithmic ? y.lower : 0)
        return bins.counts.values.indices.compactMap { place in
            let count = bins.counts[place]
            guard count > 0 else { return nil }
            let left = x.position(bins.edges[place])
            let right = x.position(bins.edges[place + 1])
            let top = y.position(count)
            return Rect(min(left, right), top, abs(right - left), base - top)
        }
    }

    // MARK: Cells

    private func draw(_ heat: Mark.Heat) {
        guard let scale = colorScale else { return }
        canvas.raster(area) { horizontal, vertical in
            let row = Int(y.value(at: vertical).rounded())
            let column = Int(x.value(at: horizontal).rounded())
            guard row >= 0, row < heat.rowCount, column >= 0, column < heat.columnCount else { return nil }
            let value = heat.values.values[row * heat.columnCount + column]
            return value.isFinite ? scale.color(value) : nil
        }
        let width = abs(x.position(1) - x.position(0))
        let height = abs(y.position(1) - y.position(0))
        if width > 12, height > 12 {
            for row in 0...heat.rowCount {
                let place = sharp(y.position(Double(row) - 0.5))
                canvas.line(Point(area.x, place), Point(area.right, place), theme.ground, width: 1)
            }
            for column in 0...heat.columnCount {
                let place = sharp(x.position(Double(column) - 0.5))
                canvas.line(Point(place, area.y), Point(place, area.bottom), theme.ground, width: 1)
            }
        }
        if heat.isAnnotated, width > 18, height > 13, heat.values.count <= 2500 { annotate(heat, scale, width: width, height: height) }
    }

    private func annotate(_ heat: Mark.Heat, _ scale: ColorScale, width: Double, height: Double) {
        let finite = heat.values.values.filter(\.isFinite)
        let isWhole = finite.allSatisfy { $0 == $0.rounded() }
        let largest = finite.reduce(0) { max($0, abs($1)) }
        func text(_ value: Double, _ decimals: Int) -> String {
            largest >= 1e6 || (largest > 0 && largest < 1e-3)
                ? Ticks.number((value / largest * 100).rounded() * largest / 100) : Ticks.fixed(value, decimals: isWhole ? 0 : decimals)
        }
        let size = min(theme.tickSize, height * 0.62)
        // The most decimals that fit, at least one.
        let wanted = largest >= 100 ? 1 : 2
        let fitting = (isWhole ? 0...0 : 1...wanted).reversed().first { decimals in
            finite.allSatisfy { canvas.measure(text($0, decimals), size: size).width <= width - 4 }
        }
        guard let decimals = fitting else { return }
        for row in 0..<heat.rowCount {
            for column in 0..<heat.columnCount {
                let value = heat.values.values[row * heat.columnCount + column]
                guard value.isFinite else { continue }
                canvas.text(
                    text(value, decimals), at: Point(x.position(Double(column)), y.position(Double(row))), size: size,
                    theme.ink(on: scale.color(value)), .middle, .middle)
            }
        }
    }

    private func draw(_ contour: Mark.Contour) {
        let surface = ContourSurface(contour)
        if contour.isFilled, let scale = colorScale {
            canvas.raster(area) { horizontal, vertical in
                surface.height(x.value(at: horizontal), y.value(at: vertical)).map(scale.color)
            }
        }
        let ink = contour.isFilled ? Color(0xFFFFFF, alpha: 0.55) : theme.series(0)
        for level in contour.levels.values {
            let segments = surface.segments(level: level)
            for segment in segments {
                canvas.addPath([
                    Point(x.position(segment.0.x), y.position(segment.0.y)), Point(x.position(segment.1.x), y.position(segment.1.y)),
                ])
            }
            canvas.paintPath(fill: nil, stroke: ink, width: contour.isFilled ? 0.7 : 1.1)
            if !contour.isFilled, !segments.isEmpty {
                let middle = segments[segments.count / 2].0
                let point = Point(x.position(middle.x), y.position(middle.y))
                if area.inset(by: 20).contains(point) {
                    let text = Ticks.number(level)
                    let width = canvas.measure(text, size: 10).width
                    canvas.fill(Rect(point.x - width / 2 - 2, point.y - 6, width + 4, 12), theme.ground)
                    canvas.text(text, at: point, size: 10, theme.quiet, .middle, .middle)
                }
            }
        }
    }
}

extension Color {
    init(_ hex: Int, alpha: Double) {
        self = Color(hex).withAlpha(alpha)
    }
}
