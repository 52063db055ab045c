/// A named column of a frame: whole numbers, numbers, text or truth values, one a row.
///
/// Whole numbers and truth values are always there; a missing number is NaN, and missing text is `nil`. So a column of whole numbers with a
/// gap in it is a column of numbers, as it is in pandas.
public struct Column {
    /// What a column holds.
    public enum Kind: String, Sendable {
        case int, double, string, bool

        /// The kind in words, for several values: "whole numbers".
        var plural: String {
            switch self {
            case .int: "whole numbers"
            case .double: "numbers"
            case .string: "text"
            case .bool: "truth values"
            }
        }

        /// The kind in words, for one value: "a whole number".
        var singular: String {
            switch self {
            case .int: "a whole number"
            case .double: "a number"
            case .string: "text"
            case .bool: "true or false"
            }
        }
    }

    enum Storage {
        case ints([Int])
        case doubles([Double])
        case strings([String?])
        case bools([Bool])
    }

    /// The column's name; empty for one that was never put into a frame.
    public var name: String
    var storage: Storage

    init(name: String, storage: Storage) {
        self.name = name
        self.storage = storage
    }

    /// A column of whole numbers.
    public init(_ values: [Int], name: String = "") { self.init(name: name, storage: .ints(values)) }

    /// A column of numbers; NaN stands for a missing one.
    public init(_ values: [Double], name: String = "") { self.init(name: name, storage: .doubles(values)) }

    /// A column of text.
    public init(_ values: [String], name: String = "") { self.init(name: name, storage: .strings(values)) }

    /// A column of text in which some is missing.
    public init(_ values: [String?], name: String = "") { self.init(name: name, storage: .strings(values)) }

    /// A column of truth values.
    public init(_ values: [Bool], name: String = "") { self.init(name: name, storage: .bools(values)) }

    /// The number of rows, those with missing values included.
    public var count: Int {
        switch storage {
        case .ints(let values): values.count
        case .doubles(let values): values.count
        case .strings(let values): values.count
        case .bools(let values): values.count
        }
    }

    /// Whether there are no rows.
    public var isEmpty: Bool { count == 0 }

    /// What the column holds.
    public var kind: Kind {
        switch storage {
        case .ints: .int
        case .doubles: .double
        case .strings: .string
        case .bools: .bool
        }
    }

    /// Whether it can be calculated with.
    public var isNumeric: Bool { kind == .int || kind == .double }

    /// The same values under another name.
    public func named(_ name: String) -> Column { Column(name: name, storage: storage) }
}

extension Column: Equatable {
    /// Same kind, same values row by row; missing equals missing. Names do not count.
    public static func == (a: Column, b: Column) -> Bool {
        switch (a.storage, b.storage) {
        case (.ints(let x), .ints(let y)): x == y
        case (.doubles(let x), .doubles(let y)): x.count == y.count && zip(x, y).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
        case (.strings(let x), .strings(let y)): x == y
        case (.bools(let x), .bools(let y)): x == y
        default: false
        }
    }
}
