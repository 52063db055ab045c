/// Something the checker or a run has to say about a place in a program.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error, warning, note
    }

    /// A further remark with a place of its own, such as "'x' previously declared here".
    public struct Note: Sendable, Hashable {
        public var message: String
        public var location: SourceLocation?

        public init(_ message: String, at location: SourceLocation? = nil) {
            self.message = message
            self.location = location
        }
    }

    public var severity: Severity
    /// In swiftc's words where it has them; no trailing full stop.
    public var message: String
    public var location: SourceLocation
    public var notes: [Note]
    /// The text that would mend the place (replacing `location.length` columns), if one is known.
    public var fixIt: String?

    public init(
        _ severity: Severity, _ message: String, at location: SourceLocation, notes: [Note] = [], fixIt: String? = nil
    ) {
        self.severity = severity
        self.message = message
        self.location = location
        self.notes = notes
        self.fixIt = fixIt
    }

    public var isError: Bool { severity == .error }
}

/// A place in a source file: line and column count from 1, columns in UTF-8 bytes as swiftc counts them.
public struct SourceLocation: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var column: Int
    /// How many UTF-8 columns the place covers on its line; at least 1.
    public var length: Int

    public init(file: String, line: Int, column: Int, length: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
        self.length = length
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `lesson5.md:42:17: error: cannot find 'foo' in scope`
    public var description: String {
        "\(location.file):\(location.line):\(location.column): \(severity.rawValue): \(message)"
    }
}
