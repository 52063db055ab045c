import Foundation
import XCTest

/// What a lesson's steps gave, read from the events of `lessons run --json`.
struct LessonOutcome {
    private struct Event: Decodable {
        struct Table: Decodable {
            var headers: [String]
            var rows: [[String]]
        }

        var event: String
        var step: String?
        var kind: String?
        var text: String?
        var table: Table?
    }

    private var outputs: [String: [Event]] = [:]
    private var inOrder: [Event] = []

    init(_ lesson: String, _ arguments: [String]) throws {
        let project = try Project()
        let path = Tool.packageRoot + "/Lessons/\(lesson).md"
        let outcome = try Tool.run(
            ["run", path, "--json", "--output", project.folder + "/Output"] + arguments, in: project.folder)
        XCTAssertEqual(outcome.status, 0, outcome.errors)
        let checks = try Self.checks(path)
        var step = ""
        for line in outcome.output.split(separator: "\n") {
            let event = try JSONDecoder().decode(Event.self, from: Data(line.utf8))
            if event.event == "step-started" { step = event.step ?? "" }
            guard event.event == "output" else { continue }
            outputs[step, default: []].append(event)
            if !checks.contains(step) { inOrder.append(event) }
        }
    }

    /// The texts and tables of a step.
    func text(_ step: String) -> String {
        (outputs[step] ?? []).map { event in
            event.text ?? (event.table.map { [$0.headers] + $0.rows } ?? []).map { $0.joined(separator: " ") }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The numbers in a column of the step's tables, one table after the other.
    func column(_ name: String, of step: String) -> [Double] {
        (outputs[step] ?? []).compactMap(\.table).flatMap { table in
            table.headers.firstIndex(of: name).map { index in
                table.rows.compactMap { Double($0[index].filter { "0123456789.-".contains($0) }) }
            } ?? []
        }
    }

    func validationLosses(_ step: String) -> [Double] { column("valid loss", of: step) }

    /// The steps that look at an exercise. In the lesson they see what stands there for the reader to replace.
    private static func checks(_ path: String) throws -> Set<String> {
        let fences = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter {
            $0.hasPrefix("```swift {#") && $0.contains(" check=")
        }
        return Set(fences.map { String($0.dropFirst("```swift {#".count).prefix { $0 != " " }) })
    }

    /// The lines that the lesson's build prints, each with single blanks; not those about exercises, which the build has
    /// the solutions of.
    var lines: [String] {
        inOrder.flatMap { event -> [String] in
            switch event.kind {
            case "hint": []
            case "figure", "animation": Self.lines("[\(event.kind ?? "")] " + (event.text ?? ""))
            default: Self.lines(event.text ?? (event.table.map { [$0.headers] + $0.rows } ?? []).map { $0.joined(separator: " ") }.joined(separator: "\n"))
            }
        }
    }

    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }
}
