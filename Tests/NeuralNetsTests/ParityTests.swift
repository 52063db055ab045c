import NeuralNets
import Tensors
import XCTest

/// PyTorch's, scikit-learn's and fastai's results, within the tolerance that each case names.
final class ParityTests: XCTestCase {
    func testLayers() throws {
        try Fixtures.each("layer") { fixtures, fixture in
            let inputs = try fixture.inputs.map { try fixtures.tensor($0) }
            let isParameter = inputs.map { $0.dtype == .float32 }
            let leaves = zip(inputs, isParameter).map { $1 ? $0.copy().requireGradient() : $0 }
            let outputs: [Tensor]
            switch fixture.op {
            case "linear":
                let layer = Linear(leaves[1].shape[1], leaves[1].shape[0])
                outputs = [try run(layer, leaves[0], [("weight", leaves[1]), ("bias", leaves[2])], fixtures, fixture)]
                return true
            case "embedding":
                let indexFirst = leaves[0].dtype != .float32
                let table = leaves[indexFirst ? 1 : 0]
                let layer = Embedding(table.shape[0], table.shape[1])
                copy([table], into: layer)
                let output = layer(leaves[indexFirst ? 0 : 1])
                try check([output], [layer.weight], fixtures, fixture)
                return true
            case "rnn_tanh", "gru", "lstm":
                let layers = Int(try XCTUnwrap(fixture.number("layers")))
                let hidden = Int(try XCTUnwrap(fixture.number("hidden")))
                let width = leaves[0].shape[2]
                let model: RecurrentLayer
                switch fixture.op {
                case "rnn_tanh":
                    let rnn = RNN(width, hidden, layers: layers)
                    copy(Array(leaves[2...]), into: rnn)
                    let (output, last) = rnn(leaves[0], leaves[1])
                    (outputs, model) = ([output, last], rnn)
                case "gru":
                    let gru = GRU(width, hidden, layers: layers)
                    copy(Array(leaves[2...]), into: gru)
                    let (output, last) = gru(leaves[0], leaves[1])
                    (outputs, model) = ([output, last], gru)
                default:
                    let lstm = LSTM(width, hidden, layers: layers)
                    copy(Array(leaves[2...]), into: lstm)
                    let (output, last, memory) = lstm(leaves[0], leaves[1], nil)
                    (outputs, model) = ([output, last, memory], lstm)
                }
                try check(outputs, [leaves[0], leaves[1]] + model.parameters(), fixtures, fixture)
                return true
            case "batch_norm":
                let layer = BatchNorm1d(
                    leaves[1].count, momentum: fixture.number("momentum") ?? 0.1, epsilon: fixture.number("eps") ?? 1e-5)
                copy([leaves[1], leaves[2]], into: layer)
                withoutGradient {
                    layer.runningMean.assign(inputs[3])
                    layer.runningVariance.assign(inputs[4])
                }
                layer.train(fixture.flag("training"))
                let output = layer(leaves[0])
                try check([output], [leaves[0], layer.weight, layer.bias], fixtures, fixture)
                fixture.expectClose(layer.runningMean, try fixtures.tensor(fixture.outputs[1]), "running mean")
                fixture.expectClose(layer.runningVariance, try fixtures.tensor(fixture.outputs[2]), "running variance")
                return true
            case "layer_norm":
                let layer = LayerNorm(leaves[1].shape, epsilon: fixture.number("eps") ?? 1e-5)
                copy([leaves[1], leaves[2]], into: layer)
                try check([layer(leaves[0])], [leaves[0], layer.weight, layer.bias], fixtures, fixture)
                return true
            default: return false
            }
        }
    }

    func testLosses() throws {
        try Fixtures.each("loss") { fixtures, fixture in
            let inputs = try fixture.inputs.map { try fixtures.tensor($0) }
            let leaves = inputs.map { $0.dtype == .float32 ? $0.copy().requireGradient() : $0 }
            let output: Tensor
            switch fixture.op {
            case "mse": output = mseLoss(leaves[0], leaves[1])
            case "l1": output = l1Loss(leaves[0], leaves[1])
            case "nll": output = nllLoss(leaves[0].logSoftmax(axis: 1), leaves[1])
            case "cross_entropy": output = crossEntropy(leaves[0], leaves[1])
            case "bce_with_logits": output = bceWithLogits(leaves[0], leaves[1])
            case "nll_seq":
                let logs = leaves[0].logSoftmax(axis: -1)
                output = nllLoss(logs.reshaped([-1, logs.shape[2]]), leaves[1].transposed().reshaped([-1]))
            default: return false
            }
            try check([output], leaves, fixtures, fixture)
            return true
        }
    }

