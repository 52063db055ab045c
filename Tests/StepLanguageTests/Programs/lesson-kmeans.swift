// k-means on a few points.
struct Point: Equatable { var x, y: Double
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static func / (a: Point, k: Double) -> Point { Point(x: a.x / k, y: a.y / k) }
    func distance(to o: Point) -> Double { let dx = x - o.x, dy = y - o.y; return dx * dx + dy * dy }
}
let points = [(1.0, 1.0), (1.5, 2.0), (3.0, 4.0), (5.0, 7.0), (3.5, 5.0), (4.5, 5.0), (3.5, 4.5)].map { Point(x: $0.0, y: $0.1) }
var centres = [points[0], points[3]]
var rounds = 0
while true {
    rounds += 1
    let groups = Dictionary(grouping: points) { p in centres.indices.min { p.distance(to: centres[$0]) < p.distance(to: centres[$1]) }! }
    let moved = centres.indices.map { i in (groups[i] ?? []).reduce(Point(x: 0, y: 0), +) / Double(groups[i]?.count ?? 1) }
    if moved == centres { break }
    centres = moved
}
print(rounds, centres)
for p in points { print(p.x, p.y, centres[0].distance(to: p) < centres[1].distance(to: p) ? "A" : "B") }
