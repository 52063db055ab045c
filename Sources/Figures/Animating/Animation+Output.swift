extension Animation {
    /// The animation as an animated PNG file (APNG) that plays for ever and carries its description. A viewer that knows no
    /// animation shows the last frame, which stands in the file as its still picture.
    ///
    /// - Parameters:
    ///   - dark: whether it is drawn for a dark page.
    ///   - scale: pixels for each nominal pixel, from 0.25 to 4.
    /// - Returns: the file's bytes; the same animation gives the same bytes.
    /// - Throws: `FigureError` where the animation cannot be drawn.
    public func png(dark: Bool = false, scale: Double = 2) throws -> [UInt8] {
        try validate()
        let images = try frames.map { try $0.pixels(dark: dark, scale: scale) }
        return try AnimatedPNG.encode(
            images, interval: interval, density: Figure.density(scale), description: try description.json())
    }

    /// Every frame as a PNG file of its own, each with its description.
    ///
    /// - Throws: `FigureError` where a frame cannot be drawn.
    public func framePNGs(dark: Bool = false, scale: Double = 2) throws -> [[UInt8]] {
        try validate()
        return try frames.map { try $0.png(dark: dark, scale: scale) }
    }
}
