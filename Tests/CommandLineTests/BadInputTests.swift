import Foundation
import XCTest

/// Every bad input ends in a line or two that name the place and say what to do, and leaves what was there alone.
final class BadInputTests: XCTestCase {
    private func assertRefused(
        _ result: Tool.Outcome, status: Int32, _ parts: String..., file: StaticString = #filePath, line: UInt = #line
    ) {
        XCTAssertEqual(result.status, status, result.errors, file: file, line: line)
        XCTAssertFalse(result.crashed, file: file, line: line)
        for part in parts { XCTAssert(result.errors.contains(part), "“\(part)” is not in: \(result.errors)", file: file, line: line) }
        XCTAssertLessThanOrEqual(result.errors.split(separator: "\n").count, 6, result.errors, file: file, line: line)
    }

    private let good = "```swift {#a}\n1 + 1\n```\n"

    func testNoSuchLesson() throws {
        let project = try Project()
        try project.lesson("lesson5", good)
        assertRefused(try project.run("run", "lesson6"), status: 2, "lesson6", "did you mean 'lesson5'")
    }

    func testADirectory() throws {
        let project = try Project()
        assertRefused(try project.run("run", "Lessons"), status: 2, "Lessons is a folder")
    }

    func testNotMarkdown() throws {
        let project = try Project()
        try "x".write(toFile: project.folder + "/notes.txt", atomically: true, encoding: .utf8)
        assertRefused(try project.run("run", "notes.txt"), status: 2, "notes.txt")
    }

    func testNotUTF8() throws {
        let project = try Project()
        try Data([0x23, 0x20, 0xFF, 0xFE, 0x0A]).write(to: URL(fileURLWithPath: project.folder + "/Lessons/bytes.md"))
        assertRefused(try project.run("run", "bytes"), status: 1, "bytes.md:1:3", "UTF-8")
    }

    func testNoSteps() throws {
        let project = try Project()
        try project.lesson("prose", "# Only words\n\nNothing to run.\n")
        assertRefused(try project.run("run", "prose"), status: 1, "prose.md", "step")
    }

    func testBrokenFrontMatter() throws {
        let project = try Project()
        try project.lesson("front", "---\ntitle: [unclosed\n---\n" + good)
        assertRefused(try project.run("run", "front"), status: 1, "front.md:")
        try project.lesson("key", "---\ntitel: x\n---\n" + good)
        assertRefused(try project.run("run", "key"), status: 1, "key.md:2:1", "title")
    }

    func testUnknownStepOption() throws {
        let project = try Project()
        try project.lesson("option", "```swift {#a ekho=hide}\n1\n```\n")
        assertRefused(try project.run("run", "option"), status: 1, "option.md:1:", "echo")
    }

    func testUnknownParameterAndOneOfTheWrongType() throws {
        let project = try Project()
        try project.lesson("p", "---\nparameters: { epochs: 3 }\n---\n" + good)
        assertRefused(try project.run("run", "p", "-P", "epoch=4"), status: 2, "epoch", "did you mean 'epochs'")
        assertRefused(try project.run("run", "p", "-P", "epochs=many"), status: 2, "epochs", "Int", "many")
        assertRefused(try project.run("run", "p", "-P", "epochs"), status: 2, "name=value")
    }

    func testDataFolderMissing() throws {
        let project = try Project()
        try project.lesson("d", "---\ndata: [movielens-small]\n---\n" + good)
        assertRefused(try project.run("run", "d", "--data", "nowhere"), status: 2, "nowhere")
    }

    func testDataFolderWithoutTheSetFallsBackToTheSampleAndSaysSo() throws {
        let project = try Project()
        try project.lesson("d", "---\ndata: [movielens-small]\n---\n```swift {#a}\nlet r = try DataSets.movieLensSmall.ratings()\nr.rowCount > 0\n```\n")
        try FileManager.default.createDirectory(atPath: project.folder + "/data", withIntermediateDirectories: true)
        let result = try project.run("run", "d", "--data", "data")
        XCTAssertEqual(result.status, 0, result.errors)
        XCTAssert(result.output.contains("sample"), result.output)
    }

