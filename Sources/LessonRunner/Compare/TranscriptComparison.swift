import Figures
import Foundation

/// A place where a run's result differs from the transcript's.
public struct ResultDifference: Equatable, Sendable {
    public var step: String
    /// The step's line in the lesson file.
    public var line: Int
    public var expected: String
    public var got: String
    /// What differs and by how much.
    public var explanation: String
    /// Pictures to show side by side: file names in the transcript's folder and in the run's.
    public var pictures: (expected: String, got: String)?

    public init(step: String, line: Int, expected: String, got: String, explanation: String, pictures: (String, String)? = nil) {
        self.step = step
        self.line = line
        self.expected = expected
        self.got = got
        self.explanation = explanation
        self.pictures = pictures.map { (expected: $0.0, got: $0.1) }
    }

    public static func == (a: ResultDifference, b: ResultDifference) -> Bool {
        a.step == b.step && a.line == b.line && a.expected == b.expected && a.got == b.got && a.explanation == b.explanation
    }
}

/// Compares what a step gave with what the transcript has for it.
public struct TranscriptComparison {
    /// Reads a picture of the transcript, by file name.
    let expectedPicture: (String) -> Data?
    /// Reads a picture of the run, by file name.
    let gotPicture: (String) -> Data?

    public init(expectedPicture: @escaping (String) -> Data?, gotPicture: @escaping (String) -> Data?) {
        self.expectedPicture = expectedPicture
        self.gotPicture = gotPicture
    }

    /// The differences of one step's results from the expected ones.
    public func differences(
        step: String, line: Int, expected: [Transcript.Block], got: [Transcript.Block], tolerance: Tolerance?
    ) -> [ResultDifference] {
        var result: [ResultDifference] = []
        func add(_ expected: String, _ got: String, _ explanation: String, pictures: (String, String)? = nil) {
            result.append(
                ResultDifference(step: step, line: line, expected: expected, got: got, explanation: explanation, pictures: pictures))
        }
        for index in 0..<max(expected.count, got.count) {
            guard index < got.count else {
                add(Self.summary(expected[index]), "", "the result is missing")
                continue
            }
            guard index < expected.count else {
                add("", Self.summary(got[index]), "the result was not expected")
                continue
            }
            switch (expected[index], got[index]) {
            case (.text(let a), .text(let b)), (.hint(let a), .hint(let b)), (.error(let a), .error(let b)):
                for difference in TextComparison.differences(expected: a, got: b, tolerance: tolerance) {
                    add(difference.expected, difference.got, difference.explanation)
                }
            case (.table(let headers, let rows), .table(let gotHeaders, let gotRows)):
                compareTables((headers, rows), (gotHeaders, gotRows), tolerance, add: { add($0, $1, $2) })
            case (.picture(let a, _), .picture(let b, _)):
                comparePictures(a, b, add: { add(a, b, $0, pictures: (a, b)) })
            case (.animation(let a, _), .animation(let b, _)):
                compareAnimations(a, b, add: { add(a, b, $0, pictures: (a, b)) })
            case (let a, let b):
                add(Self.summary(a), Self.summary(b), "\(Self.kind(b)) instead of \(Self.kind(a))")
            }
        }
        return result
    }

    // MARK: Tables

    private func compareTables(
        _ expected: (headers: [String], rows: [[String]]), _ got: (headers: [String], rows: [[String]]),
        _ tolerance: Tolerance?, add: (String, String, String) -> Void
    ) {
        if expected.headers.count != got.headers.count {
            return add("\(expected.headers.count) columns", "\(got.headers.count) columns", "the table has other columns")
        }
        func cells(_ a: [String], _ b: [String], _ place: String) {
            for (column, (x, y)) in zip(a, b).enumerated() {
                // Cells have the spaces of a pipe table around them trimmed.
                if let text = TextComparison.difference(expected: x, got: y, tolerance: tolerance) {
                    let name = column < expected.headers.count && !expected.headers[column].isEmpty ? "“\(expected.headers[column])”" : "\(column + 1)"
                    add(x, y, "\(place), column \(name): \(text)")
                }
            }
        }
        cells(expected.headers, got.headers, "the headings")
        if let elision = expected.rows.firstIndex(where: Self.isElision) {
            let tail = expected.rows.count - elision - 1
            if got.rows.count < elision + tail {
                return add("at least \(elision + tail) rows", "\(got.rows.count) rows", "rows are missing")
            }
            for index in 0..<elision { cells(expected.rows[index], got.rows[index], "row \(index + 1)") }
            for index in 0..<tail {
                let row = got.rows.count - tail + index
                cells(expected.rows[elision + 1 + index], got.rows[row], "row \(row + 1)")
            }
        } else {
            for index in 0..<min(expected.rows.count, got.rows.count) { cells(expected.rows[index], got.rows[index], "row \(index + 1)") }
            if expected.rows.count > got.rows.count {
                let row = expected.rows[got.rows.count].joined(separator: " | ")
                add(row, "", "row \(got.rows.count + 1) is missing (\(expected.rows.count) rows expected, \(got.rows.count) there)")
            } else if got.rows.count > expected.rows.count {
                let row = got.rows[expected.rows.count].joined(separator: " | ")
                add("", row, "row \(expected.rows.count + 1) was not expected (\(expected.rows.count) rows expected, \(got.rows.count) there)")
            }
        }
    }

    private static func isElision(_ row: [String]) -> Bool {
        row.allSatisfy { $0 == "..." } && !row.isEmpty
    }

    // MARK: Words

    static func kind(_ block: Transcript.Block) -> String {
        switch block {
        case .text: return "text"
        case .hint: return "a hint"
        case .error: return "an error"
        case .table: return "a table"
        case .picture: return "a picture"
        case .animation: return "an animation"
        }
    }

    static func summary(_ block: Transcript.Block) -> String {
        switch block {
        case .text(let text), .hint(let text), .error(let text):
            let first = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
            return first.count > 100 ? first.prefix(100) + "…" : first
        case .table(let headers, let rows): return "a table of \(rows.count) rows: \(headers.joined(separator: ", "))"
        case .picture(let file, _), .animation(let file, _): return file
        }
    }
}
