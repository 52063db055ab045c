import Tensors

/// Trains a model: batches, forward, loss, backward, step, epoch after epoch, with everything that is reported on the
/// way.
///
///     let learner = Learner(data, EmbeddingDotBias(userCount: 671, itemCount: 9066, factors: 50), loss: mseLoss)
///     try learner.fit(epochs: 3, optimizer: .adam(learningRate: 1e-2, weightDecay: 2e-4))
///
/// What trains throws: a fault of a tensor operation inside the model as `TensorFault`, an interruption as
/// `Interruption.Requested`. The learner stays usable after either.
public final class Learner {
    /// The training and validation data.
    public let data: TrainingData
    /// The model that is trained.
    public let model: Module
    /// The measures on the validation data, one column each in the epoch rows.
    public let metrics: [Metric]
    /// Callbacks of every run of this learner.
    public var callbacks: [Callback]

    /// The course of the last run.
    public internal(set) var history = History()
    /// The optimizer of the last run; its state is what `fit(epochs:continuing:)` goes on with.
    public internal(set) var optimizer: Optimizer?

    /// The batch that is being worked on.
    public internal(set) var batch: Batch?
    /// The model's output for the batch.
    public internal(set) var prediction: Tensor?
    /// The loss of the batch.
    public internal(set) var batchLoss = 0.0
    /// The smoothed, debiased loss of the run.
    public internal(set) var smoothedLoss = 0.0
    /// The present epoch of the run, from 0.
    public internal(set) var epoch = 0
    /// The optimizer steps that the run has done.
    public internal(set) var step = 0

    let forward: (Batch) -> Tensor
    let loss: (Tensor, Tensor) -> Tensor
    var stopRequested = false

    /// A learner for any model: `forward` calls it with what it needs of a batch.
    ///
    ///     Learner(data, model, loss: mseLoss) { model, batch in model(batch[0], batch[1], batch[2]) }
    public init<Model: Module>(
        _ data: TrainingData, _ model: Model, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [],
        callbacks: [Callback] = [], forward: @escaping (_ model: Model, _ batch: Batch) -> Tensor
    ) {
        self.data = data
        self.model = model
        self.loss = loss
        self.metrics = metrics
        self.callbacks = callbacks
        self.forward = { forward(model, $0) }
    }

    /// A learner for a model of one input: the first column of a batch.
    public convenience init(
        _ data: TrainingData, _ model: Layer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [],
        callbacks: [Callback] = []
    ) {
        self.init(data, model, loss: loss, metrics: metrics, callbacks: callbacks) { model, batch in model(batch[0]) }
    }

    /// A learner for a model of two inputs: the first two columns of a batch.
    public convenience init(
        _ data: TrainingData, _ model: PairLayer, loss: @escaping (Tensor, Tensor) -> Tensor, metrics: [Metric] = [],
        callbacks: [Callback] = []
    ) {
        self.init(data, model, loss: loss, metrics: metrics, callbacks: callbacks) { model, batch in
            model(batch[0], batch[1])
        }
    }

    /// Ends the run after the present batch; for callbacks.
    public func stop() { stopRequested = true }

    // MARK: Keeping

    /// All that a run of the learner changes in it.
    package struct State {
        package var callbacks: [Callback]
        package var history: History
        package var optimizer: Optimizer?
        package var batch: Batch?
        package var prediction: Tensor?
        package var batchLoss: Double
        package var smoothedLoss: Double
        package var epoch: Int
        package var step: Int
        package var stopRequested: Bool

        package init(
            callbacks: [Callback], history: History, optimizer: Optimizer?, batch: Batch?, prediction: Tensor?, batchLoss: Double,
            smoothedLoss: Double, epoch: Int, step: Int, stopRequested: Bool
        ) {
            self.callbacks = callbacks
            self.history = history
            self.optimizer = optimizer
            self.batch = batch
            self.prediction = prediction
            self.batchLoss = batchLoss
            self.smoothedLoss = smoothedLoss
            self.epoch = epoch
            self.step = step
            self.stopRequested = stopRequested
        }
    }

    package var state: State {
        get {
            State(
                callbacks: callbacks, history: history, optimizer: optimizer, batch: batch, prediction: prediction,
                batchLoss: batchLoss, smoothedLoss: smoothedLoss, epoch: epoch, step: step, stopRequested: stopRequested)
        }
        set {
            callbacks = newValue.callbacks
            history = newValue.history
            optimizer = newValue.optimizer
            batch = newValue.batch
            prediction = newValue.prediction
            batchLoss = newValue.batchLoss
            smoothedLoss = newValue.smoothedLoss
            epoch = newValue.epoch
            step = newValue.step
            stopRequested = newValue.stopRequested
        }
    }

    // MARK: Training

    /// Trains for `epochs` epochs with a fresh optimizer.
    ///
    /// - Parameters:
    ///   - optimizer: the update rule with its learning rate.
    ///   - schedule: how the rate moves over the run.
    ///   - rates: one rate for each of the model's layer groups instead of the rule's own.
    ///   - callbacks: callbacks of this run, after the learner's own.
    /// - Returns: the course of the run.
    @discardableResult
    public func fit(
        epochs: Int, optimizer: UpdateRule, schedule: Schedule = .constant, rates: LayerRates? = nil,
        callbacks: [Callback] = []
    ) throws -> History {
        try fit(
            epochs: epochs, continuing: Optimizer(optimizer, model: model, rates: rates), schedule: schedule,
            callbacks: callbacks)
    }

