import Foundation
import LessonDocument
import LessonRunner
import StepLanguage

/// The terminal that the program writes to.
enum Terminal {
    /// Whether standard output is a terminal that colours may be used on.
    static var usesColour: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
            && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    static var errorUsesColour: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }

    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return Int(size.ws_col)
    }

    /// How results are shown here.
    static func style(quiet: Bool) -> TerminalListener.Style {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return TerminalListener.Style(usesColour: usesColour, rewritesLines: isTerminal, isQuiet: quiet, width: width)
    }

    /// Writes to standard output at once.
    static func write(_ text: String) {
        fputs(text, stdout)
        fflush(stdout)
    }

    /// One error of the command, on standard error.
    static func error(_ message: String) {
        let label = errorUsesColour ? "\u{1B}[31merror:\u{1B}[0m" : "error:"
        fputs("\(label) \(message)\n", stderr)
    }

    /// A remark on standard error that is no error.
    static func note(_ message: String) { fputs("note: \(message)\n", stderr) }

    /// Everything that is wrong with a lesson's file.
    static func error(_ error: LessonError) { show(error.diagnostics) }

    /// What is wrong with a lesson's text, a line each.
    static func show(_ diagnostics: [DocumentDiagnostic]) {
        for diagnostic in diagnostics { fputs(diagnostic.description + "\n", stderr) }
    }

    /// What the checker found, each with its line and a caret.
    static func show(_ diagnostics: [Diagnostic], lesson: Lesson) {
        fputs(text(of: diagnostics, lesson: lesson, colour: errorUsesColour), stderr)
    }

    static func text(of diagnostics: [Diagnostic], lesson: Lesson, colour: Bool) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let lines = lesson.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return DiagnosticRenderer(usesColor: colour).render(diagnostics) { place in
            place.line >= 1 && place.line <= lines.count ? lines[place.line - 1] : nil
        } + "\n"
    }
}
