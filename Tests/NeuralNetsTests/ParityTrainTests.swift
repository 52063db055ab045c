import NeuralNets
import Tensors
import XCTest

/// Whole trainings from given parameters on given batches: the loss of every step and the parameters at the end.
final class ParityTrainTests: XCTestCase {
    func testTrainings() throws {
        try Fixtures.each("train") { fixtures, fixture in
            let count = try XCTUnwrap(fixture.n_params)
            let start = try fixture.inputs[..<count].map { try fixtures.tensor($0) }
            let batches = try fixture.inputs[count...].map { try fixtures.tensor($0) }
            guard let (model, loss) = try task(fixture, start) else { return false }
            let parameters = model.parameters()
            XCTAssertEqual(parameters.map(\.shape), start.map(\.shape), fixture.name)
            copy(start, into: model)
            let optimizer = Optimizer(try rule(fixture), parameters: parameters)
            model.train()
            var losses: [Double] = []
            for step in 0..<batches[0].shape[0] {
                let value = loss(batches.map { $0[step] })
                try Faults.check()
                optimizer.zeroGradients()
                value.backward()
                optimizer.step()
                losses.append(value.item())
            }
            fixture.expectClose(losses, try fixtures.tensor(fixture.outputs[0]).doubles, "losses")
            for (index, parameter) in parameters.enumerated() {
                fixture.expectClose(parameter, try fixtures.tensor(fixture.outputs[index + 1]), "parameter \(index)")
            }
            return true
        }
    }

    private func rule(_ fixture: Fixtures.Case) throws -> UpdateRule {
        let rate = try XCTUnwrap(fixture.number("lr"))
        let decay = fixture.number("weight_decay") ?? 0
        return fixture.name.contains("sgd")
            ? .sgd(learningRate: rate, momentum: fixture.number("momentum") ?? 0, weightDecay: decay)
            : .adam(learningRate: rate, weightDecay: decay)
    }

    private func task(_ fixture: Fixtures.Case, _ start: [Tensor]) throws -> (Module, ([Tensor]) -> Tensor)? {
        func size(_ index: Int, _ axis: Int) -> Int { start[index].shape[axis] }
        let range = fixture.numbers("y_range").map { (low: $0[0], high: $0[1]) }
        switch fixture.op {
        case "embedding_dot_bias":
            let model = EmbeddingDotBias(
                userCount: size(0, 0), itemCount: size(1, 0), factors: size(0, 1), range: range)
            return (model, { mseLoss(model($0[0], $0[1]), $0[2]) })
        case "embedding_dot":
            let u = Embedding(size(0, 0), size(0, 1))
            let i = Embedding(size(1, 0), size(1, 1))
            return (Parts([u, i]), { mseLoss((u($0[0]) * i($0[1])).sum(axis: 1), $0[2]) })
        case "embedding_net":
            let u = Embedding(size(0, 0), size(0, 1))
            let m = Embedding(size(1, 0), size(1, 1))
            let first = Linear(size(2, 1), size(2, 0))
            let second = Linear(size(4, 1), size(4, 0))
            let top = SigmoidRange(range?.low ?? 0, range?.high ?? 5.5)
            return (
                Parts([u, m, first, second]),
                { mseLoss(top(second(first(concatenated([u($0[0]), m($0[1])], axis: 1)).relu())).squeezed(axis: 1), $0[2]) }
            )
        case "char_loop", "char_loop_concat":
            let concatenates = fixture.op == "char_loop_concat"
            let e = Embedding(size(0, 0), size(0, 1))
            let input = Linear(size(1, 1), size(1, 0))
            let hidden = Linear(size(3, 1), size(3, 0))
            let output = Linear(size(5, 1), size(5, 0))
            return (
                Parts([e, input, hidden, output]),
                { batch in
                    var h = Tensor.zeros([batch[0].shape[0], hidden.weight.shape[0]])
                    for position in 0..<batch[0].shape[1] {
                        let character = e(batch[0].selected(axis: 1, position))
                        h =
                            concatenates
                            ? hidden(input(concatenated([h, character], axis: 1)).relu()).tanh()
                            : hidden(h + input(character).relu()).tanh()
                    }
                    return nllLoss(output(h).logSoftmax(axis: 1), batch[1])
                }
            )
        case "char_seq_rnn":
            let e = Embedding(size(0, 0), size(0, 1))
            let rnn = RNN(size(1, 1), size(2, 0))
            let output = Linear(size(5, 1), size(5, 0))
            return (
                Parts([e, rnn, output]),
                { batch in
                    let logs = output(rnn(e(batch[0].transposed()))).logSoftmax(axis: -1)
                    return nllLoss(
                        logs.reshaped([-1, logs.shape[2]]), batch[1].transposed().reshaped([-1]))
                }
            )
        case "mixed_input":
            let model = MixedInputModel(
                categories: (0..<3).map { (size($0, 0), size($0, 1)) }, numbers: size(3, 0), hidden: [size(5, 0)],
                range: range)
            return (model, { mseLoss(model($0[0], $0[1]), $0[2]) })
        case "mnist_nn":
            let model = Sequential(Linear(size(0, 1), size(0, 0)), ReLU(), Linear(size(2, 1), size(2, 0)))
            let l2 = try XCTUnwrap(fixture.number("l2_in_loss"))
            return (
                model,
                { batch in
                    let penalty = model.parameters().map { $0.square().sum() }.reduce(Tensor(0), +)
                    return crossEntropy(model(batch[0]), batch[1]) + penalty * l2
                }
            )
        default: return nil
        }
    }
}

/// Modules put together for a test, in order.
final class Parts: Module {
    let parts: [Module]
    init(_ parts: [Module]) { self.parts = parts }
}
