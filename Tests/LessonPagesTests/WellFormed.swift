/// Whether every tag of a piece of markup is closed in its order.
enum WellFormed {
    private static let empty: Set<String> = ["br", "hr", "img", "meta", "link", "source", "input", "wbr", "!DOCTYPE"]

    /// What is wrong with the markup; nil when nothing is. The text of scripts and styles is passed over.
    static func problem(in markup: String) -> String? {
        var open: [String] = []
        var rest = Substring(markup)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            guard let end = rest.firstIndex(of: ">") else { return "a tag is not closed" }
            var tag = rest[..<end]
            rest = rest[rest.index(after: end)...]
            if tag.first == "/" {
                guard open.popLast() == String(tag.dropFirst()) else { return "</\(tag.dropFirst())> closes nothing" }
                continue
            }
            let isEmpty = tag.last == "/"
            if isEmpty { tag = tag.dropLast() }
            let name = String(tag.prefix { !$0.isWhitespace })
            if name.contains("<") || tag.filter({ $0 == "\"" }).count % 2 != 0 { return "a broken tag: <\(tag)>" }
            if isEmpty || empty.contains(name) { continue }
            if name == "script" || name == "style" {
                guard let close = rest.range(of: "</\(name)>") else { return "\(name) is not closed" }
                rest = rest[close.upperBound...]
                continue
            }
            open.append(name)
        }
        return open.isEmpty ? nil : "left open: \(open)"
    }
}
