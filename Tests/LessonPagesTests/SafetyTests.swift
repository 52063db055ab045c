import Foundation
import LessonDocument
import LessonPages
import XCTest

/// Nothing that a lesson says, names or prints becomes markup or leads out of its folder.
final class SafetyTests: XCTestCase {
    func testAHandfulOfTagsPassesTheRestIsText() {
        XCTAssertEqual(Markup.plain("a <b>c</b> <kbd>X</kbd><br>d"), "<p>a <b>c</b> <kbd>X</kbd><br />d</p>\n")
        XCTAssertEqual(Markup.plain("a <b onclick=\"x()\">c"), "<p>a <b>c</b></p>\n")
        XCTAssertEqual(Markup.plain("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;\n")
        XCTAssertEqual(Markup.plain("x <img src=x onerror=alert(1)>"), "<p>x &lt;img src=x onerror=alert(1)&gt;</p>\n")
        XCTAssertEqual(Markup.plain("a </b></p></main> b"), "<p>a &lt;/b&gt;&lt;/p&gt;&lt;/main&gt; b</p>\n")
        XCTAssertEqual(
            Markup.plain("<details open onload=x>\n<summary>Q</summary>\n\nanswer\n\n</details>\n"),
            "<details>\n<summary>Q</summary>\n<p>answer</p>\n</details>\n")
    }

    func testWhatIsLeftOpenIsClosedWithItsText() {
        for markdown in [
            "<details>\n\ntext", "- <details>\n\n- b", "> <b>\n\nx", "<b><i><u>\n\n</b> text", "a <b> c\n\nd </b>", "<summary>x",
            "<details><b>\n\nx\n\n</details>",
        ] {
            XCTAssertNil(WellFormed.problem(in: Markup.plain(markdown)), markdown)
        }
    }

    func testLinksOfDangerousSchemesLoseTheirAddress() {
        for address in [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///etc/passwd",
            "java&#x0A;script:alert(1)",
            "&#x1;javascript:alert(1)", "steam://run", "javascript&colon;alert(1)",
        ] {
            XCTAssertEqual(Markup.plain("[a](<\(address)>)"), "<p><a>a</a></p>\n", address)
        }
        for address in ["https://a.b/c", "http://a.b", "mailto:a@b.c", "lesson6.md#x", "#y", "a/b:c", "?q=javascript:1"] {
            XCTAssertTrue(Markup.plain("[a](\(address))").contains("href=\"\(address)\""), address)
        }
    }

    func testAttributesCannotBeLeft() {
        let html = Markup.plain("[a](/x\"onmouseover=\"y 'a\" onclick=\"b') ![\"><script>](z.png)\n\n``` \"><b>\nx\n```\n")
        XCTAssertNil(WellFormed.problem(in: html), html)
        XCTAssertFalse(html.contains("<script") || html.contains("<b>") || html.contains("\" on"), html)
    }

    /// Whatever stands in a lesson, its text as HTML closes all that it opens.
    func testAnyMixtureOfMarksIsWellFormed() {
        let parts = [
            "<b>", "</b>", "<details>", "</details>", "<summary>", "<script>", "<!--", "-->", "$", "$$", "|", "|-", "\n", "\n\n", "> ",
            "- ", "1. ",
            "# ", "*", "**", "_", "`", "```", "[a](b)", "![", "](", ")", "<", ">", "&", "\\", "    ", "\t", "word", "é", "{swift} x",
            "[!NOTE]", "~~~",
            "<br>", "\"", "'", "[r]: /u",
        ]
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<4000 {
            let markdown = (0..<(1 + next(30))).map { _ in parts[next(parts.count)] }.joined(separator: next(3) == 0 ? " " : "")
            let html = Markup.plain(markdown)
            if let problem = WellFormed.problem(in: html) { XCTFail("\(problem): \(markdown.debugDescription) gave \(html)") }
            XCTAssertFalse(html.contains("<script"), markdown.debugDescription)
            XCTAssertFalse(html.utf8.contains { $0 < 9 || $0 == 0x1F }, "a formula's placeholder is left in \(html)")
        }
    }

    // MARK: Pages

    private func course(_ lessons: [(name: String, source: String, results: [String: StepResult])]) throws -> CourseSite {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("safety-\(UUID().uuidString)")
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appendingPathComponent("Lessons"), withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.png"))
        let entries = try lessons.map { name, source, results in
            CourseEntry(
                model: PageModel(lesson: try Lesson(source: source, file: "\(name).md"), results: results),
                lessonPath: folder.appendingPathComponent("Lessons/\(name).md").path)
        }
        return CourseSite(
            title: "<script>alert('course')</script>", entries: entries, outputFolder: folder.appendingPathComponent("Output").path)
    }

    private func page(_ site: CourseSite, _ path: String) throws -> String {
        try String(contentsOfFile: "\(site.outputFolder)/\(path)", encoding: .utf8)
    }

    private static let hostile = #"""
        ---
        title: "</title><script>alert(1)</script>"
        summary: "<img src=x onerror=alert(2)> \"><script>alert(3)</script>"
        ---
        # <script>alert(4)</script> `</script>` "quoted"

        <script>alert(5)</script><iframe src="https://evil.example"></iframe><style>body{display:none}</style>

        <a href="javascript:alert(6)">x</a> <svg/onload=alert(7)> [x](javascript:alert(8)) ![x](../../secret.png) ![x](/etc/passwd)
        ![x](https://evil.example/p.png) ![x](..%2f..%2fsecret.png) ![x](data:image/png;base64,AAAA)

        $\text{<script>alert(9)</script>}$ and `{swift} "</span><script>"`

        | <script>alert(10)</script> |
        |---|
        | </table><script>alert(11)</script> |

        ```swift {#s error="</div><script>"}
        //| caption: </figcaption><script>alert(12)</script>
        let a = "</code></pre><script>alert(13)</script>"
        ```
        """#

    func testAHostileLessonIsShownAndDoesNothing() throws {
        let bad = "</pre><script>alert(14)</script>\u{1B}[31m\u{0}\u{202E}"
        let site = try course([
            (
                "evil", Self.hostile,
                [
                    "s": StepResult(
                        status: .failed,
                        outputs: [
                            .text(bad), .table(OutputTable(headers: [bad], rows: [[bad], [], [bad, bad]], note: bad, caption: bad)),
                            .picture(OutputPicture(file: "../../secret.png", width: 1, height: 1, alternativeText: bad, caption: bad)),
                            .problem(
                                OutputProblem(message: bad, file: bad, line: 3, column: 900, length: 900, sourceLine: bad, hints: [bad])),
                        ])
                ]
            )
        ])
        try site.write()
        for path in ["evil/index.html", "index.html"] {
            let html = try page(site, path)
            XCTAssertNil(WellFormed.problem(in: html), path)
            XCTAssertEqual(html.components(separatedBy: "<script").count - 1, 2, "only the page's own two scripts")
            for forbidden in [
                "<iframe", "<svg", "<style>body", "href=\"javascript", "evil.example/p.png\"", "src=\"data", "secret.png\"",
                "/etc/passwd\"", "\u{1B}", "\u{0}",
            ] {
                XCTAssertFalse(html.contains(forbidden), "\(path): \(forbidden)")
            }
        }
        XCTAssertFalse(try page(site, "search-index.js").contains("<"))
    }

    func testEveryPageHasAStrictPolicy() throws {
        let site = try course([("a", "```swift\n1\n```\n", [:])])
        try site.write()
        for path in ["a/index.html", "index.html"] {
            let html = try page(site, path)
            let policy = html.components(separatedBy: "Content-Security-Policy\" content=\"")[1].components(separatedBy: "\"")[0]
            XCTAssertTrue(policy.hasPrefix("default-src 'none'; img-src 'self' data:; style-src 'sha256-"), policy)
            XCTAssertFalse(policy.contains("unsafe") || policy.contains("http") || policy.contains("*"), policy)
            XCTAssertFalse(html.contains(" style=\"") || html.contains(" onclick"), path)
            for outside in ["http://", "https://", "//cdn"] { XCTAssertFalse(html.contains(outside), "\(path) names \(outside)") }
        }
    }

    func testTenMegabytesOfOutputMakeASmallPage() throws {
        let line = "0123456789 <&> äöü\n"
        let text = String(repeating: line, count: 10_000_000 / line.utf8.count)
        let wide = OutputTable(headers: (0..<3000).map { "c\($0)" }, rows: (0..<5000).map { row in (0..<20).map { "\(row * $0)" } })
        let longCell = OutputTable(headers: ["x"], rows: [[String(repeating: "y", count: 1_000_000)]])
        let outputs: [StepOutput] = [.text(text), .table(wide), .table(longCell)] + (0..<50).map { _ in .text(text) }
        let site = try course([("big", "```swift {#s}\n1\n```\n", ["s": StepResult(status: .passed, outputs: outputs)])])
        try site.write()
        let html = try page(site, "big/index.html")
        XCTAssertLessThan(html.utf8.count, 300_000)
        XCTAssertTrue(html.contains("more bytes of output are not shown."))
        XCTAssertNil(WellFormed.problem(in: html))
    }

    func testHugeHeadingsAndDeepNesting() throws {
        let heading = String(repeating: "Heading ", count: 2000)
        let quotes = String(repeating: "> ", count: 60) + "deep\n"
        let tags = String(repeating: "<b><i>", count: 500)
        let site = try course([("deep", "# \(heading)\n\n\(quotes)\n\(tags) x\n\n## b\n\n```swift\n1\n```\n", [:])])
        try site.write()
        let html = try page(site, "deep/index.html")
        XCTAssertNil(WellFormed.problem(in: html))
        XCTAssertTrue(html.contains("deep"))
    }

    func testAPictureThroughALinkOutOfTheFolderIsNotCopied() throws {
        let site = try course([("l", "![x](inner.png) ![y](own.png)\n\n```swift\n1\n```\n", [:])])
        let lessons = URL(fileURLWithPath: site.entries[0].lessonPath).deletingLastPathComponent()
        try FileManager.default.createSymbolicLink(
            atPath: lessons.appendingPathComponent("inner.png").path, withDestinationPath: lessons.path + "/../secret.png")
        try Data(SamplePicture().png).write(to: lessons.appendingPathComponent("own.png"))
        try site.write()
        let html = try page(site, "l/index.html")
        XCTAssertFalse(FileManager.default.fileExists(atPath: site.outputFolder + "/l/files/inner.png"))
        XCTAssertFalse(html.contains("inner.png"))
        XCTAssertTrue(html.contains("src=\"files/own.png\""))
    }
}
