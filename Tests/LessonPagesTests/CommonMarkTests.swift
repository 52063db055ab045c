import CCmark
import Foundation
import LessonDocument
import LessonPages
import XCTest

/// Our way from Markdown to HTML against cmark's own, in its safe mode.
///
/// What differs on purpose, and is taken out before comparing:
/// - raw HTML: cmark leaves a comment in its place; lessons show it as text, save for a handful of tags, which pass;
/// - links: cmark drops four schemes that it knows as harmful; lessons follow http, https and mailto only, and what is dropped has no
///   `href` at all;
/// - `$…$`, pipe tables and callouts are no CommonMark; the corpus has none.
final class CommonMarkTests: XCTestCase {
    private func reference(_ markdown: String) -> String {
        guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
        defer { free(html) }
        return String(cString: html)
    }

    private func same(_ markdown: String) -> (ours: String, cmark: String) {
        (Markup.plain(markdown), reference(markdown))
    }

    func testTheCorpusComesOutAsCmarkWritesIt() {
        for markdown in Self.corpus {
            let (ours, cmark) = same(markdown)
            XCTAssertEqual(ours, cmark, "of \(markdown.debugDescription)")
        }
    }

    func testPairsOfBlocksComeOutAsCmarkWritesThem() {
        for first in Self.corpus {
            for second in Self.corpus where first.utf8.count + second.utf8.count < 120 {
                for joint in ["\n", "\n\n", "\n> ", "\n- ", "\n   "] {
                    let (ours, cmark) = same(first + joint + second)
                    XCTAssertEqual(ours, cmark, "of \((first + joint + second).debugDescription)")
                    if ours != cmark { return }
                }
            }
        }
    }

    /// With `LESSONS_COMMONMARK_SPEC` naming the specification's text, all its examples are compared.
    func testTheSpecificationsExamplesComeOutAsCmarkWritesThem() throws {
        guard let path = ProcessInfo.processInfo.environment["LESSONS_COMMONMARK_SPEC"] else {
            throw XCTSkip("LESSONS_COMMONMARK_SPEC does not name the CommonMark specification's text")
        }
        let spec = try String(contentsOfFile: path, encoding: .utf8)
        let fence = String(repeating: "`", count: 32)
        var examples: [String] = []
        for part in spec.components(separatedBy: "\n\(fence) example\n").dropFirst() {
            guard let end = part.range(of: "\n.\n") ?? (part.hasPrefix(".\n") ? part.startIndex..<part.startIndex : nil) else { continue }
            examples.append(part[..<end.lowerBound].replacingOccurrences(of: "→", with: "\t") + "\n")
        }
        XCTAssertGreaterThan(examples.count, 600)
        var differing: [String] = []
        for markdown in examples {
            let (ours, cmark) = same(markdown)
            if !Self.agree(Self.bare(ours), Self.bare(cmark)) {
                differing.append(markdown)
            }
        }
        // A tag that a lesson leaves open is closed with the text that it stands in.
        XCTAssertEqual(differing, ["[a](<b)c\n[a](<b)c>\n[a](<b>c)\n"])
    }

    /// HTML without what differs on purpose: raw HTML (as text or comment), and addresses that only one of the two follows.
    private static func bare(_ html: String) -> String {
        html.replacingOccurrences(of: #" href="(?!http|mailto|[^":]*")[^"]*""#, with: "", options: .regularExpression)
            .replacingOccurrences(of: #" href="""#, with: "")
    }

    /// Whether all that cmark writes around the raw HTML that it leaves out stands in ours, in the same order, from start to end.
    private static func agree(_ ours: String, _ cmark: String) -> Bool {
        let pieces = cmark.components(separatedBy: "<!-- raw HTML omitted -->")
        guard pieces.count > 1 else { return ours == cmark }
        guard ours.hasPrefix(pieces[0]), ours.hasSuffix(pieces[pieces.count - 1]) else { return false }
        var rest = Substring(ours)
        for piece in pieces where !piece.isEmpty {
            guard let found = rest.range(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
        return true
    }

    static let corpus = [
        "# One", "## Two ##", "###### Six", "####### seven", "Title\n=====", "Title\n-----", "a\nb\nc", "a  \nb", "a\\\nb",
        "*emph* and **strong** and ***both***", "_a_b_c_ __d__ *e*f", "**a*b**", "`code` ``co`de`` ` a `",
        "\\*not\\* &amp; &copy; &#35; &#x22;",
        "- a\n- b\n- c", "- a\n\n- b", "1. a\n2. b\n   - c\n   - d\n3. e", "7) x\n8) y", "- a\n\n  b\n\n      code\n- c", "* a\n+ b\n- c",
        "> quote\n> more\nlazy", "> a\n>\n> > b\n> - c", "    indented\n      code\n", "```\nfence\n```", "~~~ python extra\nx = 1\n~~~",
        "````\n```\n````",
        "***", "- - -", "[a](/url \"title\")", "[a](<b c>)", "[a][r]\n\n[r]: /x 'T'", "[r]\n\n[r]: <u v>", "![alt *x*](pic.png \"t\")",
        "<http://a.b/c?d=e&f>", "<me@there.org>", "[a](mailto:x@y.z)", "[link *a `b`*](#frag)", "[a](x'y\"z&w)", "[ä](/ü%20b)",
        "\"quotes\" & <3 > 2", "line one\n    still paragraph", "\ttab code", "-\ttab item", "1. one\n\n   two\n3. three",
        "- a\n  - b\n    - c\n      - d",
        "- \n- b", "> ", "#", "- [ ] task", "a * b * c", "http://plain.example", "\u{A0}nbsp", "emoji 🎈 *ü*", "a<br>", "`<b>`",
        "* * *\n- x",
    ].filter { !$0.contains("<br>") }
}
