/// Hides formulas from cmark, which would take their underscores, asterisks and backslashes for its own.
///
/// Each formula is replaced by as many control characters (which a lesson's file cannot contain), so no column moves. The first says
/// that a formula begins, the others number it; a formula's further lines hold continuation characters.
struct MathMask {
    struct Formula {
        let tex: String
        let source: String
        let display: Bool
    }

    private(set) var text: SourceText
    private var formulas: [String: Formula] = [:]
    private var placeholders: [String: [UInt8]] = [:]
    private var counters: [Int: Int] = [:]

    static let begin: UInt8 = 0x01
    static let continuation: UInt8 = 0x1F
    private static let digits: [UInt8] = Array(0x02...0x08) + Array(0x0E...0x1E)

    /// Masks the formulas of `text` outside the lines in `verbatim` (code and raw HTML, counting from 1).
    init(_ text: SourceText, verbatim: Set<Int>) {
        self.text = text
        guard text.lines.contains(where: { $0.contains(UInt8(ascii: "$")) }) else { return }
        var number = 1
        while number <= text.lines.count {
            if !verbatim.contains(number) { number = mask(line: number, verbatim: verbatim) }
            number += 1
        }
    }

    // MARK: Finding

    private static let dollar = UInt8(ascii: "$")
    private static let backslash = UInt8(ascii: "\\")
    private static let backtick = UInt8(ascii: "`")

    /// Masks what begins on a line; returns the last line that was masked.
    private mutating func mask(line number: Int, verbatim: Set<Int>) -> Int {
        var line = text[line: number]
        var index = 0
        while index < line.count {
            switch line[index] {
            case Self.backslash: index += 2
            case Self.backtick: index = Self.afterCode(line, index)
            case Self.dollar where index + 1 < line.count && line[index + 1] == Self.dollar:
                if let close = Self.displayEnd(line, from: index + 2), !Self.isBlank(line[(index + 2)..<close]) {
                    replace(&line, index..<(close + 2), tex: line[(index + 2)..<close], display: true)
                    index = close + 2
                } else if Self.onlyMarks(line[..<index]), let last = maskLines(&line, number, from: index, verbatim: verbatim) {
                    text.replace(line: number, with: line)
                    return last
                } else {
                    index += 2
                }
            case Self.dollar:
                if let close = Self.inlineEnd(line, from: index + 1) {
                    replace(&line, index..<(close + 1), tex: line[(index + 1)..<close], display: false)
                    index = close + 1
                } else {
                    index += 1
                }
            default: index += 1
            }
        }
        text.replace(line: number, with: line)
        return number
    }

    /// Masks a formula over several lines that begins with `$$` at `index`; nil when it does not end before a blank line.
    private mutating func maskLines(_ line: inout [UInt8], _ number: Int, from index: Int, verbatim: Set<Int>) -> Int? {
        var parts = [Array(line[(index + 2)...])]
        var rewritten: [(Int, [UInt8])] = []
        var next = number + 1
        while next <= text.lines.count, !verbatim.contains(next) {
            var body = text[line: next]
            let start = body.firstIndex { ![0x20, 0x09, UInt8(ascii: ">")].contains($0) } ?? body.count
            if start == body.count { return nil }
            let close = Self.displayEnd(body, from: start)
            if let close, !Self.isBlank(body[(close + 2)...]) { return nil }
            parts.append(Array(body[start..<(close ?? body.count)]))
            body.replaceSubrange(start..., with: [UInt8](repeating: Self.continuation, count: body.count - start))
            rewritten.append((next, body))
            if close != nil {
                let tex = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
                let source = "$$" + tex + "$$"
                // The formula ends its line, so its placeholder may be longer than the two dollars it stands for.
                line.replaceSubrange(
                    index..., with: placeholder(length: max(5, line.count - index), tex: tex, source: source, display: true))
                for (number, body) in rewritten { text.replace(line: number, with: body) }
                return next
            }
            next += 1
        }
        return nil
    }

