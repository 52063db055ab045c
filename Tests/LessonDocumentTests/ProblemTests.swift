import Foundation
import LessonDocument
import XCTest

/// What is wrong with a lesson is said with its place and what to do about it.
final class ProblemTests: XCTestCase {
    private let step = "\n```swift\n1\n```\n"

    private func problems(_ source: String, file: String = "lesson.md") -> [String] {
        problems(Array(source.utf8), file: file)
    }

    private func problems(_ bytes: [UInt8], file: String = "lesson.md") -> [String] {
        do {
            _ = try Lesson(bytes: bytes, file: file)
            return []
        } catch let error as LessonError {
            return error.diagnostics.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    func testUnknownFrontMatterKeySuggestsTheNearest() {
        XCTAssertEqual(
            problems("---\ntitel: T\nflavour: x\n---\n" + step),
            [
                "lesson.md:2:1: error: unknown key 'titel' in the front matter (did you mean 'title'?)",
                "lesson.md:3:1: error: unknown key 'flavour' in the front matter (the keys are title, summary, data, seed, parameters, order)",
            ])
    }

    func testFrontMatterValuesOfTheWrongType() {
        XCTAssertEqual(
            problems("---\nseed: lots\norder: [1]\nparameters: { 2x: 1, let: 2, a: [1], ok: 3 }\n---\n" + step),
            [
                "lesson.md:2:7: error: 'seed' must be a whole number, 0 or more",
                "lesson.md:3:8: error: 'order' must be a number",
                "lesson.md:4:15: error: '2x' cannot name a parameter (a name is letters, digits and underscores, does not begin with a digit, and is no Swift keyword)",
                "lesson.md:4:22: error: 'let' cannot name a parameter (a name is letters, digits and underscores, does not begin with a digit, and is no Swift keyword)",
                "lesson.md:4:33: error: parameter 'a' must have a number, a text, true or false",
            ])
    }

    func testBrokenFrontMatter() {
        XCTAssertEqual(
            problems("---\ntitle: T\n"),
            [
                "lesson.md:1:1: error: the front matter is not closed (end it with a line of three hyphens)",
                "lesson.md: error: the lesson has no steps (a step is a fence whose first word is swift: ```swift)",
            ])
        XCTAssertEqual(problems("---\ntitle: [a\nb: c\n---\n" + step).count, 1)
        XCTAssertTrue(problems("---\ntitle: [a\nb: c\n---\n" + step)[0].contains("the front matter is not YAML"))
        XCTAssertTrue(problems("---\ntitle: a: b\n---\n" + step)[0].hasPrefix("lesson.md:2:9: error: the front matter is not YAML"))
        XCTAssertTrue(problems("---\ntitle: a\ntitle: b\n---\n" + step)[0].contains("key 'title' stands twice"))
        XCTAssertEqual(problems("---\n- a\n---\n" + step), ["lesson.md:2:1: error: the front matter must be lines of 'key: value'"])
    }

    func testColumnsCountBytesAlsoAfterUmlauts() {
        XCTAssertEqual(
            problems("---\nparameters: { größe: 1, öde: [2] }\n---\n" + step),
            ["lesson.md:2:33: error: parameter 'öde' must have a number, a text, true or false"])
    }

    func testStepOptions() {
        XCTAssertEqual(
            problems("```swift {#a ecko=fold}\n```\n> ```swift {echo=loud run=maybe}\n> ```\n"),
            [
                "lesson.md:1:14: error: unknown step option 'ecko' (did you mean 'echo'?)",
                "lesson.md:3:18: error: 'echo=loud' is not possible (echo is show, fold or hide)",
                "lesson.md:3:27: error: 'run=maybe' is not possible (run is yes or no)",
            ])
        XCTAssertEqual(
            problems("```swift {#a tolerance=x timeout=5 error}\n```"),
            [
                "lesson.md:1:24: error: 'tolerance=x' is not possible (write tolerance=0.01 or tolerance=0.01,0.001 (relative, absolute))",
                "lesson.md:1:34: error: 'timeout=5' is not possible (write timeout=60s, 500ms or 2m)",
                "lesson.md:1:36: error: 'error' needs a value (write error=\"part of the message\")",
            ])
        XCTAssertEqual(problems("```swift {#a\n```"), ["lesson.md:1:10: error: the braces are not closed (end the options with '}')"])
        XCTAssertEqual(problems("```swift #a\n```").count, 1)
        XCTAssertEqual(problems("```swift {#a/b}\n```").count, 1)
        XCTAssertEqual(problems("```swift {error=\"x}\n```").first, "lesson.md:1:17: error: the text has no closing quote")
    }

    func testIdsAreUnique() {
        XCTAssertEqual(
            problems("```swift {#a}\n```\n\n```swift {#a}\n```\n"),
            ["lesson.md:4:11: error: step id 'a' is already used on line 1 (ids are unique in a lesson)"])
    }

    func testChecksAndSolutionsNeedTheirExercise() {
        XCTAssertEqual(
            problems("```swift {#ex-one exercise}\n```\n```swift {check=ex-on}\n```\n"),
            ["lesson.md:3:17: error: there is no exercise 'ex-on' (did you mean 'ex-one'?)"])
    }

    func testUnknownKeyInALeadingComment() {
        XCTAssertEqual(
            problems("- ```swift\n  //| captoin: x\n  1\n  ```\n"),
            ["lesson.md:2:7: error: unknown key 'captoin' in a '//|' line (did you mean 'caption'?)"])
    }

    func testALessonWithoutStepsIsNone() {
        XCTAssertEqual(
            problems("# Hello\n"), ["lesson.md: error: the lesson has no steps (a step is a fence whose first word is swift: ```swift)"])
        XCTAssertEqual(problems("").count, 1)
    }

    func testFilesThatAreNoText() {
        XCTAssertEqual(problems([0x61, 0x0A, 0x62, 0xFF]), ["lesson.md:2:2: error: not UTF-8: byte 0xFF (save the file as UTF-8)"])
        XCTAssertEqual(problems([0xC0, 0x80]).count, 1, "an overlong form is not UTF-8")
        XCTAssertEqual(problems([0xED, 0xA0, 0x80]).count, 1, "half a surrogate pair is not UTF-8")
        XCTAssertEqual(
            problems("a\u{0}b"), ["lesson.md:1:2: error: a NUL byte: this is not a text file (a lesson is a Markdown file in UTF-8)"])
        XCTAssertEqual(problems("a\r\nb\u{1B}[0m"), ["lesson.md:2:2: error: a control character (byte 0x1B) (delete it)"])
        XCTAssertEqual(problems([UInt8](repeating: 0x61, count: 1_000_001)).count, 1)
    }

    func testDeepNestingIsRefusedNotFollowed() {
        for opening in ["> ", "- ", "1. "] {
            let found = problems(String(repeating: opening, count: 3000) + "x\n" + step)
            XCTAssertEqual(found.count, 1, opening)
            XCTAssertTrue(found[0].contains("levels of nesting"), found[0])
        }
        XCTAssertEqual(problems(String(repeating: "*a _b ", count: 2000) + String(repeating: " b_ a*", count: 2000) + step).count, 1)
    }

    func testFilesThatCannotBeRead() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lesson-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func message(_ path: String) -> String? {
            do {
                _ = try Lesson(path: path)
                return nil
            } catch {
                return (error as? LessonError)?.diagnostics.first?.message
            }
        }
        XCTAssertEqual(message(folder.path + "/none.md"), "there is no such file")
        XCTAssertEqual(message(folder.path), "this is a folder, not a lesson")
        let big = folder.appendingPathComponent("big.md")
        try Data(repeating: 0x61, count: 2_000_000).write(to: big)
        XCTAssertEqual(message(big.path), "the file has more than 1000000 bytes, which no lesson may have")
        try Data(("hello" + step).utf8).write(to: big)
        XCTAssertNil(message(big.path))
    }
}
