/// Where and why a CSV file could not be read.
public struct CSVError: Error, Equatable {
    /// What is wrong at the place.
    public enum Problem: Equatable, Sendable {
        /// The file could not be opened or read; `reason` is the system's.
        case unreadable(reason: String)
        /// There is nothing in it.
        case empty
        /// A row has another number of fields than the header (or the first row).
        case fieldCount(found: Int, expected: Int)
        /// A quoted field is never closed.
        case unclosedQuote
        /// Something follows a closing quote before the next delimiter.
        case textAfterQuote
        /// The bytes are not UTF-8.
        case notUTF8
        /// Two columns have the same name.
        case duplicateName(String)
        /// A column that was asked for is not in the header.
        case noSuchColumn(name: String, available: [String])
        /// The number of names given differs from the number of fields in a row.
        case nameCount(given: Int, fields: Int)
        /// The field is not of the kind that its column has to have.
        case notA(kind: Column.Kind, text: String, column: String)
        /// The delimiter has to be one ASCII character other than a quote or a line end.
        case delimiter(String)
        /// More than 2 GB.
        case tooLarge
    }

    /// The file's name as it was given, or `text` for text in memory.
    public var file: String
    /// The line, counted from 1; 0 where the problem is the whole file's.
    public var line: Int
    /// The column in characters, counted from 1; 0 where the problem is the whole file's.
    public var column: Int
    /// What is wrong there.
    public var problem: Problem

    /// An error at a place; line and column 0 stand for the whole file.
    public init(file: String, line: Int = 0, column: Int = 0, problem: Problem) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
    }
}

extension CSVError: CustomStringConvertible {
    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return "\(place): \(problem.words)"
    }
}

extension CSVError.Problem {
    fileprivate var words: String {
        switch self {
        case .unreadable(let reason): return reason
        case .empty: return "the file is empty"
        case .fieldCount(let found, let expected):
            let fields = found == 1 ? "1 field" : "\(found) fields"
            return "this row has \(fields) instead of \(expected)"
        case .unclosedQuote: return "the quote that opens here is never closed"
        case .textAfterQuote: return "text after a closing quote; a quote inside a quoted field is written twice"
        case .notUTF8: return "this is not UTF-8; if the file is Latin-1, read it with encoding: .latin1"
        case .duplicateName(let name): return "two columns are named “\(name)”"
        case .noSuchColumn(let name, let available):
            return FrameError.noSuchColumn(name: name, available: available).description
        case .nameCount(let given, let fields):
            return "\(given) names were given for rows of \(fields) fields"
        case .notA(let kind, let text, let column):
            let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
            return shown.isEmpty
                ? "a missing value in column “\(column)”, which has to hold \(kind.plural)"
                : "“\(shown)” is not \(kind.singular) (column “\(column)”)"
        case .delimiter(let text): return "“\(text)” cannot be a delimiter: give one ASCII character"
        case .tooLarge: return "the file is larger than 2 GB"
        }
    }
}
