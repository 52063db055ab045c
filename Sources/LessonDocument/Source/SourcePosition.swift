/// A place in a lesson's file. Lines and columns count from 1; columns count UTF-8 bytes, as swiftc's do.
public struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }

    /// `line:column`.
    public var description: String { "\(line):\(column)" }
}

/// A stretch of a lesson's file; `end` is the place of its last byte.
public struct SourceRange: Hashable, Sendable {
    public var start: SourcePosition
    public var end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
