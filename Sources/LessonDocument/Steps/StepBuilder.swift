/// Collects a lesson's steps and inline expressions in the order of the file, naming those that have no id.
struct StepBuilder {
    private(set) var steps: [Step] = []
    private(set) var expressions: [InlineExpression] = []
    private(set) var problems: [DocumentDiagnostic] = []
    private var heading = (text: "", anchor: "step")
    private var ordinal = 0
    private var targets: [(step: Int, id: String, position: SourcePosition)] = []
    /// The ids that authors gave, which no made-up id may take.
    private let ownIds: Set<String>
    private var idLines: [String: Int] = [:]
    private let file: String

    init(file: String, ownIds: Set<String>) {
        self.file = file
        self.ownIds = ownIds
    }

    mutating func enter(heading text: String, anchor: String) {
        heading = (text, anchor)
        ordinal = 0
    }

    mutating func add(fence: FenceSource) -> Step {
        problems += fence.problems
        let info = fence.info
        let id: String
        if let own = info.id {
            id = own
            if let line = idLines[own], let position = info.idPosition {
                problems.append(
                    DocumentDiagnostic(
                        file: file, line: position.line, column: position.column, length: own.utf8.count + 1,
                        message: "step id '\(own)' is already used on line \(line)", hint: "ids are unique in a lesson"))
            }
        } else {
            id = madeUpId()
        }
        idLines[id] = idLines[id] ?? fence.range.start.line
        let leading = LeadingComments(code: fence.code)
        for (key, codeLine, column) in leading.unknown {
            let position = fence.map.position(codeLine: codeLine, column: column)
            problems.append(
                DocumentDiagnostic(
                    file: file, line: position.line, column: position.column, length: key.utf8.count,
                    message: "unknown key '\(key)' in a '//|' line",
                    hint: nearest(to: key, among: LeadingComments.keys).map { "did you mean '\($0)'?" } ?? "the keys are caption and alt"))
        }
        let step = Step(
            id: id, hasOwnId: info.id != nil, index: steps.count, heading: heading.text, options: info.options, caption: leading.caption,
            alternativeText: leading.alternativeText, code: fence.code, shownCode: leading.rest, range: fence.range, map: fence.map)
        switch info.options.role {
        case .check(let target), .solution(let target):
            targets.append((step.index, target, info.targetPosition ?? fence.range.start))
        default: break
        }
        steps.append(step)
        return step
    }

    mutating func add(expression code: String, at position: SourcePosition) -> InlineExpression {
        let expression = InlineExpression(index: expressions.count, code: code, position: position, stepsBefore: steps.count)
        expressions.append(expression)
        return expression
    }

    /// What can be said only when all steps are known.
    mutating func finish() {
        let exercises = Set(steps.filter { $0.options.role == .exercise }.map(\.id))
        for target in targets where !exercises.contains(target.id) {
            problems.append(
                DocumentDiagnostic(
                    file: file, line: target.position.line, column: target.position.column, length: target.id.utf8.count,
                    message: "there is no exercise '\(target.id)'",
                    hint: nearest(to: target.id, among: exercises.sorted()).map { "did you mean '\($0)'?" }
                        ?? "an exercise is a step with {#\(target.id) exercise}"))
        }
        if steps.isEmpty {
            problems.append(
                DocumentDiagnostic(
                    file: file, line: 0, column: 0, message: "the lesson has no steps",
                    hint: "a step is a fence whose first word is swift: ```swift"))
        }
    }

    private mutating func madeUpId() -> String {
        while true {
            ordinal += 1
            let id = "\(heading.anchor)-\(ordinal)"
            if !ownIds.contains(id), idLines[id] == nil { return id }
        }
    }
}

/// The `//| key: text` lines at the head of a step.
private struct LeadingComments {
    static let keys = ["caption", "alt"]
    var caption: String?
    var alternativeText: String?
    var rest = ""
    var unknown: [(key: String, line: Int, column: Int)] = []

    init(code: String) {
        var lines = code.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var number = 0
        while let line = lines.first, line.hasPrefix("//|") {
            number += 1
            lines = lines.dropFirst()
            let content = line.dropFirst(3)
            let parts = content.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let key = trimmed(parts.first ?? "")
            let value = parts.count == 2 ? trimmed(parts[1]) : ""
            switch key {
            case "caption": caption = [caption, value].compactMap(\.self).joined(separator: " ")
            case "alt": alternativeText = [alternativeText, value].compactMap(\.self).joined(separator: " ")
            default: unknown.append((key, number, 4 + content.prefix { $0 == " " || $0 == "\t" }.utf8.count))
            }
        }
        rest = lines.joined(separator: "\n")
    }
}

/// `text` without spaces and tabs at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard let start = text.firstIndex(where: { !isSpace($0) }), let end = text.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(text[start...end])
}
