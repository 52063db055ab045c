/// What a lesson can use, for people: declarations and documentation, read from the interface text.
public enum LibraryDocumentation {
    /// One declaration.
    public struct Entry {
        /// `Tensor`, `Tensor.sum`, `plot`.
        public let name: String
        public let declaration: String
        /// The documentation's lines, without the slashes.
        public let documentation: String
        public let module: String

        /// The name, the declaration and the documentation.
        public var text: String {
            var lines = ["\(name)  (\(module))", "", "    \(declaration)"]
            if !documentation.isEmpty {
                lines += [""] + documentation.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            }
            return lines.joined(separator: "\n")
        }

        /// One line: the name and the documentation's first sentence.
        public var heading: String {
            let first = documentation.split(separator: "\n").first.map(String.init) ?? declaration
            return "\(name)  \(first)"
        }

        /// Whether this is what `query` names: in full, or a member by its own name; case does not count.
        public func matches(_ query: String) -> Bool {
            let query = query.lowercased()
            let full = name.lowercased()
            return full == query || full.split(separator: ".").last.map(String.init) == query
        }

        /// Whether the name or documentation holds every word of `query`.
        public func contains(_ query: String) -> Bool {
            let text = (name + " " + documentation).lowercased()
            return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
        }
    }

    /// Every declaration, in the order of the modules.
    public static let entries: [Entry] = (LessonLibrary.interfaces + [("LessonKit", LessonLibrary.interfaceDisplay)]).flatMap {
        entries(of: $0.text, module: $0.module)
    }

    /// The name nearest to a misspelt one, if one is near.
    public static func nearest(to query: String) -> String? {
        let query = query.lowercased()
        let limit = max(1, query.count / 3)
        return entries.map { entry in
            let own = entry.name.split(separator: ".").last.map(String.init) ?? entry.name
            return (name: entry.name, distance: min(distance(query, own.lowercased()), distance(query, entry.name.lowercased())))
        }.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
    }

    private static func entries(of text: String, module: String) -> [Entry] {
        var result: [Entry] = []
        var comment: [String] = []
        var scope: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = line.drop { $0 == " " }
            if trimmed.hasPrefix("///") {
                let body = trimmed.dropFirst(3)
                comment.append(String(body.hasPrefix(" ") ? body.dropFirst() : body))
                continue
            }
            defer { comment = [] }
            if trimmed == "}" {
                scope = nil
                continue
            }
            guard !trimmed.isEmpty, let name = name(of: trimmed) else { continue }
            let documentation = comment.joined(separator: "\n")
            if line.hasSuffix("{"), !line.hasPrefix(" ") {
                scope = name
                if !trimmed.hasPrefix("extension") {
                    result.append(Entry(name: name, declaration: String(trimmed.dropLast(2)), documentation: documentation, module: module))
                }
            } else {
                let full = scope.map { "\($0).\(name)" } ?? name
                result.append(Entry(name: full, declaration: String(trimmed), documentation: documentation, module: module))
            }
        }
        return result
    }

    /// The name that a line of interface text declares.
    private static func name(of line: Substring) -> String? {
        let words = line.split(separator: " ")
        for (index, word) in words.enumerated() {
            if word.hasPrefix("init") { return "init" }
            if word.hasPrefix("subscript") { return "subscript" }
            if ["func", "var", "let", "class", "struct", "enum", "protocol", "extension", "typealias", "case"].contains(word),
                index + 1 < words.count
            {
                if word == "class", words[index + 1] == "func" || words[index + 1] == "var" { continue }
                let next = words[index + 1]
                let end = next.firstIndex { "(<:{".contains($0) } ?? next.endIndex
                return end == next.startIndex ? String(next.prefix { $0 != "(" }) : String(next[..<end])
            }
        }
        return nil
    }

    /// The edit distance of two names.
    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a)
        let b = Array(b)
        if abs(a.count - b.count) > 3 { return .max }
        var row = Array(0...b.count)
        for i in 0..<a.count {
            var previous = row[0]
            row[0] = i + 1
            for j in 0..<b.count {
                let next = min(row[j] + 1, row[j + 1] + 1, previous + (a[i] == b[j] ? 0 : 1))
                previous = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
