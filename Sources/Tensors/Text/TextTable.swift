/// A grid of text with aligned columns.
public struct TextTable: CustomStringConvertible, Equatable, Sendable {
    public enum Alignment: Sendable { case left, right, center }

    public var headers: [String]
    public var rows: [[String]]
    /// One for each column; columns beyond the list are right-aligned.
    public var alignments: [Alignment]
    /// Between columns.
    public var separator: String
    /// Whether a line of dashes stands under the headers.
    public var hasRule: Bool

    public init(
        headers: [String], rows: [[String]], alignments: [Alignment] = [], separator: String = "  ", hasRule: Bool = false
    ) {
        self.headers = headers
        self.rows = rows
        self.alignments = alignments
        self.separator = separator
        self.hasRule = hasRule
    }

    /// The lines, without a newline at the end; no spaces at the ends of lines.
    public var description: String {
        let all = (headers.isEmpty ? [] : [headers]) + rows
        let columns = all.map(\.count).max() ?? 0
        var widths = [Int](repeating: 0, count: columns)
        for row in all { for (i, cell) in row.enumerated() { widths[i] = max(widths[i], TextTable.width(cell)) } }
        var lines = all.map { line($0, widths) }
        if hasRule && !headers.isEmpty {
            lines.insert(widths.map { String(repeating: "-", count: $0) }.joined(separator: separator), at: 1)
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var result = ""
        for (i, width) in widths.enumerated() {
            let cell = i < cells.count ? cells[i] : ""
            let gap = width - TextTable.width(cell)
            let left: Int
            switch i < alignments.count ? alignments[i] : .right {
            case .left: left = 0
            case .right: left = gap
            case .center: left = gap / 2
            }
            if i > 0 { result += separator }
            result += String(repeating: " ", count: left) + cell + String(repeating: " ", count: gap - left)
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// Columns that a text takes in a terminal: East Asian wide characters and emoji take two.
    public static func width(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        case 0x200B...0x200F: return 0
        default: return 1
        }
    }
}
