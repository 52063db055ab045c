#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Draws a diagram into a rectangle of a canvas.
struct DiagramRenderer {
    let canvas: Canvas
    let theme: Theme

    func draw(_ diagram: Diagram, in bounds: Rect) {
        switch diagram {
        case .graph(let graph): draw(graph, in: bounds.inset(by: 12))
        case .layers(let layers): draw(layers, in: bounds.inset(by: 12))
        }
    }

    // MARK: Boxes and arrows

    private func draw(_ graph: Diagram.Graph, in bounds: Rect) {
        let places = GraphLayout.places(graph)
        guard places.count == graph.nodes.count, let last = places.map(\.column).max() else { return }
        let slot = bounds.width / Double(last + 1)
        let widest = min(slot - 34, 190)
        let boxes = graph.nodes.indices.map { index -> Rect in
            let node = graph.nodes[index]
            let name = canvas.measure(node.name, size: theme.labelSize).width
            let note = node.note.isEmpty ? 0 : canvas.measure(node.note, size: theme.noteSize).width
            let width = max(56, min(widest, max(name, note) + 22))
            let height = node.note.isEmpty ? 34.0 : 46
            let middle = Point(bounds.x + (Double(places[index].column) + 0.5) * slot, bounds.y + places[index].height * bounds.height)
            return Rect(middle.x - width / 2, middle.y - height / 2, width, height)
        }
        for edge in graph.edges { draw(edge, places, boxes) }
        for (index, node) in graph.nodes.enumerated() {
            let isInput = !graph.edges.contains { $0.to == index }
            let box = boxes[index]
            let accent = node.isHighlighted ? theme.series(1) : isInput ? theme.series(2) : theme.series(0)
            canvas.roundedPath(box, radius: isInput ? box.height / 2 : 6)
            canvas.paintPath(fill: accent.mixed(with: theme.ground, theme.isDark ? 0.78 : 0.86), stroke: accent, width: 1.4)
            let name = canvas.fitted(node.name, size: theme.labelSize, width: box.width - 12)
            let rise = node.note.isEmpty ? 0.0 : 8
            canvas.text(name, at: Point(box.middleX, box.middleY - rise), size: theme.labelSize, theme.ink, .middle, .middle)
            if !node.note.isEmpty {
                let note = canvas.fitted(node.note, size: theme.noteSize, width: box.width - 10)
                canvas.text(note, at: Point(box.middleX, box.middleY + 10), size: theme.noteSize, theme.quiet, .middle, .middle)
            }
        }
        for edge in graph.edges where !edge.label.isEmpty {
            let (start, _, _, end) = curve(places, edge, boxes)
            let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2 + bend(places, edge, boxes) * 0.75)
            let size = canvas.measure(edge.label, size: theme.noteSize)
            canvas.fill(Rect(middle.x - size.width / 2 - 3, middle.y - 8, size.width + 6, 16), theme.ground.withAlpha(0.92))
            canvas.text(edge.label, at: middle, size: theme.noteSize, theme.series(1), .middle, .middle)
        }
    }

    /// How far an arrow over several columns swings out to pass the boxes between.
    private func bend(_ places: [(column: Int, height: Double)], _ edge: Diagram.Graph.Edge, _ boxes: [Rect]) -> Double {
        let from = boxes[edge.from]
        let to = boxes[edge.to]
        let between = boxes.indices.filter { places[$0].column > places[edge.from].column && places[$0].column < places[edge.to].column }
        let middle = (from.middleY + to.middleY) / 2
        let blocking = between.filter { index in
            let share = (boxes[index].middleX - from.middleX) / max(1, to.middleX - from.middleX)
            let height = from.middleY + (to.middleY - from.middleY) * share
            return abs(boxes[index].middleY - height) < boxes[index].height / 2 + 10
        }
        guard let first = blocking.first else { return 0 }
        return (boxes[first].middleY >= middle ? -1 : 1) * (boxes[first].height + 14)
    }

    private func curve(
        _ places: [(column: Int, height: Double)], _ edge: Diagram.Graph.Edge, _ boxes: [Rect]
    ) -> (Point, Point, Point, Point) {
        let from = boxes[edge.from]
        let to = boxes[edge.to]
        let start = Point(from.right, from.middleY)
        let end = Point(to.x - 1, to.middleY)
        let reach = max(12, (end.x - start.x) * 0.4)
        let bend = bend(places, edge, boxes)
        return (start, Point(start.x + reach, start.y + bend), Point(end.x - reach, end.y + bend), end)
    }

    private func draw(_ edge: Diagram.Graph.Edge, _ places: [(column: Int, height: Double)], _ boxes: [Rect]) {
        let (start, first, second, end) = curve(places, edge, boxes)
        let shaft = Point(end.x - 6, end.y - (end.y - second.y) * 6 / max(6, end.x - second.x))
        canvas.curve(start, first, second, shaft, theme.frame, width: 1.5)
        canvas.arrowHead(at: end, from: second, theme.frame)
    }

    // MARK: Layers

    private func draw(_ layers: Diagram.Layers, in bounds: Rect) {
        guard !layers.sizes.isEmpty else { return }
        let slot = bounds.width / Double(layers.sizes.count)
        let words = layers.names.isEmpty ? 20.0 : 38
        let room = bounds.height - words
        let most = 9
        let spacing = min(30, room / Double(min(most, layers.sizes.max() ?? 1)))
        let radius = min(9, spacing * 0.36)
        // Of a large layer, the first and last four with dots between.
        let columns = layers.sizes.enumerated().map { column, size -> [Point?] in
            let drawn = size <= most ? size : most
            return (0..<drawn).map { row in
                if size > most && row == 4 { return nil }
                let height = bounds.y + room / 2 + (Double(row) - Double(drawn - 1) / 2) * spacing
                return Point(bounds.x + (Double(column) + 0.5) * slot, height)
            }
        }
        for (left, right) in zip(columns, columns.dropFirst()) {
            for from in left.compactMap({ $0 }) {
                for to in right.compactMap({ $0 }) { canvas.line(from, to, theme.frame.withAlpha(0.35), width: 0.7) }
            }
        }
        for (index, column) in columns.enumerated() {
            let accent = index == 0 ? theme.series(2) : index == columns.count - 1 ? theme.series(1) : theme.series(0)
            let middle = bounds.x + (Double(index) + 0.5) * slot
            for unit in column {
                if let unit {
                    canvas.circle(unit, radius: radius, fill: accent.mixed(with: theme.ground, 0.55), stroke: accent, width: 1.3)
                } else {
                    let height = bounds.y + room / 2
                    for dot in -1...1 { canvas.circle(Point(middle, height + Double(dot) * 6), radius: 1.4, fill: theme.quiet) }
                }
            }
            let count = Ticks.number(Double(layers.sizes[index]))
            if layers.names.indices.contains(index) {
                let name = canvas.fitted(layers.names[index], size: theme.labelSize, width: slot - 6)
                canvas.text(name, at: Point(middle, bounds.bottom - 26), size: theme.labelSize, theme.ink, .middle, .middle)
            }
            canvas.text(count, at: Point(middle, bounds.bottom - 8), size: theme.tickSize, theme.quiet, .middle, .middle)
        }
    }
}
