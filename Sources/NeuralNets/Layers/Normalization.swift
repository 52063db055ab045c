import Tensors

/// What batch norm and layer norm are, as far as optimizers care: fastai lets their parameters be without decay.
public class NormalizationLayer: Layer {}

/// Batch normalisation (Ioffe and Szegedy, 2015): each feature to mean 0 and variance 1 over the batch, then scaled and
/// shifted by learned numbers.
///
/// While training, the batch's own statistics are used and running ones updated (variance without bias); in evaluation,
/// the running ones are used.
public class BatchNorm: NormalizationLayer {
    /// `[features]`, starts at one.
    public let weight: Parameter
    /// `[features]`, starts at zero.
    public let bias: Parameter
    /// `[features]`
    public let runningMean: Tensor
    /// `[features]`
    public let runningVariance: Tensor
    private let momentum: Double
    private let epsilon: Double
    private let ranks: Set<Int>
    private let kind: String

    fileprivate init(features: Int, momentum: Double, epsilon: Double, ranks: Set<Int>, kind: String) {
        weight = Parameter(Tensor.ones([features]))
        bias = Parameter(Tensor.zeros([features]))
        runningMean = Tensor.zeros([features])
        runningVariance = Tensor.ones([features])
        self.momentum = momentum
        self.epsilon = epsilon
        self.ranks = ranks
        self.kind = kind
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        guard ranks.contains(x.shape.count) else {
            Faults.report(kind, "\(x.shape): an input of rank \(ranks.sorted()) is needed, features second")
            return .poisoned
        }
        guard x.shape[1] == weight.count else {
            Faults.report(kind, "\(x.shape): the second axis must have the \(weight.count) features")
            return .poisoned
        }
        let axes = [0] + Array(2..<x.rank)
        let across = [1, weight.count] + x.shape[2...].map { _ in 1 }
        let (mean, variance) = isTraining ? statistics(x, axes) : (runningMean.reshaped(across), runningVariance.reshaped(across))
        let scale = (variance + epsilon).rsqrt() * weight.reshaped(across)
        return recorded((x - mean) * scale + bias.reshaped(across))
    }

    /// The batch's mean and variance along `axes`, which also move the running ones.
    private func statistics(_ x: Tensor, _ axes: [Int]) -> (mean: Tensor, variance: Tensor) {
        let mean = x.mean(axes: axes, keepDims: true)
        let variance = (x - mean).square().mean(axes: axes, keepDims: true)
        let count = Double(x.count / max(weight.count, 1))
        withoutGradient {
            runningMean.assign(runningMean * (1 - momentum) + mean.reshaped([weight.count]) * momentum)
            let unbiased = variance.reshaped([weight.count]) * (count / max(count - 1, 1))
            runningVariance.assign(runningVariance * (1 - momentum) + unbiased * momentum)
        }
        return (mean, variance)
    }

    override public func ownMembers() -> [(name: String, value: Any)] { [("weight", weight), ("bias", bias)] }

    override public func ownBuffers() -> [(name: String, value: Tensor)] {
        [("running_mean", runningMean), ("running_var", runningVariance)]
    }

    override public var argumentsDescription: String { "\(weight.shape[0])" }
}

/// Batch normalisation of `[batch, features]` or `[batch, features, length]`.
public final class BatchNorm1d: BatchNorm {
    public init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5) {
        super.init(features: features, momentum: momentum, epsilon: epsilon, ranks: [2, 3], kind: "BatchNorm1d")
    }
}

/// Batch normalisation of `[batch, features, height, width]`.
public final class BatchNorm2d: BatchNorm {
    public init(_ features: Int, momentum: Double = 0.1, epsilon: Double = 1e-5) {
        super.init(features: features, momentum: momentum, epsilon: epsilon, ranks: [4], kind: "BatchNorm2d")
    }
}

/// Layer normalisation (Ba, Kiros and Hinton, 2016): each example to mean 0 and variance 1 over its last axes.
public final class LayerNorm: NormalizationLayer {
    /// The shape of the last axes; starts at one.
    public let weight: Parameter
    /// The shape of the last axes; starts at zero.
    public let bias: Parameter
    private let epsilon: Double

    /// - Parameter shape: the last axes, over which is normalised.
    public init(_ shape: [Int], epsilon: Double = 1e-5) {
        weight = Parameter(Tensor.ones(shape))
        bias = Parameter(Tensor.zeros(shape))
        self.epsilon = epsilon
    }

    /// Normalises over the last axis, of length `features`.
    public convenience init(_ features: Int, epsilon: Double = 1e-5) { self.init([features], epsilon: epsilon) }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        guard x.rank >= weight.rank, Array(x.shape.suffix(weight.rank)) == weight.shape else {
            Faults.report("LayerNorm", "\(x.shape): the last axes must be \(weight.shape)")
            return .poisoned
        }
        let axes = Array(x.rank - weight.rank..<x.rank)
        let centered = x - x.mean(axes: axes, keepDims: true)
        let variance = centered.square().mean(axes: axes, keepDims: true)
        return recorded(centered * (variance + epsilon).rsqrt() * weight + bias)
    }

    override public var argumentsDescription: String { "\(weight.shape)" }
}
