import Foundation

/// How far a number may be from the expected one.
///
/// A number passes where its distance is at most `max(absolute, relative · |expected|)`;
/// without a tolerance, it has to agree to the digits that are written.
public struct Tolerance: Equatable, Sendable {
    public var relative: Double
    public var absolute: Double

    public init(relative: Double, absolute: Double = 0) {
        self.relative = relative
        self.absolute = absolute
    }
}

/// A place where a text differs from the expected one.
public struct TextDifference: Equatable, Sendable {
    /// The line in the expected text, from 0.
    public let line: Int
    public let expected: String
    public let got: String
    /// What differs, such as `0.763 is 0.012 from 0.775`.
    public let explanation: String
}

/// Compares printed text with what is expected: words and integers exactly, floating-point numbers within a tolerance.
///
/// A line `...` of its own in the expected text stands for any number of lines.
public enum TextComparison {
    /// The differences, in the order of the lines; empty where the texts agree.
    public static func differences(expected: String, got: String, tolerance: Tolerance?) -> [TextDifference] {
        let expectedLines = lines(expected)
        let gotLines = lines(got)
        guard expectedLines.contains(where: isElision) else {
            return alignedDifferences(expectedLines, gotLines, firstLine: 0, tolerance: tolerance)
        }
        return elidedDifferences(expectedLines, gotLines, tolerance: tolerance)
    }

    /// The difference between two numbers or words, or nil where they agree.
    public static func difference(expected: String, got: String, tolerance: Tolerance?) -> String? {
        let left = tokens(expected)
        let right = tokens(got)
        for (a, b) in zip(left, right) {
            if let text = tokenDifference(a, b, tolerance: tolerance) { return text }
        }
        if left.count > right.count { return "\(quoted(left[right.count].text)) is missing" }
        if right.count > left.count { return "\(quoted(right[left.count].text)) was not expected" }
        return nil
    }

