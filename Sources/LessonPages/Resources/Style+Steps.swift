extension Style {
    /// A long line that is wrapped goes on four columns to the right of where it began; one that is not stays as it is.
    private static let hangingIndents = (0..<HTML.indentations).map { step in
        ".in\(step){padding-left:\(4 * step + 4)ch;text-indent:-\(4 * step + 4)ch}"
    }.joined()

    static let steps = """
        .step{margin:1.7em 0 2em;position:relative;min-width:0}
        .step-head{display:flex;align-items:baseline;gap:.7rem;font-size:.78rem;line-height:1.4;margin:0 0 .35rem;color:var(--soft)}
        .step-name{color:var(--soft);text-decoration:none}
        .step-name:hover{color:var(--accent)}
        .badge{border-radius:99px;padding:.05rem .6rem;background:var(--panel);color:var(--soft);font-weight:600}
        .badge.bad{background:var(--bad-wash);color:var(--bad)}
        .badge.exercise{background:var(--violet-wash);color:var(--violet)}
        .code{position:relative}
        .text .code pre{margin:0;border:1px solid var(--line);background-color:var(--panel)}
        .long{display:block}
        \(hangingIndents)
        @media (min-width:40rem){.text .code pre{white-space:pre-wrap}}
        .copy{position:absolute;top:.4rem;right:.4rem;font-size:.75rem;background:var(--raised);opacity:0;transition:opacity .12s}
        .code:hover .copy,.copy:focus-visible,.copy.done{opacity:1}
        @media (hover:none){.copy{opacity:1;top:-1.85rem;right:0;border-color:transparent;background:none;padding:0 .3rem;min-height:1.6rem}}
        @media (prefers-reduced-motion:reduce){.copy{transition:none}}
        .text .step details{margin:0}
        .text details.fold{border:0;padding:0}
        .text details.fold>summary{color:var(--soft);font-size:.86rem;width:fit-content}
        .step.failed .code pre{border-color:var(--bad)}
        .step.unrun .code pre{border-style:dashed}
        .step.expected .problem{background:var(--panel)}
        .step.expected .problem-message strong,.step.expected .caret{color:var(--soft)}
        """
}
