/// Texts that the runner itself writes.
enum Text {
    /// Appends a number's digits.
    @inline(__always)
    static func append(_ number: Int, to text: inout String) {
        if number >= 0 && number < 10 {
            text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + number)))
        } else {
            text += String(number)
        }
    }

    /// A hash that is the same for canonically equal texts; for texts of ASCII it is the same in every run.
    static func hash(_ text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var isASCII = true
            for byte in bytes {
                if byte >= 0x80 { isASCII = false }
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            if isASCII { return Int(truncatingIfNeeded: hash) }
            // Canonically equal texts may differ in their bytes.
            return String(decoding: bytes, as: UTF8.self).hashValue
        }
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    static func bytes(_ count: Int) -> String {
        if count >= 1 << 30 { return number((Double(count) / Double(1 << 30) * 10).rounded() / 10) + " GB" }
        if count >= 1 << 20 { return number((Double(count) / Double(1 << 20)).rounded()) + " MB" }
        return "\(count) bytes"
    }

    static func double(_ value: Double) -> String { value.isNaN ? "nan" : value.description }
    static func float(_ value: Double) -> String { value.isNaN ? "nan" : Float(value).description }
}
