import Foundation
import XCTest

/// The project's own lessons in a folder of their own, two of them run: the gallery, and one with a film and exercises.
///
/// Made once for all tests that look at its pages. A third lesson holds what a good one has not: a step that fails, and steps after it.
final class RealCourse {
    static let run = ["gallery", "lesson6-sgd"]
    nonisolated(unsafe) private static var made: Result<RealCourse, Error>?

    let project: Project
    var output: String { project.folder + "/Output" }

    static func shared() throws -> RealCourse {
        if let made { return try made.get() }
        let new = Result { try RealCourse() }
        made = new
        return try new.get()
    }

    private init() throws {
        project = try Project()
        let lessons = Tool.packageRoot + "/Lessons"
        for name in try FileManager.default.contentsOfDirectory(atPath: lessons) where name != "Expected" {
            try FileManager.default.copyItem(atPath: "\(lessons)/\(name)", toPath: "\(project.folder)/Lessons/\(name)")
        }
        try project.lesson(
            "failing",
            """
            ---
            title: "A lesson that fails"
            summary: "A step with a mistake, and what is shown of the rest."
            order: 30
            ---
            ## Before

            ```swift {#list}
            let list = [1, 2, 3]
            list
            ```

            > [!WARNING]
            > The next step reads beyond the end.

            ## The mistake

            ```swift {#beyond}
            let place = list.count + 4
            list[place]
            ```

            ## After

            ```swift {#after}
            print(place)
            ```

            """)
        for name in Self.run {
            let result = try project.run("run", name, "--quiet")
            guard result.status == 0 else { throw Problem(text: "\(name): \(result.errors)") }
        }
        guard try project.run("run", "failing", "--quiet").status == 1 else { throw Problem(text: "the failing lesson does not fail") }
    }

    struct Problem: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }

    /// Every page below the output folder, with its text.
    func pages() throws -> [(path: String, html: String)] {
        let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".html") }.sorted().map { ($0, try String(contentsOfFile: "\(output)/\($0)", encoding: .utf8)) }
    }
}
