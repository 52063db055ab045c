import Tensors

extension Learner {
    /// A learner for collaborative filtering in one line: users, items and ratings, a part of them held out.
    ///
    /// Without `layers` the model is `EmbeddingDotBias`; with them a network on embeddings whose sizes follow
    /// `embeddingSize(categories:)`, hidden layers of the sizes given with batch norm.
    /// - Parameters:
    ///   - users: user indices, `[count]`.
    ///   - items: item indices, `[count]`.
    ///   - ratings: `[count]`.
    ///   - userCount: the number of users; one more than the largest index where it is nil.
    ///   - itemCount: the number of items; likewise.
    ///   - range: the range of ratings; their own smallest and largest where it is nil.
    ///   - initializer: the start of the embeddings.
    ///   - replacement: whether each pass draws its ratings with replacement, as fastai's loaders of tables do.
    ///   - seed: decides which ratings are held out.
    public static func collaborative(
        users: Tensor, items: Tensor, ratings: Tensor, userCount: Int? = nil, itemCount: Int? = nil, factors: Int = 50,
        layers: [Int] = [], range: (low: Double, high: Double)? = nil, initializer: Initializer = .uniform(-0.05, 0.05),
        batchSize: Int = 64, validation: Double = 0.2, replacement: Bool = false, seed: Int = 42, metrics: [Metric] = [],
        callbacks: [Callback] = []
    ) throws -> Learner {
        let data = try TrainingData(
            users, items, ratings, batchSize: batchSize, validation: validation, seed: seed, replacement: replacement)
        return try withFaults {
            let userCount = userCount ?? Int(users.max().item()) + 1
            let itemCount = itemCount ?? Int(items.max().item()) + 1
            let range = range ?? (ratings.min().item(), ratings.max().item())
            if layers.isEmpty {
                let model = EmbeddingDotBias(
                    userCount: userCount, itemCount: itemCount, factors: factors, range: range,
                    initializer: initializer)
                return Learner(data, model, loss: mseLoss, metrics: metrics, callbacks: callbacks)
            }
            let model = MixedInputModel(
                categories: [userCount, itemCount].map { ($0, embeddingSize(categories: $0)) }, numbers: 0,
                hidden: layers, range: range, hiddenBias: false, initializer: initializer, linearInitializer: nil)
            return Learner(data, model, loss: mseLoss, metrics: metrics, callbacks: callbacks) { model, batch in
                model(stacked([batch[0], batch[1]], axis: 1))
            }
        }
    }
}
