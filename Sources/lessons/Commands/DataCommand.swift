import ArgumentParser
import DataFetch
import DataSets
import Foundation

struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "List data sets, fetch the real ones, and check them.",
        subcommands: [ListSets.self, FetchSets.self, VerifySets.self],
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

    struct FetchSets: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fetch", abstract: "Bring real data sets from their publishers.",
            discussion: "A download that was cut off is taken up where it ended. What arrives is compared by size and SHA-256.")

        @Argument(help: "The sets, as `lessons data list` names them.")
        var names: [String]

        @Option(name: .long, help: "The folder that they go into, made if it is not there; also LESSONS_DATA.")
        var data: String?

        func run() throws {
            guard let folder = data ?? ProcessInfo.processInfo.environment["LESSONS_DATA"] else {
                throw CommandFailure.usage("name the folder that the data go into: --data DIR, or LESSONS_DATA")
            }
            for name in names {
                let report = FetchReport(name: name)
                do {
                    try DataFetch.fetch(name, into: folder, progress: report.show)
                } catch let error as DataSetError {
                    throw CommandFailure.usage("\(error)")
                } catch let error as DataFetchError {
                    report.endLine()
                    throw CommandFailure.fault("\(error)")
                }
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

/// The course of a download: one line that is rewritten on a terminal, plain lines elsewhere.
private final class FetchReport {
    private let name: String
    private var isLineOpen = false
    private var shownPercent = -1

    init(name: String) {
        self.name = name
    }

    func show(_ progress: DataFetch.Progress) {
        switch progress {
        case .started(let address, let resumedAt):
            endLine()
            shownPercent = -1
            print("\(name): \(address)" + (resumedAt > 0 ? ", from byte \(resumedAt)" : ""))
        case .received(_, let bytes, let total):
            guard isatty(STDOUT_FILENO) == 1 else { return }
            let percent = total.map { bytes * 100 / max($0, 1) } ?? bytes / 1_000_000
            guard percent != shownPercent else { return }
            shownPercent = percent
            Terminal.write("\r  \(Self.megabytes(bytes))" + (total.map { " of \(Self.megabytes($0)), \(percent) %" } ?? "") + "   ")
            isLineOpen = true
        case .wrote(let path):
            endLine()
            print("  \(path)")
        case .otherEdition(let path, let detail):
            endLine()
            fputs("warning: \(path) is another edition than the lessons were written with: \(detail)\n", stderr)
        }
    }

    func endLine() {
        guard isLineOpen else { return }
        isLineOpen = false
        print("")
    }

    private static func megabytes(_ bytes: Int) -> String { String(format: "%.1f MB", Double(bytes) / 1e6) }
}
