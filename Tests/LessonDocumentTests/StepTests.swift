import LessonDocument
import XCTest

final class StepTests: XCTestCase {
    func lesson(_ source: String) throws -> Lesson { try Lesson(source: source, file: "lesson.md") }

    func testOptionsAreTyped() throws {
        let step = try lesson(
            """
            ```swift {#train echo=fold tolerance=0.01,0.5 timeout=90s error="out of \\"range\\""}
            //| caption: Loss by epoch
            //| alt: A falling line
            let a = 1
            ```
            """
        ).steps[0]
        XCTAssertEqual(step.id, "train")
        XCTAssertTrue(step.hasOwnId)
        XCTAssertEqual(step.options.echo, .fold)
        XCTAssertEqual(step.options.tolerance, .init(relative: 0.01, absolute: 0.5))
        XCTAssertEqual(step.options.timeout, 90)
        XCTAssertEqual(step.options.expectedError, "out of \"range\"")
        XCTAssertEqual(step.caption, "Loss by epoch")
        XCTAssertEqual(step.alternativeText, "A falling line")
        XCTAssertEqual(step.shownCode, "let a = 1\n")
        XCTAssertEqual(step.code, "//| caption: Loss by epoch\n//| alt: A falling line\nlet a = 1\n")
    }

    func testStepsWithoutIdAreNamedAfterTheirHeading() throws {
        let steps = try lesson(
            """
            ```swift
            1
            ```
            # Über uns: the "loop"
            ```swift
            2
            ```
            ```swift {#own}
            3
            ```
            ```swift
            4
            ```
            ## Über uns, the loop
            ```swift
            5
            ```
            """
        ).steps
        XCTAssertEqual(steps.map(\.id), ["step-1", "über-uns-the-loop-1", "own", "über-uns-the-loop-2", "über-uns-the-loop-2-1"])
        XCTAssertEqual(steps.map(\.heading).last, "Über uns, the loop")
    }

    func testAMadeUpIdGivesWayToTheAuthors() throws {
        let steps = try lesson("# Go\n```swift\n1\n```\n\n```swift {#go-1}\n2\n```\n").steps
        XCTAssertEqual(steps.map(\.id), ["go-2", "go-1"])
    }

    func testPlacesInCodeArePlacesInTheFile() throws {
        let source = """
            ---
            title: T
            ---
            Text.

            > 1. item
            >
            >    ```swift
            >    let a = 1
            >      a + b
            >    ```

              ~~~~ swift {run=no}
              x
                y
             z
              ~~~~
            """
        let steps = try lesson(source).steps
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (step, word, codeLine) in [
            (steps[0], "let", 1), (steps[0], "a + b", 2), (steps[1], "x", 1), (steps[1], "y", 2), (steps[1], "z", 3),
        ] {
            let line = step.code.split(separator: "\n", omittingEmptySubsequences: false)[codeLine - 1]
            let column = line.utf8.count - word.utf8.count + 1
            let place = step.position(codeLine: codeLine, column: word == "let" ? 1 : column)
            let text = String(lines[place.line - 1].utf8.dropFirst(place.column - 1)) ?? ""
            XCTAssertTrue(text.hasPrefix(word), "\(word) is not at \(place): \(text)")
        }
        XCTAssertEqual(steps[0].range.start, SourcePosition(line: 8, column: 6))
        XCTAssertEqual(steps[1].options.runs, false)
    }

    func testWindowsLineEndsDoNotMoveLines() throws {
        let step = try lesson("Text\r\n\r\n```swift\r\nlet a = 1\r\na\r\n```\r\n").steps[0]
        XCTAssertEqual(step.code, "let a = 1\na\n")
        XCTAssertEqual(step.position(codeLine: 2, column: 1), SourcePosition(line: 5, column: 1))
    }

    func testOtherFencesAreNoSteps() throws {
        let lesson = try lesson("```swiftly\n1\n```\n```python\n2\n```\n    swift\n\n```swift\n3\n```")
        XCTAssertEqual(lesson.steps.map(\.code), ["3\n"])
    }

    func testExerciseCheckAndSolution() throws {
        let steps = try lesson("```swift {#ex exercise}\n```\n```swift {check=ex}\n```\n```swift {solution=ex}\n```").steps
        XCTAssertEqual(steps.map(\.options.role), [.exercise, .check(of: "ex"), .solution(of: "ex")])
    }

    func testInlineExpressionsKnowTheirPlaceAndTheStepsBefore() throws {
        let lesson = try lesson(
            "> The loss\n> is `{swift} loss` and ``{swift}a + b``.\n\n```swift\nlet c = 1\n```\n\n| a |\n|---|\n| `{swift} c` |\n")
        XCTAssertEqual(lesson.expressions.map(\.code), ["loss", "a + b", "c"])
        XCTAssertEqual(lesson.expressions.map(\.stepsBefore), [0, 0, 1])
        XCTAssertEqual(
            lesson.expressions.map(\.position),
            [SourcePosition(line: 2, column: 15), SourcePosition(line: 2, column: 34), SourcePosition(line: 10, column: 12)])
    }
}
