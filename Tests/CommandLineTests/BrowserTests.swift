import Foundation
import XCTest

/// The pages of real lessons in a real browser, by `Tests/Browser/check_pages.py`.
///
/// Skipped with one line where there is no Chromium, or no Python environment can be made. `LESSONS_CHROMIUM` and
/// `LESSONS_BROWSER_PYTHON` name others than are found.
final class BrowserTests: XCTestCase {
    private let root = URL(fileURLWithPath: Tool.packageRoot)

    func testTheCourseInChromium() throws {
        let browser = try chromium()
        let python = try python()
        let course = try RealCourse.shared()
        let (status, output) = try run(
            python, [root.appendingPathComponent("Tests/Browser/check_pages.py").path, browser, course.output])
        XCTAssertEqual(status, 0, output)
        XCTAssertTrue(output.contains("checked "), output)
    }

    // MARK: What is needed

    private func chromium() throws -> String {
        let environment = ProcessInfo.processInfo.environment
        if let named = environment["LESSONS_CHROMIUM"] { return named }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        for name in ["chromium", "chromium-browser", "google-chrome"] {
            if let folder = folders.first(where: { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }) {
                return "\(folder)/\(name)"
            }
        }
        throw XCTSkip("no Chromium was found: install the package chromium to have the pages checked in it")
    }

    /// A Python with what the script needs, made in the build folder the first time.
    private func python() throws -> String {
        if let named = ProcessInfo.processInfo.environment["LESSONS_BROWSER_PYTHON"] { return named }
        let folder = root.appendingPathComponent(".build/browser-tests")
        let python = folder.appendingPathComponent("bin/python").path
        let requirements = root.appendingPathComponent("Tests/Browser/requirements.txt").path
        if (try? run(python, ["-c", "import playwright, axe_playwright_python"]).status) == 0 { return python }
        for (program, arguments) in [
            ("/usr/bin/env", ["python3", "-m", "venv", folder.path]),
            (python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]),
        ] {
            guard (try? run(program, arguments).status) == 0 else {
                throw XCTSkip("no Python environment with playwright could be made: the pages are not checked in Chromium")
            }
        }
        return python
    }

    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
