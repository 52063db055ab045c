#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Finds a place for a text beside each of several points, so that no text covers another.
///
/// Points in the thickest crowd choose first; each takes, of places around it at growing distances, the one that costs least:
/// distance, points covered, and lines crossed by its leader. The same input gives the same places.
package struct LabelPlacement {
    package struct Label {
        /// The point's index in the input.
        package var index: Int
        package var x: Double
        package var y: Double
        package var width: Double
        package var height: Double
        /// Whether the text stands so far from its point that a line has to join them.
        package var needsLeader: Bool

        var rect: Rect { Rect(x, y, width, height) }
    }

    /// The texts that found a place.
    package private(set) var labels: [Label] = []
    /// How many did not.
    package private(set) var leftOutCount = 0

    /// - Parameters:
    ///   - points: the points, in pixels.
    ///   - sizes: width and height of each text.
    ///   - area: `[x, y, width, height]`, the room for texts.
    ///   - radii: those of the points' dots.
    package init(points: [(x: Double, y: Double)], sizes: [(width: Double, height: Double)], area: [Double], radii: [Double]) {
        let rect = area.count == 4 ? Rect(area[0], area[1], area[2], area[3]) : Rect(0, 0, 0, 0)
        self.init(dots: zip(points, radii).map { (Point($0.x, $0.y), $1) }, sizes: sizes, area: rect)
    }

    init(dots: [(center: Point, radius: Double)], sizes: [(width: Double, height: Double)], area: Rect) {
        let points = dots.map(\.center)
        let crowd = points.map { point in
            points.reduce(0.0) { $0 + exp(-(($1.x - point.x) * ($1.x - point.x) + ($1.y - point.y) * ($1.y - point.y)) / 5000) }
        }
        let order = points.indices.sorted { (crowd[$0], $1) > (crowd[$1], $0) }
        var leaders: [(Point, Point)] = []
        for index in order {
            let (point, radius) = dots[index]
            let size = sizes[index]
            guard size.width > 0 else { continue }
            var best: (cost: Double, label: Label, end: Point)?
            for candidate in LabelPlacement.candidates {
                let gap = radius + 2 + candidate.distance
                let centre = Point(
                    point.x + candidate.x * (gap + size.width / 2), point.y + candidate.y * (gap + size.height / 2))
                let rect = Rect(centre.x - size.width / 2, centre.y - size.height / 2, size.width, size.height)
                guard area.contains(rect) else { continue }
                let roomy = Rect(rect.x - 2, rect.y - 0.5, rect.width + 4, rect.height + 1)
                if labels.contains(where: { $0.rect.intersects(roomy) }) { continue }
                let end = Point(min(rect.right, max(rect.x, point.x)), min(rect.bottom, max(rect.y, point.y)))
                var cost = candidate.distance + candidate.penalty
                if let best, cost >= best.cost { continue }
                for dot in dots where rect.inset(by: -dot.radius).contains(dot.center) { cost += 14 }
                let isFar = candidate.distance > 7
                for leader in leaders {
                    if LabelPlacement.crosses(leader.0, leader.1, rect) { cost += 30 }
                    if isFar, LabelPlacement.cross(leader.0, leader.1, point, end) { cost += 40 }
                }
                if isFar, labels.contains(where: { LabelPlacement.crosses(point, end, $0.rect) }) { cost += 45 }
                if best.map({ cost < $0.cost }) ?? true {
                    best = (cost, Label(index: index, x: rect.x, y: rect.y, width: size.width, height: size.height, needsLeader: isFar), end)
                }
            }
            guard let best else {
                leftOutCount += 1
                continue
            }
            labels.append(best.label)
            if best.label.needsLeader { leaders.append((point, best.end)) }
        }
        labels.sort { $0.index < $1.index }
    }

    private static let candidates: [(x: Double, y: Double, distance: Double, penalty: Double)] = {
        // Right, left, above, below, then the corners: the order in which readers find them.
        let near: [(Double, Double, Double)] = [
            (1, 0, 0), (-1, 0, 1), (0, -1, 1.5), (0, 1, 2), (0.9, -0.9, 1), (0.9, 0.9, 1.5), (-0.9, -0.9, 2), (-0.9, 0.9, 2.5),
            (0.5, -1, 1.2), (0.5, 1, 1.7), (-0.5, -1, 1.8), (-0.5, 1, 2.2),
        ]
        var result = near.map { (x: $0.0, y: $0.1, distance: 0.0, penalty: $0.2) }
        for distance in [3.0, 7, 12, 18, 26, 36, 48, 64, 84, 110, 145, 190] {
            for step in 0..<24 {
                let angle = Double(step) * .pi / 12
                result.append((x: cos(angle), y: sin(angle), distance: distance, penalty: distance > 7 ? 6 : 2))
            }
        }
        return result
    }()

    private static func cross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        func side(_ p: Point, _ q: Point, _ r: Point) -> Double { (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) }
        return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
    }

    private static func crosses(_ a: Point, _ b: Point, _ rect: Rect) -> Bool {
        if rect.contains(a) || rect.contains(b) { return true }
        let corners = [Point(rect.x, rect.y), Point(rect.right, rect.y), Point(rect.right, rect.bottom), Point(rect.x, rect.bottom)]
        return (0..<4).contains { cross(a, b, corners[$0], corners[($0 + 1) % 4]) }
    }
}
