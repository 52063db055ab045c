import LessonDocument

/// A lesson's text as HTML: what CommonMark has, as cmark writes it in its safe mode, and what lessons have beyond it.
struct ProseRenderer {
    /// How many levels deeper headings stand on the page than in the file.
    var headingShift = 0
    /// Whether headings get a link to themselves.
    var hasAnchors = true
    /// The address of a link, nil when it may not be followed.
    var link: (String) -> String? = SafeAddress.link
    /// The address of a picture, nil when it may not be shown.
    var picture: (String) -> String? = { _ in nil }
    /// The value of an inline expression; nil when it was not computed.
    var value: (InlineExpression) -> String? = { _ in nil }
    /// Writes a step with its results.
    var step: (Step, inout HTML) -> Void = { _, _ in }

    func write(_ blocks: [Block], to html: inout HTML) { write(blocks, isTight: false, to: &html) }

    private func write(_ blocks: [Block], isTight: Bool, to html: inout HTML) {
        var tags = SafeTags(allowsBlocks: true)
        for block in blocks { write(block, isTight: isTight, tags: &tags, to: &html) }
        tags.close(&html)
    }

    private func write(_ block: Block, isTight: Bool, tags: inout SafeTags, to html: inout HTML) {
        switch block.kind {
        case .heading(let level, let anchor, let content):
            html.freshLine()
            let tag = "h\(min(6, level + headingShift))"
            html.markup("<\(tag)")
            if hasAnchors { html.attribute("id", anchor) }
            html.markup(">")
            write(content, to: &html)
            if hasAnchors {
                html.markup("<a class=\"anchor\"")
                html.attribute("href", "#\(anchor)")
                html.attribute("aria-label", "Link to “\(content.plainText)”")
                html.markup(">#</a>")
            }
            html.markup("</\(tag)>\n")
        case .paragraph(let content):
            if isTight { return write(content, to: &html) }
            html.freshLine()
            html.markup("<p>")
            write(content, to: &html)
            html.markup("</p>\n")
        case .list(let list): write(list, to: &html)
        case .quote(let content):
            html.freshLine()
            html.markup("<blockquote>\n")
            write(content, to: &html)
            html.freshLine()
            html.markup("</blockquote>\n")
        case .callout(let callout):
            html.freshLine()
            html.markup("<div class=\"callout \(callout.kind.rawValue)\" role=\"note\">\n<p class=\"callout-title\">")
            html.text(callout.kind.rawValue.prefix(1).uppercased() + callout.kind.rawValue.dropFirst())
            html.markup("</p>\n")
            write(callout.blocks, to: &html)
            html.freshLine()
            html.markup("</div>\n")
        case .table(let table): write(table, to: &html)
        case .math(let tex):
            html.freshLine()
            html.markup("<div class=\"formula\">")
            html.markup(MathML.element(tex, display: true) ?? "<code>\(HTML.escaped(tex))</code>")
            html.markup("</div>\n")
        case .code(let info, let text):
            html.freshLine()
            let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
            html.markup("<pre><code")
            if !language.isEmpty { html.attribute("class", "language-\(language)") }
            html.markup(">")
            html.text(text)
            html.markup("</code></pre>\n")
        case .step(let step):
            html.freshLine()
            self.step(step, &html)
        case .html(let raw):
            html.freshLine()
            tags.write(raw, to: &html)
            html.freshLine()
        case .thematicBreak:
            html.freshLine()
            html.markup("<hr />\n")
        }
    }

    private func write(_ list: List, to html: inout HTML) {
        html.freshLine()
        switch list.start {
        case nil: html.markup("<ul>\n")
        case 1: html.markup("<ol>\n")
        case let start?: html.markup("<ol start=\"\(start)\">\n")
        }
        for item in list.items {
            html.freshLine()
            html.markup("<li>")
            write(item, isTight: list.isTight, to: &html)
            html.markup("</li>\n")
        }
        html.markup(list.start == nil ? "</ul>\n" : "</ol>\n")
    }

    private func write(_ table: Table, to html: inout HTML) {
        html.freshLine()
        html.markup("<div class=\"table-scroll\" role=\"group\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>")
        func cells(_ row: [[Inline]], _ tag: String) {
            for (cell, alignment) in zip(row, table.alignments) {
                html.markup("<\(tag)\(alignment == .none ? "" : " class=\"\(alignment.rawValue)\"")>")
                write(cell, to: &html)
                html.markup("</\(tag)>")
            }
        }
        cells(table.header, "th")
        html.markup("</tr>\n</thead>\n<tbody>\n")
        for row in table.rows {
            html.markup("<tr>")
            cells(row, "td")
            html.markup("</tr>\n")
        }
        html.markup("</tbody>\n</table>\n</div>\n")
    }
}
