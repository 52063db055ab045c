#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// Numbers as C prints them, without `String(format:)`.
public enum NumberFormat {
    /// With a fixed number of digits after the point.
    public static func fixed(_ value: Double, digits: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        return print("%.*f", digits, value)
    }

    /// With an exponent of at least two digits.
    public static func scientific(_ value: Double, digits: Int) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        return print("%.*e", digits, value)
    }

    private static func print(_ format: String, _ digits: Int, _ value: Double) -> String {
        let places = Int32(clamping: max(0, min(digits, 60)))
        return withVaList([places, value]) { list in
            var buffer = [CChar](repeating: 0, count: 400)
            let length = vsnprintf(&buffer, buffer.count, format, list)
            return String(decoding: buffer.prefix(max(0, min(Int(length), buffer.count - 1))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}
