import Foundation
import XCTest

/// Faults planted into lessons whose results were recorded: each is caught by a message that says what is wrong.
final class PlantedFaultTests: XCTestCase {
    /// Plants a fault and asks for the message.
    private func assertCaught(
        _ old: String, _ new: String, says words: String..., file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let project = try PlantedLesson.accepted()
        XCTAssert(PlantedLesson.text.contains(old), "the fault has no place", file: file, line: line)
        try project.lesson("planted", PlantedLesson.text.replacingOccurrences(of: old, with: new))
        let result = try project.run("test", "planted")
        XCTAssertEqual(result.status, 1, result.output, file: file, line: line)
        for word in words { XCTAssert(result.output.contains(word), "“\(word)” is not in\n\(result.output)", file: file, line: line) }
    }

    func testAChangedNumberIsCaughtWithItsPlaceAndDistance() throws {
        try assertCaught("0.775", "0.763", says: "planted.md:4: [numbers]", "expected: loss 0.775", "got:      loss 0.763", "0.012")
    }

    func testANumberThatIsNoneIsCaught() throws {
        try assertCaught("0.775", "Double.nan", says: "[numbers]", "got:      loss nan", "nan instead of 0.775")
        try assertCaught("[1.0, 3, 2]", "[1.0, Double.nan, 2]", says: "[picture]", "\"seen\": y[1] is nan; expected: 3")
    }

