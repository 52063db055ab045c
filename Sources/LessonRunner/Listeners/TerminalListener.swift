import Foundation
import StepLanguage
import Tensors

/// Shows a run as text: each step's name and results as they come, progress of trainings, a summary at the end.
///
/// On a terminal, progress is one line that is rewritten; elsewhere a finished epoch's row is all there is to see.
public final class TerminalListener: RunListener {
    /// Where the text goes and what it may hold.
    public struct Style {
        public var usesColour: Bool
        /// Whether a line may be rewritten, as only a terminal can.
        public var rewritesLines: Bool
        public var isQuiet: Bool
        /// Columns of the terminal.
        public var width: Int

        public init(usesColour: Bool, rewritesLines: Bool, isQuiet: Bool = false, width: Int = 100) {
            self.usesColour = usesColour
            self.rewritesLines = rewritesLines
            self.isQuiet = isQuiet
            self.width = width
        }
    }

    private let style: Style
    private let write: (String) -> Void
    /// Text of a diagnostic with its source line; the source is the lesson's.
    private let explain: (Diagnostic) -> String
    private var hasProgressLine = false
    private var progressStart: (time: ContinuousClock.Instant, done: Double)?
    private var lastProgress: ContinuousClock.Instant?
    private let clock = ContinuousClock()
    private var stepCount = 0

    public init(style: Style, explain: @escaping (Diagnostic) -> String, write: @escaping (String) -> Void) {
        self.style = style
        self.explain = explain
        self.write = write
    }

    public func receive(_ event: RunEvent) throws {
        switch event {
        case .lessonStarted(let start): lessonStarted(start)
        case .stepStarted(let start): stepStarted(start)
        case .progress(let progress): show(progress)
        case .epoch(let row): if !style.isQuiet { line(row) }
        case .output(let output): show(output)
        case .stepFinished(let end): stepFinished(end)
        case .lessonFinished(let end): lessonFinished(end)
        }
    }

    private func lessonStarted(_ start: LessonStart) {
        stepCount = start.stepCount
        guard !style.isQuiet else { return }
        line(bold(start.title))
        for data in start.data {
            line(faint("data: \(data.name), \(data.origin == "sample" ? "the built-in sample" : data.origin): \(data.note)"))
        }
        let parameters = start.parameters.map { "\($0.name) = \($0.value)" }
        line(faint((["seed = \(start.seed)"] + parameters).joined(separator: ", ")))
    }

    private func stepStarted(_ start: StepStart) {
        progressStart = nil
        guard !style.isQuiet else { return }
        line("")
        line(bold("[\(start.number)/\(stepCount)] \(start.id)"))
    }

    private func show(_ output: StepOutput) {
        clearProgress()
        guard !style.isQuiet else { return }
        // The rows of a training were shown as they came.
        if case .training = output { return }
        line(Self.text(of: output))
    }

    /// The text that stands for an output where there are no pictures.
    public static func text(of output: StepOutput) -> String {
        switch output {
        case .text(let text): return text.hasSuffix("\n") ? String(text.dropLast()) : text
        case .table(let table), .training(let table): return table.description
        case .drawing(let drawing): return "[\(drawing.isAnimation ? "animation" : "figure")] \(drawing.alternativeText)"
        case .hint(let text): return "exercise: \(text)"
        }
    }

    private func stepFinished(_ end: StepEnd) {
        clearProgress()
        if let error = end.error {
            if end.status == .failed {
                line(explain(error))
            } else if !style.isQuiet {
                line(faint("the expected error: \(error.message)"))
            }
        }
        guard !style.isQuiet else { return }
        switch end.status {
        case .passed where end.reused: line(faint("  unchanged"))
        case .passed where end.seconds >= 0.05: line(faint("  \(Self.seconds(end.seconds))"))
        case .skipped: line(faint("  skipped"))
        default: break
        }
    }

    private func lessonFinished(_ end: LessonEnd) {
        clearProgress()
        guard !style.isQuiet || !end.passed else { return }
        var parts = ["\(end.passedCount) \(end.passedCount == 1 ? "step" : "steps") passed"]
        if end.reusedCount > 0 { parts[0] += " (\(end.reusedCount == end.passedCount ? "all" : "\(end.reusedCount)") unchanged)" }
        if end.failedCount > 0 { parts.append("\(end.failedCount) failed") }
        if end.skippedCount > 0 { parts.append("\(end.skippedCount) skipped") }
        line("")
        line(bold("\(end.lesson): \(parts.joined(separator: ", "))") + faint(" in \(Self.seconds(end.seconds))"))
        if end.interrupted { line("interrupted; what was finished is kept") }
    }

    // MARK: Progress

    private func show(_ progress: Progress) {
        guard style.rewritesLines, !style.isQuiet else { return }
        let now = clock.now
        let total = Double(progress.epochs) * Double(progress.batches)
        let done = Double(progress.epoch - 1) * Double(progress.batches) + Double(progress.batch)
        guard total > 0 else { return }
        if progressStart == nil { progressStart = (now, done) }
        if let last = lastProgress, now - last < .milliseconds(80), done < total { return }
        lastProgress = now
        let fraction = min(1, done / total)
        var remaining = ""
        if let start = progressStart, done > start.done {
            let elapsed = Self.value(now - start.time)
            remaining = ", \(Self.seconds(elapsed * (total - done) / (done - start.done))) left"
        }
        let barWidth = 24
        let filled = Int(Double(barWidth) * fraction)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled)
        let text =
            "  \(bar) epoch \(progress.epoch)/\(progress.epochs), loss \(String(format: "%.4f", progress.loss)), "
            + "rate \(String(format: "%.2g", progress.learningRate))\(remaining)"
        write("\r\u{1B}[2K" + String(text.prefix(max(20, style.width - 1))))
        hasProgressLine = true
    }

    private func clearProgress() {
        guard hasProgressLine else { return }
        write("\r\u{1B}[2K")
        hasProgressLine = false
    }

    // MARK: Text

    private func line(_ text: String) {
        clearProgress()
        write(text + "\n")
    }

    private func bold(_ text: String) -> String {
        style.usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func faint(_ text: String) -> String {
        style.usesColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text
    }

    private static func value(_ duration: Duration) -> Double {
        let parts = duration.components
        return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
    }

    static func seconds(_ value: Double) -> String {
        if value < 9.95 { return String(format: "%.1f s", value) }
        if value < 99.5 { return String(format: "%.0f s", value) }
        return String(format: "%.0f min %02.0f s", (value / 60).rounded(.down), value.truncatingRemainder(dividingBy: 60))
    }
}
