import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "new", abstract: "Begin a lesson, with the results that `lessons test` holds it to.")

    @Argument(help: "The lesson's name: the file is Lessons/NAME.md.")
    var name: String

    func run() throws {
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
            throw CommandFailure.usage("a lesson's name is letters, digits, - and _, not '\(name)'")
        }
        let root = LessonLocator().projectRoot ?? FileManager.default.currentDirectoryPath
        let path = root + "/Lessons/\(name).md"
        guard !FileManager.default.fileExists(atPath: path) else { throw CommandFailure.usage("\(shortPath(path)) is there already") }
        try OutputFolder.replace(path, with: Array(Self.text(title: title).utf8))
        print("wrote \(shortPath(path))")
        if !AcceptCommand.isContinuousIntegration { print("wrote \(shortPath(try record(path)))") }
        print("next: edit it beside `lessons run \(name) --watch`; `lessons test \(name)` tells what changed, `lessons accept \(name)` records it")
    }

    /// Runs the new lesson and records its results; gives the transcript's path.
    private func record(_ path: String) throws -> String {
        let lesson = try Lesson(path: path)
        let folder = LessonTest.expectedFolder(lesson: path, dataFolder: nil)
        let (result, record, pictures) = try LessonTest(lesson: lesson, options: RunOptions(), expectedFolder: folder).run()
        defer { pictures.discard() }
        guard let record else { throw CommandFailure.fault("\(lesson.file): \(result.failures.first?.text ?? "it cannot be run")") }
        do {
            try Acceptance(lesson: lesson, record: record, pictures: pictures, folder: folder).record()
        } catch let refusal as Acceptance.Refusal {
            throw CommandFailure.fault(refusal.description)
        }
        return "\(folder)/\(lesson.name).md"
    }

    private var title: String {
        let words = name.split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private static func text(title: String) -> String {
        """
        ---
        title: "\(title)"
        summary: "What a reader will be able to do afterwards."
        seed: 42
        parameters: { count: 5 }
        ---

        # \(title)

        A question to begin with.

        ```swift {#squares}
        let squares = (1...count).map { $0 * $0 }
        squares
        ```

        What the result means, and the next question.

        """
    }
}
