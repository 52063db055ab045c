import DataSets
import NeuralNets
import Tensors

/// The pictures `[10000, 784]`, scaled to 0 … 1, and their labels `[10000]`.
private func digits(_ folder: String) throws -> (pictures: Tensor, labels: Tensor) {
    DataSets.location = folder
    let set = DataSets.digits
    return (try set.images().reshaped([-1, 784]), try set.labels())
}

/// The first 8,000 to train on, the last 2,000 to validate.
private func digitData(_ folder: String) throws -> TrainingData {
    let (pictures, labels) = try digits(folder)
    return TrainingData(
        training: try DataLoader(pictures[0..<8000], labels[0..<8000], batchSize: 64, shuffle: true),
        validation: try DataLoader(pictures[8000..<10000], labels[8000..<10000], batchSize: 64))
}

let digitBenchmarks = [
    Benchmark(name: "mnist_logistic") { folder in
        try epoch(
            Learner(try digitData(folder), Linear(784, 10), loss: crossEntropy),
            .sgd(learningRate: 2e-2, weightDecay: 2e-5), train: 1.2...1.45, valid: 0.85...1.1)
    },
    Benchmark(name: "mnist_nn") { folder in
        try epoch(
            Learner(try digitData(folder), Sequential(Linear(784, 50), ReLU(), Linear(50, 10)), loss: crossEntropy),
            .adam(learningRate: 1e-3), train: 0.65...0.85, valid: 0.35...0.48)
    },
]
