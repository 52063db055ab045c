import NeuralNets
import Tensors
import XCTest

/// The one-cycle trainings of collaborative filtering against what fastai 2.8 came to on the same data: five epochs at
/// 5e-3, batches of 64 drawn with replacement, one fifth held out. Its losses on other splits lie within 2 %.
final class OneCycleTests: XCTestCase {
    override func setUp() { TrainingReport.listener = { _ in } }
    override func tearDown() { TrainingReport.listener = nil }

    /// The dot product of a user's and a film's vector, unbounded.
    private final class DotProduct: PairLayer {
        let users: Embedding
        let movies: Embedding

        init(_ userCount: Int, _ movieCount: Int) {
            users = Embedding(userCount, 50, initializer: .truncatedNormal(std: 0.01))
            movies = Embedding(movieCount, 50, initializer: .truncatedNormal(std: 0.01))
        }

        override func callAsFunction(_ u: Tensor, _ m: Tensor) -> Tensor { users(u).rowDot(movies(m)) }
    }

    private func expect(_ loss: Double, _ model: (RealData.Ratings) -> PairLayer, weightDecay: Double = 0.01) throws {
        let ratings = try RealData.ratings()
        RandomStream.begin(seed: 42, step: "one cycle")
        let data = try TrainingData(
            ratings.users, ratings.movies, ratings.stars, batchSize: 64, validation: 0.2, replacement: true)
        let history = try Learner(data, model(ratings), loss: mseLoss)
            .fitOneCycle(epochs: 5, learningRate: 5e-3, weightDecay: weightDecay)
        XCTAssertEqual(try XCTUnwrap(history.epochs.last?.validationLoss), loss, accuracy: 0.03 * loss)
    }

    func testTheDotProductOverfitsAsInFastai() throws {
        try expect(1.311, { DotProduct($0.userCount, $0.movieCount) })
    }

    func testBiasesAndARangeComeToFastaisLoss() throws {
        try expect(0.853, { self.biased($0) })
    }

    func testMoreDecayComesToFastaisLowerLoss() throws {
        try expect(0.790, { self.biased($0) }, weightDecay: 0.1)
    }

    private func biased(_ ratings: RealData.Ratings) -> PairLayer {
        EmbeddingDotBias(
            userCount: ratings.userCount, itemCount: ratings.movieCount, factors: 50, range: (0, 5.5),
            initializer: .truncatedNormal(std: 0.01))
    }
}
