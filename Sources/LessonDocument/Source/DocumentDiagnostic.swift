/// One thing that is wrong with a lesson's file, with its place and what to do about it.
public struct DocumentDiagnostic: Hashable, Sendable {
    public enum Severity: String, Sendable { case error, warning }

    public var severity: Severity
    /// The file as it was named when it was read.
    public var file: String
    /// Counts from 1; 0 where the problem is the file as a whole.
    public var line: Int
    /// Counts UTF-8 bytes from 1; 0 where the problem is the file as a whole.
    public var column: Int
    /// How many UTF-8 bytes are at fault, at least 1.
    public var length: Int
    public var message: String
    /// What to do, where that can be said.
    public var hint: String?

    public init(
        severity: Severity = .error, file: String, line: Int, column: Int, length: Int = 1, message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.length = max(1, length)
        self.message = message
        self.hint = hint
    }

    /// `file:line:column`, or the file alone where the problem has no line.
    public var place: String { line > 0 ? "\(file):\(line):\(column)" : file }
}

extension DocumentDiagnostic: CustomStringConvertible {
    /// `file:line:column: error: message (hint)`, on one line.
    public var description: String {
        "\(place): \(severity.rawValue): \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}

/// Everything that keeps a file from being a lesson, in the order of the file.
public struct LessonError: Error, Sendable, CustomStringConvertible {
    public let diagnostics: [DocumentDiagnostic]

    public init(_ diagnostics: [DocumentDiagnostic]) { self.diagnostics = diagnostics }

    public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
