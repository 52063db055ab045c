import Foundation
import StepLanguage
import XCTest

/// Programs that swiftc and the interpreter have to agree on; see `Scripts/record-programs.sh`.
final class ProgramTests: XCTestCase {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Programs")

    private static let library: Library = {
        let library = Library()
        library.addStandardLibrary()
        return library
    }()

    /// The programs of a folder but those that its `open.txt` names: what the interpreter does not do yet.
    private static func programs(in folder: URL) throws -> [URL] {
        let all = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "swift" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        let text = (try? String(contentsOf: folder.appendingPathComponent("open.txt"), encoding: .utf8)) ?? ""
        let open = Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))
        let names = Set(all.map { $0.deletingPathExtension().lastPathComponent })
        XCTAssert(open.isSubset(of: names), "open.txt names programs that are not there: \(open.subtracting(names).sorted())")
        print("\(open.count) of \(all.count) programs in \(folder.lastPathComponent) are open")
        return all.filter { !open.contains($0.deletingPathExtension().lastPathComponent) }
    }

    private static func run(_ source: String, _ file: URL) -> (output: String, diagnostics: [Diagnostic]) {
        var output = ""
        let diagnostics = runProgram(
            source, file: file.lastPathComponent, library: library, limits: Limits(secondsPerStep: 30)
        ) { output += $0 }
        return (output, diagnostics)
    }

    func testProgramsPrintWhatSwiftcRecorded() throws {
        let files = try Self.programs(in: Self.folder)
        XCTAssertFalse(files.isEmpty)
        var passed = 0
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            let expected = try String(
                contentsOf: file.deletingPathExtension().appendingPathExtension("expected"), encoding: .utf8)
            let (output, diagnostics) = Self.run(source, file)
            let errors = diagnostics.filter(\.isError)
            if output == expected && errors.isEmpty {
                passed += 1
            } else if let error = errors.first {
                XCTFail("\(error)")
            } else {
                XCTFail("\(file.lastPathComponent): \(Self.difference(expected, output))")
            }
        }
        print("\(passed) of \(files.count) programs give what swiftc's give")
    }

    func testRefusedProgramsSayWhatIsWrongAndWhere() throws {
        let files = try Self.programs(in: Self.folder.appendingPathComponent("Refused"))
        XCTAssertFalse(files.isEmpty)
        var passed = 0
        for file in files {
            let source = try String(contentsOf: file, encoding: .utf8)
            let expected = Self.expectations(source)
            XCTAssertFalse(expected.isEmpty, "\(file.lastPathComponent) expects nothing")
            let (_, diagnostics) = Self.run(source, file)
            let errors = diagnostics.filter(\.isError)
            let missing = expected.filter { expectation in
                !errors.contains { $0.location.line == expectation.line && $0.message.contains(expectation.text) }
            }
            // What is expected is all that may be said.
            let others = errors.filter { error in !expected.contains { error.location.line == $0.line } }
            if missing.isEmpty && others.isEmpty {
                passed += 1
            } else {
                let said = errors.map(\.description).joined(separator: "; ")
                let wanted = expected.map { "\($0.line): \($0.text)" }.joined(separator: "; ")
                XCTFail("\(file.lastPathComponent): expected \(wanted); got \(said.isEmpty ? "no error" : said)")
            }
        }
        print("\(passed) of \(files.count) programs are refused or stopped as expected")
    }

    /// The errors that comments at the ends of lines announce: `// error: …` and `// stops: …`.
    private static func expectations(_ source: String) -> [(line: Int, text: String)] {
        source.components(separatedBy: "\n").enumerated().compactMap { index, line in
            for mark in ["// error: ", "// stops: "] {
                if let range = line.range(of: mark) { return (index + 1, String(line[range.upperBound...])) }
            }
            return nil
        }
    }

    /// The first line that differs.
    private static func difference(_ expected: String, _ output: String) -> String {
        let (wanted, got) = (expected.components(separatedBy: "\n"), output.components(separatedBy: "\n"))
        for index in 0..<max(wanted.count, got.count) {
            let (a, b) = (index < wanted.count ? wanted[index] : "nothing", index < got.count ? got[index] : "nothing")
            if a != b { return "line \(index + 1) is '\(b)', swiftc's is '\(a)'" }
        }
        return "no difference"
    }
}
