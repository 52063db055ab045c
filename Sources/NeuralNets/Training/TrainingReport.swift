/// One line of a training report: what an epoch came to.
public struct EpochRow: Equatable, Sendable {
    /// The epoch, counted from 0 over the life of one `fit`.
    public var epoch: Int
    /// The smoothed, debiased training loss at the epoch's end.
    public var trainingLoss: Double
    /// The mean validation loss; `nil` without validation data.
    public var validationLoss: Double?
    /// The metrics on the validation data, in the order of the learner's metrics.
    public var metrics: [Double]

    public init(epoch: Int, trainingLoss: Double, validationLoss: Double? = nil, metrics: [Double] = []) {
        self.epoch = epoch
        self.trainingLoss = trainingLoss
        self.validationLoss = validationLoss
        self.metrics = metrics
    }
}

/// How far a training run has come. It carries no time: whoever listens measures that.
public struct TrainingProgress: Equatable, Sendable {
    /// The present epoch, from 0.
    public var epoch: Int
    /// The number of epochs of the run.
    public var epochs: Int
    /// The number of batches of this epoch that are done.
    public var batch: Int
    /// The number of batches in an epoch.
    public var batches: Int
    /// The smoothed, debiased training loss.
    public var smoothedLoss: Double
    /// The learning rate of the last step.
    public var learningRate: Double

    public init(epoch: Int, epochs: Int, batch: Int, batches: Int, smoothedLoss: Double, learningRate: Double) {
        self.epoch = epoch
        self.epochs = epochs
        self.batch = batch
        self.batches = batches
        self.smoothedLoss = smoothedLoss
        self.learningRate = learningRate
    }
}

/// What happens in a training run, as events.
public enum TrainingEvent: Equatable, Sendable {
    /// A run begins; `columns` are the headings of its epoch rows.
    case began(epochs: Int, batches: Int, columns: [String])
    /// A batch is done.
    case progress(TrainingProgress)
    /// An epoch is done.
    case epoch(EpochRow)
    /// The run is over, whether it ran to its end or was stopped.
    case ended
}

/// Where training runs report to.
public enum TrainingReport {
    /// Receives every event. Without a listener the epoch rows are printed to standard output as aligned text.
    nonisolated(unsafe) public static var listener: ((TrainingEvent) -> Void)?

    /// The headings of the epoch rows of a run.
    public static func columns(hasValidation: Bool, metrics: [String]) -> [String] {
        ["epoch", "train loss"] + (hasValidation ? ["valid loss"] + metrics : [])
    }

    /// The cells of an epoch row, under `columns(hasValidation:metrics:)`. Losses and metrics have six decimals.
    public static func cells(_ row: EpochRow) -> [String] {
        var cells = [String(row.epoch), decimals(row.trainingLoss)]
        if let loss = row.validationLoss { cells += [decimals(loss)] + row.metrics.map { decimals($0) } }
        return cells
    }

    /// The line of text that stands above the epoch rows.
    public static func headerLine(columns: [String]) -> String { line(columns, columns: columns) }

    /// An epoch row as a line of text under `headerLine(columns:)`.
    public static func line(_ row: EpochRow, columns: [String]) -> String { line(cells(row), columns: columns) }

    private static func line(_ cells: [String], columns: [String]) -> String {
        zip(cells, columns).map { cell, column in
            let width = column == "epoch" ? 5 : max(column.count, 10)
            return String(repeating: " ", count: max(width - cell.count, 0)) + cell
        }.joined(separator: "  ")
    }

    static func send(_ event: TrainingEvent, columns: [String]) {
        if let listener {
            listener(event)
            return
        }
        switch event {
        case .began: print(headerLine(columns: columns))
        case .epoch(let row): print(line(row, columns: columns))
        case .progress, .ended: break
        }
    }
}

/// `value` with a fixed number of decimals, without a C format string.
func decimals(_ value: Double, _ count: Int = 6) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return String(value) }
    let whole = Int(scaled / scale)
    let digits = String(Int(scaled) - whole * Int(scale))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return "\(sign)\(whole)." + String(repeating: "0", count: count - digits.count) + digits
}
