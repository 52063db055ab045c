import LessonDocument

extension ProseRenderer {
    func write(_ inlines: [Inline], to html: inout HTML) {
        var tags = SafeTags(allowsBlocks: false)
        for (place, inline) in inlines.enumerated() {
            if place > 0, case .text(let text) = inline.kind, Self.isShortFormula(inlines[place - 1]) {
                html.text(String(text.dropFirst(Self.punctuation(text).count)))
            } else if Self.isShortFormula(inline), place + 1 < inlines.count, case .text(let text) = inlines[place + 1].kind,
                !Self.punctuation(text).isEmpty
            {
                // Browsers would begin a line with the comma after a formula.
                html.markup("<span class=\"unbroken\">")
                write(inline, tags: &tags, to: &html)
                html.text(String(Self.punctuation(text)))
                html.markup("</span>")
            } else {
                write(inline, tags: &tags, to: &html)
            }
        }
        tags.close(&html)
    }

    /// Whether a formula with what follows it surely fits into a line of a phone.
    private static func isShortFormula(_ inline: Inline) -> Bool {
        if case .math(let tex, display: false) = inline.kind { tex.utf8.count <= 24 } else { false }
    }

    private static func punctuation(_ text: String) -> Substring { text.prefix { ".,;:!?)".contains($0) } }

    private func write(_ inline: Inline, tags: inout SafeTags, to html: inout HTML) {
        switch inline.kind {
        case .text(let text): html.text(text)
        case .code(let code):
            html.markup("<code>")
            html.text(code)
            html.markup("</code>")
        case .expression(let expression):
            if let value = value(expression) {
                html.markup("<span class=\"value\"")
                html.attribute("title", expression.code)
                html.markup(">")
                html.text(value)
                html.markup("</span>")
            } else {
                html.markup("<code class=\"value\">")
                html.text(expression.code)
                html.markup("</code>")
            }
        case .emphasis(let content): wrap("em", content, &html)
        case .strong(let content): wrap("strong", content, &html)
        case .link(let destination, let title, let content):
            html.markup("<a")
            // A link whose address is not safe stays as words.
            if let address = link(destination) { html.markup(" href=\"\(SafeAddress.encoded(address))\"") }
            if !title.isEmpty { html.attribute("title", title) }
            html.markup(">")
            write(content, to: &html)
            html.markup("</a>")
        case .image(let source, let title, let content):
            guard let address = picture(source) else {
                html.markup("<span class=\"no-picture\">")
                html.text(content.plainText.isEmpty ? "picture" : content.plainText)
                return html.markup("</span>")
            }
            html.markup("<img src=\"\(SafeAddress.encoded(address))\"")
            html.attribute("alt", content.plainText)
            if !title.isEmpty { html.attribute("title", title) }
            html.markup(" />")
        case .math(let tex, let display):
            html.markup(MathML.element(tex, display: display) ?? "<code>\(HTML.escaped(tex))</code>")
        case .html(let raw): tags.write(raw, to: &html)
        case .softBreak: html.markup("\n")
        case .lineBreak: html.markup("<br />\n")
        }
    }

    private func wrap(_ tag: String, _ content: [Inline], _ html: inout HTML) {
        html.markup("<\(tag)>")
        write(content, to: &html)
        html.markup("</\(tag)>")
    }
}
