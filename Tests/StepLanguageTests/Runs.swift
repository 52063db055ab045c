import Foundation
import StepLanguage
import XCTest

/// The standard library alone, for steps that need no more.
let standardLibrary: Library = {
    let library = Library()
    library.addStandardLibrary()
    return library
}()

/// Steps that run one after the other, as a lesson's do.
final class Run {
    let session: Session
    let execution: Execution
    private(set) var output = ""

    init(limits: Limits = Limits(secondsPerStep: 60), library: Library = standardLibrary) {
        session = Session(library: library)
        execution = Execution(session: session, limits: limits)
        execution.machine.hooks.output = { [unowned self] in output += $0 }
    }

    /// Checks and runs one more step; what it printed is in `output`.
    func step(_ source: String, file: StaticString = #filePath, line: UInt = #line) -> Execution.Outcome {
        let checked = session.check([Step(id: "step", source: SourceFile(name: "lesson.md", text: source))])[0]
        XCTAssertEqual(checked.diagnostics.filter(\.isError).map(\.description), [], "refused", file: file, line: line)
        output = ""
        return execution.run(checked)
    }

    /// The bytes that this process holds now: a limit a little above it is soon reached.
    static var memory: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}
