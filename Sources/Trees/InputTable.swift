import Tensors

/// Inputs as one block of numbers, row by row.
struct InputTable {
    let values: [Float]
    let rowCount: Int
    let columnCount: Int

    /// Rows of equal length; throws `TreesError.badInput`.
    init(_ rows: [[Double]]) throws {
        columnCount = rows.first?.count ?? 0
        rowCount = rows.count
        guard columnCount > 0 else { throw TreesError.badInput("there are no inputs") }
        var values: [Float] = []
        values.reserveCapacity(rowCount * columnCount)
        for (index, row) in rows.enumerated() {
            guard row.count == columnCount else {
                throw TreesError.badInput("row \(index) has \(row.count) inputs, row 0 has \(columnCount)")
            }
            for value in row { values.append(Float(value)) }
        }
        self.values = values
    }

    /// A tensor `[rows, inputs]`; throws `TreesError.badInput`.
    init(_ tensor: Tensor) throws {
        guard tensor.rank == 2, tensor.count > 0 else {
            throw TreesError.badInput("the inputs have to be a tensor [rows, inputs], not \(tensor.shape)")
        }
        values = tensor.doubles.map { Float($0) }
        rowCount = tensor.size(0)
        columnCount = tensor.size(1)
    }

    /// The targets of as many rows; throws `TreesError.badInput` for another number of them, or one that is not finite.
    func targets(_ targets: [Double]) throws -> [Float] {
        guard targets.count == rowCount else { throw TreesError.badInput("\(targets.count) targets for \(rowCount) rows") }
        if let bad = targets.firstIndex(where: { !$0.isFinite }) { throw TreesError.badInput("target \(bad) is \(targets[bad])") }
        return targets.map { Float($0) }
    }

    /// Throws `TreesError.badInput` where the rows have not as many inputs as a model was fitted with.
    func check(inputs: Int) throws {
        guard columnCount == inputs else {
            throw TreesError.badInput("rows of \(columnCount) inputs for a model that was fitted with \(inputs)")
        }
    }
}
