import Tensors

/// A linear map with a bias: `y = x·Wᵀ + b`, `[…, inputs]` to `[…, outputs]`.
///
/// Weight and bias start uniform between ±1/√inputs.
public final class Linear: Layer {
    /// `[outputs, inputs]`
    public let weight: Parameter
    /// `[outputs]`
    public let bias: Parameter?

    /// A layer from `inputs` to `outputs` values.
    public init(inputs: Int, outputs: Int, bias: Bool = true) {
        weight = Parameter(Initializer.kaimingUniform(slope: 5.0.squareRoot())([outputs, inputs]))
        let bound = 1 / Double(max(inputs, 1)).squareRoot()
        self.bias = bias ? Parameter(Initializer.uniform(-bound, bound)([outputs])) : nil
    }

    /// A layer from `inputs` to `outputs` values.
    public convenience init(_ inputs: Int, _ outputs: Int, bias: Bool = true) {
        self.init(inputs: inputs, outputs: outputs, bias: bias)
    }

    override public func callAsFunction(_ x: Tensor) -> Tensor {
        recorded(x.linear(weight, bias: bias))
    }

    override public var argumentsDescription: String {
        "inputs=\(weight.shape[1]), outputs=\(weight.shape[0])" + (bias == nil ? ", bias=false" : "")
    }
}

/// A table of vectors, looked up by index: `[…]` of indices to `[…, dimensions]`.
///
/// The table starts standard normal. Its gradient holds only the rows that were looked up.
public final class Embedding: Layer {
    /// `[embeddingCount, dimensions]`
    public let weight: Parameter

    /// A table of `embeddingCount` vectors, drawn from `initializer`.
    public init(embeddingCount: Int, dimensions: Int, initializer: Initializer = .normal()) {
        weight = Parameter(initializer([embeddingCount, dimensions]))
    }

    /// A table of `embeddingCount` vectors.
    public convenience init(_ embeddingCount: Int, _ dimensions: Int, initializer: Initializer = .normal()) {
        self.init(embeddingCount: embeddingCount, dimensions: dimensions, initializer: initializer)
    }

    /// The number of vectors.
    public var embeddingCount: Int { weight.shape[0] }
    /// The length of each vector.
    public var dimensions: Int { weight.shape[1] }

    override public func callAsFunction(_ indices: Tensor) -> Tensor {
        recorded(weight.take(indices))
    }

    override public var argumentsDescription: String { "\(weight.shape[0]), \(weight.shape[1])" }
}
