import CPNG

/// A picture as pixels, for comparison.
public struct PixelImage: Equatable, Sendable {
    public let width: Int
    public let height: Int
    /// `0xRRGGBB`, row by row.
    public internal(set) var pixels: [UInt32]

    init(width: Int, height: Int, pixels: [UInt32]) {
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Decodes a PNG file of any kind; what is transparent in it is laid on white.
    ///
    /// - Throws: `PNGError` where the bytes are no whole PNG file.
    public init(pngData: [UInt8]) throws {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        // libpng reads from these bytes until it has finished.
        let bytes = try pngData.withUnsafeBytes { source -> [UInt8] in
            guard png_image_begin_read_from_memory(&image, source.baseAddress, source.count) != 0 else { throw PNGError.refused(image.text) }
            // A picture's header can claim any size; the pixels of a figure are a few million.
            guard Int(image.width) * Int(image.height) <= 1 << 28 else { throw PNGError.refused("the picture is too large") }
            image.format = 2  // RGB, a byte each
            let rowSize = Int32(image.width) * 3
            var bytes = [UInt8](repeating: 0, count: Int(rowSize) * Int(image.height))
            var white = png_color(red: 255, green: 255, blue: 255)
            guard png_image_finish_read(&image, &white, &bytes, rowSize, nil) != 0 else { throw PNGError.refused(image.text) }
            return bytes
        }
        width = Int(image.width)
        height = Int(image.height)
        pixels = (0..<(width * height)).map { index -> UInt32 in
            let red = UInt32(bytes[3 * index])
            let green = UInt32(bytes[3 * index + 1])
            return red << 16 | green << 8 | UInt32(bytes[3 * index + 2])
        }
    }

    /// How two pictures of the same size differ.
    public struct Difference: Equatable, Sendable {
        /// The share of pixels, from 0 to 1, with a part that differs by more than the threshold.
        public let share: Double
        /// The largest difference of any part of any pixel, from 0 to 255.
        public let largest: Int
        /// The first picture in grey, with the differing pixels in red.
        public let image: PixelImage
    }

    /// Compares with `other` pixel by pixel; nil where the sizes differ.
    ///
    /// - Parameter threshold: how far red, green or blue may lie apart, from 0 to 255, and still count as the same.
    public func difference(from other: PixelImage, threshold: Int = 48) -> Difference? {
        guard width == other.width, height == other.height else { return nil }
        var marked = pixels
        var differing = 0
        var largest = 0
        for index in pixels.indices {
            let a = pixels[index]
            let b = other.pixels[index]
            var distance = 0
            if a != b {
                for shift in [16, 8, 0] as [UInt32] {
                    distance = max(distance, abs(Int(a >> shift & 255) - Int(b >> shift & 255)))
                }
            }
            largest = max(largest, distance)
            if distance > threshold {
                differing += 1
                marked[index] = 0xE0_0000
            } else {
                let grey = (a >> 16 & 255) * 54 + (a >> 8 & 255) * 183 + (a & 255) * 19
                marked[index] = (160 + (grey >> 8) * 95 / 255) * 0x01_0101
            }
        }
        return Difference(
            share: pixels.isEmpty ? 0 : Double(differing) / Double(pixels.count), largest: largest,
            image: PixelImage(width: width, height: height, pixels: marked))
    }
}

extension png_image {
    /// The library's message for the last failure.
    var text: String {
        withUnsafeBytes(of: message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
