#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs the checked steps of a session one after the other; what a step leaves is there for the next one.
public final class Execution {
    public let session: Session
    public let machine: Machine
    let compiler: Compiler
    /// Whether walks over the state may hold values beyond their end, to see sooner the next time that they are the same.
    public var remembersValues = false

    /// How a step ended.
    public struct Outcome {
        /// The value of the step's last line, if it shows one.
        public var value: DisplayedValue?
        /// What stopped the step.
        public var failure: Diagnostic?
        /// Why it was stopped, for a failure.
        public var reason: Trap.Reason?
    }

    public init(session: Session, limits: Limits = Limits(), hooks: Machine.Hooks = Machine.Hooks()) {
        self.session = session
        machine = Machine(limits: limits, hooks: hooks)
        compiler = Compiler(natives: session.library.natives, machine: machine, world: session.world)
    }

    /// Asks the step that runs to stop; can be called from any thread and from a signal handler.
    public func interrupt() { machine.stopFlag.pointee = 1 }

    /// Runs a step without errors. After a failure later steps can still run.
    ///
    /// - Parameter pieces: is called for each piece of the step in turn, and runs it or does what stands for it.
    public func run(_ step: CheckedStep, pieces: PieceRunner? = nil) -> Outcome {
        guard let body = step.body else {
            let place = SourceLocation(file: step.step.source.name, line: step.step.source.firstLine, column: 1)
            let unchecked = Diagnostic(.error, "internal fault of the runner: the step was not checked to its end", at: place)
            return Outcome(failure: step.diagnostics.first { $0.isError } ?? unchecked, reason: .fault)
        }
        machine.begin()
        let watchdog = Watchdog(machine)
        defer { watchdog.end() }
        var outcome = Outcome()
        DeepStack.run {
            self.machine.hooks.stepBegan()
            outcome = self.perform(step, body, pieces)
        }
        return outcome
    }

    private func perform(_ step: CheckedStep, _ body: CodeBody, _ pieces: PieceRunner?) -> Outcome {
        let start = SourceLocation(file: step.step.source.name, line: step.step.source.firstLine, column: 1)
        compiler.machine.isStopping = false
        do {
            let value: DisplayedValue?
            if let pieces {
                value = try evaluate(step, body, pieces)
            } else {
                value = try evaluate(body)
            }
            guard let value else { return Outcome() }
            return Outcome(value: value)
        } catch let trap as Trap {
            return Outcome(failure: trap.diagnostic(fallback: start), reason: trap.reason)
        } catch let error as ThrownError {
            let text: String
            if let native = error.value.value.ref as? NativeError {
                text = String(describing: native.error)
            } else {
                text = (try? compiler.debugDescribe(.ref(error.value), compiler.anyType)) ?? "an error"
            }
            let trap = Trap("Error raised at top level: \(text)", at: error.outermost ?? error.range)
            var failure = trap.diagnostic(fallback: start)
            if error.outermost != nil, let thrown = error.range {
                failure.notes.append(Diagnostic.Note("thrown here", at: thrown.location))
            }
            return Outcome(failure: failure, reason: .fault)
        } catch {
            return Outcome(failure: Diagnostic(.error, "internal fault of the runner: \(error)", at: start), reason: .fault)
        }
    }

    private func evaluate(_ step: CheckedStep, _ body: CodeBody, _ pieces: PieceRunner) throws -> DisplayedValue? {
        var shown: DisplayedValue?
        guard step.isDivisible else {
            if !body.statements.isEmpty { try pieces(0) { shown = try evaluate(body) } }
            return shown
        }
        let statements = body.statements
        defer { body.statements = statements }
        for (index, statement) in statements.enumerated() {
            body.statements = [statement]
            try pieces(index) { shown = try evaluate(body) }
        }
        return shown
    }

    private func evaluate(_ body: CodeBody) throws -> DisplayedValue? {
        // The value to show is the last statement's; the others come before it.
        var shown: Expression?
        let statements = body.statements
        if let last = statements.last, case .yield(let value) = last.kind {
            shown = value
            body.statements = Array(statements.dropLast())
        }
        defer { body.statements = statements }
        let main = FunctionCompiler(compiler, body, .none, name: "step")
        try call(try main.entry(parameters: [], result: .ref))
        guard let shown else { return nil }
        let type = compiler.runtimeType(shown.type)
        let inner = FunctionCompiler(compiler, body, .none, name: "step")
        let code = inner.any(try inner.expression(shown), type)
        var value = AnySlot.ref(nil)
        try call(inner.plainEntry(.void { value = try code($0) }, .ref))
        return compiler.displayed(value, type)
    }

