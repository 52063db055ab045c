/// What can go wrong with a frame, with what is needed to explain it.
public enum FrameError: Error, Equatable {
    /// There is no column of this name; `available` are the names there are.
    case noSuchColumn(name: String, available: [String])
    /// A column of this name is there already.
    case duplicateColumn(name: String)
    /// The column holds another kind of value than the one asked for.
    case wrongKind(column: String, expected: Column.Kind, found: Column.Kind)
    /// The column has missing values where a value is needed in every row; `row` is the first of them.
    case missingValues(column: String, count: Int, row: Int)
    /// Two things that go together row by row have different lengths.
    case lengthMismatch(what: String, expected: Int, found: Int)
    /// There is no such row; the frame has `count` rows.
    case noSuchRow(row: Int, count: Int)
    /// A result would be larger than what can reasonably be held.
    case tooLarge(what: String, cells: Int)
    /// Whole numbers that do not fit their range after an operation.
    case overflow(operation: String, column: String)
    /// Anything else that was asked for and makes no sense, in words.
    case invalid(String)
}

extension FrameError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noSuchColumn(let name, let available):
            if let near = Spelling.nearest(to: name, in: available) {
                return "there is no column “\(name)”; did you mean “\(near)”?"
            }
            if available.isEmpty { return "there is no column “\(name)”: the frame has no columns" }
            let shown = available.prefix(12).map { "“\($0)”" }.joined(separator: ", ")
            return "there is no column “\(name)”; the columns are \(shown)\(available.count > 12 ? ", …" : "")"
        case .duplicateColumn(let name):
            return "there is already a column “\(name)”"
        case .wrongKind(let column, let expected, let found):
            let hint = found == .int || expected != .double ? "" : "; is there a value among them that is not a number?"
            return "\(Self.named(column)) holds \(found.plural), not \(expected.plural)\(hint)"
        case .missingValues(let column, let count, let row):
            let values = count == 1 ? "1 missing value" : "\(count) missing values"
            return "\(Self.named(column)) has \(values), the first in row \(row): drop those rows or fill them first"
        case .lengthMismatch(let what, let expected, let found):
            return "\(what): \(found) values for \(expected) rows"
        case .noSuchRow(let row, let count):
            return count == 0 ? "there is no row \(row): there are no rows" : "there is no row \(row): rows run from 0 to \(count - 1)"
        case .tooLarge(let what, let cells):
            return "\(what) would have \(cells) cells: choose fewer rows or columns first"
        case .overflow(let operation, let column):
            return "\(Self.named(column)): \(operation) leaves the range of whole numbers"
        case .invalid(let words):
            return words
        }
    }

    private static func named(_ column: String) -> String {
        column.isEmpty ? "the column" : "column “\(column)”"
    }
}
