/// Characters as integers: the scalar's value for a character of one scalar, beyond that an entry of a table.
///
/// Equal codes are equal characters. Different codes can be canonically equal only from U+0300 on.
public enum Characters {
    nonisolated(unsafe) private static var table: [Character] = []
    nonisolated(unsafe) private static var codes: [String: Int] = [:]
    private static let base = 0x11_0000

    /// The code of a character.
    @inline(__always)
    public static func code(_ character: Character) -> Int {
        if let ascii = character.asciiValue, character != "\r\n" { return Int(ascii) }
        return slowCode(character)
    }

    private static func slowCode(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.count == 1, let scalar = scalars.first { return Int(scalar.value) }
        // Looked up by its exact scalars: canonically equal characters keep the scalars they were written with.
        let key = scalars.map { String($0.value, radix: 36) }.joined(separator: " ")
        if let known = codes[key] { return known }
        table.append(character)
        codes[key] = base + table.count - 1
        return base + table.count - 1
    }

    /// The character of a code.
    public static func character(_ code: Int) -> Character {
        if code < base { return Character(Unicode.Scalar(UInt32(truncatingIfNeeded: code)) ?? "\u{FFFD}") }
        return code - base < table.count ? table[code - base] : "\u{FFFD}"
    }

    @inline(__always)
    public static func equal(_ a: Int, _ b: Int) -> Bool {
        if a == b { return true }
        if a < 0x300 && b < 0x300 { return false }
        return character(a) == character(b)
    }

    @inline(__always)
    public static func less(_ a: Int, _ b: Int) -> Bool {
        if a < 0x80 && b < 0x80 { return a < b }
        return character(a) < character(b)
    }

    /// The same for equal characters.
    @inline(__always)
    public static func hash(_ code: Int) -> Int {
        code < 0xC0 ? code : character(code).hashValue
    }

    /// The codes of a text's characters, in order.
    public static func codes(_ text: String) -> [Int] {
        var codes: [Int] = []
        codes.reserveCapacity(text.utf8.count)
        for character in text { codes.append(code(character)) }
        return codes
    }

    /// The text of characters in a row.
    public static func text(_ codes: [Int]) -> String {
        var text = ""
        for code in codes { text.append(character(code)) }
        return text
    }
}
