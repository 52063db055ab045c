import Foundation
import LessonDocument
import StepLanguage

/// A lesson's run held against its transcript.
public final class LessonTest {
    /// How a lesson's test ended.
    public struct Result {
        public var lesson: String
        public var file: String
        /// Steps whose results agree, in order.
        public var passed: [String] = []
        public var differences: [ResultDifference] = []
        /// Steps that failed, with what was wrong.
        public var failures: [(step: String, line: Int, text: String)] = []
        public var skipped: [String] = []
        /// Steps that the transcript has results for and the lesson does not have.
        public var orphans: [String] = []
        /// Remarks that are no failure, such as prose that changed since the transcript was recorded.
        public var remarks: [String] = []
        /// Wall-clock seconds of each step; for the report only.
        public var seconds: [String: Double] = [:]

        public init(lesson: String, file: String) {
            self.lesson = lesson
            self.file = file
        }

        public var isPassed: Bool { differences.isEmpty && failures.isEmpty && orphans.isEmpty }
    }

    private let lesson: Lesson
    private let options: RunOptions
    private let expectedFolder: String

    /// - Parameter expectedFolder: `Lessons/Expected/<data>`, which holds the transcript and a folder of its pictures.
    public init(lesson: Lesson, options: RunOptions, expectedFolder: String) {
        self.lesson = lesson
        var options = options
        options.continuesAfterFailure = true
        self.options = options
        self.expectedFolder = expectedFolder
    }

    /// The folder of the transcript's pictures.
    public var pictureFolder: String { expectedFolder + "/" + lesson.name }

    /// The folder of a lesson's transcript: beside the lesson for the samples, beside the data for real data.
    public static func expectedFolder(lesson path: String, dataFolder: String?) -> String {
        if let dataFolder { return dataFolder + "/Expected" }
        return URL(fileURLWithPath: path).deletingLastPathComponent().path + "/Expected/sample"
    }

    /// Runs the lesson, with its exercises untouched and then with their solutions, and compares.
    /// - Throws: `RunRefusal`, `OutputError`; mistakes in the lesson are failures in the result.
    public func run() throws -> (result: Result, record: LessonRecord?, folder: OutputFolder) {
        let pictures = try OutputFolder(path: NSTemporaryDirectory() + "lessons-test-" + lesson.name)
        var options = options
        let hasSolutions = !LessonPlan.solutions(of: lesson).isEmpty
        // What the first run leaves, the second takes up: with the solutions, only what depends on them is another.
        if hasSolutions { options.store = LessonStore(project: pictures.stagingParent) }
        var result = Result(lesson: lesson.name, file: lesson.file)
        let timer = StepTimes()
        let builder = RecordBuilder(folder: pictures, words: lesson.stepWords)
        do {
            _ = try LessonRun(lesson: lesson, options: options, listeners: [builder, timer]).run()
        } catch let failure as CheckFailure {
            for diagnostic in failure.diagnostics where diagnostic.isError {
                result.failures.append((step: "", line: diagnostic.location.line, text: diagnostic.message))
            }
            return (result, nil, pictures)
        }
        result.seconds = timer.seconds
        guard let record = builder.record else { return (result, nil, pictures) }
        compare(record, pictures: pictures, into: &result)
        if hasSolutions { try testSolutions(options, into: &result) }
        return (result, record, pictures)
    }

    private func compare(_ record: LessonRecord, pictures: OutputFolder, into result: inout Result) {
        let transcriptPath = expectedFolder + "/\(lesson.name).md"
        guard let text = try? String(contentsOfFile: transcriptPath, encoding: .utf8) else {
            result.failures.append(
                (step: "", line: 1, text: "there is no transcript \(lesson.name).md; look at the results and record them with `lessons accept \(lesson.name)`"))
            return
        }
        let transcript = Transcript(text: text)
        let comparison = TranscriptComparison(
            expectedPicture: { [expectedFolder, lesson] in try? Data(contentsOf: URL(fileURLWithPath: "\(expectedFolder)/\(lesson.name)/\($0)")) },
            gotPicture: { pictures.read($0) })
        var known: Set<String> = []
        for step in record.steps {
            known.insert(step.id)
            let source = lesson.steps.first { $0.id == step.id }
            switch step.status {
            case .failed:
                let text = step.error.map { ([$0.message] + $0.notes).joined(separator: "; ") } ?? "it failed"
                result.failures.append((step: step.id, line: step.error?.line ?? step.line, text: text))
                continue
            case .skipped:
                result.skipped.append(step.id)
                continue
            case .passed, .shown:
                break
            }
            let differences = comparison.differences(
                step: step.id, line: step.line, expected: transcript.section(step.id)?.blocks ?? [], got: Transcript.Block.blocks(of: step),
                tolerance: source?.options.tolerance.map { Tolerance(relative: $0.relative, absolute: $0.absolute) })
            if differences.isEmpty { result.passed.append(step.id) } else { result.differences += differences }
        }
        compareInline(record, with: transcript, into: &result)
        result.orphans = transcript.sections.map(\.step).filter { !known.contains($0) && $0 != Transcript.inlineSection }
    }

    private func compareInline(_ record: LessonRecord, with transcript: Transcript, into result: inout Result) {
        let got = Transcript.inlineBlocks(of: record)
        let expected = transcript.section(Transcript.inlineSection)?.blocks ?? []
        let comparison = TranscriptComparison(expectedPicture: { _ in nil }, gotPicture: { _ in nil })
        result.differences += comparison.differences(
            step: "values in the prose", line: record.inline.first?.line ?? 1, expected: expected, got: got, tolerance: nil)
    }

    /// With the solutions in place, every check has to be content.
    private func testSolutions(_ options: RunOptions, into result: inout Result) throws {
        var solved = options
        solved.usesSolutions = true
        let hints = HintCounter()
        do {
            _ = try LessonRun(lesson: lesson, options: solved, listeners: [hints]).run()
        } catch let failure as CheckFailure {
            for diagnostic in failure.diagnostics where diagnostic.isError {
                result.failures.append((step: "solution", line: diagnostic.location.line, text: diagnostic.message))
            }
        }
        for (step, line, text) in hints.found {
            result.failures.append((step: step, line: line, text: "the solution does not pass its check: \(text)"))
        }
    }
}

/// Collects how long each step took.
private final class StepTimes: RunListener {
    var seconds: [String: Double] = [:]

    func receive(_ event: RunEvent) throws {
        if case .stepFinished(let end) = event { seconds[end.id] = end.seconds }
    }
}

/// Collects the hints that checks give.
private final class HintCounter: RunListener {
    var found: [(step: String, line: Int, text: String)] = []
    private var step: StepStart?

    func receive(_ event: RunEvent) throws {
        switch event {
        case .stepStarted(let start): step = start
        case .output(.hint(let text)): found.append((step?.id ?? "", step?.line ?? 1, text))
        default: break
        }
    }
}
