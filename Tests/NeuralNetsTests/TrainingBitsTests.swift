import Foundation
import NeuralNets
import Tensors
import XCTest

/// Trainings end with the same bits by every variant of the kernels and with any number of threads, and take no more
/// memory the longer they last.
final class TrainingBitsTests: XCTestCase {
    override func setUp() { TrainingReport.listener = { _ in } }
    override func tearDown() { TrainingReport.listener = nil }

    /// The losses of all batches and the parameters afterwards.
    private struct Trajectory: Equatable {
        let losses: [UInt64]
        let parameters: [[UInt32]]

        init(_ learner: Learner, _ rule: UpdateRule, epochs: Int = 1, schedule: Schedule = .constant) throws {
            let history = try learner.fit(epochs: epochs, optimizer: rule, schedule: schedule)
            losses = history.batches.map(\.loss.bitPattern)
            parameters = learner.model.parameters().map { $0.detached().floats.map(\.bitPattern) }
        }
    }

    private func data(_ columns: Tensor..., batchSize: Int) throws -> TrainingData {
        try TrainingData(columns: columns, batchSize: batchSize, validation: 0.25)
    }

    private func trainings() -> [(String, () throws -> Trajectory)] {
        let rows = 192
        func sequences(_ layer: RecurrentLayer, directions: Int) throws -> Learner {
            let letters = Embedding(30, 24)
            let output = Linear(64 * directions, 30)
            let x = Tensor.randomIntegers([rows, 6], high: 30)
            return Learner(
                try data(x, Tensor.randomIntegers([rows], high: 30), batchSize: 36), Sequential(letters, layer, output), loss: crossEntropy
            ) {
                _, batch in
                let states = layer(letters(batch[0].transposed()))
                return output(states[5])
            }
        }
        return [
            (
                "hidden layers, batch norm, dropout, Adam",
                {
                    let x = Tensor.normal([rows, 200])
                    let model = Sequential(Linear(200, 300), ReLU(), BatchNorm1d(300), Dropout(0.3), Linear(300, 10))
                    return try Trajectory(
                        Learner(try self.data(x, Tensor.randomIntegers([rows], high: 10), batchSize: 48), model, loss: crossEntropy),
                        .adam(learningRate: 1e-2, weightDecay: 1e-3), epochs: 2)
                }
            ),
            (
                "embeddings, one cycle, fastai's Adam",
                {
                    let (users, items) = (Tensor.randomIntegers([400], high: 90), Tensor.randomIntegers([400], high: 3000))
                    return try Trajectory(
                        Learner(
                            try self.data(users, items, Tensor.uniform([400], low: 0.5, high: 5), batchSize: 32),
                            EmbeddingDotBias(userCount: 90, itemCount: 3000), loss: mseLoss),
                        .fastaiAdam(learningRate: 5e-2), epochs: 2, schedule: .oneCycle())
                }
            ),
            (
                "embeddings, momentum",
                {
                    let (users, items) = (Tensor.randomIntegers([400], high: 90), Tensor.randomIntegers([400], high: 3000))
                    return try Trajectory(
                        Learner(
                            try self.data(users, items, Tensor.uniform([400], low: 0.5, high: 5), batchSize: 32),
                            CollabNN(userCount: 90, itemCount: 3000, userFactors: 20, itemFactors: 40), loss: mseLoss),
                        .sgd(learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 1e-4))
                }
            ),
            (
                "RNN, RMSprop",
                {
                    try Trajectory(sequences(RNN(24, 64, layers: 2), directions: 1), .rmsProp(learningRate: 1e-3, momentum: 0.5))
                }
            ),
            ("GRU, Adagrad", { try Trajectory(sequences(GRU(24, 64), directions: 1), .adagrad(learningRate: 1e-2)) }),
            (
                "LSTM both ways, Adam",
                {
                    try Trajectory(sequences(LSTM(24, 64, bidirectional: true), directions: 2), .adam(learningRate: 1e-2))
                }
            ),
            (
                "convolutions, AdamW",
                {
                    let x = Tensor.normal([24, 3, 16, 16])
                    return try Trajectory(
                        Learner(
                            try self.data(x, Tensor.randomIntegers([24], high: 5), batchSize: 4),
                            ResNet(blocks: [1, 1], classes: 5, width: 8), loss: crossEntropy), .adamW(learningRate: 1e-2))
                }
            ),
        ]
    }

