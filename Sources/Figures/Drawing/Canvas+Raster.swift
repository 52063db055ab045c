import CCairo

extension Canvas {
    /// Fills `rect` with a colour for each of its pixels; nil leaves what is there.
    ///
    /// - Parameter color: the colour at a place in nominal pixels.
    func raster(_ rect: Rect, _ color: (_ x: Double, _ y: Double) -> Color?) {
        let resolution = isVector ? 2 : scale
        let columns = Int((rect.width * resolution).rounded())
        let rows = Int((rect.height * resolution).rounded())
        guard columns > 0, rows > 0 else { return }
        var pixels = [UInt32](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let x = rect.x + (Double(column) + 0.5) / resolution
                let y = rect.y + (Double(row) + 0.5) / resolution
                guard let color = color(x, y) else { continue }
                pixels[row * columns + column] = packed(color, alpha: 1)
            }
        }
        paint(&pixels, columns: columns, rows: rows, in: rect)
    }

    private func paint(_ pixels: inout [UInt32], columns: Int, rows: Int, in rect: Rect) {
        pixels.withUnsafeMutableBytes { bytes in
            let image = cairo_image_surface_create_for_data(
                bytes.bindMemory(to: UInt8.self).baseAddress, CAIRO_FORMAT_ARGB32, Int32(columns), Int32(rows), Int32(columns * 4))
            cairo_save(context)
            cairo_translate(context, rect.x, rect.y)
            cairo_scale(context, rect.width / Double(columns), rect.height / Double(rows))
            cairo_set_source_surface(context, image, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
            cairo_paint(context)
            cairo_restore(context)
            // An SVG surface keeps what it was given until the end: it has to own the pixels by then.
            cairo_surface_finish(image)
            cairo_surface_destroy(image)
        }
    }

    /// Draws a dot of one colour at each of very many places: adds up what the dots cover in a mask and paints that once.
    func dots(_ points: [Point], radius: Double, _ color: Color, in rect: Rect) {
        let resolution = isVector ? 2 : scale
        let columns = Int((rect.width * resolution).rounded())
        let rows = Int((rect.height * resolution).rounded())
        guard columns > 0, rows > 0 else { return }
        // What shows through at each pixel; a dot multiplies it by what it lets through.
        var clear = [Float](repeating: 1, count: columns * rows)
        let reach = Int((radius * resolution + 0.5).rounded(.up))
        let side = 2 * reach + 1
        let through: [Float] = (0..<(side * side)).map { place in
            let x = Double(place % side - reach)
            let y = Double(place / side - reach)
            let cover = min(1, max(0, radius * resolution + 0.5 - (x * x + y * y).squareRoot()))
            return Float(1 - cover * color.alpha)
        }
        for point in points {
            let x = Int(((point.x - rect.x) * resolution - 0.5).rounded())
            let y = Int(((point.y - rect.y) * resolution - 0.5).rounded())
            guard x > -reach, y > -reach, x < columns + reach, y < rows + reach else { continue }
            for row in max(0, y - reach)...min(rows - 1, y + reach) where row >= 0 {
                let left = max(0, x - reach)
                let right = min(columns - 1, x + reach)
                guard left <= right else { continue }
                let source = (row - y + reach) * side + reach - x
                for column in left...right { clear[row * columns + column] *= through[source + column] }
            }
        }
        var pixels = clear.map { clear -> UInt32 in
            clear == 1 ? 0 : packed(color, alpha: 1 - Double(clear))
        }
        paint(&pixels, columns: columns, rows: rows, in: rect)
    }
}

/// A pixel as cairo has it: alpha, and the parts multiplied by it.
private func packed(_ color: Color, alpha: Double) -> UInt32 {
    func part(_ value: Double) -> UInt32 { UInt32(value * alpha * 255 + 0.5) }
    return part(1) << 24 | part(color.red) << 16 | part(color.green) << 8 | part(color.blue)
}
