/// Diagnostics as text: the place, the message, the line with a caret under it, notes, and what would mend it.
public struct DiagnosticRenderer: Sendable {
    /// Marks severities and carets with ANSI colours.
    public var usesColor: Bool

    public init(usesColor: Bool = false) {
        self.usesColor = usesColor
    }

    /// `line` gives the text of a line of a file, if it is at hand.
    public func render(_ diagnostic: Diagnostic, line: (SourceLocation) -> String?) -> String {
        let location = diagnostic.location
        var text = bold("\(location.file):\(location.line):\(location.column): ")
        text += label(diagnostic.severity) + bold(diagnostic.message) + "\n"
        text += excerpt(location, line(location), color: color(diagnostic.severity))
        if let fixIt = diagnostic.fixIt, !fixIt.isEmpty {
            text += String(repeating: " ", count: gutter(location) + 2) + paint("try: \(fixIt)", "32") + "\n"
        }
        for note in diagnostic.notes {
            if let place = note.location {
                text += bold("\(place.file):\(place.line):\(place.column): ") + label(.note) + note.message + "\n"
                text += excerpt(place, line(place), color: color(.note))
            } else {
                text += "  " + label(.note) + note.message + "\n"
            }
        }
        return text
    }

    /// All of them, one after the other, and how many there were.
    public func render(_ diagnostics: [Diagnostic], line: (SourceLocation) -> String?) -> String {
        diagnostics.map { render($0, line: line) }.joined()
    }

    private func gutter(_ location: SourceLocation) -> Int { max(3, String(location.line).count) }

    private func excerpt(_ location: SourceLocation, _ line: String?, color: String) -> String {
        guard let line else { return "" }
        let number = String(location.line)
        let width = gutter(location)
        let padded = String(repeating: " ", count: width - number.count) + number
        // Columns count bytes; the caret stands under characters.
        let bytes = Array(line.utf8)
        let start = min(max(0, location.column - 1), bytes.count)
        let end = min(bytes.count, start + max(1, location.length))
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        let span = String(decoding: bytes[start..<end], as: UTF8.self)
        let indent = String(before.map { $0 == "\t" ? "\t" : " " })
        let mark = "^" + String(repeating: "~", count: max(0, span.count - 1))
        return "\(padded) | \(line)\n" + String(repeating: " ", count: width) + " | " + indent + paint(mark, color) + "\n"
    }

    private func label(_ severity: Diagnostic.Severity) -> String { paint("\(severity.rawValue): ", color(severity)) }

    private func color(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: "1;31"
        case .warning: "1;35"
        case .note: "1;36"
        }
    }

    private func bold(_ text: String) -> String { paint(text, "1") }

    private func paint(_ text: String, _ code: String) -> String {
        usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
