import Tensors

/// Decision trees that are grown one after the other, each on what the ones before it left over (Friedman, 2001), by XGBoost.
///
/// One thread and a fixed seed: the same data give the same trees.
public final class GradientBoostedTrees {
    private var fitted: (booster: TreeBooster, inputs: Int)?
    private let rounds: Int
    private let parameters: [(name: String, value: String)]

    /// - Parameters:
    ///   - trees: how many trees.
    ///   - depth: the most questions from a tree's root to a leaf.
    ///   - learningRate: how much of each tree's correction is taken.
    ///   - rowShare: the share of the rows that each tree sees.
    ///   - columnShare: the share of the inputs that each tree sees.
    ///   - seed: chooses those rows and inputs.
    public init(
        trees: Int = 100, depth: Int = 6, learningRate: Double = 0.3, rowShare: Double = 1, columnShare: Double = 1, seed: Int = 42
    ) {
        rounds = max(trees, 0)
        parameters = [
            ("objective", "reg:squarederror"), ("tree_method", "hist"), ("nthread", "1"), ("verbosity", "0"), ("seed", "\(seed)"),
            ("max_depth", "\(depth)"), ("eta", "\(learningRate)"), ("subsample", "\(rowShare)"), ("colsample_bytree", "\(columnShare)"),
        ]
    }

    /// Grows the trees on rows of inputs and a target for each; throws `TreesError`.
    public func fit(_ inputs: [[Double]], _ targets: [Double]) throws { try fit(try InputTable(inputs), targets) }

    /// Grows the trees on inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    public func fit(_ inputs: Tensor, _ targets: Tensor) throws { try fit(try InputTable(inputs), targets.doubles) }

    /// A prediction for each row of inputs; throws `TreesError`.
    public func predict(_ inputs: [[Double]]) throws -> [Double] { try predict(try InputTable(inputs)) }

    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    public func predict(_ inputs: Tensor) throws -> Tensor { Tensor(try predict(try InputTable(inputs))) }

    private func fit(_ table: InputTable, _ targets: [Double]) throws {
        let library = try XGBoost.library()
        let matrix = try TreeMatrix(table, targets: try table.targets(targets), library: library)
        fitted = (try TreeBooster(matrix, parameters: parameters, rounds: rounds, library: library), table.columnCount)
    }

    private func predict(_ table: InputTable) throws -> [Double] {
        guard let fitted else { throw TreesError.notFitted }
        try table.check(inputs: fitted.inputs)
        return try fitted.booster.predict(try TreeMatrix(table, library: try XGBoost.library()), count: table.rowCount)
    }
}

/// Decision trees that are grown independently, each on a part of the rows and choosing among a part of the inputs at each question; the
/// prediction is their mean (Breiman, 2001), by XGBoost.
///
/// One thread and a fixed seed: the same data give the same trees.
public final class RandomForest {
    private var fitted: (booster: TreeBooster, inputs: Int, mean: Double)?
    private let parameters: [(name: String, value: String)]

    /// - Parameters:
    ///   - trees: how many trees.
    ///   - depth: the most questions from a tree's root to a leaf.
    ///   - rowShare: the share of the rows that each tree sees.
    ///   - columnShare: the share of the inputs that each question may ask about.
    ///   - seed: chooses those rows and inputs.
    public init(trees: Int = 100, depth: Int = 12, rowShare: Double = 0.63, columnShare: Double = 0.5, seed: Int = 42) {
        parameters = [
            ("objective", "reg:squarederror"), ("tree_method", "hist"), ("nthread", "1"), ("verbosity", "0"), ("seed", "\(seed)"),
            ("num_parallel_tree", "\(max(trees, 1))"), ("eta", "1"), ("lambda", "0"), ("max_depth", "\(depth)"),
            ("subsample", "\(rowShare)"), ("colsample_bynode", "\(columnShare)"), ("base_score", "0"),
        ]
    }

    /// Grows the trees on rows of inputs and a target for each; throws `TreesError`.
    public func fit(_ inputs: [[Double]], _ targets: [Double]) throws { try fit(try InputTable(inputs), targets) }

    /// Grows the trees on inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    public func fit(_ inputs: Tensor, _ targets: Tensor) throws { try fit(try InputTable(inputs), targets.doubles) }

    /// A prediction for each row of inputs; throws `TreesError`.
    public func predict(_ inputs: [[Double]]) throws -> [Double] { try predict(try InputTable(inputs)) }

    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    public func predict(_ inputs: Tensor) throws -> Tensor { Tensor(try predict(try InputTable(inputs))) }

    private func fit(_ table: InputTable, _ targets: [Double]) throws {
        let library = try XGBoost.library()
        _ = try table.targets(targets)
        // A tree that asks nothing predicts the mean; what the library predicts is the difference from it.
        let mean = targets.reduce(0, +) / Double(targets.count)
        let matrix = try TreeMatrix(table, targets: targets.map { Float($0 - mean) }, library: library)
        fitted = (try TreeBooster(matrix, parameters: parameters, rounds: 1, library: library), table.columnCount, mean)
    }

    private func predict(_ table: InputTable) throws -> [Double] {
        guard let fitted else { throw TreesError.notFitted }
        try table.check(inputs: fitted.inputs)
        let matrix = try TreeMatrix(table, library: try XGBoost.library())
        return try fitted.booster.predict(matrix, count: table.rowCount).map { $0 + fitted.mean }
    }
}
