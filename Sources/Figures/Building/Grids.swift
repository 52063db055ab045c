#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A table of numbers as coloured cells, the first row on top.
///
/// - Parameters:
///   - values: the rows, all equally long; a NaN's cell stays empty.
///   - rows: the rows' names; empty for their numbers.
///   - columns: the columns' names; empty for their numbers.
///   - numbers: whether the numbers are written into the cells, where they fit.
public func heatmap(_ values: [[Double]], rows: [String] = [], columns: [String] = [], numbers: Bool = true) -> Figure {
    let columnCount = values.first?.count ?? 0
    var mark = Mark.Heat(rowCount: values.count, columnCount: columnCount, values: Numbers(values.flatMap { $0 }))
    mark.isAnnotated = numbers
    var plot = Plot(marks: [.heat(mark)])
    plot.x = Axis(scale: columns.isEmpty ? .linear : .categories, categories: columns)
    plot.y = Axis(scale: rows.isEmpty ? .linear : .categories, categories: rows, isReversed: true)
    var problem = checkNumbers("heatmap", mark.values.values, "values")
    for (index, row) in values.enumerated() where row.count != columnCount {
        problem = problem
            ?? .differentLengths(
                function: "heatmap", first: "row 0", firstCount: columnCount, second: "row \(index)", secondCount: row.count)
    }
    problem = problem ?? checkCount("heatmap", "the list of rows", values.count, "rows", rows.count)
        ?? checkCount("heatmap", "a row", columnCount, "columns", columns.count)
    let aspect = Double(max(1, values.count)) / Double(max(1, columnCount))
    let height = min(640, max(260, 460 * aspect + 70))
    return Figure(kind: "heat map", content: .plot(plot), width: aspect > 1.6 ? 480 : aspect >= 0.7 ? 580 : 640, height: height, problem: problem)
}

/// Lines of equal height of a function of two numbers.
///
/// - Parameters:
///   - from: the least x and the least y, `[x, y]`.
///   - to: the greatest x and the greatest y, `[x, y]`.
///   - levels: about how many lines; their heights are round numbers, closer together where the function is mostly low.
///   - filled: whether the areas between the lines are coloured.
///   - points: at how many places along each axis the function is called.
public func contour(
    from: [Double], to: [Double], levels: Int = 12, filled: Bool = true, points: Int = 201, _ function: (Double, Double) -> Double
) -> Figure {
    guard from.count == 2, to.count == 2, (from + to).allSatisfy(\.isFinite), from[0] < to[0], from[1] < to[1] else {
        return Figure.contours().recording(
            .invalid(function: "contour", reason: "from and to have to be [x, y], with the numbers of from less than those of to"))
    }
    guard points >= 2, points <= 1000 else {
        return Figure.contours().recording(.invalid(function: "contour", reason: "points is \(points); it has to be from 2 to 1000"))
    }
    let x = evenlySpaced(from: from[0], to: to[0], count: points)
    let y = evenlySpaced(from: from[1], to: to[1], count: points)
    return contour(y.map { y in x.map { function($0, y) } }, x: x, y: y, levels: levels, filled: filled)
}

/// Lines of equal height over a grid.
///
/// - Parameters:
///   - z: the heights, a row for each y, with a height for each x.
///   - x: the places of the columns, rising; empty for 0, 1, 2, …
///   - y: the places of the rows, rising; empty for 0, 1, 2, …
public func contour(_ z: [[Double]], x: [Double] = [], y: [Double] = [], levels: Int = 12, filled: Bool = true) -> Figure {
    let columnCount = z.first?.count ?? 0
    let heights = z.flatMap { $0 }
    let x = x.isEmpty ? (0..<columnCount).map { Double($0) } : x
    let y = y.isEmpty ? z.indices.map { Double($0) } : y
    func rises(_ places: [Double]) -> Bool { zip(places, places.dropFirst()).allSatisfy { $0 < $1 } }
    var problem = checkNumbers("contour", heights, "z")
    for (index, row) in z.enumerated() where row.count != columnCount {
        problem = problem
            ?? .differentLengths(function: "contour", first: "row 0", firstCount: columnCount, second: "row \(index)", secondCount: row.count)
    }
    if problem == nil, z.count < 2 || columnCount < 2 {
        problem = .invalid(function: "contour", reason: "z has \(z.count) × \(columnCount) heights; it needs at least 2 × 2")
    }
    problem = problem
        ?? checkCount("contour", "a row of z", columnCount, "x", x.count) ?? checkCount("contour", "z", z.count, "y", y.count)
        ?? (rises(x) && rises(y) ? nil : .invalid(function: "contour", reason: "x and y have to rise"))
        ?? (1...100 ~= levels ? nil : .invalid(function: "contour", reason: "levels is \(levels); it has to be from 1 to 100"))
    var mark = Mark.Contour(x: Numbers(x), y: Numbers(y), z: Numbers(heights), levels: Numbers(contourLevels(heights, about: levels)))
    mark.isFilled = filled
    var figure = Figure.contours()
    figure.content = .plot(Plot(marks: [.contour(mark)]))
    figure.problem = problem
    return figure
}

extension Figure {
    fileprivate static func contours() -> Figure {
        Figure(kind: "contour", content: .plot(Plot(marks: [])), width: 600, height: 460)
    }
}

/// Round heights for contour lines. Where most of the surface is low against its highest place (a valley of a loss, say), they
/// follow the heights' distribution instead of standing evenly.
func contourLevels(_ heights: [Double], about count: Int) -> [Double] {
    let finite = heights.filter(\.isFinite).sorted()
    guard let lowest = finite.first, let highest = finite.last, highest > lowest else { return [] }
    let median = finite[finite.count / 2]
    if median - lowest > (highest - lowest) / 6 {
        return Ticks.linear(from: lowest, to: highest, target: count).major.map(\.value).filter { $0 > lowest && $0 < highest }
    }
    let smallest = max(finite[finite.count / 100] - lowest, (highest - lowest) * 1e-4)
    let ratio = pow((highest - lowest) / smallest, 1 / Double(count + 1))
    var levels: [Double] = []
    for index in 1...count {
        let height = lowest + smallest * pow(ratio, Double(index))
        let unit = pow(10, floor(log10(abs(height) + 1e-300)) - 1)
        let round = (height / unit).rounded() * unit
        if round > (levels.last ?? lowest) && round < highest { levels.append(round) }
    }
    return levels
}
