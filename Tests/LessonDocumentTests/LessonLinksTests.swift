import Foundation
import LessonDocument
import XCTest

final class LessonLinksTests: XCTestCase {
    func testLinksAndPicturesThatLeadNowhereAreWarnedAbout() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("links-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("# Other part\n```swift\n1\n```\n".utf8).write(to: folder.appendingPathComponent("other.md"))
        try Data("x".utf8).write(to: folder.appendingPathComponent("a b.png"))
        let source = """
            # One
            [ok](#one) [bad](#on) [ok](#step-s) [ok](other.md#other-part) [bad](other.md#other-pat)
            [bad](none.md) [ok](https://example.org/none) [bad]()

            - ![ok](a%20b.png) ![](a%20b.png) ![x](none.png) ![x](../up.png) ![x](https://example.org/p.png)

            ```swift {#s}
            1
            ```
            """
        let path = folder.appendingPathComponent("lesson.md").path
        let warnings = try Lesson(source: source, file: "lesson.md").linkWarnings(path: path)
        XCTAssertEqual(
            warnings.map { "\($0.line): \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") },
            [
                "2: there is no section '#on' in this lesson (did you mean '#one'?)",
                "2: there is no section '#other-pat' in other.md (did you mean '#other-part'?)",
                "3: the link leads to 'none.md', which is not there",
                "3: a link without an address",
                "5: picture 'a%20b.png' has no alternative text (write it in the brackets: ![what it shows](…))",
                "5: there is no picture 'none.png'",
                "5: picture '../up.png' is not shown (a lesson's pictures stand in its own folder)",
                "5: picture 'https://example.org/p.png' is not shown (a lesson's pictures stand in its own folder)",
            ])
        XCTAssertTrue(warnings.allSatisfy { $0.severity == .warning })
    }
}
