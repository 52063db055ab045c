import LessonBindings
import LessonDocument
import LessonKit
import StepLanguage

/// One run of a lesson: checks all steps, runs them in order, tells listeners what happens.
///
/// With a store, a step is run only if something that it depends on changed since an earlier run; see ``StepMemory``.
public final class LessonRun {
    public let lesson: Lesson
    let options: RunOptions
    private let listeners: [RunListener]
    /// What runs the steps; there once the lesson is checked.
    private var execution: Execution?
    private var memory: StepMemory?
    private lazy var outputs = StepListener { [unowned self] in tell($0) }
    private let clock = ContinuousClock()
    private var wasInterrupted = false
    private(set) var listenerError: Error?
    var inline: [InlineRecord] = []
    /// How each finished part of the plan ended.
    var statuses: [Int: StepRecord.Status] = [:]
    var reusedCount = 0

    /// - Throws: `RunRefusal.noSteps` for a lesson without steps.
    public init(lesson: Lesson, options: RunOptions, listeners: [RunListener]) throws {
        guard !lesson.steps.isEmpty else { throw RunRefusal.noSteps(file: lesson.file) }
        self.lesson = lesson
        self.options = options
        self.listeners = listeners
    }

    /// Stops the run within a tenth of a second; safe to call from a signal handler.
    public func interrupt() {
        execution?.interrupt()
        Interruption.request()
    }

    /// Checks the lesson and runs the selected steps.
    /// - Throws: `CheckFailure` where a step cannot be run, before any is; `RunRefusal` for options that do not fit the
    ///   lesson; what a listener throws.
    public func run() throws -> LessonEnd {
        let data = try DataAccess(lesson: lesson, folder: options.dataFolder)
        let reuse = try LessonReuse(lesson: lesson, options: options, data: data)
        if let kept = reuse?.wholeLesson() { return try tellAgain(kept, data: data) }
        let plan = try LessonPlan(
            lesson: lesson, library: LessonLibrary.library(), parameterTexts: options.parameters,
            usesSolutions: options.usesSolutions)
        guard !plan.diagnostics.contains(where: \.isError) else { throw CheckFailure(diagnostics: plan.diagnostics) }
        if let threads = options.threads { Threads.count = threads }
        return try perform(plan, data: data, reuse: reuse)
    }

    // MARK: The run

    private func perform(_ plan: LessonPlan, data: DataAccess, reuse: LessonReuse?) throws -> LessonEnd {
        let start = clock.now
        let selected = selection(in: plan)
        let steps = plan.parts.indices.filter { selected.shown.contains($0) && plan.parts[$0].isStep }
        let seed = options.seed ?? lesson.frontMatter.seed
        tellStart(stepCount: steps.count, parameters: plan.parameters, data: data)
        let execution = Execution(session: plan.session)
        self.execution = execution
        // A selection leaves parts out that a kept state would hold.
        memory = options.selection == .all ? reuse?.memory(plan, execution) : nil
        outputs.connect(execution.machine)
        defer { outputs.disconnect() }
        var number = 0
        var stopped = false
        for (index, part) in plan.parts.enumerated() {
            if let listenerError { throw listenerError }
            let isNeeded = selected.needed.contains(index)
            let isShown = selected.shown.contains(index)
            switch part.role {
            case .parameters:
                if memory == nil { _ = execute(part.checked) }
            case .inline(let expression):
                guard isNeeded, !stopped, !dependsOnFailure(index, in: plan) else {
                    memory?.taint()
                    continue
                }
                try evaluate(expression, at: index, in: plan)
            case .step(let step):
                if isShown { number += 1 }
                guard isNeeded, !stopped, !dependsOnFailure(index, in: plan) else {
                    memory?.taint()
                    if isShown { skip(step, at: index) }
                    continue
                }
                try perform(step, at: index, number: number, isShown: isShown, seed: seed, in: plan)
                if statuses[index] == .failed, wasInterrupted || !options.continuesAfterFailure { stopped = true }
            }
        }
        if let listenerError { throw listenerError }
        if let memory { reuse?.keepWholeLesson(memory.kept, of: plan) }
        let shownStatuses = statuses.filter { selected.shown.contains($0.key) && plan.parts[$0.key].isStep }.map(\.value)
        return try tellEnd(shownStatuses, since: start)
    }

