import NeuralNets
import Tensors
import XCTest

final class LearnerTests: XCTestCase {
    private var events: [TrainingEvent] = []

    override func setUp() {
        RandomStream.begin(seed: 9)
        Interruption.clear()
        events = []
        TrainingReport.listener = { [unowned self] in events.append($0) }
    }

    override func tearDown() {
        TrainingReport.listener = nil
        Interruption.clear()
    }

    /// y = 2·x₀ − x₁ + 0.5, with a learner that can find it.
    private func line(
        batchSize: Int = 16, metrics: [Metric] = [], callbacks: [Callback] = []
    ) throws -> Learner {
        let x = Tensor.normal([100, 2])
        let y = (x.matmul(Tensor([2.0, -1.0]).reshaped([2, 1])) + 0.5)
        let data = try TrainingData(x, y, batchSize: batchSize, validation: 0.2)
        return Learner(data, Linear(2, 1), loss: mseLoss, metrics: metrics, callbacks: callbacks)
    }

    func testTrainingFindsALine() throws {
        let learner = try line(metrics: [.rmse, .mae])
        let history = try learner.fit(epochs: 30, optimizer: .sgd(learningRate: 0.1))
        let layer = try XCTUnwrap(learner.model as? Linear)
        for (value, expected) in zip(layer.weight.doubles + (layer.bias?.doubles ?? []), [2, -1, 0.5]) {
            XCTAssertEqual(value, expected, accuracy: 1e-3)
        }
        XCTAssertEqual(history.epochs.count, 30)
        XCTAssertEqual(history.batches.count, 150)
        XCTAssertLessThan(try XCTUnwrap(history.epochs.last?.validationLoss), 1e-4)
        let result = try learner.validate()
        XCTAssertEqual(try XCTUnwrap(result.metric("rmse")), result.loss.squareRoot(), accuracy: 1e-6)
    }

