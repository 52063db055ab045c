/// A file's bytes cut into lines, so that places can be given and looked up.
package struct SourceText: Sendable {
    package let file: String
    /// The lines without their ends (`\n`, `\r\n` or `\r`).
    package private(set) var lines: [[UInt8]]

    package init(bytes: some Collection<UInt8>, file: String) {
        self.file = file
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var afterReturn = false
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if !afterReturn { lines.append(line) }
                line.removeAll(keepingCapacity: true)
                afterReturn = false
            } else if byte == UInt8(ascii: "\r") {
                lines.append(line)
                line.removeAll(keepingCapacity: true)
                afterReturn = true
            } else {
                line.append(byte)
                afterReturn = false
            }
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        self.lines = lines
    }

    /// The bytes of a line that counts from 1; none beyond the file.
    package subscript(line line: Int) -> [UInt8] {
        line >= 1 && line <= lines.count ? lines[line - 1] : []
    }

    /// The same text with other bytes in a line.
    package mutating func replace(line: Int, with bytes: [UInt8]) {
        guard line >= 1, line <= lines.count else { return }
        lines[line - 1] = bytes
    }

    /// All lines, each ended by `\n`.
    package var joined: [UInt8] {
        var all: [UInt8] = []
        all.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
        for line in lines {
            all += line
            all.append(UInt8(ascii: "\n"))
        }
        return all
    }

    /// Lines `range` (counting from 1) as text.
    package func text(lines range: ClosedRange<Int>) -> String {
        range.map { String(decoding: self[line: $0], as: UTF8.self) }.joined(separator: "\n")
    }

    /// The place that stands a number of Unicode scalars into a line, as YAML counts, in bytes.
    package func position(line: Int, scalarColumn: Int) -> SourcePosition {
        let scalars = String(decoding: self[line: line], as: UTF8.self).unicodeScalars
        let bytes = scalars.prefix(max(0, scalarColumn - 1)).reduce(0) { $0 + UTF8.width($1) }
        return SourcePosition(line: line, column: bytes + 1)
    }
}
