/// Boxes joined by arrows, from left to right: a computation, or the flow of data through a network.
///
/// ```swift
/// computationGraph(["x -> x · w", "w -> x · w", "x · w -> loss: 2.5"], notes: ["w": "0.5"])
/// ```
/// - Parameters:
///   - edges: each `"from -> to"`, or `"from -> to: text"` for a text on the arrow (a derivative, say). A box is made for every
///     name, in the order in which names come.
///   - notes: a second line for a box, by its name.
///   - highlighted: names of boxes to draw in colour.
public func computationGraph(_ edges: [String], notes: [String: String] = [:], highlighted: [String] = []) -> Figure {
    var graph = Diagram.Graph(nodes: [], edges: [])
    var problem: FigureError? = edges.isEmpty ? .empty(function: "computationGraph", argument: "edges") : nil
    func node(_ name: String) -> Int {
        if let known = graph.nodes.firstIndex(where: { $0.name == name }) { return known }
        graph.nodes.append(Diagram.Graph.Node(name: name, note: notes[name] ?? "", isHighlighted: highlighted.contains(name)))
        return graph.nodes.count - 1
    }
    for edge in edges {
        guard let arrow = edge.range(ofPlain: "->") else {
            problem = problem
                ?? .invalid(function: "computationGraph", reason: "\"\(edge)\" is no edge; write \"from -> to\" or \"from -> to: text\"")
            continue
        }
        let from = edge[..<arrow.lowerBound].trimmingSpaces
        var to = edge[arrow.upperBound...].trimmingSpaces
        var label = ""
        if let colon = to.range(ofPlain: ": ") {
            label = to[colon.upperBound...].trimmingSpaces
            to = to[..<colon.lowerBound].trimmingSpaces
        }
        if from.isEmpty || to.isEmpty {
            problem = problem ?? .invalid(function: "computationGraph", reason: "\"\(edge)\" lacks a name on one side of its arrow")
            continue
        }
        let start = node(from)
        graph.edges.append(Diagram.Graph.Edge(from: start, to: node(to), label: label))
    }
    let unknown = (Array(notes.keys).sorted() + highlighted).first { name in !graph.nodes.contains { $0.name == name } }
    if let unknown, problem == nil {
        problem = .invalid(function: "computationGraph", reason: "\"\(unknown)\" is in no edge")
    }
    guard let ranks = GraphLayout.ranks(graph) else {
        return Figure(
            kind: "computation graph", content: .diagram(.graph(graph)),
            problem: problem ?? .invalid(function: "computationGraph", reason: "the arrows run in a circle"))
    }
    let columns = (ranks.max() ?? 0) + 1
    let tallest = (0..<columns).map { column in ranks.filter { $0 == column }.count }.max() ?? 1
    return Figure(
        kind: "computation graph", content: .diagram(.graph(graph)), width: max(420, min(960, 40 + 150 * Double(columns))),
        height: max(150, 50 + 84 * Double(tallest)), problem: problem)
}

/// The layers of a network as columns of circles, every unit joined with every unit of the next layer.
///
/// - Parameters:
///   - sizes: how many units each layer has; of a large layer the first and last few are drawn.
///   - names: a name beneath each layer; as many as layers.
public func networkDiagram(_ sizes: [Int], names: [String] = []) -> Figure {
    var problem: FigureError? = sizes.isEmpty ? .empty(function: "networkDiagram", argument: "sizes") : nil
    if let odd = sizes.first(where: { $0 < 1 }) {
        problem = problem ?? .invalid(function: "networkDiagram", reason: "a layer has \(odd) units; it needs at least 1")
    }
    problem = problem ?? checkCount("networkDiagram", "sizes", sizes.count, "names", names.count)
    return Figure(
        kind: "network", content: .diagram(.layers(Diagram.Layers(sizes: sizes, names: names))),
        width: max(360, min(960, 60 + 150 * Double(sizes.count))), height: 340, problem: problem)
}

extension StringProtocol {
    /// The first place of a text in this one.
    fileprivate func range(ofPlain text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }

    fileprivate var trimmingSpaces: String {
        var rest = Substring(self)
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
