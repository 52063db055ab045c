/// A fence of Swift that a lesson runs (or shows).
public struct Step: Hashable, Sendable {
    /// The author's id, or the heading's anchor with an ordinal. Unique in the lesson.
    public let id: String
    /// True when the author gave the id.
    public let hasOwnId: Bool
    /// The place among the lesson's steps, from 0.
    public let index: Int
    /// The text of the nearest heading above, empty before the first.
    public let heading: String
    public let options: StepOptions
    /// The text of the leading `//| caption:` line.
    public let caption: String?
    /// The text of the leading `//| alt:` line.
    public let alternativeText: String?
    /// All lines between the fences, each ended by a newline, indentation of the fence removed.
    public let code: String
    /// The code without its leading `//|` lines: what a page shows.
    public let shownCode: String
    /// From the opening fence to the closing one.
    public let range: SourceRange
    /// Where each of the code's lines stands in the file.
    public let map: CodeMap

    /// The place in the lesson's file of a place in `code`.
    public func position(codeLine line: Int, column: Int) -> SourcePosition { map.position(codeLine: line, column: column) }
}

/// Where the lines of a stretch of code stand in the lesson's file.
public struct CodeMap: Hashable, Sendable {
    /// The file's line of the code's first line.
    public let firstLine: Int
    /// For each line of the code, the bytes of the file's line before it (indentation, list and quote marks).
    public let indents: [Int]

    public init(firstLine: Int, indents: [Int]) {
        self.firstLine = firstLine
        self.indents = indents
    }

    /// The place in the file of a place in the code, both counting lines and UTF-8 columns from 1.
    ///
    /// A place beyond the last line (where a parser reports a missing brace) is given on the line after it.
    public func position(codeLine line: Int, column: Int) -> SourcePosition {
        let index = max(1, line) - 1
        let indent = index < indents.count ? indents[index] : indents.last ?? 0
        return SourcePosition(line: firstLine + min(index, indents.count), column: indent + max(1, column))
    }
}

/// Code in the prose that stands for its value: `` `{swift} expression` ``.
public struct InlineExpression: Hashable, Sendable {
    /// The place among the lesson's inline expressions, from 0.
    public let index: Int
    public let code: String
    /// Where the expression begins in the file.
    public let position: SourcePosition
    /// How many of the lesson's steps stand before it: it sees what they made.
    public let stepsBefore: Int
}
