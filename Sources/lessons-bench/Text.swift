import Foundation
import NeuralNets
import Tensors

private let hiddenSize = 256
private let factorCount = 42

/// Characters one after the other through one hidden layer: `h = tanh(hidden(h + relu(input(e))))`.
final class CharLoop: Layer {
    let e: Embedding
    let lIn = Linear(factorCount, hiddenSize)
    let lHidden = Linear(hiddenSize, hiddenSize)
    let lOut: Linear

    init(_ vocabulary: Int) {
        e = Embedding(vocabulary, factorCount)
        lOut = Linear(hiddenSize, vocabulary)
    }

    override func callAsFunction(_ x: Tensor) -> Tensor {
        var h = Tensor.zeros([x.shape[0], hiddenSize])
        for position in 0..<x.shape[1] {
            let input = lIn(e(x.selected(axis: 1, position))).relu()
            h = lHidden(h + input).tanh()
        }
        return lOut(h).logSoftmax(axis: -1)
    }
}

/// The same with the hidden state and the character's vector joined instead of added.
final class CharLoopConcat: Layer {
    let e: Embedding
    let lIn = Linear(factorCount + hiddenSize, hiddenSize)
    let lHidden = Linear(hiddenSize, hiddenSize)
    let lOut: Linear

    init(_ vocabulary: Int) {
        e = Embedding(vocabulary, factorCount)
        lOut = Linear(hiddenSize, vocabulary)
    }

    override func callAsFunction(_ x: Tensor) -> Tensor {
        var h = Tensor.zeros([x.shape[0], hiddenSize])
        for position in 0..<x.shape[1] {
            let joined = concatenated([h, e(x.selected(axis: 1, position))], axis: 1)
            h = lHidden(lIn(joined).relu()).tanh()
        }
        return lOut(h).logSoftmax(axis: -1)
    }
}

/// The library's recurrent layer; the last output, or all of them, as probabilities of the next character.
final class CharRnn: Layer {
    let e: Embedding
    let rnn = RNN(factorCount, hiddenSize)
    let lOut: Linear
    private let wholeSequence: Bool

    init(_ vocabulary: Int, wholeSequence: Bool = false) {
        e = Embedding(vocabulary, factorCount)
        lOut = Linear(hiddenSize, vocabulary)
        self.wholeSequence = wholeSequence
    }

    override func callAsFunction(_ x: Tensor) -> Tensor {
        let output = rnn(e(x.transposed()))
        return lOut(wholeSequence ? output : output[x.shape[1] - 1]).logSoftmax(axis: -1)
    }
}

/// The loss over all positions: predictions `[sequence, batch, classes]`, targets `[batch, sequence]`.
private func nllSequence(_ prediction: Tensor, _ target: Tensor) -> Tensor {
    nllLoss(
        prediction.reshaped([-1, prediction.shape[2]]), target.transposed().reshaped([-1]))
}

private func nietzsche(_ folder: String) throws -> (text: Tensor, count: Int, vocabulary: Int) {
    let text = try String(contentsOfFile: "\(folder)/nietzsche.txt", encoding: .utf8)
    let vocabulary = Vocabulary(charactersOf: text)
    let indices = vocabulary.encode(text)
    return (Tensor(indices), indices.count, vocabulary.count)
}

/// Windows of eight characters and the one that follows each.
private func eights(_ folder: String) throws -> (data: TrainingData, vocabulary: Int) {
    let (text, count, vocabulary) = try nietzsche(folder)
    let n = count - 9
    let x = text.windows(size: 8)[0..<n]
    return (try TrainingData(x, text[8..<n + 8], batchSize: 512, validation: 0.2), vocabulary)
}

let textBenchmarks = [
    Benchmark(name: "char3") { folder in
        let (text, count, vocabulary) = try nietzsche(folder)
        let rows = (count - 2) / 3 - 2
        let x = text.windows(size: 3, step: 3)[0..<rows]
        let y = text[3..<count].sliced(axis: 0, 0..<count, step: 3)[0..<rows]
        let data = TrainingData(training: try DataLoader(x, y, batchSize: 512, shuffle: true))
        return try epoch(
            Learner(data, CharLoop(vocabulary), loss: nllLoss), .adam(learningRate: 1e-2), train: 2.0...2.3)
    },
    Benchmark(name: "charloop") { folder in
        let (data, vocabulary) = try eights(folder)
        return try epoch(
            Learner(data, CharLoop(vocabulary), loss: nllLoss), .adam(learningRate: 1e-2), train: 1.9...2.2,
            valid: 1.9...2.2)
    },
    Benchmark(name: "charconcat") { folder in
        let (data, vocabulary) = try eights(folder)
        return try epoch(
            Learner(data, CharLoopConcat(vocabulary), loss: nllLoss), .adam(learningRate: 1e-3), train: 1.7...2.0,
            valid: 1.7...1.95)
    },
    Benchmark(name: "charrnn") { folder in
        let (data, vocabulary) = try eights(folder)
        return try epoch(
            Learner(data, CharRnn(vocabulary), loss: nllLoss), .adam(learningRate: 1e-3), train: 1.75...2.0,
            valid: 1.75...1.95)
    },
    Benchmark(name: "charseq") { folder in
        let (text, count, vocabulary) = try nietzsche(folder)
        let rows = (count - 9) / 8 + 1
        let x = text.windows(size: 8, step: 8)[0..<rows]
        let y = text[1..<count].windows(size: 8, step: 8)[0..<rows]
        let data = try TrainingData(x, y, batchSize: 512, validation: 0.2)
        return try epoch(
            Learner(data, CharRnn(vocabulary, wholeSequence: true), loss: nllSequence), .adam(learningRate: 1e-3),
            train: 2.3...2.6, valid: 2.3...2.5)
    },
]