    func testProgressAndEpochRowsReachTheListener() throws {
        try line().fit(epochs: 2, optimizer: .sgd(learningRate: 0.1))
        XCTAssertEqual(events.first, .began(epochs: 2, batches: 5, columns: ["epoch", "train loss", "valid loss"]))
        XCTAssertEqual(events.last, .ended)
        let progress = events.compactMap { if case .progress(let value) = $0 { value } else { nil } }
        XCTAssertEqual(progress.map(\.batch), [1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
        XCTAssertEqual(progress.last?.epoch, 1)
        XCTAssertEqual(progress.last?.learningRate, 0.1)
        XCTAssertEqual(events.filter { if case .epoch = $0 { true } else { false } }.count, 2)
    }

    func testEpochRowsAreAlignedText() {
        let columns = TrainingReport.columns(hasValidation: true, metrics: ["accuracy"])
        let row = EpochRow(epoch: 3, trainingLoss: 0.5, validationLoss: 12.25, metrics: [0.9])
        XCTAssertEqual(TrainingReport.headerLine(columns: columns), "epoch  train loss  valid loss    accuracy")
        XCTAssertEqual(TrainingReport.line(row, columns: columns), "    3    0.500000   12.250000    0.900000")
    }

    func testValidationChangesNoParameterAndNoRunningMean() throws {
        let x = Tensor.normal([40, 3])
        let data = try TrainingData(x, Tensor.normal([40, 1]), batchSize: 8)
        let model = Sequential(Linear(3, 4), BatchNorm1d(4), Dropout(0.5), Linear(4, 1))
        let learner = Learner(data, model, loss: mseLoss)
        try learner.fit(epochs: 1, optimizer: .adam())
        let before = model.stateTensors().mapValues { $0.doubles }
        let first = try learner.validate()
        let second = try learner.validate()
        _ = try learner.predict(x)
        XCTAssertEqual(first, second)
        XCTAssertEqual(model.stateTensors().mapValues { $0.doubles }, before)
    }

    func testTheSameSeedGivesTheSameBitsWithAnyNumberOfThreads() throws {
        func train(threads: Int) throws -> [Double] {
            let present = Threads.count
            Threads.count = threads
            defer { Threads.count = present }
            RandomStream.begin(seed: 7)
            let users = Tensor((0..<2000).map { ($0 * 7) % 300 })
            let items = Tensor((0..<2000).map { ($0 * 13) % 4000 })
            let stars = Tensor((0..<2000).map { Double($0 % 10) / 2 + 0.5 })
            let learner = try Learner.collaborative(users: users, items: items, ratings: stars, factors: 20)
            let history = try learner.fit(epochs: 2, optimizer: .adam(learningRate: 1e-2, weightDecay: 1e-4))
            return history.losses + history.validationLosses + learner.model.parameters().flatMap { $0.doubles }
        }
        let one = try train(threads: 1)
        XCTAssertEqual(one, try train(threads: 2))
        XCTAssertEqual(one, try train(threads: 3))
    }

    func testAnInterruptionEndsTheRunAndLeavesAUsableLearner() throws {
        let learner = try line()
        let stop = Callback(at: .batchEnded) { if $0.step == 3 { Interruption.request() } }
        XCTAssertThrowsError(try learner.fit(epochs: 100, optimizer: .sgd(learningRate: 0.1), callbacks: [stop])) {
            XCTAssertTrue($0 is Interruption.Requested, "\($0)")
        }
        XCTAssertEqual(learner.history.batches.count, 3)
        XCTAssertEqual(events.last, .ended)
        Interruption.clear()
        try learner.fit(epochs: 20, optimizer: .sgd(learningRate: 0.1))
        XCTAssertLessThan(try learner.validate().loss, 1e-2)
    }

    func testAFaultInTheModelIsThrownAndLeavesAUsableLearner() throws {
        var isBroken = true
        let x = Tensor.normal([20, 2])
        let data = try TrainingData(x, Tensor.normal([20, 1]), batchSize: 5)
        let model = Linear(2, 1)
        let learner = Learner(data, model, loss: mseLoss) { model, batch in
            isBroken ? batch[0].matmul(Tensor.ones([3, 1])) : model(batch[0])
        }
        XCTAssertThrowsError(try learner.fit(epochs: 1, optimizer: .sgd(learningRate: 0.1))) {
            XCTAssertTrue($0 is TensorFault, "\($0)")
        }
        isBroken = false
        XCTAssertNoThrow(try learner.fit(epochs: 1, optimizer: .sgd(learningRate: 0.1)))
    }

    func testSettingsThatMakeNoSenseAreRefused() throws {
        XCTAssertThrowsError(try line().fit(epochs: 0, optimizer: .adam()))
        XCTAssertThrowsError(try DataLoader(Tensor.ones([3]), Tensor.ones([4])))
        XCTAssertThrowsError(try DataLoader(Tensor.ones([3]), batchSize: 0))
        XCTAssertThrowsError(try split(count: 10, validation: 1.5))
        XCTAssertThrowsError(try line().findLearningRate(from: 1, to: 0.1))
    }

    // MARK: Callbacks

    func testCallbacksSeeEveryStageInOrder() throws {
        var stages: [TrainingStage] = []
        let all = TrainingStage.allCases.map { stage in Callback(at: stage) { _ in stages.append(stage) } }
        try line(batchSize: 80).fit(epochs: 1, optimizer: .adam(), callbacks: all)
        XCTAssertEqual(
            stages,
            [
                .fitBegan, .epochBegan, .batchBegan, .lossComputed, .gradientsReady, .batchEnded, .validationBegan,
                .epochEnded, .fitEnded,
            ])
    }

    func testEarlyStoppingEndsARunThatGetsNoBetter() throws {
        let history = try line().fit(
            epochs: 50, optimizer: .sgd(learningRate: 0), callbacks: [EarlyStopping(patience: 2)])
        XCTAssertEqual(history.epochs.count, 3)
    }

    func testKeepBestPutsTheBestEpochBack() throws {
        let learner = try line()
        let best = KeepBest()
        // The rate explodes after the second epoch.
        let spoil = Callback(at: .epochBegan) { if $0.epoch >= 2 { $0.optimizer?.learningRate = 50 } }
        let history = try learner.fit(epochs: 4, optimizer: .sgd(learningRate: 0.05), callbacks: [best, spoil])
        XCTAssertEqual(best.bestEpoch, 1)
        XCTAssertEqual(try learner.validate().loss, history.validationLosses[1])
    }

    func testGradientClippingLimitsTheNorm() throws {
        let learner = try line()
        var norms: [Double] = []
        let look = Callback(at: .gradientsReady) { learner in
            norms.append(
                learner.model.parameters().reduce(0) { $0 + $1.gradient.square().sum().item() }.squareRoot())
        }
        try learner.fit(epochs: 1, optimizer: .sgd(learningRate: 0.001), callbacks: [GradientClipping(norm: 0.5), look])
        for norm in norms { XCTAssertLessThanOrEqual(norm, 0.5 + 1e-4) }
    }

    // MARK: Rates

    func testAScheduleMovesRateAndMomentumOfEachStep() throws {
        let learner = try line()
        try learner.fitOneCycle(epochs: 4, learningRate: 0.01)
        let schedule = Schedule.oneCycle()
        XCTAssertEqual(learner.history.learningRates, schedule.learningRates(0.01, steps: 20))
        XCTAssertEqual(learner.history.momentums, schedule.momentums(steps: 20))
    }

    func testSlicesGiveEachLayerGroupItsRate() {
        let spread = LayerRates.slice(1e-5, 1e-3).values(count: 3)
        for (value, expected) in zip(spread, [1e-5, 1e-4, 1e-3]) {
            XCTAssertEqual(value, expected, accuracy: expected * 1e-9)
        }
        XCTAssertEqual(LayerRates.slice(3e-3).values(count: 3).map { $0 * 1e3 }.map { $0.rounded() }, [1, 1, 3])
        let model = Sequential(Linear(2, 2), Linear(2, 1))
        model.layerGroups = [[model[0]], [model[1]]]
        let optimizer = Optimizer(.adam(), model: model, rates: .slice(1e-4, 1e-2))
        XCTAssertEqual(optimizer.learningRate, 1e-2)
        XCTAssertEqual(optimizer.groups.map(\.rateFactor), [1e-2, 1])
    }

    func testOneCycleLeavesBiasesAndNormsWithoutDecay() {
        let model = Sequential(Linear(2, 2), BatchNorm1d(2), Embedding(3, 2))
        let optimizer = Optimizer(.fastaiAdam(), model: model, decaysBiasAndNorm: false)
        XCTAssertEqual(optimizer.groups.map(\.weightDecay), [nil, 0])
        XCTAssertEqual(optimizer.groups.map(\.parameters.count), [2, 3])
    }

    func testFindingARateLeavesTheModelAsItWas() throws {
        let learner = try line()
        let before = learner.model.parameters().map { $0.doubles }
        let search = try learner.findLearningRate(from: 1e-5, to: 100, steps: 60, optimizer: .sgd(learningRate: 1))
        XCTAssertEqual(learner.model.parameters().map { $0.doubles }, before)
        let rate = try XCTUnwrap(search.suggestion)
        XCTAssertTrue((1e-3...1).contains(rate), "\(rate)")
        XCTAssertEqual(search.learningRates.first, 1e-5)
        XCTAssertEqual(search.learningRates.count, search.losses.count)
    }

    func testDecayInTheLossEqualsDecayInTheStepForSGDAndNotForAdam() throws {
        func train(_ rule: UpdateRule, l2: Double) -> [Double] {
            let w = Parameter(Tensor([1.0, -2.0]))
            let optimizer = Optimizer(rule, parameters: [w])
            for _ in 0..<20 {
                optimizer.zeroGradients()
                ((w - 3).square().sum() + w.square().sum() * (l2 / 2)).backward()
                optimizer.step()
            }
            return w.doubles
        }
        let inStep = train(.sgd(learningRate: 0.05, weightDecay: 0.1), l2: 0)
        let inLoss = train(.sgd(learningRate: 0.05), l2: 0.1)
        for (a, b) in zip(inStep, inLoss) { XCTAssertEqual(a, b, accuracy: 1e-5) }
        let decoupled = train(.adamW(learningRate: 0.05, weightDecay: 0.1), l2: 0)
        let coupled = train(.adam(learningRate: 0.05), l2: 0.1)
        XCTAssertGreaterThan(abs(decoupled[1] - coupled[1]), 1e-3)
    }

    func testRowsThatABatchDoesNotTouchStillMove() {
        func run(_ useRows: Bool) -> [Double] {
            RandomStream.begin(seed: 2)
            let table = Parameter(Tensor.normal([40, 3]))
            let optimizer = Optimizer(.adam(learningRate: 0.1, weightDecay: 0.01), parameters: [table])
            for step in 0..<5 {
                let rows = [step, 7, 7, 39]
                optimizer.zeroGradients()
                if useRows {
                    table.take(Tensor(rows)).square().sum().backward()
                } else {
                    let oneHot = Tensor(rows.flatMap { row in (0..<40).map { $0 == row ? 1.0 : 0 } }).reshaped([4, 40])
                    oneHot.matmul(table).square().sum().backward()
                }
                optimizer.step()
            }
            return table.doubles
        }
        for (rows, dense) in zip(run(true), run(false)) { XCTAssertEqual(rows, dense, accuracy: 1e-5) }
    }
}
