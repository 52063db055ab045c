import Tensors

/// One `fit`: the loop over epochs and batches.
struct TrainingRun {
    let learner: Learner
    let optimizer: Optimizer
    let epochs: Int
    let schedule: Schedule
    let callbacks: [Callback]
    private let columns: [String]
    private let batches: Int

    init(_ learner: Learner, _ optimizer: Optimizer, epochs: Int, schedule: Schedule, callbacks: [Callback]) {
        self.learner = learner
        self.optimizer = optimizer
        self.epochs = epochs
        self.schedule = schedule
        self.callbacks = learner.callbacks + callbacks
        columns = TrainingReport.columns(
            hasValidation: learner.data.validation != nil, metrics: learner.metrics.map(\.name))
        batches = learner.data.training.batchCount
    }

    func run() throws {
        guard epochs > 0 else { throw LearnerError.badSetting("a training of \(epochs) epochs") }
        guard batches > 0 else { throw LearnerError.noData }
        // A callback has a past of its own, which a kept state does not hold.
        let checkpoints = callbacks.isEmpty ? TrainingCheckpoints.current : nil
        var smoothed = SmoothedLoss()
        let done = try checkpoints?.trainingBegan(learner).map { resume($0, &smoothed) } ?? begin()
        TrainingReport.send(.began(epochs: epochs, batches: batches, columns: columns), columns: columns)
        defer { finish() }

        for row in learner.history.epochs { TrainingReport.send(.epoch(row), columns: columns) }
        try tell(.fitBegan)
        for epoch in done..<max(done, epochs) where !learner.stopRequested {
            learner.epoch = epoch
            try trainEpoch(&smoothed)
            var row = EpochRow(epoch: epoch, trainingLoss: smoothed.value)
            if let validation = learner.data.validation {
                learner.model.eval()
                try tell(.validationBegan)
                let result = try learner.measure(validation)
                row.validationLoss = result.loss
                row.metrics = result.metrics
            }
            learner.history.epochs.append(row)
            TrainingReport.send(.epoch(row), columns: columns)
            try tell(.epochEnded)
            if let checkpoints {
                // The last batch has a record of its operations, which cannot be kept; the next epoch has its own.
                learner.batch = nil
                learner.prediction = nil
                checkpoints.epochEnded(learner, smoothed: smoothed.parts)
            }
        }
        try tell(.fitEnded)
    }

    /// Makes the learner ready for a run from its beginning; gives the number of epochs done.
    private func begin() -> Int {
        learner.history = History()
        learner.history.columns = columns
        learner.optimizer = optimizer
        learner.stopRequested = false
        learner.step = 0
        return 0
    }

    /// Goes on from a state that the learner has been brought to; gives the number of epochs done.
    private func resume(_ smoothedParts: (Double, Double), _ smoothed: inout SmoothedLoss) -> Int {
        smoothed.parts = smoothedParts
        if let kept = learner.optimizer, kept !== optimizer {
            optimizer.memory = kept.memory
            learner.optimizer = optimizer
        }
        return learner.history.epochs.count
    }

    /// Whatever ended the run: the model is left in evaluation, without gradients or a half-done batch.
    private func finish() {
        learner.model.eval()
        optimizer.zeroGradients()
        optimizer.resetSchedule()
        learner.batch = nil
        learner.prediction = nil
        TrainingReport.send(.ended, columns: columns)
    }

    private func trainEpoch(_ smoothed: inout SmoothedLoss) throws {
        learner.model.train()
        try tell(.epochBegan)
        var done = 0
        for batch in learner.data.training {
            try Interruption.check()
            let setting = schedule.setting(
                at: Schedule.Position(step: learner.step, stepCount: epochs * batches, stepsPerEpoch: batches))
            optimizer.apply(setting)
            learner.batch = batch
            try tell(.batchBegan)
            try withFaults { try trainBatch(batch) }
            learner.smoothedLoss = smoothed.update(learner.batchLoss)
            learner.history.batches.append(
                BatchRecord(
                    loss: learner.batchLoss, smoothedLoss: learner.smoothedLoss,
                    learningRate: optimizer.learningRate, momentum: optimizer.momentum))
            learner.step += 1
            done += 1
            try tell(.batchEnded)
            TrainingReport.send(
                .progress(
                    TrainingProgress(
                        epoch: learner.epoch, epochs: epochs, batch: done, batches: batches,
                        smoothedLoss: learner.smoothedLoss, learningRate: optimizer.learningRate)),
                columns: columns)
            if learner.stopRequested { break }
        }
    }

    private func trainBatch(_ batch: Batch) throws {
        let prediction = learner.forward(batch)
        try Faults.check()
        learner.prediction = prediction
        let loss = learner.loss(prediction, batch.target)
        try Faults.check()
        learner.batchLoss = loss.item()
        try tell(.lossComputed)
        optimizer.zeroGradients()
        loss.backward()
        try Faults.check()
        try tell(.gradientsReady)
        optimizer.step()
    }

    private func tell(_ stage: TrainingStage) throws {
        for callback in callbacks { try callback.run(stage, in: learner) }
    }
}
