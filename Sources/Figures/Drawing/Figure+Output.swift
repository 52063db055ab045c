extension Figure {
    /// The figure as a PNG file that carries its own description.
    ///
    /// - Parameters:
    ///   - dark: whether it is drawn for a dark page.
    ///   - scale: pixels for each nominal pixel, from 0.25 to 4.
    /// - Returns: the file's bytes; the same figure gives the same bytes.
    /// - Throws: `FigureError` where the figure cannot be drawn.
    public func png(dark: Bool = false, scale: Double = 2) throws -> [UInt8] {
        try png(of: pixels(dark: dark, scale: scale), scale: scale)
    }

    /// The figure's pixels, drawn already, as its PNG file.
    func png(of image: PixelImage, scale: Double) throws -> [UInt8] {
        var container = try image.container(palette: ColorReduction([image]), density: Figure.density(scale))
        container.setText(keyword: FigureDescription.keyword, try FigureDescription(self).json())
        return container.bytes
    }

    /// The figure as pixels, in all their colours.
    ///
    /// - Throws: `FigureError` where the figure cannot be drawn.
    public func pixels(dark: Bool = false, scale: Double = 2) throws -> PixelImage {
        guard (0.25...4).contains(scale) else {
            throw FigureError.invalid(function: "png", reason: "scale is \(plainText(scale)); it has to be from 0.25 to 4")
        }
        return try drawn(dark: dark, scale: scale, isVector: false).pixels()
    }

    /// The figure as an SVG document.
    ///
    /// - Throws: `FigureError` where the figure cannot be drawn.
    public func svg(dark: Bool = false) throws -> String {
        try drawn(dark: dark, scale: 1, isVector: true).document()
    }

    private func drawn(dark: Bool, scale: Double, isVector: Bool) throws -> Canvas {
        try validate()
        guard (1...8000).contains(width), (1...8000).contains(height) else {
            throw FigureError.drawing("its size of \(plainText(width)) × \(plainText(height)) is out of bounds")
        }
        let canvas = try Canvas(width: width, height: height, scale: scale, isVector: isVector)
        FigureRenderer(canvas: canvas, theme: dark ? .dark : .light).draw(self)
        return canvas
    }

    /// Pixels a metre, at 72 nominal pixels an inch.
    static func density(_ scale: Double) -> Int {
        Int((scale * 72 / 0.0254).rounded())
    }
}
