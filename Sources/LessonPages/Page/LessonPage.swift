import LessonDocument

/// A lesson's page.
struct LessonPage {
    let model: PageModel
    let setting: PageSetting

    /// The whole page.
    func html() -> HTML {
        let blocks = bodyBlocks
        var renderer = prose
        let usesTopLevel = blocks.contains { if case .heading(1, _, _) = $0.kind { true } else { false } }
        renderer.headingShift = usesTopLevel ? 1 : 0
        let writer = StepWriter(model: model, outputs: OutputRenderer(file: setting.file))
        renderer.step = { step, html in writer.write(step, to: &html) }

        var body = HTML()
        body.markup("<main class=\"page\">\n")
        lead(&body)
        ContentsList(blocks: blocks, shift: renderer.headingShift).write(to: &body)
        body.markup("<div class=\"text\" id=\"_text\">\n")
        renderer.write(blocks, to: &body)
        RunNotes(model: model, setting: setting).write(to: &body)
        turn(&body)
        body.markup("</div>\n</main>\n")
        return PageFrame.page(
            .init(
                title: setting.root == nil ? model.lesson.title : "\(model.lesson.title) · \(setting.courseTitle)",
                description: Self.plainSummary(model.lesson), courseTitle: setting.root == nil ? "" : setting.courseTitle,
                root: setting.root,
                body: body))
    }

    /// The summary's words without markup.
    static func plainSummary(_ lesson: Lesson) -> String {
        Lesson.prose(lesson.frontMatter.summary ?? "").compactMap { block in
            if case .paragraph(let content) = block.kind { content.plainText } else { nil }
        }.joined(separator: " ")
    }

    private var prose: ProseRenderer {
        var renderer = ProseRenderer()
        renderer.link = setting.link
        renderer.picture = setting.picture
        let values = model.values
        renderer.value = { values[$0.index] }
        return renderer
    }

    /// The lesson's blocks without a first heading that only says the title again.
    private var bodyBlocks: [Block] {
        let blocks = model.lesson.blocks
        if let first = blocks.first, case .heading(1, _, let content) = first.kind, content.plainText == model.lesson.title {
            return Array(blocks.dropFirst())
        }
        return blocks
    }

    private func lead(_ html: inout HTML) {
        html.markup("<div class=\"lead\">\n")
        if let (number, total) = setting.number { html.markup("<p class=\"eyebrow\">Lesson \(number) of \(total)</p>\n") }
        html.markup("<h1>")
        html.text(model.lesson.title)
        html.markup("</h1>\n")
        if let summary = model.lesson.frontMatter.summary {
            var renderer = prose
            renderer.hasAnchors = false
            html.markup("<div class=\"summary\">")
            renderer.write(Lesson.prose(summary), to: &html)
            html.markup("</div>\n")
        }
        notice(&html)
        html.markup("</div>\n")
    }

    /// Says at the top what a reader has to know about the run: that something failed, or that nothing was run.
    private func notice(_ html: inout HTML) {
        let failed = model.lesson.steps.filter { model.results[$0.id]?.status == .failed }
        if let first = failed.first {
            html.markup("<p class=\"notice\">")
            if model.run == nil {
                html.text("A mistake keeps this lesson from being run: ")
            } else {
                html.text(failed.count == 1 ? "A step of this run failed: " : "\(failed.count) steps of this run failed; the first is ")
            }
            html.markup("<a")
            html.attribute("href", "#step-\(first.id)")
            html.markup(">")
            html.text(first.id)
            html.markup("</a>.</p>\n")
        } else if model.results.isEmpty {
            html.markup("<p class=\"notice quiet\">This lesson has not been run: its code is shown without results.</p>\n")
        }
    }

    private func turn(_ html: inout HTML) {
        guard setting.previous != nil || setting.next != nil else { return }
        html.markup("<nav class=\"turn\" aria-label=\"Lessons\">\n")
        func link(_ neighbour: PageSetting.Neighbour?, _ kind: String, _ words: String) {
            guard let neighbour else { return }
            html.markup("<a class=\"\(kind)\" rel=\"\(kind)\" href=\"\(SafeAddress.encoded(neighbour.address))\"><small>\(words)</small>")
            html.text(neighbour.title)
            html.markup("</a>\n")
        }
        link(setting.previous, "prev", "Previous")
        link(setting.next, "next", "Next")
        html.markup("</nav>\n")
    }
}
