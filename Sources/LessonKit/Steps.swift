import DataSets
import Tensors

// What an exported lesson calls where the program that runs lessons would act.

nonisolated(unsafe) private var lessonSeed = 42

/// Begins an exported lesson: where its random numbers start, and the data folder, if the command line names one.
///
/// - Note: Not for steps.
public func beginLesson(seed: Int) {
    lessonSeed = seed
    if CommandLine.arguments.count > 1 { DataSets.location = CommandLine.arguments[1] }
    DataSets.listener = { _ in }
}

/// Begins a step of an exported lesson: each draws its random numbers from a stream of its own.
///
/// - Note: Not for steps.
public func beginStep(_ id: String) {
    RandomStream.begin(seed: lessonSeed, step: id)
}

/// Holds an exercise to what it asks for; where the condition does not hold, the hint is shown and the check ends.
public func check(_ condition: Bool, _ hint: String) {
    if !condition { Faults.report(TensorFault("check", hint)) }
}
