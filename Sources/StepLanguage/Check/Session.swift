/// A piece of a program: a step of a lesson, or a whole file.
public struct Step: Sendable {
    public var id: String
    public var source: SourceFile
    /// The names it declares are its own (in a plain Swift file: a `do { }` around it).
    public var isLocal: Bool
    /// Show the value of a last line that is an expression.
    public var displaysLastExpression: Bool

    public init(id: String, source: SourceFile, isLocal: Bool = false, displaysLastExpression: Bool = false) {
        self.id = id
        self.source = source
        self.isLocal = isLocal
        self.displaysLastExpression = displaysLastExpression
    }
}

/// A step after checking.
public final class CheckedStep {
    public let step: Step
    public internal(set) var diagnostics: [Diagnostic] = []
    /// Names of variables, functions and types of other steps that it uses, itself or in functions it declares.
    public internal(set) var reads: Set<String> = []
    /// Global variables of other steps that it assigns, mutates or passes inout.
    public internal(set) var writes: Set<String> = []
    public internal(set) var declares: Set<String> = []
    /// The type of the value that its last line shows, if it shows one.
    public internal(set) var displayedType: String?
    /// nil when there were errors. The value to display is a last statement `.yield`.
    var body: CodeBody?
    /// The functions and types it declares stand in here for the runtime.
    var declarations: [Declaration] = []

    /// The bytes of the step's text in which the value that it shows is written, if it shows one.
    public var displayedPlace: Range<Int>? {
        guard case .yield(let value)? = body?.statements.last?.kind else { return nil }
        return value.range.start..<max(value.range.start, value.range.end)
    }

    public var hasErrors: Bool { diagnostics.contains { $0.isError } }

    init(_ step: Step) {
        self.step = step
    }
}

/// Checks steps in order; later steps see the names of earlier ones.
public final class Session {
    public let library: Library
    /// The steps checked so far.
    public internal(set) var steps: [CheckedStep] = []
    /// The number of global slots that the steps checked so far use.
    var globalCount: Int { world.globals.count }
    let world: World

    public init(library: Library) {
        self.library = library
        self.world = World(library: library.index)
    }

    /// Checks steps as the continuation of those checked before, all of them even when some have errors.
    @discardableResult
    public func check(_ newSteps: [Step]) -> [CheckedStep] {
        let checked = newSteps.map { CheckedStep($0) }
        world.check(checked)
        steps += checked
        return checked
    }
}
