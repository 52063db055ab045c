extension Tensor: CustomStringConvertible {
    /// As PyTorch prints it: `tensor([[0.5000, 1.0000]], requires_grad=True)`.
    public var description: String {
        var suffixes: [String] = []
        if elementCount == 0 && rank != 1 { suffixes.append("size=(\(shape.map(String.init).joined(separator: ", ")))") }
        if dtypeCode == .int32 || elementCount == 0 && dtypeCode != .float32 { suffixes.append("dtype=torch.\(dtypeCode)") }
        let body = elementCount == 0 ? "[]" : TensorText(self).text
        if let node {
            suffixes.append(node.isLeaf ? "requires_grad=True" : "grad_fn=<\(Tensor.recordName(node.name))>")
        }
        return TensorText.join("tensor(" + body, suffixes)
    }

    private static func recordName(_ name: StaticString) -> String {
        let known = [
            "+": "AddBackward0", "-": "SubBackward0", "*": "MulBackward0", "/": "DivBackward0", "matmul": "MmBackward0",
            "linear": "AddmmBackward0", "select": "SelectBackward0", "slice": "SliceBackward0", "reshaped": "ViewBackward0",
            "transposed": "TransposeBackward0", "take": "IndexBackward0",
        ]
        let text = "\(name)"
        if let name = known[text] { return name }
        return text.prefix(1).uppercased() + text.dropFirst() + "Backward0"
    }
}

/// Lays a tensor out as PyTorch does: four digits, lines of eighty characters, the middle of large tensors left out.
private struct TensorText {
    let tensor: Tensor
    let width: Int
    let format: (Double) -> String
    let summarize: Bool
    static let edge = 3
    static let lineWidth = 80

    init(_ tensor: Tensor) {
        let t = tensor.detached()
        self.tensor = t
        summarize = t.elementCount > 1000
        let values = summarize ? TensorText.corners(t) : t.doubles
        if t.dtype == .bool {
            format = { $0 == 0 ? "False" : "True" }
        } else if t.dtype != .float32 {
            format = { String(Int64(clamping: $0)) }
        } else {
            format = TensorText.floatFormat(values)
        }
        var widest = 1
        // Zeros and what is not finite do not count, as in PyTorch.
        for v in values where t.dtype != .float32 || v.isFinite && v != 0 { widest = Swift.max(widest, format(v).utf8.count) }
        width = widest
    }

    /// The elements that are shown of a large tensor.
    static func corners(_ t: Tensor) -> [Double] {
        guard t.rank > 0 else { return t.doubles }
        let n = t.extents[0]
        let shown = n > 2 * edge ? Array(0..<edge) + Array((n - edge)..<n) : Array(0..<n)
        if t.rank == 1 { return shown.map { t.value(at: t.offset + $0 * t.strides[0]) } }
        return shown.flatMap { corners(t.selected(axis: 0, $0)) }
    }

    /// Whole numbers with a point, four digits, or an exponent where sizes differ too much.
    static func floatFormat(_ values: [Double]) -> (Double) -> String {
        let finite = values.filter { $0.isFinite && $0 != 0 }.map { Swift.abs($0) }
        guard let low = finite.min(), let high = finite.max() else { return { plain($0, "0.") } }
        let tooWide = high / low > 1000 || high > 1e8
        if finite.allSatisfy({ $0.rounded(.up) == $0 }) {
            if tooWide { return { NumberFormat.scientific($0, digits: 4) } }
            return { $0.isFinite ? NumberFormat.fixed($0, digits: 0) + "." : NumberFormat.fixed($0, digits: 0) }
        }
        if tooWide || low < 1e-4 { return { NumberFormat.scientific($0, digits: 4) } }
        return { NumberFormat.fixed($0, digits: 4) }
    }

    private static func plain(_ value: Double, _ zero: String) -> String {
        value == 0 ? (value.sign == .minus ? "-0." : "0.") : NumberFormat.fixed(value, digits: 0)
    }

    var text: String { text(tensor, indent: 7) }

    private func cell(_ value: Double) -> String {
        let s = format(value)
        return String(repeating: " ", count: Swift.max(0, width - s.utf8.count)) + s
    }

    private func text(_ t: Tensor, indent: Int) -> String {
        if t.rank == 0 { return cell(t.value(at: t.offset)) }
        let n = t.extents[0]
        if t.rank == 1 { return vector(t, n, indent) }
        let cut = summarize && n > 2 * TensorText.edge
        var parts: [String] = []
        for i in 0..<n {
            if cut && i == TensorText.edge { parts.append("...") }
            if cut && i >= TensorText.edge && i < n - TensorText.edge { continue }
            parts.append(text(t.selected(axis: 0, i), indent: indent + 1))
        }
        let gap = "," + String(repeating: "\n", count: t.rank - 1) + String(repeating: " ", count: indent + 1)
        return "[" + parts.joined(separator: gap) + "]"
    }

    private func vector(_ t: Tensor, _ n: Int, _ indent: Int) -> String {
        let perLine = Swift.max(1, (TensorText.lineWidth - indent) / (width + 2))
        var cells: [String]
        if summarize && n > 2 * TensorText.edge {
            cells = (0..<TensorText.edge).map { cell(t.value(at: t.offset + $0 * t.strides[0])) }
            cells.append(" ...")
            cells += ((n - TensorText.edge)..<n).map { cell(t.value(at: t.offset + $0 * t.strides[0])) }
        } else {
            cells = (0..<n).map { cell(t.value(at: t.offset + $0 * t.strides[0])) }
        }
        var lines: [String] = []
        for start in stride(from: 0, to: cells.count, by: perLine) {
            lines.append(cells[start..<Swift.min(start + perLine, cells.count)].joined(separator: ", "))
        }
        return "[" + lines.joined(separator: ",\n" + String(repeating: " ", count: indent + 1)) + "]"
    }

    /// Adds suffixes, on the last line where they fit and on a new one otherwise.
    static func join(_ body: String, _ suffixes: [String]) -> String {
        var result = body
        var lastLine = body.utf8.count - (body.utf8.lastIndex(of: 10).map { body.utf8.distance(from: body.utf8.startIndex, to: $0) + 1 } ?? 0) + 1
        for suffix in suffixes {
            if lastLine + suffix.utf8.count + 2 > lineWidth {
                result += ",\n" + String(repeating: " ", count: 7) + suffix
                lastLine = 7 + suffix.utf8.count
            } else {
                result += ", " + suffix
                lastLine += suffix.utf8.count + 2
            }
        }
        return result + ")"
    }
}
