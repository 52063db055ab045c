import Figures
import Foundation
import LessonRunner
import XCTest

/// Planted faults, each caught by the message that tells what is wrong, and planted non-faults that pass.
final class TranscriptComparisonTests: XCTestCase {
    private func explanations(
        _ expected: [Transcript.Block], _ got: [Transcript.Block], old: [String: Data] = [:], new: [String: Data] = [:]
    ) -> [String] {
        TranscriptComparison(expectedPicture: { old[$0] }, gotPicture: { new[$0] })
            .differences(step: "s", line: 8, expected: expected, got: got, tolerance: nil).map(\.explanation)
    }

    private func table(_ rows: [[String]]) -> Transcript.Block {
        .table(headers: ["title", "count"], rows: rows)
    }

    func testAChangedCellIsNamedByRowAndColumn() {
        let found = explanations([table([["A", "1.50"], ["B", "2.50"]])], [table([["A", "1.50"], ["B", "2.60"]])])
        XCTAssertEqual(found.count, 1)
        XCTAssert(found[0].contains("row 2") && found[0].contains("“count”"), found[0])
    }

    func testAMissingRowIsSaid() {
        let found = explanations([table([["A", "1"], ["B", "2"]])], [table([["A", "1"]])])
        XCTAssertEqual(found.count, 1)
        XCTAssert(found[0].contains("row 2 is missing"), found[0])
    }

    func testASwappedLabelIsSaid() {
        let found = explanations([table([["A", "1"], ["B", "2"]])], [table([["B", "1"], ["A", "2"]])])
        XCTAssertEqual(found.count, 2)
    }

    func testAChangedErrorIsSaid() {
        XCTAssertEqual(explanations([.error("Index out of range")], [.error("Division by zero")]).count, 1)
    }

    func testAResultThatIsGoneIsSaid() {
        XCTAssertEqual(explanations([.text("1"), .text("2")], [.text("1")]), ["the result is missing"])
        XCTAssertEqual(explanations([.text("1")], [table([])]), ["a table instead of text"])
    }

    private func png(_ figure: Figure) throws -> Data { Data(try figure.png()) }

    func testAMovedAxisIsSaidOfAPicture() throws {
        let old = try png(plot([1, 2, 3]).yRange(0, 4))
        let new = try png(plot([1, 2, 3]).yRange(0, 5))
        let found = explanations([.picture(file: "p.png", alternativeText: "")], [.picture(file: "p.png", alternativeText: "")], old: ["p.png": old], new: ["p.png": new])
        XCTAssertFalse(found.isEmpty)
        XCTAssertTrue(explanations([.picture(file: "p.png", alternativeText: "")], [.picture(file: "p.png", alternativeText: "")], old: ["p.png": old], new: ["p.png": old]).isEmpty)
    }

    func testALostAnimationFrameIsSaid() throws {
        let animation = animate(frames: 3) { frame in plot([0, Double(frame), 1]) }
        let fewer = animate(frames: 2) { frame in plot([0, Double(frame), 1]) }
        let block = Transcript.Block.animation(file: "a.apng", alternativeText: "")
        let found = explanations([block], [block], old: ["a.apng": Data(try animation.png())], new: ["a.apng": Data(try fewer.png())])
        XCTAssertEqual(found, ["2 frames instead of 3"])
    }

    func testAPictureThatIsMissingIsSaid() throws {
        let block = Transcript.Block.picture(file: "p.png", alternativeText: "")
        XCTAssertEqual(explanations([block], [block], new: ["p.png": try png(plot([1]))]).count, 1)
    }
}