    func tellStart(stepCount: Int, parameters: [LessonDocument.Parameter], data: DataAccess) {
        let seed = options.seed ?? lesson.frontMatter.seed
        tell(
            .lessonStarted(
                LessonStart(
                    lesson: lesson.name, title: lesson.title, stepCount: stepCount, seed: seed,
                    parameters: parameters.map { ParameterRecord(name: $0.name, value: $0.value.swiftLiteral) },
                    data: data.records,
                    fingerprint: Fingerprint.of(lesson: lesson, parameters: parameters, seed: seed, data: data.records))))
    }

    func tellEnd(_ shown: [StepRecord.Status], since start: ContinuousClock.Instant) throws -> LessonEnd {
        let end = LessonEnd(
            lesson: lesson.name, passed: !statuses.values.contains(.failed), interrupted: wasInterrupted,
            passedCount: shown.filter { $0 == .passed }.count, failedCount: shown.filter { $0 == .failed }.count,
            skippedCount: shown.filter { $0 == .skipped }.count, reusedCount: reusedCount, inline: inline, seconds: seconds(since: start))
        tell(.lessonFinished(end))
        if let listenerError { throw listenerError }
        return end
    }

    private func skip(_ step: LessonDocument.Step, at index: Int) {
        statuses[index] = .skipped
        tell(.stepFinished(StepEnd(id: step.id, line: step.map.firstLine, status: .skipped, error: nil, seconds: 0, reused: false)))
    }

    private func perform(
        _ step: LessonDocument.Step, at index: Int, number: Int, isShown: Bool, seed: Int, in plan: LessonPlan
    ) throws {
        let start = clock.now
        if isShown { tell(.stepStarted(StepStart(id: step.id, number: number, line: step.map.firstLine))) }
        if let kept = memory?.look(at: index).kept {
            memory?.accept(index)
            tellAgain(kept, of: step, at: index, since: start)
            return
        }
        guard catchUp(to: index, in: plan) else { return failCatchingUp(step, at: index) }
        let pieces = memory?.begin(index, checkpoints: step.options.checkpoints)
        outputs.isSilent = !isShown
        outputs.beginStep()
        let failure = execute(step, plan.parts[index].checked, seed: seed, pieces: pieces)
        memory?.codeEnded()
        outputs.isSilent = false
        let (status, error) = judge(failure, of: step)
        statuses[index] = status
        let duration = seconds(since: start)
        if status == .passed {
            let mistake = error.map { KeptStep.Mistake($0, firstLine: step.map.firstLine) }
            try memory?.end(index, events: outputs.events, mistake: mistake, seconds: duration)
        } else {
            memory?.taint()
        }
        if isShown || status == .failed {
            tell(
                .stepFinished(
                    StepEnd(id: step.id, line: step.map.firstLine, status: status, error: error, seconds: duration, reused: false)))
        }
    }

    /// Runs a step's code on its own stream of random numbers.
    private func execute(_ step: LessonDocument.Step, _ checked: CheckedStep, seed: Int, pieces: PieceRunner?) -> Diagnostic? {
        // Random streams belong to threads, and each step has a thread of its own.
        execution?.machine.hooks.stepBegan = { RandomStream.begin(seed: seed, step: step.id) }
        execution?.machine.limits.secondsPerStep = step.options.timeout ?? options.secondsPerStep
        if checked.hasErrors { return checked.diagnostics.first(where: \.isError) }
        return execute(checked, pieces: pieces)
    }

    /// How a step ended, considering whether the lesson expects its error.
    private func judge(_ failure: Diagnostic?, of step: LessonDocument.Step) -> (StepRecord.Status, Diagnostic?) {
        guard let expected = step.options.expectedError else {
            guard let failure else { return (.passed, nil) }
            if step.options.role.isCheck, !wasInterrupted {
                outputs.output(.hint(failure.message))
                return (.passed, nil)
            }
            return (.failed, failure)
        }
        if let failure {
            if failure.message.contains(expected) { return (.passed, failure) }
            var other = failure
            other.notes.append(Diagnostic.Note("the step was expected to fail with “\(expected)”"))
            return (.failed, other)
        }
        let place = SourceLocation(file: lesson.file, line: step.map.firstLine, column: 1)
        return (.failed, Diagnostic(.error, "the step was expected to fail with “\(expected)”, and did not fail", at: place))
    }

