import ArgumentParser
import DataSets
import Foundation

struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "List data sets, and check the real ones.", subcommands: [ListSets.self, VerifySets.self],
        defaultSubcommand: ListSets.self)

    struct Folder: ParsableArguments {
        @Option(name: .long, help: "The folder that holds real data sets; also LESSONS_DATA.")
        var data: String?

        func open() throws {
            let folder = data ?? ProcessInfo.processInfo.environment["LESSONS_DATA"]
            if let folder, !FileManager.default.fileExists(atPath: folder) {
                throw CommandFailure.usage("there is no data folder \(folder)")
            }
            DataSets.location = folder
        }
    }

    struct ListSets: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the data sets and where each comes from.")
        @OptionGroup var folder: Folder

        func run() throws {
            try folder.open()
            for name in DataSets.names {
                print(name + String(repeating: " ", count: max(1, 18 - name.count)) + (try DataSets.about(name)))
            }
        }
    }

    struct VerifySets: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "verify", abstract: "Check the real data sets by size and hash.")
        @OptionGroup var folder: Folder

        func run() throws {
            try folder.open()
            var failed = false
            for name in DataSets.names {
                guard case .folder(let place) = try DataSets.origin(of: name) else {
                    print("\(name): the built-in sample")
                    continue
                }
                let problems = try DataSets.verify(name, in: DataSets.location ?? ".")
                let verdict = problems.isEmpty ? "is the edition that the lessons were written with" : problems.map { "\($0)" }.joined(separator: "; ")
                print("\(name): \(place) \(verdict)")
                failed = failed || !problems.isEmpty
            }
            if failed { throw ExitCode(1) }
        }
    }
}
