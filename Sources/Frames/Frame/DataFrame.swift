/// A table: named columns of equal length, row by row.
///
/// A frame is a value: what a method changes, it changes in the frame that it gives back. Rows count from 0.
public struct DataFrame: Equatable {
    /// The columns, in order.
    public private(set) var columns: [Column]
    /// The number of rows.
    public private(set) var rowCount: Int

    /// A frame without columns.
    public init() {
        columns = []
        rowCount = 0
    }

    /// A frame of named columns; throws `FrameError.lengthMismatch` or `duplicateColumn`.
    public init(columns: [Column]) throws {
        self.init()
        for column in columns { self = try adding(column, named: column.name) }
    }

    /// A frame of names and columns; throws `FrameError.lengthMismatch` or `duplicateColumn`.
    public init(names: [String], columns: [Column]) throws {
        guard names.count == columns.count else {
            throw FrameError.invalid("\(names.count) names for \(columns.count) columns")
        }
        try self.init(columns: zip(names, columns).map { $1.named($0) })
    }

    /// Columns that the caller knows to be of equal length and different names.
    init(unchecked columns: [Column]) {
        self.columns = columns
        rowCount = columns.first?.count ?? 0
    }

    /// Equal names and values, row by row; missing equals missing.
    public static func == (a: DataFrame, b: DataFrame) -> Bool {
        a.names == b.names && a.columns == b.columns
    }

    /// The columns' names, in order.
    public var names: [String] { columns.map(\.name) }

    /// The number of columns.
    public var columnCount: Int { columns.count }

    /// The number of rows.
    public var count: Int { rowCount }

    /// Rows and columns, as in `[100004, 4]`.
    public var shape: [Int] { [rowCount, columns.count] }

    /// Whether there are no rows.
    public var isEmpty: Bool { rowCount == 0 }
}

// MARK: - Columns

extension DataFrame {
    /// The column of this name; throws `FrameError.noSuchColumn`, which suggests the nearest name.
    public func column(_ name: String) throws -> Column {
        if let column = columns.first(where: { $0.name == name }) { return column }
        throw FrameError.noSuchColumn(name: name, available: names)
    }

    /// The column of this name. Reading one that does not exist is a fault; writing replaces a column or adds one at the end.
    public subscript(_ name: String) -> Column {
        get { orFault("frame[\"\(name)\"]", Column([Double](repeating: .nan, count: rowCount), name: name)) { try column(name) } }
        set {
            self = orFault("frame[\"\(name)\"] =", self) {
                hasColumn(name) ? try replacing(name, with: newValue) : try adding(newValue, named: name)
            }
        }
    }

    /// Whether there is a column of this name.
    public func hasColumn(_ name: String) -> Bool { columns.contains { $0.name == name } }

    /// A column's whole numbers; throws where the column does not exist or holds something else.
    public func ints(_ name: String) throws -> [Int] { try column(name).ints() }

    /// A column's numbers, missing ones as NaN; throws where the column does not exist or holds text.
    public func doubles(_ name: String) throws -> [Double] { try column(name).doubles() }

    /// A column's text; throws where the column does not exist, holds something else, or has a gap.
    public func strings(_ name: String) throws -> [String] { try column(name).strings() }

    /// A column's truth values; throws where the column does not exist or holds something else.
    public func bools(_ name: String) throws -> [Bool] { try column(name).bools() }

    /// The frame with one more column at its end; throws `FrameError.duplicateColumn` or `lengthMismatch`.
    public func adding(_ column: Column, named name: String) throws -> DataFrame {
        guard !hasColumn(name) else { throw FrameError.duplicateColumn(name: name) }
        guard columns.isEmpty || column.count == rowCount else {
            throw FrameError.lengthMismatch(what: "column “\(name)”", expected: rowCount, found: column.count)
        }
        return DataFrame(unchecked: columns + [column.named(name)])
    }

    /// The frame with one more column of whole numbers at its end; throws as `adding(_:named:)` for columns does.
    public func adding(_ values: [Int], named name: String) throws -> DataFrame { try adding(Column(values), named: name) }
    /// The frame with one more column of numbers at its end; throws as `adding(_:named:)` for columns does.
    public func adding(_ values: [Double], named name: String) throws -> DataFrame { try adding(Column(values), named: name) }
    /// The frame with one more column of text at its end; throws as `adding(_:named:)` for columns does.
    public func adding(_ values: [String], named name: String) throws -> DataFrame { try adding(Column(values), named: name) }
    /// The frame with one more column of truth values at its end; throws as `adding(_:named:)` for columns does.
    public func adding(_ values: [Bool], named name: String) throws -> DataFrame { try adding(Column(values), named: name) }

    /// The frame with another column in the place of one; throws `FrameError.noSuchColumn` or `lengthMismatch`.
    public func replacing(_ name: String, with column: Column) throws -> DataFrame {
        guard let index = columns.firstIndex(where: { $0.name == name }) else {
            throw FrameError.noSuchColumn(name: name, available: names)
        }
        guard column.count == rowCount || columns.count == 1 else {
            throw FrameError.lengthMismatch(what: "column “\(name)”", expected: rowCount, found: column.count)
        }
        var result = columns
        result[index] = column.named(name)
        return DataFrame(unchecked: result)
    }

    /// The columns named, in the order named; throws `FrameError.noSuchColumn` or `duplicateColumn`.
    public func select(_ names: [String]) throws -> DataFrame {
        var result: [Column] = []
        for name in names {
            if result.contains(where: { $0.name == name }) { throw FrameError.duplicateColumn(name: name) }
            result.append(try column(name))
        }
        return DataFrame(unchecked: result)
    }

    /// All columns but those named; throws `FrameError.noSuchColumn`.
    public func dropping(_ names: [String]) throws -> DataFrame {
        for name in names { _ = try column(name) }
        return DataFrame(unchecked: columns.filter { !names.contains($0.name) })
    }

    /// The frame with a column under another name; throws `FrameError.noSuchColumn` or `duplicateColumn`.
    public func renaming(_ name: String, to newName: String) throws -> DataFrame {
        let old = try column(name)
        guard name == newName || !hasColumn(newName) else { throw FrameError.duplicateColumn(name: newName) }
        return DataFrame(unchecked: columns.map { $0.name == old.name ? $0.named(newName) : $0 })
    }
}
