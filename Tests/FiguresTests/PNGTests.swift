#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Figures
import XCTest

final class PNGTests: XCTestCase {
    func testTheSameFigureGivesTheSameBytes() throws {
        for (name, figure) in Gallery.figures where !name.contains("million") {
            XCTAssertEqual(try figure.png(), try figure.png(), name)
            XCTAssertEqual(try figure.svg(), try figure.svg(), name)
            XCTAssertNotEqual(try figure.png(), try figure.png(dark: true), name)
        }
    }

    func testAPNGHasTwiceTheNominalSizeAndStaysSmall() throws {
        let bytes = try plot(Gallery.losses(400, from: 2, seed: 1)).png()
        let image = try PixelImage(pngData: bytes)
        XCTAssertEqual([image.width, image.height], [1280, 800])
        XCTAssertLessThan(bytes.count, 80_000)
    }

    func testFewerColoursLookTheSame() throws {
        for (name, figure) in Gallery.figures where ["contour", "scatter-titles", "line", "images"].contains(name) {
            let drawn = try figure.pixels()
            let read = try PixelImage(pngData: figure.png())
            let difference = try XCTUnwrap(drawn.difference(from: read, threshold: 24))
            XCTAssertEqual(difference.share, 0, name)
        }
    }

    func testPixelComparisonMarksWhatDiffers() throws {
        let a = try plot([1, 2, 3]).pixels()
        let b = try plot([1, 2, 1]).pixels()
        XCTAssertEqual(a.difference(from: a)?.share, 0)
        let difference = try XCTUnwrap(a.difference(from: b))
        XCTAssertTrue((0.0005...0.1).contains(difference.share), "\(difference.share)")
        XCTAssertEqual(difference.image.pixels.filter { $0 == 0xE0_0000 }.count, Int((difference.share * 1280 * 800).rounded()))
        XCTAssertNil(a.difference(from: try plot([1]).size(100, 100).pixels()))
    }

    func testDamagedFilesAreRefused() throws {
        var bytes = try plot([1, 2]).png()
        XCTAssertThrowsError(try FigureDescription(pngData: Array(bytes.prefix(200)))) { XCTAssertEqual($0 as? PNGError, .truncated) }
        XCTAssertThrowsError(try FigureDescription(pngData: [1, 2, 3])) { XCTAssertEqual($0 as? PNGError, .notPNG) }
        XCTAssertThrowsError(try PixelImage(pngData: [1, 2, 3]))
        bytes[bytes.count / 2] ^= 1
        XCTAssertThrowsError(try FigureDescription(pngData: bytes)) { XCTAssertEqual($0 as? PNGError, .damaged(chunk: "IDAT")) }
        let plain = try plot([1, 2]).pixels().png()
        XCTAssertThrowsError(try FigureDescription(pngData: plain)) { XCTAssertEqual($0 as? PNGError, .noDescription) }
    }

    // MARK: Animation

    func testAnAnimationPlaysItsFrames() throws {
        let animation = Gallery.animation
        let bytes = try animation.png(scale: 1)
        XCTAssertEqual(bytes, try Gallery.animation.png(scale: 1))
        let read = try AnimatedPNG(bytes)
        XCTAssertEqual(read.frames.count, 20)
        XCTAssertEqual(read.delays, [Double](repeating: 0.1, count: 20))
        XCTAssertEqual(read.playCount, 0)
        XCTAssertEqual(read.still, read.frames.last)
        for (index, frame) in animation.frames.enumerated() {
            let difference = try XCTUnwrap(try frame.pixels(scale: 1).difference(from: read.frames[index], threshold: 24))
            XCTAssertEqual(difference.share, 0, "frame \(index)")
        }
        XCTAssertEqual(try animation.framePNGs(scale: 1).count, 20)
        XCTAssertTrue(AnimatedPNG.isAnimated(bytes))
        XCTAssertFalse(AnimatedPNG.isAnimated(try plot([1]).png()))
    }

    func testAllFramesHaveTheSameAxes() throws {
        let animation = animate(frames: 3) { frame in plot([0, Double(frame + 1)]) }
        let description = try FigureDescription(pngData: animation.png())
        XCTAssertEqual(Set(description.parts.map { $0.axes[1].upper }).count, 1)
        XCTAssertGreaterThanOrEqual(description.parts[0].axes[1].upper, 3)
        XCTAssertEqual(description.interval, 0.1)
        XCTAssertEqual(Set(Gallery.animation.frames.map { $0.plot?.legend }).count, 1)
        let given = animate(frames: 2) { plot([Double($0), 5]).yRange(0, 7) }
        XCTAssertEqual(given.frames.map { $0.plot?.y.upper }, [7, 7])
    }

    func testAnimationsRefuseWhatTheyCannotShow() {
        struct Stop: Error {}
        XCTAssertThrowsError(try animate(frames: 2) { _ in throw Stop() }) { XCTAssertTrue($0 is Stop) }
        XCTAssertThrowsError(try animate(frames: 0) { _ in plot([1]) }.png()) {
            XCTAssertEqual("\($0)", "animate: frames is 0; it has to be from 1 to 1,000")
        }
        XCTAssertThrowsError(try animate(frames: 2) { plot([1]).size(200, 100 + Double($0)) }.png()) {
            XCTAssertEqual("\($0)", "animate: frame 1 is not as large as frame 0")
        }
    }

    // MARK: Figures as data

    func testFiguresAreWrittenAndReadBack() throws {
        for (name, figure) in Gallery.figures where !name.contains("million") {
            let copy = try JSONDecoder().decode(Figure.self, from: JSONEncoder().encode(figure))
            XCTAssertEqual(copy, figure, name)
        }
    }
}
