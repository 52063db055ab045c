import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How an optimizer turns gradients into steps, as a value: `.adam(learningRate: 1e-2, weightDecay: 2e-4)`.
///
/// Meaning and defaults are PyTorch's. Weight decay is added to the gradient (L2), save for `.adamW`, which shrinks the
/// parameter directly.
public struct UpdateRule: Equatable, Sendable {
    /// The methods and what is particular to each.
    public enum Method: Equatable, Sendable {
        /// Stochastic gradient descent, with momentum where it is not 0.
        case sgd(momentum: Double, nesterov: Bool, dampening: Double)
        /// Adam (Kingma and Ba, 2015) with bias correction; `decoupled` decay makes it AdamW (Loshchilov and Hutter, 2019).
        case adam(beta1: Double, beta2: Double, epsilon: Double, decoupled: Bool)
        /// RMSprop (Hinton, lecture 6e), not centred.
        case rmsProp(alpha: Double, epsilon: Double, momentum: Double)
        /// Adagrad (Duchi, Hazan and Singer, 2011).
        case adagrad(epsilon: Double)
    }

    /// The method.
    public var method: Method
    /// The learning rate; schedules and group factors multiply it.
    public var learningRate: Double
    /// The weight decay.
    public var weightDecay: Double

    public init(_ method: Method, learningRate: Double, weightDecay: Double) {
        self.method = method
        self.learningRate = learningRate
        self.weightDecay = weightDecay
    }

    /// Stochastic gradient descent: `v = momentum·v + g`, `p -= rate·v` (Nesterov: `p -= rate·(g + momentum·v)`).
    public static func sgd(
        learningRate: Double, momentum: Double = 0, nesterov: Bool = false, weightDecay: Double = 0
    ) -> UpdateRule {
        UpdateRule(
            .sgd(momentum: momentum, nesterov: nesterov, dampening: 0), learningRate: learningRate,
            weightDecay: weightDecay)
    }

    /// Adam: a step of the running mean of the gradient over the root of that of its square, both bias-corrected.
    public static func adam(
        learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
        weightDecay: Double = 0
    ) -> UpdateRule {
        UpdateRule(
            .adam(beta1: beta1, beta2: beta2, epsilon: epsilon, decoupled: false), learningRate: learningRate,
            weightDecay: weightDecay)
    }

    /// Adam with decoupled weight decay: `p *= 1 - rate·decay` before each step.
    public static func adamW(
        learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8,
        weightDecay: Double = 0.01
    ) -> UpdateRule {
        UpdateRule(
            .adam(beta1: beta1, beta2: beta2, epsilon: epsilon, decoupled: true), learningRate: learningRate,
            weightDecay: weightDecay)
    }

    /// RMSprop: the gradient over the root of the running mean of its square.
    public static func rmsProp(
        learningRate: Double = 1e-2, alpha: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0,
        weightDecay: Double = 0
    ) -> UpdateRule {
        UpdateRule(
            .rmsProp(alpha: alpha, epsilon: epsilon, momentum: momentum), learningRate: learningRate,
            weightDecay: weightDecay)
    }

    /// Adagrad: the gradient over the root of the sum of its squares.
    public static func adagrad(
        learningRate: Double = 1e-2, epsilon: Double = 1e-10, weightDecay: Double = 0
    ) -> UpdateRule {
        UpdateRule(.adagrad(epsilon: epsilon), learningRate: learningRate, weightDecay: weightDecay)
    }

    /// fastai's defaults for the one-cycle policy: AdamW with betas 0.9 and 0.99, epsilon 1e-5.
    public static func fastaiAdam(learningRate: Double = 1e-3, weightDecay: Double = 0.01) -> UpdateRule {
        .adamW(learningRate: learningRate, beta1: 0.9, beta2: 0.99, epsilon: 1e-5, weightDecay: weightDecay)
    }

    /// The momentum (Adam's first beta); `nil` for a method without.
    public var momentum: Double? {
        switch method {
        case .sgd(let momentum, _, _), .rmsProp(_, _, let momentum): momentum
        case .adam(let beta1, _, _, _): beta1
        case .adagrad: nil
        }
    }

    /// The same rule with another momentum (Adam's first beta).
    public func withMomentum(_ momentum: Double) -> UpdateRule {
        var rule = self
        switch method {
        case .sgd(_, let nesterov, let dampening):
            rule.method = .sgd(momentum: momentum, nesterov: nesterov, dampening: dampening)
        case .adam(_, let beta2, let epsilon, let decoupled):
            rule.method = .adam(beta1: momentum, beta2: beta2, epsilon: epsilon, decoupled: decoupled)
        case .rmsProp(let alpha, let epsilon, _):
            rule.method = .rmsProp(alpha: alpha, epsilon: epsilon, momentum: momentum)
        case .adagrad: break
        }
        return rule
    }

    /// The names of the running values that the method keeps for each parameter.
    var slotNames: [String] {
        switch method {
        case .sgd(let momentum, _, _): momentum != 0 ? ["momentum_buffer"] : []
        case .adam: ["exp_avg", "exp_avg_sq"]
        case .rmsProp(_, _, let momentum): momentum != 0 ? ["square_avg", "momentum_buffer"] : ["square_avg"]
        case .adagrad: ["sum"]
        }
    }

    /// The method's name, as saved states carry it.
    var methodName: String {
        switch method {
        case .sgd: "sgd"
        case .adam(_, _, _, let decoupled): decoupled ? "adamw" : "adam"
        case .rmsProp: "rmsprop"
        case .adagrad: "adagrad"
        }
    }
}

/// The rates of a model's layer groups, from the first (nearest the input) to the last.
public struct LayerRates: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case spread(Double, Double), last(Double) }
    let kind: Kind

    /// One rate for each group, evenly spaced in ratio from `first` to `last`.
    public static func slice(_ first: Double, _ last: Double) -> LayerRates { LayerRates(kind: .spread(first, last)) }

    /// `last` for the last group, a third of it for the others.
    public static func slice(_ last: Double) -> LayerRates { LayerRates(kind: .last(last)) }

    /// The rates of `count` groups.
    public func values(count: Int) -> [Double] {
        guard Faults.allows("values", count: count) else { return [] }
        return (0..<count).map { index in
            switch kind {
            case .last(let last): return index == count - 1 ? last : last / 3
            case .spread(let first, let last):
                guard count > 1, first > 0, last > 0 else { return last }
                return first * pow(last / first, Double(index) / Double(count - 1))
            }
        }
    }
}
