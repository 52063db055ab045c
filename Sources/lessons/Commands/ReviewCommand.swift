import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Go through the differences from the recorded results one by one, and record those that are right.",
        discussion: "For each step that differs: a accepts its results, s leaves them as they are, q ends.")

    @Argument(help: "Lessons' files or names; all of the project otherwise.")
    var lessons: [String] = []

    @OptionGroup var arguments: RunArguments

    func run() throws {
        try AcceptCommand.refuseInContinuousIntegration()
        let options = try arguments.options()
        var accepted = 0
        var left = 0
        review: for location in try locate(lessons) {
            let document = try Lesson(path: location.path)
            let folder = LessonTest.expectedFolder(lesson: location.path, dataFolder: options.dataFolder)
            let (result, record, pictures) = try LessonTest(lesson: document, options: options, expectedFolder: folder).run()
            defer { pictures.discard() }
            for failure in result.failures { print("\(result.file):\(failure.line): \(failure.text)") }
            guard let record, record.passed else {
                left += 1
                continue
            }
            let transcript = "\(folder)/\(document.name).md"
            guard FileManager.default.fileExists(atPath: transcript) else {
                print("\(document.name) has no recorded results; look at them, and record them with `lessons accept \(document.name)`")
                left += 1
                continue
            }
            let acceptance = Acceptance(lesson: document, record: record, pictures: pictures, folder: folder)
            for step in record.steps.map(\.id) {
                let differences = result.differences.filter { $0.step == step }
                guard !differences.isEmpty else { continue }
                for difference in differences { show(difference, of: result, in: folder, pictures: pictures) }
                switch ask("\(document.name)#\(step): accept? [a]ccept, [s]kip, [q]uit ") {
                case "a":
                    try acceptance.record(only: step)
                    accepted += 1
                case "q":
                    left += 1
                    break review
                default: left += 1
                }
            }
            for step in result.orphans { print("\(transcript): results of a step '\(step)' that the lesson does not have; accepting the lesson removes them") }
        }
        print("\(accepted) accepted, \(left) left")
        if left > 0 { throw ExitCode(1) }
    }

    private func show(_ difference: ResultDifference, of result: LessonTest.Result, in folder: String, pictures: OutputFolder) {
        print("\(result.file):\(difference.line): [\(difference.step)] \(difference.explanation)")
        if !difference.expected.isEmpty { print("    expected: \(difference.expected)") }
        if !difference.got.isEmpty { print("    got:      \(difference.got)") }
        if let files = difference.pictures {
            print("    pictures: \(shortPath("\(folder)/\(result.lesson)/\(files.expected)")) and \(pictures.file(files.got))")
        }
    }

    /// The first letter of the answer; q at the end of the input.
    private func ask(_ question: String) -> String {
        Terminal.write(question)
        guard let answer = readLine() else { return "q" }
        return String(answer.lowercased().prefix(1))
    }
}
