import LessonBindings
import LessonKit
import StepLanguage

/// Turns what running code prints, shows and trains into a step's outputs.
final class StepListener {
    /// Where outputs and progress go.
    private let tell: (RunEvent) -> Void
    /// Nothing is told while a step runs only for what it leaves.
    var isSilent = false
    /// Takes the texts of an expression in the prose instead.
    var inlineSink: ((String) -> Void)?
    /// What was told of the step so far, for keeping it.
    private(set) var events: [KeptStep.Event] = []
    /// Printed text up to the end of its line.
    private var pendingText = ""
    /// The columns and rows of the training that is going on.
    private var training: (columns: [String], rows: [EpochRow])?

    init(tell: @escaping (RunEvent) -> Void) { self.tell = tell }

    func connect(_ machine: Machine) {
        Interruption.clear()
        machine.hooks.output = { [unowned self] in print($0) }
        machine.hooks.display = { [unowned self] in display($0) }
        machine.hooks.random = { RandomStream.current.next() }
        machine.hooks.isInterrupted = { true }
        LessonLibrary.connect(machine)
        LessonOutput.sink = { [unowned self] in emit($0) }
        TrainingReport.listener = { [unowned self] in report($0) }
    }

    func disconnect() {
        LessonOutput.sink = nil
        TrainingReport.listener = nil
    }

    func beginStep() { events = [] }

    /// Tells what is left to tell of a step's code that ended.
    func endCode(_ value: DisplayedValue?) {
        flushText()
        finishTraining()
        if let value { display(value) }
    }

    func output(_ output: StepOutput) {
        guard !isSilent else { return }
        events.append(.output(output))
        tell(.output(output))
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
        case .figure(let figure): output(.drawing(Drawing(figure)))
        case .animation(let animation): output(.drawing(Drawing(animation)))
        }
    }

    // MARK: Training

    private func report(_ event: TrainingEvent) {
        switch event {
        case .began(_, _, let columns):
            flushText()
            training = (columns, [])
        case .progress(let progress):
            if isSilent { return }
            tell(
                .progress(
                    Progress(
                        epoch: progress.epoch + 1, epochs: progress.epochs, batch: progress.batch, batches: progress.batches,
                        loss: progress.smoothedLoss, learningRate: progress.learningRate)))
        case .epoch(let row):
            guard let columns = training?.columns else { return }
            if training?.rows.isEmpty == true { epoch(TrainingReport.headerLine(columns: columns)) }
            epoch(TrainingReport.line(row, columns: columns))
            training?.rows.append(row)
        case .ended:
            finishTraining()
        }
    }

    private func epoch(_ row: String) {
        guard !isSilent else { return }
        events.append(.epoch(row))
        tell(.epoch(row))
    }

    /// Hands on the rows of a training as a table, also of one that was stopped.
    private func finishTraining() {
        guard let (columns, rows) = training else { return }
        training = nil
        guard !rows.isEmpty else { return }
        output(.training(TextTable(headers: columns, rows: rows.map(TrainingReport.cells))))
    }
}
