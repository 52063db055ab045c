import ArgumentParser
import LessonDocument
import LessonRunner

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the lessons of this project, in the order of the course.")

    @Argument(help: "A lesson whose steps to list.")
    var lesson: String?

    func run() throws {
        if let lesson { return try listSteps(of: lesson) }
        let locations = LessonLocator().lessons()
        guard !locations.isEmpty else {
            throw CommandFailure.usage("no lessons here; stand in a folder that holds Lessons/, or begin one with `lessons new NAME`")
        }
        let width = locations.map(\.name.count).max() ?? 0
        for location in locations {
            let padded = location.name + String(repeating: " ", count: width - location.name.count)
            do {
                let document = try Lesson(path: location.path)
                let summary = document.frontMatter.summary.map { ": \($0)" } ?? ""
                print("\(padded)  \(document.title)\(summary)")
            } catch let error as LessonError {
                print("\(padded)  (\(error.diagnostics.count) mistakes; `lessons check \(location.name)` shows them)")
            }
        }
    }

    private func listSteps(of name: String) throws {
        let location = try LessonLocator().find(name)
        let document = try Lesson(path: location.path)
        for step in document.steps {
            print("\(document.file):\(step.map.firstLine)  \(step.id)")
        }
    }
}
