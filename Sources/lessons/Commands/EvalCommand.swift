import ArgumentParser
import Foundation
import LessonDocument
import LessonRunner
import StepLanguage

struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Run a plain Swift file as a lesson's steps are run.",
        discussion: "Standard output holds the program's own output and nothing else.")

    @Argument(help: "A Swift file; - for standard input.")
    var file: String

    @OptionGroup var arguments: RunArguments

    func run() throws {
        let (name, text) = try source()
        var options = try arguments.options()
        options.secondsPerStep = .infinity
        let program = PlainProgram(name: name, text: text, options: options) { fputs($0, stdout) }
        Interrupts.install(program.interrupt)
        let failures = program.run()
        fflush(stdout)
        guard !failures.isEmpty else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let explained = DiagnosticRenderer(usesColor: Terminal.errorUsesColour).render(failures) { place in
            place.line >= 1 && place.line <= lines.count ? lines[place.line - 1] : nil
        }
        fputs(explained + "\n", stderr)
        if failures.contains(where: \.isError) { throw ExitCode(1) }
    }

    private func source() throws -> (name: String, text: String) {
        if file == "-" {
            return ("main.swift", String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self))
        }
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory) else {
            throw CommandFailure.usage("there is no file \(file)")
        }
        if isDirectory.boolValue { throw CommandFailure.usage("\(file) is a folder; name a Swift file") }
        guard let data = FileManager.default.contents(atPath: file) else { throw CommandFailure.fault("\(file) cannot be read") }
        guard let text = String(data: data, encoding: .utf8) else { throw CommandFailure.fault("\(file) is not UTF-8 text") }
        return (URL(fileURLWithPath: file).lastPathComponent, text)
    }
}
