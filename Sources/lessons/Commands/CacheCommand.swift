import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct CacheCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cache", abstract: "Look into what is kept of earlier runs, or remove it.",
        subcommands: [Explain.self, Clear.self])

    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "explain", abstract: "Say whether a step would run, and what changed since it ran last.")

        @Argument(help: ArgumentHelp("A lesson and one of its steps.", valueName: "lesson#step"))
        var step: String

        @OptionGroup var arguments: RunArguments

        func run() throws {
            let parts = step.split(separator: "#", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw CommandFailure.usage("cache explain takes LESSON#STEP, not '\(step)'") }
            let location = try LessonLocator().find(parts[0])
            let document = try Lesson(path: location.path)
            var options = try arguments.options()
            options.store = LessonStore(project: location.projectRoot)
            do {
                for line in try ReuseExplanation.lines(of: parts[1], in: document, options: options) { print(line) }
            } catch let refusal as RunRefusal {
                throw CommandFailure(message: refusal.description, code: refusal.isUsage ? 2 : 1)
            } catch let failure as CheckFailure {
                Terminal.show(failure.diagnostics, lesson: document)
                throw ExitCode(1)
            }
        }
    }

    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "clear", abstract: "Remove everything that is kept of earlier runs.")

        func run() throws {
            let root = LessonLocator().projectRoot ?? FileManager.default.currentDirectoryPath
            let count = try LessonStore(project: root).clear()
            print("removed \(ByteCountFormatter.string(fromByteCount: Int64(count), countStyle: .file)) of \(shortPath(root + "/.lessons"))")
        }
    }
}
