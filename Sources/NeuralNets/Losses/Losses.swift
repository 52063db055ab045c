import Tensors

/// How the losses of single values become the loss.
public enum Reduction: Equatable, Sendable {
    /// The mean; with class weights, the weighted mean.
    case mean
    /// The sum.
    case sum
    /// No reduction: one loss a value.
    case none

    func callAsFunction(_ losses: Tensor) -> Tensor {
        switch self {
        case .mean: losses.mean()
        case .sum: losses.sum()
        case .none: losses
        }
    }

    /// The same with a weight for each class, `[classes]`.
    func callAsFunction(_ losses: Tensor, _ weight: Tensor?, _ target: Tensor) -> Tensor {
        guard let weight else { return self(losses) }
        let weights = weight.take(target)
        let weighted = losses * weights
        return self == .mean ? weighted.sum() / weights.sum() : self(weighted)
    }
}

/// The mean squared error, `mean((prediction - target)²)`; both of one shape.
public func mseLoss(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    mseLoss(prediction, target, reduction: .mean)
}

/// The squared error.
public func mseLoss(_ prediction: Tensor, _ target: Tensor, reduction: Reduction) -> Tensor {
    guard sameShape("mseLoss", prediction, target) else { return .poisoned }
    return reduction == .none
        ? (prediction - target).square() : prediction.squaredError(target, mean: reduction == .mean)
}

/// The mean absolute error, `mean(|prediction - target|)`; both of one shape.
public func l1Loss(_ prediction: Tensor, _ target: Tensor) -> Tensor { l1Loss(prediction, target, reduction: .mean) }

/// The absolute error.
public func l1Loss(_ prediction: Tensor, _ target: Tensor, reduction: Reduction) -> Tensor {
    guard sameShape("l1Loss", prediction, target) else { return .poisoned }
    return reduction((prediction - target).abs())
}

/// The mean negative log-likelihood of the target classes; `logProbabilities` is what `logSoftmax` gives.
///
/// - Parameters:
///   - logProbabilities: `[batch, classes]`.
///   - target: class numbers, `[batch]`.
public func nllLoss(_ logProbabilities: Tensor, _ target: Tensor) -> Tensor {
    nllLoss(logProbabilities, target, weight: nil, reduction: .mean)
}

/// The negative log-likelihood of the target classes.
///
/// - Parameters:
///   - weight: a weight for each class, `[classes]`; the mean is divided by the weights of the targets.
public func nllLoss(
    _ logProbabilities: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction
) -> Tensor {
    reduction(logProbabilities.negativeLogLikelihood(target), weight, target)
}

/// The cross-entropy of the softmax of `logits`: `nllLoss(logits.logSoftmax(axis: 1), target)`.
///
/// - Parameters:
///   - logits: any numbers, `[batch, classes]`.
///   - target: class numbers, `[batch]`.
public func crossEntropy(_ logits: Tensor, _ target: Tensor) -> Tensor {
    crossEntropy(logits, target, weight: nil, reduction: .mean)
}

/// The cross-entropy of the softmax of `logits`, with class weights.
public func crossEntropy(
    _ logits: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction
) -> Tensor {
    reduction(logits.crossEntropy(target), weight, target)
}

/// The binary cross-entropy of the sigmoid of `logits`; targets are 0 … 1, of the same shape.
public func bceWithLogits(_ logits: Tensor, _ target: Tensor) -> Tensor {
    bceWithLogits(logits, target, positiveWeight: nil, reduction: .mean)
}

/// The binary cross-entropy of the sigmoid of `logits`.
///
/// - Parameter positiveWeight: a weight for the positive targets, broadcast over the last axis.
public func bceWithLogits(
    _ logits: Tensor, _ target: Tensor, positiveWeight: Tensor? = nil, reduction: Reduction
) -> Tensor {
    guard sameShape("bceWithLogits", logits, target) else { return .poisoned }
    // −t·log σ(x) − (1−t)·log(1−σ(x)), with log σ(x) = −softplus(−x) and log(1−σ(x)) = −softplus(x): no overflow.
    guard let positiveWeight else { return reduction(logits.softplus() - target * logits) }
    return reduction(target * positiveWeight * (-logits).softplus() + (1 - target) * logits.softplus())
}

/// Whether a loss's arguments have one shape; reports the fault where not.
private func sameShape(_ operation: String, _ prediction: Tensor, _ target: Tensor) -> Bool {
    guard prediction.extents != target.extents, !Faults.isPending else { return true }
    Faults.report(operation, "\(prediction.shape) × \(target.shape): prediction and target must have the same shape")
    return false
}