    /// Trains for `epochs` epochs with an optimizer that may have a past.
    @discardableResult
    public func fit(
        epochs: Int, continuing optimizer: Optimizer, schedule: Schedule = .constant, callbacks: [Callback] = []
    ) throws -> History {
        try TrainingRun(self, optimizer, epochs: epochs, schedule: schedule, callbacks: callbacks).run()
        return history
    }

    /// Trains with the one-cycle policy and fastai's conventions: Adam with betas 0.9 and 0.99 and epsilon 1e-5,
    /// decoupled weight decay (not on the biases of linear layers nor on normalisation), momentum from 0.95 to 0.85 and
    /// back.
    ///
    /// - Parameters:
    ///   - learningRate: the highest rate of the cycle.
    ///   - weightDecay: the decoupled decay.
    ///   - rates: the highest rate of each layer group instead.
    ///   - warmUp: the part of the run in which the rate climbs.
    @discardableResult
    public func fitOneCycle(
        epochs: Int, learningRate: Double = 1e-3, weightDecay: Double = 0.01, rates: LayerRates? = nil,
        warmUp: Double = 0.25, callbacks: [Callback] = []
    ) throws -> History {
        let optimizer = Optimizer(
            .fastaiAdam(learningRate: learningRate, weightDecay: weightDecay), model: model, rates: rates,
            decaysBiasAndNorm: false)
        return try fit(
            epochs: epochs, continuing: optimizer, schedule: .oneCycle(warmUp: warmUp), callbacks: callbacks)
    }

    // MARK: Results

    /// The mean loss on the validation data (or on `loader`) and the metrics there; parameters stay as they are.
    public func validate(on loader: DataLoader? = nil) throws -> ValidationResult {
        guard let loader = loader ?? data.validation else {
            throw LearnerError.noValidationData
        }
        return try evaluating { try measure(loader) }
    }

    /// The model's output for `inputs`, in evaluation, batch by batch; first axes are examples.
    public func predict(_ inputs: Tensor...) throws -> Tensor { try predict(inputs: inputs) }

    /// The model's output for the columns `inputs`.
    public func predict(inputs: [Tensor]) throws -> Tensor {
        let loader = try DataLoader(columns: inputs, batchSize: data.training.batchSize * 2)
        return try evaluating { try outputs(loader) }
    }

    /// The model's output for the validation data (or `loader`), and the targets beside it.
    public func predictions(on loader: DataLoader? = nil) throws -> (prediction: Tensor, target: Tensor) {
        guard let loader = loader ?? data.validation else { throw LearnerError.noValidationData }
        let prediction = try evaluating { try outputs(loader) }
        return (prediction, try loader.allRows().target)
    }

    private func evaluating<Result>(_ body: () throws -> Result) throws -> Result {
        let modes = model.namedModules().map { ($0.value, $0.value.isTraining) }
        model.eval()
        defer { modes.forEach { $0.isTraining = $1 } }
        return try body()
    }

    private func outputs(_ loader: DataLoader) throws -> Tensor {
        var parts: [Tensor] = []
        for batch in loader.inOrder() {
            try Interruption.check()
            parts.append(try withFaults { withoutGradient { forward(batch) } })
        }
        return try withFaults { parts.count == 1 ? parts[0] : concatenated(parts, axis: 0) }
    }

    /// Loss and metrics over a loader; the model must be in evaluation.
    func measure(_ loader: DataLoader) throws -> ValidationResult {
        var total = 0.0
        var count = 0
        var sums = metrics.map { _ in (total: 0.0, count: 0) }
        for batch in loader.inOrder() {
            try Interruption.check()
            try withFaults {
                withoutGradient {
                    let prediction = forward(batch)
                    total += loss(prediction, batch.target).item() * Double(batch.count)
                    count += batch.count
                    for (index, metric) in metrics.enumerated() {
                        let part = metric.sum(prediction, batch.target)
                        sums[index].total += part.total
                        sums[index].count += part.count
                    }
                }
            }
        }
        let values = zip(metrics, sums).map { metric, sum in
            metric.finish(sum.count > 0 ? sum.total / Double(sum.count) : .nan)
        }
        return ValidationResult(loss: count > 0 ? total / Double(count) : .nan, names: metrics.map(\.name), metrics: values)
    }
}

/// What a model comes to on validation data.
public struct ValidationResult: Equatable, Sendable {
    /// The mean loss.
    public var loss: Double
    /// The names of the metrics.
    public var names: [String]
    /// The values of the metrics.
    public var metrics: [Double]

    package init(loss: Double, names: [String], metrics: [Double]) {
        self.loss = loss
        self.names = names
        self.metrics = metrics
    }

    /// The value of the metric called `name`; `nil` where there is none.
    public func metric(_ name: String) -> Double? { names.firstIndex(of: name).map { metrics[$0] } }
}

/// Why training or measuring cannot begin.
public enum LearnerError: Error, Equatable, CustomStringConvertible {
    /// The learner was made without validation data.
    case noValidationData
    /// Columns of data have different numbers of rows.
    case rowCountsDiffer([Int])
    /// There is no data.
    case noData
    /// A row number lies outside of the data.
    case rowOutOfRange(Int, count: Int)
    /// Settings that make no sense, with the reason.
    case badSetting(String)

    public var description: String {
        switch self {
        case .noValidationData: "the learner has no validation data"
        case .rowCountsDiffer(let counts): "the columns have different numbers of rows: \(counts)"
        case .noData: "there is no data to train on"
        case .rowOutOfRange(let row, let count): "row \(row) is outside of the data's \(count) rows"
        case .badSetting(let why): why
        }
    }
}
