import Foundation

/// What one run of a lesson gave: all that pages, transcripts and comparisons need.
///
/// Stored as `Output/<lesson>/record.json`; `docs/formats.md` describes the schema.
/// It holds no time, date or path, so that the same run gives the same bytes.
public struct LessonRecord: Codable, Equatable, Sendable {
    /// The version of the schema that this program writes and reads.
    public static let currentFormat = 1

    public var format = LessonRecord.currentFormat
    /// The lesson's file name without its extension.
    public var lesson: String
    public var title: String
    public var seed: Int
    public var parameters: [ParameterRecord]
    public var data: [DataRecord]
    /// The version of the program that ran the lesson.
    public var program: String
    /// A fingerprint of everything the run was made from: the lesson's text, parameters, seed, data and program.
    public var fingerprint: String
    public var steps: [StepRecord]
    /// Values of inline `{swift}` code in the prose, in the order of the text.
    public var inline: [InlineRecord]

    public init(
        lesson: String, title: String, seed: Int, parameters: [ParameterRecord], data: [DataRecord], program: String,
        fingerprint: String, steps: [StepRecord] = [], inline: [InlineRecord] = []
    ) {
        self.lesson = lesson
        self.title = title
        self.seed = seed
        self.parameters = parameters
        self.data = data
        self.program = program
        self.fingerprint = fingerprint
        self.steps = steps
        self.inline = inline
    }

    /// Whether no step failed.
    public var passed: Bool {
        !steps.contains { $0.status == .failed }
    }
}

/// A parameter of the lesson and the value that the run used, as Swift source text.
public struct ParameterRecord: Codable, Equatable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A data set that the lesson named and where it came from.
public struct DataRecord: Codable, Equatable, Sendable {
    public var name: String
    /// `sample`, or the name of the real data set's folder.
    public var origin: String
    /// One line on how the data was made or which edition it is.
    public var note: String

    public init(name: String, origin: String, note: String) {
        self.name = name
        self.origin = origin
        self.note = note
    }
}

/// The value of an inline expression.
public struct InlineRecord: Codable, Equatable, Sendable {
    public var line: Int
    public var code: String
    public var text: String

    public init(line: Int, code: String, text: String) {
        self.line = line
        self.code = code
        self.text = text
    }
}

/// What one step gave.
public struct StepRecord: Codable, Equatable, Sendable {
    /// How a step ended.
    public enum Status: String, Codable, Sendable {
        case passed
        /// It failed, and the lesson did not expect it to.
        case failed
        /// Something it depends on failed, the run was stopped before it, or it was not selected.
        case skipped
        /// The lesson says `run=no`, or it is a folded solution.
        case shown
    }

    public var id: String
    /// The line of the step's first line of code in the lesson file.
    public var line: Int
    public var status: Status
    public var outputs: [OutputRecord]
    /// The mistake the step ended with: of a failed step, or of one whose error the lesson expects.
    public var error: ErrorRecord?

    public init(id: String, line: Int, status: Status, outputs: [OutputRecord] = [], error: ErrorRecord? = nil) {
        self.id = id
        self.line = line
        self.status = status
        self.outputs = outputs
        self.error = error
    }
}

/// A diagnostic as a record keeps it.
public struct ErrorRecord: Codable, Equatable, Sendable {
    public var message: String
    public var line: Int
    public var column: Int
    /// How many columns the caret line underlines.
    public var length: Int
    public var notes: [String]

    public init(message: String, line: Int, column: Int, length: Int, notes: [String] = []) {
        self.message = message
        self.line = line
        self.column = column
        self.length = length
        self.notes = notes
    }
}

/// One output of a step, in the order in which the step gave them.
public enum OutputRecord: Codable, Equatable, Sendable {
    /// Printed text, or the text of a displayed value.
    case text(String)
    case table(TableRecord)
    case picture(PictureRecord)
    case animation(AnimationRecord)
    /// What an exercise's check found: a kind hint, not a failure.
    case hint(String)
}

/// A table's cells as text.
public struct TableRecord: Codable, Equatable, Sendable {
    public var headers: [String]
    public var rows: [[String]]
    /// For each column, whether its cells are aligned to the right, as numbers are.
    public var alignsRight: [Bool]

    public init(headers: [String], rows: [[String]], alignsRight: [Bool]) {
        self.headers = headers
        self.rows = rows
        self.alignsRight = alignsRight
    }
}

/// A drawn figure: files beside the record, and what they show.
public struct PictureRecord: Codable, Equatable, Sendable {
    /// File name of the PNG, beside the record.
    public var file: String
    /// File name of the variant for dark pages.
    public var darkFile: String
    /// Nominal size in CSS pixels; the PNG has twice as many.
    public var width: Int
    public var height: Int
    public var caption: String
    public var alternativeText: String

    public init(file: String, darkFile: String, width: Int, height: Int, caption: String, alternativeText: String) {
        self.file = file
        self.darkFile = darkFile
        self.width = width
        self.height = height
        self.caption = caption
        self.alternativeText = alternativeText
    }
}

/// An animation: the animated PNG, and each frame as a PNG of its own, for light and for dark pages.
public struct AnimationRecord: Codable, Equatable, Sendable {
    public var file: String
    public var frames: [String]
    public var darkFrames: [String]
    /// Seconds between two frames.
    public var interval: Double
    public var width: Int
    public var height: Int
    public var caption: String
    public var alternativeText: String

    public init(
        file: String, frames: [String], darkFrames: [String], interval: Double, width: Int, height: Int, caption: String,
        alternativeText: String
    ) {
        self.file = file
        self.frames = frames
        self.darkFrames = darkFrames
        self.interval = interval
        self.width = width
        self.height = height
        self.caption = caption
        self.alternativeText = alternativeText
    }
}

extension LessonRecord {
    /// The record as JSON with sorted keys, so that equal records are equal bytes.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }

    /// Reads a record back; nil where the text is not one of this program's format, so that a damaged file is a miss.
    public init?(json: Data) {
        guard let record = try? JSONDecoder().decode(LessonRecord.self, from: json),
            record.format == LessonRecord.currentFormat
        else { return nil }
        self = record
    }
}