    func testANumberBeyondTheStepsToleranceIsCaughtAndOneWithinIsNot() throws {
        let project = try Project()
        func write(_ number: String) throws { try project.lesson("t", "```swift {#a tolerance=0.02}\nprint(\"loss\", \(number))\n```\n") }
        try write("0.775")
        XCTAssertEqual(try project.run("accept", "t").status, 0)
        try write("0.763")
        XCTAssertEqual(try project.run("test", "t").status, 0)
        try write("0.759")
        let result = try project.run("test", "t")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("0.759 is 0.016 from 0.775, 0.0155 is allowed"), result.output)
    }

    func testAMissingRowIsCaught() throws {
        try assertCaught("[\"a\", \"b\", \"c\"], name: \"name\"), Column([1, 2, 3]", "[\"a\", \"b\"], name: \"name\"), Column([1, 2]", says: "[table]", "row 3 is missing")
    }

    func testASwappedLabelIsCaught() throws {
        try assertCaught("[\"a\", \"b\", \"c\"]", "[\"b\", \"a\", \"c\"]", says: "[table]", "row 1", "“name”")
        try assertCaught("label: \"seen\"", "label: \"heard\"", says: "[picture]", "seen", "heard")
    }

    func testAMovedAxisIsCaught() throws {
        try assertCaught(".xLabel(\"epoch\")", ".xLabel(\"epoch\").yRange(0, 9)", says: "[picture]", "axis")
    }

    func testAWrongRegionOfAPictureIsCaughtAtItsPlace() throws {
        let project = try PlantedLesson.accepted()
        let path = project.folder + "/Lessons/Expected/sample/planted/picture-1.png"
        var picture = try RecodedPNG(try XCTUnwrap(FileManager.default.contents(atPath: path)))
        picture.paint(x: 401..<431, y: 303..<333, red: 200, green: 0, blue: 200)
        try picture.data().write(to: URL(fileURLWithPath: path))
        let result = try project.run("test", "planted", "--report", project.folder + "/Report")
        XCTAssertEqual(result.status, 1)
        let message = "[picture] the picture differs in a spot, at 401, 303 of its \(picture.width) × \(picture.height) pixels"
        XCTAssert(result.output.contains(message), result.output)
        XCTAssert(result.output.contains("5 steps agree, 1 differ"), result.output)
        // The report shows both pictures and what differs.
        let page = try XCTUnwrap(project.file("Report/planted.html"))
        for name in ["expected", "got", "difference"] {
            XCTAssert(page.contains("planted-1-\(name).png"), page)
            XCTAssert(FileManager.default.fileExists(atPath: project.folder + "/Report/planted-1-\(name).png"))
        }
    }

    func testALostAnimationFrameIsCaught() throws {
        try assertCaught("frames: 4", "frames: 3", says: "[film]", "3 frames instead of 4")
    }

    func testAChangedMistakeIsCaught() throws {
        try assertCaught("error=\"out of range\"", "error=\"overflow\"", says: "[wrong]", "expected to fail with “overflow”")
        try assertCaught("few[7]", "few[1]", says: "[wrong]", "did not fail")
    }

    func testAnotherTextOfAMistakeIsCaughtWhereTheStepStillFailsAsItSays() throws {
        let project = try Project()
        func write(_ text: String) throws {
            try project.lesson("p", "```swift {#wrong error=\"Problem\"}\nenum Problem: Error { case missing(String) }\nthrow Problem.missing(\"\(text)\")\n```\n")
        }
        try write("seed")
        XCTAssertEqual(try project.run("accept", "p").status, 0)
        try write("tree")
        let result = try project.run("test", "p")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("p.md:2: [wrong] “tree” instead of “seed”"), result.output)
        XCTAssert(result.output.contains("main.Problem.missing(\"seed\")") && result.output.contains("main.Problem.missing(\"tree\")"), result.output)
    }

    func testARemovedStepIsReportedAsAnOrphan() throws {
        let project = try PlantedLesson.accepted()
        let step = "```swift {#random}\nprint(Double.random(in: 0...1))\n```\n"
        try project.lesson("planted", PlantedLesson.text.replacingOccurrences(of: step, with: ""))
        let result = try project.run("test", "planted")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("a step 'random' that the lesson does not have"), result.output)
    }

    func testAnotherSeedIsCaught() throws {
        let project = try PlantedLesson.accepted()
        let result = try project.run("test", "planted", "--seed", "7")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("[random]"), result.output)
        try project.lesson("planted", "---\nseed: 7\n---\n" + PlantedLesson.text)
        let changed = try project.run("test", "planted")
        XCTAssertEqual(changed.status, 1)
        XCTAssert(changed.output.contains("[random]") && changed.output.contains("5 steps agree, 1 differ"), changed.output)
    }

    func testNothingButTheFaultIsReported() throws {
        let project = try PlantedLesson.accepted()
        try project.lesson("planted", PlantedLesson.text.replacingOccurrences(of: "0.775", with: "0.763"))
        let result = try project.run("test", "planted")
        XCTAssert(result.output.contains("5 steps agree, 1 differ"), result.output)
    }

    func testTestingWritesNothingIntoLessons() throws {
        let project = try PlantedLesson.accepted()
        func files() throws -> [String: Date?] {
            let folder = project.folder + "/Lessons"
            let names = try XCTUnwrap(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
            return Dictionary(uniqueKeysWithValues: try names.map { name in
                (name, try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.modificationDate] as? Date)
            })
        }
        let before = try files()
        try project.lesson("planted", PlantedLesson.text.replacingOccurrences(of: "0.775", with: "0.763"))
        let changed = try files()
        XCTAssertEqual(try project.run("test", "planted").status, 1)
        XCTAssertEqual(try files(), changed)
        XCTAssertEqual(before.keys.sorted(), changed.keys.sorted())
    }

    // MARK: Several lessons

    func testLessonsTestedInProcessesOfTheirOwnGiveTheSameReport() throws {
        let project = try PlantedLesson.accepted()
        for name in ["alpha", "beta"] {
            try project.lesson(name, "```swift {#a}\nprint(\"\(name)\")\n```\n")
            XCTAssertEqual(try project.run("accept", name).status, 0)
        }
        try project.lesson("beta", "```swift {#a}\nprint(\"gamma\")\n```\n")
        func withoutTimes(_ text: String) -> String { text.replacing(#/\([0-9.]+ s\)/#, with: "") }
        let one = try project.run("test")
        let three = try project.run("test", "--jobs", "3")
        XCTAssertEqual(one.status, 1)
        XCTAssertEqual(three.status, 1)
        XCTAssertEqual(withoutTimes(three.output), withoutTimes(one.output))
        XCTAssertEqual(try project.run("test", "--jobs", "0").status, 2)
        XCTAssertEqual(try project.run("test", "--jobs", "2", "-P", "nothing=1").status, 2)
    }

    func testShardsTestEachLessonOnce() throws {
        let project = try Project()
        for name in ["a", "b", "c"] {
            try project.lesson(name, "```swift {#x}\n1\n```\n")
            XCTAssertEqual(try project.run("accept", name).status, 0)
        }
        let parts = try ["1/2", "2/2"].map { try project.run("test", "--shard", $0).output }
        for name in ["a", "b", "c"] { XCTAssertEqual(parts.filter { $0.contains("ok     \(name):") }.count, 1, name) }
        XCTAssertEqual(try project.run("test", "--shard", "3/2").status, 2)
    }

    // MARK: Review

    func testReviewRecordsWhatIsAcceptedAndLeavesTheRest() throws {
        let project = try PlantedLesson.accepted()
        try project.lesson(
            "planted", PlantedLesson.text.replacingOccurrences(of: "0.775", with: "0.763").replacingOccurrences(of: "[1, 2, 3]", with: "[1, 2, 4]"))
        let result = try Tool.run(["review", "planted"], in: project.folder, input: "a\ns\n")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("1 accepted, 1 left"), result.output)
        let test = try project.run("test", "planted").output
        XCTAssertFalse(test.contains("[numbers]"), test)
        XCTAssert(test.contains("[table]"), test)
    }

    func testNothingIsRecordedWhereCIIsSet() throws {
        let project = try PlantedLesson.accepted()
        for command in ["accept", "review"] {
            let result = try project.run(command, "planted", environment: ["CI": "true"])
            XCTAssertEqual(result.status, 1)
            XCTAssert(result.errors.contains("CI is set"), result.errors)
        }
    }
}
