import Tensors

/// Predicts the mean of the targets of the `k` nearest examples, nearness being the straight distance between inputs.
///
/// The distances of a block of rows to all examples come from one matrix product: ‖a − b‖² = ‖a‖² − 2 a·b + ‖b‖².
public final class NearestNeighbours {
    private let neighbours: Int
    private let isWeighted: Bool
    private var fitted: (inputs: Tensor, squares: [Double], targets: [Double], columnCount: Int)?

    /// - Parameters:
    ///   - k: how many neighbours.
    ///   - weighted: whether a neighbour counts by the inverse of its distance.
    public init(k: Int = 5, weighted: Bool = false) {
        neighbours = max(k, 1)
        isWeighted = weighted
    }

    /// Keeps rows of inputs and a target for each; throws `TreesError`.
    public func fit(_ inputs: [[Double]], _ targets: [Double]) throws { try fit(try InputTable(inputs), targets) }

    /// Keeps inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    public func fit(_ inputs: Tensor, _ targets: Tensor) throws { try fit(try InputTable(inputs), targets.doubles) }

    /// A prediction for each row of inputs; throws `TreesError`.
    public func predict(_ inputs: [[Double]]) throws -> [Double] { try predict(try InputTable(inputs)) }

    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    public func predict(_ inputs: Tensor) throws -> Tensor { Tensor(try predict(try InputTable(inputs))) }

    private func fit(_ table: InputTable, _ targets: [Double]) throws {
        _ = try table.targets(targets)
        let inputs = Tensor(floats: table.values, shape: [table.rowCount, table.columnCount])
        fitted = (inputs, Self.squares(table), targets, table.columnCount)
    }

    private func predict(_ table: InputTable) throws -> [Double] {
        guard let fitted else { throw TreesError.notFitted }
        try table.check(inputs: fitted.columnCount)
        let squares = Self.squares(table)
        let examples = fitted.inputs.transposed()
        let count = fitted.targets.count
        // A block of about four million distances at a time.
        let block = max(1, 4_000_000 / max(count, 1))
        var result: [Double] = []
        result.reserveCapacity(table.rowCount)
        for start in stride(from: 0, to: table.rowCount, by: block) {
            try Interruption.check()
            let end = min(start + block, table.rowCount)
            let rows = Array(table.values[start * table.columnCount..<end * table.columnCount])
            let products = withoutGradient { Tensor(floats: rows, shape: [end - start, table.columnCount]).matmul(examples).floats }
            guard products.count == (end - start) * count else { throw TreesError.badInput("the inputs are too large to compare") }
            for row in start..<end {
                let offset = (row - start) * count
                result.append(nearestMean(fitted, squares[row]) { products[offset + $0] })
            }
        }
        return result
    }

    /// The mean target of the nearest examples, kept in order of distance while all examples pass by.
    private func nearestMean(
        _ fitted: (inputs: Tensor, squares: [Double], targets: [Double], columnCount: Int), _ square: Double, _ product: (Int) -> Float
    ) -> Double {
        var nearest: [(distance: Double, index: Int)] = []
        nearest.reserveCapacity(min(neighbours, fitted.targets.count) + 1)
        for index in fitted.targets.indices {
            let distance = square - 2 * Double(product(index)) + fitted.squares[index]
            if nearest.count == neighbours, let last = nearest.last, distance >= last.distance { continue }
            var place = nearest.count
            while place > 0, nearest[place - 1].distance > distance { place -= 1 }
            nearest.insert((distance, index), at: place)
            if nearest.count > neighbours { nearest.removeLast() }
        }
        var sum = 0.0
        var weights = 0.0
        for (distance, index) in nearest {
            // An example at the very place outweighs all others, without dividing by zero.
            let weight = isWeighted ? 1 / (max(distance, 0).squareRoot() + 1e-6) : 1
            sum += weight * fitted.targets[index]
            weights += weight
        }
        return weights > 0 ? sum / weights : .nan
    }

    private static func squares(_ table: InputTable) -> [Double] {
        (0..<table.rowCount).map { row in
            table.values[row * table.columnCount..<(row + 1) * table.columnCount].reduce(0.0) { $0 + Double($1) * Double($1) }
        }
    }
}
