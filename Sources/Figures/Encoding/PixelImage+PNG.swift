import CPNG

extension PixelImage {
    /// The picture as a PNG file with a palette of at most 256 colours, as few as the eye allows. The same pixels give the same bytes.
    ///
    /// - Throws: `FigureError.drawing` where libpng fails.
    public func png() throws -> [UInt8] {
        try container(palette: ColorReduction([self]), density: nil).bytes
    }

    /// The chunks that show the picture in the colours of `palette`: IHDR, PLTE, IDAT, IEND, and pHYs for `density`, the pixels a metre.
    func container(palette: ColorReduction, density: Int?) throws -> PNGContainer {
        let indices = palette.indices(of: self)
        var colors = palette.colors.flatMap { [UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255)] }
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        image.width = UInt32(width)
        image.height = UInt32(height)
        image.format = 2 | 8  // RGB through a palette
        image.colormap_entries = UInt32(palette.colors.count)
        defer { png_image_free(&image) }
        // Stored without compression it would take this much, with room for the other chunks.
        var size = (width + 1) * height + (width + 1) * height / 1000 + 8192
        var bytes = [UInt8](repeating: 0, count: size)
        let written = png_image_write_to_memory(&image, &bytes, &size, 0, indices, Int32(width), &colors)
        guard written != 0 else { throw FigureError.drawing(image.text) }
        bytes.removeLast(bytes.count - size)
        var container = try PNGContainer(bytes)
        // Colour management of palette pictures gains nothing: sRGB is what every viewer assumes.
        container.chunks.removeAll { !["IHDR", "PLTE", "IDAT", "IEND"].contains($0.type) }
        if let density {
            var data: [UInt8] = []
            data.appendBigEndian(UInt32(density))
            data.appendBigEndian(UInt32(density))
            data.append(1)
            container.chunks.insert(PNGContainer.Chunk(type: "pHYs", data: data), at: 1)
        }
        return container
    }
}

/// At most 256 colours for one or several pictures.
///
/// Every colour is kept where there are few. Else colours are chosen one after the other, each the one that counts most among those
/// still badly served: the product of its distance to the nearest chosen colour and the square root of its frequency, and then the
/// one that lies farthest. It ends where every colour is served so well that nobody sees the difference.
struct ColorReduction {
    /// Fewer colours than these are kept as they are.
    private static let few = 32
    /// The squared distance between two colours that nobody tells apart in the edge of a letter: 17 levels of red, 12 of green or 24
    /// of blue.
    private static let smallDistance = 576.0
    /// The product that is small enough, of the squared distance and the square root of the colour's share of the picture.
    private static let smallNeed = 1.5

    private(set) var colors: [UInt32]
    private var index: [UInt32: UInt8] = [:]

    init(_ images: [PixelImage], limit: Int = 256) {
        var counts = ColorReduction.counts(images)
        var farthest = ColorReduction.smallDistance
        if counts.count > 1 << 14 {
            // Of very many colours those within 8 levels are taken as one, which leaves less to give away.
            farthest /= 2
            var coarse: [UInt32: Int] = [:]
            for (color, count) in counts { coarse[color & 0xF8F8F8 | (color >> 5 & 0x070707), default: 0] += count }
            counts = coarse
        }
        let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        if sorted.count <= ColorReduction.few {
            colors = sorted.map(\.key)
        } else {
            let total = Double(sorted.reduce(0) { $0 + $1.value })
            colors = ColorReduction.chosen(
                from: sorted.map(\.key), weights: sorted.map { (Double($0.value) / total).squareRoot() }, limit,
                farthest: farthest)
        }
        for (place, color) in colors.enumerated() { index[color] = UInt8(truncatingIfNeeded: place) }
    }

    private static func counts(_ images: [PixelImage]) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        for image in images {
            var current: UInt32 = .max
            var run = 0
            for pixel in image.pixels {
                if pixel == current {
                    run += 1
                } else {
                    if run > 0 { counts[current, default: 0] += run }
                    current = pixel
                    run = 1
                }
            }
            if run > 0 { counts[current, default: 0] += run }
        }
        return counts
    }

    private static func chosen(from candidates: [UInt32], weights: [Double], _ limit: Int, farthest: Double) -> [UInt32] {
        var nearest = [Double](repeating: .infinity, count: candidates.count)
        var result: [UInt32] = []
        var next = 0
        while result.count < limit {
            let color = candidates[next]
            result.append(color)
            var best = -1.0
            var worst = -1.0
            var worstPlace = 0
            for place in candidates.indices {
                let distance = Double(squaredDistance(color, candidates[place]))
                if distance < nearest[place] { nearest[place] = distance }
                if nearest[place] > worst {
                    worst = nearest[place]
                    worstPlace = place
                }
                let need = nearest[place] * weights[place]
                if need > best {
                    best = need
                    next = place
                }
            }
            if best <= smallNeed {
                if worst <= farthest { break }
                // What is left to do is for rare colours only.
                next = worstPlace
            }
        }
        return result
    }

    private static func squaredDistance(_ a: UInt32, _ b: UInt32) -> Int {
        let red = Int(a >> 16 & 255) - Int(b >> 16 & 255)
        let green = Int(a >> 8 & 255) - Int(b >> 8 & 255)
        let blue = Int(a & 255) - Int(b & 255)
        return 2 * red * red + 4 * green * green + blue * blue
    }

    /// The place in `colors` of each pixel's nearest colour.
    func indices(of image: PixelImage) -> [UInt8] {
        var known = index
        var current: UInt32 = .max
        var place: UInt8 = 0
        return image.pixels.map { pixel in
            if pixel == current { return place }
            current = pixel
            if let found = known[pixel] {
                place = found
            } else {
                let nearest = colors.indices.min {
                    ColorReduction.squaredDistance(colors[$0], pixel) < ColorReduction.squaredDistance(colors[$1], pixel)
                }
                place = UInt8(truncatingIfNeeded: nearest ?? 0)
                known[pixel] = place
            }
            return place
        }
    }
}
