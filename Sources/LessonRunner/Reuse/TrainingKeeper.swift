import NeuralNets
import StepLanguage
import Tensors

/// Keeps the program's state after each epoch of a step's trainings, and goes on from there in a later run.
final class TrainingKeeper: TrainingCheckpointing {
    private unowned let memory: StepMemory
    private let stepKey: Digest
    private let names: Set<String>
    /// How many trainings of the step have begun.
    private var count = 0
    /// The state at the beginning of the training that is going on; nil where it cannot be kept.
    private var base: HeapSnapshot?

    init(_ memory: StepMemory, key: Digest, names: Set<String>) {
        self.memory = memory
        stepKey = key
        self.names = names
    }

    private func key(_ number: Int) -> Digest { Digest("checkpoint", stepKey.text, "\(number)") }

    private var allNames: Set<String> { names.union(memory.execution.ambientNames) }

    func trainingBegan(_ learner: Learner) throws -> (average: Double, remainder: Double)? {
        count += 1
        // What no variable leads to is not in a kept state.
        guard let state = memory.execution.heap(of: allNames), state.holds(learner) else {
            base = nil
            return nil
        }
        base = state
        guard memory.reads, let bytes = memory.store.read(.checkpoint, key(count)) else { return nil }
        var reader = ByteReader(bytes)
        guard let average = try? reader.double(), let remainder = try? reader.double(), let position = try? reader.randomPosition(),
            let changes = try? reader.raw()
        else { return nil }
        do {
            try HeapDelta.apply(changes, to: state)
        } catch is NotKept {
            return nil
        }
        RandomStream.current.position = position
        return (average, remainder)
    }

    func epochEnded(_ learner: Learner, smoothed: (average: Double, remainder: Double)) {
        guard let base, let after = memory.execution.heap(of: allNames, base: base),
            let delta = try? HeapDelta(from: base, to: after)
        else { return }
        var writer = ByteWriter()
        writer.add(smoothed.average)
        writer.add(smoothed.remainder)
        writer.add(RandomStream.current.position)
        writer.add(delta.bytes)
        memory.store.write(.checkpoint, key(count), writer.bytes)
    }

    /// Removes what was kept; the step is done.
    func forget() {
        for number in 1...max(count, 1) { memory.store.remove(.checkpoint, key(number)) }
    }
}
