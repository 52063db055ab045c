import ArgumentParser
import LessonDocument
import LessonKit
import LessonPages
import LessonRunner

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The command line. Exit codes: 0, 1 for a fault of a lesson or of data, 2 for a usage error.
@main
struct Lessons: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lessons",
        abstract: "Run, check and render deep-learning lessons written in Markdown with Swift steps.",
        version: Program.version,
        subcommands: [
            RunCommand.self, RenderCommand.self, TestCommand.self, AcceptCommand.self, ReviewCommand.self, CheckCommand.self, EvalCommand.self,
            ExportCommand.self, ListCommand.self, NewCommand.self, DataCommand.self, CacheCommand.self, DocsCommand.self,
            DoctorCommand.self,
        ])

    static func main() {
        // A reader that goes away (`lessons run … | head`) ends the program quietly.
        signal(SIGPIPE, SIG_DFL)
        setvbuf(stdout, nil, _IOFBF, 1 << 16)
        MemoryBudget.keepFreed()
        do {
            var command = try parseAsRoot()
            try command.run()
            fflush(stdout)
        } catch {
            leave(report(error))
        }
    }

    /// Tells the user of an error; gives the exit code.
    static func report(_ error: Error) -> Int32 {
        fflush(stdout)
        switch error {
        case let end as ExitCode:
            return end.rawValue
        case let failure as CommandFailure:
            Terminal.error(failure.message)
            return failure.code
        case let error as LessonError:
            Terminal.error(error)
            return 1
        case let failure as LessonLocator.Failure:
            Terminal.error(failure.description)
            return 2
        case let error as OutputError:
            Terminal.error(error.description)
            return 1
        case let error as SiteError:
            Terminal.error(error.description)
            return 1
        default:
            let text = fullMessage(for: error)
            if exitCode(for: error) == .success {
                print(text)
                fflush(stdout)
                return 0
            }
            fputs(text + "\n", stderr)
            return 2
        }
    }
}

/// What ends a command, in one or two lines for the user.
struct CommandFailure: Error {
    var message: String
    var code: Int32

    /// A fault of a lesson, its data or its output: exit code 1.
    static func fault(_ message: String) -> CommandFailure { CommandFailure(message: message, code: 1) }
    /// The command line was wrong: exit code 2.
    static func usage(_ message: String) -> CommandFailure { CommandFailure(message: message, code: 2) }
}

/// Ends the process; a name of its own because commands have an `exit` too.
private func leave(_ code: Int32) -> Never {
    exit(code)
}
