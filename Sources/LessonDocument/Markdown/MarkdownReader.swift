import CCmark

/// Turns a lesson's text into blocks, gathering steps and problems on the way.
struct MarkdownReader {
    /// Nesting beyond this is refused: no reader could follow it, and drawing it would take the stack.
    static let deepest = 64

    let original: SourceText
    let mask: MathMask
    /// Link reference definitions, which the separately parsed cells of tables need too.
    private let definitions: [UInt8]
    private(set) var steps: StepBuilder
    private(set) var problems: [DocumentDiagnostic] = []
    private var slugs = SlugMaker()
    private var quoteDepth = 0
    private var depth = 0
    private var isTooDeep = false

    /// `bodyStart` is the first line after the front matter.
    init(_ text: SourceText, bodyStart: Int) {
        original = text
        var body = text
        for line in 1..<max(1, bodyStart) { body.replace(line: line, with: []) }
        var verbatim = Set(1..<max(1, bodyStart))
        var ownIds: Set<String> = []
        _ = CmarkNode.withDocument(body.joined) { root in
            CmarkNode.walk(root.pointer) { node in
                switch node.type {
                case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK:
                    verbatim.formUnion(node.start.line...max(node.start.line, node.end.line))
                    if FenceSource.isStep(info: node.fenceInfo), let id = Self.ownId(node, text) { ownIds.insert(id) }
                default: break
                }
            }
        }
        definitions = body.lines.enumerated().filter { !verbatim.contains($0.offset + 1) && Self.looksLikeDefinition($0.element) }
            .flatMap { $0.element + [0x0A] }
        mask = MathMask(body, verbatim: verbatim)
        steps = StepBuilder(file: text.file, ownIds: ownIds)
    }

    mutating func read() -> [Block] {
        let blocks = CmarkNode.withDocument(mask.text.joined) { root in self.blocks(root.children) } ?? []
        steps.finish()
        return blocks
    }

    private static func ownId(_ node: CmarkNode, _ text: SourceText) -> String? {
        FenceSource(text: text, start: node.start, end: node.end, code: "").info.id
    }

