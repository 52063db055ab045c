/// Lets a handful of tags through from a lesson's raw HTML and shows the rest as text.
///
/// What is let through is written anew, without attributes, and always closed, so that a lesson cannot reach outside its own text.
struct SafeTags {
    private static let phrasing: Set<String> = [
        "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "u",
    ]
    private static let block: Set<String> = ["details", "summary"]
    private static let empty: Set<String> = ["br", "wbr"]

    /// The tags that are open, outermost first.
    private var open: [String] = []
    private let allowsBlocks: Bool

    init(allowsBlocks: Bool) { self.allowsBlocks = allowsBlocks }

    /// Writes raw HTML: known tags, no comments, all else as text.
    mutating func write(_ raw: String, to html: inout HTML) {
        var rest = Substring(raw)
        while let start = rest.firstIndex(of: "<") {
            html.text(String(rest[..<start]))
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                guard let end = Self.commentEnd(rest) else { return }
                rest = rest[end...]
            } else if let (tag, end) = Self.tag(rest) {
                if !write(tag, to: &html) { html.text(String(rest[..<end])) }
                rest = rest[end...]
            } else {
                html.text("<")
                rest = rest.dropFirst()
            }
        }
        html.text(String(rest))
    }

    /// Closes what the lesson left open.
    mutating func close(_ html: inout HTML) {
        while let name = open.popLast() { html.markup("</\(name)>") }
    }

    private struct Tag {
        let name: String
        let isEnd: Bool
        let isOpenDetails: Bool
    }

    /// Writes a tag if it is one that may pass.
    private mutating func write(_ tag: Tag, to html: inout HTML) -> Bool {
        if Self.empty.contains(tag.name), !tag.isEnd {
            html.markup("<\(tag.name) />")
            return true
        }
        guard Self.phrasing.contains(tag.name) || (allowsBlocks && Self.block.contains(tag.name)) else { return false }
        if tag.isEnd {
            guard let index = open.lastIndex(of: tag.name) else { return false }
            while open.count > index { html.markup("</\(open.removeLast())>") }
            return true
        }
        if tag.name == "summary", open.last != "details" { return false }
        guard open.count < 32 else { return false }
        open.append(tag.name)
        html.markup(tag.isOpenDetails ? "<details open>" : "<\(tag.name)>")
        return true
    }

    private static func commentEnd(_ text: Substring) -> Substring.Index? {
        var rest = text.dropFirst(4)
        while let dash = rest.firstIndex(of: "-") {
            rest = rest[dash...]
            if rest.hasPrefix("-->") { return rest.index(dash, offsetBy: 3) }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// The tag at the start of `text` and where it ends; nil when it is none.
    private static func tag(_ text: Substring) -> (Tag, Substring.Index)? {
        var rest = text.dropFirst()
        let isEnd = rest.first == "/"
        if isEnd { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let first = name.first, first.isLetter else { return nil }
        rest = rest[name.endIndex...]
        var quote: Character?
        var index = rest.startIndex
        while index < rest.endIndex {
            let character = rest[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                let attributes = trimmed(rest[..<index].lowercased())
                let lowercase = name.lowercased()
                let isOpen = lowercase == "details" && !isEnd && attributes == "open"
                return (Tag(name: lowercase, isEnd: isEnd, isOpenDetails: isOpen), rest.index(after: index))
            }
            index = rest.index(after: index)
        }
        return nil
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
