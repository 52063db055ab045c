/// Digits drawn with a pen of varying width, each shifted, turned, sheared, stretched and bent a little.
public struct DigitsSample {
    /// How it was made, in a line.
    public static let note = "made up: 10,000 digits of 28 × 28 pixels, drawn from strokes with random shift, slant, size, bend and pen width"

    /// The number of pictures.
    public static let count = 10_000
    /// The width and height of a picture in pixels.
    public static let side = 28

    /// Brightness from 0 to 255, one picture after the other, row by row.
    public let pixels: [UInt8]
    /// The digit on each picture.
    public let labels: [UInt8]

    /// The sample, which is made when it is first asked for.
    public static let shared = DigitsSample()

    private init() {
        var random = Sampler(seed: 19_980_101)
        let area = Self.side * Self.side
        var labels: [UInt8] = []
        labels.reserveCapacity(Self.count)
        pixels = [UInt8](unsafeUninitializedCapacity: Self.count * area) { buffer, initialized in
            buffer.initialize(repeating: 0)
            initialized = buffer.count
            for index in 0..<Self.count {
                let digit = random.below(10)
                labels.append(UInt8(digit))
                let shapes = Self.shapes[digit]
                let strokes = shapes[random.below(shapes.count)]
                let picture = UnsafeMutableBufferPointer(rebasing: buffer[index * area..<(index + 1) * area])
                Self.draw(strokes, on: picture, &random)
            }
        }
        self.labels = labels
    }

    private typealias Point = (x: Double, y: Double)

    // MARK: Drawing

    private static func draw(_ strokes: [[Point]], on picture: UnsafeMutableBufferPointer<UInt8>, _ random: inout Sampler) {
        // Turn and shear; the sine of a small angle by the beginning of its series.
        let angle = 0.16 * random.normal()
        let sine = angle - angle * angle * angle / 6
        let cosine = 1 - angle * angle / 2
        let slant = 0.18 * random.normal()
        let width = 9.0 + 1.0 * random.normal()
        let height = 10.0 + 0.8 * random.normal()
        let centre: Point = (13.5 + 0.9 * random.normal(), 13.5 + 0.9 * random.normal())
        // A bend of the plane, and a hand that trembles at each corner.
        let bend: Point = (0.13 * random.normal(), 0.11 * random.normal())
        let tremble = 0.05
        let pen = 0.9 + 0.75 * random.uniform()
        let ink = 190 + 65 * random.uniform()

        for stroke in strokes {
            var last: Point?
            for corner in stroke {
                let x = corner.x + tremble * random.normal()
                let y = corner.y + tremble * random.normal()
                let bentX = x + bend.x * (1 - y * y) + slant * -y
                let bentY = y + bend.y * (1 - x * x)
                let place: Point = (
                    centre.x + width * (cosine * bentX - sine * bentY), centre.y + height * (sine * bentX + cosine * bentY)
                )
                if let last { line(from: last, to: place, pen: pen, ink: ink, on: picture) }
                last = place
            }
        }
    }

    /// A line with round ends and a soft edge of one pixel.
    private static func line(from a: Point, to b: Point, pen: Double, ink: Double, on picture: UnsafeMutableBufferPointer<UInt8>) {
        let reach = pen + 1
        let left = max(0, Int((min(a.x, b.x) - reach).rounded(.down)))
        let right = min(side - 1, Int((max(a.x, b.x) + reach).rounded(.up)))
        let top = max(0, Int((min(a.y, b.y) - reach).rounded(.down)))
        let bottom = min(side - 1, Int((max(a.y, b.y) + reach).rounded(.up)))
        guard left <= right, top <= bottom else { return }
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = max(dx * dx + dy * dy, 1e-9)
        for row in top...bottom {
            for column in left...right {
                let (px, py) = (Double(column) - a.x, Double(row) - a.y)
                let along = min(1, max(0, (px * dx + py * dy) / square))
                let (ex, ey) = (px - along * dx, py - along * dy)
                let distance = (ex * ex + ey * ey).squareRoot()
                guard distance < reach else { continue }
                let value = UInt8(ink * min(1, reach - distance))
                if value > picture[row * side + column] { picture[row * side + column] = value }
            }
        }
    }

    // MARK: Shapes

