/// How the bytes of a file stand for characters.
public enum TextEncoding: String, Sendable {
    /// Checked as it is read.
    case utf8
    /// ISO 8859-1: one byte a character, nothing is invalid.
    case latin1
}

/// How a CSV file is to be read. The defaults are pandas'.
public struct CSVOptions {
    /// One ASCII character between the fields of a row.
    public var delimiter: String
    /// Whether the first row holds the names; by default it does where `names` is empty.
    public var header: Bool?
    /// The columns' names, instead of those in the file.
    public var names: [String]
    /// The columns to read, in this order; empty for all.
    public var columns: [String]
    /// How bytes stand for characters.
    public var encoding: TextEncoding
    /// Whether `"` encloses fields that hold delimiters, line ends or (doubled) quotes.
    public var quotes: Bool
    /// What stands for a missing value.
    public var missing: [String]
    /// Kinds that columns must have, instead of the narrowest that fits all values; a value of another kind is an error with its place.
    public var kinds: [String: Column.Kind]

    /// What pandas takes for missing.
    public static let usualMissing = [
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA", "NULL", "NaN", "None",
        "n/a", "nan", "null",
    ]

    /// Options that read an ordinary CSV file, with those changed that are given.
    public init(
        delimiter: String = ",", header: Bool? = nil, names: [String] = [], columns: [String] = [], encoding: TextEncoding = .utf8,
        quotes: Bool = true, missing: [String] = CSVOptions.usualMissing, kinds: [String: Column.Kind] = [:]
    ) {
        self.delimiter = delimiter
        self.header = header
        self.names = names
        self.columns = columns
        self.encoding = encoding
        self.quotes = quotes
        self.missing = missing
        self.kinds = kinds
    }
}
