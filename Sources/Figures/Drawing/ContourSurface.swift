/// A surface over a grid, straight between its places.
struct ContourSurface {
    private let x: [Double]
    private let y: [Double]
    private let z: [Double]

    init(_ contour: Mark.Contour) {
        x = contour.x.values
        y = contour.y.values
        z = contour.z.values
    }

    /// The height at a place, or nil outside the grid and beside a height that is not finite.
    func height(_ horizontal: Double, _ vertical: Double) -> Double? {
        guard let column = cell(horizontal, x), let row = cell(vertical, y) else { return nil }
        let right = (horizontal - x[column]) / (x[column + 1] - x[column])
        let up = (vertical - y[row]) / (y[row + 1] - y[row])
        let lower = z[row * x.count + column] * (1 - right) + z[row * x.count + column + 1] * right
        let upper = z[(row + 1) * x.count + column] * (1 - right) + z[(row + 1) * x.count + column + 1] * right
        let height = lower * (1 - up) + upper * up
        return height.isFinite ? height : nil
    }

    private func cell(_ value: Double, _ places: [Double]) -> Int? {
        guard let first = places.first, let last = places.last, value >= first, value <= last, places.count >= 2 else { return nil }
        var low = 0
        var high = places.count - 2
        while low < high {
            let middle = (low + high + 1) / 2
            if places[middle] <= value { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The line of one height, as pieces that cross one cell each (marching squares; a saddle is decided by its middle).
    func segments(level: Double) -> [(Point, Point)] {
        var result: [(Point, Point)] = []
        guard x.count >= 2, y.count >= 2, z.count == x.count * y.count else { return result }
        for row in 0..<(y.count - 1) {
            for column in 0..<(x.count - 1) {
                let heights = [
                    z[row * x.count + column], z[row * x.count + column + 1], z[(row + 1) * x.count + column + 1],
                    z[(row + 1) * x.count + column],
                ]
                var code = 0
                for corner in 0..<4 where heights[corner] >= level { code |= 1 << corner }
                guard code != 0, code != 15, heights.allSatisfy(\.isFinite) else { continue }
                let corners = [
                    Point(x[column], y[row]), Point(x[column + 1], y[row]), Point(x[column + 1], y[row + 1]), Point(x[column], y[row + 1]),
                ]
                func crossing(_ edge: Int) -> Point {
                    let a = heights[edge]
                    let b = heights[(edge + 1) % 4]
                    let share = (level - a) / (b - a)
                    let from = corners[edge]
                    let to = corners[(edge + 1) % 4]
                    return Point(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
                }
                let crossed = (0..<4).filter { (code >> $0 & 1) != (code >> (($0 + 1) % 4) & 1) }
                if crossed.count == 2 {
                    result.append((crossing(crossed[0]), crossing(crossed[1])))
                } else {
                    let isHigh = heights.reduce(0, +) / 4 >= level
                    // Edge i joins corner i and the next; the pairs cut off the corners that differ from the middle.
                    let pairs = (code == 5) == isHigh ? [(0, 1), (2, 3)] : [(3, 0), (1, 2)]
                    for (first, second) in pairs { result.append((crossing(first), crossing(second))) }
                }
            }
        }
        return result
    }
}
