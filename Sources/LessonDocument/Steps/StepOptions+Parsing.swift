/// What a fence's info string says, as it was read.
struct StepInfo {
    var id: String?
    var idPosition: SourcePosition?
    var options = StepOptions()
    /// Where the exercise of a `check=` or `solution=` is named.
    var targetPosition: SourcePosition?
}

/// Reads `{#id key=value key="text" flag}`.
struct StepInfoParser {
    private let bytes: [UInt8]
    private let file: String
    private let line: Int
    private var index: Int
    private(set) var info = StepInfo()
    private(set) var problems: [DocumentDiagnostic] = []

    /// `bytes` is the fence's whole line; reading begins after the fence's first word, at `index`.
    init(line bytes: [UInt8], from index: Int, file: String, number: Int) {
        self.bytes = bytes
        self.index = index
        self.file = file
        line = number
    }

    mutating func parse() {
        skipSpaces()
        guard index < bytes.count else { return }
        guard bytes[index] == UInt8(ascii: "{") else {
            return report(
                "'\(text(index..<bytes.count))' after the fence's first word", at: index, length: bytes.count - index,
                hint: "options stand in braces: ```swift {#id echo=fold}")
        }
        let open = index
        index += 1
        while true {
            skipSpaces()
            guard index < bytes.count else {
                return report("the braces are not closed", at: open, hint: "end the options with '}'")
            }
            if bytes[index] == UInt8(ascii: "}") { break }
            guard parseItem() else { return }
        }
        index += 1
        skipSpaces()
        if index < bytes.count {
            report("'\(text(index..<bytes.count))' after the options", at: index, length: bytes.count - index, hint: "delete it")
        }
    }

