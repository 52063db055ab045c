import LessonDocument

/// Writes steps: their code as the author wants it shown, and beneath it what they gave.
final class StepWriter {
    private let model: PageModel
    /// Shared by all steps, so that the page's budget is one.
    private var outputs: OutputRenderer

    init(model: PageModel, outputs: OutputRenderer) {
        self.model = model
        self.outputs = outputs
    }

    func write(_ step: Step, to html: inout HTML) {
        let result = model.results[step.id]
        html.markup("<div")
        html.attribute("class", classes(step, result))
        html.attribute("id", "step-\(step.id)")
        html.attribute("role", "group")
        html.attribute("aria-label", "Step \(step.id)")
        html.markup(">\n")
        if case .solution = step.options.role {
            html.markup("<details><summary>Solution</summary>\n")
            content(step, result, &html)
            html.markup("</details>\n")
        } else {
            content(step, result, &html)
        }
        html.markup("</div>\n")
    }

    private func classes(_ step: Step, _ result: StepResult?) -> String {
        switch result?.status {
        case .failed: "step failed"
        case .failedAsExpected: "step expected"
        case .skipped: "step unrun"
        case nil where !step.options.runs || !model.results.isEmpty: "step unrun"
        default: "step"
        }
    }

    private func content(_ step: Step, _ result: StepResult?, _ html: inout HTML) {
        head(step, result, &html)
        switch step.options.echo {
        case .show: code(step, &html)
        case .fold:
            html.markup("<details class=\"fold\"><summary>Code</summary>\n")
            code(step, &html)
            html.markup("</details>\n")
        case .hide: break
        }
        guard let result, !result.outputs.isEmpty else { return }
        var written = HTML()
        for output in result.outputs { outputs.write(output, of: step.id, to: &written) }
        guard !written.bytes.isEmpty else { return }
        html.markup("<div class=\"outputs\">\n")
        html.append(written)
        html.markup("</div>\n")
    }

    private func head(_ step: Step, _ result: StepResult?, _ html: inout HTML) {
        var badges: [(String, kind: String)] = []
        switch step.options.role {
        case .exercise: badges.append(("Exercise", "exercise"))
        case .check: badges.append(("Check", "exercise"))
        default: break
        }
        switch result?.status {
        case .failed: badges.append(("failed", "bad"))
        case .failedAsExpected: badges.append(("fails on purpose", ""))
        case .skipped(let reason): badges.append((reason.isEmpty ? "not run" : "not run: \(reason)", ""))
        case nil where !step.options.runs: badges.append(("not run", ""))
        default: break
        }
        guard step.hasOwnId || !badges.isEmpty else { return }
        html.markup("<p class=\"step-head\">")
        if step.hasOwnId {
            html.markup("<a class=\"step-name\"")
            html.attribute("href", "#step-\(step.id)")
            html.markup(">")
            html.text(step.id)
            html.markup("</a>")
        }
        for (words, kind) in badges {
            html.markup("<span class=\"badge\(kind.isEmpty ? "" : " \(kind)")\">")
            html.text(words)
            html.markup("</span>")
        }
        html.markup("</p>\n")
    }

    private func code(_ step: Step, _ html: inout HTML) {
        guard !step.shownCode.allSatisfy(\.isWhitespace) else { return }
        html.markup("<div class=\"code\"><pre><code class=\"language-swift\">")
        SwiftHighlighter.write(step.shownCode, to: &html)
        html.markup("</code></pre></div>\n")
    }
}