    private static func looksLikeDefinition(_ line: [UInt8]) -> Bool {
        let rest = line.drop { $0 == 0x20 }
        guard rest.first == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")), close + 1 < rest.endIndex else {
            return false
        }
        return rest[close + 1] == UInt8(ascii: ":")
    }

    // MARK: Blocks

    private mutating func blocks(_ nodes: [CmarkNode]) -> [Block] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return refuseDepth(nodes.first?.start) }
        return nodes.flatMap { block($0) }
    }

    private mutating func refuseDepth<Element>(_ position: SourcePosition?) -> [Element] {
        if !isTooDeep, let position {
            problems.append(
                DocumentDiagnostic(
                    file: original.file, line: position.line, column: max(1, position.column),
                    message: "more than \(Self.deepest) levels of nesting", hint: "use fewer lists, quotes and emphases inside one another")
            )
        }
        isTooDeep = true
        return []
    }

    private mutating func block(_ node: CmarkNode) -> [Block] {
        func one(_ kind: Block.Kind) -> [Block] { [Block(kind: kind, range: node.range)] }
        switch node.type {
        case CMARK_NODE_HEADING:
            let content = inlines(node)
            let title = content.plainText
            let anchor = slugs.slug(for: title)
            steps.enter(heading: title, anchor: anchor)
            return one(.heading(level: Int(cmark_node_get_heading_level(node.pointer)), anchor: anchor, content))
        case CMARK_NODE_PARAGRAPH: return paragraph(node)
        case CMARK_NODE_LIST:
            let start = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node.pointer)) : nil
            let items = node.children.map { blocks($0.children) }
            return one(.list(List(start: start, isTight: cmark_node_get_list_tight(node.pointer) != 0, items: items)))
        case CMARK_NODE_BLOCK_QUOTE:
            quoteDepth += 1
            defer { quoteDepth -= 1 }
            let content = blocks(node.children)
            return one(Callout(quote: content).map(Block.Kind.callout) ?? .quote(content))
        case CMARK_NODE_CODE_BLOCK:
            let info = node.fenceInfo
            let text = node.literal
            guard FenceSource.isStep(info: info) else { return one(.code(info: info, text: text)) }
            let fence = FenceSource(text: original, start: node.start, end: node.end, code: text)
            return [Block(kind: .step(steps.add(fence: fence)), range: fence.range)]
        case CMARK_NODE_HTML_BLOCK: return one(.html(mask.restored(node.literal)))
        case CMARK_NODE_THEMATIC_BREAK: return one(.thematicBreak)
        default: return blocks(node.children)
        }
    }

    private mutating func paragraph(_ node: CmarkNode) -> [Block] {
        if let table = PipeTable(lines: lines(of: node)) {
            var result: [Block] = []
            let first = table.header.first?.position.line ?? node.start.line
            if table.linesBefore > 0 {
                let before = node.children.prefix { $0.start.line < first }
                let range = SourceRange(start: node.start, end: SourcePosition(line: first - 1, column: 1))
                var content = inlines(Array(before), in: node)
                while content.last?.kind == .softBreak { content.removeLast() }
                result.append(Block(kind: .paragraph(content), range: range))
            }
            let range = SourceRange(start: SourcePosition(line: first, column: node.start.column), end: node.end)
            result.append(Block(kind: .table(self.table(table)), range: range))
            return result
        }
        let content = inlines(node)
        if content.count == 1, case .math(let tex, display: true) = content[0].kind {
            return [Block(kind: .math(tex), range: node.range)]
        }
        return [Block(kind: .paragraph(content), range: node.range)]
    }

    /// A paragraph's lines without the marks of the quotes and lists that it stands in.
    private func lines(of node: CmarkNode) -> [(bytes: [UInt8], position: SourcePosition)] {
        guard node.start.line >= 1, node.end.line >= node.start.line else { return [] }
        return (node.start.line...node.end.line).map { number in
            let line = mask.text[line: number]
            var index = number == node.start.line ? min(line.count, max(0, node.start.column - 1)) : 0
            var marks = number == node.start.line ? 0 : quoteDepth
            while index < line.count {
                if line[index] == UInt8(ascii: ">"), marks > 0 {
                    marks -= 1
                } else if line[index] != 0x20, line[index] != 0x09 {
                    break
                }
                index += 1
            }
            return (Array(line[index...]), SourcePosition(line: number, column: index + 1))
        }
    }

    // MARK: Tables

    private mutating func table(_ table: PipeTable) -> Table {
        let cells = table.header + table.rows.flatMap(\.self)
        // Each cell is a paragraph of its own to cmark. A no-break space before it keeps it from being read as a list or heading, and,
        // being white space to the rules of emphasis, changes nothing else.
        var source: [UInt8] = []
        for cell in cells { source += [0xC2, 0xA0] + cell.bytes + [0x0A, 0x0A] }
        source += definitions
        let contents: [[Inline]] =
            CmarkNode.withDocument(source) { root in
                zip(root.children, cells).map { node, cell in
                    let shift = PlaceShift(line: cell.position.line, column: cell.position.column, from: 3)
                    return Self.cellContent(inlines(node.children, in: node, shift: shift, cell: cell))
                }
            } ?? []
        let width = table.alignments.count
        let rows = stride(from: 0, to: contents.count, by: width).map { Array(contents[$0..<min($0 + width, contents.count)]) }
        return Table(alignments: table.alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
    }

    /// A cell's inlines without the space that was put before them, and without the backslash before a pipe in code.
    private static func cellContent(_ content: [Inline]) -> [Inline] {
        var content = content
        if let first = content.first, case .text(let text) = first.kind {
            let rest = text.unicodeScalars.first == "\u{A0}" ? String(text.unicodeScalars.dropFirst()) : text
            if rest.isEmpty { content.removeFirst() } else { content[0] = Inline(kind: .text(rest), position: first.position) }
        }
        return content.map { inline in
            guard case .code(let code) = inline.kind else { return inline }
            var result = ""
            for character in code {
                if character == "|", result.last == "\\" { result.removeLast() }
                result.append(character)
            }
            return Inline(kind: .code(result), position: inline.position)
        }
    }

    /// Moves places in separately parsed text to where the text stands in the file.
    private struct PlaceShift {
        let line: Int
        let column: Int
        let from: Int
        func callAsFunction(_ position: SourcePosition) -> SourcePosition {
            SourcePosition(line: line, column: max(1, position.column - from + column))
        }
    }

    // MARK: Inlines

    private mutating func inlines(_ node: CmarkNode) -> [Inline] { inlines(node.children, in: node) }

    private mutating func inlines(
        _ nodes: [CmarkNode], in block: CmarkNode, shift: PlaceShift? = nil, cell: PipeTable.Cell? = nil
    ) -> [Inline] {
        var context = InlineContext(shift: shift, cursor: cell?.position ?? SourcePosition(line: block.start.line, column: 1))
        context.lastLine = cell?.position.line ?? block.end.line
        return inlines(nodes, &context)
    }

    private struct InlineContext {
        let shift: PlaceShift?
        /// Expressions before this place have been found in the source.
        var cursor: SourcePosition
        var lastLine = 0
    }

    private mutating func inlines(_ nodes: [CmarkNode], _ context: inout InlineContext) -> [Inline] {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { return refuseDepth(nodes.first?.start) }
        var result: [Inline] = []
        func append(_ kind: Inline.Kind, _ position: SourcePosition) {
            // cmark cuts text at every character that could have been markup.
            if case .text(let text) = kind, let last = result.last, case .text(let before) = last.kind {
                result[result.count - 1] = Inline(kind: .text(before + text), position: last.position)
            } else {
                result.append(Inline(kind: kind, position: position))
            }
        }
        for node in nodes {
            let position = context.shift?(node.start) ?? node.start
            switch node.type {
            case CMARK_NODE_TEXT:
                for piece in mask.pieces(node.literal) {
                    switch piece {
                    case .text(let text): append(.text(text), position)
                    case .formula(let formula): append(.math(formula.tex, display: formula.display), position)
                    case .continuation: if result.last?.kind == .softBreak { result.removeLast() }
                    }
                }
            case CMARK_NODE_CODE:
                let code = mask.restored(node.literal)
                append(expression(code, near: position, &context).map(Inline.Kind.expression) ?? .code(code), position)
            case CMARK_NODE_EMPH: append(.emphasis(inlines(node.children, &context)), position)
            case CMARK_NODE_STRONG: append(.strong(inlines(node.children, &context)), position)
            case CMARK_NODE_LINK:
                let inner = inlines(node.children, &context)
                append(.link(destination: mask.restored(node.url), title: mask.restored(node.title), inner), position)
            case CMARK_NODE_IMAGE:
                let inner = inlines(node.children, &context)
                append(.image(source: mask.restored(node.url), title: mask.restored(node.title), inner), position)
            case CMARK_NODE_HTML_INLINE: append(.html(mask.restored(node.literal)), position)
            case CMARK_NODE_SOFTBREAK: append(.softBreak, position)
            case CMARK_NODE_LINEBREAK: append(.lineBreak, position)
            default: for inline in inlines(node.children, &context) { append(inline.kind, inline.position) }
            }
        }
        return result
    }

    private static let expressionMark = "{swift}"

    /// Code that begins with `{swift}` as an expression with its place in the file.
    ///
    /// cmark's columns are those of the trimmed paragraph, so the place is looked for in the paragraph's lines.
    private mutating func expression(_ code: String, near: SourcePosition, _ context: inout InlineContext) -> InlineExpression? {
        guard code.hasPrefix(Self.expressionMark) else { return nil }
        let body = trimmed(code.dropFirst(Self.expressionMark.count))
        let wanted = Array(code.utf8)
        let leading = code.utf8.count - code.dropFirst(Self.expressionMark.count).drop { $0 == " " }.utf8.count
        for line in context.cursor.line...max(context.cursor.line, context.lastLine) {
            let bytes = original[line: line]
            var index = line == context.cursor.line ? context.cursor.column - 1 : 0
            while index + wanted.count <= bytes.count {
                if bytes[index...].starts(with: wanted) {
                    context.cursor = SourcePosition(line: line, column: index + wanted.count + 1)
                    return steps.add(expression: body, at: SourcePosition(line: line, column: index + leading + 1))
                }
                index += 1
            }
        }
        return steps.add(expression: body, at: near)
    }
}
