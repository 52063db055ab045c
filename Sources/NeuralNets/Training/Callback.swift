import Tensors

/// The moments of a training run at which callbacks are asked.
public enum TrainingStage: Equatable, Sendable, CaseIterable {
    /// Before the first epoch.
    case fitBegan
    /// Before the first batch of an epoch.
    case epochBegan
    /// Before a batch goes through the model.
    case batchBegan
    /// The loss of a batch is known (`learner.batchLoss`, `learner.prediction`); gradients are not.
    case lossComputed
    /// The gradients are there, the step is not yet done.
    case gradientsReady
    /// The step is done.
    case batchEnded
    /// Before the validation data is run through.
    case validationBegan
    /// The epoch's row is in `learner.history`.
    case epochEnded
    /// After the last epoch, also where the run was stopped by a callback.
    case fitEnded
}

/// Something that looks at a training run, or steers it, at the stages of `TrainingStage`.
///
/// A callback may read the learner, change the optimizer's settings or the gradients, and end the run by
/// `learner.stop()`. What it throws ends the run as an error.
open class Callback {
    private let stage: TrainingStage?
    private let action: (Learner) throws -> Void

    public init() {
        stage = nil
        action = { _ in }
    }

    /// A callback that does `action` at one stage.
    public init(at stage: TrainingStage, _ action: @escaping (Learner) throws -> Void) {
        self.stage = stage
        self.action = action
    }

    /// Called at every stage.
    open func run(_ stage: TrainingStage, in learner: Learner) throws {
        if stage == self.stage { try action(learner) }
    }
}

/// Ends the run when the validation loss has not fallen for a while.
public final class EarlyStopping: Callback {
    private let patience: Int
    private let minimumChange: Double
    private var best = Double.infinity
    private var waited = 0

    /// - Parameters:
    ///   - patience: how many epochs without improvement are borne.
    ///   - minimumChange: how much lower a loss must be to count as better.
    public init(patience: Int = 1, minimumChange: Double = 0) {
        self.patience = patience
        self.minimumChange = minimumChange
        super.init()
    }

    override public func run(_ stage: TrainingStage, in learner: Learner) throws {
        switch stage {
        case .fitBegan:
            best = .infinity
            waited = 0
        case .epochEnded:
            guard let row = learner.history.epochs.last else { return }
            let loss = row.validationLoss ?? row.trainingLoss
            if loss < best - minimumChange {
                best = loss
                waited = 0
            } else {
                waited += 1
                if waited >= patience { learner.stop() }
            }
        default: break
        }
    }
}

/// Keeps the parameters of the epoch with the lowest validation loss and puts them back when the run is over.
public final class KeepBest: Callback {
    private let path: String?
    private var kept: ModelState?
    /// The lowest loss so far.
    public private(set) var bestLoss = Double.infinity
    /// The epoch that had it.
    public private(set) var bestEpoch: Int?

    /// - Parameter path: a safetensors file that the best parameters are also written to.
    public init(path: String? = nil) {
        self.path = path
        super.init()
    }

    override public func run(_ stage: TrainingStage, in learner: Learner) throws {
        switch stage {
        case .fitBegan:
            kept = nil
            bestLoss = .infinity
            bestEpoch = nil
        case .epochEnded:
            guard let row = learner.history.epochs.last else { return }
            let loss = row.validationLoss ?? row.trainingLoss
            guard loss < bestLoss else { return }
            bestLoss = loss
            bestEpoch = row.epoch
            kept = ModelState(of: learner.model)
            if let path { try learner.model.save(path) }
        case .fitEnded:
            kept?.restore(learner.model)
            kept = nil
        default: break
        }
    }
}

/// Scales all gradients down together where their norm is above a limit.
public final class GradientClipping: Callback {
    private let norm: Double
    /// The norm of the gradients of the last step, before clipping.
    public private(set) var lastNorm = 0.0

    /// - Parameter norm: the largest norm of all gradients taken as one vector.
    public init(norm: Double) {
        self.norm = norm
        super.init()
    }

    override public func run(_ stage: TrainingStage, in learner: Learner) throws {
        guard stage == .gradientsReady else { return }
        lastNorm = clipGradients(learner.model.parameters(), norm: norm)
    }
}
