// Written by Scripts/generate-bindings.sh from the public declarations of Frames.

extension LessonLibrary {
    /// What steps see of Frames.
    static let interfaceFrames = ##"""
/// How the bytes of a file stand for characters.
enum TextEncoding: String {
    /// Checked as it is read.
    case utf8
    /// ISO 8859-1: one byte a character, nothing is invalid.
    case latin1
}

/// How a CSV file is to be read. The defaults are pandas'.
struct CSVOptions {
    /// One ASCII character between the fields of a row.
    var delimiter: String { get set }
    /// Whether the first row holds the names; by default it does where `names` is empty.
    var header: Bool? { get set }
    /// The columns' names, instead of those in the file.
    var names: [String] { get set }
    /// The columns to read, in this order; empty for all.
    var columns: [String] { get set }
    /// How bytes stand for characters.
    var encoding: TextEncoding { get set }
    /// Whether `"` encloses fields that hold delimiters, line ends or (doubled) quotes.
    var quotes: Bool { get set }
    /// What stands for a missing value.
    var missing: [String] { get set }
    /// Kinds that columns must have, instead of the narrowest that fits all values; a value of another kind is an error with its place.
    var kinds: [String: Column.Kind] { get set }
    /// Options that read an ordinary CSV file, with those changed that are given.
    init( delimiter: String = ",", header: Bool? = nil, names: [String] = [], columns: [String] = [], encoding: TextEncoding = .utf8, quotes: Bool = true, missing: [String] = CSVOptions.usualMissing, kinds: [String: Column.Kind] = [:] )
}

extension DataFrame {
    /// Makes a frame from CSV text in memory; throws `CSVError`.
    static func parse(csv text: String, _ options: CSVOptions = CSVOptions()) throws -> DataFrame
    /// The frame as CSV text: a header, a line for each row, fields in quotes where they need them, nothing for a missing value.
    func csv(delimiter: String = ",") -> String
}

extension Column {
    /// The whole numbers; throws `FrameError.wrongKind` where it holds something else.
    func ints() throws -> [Int]
    /// The numbers, missing ones as NaN; whole numbers are converted. Throws `FrameError.wrongKind` for text and truth values.
    func doubles() throws -> [Double]
    /// The text; throws `FrameError.wrongKind` where it holds something else, `missingValues` where some is missing.
    func strings() throws -> [String]
    /// The truth values; throws `FrameError.wrongKind` where it holds something else.
    func bools() throws -> [Bool]
    /// Every value as the text that a table shows for it, missing ones as `NaN`.
    func texts() -> [String]
    /// The rows named, in the order named; throws `FrameError.noSuchRow`.
    func taking(_ rows: [Int]) throws -> Column
}

extension Column {
    /// How many values are missing.
    var missingCount: Int { get }
    /// True in the rows whose value is missing.
    func isMissing() -> Column
    /// Missing numbers replaced; a column without any is returned as it is.
    func fillingMissing(_ value: Double) -> Column
    /// Missing text replaced; a column without any is returned as it is.
    func fillingMissing(_ value: String) -> Column
}

extension Column {
    /// Sum row by row; whole numbers stay whole numbers.
    static func +(a: Column, b: Column) -> Column
    /// Difference row by row; whole numbers stay whole numbers.
    static func -(a: Column, b: Column) -> Column
    /// Product row by row; whole numbers stay whole numbers.
    static func *(a: Column, b: Column) -> Column
    /// Quotient row by row, always as numbers.
    static func /(a: Column, b: Column) -> Column
    /// A number added to every row.
    static func +(a: Column, b: Double) -> Column
    /// Every row added to a number.
    static func +(a: Double, b: Column) -> Column
    /// A number taken from every row.
    static func -(a: Column, b: Double) -> Column
    /// Every row taken from a number.
    static func -(a: Double, b: Column) -> Column
    /// Every row times a number.
    static func *(a: Column, b: Double) -> Column
    /// A number times every row.
    static func *(a: Double, b: Column) -> Column
    /// Every row divided by a number, as numbers.
    static func /(a: Column, b: Double) -> Column
    /// A number divided by every row, as numbers.
    static func /(a: Double, b: Column) -> Column
}

extension Column {
    /// True where the number is the value.
    func equal(to value: Double) -> Column
    /// True where the text is the value.
    func equal(to value: String) -> Column
    /// True where the number is there and another than the value.
    func notEqual(to value: Double) -> Column
    /// True where the text is there and another than the value.
    func notEqual(to value: String) -> Column
    /// True where the number is above the value.
    func greater(than value: Double) -> Column
    /// True where the number is the value or above.
    func atLeast(_ value: Double) -> Column
    /// True where the number is below the value.
    func less(than value: Double) -> Column
    /// True where the number is the value or below.
    func atMost(_ value: Double) -> Column
    /// True where the whole number is among the values.
    func isIn(_ values: [Int]) -> Column
    /// True where the text is among the values.
    func isIn(_ values: [String]) -> Column
    /// True where the text contains the part.
    func contains(_ part: String) -> Column
    /// True where both are true.
    func and(_ other: Column) -> Column
    /// True where at least one is true.
    func or(_ other: Column) -> Column
    /// True where this is false.
    func not() -> Column
}

extension Column {
    /// True where the number is the value.
    static func .==(a: Column, b: Double) -> Column
    /// True where the text is the value.
    static func .==(a: Column, b: String) -> Column
    /// True where the number is there and another than the value.
    static func .!=(a: Column, b: Double) -> Column
    /// True where the text is there and another than the value.
    static func .!=(a: Column, b: String) -> Column
    /// True where the number is above the value.
    static func .>(a: Column, b: Double) -> Column
    /// True where the number is the value or above.
    static func .>=(a: Column, b: Double) -> Column
    /// True where the number is below the value.
    static func .<(a: Column, b: Double) -> Column
    /// True where the number is the value or below.
    static func .<=(a: Column, b: Double) -> Column
    /// True where both are true.
    static func .&(a: Column, b: Column) -> Column
    /// True where at least one is true.
    static func .|(a: Column, b: Column) -> Column
    /// True where this is false.
    static prefix func .!(a: Column) -> Column
}

extension Column {
    /// Each row's distinct value as a number from 0, in order of appearance; -1 where it is missing. `unique()` lists the values.
    func codes() -> [Int]
    /// The distinct values in order of appearance, missing ones left out.
    func unique() -> Column
    /// How many distinct values there are, missing ones not counted.
    func uniqueCount() -> Int
    /// The distinct values and how often each occurs: the most frequent first, equal counts by ascending value.
    func valueCounts() -> DataFrame
}

extension Column {
    /// The sum of the values that are there; of truth values, how many are true.
    func sum() -> Double
    /// The mean of the values that are there; NaN for none.
    func mean() -> Double
    /// The smallest value; NaN for none.
    func min() -> Double
    /// The largest value; NaN for none.
    func max() -> Double
    /// The standard deviation of a sample (divided by n − 1); NaN for fewer than two values.
    func std() -> Double
    /// The variance of a sample (divided by n − 1); NaN for fewer than two values.
    func variance() -> Double
    /// The middle value, or the mean of the two in the middle; NaN for none.
    func median() -> Double
    /// The value below which the share `q` (0…1) of the values lies, linear between neighbours; NaN for none.
    func quantile(_ q: Double) -> Double
    /// Pearson's correlation with another column of the same length, over the rows where both have a value; NaN where one is constant.
    func correlation(with other: Column) -> Double
}

/// A named column of a frame: whole numbers, numbers, text or truth values, one a row.
///
/// Whole numbers and truth values are always there; a missing number is NaN, and missing text is `nil`. So a column of whole numbers with a
/// gap in it is a column of numbers, as it is in pandas.
struct Column {
    /// The column's name; empty for one that was never put into a frame.
    var name: String { get set }
    /// A column of whole numbers.
    init(_ values: [Int], name: String = "")
    /// A column of numbers; NaN stands for a missing one.
    init(_ values: [Double], name: String = "")
    /// A column of text.
    init(_ values: [String], name: String = "")
    /// A column of text in which some is missing.
    init(_ values: [String?], name: String = "")
    /// A column of truth values.
    init(_ values: [Bool], name: String = "")
    /// The number of rows, those with missing values included.
    var count: Int { get }
    /// Whether there are no rows.
    var isEmpty: Bool { get }
    /// What the column holds.
    var kind: Kind { get }
    /// Whether it can be calculated with.
    var isNumeric: Bool { get }
    /// The same values under another name.
    func named(_ name: String) -> Column
}

extension Column {
/// What a column holds.
enum Kind: String {
    case int
    case double
    case string
    case bool
}
}

extension Column: Equatable {
    /// Same kind, same values row by row; missing equals missing. Names do not count.
    static func ==(a: Column, b: Column) -> Bool
}

/// Where and why a CSV file could not be read.
struct CSVError: Error, Equatable {
    /// The file's name as it was given, or `text` for text in memory.
    var file: String { get set }
    /// The line, counted from 1; 0 where the problem is the whole file's.
    var line: Int { get set }
    /// The column in characters, counted from 1; 0 where the problem is the whole file's.
    var column: Int { get set }
    /// What is wrong there.
    var problem: Problem { get set }
    /// An error at a place; line and column 0 stand for the whole file.
    init(file: String, line: Int = 0, column: Int = 0, problem: Problem)
}

extension CSVError {
/// What is wrong at the place.
struct Problem: Equatable {
    /// The file could not be opened or read; `reason` is the system's.
    static func unreadable(reason: String) -> CSVError.Problem
    /// There is nothing in it.
    static var empty: CSVError.Problem { get }
    /// A row has another number of fields than the header (or the first row).
    static func fieldCount(found: Int, expected: Int) -> CSVError.Problem
    /// A quoted field is never closed.
    static var unclosedQuote: CSVError.Problem { get }
    /// Something follows a closing quote before the next delimiter.
    static var textAfterQuote: CSVError.Problem { get }
    /// The bytes are not UTF-8.
    static var notUTF8: CSVError.Problem { get }
    /// Two columns have the same name.
    static func duplicateName(_ p0: String) -> CSVError.Problem
    /// A column that was asked for is not in the header.
    static func noSuchColumn(name: String, available: [String]) -> CSVError.Problem
    /// The number of names given differs from the number of fields in a row.
    static func nameCount(given: Int, fields: Int) -> CSVError.Problem
    /// The field is not of the kind that its column has to have.
    static func notA(kind: Column.Kind, text: String, column: String) -> CSVError.Problem
    /// The delimiter has to be one ASCII character other than a quote or a line end.
    static func delimiter(_ p0: String) -> CSVError.Problem
    /// More than 2 GB.
    static var tooLarge: CSVError.Problem { get }
}
}

extension CSVError: CustomStringConvertible {
    var description: String { get }
}

/// What can go wrong with a frame, with what is needed to explain it.
struct FrameError: Error, Equatable {
    /// There is no column of this name; `available` are the names there are.
    static func noSuchColumn(name: String, available: [String]) -> FrameError
    /// A column of this name is there already.
    static func duplicateColumn(name: String) -> FrameError
    /// The column holds another kind of value than the one asked for.
    static func wrongKind(column: String, expected: Column.Kind, found: Column.Kind) -> FrameError
    /// The column has missing values where a value is needed in every row; `row` is the first of them.
    static func missingValues(column: String, count: Int, row: Int) -> FrameError
    /// Two things that go together row by row have different lengths.
    static func lengthMismatch(what: String, expected: Int, found: Int) -> FrameError
    /// There is no such row; the frame has `count` rows.
    static func noSuchRow(row: Int, count: Int) -> FrameError
    /// A result would be larger than what can reasonably be held.
    static func tooLarge(what: String, cells: Int) -> FrameError
    /// Whole numbers that do not fit their range after an operation.
    static func overflow(operation: String, column: String) -> FrameError
    /// Anything else that was asked for and makes no sense, in words.
    static func invalid(_ p0: String) -> FrameError
}

extension FrameError: CustomStringConvertible {
    var description: String { get }
}

extension DataFrame {
    /// Count, mean, standard deviation, smallest, quartiles and largest of every numeric column; of a frame without one, count, number of
    /// distinct values, the most frequent and how often it occurs.
    func describe() -> DataFrame
}

extension DataFrame: CustomStringConvertible {
    /// The frame as a table; of a long one the first and the last rows, and how many there are.
    var description: String { get }
    /// The frame as a table of text: numbers to the right, `…` for what is left out of the middle.
    func table() -> TextTable
}

extension Column: CustomStringConvertible {
    /// The column as a table of its own.
    var description: String { get }
    /// The column as a table of text, as that of a frame.
    func table() -> TextTable
}

/// Which rows a join keeps.
enum JoinKind: String {
    /// Rows whose key is in both frames.
    case inner
    /// All rows of the left frame; what the right one has no match for is missing.
    case left
}

extension DataFrame {
    /// Joins on a column that both frames have; see `join(_:on:how:suffixes:)` for several.
    func join(_ other: DataFrame, on key: String, how: JoinKind = .inner, suffixes: [String] = ["_x", "_y"]) throws -> DataFrame
    /// The rows of both frames that have equal keys, side by side, in the order of this frame's rows and then of the other's.
    ///
    /// Columns other than the keys that both frames have get the suffixes. A missing key matches nothing. Throws `FrameError.noSuchColumn`,
    /// or `wrongKind` where a key is text here and a number there.
    func join(_ other: DataFrame, on keys: [String], how: JoinKind = .inner, suffixes: [String] = ["_x", "_y"]) throws -> DataFrame
}

extension DataFrame {
    /// The first rows.
    func head(_ count: Int = 5) -> DataFrame
    /// The last rows.
    func tail(_ count: Int = 5) -> DataFrame
    /// The rows from `start` up to, but not including, `end`; throws `FrameError.noSuchRow`.
    func rows(from start: Int, to end: Int) throws -> DataFrame
    /// The rows named, in the order named, repeated where named twice; throws `FrameError.noSuchRow`.
    func taking(_ rows: [Int]) throws -> DataFrame
    /// One row; a fault where there is none of this number.
    func row(_ index: Int) -> Row
    /// The rows for which the condition holds.
    func filter(_ condition: (Row) throws -> Bool) rethrows -> DataFrame
    /// The rows for which the mask is true; throws `FrameError.lengthMismatch`, or `wrongKind` for a column of anything but truth values.
    func filter(_ mask: Column) throws -> DataFrame
    /// The rows for which the mask is true; throws `FrameError.lengthMismatch`.
    func filter(_ mask: [Bool]) throws -> DataFrame
    /// The rows in which none of the columns named (all columns, for none named) has a missing value; throws `FrameError.noSuchColumn`.
    func droppingMissing(_ names: [String] = []) throws -> DataFrame
    /// The rows of both frames, one after the other; throws `FrameError.noSuchColumn` or `wrongKind` where the columns differ.
    func appending(_ other: DataFrame) throws -> DataFrame
    /// The rows sorted by a column, missing values last; rows of equal values keep their order. Throws `FrameError.noSuchColumn`.
    func sort(by name: String, ascending: Bool = true) throws -> DataFrame
    /// The rows sorted by several columns, the first being the most important; throws `FrameError.noSuchColumn`.
    func sort(by names: [String], ascending: Bool = true) throws -> DataFrame
    /// The rows sorted by several columns, each in its own direction; throws `FrameError.noSuchColumn` or `lengthMismatch`.
    func sort(by names: [String], ascending: [Bool]) throws -> DataFrame
    /// The rows whose combination of values in the columns named (all columns, for none named) has not come before; throws
    /// `FrameError.noSuchColumn`.
    func droppingDuplicates(_ names: [String] = []) throws -> DataFrame
}

/// One row of a frame, read by column names. A name that does not exist, or another kind of value, is a fault.
struct Row {
    /// The row's number in its frame.
    var index: Int { get }
    /// The whole number in a column.
    func int(_ name: String) -> Int
    /// The number in a column, NaN where it is missing.
    func double(_ name: String) -> Double
    /// The text in a column; empty where it is missing.
    func string(_ name: String) -> String
    /// The truth value in a column.
    func bool(_ name: String) -> Bool
    /// Whether the value in a column is missing.
    func isMissing(_ name: String) -> Bool
}

extension Row: CustomStringConvertible {
    /// `userId 1, movieId 31, rating 2.5`.
    var description: String { get }
}

extension Column {
    /// The values as a tensor of shape `[rows]`: int64 for whole numbers, float32 for numbers (missing ones as NaN), bool for truth values.
    /// Throws `FrameError.wrongKind` for text.
    func tensor() throws -> Tensor
}

extension DataFrame {
    /// A column as a tensor of shape `[rows]`; throws `FrameError.noSuchColumn`, or `wrongKind` for text.
    func tensor(_ name: String) throws -> Tensor
    /// Columns side by side as a tensor of shape `[rows, columns]`: int64 where all hold whole numbers, float32 otherwise. Throws
    /// `FrameError.noSuchColumn`, or `wrongKind` for text and truth values.
    func tensor(_ names: [String]) throws -> Tensor
    /// Columns side by side as rows of numbers; throws as `tensor(_:)` does.
    func rows(_ names: [String]) throws -> [[Double]]
}

/// A table: named columns of equal length, row by row.
///
/// A frame is a value: what a method changes, it changes in the frame that it gives back. Rows count from 0.
struct DataFrame: Equatable {
    /// The columns, in order.
    var columns: [Column] { get }
    /// The number of rows.
    var rowCount: Int { get }
    /// A frame without columns.
    init()
    /// A frame of named columns; throws `FrameError.lengthMismatch` or `duplicateColumn`.
    init(columns: [Column]) throws
    /// A frame of names and columns; throws `FrameError.lengthMismatch` or `duplicateColumn`.
    init(names: [String], columns: [Column]) throws
    /// Equal names and values, row by row; missing equals missing.
    static func ==(a: DataFrame, b: DataFrame) -> Bool
    /// The columns' names, in order.
    var names: [String] { get }
    /// The number of columns.
    var columnCount: Int { get }
    /// The number of rows.
    var count: Int { get }
    /// Rows and columns, as in `[100004, 4]`.
    var shape: [Int] { get }
    /// Whether there are no rows.
    var isEmpty: Bool { get }
}

extension DataFrame {
    /// The column of this name; throws `FrameError.noSuchColumn`, which suggests the nearest name.
    func column(_ name: String) throws -> Column
    /// The column of this name. Reading one that does not exist is a fault; writing replaces a column or adds one at the end.
    subscript(_ name: String) -> Column { get set }
    /// Whether there is a column of this name.
    func hasColumn(_ name: String) -> Bool
    /// A column's whole numbers; throws where the column does not exist or holds something else.
    func ints(_ name: String) throws -> [Int]
    /// A column's numbers, missing ones as NaN; throws where the column does not exist or holds text.
    func doubles(_ name: String) throws -> [Double]
    /// A column's text; throws where the column does not exist, holds something else, or has a gap.
    func strings(_ name: String) throws -> [String]
    /// A column's truth values; throws where the column does not exist or holds something else.
    func bools(_ name: String) throws -> [Bool]
    /// The frame with one more column at its end; throws `FrameError.duplicateColumn` or `lengthMismatch`.
    func adding(_ column: Column, named name: String) throws -> DataFrame
    /// The frame with one more column of whole numbers at its end; throws as `adding(_:named:)` for columns does.
    func adding(_ values: [Int], named name: String) throws -> DataFrame
    /// The frame with one more column of numbers at its end; throws as `adding(_:named:)` for columns does.
    func adding(_ values: [Double], named name: String) throws -> DataFrame
    /// The frame with one more column of text at its end; throws as `adding(_:named:)` for columns does.
    func adding(_ values: [String], named name: String) throws -> DataFrame
    /// The frame with one more column of truth values at its end; throws as `adding(_:named:)` for columns does.
    func adding(_ values: [Bool], named name: String) throws -> DataFrame
    /// The frame with another column in the place of one; throws `FrameError.noSuchColumn` or `lengthMismatch`.
    func replacing(_ name: String, with column: Column) throws -> DataFrame
    /// The columns named, in the order named; throws `FrameError.noSuchColumn` or `duplicateColumn`.
    func select(_ names: [String]) throws -> DataFrame
    /// All columns but those named; throws `FrameError.noSuchColumn`.
    func dropping(_ names: [String]) throws -> DataFrame
    /// The frame with a column under another name; throws `FrameError.noSuchColumn` or `duplicateColumn`.
    func renaming(_ name: String, to newName: String) throws -> DataFrame
}

/// How the values of a group become one.
enum Aggregate: String, CaseIterable {
    /// How many values are there (missing ones are not counted).
    case count
    /// Their sum; 0 for none.
    case sum
    /// Their mean.
    case mean
    /// The smallest.
    case min
    /// The largest.
    case max
    /// The standard deviation of a sample (divided by n − 1).
    case std
    /// The middle value.
    case median
    /// The first that is there.
    case first
    /// The last that is there.
    case last
    /// How many different values are there.
    case unique
}

/// The rows of a frame in groups of equal keys. Results have one row a group, keys ascending; rows whose key is missing are in none.
struct Grouping {
    /// The number of groups.
    var groupCount: Int { get }
    /// The keys and the number of rows of each group, in a column named `count`.
    func count() throws -> DataFrame
    /// The keys and each group's sum of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    func sum(_ name: String) throws -> DataFrame
    /// The keys and each group's mean of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    func mean(_ name: String) throws -> DataFrame
    /// The keys and each group's smallest value of a column; throws `FrameError.noSuchColumn`.
    func min(_ name: String) throws -> DataFrame
    /// The keys and each group's largest value of a column; throws `FrameError.noSuchColumn`.
    func max(_ name: String) throws -> DataFrame
    /// The keys and each group's standard deviation of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    func std(_ name: String) throws -> DataFrame
    /// The keys and each group's median of a column; throws `FrameError.noSuchColumn` or `wrongKind`.
    func median(_ name: String) throws -> DataFrame
    /// The keys and each group's first value of a column; throws `FrameError.noSuchColumn`.
    func first(_ name: String) throws -> DataFrame
    /// The keys and several figures of one column, each in a column that is named after it (`count`, `mean`, …), behind the prefix if one is
    /// given; throws `FrameError.noSuchColumn` or `wrongKind`.
    func aggregate(_ name: String, _ figures: [Aggregate], prefix: String = "") throws -> DataFrame
    /// The frame's rows of every group, in the order of the keys.
    func frames() -> [DataFrame]
}

extension DataFrame {
    /// The rows in groups of equal values of a column; throws `FrameError.noSuchColumn`.
    func groupBy(_ name: String) throws -> Grouping
    /// The rows in groups of equal values of several columns; throws `FrameError.noSuchColumn`.
    func groupBy(_ names: [String]) throws -> Grouping
    /// A table of two columns' values against each other: a row for each value of `rows`, a column for each value of `columns` (both
    /// ascending, the columns named after the values), and in each cell the figure of the `values` that belong there, NaN where there are none.
    ///
    /// Throws `FrameError.noSuchColumn`, `wrongKind`, or `tooLarge` beyond ten million cells.
    func crosstab(rows: String, columns: String, values: String, aggregate: Aggregate = .sum) throws -> DataFrame
    /// A table of how often two columns' values occur together: a row for each value of `rows`, a column for each value of `columns`.
    ///
    /// Throws `FrameError.noSuchColumn`, or `tooLarge` beyond ten million cells.
    func crosstab(rows: String, columns: String) throws -> DataFrame
}

"""##
}
