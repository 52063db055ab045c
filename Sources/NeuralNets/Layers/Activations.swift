import Tensors

/// `max(x, 0)`
public final class ReLU: Layer {
    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.relu()) }
}

/// `1 / (1 + exp(-x))`
public final class Sigmoid: Layer {
    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.sigmoid()) }
}

/// The hyperbolic tangent.
public final class Tanh: Layer {
    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.tanh()) }
}

/// `x·Φ(x)` with the normal distribution function Φ (Hendrycks and Gimpel, 2016).
public final class GELU: Layer {
    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.gelu()) }
}

/// Softmax over an axis, the last by default.
public final class Softmax: Layer {
    private let axis: Int

    public init(axis: Int = -1) { self.axis = axis }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.softmax(axis: axis)) }
    override public var argumentsDescription: String { "axis=\(axis)" }
}

/// The logarithm of softmax over an axis, the last by default.
public final class LogSoftmax: Layer {
    private let axis: Int

    public init(axis: Int = -1) { self.axis = axis }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.logSoftmax(axis: axis)) }
    override public var argumentsDescription: String { "axis=\(axis)" }
}

/// A sigmoid stretched to a range: `low + (high - low)·σ(x)`.
public final class SigmoidRange: Layer {
    private let low: Double
    private let high: Double

    public init(_ low: Double, _ high: Double) {
        self.low = low
        self.high = high
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(x.sigmoid(low: low, high: high)) }
    override public var argumentsDescription: String { "low=\(low), high=\(high)" }
}

/// Sets each value to zero with a probability while training, and scales the others up so that the mean stays.
///
/// In evaluation it does nothing. The zeros are drawn from the current random stream.
public final class Dropout: Layer {
    /// The probability that a value is dropped.
    public let probability: Double

    public init(_ probability: Double = 0.5) { self.probability = probability }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        guard isTraining, probability > 0 else { return recorded(x) }
        guard probability < 1 else { return recorded(x * 0) }
        let factors = Tensor.uniform(x.shape)
        let (bound, factor) = (Float(probability), Float(1 / (1 - probability)))
        let values = factors.floatPointer
        for index in 0..<factors.count { values[index] = values[index] >= bound ? factor : 0 }
        return recorded(x * factors)
    }

    override public var argumentsDescription: String { "p=\(probability)" }
}

/// Joins all axes from `startAxis` on into one: `[batch, a, b]` becomes `[batch, a·b]`.
public final class Flatten: Layer {
    private let startAxis: Int

    public init(startAxis: Int = 1) { self.startAxis = startAxis }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        let shape = x.shape
        guard shape.count > startAxis, startAxis >= 0 else { return recorded(x) }
        return recorded(x.reshaped(Array(shape[..<startAxis]) + [shape[startAxis...].reduce(1, *)]))
    }
}

/// A layer made of a function without parameters.
public final class Lambda: Layer {
    private let name: String
    private let function: (Tensor) -> Tensor

    /// - Parameter name: what is printed for the layer.
    public init(_ name: String = "Lambda", _ function: @escaping (Tensor) -> Tensor) {
        self.name = name
        self.function = function
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor { recorded(function(x)) }
    override public var typeName: String { name }
}

/// Layers one after the other.
public final class Sequential: Layer {
    /// The layers, in the order in which they are called.
    public private(set) var layers: [Layer]

    public init(_ layers: [Layer]) { self.layers = layers }

    public convenience init(_ layers: Layer...) { self.init(layers) }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        var x = x
        for layer in layers { x = layer(x) }
        return x
    }

    override public func ownMembers() -> [(name: String, value: Any)] {
        layers.enumerated().map { (String($0), $1) }
    }

    /// The number of layers.
    public var count: Int { layers.count }

    /// The layer at `index`; a layer that does nothing past the end.
    public subscript(index: Int) -> Layer { layers.indices.contains(index) ? layers[index] : Layer() }

    /// Adds a layer at the end.
    public func append(_ layer: Layer) { layers.append(layer) }

    /// The layers of a range as a sequence of their own; they are shared, not copied.
    public subscript(range: Range<Int>) -> Sequential { Sequential(Array(layers[range.clamped(to: 0..<layers.count)])) }
}
