import Foundation
import LessonDocument
import LessonPages
import XCTest

final class CourseSiteTests: XCTestCase {
    /// Writes the sample course into a new folder, or into the one that `LESSONS_PAGES_SAMPLE` names and keeps.
    private func sample() throws -> SampleCourse {
        if let kept = ProcessInfo.processInfo.environment["LESSONS_PAGES_SAMPLE"] {
            return try SampleCourse(in: URL(fileURLWithPath: kept))
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pages-\(UUID().uuidString)")
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        return try SampleCourse(in: folder)
    }

    private func text(_ course: SampleCourse, _ path: String) throws -> String {
        try String(contentsOf: course.output.appendingPathComponent(path), encoding: .utf8)
    }

    func testEveryLessonHasAPageAndTheCourseHasOne() throws {
        let course = try sample()
        let written = try course.site.write().map { $0.replacingOccurrences(of: course.output.path + "/", with: "") }
        XCTAssertEqual(written, ["lesson5/index.html", "lesson6/index.html", "lesson7/index.html", "index.html"])
        for page in written {
            let html = try text(course, page)
            XCTAssertNil(WellFormed.problem(in: html), page)
            XCTAssertLessThan(html.utf8.count, 300_000, page)
        }
        let index = try text(course, "index.html")
        for word in [
            "Collaborative filtering from scratch", "<em>small vectors</em>", "A step failed", "Not run yet", "1 exercise",
            "lesson5/train-1-dark.png",
        ] {
            XCTAssertTrue(index.contains(word), word)
        }
    }

    func testSameInputSameBytes() throws {
        let course = try sample()
        func bytes() throws -> [String: Data] {
            try course.site.write()
            try course.site.writeSingleFiles()
            var all: [String: Data] = [:]
            for case let file as URL in FileManager.default.enumerator(at: course.output, includingPropertiesForKeys: nil) ?? .init() {
                all[file.path] = try? Data(contentsOf: file)
            }
            return all
        }
        XCTAssertEqual(try bytes(), try bytes())
    }

    func testALessonsPageTellsAllOfTheRun() throws {
        let course = try sample()
        try course.site.write()
        let html = try text(course, "lesson5/index.html")
        for piece in [
            "<title>Collaborative filtering from scratch · Deep learning, step by step</title>", "Lesson 1 of 3",
            "href=\"#look-at-the-ratings\"",
            "id=\"step-train\"", "<span class=\"hk\">class</span>", "<th scope=\"col\" class=\"right\">", "<math display=\"block\">",
            "movielens-small: built-in sample", "<dd>42</dd>", "epochs = 3, factors = 50", "lessons 1.0, Swift 6.1",
            "media=\"screen and (prefers-color-scheme: dark)\" srcset=\"train-1-dark.png\"",
            "alt=\"Two falling curves that level off near 0.76.\"",
            "<figcaption>Loss on the training batches", "href=\"../lesson6/index.html#a-line-that-finds-its-points\"",
            "src=\"files/pictures/sketch.png\"",
            "rel=\"next\" href=\"../lesson6/index.html\"", "download=\"lesson5.swift\"", "download=\"lesson5.md\"",
            "<summary>Solution</summary>",
            "<details class=\"fold\"><summary>Code</summary>", ">0.764</span>",
        ] { XCTAssertTrue(html.contains(piece), piece) }
        XCTAssertFalse(html.contains("//| caption"), "the lines that only tell the caption are not part of the code")
    }

    func testAnErrorStandsUnderItsStepWithLineAndCaret() throws {
        let course = try sample()
        try course.site.write()
        let html = try text(course, "lesson6/index.html")
        let step = html.components(separatedBy: "id=\"step-wrong\"")[1].components(separatedBy: "id=\"step-after\"")[0]
        for piece in [
            "inner dimensions 50 and 784 differ", "lesson6.md:28:9", "let y = <mark>x.matmul(Tensor(zeros: [784, 10])</mark>)",
            "<span class=\"caret\">        ^~~~", "The first has 50 columns",
        ] { XCTAssertTrue(step.contains(piece), piece) }
        XCTAssertTrue(html.contains("not run: step wrong failed"))
        XCTAssertTrue(html.contains("fails on purpose"))
        XCTAssertTrue(html.contains("A step of this run failed"))
    }

    func testACaretCountsCharactersNotBytes() throws {
        let problem = OutputProblem(message: "m", file: "f.md", line: 1, column: 12, length: 3, sourceLine: "let größe€ = größe", hints: [])
        let html = try html(of: [.problem(problem)])
        XCTAssertTrue(html.contains("let größe<mark>€</mark> = größe\n<span class=\"caret\">         ^</span>"), html)
    }

    private func html(of outputs: [StepOutput]) throws -> String {
        var course = try sample()
        course.replaceResults(of: 2, with: ["a-lesson-that-was-not-run-1": StepResult(status: .passed, outputs: outputs)])
        try course.site.write()
        return try text(course, "lesson7/index.html")
    }

    func testLongLinesAreMarkedWithTheirIndentationAndStayAsTheyWereWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("long-\(UUID().uuidString)")
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        let words = (0..<30).map { "w\($0)" }.joined(separator: " ")
        let code =
            "func f() {\n    let a = \"\(words)\"\n    let b = \"\"\"\n        \(words)\n        é\n        \"\"\"\n}\n/* \(words)\n\(words) */\n"
        let lesson = try Lesson(source: "```swift {#a}\n\(code)```\n", file: "long.md")
        let site = CourseSite(
            entries: [CourseEntry(model: PageModel(lesson: lesson), lessonPath: folder.path + "/long.md")], outputFolder: folder.path)
        try site.write()
        let html = try String(contentsOf: folder.appendingPathComponent("long/index.html"), encoding: .utf8)
        XCTAssertNil(WellFormed.problem(in: html))
        let shown = html.components(separatedBy: "<code class=\"language-swift\">")[1].components(separatedBy: "</code>")[0]
        XCTAssertEqual(shown.components(separatedBy: "<span class=\"long in").dropFirst().map { $0.prefix(1) }, ["1", "2", "0", "0"])
        let text = shown.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression).replacingOccurrences(
            of: "&quot;", with: "\"")
        XCTAssertEqual(text.trimmingCharacters(in: .newlines), code.trimmingCharacters(in: .newlines))
    }

    func testOutputIsWrappedUnlessItStandsInColumns() throws {
        let sentence = (0..<30).map { "word\($0)" }.joined(separator: " ")
        let html = try html(of: [.text("\(sentence)\n  \(sentence)"), .text("a    b\n1    2"), .text("a\tb")])
        XCTAssertEqual(html.components(separatedBy: "<pre class=\"output wraps\">").count - 1, 1)
        XCTAssertEqual(html.components(separatedBy: "<pre class=\"output\">").count - 1, 2)
        XCTAssertTrue(html.contains("<pre class=\"output wraps\"><span class=\"long in0\">word0"), "a long line hangs where it is wrapped")
    }

    func testNoTwoPlacesOfAPageHaveTheSameAnchor() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ids-\(UUID().uuidString)")
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        let headings = ["Text", "Step a", "A", "A", "A 2", "", "Section", "Step", "_text"].map { "## \($0)\n\n" }.joined()
        let lesson = try Lesson(source: headings + "```swift {#a}\n1\n```\n\n```swift {#a-2}\n1\n```\n", file: "ids.md")
        let site = CourseSite(
            entries: [CourseEntry(model: PageModel(lesson: lesson), lessonPath: folder.path + "/ids.md")], outputFolder: folder.path)
        try site.write()
        let html = try String(contentsOf: folder.appendingPathComponent("ids/index.html"), encoding: .utf8)
        let anchors = html.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        XCTAssertGreaterThan(anchors.count, 10)
        XCTAssertEqual(Set(anchors).count, anchors.count, "\(anchors.sorted())")
    }

    func testTheAnimationNamesItsFrames() throws {
        let course = try sample()
        try course.site.write()
        let html = try text(course, "lesson6/index.html")
        XCTAssertTrue(html.contains("data-interval=\"100\""))
        let frames = html.components(separatedBy: "data-frames=\"")[1].components(separatedBy: "\"")[0].split(separator: " ")
        XCTAssertEqual(frames.count, 20)
        for frame in frames {
            XCTAssertTrue(FileManager.default.fileExists(atPath: course.output.appendingPathComponent("lesson6/\(frame)").path))
        }
        XCTAssertTrue(html.contains("<source media=\"(prefers-reduced-motion: reduce)\" srcset=\"animation-1-frame1.png\">"))
    }

    func testOneFileHoldsAll() throws {
        let course = try sample()
        try course.site.writeSingleFiles()
        let html = try text(course, "lesson5.html")
        XCTAssertNil(WellFormed.problem(in: html))
        XCTAssertTrue(html.contains("src=\"data:image/png;base64,"))
        for outside in ["src=\"files", "src=\"train", "href=\"../", "data-root"] {
            XCTAssertFalse(html.contains(outside), outside)
        }
    }

    func testTheSearchIndexHasEverySection() throws {
        let course = try sample()
        try course.site.write()
        let script = try text(course, "search-index.js")
        let json = try XCTUnwrap(script.range(of: "window.lessonsSearchIndex=")).upperBound
        let data = Data(script[json...].dropLast(2).utf8)
        let lessons = try XCTUnwrap(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        XCTAssertEqual(lessons.compactMap { $0["page"] as? String }, ["lesson5/index.html", "lesson6/index.html", "lesson7/index.html"])
        let sections = try XCTUnwrap(lessons[0]["sections"] as? [[String]])
        XCTAssertEqual(
            sections.map { $0[0] }, ["", "look-at-the-ratings", "how-many-of-each", "the-model", "train", "what-it-learned", "exercises"])
        XCTAssertTrue(sections[4][2].contains("Three passes over the data"))
    }

    func testAPageOfWhichNothingIsWrittenLeavesTheRest() throws {
        let course = try sample()
        try course.site.write()
        var site = course.site
        site.outputFolder = "/proc/none"
        XCTAssertThrowsError(try site.write()) { XCTAssertTrue("\($0)".hasPrefix("cannot write /proc/none/lesson5/"), "\($0)") }
    }
}
