import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Swift with its words marked by the parser's own classification.
enum SwiftHighlighter {
    private struct Mark {
        let range: Range<Int>
        let className: String
    }

    /// Writes code as text with a `span` around what has a colour, line by line, so that long lines can be wrapped.
    static func write(_ code: String, to html: inout HTML) {
        let bytes = Array(code.utf8)
        var marks = marks(in: code, bytes)[...]
        html.lines(bytes) { line, html in
            var done = line.startIndex
            for mark in marks.prefix(while: { $0.range.lowerBound < line.endIndex }) {
                let range = mark.range.clamped(to: line.startIndex..<line.endIndex)
                html.text(String(decoding: bytes[done..<range.lowerBound], as: UTF8.self))
                html.markup("<span class=\"\(mark.className)\">")
                html.text(String(decoding: bytes[range], as: UTF8.self))
                html.markup("</span>")
                done = range.upperBound
            }
            html.text(String(decoding: bytes[done..<line.endIndex], as: UTF8.self))
            marks = marks.drop { $0.range.upperBound <= line.endIndex }
        }
    }

    /// What has a colour, in order and apart from each other.
    private static func marks(in code: String, _ bytes: [UInt8]) -> [Mark] {
        var marks: [Mark] = []
        for word in Parser.parse(source: code).classifications {
            let (start, end) = (word.range.lowerBound.utf8Offset, word.range.upperBound.utf8Offset)
            guard start >= marks.last?.range.upperBound ?? 0, start < end, end <= bytes.count,
                let name = className(word.kind, first: bytes[start])
            else {
                continue
            }
            marks.append(Mark(range: start..<end, className: name))
        }
        return marks
    }

    private static func className(_ kind: SyntaxClassification, first: UInt8) -> String? {
        switch kind {
        // A parser cannot know that `Learner(…)` names a type; the capital letter says so.
        case .identifier: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) ? "ht" : nil
        case .keyword, .ifConfigDirective: "hk"
        case .type: "ht"
        case .integerLiteral, .floatLiteral: "hn"
        case .stringLiteral, .regexLiteral: "hs"
        case .lineComment, .blockComment, .docLineComment, .docBlockComment: "hc"
        case .attribute, .editorPlaceholder: "ha"
        case .argumentLabel: "hl"
        case .dollarIdentifier: "hd"
        default: nil
        }
    }
}
