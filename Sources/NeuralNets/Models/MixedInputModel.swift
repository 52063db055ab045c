import Tensors

/// A network on categories and numbers (Guo and Berkhahn, Entity Embeddings of Categorical Variables, 2016): an embedding
/// for each category, batch norm on the numbers, hidden layers with ReLU, batch norm and dropout, one output layer.
///
/// Inputs: categories `[batch, category columns]` of integers, and numbers `[batch, number columns]`. Output: `[batch]`
/// with one output, `[batch, outputs]` otherwise.
public final class MixedInputModel: PairLayer {
    /// An embedding for each category column.
    public let embs: [Embedding]
    let embeddingDropout: Dropout
    let continuousNorm: BatchNorm1d?
    let lins: [Linear]
    let norms: [BatchNorm1d]
    let drops: [Dropout]
    let output: Linear
    private let outputCount: Int
    private let range: (low: Double, high: Double)?

    /// - Parameters:
    ///   - categories: for each category column its number of categories and the length of their vectors.
    ///   - numbers: the number of number columns.
    ///   - hidden: the units of each hidden layer.
    ///   - embeddingDropout: the dropout on the joined vectors.
    ///   - dropouts: the dropout after each hidden layer; what is missing is 0.
    ///   - range: the range that a sigmoid squeezes the output to.
    ///   - hiddenBias: whether hidden layers have a bias.
    ///   - initializer: the start of the embeddings; uniform ±2/(size + 1) where it is nil.
    ///   - linearInitializer: the start of the linear layers' weights; their own where it is nil.
    public init(
        categories: [(count: Int, size: Int)], numbers: Int, hidden: [Int], outputs: Int = 1,
        embeddingDropout: Double = 0, dropouts: [Double] = [], range: (low: Double, high: Double)? = nil,
        hiddenBias: Bool = true, initializer: Initializer? = nil,
        linearInitializer: Initializer? = .kaimingNormal()
    ) {
        embs = categories.map { category in
            let bound = 2 / Double(category.size + 1)
            return Embedding(category.count, category.size, initializer: initializer ?? .uniform(-bound, bound))
        }
        self.embeddingDropout = Dropout(embeddingDropout)
        continuousNorm = numbers > 0 ? BatchNorm1d(numbers) : nil
        let sizes = [categories.reduce(numbers) { $0 + $1.size }] + hidden
        lins = zip(sizes, hidden).map { inputs, units in
            let layer = Linear(inputs, units, bias: hiddenBias)
            if let linearInitializer { layer.weight.initialize(linearInitializer) }
            return layer
        }
        norms = hidden.map { BatchNorm1d($0) }
        drops = hidden.indices.map { Dropout($0 < dropouts.count ? dropouts[$0] : 0) }
        output = Linear(sizes[sizes.count - 1], outputs)
        if let linearInitializer { output.weight.initialize(linearInitializer) }
        outputCount = outputs
        self.range = range
    }

    override public func callAsFunction(_ categories: Tensor, _ numbers: Tensor) -> Tensor {
        run(categories, numbers)
    }

    /// The output for categories alone, of a model without number columns.
    public func callAsFunction(_ categories: Tensor) -> Tensor { run(categories, nil) }

    private func run(_ categories: Tensor, _ numbers: Tensor?) -> Tensor {
        var parts = embs.enumerated().map { $1(categories.selected(axis: 1, $0)) }
        if !parts.isEmpty { parts = [embeddingDropout(concatenated(parts, axis: 1))] }
        if let continuousNorm, let numbers { parts.append(continuousNorm(numbers)) }
        var x = parts.count == 1 ? parts[0] : concatenated(parts, axis: 1)
        for (index, layer) in lins.enumerated() {
            x = drops[index](norms[index](layer(x).relu()))
        }
        x = output(x)
        if outputCount == 1 { x = x.squeezed(axis: 1) }
        return recorded(range.map { x.sigmoid(low: $0.low, high: $0.high) } ?? x)
    }
}
