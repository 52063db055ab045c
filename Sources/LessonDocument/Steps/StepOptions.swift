/// What the braces after a fence's first word say about a step.
public struct StepOptions: Hashable, Sendable {
    /// Whether a page shows the step's code.
    public enum Echo: String, Sendable, CaseIterable { case show, fold, hide }

    /// How far a number may be from the recorded one.
    public struct Tolerance: Hashable, Sendable {
        public var relative: Double
        public var absolute: Double

        public init(relative: Double, absolute: Double = 0) {
            self.relative = relative
            self.absolute = absolute
        }
    }

    /// What part a step has in an exercise.
    public enum Role: Hashable, Sendable {
        case ordinary
        /// The stub that the learner completes.
        case exercise
        /// Holds the exercise with this id to what it asks for.
        case check(of: String)
        /// Stands in the exercise's place when the lesson is tested or exported.
        case solution(of: String)
    }

    public var echo = Echo.show
    /// False for code that is shown and never run.
    public var runs = true
    /// The text with which the step must fail; nil for a step that must succeed.
    public var expectedError: String?
    /// Nil: numbers are compared to the digits that are written.
    public var tolerance: Tolerance?
    /// Seconds; nil for the run's own limit.
    public var timeout: Double?
    public var role = Role.ordinary
    /// True when the step's names are its own, unseen by later steps.
    public var isLocal = false
    /// Whether trainings in the step leave their state after each epoch, to go on from when they are cut off.
    public var checkpoints = false

    public init() {}

    /// The keys that may stand in the braces.
    public static let keys = ["echo", "run", "error", "tolerance", "timeout", "exercise", "check", "solution", "scope", "checkpoint"]
}
