import Yams

extension FrontMatter {
    /// Reads the front matter at the head of `text`; what is wrong with it is added to `problems`.
    package init(_ text: SourceText, problems: inout [DocumentDiagnostic]) {
        guard Self.isFence(text[line: 1]) else { return }
        guard let close = (1..<max(1, text.lines.count)).first(where: { Self.isClose(text.lines[$0]) }) else {
            problems.append(
                DocumentDiagnostic(
                    file: text.file, line: 1, column: 1, length: 3, message: "the front matter is not closed",
                    hint: "end it with a line of three hyphens"))
            lastLine = text.lines.count
            return
        }
        lastLine = close + 1
        guard close > 1 else { return }
        var reader = FrontMatterReader(text: text, values: self)
        reader.read(yaml: text.text(lines: 2...close) + "\n")
        self = reader.values
        problems += reader.problems
    }

    private static func isFence(_ line: [UInt8]) -> Bool { trimmedEnd(line) == Array("---".utf8) }
    private static func isClose(_ line: [UInt8]) -> Bool { isFence(line) || trimmedEnd(line) == Array("...".utf8) }

    private static func trimmedEnd(_ line: [UInt8]) -> [UInt8] {
        var line = line
        while line.last == 0x20 || line.last == 0x09 { line.removeLast() }
        return line
    }
}

/// Turns the YAML nodes into values and gathers every problem on the way.
private struct FrontMatterReader {
    let text: SourceText
    var values: FrontMatter
    var problems: [DocumentDiagnostic] = []

    /// YAML's first line is the file's second.
    private static let lineOffset = 1

    mutating func read(yaml: String) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: yaml)
        } catch let error as YamlError {
            return report(error)
        } catch {
            return report("the front matter is not YAML", at: SourcePosition(line: 2, column: 1))
        }
        guard let root else { return }
        guard case .mapping(let mapping) = root else {
            return report("the front matter must be lines of 'key: value'", at: place(of: root))
        }
        for (key, value) in mapping { read(key: key, value: value) }
    }

    private mutating func read(key: Node, value: Node) {
        let name = key.scalar?.string ?? ""
        switch name {
        case "title": values.title = string(value, name)
        case "summary": values.summary = string(value, name)
        case "data": values.data = dataSets(value)
        case "seed": if let seed = seed(value) { values.seed = seed }
        case "order": values.order = order(value)
        case "parameters": values.parameters = parameters(value)
        default:
            report(
                "unknown key '\(name)' in the front matter", at: place(of: key), length: name.utf8.count,
                hint: nearest(to: name, among: FrontMatter.keys).map { "did you mean '\($0)'?" }
                    ?? "the keys are \(FrontMatter.keys.joined(separator: ", "))")
        }
    }

    // MARK: Values

    private mutating func string(_ node: Node, _ key: String) -> String? {
        guard let scalar = node.scalar else {
            report("'\(key)' must be a text", at: place(of: node))
            return nil
        }
        return scalar.string
    }

    private mutating func dataSets(_ node: Node) -> [FrontMatter.DataSetName] {
        let nodes: [Node]
        switch node {
        case .sequence(let sequence): nodes = Array(sequence)
        case .scalar(let scalar): nodes = isNull(scalar) ? [] : [node]
        default:
            report("'data' must be a list of names", at: place(of: node), hint: "write data: [movielens-small]")
            return []
        }
        var names: [FrontMatter.DataSetName] = []
        for item in nodes {
            guard let name = item.scalar?.string, !name.isEmpty else {
                report("a data set must be a name", at: place(of: item))
                continue
            }
            if names.contains(where: { $0.name == name }) {
                report("data set '\(name)' is named twice", at: place(of: item), length: name.utf8.count)
            } else {
                names.append(.init(name: name, position: place(of: item)))
            }
        }
        return names
    }

    private mutating func seed(_ node: Node) -> Int? {
        if let scalar = node.scalar, scalar.style == .plain, let value = Int(scalar.string), value >= 0 { return value }
        report("'seed' must be a whole number, 0 or more", at: place(of: node), length: length(node))
        return nil
    }

    private mutating func order(_ node: Node) -> Double? {
        if let scalar = node.scalar, scalar.style == .plain, let value = Double(scalar.string), value.isFinite { return value }
        report("'order' must be a number", at: place(of: node), length: length(node))
        return nil
    }

    private mutating func parameters(_ node: Node) -> [Parameter] {
        guard case .mapping(let mapping) = node else {
            if let scalar = node.scalar, isNull(scalar) { return [] }
            report("'parameters' must be names with values", at: place(of: node), hint: "write parameters: { epochs: 3, rate: 0.01 }")
            return []
        }
        var result: [Parameter] = []
        for (key, valueNode) in mapping {
            let name = key.scalar?.string ?? ""
            guard Self.isSwiftName(name) else {
                report(
                    "'\(name)' cannot name a parameter", at: place(of: key), length: length(key),
                    hint: "a name is letters, digits and underscores, does not begin with a digit, and is no Swift keyword")
                continue
            }
            guard let scalar = valueNode.scalar, let value = parameterValue(scalar) else {
                report("parameter '\(name)' must have a number, a text, true or false", at: place(of: valueNode), length: length(valueNode))
                continue
            }
            result.append(Parameter(name: name, value: value, position: place(of: valueNode)))
        }
        return result
    }

    private func parameterValue(_ scalar: Node.Scalar) -> ParameterValue? {
        guard scalar.style == .plain else { return .string(scalar.string) }
        let text = scalar.string
        if isNull(scalar) { return nil }
        if let int = Int(text) { return .int(int) }
        if text == "true" || text == "false" { return .bool(text == "true") }
        if let first = text.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first || "+-.".utf8.contains(first),
            let double = Double(text)
        {
            return double.isFinite ? .double(double) : nil
        }
        return .string(text)
    }

    private func isNull(_ scalar: Node.Scalar) -> Bool {
        scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    private static func isSwiftName(_ name: String) -> Bool {
        let keywords: Set<String> = [
            "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension",
            "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let",
            "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self",
            "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while", "_",
        ]
        guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
        return !keywords.contains(name)
            && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }

    // MARK: Places

    private func place(of node: Node) -> SourcePosition {
        guard let mark = node.mark else { return SourcePosition(line: 2, column: 1) }
        return place(of: mark)
    }

    private func place(of mark: Mark) -> SourcePosition {
        let line = min(max(1, mark.line) + Self.lineOffset, max(1, values.lastLine))
        return text.position(line: line, scalarColumn: mark.column)
    }

    private func length(_ node: Node) -> Int { node.scalar?.string.utf8.count ?? 1 }

    private mutating func report(_ message: String, at position: SourcePosition, length: Int = 1, hint: String? = nil) {
        problems.append(
            DocumentDiagnostic(
                file: text.file, line: position.line, column: position.column, length: length, message: message, hint: hint))
    }

    private mutating func report(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            report("the front matter is not YAML: \(problem)", at: place(of: mark), hint: "a text with ':' or '#' in it needs quotes")
        case .duplicatedKeysInMapping(let duplicates, let context):
            for name in Set(duplicates).sorted() {
                report("key '\(name)' stands twice", at: place(of: context.mark), length: name.utf8.count)
            }
        default:
            report("the front matter is not YAML", at: SourcePosition(line: 2, column: 1))
        }
    }
}
