#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Makes columns out of the fields of a CSV text.
struct CSVValues {
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: CSVFields
    /// 1 where the first row holds names.
    let firstRow: Int
    /// Texts that stand for a missing value, and the length of the longest.
    private let missing: Set<[UInt8]>
    private let longestMissing: Int

    init(bytes: UnsafeBufferPointer<UInt8>, fields: CSVFields, firstRow: Int, missing: [String]) {
        self.bytes = bytes
        self.fields = fields
        self.firstRow = firstRow
        self.missing = Set(missing.map { Array($0.utf8) })
        longestMissing = missing.reduce(0) { max($0, $1.utf8.count) }
    }

    private var rows: Range<Int> { firstRow..<Swift.max(firstRow, fields.rowCount) }

    /// The column at an index: of the narrowest kind that fits all its values, or of the kind that is asked for.
    func column(_ index: Int, name: String, kind: Column.Kind?) throws -> Column {
        switch kind {
        case .int: return Column(name: name, storage: .ints(try ints(index, name)))
        case .double: return Column(name: name, storage: .doubles(try doubles(index, name)))
        case .bool: return Column(name: name, storage: .bools(try bools(index, name)))
        case .string: return Column(name: name, storage: .strings(strings(index)))
        case nil:
            if let values = try? ints(index, name) { return Column(name: name, storage: .ints(values)) }
            if let values = try? doubles(index, name) { return Column(name: name, storage: .doubles(values)) }
            if let values = try? bools(index, name) { return Column(name: name, storage: .bools(values)) }
            return Column(name: name, storage: .strings(strings(index)))
        }
    }

    /// A field's text.
    func text(_ row: Int, _ index: Int) -> String {
        let place = row * fields.width + index
        let start = Int(fields.starts[place] & ~CSVFields.quotedMark)
        let part = bytes[start..<Int(fields.ends[place])]
        let quote = UInt8(ascii: "\"")
        if fields.starts[place] & CSVFields.quotedMark != 0, part.contains(quote) {
            var plain: [UInt8] = []
            var skip = false
            for byte in part {
                skip = byte == quote && !skip
                if !skip { plain.append(byte) }
            }
            return String(decoding: plain, as: UTF8.self)
        }
        return String(decoding: part, as: UTF8.self)
    }

    private func range(_ row: Int, _ index: Int) -> (start: Int, end: Int) {
        let place = row * fields.width + index
        return (Int(fields.starts[place] & ~CSVFields.quotedMark), Int(fields.ends[place]))
    }

    private func failure(_ row: Int, _ index: Int, _ name: String, _ kind: Column.Kind) -> CSVFields.Failure {
        CSVFields.Failure(offset: range(row, index).start, problem: .notA(kind: kind, text: text(row, index), column: name))
    }

    private func isMissing(_ start: Int, _ end: Int) -> Bool {
        end - start <= longestMissing && missing.contains(Array(bytes[start..<end]))
    }

    // MARK: Kinds

    private func ints(_ index: Int, _ name: String) throws -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            let (start, end) = range(row, index)
            guard let value = int(start, end) else { throw failure(row, index, name, .int) }
            result.append(value)
        }
        return result
    }

    private func doubles(_ index: Int, _ name: String) throws -> [Double] {
        var result: [Double] = []
        result.reserveCapacity(rows.count)
        for row in rows {
            let (start, end) = range(row, index)
            if let value = double(start, end) {
                result.append(value)
            } else if isMissing(start, end) {
                result.append(.nan)
            } else {
                throw failure(row, index, name, .double)
            }
        }
        return result
    }

    private func bools(_ index: Int, _ name: String) throws -> [Bool] {
        try rows.map { row in
            switch text(row, index) {
            case "true", "True", "TRUE": true
            case "false", "False", "FALSE": false
            default: throw failure(row, index, name, .bool)
            }
        }
    }

    private func strings(_ index: Int) -> [String?] {
        rows.map { row in
            let (start, end) = range(row, index)
            return isMissing(start, end) ? nil : text(row, index)
        }
    }

    // MARK: Numbers

    /// The bytes between without the blanks around them.
    @inline(__always)
    private func trimmed(_ start: Int, _ end: Int) -> (start: Int, end: Int) {
        var (start, end) = (start, end)
        let blank = UInt8(ascii: " ")
        while start < end, bytes[start] == blank { start += 1 }
        while end > start, bytes[end - 1] == blank { end -= 1 }
        return (start, end)
    }

    @inline(__always)
    private func int(_ start: Int, _ end: Int) -> Int? {
        var (position, end) = trimmed(start, end)
        guard position < end else { return nil }
        let negative = bytes[position] == UInt8(ascii: "-")
        if negative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        // 18 digits always fit.
        guard position < end else { return nil }
        guard end - position <= 18 else { return Int(String(decoding: bytes[(negative ? position - 1 : position)..<end], as: UTF8.self)) }
        var value = 0
        while position < end {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value &* 10 &+ Int(digit)
            position += 1
        }
        end = position
        return negative ? -value : value
    }

    /// Powers of ten that are exact as doubles.
    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    @inline(__always)
    private func double(_ start: Int, _ end: Int) -> Double? {
        let (first, end) = trimmed(start, end)
        var position = first
        guard position < end else { return nil }
        let negative = bytes[position] == UInt8(ascii: "-")
        if negative || bytes[position] == UInt8(ascii: "+") { position += 1 }
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        var point = false
        while position < end {
            let digit = bytes[position] &- UInt8(ascii: "0")
            if digit <= 9 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                digits += 1
                if point { decimals += 1 }
            } else if bytes[position] == UInt8(ascii: "."), !point {
                point = true
            } else {
                return slowDouble(first, end)
            }
            position += 1
        }
        guard digits > 0 else { return nil }
        // Numerator and power of ten are both exact, so that the one division rounds correctly.
        guard digits <= 18, mantissa < 1 << 53, decimals < Self.powers.count else { return slowDouble(first, end) }
        let value = Double(mantissa) / Self.powers[decimals]
        return negative ? -value : value
    }

    /// Exponents, infinities and numbers of many digits.
    private func slowDouble(_ start: Int, _ end: Int) -> Double? {
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        switch text.lowercased() {
        case "inf", "+inf", "infinity", "+infinity": return .infinity
        case "-inf", "-infinity": return -.infinity
        default: break
        }
        // What `strtod` takes besides decimal numbers (hexadecimal ones, NaN) is text here.
        guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
        return text.withCString { pointer in
            var stop: UnsafeMutablePointer<CChar>?
            let value = strtod(pointer, &stop)
            return stop.map { $0.pointee == 0 } == true ? value : nil
        }
    }
}
