/// A lesson's file, read: what it says about itself, its text, and its steps.
public struct Lesson: Sendable {
    /// The file as it was named.
    public let file: String
    /// The file's name without its folder and `.md`.
    public let name: String
    /// The whole text, as it was read.
    public let source: String
    public let frontMatter: FrontMatter
    public let blocks: [Block]
    /// All steps, in the order of the file.
    public let steps: [Step]
    /// All inline expressions, in the order of the file.
    public let expressions: [InlineExpression]
    /// The front matter's title, else the first heading of level 1, else the name.
    public let title: String

    /// Reads a lesson from its text.
    /// - Parameter file: how places name it, `lesson5.md`.
    /// - Throws: `LessonError` with everything that is wrong with the file.
    public init(source: String, file: String) throws {
        try self.init(bytes: Array(source.utf8), file: file)
    }

    /// Reads a lesson from the bytes of its file.
    /// - Throws: `LessonError` with everything that is wrong with the file.
    public init(bytes: [UInt8], file: String) throws {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let problem = SourceText.problem(in: bytes, file: file) { throw LessonError([problem]) }
        let text = SourceText(bytes: bytes, file: file)
        var problems: [DocumentDiagnostic] = []
        let frontMatter = FrontMatter(text, problems: &problems)
        var reader = MarkdownReader(text, bodyStart: frontMatter.lastLine + 1)
        let blocks = reader.read()
        problems += reader.problems + reader.steps.problems
        guard problems.isEmpty else {
            throw LessonError(
                problems.sorted { ($0.line == 0 ? Int.max : $0.line, $0.column) < ($1.line == 0 ? Int.max : $1.line, $1.column) })
        }
        self.file = file
        name = Self.name(of: file)
        source = String(decoding: bytes, as: UTF8.self)
        self.frontMatter = frontMatter
        self.blocks = blocks
        steps = reader.steps.steps
        expressions = reader.steps.expressions
        title = frontMatter.title ?? Self.firstTitle(blocks) ?? name
    }

    /// A file's name without its folder and `.md`.
    public static func name(of file: String) -> String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return last.lowercased().hasSuffix(".md") ? String(last.dropLast(3)) : last
    }

    private static func firstTitle(_ blocks: [Block]) -> String? {
        for block in blocks {
            if case .heading(1, _, let content) = block.kind { return content.plainText }
        }
        return nil
    }

    /// A line of the file (counting from 1) without its end, for showing where a problem is.
    public func line(_ number: Int) -> String {
        let text = SourceText(bytes: source.utf8, file: file)
        return String(decoding: text[line: number], as: UTF8.self)
    }
}
