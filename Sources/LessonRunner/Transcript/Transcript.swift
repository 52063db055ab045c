import Foundation

/// A lesson with each step's results under it: Markdown to read, and the reference that later runs are compared with.
///
/// Results stand between `<!-- result: STEP -->` and `<!-- end -->`, which a reader of the rendered page does not see:
///
/// - text in a fence whose info word is `text`, a check's hint in one with `hint`, an error in one with `error`;
/// - tables as pipe tables;
/// - pictures and animations as Markdown images whose files stand in a folder beside the transcript.
public struct Transcript: Equatable, Sendable {
    /// One result as the transcript has it.
    public enum Block: Equatable, Sendable {
        case text(String)
        case hint(String)
        case error(String)
        case table(headers: [String], rows: [[String]])
        case picture(file: String, alternativeText: String)
        case animation(file: String, alternativeText: String)
    }

    /// The results of one step, and where they stand in the transcript.
    public struct Section: Equatable, Sendable {
        public var step: String
        /// The line of the first result in the transcript, from 1.
        public var line: Int
        public var blocks: [Block]
    }

    public var sections: [Section]

    /// The section of a step, or nil where the transcript has none.
    public func section(_ step: String) -> Section? {
        sections.first { $0.step == step }
    }
}

extension Transcript.Block {
    /// The blocks of a recorded step.
    public static func blocks(of step: StepRecord) -> [Transcript.Block] {
        var result: [Transcript.Block] = step.outputs.map { output in
            switch output {
            case .text(let text): return .text(text)
            case .hint(let text): return .hint(text)
            case .table(let table): return .table(headers: table.headers, rows: table.rows)
            case .picture(let picture): return .picture(file: picture.file, alternativeText: picture.alternativeText)
            case .animation(let animation): return .animation(file: animation.file, alternativeText: animation.alternativeText)
            }
        }
        if let error = step.error { result.append(.error(error.message)) }
        return result
    }
}

extension Transcript {
    /// The name of the section that holds the values of inline code, one a line, at the end of the transcript.
    public static let inlineSection = "values in the prose"

    /// The values of the inline code of a record as one text, or nothing where there are none.
    public static func inlineBlocks(of record: LessonRecord) -> [Block] {
        guard !record.inline.isEmpty else { return [] }
        return [.text(record.inline.map { "\($0.code) = \($0.text)" }.joined(separator: "\n"))]
    }
}

// MARK: - Writing

extension Transcript {
    /// The transcript's text: the lesson's Markdown with a result section after each step that has results.
    ///
    /// - Parameters:
    ///   - source: the lesson file's text.
    ///   - ends: for each step's id, the line (from 1) on which its fence closes, in the order of the file.
    ///   - pictureFolder: the folder beside the transcript that holds its pictures.
    public static func text(
        source: String, ends: [(step: String, line: Int)], blocks: [String: [Block]], inline: [Block], pictureFolder: String
    ) -> String {
        var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        var result: [String] = []
        var next = 0
        for (index, line) in lines.enumerated() {
            result.append(line)
            while next < ends.count, ends[next].line == index + 1 {
                let step = ends[next].step
                next += 1
                guard let blocks = blocks[step], !blocks.isEmpty else { continue }
                result.append("")
                result.append("<!-- result: \(step) -->")
                result.append(contentsOf: self.lines(blocks, pictureFolder: pictureFolder))
                result.append("<!-- end -->")
            }
        }
        if !inline.isEmpty {
            result += ["", "<!-- result: \(inlineSection) -->"] + self.lines(inline, pictureFolder: pictureFolder) + ["<!-- end -->"]
        }
        return result.joined(separator: "\n") + "\n"
    }

    private static func lines(_ blocks: [Block], pictureFolder: String) -> [String] {
        var result: [String] = []
        for (index, block) in blocks.enumerated() {
            if index > 0 { result.append("") }
            switch block {
            case .text(let text): result += fence("text", text)
            case .hint(let text): result += fence("hint", text)
            case .error(let text): result += fence("error", text)
            case .table(let headers, let rows):
                result.append("")
                result += pipeTable(headers: headers, rows: rows)
                result.append("")
            case .picture(let file, let alternative), .animation(let file, let alternative):
                var label = alternative.replacingOccurrences(of: "\n", with: " ")
                label = label.replacingOccurrences(of: "[", with: "(").replacingOccurrences(of: "]", with: ")")
                result += ["", "![\(label)](\(pictureFolder)/\(file))", ""]
            }
        }
        return result
    }

