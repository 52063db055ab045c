/// What stops a program: a mistake that Swift itself would trap on, a limit, or an interruption. It cannot be caught
/// by the program's own `catch`.
public final class Trap: Error {
    public enum Reason: Sendable {
        /// The program's mistake.
        case fault
        /// Time, memory, depth or output.
        case limit
        /// Ctrl-C or its kin.
        case interruption
    }

    public let reason: Reason
    /// In the words of Swift's runtime where it has them; no trailing full stop.
    public let message: String
    /// Where it happened; filled in by the innermost code that knows.
    var range: SourceRange?
    /// The calls in progress, innermost first: the function called and the place of the call.
    var chain: [(function: String, call: SourceRange)] = []
    /// How many calls there were besides those kept in `chain`.
    var omittedCalls = 0

    init(_ message: String, reason: Reason = .fault, at range: SourceRange? = nil) {
        self.message = message
        self.reason = reason
        self.range = range
    }

    /// A trap whose place is that of the call which is under way.
    public static func fault(_ message: String) -> Trap { Trap(message) }
    public static func limit(_ message: String) -> Trap { Trap(message, reason: .limit) }

    static func internalFault(_ what: String) -> Trap { Trap("internal fault of the runner: \(what)") }

    /// The trap as a diagnostic.
    public func diagnostic(fallback: SourceLocation) -> Diagnostic {
        var notes = chain.prefix(12).map { Diagnostic.Note("called here: \($0.function)", at: $0.call.location) }
        let more = chain.count + omittedCalls - notes.count
        if more > 0 { notes.append(Diagnostic.Note("and \(more) more calls", at: nil)) }
        return Diagnostic(.error, message, at: range?.location ?? fallback, notes: notes)
    }
}

/// An error that the program, or the library, has thrown; `value` is of type `any Error`.
public final class ThrownError: Error {
    public let value: Existential
    var range: SourceRange?
    var chain: [(function: String, call: SourceRange)] = []
    /// The outermost call that the error has left, so far.
    var outermost: SourceRange?

    init(_ value: Existential, at range: SourceRange?) {
        self.value = value
        self.range = range
    }
}

/// A place in the program, kept by compiled code for what it may have to report.
public final class Site {
    let range: SourceRange

    init(_ range: SourceRange) { self.range = range }

    /// A trap at this place.
    @inline(never)
    public func trap(_ message: String) -> Error { Trap(message, at: range) }

    @inline(never)
    func limit(_ message: String) -> Error { Trap(message, reason: .limit, at: range) }
}
