import ArgumentParser
import LessonBindings
import LessonDocument
import LessonRunner

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Find the mistakes in lessons without running them.")

    @Argument(help: "Lessons' files or names; all of the project otherwise.")
    var lessons: [String] = []

    @Flag(name: .shortAndLong, help: "Show nothing but errors.")
    var quiet = false

    func run() throws {
        let locator = LessonLocator()
        let locations = lessons.isEmpty ? locator.lessons() : try lessons.map(locator.find)
        guard !locations.isEmpty else { throw CommandFailure.usage("no lessons here; name one, or stand in a folder that holds Lessons/") }
        var failed = 0
        for location in locations {
            do {
                let document = try Lesson(path: location.path)
                let found = try LessonCheck.diagnostics(of: document)
                Terminal.show(quiet ? found.filter(\.isError) : found, lesson: document)
                if !quiet { Terminal.show(document.linkWarnings(path: location.path)) }
                let errors = found.filter(\.isError).count
                if errors > 0 { failed += 1 }
                if !quiet, errors == 0 { print("\(document.file): \(document.steps.count) steps, no mistakes") }
            } catch let error as LessonError {
                Terminal.error(error)
                failed += 1
            }
        }
        if failed > 0 { throw ExitCode(1) }
    }
}
