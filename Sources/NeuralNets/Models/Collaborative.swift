#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Tensors

/// The size that an embedding of `categories` categories is given by fastai's rule: `round(1.6·n^0.56)`, at most 600.
public func embeddingSize(categories: Int) -> Int { min(600, Int((1.6 * pow(Double(categories), 0.56)).rounded())) }

/// Collaborative filtering: the dot product of a user's and an item's vector, with a bias for each, squeezed to the range
/// of ratings.
///
/// `[batch]` user indices and `[batch]` item indices to `[batch]` ratings.
public final class EmbeddingDotBias: PairLayer {
    /// User vectors.
    public let u: Embedding
    /// Item vectors.
    public let i: Embedding
    /// User biases.
    public let ub: Embedding
    /// Item biases.
    public let ib: Embedding
    /// The lowest and the highest rating; `nil` where the output is not squeezed.
    public let range: (low: Double, high: Double)?

    /// - Parameters:
    ///   - factors: the length of the vectors.
    ///   - range: the range that a sigmoid squeezes the output to; stars from 0.5 to 5 by default.
    ///   - initializer: the start of vectors and biases.
    public init(
        userCount: Int, itemCount: Int, factors: Int = 50, range: (low: Double, high: Double)? = (0.5, 5),
        initializer: Initializer = .uniform(-0.05, 0.05)
    ) {
        u = Embedding(userCount, factors, initializer: initializer)
        i = Embedding(itemCount, factors, initializer: initializer)
        ub = Embedding(userCount, 1, initializer: initializer)
        ib = Embedding(itemCount, 1, initializer: initializer)
        self.range = range
    }

    override public func callAsFunction(_ users: Tensor, _ items: Tensor) -> Tensor {
        let sum = u(users).rowDot(i(items)) + ub(users).squeezed(axis: -1) + ib(items).squeezed(axis: -1)
        return recorded(range.map { sum.sigmoid(low: $0.low, high: $0.high) } ?? sum)
    }
}

/// Collaborative filtering by a network: a user's and an item's vector, joined, through one hidden layer.
///
/// `[batch]` user indices and `[batch]` item indices to `[batch]` ratings.
public final class CollabNN: PairLayer {
    let userFactors: Embedding
    let itemFactors: Embedding
    let layers: Sequential
    private let range: (low: Double, high: Double)

    /// - Parameters:
    ///   - userFactors: the length of users' vectors; by `embeddingSize(categories:)` where it is nil.
    ///   - itemFactors: the length of items' vectors; likewise.
    ///   - hidden: the units of the hidden layer.
    public init(
        userCount: Int, itemCount: Int, userFactors: Int? = nil, itemFactors: Int? = nil, hidden: Int = 100,
        range: (low: Double, high: Double) = (0, 5.5), initializer: Initializer = .truncatedNormal(std: 0.01)
    ) {
        let userSize = userFactors ?? embeddingSize(categories: userCount)
        let itemSize = itemFactors ?? embeddingSize(categories: itemCount)
        self.userFactors = Embedding(userCount, userSize, initializer: initializer)
        self.itemFactors = Embedding(itemCount, itemSize, initializer: initializer)
        layers = Sequential(Linear(userSize + itemSize, hidden), ReLU(), Linear(hidden, 1))
        self.range = range
    }

    override public func callAsFunction(_ users: Tensor, _ items: Tensor) -> Tensor {
        let joined = concatenated([userFactors(users), itemFactors(items)], axis: -1)
        return recorded(layers(joined).squeezed(axis: -1).sigmoid(low: range.low, high: range.high))
    }
}
