import LessonDocument
import XCTest

final class FrontMatterTests: XCTestCase {
    private func read(_ yaml: String) throws -> FrontMatter {
        try Lesson(source: "---\n\(yaml)\n---\n\n```swift\n1\n```\n", file: "lesson.md").frontMatter
    }

    func testEverythingThatALessonSaysOfItself() throws {
        let front = try read("title: \"A: b\"\nsummary: >\n  two\n  lines\ndata: [one, two]\nseed: 7\norder: 2.5")
        XCTAssertEqual(front.title, "A: b")
        XCTAssertEqual(front.summary, "two lines\n")
        XCTAssertEqual(front.data.map(\.name), ["one", "two"])
        XCTAssertEqual(front.data[1].position, SourcePosition(line: 6, column: 13))
        XCTAssertEqual(front.seed, 7)
        XCTAssertEqual(front.order, 2.5)
    }

    func testParametersAreTypedByTheirDefaultsAndKeepTheirOrder() throws {
        let parameters = try read(
            "parameters: { epochs: 3, rate: 1e-2, share: .5, verbose: true, name: plain, quoted: \"3\", below: -4, zeta: 1.0 }"
        )
        .parameters
        XCTAssertEqual(parameters.map(\.name), ["epochs", "rate", "share", "verbose", "name", "quoted", "below", "zeta"])
        XCTAssertEqual(
            parameters.map(\.value),
            [.int(3), .double(0.01), .double(0.5), .bool(true), .string("plain"), .string("3"), .int(-4), .double(1)])
    }

    func testAParameterIsReplacedByATextOfItsType() throws {
        let parameters = try read("parameters: { epochs: 3, rate: 0.1, name: a }").parameters
        let replaced = try parameters.replacing([("epochs", "5"), ("rate", "2"), ("name", "b c")])
        XCTAssertEqual(replaced.map(\.value), [.int(5), .double(2), .string("b c")])
        XCTAssertEqual(replaced[2].value.swiftLiteral, "\"b c\"")
        XCTAssertThrowsError(try parameters.replacing([("epochs", "many")])) {
            XCTAssertEqual("\($0)", "parameter 'epochs' is an Int (default 3); 'many' is not one")
        }
        XCTAssertThrowsError(try parameters.replacing([("rate", "inf")]))
        XCTAssertThrowsError(try parameters.replacing([("epoch", "1")])) {
            XCTAssertEqual("\($0)", "the lesson has no parameter 'epoch'; did you mean 'epochs'?")
        }
    }

    func testTextsAreLiteralsOfSwift() {
        XCTAssertEqual(ParameterValue.string("a\"b\\\n\u{1}\\(x)").swiftLiteral, #""a\"b\\\n\u{1}\\(x)""#)
    }

    func testTheTitleFallsBackToTheFirstHeadingThenToTheName() throws {
        XCTAssertEqual(try Lesson(source: "## Two\n# *One* `x`\n```swift\n```\n", file: "l.md").title, "One x")
        XCTAssertEqual(try Lesson(source: "```swift\n```\n", file: "folder/lesson9.md").title, "lesson9")
    }
}
