/// What one optimizer step of a training run came to.
public struct BatchRecord: Equatable, Sendable {
    /// The loss of the batch.
    public var loss: Double
    /// The smoothed, debiased loss after the batch.
    public var smoothedLoss: Double
    /// The learning rate of the step (of the last parameter group).
    public var learningRate: Double
    /// The momentum of the step, where the update rule has one.
    public var momentum: Double?

    package init(loss: Double, smoothedLoss: Double, learningRate: Double, momentum: Double? = nil) {
        self.loss = loss
        self.smoothedLoss = smoothedLoss
        self.learningRate = learningRate
        self.momentum = momentum
    }
}

/// The course of a training run, batch by batch and epoch by epoch.
public struct History: Sendable {
    /// One record a batch.
    public internal(set) var batches: [BatchRecord] = []
    /// One row an epoch.
    public internal(set) var epochs: [EpochRow] = []
    /// The headings of `epochs`, as reports print them.
    public internal(set) var columns: [String] = []

    public init() {}

    package init(batches: [BatchRecord], epochs: [EpochRow], columns: [String]) {
        self.batches = batches
        self.epochs = epochs
        self.columns = columns
    }

    /// The raw loss of each batch.
    public var losses: [Double] { batches.map(\.loss) }
    /// The smoothed, debiased loss after each batch.
    public var smoothedLosses: [Double] { batches.map(\.smoothedLoss) }
    /// The learning rate of each step.
    public var learningRates: [Double] { batches.map(\.learningRate) }
    /// The momentum of each step; empty where the update rule has none.
    public var momentums: [Double] { batches.compactMap(\.momentum) }
    /// The training loss of each epoch.
    public var trainingLosses: [Double] { epochs.map(\.trainingLoss) }
    /// The validation loss of each epoch; empty without validation data.
    public var validationLosses: [Double] { epochs.compactMap(\.validationLoss) }
}

/// The running loss that training reports: an exponentially weighted mean, divided by the weight that it has so far
/// collected, so that the first values are not pulled towards zero.
public struct SmoothedLoss: Sendable {
    /// The weight of the past in each update.
    public let momentum: Double
    private var average = 0.0
    private var remainder = 1.0

    public init(momentum: Double = 0.98) { self.momentum = momentum }

    /// Takes the loss of one more batch and gives the new smoothed value.
    public mutating func update(_ loss: Double) -> Double {
        average = average * momentum + loss * (1 - momentum)
        remainder *= momentum
        return value
    }

    /// The running mean and the weight that is missing from it.
    package var parts: (average: Double, remainder: Double) {
        get { (average, remainder) }
        set { (average, remainder) = newValue }
    }

    /// The smoothed, debiased loss; 0 before the first update.
    public var value: Double { remainder < 1 ? average / (1 - remainder) : 0 }
}

extension SmoothedLoss {
    /// The smoothed, debiased curve of `losses`.
    public static func curve(_ losses: [Double], momentum: Double = 0.98) -> [Double] {
        var smoothed = SmoothedLoss(momentum: momentum)
        return losses.map { smoothed.update($0) }
    }
}
