import CCairo

/// Where text stands against its point.
enum HorizontalAnchor { case left, middle, right }
enum VerticalAnchor { case top, middle, baseline, bottom }

/// A cairo drawing surface in nominal pixels, y downwards.
///
/// Text is DejaVu Sans without hinting and with grey anti-aliasing, whatever the machine's own settings say.
final class Canvas {
    let width: Double
    let height: Double
    let scale: Double
    let isVector: Bool
    let context: OpaquePointer
    private let surface: OpaquePointer
    private var sink: Sink?

    private final class Sink { var bytes: [UInt8] = [] }

    /// A raster of `width·scale` × `height·scale` pixels, or an SVG document.
    init(width: Double, height: Double, scale: Double, isVector: Bool = false) throws {
        self.width = width
        self.height = height
        self.scale = isVector ? 1 : scale
        self.isVector = isVector
        if isVector {
            let sink = Sink()
            self.sink = sink
            surface = cairo_svg_surface_create_for_stream(
                { closure, data, length in
                    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
            cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PX)
        } else {
            surface = cairo_image_surface_create(
                CAIRO_FORMAT_RGB24, Int32((width * scale).rounded()), Int32((height * scale).rounded()))
        }
        context = cairo_create(surface)
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
            throw FigureError.drawing(String(cString: cairo_status_to_string(status)))
        }
        cairo_scale(context, self.scale, self.scale)
        let options = cairo_font_options_create()
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_subpixel_order(options, CAIRO_SUBPIXEL_ORDER_DEFAULT)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        cairo_font_options_destroy(options)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    // MARK: Results

    /// What was drawn, as RGB pixels.
    func pixels() throws -> PixelImage {
        try check()
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { throw FigureError.drawing("no pixels") }
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        var pixels = [UInt32](repeating: 0, count: width * height)
        pixels.withUnsafeMutableBufferPointer { target in
            for row in 0..<height {
                let source = UnsafeRawPointer(data + row * stride).assumingMemoryBound(to: UInt32.self)
                for column in 0..<width { target[row * width + column] = source[column] & 0xFF_FFFF }
            }
        }
        return PixelImage(width: width, height: height, pixels: pixels)
    }

    /// What was drawn, as an SVG document. Nothing can be drawn afterwards.
    func document() throws -> String {
        try check()
        cairo_surface_finish(surface)
        return String(decoding: SVGNames.renumbered(sink?.bytes ?? []), as: UTF8.self)
    }

    private func check() throws {
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else { throw FigureError.drawing(String(cString: cairo_status_to_string(status))) }
    }

    // MARK: Shapes

    func set(_ color: Color) {
        cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
    }

    func fill(_ rect: Rect, _ color: Color) {
        set(color)
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_fill(context)
    }

    func stroke(_ rect: Rect, _ color: Color, width: Double) {
        set(color)
        cairo_set_line_width(context, width)
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_stroke(context)
    }

    func roundedPath(_ rect: Rect, radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, rect.right - radius, rect.y + radius, radius, -.pi / 2, 0)
        cairo_arc(context, rect.right - radius, rect.bottom - radius, radius, 0, .pi / 2)
        cairo_arc(context, rect.x + radius, rect.bottom - radius, radius, .pi / 2, .pi)
        cairo_arc(context, rect.x + radius, rect.y + radius, radius, .pi, 1.5 * .pi)
        cairo_close_path(context)
    }

    func circle(_ center: Point, radius: Double, fill: Color?, stroke: Color? = nil, width: Double = 1) {
        cairo_new_sub_path(context)
        cairo_arc(context, center.x, center.y, radius, 0, 2 * .pi)
        paintPath(fill: fill, stroke: stroke, width: width)
    }

    func polygon(_ points: [Point], fill: Color?, stroke: Color? = nil, width: Double = 1) {
        addPath(points)
        cairo_close_path(context)
        paintPath(fill: fill, stroke: stroke, width: width)
    }

    func line(_ from: Point, _ to: Point, _ color: Color, width: Double, dash: Mark.Dash = .solid) {
        polyline([from, to], color, width: width, dash: dash)
    }

    func polyline(_ points: [Point], _ color: Color, width: Double, dash: Mark.Dash = .solid) {
        guard points.count > 1 else { return }
        addPath(points)
        setDash(dash, width: width)
        paintPath(fill: nil, stroke: color, width: width)
        setDash(.solid, width: width)
    }

    func curve(_ start: Point, _ first: Point, _ second: Point, _ end: Point, _ color: Color, width: Double) {
        cairo_move_to(context, start.x, start.y)
        cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
        paintPath(fill: nil, stroke: color, width: width)
    }

