import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Record the results of lessons, or of one step, as what later runs have to give.",
        discussion: """
            Look at the results first: `lessons test` shows what changed. Results with the samples stand in Lessons/Expected/sample, those
            with real data beside the data, in the folder Expected of --data.
            """)

    @Argument(help: ArgumentHelp("Lessons' names, or LESSON#STEP; all of the project otherwise.", valueName: "lesson"))
    var lessons: [String] = []

    @OptionGroup var arguments: RunArguments

    func run() throws {
        try Self.refuseInContinuousIntegration()
        let options = try arguments.options()
        let targets = lessons.map { $0.split(separator: "#", maxSplits: 1).map(String.init) }
        let locations = try locate(targets.compactMap(\.first))
        for (index, location) in locations.enumerated() {
            let step = index < targets.count && targets[index].count > 1 ? targets[index][1] : nil
            let document = try Lesson(path: location.path)
            let folder = LessonTest.expectedFolder(lesson: location.path, dataFolder: options.dataFolder)
            let (result, record, pictures) = try LessonTest(lesson: document, options: options, expectedFolder: folder).run()
            guard let record else {
                throw CommandFailure.fault("\(document.file): \(result.failures.first?.text ?? "it cannot be run"); nothing was recorded")
            }
            do {
                try Acceptance(lesson: document, record: record, pictures: pictures, folder: folder).record(only: step)
            } catch let refusal as Acceptance.Refusal {
                throw CommandFailure.fault(refusal.description)
            }
            pictures.discard()
            print("recorded \(shortPath(folder))/\(document.name).md")
        }
    }

    /// Results are recorded by people.
    static func refuseInContinuousIntegration() throws {
        if isContinuousIntegration { throw CommandFailure.fault(Acceptance.Refusal.continuousIntegration.description) }
    }

    static var isContinuousIntegration: Bool {
        guard let ci = ProcessInfo.processInfo.environment["CI"] else { return false }
        return !ci.isEmpty && ci != "false" && ci != "0"
    }
}
