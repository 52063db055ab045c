import Foundation
import LessonDocument
import XCTest

final class LessonLocatorTests: XCTestCase {
    private var folder = URL(fileURLWithPath: "/")

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("course-\(UUID().uuidString)").resolvingSymlinksInPath()
        for name in ["lesson5", "lesson6", "lesson10", "intro"] {
            let front = name == "intro" ? "---\norder: 1\n---\n" : ""
            try write("\(front)```swift\n1\n```\n", "Lessons/\(name).md")
        }
        try write("x", "Lessons/notes.txt")
        try write("```swift\n```\n", "elsewhere/deep/loose.md")
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, _ path: String) throws {
        let url = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func locator(_ path: String = "") -> LessonLocator { LessonLocator(directory: folder.appendingPathComponent(path).path) }

    func testLessonsComeInTheOrderOfTheCourse() {
        XCTAssertEqual(locator("elsewhere/deep").lessons().map(\.name), ["intro", "lesson5", "lesson6", "lesson10"])
    }

    func testAFolderThatWasRemovedIsInNoProject() throws {
        let before = FileManager.default.currentDirectoryPath
        let removed = folder.appendingPathComponent("removed").path
        try FileManager.default.createDirectory(atPath: removed, withIntermediateDirectories: true)
        XCTAssertTrue(FileManager.default.changeCurrentDirectoryPath(removed))
        defer { XCTAssertTrue(FileManager.default.changeCurrentDirectoryPath(before)) }
        try FileManager.default.removeItem(atPath: removed)
        XCTAssertNil(LessonLocator().projectRoot)
        XCTAssertEqual(LessonLocator().lessons().count, 0)
        XCTAssertThrowsError(try LessonLocator().find("lesson5"))
    }

    func testALessonIsFoundByNameFromAnywhereInTheProject() throws {
        for name in ["lesson5", "lesson5.md"] {
            let found = try locator("elsewhere").find(name)
            XCTAssertEqual(found.path, folder.path + "/Lessons/lesson5.md")
            XCTAssertEqual(found.projectRoot, folder.path)
        }
    }

    func testALessonIsFoundByPath() throws {
        XCTAssertEqual(try locator().find("Lessons/lesson6.md").name, "lesson6")
        XCTAssertEqual(try locator().find("Lessons/lesson6").name, "lesson6")
        XCTAssertEqual(try locator("elsewhere/deep").find("../../Lessons/lesson6.md").path, folder.path + "/Lessons/lesson6.md")
    }

    func testALessonOutsideAProjectIsItsOwnFoldersRoot() throws {
        let alone = FileManager.default.temporaryDirectory.appendingPathComponent("alone-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: alone) }
        try Data("```swift\n```\n".utf8).write(to: alone.appendingPathComponent("a.md"))
        XCTAssertEqual(try LessonLocator(directory: alone.path).find("a.md").projectRoot, alone.path)
    }

    func testWhatIsNotThereIsSaidWithTheNearestName() {
        XCTAssertThrowsError(try locator().find("leson5")) {
            XCTAssertEqual("\($0)", "there is no lesson 'leson5'; did you mean 'lesson5'?")
        }
        XCTAssertThrowsError(try locator().find("zzz")) {
            XCTAssertEqual("\($0)", "there is no lesson 'zzz' here or in \(folder.path)/Lessons")
        }
        XCTAssertThrowsError(try locator().find("Lessons")) { XCTAssertEqual("\($0)", "Lessons is a folder; name a lesson's .md file") }
        XCTAssertThrowsError(try locator().find("Lessons/notes.txt")) {
            XCTAssertEqual("\($0)", "Lessons/notes.txt is not a Markdown file; a lesson's name ends in .md")
        }
    }
}