    private func evaluate(_ expression: InlineExpression, at index: Int, in plan: LessonPlan) throws {
        if let kept = memory?.look(at: index).kept {
            memory?.accept(index)
            inline.append(InlineRecord(line: expression.position.line, code: expression.code, text: kept.text))
            return
        }
        var shown: [String] = []
        let failure: Diagnostic?
        if catchUp(to: index, in: plan) {
            let pieces = memory?.begin(index)
            outputs.inlineSink = { shown.append($0) }
            outputs.beginStep()
            failure = execute(plan.parts[index].checked, pieces: pieces)
            outputs.inlineSink = nil
        } else {
            failure = catchUpFailure
        }
        if let failure {
            memory?.taint()
            tell(
                .stepFinished(
                    StepEnd(
                        id: "inline-\(expression.index + 1)", line: expression.position.line, status: .failed, error: failure,
                        seconds: 0, reused: false)))
            statuses[index] = .failed
            return
        }
        let text = shown.joined(separator: " ")
        try memory?.end(index, events: [.output(.text(text))], mistake: nil, seconds: 0)
        inline.append(InlineRecord(line: expression.position.line, code: expression.code, text: text))
    }

    /// Runs checked code; the diagnostic it ended with, or nil.
    private func execute(_ checked: CheckedStep, pieces: PieceRunner? = nil) -> Diagnostic? {
        guard let outcome = execution?.run(checked, pieces: pieces) else { return nil }
        outputs.endCode(outcome.value)
        guard let failure = outcome.failure else { return nil }
        if outcome.reason == .interruption { wasInterrupted = true }
        Interruption.clear()
        return failure
    }

    // MARK: Catching up

    private var catchUpFailure: Diagnostic?

    /// Brings the program's state to where a part begins; false where an earlier part failed when it was run again.
    private func catchUp(to index: Int, in plan: LessonPlan) -> Bool {
        guard let memory else { return true }
        outputs.isSilent = true
        outputs.inlineSink = { _ in }
        defer {
            outputs.isSilent = false
            outputs.inlineSink = nil
        }
        let seed = options.seed ?? lesson.frontMatter.seed
        let failed = memory.catchUp(to: index) { [self] part, pieces in
            switch plan.parts[part].role {
            case .parameters, .inline:
                catchUpFailure = execute(plan.parts[part].checked, pieces: pieces)
                return catchUpFailure == nil
            case .step(let step):
                let failure = execute(step, plan.parts[part].checked, seed: seed, pieces: pieces)
                if wasInterrupted || failure != nil && step.options.expectedError == nil && !step.options.role.isCheck {
                    catchUpFailure = failure
                    return false
                }
                return true
            }
        }
        return failed == nil
    }

    private func failCatchingUp(_ step: LessonDocument.Step, at index: Int) {
        memory?.taint()
        statuses[index] = .failed
        tell(
            .stepFinished(
                StepEnd(id: step.id, line: step.map.firstLine, status: .failed, error: catchUpFailure, seconds: 0, reused: false)))
    }

    // MARK: Which parts

    private func selection(in plan: LessonPlan) -> (needed: Set<Int>, shown: Set<Int>) {
        let all = Set(plan.parts.indices)
        func indices(where isWanted: (LessonDocument.Step) -> Bool) -> Set<Int> {
            Set(
                plan.parts.indices.filter { index in
                    if case .step(let step) = plan.parts[index].role { return isWanted(step) }
                    return false
                })
        }
        switch options.selection {
        case .all:
            return (all, all)
        case .only(let id):
            let shown = indices { $0.id == id }
            return (plan.dependencies(of: shown), shown)
        case .range(let first, let last):
            let shown = indices { $0.index >= first && $0.index <= last }
            return (plan.dependencies(of: shown), shown)
        }
    }

    private func dependsOnFailure(_ index: Int, in plan: LessonPlan) -> Bool {
        statuses.contains { earlier, status in
            (status == .failed || status == .skipped) && earlier < index
                && plan.dependsOn(later: plan.parts[index].checked, earlier: plan.parts[earlier].checked)
        }
    }

    // MARK: Telling

    func tell(_ event: RunEvent) {
        guard listenerError == nil else { return }
        do {
            for listener in listeners { try listener.receive(event) }
        } catch {
            listenerError = error
            execution?.interrupt()
        }
    }

    func seconds(since start: ContinuousClock.Instant) -> Double {
        let parts = (clock.now - start).components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }
}

extension LessonPlan.Part {
    var isStep: Bool {
        if case .step = role { return true }
        return false
    }
}

extension StepOptions.Role {
    var isCheck: Bool {
        if case .check = self { return true }
        return false
    }
}