    /// The head of an arrow whose shaft comes from the direction of `tail`.
    func arrowHead(at tip: Point, from tail: Point, _ color: Color) {
        let length = max(1e-9, ((tip.x - tail.x) * (tip.x - tail.x) + (tip.y - tail.y) * (tip.y - tail.y)).squareRoot())
        let forward = Point((tip.x - tail.x) / length, (tip.y - tail.y) / length)
        polygon(
            [
                tip, Point(tip.x - 8 * forward.x - 4 * forward.y, tip.y - 8 * forward.y + 4 * forward.x),
                Point(tip.x - 8 * forward.x + 4 * forward.y, tip.y - 8 * forward.y - 4 * forward.x),
            ], fill: color)
    }

    func addPath(_ points: [Point]) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }

    func paintPath(fill: Color?, stroke: Color?, width: Double) {
        if let fill {
            set(fill)
            if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
        }
        if let stroke {
            set(stroke)
            cairo_set_line_width(context, width)
            cairo_stroke(context)
        }
    }

    func setDash(_ dash: Mark.Dash, width: Double) {
        switch dash {
        case .solid: cairo_set_dash(context, nil, 0, 0)
        case .dashed: cairo_set_dash(context, [3.2 * width, 2.2 * width], 2, 0)
        case .dotted: cairo_set_dash(context, [1.1 * width, 1.5 * width], 2, 0)
        }
    }

    /// Runs `body` with drawing limited to `rect`.
    func clipped(to rect: Rect, _ body: () -> Void) {
        cairo_save(context)
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_clip(context)
        body()
        cairo_restore(context)
    }

    // MARK: Text

    /// Width in nominal pixels of `text`, and the height of its line above and below the baseline.
    func measure(_ text: String, size: Double, isBold: Bool = false) -> (width: Double, ascent: Double, descent: Double) {
        selectFont(size: size, isBold: isBold)
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, Canvas.oneLine(text), &extents)
        return (extents.x_advance, size * 0.76, size * 0.24)
    }

    /// Draws one line of text and gives back the room it takes (of the unrotated text where it is turned).
    @discardableResult
    func text(
        _ text: String, at point: Point, size: Double, _ color: Color, _ horizontal: HorizontalAnchor = .left,
        _ vertical: VerticalAnchor = .baseline, isBold: Bool = false, angle: Double = 0, halo: Color? = nil
    ) -> Rect {
        let text = Canvas.oneLine(text)
        let extent = measure(text, size: size, isBold: isBold)
        let left: Double
        switch horizontal {
        case .left: left = 0
        case .middle: left = -extent.width / 2
        case .right: left = -extent.width
        }
        let base: Double
        switch vertical {
        case .top: base = extent.ascent
        case .middle: base = size * 0.36
        case .baseline: base = 0
        case .bottom: base = -extent.descent
        }
        cairo_save(context)
        cairo_translate(context, point.x, point.y)
        if angle != 0 { cairo_rotate(context, angle) }
        if let halo {
            cairo_move_to(context, left, base)
            cairo_text_path(context, text)
            paintPath(fill: nil, stroke: halo, width: 3)
        }
        set(color)
        cairo_move_to(context, left, base)
        cairo_show_text(context, text)
        cairo_restore(context)
        return Rect(point.x + left, point.y + base - extent.ascent, extent.width, extent.ascent + extent.descent)
    }

    /// `text`, cut with an ellipsis where it is wider than `width`.
    func fitted(_ text: String, size: Double, isBold: Bool = false, width: Double) -> String {
        if measure(text, size: size, isBold: isBold).width <= width { return text }
        var low = 0
        var high = text.count
        while low < high {
            let middle = (low + high + 1) / 2
            if measure(String(text.prefix(middle)) + "…", size: size, isBold: isBold).width <= width { low = middle } else { high = middle - 1 }
        }
        return text.prefix(low) + "…"
    }

    /// `text` broken at spaces into lines of at most `width`; a single word that is wider is cut.
    func wrapped(_ text: String, size: Double, isBold: Bool = false, width: Double, lines: Int) -> [String] {
        var result: [String] = []
        var current = ""
        for word in text.split(separator: " ") {
            let candidate = current.isEmpty ? String(word) : current + " " + word
            if current.isEmpty || measure(candidate, size: size, isBold: isBold).width <= width || result.count == lines - 1 {
                current = candidate
            } else {
                result.append(current)
                current = String(word)
            }
        }
        if !current.isEmpty { result.append(current) }
        return result.map { fitted($0, size: size, isBold: isBold, width: width) }
    }

    /// `text` with spaces for its control characters, line breaks among them.
    private static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return text }
        return String(decoding: text.utf8.map { $0 < 32 || $0 == 127 ? 32 : $0 }, as: UTF8.self)
    }

    private func selectFont(size: Double, isBold: Bool) {
        cairo_select_font_face(
            context, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, size)
    }
}
