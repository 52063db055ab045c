import Foundation
import StepLanguage
import Tensors

/// Writes each event of a run as one line of JSON; `docs/formats.md` describes the lines.
public final class JSONListener: RunListener {
    private let write: (String) -> Void
    private let encoder: JSONEncoder

    public init(write: @escaping (String) -> Void) {
        self.write = write
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    }

    public func receive(_ event: RunEvent) throws {
        let data = try encoder.encode(EventLine(event))
        write(String(decoding: data, as: UTF8.self) + "\n")
    }
}

/// One event as its JSON line. Keys that an event does not have are left out.
private struct EventLine: Encodable {
    var event: String
    var format = 1
    var lesson: String?
    var title: String?
    var seed: Int?
    var parameters: [ParameterRecord]?
    var data: [DataRecord]?
    var step: String?
    var line: Int?
    var column: Int?
    var number: Int?
    var count: Int?
    var kind: String?
    var text: String?
    var table: TableRecord?
    var epoch: Int?
    var epochs: Int?
    var batch: Int?
    var batches: Int?
    var loss: Double?
    var rate: Double?
    var status: String?
    var error: String?
    var seconds: Double?
    var reused: Bool?
    var passed: Int?
    var failed: Int?
    var skipped: Int?
    var interrupted: Bool?

    init(_ event: RunEvent) {
        switch event {
        case .lessonStarted(let start):
            self.event = "lesson-started"
            lesson = start.lesson
            title = start.title
            seed = start.seed
            parameters = start.parameters
            data = start.data
            count = start.stepCount
        case .stepStarted(let start):
            self.event = "step-started"
            step = start.id
            number = start.number
            line = start.line
        case .progress(let progress):
            self.event = "progress"
            epoch = progress.epoch
            epochs = progress.epochs
            batch = progress.batch
            batches = progress.batches
            loss = progress.loss
            rate = progress.learningRate
        case .epoch(let row):
            self.event = "epoch"
            text = row
        case .output(let output):
            self.event = "output"
            switch output {
            case .text(let text): (kind, self.text) = ("text", text)
            case .table(let table): (kind, self.table) = ("table", TableRecord(table))
            case .training(let table): (kind, self.table) = ("training", TableRecord(table))
            case .drawing(let drawing): (kind, text) = (drawing.isAnimation ? "animation" : "figure", drawing.alternativeText)
            case .hint(let hint): (kind, text) = ("hint", hint)
            }
        case .stepFinished(let end):
            self.event = "step-finished"
            step = end.id
            status = end.status.rawValue
            error = end.error?.message
            line = end.error?.location.line ?? end.line
            column = end.error?.location.column
            seconds = end.seconds
            reused = end.reused
        case .lessonFinished(let end):
            self.event = "lesson-finished"
            lesson = end.lesson
            passed = end.passedCount
            failed = end.failedCount
            skipped = end.skippedCount
            interrupted = end.interrupted
            seconds = end.seconds
        }
    }
}
