import LessonDocument

/// Everything that a lesson's page shows: the lesson and what its steps gave.
public struct PageModel: Sendable {
    public var lesson: Lesson
    /// The results by step id; a step without one is shown as not run.
    public var results: [String: StepResult]
    /// The values of the inline expressions, by their index.
    public var values: [Int: String]
    /// What the run was made with; nil when the lesson was not run.
    public var run: RunFacts?
    /// The lesson as one Swift program, offered for download.
    public var swiftSource: String?
    /// The lesson with its results as Markdown, offered for download.
    public var transcript: String?

    public init(
        lesson: Lesson, results: [String: StepResult] = [:], values: [Int: String] = [:], run: RunFacts? = nil,
        swiftSource: String? = nil, transcript: String? = nil
    ) {
        self.lesson = lesson
        self.results = results
        self.values = values
        self.run = run
        self.swiftSource = swiftSource
        self.transcript = transcript
    }
}

/// What a run was made with: all that is needed to have the same numbers again. No time, no date.
public struct RunFacts: Hashable, Sendable {
    /// A data set and where it came from.
    public struct DataUse: Hashable, Sendable {
        public var name: String
        /// "built-in sample", or the folder's name.
        public var origin: String

        public init(name: String, origin: String) {
            self.name = name
            self.origin = origin
        }
    }

    public var data: [DataUse]
    public var seed: Int
    /// Parameters as the run used them, as Swift literals, in the lesson's order.
    public var parameters: [(name: String, value: String)] {
        get { parameterPairs.map { ($0.name, $0.value) } }
        set { parameterPairs = newValue.map { Pair(name: $0.name, value: $0.value) } }
    }
    /// Programs and libraries with their versions, in the order to show them.
    public var versions: [(name: String, value: String)] {
        get { versionPairs.map { ($0.name, $0.value) } }
        set { versionPairs = newValue.map { Pair(name: $0.name, value: $0.value) } }
    }

    private struct Pair: Hashable, Sendable {
        let name: String
        let value: String
    }
    private var parameterPairs: [Pair]
    private var versionPairs: [Pair]

    public init(
        data: [DataUse] = [], seed: Int, parameters: [(name: String, value: String)] = [], versions: [(name: String, value: String)] = []
    ) {
        self.data = data
        self.seed = seed
        parameterPairs = parameters.map { Pair(name: $0.name, value: $0.value) }
        versionPairs = versions.map { Pair(name: $0.name, value: $0.value) }
    }
}

/// How a lesson's run ended, as the course page shows it.
public enum LessonState: String, Sendable {
    case passed, failed, notRun
}

extension PageModel {
    /// How the run ended: failed when any step failed that should not have.
    public var state: LessonState {
        if results.values.contains(where: { $0.status == .failed }) { return .failed }
        return results.isEmpty ? .notRun : .passed
    }
}
