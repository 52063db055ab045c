/// Fewer points for a line that has more than pixels can show.
enum PathReduction {
    /// At most so many points of a line that runs to and fro; with more it is a filled area in any case.
    private static let limit = 30_000

    /// The line through `points` as it looks at `resolution` pixels a unit.
    ///
    /// Of a line that runs to the right, each column of pixels keeps its first, lowest, highest and last point, which draw the same
    /// pixels (Jugel et al., "M4", 2014).
    static func reduced(_ points: [Point], resolution: Double) -> [Point] {
        guard points.count > 2000 else { return points }
        var result: [Point] = []
        let isRising = zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }
        if isRising {
            var start = 0
            while start < points.count {
                let column = (points[start].x * resolution).rounded(.down)
                var end = start
                var low = start
                var high = start
                while end + 1 < points.count, (points[end + 1].x * resolution).rounded(.down) == column {
                    end += 1
                    if points[end].y < points[low].y { low = end }
                    if points[end].y > points[high].y { high = end }
                }
                var last = -1
                for place in [start, min(low, high), max(low, high), end] where place != last {
                    result.append(points[place])
                    last = place
                }
                start = end + 1
            }
            return result
        }
        var last = points[0]
        result.append(last)
        for point in points.dropFirst() where abs(point.x - last.x) + abs(point.y - last.y) > 0.5 / resolution {
            result.append(point)
            last = point
        }
        if result.count > limit {
            let step = Double(result.count) / Double(limit)
            result = (0..<limit).map { result[Int(Double($0) * step)] }
        }
        return result
    }

    /// A long line in pieces, since the cost of drawing one grows faster than its length.
    static func pieces(_ points: [Point]) -> [[Point]] {
        guard points.count > 4000 else { return [points] }
        return stride(from: 0, to: points.count - 1, by: 500).map { Array(points[$0...min(points.count - 1, $0 + 500)]) }
    }
}
