import Foundation
import XCTest

final class RunTests: XCTestCase {
    func testALessonRunsAndLeavesAPage() throws {
        let project = try Project()
        try project.lesson("small", "# Small\n\n```swift {#sum}\nlet x = 40\nx + 2\n```\n\n```swift {#text}\nprint(\"x is\", x)\n```\n")
        let result = try project.run("run", "small")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("42"))
        XCTAssert(result.output.contains("x is 40"))
        let page = try XCTUnwrap(project.file("Output/small/index.html"))
        XCTAssert(page.contains("42"))
        XCTAssertNotNil(project.file("Output/small/record.json"))
    }

    func testTheSameRunGivesTheSameBytes() throws {
        let project = try Project()
        try project.lesson(
            "drawn", "```swift {#random}\nprint(Double.random(in: 0...1))\nplot([3.0, 1, 2])\n```\n")
        XCTAssertEqual(try project.run("run", "drawn").status, 0)
        let folder = project.folder + "/Output/drawn"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let before = files.map { FileManager.default.contents(atPath: folder + "/" + $0) }
        XCTAssertEqual(try project.run("run", "drawn").status, 0)
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder).sorted(), files)
        XCTAssertEqual(files.map { FileManager.default.contents(atPath: folder + "/" + $0) }, before)
        XCTAssert(files.contains("random-1.png"))
    }

    func testAParameterCanBeReplaced() throws {
        let project = try Project()
        try project.lesson("p", "---\nparameters: { count: 3, rate: 0.5 }\n---\n```swift {#a}\nDouble(count) * rate\n```\n")
        XCTAssert(try project.run("run", "p").output.contains("1.5"))
        XCTAssert(try project.run("run", "p", "-P", "count=10").output.contains("5.0"))
    }

    func testAMisspeltNameInTheLastStepIsReportedBeforeAnythingRuns() throws {
        let project = try Project()
        try project.lesson("late", "```swift {#first}\nprint(\"ran\")\nlet total = 1\n```\n\ntext\n\n```swift {#last}\nprint(totel)\n```\n")
        let result = try project.run("run", "late")
        XCTAssertEqual(result.status, 1)
        XCTAssertFalse(result.output.contains("ran"))
        XCTAssert(result.errors.contains("late.md:9:7"), result.errors)
        XCTAssert(result.errors.contains("totel"))
        XCTAssert(result.errors.contains("total"))
    }

    func testAMistakeWhileRunningNamesItsPlaceAndKeepsWhatWasDone() throws {
        let project = try Project()
        try project.lesson("trap", "```swift {#good}\nlet xs = [1, 2, 3]\nxs\n```\n\n```swift {#bad}\nlet i = xs.count + 4\nprint(xs[i])\n```\n")
        let result = try project.run("run", "trap")
        XCTAssertEqual(result.status, 1)
        XCTAssertFalse(result.crashed)
        XCTAssert((result.output + result.errors).contains("trap.md:8:"), result.output + result.errors)
        let page = try XCTUnwrap(project.file("Output/trap/index.html"))
        XCTAssert(page.contains("[1, 2, 3]"))
    }

    func testStepsCanBeSelected() throws {
        let project = try Project()
        try project.lesson(
            "many", "```swift {#a}\nlet a = 1\na\n```\n\n```swift {#b}\nprint(\"unrelated\")\n```\n\n```swift {#c}\nprint(\"c is\", a + 2)\n```\n")
        let only = try project.run("run", "many", "--only", "c")
        XCTAssertEqual(only.status, 0, only.errors)
        XCTAssert(only.output.contains("c is 3"))
        XCTAssertFalse(only.output.contains("unrelated"))
        XCTAssertEqual(try project.run("run", "many", "--only", "d").status, 2)
        XCTAssertFalse(try project.run("run", "many", "--until", "a").output.contains("unrelated"))
    }

    func testEventsAreLinesOfJSON() throws {
        let project = try Project()
        try project.lesson("events", "```swift {#a}\n1 + 1\n```\n")
        let result = try project.run("run", "events", "--json")
        let lines = result.output.split(separator: "\n")
        let events = try lines.map { line -> String in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return try XCTUnwrap(object?["event"] as? String)
        }
        XCTAssertEqual(events, ["lesson-started", "step-started", "output", "step-finished", "lesson-finished"])
    }

    func testAStepThatHasToFailDoes() throws {
        let project = try Project()
        try project.lesson(
            "expected", "```swift {#wrong error=\"cannot find 'y' in scope\"}\nprint(y)\n```\n\n```swift {#after}\nprint(\"after\")\n```\n")
        let result = try project.run("run", "expected")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("after"))
        try project.lesson("unexpected", "```swift {#right error=\"something\"}\nprint(1)\n```\n")
        XCTAssertEqual(try project.run("run", "unexpected").status, 1)
    }

    func testAnExerciseIsHintedAtAndItsSolutionPasses() throws {
        let project = try Project()
        try project.lesson(
            "exercise",
            """
            ```swift {#ex1 exercise}
            func double(_ x: Int) -> Int { 0 }
            ```

            ```swift {#ex1-check check=ex1}
            check(double(4) == 8, "double(4) has to be 8: multiply by two")
            ```

            ```swift {#ex1-solution solution=ex1}
            func double(_ x: Int) -> Int { 2 * x }
            ```

            """)
        let result = try project.run("run", "exercise")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("multiply by two"))
        XCTAssertEqual(try project.run("accept", "exercise").status, 0)
        XCTAssertEqual(try project.run("test", "exercise").status, 0)
    }

    func testASolutionThatDoesNotPassItsCheckIsAFailureAndOneThatNeedsEarlierStepsPasses() throws {
        let project = try Project()
        // The steps before the exercise change objects that its check looks at; the solution has to meet them as they are in a run.
        func lesson(solution: String) -> String {
            """
            ```swift {#state}
            class Counter { var count = 0; func up() { count += 1 } }
            let counter = Counter()
            let same = counter
            var turns = 0
            while turns < 400_000 { turns += 1 }
            same.up()
            print(counter.count, Double.random(in: 0...1))
            ```

            ```swift {#again}
            counter.up()
            var more = 0
            while more < 400_000 { more += 1 }
            let drawn = Double.random(in: 0...1)
            print(same.count, drawn)
            ```

            ```swift {#ex1 exercise}
            func answer() -> Int { 0 }
            ```

            ```swift {#ex1-check check=ex1}
            counter.up()
            check(answer() == counter.count, "the answer is \\(counter.count), not \\(answer())")
            print("right with", counter.count, same === counter, drawn)
            ```

            ```swift {#ex1-solution solution=ex1}
            func answer() -> Int { \(solution) }
            ```

            """
        }
        try project.lesson("exercise", lesson(solution: "3"))
        XCTAssertEqual(try project.run("accept", "exercise").status, 0)
        let right = try project.run("test", "exercise")
        XCTAssertEqual(right.status, 0, right.output)
        try project.lesson("exercise", lesson(solution: "4"))
        let wrong = try project.run("test", "exercise")
        XCTAssertEqual(wrong.status, 1)
        XCTAssert(wrong.output.contains("the solution does not pass its check: the answer is 3, not 4"), wrong.output)
        XCTAssertNil(project.file(".lessons"), "a test leaves nothing in the project")
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: project.folder).sorted(), ["Lessons"])
    }

    func testANewLessonBeginsWithItsTest() throws {
        let project = try Project()
        let result = try project.run("new", "first-steps")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("wrote Lessons/first-steps.md"), result.output)
        XCTAssert(result.output.contains("wrote Lessons/Expected/sample/first-steps.md"), result.output)
        XCTAssertEqual(try project.run("test", "first-steps").status, 0)
        let text = try XCTUnwrap(project.file("Lessons/first-steps.md"))
        XCTAssert(text.contains("title: \"First steps\""), text)
        try project.lesson("first-steps", text.replacingOccurrences(of: "$0 * $0", with: "$0 + $0"))
        XCTAssertEqual(try project.run("test", "first-steps").status, 1)

        XCTAssertEqual(try project.run("new", "first-steps").status, 2, "a lesson that is there stays")
        XCTAssertEqual(try project.run("new", "../elsewhere").status, 2)
        XCTAssertEqual(try project.run("new", "second", environment: ["CI": "true"]).status, 0)
        XCTAssertNotNil(project.file("Lessons/second.md"))
        XCTAssertNil(project.file("Lessons/Expected/sample/second.md"), "nothing is recorded where CI is set")
    }
}
