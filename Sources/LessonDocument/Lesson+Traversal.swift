extension Lesson {
    /// A piece of Markdown that is no lesson of its own, such as a summary.
    public static func prose(_ markdown: String) -> [Block] {
        var reader = MarkdownReader(SourceText(bytes: markdown.utf8, file: ""), bodyStart: 1)
        return reader.read()
    }

    /// The addresses of the pictures in the text, in order, each once.
    public var pictureSources: [String] {
        var sources: [String] = []
        for block in blocks {
            block.visitInlines { inline in
                if case .image(let source, _, _) = inline.kind, !sources.contains(source) { sources.append(source) }
            }
        }
        return sources
    }

    /// The addresses of the links in the text with their places, in order.
    public var linkDestinations: [(address: String, position: SourcePosition)] {
        var links: [(address: String, position: SourcePosition)] = []
        for block in blocks {
            block.visitInlines { inline in
                if case .link(let address, _, _) = inline.kind { links.append((address, inline.position)) }
            }
        }
        return links
    }

    /// The anchors that a link within the lesson's page can lead to: headings, and steps as `step-ID`.
    public var anchors: Set<String> {
        var anchors = Set(steps.map { "step-\($0.id)" })
        func collect(_ blocks: [Block]) {
            for block in blocks {
                switch block.kind {
                case .heading(_, let anchor, _): anchors.insert(anchor)
                case .list(let list): list.items.forEach(collect)
                case .quote(let inner): collect(inner)
                case .callout(let callout): collect(callout.blocks)
                default: break
                }
            }
        }
        collect(blocks)
        return anchors
    }
}

extension Block {
    /// Calls `body` with every piece of running text in the block, outer before inner.
    public func visitInlines(_ body: (Inline) -> Void) {
        switch kind {
        case .heading(_, _, let content), .paragraph(let content): Inline.visit(content, body)
        case .list(let list): Block.visit(list.items.joined(), body)
        case .quote(let inner): Block.visit(inner, body)
        case .callout(let callout): Block.visit(callout.blocks, body)
        case .table(let table): for row in [table.header] + table.rows { Inline.visit(row.joined(), body) }
        case .math, .code, .step, .html, .thematicBreak: break
        }
    }

    private static func visit(_ blocks: some Sequence<Block>, _ body: (Inline) -> Void) {
        for block in blocks { block.visitInlines(body) }
    }
}

extension Inline {
    fileprivate static func visit(_ inlines: some Sequence<Inline>, _ body: (Inline) -> Void) {
        for inline in inlines {
            body(inline)
            switch inline.kind {
            case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .image(_, _, let inner): visit(inner, body)
            case .text, .code, .expression, .math, .html, .softBreak, .lineBreak: break
            }
        }
    }
}
