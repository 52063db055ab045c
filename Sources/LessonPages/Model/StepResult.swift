/// What became of a step.
public struct StepResult: Hashable, Sendable {
    public enum Status: Hashable, Sendable {
        case passed
        case failed
        /// The step failed as its `error="…"` says it must.
        case failedAsExpected
        /// Not run, for a reason that is shown ("step train failed").
        case skipped(String)
    }

    public var status: Status
    public var outputs: [StepOutput]

    public init(status: Status, outputs: [StepOutput] = []) {
        self.status = status
        self.outputs = outputs
    }
}

/// One thing that a step gave, in the order in which it gave it.
public enum StepOutput: Hashable, Sendable {
    case text(String)
    case table(OutputTable)
    case picture(OutputPicture)
    case animation(OutputAnimation)
    case problem(OutputProblem)
}

/// A data frame or report as a table of words.
public struct OutputTable: Hashable, Sendable {
    public enum Alignment: String, Sendable { case left, center, right }

    public var headers: [String]
    public var rows: [[String]]
    /// One for each column; columns beyond are aligned left.
    public var alignments: [Alignment]
    /// How many columns at the left name their rows.
    public var rowHeaderCount: Int
    /// Shown beneath: "5 of 100,004 rows".
    public var note: String?
    public var caption: String?

    public init(
        headers: [String], rows: [[String]], alignments: [Alignment] = [], rowHeaderCount: Int = 0, note: String? = nil,
        caption: String? = nil
    ) {
        self.headers = headers
        self.rows = rows
        self.alignments = alignments
        self.rowHeaderCount = rowHeaderCount
        self.note = note
        self.caption = caption
    }
}

/// A drawn figure. Files are named as they stand in the lesson's output folder.
public struct OutputPicture: Hashable, Sendable {
    public var file: String
    /// The same figure for dark pages.
    public var darkFile: String?
    /// The size in CSS pixels.
    public var width: Int
    public var height: Int
    public var alternativeText: String
    public var caption: String?

    public init(file: String, darkFile: String? = nil, width: Int, height: Int, alternativeText: String, caption: String? = nil) {
        self.file = file
        self.darkFile = darkFile
        self.width = width
        self.height = height
        self.alternativeText = alternativeText
        self.caption = caption
    }
}

/// A moving figure: an animated PNG, and its frames for the player.
public struct OutputAnimation: Hashable, Sendable {
    /// The animated PNG; with its dark twin it needs no script.
    public var picture: OutputPicture
    public var frames: [String]
    /// As many as `frames`, or none.
    public var darkFrames: [String]
    /// Seconds from one frame to the next.
    public var interval: Double

    public init(picture: OutputPicture, frames: [String], darkFrames: [String] = [], interval: Double) {
        self.picture = picture
        self.frames = frames
        self.darkFrames = darkFrames
        self.interval = interval
    }
}

/// An error or warning of a step, with its place in the lesson's file.
public struct OutputProblem: Hashable, Sendable {
    public enum Severity: String, Sendable { case error, warning, note }

    public var severity: Severity
    public var message: String
    public var file: String
    /// Counts from 1; 0 when the problem has no place.
    public var line: Int
    /// Counts UTF-8 bytes from 1.
    public var column: Int
    /// UTF-8 bytes at fault.
    public var length: Int
    /// The line's text; empty when it is not known.
    public var sourceLine: String
    /// What to do, one sentence each.
    public var hints: [String]

    public init(
        severity: Severity = .error, message: String, file: String, line: Int, column: Int, length: Int = 1, sourceLine: String = "",
        hints: [String] = []
    ) {
        self.severity = severity
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.length = length
        self.sourceLine = sourceLine
        self.hints = hints
    }
}
