import LessonDocument

/// How a lesson is to be run.
public struct RunOptions {
    /// The folder that holds real data sets; nil for the built-in samples.
    public var dataFolder: String?
    /// Parameters to replace, as texts of the command line.
    public var parameters: [(name: String, text: String)] = []
    /// Where random numbers begin; the lesson's own seed otherwise.
    public var seed: Int?
    /// Threads of the library; the machine's own choice otherwise. Results do not depend on it.
    public var threads: Int?
    public var selection = RunSelection.all
    /// Whether solutions stand in place of exercises.
    public var usesSolutions = false
    /// Whether steps that do not depend on a failed one are run all the same.
    public var continuesAfterFailure = false
    /// Where results of earlier runs are taken from and new ones are kept; nil for neither.
    public var store: LessonStore?
    /// Whether every step is run, whatever was kept.
    public var isFresh = false
    /// Seconds that one step may take, unless it says its own `timeout`.
    public var secondsPerStep: Double = 600

    public init() {}
}

/// Which steps are run.
public enum RunSelection: Equatable {
    case all
    /// One step, and those that it depends on.
    case only(String)
    /// From one step to another, both included; those they depend on are run before.
    case range(from: Int, through: Int)

    /// The selection that the options of a command line name.
    /// - Throws: `RunRefusal.unknownStep` for a step that the lesson does not have.
    public init(only: String?, from: String?, until: String?, in lesson: Lesson) throws {
        func index(_ id: String) throws -> Int {
            guard let index = lesson.steps.firstIndex(where: { $0.id == id }) else {
                throw RunRefusal.unknownStep(id, known: lesson.steps.map(\.id))
            }
            return index
        }
        if let only {
            _ = try index(only)
            self = .only(only)
        } else if from != nil || until != nil {
            let first = try from.map(index) ?? 0
            let last = try until.map(index) ?? lesson.steps.count - 1
            if first > last { throw RunRefusal.emptyRange(from: from ?? "", until: until ?? "") }
            self = .range(from: first, through: last)
        } else {
            self = .all
        }
    }
}

/// Why a run cannot begin.
public enum RunRefusal: Error, CustomStringConvertible {
    case unknownStep(String, known: [String])
    case emptyRange(from: String, until: String)
    case parameter(ParameterError)
    case noSteps(file: String)
    case data(String)

    /// Whether the command line is at fault rather than the lesson or its data.
    public var isUsage: Bool {
        switch self {
        case .unknownStep, .emptyRange, .parameter: return true
        case .noSteps, .data: return false
        }
    }

    public var description: String {
        switch self {
        case .unknownStep(let id, let known):
            return "the lesson has no step '\(id)'; it has \(known.joined(separator: ", "))"
        case .emptyRange(let from, let until):
            return "step '\(from)' comes after step '\(until)'"
        case .parameter(let error):
            return error.description
        case .noSteps(let file):
            return "\(file) has no steps; a step is a fence whose first word is swift"
        case .data(let text):
            return text
        }
    }
}
