import LessonDocument

/// The list of a lesson's sections, two levels deep.
struct ContentsList {
    private struct Entry {
        let title: String
        let anchor: String
        var inner: [Entry] = []
    }
    private var entries: [Entry] = []

    /// `shift` is how many levels deeper headings stand on the page than in the file.
    init(blocks: [Block], shift: Int) {
        let headings = blocks.compactMap { block -> (level: Int, entry: Entry)? in
            guard case .heading(let level, let anchor, let content) = block.kind else { return nil }
            return (level + shift, Entry(title: content.plainText, anchor: anchor))
        }
        guard let top = headings.map(\.level).min() else { return }
        for (level, entry) in headings {
            if level == top {
                entries.append(entry)
            } else if level == top + 1, !entries.isEmpty {
                entries[entries.count - 1].inner.append(entry)
            }
        }
    }

    func write(to html: inout HTML) {
        guard entries.count > 1 else { return }
        html.markup("<details class=\"contents\" open><summary>Contents</summary>\n<nav aria-label=\"Contents\">\n")
        Self.write(entries, to: &html)
        html.markup("</nav>\n</details>\n")
    }

    private static func write(_ entries: [Entry], to html: inout HTML) {
        html.markup("<ol>\n")
        for entry in entries {
            html.markup("<li><a")
            html.attribute("href", "#\(entry.anchor)")
            html.markup(">")
            html.text(entry.title)
            html.markup("</a>")
            if !entry.inner.isEmpty { write(entry.inner, to: &html) }
            html.markup("</li>\n")
        }
        html.markup("</ol>\n")
    }
}
