/// A page being written: text goes in escaped, markup as it is.
struct HTML {
    private(set) var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Adds markup that this program wrote.
    mutating func markup(_ text: String) { bytes += text.utf8 }

    /// Adds text, escaped; control characters are made visible.
    mutating func text(_ text: String) { Self.escape(text.utf8, into: &bytes) }

    /// Adds ` name="value"`, the value escaped.
    mutating func attribute(_ name: String, _ value: String) {
        markup(" \(name)=\"")
        text(value)
        markup("\"")
    }

    mutating func append(_ other: HTML) { bytes += other.bytes }

    /// Begins a new line unless one has just begun, as cmark does.
    mutating func freshLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// `text` escaped for content and quoted attributes.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        escape(text.utf8, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func escape(_ text: some Sequence<UInt8>, into bytes: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case 0x09, 0x0A, 0x20...0x7E, 0x80...: bytes.append(byte)
            // The Unicode block of control pictures stands in the order of the characters it pictures.
            case 0x00...0x1F: bytes += [0xE2, 0x90, 0x80 + byte]
            default: bytes += "\u{2421}".utf8
            }
        }
    }
}