    private func call(_ entry: Entry) throws {
        let frame = machine.state.pointee.top
        try machine.enter(frame, entry.size)
        _ = try entry.ref(frame)
        machine.state.pointee.top = frame
        try machine.poll()
    }
}

extension Compiler {
    /// A value as it is shown.
    func displayed(_ value: AnySlot, _ type: RuntimeType) -> DisplayedValue {
        let dynamic = type.dynamic(value)
        let text = (try? describe(value, type)) ?? ""
        return DisplayedValue(value: native(value, type), text: text, type: dynamic.name)
    }
}

extension Machine {
    /// Makes ready for a step.
    func begin() {
        state.pointee.top = stack
        stopFlag.pointee = 0
        printed = 0
        deadlinePassed = false
        memoryExhausted = false
        pendingError = nil
    }
}

/// Looks at the clock and at memory while a step runs.
private final class Watchdog {
    private let machine: Machine
    private let wake = UnsafeMutablePointer<Int>.allocate(capacity: 1)
    private var thread: pthread_t?

    init(_ machine: Machine) {
        self.machine = machine
        wake.initialize(to: 0)
        let state = Unmanaged.passRetained(self)
        var made = pthread_t()
        let failed = pthread_create(&made, nil, { argument in
            guard let argument else { return nil }
            Unmanaged<Watchdog>.fromOpaque(argument).takeRetainedValue().watch()
            return nil
        }, state.toOpaque())
        if failed == 0 { thread = made } else { state.release() }
    }

    private func watch() {
        let start = Self.now()
        var turn = 0
        while wake.pointee == 0 {
            usleep(turn < 20 ? 500 : 10_000)
            turn += 1
            if let limit = machine.limits.secondsPerStep, Self.now() - start > limit {
                machine.deadlinePassed = true
                machine.stopFlag.pointee = 1
            }
            if turn > 20, Memory.resident > machine.limits.memoryBytes {
                machine.memoryExhausted = true
                machine.stopFlag.pointee = 1
            }
        }
    }

    func end() {
        wake.pointee = 1
        if let thread { pthread_join(thread, nil) }
        wake.deallocate()
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Runs code on a thread whose stack is large enough for deep recursion; only what is used of it takes memory.
enum DeepStack {
    private static let size = 1 << 30
    /// How deep objects may release one another on it.
    private static let depthOfTeardown = 50_000

    private final class Work {
        let body: () -> Void
        init(_ body: @escaping () -> Void) { self.body = body }
    }

    static func run(_ body: () -> Void) {
        withoutActuallyEscaping(body) { body in
            var attributes = pthread_attr_t()
            pthread_attr_init(&attributes)
            defer { pthread_attr_destroy(&attributes) }
            pthread_attr_setstacksize(&attributes, size)
            let work = Unmanaged.passRetained(Work(body))
            var thread = pthread_t()
            let failed = pthread_create(&thread, &attributes, { argument in
                guard let argument else { return nil }
                Teardown.deepest = DeepStack.depthOfTeardown
                defer { Teardown.deepest = Teardown.ordinaryDepth }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
            if failed == 0 {
                pthread_join(thread, nil)
            } else {
                work.takeRetainedValue().body()
            }
        }
    }
}

/// Checks and runs a whole program, as `lessons eval` does.
///
/// - Parameters:
///   - output: takes what the program prints.
/// - Returns: the diagnostics that kept it from running, or the one that stopped it; warnings are among them.
public func runProgram(
    _ source: String, file: String, library: Library, limits: Limits = Limits(), output: @escaping (String) -> Void
) -> [Diagnostic] {
    let session = Session(library: library)
    let step = session.check([Step(id: "main", source: SourceFile(name: file, text: source))])[0]
    if step.hasErrors { return step.diagnostics }
    var hooks = Machine.Hooks()
    hooks.output = output
    let execution = Execution(session: session, limits: limits, hooks: hooks)
    let outcome = execution.run(step)
    return step.diagnostics + (outcome.failure.map { [$0] } ?? [])
}