    /// For each digit the ways to write it, as strokes through points in -1...1, y downwards.
    private static let shapes: [[[[Point]]]] = [
        [
            [ellipse(0, 0, 0.62, 0.95, from: 0, to: 12)],
            [ellipse(0, 0, 0.45, 0.92, from: 0, to: 12)],
        ],
        [
            [[(0, -0.95), (0, 0.95)]],
            [[(-0.35, -0.55), (0.05, -0.95), (0.05, 0.95)]],
            [[(-0.35, -0.6), (0.05, -0.95), (0.05, 0.95)], [(-0.4, 0.95), (0.45, 0.95)]],
        ],
        [
            [ellipse(0, -0.45, 0.55, 0.48, from: 6, to: 13) + [(0.35, 0.1), (-0.6, 0.92), (0.65, 0.9)]],
            [ellipse(0, -0.45, 0.5, 0.48, from: 6, to: 14) + [(-0.3, 0.6), (-0.55, 0.85), (-0.25, 0.72), (0.2, 0.9), (0.65, 0.8)]],
        ],
        [
            [ellipse(-0.05, -0.47, 0.5, 0.46, from: 7, to: 14) + ellipse(-0.05, 0.45, 0.6, 0.48, from: 10, to: 17)],
            [[(-0.5, -0.9), (0.5, -0.9), (0, -0.2)] + ellipse(-0.05, 0.4, 0.58, 0.52, from: 10, to: 17)],
        ],
        [
            [[(-0.45, -0.9), (-0.6, 0.15), (0.65, 0.15)], [(0.4, -0.9), (0.35, 0.95)]],
            [[(0.3, 0.95), (0.3, -0.95), (-0.65, 0.3), (0.65, 0.3)]],
        ],
        [
            [[(0.55, -0.92), (-0.4, -0.92), (-0.5, -0.1)] + ellipse(-0.05, 0.4, 0.6, 0.52, from: 9, to: 17)],
            [[(-0.4, -0.9), (-0.45, -0.1)] + ellipse(-0.05, 0.4, 0.58, 0.52, from: 9, to: 17), [(-0.4, -0.9), (0.55, -0.92)]],
        ],
        [
            [[(0.35, -0.95), (-0.3, -0.4), (-0.55, 0.35)] + ellipse(0, 0.45, 0.52, 0.48, from: 6, to: 18)],
            [[(0.15, -0.95), (-0.4, -0.2), (-0.5, 0.45)] + ellipse(0, 0.5, 0.48, 0.42, from: 6, to: 18)],
        ],
        [
            [[(-0.6, -0.88), (0.6, -0.88), (-0.1, 0.95)]],
            [[(-0.6, -0.88), (0.6, -0.88), (0.05, 0.95)], [(-0.3, 0.05), (0.45, 0.05)]],
            [[(-0.55, -0.6), (-0.55, -0.88), (0.55, -0.88), (0.1, 0), (-0.05, 0.95)]],
        ],
        [
            [ellipse(0, -0.47, 0.44, 0.44, from: 0, to: 12), ellipse(0, 0.45, 0.54, 0.48, from: 0, to: 12)],
            [[(0.4, -0.75), (0, -0.93), (-0.42, -0.65), (-0.25, -0.25), (0.3, 0.15), (0.48, 0.55), (0.1, 0.93), (-0.42, 0.7)]
                + [(-0.4, 0.35), (0.05, -0.05), (0.42, -0.45), (0.4, -0.75)]],
        ],
        [
            [ellipse(0, -0.42, 0.5, 0.48, from: 0, to: 12) + [(0.5, -0.42), (0.45, 0.3), (0.2, 0.95)]],
            [ellipse(-0.02, -0.45, 0.46, 0.45, from: 0, to: 12) + [(0.46, -0.45), (0.42, 0.95)]],
            [ellipse(-0.02, -0.45, 0.46, 0.45, from: 0, to: 12) + [(0.46, -0.45), (0.44, 0.6), (0.1, 0.93), (-0.4, 0.75)]],
        ],
    ]

    /// Points of an ellipse by the hours of a clock that begins at three: 0 right, 3 below, 6 left, 9 above, 12 right again.
    private static func ellipse(_ x: Double, _ y: Double, _ radiusX: Double, _ radiusY: Double, from: Int, to: Int) -> [Point] {
        // Cosines of 0°, 30°, 60°, 90°.
        let quarter = [1, 0.8660254037844386, 0.5, 0]
        func cosine(_ hour: Int) -> Double {
            let hour = ((hour % 12) + 12) % 12
            switch hour {
            case 0...3: return quarter[hour]
            case 4...6: return -quarter[6 - hour]
            case 7...9: return -quarter[hour - 6]
            default: return quarter[12 - hour]
            }
        }
        return (from...to).map { (x + radiusX * cosine($0), y + radiusY * cosine($0 - 3)) }
    }
}
