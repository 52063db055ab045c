import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write a lesson as a Swift package that `swift build` builds.")

    @Flag(name: .long, help: "Write a Swift package (the only kind there is).")
    var swift = false

    @Argument(help: "A lesson's file or name.")
    var lesson: String

    @Argument(help: "The folder to write.")
    var folder: String

    @OptionGroup var arguments: RunArguments

    @Option(name: .long, help: "The folder of the package that holds LessonKit; the lesson's project otherwise.")
    var package: String?

    func run() throws {
        let location = try LessonLocator().find(lesson)
        let document = try Lesson(path: location.path)
        do {
            let export = try SwiftExport(lesson: document, options: try arguments.options())
            let path = URL(fileURLWithPath: package ?? location.projectRoot).standardizedFileURL.path
            try OutputFolder.replace(folder + "/Package.swift", with: Array(export.manifest(packagePath: path).utf8))
            try OutputFolder.replace(folder + "/Sources/\(document.name)/main.swift", with: Array(export.mainFile().utf8))
        } catch let failure as CheckFailure {
            Terminal.show(failure.diagnostics, lesson: document)
            throw CommandFailure.fault("\(document.file) has mistakes; nothing was exported")
        } catch let refusal as RunRefusal {
            throw CommandFailure(message: refusal.description, code: refusal.isUsage ? 2 : 1)
        }
        print("wrote \(folder); build it with `swift build -c release --package-path \(folder)`")
    }
}
