import Foundation
import XCTest

/// What lessons give with data of the user's own is recorded beside the data, and what they give with the samples stays as it was.
final class RealDataTranscriptTests: XCTestCase {
    private func project(_ lessons: String...) throws -> Project {
        let project = try Project()
        for name in lessons {
            try project.lesson(name, String(contentsOfFile: Tool.packageRoot + "/Lessons/\(name).md", encoding: .utf8))
            XCTAssertEqual(try project.run("accept", name).status, 0)
        }
        return project
    }

    func testWhatRealDataGaveStandsBesideThem() throws {
        guard let source = Tool.realData else { throw XCTSkip("the real data are not here") }
        let project = try project("lesson6")
        let data = project.folder + "/Mine"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source + "/ml-latest-small", toPath: data + "/ml-latest-small")
        let sample = try XCTUnwrap(project.file("Lessons/Expected/sample/lesson6.md"))

        let before = try project.run("test", "lesson6", "--data", data)
        XCTAssertEqual(before.status, 1)
        XCTAssert(before.output.contains("there is no transcript lesson6.md"), before.output)
        let accepted = try project.run("accept", "lesson6", "--data", data)
        XCTAssertEqual(accepted.status, 0, accepted.errors)
        XCTAssert(accepted.output.contains("recorded Mine/Expected/lesson6.md"), accepted.output)
        let real = try XCTUnwrap(project.file("Mine/Expected/lesson6.md"))
        XCTAssertNotEqual(real, sample)
        XCTAssert(FileManager.default.fileExists(atPath: data + "/Expected/lesson6"), "its pictures")

        XCTAssertEqual(try project.run("test", "lesson6", "--data", data).status, 0)
        XCTAssertEqual(try project.run("test", "lesson6", environment: ["LESSONS_DATA": data]).status, 0)
        XCTAssertEqual(try project.run("test", "lesson6").status, 0)
        XCTAssertEqual(project.file("Lessons/Expected/sample/lesson6.md"), sample)
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: project.folder + "/Lessons/Expected"), ["sample"])

        // A rating that another file gives is a difference there, and only there.
        let ratings = data + "/ml-latest-small/ratings.csv"
        var lines = try String(contentsOfFile: ratings, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        lines.remove(at: 1)
        try lines.joined(separator: "\n").write(toFile: ratings, atomically: true, encoding: .utf8)
        XCTAssertEqual(try project.run("test", "lesson6", "--data", data).status, 1)
        XCTAssertEqual(try project.run("test", "lesson6").status, 0)
    }

    func testAFolderWithoutTheSetHasItsOwnTranscriptToo() throws {
        let project = try project("gallery")
        let data = project.folder + "/Empty"
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        XCTAssertEqual(try project.run("test", "gallery", "--data", data).status, 1)
        XCTAssertEqual(try project.run("accept", "gallery", "--data", data).status, 0)
        XCTAssertEqual(project.file("Empty/Expected/gallery.md"), project.file("Lessons/Expected/sample/gallery.md"))
        XCTAssertEqual(try project.run("test", "gallery", "--data", data).status, 0)
    }
}
