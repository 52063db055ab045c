import LessonRunner
import XCTest

final class TranscriptTests: XCTestCase {
    private let source = "# A\n\n```swift {#one}\nprint(1)\n```\n\ntext\n\n```swift {#two}\n2\n```\n"

    private func text(_ blocks: [String: [Transcript.Block]]) -> String {
        Transcript.text(source: source, ends: [("one", 5), ("two", 11)], blocks: blocks, inline: [], pictureFolder: "a")
    }

    func testResultsStandUnderTheirSteps() {
        let written = text(["one": [.text("1\n")], "two": [.text("2")]])
        let lines = written.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        XCTAssertEqual(Array(lines[4...10]), ["```", "", "<!-- result: one -->", "```text", "1", "```", "<!-- end -->"])
        XCTAssert(written.contains("text"))
    }

    func testWhatIsWrittenIsReadBack() {
        let blocks: [String: [Transcript.Block]] = [
            "one": [
                .text("a line\n\n```\nfenced text\n```"), .table(headers: ["", "a|b"], rows: [["x\\y", "1"], ["", "2"]]),
                .picture(file: "one-1.png", alternativeText: "A (plot)"),
            ],
            "two": [.error("Index out of range"), .hint("try again"), .animation(file: "two-1.apng", alternativeText: "moves")],
        ]
        let read = Transcript(text: text(blocks))
        XCTAssertEqual(read.section("one")?.blocks, blocks["one"])
        XCTAssertEqual(read.section("two")?.blocks, blocks["two"])
        XCTAssertNil(read.section("three"))
    }

    func testAMarkerInsideAResultDoesNotEndIt() {
        let blocks: [String: [Transcript.Block]] = ["one": [.text("<!-- end -->\n<!-- result: two -->")], "two": [.text("2")]]
        let read = Transcript(text: text(blocks))
        XCTAssertEqual(read.section("one")?.blocks, blocks["one"])
        XCTAssertEqual(read.section("two")?.blocks, blocks["two"])
    }
}