    /// Reads one id, flag or pair; false when the rest of the line cannot be read.
    private mutating func parseItem() -> Bool {
        let start = index
        if bytes[index] == UInt8(ascii: "#") {
            index += 1
            let name = text(word())
            guard isId(name) else {
                report(
                    "'#\(name)' is not a step id", at: start, length: max(1, index - start),
                    hint: "an id begins with a letter or digit and has letters, digits, '-', '_' and '.', at most 80")
                return true
            }
            guard info.id == nil else {
                report("the step has two ids", at: start, length: index - start)
                return true
            }
            info.id = name
            info.idPosition = SourcePosition(line: line, column: start + 1)
            return true
        }
        let key = text(word())
        guard !key.isEmpty else {
            index += 1
            report("'\(text(start..<index))' has no place in the options", at: start, hint: "write key=value or key=\"text\"")
            return true
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            apply(key: key, value: nil, keyStart: start, valueStart: start, valueEnd: index)
            return true
        }
        index += 1
        let valueStart = index
        let value: String
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            guard let quoted = quotedText() else {
                report("the text has no closing quote", at: valueStart, length: bytes.count - valueStart)
                return false
            }
            value = quoted
        } else {
            value = text(word(stoppingAtEquals: false))
        }
        apply(key: key, value: value, keyStart: start, valueStart: valueStart, valueEnd: index)
        return true
    }

    private mutating func apply(key: String, value: String?, keyStart: Int, valueStart: Int, valueEnd: Int) {
        func wrong(_ hint: String) -> DocumentDiagnostic {
            let given = value.map { "'\(key)=\($0)' is not possible" } ?? "'\(key)' needs a value"
            return diagnostic(given, at: valueStart, length: valueEnd - valueStart, hint: hint)
        }
        switch key {
        case "echo":
            guard let echo = value.flatMap(StepOptions.Echo.init) else { return problems.append(wrong("echo is show, fold or hide")) }
            info.options.echo = echo
        case "run":
            guard value == "no" || value == "yes" else { return problems.append(wrong("run is yes or no")) }
            info.options.runs = value == "yes"
        case "error":
            guard let value, !value.isEmpty else { return problems.append(wrong("write error=\"part of the message\"")) }
            info.options.expectedError = value
        case "tolerance":
            guard let tolerance = value.flatMap(Self.tolerance) else {
                return problems.append(wrong("write tolerance=0.01 or tolerance=0.01,0.001 (relative, absolute)"))
            }
            info.options.tolerance = tolerance
        case "timeout":
            guard let seconds = value.flatMap(Self.seconds) else { return problems.append(wrong("write timeout=60s, 500ms or 2m")) }
            info.options.timeout = seconds
        case "scope":
            guard value == "local" else { return problems.append(wrong("the one scope to name is local")) }
            info.options.isLocal = true
        case "checkpoint":
            guard value == nil else { return problems.append(wrong("'checkpoint' stands alone")) }
            info.options.checkpoints = true
        case "exercise":
            guard value == nil else { return problems.append(wrong("'exercise' stands alone")) }
            setRole(.exercise, at: keyStart, length: valueEnd - keyStart)
        case "check", "solution":
            guard let value, isId(value) else { return problems.append(wrong("write \(key)=ID, the id of the exercise")) }
            info.targetPosition = SourcePosition(line: line, column: valueStart + 1)
            setRole(key == "check" ? .check(of: value) : .solution(of: value), at: keyStart, length: valueEnd - keyStart)
        default:
            report(
                "unknown step option '\(key)'", at: keyStart, length: key.utf8.count,
                hint: nearest(to: key, among: StepOptions.keys).map { "did you mean '\($0)'?" }
                    ?? "the options are #id, \(StepOptions.keys.joined(separator: ", "))")
        }
    }

    private mutating func setRole(_ role: StepOptions.Role, at start: Int, length: Int) {
        if info.options.role != .ordinary {
            report("a step is one of exercise, check and solution", at: start, length: length)
        }
        info.options.role = role
    }

    // MARK: Values

    private static func tolerance(_ text: String) -> StepOptions.Tolerance? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.map { $0 >= 0 && $0.isFinite } ?? false }) else { return nil }
        return StepOptions.Tolerance(relative: (parts.first ?? 0) ?? 0, absolute: (parts.dropFirst().first ?? 0) ?? 0)
    }

    private static func seconds(_ text: String) -> Double? {
        let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60)]
        for (unit, factor) in units where text.hasSuffix(unit) {
            guard let value = Double(text.dropLast(unit.count)), value > 0, value.isFinite else { return nil }
            return value * factor
        }
        return nil
    }

    private func isId(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isWordScalar(first), text.utf8.count <= 80 else { return false }
        return text.unicodeScalars.allSatisfy { isWordScalar($0) || "-_.".unicodeScalars.contains($0) }
    }

    private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    // MARK: Bytes

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    }

    private mutating func word(stoppingAtEquals: Bool = true) -> Range<Int> {
        let start = index
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "}") { break }
            if stoppingAtEquals, byte == UInt8(ascii: "=") { break }
            index += 1
        }
        return start..<index
    }

    /// The text between quotes, `\"` and `\\` standing for `"` and `\`; nil when it does not end on the line.
    private mutating func quotedText() -> String? {
        var result: [UInt8] = []
        var next = index + 1
        while next < bytes.count {
            if bytes[next] == UInt8(ascii: "\""), next > index {
                index = next + 1
                return String(decoding: result, as: UTF8.self)
            }
            if bytes[next] == UInt8(ascii: "\\"), next + 1 < bytes.count, [0x22, 0x5C].contains(bytes[next + 1]) { next += 1 }
            result.append(bytes[next])
            next += 1
        }
        return nil
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    private func diagnostic(_ message: String, at index: Int, length: Int = 1, hint: String? = nil) -> DocumentDiagnostic {
        DocumentDiagnostic(file: file, line: line, column: index + 1, length: length, message: message, hint: hint)
    }

    private mutating func report(_ message: String, at index: Int, length: Int = 1, hint: String? = nil) {
        problems.append(diagnostic(message, at: index, length: length, hint: hint))
    }
}
