import ArgumentParser
import LessonBindings
import LessonRunner

struct DocsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs", abstract: "Show the declaration and documentation of what a lesson can use.",
        discussion: "A name (Tensor, Tensor.sum, plot) shows its declarations; any other word searches names and documentation.")

    @Argument(help: "A name, or words to search for; all types and functions otherwise.")
    var name: [String] = []

    func run() throws {
        let entries = LibraryDocumentation.entries
        guard !name.isEmpty else {
            for entry in entries where !entry.name.contains(".") { print(entry.heading) }
            return
        }
        let query = name.joined(separator: " ")
        let exact = entries.filter { $0.matches(query) }
        if !exact.isEmpty {
            print(exact.map(\.text).joined(separator: "\n\n"))
            return
        }
        let found = entries.filter { $0.contains(query) }
        guard !found.isEmpty else {
            throw CommandFailure.fault("there is no '\(query)'\(LibraryDocumentation.nearest(to: query).map { "; did you mean '\($0)'?" } ?? "")")
        }
        for entry in found { print(entry.heading) }
    }
}
