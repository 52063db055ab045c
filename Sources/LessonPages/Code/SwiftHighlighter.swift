import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// Swift with its words marked by the parser's own classification.
enum SwiftHighlighter {
    /// Writes code as text with a `span` around what has a colour.
    static func write(_ code: String, to html: inout HTML) {
        let tree = Parser.parse(source: code)
        let bytes = Array(code.utf8)
        var done = 0
        for word in tree.classifications {
            let (start, end) = (word.range.lowerBound.utf8Offset, word.range.upperBound.utf8Offset)
            guard start >= done, start < end, end <= bytes.count, let name = className(word.kind, first: bytes[start]) else {
                continue
            }
            html.text(String(decoding: bytes[done..<start], as: UTF8.self))
            html.markup("<span class=\"\(name)\">")
            html.text(String(decoding: bytes[start..<end], as: UTF8.self))
            html.markup("</span>")
            done = end
        }
        html.text(String(decoding: bytes[done...], as: UTF8.self))
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
