import Foundation
import XCTest

/// Exported lessons, built by the Swift package manager. The library's build takes minutes, so they are part of `make soak`.
final class ExportTests: XCTestCase {
    func testEveryExportedLessonPrintsWhatTheLessonGives() throws {
        guard ProcessInfo.processInfo.environment["LESSONS_SOAK"] != nil else { throw XCTSkip("exported lessons are built by make soak") }
        let names = try FileManager.default.contentsOfDirectory(atPath: Tool.packageRoot + "/Lessons")
            .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
        XCTAssertFalse(names.isEmpty)
        // One folder for all builds: the library is built once.
        let builds = try Project()
        for name in names {
            let project = try Project()
            let folder = project.folder + "/" + name
            let export = try Tool.run(["export", "--swift", Tool.packageRoot + "/Lessons/\(name).md", folder], in: project.folder)
            XCTAssertEqual(export.status, 0, export.errors)
            let (status, output) = try swift(
                ["run", "-c", "release", "--package-path", folder, "--scratch-path", builds.folder + "/build"], in: folder)
            XCTAssertEqual(status, 0, "\(name): \(output.suffix(2000))")
            // The build prints the exercises' solutions in between; everything else has to be there, in its order.
            var printed = LessonOutcome.lines(output)[...]
            for line in try LessonOutcome(name, []).lines {
                guard let place = printed.firstIndex(of: line) else {
                    XCTFail("\(name): the build does not print “\(line)” where the lesson does")
                    break
                }
                printed = printed[(place + 1)...]
            }
        }
    }

    private func swift(_ arguments: [String], in folder: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let file = folder + "/output.txt"
        FileManager.default.createFile(atPath: file, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: file, encoding: .utf8))
    }
}
