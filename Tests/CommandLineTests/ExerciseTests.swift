import Foundation
import XCTest

/// The exercises of the lessons, as their transcripts recorded them. That each solution passes is seen by `lessons test`, which runs
/// every lesson a second time with the solutions in place.
final class ExerciseTests: XCTestCase {
    private static let lessons = [
        "lesson5", "lesson5-training-loop", "lesson5-mnist-sgd", "lesson5-transfer", "lesson6", "lesson6-sgd", "lesson6-rnn",
        "lesson6-tabular", "lesson8",
    ]

    func testEveryLessonHasThreeExercisesWithACheckAndASolutionEach() throws {
        for lesson in Self.lessons {
            let source = try text("Lessons/\(lesson).md")
            let exercises = names(in: source, before: " exercise}")
            XCTAssertGreaterThanOrEqual(exercises.count, 3, lesson)
            for exercise in exercises {
                XCTAssert(source.contains(" check=\(exercise)}"), "\(lesson): \(exercise) has no check")
                XCTAssert(source.contains(" solution=\(exercise)}"), "\(lesson): \(exercise) has no solution")
            }
        }
    }

    func testEveryUntouchedExerciseIsToldWhatToDo() throws {
        for lesson in Self.lessons {
            let transcript = try text("Lessons/Expected/sample/\(lesson).md")
            for exercise in names(in: transcript, before: " exercise}") {
                let results = transcript.components(separatedBy: "<!-- result: \(exercise)-check -->")
                XCTAssertEqual(results.count, 2, "\(lesson): nothing is said of \(exercise)")
                let result = results.last?.components(separatedBy: "<!-- end -->").first ?? ""
                let hint = result.components(separatedBy: "```hint\n").last?.components(separatedBy: "\n```").first ?? ""
                XCTAssert(result.contains("```hint\n"), "\(lesson): the stub of \(exercise) passes its check")
                XCTAssertGreaterThan(hint.split(separator: " ").count, 6, "\(lesson): \(exercise) is told no more than: \(hint)")
            }
        }
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: Tool.packageRoot + "/" + path, encoding: .utf8)
    }

    /// The names in `{#name option}` in front of a fence's last option.
    private func names(in text: String, before option: String) -> [String] {
        text.components(separatedBy: option).dropLast().compactMap { $0.components(separatedBy: "{#").last }
    }
}
