// Written by Scripts/generate-bindings.sh from the public declarations of Trees.

extension LessonLibrary {
    /// What steps see of Trees.
    static let interfaceTrees = ##"""
/// Predicts the mean of the targets of the `k` nearest examples, nearness being the straight distance between inputs.
///
/// The distances of a block of rows to all examples come from one matrix product: ‖a − b‖² = ‖a‖² − 2 a·b + ‖b‖².
final class NearestNeighbours {
    /// - Parameters:
    ///   - k: how many neighbours.
    ///   - weighted: whether a neighbour counts by the inverse of its distance.
    init(k: Int = 5, weighted: Bool = false)
    /// Keeps rows of inputs and a target for each; throws `TreesError`.
    func fit(_ inputs: [[Double]], _ targets: [Double]) throws
    /// Keeps inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    func fit(_ inputs: Tensor, _ targets: Tensor) throws
    /// A prediction for each row of inputs; throws `TreesError`.
    func predict(_ inputs: [[Double]]) throws -> [Double]
    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    func predict(_ inputs: Tensor) throws -> Tensor
}

/// Decision trees that are grown one after the other, each on what the ones before it left over (Friedman, 2001), by XGBoost.
///
/// One thread and a fixed seed: the same data give the same trees.
final class GradientBoostedTrees {
    /// - Parameters:
    ///   - trees: how many trees.
    ///   - depth: the most questions from a tree's root to a leaf.
    ///   - learningRate: how much of each tree's correction is taken.
    ///   - rowShare: the share of the rows that each tree sees.
    ///   - columnShare: the share of the inputs that each tree sees.
    ///   - seed: chooses those rows and inputs.
    init( trees: Int = 100, depth: Int = 6, learningRate: Double = 0.3, rowShare: Double = 1, columnShare: Double = 1, seed: Int = 42 )
    /// Grows the trees on rows of inputs and a target for each; throws `TreesError`.
    func fit(_ inputs: [[Double]], _ targets: [Double]) throws
    /// Grows the trees on inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    func fit(_ inputs: Tensor, _ targets: Tensor) throws
    /// A prediction for each row of inputs; throws `TreesError`.
    func predict(_ inputs: [[Double]]) throws -> [Double]
    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    func predict(_ inputs: Tensor) throws -> Tensor
}

/// Decision trees that are grown independently, each on a part of the rows and choosing among a part of the inputs at each question; the
/// prediction is their mean (Breiman, 2001), by XGBoost.
///
/// One thread and a fixed seed: the same data give the same trees.
final class RandomForest {
    /// - Parameters:
    ///   - trees: how many trees.
    ///   - depth: the most questions from a tree's root to a leaf.
    ///   - rowShare: the share of the rows that each tree sees.
    ///   - columnShare: the share of the inputs that each question may ask about.
    ///   - seed: chooses those rows and inputs.
    init(trees: Int = 100, depth: Int = 12, rowShare: Double = 0.63, columnShare: Double = 0.5, seed: Int = 42)
    /// Grows the trees on rows of inputs and a target for each; throws `TreesError`.
    func fit(_ inputs: [[Double]], _ targets: [Double]) throws
    /// Grows the trees on inputs `[rows, inputs]` and targets `[rows]`; throws `TreesError`.
    func fit(_ inputs: Tensor, _ targets: Tensor) throws
    /// A prediction for each row of inputs; throws `TreesError`.
    func predict(_ inputs: [[Double]]) throws -> [Double]
    /// Predictions `[rows]` for inputs `[rows, inputs]`; throws `TreesError`.
    func predict(_ inputs: Tensor) throws -> Tensor
}

/// What can go wrong with trees and neighbours.
struct TreesError: Error, Equatable, CustomStringConvertible {
    /// The library that grows the trees is not installed.
    static func libraryMissing(reason: String) -> TreesError
    /// The library reports an error.
    static func libraryFailed(call: String, message: String) -> TreesError
    /// A model is asked for predictions before it was fitted.
    static var notFitted: TreesError { get }
    /// The inputs do not fit together, or the model.
    static func badInput(_ p0: String) -> TreesError
    var description: String { get }
}

"""##
}
