#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Numbers as tables show them.
package enum NumberText {
    /// What stands for a missing value.
    package static let missing = "NaN"

    /// The numbers of one column, all with the same number of decimals: as many as tell them apart, at least one, at
    /// most six, and fewer where the numbers are long.
    package static func column(_ values: [Double]) -> [String] {
        let finite = values.filter(\.isFinite)
        let largest = finite.reduce(0) { max($0, abs($1)) }
        let smallest = finite.reduce(Double.infinity) { $1 == 0 ? $0 : min($0, abs($1)) }
        let exponent = largest >= 1e15 || (smallest.isFinite && largest < 1e-4)
        var decimals = 1
        if !exponent {
            var limit = 6
            var size = 1e5
            while largest >= size, limit > 1 {
                limit -= 1
                size *= 10
            }
            for value in finite where decimals < limit {
                decimals = min(limit, max(decimals, neededDecimals(value)))
            }
        }
        return values.map { value in
            if value.isNaN { return missing }
            if value.isInfinite { return value < 0 ? "-inf" : "inf" }
            return exponent ? printed(value, "%.6e", 6) : fixed(value, decimals: decimals)
        }
    }

    /// A number with a fixed number of decimals.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        let text = printed(value, "%.*f", decimals)
        // A minus before nothing but zeros says nothing.
        return text.hasPrefix("-") && text.allSatisfy { "-0.".contains($0) } ? String(text.dropFirst()) : text
    }

    /// How many decimals it takes to tell the number from its neighbours, up to six.
    private static func neededDecimals(_ value: Double) -> Int {
        let digits = fixed(abs(value), decimals: 6).utf8
        var zeros = 0
        for digit in digits.reversed() {
            guard digit == UInt8(ascii: "0") else { break }
            zeros += 1
        }
        return max(1, 6 - min(zeros, 6))
    }

    private static func printed(_ value: Double, _ format: String, _ decimals: Int) -> String {
        let arguments: [CVarArg] = format.contains("*") ? [Int32(decimals), value] : [value]
        return withVaList(arguments) { list in
            // The longest is the largest double written out: 309 digits, the point and the decimals.
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
                guard let start = buffer.baseAddress else { return "" }
                let length = vsnprintf(start, buffer.count, format, list)
                guard length > 0, length < buffer.count else { return "" }
                return String(decoding: UnsafeRawBufferPointer(start: start, count: Int(length)), as: UTF8.self)
            }
        }
    }
}
