import LessonDocument
import XCTest

/// What lessons have beyond CommonMark.
final class MarkdownTests: XCTestCase {
    /// The blocks in short: what they are and what they say.
    private func outline(_ blocks: [Block]) -> [String] {
        blocks.map { block in
            switch block.kind {
            case .heading(let level, let anchor, let content): "h\(level)#\(anchor) \(content.plainText)"
            case .paragraph(let content): "p " + content.map(short).joined()
            case .list(let list): "list " + list.items.map { outline($0).joined(separator: "; ") }.joined(separator: " | ")
            case .quote(let inner): "quote " + outline(inner).joined(separator: "; ")
            case .callout(let callout): "\(callout.kind.rawValue): " + outline(callout.blocks).joined(separator: "; ")
            case .table(let table):
                "table \(table.alignments.map(\.rawValue)) "
                    + ([table.header] + table.rows).map { $0.map { $0.map(short).joined() }.joined(separator: ",") }.joined(
                        separator: " / ")
            case .math(let tex): "math \(tex)"
            case .code(let info, let text): "code \(info) \(text)"
            case .step(let step): "step \(step.id)"
            case .html(let raw): "html \(raw)"
            case .thematicBreak: "rule"
            }
        }
    }

    private func short(_ inline: Inline) -> String {
        switch inline.kind {
        case .text(let text): text
        case .code(let code): "`\(code)`"
        case .expression(let expression): "{\(expression.code)}"
        case .emphasis(let inner): "*\(inner.map(short).joined())*"
        case .strong(let inner): "**\(inner.map(short).joined())**"
        case .link(let address, _, let inner): "[\(inner.map(short).joined())](\(address))"
        case .image(let source, _, let inner): "![\(inner.map(short).joined())](\(source))"
        case .math(let tex, let display): display ? "$$\(tex)$$" : "$\(tex)$"
        case .html(let raw): raw
        case .softBreak: "~"
        case .lineBreak: "!"
        }
    }

    func testPipeTables() {
        XCTAssertEqual(
            outline(Lesson.prose("| a | b |\n|:--|--:|\n| 1 | *x* \\| y |\n| `a\\|b` |\n| 3 | 4 | 5 |\n")),
            ["table [\"left\", \"right\"] a,b / 1,*x* | y / `a|b`, / 3,4"])
        XCTAssertEqual(outline(Lesson.prose("a | b\n--- | :-:\n*x* - | # y\n")), ["table [\"none\", \"center\"] a,b / *x* -,# y"])
        XCTAssertEqual(outline(Lesson.prose("> | a |\n> |---|\n> | [r] |\n\n[r]: /u\n")), ["quote table [\"none\"] a / [r](/u)"])
        XCTAssertEqual(outline(Lesson.prose("before:\n| a |\n| - |\n| 1 |")), ["p before:", "table [\"none\"] a / 1"])
    }

    func testWhatIsNoTable() {
        XCTAssertEqual(outline(Lesson.prose("a | b\nc | d")), ["p a | b~c | d"])
        XCTAssertEqual(outline(Lesson.prose("| a | b |\n|---|")), ["p | a | b |~|---|"])
        XCTAssertEqual(outline(Lesson.prose("```\n| a |\n|---|\n```")), ["code  | a |\n|---|\n"])
    }

    func testFormulas() {
        XCTAssertEqual(
            outline(Lesson.prose("so $a_1 * b_2 * \\frac{1}{2}$ it _is_ $x$.")), ["p so $a_1 * b_2 * \\frac{1}{2}$ it *is* $x$."])
        XCTAssertEqual(outline(Lesson.prose("$$\nx\n= y_1 \\\\\n# z\n$$\n\ntext")), ["math \nx\n= y_1 \\\\\n# z\n", "p text"])
        XCTAssertEqual(outline(Lesson.prose("- item\n\n  $$a^2$$\n")), ["list p item; math a^2"])
        XCTAssertEqual(outline(Lesson.prose("> $$\n> a\n> $$\n")), ["quote math \na\n"])
        XCTAssertEqual(outline(Lesson.prose("| $|x|$ |\n|---|\n")), ["table [\"none\"] $|x|$"])
    }

    func testDollarsThatAreMoney() {
        XCTAssertEqual(outline(Lesson.prose("costs $5 or $6, `$x$`, \\$y$ and 5$ a$1")), ["p costs $5 or $6, `$x$`, $y$ and 5$ a$1"])
        XCTAssertEqual(outline(Lesson.prose("$$ open\n\nend")), ["p $$ open", "p end"])
        XCTAssertEqual(outline(Lesson.prose("    $a$\n\n<b>$a$</b> [$a$](/x$y$z)")).last, "p <b>$a$</b> [$a$](/x$y$z)")
    }

    func testCallouts() {
        XCTAssertEqual(outline(Lesson.prose("> [!TIP]\n> Do *it*.\n>\n> - a")), ["tip: p Do *it*.; list p a"])
        XCTAssertEqual(outline(Lesson.prose("> **Note:** mind\n> this")), ["note: p mind~this"])
        XCTAssertEqual(outline(Lesson.prose("> **Warning**: hot")), ["warning: p hot"])
        XCTAssertEqual(outline(Lesson.prose("> **Nota bene:** x")), ["quote p **Nota bene:** x"])
        XCTAssertEqual(outline(Lesson.prose("> [!NOTE] x")), ["quote p [!NOTE] x"])
    }

    func testHeadingsHaveAnchorsOfTheirOwn() {
        XCTAssertEqual(
            outline(Lesson.prose("# What's `new`?\n# What's new\n# !!!\n# Größe 2")),
            ["h1#whats-new What's new?", "h1#whats-new-2 What's new", "h1#section !!!", "h1#größe-2 Größe 2"])
    }

    func testBlocksKnowWhereTheyStand() throws {
        let lesson = try Lesson(source: "---\ntitle: T\n---\n# A\n\ntext\nmore\n\n| a |\n|---|\n\n```swift\n1\n```\n", file: "l.md")
        XCTAssertEqual(lesson.blocks.map(\.range.start.line), [4, 6, 9, 12])
        XCTAssertEqual(lesson.blocks.map(\.range.end.line), [4, 7, 10, 14])
    }

    func testLinksAndPicturesCanBeListed() throws {
        let lesson = try Lesson(source: "[a](x.md)\n\n- ![b](p.png) **[c](#d)**\n\n```swift\n```\n\n| ![e](p.png) |\n|---|\n", file: "l.md")
        XCTAssertEqual(lesson.linkDestinations.map(\.address), ["x.md", "#d"])
        XCTAssertEqual(lesson.linkDestinations.map(\.position.line), [1, 3])
        XCTAssertEqual(lesson.pictureSources, ["p.png"])
    }
}
