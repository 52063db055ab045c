import Foundation
import XCTest

final class PagesTests: XCTestCase {
    // MARK: The project's lessons

    func testTheGalleryRunTwiceGivesTheSameFiles() throws {
        let course = try RealCourse.shared()
        let again = course.project.folder + "/Again"
        XCTAssertEqual(try course.project.run("run", "gallery", "--quiet", "--output", again).status, 0)
        let first = course.output + "/gallery"
        let names = try FileManager.default.contentsOfDirectory(atPath: first).sorted()
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: again + "/gallery").sorted(), names)
        for name in names {
            let bytes = try XCTUnwrap(FileManager.default.contents(atPath: "\(first)/\(name)"), name)
            XCTAssertTrue(bytes == FileManager.default.contents(atPath: "\(again)/gallery/\(name)"), name)
        }
        // The page rendered from the record is that of the run.
        let page = try XCTUnwrap(FileManager.default.contents(atPath: first + "/index.html"))
        XCTAssertEqual(try course.project.run("render", "gallery").status, 0)
        XCTAssertTrue(page == FileManager.default.contents(atPath: first + "/index.html"))
    }

    func testPagesAndPicturesAreLight() throws {
        let course = try RealCourse.shared()
        for (path, html) in try course.pages() { XCTAssertLessThanOrEqual(html.utf8.count, 300_000, path) }
        for lesson in RealCourse.run {
            let folder = "\(course.output)/\(lesson)"
            let sizes = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix("png") }.map {
                try FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.size] as? Int ?? 0
            }
            XCTAssertGreaterThan(sizes.count, 2, lesson)
            XCTAssertLessThanOrEqual(sizes.reduce(0, +), 2_000_000, lesson)
        }
    }

    func testEveryLinkOfTheCourseLeadsSomewhere() throws {
        let course = try RealCourse.shared()
        let pages = Dictionary(uniqueKeysWithValues: try course.pages())
        XCTAssertGreaterThan(pages.count, 10, "a lesson that was not run has a page, too")
        for (path, html) in pages {
            let base = URL(fileURLWithPath: "/").appendingPathComponent(path)
            for address in Self.addresses(in: html) where !address.contains(":") {
                guard let target = URL(string: address, relativeTo: base) else {
                    XCTFail("\(path): \(address)")
                    continue
                }
                let file = String(target.path.dropFirst())
                if file != path { XCTAssertTrue(FileManager.default.fileExists(atPath: "\(course.output)/\(file)"), "\(path): \(address)") }
                guard let anchor = target.fragment, let page = pages[file] else { continue }
                XCTAssertTrue(page.contains("id=\"\(anchor.removingPercentEncoding ?? anchor)\""), "\(path): \(address)")
            }
        }
    }

    private static func addresses(in html: String) -> [String] {
        [" href=\"", " src=\"", " srcset=\""].flatMap { mark in
            html.components(separatedBy: mark).dropFirst().map {
                $0.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&").replacingOccurrences(of: "&#x27;", with: "'")
            }
        }
    }

    func testALessonIsOfferedAsSwiftAndAsMarkdownWithItsResults() throws {
        let course = try RealCourse.shared()
        let page = try XCTUnwrap(course.project.file("Output/gallery/index.html"))
        XCTAssertTrue(page.contains("href=\"gallery.swift\" download=\"gallery.swift\""))
        XCTAssertTrue(page.contains("href=\"gallery.md\" download=\"gallery.md\""))
        XCTAssertTrue(try XCTUnwrap(course.project.file("Output/gallery/gallery.swift")).contains("display(histogram("))
        let markdown = try XCTUnwrap(course.project.file("Output/gallery/gallery.md"))
        XCTAssertTrue(markdown.contains("| Night Train | 150 | 4.4 |"), "the table's results")
        for picture in markdown.components(separatedBy: "](./").dropFirst() {
            XCTAssertNotNil(FileManager.default.contents(atPath: "\(course.output)/gallery/\(picture.prefix { $0 != ")" })"))
        }
    }

    func testOneFileHoldsALessonWithItsPictures() throws {
        let course = try RealCourse.shared()
        XCTAssertEqual(try course.project.run("render", "lesson6-sgd", "--single-file").status, 0)
        let html = try XCTUnwrap(course.project.file("Output/lesson6-sgd.html"))
        let outside = Self.addresses(in: html).filter { !$0.hasPrefix("#") && !$0.hasPrefix("data:") && !$0.hasPrefix("http") }
        // Links between lessons stay as the author wrote them; nothing that the page shows is outside of it.
        XCTAssertTrue(outside.allSatisfy { $0.contains(".md") }, "\(outside)")
        XCTAssertTrue(html.contains("src=\"data:image/apng;base64,"))
        try? FileManager.default.removeItem(atPath: course.output + "/lesson6-sgd.html")
    }

    func testNumbersStandAtTheRightAlsoThoseOfColumnsOfWords() throws {
        let project = try Project()
        try project.lesson(
            "columns",
            """
            ```swift {#a}
            try DataFrame(columns: [
                Column(["one", "two"], name: "words"), Column(["0.25", "-1,200.5"], name: "digits"), Column(["12 %", ""], name: "part"),
                Column(["2022-01-01", "2022-01-02"], name: "date"), Column(["nan", "inf"], name: "names"), Column([1, 2], name: "count"),
            ])
            ```

            """)
        XCTAssertEqual(try project.run("run", "columns", "--quiet").status, 0)
        let html = try XCTUnwrap(project.file("Output/columns/index.html"))
        for name in ["digits", "part", "count"] { XCTAssertTrue(html.contains("<th scope=\"col\" class=\"right\">\(name)</th>"), name) }
        for name in ["words", "date", "names"] { XCTAssertTrue(html.contains("<th scope=\"col\">\(name)</th>"), name) }
    }

    func testFiguresAndTablesOfALoopAreShownWhereTheyAreDisplayed() throws {
        let project = try Project()
        try project.lesson(
            "loop",
            """
            ```swift {#a}
            for k in 1...2 {
                print("round", k)
                display(plot([0, Double(k)]))
                display(try DataFrame(columns: [Column([k, 7], name: "k\\(k)")]))
            }
            display(Tensor([1, 2]))
            display("the end")
            display(3)
            ```

            """)
        let result = try project.run("run", "loop", "--quiet")
        XCTAssertEqual(result.status, 0, result.errors)
        let html = try XCTUnwrap(project.file("Output/loop/index.html"))
        var rest = Substring(html)
        for piece in [
            "round 1", "<img src=\"a-1.png\"", ">k1</th>", "round 2", "<img src=\"a-2.png\"", ">k2</th>", "tensor([1, 2])", "the end",
            "3",
        ] {
            guard let place = rest.range(of: piece) else { return XCTFail("“\(piece)” is not where it should be") }
            rest = rest[place.upperBound...]
        }
    }

    // MARK: Lessons with mistakes

    func testALessonThatCannotRunHasAPageWithItsMistakesAndTheOthersAreRendered() throws {
        let project = try Project()
        try project.lesson("a-broken", "# Broken\n\n```swift {#one}\nlet total = 1\nprint(totel)\n```\n")
        try project.lesson("b-unreadable", "# No steps\n\nonly words\n")
        try project.lesson("c-good", "# Good\n\n```swift {#one}\n40 + 2\n```\n")
        let result = try project.run("render", "--html")
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(result.errors.contains("a-broken.md:5:7"), result.errors)
        XCTAssertTrue(result.errors.contains("b-unreadable.md"), result.errors)
        let broken = try XCTUnwrap(project.file("Output/a-broken/index.html"))
        for piece in ["A mistake keeps this lesson from being run", "cannot find", "a-broken.md:5:7", "<mark>totel</mark>"] {
            XCTAssertTrue(broken.contains(piece), piece)
        }
        XCTAssertTrue(try XCTUnwrap(project.file("Output/c-good/index.html")).contains("42"))
        XCTAssertTrue(try XCTUnwrap(project.file("Output/index.html")).contains("Has a mistake"))
    }

    func testCheckWarnsOfBrokenLinksAndOfFiguresWithoutWords() throws {
        let project = try Project()
        try project.lesson(
            "words",
            """
            # Words

            See [the other](missing.md), [below](#belwo) and ![](nothing.png).

            ## Below

            ```swift {#bare}
            plot([1, 2])
            ```

            ```swift {#told}
            //| caption: Two numbers.
            //| alt: A line that rises from 1 to 2.
            plot([1, 2])
            ```

            ```swift {#film}
            animate(frames: 2) { plot([Double($0), 1]) }
            ```

            """)
        let result = try project.run("check", "words")
        XCTAssertEqual(result.status, 0, result.errors)
        for piece in [
            "words.md:3:5", "'missing.md', which is not there", "words.md:3:30", "'#belwo'", "did you mean '#below'?", "words.md:3:50",
            "no picture 'nothing.png'", "words.md:8:1: warning: this step's figure has no caption",
            "words.md:8:1: warning: this step's figure has no alternative text",
            "words.md:18:1: warning: this step's animation has no caption",
        ] {
            XCTAssertTrue(result.errors.contains(piece), "“\(piece)” is not in: \(result.errors)")
        }
        XCTAssertFalse(result.errors.contains("words.md:12"), result.errors)
        XCTAssertEqual(try project.run("check", "words", "--quiet").errors, "")
    }

    // MARK: Hostile lessons

    func testHostileLessonsAreShownAndDoNothing() throws {
        let script = "<script>alert(1)</script>"
        let hostile = [
            "title":
                "---\ntitle: \"\(script)\"\nsummary: \"<img src=x onerror=alert(1)>\"\n---\n```swift {#a}\nprint(\"\(script)\")\n```\n",
            "frame":
                "```swift {#a}\ntry DataFrame(columns: [Column([\"\(script)\", \"</table>\"], name: \"\(script)\")])\n```\n",
            "figure":
                "```swift {#a}\n//| caption: \(script)\n//| alt: \"><script>\nplot([1, 2], label: \"\(script)\").title(\"\(script)\")\n```\n",
            "error": "```swift {#a error=\"\(script)\"}\nfatalError(\"\(script)\")\n```\n",
            "control": "```swift {#a}\nprint(\"\\u{1B}[31m \\u{0} \\u{202E} \\u{7F}\")\n```\n",
            "deep": String(repeating: "> ", count: 400) + "deep\n\n" + String(repeating: "- ", count: 200)
                + "x\n\n```swift {#a}\n1 + 1\n```\n",
            "huge-heading": "# " + String(repeating: "Heading ", count: 20_000) + "\n\n```swift {#a}\n1 + 1\n```\n",
            "links":
                "[a](javascript:alert(1)) [b](data:text/html,x) [c](//evil.example) ![d](../../../etc/passwd) <a href=\"javascript:alert(1)\">e</a>\n\n```swift {#a}\n1 + 1\n```\n",
        ]
        let more = [
            "hint":
                "```swift {#f exercise}\nfunc f() -> Int { 0 }\n```\n\n```swift {#c check=f}\ncheck(f() == 1, \"\(script)<img src=x onerror=alert(1)>\")\n```\n",
            "value": "A `{swift} \"\(script)\"` in the text.\n\n```swift {#a}\n1\n```\n",
            "thrown": "```swift {#a}\nstruct E: Error { let text: String }\nthrow E(text: \"</code></pre>\(script)\")\n```\n",
            "mistake": "```swift {#a}\nlet text = \"</mark>\(script)\"\nlet number: Int = text\n```\n",
            "step-name": "```swift {#a\"onmouseover=\"alert(1)}\n1\n```\n",
            "formula": "$\\href{javascript:alert(1)}{x}$ $\\text{</math>\(script)}$ $\\begin{<img src=x>}$\n\n```swift {#a}\n1\n```\n",
            "diagram": "```swift {#a}\ncomputationGraph([\"\(script) -> b: <b>\"], notes: [\"b\": \"</text>\(script)\"])\n```\n",
            "film":
                "```swift {#a}\nanimate(frames: 2) { plot([Double($0), 1]).title(\"\(script)\") }.caption(\"</figcaption>\(script)\").alt(\"\\\" onload=\\\"x\")\n```\n",
            "tags":
                "<details ontoggle=alert(1)><summary onclick=alert(1)>S</summary>\n\n<base href=\"//evil.example\"><meta http-equiv=refresh content=\"0;url=//evil.example\"><form action=//evil.example><input onfocus=alert(1) autofocus></form><b style=\"position:fixed\">x<![CDATA[\(script)]]></main></body>\n\n```swift {#a}\n1\n```\n",
            "a\"b<c>&d": "# Name\n\n```swift {#a}\nplot([1, 2])\n```\n",
        ]
        let project = try Project()
        for (name, text) in hostile.merging(more, uniquingKeysWith: { first, _ in first }) { try project.lesson(name, text) }
        try Data([UInt8(ascii: "#"), 0x20, 0xC3, 0x28, 0x0A]).write(to: URL(fileURLWithPath: project.folder + "/Lessons/bytes.md"))
        let result = try project.run("render", "--html")
        XCTAssertFalse(result.crashed, result.errors)
        XCTAssertTrue(result.errors.contains("bytes.md:1:3: error: not UTF-8"), result.errors)
        for name in (Array(hostile.keys) + more.keys).sorted() {
            guard let html = project.file("Output/\(name)/index.html") else {
                XCTAssertTrue(result.errors.contains("\(name).md:"), "\(name) is neither shown nor refused: \(result.errors)")
                continue
            }
            XCTAssertEqual(html.components(separatedBy: "<script").count - 1, 2, "\(name): only the page's own two scripts")
            for forbidden in [
                "href=\"javascript:", "href=\"data:text", "<img src=x", "etc/passwd\"", "\u{1B}", "\u{0}", "<base",
                "<meta http-equiv=refresh", "<form", "<input onfocus", " style=", "\" on",
            ] {
                XCTAssertFalse(html.contains(forbidden), "\(name): \(forbidden)")
            }
            XCTAssertLessThan(html.utf8.count, 2_000_000, name)
        }
        XCTAssertEqual(try XCTUnwrap(project.file("Output/index.html")).components(separatedBy: "<script").count - 1, 2)
    }

    func testALessonThatPrintsTenMegabytesMakesALightPage() throws {
        let project = try Project()
        try project.lesson(
            "loud",
            "```swift {#a}\nlet line = String(repeating: \"0123456789 <&> \", count: 60)\nfor _ in 0..<12_000 { print(line) }\n```\n")
        let result = try project.run("run", "loud", "--quiet")
        XCTAssertFalse(result.crashed)
        let html = try XCTUnwrap(project.file("Output/loud/index.html"))
        XCTAssertLessThanOrEqual(html.utf8.count, 300_000)
        XCTAssertTrue(html.contains("are not shown.") || html.contains("loud.md:3:"), "what is left out is said")
    }
}
