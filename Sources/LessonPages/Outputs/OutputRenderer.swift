/// What a step gave, as HTML.
struct OutputRenderer {
    /// The address under which a file of the lesson's output folder is reached; nil when there is none.
    let file: (String) -> String?
    var budget = OutputBudget()

    mutating func write(_ output: StepOutput, of step: String, to html: inout HTML) {
        switch output {
        case .text(let text): write(text, to: &html)
        case .table(let table): write(table, to: &html)
        case .picture(let picture): write(picture, to: &html)
        case .animation(let animation): write(animation, to: &html)
        case .problem(let problem): write(problem, to: &html)
        }
    }

    // MARK: Text

    private mutating func write(_ text: String, to html: inout HTML) {
        var text = Substring(text)
        while text.last == "\n" { text = text.dropLast() }
        guard !text.isEmpty else { return }
        let (shown, leftOut) = budget.take(String(text))
        if Self.hasColumns(shown) {
            html.markup("<pre class=\"output\">")
            html.text(shown)
        } else {
            html.markup("<pre class=\"output wraps\">")
            html.lines(shown.utf8) { line, html in html.text(String(decoding: line, as: UTF8.self)) }
        }
        html.markup("</pre>\n")
        if leftOut > 0 { note("\(Self.grouped(leftOut)) more bytes of output are not shown.", &html) }
    }

    /// Whether a text is laid out in columns, which must not be wrapped: spaces stand side by side within a line.
    private static func hasColumns(_ text: String) -> Bool {
        var isAfterWord = false
        var last: UInt8 = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\t") || (byte == UInt8(ascii: " ") && last == byte && isAfterWord) { return true }
            if byte == UInt8(ascii: "\n") { isAfterWord = false } else if byte != UInt8(ascii: " ") { isAfterWord = true }
            last = byte
        }
        return false
    }

    private func note(_ text: String, _ html: inout HTML) {
        html.markup("<p class=\"output-note\">")
        html.text(text)
        html.markup("</p>\n")
    }

    /// 100004 as 100,004.
    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return String(digits)
    }

    // MARK: Tables

    /// Cells of more characters than this wrap.
    private static let longCell = 56

    private mutating func write(_ table: OutputTable, to html: inout HTML) {
        let width = min(OutputBudget.mostColumns, max(table.headers.count, table.rows.map(\.count).max() ?? 0))
        let rows = table.rows.prefix(OutputBudget.mostRows)
        html.markup("<div class=\"table-scroll\" role=\"group\"")
        html.attribute("aria-label", table.caption ?? "Table of \(table.rows.count) rows")
        html.markup(">\n<table class=\"frame\">\n")
        if let caption = table.caption {
            html.markup("<caption>")
            html.text(caption)
            html.markup("</caption>\n")
        }
        func classes(_ column: Int, _ cell: String) -> String {
            var names: [String] = []
            if column < table.alignments.count, table.alignments[column] != .left { names.append(table.alignments[column].rawValue) }
            if cell.count > Self.longCell { names.append("long") }
            return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
        }
        html.markup("<thead><tr>")
        for column in 0..<width {
            let header = column < table.headers.count ? budget.takeCell(table.headers[column]) : ""
            // A header without words would announce nothing.
            let tag = header.isEmpty ? "td" : "th"
            html.markup("<\(tag)\(tag == "th" ? " scope=\"col\"" : "")\(classes(column, header))>")
            html.text(header)
            html.markup("</\(tag)>")
        }
        html.markup("</tr></thead>\n<tbody>\n")
        var shownRows = 0
        for row in rows {
            guard budget.left > 0 else { break }
            html.markup("<tr>")
            for column in 0..<width {
                let cell = column < row.count ? row[column] : ""
                let isHeader = column < table.rowHeaderCount && !cell.isEmpty
                html.markup("<\(isHeader ? "th scope=\"row\"" : "td")\(classes(column, cell))>")
                html.text(budget.takeCell(cell))
                html.markup(isHeader ? "</th>" : "</td>")
            }
            html.markup("</tr>\n")
            shownRows += 1
        }
        html.markup("</tbody>\n</table>\n</div>\n")
        if let tableNote = table.note { note(tableNote, &html) }
        if shownRows < table.rows.count { note("\(Self.grouped(table.rows.count - shownRows)) more rows are not shown.", &html) }
    }

    // MARK: Pictures

    private func write(_ picture: OutputPicture, to html: inout HTML) {
        html.markup("<figure class=\"figure\">\n")
        writeImage(picture, still: nil, to: &html)
        caption(picture.caption, &html)
        html.markup("</figure>\n")
    }

    private func writeImage(_ picture: OutputPicture, still: String?, to html: inout HTML) {
        guard let light = file(picture.file) else {
            html.markup("<p class=\"no-picture\">")
            html.text(picture.alternativeText.isEmpty ? "The picture \(picture.file) is missing." : picture.alternativeText)
            return html.markup("</p>\n")
        }
        html.markup("<picture>")
        if let still, let address = file(still) {
            html.markup("<source media=\"(prefers-reduced-motion: reduce)\" srcset=\"\(SafeAddress.encoded(address))\">")
        }
        if let name = picture.darkFile, let dark = file(name) {
            let address = SafeAddress.encoded(dark)
            html.markup("<source class=\"dark-twin\" media=\"screen and (prefers-color-scheme: dark)\" srcset=\"\(address)\">")
        }
        html.markup("<img src=\"\(SafeAddress.encoded(light))\" width=\"\(picture.width)\" height=\"\(picture.height)\"")
        html.attribute("alt", picture.alternativeText)
        html.markup("></picture>\n")
    }

    private func caption(_ caption: String?, _ html: inout HTML) {
        guard let caption, !caption.isEmpty else { return }
        html.markup("<figcaption>")
        html.text(caption)
        html.markup("</figcaption>\n")
    }

    private func write(_ animation: OutputAnimation, to html: inout HTML) {
        let frames = animation.frames.compactMap(file)
        let dark = animation.darkFrames.compactMap(file)
        html.markup("<figure class=\"figure animation\"")
        html.attribute("data-interval", String(Int((max(0.02, min(60, animation.interval)) * 1000).rounded())))
        html.attribute("data-frames", frames.map(SafeAddress.encoded).joined(separator: " "))
        if dark.count == frames.count, !dark.isEmpty {
            html.attribute("data-dark-frames", dark.map(SafeAddress.encoded).joined(separator: " "))
        }
        html.markup(">\n")
        writeImage(animation.picture, still: animation.frames.first, to: &html)
        html.markup("<div class=\"player\"></div>\n")
        caption(animation.picture.caption, &html)
        html.markup("</figure>\n")
    }
}
