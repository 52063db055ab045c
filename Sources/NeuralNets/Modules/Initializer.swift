import Tensors

/// A distribution that a parameter starts from, as a value: `.uniform(-0.05, 0.05)`, `.kaimingNormal()`, `.identity`.
///
/// "Fan in" is the number of inputs that one output of the layer depends on, "fan out" the number of outputs that one
/// input goes into; both are read off the shape `[out, in, …kernel]`.
public struct Initializer {
    private let make: (_ shape: [Int]) -> Tensor

    /// A start of one's own: a tensor of the shape asked for.
    public init(_ make: @escaping (_ shape: [Int]) -> Tensor) { self.make = make }

    /// A new tensor of `shape`.
    public func callAsFunction(_ shape: [Int]) -> Tensor { withoutGradient { make(shape) } }

    /// The same value everywhere.
    public static func constant(_ value: Double) -> Initializer { Initializer { Tensor.full($0, value) } }

    /// Zero everywhere.
    public static let zeros = Initializer { Tensor.zeros($0) }

    /// One everywhere.
    public static let ones = Initializer { Tensor.ones($0) }

    /// Uniform from `low` to `high`.
    public static func uniform(_ low: Double, _ high: Double) -> Initializer {
        Initializer { Tensor.uniform($0, low: low, high: high) }
    }

    /// Normal.
    public static func normal(mean: Double = 0, std: Double = 1) -> Initializer {
        Initializer { Tensor.normal($0, mean: mean, standardDeviation: std) }
    }

    /// Normal, with what lies more than two deviations from the mean drawn anew.
    public static func truncatedNormal(mean: Double = 0, std: Double = 1) -> Initializer {
        Initializer { Tensor.truncatedNormal($0, mean: mean, standardDeviation: std) }
    }

    /// Uniform with the bound that keeps the variance of ReLU layers (He et al., 2015): √6 / √fan-in by default.
    ///
    /// - Parameter slope: the negative slope `a` of a leaky ReLU; √5 gives PyTorch's start of linear layers.
    public static func kaimingUniform(slope: Double = 0) -> Initializer {
        Initializer { shape in
            let bound = (6 / ((1 + slope * slope) * Double(fans(shape).in))).squareRoot()
            return Tensor.uniform(shape, low: -bound, high: bound)
        }
    }

    /// Normal with the deviation that keeps the variance of ReLU layers (He et al., 2015): √2 / √fan-in by default.
    public static func kaimingNormal(slope: Double = 0) -> Initializer {
        Initializer { shape in
            Tensor.normal(shape, mean: 0, standardDeviation: (2 / ((1 + slope * slope) * Double(fans(shape).in))).squareRoot())
        }
    }

    /// Uniform between ±√(6 / (fan in + fan out)) (Glorot and Bengio, 2010).
    public static func xavierUniform(gain: Double = 1) -> Initializer {
        Initializer { shape in
            let (fanIn, fanOut) = fans(shape)
            let bound = gain * (6 / Double(fanIn + fanOut)).squareRoot()
            return Tensor.uniform(shape, low: -bound, high: bound)
        }
    }

    /// Normal with deviation √(2 / (fan in + fan out)) (Glorot and Bengio, 2010).
    public static func xavierNormal(gain: Double = 1) -> Initializer {
        Initializer { shape in
            let (fanIn, fanOut) = fans(shape)
            return Tensor.normal(shape, mean: 0, standardDeviation: gain * (2 / Double(fanIn + fanOut)).squareRoot())
        }
    }

    /// Ones on the diagonal of a matrix, zeros elsewhere.
    public static let identity = Initializer { shape in
        let columns = shape.last ?? 1
        return Tensor.eye(shape.dropLast().reduce(1, *), columns: columns).reshaped(shape)
    }
}

/// The fan in and fan out of a weight of shape `[out, in, …kernel]`, at least 1.
func fans(_ shape: [Int]) -> (in: Int, out: Int) {
    guard shape.count > 1 else { return (max(shape.first ?? 1, 1), max(shape.first ?? 1, 1)) }
    // Shapes that cannot be had are refused where the tensor is made.
    func product(_ axes: [Int]) -> Int {
        axes.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }
    }
    let kernel = Array(shape.dropFirst(2))
    return (max(product([shape[1]] + kernel), 1), max(product([shape[0]] + kernel), 1))
}

extension Parameter {
    /// Starts the parameter anew from a distribution.
    public func initialize(_ initializer: Initializer) { initialize(with: initializer(shape)) }
}

extension Initializer {
    /// The start of convolutions in residual networks: normal with deviation √(2 / fan out).
    static let kaimingNormalFanOut = Initializer { shape in
        Tensor.normal(shape, mean: 0, standardDeviation: (2 / Double(fans(shape).out)).squareRoot())
    }
}
