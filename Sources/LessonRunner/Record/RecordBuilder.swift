import Figures
import StepLanguage
import Tensors

/// A listener that turns a run into its record, drawing the figures into a folder.
public final class RecordBuilder: RunListener {
    public private(set) var record: LessonRecord?
    private let folder: OutputFolder
    /// Captions and alternative texts that steps give in their leading comment lines.
    private let words: [String: StepWords]
    private var step: StepRecord?
    /// What the step printed since its last other output; added at once, as a step may print a little very often.
    private var printed = ""
    private var pictureCount = 0

    /// What a step's `//|` lines say of its pictures.
    public struct StepWords {
        public var caption: String?
        public var alternativeText: String?

        public init(caption: String?, alternativeText: String?) {
            self.caption = caption
            self.alternativeText = alternativeText
        }
    }

    public init(folder: OutputFolder, words: [String: StepWords]) {
        self.folder = folder
        self.words = words
    }

    public func receive(_ event: RunEvent) throws {
        switch event {
        case .lessonStarted(let start):
            record = LessonRecord(
                lesson: start.lesson, title: start.title, seed: start.seed, parameters: start.parameters, data: start.data,
                program: Program.version, fingerprint: start.fingerprint)
        case .stepStarted(let start):
            step = StepRecord(id: start.id, line: start.line, status: .passed)
            pictureCount = 0
        case .progress, .epoch:
            break
        case .output(let output):
            try add(output)
        case .stepFinished(let end):
            addPrinted()
            var finished = step ?? StepRecord(id: end.id, line: end.line, status: end.status)
            finished.status = end.status
            finished.error = end.error.map(ErrorRecord.init)
            record?.steps.append(finished)
            step = nil
        case .lessonFinished(let end):
            record?.inline = end.inline
        }
    }

    private func addPrinted() {
        if !printed.isEmpty { step?.outputs.append(.text(printed)) }
        printed = ""
    }

    private func add(_ output: StepOutput) throws {
        if case .text(let text) = output {
            printed += text
        } else {
            addPrinted()
        }
        switch output {
        case .text: break
        case .hint(let text):
            step?.outputs.append(.hint(text))
        case .table(let table), .training(let table):
            step?.outputs.append(.table(TableRecord(table)))
        case .figure(let figure):
            let picture = try draw(figure)
            step?.outputs.append(.picture(picture))
        case .animation(let animation):
            let picture = try draw(animation)
            step?.outputs.append(.animation(picture))
        }
    }

    private func nextName() -> String {
        pictureCount += 1
        return "\(step?.id ?? "figure")-\(pictureCount)"
    }

    private func caption(_ own: String) -> String {
        own.isEmpty ? step.flatMap { words[$0.id]?.caption } ?? "" : own
    }

    /// The author's words, in the figure or in the step; without them the figure's own summary.
    private func alternativeText(own: String, summary: @autoclosure () -> String) -> String {
        own.isEmpty ? step.flatMap { words[$0.id]?.alternativeText } ?? summary() : own
    }

    private func draw(_ figure: Figure) throws -> PictureRecord {
        let name = nextName()
        try folder.write(figure.png(), to: "\(name).png")
        try folder.write(figure.png(dark: true), to: "\(name)-dark.png")
        return PictureRecord(
            file: "\(name).png", darkFile: "\(name)-dark.png", width: Int(figure.width), height: Int(figure.height),
            caption: caption(figure.words.caption),
            alternativeText: alternativeText(own: figure.words.alternative, summary: figure.alternativeText))
    }

    private func draw(_ animation: Animation) throws -> AnimationRecord {
        let name = nextName()
        let (animated, frames) = try animation.files()
        try folder.write(animated, to: "\(name).apng")
        func write(_ frames: [[UInt8]], suffix: String) throws -> [String] {
            try frames.enumerated().map { index, frame in
                let file = "\(name)-frame\(index + 1)\(suffix).png"
                try folder.write(frame, to: file)
                return file
            }
        }
        return AnimationRecord(
            file: "\(name).apng", frames: try write(frames, suffix: ""),
            darkFrames: try write(animation.framePNGs(dark: true), suffix: "-dark"), interval: animation.interval,
            width: Int(animation.frames.first?.width ?? 0), height: Int(animation.frames.first?.height ?? 0),
            caption: caption(animation.captionText),
            alternativeText: alternativeText(
                own: animation.frames.first?.words.alternative ?? "", summary: animation.alternativeText))
    }
}

extension ErrorRecord {
    init(_ diagnostic: Diagnostic) {
        self.init(
            message: diagnostic.message, line: diagnostic.location.line, column: diagnostic.location.column,
            length: diagnostic.location.length, notes: diagnostic.notes.map(\.message))
    }
}
