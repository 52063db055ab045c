import Tensors

/// A measure of a model's predictions on the validation data, taken over all of it.
public struct Metric {
    /// The name, as the epoch rows show it.
    public let name: String
    /// The sum over a batch and the number of values that went into it.
    let sum: (_ prediction: Tensor, _ target: Tensor) -> (total: Double, count: Int)
    /// What becomes of the mean over all batches.
    let finish: (Double) -> Double

    /// A metric that is a function of a mean.
    ///
    /// - Parameters:
    ///   - sum: the sum over one batch, and how many values it is the sum of.
    ///   - finish: what becomes of the mean, such as its root.
    public init(
        _ name: String, sum: @escaping (_ prediction: Tensor, _ target: Tensor) -> (total: Double, count: Int),
        finish: @escaping (Double) -> Double = { $0 }
    ) {
        self.name = name
        self.sum = sum
        self.finish = finish
    }

    /// A metric that is averaged over the batches, each weighted by its number of examples.
    public init(_ name: String, _ value: @escaping (_ prediction: Tensor, _ target: Tensor) -> Double) {
        self.init(
            name,
            sum: { prediction, target in
                let count = target.shape.first ?? 1
                return (value(prediction, target) * Double(count), count)
            })
    }

    /// The fraction of rows whose largest prediction (over the last axis) is the target class.
    public static let accuracy = Metric(
        "accuracy",
        sum: { prediction, target in
            let hits = prediction.argMax(axis: -1).reshaped([target.count]) .== target.reshaped([target.count])
            return (hits.sum().item(), target.count)
        })

    /// The fraction of values on the target's side of 0.5 after a sigmoid: accuracy for logits of yes or no.
    public static let binaryAccuracy = Metric(
        "accuracy",
        sum: { prediction, target in
            let hits = (prediction .> 0) .== (target .> 0.5)
            return (hits.sum().item(), target.count)
        })

    /// The mean squared error.
    public static let mse = Metric("mse", sum: { squaredErrors($0, $1) })

    /// The root of the mean squared error, in the target's own unit.
    public static let rmse = Metric("rmse", sum: { squaredErrors($0, $1) }, finish: { $0.squareRoot() })

    /// The mean absolute error.
    public static let mae = Metric(
        "mae", sum: { (($0 - $1).abs().sum().item(), $1.count) })

    /// The mean of |prediction − target| / |target|, as a fraction. Targets of 0 make it infinite.
    public static let mape = Metric(
        "mape", sum: { ((($0 - $1) / $1).abs().sum().item(), $1.count) })

    /// `mape` of values that were trained as logarithms.
    public static let expMAPE = Metric(
        "exp_mape", sum: { ((($0.exp() - $1.exp()) / $1.exp()).abs().sum().item(), $1.count) })

    private static func squaredErrors(_ prediction: Tensor, _ target: Tensor) -> (Double, Int) {
        ((prediction - target).square().sum().item(), target.count)
    }

    /// The metric of whole predictions, in one piece.
    public func callAsFunction(_ prediction: Tensor, _ target: Tensor) -> Double {
        let (total, count) = sum(prediction, target)
        return finish(count > 0 ? total / Double(count) : .nan)
    }
}
