/// Draws a figure of any kind.
struct FigureRenderer {
    let canvas: Canvas
    let theme: Theme

    func draw(_ figure: Figure) {
        let bounds = Rect(0, 0, figure.width, figure.height)
        canvas.fill(bounds, theme.ground)
        draw(figure, in: bounds)
    }

    private func draw(_ figure: Figure, in bounds: Rect, hasRoomForNotes: Bool = false) {
        switch figure.content {
        case .plot(let plot):
            let renderer = PlotRenderer(plot, title: figure.words.title, canvas: canvas, bounds: bounds, theme: theme)
            renderer.hasRoomForNotes = hasRoomForNotes
            renderer.draw()
        case .images(let grid):
            draw(grid, in: below(title: figure.words.title, bounds))
        case .diagram(let diagram):
            DiagramRenderer(canvas: canvas, theme: theme).draw(diagram, in: below(title: figure.words.title, bounds))
        case .panels(let figures, let columns):
            let area = below(title: figure.words.title, bounds)
            let rows = (figures.count + columns - 1) / max(1, columns)
            // Panels in one column keep their own heights' proportions.
            let heights = figures.map { columns == 1 ? min(420, $0.height) : 1 }
            let total = columns == 1 ? heights.reduce(0, +) : Double(max(1, rows))
            // A note under one panel moves its axis up; its neighbours' axes go with it.
            let hasNotes = columns > 1 && figures.contains { $0.plot.map { $0.leftOutCount > 0 } ?? false }
            var top = area.y
            for (index, panel) in figures.enumerated() {
                let height = area.height * heights[index] / total
                let width = area.width / Double(columns)
                let column = index % columns
                draw(panel, in: Rect(area.x + Double(column) * width, top, width, height), hasRoomForNotes: hasNotes)
                if column == columns - 1 { top += height }
            }
        }
    }

    /// Draws the title of a figure without axes and gives back the room below it.
    private func below(title: String, _ bounds: Rect) -> Rect {
        guard !title.isEmpty else { return bounds }
        let lines = canvas.wrapped(title, size: theme.titleSize, isBold: true, width: bounds.width - 20, lines: 2)
        for (index, line) in lines.enumerated() {
            canvas.text(
                line, at: Point(bounds.x + 10, bounds.y + 10 + Double(index) * theme.titleSize * 1.3), size: theme.titleSize, theme.ink,
                .left, .top, isBold: true)
        }
        let used = Double(lines.count) * theme.titleSize * 1.3 + 10
        return Rect(bounds.x, bounds.y + used, bounds.width, bounds.height - used)
    }

    private func draw(_ grid: ImageGrid, in bounds: Rect) {
        guard grid.imageWidth > 0, grid.imageHeight > 0, !grid.images.isEmpty else { return }
        let area = bounds.inset(by: 8)
        let columns = max(1, grid.columns)
        let rows = (grid.images.count + columns - 1) / columns
        let words = grid.captions.isEmpty ? 0.0 : 16
        let cell = (width: area.width / Double(columns), height: area.height / Double(rows))
        let unit = min((cell.width - 8) / Double(grid.imageWidth), (cell.height - 8 - words) / Double(grid.imageHeight))
        guard unit > 0 else { return }
        let span = grid.brightest > grid.darkest ? grid.brightest - grid.darkest : 1
        for (index, image) in grid.images.enumerated() {
            let left = area.x + Double(index % columns) * cell.width
            let top = area.y + Double(index / columns) * cell.height
            let width = unit * Double(grid.imageWidth)
            let height = unit * Double(grid.imageHeight)
            // On whole pixels, so that all pictures' dots are equally wide.
            let rect = Rect(((left + (cell.width - width) / 2) * 2).rounded() / 2, ((top + 4) * 2).rounded() / 2, width, height)
            canvas.raster(rect) { x, y in
                let column = min(grid.imageWidth - 1, max(0, Int((x - rect.x) / unit)))
                let row = min(grid.imageHeight - 1, max(0, Int((y - rect.y) / unit)))
                let value = image[row * grid.imageWidth + column]
                guard value.isFinite else { return theme.series(1) }
                // Few enough greys that a picture's palette has room for the letters' colours.
                let grey = (min(1, max(0, (value - grid.darkest) / span)) * 127).rounded() / 127
                return Color(grey, grey, grey)
            }
            if theme.isDark { canvas.stroke(rect.inset(by: -0.5), theme.grid, width: 1) }
            if grid.captions.indices.contains(index) {
                let text = canvas.fitted(grid.captions[index], size: theme.noteSize, width: cell.width - 2)
                canvas.text(text, at: Point(left + cell.width / 2, rect.bottom + 3), size: theme.noteSize, theme.quiet, .middle, .top)
            }
        }
    }
}
