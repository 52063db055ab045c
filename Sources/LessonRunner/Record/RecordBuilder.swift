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
        case .drawing(let drawing):
            let output = try record(drawing)
            step?.outputs.append(output)
        }
    }

    private func nextName() -> String {
        pictureCount += 1
        return "\(step?.id ?? "figure")-\(pictureCount)"
    }

    /// Writes a drawing's pictures. The author's words stand in the figure or in the step; without them the figure's own
    /// summary is its alternative text.
    private func record(_ drawing: Drawing) throws -> OutputRecord {
        let name = nextName()
        let own = step.flatMap { words[$0.id] }
        let caption = drawing.caption.isEmpty ? own?.caption ?? "" : drawing.caption
        let alternative = drawing.authorsAlternative.isEmpty ? own?.alternativeText ?? drawing.alternativeText : drawing.authorsAlternative
        let pictures = try drawing.pictures()
        guard let interval = pictures.interval else {
            try folder.write(pictures.light, to: "\(name).png")
            try folder.write(pictures.dark, to: "\(name)-dark.png")
            return .picture(
                PictureRecord(
                    file: "\(name).png", darkFile: "\(name)-dark.png", width: pictures.width, height: pictures.height,
                    caption: caption, alternativeText: alternative))
        }
        try folder.write(pictures.light, to: "\(name).apng")
        func write(_ frames: [[UInt8]], suffix: String) throws -> [String] {
            try frames.enumerated().map { index, frame in
                let file = "\(name)-frame\(index + 1)\(suffix).png"
                try folder.write(frame, to: file)
                return file
            }
        }
        return .animation(
            AnimationRecord(
                file: "\(name).apng", frames: try write(pictures.frames, suffix: ""),
                darkFrames: try write(pictures.darkFrames, suffix: "-dark"), interval: interval, width: pictures.width,
                height: pictures.height, caption: caption, alternativeText: alternative))
    }
}

extension ErrorRecord {
    init(_ diagnostic: Diagnostic) {
        self.init(
            message: diagnostic.message, line: diagnostic.location.line, column: diagnostic.location.column,
            length: diagnostic.location.length, notes: diagnostic.notes.map(\.message))
    }
}