    private static func fence(_ info: String, _ text: String) -> [String] {
        var body = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while body.last == "" { body.removeLast() }
        var longest = 2
        for line in body {
            longest = max(longest, line.drop(while: { $0 == " " }).prefix(while: { $0 == "`" }).count)
        }
        let ticks = String(repeating: "`", count: longest + 1)
        return [ticks + info] + body + [ticks]
    }

    private static func pipeTable(headers: [String], rows: [[String]]) -> [String] {
        func row(_ cells: [String]) -> String {
            "| " + cells.map(escapedCell).joined(separator: " | ") + " |"
        }
        return [row(headers), "|" + String(repeating: " --- |", count: headers.count)] + rows.map(row)
    }

    static func escapedCell(_ cell: String) -> String {
        cell.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "|", with: "\\|")
            .replacingOccurrences(of: "\n", with: " ")
    }
}

// MARK: - Reading

extension Transcript {
    /// Reads the result sections of a transcript's text; prose is passed over.
    public init(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
        }
        var sections: [Section] = []
        var index = 0
        while index < lines.count {
            guard let step = Transcript.marker(lines[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            var openFence: String?
            while end < lines.count {
                let line = lines[end]
                if let open = openFence {
                    if line == open { openFence = nil }
                } else if line == "<!-- end -->" {
                    break
                } else if let ticks = Transcript.openingTicks(line) {
                    openFence = ticks
                }
                end += 1
            }
            let body = Array(lines[(index + 1)..<min(end, lines.count)])
            sections.append(Section(step: step, line: index + 2, blocks: Transcript.blocks(body)))
            index = end + 1
        }
        self.sections = sections
    }

    private static func marker(_ line: String) -> String? {
        guard line.hasPrefix("<!-- result: "), line.hasSuffix(" -->") else { return nil }
        return String(line.dropFirst("<!-- result: ".count).dropLast(" -->".count))
    }

    private static func openingTicks(_ line: String) -> String? {
        let ticks = line.prefix(while: { $0 == "`" })
        return ticks.count >= 3 ? String(ticks) : nil
    }

    private static func blocks(_ lines: [String]) -> [Block] {
        var result: [Block] = []
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if let ticks = openingTicks(line) {
                let info = String(line.dropFirst(ticks.count))
                var end = index + 1
                while end < lines.count, lines[end] != ticks { end += 1 }
                let text = lines[(index + 1)..<min(end, lines.count)].joined(separator: "\n")
                switch info {
                case "hint": result.append(.hint(text))
                case "error": result.append(.error(text))
                default: result.append(.text(text))
                }
                index = end + 1
            } else if line.hasPrefix("|") {
                var rows: [[String]] = []
                while index < lines.count, lines[index].hasPrefix("|") {
                    rows.append(cells(lines[index]))
                    index += 1
                }
                let headers = rows.first ?? []
                result.append(.table(headers: headers, rows: Array(rows.dropFirst(2))))
            } else if line.hasPrefix("!["), let close = line.range(of: "](", options: .backwards), line.hasSuffix(")") {
                let alternative = String(line[line.index(line.startIndex, offsetBy: 2)..<close.lowerBound])
                let path = String(line[close.upperBound...].dropLast())
                let file = path.split(separator: "/").last.map(String.init) ?? path
                result.append(
                    file.hasSuffix(".apng")
                        ? .animation(file: file, alternativeText: alternative) : .picture(file: file, alternativeText: alternative))
                index += 1
            } else {
                index += 1
            }
        }
        return result
    }

    /// The cells of a pipe table's row, with `\|` and `\\` undone.
    static func cells(_ row: String) -> [String] {
        var cells: [String] = []
        var cell = ""
        var isEscaped = false
        for character in row.dropFirst() {
            if isEscaped {
                cell.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "|" {
                cells.append(cell.trimmingCharacters(in: .whitespaces))
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return cells
    }
}
