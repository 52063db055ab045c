// Breadth-first and depth-first search, topological order, components.
let edges: [String: [String]] = ["A": ["B", "C"], "B": ["D"], "C": ["D", "E"], "D": ["F"], "E": ["F"], "F": []]
func bfs(from start: String) -> [String] {
    var seen: Set = [start], queue = [start], order: [String] = []
    while !queue.isEmpty {
        let v = queue.removeFirst()
        order.append(v)
        for w in edges[v] ?? [] where seen.insert(w).inserted { queue.append(w) }
    }
    return order
}
func dfs(_ v: String, _ seen: inout Set<String>) -> [String] {
    guard seen.insert(v).inserted else { return [] }
    return [v] + (edges[v] ?? []).flatMap { dfs($0, &seen) }
}
func shortest(_ a: String, _ b: String) -> [String]? {
    var previous: [String: String] = [a: a], queue = [a]
    while let v = queue.first {
        queue.removeFirst()
        if v == b { var path = [b]; while path[0] != a { path.insert(previous[path[0]]!, at: 0) }; return path }
        for w in edges[v]! where previous[w] == nil { previous[w] = v; queue.append(w) }
    }
    return nil
}
var seen = Set<String>()
print(bfs(from: "A"), dfs("A", &seen), shortest("A", "F")!, shortest("F", "A") as Any)
var indegree = edges.mapValues { _ in 0 }
for (_, targets) in edges { for t in targets { indegree[t]! += 1 } }
var ready = indegree.filter { $0.value == 0 }.map(\.key).sorted(), order: [String] = []
while !ready.isEmpty {
    let v = ready.removeFirst()
    order.append(v)
    for w in edges[v]! { indegree[w]! -= 1; if indegree[w] == 0 { ready.append(w) } }
}
print(order)
