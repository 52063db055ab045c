/// The largest lesson file that is read, in bytes.
package let largestLessonFile = 1_000_000

extension SourceText {
    /// The first byte that keeps `bytes` from being plain UTF-8 text, and why; nil when there is none.
    ///
    /// Control characters other than tab and line ends are refused: no editor shows them, and a page cannot hold them.
    package static func problem(in bytes: [UInt8], file: String) -> DocumentDiagnostic? {
        if bytes.count > largestLessonFile {
            return DocumentDiagnostic(
                file: file, line: 0, column: 0,
                message: "the file has \(bytes.count) bytes; a lesson may have \(largestLessonFile)",
                hint: "split the lesson, or move data out of it")
        }
        var line = 1
        var lineStart = 0
        var index = 0
        func diagnostic(_ message: String, _ hint: String) -> DocumentDiagnostic {
            DocumentDiagnostic(file: file, line: line, column: index - lineStart + 1, message: message, hint: hint)
        }
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case 0x0A:
                line += 1
                index += 1
                lineStart = index
            case 0x0D:
                if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                line += 1
                index += 1
                lineStart = index
            case 0x09, 0x0C, 0x20...0x7E:
                index += 1
            case 0x00:
                return diagnostic("a NUL byte: this is not a text file", "a lesson is a Markdown file in UTF-8")
            case 0x01...0x1F, 0x7F:
                return diagnostic("a control character (byte 0x\(String(byte, radix: 16, uppercase: true)))", "delete it")
            default:
                guard let length = scalarLength(bytes, at: index) else {
                    return diagnostic("not UTF-8: byte 0x\(String(byte, radix: 16, uppercase: true))", "save the file as UTF-8")
                }
                index += length
            }
        }
        return nil
    }

    /// How many bytes the well-formed non-ASCII scalar at `index` takes; nil when it is not well formed.
    private static func scalarLength(_ bytes: [UInt8], at index: Int) -> Int? {
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return nil
        }
        guard index + length <= bytes.count else { return nil }
        for next in bytes[(index + 1)..<(index + length)] where next & 0xC0 != 0x80 { return nil }
        switch (bytes[index], bytes[index + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return length
        }
    }
}
