import LessonBindings
import LessonKit
import StepLanguage

/// A plain Swift file, run as a lesson's steps are.
public final class PlainProgram {
    private let name: String
    private let text: String
    private let options: RunOptions
    private let write: (String) -> Void
    private var execution: Execution?

    /// - Parameter write: takes the program's own output.
    public init(name: String, text: String, options: RunOptions, write: @escaping (String) -> Void) {
        self.name = name
        self.text = text
        self.options = options
        self.write = write
    }

    /// Stops the program within a tenth of a second; safe to call from a signal handler.
    public func interrupt() {
        execution?.interrupt()
        Interruption.request()
    }

    /// Checks and runs the program; what was wrong with it, warnings of a program that runs left out.
    public func run() -> [Diagnostic] {
        DataSets.location = options.dataFolder
        if let threads = options.threads { Threads.count = threads }
        let session = Session(library: LessonLibrary.library())
        let checked = session.check([StepLanguage.Step(id: "main", source: SourceFile(name: name, text: text))])
        let errors = checked.flatMap(\.diagnostics).filter(\.isError)
        guard errors.isEmpty, let main = checked.first else { return errors }
        var limits = Limits()
        limits.secondsPerStep = options.secondsPerStep.isFinite ? options.secondsPerStep : nil
        let execution = Execution(session: session, limits: limits)
        self.execution = execution
        let seed = options.seed ?? 42
        execution.machine.hooks.output = write
        execution.machine.hooks.random = { RandomStream.current.next() }
        execution.machine.hooks.stepBegan = { RandomStream.begin(seed: seed, step: "main") }
        LessonLibrary.connect(execution.machine)
        LessonOutput.sink = { [write] in write($0.text + "\n") }
        defer { LessonOutput.sink = nil }
        return execution.run(main).failure.map { [$0] } ?? []
    }
}
