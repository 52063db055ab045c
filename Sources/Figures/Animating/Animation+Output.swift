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
        try encoded(drawn(dark: dark, scale: scale), scale: scale)
    }

    /// Every frame as a PNG file of its own, each with its description.
    ///
    /// - Throws: `FigureError` where a frame cannot be drawn.
    public func framePNGs(dark: Bool = false, scale: Double = 2) throws -> [[UInt8]] {
        try zip(frames, drawn(dark: dark, scale: scale)).map { try $0.png(of: $1, scale: scale) }
    }

    /// What `png()` and `framePNGs()` give, each frame drawn once.
    ///
    /// - Throws: `FigureError` where a frame cannot be drawn.
    package func files() throws -> (animated: [UInt8], frames: [[UInt8]]) {
        let scale = 2.0
        let images = try drawn(dark: false, scale: scale)
        return (try encoded(images, scale: scale), try zip(frames, images).map { try $0.png(of: $1, scale: scale) })
    }

    private func drawn(dark: Bool, scale: Double) throws -> [PixelImage] {
        try validate()
        return try frames.map { try $0.pixels(dark: dark, scale: scale) }
    }

    private func encoded(_ images: [PixelImage], scale: Double) throws -> [UInt8] {
        try AnimatedPNG.encode(
            images, interval: interval, density: Figure.density(scale), description: try description.json())
    }
}
