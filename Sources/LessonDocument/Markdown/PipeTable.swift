/// A table in a paragraph's lines, as GitHub's Markdown has them; cmark knows none.
struct PipeTable {
    struct Cell {
        let bytes: [UInt8]
        let position: SourcePosition
    }

    /// How many of the paragraph's lines stand before the table.
    let linesBefore: Int
    let alignments: [Table.Alignment]
    let header: [Cell]
    let rows: [[Cell]]

    /// The table in a paragraph's lines (each with the place of its first byte); nil when there is none.
    init?(lines: [(bytes: [UInt8], position: SourcePosition)]) {
        guard lines.count >= 2 else { return nil }
        for index in 1..<lines.count {
            guard let alignments = Self.alignments(lines[index].bytes) else { continue }
            let header = Self.cells(lines[index - 1].bytes, at: lines[index - 1].position)
            guard header.count == alignments.count else { continue }
            linesBefore = index - 1
            self.alignments = alignments
            self.header = header
            rows = lines[(index + 1)...].map { line in
                var cells = Self.cells(line.bytes, at: line.position)
                while cells.count < alignments.count { cells.append(Cell(bytes: [], position: line.position)) }
                return Array(cells.prefix(alignments.count))
            }
            return
        }
        return nil
    }

    /// What `| :-- | --: |` says of the columns; nil for any other line, and for one without a pipe.
    private static func alignments(_ line: [UInt8]) -> [Table.Alignment]? {
        guard line.contains(UInt8(ascii: "|")), line.allSatisfy({ "|:- \t".utf8.contains($0) }) else { return nil }
        var result: [Table.Alignment] = []
        for cell in cells(line, at: SourcePosition(line: 1, column: 1)) {
            let bytes = cell.bytes
            let dashes = bytes.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }.count
            let left = bytes.first == UInt8(ascii: ":")
            let right = bytes.count > 1 && bytes.last == UInt8(ascii: ":")
            guard dashes > 0, dashes + (left ? 1 : 0) + (right ? 1 : 0) == bytes.count else { return nil }
            result.append(left && right ? .center : left ? .left : right ? .right : .none)
        }
        return result.isEmpty ? nil : result
    }

    /// The cells between a line's unescaped pipes, without the spaces around them.
    private static func cells(_ line: [UInt8], at position: SourcePosition) -> [Cell] {
        var bounds: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < line.count {
            if line[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if line[index] == UInt8(ascii: "|") {
                bounds.append(start..<index)
                start = index + 1
            }
            index += 1
        }
        bounds.append(start..<line.count)
        let isBlank: (Range<Int>) -> Bool = { line[$0].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
        if let first = bounds.first, bounds.count > 1, isBlank(first) { bounds.removeFirst() }
        if let last = bounds.last, bounds.count > 1, isBlank(last) { bounds.removeLast() }
        return bounds.map { range in
            var lower = range.lowerBound
            var upper = range.upperBound
            while lower < upper, line[lower] == 0x20 || line[lower] == 0x09 { lower += 1 }
            while upper > lower, line[upper - 1] == 0x20 || line[upper - 1] == 0x09 { upper -= 1 }
            return Cell(
                bytes: Array(line[lower..<upper]), position: SourcePosition(line: position.line, column: position.column + lower))
        }
    }
}