    func testUnknownDataSet() throws {
        let project = try Project()
        try project.lesson("d", "---\ndata: [movielens-smal]\n---\n" + good)
        assertRefused(try project.run("run", "d"), status: 1, "d.md:2:", "movielens-small")
    }

    func testTruncatedCSV() throws {
        let project = try Project()
        try project.lesson("d", "---\ndata: [movielens-small]\n---\n```swift {#a}\nlet r = try DataSets.movieLensSmall.ratings()\nr.rowCount\n```\n")
        let folder = project.folder + "/data/ml-latest-small"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n1,10".write(toFile: folder + "/ratings.csv", atomically: true, encoding: .utf8)
        try "movieId,title,genres\n31,X,Drama\n".write(toFile: folder + "/movies.csv", atomically: true, encoding: .utf8)
        let result = try project.run("run", "d", "--data", "data")
        XCTAssertEqual(result.status, 1)
        XCTAssert((result.output + result.errors).contains("ratings.csv:3"), result.output + result.errors)
        XCTAssert((result.output + result.errors).contains("d.md:5:"), result.output + result.errors)
    }

    func testReadOnlyOutputFolderKeepsWhatWasThere() throws {
        try XCTSkipIf(getuid() == 0, "skipped: root may write everywhere")
        let project = try Project()
        try project.lesson("a", good)
        XCTAssertEqual(try project.run("run", "a").status, 0)
        let before = project.file("Output/a/index.html")
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: project.folder + "/Output")
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: project.folder + "/Output") }
        assertRefused(try project.run("run", "a"), status: 1, "Output")
        XCTAssertEqual(project.file("Output/a/index.html"), before)
    }

    func testAnOutputFolderThatIsAFile() throws {
        let project = try Project()
        try project.lesson("a", good)
        try "in the way".write(toFile: project.folder + "/Output", atomically: true, encoding: .utf8)
        assertRefused(try project.run("run", "a"), status: 1, "Output")
        XCTAssertEqual(project.file("Output"), "in the way")
    }

    func testFullDisk() throws {
        try XCTSkipIf(!FileManager.default.fileExists(atPath: "/dev/full"), "skipped: no /dev/full here")
        let project = try Project()
        try project.lesson("a", good)
        try XCTSkipIf(getuid() != 0, "skipped: a small file system can only be mounted by root")
        let mount = Process()
        mount.executableURL = URL(fileURLWithPath: "/bin/sh")
        let folder = project.folder + "/disk"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        mount.arguments = ["-c", "mount -t tmpfs -o size=16k tmpfs \(folder) 2>/dev/null"]
        try mount.run()
        mount.waitUntilExit()
        try XCTSkipIf(mount.terminationStatus != 0, "skipped: no file system can be mounted here")
        defer {
            let unmount = Process()
            unmount.executableURL = URL(fileURLWithPath: "/bin/sh")
            unmount.arguments = ["-c", "umount \(folder)"]
            try? unmount.run()
            unmount.waitUntilExit()
        }
        let result = try project.run("run", "a", "--output", folder)
        assertRefused(result, status: 1, "disk", "space")
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }, [])
    }

    func testUsageErrorsExitWithTwo() throws {
        let project = try Project()
        XCTAssertEqual(try project.run("run").status, 2)
        XCTAssertEqual(try project.run("run", "--nonsense").status, 2)
        XCTAssertEqual(try project.run("frobnicate").status, 2)
        XCTAssertEqual(try project.run("--help").status, 0)
        XCTAssertEqual(try project.run("--version").status, 0)
    }

    func testFetchingWhatIsNotThereToFetch() throws {
        let project = try Project()
        assertRefused(try project.run("data", "fetch", "movielens-smal", "--data", "data"), status: 2, "movielens-small")
        assertRefused(try project.run("data", "fetch", "store-sales", "--data", "data"), status: 1, "made up", "sample")
        assertRefused(try project.run("data", "fetch", "mnist"), status: 2, "--data DIR", "LESSONS_DATA")
    }
}
