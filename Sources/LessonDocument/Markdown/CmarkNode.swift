import CCmark

/// A node of cmark's tree, read only.
struct CmarkNode {
    let pointer: OpaquePointer

    var type: cmark_node_type { cmark_node_get_type(pointer) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    var start: SourcePosition {
        SourcePosition(line: Int(cmark_node_get_start_line(pointer)), column: Int(cmark_node_get_start_column(pointer)))
    }
    var end: SourcePosition {
        SourcePosition(line: Int(cmark_node_get_end_line(pointer)), column: Int(cmark_node_get_end_column(pointer)))
    }
    var range: SourceRange { SourceRange(start: start, end: end) }

    var children: [CmarkNode] {
        var result: [CmarkNode] = []
        var child = cmark_node_first_child(pointer)
        while let node = child {
            result.append(CmarkNode(pointer: node))
            child = cmark_node_next(node)
        }
        return result
    }

    /// The text of this node and those below it. Deep nesting costs no stack: cmark's iterator walks the tree.
    var plainText: String {
        var text = ""
        CmarkNode.walk(pointer) { node in
            switch node.type {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text += " "
            default: break
            }
        }
        return text
    }

    /// Parses `bytes` and hands the root to `body`; the tree is freed afterwards.
    static func withDocument<Result>(_ bytes: [UInt8], _ body: (CmarkNode) throws -> Result) rethrows -> Result? {
        let root = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
        }
        guard let root else { return nil }
        defer { cmark_node_free(root) }
        return try body(CmarkNode(pointer: root))
    }

    /// Calls `body` with every node of the tree, in the order of the text.
    static func walk(_ root: OpaquePointer, _ body: (CmarkNode) -> Void) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) { body(CmarkNode(pointer: node)) }
        }
    }
}
