#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A line of a legend.
struct LegendEntry {
    enum Sample {
        case line(Mark.Dash, width: Double, hasMarkers: Bool)
        case dot(isHollow: Bool)
        case box
        case none
    }

    var name: String
    var color: Color
    var sample: Sample
}

extension PlotRenderer {
    func legendEntries(_ mark: Mark, index: Int) -> [LegendEntry] {
        switch mark {
        case .line(let line) where !line.name.isEmpty:
            let sample = LegendEntry.Sample.line(dash(line, index), width: line.width, hasMarkers: line.hasMarkers)
            return [LegendEntry(name: line.name, color: color(line.color, index), sample: sample)]
        case .points(let points) where !points.groups.isEmpty:
            return points.groupNames.enumerated().map { place, name in
                LegendEntry(name: name, color: theme.series(place), sample: .dot(isHollow: place >= Palette.series.count))
            }
        case .points(let points) where !points.name.isEmpty:
            return [LegendEntry(name: points.name, color: color(points.color, index), sample: .dot(isHollow: false))]
        case .bars(let bars) where !bars.name.isEmpty:
            return [LegendEntry(name: bars.name, color: color(bars.color, index), sample: .box)]
        case .bins(let bins) where !bins.name.isEmpty:
            return [LegendEntry(name: bins.name, color: color(bins.color, index).mixed(with: theme.ground, 1 - binOpacity), sample: .box)]
        case .band(let band) where !band.name.isEmpty:
            return [LegendEntry(name: band.name, color: color(band.color, index).mixed(with: theme.ground, 0.65), sample: .box)]
        case .rule(let rule) where !rule.name.isEmpty:
            let sample = LegendEntry.Sample.line(rule.dash, width: 1.4, hasMarkers: false)
            return [LegendEntry(name: rule.name, color: color(rule.color, index), sample: sample)]
        default:
            return []
        }
    }

    var legendRowHeight: Double { theme.tickSize * 1.5 }

    func legendSize(_ entries: [LegendEntry]) -> (width: Double, height: Double) {
        let widest = entries.map { canvas.measure($0.name, size: theme.tickSize).width }.max() ?? 0
        return (min(widest, bounds.width * 0.4) + 46, Double(entries.count) * legendRowHeight + 8)
    }

    func corner(_ position: LegendPosition) -> Rect? {
        let size = legendSize(entries)
        guard !entries.isEmpty else { return nil }
        let gap = 8.0
        switch position {
        case .topLeft: return Rect(area.x + gap, area.y + gap, size.width, size.height)
        case .topRight: return Rect(area.right - gap - size.width, area.y + gap, size.width, size.height)
        case .bottomLeft: return Rect(area.x + gap, area.bottom - gap - size.height, size.width, size.height)
        case .bottomRight: return Rect(area.right - gap - size.width, area.bottom - gap - size.height, size.width, size.height)
        case .automatic, .outside, .none: return nil
        }
    }

    /// The corner in which a legend hides nothing, or nil where there is none.
    func emptiestCorner() -> Rect? {
        let taken = takenPlaces()
        for position in [LegendPosition.topRight, .topLeft, .bottomRight, .bottomLeft] {
            guard let rect = corner(position), area.contains(rect) else { continue }
            let roomy = rect.inset(by: -4)
            if !taken.contains(where: { roomy.contains($0) }) { return rect }
        }
        return nil
    }

    /// The corner in which a legend hides nothing in any of several plots, or the place beside them.
    static func commonLegend(_ figures: [Figure]) -> LegendPosition {
        guard let first = figures.first, let canvas = try? Canvas(width: 8, height: 8, scale: 1) else { return .outside }
        let bounds = Rect(0, 0, first.width, first.height)
        let renderers = figures.compactMap { figure in
            figure.plot.map { PlotRenderer($0, title: figure.words.title, canvas: canvas, bounds: bounds, theme: .light) }
        }
        for renderer in renderers { renderer.prepare() }
        let taken = renderers.map { $0.takenPlaces() }
        let free = [LegendPosition.topRight, .topLeft, .bottomRight, .bottomLeft].first { position in
            zip(renderers, taken).allSatisfy { renderer, places in
                guard let rect = renderer.corner(position) else { return true }
                let roomy = rect.inset(by: -4)
                return renderer.area.contains(rect) && !places.contains { roomy.contains($0) }
            }
        }
        return free ?? .outside
    }

