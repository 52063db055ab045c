/// An animated PNG file, read: whole frames, as a viewer would show them.
///
/// Format: the third edition of the PNG specification (W3C, 2025), chunks acTL, fcTL and fdAT.
public struct AnimatedPNG: Equatable, Sendable {
    public let width: Int
    public let height: Int
    public let frames: [PixelImage]
    /// Seconds that each frame stands.
    public let delays: [Double]
    /// How often it plays; 0 is for ever.
    public let playCount: Int
    /// The still picture, for viewers that know no animation.
    public let still: PixelImage

    /// Whether the bytes are a PNG file with an animation.
    public static func isAnimated(_ bytes: [UInt8]) -> Bool {
        (try? PNGContainer(bytes))?.data(of: "acTL") != nil
    }

    /// - Throws: `PNGError` where the bytes are no whole animated PNG file of a palette or of opaque colours.
    public init(_ bytes: [UInt8]) throws {
        let container = try PNGContainer(bytes)
        guard let header = container.data(of: "IHDR"), header.count == 13, let control = container.data(of: "acTL"), control.count == 8
        else { throw PNGError.refused("it has no animation") }
        let width = Int(header.bigEndian32(at: 0))
        let height = Int(header.bigEndian32(at: 4))
        playCount = Int(control.bigEndian32(at: 4))
        still = try PixelImage(pngData: bytes)
        var frames: [PixelImage] = []
        var delays: [Double] = []
        var canvas = PixelImage(width: width, height: height, pixels: [UInt32](repeating: 0, count: width * height))
        var sequence: UInt32 = 0
        var open: (frame: FrameControl, data: [UInt8])?
        let shared = container.chunks.filter { ["PLTE", "tRNS"].contains($0.type) }
        func close() throws {
            guard let (frame, data) = open else { return }
            open = nil
            var chunks = [PNGContainer.Chunk(type: "IHDR", data: frame.header(like: header))] + shared
            chunks += [PNGContainer.Chunk(type: "IDAT", data: data), PNGContainer.Chunk(type: "IEND", data: [])]
            let part = try PixelImage(pngData: PNGContainer(chunks: chunks).bytes)
            for row in 0..<frame.height {
                let target = (frame.y + row) * width + frame.x
                canvas.pixels.replaceSubrange(target..<(target + frame.width), with: part.pixels[(row * frame.width)..<((row + 1) * frame.width)])
            }
            frames.append(canvas)
            delays.append(frame.delay)
        }
        func expectSequence(_ data: [UInt8]) throws {
            guard data.count >= 4, data.bigEndian32(at: 0) == sequence else { throw PNGError.refused("its frames are out of order") }
            sequence += 1
        }
        for chunk in container.chunks {
            switch chunk.type {
            case "fcTL":
                try close()
                try expectSequence(chunk.data)
                open = (try FrameControl(chunk.data, width: width, height: height), [])
            case "IDAT":
                open?.data += chunk.data
            case "fdAT":
                try expectSequence(chunk.data)
                open?.data += chunk.data.dropFirst(4)
            default:
                break
            }
        }
        try close()
        guard frames.count == Int(control.bigEndian32(at: 0)) else { throw PNGError.truncated }
        self.width = width
        self.height = height
        self.frames = frames
        self.delays = delays
    }

    private struct FrameControl {
        var width: Int
        var height: Int
        var x: Int
        var y: Int
        var delay: Double

        init(_ data: [UInt8], width: Int, height: Int) throws {
            guard data.count == 26 else { throw PNGError.damaged(chunk: "fcTL") }
            self.width = Int(data.bigEndian32(at: 4))
            self.height = Int(data.bigEndian32(at: 8))
            x = Int(data.bigEndian32(at: 12))
            y = Int(data.bigEndian32(at: 16))
            let unit = data.bigEndian16(at: 22)
            delay = Double(data.bigEndian16(at: 20)) / Double(unit == 0 ? 100 : unit)
            guard x + self.width <= width, y + self.height <= height else { throw PNGError.damaged(chunk: "fcTL") }
        }

        func header(like header: [UInt8]) -> [UInt8] {
            var bytes: [UInt8] = []
            bytes.appendBigEndian(UInt32(width))
            bytes.appendBigEndian(UInt32(height))
            return bytes + header[8...]
        }
    }

    // MARK: Writing

    /// Writes frames of one size. All share one palette; of each frame only the rectangle that differs from the one before is kept.
    static func encode(_ images: [PixelImage], interval: Double, density: Int, description: String) throws -> [UInt8] {
        guard let first = images.first, let last = images.last else { throw FigureError.empty(function: "animate", argument: "the animation") }
        let palette = ColorReduction(images)
        // The still picture is a frame of its own before the animation, so that it can be the last one.
        var container = try last.container(palette: palette, density: density)
        let depth = container.data(of: "IHDR").map { $0[8...] } ?? []
        guard let end = container.chunks.popLast() else { throw FigureError.drawing("no picture") }
        var control: [UInt8] = []
        control.appendBigEndian(UInt32(images.count))
        control.appendBigEndian(0)
        let place = container.chunks.firstIndex { $0.type == "IDAT" } ?? container.chunks.count
        container.chunks.insert(PNGContainer.Chunk(type: "acTL", data: control), at: place)
        var sequence: UInt32 = 0
        for (index, image) in images.enumerated() {
            let rect = index == 0
                ? (x: 0, y: 0, width: first.width, height: first.height) : changedRectangle(from: images[index - 1], to: image)
            let part = try image.cut(x: rect.x, y: rect.y, width: rect.width, height: rect.height).container(palette: palette, density: nil)
            guard part.data(of: "IHDR").map({ $0[8...] }) == depth else { throw FigureError.drawing("the frames have different depths") }
            var frame: [UInt8] = []
            for number in [Int(sequence), rect.width, rect.height, rect.x, rect.y] { frame.appendBigEndian(UInt32(number)) }
            frame.appendBigEndian16(Int((interval * 1000).rounded()))
            frame.appendBigEndian16(1000)
            frame += [0, 0]
            container.chunks.append(PNGContainer.Chunk(type: "fcTL", data: frame))
            sequence += 1
            for chunk in part.chunks where chunk.type == "IDAT" {
                var data: [UInt8] = []
                data.appendBigEndian(sequence)
                container.chunks.append(PNGContainer.Chunk(type: "fdAT", data: data + chunk.data))
                sequence += 1
            }
        }
        container.chunks.append(end)
        container.setText(keyword: FigureDescription.keyword, description)
        return container.bytes
    }

    /// The least rectangle that holds all differences; one pixel where there are none.
    private static func changedRectangle(from: PixelImage, to: PixelImage) -> (x: Int, y: Int, width: Int, height: Int) {
        var left = to.width
        var right = -1
        var top = to.height
        var bottom = -1
        for row in 0..<to.height {
            let start = row * to.width
            for column in 0..<to.width where from.pixels[start + column] != to.pixels[start + column] {
                left = min(left, column)
                right = max(right, column)
                top = min(top, row)
                bottom = max(bottom, row)
            }
        }
        return right < 0 ? (0, 0, 1, 1) : (left, top, right - left + 1, bottom - top + 1)
    }
}

extension PixelImage {
    func cut(x: Int, y: Int, width: Int, height: Int) -> PixelImage {
        PixelImage(
            width: width, height: height,
            pixels: (y..<(y + height)).flatMap { pixels[($0 * self.width + x)..<($0 * self.width + x + width)] })
    }
}