    private static func lines(_ text: String) -> [String] {
        var result = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
            return String(line)
        }
        while result.last == "" { result.removeLast() }
        return result
    }

    static func isElision(_ line: String) -> Bool {
        line.trimmingCharacters(in: .whitespaces) == "..."
    }

    private static func alignedDifferences(
        _ expected: [String], _ got: [String], firstLine: Int, tolerance: Tolerance?
    ) -> [TextDifference] {
        var result: [TextDifference] = []
        for index in 0..<max(expected.count, got.count) {
            let line = firstLine + index
            if index >= got.count {
                result.append(TextDifference(line: line, expected: expected[index], got: "", explanation: "the line is missing"))
            } else if index >= expected.count {
                result.append(TextDifference(line: line, expected: "", got: got[index], explanation: "the line was not expected"))
            } else if let explanation = difference(expected: expected[index], got: got[index], tolerance: tolerance) {
                result.append(TextDifference(line: line, expected: expected[index], got: got[index], explanation: explanation))
            }
        }
        return result
    }

    /// Matches the runs of lines between elisions in turn, each at the first place where it fits.
    private static func elidedDifferences(_ expected: [String], _ got: [String], tolerance: Tolerance?) -> [TextDifference] {
        var runs: [(start: Int, lines: [String])] = [(0, [])]
        for (index, line) in expected.enumerated() {
            if isElision(line) {
                runs.append((index + 1, []))
            } else {
                runs[runs.count - 1].lines.append(line)
            }
        }
        var position = 0
        for (number, run) in runs.enumerated() {
            let isFirst = number == 0
            let isLast = number == runs.count - 1
            if run.lines.isEmpty { continue }
            func fits(at start: Int) -> Bool {
                guard start >= position, start + run.lines.count <= got.count else { return false }
                return alignedDifferences(
                    run.lines, Array(got[start..<start + run.lines.count]), firstLine: run.start, tolerance: tolerance
                ).isEmpty
            }
            let found: Int?
            if isFirst {
                found = fits(at: 0) ? 0 : nil
            } else if isLast {
                let start = got.count - run.lines.count
                found = fits(at: start) ? start : nil
            } else {
                found = (position...max(position, got.count)).first(where: fits)
            }
            guard let start = found else {
                let fallback = isFirst ? 0 : isLast ? max(position, got.count - run.lines.count) : position
                let window = got.count > fallback ? Array(got[fallback..<min(got.count, fallback + run.lines.count)]) : []
                return alignedDifferences(run.lines, window, firstLine: run.start, tolerance: tolerance)
            }
            position = start + run.lines.count
        }
        return []
    }

    // MARK: Tokens

    private struct Token {
        enum Kind { case word, integer, float }
        var kind: Kind
        var text: String
    }

    /// Splits a line into words, numbers and single other characters; white space only separates.
    private static func tokens(_ line: String) -> [Token] {
        let characters = Array(line.unicodeScalars)
        var result: [Token] = []
        var index = 0
        func isDigit(_ position: Int) -> Bool {
            position < characters.count && ("0"..."9").contains(characters[position])
        }
        func isWord(_ position: Int) -> Bool {
            position < characters.count && (characters[position].properties.isAlphabetic || characters[position] == "_")
        }
        while index < characters.count {
            let start = index
            let scalar = characters[index]
            if scalar.properties.isWhitespace {
                index += 1
                continue
            }
            let signed = (scalar == "-" || scalar == "+" || scalar == "\u{2212}") && isDigit(index + 1)
                && !(start > 0 && (isDigit(start - 1) || isWord(start - 1)))
            if isDigit(index) || signed {
                if signed { index += 1 }
                var isFloat = false
                while isDigit(index) { index += 1 }
                if index < characters.count, characters[index] == ".", isDigit(index + 1) || !isWord(index + 1) {
                    // "3." is a float as tensors print it, but a full stop at a line's end or before a space is not.
                    if isDigit(index + 1) || (index + 1 < characters.count && ",])".unicodeScalars.contains(characters[index + 1])) {
                        isFloat = true
                        index += 1
                        while isDigit(index) { index += 1 }
                    }
                }
                if index < characters.count, characters[index] == "e" || characters[index] == "E" {
                    var exponent = index + 1
                    if exponent < characters.count, characters[exponent] == "-" || characters[exponent] == "+" { exponent += 1 }
                    if isDigit(exponent) {
                        isFloat = true
                        index = exponent
                        while isDigit(index) { index += 1 }
                    }
                }
                result.append(Token(kind: isFloat ? .float : .integer, text: string(characters[start..<index])))
            } else if isWord(index) {
                while isWord(index) || isDigit(index) { index += 1 }
                let text = string(characters[start..<index])
                let isNumber = ["nan", "inf", "infinity"].contains(text.lowercased())
                result.append(Token(kind: isNumber ? .float : .word, text: text))
            } else {
                index += 1
                result.append(Token(kind: .word, text: string(characters[start..<index])))
            }
        }
        return result
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func tokenDifference(_ expected: Token, _ got: Token, tolerance: Tolerance?) -> String? {
        if expected.text == got.text { return nil }
        // A float that happens to be whole may be written without a point.
        guard expected.kind == .float || got.kind == .float, let a = number(expected.text), let b = number(got.text) else {
            return "\(quoted(got.text)) instead of \(quoted(expected.text))"
        }
        if a.isNaN != b.isNaN { return "\(got.text) instead of \(expected.text)" }
        if a.isNaN || a == b { return nil }
        guard a.isFinite, b.isFinite else { return "\(got.text) instead of \(expected.text)" }
        let distance = abs(a - b)
        let allowed: Double
        if let tolerance {
            allowed = max(tolerance.absolute, tolerance.relative * abs(a))
        } else {
            allowed = 0.5 * lastPlace(expected.text)
        }
        if distance <= allowed * (1 + 1e-9) { return nil }
        return "\(got.text) is \(short(distance)) from \(expected.text), \(short(allowed)) is allowed"
    }

    private static func number(_ text: String) -> Double? {
        Double(text.replacingOccurrences(of: "\u{2212}", with: "-"))
    }

    /// The value of one unit in the last written digit.
    private static func lastPlace(_ text: String) -> Double {
        let lower = text.lowercased()
        let parts = lower.split(separator: "e", maxSplits: 1)
        let mantissa = parts.first.map(String.init) ?? lower
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let decimals = mantissa.firstIndex(of: ".").map { mantissa.distance(from: $0, to: mantissa.endIndex) - 1 } ?? 0
        return pow(10, Double(exponent - decimals))
    }

    private static func short(_ value: Double) -> String {
        String(format: "%.3g", value)
    }

    private static func quoted(_ text: String) -> String {
        "“\(text)”"
    }
}
