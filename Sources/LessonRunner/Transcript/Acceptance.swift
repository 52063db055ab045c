import Foundation
import LessonDocument

/// Recording what a lesson gave, after somebody looked at it.
public struct Acceptance {
    /// Why nothing was recorded.
    public enum Refusal: Error, CustomStringConvertible {
        case continuousIntegration
        case failed(lesson: String, step: String, text: String)
        case unknownStep(String, known: [String])

        public var description: String {
            switch self {
            case .continuousIntegration: return "CI is set; results are recorded by people who looked at them, not by CI"
            case .failed(let lesson, let step, let text):
                return "\(lesson): step \(step) failed (\(text)); nothing was recorded"
            case .unknownStep(let step, let known):
                return "the lesson has no step '\(step)'; it has \(known.joined(separator: ", "))"
            }
        }
    }

    private let lesson: Lesson
    private let record: LessonRecord
    private let pictures: OutputFolder
    /// `Lessons/Expected/<data>`.
    private let folder: String

    public init(lesson: Lesson, record: LessonRecord, pictures: OutputFolder, folder: String) {
        self.lesson = lesson
        self.record = record
        self.pictures = pictures
        self.folder = folder
    }

    /// Writes the transcript and its pictures; of one step only where `step` is given.
    /// - Throws: `Refusal` where a step failed, `OutputError` where files cannot be written.
    public func record(only step: String? = nil) throws {
        if let step, !record.steps.contains(where: { $0.id == step }) {
            throw Refusal.unknownStep(step, known: record.steps.map(\.id))
        }
        for recorded in record.steps where recorded.status == .failed {
            throw Refusal.failed(lesson: lesson.name, step: recorded.id, text: recorded.error?.message ?? "it failed")
        }
        let path = "\(folder)/\(lesson.name).md"
        let old = (try? String(contentsOfFile: path, encoding: .utf8)).map(Transcript.init(text:))
        var blocks: [String: [Transcript.Block]] = [:]
        for recorded in record.steps {
            let source = lesson.steps.first { $0.id == recorded.id }
            let tolerance = source?.options.tolerance.map { Tolerance(relative: $0.relative, absolute: $0.absolute) }
            let expected = old?.section(recorded.id)?.blocks
            if let step, recorded.id != step {
                blocks[recorded.id] = expected ?? []
            } else {
                blocks[recorded.id] = Self.merged(expected: expected ?? [], got: Transcript.Block.blocks(of: recorded), tolerance: tolerance)
            }
        }
        let text = Transcript.text(
            source: lesson.source, ends: lesson.steps.map { (step: $0.id, line: $0.range.end.line) }, blocks: blocks,
            inline: step == nil ? Transcript.inlineBlocks(of: record) : old?.section(Transcript.inlineSection)?.blocks ?? [],
            pictureFolder: lesson.name)
        try writePictures(blocks.values.flatMap { $0 }, only: step)
        try OutputFolder.replace(path, with: Array(text.utf8))
    }

    private func writePictures(_ blocks: [Transcript.Block], only step: String?) throws {
        let folder = self.folder + "/" + lesson.name
        var files: Set<String> = []
        for block in blocks {
            switch block {
            case .picture(let file, _), .animation(let file, _): files.insert(file)
            default: break
            }
        }
        for file in files {
            guard let data = pictures.read(file) else { continue }
            if let step, !file.hasPrefix(step + "-") { continue }
            // A picture that shows the same keeps its file, so that a repository does not grow by re-encoded ones.
            if let old = try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)), old == data { continue }
            try OutputFolder.replace(folder + "/" + file, with: Array(data))
        }
        for old in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !files.contains(old) {
            try? FileManager.default.removeItem(atPath: folder + "/" + old)
        }
        if files.isEmpty { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// The new blocks, with what the author shortened kept: text that still agrees, elisions and digits included,
    /// stays as it was written.
    static func merged(expected: [Transcript.Block], got: [Transcript.Block], tolerance: Tolerance?) -> [Transcript.Block] {
        got.enumerated().map { index, block in
            guard index < expected.count else { return block }
            switch (expected[index], block) {
            case (.text(let old), .text(let new)):
                return TextComparison.differences(expected: old, got: new, tolerance: tolerance).isEmpty ? .text(old) : .text(new)
            case (.error(let old), .error(let new)):
                return TextComparison.differences(expected: old, got: new, tolerance: tolerance).isEmpty ? .error(old) : .error(new)
            default: return block
            }
        }
    }
}
