/// Ranks and rows of the boxes of a graph.
struct GraphLayout {
    /// For each node, its column; nil where the arrows run in a circle.
    static func ranks(_ graph: Diagram.Graph) -> [Int]? {
        var ranks = [Int](repeating: 0, count: graph.nodes.count)
        for round in 0...graph.nodes.count {
            var isChanged = false
            for edge in graph.edges where ranks[edge.to] <= ranks[edge.from] {
                ranks[edge.to] = ranks[edge.from] + 1
                isChanged = true
            }
            if !isChanged { break }
            if round == graph.nodes.count { return nil }
        }
        // Each box stands just before the first one that needs it, so that arrows are short.
        for node in graph.nodes.indices.sorted(by: { (ranks[$0], $0) > (ranks[$1], $1) }) {
            if let first = graph.edges.filter({ $0.from == node }).map({ ranks[$0.to] }).min() { ranks[node] = first - 1 }
        }
        return ranks
    }

    /// For each node, its column and its height from 0 (top) to 1 (bottom).
    static func places(_ graph: Diagram.Graph) -> [(column: Int, height: Double)] {
        guard let ranks = ranks(graph) else { return [] }
        let columns = (ranks.max() ?? 0) + 1
        var rows = (0..<columns).map { column in graph.nodes.indices.filter { ranks[$0] == column } }
        var heights = [Double](repeating: 0.5, count: graph.nodes.count)
        func spread(_ column: Int) {
            for (row, node) in rows[column].enumerated() {
                heights[node] = (Double(row) + 0.5) / Double(rows[column].count)
            }
        }
        (0..<columns).forEach(spread)
        // Each column is ordered by its neighbours' mean height, to and fro, which untangles most crossings (Sugiyama et al., 1981).
        for round in 0..<8 {
            for column in round % 2 == 0 ? Array(0..<columns) : Array((0..<columns).reversed()) {
                let wanted = rows[column].map { node -> Double in
                    let neighbours = graph.edges.compactMap { edge -> Int? in
                        if edge.to == node { return edge.from }
                        return edge.from == node ? edge.to : nil
                    }
                    return neighbours.isEmpty ? heights[node] : neighbours.reduce(0) { $0 + heights[$1] } / Double(neighbours.count)
                }
                let order = rows[column].indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
                rows[column] = order.map { rows[column][$0] }
                spread(column)
            }
        }
        return graph.nodes.indices.map { (ranks[$0], heights[$0]) }
    }
}
