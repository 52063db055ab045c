import Foundation

/// The result of lesson tests as text for people, as JSON and as JUnit XML.
public enum TestReport {
    /// One lesson's result, every difference with its place.
    public static func text(_ result: LessonTest.Result) -> String {
        var lines: [String] = []
        for failure in result.failures {
            let step = failure.step.isEmpty ? "" : " [\(failure.step)]"
            lines.append("\(result.file):\(failure.line):\(step) \(failure.text)")
        }
        for difference in result.differences {
            lines.append("\(result.file):\(difference.line): [\(difference.step)] \(difference.explanation)")
            if !difference.expected.isEmpty { lines.append("    expected: \(difference.expected)") }
            if !difference.got.isEmpty { lines.append("    got:      \(difference.got)") }
        }
        for step in result.orphans {
            lines.append("\(result.file): the transcript has results of a step '\(step)' that the lesson does not have")
        }
        lines += result.remarks.map { "\(result.file): \($0)" }
        let state = result.isPassed ? "ok    " : "FAILED"
        var counts = "\(result.passed.count) steps agree"
        if !result.differences.isEmpty { counts += ", \(Set(result.differences.map(\.step)).count) differ" }
        if !result.failures.isEmpty { counts += ", \(result.failures.count) failed" }
        if !result.skipped.isEmpty { counts += ", \(result.skipped.count) skipped because of those" }
        let seconds = result.seconds.values.reduce(0, +)
        lines.append("\(state) \(result.lesson): \(counts) (\(TerminalListener.seconds(seconds)))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The line that ends a report. `N passed, N failed` counts lessons.
    public static func summary(_ results: [LessonTest.Result]) -> String {
        let failed = results.filter { !$0.isPassed }.count
        return "lessons: \(results.count - failed) passed, \(failed) failed"
    }

    /// One lesson's result as a line of JSON; `docs/formats.md` describes it.
    public static func json(_ result: LessonTest.Result) -> String {
        let line = Line(
            lesson: result.lesson, file: result.file, passed: result.isPassed, steps: result.passed,
            differences: result.differences.map {
                .init(step: $0.step, line: $0.line, expected: $0.expected, got: $0.got, explanation: $0.explanation)
            },
            failures: result.failures.map { .init(step: $0.step, line: $0.line, text: $0.text) }, skipped: result.skipped,
            orphans: result.orphans, remarks: result.remarks, seconds: result.seconds)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(line) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    /// Reads a line of JSON back; nil where it is none. Which pictures belong to a difference is not in it.
    public static func result(json: String) -> LessonTest.Result? {
        guard let line = try? JSONDecoder().decode(Line.self, from: Data(json.utf8)), line.format == 1 else { return nil }
        var result = LessonTest.Result(lesson: line.lesson, file: line.file)
        result.passed = line.steps
        result.differences = line.differences.map {
            ResultDifference(step: $0.step, line: $0.line, expected: $0.expected, got: $0.got, explanation: $0.explanation)
        }
        result.failures = line.failures.map { (step: $0.step, line: $0.line, text: $0.text) }
        result.skipped = line.skipped
        result.orphans = line.orphans
        result.remarks = line.remarks
        result.seconds = line.seconds
        return result
    }

    private struct Line: Codable {
        struct Difference: Codable {
            var step: String
            var line: Int
            var expected: String
            var got: String
            var explanation: String
        }
        struct Failure: Codable {
            var step: String
            var line: Int
            var text: String
        }
        var format = 1
        var lesson: String
        var file: String
        var passed: Bool
        var steps: [String]
        var differences: [Difference]
        var failures: [Failure]
        var skipped: [String]
        var orphans: [String]
        var remarks: [String]
        var seconds: [String: Double]
    }

    /// All results as JUnit XML: a test suite for each lesson, a test case for each step.
    public static func junit(_ results: [LessonTest.Result]) -> String {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
        for result in results {
            let differing = Set(result.differences.map(\.step)).sorted()
            let count = result.passed.count + differing.count + result.failures.count + result.skipped.count + result.orphans.count
            let failures = differing.count + result.failures.count + result.orphans.count
            text += "  <testsuite name=\"\(escaped(result.lesson))\" tests=\"\(count)\" failures=\"\(failures)\" skipped=\"\(result.skipped.count)\">\n"
            func testCase(_ name: String, _ content: String) {
                let seconds = String(format: "%.3f", result.seconds[name] ?? 0)
                text += "    <testcase classname=\"\(escaped(result.lesson))\" name=\"\(escaped(name))\" time=\"\(seconds)\""
                text += content.isEmpty ? "/>\n" : ">\(content)</testcase>\n"
            }
            for step in result.passed { testCase(step, "") }
            for step in differing {
                let of = result.differences.filter { $0.step == step }
                let body = of.map { "\(result.file):\($0.line): \($0.explanation)\nexpected: \($0.expected)\ngot: \($0.got)" }.joined(separator: "\n")
                testCase(step, "<failure message=\"\(escaped(of.first?.explanation ?? ""))\">\(escaped(body))</failure>")
            }
            for failure in result.failures {
                testCase(failure.step.isEmpty ? "lesson" : failure.step, "<failure message=\"\(escaped(failure.text))\">\(escaped("\(result.file):\(failure.line)"))</failure>")
            }
            for step in result.orphans { testCase(step, "<failure message=\"the lesson does not have this step\"/>") }
            for step in result.skipped { testCase(step, "<skipped/>") }
            text += "  </testsuite>\n"
        }
        return text + "</testsuites>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\u{0}"..<" ": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
