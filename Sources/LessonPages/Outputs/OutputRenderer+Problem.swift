extension OutputRenderer {
    /// The longest line of source that is shown whole beneath an error.
    private static let longestLine = 300

    /// An error with its place, the line, a caret under what is at fault, and what to do.
    mutating func write(_ problem: OutputProblem, to html: inout HTML) {
        html.markup("<div class=\"problem \(problem.severity.rawValue)\">\n<p class=\"problem-message\"><strong>")
        html.text(problem.severity.rawValue.prefix(1).uppercased() + problem.severity.rawValue.dropFirst())
        html.markup(":</strong> ")
        html.text(budget.take(problem.message, atMost: 4000).shown)
        html.markup("</p>\n")
        if problem.line > 0 {
            html.markup("<p class=\"problem-place\">")
            html.text("\(problem.file):\(problem.line):\(max(1, problem.column))")
            html.markup("</p>\n")
        }
        if problem.line > 0, !problem.sourceLine.isEmpty, problem.sourceLine.utf8.count <= Self.longestLine {
            let parts = Self.cut(problem.sourceLine, column: problem.column, length: problem.length)
            html.markup("<pre class=\"problem-line\"><code>")
            html.text(parts.before)
            html.markup("<mark>")
            html.text(parts.fault)
            html.markup("</mark>")
            html.text(parts.after + "\n")
            html.markup("<span class=\"caret\">")
            html.text(parts.caret)
            html.markup("</span></code></pre>\n")
        }
        for hint in problem.hints {
            html.markup("<p class=\"hint\">")
            html.text(hint)
            html.markup("</p>\n")
        }
        html.markup("</div>\n")
    }

    /// A line cut at the fault, and the caret's line; columns count bytes, carets characters.
    private static func cut(_ line: String, column: Int, length: Int) -> (before: String, fault: String, after: String, caret: String) {
        let utf8 = Array(line.utf8)
        let start = min(utf8.count, max(0, column - 1))
        let end = min(utf8.count, start + max(1, length))
        let text: (Range<Int>) -> String = { String(decoding: utf8[$0], as: UTF8.self) }
        let before = text(0..<start)
        let fault = text(start..<end)
        // A tab before the fault stays a tab, so that the caret stands under it.
        let blank = String(before.map { $0 == "\t" ? "\t" : " " })
        return (before, fault, text(end..<utf8.count), blank + "^" + String(repeating: "~", count: max(0, fault.count - 1)))
    }
}
