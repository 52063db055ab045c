extension Callout {
    /// The callout that a quote's blocks are; nil for a plain quote.
    init?(quote blocks: [Block]) {
        guard let first = blocks.first, case .paragraph(let content) = first.kind else { return nil }
        guard let (kind, rest) = Self.alert(content) ?? Self.boldWord(content) else { return nil }
        var body = Array(blocks.dropFirst())
        if !rest.isEmpty { body.insert(Block(kind: .paragraph(rest), range: first.range), at: 0) }
        self.init(kind: kind, blocks: body)
    }

    /// `[!NOTE]` on the first line.
    private static func alert(_ content: [Inline]) -> (Kind, [Inline])? {
        guard case .text(let text)? = content.first?.kind, text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
        guard let kind = Kind(rawValue: text[text.index(text.startIndex, offsetBy: 2)..<close].lowercased()) else { return nil }
        guard trimmed(text[text.index(after: close)...]).isEmpty else { return nil }
        let rest = content.dropFirst()
        guard let next = rest.first else { return (kind, []) }
        guard next.kind == .softBreak || next.kind == .lineBreak else { return nil }
        return (kind, Array(rest.dropFirst()))
    }

    /// `**Note:**` or `**Note**:` as the first words.
    private static func boldWord(_ content: [Inline]) -> (Kind, [Inline])? {
        guard let first = content.first, case .strong(let inner) = first.kind else { return nil }
        var rest = Array(content.dropFirst())
        var word = inner.plainText
        if word.hasSuffix(":") {
            word.removeLast()
        } else if case .text(let text)? = rest.first?.kind, text.hasPrefix(":") {
            rest[0] = Inline(kind: .text(String(text.dropFirst())), position: rest[0].position)
        } else {
            return nil
        }
        guard let kind = Kind(rawValue: word.lowercased()) else { return nil }
        if case .text(let text)? = rest.first?.kind {
            let bare = String(text.drop { $0 == " " })
            if bare.isEmpty { rest.removeFirst() } else { rest[0] = Inline(kind: .text(bare), position: rest[0].position) }
        }
        if rest.first?.kind == .softBreak { rest.removeFirst() }
        return (kind, rest)
    }
}
