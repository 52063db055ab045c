/// A step's fence as it stands in the file: its options, its code, and where the code's lines are.
struct FenceSource {
    let info: StepInfo
    let problems: [DocumentDiagnostic]
    let code: String
    let range: SourceRange
    let map: CodeMap

    /// `start` is where the fence's line begins inside its container, `code` the block's text as cmark gives it.
    init(text: SourceText, start: SourcePosition, end: SourcePosition, code: String) {
        let line = text[line: start.line]
        let fence = Self.fenceStart(in: line, from: start.column - 1)
        var afterWord = fence
        while afterWord < line.count, line[afterWord] == 0x60 || line[afterWord] == 0x7E { afterWord += 1 }
        while afterWord < line.count, line[afterWord] == 0x20 || line[afterWord] == 0x09 { afterWord += 1 }
        afterWord = min(line.count, afterWord + Self.word.count)
        var parser = StepInfoParser(line: line, from: afterWord, file: text.file, number: start.line)
        parser.parse()
        info = parser.info
        problems = parser.problems
        self.code = code
        range = SourceRange(start: SourcePosition(line: start.line, column: fence + 1), end: end)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        map = CodeMap(
            firstLine: start.line + 1,
            indents: lines.enumerated().map { Self.indent(of: Array($1.utf8), in: text[line: start.line + 1 + $0]) })
    }

    static let word = Array("swift".utf8)

    /// True when a fence's info string makes it a step: its first word is `swift`, alone or before braces.
    static func isStep(info: String) -> Bool {
        guard info.hasPrefix("swift") else { return false }
        guard let next = info.dropFirst(5).first else { return true }
        return next == " " || next == "\t" || next == "{"
    }

    private static func fenceStart(in line: [UInt8], from index: Int) -> Int {
        var index = max(0, min(index, line.count))
        while index < line.count, line[index] != 0x60, line[index] != 0x7E { index += 1 }
        return index
    }

    /// The bytes of a file's line that stand before the code on it: indentation and marks of lists and quotes.
    ///
    /// The code is the line's tail, save where a tab was cut in two by the fence's indentation and became spaces.
    private static func indent(of code: [UInt8], in line: [UInt8]) -> Int {
        if line.count >= code.count, line.suffix(code.count).elementsEqual(code) { return line.count - code.count }
        let bare = code.drop { $0 == 0x20 }
        if line.count >= bare.count, line.suffix(bare.count).elementsEqual(bare) { return max(0, line.count - code.count) }
        return 0
    }
}
