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

    @Flag(name: .long, help: "Run every step of the lessons, whatever was kept of earlier runs.")
    var fresh = false

    /// Ctrl-C ends the lesson that is being run and all after it.
    private var isInterrupted = false

    mutating func run() throws {
        let options = try arguments.options()
        var courses: [(course: CoursePages, pages: [String: PageModel])] = []
        var failed = false
        for location in try locate(lessons) {
            if isInterrupted { break }
            do {
                let lesson = try Lesson(path: location.path)
                let place = courses.firstIndex { $0.course.includes(location) } ?? courses.count
                if place == courses.count { courses.append((CoursePages(location, output: output), [:])) }
                var options = options
                options.isFresh = fresh
                options.store = LessonStore(project: location.projectRoot)
                let (page, passed) = try self.page(of: lesson, course: courses[place].course, options: options)
                courses[place].pages[lesson.name] = page
                failed = failed || !passed
            } catch let error as LessonError {
                Terminal.error(error)
                failed = true
            } catch let failure as CommandFailure where failure.code == 1 {
                Terminal.error(failure.message)
                failed = true
            }
        }
        for (course, pages) in courses {
            try course.write(pages, singleFile: singleFile)
            print("course: \(shortPath(course.outputFolder))/index.html")
        }
        if failed { throw ExitCode(1) }
    }

    /// What stands on a lesson's page: its recorded results where they are fresh, else those of a run, else what the checker found.
    private mutating func page(of lesson: Lesson, course: CoursePages, options: RunOptions) throws -> (page: PageModel, passed: Bool) {
        let folder = course.outputFolder + "/" + lesson.name
        if !fresh, let record = freshRecord(in: folder, of: lesson, options: options) {
            print("\(lesson.name): page written from recorded results")
            return (course.recordedPage(of: lesson, record: record), true)
        }
        let listener = TerminalListener(
            style: Terminal.style(quiet: true), explain: { Terminal.text(of: [$0], lesson: lesson, colour: Terminal.usesColour) },
            write: Terminal.write)
        do {
            let (end, record) = try runLesson(lesson, options: options, listeners: [listener], pages: course)
            isInterrupted = end.interrupted
            print("\(lesson.name): run, \(end.passed ? "page written" : "page written with the error under its step")")
            return (CoursePages.page(of: lesson, record: record), end.passed)
        } catch let failure as CheckFailure {
            Terminal.show(failure.diagnostics, lesson: lesson)
            print("\(lesson.name): not run, page written with its mistakes")
            return (PageModel(lesson: lesson, mistakes: failure.mistakes), false)
        }
    }

    private func freshRecord(in folder: String, of lesson: Lesson, options: RunOptions) -> LessonRecord? {
        guard let data = FileManager.default.contents(atPath: folder + "/record.json"), let record = LessonRecord(json: data),
            let fingerprint = try? LessonRun.fingerprint(of: lesson, options: options), fingerprint == record.fingerprint, record.passed
        else { return nil }
        return record
    }
}
