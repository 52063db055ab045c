/// What stands around every page's content: head, security policy, top bar, search, scripts.
enum PageFrame {
    struct Content {
        var title: String
        var description: String
        var courseTitle: String
        /// From the page to the course page's folder; nil when there is no course page to go to.
        var root: String?
        /// The course page itself has no link to itself.
        var isCoursePage = false
        var body: HTML
    }

    private static let digests = (
        style: source(Style.sheet), early: source(Script.early), late: source(Script.late)
    )

    private static func source(_ text: String) -> String { "'sha256-\(Base64.encode(SHA256.digest(Array(text.utf8))))'" }

    /// The page's own style and scripts by their digests, pictures and the search index from its own place, nothing else.
    private static func policy(hasSearch: Bool) -> String {
        [
            "default-src 'none'", "img-src 'self' data:", "style-src \(digests.style)",
            "script-src \(digests.early) \(digests.late)\(hasSearch ? " 'self'" : "")", "base-uri 'none'", "form-action 'none'",
        ].joined(separator: "; ")
    }

    static func page(_ content: Content) -> HTML {
        var html = HTML()
        html.markup("<!DOCTYPE html>\n<html lang=\"en\"")
        if let root = content.root { html.attribute("data-root", root) }
        html.markup(">\n<head>\n<meta charset=\"utf-8\">\n")
        html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy(hasSearch: content.root != nil))\">\n")
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.markup("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        html.text(content.title)
        html.markup("</title>\n")
        if !content.description.isEmpty {
            html.markup("<meta name=\"description\"")
            html.attribute("content", content.description)
            html.markup(">\n")
        }
        html.markup("<link rel=\"icon\" href=\"data:,\">\n<style>\(Style.sheet)</style>\n<script>\(Script.early)</script>\n</head>\n")
        html.markup(content.isCoursePage ? "<body class=\"course-page\">\n" : "<body>\n")
        html.markup("<a class=\"skip\" href=\"#_text\">Skip to the text</a>\n")
        top(content, &html)
        html.append(content.body)
        if content.root != nil { html.markup(searchDialog) }
        html.markup("<script>\(Script.late)</script>\n</body>\n</html>\n")
        return html
    }

    private static func top(_ content: Content, _ html: inout HTML) {
        html.markup("<header class=\"top\">\n")
        if let root = content.root, !content.isCoursePage {
            html.markup("<a class=\"home\"")
            html.attribute("href", root + "index.html")
            html.markup(">")
            html.text(content.courseTitle)
            html.markup("</a>\n")
        } else {
            html.markup("<span class=\"home\">")
            html.text(content.isCoursePage ? "" : content.courseTitle)
            html.markup("</span>\n")
        }
        if content.root != nil {
            html.markup("<button type=\"button\" class=\"search-button\" hidden>Search <kbd>/</kbd></button>\n")
        }
        html.markup("<button type=\"button\" class=\"theme-button\" hidden>Dark</button>\n</header>\n")
    }

    private static let searchDialog = """
        <dialog class="search" aria-label="Search the course">
        <div class="search-field"><input type="search" aria-label="Words to find" placeholder="Search the course" autocomplete="off" spellcheck="false"><button type="button">Close</button></div>
        <ol class="search-results"></ol>
        <p class="search-status" role="status"></p>
        </dialog>

        """
}
