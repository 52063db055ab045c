/// A piece of a lesson's text that stands by itself, with its place.
public struct Block: Hashable, Sendable {
    public indirect enum Kind: Hashable, Sendable {
        /// `anchor` is unique among the lesson's headings.
        case heading(level: Int, anchor: String, [Inline])
        case paragraph([Inline])
        case list(List)
        case quote([Block])
        case callout(Callout)
        case table(Table)
        /// A formula on lines of its own, in LaTeX.
        case math(String)
        /// A fence or indented code that is no step; `info` is the fence's text.
        case code(info: String, text: String)
        case step(Step)
        /// Raw HTML as it was written. It is not trusted.
        case html(String)
        case thematicBreak
    }

    public let kind: Kind
    public let range: SourceRange

    public init(kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A bulleted or numbered list.
public struct List: Hashable, Sendable {
    /// The first number; nil for bullets.
    public let start: Int?
    /// True when the items' paragraphs stand without space between.
    public let isTight: Bool
    public let items: [[Block]]
}

/// A quote that is marked as a remark: `> [!NOTE]` or `> **Note:** …`.
public struct Callout: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable { case note, tip, important, warning, caution, question }

    public let kind: Kind
    public let blocks: [Block]
}

/// A table written with pipes.
public struct Table: Hashable, Sendable {
    public enum Alignment: String, Sendable { case none, left, center, right }

    public let alignments: [Alignment]
    public let header: [[Inline]]
    /// As many cells in each row as in the header.
    public let rows: [[[Inline]]]
}