    private static func displayEnd(_ line: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + 1 < line.count {
            if line[index] == backslash {
                index += 2
                continue
            }
            if line[index] == dollar, line[index + 1] == dollar { return index }
            index += 1
        }
        return nil
    }

    /// The dollar that closes a formula whose content begins at `start`. As in pandoc, a space inside either dollar or a digit after
    /// the second means money, not mathematics.
    private static func inlineEnd(_ line: [UInt8], from start: Int) -> Int? {
        guard start < line.count, line[start] != 0x20, line[start] != 0x09 else { return nil }
        var index = start
        while index < line.count {
            switch line[index] {
            case backslash: index += 1
            case backtick: return nil
            case dollar:
                let before = line[index - 1]
                let isDigitNext = index + 1 < line.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[index + 1])
                return index > start && before != 0x20 && before != 0x09 && !isDigitNext ? index : nil
            default: break
            }
            index += 1
        }
        return nil
    }

    private static func afterCode(_ line: [UInt8], _ start: Int) -> Int {
        let open = line[start...].prefix { $0 == backtick }.count
        var index = start + open
        while index < line.count {
            guard line[index] == backtick else {
                index += 1
                continue
            }
            let run = line[index...].prefix { $0 == backtick }.count
            index += run
            if run == open { return index }
        }
        return start + open
    }

    private static func isBlank(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// True for the spaces, quote marks and list marks that may stand before a block.
    private static func onlyMarks(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { " \t>-*+.)0123456789".utf8.contains($0) } }

    // MARK: Placeholders

    private mutating func replace(_ line: inout [UInt8], _ range: Range<Int>, tex: some Collection<UInt8>, display: Bool) {
        let source = String(decoding: line[range], as: UTF8.self)
        let tex = String(decoding: tex, as: UTF8.self)
        line.replaceSubrange(range, with: placeholder(length: range.count, tex: tex, source: source, display: display))
    }

    private mutating func placeholder(length: Int, tex: String, source: String, display: Bool) -> [UInt8] {
        if let known = placeholders[source], known.count == length { return known }
        var number = counters[length, default: 0]
        counters[length] = number + 1
        var bytes = [UInt8](repeating: Self.digits[0], count: length)
        bytes[0] = Self.begin
        for index in stride(from: length - 1, to: 0, by: -1) where number > 0 {
            bytes[index] = Self.digits[number % Self.digits.count]
            number /= Self.digits.count
        }
        placeholders[source] = bytes
        formulas[String(decoding: bytes, as: UTF8.self)] = Formula(tex: tex, source: source, display: display)
        return bytes
    }

    // MARK: Reading back

    enum Piece {
        case text(String)
        case formula(Formula)
        case continuation
    }

    /// `string` cut at its formulas.
    func pieces(_ string: String) -> [Piece] {
        guard !formulas.isEmpty, string.utf8.contains(where: { $0 == Self.begin || $0 == Self.continuation }) else {
            return [.text(string)]
        }
        var pieces: [Piece] = []
        var plain: [UInt8] = []
        func flush() {
            if !plain.isEmpty { pieces.append(.text(String(decoding: plain, as: UTF8.self))) }
            plain = []
        }
        let bytes = Array(string.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == Self.begin {
                let tail = bytes[(index + 1)...].prefix { Self.digits.contains($0) }
                if let formula = formulas[String(decoding: bytes[index..<(index + 1 + tail.count)], as: UTF8.self)] {
                    flush()
                    pieces.append(.formula(formula))
                    index += 1 + tail.count
                    continue
                }
            } else if bytes[index] == Self.continuation {
                flush()
                pieces.append(.continuation)
                index += bytes[index...].prefix { $0 == Self.continuation }.count
                continue
            }
            plain.append(bytes[index])
            index += 1
        }
        flush()
        return pieces
    }

    /// `string` as it was written, for places where a formula is none: code, addresses, raw HTML.
    func restored(_ string: String) -> String {
        pieces(string).map {
            switch $0 {
            case .text(let text): text
            case .formula(let formula): formula.source
            case .continuation: ""
            }
        }.joined()
    }
}