    func testOptimizers() throws {
        try Fixtures.each("optim") { fixtures, fixture in
            let rate = try XCTUnwrap(fixture.number("lr"))
            let decay = fixture.number("weight_decay") ?? 0
            let momentum = fixture.number("momentum") ?? 0
            let betas = fixture.numbers("betas") ?? [0.9, 0.999]
            let epsilon = fixture.number("eps")
            let rule: UpdateRule
            switch fixture.op {
            case "sgd", "sgd_momentum", "sgd_momentum_wd", "sgd_nesterov":
                rule = .sgd(
                    learningRate: rate, momentum: momentum, nesterov: fixture.flag("nesterov"), weightDecay: decay)
            case "rmsprop":
                rule = .rmsProp(
                    learningRate: rate, alpha: fixture.number("alpha") ?? 0.99, epsilon: epsilon ?? 1e-8,
                    weightDecay: decay)
            case "adam", "adam_wd":
                rule = .adam(
                    learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: epsilon ?? 1e-8, weightDecay: decay)
            case "adamw":
                rule = .adamW(
                    learningRate: rate, beta1: betas[0], beta2: betas[1], epsilon: epsilon ?? 1e-8, weightDecay: decay)
            case "adagrad": rule = .adagrad(learningRate: rate, epsilon: epsilon ?? 1e-10, weightDecay: decay)
            default: return false
            }
            let parameter = Parameter(try fixtures.tensor(fixture.inputs[0]))
            let gradients = try fixtures.tensor(fixture.inputs[1])
            let history = try fixtures.tensor(fixture.outputs[0])
            let optimizer = Optimizer(rule, parameters: [parameter])
            for step in 0..<gradients.shape[0] {
                optimizer.zeroGradients()
                (parameter * gradients[step]).sum().backward()
                optimizer.step()
                fixture.expectClose(parameter, history[step], "after step \(step)")
            }
            return true
        }
    }

    func testSchedules() throws {
        try Fixtures.each("schedule") { fixtures, fixture in
            let rate = try XCTUnwrap(fixture.number("lr_max"))
            let expected = try fixtures.tensor(fixture.outputs[0]).doubles
            switch fixture.op {
            case "one_cycle":
                let moments = try XCTUnwrap(fixture.numbers("moms"))
                let schedule = Schedule.oneCycle(
                    startDivisor: try XCTUnwrap(fixture.number("div")),
                    endDivisor: try XCTUnwrap(fixture.number("div_final")),
                    warmUp: try XCTUnwrap(fixture.number("pct_start")), momentumHigh: moments[0],
                    momentumLow: moments[1])
                let steps = Int(try XCTUnwrap(fixture.number("steps")))
                fixture.expectClose(schedule.learningRates(rate, steps: steps), expected, "rates")
                fixture.expectClose(
                    schedule.momentums(steps: steps), try fixtures.tensor(fixture.outputs[1]).doubles, "momentums")
            case "sgdr":
                let length = Int(try XCTUnwrap(fixture.number("cycle_len")))
                let growth = Int(try XCTUnwrap(fixture.number("cycle_mult")))
                let perEpoch = Int(try XCTUnwrap(fixture.number("steps_per_epoch")))
                let cycles = Int(try XCTUnwrap(fixture.number("cycles")))
                let epochs = Schedule.restartEpochs(cycles: cycles, cycleLength: length, growth: growth)
                let rates = Schedule.cosineRestarts(cycleLength: length, growth: growth)
                    .learningRates(rate, steps: epochs * perEpoch, stepsPerEpoch: perEpoch)
                fixture.expectClose(rates, expected, "rates")
            default: return false
            }
            return true
        }
    }

    // MARK: Helpers

    private func run(
        _ layer: Layer, _ x: Tensor, _ parameters: [(String, Tensor)], _ fixtures: Fixtures, _ fixture: Fixtures.Case
    ) throws -> Tensor {
        copy(parameters.map(\.1), into: layer)
        let output = layer(x)
        try check([output], [x] + layer.parameters(), fixtures, fixture)
        return output
    }

    private func check(
        _ outputs: [Tensor], _ leaves: [Tensor], _ fixtures: Fixtures, _ fixture: Fixtures.Case
    ) throws {
        for (index, output) in outputs.enumerated() {
            fixture.expectClose(output, try fixtures.tensor(fixture.outputs[index]), "output \(index)")
        }
        guard let upstream = fixture.upstream, let grads = fixture.grads else { return }
        var total: Tensor?
        for (output, key) in zip(outputs, upstream) {
            let part = (output * (try fixtures.tensor(key))).sum()
            total = total.map { $0 + part } ?? part
        }
        try XCTUnwrap(total).backward()
        try Faults.check()
        let expected = grads.compactMap { $0 }
        let floats = leaves.filter { $0.dtype == .float32 }
        XCTAssertEqual(expected.count, floats.count, "\(fixture.name): number of gradients")
        for (index, (leaf, key)) in zip(floats, expected).enumerated() {
            fixture.expectClose(leaf.gradient, try fixtures.tensor(key), "gradient \(index)")
        }
    }
}

/// Writes `values` into the module's parameters, in their order.
func copy(_ values: [Tensor], into module: Module) {
    withoutGradient {
        for (parameter, value) in zip(module.parameters(), values) { parameter.assign(value) }
    }
}
