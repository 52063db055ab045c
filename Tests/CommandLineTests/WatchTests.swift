import Foundation
import XCTest

/// `lessons run --watch`: what changed is run again each time the lesson is saved.
final class WatchTests: XCTestCase {
    /// A program that goes on, with what it has written so far.
    private final class Running {
        let process = Process()
        private let output = Pipe()
        private var text = ""

        init(_ arguments: [String], in folder: String) throws {
            process.executableURL = URL(fileURLWithPath: Tool.path)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: folder)
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = output
            process.standardError = output
            try process.run()
            // Nothing here takes a second; a program that says nothing for minutes says nothing at all.
            let identifier = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + 180) { [weak self] in
                if self?.process.isRunning == true { kill(identifier, SIGKILL) }
            }
        }

        deinit {
            if process.isRunning { process.terminate() }
        }

        /// What it writes until it says that it waits for the next change.
        func untilItWaits() throws -> String {
            while true {
                if let end = text.firstRange(of: "Ctrl-C ends\n") {
                    defer { text = String(text[end.upperBound...]) }
                    return String(text[..<end.lowerBound])
                }
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { throw Ended(text: text) }
                text += String(decoding: more, as: UTF8.self)
            }
        }

        struct Ended: Error { let text: String }
    }

    private let lesson = """
        ```swift {#one}
        let one = 1
        print("one is", one)
        ```

        ```swift {#two}
        print("two is", one + 1)
        ```

        """

    /// The steps that ran, and those whose results were taken from before.
    private func steps(_ text: String) throws -> (ran: [String], reused: [String]) {
        let events = try text.split(separator: "\n").filter { $0.contains("\"event\":\"step-finished\"") }.map { line in
            try XCTUnwrap(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        func ids(reused: Bool) -> [String] { events.filter { $0["reused"] as? Bool == reused }.compactMap { $0["step"] as? String } }
        return (ids(reused: false), ids(reused: true))
    }

    func testAChangedStepRunsWhenTheLessonIsSavedAndTheOthersStand() throws {
        let project = try Project()
        try project.lesson("watched", lesson)
        let program = try Running(["run", "watched", "--watch", "--json"], in: project.folder)
        var seen = try steps(program.untilItWaits())
        XCTAssertEqual(seen.ran, ["one", "two"])

        try project.lesson("watched", lesson.replacingOccurrences(of: "one + 1", with: "one + 10"))
        let second = try program.untilItWaits()
        seen = try steps(second)
        XCTAssertEqual(seen.ran, ["two"])
        XCTAssertEqual(seen.reused, ["one"])
        XCTAssert(second.contains("two is 11"), second)
        XCTAssert(try XCTUnwrap(project.file("Output/watched/index.html")).contains("two is 11"))

        // A mistake is told and ends nothing.
        try project.lesson("watched", lesson.replacingOccurrences(of: "one + 1", with: "ome + 1"))
        let third = try program.untilItWaits()
        XCTAssert(third.contains("watched.md:7:17") && third.contains("ome"), third)
        XCTAssertEqual(try steps(third).ran, [])

        try project.lesson("watched", lesson.replacingOccurrences(of: "let one = 1", with: "let one = 5"))
        let fourth = try program.untilItWaits()
        XCTAssertEqual(try steps(fourth).ran, ["one", "two"])
        XCTAssert(fourth.contains("two is 6"), fourth)

        program.process.interrupt()
        program.process.waitUntilExit()
        XCTAssertEqual(program.process.terminationStatus, 130)
    }
}
