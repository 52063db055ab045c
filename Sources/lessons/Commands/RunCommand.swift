import ArgumentParser
import Foundation
import LessonDocument
import LessonPages
import LessonRunner

/// What says how a lesson is run, the same in every command that runs one.
struct RunArguments: ParsableArguments {
    @Option(name: .long, help: "The folder that holds real data sets; also LESSONS_DATA. What is not there comes from the built-in samples.")
    var data: String?

    @Option(name: .customShort("P"), help: ArgumentHelp("Replaces the value of a parameter of the lesson.", valueName: "name=value"))
    var parameter: [String] = []

    @Option(name: .long, help: "Where the lesson's random numbers begin.")
    var seed: Int?

    @Option(name: .long, help: "How many threads the library may use. The results do not depend on it.")
    var threads: Int?

    func validate() throws {
        for text in parameter where !text.contains("=") || text.hasPrefix("=") {
            throw ValidationError("-P takes name=value, not '\(text)'")
        }
        if let threads, threads < 1 { throw ValidationError("--threads takes a number of at least 1, not \(threads)") }
    }

    /// The options of a run; reads LESSONS_DATA where no folder is named.
    /// - Throws: `CommandFailure` where the data folder is not there.
    func options() throws -> RunOptions {
        var options = RunOptions()
        options.parameters = parameter.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), text: String(parts[1]))
        }
        options.seed = seed
        options.threads = threads
        if let folder = data ?? ProcessInfo.processInfo.environment["LESSONS_DATA"], !folder.isEmpty {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isDirectory), isDirectory.boolValue else {
                throw CommandFailure.usage("there is no data folder \(folder); name one that holds data sets, or leave --data out for the samples")
            }
            options.dataFolder = folder
        }
        return options
    }
}

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run a lesson, show each step's result as it comes, and write its page.")

    @Argument(help: "A lesson's file, or its name in Lessons/.")
    var lesson: String

    @OptionGroup var arguments: RunArguments

    @Option(name: .long, help: "Run this step and what it depends on.")
    var only: String?

    @Option(name: .long, help: "Show results from this step on; what it depends on is run before.")
    var from: String?

    @Option(name: .long, help: "Stop after this step.")
    var until: String?

    @Flag(name: .long, help: "Run every step, also those of which nothing changed since an earlier run.")
    var fresh = false

    @Flag(name: .long, help: "Run again what changed, each time the file is saved, until Ctrl-C.")
    var watch = false

    @Flag(name: .shortAndLong, help: "Show nothing but errors.")
    var quiet = false

    @Flag(name: .long, help: "Write one JSON object a line for each event of the run.")
    var json = false

    @Option(name: .long, help: "The folder for results; Output/ of the project otherwise.")
    var output: String?

    func run() throws {
        if only != nil, from != nil || until != nil { throw CommandFailure.usage("--only stands alone, without --from and --until") }
        let location = try LessonLocator().find(lesson)
        guard watch else {
            if try !run(location, fresh: fresh).passed { throw ExitCode(1) }
            return
        }
        try LessonWatch(path: location.path).run { isFirst in
            try run(location, fresh: fresh && isFirst)
        }
    }

    @discardableResult
    private func run(_ location: LessonLocator.Location, fresh: Bool) throws -> LessonEnd {
        let document = try Lesson(path: location.path)
        var options = try arguments.options()
        options.selection = try RunSelection(only: only, from: from, until: until, in: document)
        options.isFresh = fresh
        options.store = LessonStore(project: location.projectRoot)
        let pages = CoursePages(location, output: output)
        let listeners: [RunListener] =
            json
            ? [JSONListener(write: Terminal.write)]
            : [
                TerminalListener(
                    style: Terminal.style(quiet: quiet),
                    explain: { Terminal.text(of: [$0], lesson: document, colour: Terminal.usesColour) }, write: Terminal.write)
            ]
        let result: LessonEnd
        do {
            result = try runLesson(document, options: options, listeners: listeners, pages: pages).end
        } catch let failure as CheckFailure {
            Terminal.show(failure.diagnostics, lesson: document)
            let count = failure.diagnostics.filter(\.isError).count
            throw CommandFailure.fault("\(document.file): \(count) \(count == 1 ? "mistake" : "mistakes"); nothing was run")
        }
        try pages.write(keepingMarksIn: options.store)
        if !json, !quiet { Terminal.write("page: \(shortPath(pages.outputFolder))/\(document.name)/index.html\n") }
        return result
    }
}

/// Runs a lesson and writes its record, pictures and page.
/// - Throws: `CheckFailure` for a lesson with mistakes, `CommandFailure` where it cannot be run, `OutputError` where its results cannot
///   be written.
func runLesson(
    _ lesson: Lesson, options: RunOptions, listeners: [RunListener], pages: CoursePages
) throws -> (end: LessonEnd, record: LessonRecord) {
    let results = try OutputFolder(path: pages.outputFolder + "/" + lesson.name)
    let builder = RecordBuilder(folder: results, words: lesson.stepWords)
    let run = try LessonRun(lesson: lesson, options: options, listeners: [builder] + listeners)
    Interrupts.install(run.interrupt)
    defer { finish(options.store) }
    do {
        let end = try run.run()
        guard let record = builder.record else { throw CommandFailure.fault("the run of \(lesson.file) gave no record") }
        try results.write(try record.json(), to: "record.json")
        let page = PageMark(lesson, record: record, pages: pages, store: options.store)
        if end.reusedCount > 0, page.isWritten, results.isInPlace {
            results.discard()
            return (end, record)
        }
        try pages.writePage(lesson, record: record, into: results)
        try results.commit()
        page.note()
        return (end, record)
    } catch let error as RunRefusal {
        throw CommandFailure(message: error.description, code: error.isUsage ? 2 : 1)
    }
}

/// Keeps the store within its size, and says where it could not keep anything.
private func finish(_ store: LessonStore?) {
    guard let store else { return }
    store.trim()
    if let problem = store.problem { Terminal.note("the results are not kept for the next run: \(problem)") }
}

/// A path as a user would type it from here.
func shortPath(_ path: String) -> String {
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
}
