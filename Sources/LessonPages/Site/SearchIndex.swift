import LessonDocument

/// The words of a course by section, as the script that search loads.
struct SearchIndex {
    /// A section's words are cut here: search finds the place, the page has the rest.
    private static let longestSection = 3000

    private struct Section {
        var anchor: String
        var heading: String
        var text: String
    }

    static func script(_ entries: [CourseEntry]) -> String {
        let lessons = entries.map { entry in
            let sections = sections(entry.model.lesson).map { section in
                "[\(json(section.anchor)),\(json(section.heading)),\(json(section.text))]"
            }
            let page = SafeAddress.encoded("\(entry.name)/index.html")
            return
                "{\"page\":\(json(page)),\"title\":\(json(entry.model.lesson.title)),\"sections\":[\n\(sections.joined(separator: ",\n"))]}"
        }
        return "window.lessonsSearchIndex=[\n\(lessons.joined(separator: ",\n"))];\n"
    }

    private static func sections(_ lesson: Lesson) -> [Section] {
        var sections = [Section(anchor: "", heading: "", text: lesson.frontMatter.summary ?? "")]
        collect(lesson.blocks, &sections)
        return sections.map { section in
            var section = section
            section.text = words(section.text)
            if section.text.utf8.count > longestSection { section.text = String(section.text.prefix(longestSection)) }
            return section
        }
    }

    /// A text with one space between its words.
    private static func words(_ text: String) -> String {
        var result = ""
        result.unicodeScalars.reserveCapacity(text.utf8.count)
        var isBetween = false
        for scalar in text.unicodeScalars {
            // Most of the text is ASCII, for which the Unicode tables need not be asked.
            let isSpace = scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
            if isSpace {
                isBetween = true
                continue
            }
            if isBetween, !result.isEmpty { result.unicodeScalars.append(" ") }
            isBetween = false
            result.unicodeScalars.append(scalar)
        }
        return result
    }

    private static func collect(_ blocks: [Block], _ sections: inout [Section]) {
        for block in blocks {
            switch block.kind {
            case .heading(_, let anchor, let content): sections.append(Section(anchor: anchor, heading: content.plainText, text: ""))
            case .paragraph(let content): add(content.plainText, &sections)
            case .list(let list): for item in list.items { collect(item, &sections) }
            case .quote(let inner): collect(inner, &sections)
            case .callout(let callout): collect(callout.blocks, &sections)
            case .table(let table):
                for row in [table.header] + table.rows { add(row.map(\.plainText).joined(separator: " "), &sections) }
            case .step(let step) where step.options.echo != .hide: add(step.shownCode, &sections)
            case .code(_, let text): add(text, &sections)
            case .math, .html, .thematicBreak, .step: break
            }
        }
    }

    private static func add(_ text: String, _ sections: inout [Section]) {
        if let last = sections.indices.last { sections[last].text += " " + text }
    }

    /// `text` as a JSON string that is also a JavaScript one.
    private static func json(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\0"..<" ", "<", "\u{2028}", "\u{2029}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
