import LessonDocument

/// Markdown as HTML by itself, without a page around it.
package enum Markup {
    /// Writes Markdown as safe HTML; pictures are named as they stand, headings have no anchors, code is not run.
    package static func plain(_ markdown: String) -> String {
        var renderer = ProseRenderer()
        renderer.hasAnchors = false
        renderer.picture = { $0 }
        var html = HTML()
        renderer.write(Lesson.prose(markdown), to: &html)
        return html.string
    }

    /// A formula in LaTeX as MathML; nil for one that is too long or nested too deep.
    package static func math(_ tex: String, display: Bool = false) -> String? { MathML.element(tex, display: display) }
}
