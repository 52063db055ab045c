import LessonDocument
import StepLanguage
import Tensors

/// What happens in a run, in order. The terminal, the record, `--json` and the tests are listeners to these;
/// none has another road to the interpreter.
public enum RunEvent {
    case lessonStarted(LessonStart)
    case stepStarted(StepStart)
    case progress(Progress)
    /// An epoch of a training is done: its row as text, after a row of headings before the first.
    case epoch(String)
    case output(StepOutput)
    case stepFinished(StepEnd)
    case lessonFinished(LessonEnd)
}

/// The beginning of a lesson's run.
public struct LessonStart {
    public let lesson: String
    public let title: String
    public let stepCount: Int
    public let seed: Int
    public let parameters: [ParameterRecord]
    public let data: [DataRecord]
    public let fingerprint: String
}

/// The beginning of a step.
public struct StepStart {
    public let id: String
    /// The step's place among the lesson's steps, from 1.
    public let number: Int
    public let line: Int
}

/// How far a training inside a step has come.
public struct Progress: Equatable {
    public let epoch: Int
    public let epochs: Int
    public let batch: Int
    public let batches: Int
    /// The smoothed training loss.
    public let loss: Double
    public let learningRate: Double
}

/// One output of a running step.
public enum StepOutput {
    case text(String)
    case table(TextTable)
    /// The rows that the epochs of a training reported.
    case training(TextTable)
    case drawing(Drawing)
    case hint(String)
}

/// The end of a step.
public struct StepEnd {
    public let id: String
    public let line: Int
    public let status: StepRecord.Status
    public let error: Diagnostic?
    /// Seconds of wall-clock time; shown, never recorded.
    public let seconds: Double
    /// Whether the result was taken from an earlier run.
    public let reused: Bool
}

/// The end of a lesson's run.
public struct LessonEnd {
    public let lesson: String
    public let passed: Bool
    public let interrupted: Bool
    /// Steps by how they ended.
    public let passedCount: Int
    public let failedCount: Int
    public let skippedCount: Int
    /// How many of the steps that passed were taken from an earlier run.
    public let reusedCount: Int
    /// Values of the inline code in the prose.
    public let inline: [InlineRecord]
    public let seconds: Double
}

/// Something that is told of each event of a run.
public protocol RunListener: AnyObject {
    /// Receives the next event. Throws where the listener cannot go on, such as a full disk; the run then stops.
    func receive(_ event: RunEvent) throws
}
