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
        let (unique, slot) = Self.distinct(UnsafeBufferPointer(start: indices.int64Pointer, count: n), below: extents[0])
        let rows = Tensor.uninitialized(Extents([unique.count]), .int64)
        let values = Tensor.zeros(Extents([unique.count, columns]))
        if rows.elementCount == unique.count {
            for (i, row) in unique.enumerated() { rows.int64Pointer[i] = row }
            let from = gradient.dense
            ck_scatter_add_rows(Int64(n), Int64(columns), from.floatPointer, slot, values.floatPointer)
        }
        self.init(rows: rows, values: values, extents: extents)
    }

    /// The distinct ones of `indices`, ascending, and the place of each index among them.
    private static func distinct(_ indices: UnsafeBufferPointer<Int64>, below bound: Int) -> (rows: [Int64], places: [Int64]) {
        let words = bound / 64 + 1
        // A bit for each row is quicker than sorting, unless there are far more rows than lookups.
        guard words <= indices.count * 16 else {
            let rows = Set(indices).sorted()
            let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, Int64($0)) })
            return (rows, indices.map { places[$0] ?? 0 })
        }
        return withUnsafeTemporaryAllocation(of: (bits: UInt64, before: Int64).self, capacity: words) { table in
            table.initialize(repeating: (0, 0))
            for index in indices { table[Int(index >> 6)].bits |= 1 << UInt64(index & 63) }
            var rows: [Int64] = []
            rows.reserveCapacity(indices.count)
            for word in 0..<words {
                var bits = table[word].bits
                table[word].before = Int64(rows.count)
                while bits != 0 {
                    rows.append(Int64(word << 6 + bits.trailingZeroBitCount))
                    bits &= bits - 1
                }
            }
            let places = indices.map { index in
                let entry = table[Int(index >> 6)]
                return entry.before + Int64((entry.bits & (1 << UInt64(index & 63) - 1)).nonzeroBitCount)
            }
            return (rows, places)
        }
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
