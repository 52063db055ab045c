import ArgumentParser
import LessonDocument
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
            RunCommand.self, RenderCommand.self, TestCommand.self, AcceptCommand.self, CheckCommand.self, EvalCommand.self,
            ExportCommand.self, ListCommand.self, NewCommand.self, DataCommand.self, DocsCommand.self, DoctorCommand.self,
        ])

    static func main() {
        // A reader that goes away (`lessons run … | head`) ends the program quietly.
        signal(SIGPIPE, SIG_DFL)
        setvbuf(stdout, nil, _IOFBF, 1 << 16)
        do {
            var command = try parseAsRoot()
            try command.run()
            fflush(stdout)
        } catch let end as ExitCode {
            fflush(stdout)
            leave(end.rawValue)
        } catch let failure as CommandFailure {
            fflush(stdout)
            Terminal.error(failure.message)
            leave(failure.code)
        } catch let error as LessonError {
            fflush(stdout)
            Terminal.error(error)
            leave(1)
        } catch let failure as LessonLocator.Failure {
            fflush(stdout)
            Terminal.error(failure.description)
            leave(2)
        } catch let error as OutputError {
            fflush(stdout)
            Terminal.error(error.description)
            leave(1)
        } catch let error as SiteError {
            fflush(stdout)
            Terminal.error(error.description)
            leave(1)
        } catch {
            fflush(stdout)
            let text = fullMessage(for: error)
            if exitCode(for: error) == .success {
                print(text)
                fflush(stdout)
                leave(0)
            }
            fputs(text + "\n", stderr)
            leave(2)
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
