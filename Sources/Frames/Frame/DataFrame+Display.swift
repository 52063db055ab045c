import Tensors

extension DataFrame: CustomStringConvertible {
    /// The frame as a table; of a long one the first and the last rows, and how many there are.
    public var description: String {
        let text = table().description
        let shortened = rowCount > Self.shownRows || columnCount > Self.shownColumns
        return shortened ? text + "\n\(rowCount) rows × \(columnCount) columns" : text
    }

    /// Frames of more rows are shortened to five at either end.
    package static let shownRows = 30
    /// Frames of more columns are shortened to half as many at either end.
    package static let shownColumns = 20
    private static let shownEnd = 5
    private static let shownCharacters = 60

    /// The frame as a table of text: numbers to the right, `…` for what is left out of the middle.
    public func table() -> TextTable {
        let rows: [Int]
        var gap: Int?
        if rowCount > Self.shownRows {
            rows = Array(0..<Self.shownEnd) + Array(rowCount - Self.shownEnd..<rowCount)
            gap = Self.shownEnd
        } else {
            rows = Array(0..<rowCount)
        }

        var headers: [String] = []
        var alignments: [TextTable.Alignment] = []
        var texts: [[String]] = []
        let half = Self.shownColumns / 2
        for (index, column) in columns.enumerated() {
            if columnCount > Self.shownColumns, index >= half, index < columnCount - half {
                guard index == half else { continue }
                headers.append("…")
                alignments.append(.left)
                texts.append([String](repeating: "…", count: rows.count + (gap == nil ? 0 : 1)))
                continue
            }
            headers.append(Self.shortened(column.name))
            alignments.append(column.isNumeric ? .right : .left)
            var shown = column.unchecked(rows).texts().map(Self.shortened)
            if let gap { shown.insert("…", at: gap) }
            texts.append(shown)
        }
        let count = texts.first?.count ?? 0
        return TextTable(headers: headers, rows: (0..<count).map { row in texts.map { $0[row] } }, alignments: alignments)
    }

    private static func shortened(_ text: String) -> String {
        let line = text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text
        return line.count > shownCharacters ? line.prefix(shownCharacters - 1) + "…" : line
    }
}

extension Column: CustomStringConvertible {
    /// The column as a table of its own.
    public var description: String { alone.description }

    /// The column as a table of text, as that of a frame.
    public func table() -> TextTable { alone.table() }

    private var alone: DataFrame { DataFrame(unchecked: [named(name.isEmpty ? "value" : name)]) }
}