    func testTrainingsEndWithTheSameBitsOnEveryVariantAndAnyNumberOfThreads() throws {
        let threads = Threads.count
        defer { Threads.count = threads }
        for (name, training) in trainings() {
            func run(_ variant: Processor.Variant, _ count: Int) throws -> Trajectory {
                Threads.count = count
                RandomStream.begin(seed: 5, step: name)
                return try Processor.with(variant) { try training() }
            }
            let reference = try run(.baseline, 1)
            XCTAssertGreaterThan(reference.losses.count, 3, name)
            for variant in Processor.variants {
                for count in [1, 2, 3] { XCTAssertEqual(try run(variant, count), reference, "\(name), \(variant), \(count) threads") }
            }
        }
    }

    // MARK: Whole epochs

    private func expectOneEpochAlike(_ learner: () throws -> Learner, _ rule: UpdateRule) throws {
        guard Processor.variants.contains(.avx512) else { throw XCTSkip("this processor has no AVX-512") }
        let runs = try [Processor.Variant.avx2, .avx512].map { variant in
            try Processor.with(variant) {
                RandomStream.begin(seed: 42, step: "epoch")
                return try Trajectory(learner(), rule)
            }
        }
        XCTAssertEqual(runs[0], runs[1])
    }

    func testAnEpochOfRatingsEndsWithTheSameBitsOnAVX2AndAVX512() throws {
        let ratings = try RealData.ratings()
        let data = try TrainingData(ratings.users, ratings.movies, ratings.stars, batchSize: 64, validation: 0.2)
        try expectOneEpochAlike(
            { Learner(data, EmbeddingDotBias(userCount: ratings.userCount, itemCount: ratings.movieCount, factors: 50), loss: mseLoss) },
            .adam(learningRate: 1e-2, weightDecay: 2e-4))
    }

    func testAnEpochOfTextEndsWithTheSameBitsOnAVX2AndAVX512() throws {
        let text = try String(contentsOfFile: try RealData.path("nietzsche.txt"), encoding: .utf8)
        let vocabulary = Vocabulary(charactersOf: text)
        let indices = Tensor(vocabulary.encode(text))
        let count = indices.count - 9
        let data = try TrainingData(
            indices.windows(size: 8)[0..<count], indices[8..<count + 8], batchSize: 512, validation: 0.2)
        try expectOneEpochAlike(
            {
                let letters = Embedding(vocabulary.count, 42)
                let rnn = RNN(42, 256)
                let output = Linear(256, vocabulary.count)
                return Learner(data, Sequential(letters, rnn, output), loss: nllLoss) { _, batch in
                    output(rnn(letters(batch[0].transposed()))[7]).logSoftmax(axis: -1)
                }
            }, .adam(learningRate: 1e-3))
    }

    // MARK: Memory

    func testAThousandStepsTakeNoMoreMemoryThanAHundred() throws {
        RandomStream.begin(seed: 8)
        let letters = Embedding(30, 8)
        let rnn = RNN(8, 16)
        let gru = GRU(16, 12)
        let output = Linear(12, 30)
        let model = Sequential(letters, rnn, gru, output)
        let optimizer = Optimizer(.adam(learningRate: 1e-3), model: model)
        var used: [Int] = []
        var peaks: [Int] = []
        for step in 1...1000 {
            let x = Tensor.randomIntegers([5, 8], high: 30)
            let loss = crossEntropy(output(gru(rnn(letters(x)))[4]), Tensor.randomIntegers([8], high: 30))
            optimizer.zeroGradients()
            loss.backward()
            optimizer.step()
            guard step % 100 == 0 else { continue }
            optimizer.zeroGradients()
            used.append(MemoryBudget.used)
            peaks.append(MemoryBudget.peak)
        }
        XCTAssertEqual(Set(used.map { $0 - used[0] }), [0], "\(used)")
        XCTAssertEqual(peaks.last, peaks.first, "\(peaks)")
    }
}
