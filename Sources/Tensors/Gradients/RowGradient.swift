import CKernels

/// The gradient of a table of which only some rows were used: row numbers, ascending and each once, and their gradients.
package final class RowGradient {
    /// `[touched]`, int64.
    package let rows: Tensor
    /// `[touched, columns]`
    package let values: Tensor
    /// Shape of the table.
    package let extents: Extents

    init(rows: Tensor, values: Tensor, extents: Extents) {
        self.rows = rows
        self.values = values
        self.extents = extents
    }

    /// Sums the gradients `[n, columns]` of lookups of `indices` `[n]`, in order of the lookups.
    convenience init(indices: Tensor, gradient: Tensor, table extents: Extents) {
        let n = indices.elementCount
        let columns = extents.count > 1 ? extents.product / max(extents[0], 1) : 1
        let index = indices.int64Pointer
        let order = Array(0..<n).sorted { index[$0] < index[$1] || (index[$0] == index[$1] && $0 < $1) }
        var unique: [Int64] = []
        unique.reserveCapacity(n)
        var slot = [Int64](repeating: 0, count: n)
        for i in order {
            if unique.last != index[i] { unique.append(index[i]) }
            slot[i] = Int64(unique.count - 1)
        }
        let rows = Tensor.uninitialized(Extents([unique.count]), .int64)
        let values = Tensor.zeros(Extents([unique.count, columns]))
        if rows.elementCount == unique.count {
            for (i, row) in unique.enumerated() { rows.int64Pointer[i] = row }
            let from = gradient.dense
            ck_scatter_add_rows(Int64(n), Int64(columns), from.floatPointer, slot, values.floatPointer)
        }
        self.init(rows: rows, values: values, extents: extents)
    }

    /// The whole gradient, zero in the rows that were not used.
    package func dense() -> Tensor {
        let result = Tensor.zeros(extents)
        let columns = extents.product / max(extents[0], 1)
        ck_scatter_add_rows(
            Int64(rows.elementCount), Int64(columns), values.floatPointer, rows.int64Pointer, result.floatPointer)
        return result
    }
}
