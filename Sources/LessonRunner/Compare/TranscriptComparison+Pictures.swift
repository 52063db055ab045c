import Figures
import Foundation

extension TranscriptComparison {
    /// The share of pixels that may differ between two drawings of the same figure, as fonts do from release to release.
    static let pixelShare = 0.01
    /// The share of the pixels of any small square that may differ: letters drawn otherwise leave most of it alone, a spot
    /// that is wrong does not.
    static let squareShare = 0.5
    private static let squareSide = 32

    /// Compares two pictures by what they say they show, then by their pixels.
    func comparePictures(_ expected: String, _ got: String, add: (String) -> Void) {
        guard let (old, new) = bytes(expected, got, add: add) else { return }
        do {
            guard compareDescriptions(old, new, add: add) else { return }
            try comparePixels(PixelImage(pngData: old), PixelImage(pngData: new), "the picture", add: add)
        } catch {
            add("the picture cannot be read: \(error)")
        }
    }

    /// Compares two animations by what they say they show, by their number of frames and delays, then frame by frame.
    func compareAnimations(_ expected: String, _ got: String, add: (String) -> Void) {
        guard let (old, new) = bytes(expected, got, add: add) else { return }
        do {
            let a = try AnimatedPNG(old)
            let b = try AnimatedPNG(new)
            if a.frames.count != b.frames.count { return add("\(b.frames.count) frames instead of \(a.frames.count)") }
            if let frame = zip(a.delays, b.delays).enumerated().first(where: { abs($0.element.0 - $0.element.1) > 1e-6 }) {
                return add("frame \(frame.offset + 1) stands \(frame.element.1) s instead of \(frame.element.0) s")
            }
            guard compareDescriptions(old, new, add: add) else { return }
            for (index, (x, y)) in zip(a.frames, b.frames).enumerated() {
                try comparePixels(x, y, "frame \(index + 1)", add: add)
            }
        } catch {
            add("the animation cannot be read: \(error)")
        }
    }

    private func bytes(_ expected: String, _ got: String, add: (String) -> Void) -> ([UInt8], [UInt8])? {
        guard let old = expectedPicture(expected) else {
            add("the expected picture \(expected) is missing beside the transcript")
            return nil
        }
        guard let new = gotPicture(got) else {
            add("the run made no picture \(got)")
            return nil
        }
        return ([UInt8](old), [UInt8](new))
    }

    /// Whether the descriptions agree; what differs is added.
    private func compareDescriptions(_ old: [UInt8], _ new: [UInt8], add: (String) -> Void) -> Bool {
        guard let a = try? FigureDescription(pngData: old) else {
            add("the expected picture does not say what it shows; record it anew")
            return false
        }
        guard let b = try? FigureDescription(pngData: new) else {
            add("the picture does not say what it shows")
            return false
        }
        // Values of drawings are compared as the step's own numbers would be: a digest of many is exact, and a
        // last bit more or less is no difference.
        let differences = b.differences(from: a, tolerance: 1e-6)
        for text in differences { add(text) }
        return differences.isEmpty
    }

    private func comparePixels(_ a: PixelImage, _ b: PixelImage, _ what: String, add: (String) -> Void) throws {
        guard let difference = b.difference(from: a) else {
            return add("\(what) is \(b.width) × \(b.height) pixels instead of \(a.width) × \(a.height)")
        }
        if difference.share > Self.pixelShare {
            return add("\(what) differs in \(String(format: "%.1f", 100 * difference.share)) % of its pixels")
        }
        if difference.share > 0, let place = Self.wrongSpot(of: b, against: a) {
            add("\(what) differs in a spot, at \(place.x), \(place.y) of its \(b.width) × \(b.height) pixels")
        }
    }

    /// The upper left corner of what differs in the small square that differs most, where that is more than it may.
    private static func wrongSpot(of new: PixelImage, against old: PixelImage) -> (x: Int, y: Int)? {
        let (width, height) = (new.width, new.height)
        let other = new.pixels.indices.map { isOther(new.pixels[$0], old.pixels[$0]) }
        let (columns, rows) = (min(squareSide, width), min(squareSide, height))
        var allowed = Int(squareShare * Double(columns * rows))
        var worst: (x: Int, y: Int)?
        // How many pixels differ in each column of the squares between two rows.
        var inColumn = [Int](repeating: 0, count: width)
        for y in 0..<height {
            for x in 0..<width {
                if other[y * width + x] { inColumn[x] += 1 }
                if y >= rows, other[(y - rows) * width + x] { inColumn[x] -= 1 }
            }
            guard y >= rows - 1 else { continue }
            var inSquare = 0
            for x in 0..<width {
                inSquare += inColumn[x]
                if x >= columns { inSquare -= inColumn[x - columns] }
                if x >= columns - 1, inSquare > allowed {
                    allowed = inSquare
                    worst = (x - columns + 1, y - rows + 1)
                }
            }
        }
        guard let (left, top) = worst else { return nil }
        let inside = (top..<(top + rows)).flatMap { y in (left..<(left + columns)).filter { other[y * width + $0] }.map { (x: $0, y: y) } }
        return (inside.map(\.x).min() ?? left, inside.map(\.y).min() ?? top)
    }

    /// Whether two pixels differ as far as `PixelImage.difference(from:)` counts it.
    private static func isOther(_ a: UInt32, _ b: UInt32) -> Bool {
        [16, 8, 0].contains { (shift: UInt32) in abs(Int(a >> shift & 255) - Int(b >> shift & 255)) > 48 }
    }
}
