import Tensors

extension TableRecord {
    /// A table as the library displays it.
    public init(_ table: TextTable) {
        self.init(headers: table.headers, rows: table.rows, alignsRight: table.headers.indices.map { $0 >= table.alignments.count || table.alignments[$0] == .right })
    }
}