    /// Places where something is drawn, close enough to each other to show what a legend would hide.
    func takenPlaces() -> [Point] {
        var places: [Point] = []
        func fill(_ rect: Rect) {
            for step in 0...8 {
                for across in 0...4 {
                    places.append(Point(rect.x + rect.width * Double(across) / 4, rect.y + rect.height * Double(step) / 8))
                }
            }
        }
        for (index, mark) in plot.marks.enumerated() {
            switch mark {
            case .line(let line):
                var last: Point?
                let stride = max(1, line.x.count / 3000)
                for place in Swift.stride(from: 0, to: min(line.x.count, line.y.count), by: stride) {
                    guard line.x[place].isFinite, line.y[place].isFinite else {
                        last = nil
                        continue
                    }
                    let point = Point(x.position(line.x[place]), y.position(line.y[place]))
                    if let last {
                        let steps = min(60, Int(hypot(point.x - last.x, point.y - last.y) / 8))
                        for step in 0..<max(0, steps) {
                            let share = Double(step + 1) / Double(steps + 1)
                            places.append(Point(last.x + (point.x - last.x) * share, last.y + (point.y - last.y) * share))
                        }
                    }
                    places.append(point)
                    last = point
                }
            case .points(let points):
                let stride = max(1, points.x.count / 5000)
                for place in Swift.stride(from: 0, to: min(points.x.count, points.y.count), by: stride)
                where points.x[place].isFinite && points.y[place].isFinite {
                    places.append(Point(x.position(points.x[place]), y.position(points.y[place])))
                }
                if !points.labels.isEmpty {
                    // Labels need the room between their points.
                    fill(area)
                }
            case .bars(let bars):
                barRects(bars, index: index).forEach { fill($0.rect) }
            case .bins(let bins):
                binRects(bins).forEach(fill)
            case .band(let band):
                let stride = max(1, band.x.count / 400)
                for place in Swift.stride(from: 0, to: band.x.count, by: stride)
                where band.x[place].isFinite && band.lower[place].isFinite && band.upper[place].isFinite {
                    let top = y.position(band.upper[place])
                    let bottom = y.position(band.lower[place])
                    for step in 0...6 { places.append(Point(x.position(band.x[place]), top + (bottom - top) * Double(step) / 6)) }
                }
            case .note(let note):
                places.append(Point(x.position(note.x), y.position(note.y)))
            case .rule(let rule):
                for step in 0...40 {
                    let share = Double(step) / 40
                    places.append(
                        rule.isVertical
                            ? Point(x.position(rule.position), area.y + area.height * share)
                            : Point(area.x + area.width * share, y.position(rule.position)))
                }
            case .heat, .contour, .hexagons:
                break
            }
        }
        return places
    }

    func drawLegend(_ entries: [LegendEntry], in rect: Rect, isInside: Bool) {
        if isInside {
            canvas.roundedPath(rect, radius: 4)
            canvas.paintPath(fill: theme.ground.withAlpha(0.88), stroke: theme.grid, width: 1)
        }
        for (row, entry) in entries.enumerated() {
            let middle = rect.y + 4 + (Double(row) + 0.5) * legendRowHeight
            let left = rect.x + 8
            switch entry.sample {
            case .line(let dash, let width, let hasMarkers):
                canvas.line(Point(left, middle), Point(left + 22, middle), entry.color, width: width, dash: dash)
                if hasMarkers { canvas.circle(Point(left + 11, middle), radius: 2.6, fill: entry.color) }
            case .dot(let isHollow):
                canvas.circle(
                    Point(left + 11, middle), radius: isHollow ? 3.5 : 4, fill: isHollow ? theme.ground : entry.color,
                    stroke: isHollow ? entry.color : nil, width: 1.3)
            case .box:
                canvas.fill(Rect(left + 3, middle - 5, 16, 10), entry.color)
            case .none:
                break
            }
            let text = canvas.fitted(entry.name, size: theme.tickSize, width: rect.width - 44)
            canvas.text(text, at: Point(left + 29, middle), size: theme.tickSize, theme.ink, .left, .middle)
        }
    }
}

extension Mark.Points {
    /// The groups' names in the order of their first points.
    var groupNames: [String] {
        var seen = Set<String>()
        return groups.filter { seen.insert($0).inserted }
    }
}
