import LessonDocument

/// The page that lists a course's lessons.
struct CoursePage {
    let title: String
    let entries: [CourseEntry]
    /// True when a file stands in the output folder.
    let fileExists: (String) -> Bool

    func html() -> HTML {
        var body = HTML()
        body.markup("<main class=\"page\">\n<div class=\"lead\">\n<h1>")
        body.text(title)
        body.markup("</h1>\n<p class=\"summary\">")
        let steps = entries.reduce(0) { $0 + $1.model.lesson.steps.count }
        body.text("\(Self.count(entries.count, "lesson")), \(Self.count(steps, "step")) of Swift.")
        body.markup("</p>\n</div>\n<div class=\"text\" id=\"_text\">\n<ol class=\"course\">\n")
        for (index, entry) in entries.enumerated() { write(entry, number: index + 1, &body) }
        body.markup("</ol>\n</div>\n</main>\n")
        return PageFrame.page(.init(title: title, description: "", courseTitle: title, root: "", isCoursePage: true, body: body))
    }

    private func write(_ entry: CourseEntry, number: Int, _ html: inout HTML) {
        let lesson = entry.model.lesson
        html.markup("<li>\n<div class=\"thumb\" aria-hidden=\"true\">")
        if let picture = entry.model.thumbnail, let light = file(picture.file, of: entry) {
            html.markup("<picture>")
            if let name = picture.darkFile, let dark = file(name, of: entry) {
                html.markup("<source class=\"dark-twin\" media=\"screen and (prefers-color-scheme: dark)\" srcset=\"\(dark)\">")
            }
            html.markup("<img src=\"\(light)\" alt=\"\" loading=\"lazy\"></picture>")
        } else {
            html.markup("<span>\(number)</span>")
        }
        html.markup(
            "</div>\n<div>\n<p class=\"eyebrow\">Lesson \(number)</p>\n<h2><a href=\"\(SafeAddress.encoded("\(entry.name)/index.html"))\">")
        html.text(lesson.title)
        html.markup("</a></h2>\n")
        if let summary = lesson.frontMatter.summary {
            var renderer = ProseRenderer()
            renderer.hasAnchors = false
            html.markup("<div class=\"about\">")
            renderer.write(Lesson.prose(summary), to: &html)
            html.markup("</div>\n")
        }
        html.markup("<p class=\"facts\">")
        switch entry.model.state {
        case .passed: html.markup("<span class=\"state passed\">Run</span>")
        case .failed: html.markup("<span class=\"state failed\">\(entry.model.run == nil ? "Has a mistake" : "A step failed")</span>")
        case .notRun: html.markup("<span class=\"state\">Not run yet</span>")
        }
        html.markup("<span>\(Self.count(lesson.steps.count, "step"))</span>")
        let exercises = lesson.steps.filter { $0.options.role == .exercise }.count
        if exercises > 0 { html.markup("<span>\(Self.count(exercises, "exercise"))</span>") }
        html.markup("</p>\n</div>\n</li>\n")
    }

    private func file(_ name: String, of entry: CourseEntry) -> String? {
        guard let path = SafeAddress.picturePath(name), fileExists("\(entry.name)/\(path)") else { return nil }
        return SafeAddress.encoded("\(entry.name)/\(path)")
    }

    private static func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
}
