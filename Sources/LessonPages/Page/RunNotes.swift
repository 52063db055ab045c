/// What stands at the foot of a page: all that is needed to have the same numbers again, and the downloads.
struct RunNotes {
    let model: PageModel
    let setting: PageSetting

    func write(to html: inout HTML) {
        guard model.run != nil || !setting.downloads.isEmpty else { return }
        html.markup("<footer class=\"run\">\n")
        if let run = model.run {
            html.markup("<dl>\n")
            func row(_ term: String, _ details: String) {
                html.markup("<dt>\(term)</dt><dd>")
                html.text(details)
                html.markup("</dd>\n")
            }
            if !run.data.isEmpty { row("Data", run.data.map { "\($0.name): \($0.origin)" }.joined(separator: "; ")) }
            row("Seed", String(run.seed))
            if !run.parameters.isEmpty {
                row(
                    run.parameters.count == 1 ? "Parameter" : "Parameters",
                    run.parameters.map { "\($0.name) = \($0.value)" }.joined(separator: ", "))
            }
            if !run.versions.isEmpty { row("Made with", run.versions.map { "\($0.name) \($0.value)" }.joined(separator: ", ")) }
            html.markup("</dl>\n")
        }
        if !setting.downloads.isEmpty {
            html.markup("<p class=\"downloads\">Download this lesson ")
            for (index, download) in setting.downloads.enumerated() {
                html.markup(index == 0 ? "" : " or ")
                html.markup("<a href=\"\(SafeAddress.encoded(download.address))\"")
                html.attribute("download", download.fileName)
                html.markup(">")
                html.text(download.words)
                html.markup("</a>")
            }
            html.markup(".</p>\n")
        }
        html.markup("</footer>\n")
    }
}
