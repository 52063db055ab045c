import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run lessons and compare their results with the recorded transcripts.",
        discussion: "Nothing is written but the reports that are asked for. Record results that you have looked at with `lessons accept`.")

    @Argument(help: "Lessons' files or names; all of the project otherwise.")
    var lessons: [String] = []

    @OptionGroup var arguments: RunArguments

    @Option(name: .long, help: "Write the results as JUnit XML into this file.")
    var junit: String?

    @Option(name: .long, help: "Write a page that shows pictures that differ into this folder.")
    var report: String?

    @Flag(name: .long, help: "Write one JSON object a lesson.")
    var json = false

    @Option(name: .long, help: "How many lessons are tested at a time, each in a process of its own.")
    var jobs: Int = 1

    @Option(name: .long, help: ArgumentHelp("Test the K-th of N parts of the lessons.", valueName: "K/N"))
    var shard: String?

    func run() throws {
        guard jobs >= 1 else { throw CommandFailure.usage("--jobs takes a number of at least 1, not \(jobs)") }
        let options = try arguments.options()
        var locations = try locate(lessons)
        if let shard { locations = try part(shard, of: locations) }
        let results: [LessonTest.Result]
        if jobs > 1 {
            results = try TestJobs(count: jobs, arguments: passedOn(options)).run(locations, tell: tell)
        } else {
            results = try locations.map { location in
                let result = try test(location, options)
                tell(result)
                return result
            }
        }
        if let junit { try OutputFolder.replace(junit, with: Array(TestReport.junit(results).utf8)) }
        if !json { print(TestReport.summary(results)) }
        if results.contains(where: { !$0.isPassed }) { throw ExitCode(1) }
    }

    private func test(_ location: LessonLocator.Location, _ options: RunOptions) throws -> LessonTest.Result {
        do {
            let document = try Lesson(path: location.path)
            let test = LessonTest(
                lesson: document, options: options,
                expectedFolder: LessonTest.expectedFolder(lesson: location.path, dataFolder: options.dataFolder))
            let (result, _, folder) = try test.run()
            if let report, result.differences.contains(where: { $0.pictures != nil }) {
                try PictureReport.write(result, expectedFolder: test.pictureFolder, got: folder, to: report)
            }
            folder.discard()
            return result
        } catch let error as LessonError {
            var result = LessonTest.Result(lesson: location.name, file: location.path)
            result.failures = error.diagnostics.map { (step: "", line: $0.line, text: $0.message) }
            return result
        } catch let refusal as RunRefusal {
            throw CommandFailure(message: refusal.description, code: refusal.isUsage ? 2 : 1)
        }
    }

    private func tell(_ result: LessonTest.Result) {
        print(json ? TestReport.json(result) : TestReport.text(result), terminator: "")
        fflush(stdout)
    }

    /// What a process that tests one lesson is called with.
    private func passedOn(_ options: RunOptions) -> [String] {
        var result: [String] = []
        if let folder = options.dataFolder { result += ["--data", folder] }
        for parameter in arguments.parameter { result += ["-P", parameter] }
        if let seed = options.seed { result += ["--seed", "\(seed)"] }
        if let threads = options.threads { result += ["--threads", "\(threads)"] }
        if let report { result += ["--report", report] }
        return result
    }

    private func part(_ text: String, of locations: [LessonLocator.Location]) throws -> [LessonLocator.Location] {
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[1] >= 1, (1...parts[1]).contains(parts[0]) else {
            throw CommandFailure.usage("--shard takes K/N with K from 1 to N, not '\(text)'")
        }
        return locations.enumerated().filter { $0.offset % parts[1] == parts[0] - 1 }.map(\.element)
    }
}

/// The lessons that a command names, or all of the project.
/// - Throws: `CommandFailure` where there is none.
func locate(_ names: [String]) throws -> [LessonLocator.Location] {
    let locator = LessonLocator()
    let locations = names.isEmpty ? locator.lessons() : try names.map(locator.find)
    guard !locations.isEmpty else {
        throw CommandFailure.usage("no lessons here; name one, or stand in a folder that holds Lessons/")
    }
    return locations
}
