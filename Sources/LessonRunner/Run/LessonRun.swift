import LessonBindings
import LessonDocument
import LessonKit
import StepLanguage

/// One run of a lesson: checks all steps, runs them in order, tells listeners what happens.
public final class LessonRun {
    public let lesson: Lesson
    private let options: RunOptions
    private let listeners: [RunListener]
    /// What runs the steps; there once the lesson is checked.
    private var execution: Execution?
    private let clock = ContinuousClock()
    private var wasInterrupted = false
    private var listenerError: Error?
    private var inline: [InlineRecord] = []
    /// How each finished part of the plan ended.
    private var statuses: [Int: StepRecord.Status] = [:]

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
        let plan = try LessonPlan(
            lesson: lesson, library: LessonLibrary.library(), parameterTexts: options.parameters,
            usesSolutions: options.usesSolutions)
        guard !plan.diagnostics.contains(where: \.isError) else { throw CheckFailure(diagnostics: plan.diagnostics) }
        if let threads = options.threads { Threads.count = threads }
        return try perform(plan, data: data)
    }

    // MARK: The run

    private func perform(_ plan: LessonPlan, data: DataAccess) throws -> LessonEnd {
        let start = clock.now
        let selected = selection(in: plan)
        let steps = plan.parts.indices.filter { selected.shown.contains($0) && plan.parts[$0].isStep }
        let seed = options.seed ?? lesson.frontMatter.seed
        tell(
            .lessonStarted(
                LessonStart(
                    lesson: lesson.name, title: lesson.title, stepCount: steps.count, seed: seed,
                    parameters: plan.parameters.map { ParameterRecord(name: $0.name, value: $0.value.swiftLiteral) },
                    data: data.records,
                    fingerprint: Fingerprint.of(lesson: lesson, parameters: plan.parameters, seed: seed, data: data.records))))
        let execution = Execution(session: plan.session)
        self.execution = execution
        connect(execution.machine)
        defer { disconnect() }
        var number = 0
        var stopped = false
        for (index, part) in plan.parts.enumerated() {
            if let listenerError { throw listenerError }
            let isNeeded = selected.needed.contains(index)
            let isShown = selected.shown.contains(index)
            switch part.role {
            case .parameters:
                _ = execute(part.checked)
            case .inline(let expression):
                guard isNeeded, !stopped, !dependsOnFailure(index, in: plan) else { continue }
                evaluate(expression, part.checked, in: plan)
            case .step(let step):
                if isShown { number += 1 }
                guard isNeeded, !stopped, !dependsOnFailure(index, in: plan) else {
                    if isShown { skip(step, at: index) }
                    continue
                }
                perform(step, part, at: index, number: number, isShown: isShown, seed: seed, in: plan)
                if statuses[index] == .failed, wasInterrupted || !options.continuesAfterFailure { stopped = true }
            }
        }
        if let listenerError { throw listenerError }
        let shownStatuses = statuses.filter { selected.shown.contains($0.key) && plan.parts[$0.key].isStep }.map(\.value)
        let end = LessonEnd(
            lesson: lesson.name, passed: !statuses.values.contains(.failed), interrupted: wasInterrupted,
            passedCount: shownStatuses.filter { $0 == .passed }.count, failedCount: shownStatuses.filter { $0 == .failed }.count,
            skippedCount: shownStatuses.filter { $0 == .skipped }.count, inline: inline, seconds: seconds(since: start))
        tell(.lessonFinished(end))
        if let listenerError { throw listenerError }
        return end
    }

    private func skip(_ step: LessonDocument.Step, at index: Int) {
        statuses[index] = .skipped
        tell(.stepFinished(StepEnd(id: step.id, line: step.map.firstLine, status: .skipped, error: nil, seconds: 0, reused: false)))
    }

    private func perform(
        _ step: LessonDocument.Step, _ part: LessonPlan.Part, at index: Int, number: Int, isShown: Bool, seed: Int, in plan: LessonPlan
    ) {
        let start = clock.now
        isSilent = !isShown
        if isShown { tell(.stepStarted(StepStart(id: step.id, number: number, line: step.map.firstLine))) }
        // Random streams belong to threads, and each step has a thread of its own.
        execution?.machine.hooks.stepBegan = { RandomStream.begin(seed: seed, step: step.id) }
        execution?.machine.limits.secondsPerStep = step.options.timeout ?? options.secondsPerStep
        isCheck = step.options.role.isCheck
        let failure: Diagnostic?
        if part.checked.hasErrors {
            failure = part.checked.diagnostics.first(where: \.isError)
        } else {
            failure = execute(part.checked)
        }
        isCheck = false
        isSilent = false
        let (status, error) = judge(failure, of: step)
        statuses[index] = status
        if isShown || status == .failed {
            tell(
                .stepFinished(
                    StepEnd(
                        id: step.id, line: step.map.firstLine, status: status, error: error, seconds: seconds(since: start),
                        reused: false)))
        }
    }

    /// How a step ended, considering whether the lesson expects its error.
    private func judge(_ failure: Diagnostic?, of step: LessonDocument.Step) -> (StepRecord.Status, Diagnostic?) {
        guard let expected = step.options.expectedError else {
            guard let failure else { return (.passed, nil) }
            if step.options.role.isCheck, !wasInterrupted {
                tell(.output(.hint(failure.message)))
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

    private func evaluate(_ expression: InlineExpression, _ checked: CheckedStep, in plan: LessonPlan) {
        var shown: [String] = []
        inlineSink = { shown.append($0) }
        defer { inlineSink = nil }
        if let failure = execute(checked) {
            tell(
                .stepFinished(
                    StepEnd(
                        id: "inline-\(expression.index + 1)", line: expression.position.line, status: .failed, error: failure,
                        seconds: 0, reused: false)))
            statuses[plan.parts.firstIndex { $0.checked === checked } ?? -1] = .failed
            return
        }
        inline.append(InlineRecord(line: expression.position.line, code: expression.code, text: shown.joined(separator: " ")))
    }

    /// Runs checked code; the diagnostic it ended with, or nil.
    private func execute(_ checked: CheckedStep) -> Diagnostic? {
        guard let outcome = execution?.run(checked) else { return nil }
        flushText()
        finishTraining()
        if let value = outcome.value { display(value) }
        guard let failure = outcome.failure else { return nil }
        if outcome.reason == .interruption { wasInterrupted = true }
        Interruption.clear()
        return failure
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

    // MARK: Outputs

    private var isSilent = false
    private var isCheck = false
    private var inlineSink: ((String) -> Void)?
    /// Printed text up to the end of its line.
    private var pendingText = ""

    private func connect(_ machine: Machine) {
        Interruption.clear()
        machine.hooks.output = { [unowned self] in print($0) }
        machine.hooks.display = { [unowned self] in display($0) }
        machine.hooks.random = { RandomStream.current.next() }
        machine.hooks.isInterrupted = { true }
        LessonLibrary.connect(machine)
        LessonOutput.sink = { [unowned self] in emit($0) }
        TrainingReport.listener = { [unowned self] in report($0) }
    }

    private func disconnect() {
        LessonOutput.sink = nil
        TrainingReport.listener = nil
    }

    private func print(_ text: String) {
        pendingText += text
        if let end = pendingText.lastIndex(of: "\n") {
            let whole = pendingText[...end]
            pendingText = String(pendingText[pendingText.index(after: end)...])
            output(.text(String(whole)))
        }
    }

    private func flushText() {
        guard !pendingText.isEmpty else { return }
        let text = pendingText
        pendingText = ""
        output(.text(text))
    }

    private func display(_ value: DisplayedValue) {
        flushText()
        if let inlineSink { return inlineSink(value.text) }
        if let exhibit = Exhibit(of: value.value) { emit(exhibit) } else { output(.text(value.text + "\n")) }
    }

    private func emit(_ exhibit: Exhibit) {
        flushText()
        switch exhibit {
        case .text(let text):
            if let inlineSink { return inlineSink(text) }
            output(.text(text + "\n"))
        case .table(let table): output(.table(table))
        case .figure(let figure): output(.figure(figure))
        case .animation(let animation): output(.animation(animation))
        }
    }

    private func output(_ output: StepOutput) {
        if !isSilent { tell(.output(output)) }
    }

    /// The columns and rows of the training that is going on.
    private var training: (columns: [String], epochs: Int, rows: [EpochRow])?

    private func report(_ event: TrainingEvent) {
        switch event {
        case .began(let epochs, _, let columns):
            flushText()
            training = (columns, epochs, [])
        case .progress(let progress):
            if isSilent { return }
            tell(
                .progress(
                    Progress(
                        epoch: progress.epoch + 1, epochs: progress.epochs, batch: progress.batch, batches: progress.batches,
                        loss: progress.smoothedLoss, learningRate: progress.learningRate)))
        case .epoch(let row):
            guard let columns = training?.columns else { return }
            if !isSilent {
                if training?.rows.isEmpty == true { tell(.epoch(TrainingReport.headerLine(columns: columns))) }
                tell(.epoch(TrainingReport.line(row, columns: columns)))
            }
            training?.rows.append(row)
        case .ended:
            finishTraining()
        }
    }

    /// Hands on the rows of a training as a table, also of one that was stopped.
    private func finishTraining() {
        guard let (columns, _, rows) = training else { return }
        training = nil
        guard !rows.isEmpty else { return }
        output(.training(TextTable(headers: columns, rows: rows.map(TrainingReport.cells))))
    }

    private func tell(_ event: RunEvent) {
        guard listenerError == nil else { return }
        do {
            for listener in listeners { try listener.receive(event) }
        } catch {
            listenerError = error
            execution?.interrupt()
        }
    }

    private func seconds(since start: ContinuousClock.Instant) -> Double {
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
