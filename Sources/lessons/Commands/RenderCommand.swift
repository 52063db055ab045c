import ArgumentParser
import Foundation
import LessonDocument
import LessonPages
import LessonRunner

struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Write lessons as HTML pages, with an index of the course.",
        discussion: "A lesson's recorded results are used where they are fresh; otherwise the lesson is run.")

    @Flag(name: .long, help: "Write HTML (the only kind there is).")
    var html = false

    @Argument(help: "Lessons' files or names; all of the project otherwise.")
    var lessons: [String] = []

    @OptionGroup var arguments: RunArguments

    @Option(name: .long, help: "The folder for pages; Output/ of the project otherwise.")
    var output: String?

    @Flag(name: .long, help: "Put pictures, styles and scripts inside each page.")
    var singleFile = false

    @Flag(name: .long, help: "Run the lessons even where recorded results are fresh.")
    var fresh = false

    func run() throws {
        let options = try arguments.options()
        let locations = try locate(lessons)
        var failed = false
        for location in locations {
            let document = try Lesson(path: location.path)
            let pages = CoursePages(location, output: output)
            let folder = pages.outputFolder + "/" + document.name
            if !fresh, let record = freshRecord(in: folder, of: document, options: options) {
                try pages.rewritePage(document, record: record, singleFile: singleFile)
                print("\(document.name): page written from recorded results")
            } else {
                let listener = TerminalListener(
                    style: Terminal.style(quiet: true),
                    explain: { Terminal.text(of: [$0], lesson: document, colour: Terminal.usesColour) }, write: Terminal.write)
                let end = try runLesson(document, options: options, listeners: [listener], pages: pages)
                if singleFile, let record = freshRecord(in: folder, of: document, options: options) {
                    try pages.rewritePage(document, record: record, singleFile: true)
                }
                print("\(document.name): run, \(end.passed ? "page written" : "page written with the error under its step")")
                failed = failed || !end.passed
            }
        }
        if let first = locations.first {
            let pages = CoursePages(first, output: output)
            try pages.writeCourse()
            print("course: \(shortPath(pages.outputFolder))/index.html")
        }
        if failed { throw ExitCode(1) }
    }

    private func freshRecord(in folder: String, of lesson: Lesson, options: RunOptions) -> LessonRecord? {
        guard let data = FileManager.default.contents(atPath: folder + "/record.json"), let record = LessonRecord(json: data),
            let fingerprint = try? LessonRun.fingerprint(of: lesson, options: options), fingerprint == record.fingerprint, record.passed
        else { return nil }
        return record
    }
}
