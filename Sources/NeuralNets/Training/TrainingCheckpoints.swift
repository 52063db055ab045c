/// Keeps how far trainings have come, so that one that was cut off can go on.
package protocol TrainingCheckpointing: AnyObject {
    /// A training is about to begin; nothing of the learner was changed yet. Where an earlier one was cut off, brings
    /// everything to the state after its last finished epoch, and gives the parts of its smoothed loss.
    func trainingBegan(_ learner: Learner) throws -> (average: Double, remainder: Double)?
    /// An epoch is done.
    func epochEnded(_ learner: Learner, smoothed: (average: Double, remainder: Double))
}

/// Who keeps the state of trainings, if someone does.
package enum TrainingCheckpoints {
    nonisolated(unsafe) package static weak var current: TrainingCheckpointing?
}
