import Foundation
import XCTest

/// Faults planted into lessons whose results were recorded: each is caught by a message that says what is wrong.
final class PlantedFaultTests: XCTestCase {
    private static let lesson = """
        # Planted

        ```swift {#numbers}
        print("loss", 0.775)
        print("rows", 12)
        ```

        ```swift {#table}
        try DataFrame(columns: [Column(["a", "b", "c"], name: "name"), Column([1, 2, 3], name: "count")])
        ```

        ```swift {#picture}
        plot([1.0, 3, 2], label: "seen").series([2.0, 2, 4], label: "unseen").xLabel("epoch").yLabel("loss")
        ```

        ```swift {#film}
        animate(frames: 4, interval: 0.1) { frame in plot([0.0, Double(frame), 1]).yRange(0, 4) }
        ```

        ```swift {#wrong error="out of range"}
        let few = [1, 2]
        print(few[7])
        ```

        ```swift {#random}
        print(Double.random(in: 0...1))
        ```

        """

    /// A project whose one lesson was run, looked at and accepted.
    private func accepted() throws -> Project {
        let project = try Project()
        try project.lesson("planted", Self.lesson)
        let result = try project.run("accept", "planted")
        XCTAssertEqual(result.status, 0, result.output + result.errors)
        XCTAssertEqual(try project.run("test", "planted").status, 0)
        return project
    }

    /// Plants a fault and asks for the message.
    private func assertCaught(
        _ old: String, _ new: String, says words: String..., file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let project = try accepted()
        XCTAssert(Self.lesson.contains(old), "the fault has no place", file: file, line: line)
        try project.lesson("planted", Self.lesson.replacingOccurrences(of: old, with: new))
        let result = try project.run("test", "planted")
        XCTAssertEqual(result.status, 1, result.output, file: file, line: line)
        for word in words { XCTAssert(result.output.contains(word), "“\(word)” is not in\n\(result.output)", file: file, line: line) }
    }

    func testAChangedNumberIsCaughtWithItsPlaceAndDistance() throws {
        try assertCaught("0.775", "0.763", says: "planted.md:4: [numbers]", "expected: loss 0.775", "got:      loss 0.763", "0.012")
    }

    func testANumberThatIsNoneIsCaught() throws {
        try assertCaught("0.775", "Double.nan", says: "[numbers]", "nan")
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

    func testALostAnimationFrameIsCaught() throws {
        try assertCaught("frames: 4", "frames: 3", says: "[film]", "3 frames instead of 4")
    }

    func testAChangedMistakeIsCaught() throws {
        try assertCaught("error=\"out of range\"", "error=\"overflow\"", says: "[wrong]", "overflow")
    }

    func testARemovedStepIsReportedAsAnOrphan() throws {
        let project = try accepted()
        let step = "```swift {#random}\nprint(Double.random(in: 0...1))\n```\n"
        try project.lesson("planted", Self.lesson.replacingOccurrences(of: step, with: ""))
        let result = try project.run("test", "planted")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("a step 'random' that the lesson does not have"), result.output)
    }

    func testAnotherSeedIsCaught() throws {
        let project = try accepted()
        let result = try project.run("test", "planted", "--seed", "7")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("[random]"), result.output)
    }

    func testNothingButTheFaultIsReported() throws {
        let project = try accepted()
        try project.lesson("planted", Self.lesson.replacingOccurrences(of: "0.775", with: "0.763"))
        let result = try project.run("test", "planted")
        XCTAssert(result.output.contains("5 steps agree, 1 differ"), result.output)
    }

    func testProcessorsThreadsAndTimesAreNoFaults() throws {
        let project = try accepted()
        for variant in ["baseline", "avx2", "avx512"] {
            let result = try project.run("test", "planted", environment: ["LESSONS_CPU": variant])
            XCTAssertEqual(result.status, 0, "\(variant): \(result.output)\(result.errors)")
        }
        for threads in ["1", "2", "5"] {
            XCTAssertEqual(try project.run("test", "planted", "--threads", threads).status, 0)
        }
    }

    func testTestingWritesNothingIntoLessons() throws {
        let project = try accepted()
        func files() throws -> [String: Date?] {
            let folder = project.folder + "/Lessons"
            let names = try XCTUnwrap(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
            return Dictionary(uniqueKeysWithValues: try names.map { name in
                (name, try FileManager.default.attributesOfItem(atPath: folder + "/" + name)[.modificationDate] as? Date)
            })
        }
        let before = try files()
        try project.lesson("planted", Self.lesson.replacingOccurrences(of: "0.775", with: "0.763"))
        let changed = try files()
        XCTAssertEqual(try project.run("test", "planted").status, 1)
        XCTAssertEqual(try files(), changed)
        XCTAssertEqual(before.keys.sorted(), changed.keys.sorted())
    }

    // MARK: Several lessons

    func testLessonsTestedInProcessesOfTheirOwnGiveTheSameReport() throws {
        let project = try accepted()
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
        let project = try accepted()
        try project.lesson(
            "planted", Self.lesson.replacingOccurrences(of: "0.775", with: "0.763").replacingOccurrences(of: "[1, 2, 3]", with: "[1, 2, 4]"))
        let result = try Tool.run(["review", "planted"], in: project.folder, input: "a\ns\n")
        XCTAssertEqual(result.status, 1)
        XCTAssert(result.output.contains("1 accepted, 1 left"), result.output)
        let test = try project.run("test", "planted").output
        XCTAssertFalse(test.contains("[numbers]"), test)
        XCTAssert(test.contains("[table]"), test)
    }

    func testNothingIsRecordedWhereCIIsSet() throws {
        let project = try accepted()
        for command in ["accept", "review"] {
            let result = try project.run(command, "planted", environment: ["CI": "true"])
            XCTAssertEqual(result.status, 1)
            XCTAssert(result.errors.contains("CI is set"), result.errors)
        }
    }
}
