// Written by Scripts/generate-bindings.sh from the public declarations of Frames.

import LessonKit
import StepLanguage

extension TextEncoding: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> TextEncoding {
        switch slot.int {
        case 0: return .utf8
        case 1: return .latin1
        default: throw Trap.fault("TextEncoding has no such case")
        }
    }

    public static func toSlot(_ value: TextEncoding, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .utf8: return .int(0)
        case .latin1: return .int(1)
        }
    }
}
extension CSVOptions: NativeValue {}
extension Column: NativeValue {}
extension Column.Kind: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Column.Kind {
        switch slot.int {
        case 0: return .int
        case 1: return .double
        case 2: return .string
        case 3: return .bool
        default: throw Trap.fault("Column.Kind has no such case")
        }
    }

    public static func toSlot(_ value: Column.Kind, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .int: return .int(0)
        case .double: return .int(1)
        case .string: return .int(2)
        case .bool: return .int(3)
        }
    }
}
extension CSVError: NativeValue {}
extension CSVError.Problem: NativeValue {}
extension FrameError: NativeValue {}
extension JoinKind: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> JoinKind {
        switch slot.int {
        case 0: return .inner
        case 1: return .left
        default: throw Trap.fault("JoinKind has no such case")
        }
    }

    public static func toSlot(_ value: JoinKind, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .inner: return .int(0)
        case .left: return .int(1)
        }
    }
}
extension Row: NativeValue {}
extension DataFrame: NativeValue {}
extension Aggregate: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Aggregate {
        switch slot.int {
        case 0: return .count
        case 1: return .sum
        case 2: return .mean
        case 3: return .min
        case 4: return .max
        case 5: return .std
        case 6: return .median
        case 7: return .first
        case 8: return .last
        case 9: return .unique
        default: throw Trap.fault("Aggregate has no such case")
        }
    }

    public static func toSlot(_ value: Aggregate, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .count: return .int(0)
        case .sum: return .int(1)
        case .mean: return .int(2)
        case .min: return .int(3)
        case .max: return .int(4)
        case .std: return .int(5)
        case .median: return .int(6)
        case .first: return .int(7)
        case .last: return .int(8)
        case .unique: return .int(9)
        }
    }
}
extension Grouping: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of Frames.
    static func bindFrames(_ library: Library) {
        bindFrames1(library)
        bindFrames2(library)
        bindFrames3(library)
        bindFrames4(library)
        bindFrames5(library)
        bindFrames6(library)
        bindFrames7(library)
        bindFrames8(library)
        bindFrames9(library)
        bindFrames10(library)
        bindFrames12(library)
        bindFrames13(library)
        bindFrames14(library)
        bindFrames15(library)
        bindFrames16(library)
        bindFrames17(library)
        bindFrames18(library)
        bindFrames19(library)
        bindFrames20(library)
        bindFrames22(library)
        bindFrames23(library)
        bindFrames24(library)
        bindFrames25(library)
        bindFrames26(library)
        bindFrames27(library)
        bindFrames28(library)
        bindFrames29(library)
        bindFrames31(library)
        bindFrames32(library)
    }

    /// CSVOptions
    fileprivate static func bindFrames1(_ library: Library) {
        library.bind("CSVOptions.delimiter") { (s: CSVOptions) throws -> String in s.delimiter }
        library.bind("CSVOptions.delimiter=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: String) throws in s.delimiter = v }
        library.bind("CSVOptions.header") { (s: CSVOptions) throws -> Bool? in s.header }
        library.bind("CSVOptions.header=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: Bool?) throws in s.header = v }
        library.bind("CSVOptions.names") { (s: CSVOptions) throws -> [String] in s.names }
        library.bind("CSVOptions.names=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: [String]) throws in s.names = v }
        library.bind("CSVOptions.columns") { (s: CSVOptions) throws -> [String] in s.columns }
        library.bind("CSVOptions.columns=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: [String]) throws in s.columns = v }
        library.bind("CSVOptions.encoding") { (s: CSVOptions) throws -> TextEncoding in s.encoding }
        library.bind("CSVOptions.encoding=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: TextEncoding) throws in s.encoding = v }
        library.bind("CSVOptions.quotes") { (s: CSVOptions) throws -> Bool in s.quotes }
        library.bind("CSVOptions.quotes=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: Bool) throws in s.quotes = v }
        library.bind("CSVOptions.missing") { (s: CSVOptions) throws -> [String] in s.missing }
        library.bind("CSVOptions.missing=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: [String]) throws in s.missing = v }
        library.bind("CSVOptions.kinds") { (s: CSVOptions) throws -> [String: Column.Kind] in s.kinds }
        library.bind("CSVOptions.kinds=", mutating: CSVOptions.self) { (s: inout CSVOptions, v: [String: Column.Kind]) throws in s.kinds = v }
        library.bind("CSVOptions.init(delimiter: String, header: Bool?, names: [String], columns: [String], encoding: TextEncoding, quotes: Bool, missing: [String], kinds: [String: Column.Kind])") { (p0: String, p1: Bool?, p2: [String], p3: [String], p4: TextEncoding, p5: Bool, p6: [String], p7: [String: Column.Kind]) throws -> CSVOptions in CSVOptions(delimiter: p0, header: p1, names: p2, columns: p3, encoding: p4, quotes: p5, missing: p6, kinds: p7) }
    }

    /// DataFrame
    fileprivate static func bindFrames2(_ library: Library) {
        library.bind("DataFrame.parse(csv: String, _: CSVOptions)") { (p0: String, p1: CSVOptions) throws -> DataFrame in try DataFrame.parse(csv: p0, p1) }
        library.bind("DataFrame.csv(delimiter: String)") { (s: DataFrame, p0: String) throws -> String in s.csv(delimiter: p0) }
    }

    /// Column
    fileprivate static func bindFrames3(_ library: Library) {
        library.bind("Column.ints()") { (s: Column) throws -> [Int] in try s.ints() }
        library.bind("Column.doubles()") { (s: Column) throws -> [Double] in try s.doubles() }
        library.bind("Column.strings()") { (s: Column) throws -> [String] in try s.strings() }
        library.bind("Column.bools()") { (s: Column) throws -> [Bool] in try s.bools() }
        library.bind("Column.texts()") { (s: Column) throws -> [String] in s.texts() }
        library.bind("Column.taking(_: [Int])") { (s: Column, p0: [Int]) throws -> Column in try s.taking(p0) }
    }

    /// Column
    fileprivate static func bindFrames4(_ library: Library) {
        library.bind("Column.missingCount") { (s: Column) throws -> Int in s.missingCount }
        library.bind("Column.isMissing()") { (s: Column) throws -> Column in s.isMissing() }
        library.bind("Column.fillingMissing(_: Double)") { (s: Column, p0: Double) throws -> Column in s.fillingMissing(p0) }
        library.bind("Column.fillingMissing(_: String)") { (s: Column, p0: String) throws -> Column in s.fillingMissing(p0) }
    }

    /// Column
    fileprivate static func bindFrames5(_ library: Library) {
        library.bind("Column.+(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 + p1 }
        library.bind("Column.-(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 - p1 }
        library.bind("Column.*(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 * p1 }
        library.bind("Column./(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 / p1 }
        library.bind("Column.+(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 + p1 }
        library.bind("Column.+(_: Double, _: Column)") { (p0: Double, p1: Column) throws -> Column in p0 + p1 }
        library.bind("Column.-(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 - p1 }
        library.bind("Column.-(_: Double, _: Column)") { (p0: Double, p1: Column) throws -> Column in p0 - p1 }
        library.bind("Column.*(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 * p1 }
        library.bind("Column.*(_: Double, _: Column)") { (p0: Double, p1: Column) throws -> Column in p0 * p1 }
        library.bind("Column./(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 / p1 }
        library.bind("Column./(_: Double, _: Column)") { (p0: Double, p1: Column) throws -> Column in p0 / p1 }
    }

    /// Column
    fileprivate static func bindFrames6(_ library: Library) {
        library.bind("Column.equal(to: Double)") { (s: Column, p0: Double) throws -> Column in s.equal(to: p0) }
        library.bind("Column.equal(to: String)") { (s: Column, p0: String) throws -> Column in s.equal(to: p0) }
        library.bind("Column.notEqual(to: Double)") { (s: Column, p0: Double) throws -> Column in s.notEqual(to: p0) }
        library.bind("Column.notEqual(to: String)") { (s: Column, p0: String) throws -> Column in s.notEqual(to: p0) }
        library.bind("Column.greater(than: Double)") { (s: Column, p0: Double) throws -> Column in s.greater(than: p0) }
        library.bind("Column.atLeast(_: Double)") { (s: Column, p0: Double) throws -> Column in s.atLeast(p0) }
        library.bind("Column.less(than: Double)") { (s: Column, p0: Double) throws -> Column in s.less(than: p0) }
        library.bind("Column.atMost(_: Double)") { (s: Column, p0: Double) throws -> Column in s.atMost(p0) }
        library.bind("Column.isIn(_: [Int])") { (s: Column, p0: [Int]) throws -> Column in s.isIn(p0) }
        library.bind("Column.isIn(_: [String])") { (s: Column, p0: [String]) throws -> Column in s.isIn(p0) }
        library.bind("Column.contains(_: String)") { (s: Column, p0: String) throws -> Column in s.contains(p0) }
        library.bind("Column.and(_: Column)") { (s: Column, p0: Column) throws -> Column in s.and(p0) }
        library.bind("Column.or(_: Column)") { (s: Column, p0: Column) throws -> Column in s.or(p0) }
        library.bind("Column.not()") { (s: Column) throws -> Column in s.not() }
    }

    /// Column
    fileprivate static func bindFrames7(_ library: Library) {
        library.bind("Column..==(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .== p1 }
        library.bind("Column..==(_: Column, _: String)") { (p0: Column, p1: String) throws -> Column in p0 .== p1 }
        library.bind("Column..!=(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .!= p1 }
        library.bind("Column..!=(_: Column, _: String)") { (p0: Column, p1: String) throws -> Column in p0 .!= p1 }
        library.bind("Column..>(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .> p1 }
        library.bind("Column..>=(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .>= p1 }
        library.bind("Column..<(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .< p1 }
        library.bind("Column..<=(_: Column, _: Double)") { (p0: Column, p1: Double) throws -> Column in p0 .<= p1 }
        library.bind("Column..&(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 .& p1 }
        library.bind("Column..|(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Column in p0 .| p1 }
        library.bind("Column..!(_: Column)") { (p0: Column) throws -> Column in .!p0 }
    }

    /// Column
    fileprivate static func bindFrames8(_ library: Library) {
        library.bind("Column.codes()") { (s: Column) throws -> [Int] in s.codes() }
        library.bind("Column.unique()") { (s: Column) throws -> Column in s.unique() }
        library.bind("Column.uniqueCount()") { (s: Column) throws -> Int in s.uniqueCount() }
        library.bind("Column.valueCounts()") { (s: Column) throws -> DataFrame in s.valueCounts() }
    }

    /// Column
    fileprivate static func bindFrames9(_ library: Library) {
        library.bind("Column.sum()") { (s: Column) throws -> Double in s.sum() }
        library.bind("Column.mean()") { (s: Column) throws -> Double in s.mean() }
        library.bind("Column.min()") { (s: Column) throws -> Double in s.min() }
        library.bind("Column.max()") { (s: Column) throws -> Double in s.max() }
        library.bind("Column.std()") { (s: Column) throws -> Double in s.std() }
        library.bind("Column.variance()") { (s: Column) throws -> Double in s.variance() }
        library.bind("Column.median()") { (s: Column) throws -> Double in s.median() }
        library.bind("Column.quantile(_: Double)") { (s: Column, p0: Double) throws -> Double in s.quantile(p0) }
        library.bind("Column.correlation(with: Column)") { (s: Column, p0: Column) throws -> Double in s.correlation(with: p0) }
    }

    /// Column
    fileprivate static func bindFrames10(_ library: Library) {
        library.bind("Column.name") { (s: Column) throws -> String in s.name }
        library.bind("Column.name=", mutating: Column.self) { (s: inout Column, v: String) throws in s.name = v }
        library.bind("Column.init(_: [Int], name: String)") { (p0: [Int], p1: String) throws -> Column in Column(p0, name: p1) }
        library.bind("Column.init(_: [Double], name: String)") { (p0: [Double], p1: String) throws -> Column in Column(p0, name: p1) }
        library.bind("Column.init(_: [String], name: String)") { (p0: [String], p1: String) throws -> Column in Column(p0, name: p1) }
        library.bind("Column.init(_: [String?], name: String)") { (p0: [String?], p1: String) throws -> Column in Column(p0, name: p1) }
        library.bind("Column.init(_: [Bool], name: String)") { (p0: [Bool], p1: String) throws -> Column in Column(p0, name: p1) }
        library.bind("Column.count") { (s: Column) throws -> Int in s.count }
        library.bind("Column.isEmpty") { (s: Column) throws -> Bool in s.isEmpty }
        library.bind("Column.kind") { (s: Column) throws -> Column.Kind in s.kind }
        library.bind("Column.isNumeric") { (s: Column) throws -> Bool in s.isNumeric }
        library.bind("Column.named(_: String)") { (s: Column, p0: String) throws -> Column in s.named(p0) }
    }

    /// Column
    fileprivate static func bindFrames12(_ library: Library) {
        library.bind("Column.==(_: Column, _: Column)") { (p0: Column, p1: Column) throws -> Bool in p0 == p1 }
    }

    /// CSVError
    fileprivate static func bindFrames13(_ library: Library) {
        library.bind("CSVError.file") { (s: CSVError) throws -> String in s.file }
        library.bind("CSVError.file=", mutating: CSVError.self) { (s: inout CSVError, v: String) throws in s.file = v }
        library.bind("CSVError.line") { (s: CSVError) throws -> Int in s.line }
        library.bind("CSVError.line=", mutating: CSVError.self) { (s: inout CSVError, v: Int) throws in s.line = v }
        library.bind("CSVError.column") { (s: CSVError) throws -> Int in s.column }
        library.bind("CSVError.column=", mutating: CSVError.self) { (s: inout CSVError, v: Int) throws in s.column = v }
        library.bind("CSVError.problem") { (s: CSVError) throws -> CSVError.Problem in s.problem }
        library.bind("CSVError.problem=", mutating: CSVError.self) { (s: inout CSVError, v: CSVError.Problem) throws in s.problem = v }
        library.bind("CSVError.init(file: String, line: Int, column: Int, problem: Problem)") { (p0: String, p1: Int, p2: Int, p3: CSVError.Problem) throws -> CSVError in CSVError(file: p0, line: p1, column: p2, problem: p3) }
    }

    /// CSVError.Problem
    fileprivate static func bindFrames14(_ library: Library) {
        library.bind("CSVError.Problem.unreadable(reason: String)") { (p0: String) throws -> CSVError.Problem in CSVError.Problem.unreadable(reason: p0) }
        library.bind("CSVError.Problem.empty") { () throws -> CSVError.Problem in CSVError.Problem.empty }
        library.bind("CSVError.Problem.fieldCount(found: Int, expected: Int)") { (p0: Int, p1: Int) throws -> CSVError.Problem in CSVError.Problem.fieldCount(found: p0, expected: p1) }
        library.bind("CSVError.Problem.unclosedQuote") { () throws -> CSVError.Problem in CSVError.Problem.unclosedQuote }
        library.bind("CSVError.Problem.textAfterQuote") { () throws -> CSVError.Problem in CSVError.Problem.textAfterQuote }
        library.bind("CSVError.Problem.notUTF8") { () throws -> CSVError.Problem in CSVError.Problem.notUTF8 }
        library.bind("CSVError.Problem.duplicateName(_: String)") { (p0: String) throws -> CSVError.Problem in CSVError.Problem.duplicateName(p0) }
        library.bind("CSVError.Problem.noSuchColumn(name: String, available: [String])") { (p0: String, p1: [String]) throws -> CSVError.Problem in CSVError.Problem.noSuchColumn(name: p0, available: p1) }
        library.bind("CSVError.Problem.nameCount(given: Int, fields: Int)") { (p0: Int, p1: Int) throws -> CSVError.Problem in CSVError.Problem.nameCount(given: p0, fields: p1) }
        library.bind("CSVError.Problem.notA(kind: Column.Kind, text: String, column: String)") { (p0: Column.Kind, p1: String, p2: String) throws -> CSVError.Problem in CSVError.Problem.notA(kind: p0, text: p1, column: p2) }
        library.bind("CSVError.Problem.delimiter(_: String)") { (p0: String) throws -> CSVError.Problem in CSVError.Problem.delimiter(p0) }
        library.bind("CSVError.Problem.tooLarge") { () throws -> CSVError.Problem in CSVError.Problem.tooLarge }
    }

    /// CSVError
    fileprivate static func bindFrames15(_ library: Library) {
        library.bind("CSVError.description") { (s: CSVError) throws -> String in s.description }
    }

    /// FrameError
    fileprivate static func bindFrames16(_ library: Library) {
        library.bind("FrameError.noSuchColumn(name: String, available: [String])") { (p0: String, p1: [String]) throws -> FrameError in FrameError.noSuchColumn(name: p0, available: p1) }
        library.bind("FrameError.duplicateColumn(name: String)") { (p0: String) throws -> FrameError in FrameError.duplicateColumn(name: p0) }
        library.bind("FrameError.wrongKind(column: String, expected: Column.Kind, found: Column.Kind)") { (p0: String, p1: Column.Kind, p2: Column.Kind) throws -> FrameError in FrameError.wrongKind(column: p0, expected: p1, found: p2) }
        library.bind("FrameError.missingValues(column: String, count: Int, row: Int)") { (p0: String, p1: Int, p2: Int) throws -> FrameError in FrameError.missingValues(column: p0, count: p1, row: p2) }
        library.bind("FrameError.lengthMismatch(what: String, expected: Int, found: Int)") { (p0: String, p1: Int, p2: Int) throws -> FrameError in FrameError.lengthMismatch(what: p0, expected: p1, found: p2) }
        library.bind("FrameError.noSuchRow(row: Int, count: Int)") { (p0: Int, p1: Int) throws -> FrameError in FrameError.noSuchRow(row: p0, count: p1) }
        library.bind("FrameError.tooLarge(what: String, cells: Int)") { (p0: String, p1: Int) throws -> FrameError in FrameError.tooLarge(what: p0, cells: p1) }
        library.bind("FrameError.overflow(operation: String, column: String)") { (p0: String, p1: String) throws -> FrameError in FrameError.overflow(operation: p0, column: p1) }
        library.bind("FrameError.invalid(_: String)") { (p0: String) throws -> FrameError in FrameError.invalid(p0) }
    }

    /// FrameError
    fileprivate static func bindFrames17(_ library: Library) {
        library.bind("FrameError.description") { (s: FrameError) throws -> String in s.description }
    }

    /// DataFrame
    fileprivate static func bindFrames18(_ library: Library) {
        library.bind("DataFrame.describe()") { (s: DataFrame) throws -> DataFrame in s.describe() }
    }

    /// DataFrame
    fileprivate static func bindFrames19(_ library: Library) {
        library.bind("DataFrame.description") { (s: DataFrame) throws -> String in s.description }
        library.bind("DataFrame.table()") { (s: DataFrame) throws -> TextTable in s.table() }
    }

    /// Column
    fileprivate static func bindFrames20(_ library: Library) {
        library.bind("Column.description") { (s: Column) throws -> String in s.description }
        library.bind("Column.table()") { (s: Column) throws -> TextTable in s.table() }
    }

    /// DataFrame
    fileprivate static func bindFrames22(_ library: Library) {
        library.bind("DataFrame.join(_: DataFrame, on: String, how: JoinKind, suffixes: [String])") { (s: DataFrame, p0: DataFrame, p1: String, p2: JoinKind, p3: [String]) throws -> DataFrame in try s.join(p0, on: p1, how: p2, suffixes: p3) }
        library.bind("DataFrame.join(_: DataFrame, on: [String], how: JoinKind, suffixes: [String])") { (s: DataFrame, p0: DataFrame, p1: [String], p2: JoinKind, p3: [String]) throws -> DataFrame in try s.join(p0, on: p1, how: p2, suffixes: p3) }
    }

    /// DataFrame
    fileprivate static func bindFrames23(_ library: Library) {
        library.bind("DataFrame.head(_: Int)") { (s: DataFrame, p0: Int) throws -> DataFrame in s.head(p0) }
        library.bind("DataFrame.tail(_: Int)") { (s: DataFrame, p0: Int) throws -> DataFrame in s.tail(p0) }
        library.bind("DataFrame.rows(from: Int, to: Int)") { (s: DataFrame, p0: Int, p1: Int) throws -> DataFrame in try s.rows(from: p0, to: p1) }
        library.bind("DataFrame.taking(_: [Int])") { (s: DataFrame, p0: [Int]) throws -> DataFrame in try s.taking(p0) }
        library.bind("DataFrame.row(_: Int)") { (s: DataFrame, p0: Int) throws -> Row in s.row(p0) }
        library.bind("DataFrame.filter(_: (Row) throws -> Bool)") { (s: DataFrame, p0: StepLanguage.Callback) throws -> DataFrame in try s.filter({ a0 in try p0.call(a0) }) }
        library.bind("DataFrame.filter(_: Column)") { (s: DataFrame, p0: Column) throws -> DataFrame in try s.filter(p0) }
        library.bind("DataFrame.filter(_: [Bool])") { (s: DataFrame, p0: [Bool]) throws -> DataFrame in try s.filter(p0) }
        library.bind("DataFrame.droppingMissing(_: [String])") { (s: DataFrame, p0: [String]) throws -> DataFrame in try s.droppingMissing(p0) }
        library.bind("DataFrame.appending(_: DataFrame)") { (s: DataFrame, p0: DataFrame) throws -> DataFrame in try s.appending(p0) }
        library.bind("DataFrame.sort(by: String, ascending: Bool)") { (s: DataFrame, p0: String, p1: Bool) throws -> DataFrame in try s.sort(by: p0, ascending: p1) }
        library.bind("DataFrame.sort(by: [String], ascending: Bool)") { (s: DataFrame, p0: [String], p1: Bool) throws -> DataFrame in try s.sort(by: p0, ascending: p1) }
        library.bind("DataFrame.sort(by: [String], ascending: [Bool])") { (s: DataFrame, p0: [String], p1: [Bool]) throws -> DataFrame in try s.sort(by: p0, ascending: p1) }
        library.bind("DataFrame.droppingDuplicates(_: [String])") { (s: DataFrame, p0: [String]) throws -> DataFrame in try s.droppingDuplicates(p0) }
    }

    /// Row
    fileprivate static func bindFrames24(_ library: Library) {
        library.bind("Row.index") { (s: Row) throws -> Int in s.index }
        library.bind("Row.int(_: String)") { (s: Row, p0: String) throws -> Int in s.int(p0) }
        library.bind("Row.double(_: String)") { (s: Row, p0: String) throws -> Double in s.double(p0) }
        library.bind("Row.string(_: String)") { (s: Row, p0: String) throws -> String in s.string(p0) }
        library.bind("Row.bool(_: String)") { (s: Row, p0: String) throws -> Bool in s.bool(p0) }
        library.bind("Row.isMissing(_: String)") { (s: Row, p0: String) throws -> Bool in s.isMissing(p0) }
    }

    /// Row
    fileprivate static func bindFrames25(_ library: Library) {
        library.bind("Row.description") { (s: Row) throws -> String in s.description }
    }

    /// Column
    fileprivate static func bindFrames26(_ library: Library) {
        library.bind("Column.tensor()") { (s: Column) throws -> Tensor in try s.tensor() }
    }

    /// DataFrame
    fileprivate static func bindFrames27(_ library: Library) {
        library.bind("DataFrame.tensor(_: String)") { (s: DataFrame, p0: String) throws -> Tensor in try s.tensor(p0) }
        library.bind("DataFrame.tensor(_: [String])") { (s: DataFrame, p0: [String]) throws -> Tensor in try s.tensor(p0) }
        library.bind("DataFrame.rows(_: [String])") { (s: DataFrame, p0: [String]) throws -> [[Double]] in try s.rows(p0) }
    }

    /// DataFrame
    fileprivate static func bindFrames28(_ library: Library) {
        library.bind("DataFrame.columns") { (s: DataFrame) throws -> [Column] in s.columns }
        library.bind("DataFrame.rowCount") { (s: DataFrame) throws -> Int in s.rowCount }
        library.bind("DataFrame.init()") { () throws -> DataFrame in DataFrame() }
        library.bind("DataFrame.init(columns: [Column])") { (p0: [Column]) throws -> DataFrame in try DataFrame(columns: p0) }
        library.bind("DataFrame.init(names: [String], columns: [Column])") { (p0: [String], p1: [Column]) throws -> DataFrame in try DataFrame(names: p0, columns: p1) }
        library.bind("DataFrame.==(_: DataFrame, _: DataFrame)") { (p0: DataFrame, p1: DataFrame) throws -> Bool in p0 == p1 }
        library.bind("DataFrame.names") { (s: DataFrame) throws -> [String] in s.names }
        library.bind("DataFrame.columnCount") { (s: DataFrame) throws -> Int in s.columnCount }
        library.bind("DataFrame.count") { (s: DataFrame) throws -> Int in s.count }
        library.bind("DataFrame.shape") { (s: DataFrame) throws -> [Int] in s.shape }
        library.bind("DataFrame.isEmpty") { (s: DataFrame) throws -> Bool in s.isEmpty }
    }

    /// DataFrame
    fileprivate static func bindFrames29(_ library: Library) {
        library.bind("DataFrame.column(_: String)") { (s: DataFrame, p0: String) throws -> Column in try s.column(p0) }
        library.bind("DataFrame.subscript(_: String)") { (s: DataFrame, p0: String) throws -> Column in s[p0] }
        library.bind("DataFrame.subscript(_: String)=", mutating: DataFrame.self) { (s: inout DataFrame, p0: String, v: Column) throws in s[p0] = v }
        library.bind("DataFrame.hasColumn(_: String)") { (s: DataFrame, p0: String) throws -> Bool in s.hasColumn(p0) }
        library.bind("DataFrame.ints(_: String)") { (s: DataFrame, p0: String) throws -> [Int] in try s.ints(p0) }
        library.bind("DataFrame.doubles(_: String)") { (s: DataFrame, p0: String) throws -> [Double] in try s.doubles(p0) }
        library.bind("DataFrame.strings(_: String)") { (s: DataFrame, p0: String) throws -> [String] in try s.strings(p0) }
        library.bind("DataFrame.bools(_: String)") { (s: DataFrame, p0: String) throws -> [Bool] in try s.bools(p0) }
        library.bind("DataFrame.adding(_: Column, named: String)") { (s: DataFrame, p0: Column, p1: String) throws -> DataFrame in try s.adding(p0, named: p1) }
        library.bind("DataFrame.adding(_: [Int], named: String)") { (s: DataFrame, p0: [Int], p1: String) throws -> DataFrame in try s.adding(p0, named: p1) }
        library.bind("DataFrame.adding(_: [Double], named: String)") { (s: DataFrame, p0: [Double], p1: String) throws -> DataFrame in try s.adding(p0, named: p1) }
        library.bind("DataFrame.adding(_: [String], named: String)") { (s: DataFrame, p0: [String], p1: String) throws -> DataFrame in try s.adding(p0, named: p1) }
        library.bind("DataFrame.adding(_: [Bool], named: String)") { (s: DataFrame, p0: [Bool], p1: String) throws -> DataFrame in try s.adding(p0, named: p1) }
        library.bind("DataFrame.replacing(_: String, with: Column)") { (s: DataFrame, p0: String, p1: Column) throws -> DataFrame in try s.replacing(p0, with: p1) }
        library.bind("DataFrame.select(_: [String])") { (s: DataFrame, p0: [String]) throws -> DataFrame in try s.select(p0) }
        library.bind("DataFrame.dropping(_: [String])") { (s: DataFrame, p0: [String]) throws -> DataFrame in try s.dropping(p0) }
        library.bind("DataFrame.renaming(_: String, to: String)") { (s: DataFrame, p0: String, p1: String) throws -> DataFrame in try s.renaming(p0, to: p1) }
    }

    /// Grouping
    fileprivate static func bindFrames31(_ library: Library) {
        library.bind("Grouping.groupCount") { (s: Grouping) throws -> Int in s.groupCount }
        library.bind("Grouping.count()") { (s: Grouping) throws -> DataFrame in try s.count() }
        library.bind("Grouping.sum(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.sum(p0) }
        library.bind("Grouping.mean(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.mean(p0) }
        library.bind("Grouping.min(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.min(p0) }
        library.bind("Grouping.max(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.max(p0) }
        library.bind("Grouping.std(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.std(p0) }
        library.bind("Grouping.median(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.median(p0) }
        library.bind("Grouping.first(_: String)") { (s: Grouping, p0: String) throws -> DataFrame in try s.first(p0) }
        library.bind("Grouping.aggregate(_: String, _: [Aggregate], prefix: String)") { (s: Grouping, p0: String, p1: [Aggregate], p2: String) throws -> DataFrame in try s.aggregate(p0, p1, prefix: p2) }
        library.bind("Grouping.frames()") { (s: Grouping) throws -> [DataFrame] in s.frames() }
    }

    /// DataFrame
    fileprivate static func bindFrames32(_ library: Library) {
        library.bind("DataFrame.groupBy(_: String)") { (s: DataFrame, p0: String) throws -> Grouping in try s.groupBy(p0) }
        library.bind("DataFrame.groupBy(_: [String])") { (s: DataFrame, p0: [String]) throws -> Grouping in try s.groupBy(p0) }
        library.bind("DataFrame.crosstab(rows: String, columns: String, values: String, aggregate: Aggregate)") { (s: DataFrame, p0: String, p1: String, p2: String, p3: Aggregate) throws -> DataFrame in try s.crosstab(rows: p0, columns: p1, values: p2, aggregate: p3) }
        library.bind("DataFrame.crosstab(rows: String, columns: String)") { (s: DataFrame, p0: String, p1: String) throws -> DataFrame in try s.crosstab(rows: p0, columns: p1) }
    }
}
