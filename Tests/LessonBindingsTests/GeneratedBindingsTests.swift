import BindingsGenerator
import Foundation
import LessonBindings
import XCTest

/// What steps see of the library is what the library's sources declare.
final class GeneratedBindingsTests: XCTestCase {
    private var root: String {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/", !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
            folder.deleteLastPathComponent()
        }
        return folder.path
    }

    func testTheCommittedBindingsAreThoseOfTheSources() throws {
        let generated = try GeneratedBindings(sources: root + "/Sources")
        let folder = root + "/Sources/LessonBindings/Generated"
        XCTAssertEqual(
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted(), generated.files.map(\.name).sorted(),
            "run Scripts/generate-bindings.sh")
        for file in generated.files {
            let committed = try String(contentsOfFile: folder + "/" + file.name, encoding: .utf8)
            XCTAssert(committed == file.text, "\(file.name) is not what the sources declare; run Scripts/generate-bindings.sh")
        }
    }

    func testALessonCannotReachFilesOrTheSettingsOfTheProcess() throws {
        let text = try GeneratedBindings(sources: root + "/Sources").files.filter { $0.name.hasPrefix("Interface") }.map(\.text).joined()
        for name in ["location", "allowed", "handler", "sink", "Interruption", "MemoryBudget", "Safetensors", "read(csv"] {
            XCTAssertFalse(
                text.split(separator: "\n").contains { !$0.drop(while: { $0 == " " }).hasPrefix("///") && $0.contains(name) },
                "\(name) is declared to steps")
        }
    }

    func testDocumentationIsFoundByNameAndByWords() throws {
        let entries = LibraryDocumentation.entries
        XCTAssert(entries.contains { $0.matches("Tensor") })
        XCTAssert(entries.contains { $0.matches("tensor.sum") && !$0.documentation.isEmpty })
        XCTAssert(entries.contains { $0.contains("learning rate") })
        XCTAssertEqual(LibraryDocumentation.nearest(to: "Tensr"), "Tensor")
    }
}
