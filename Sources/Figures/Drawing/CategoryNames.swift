#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The names below a `categories` axis: side by side where they fit, else in two lines, else slanted, and where even that is too
/// close, only every second, third, …
struct CategoryNames {
    private enum Style { case flat, slanted }

    private var lines: [[String]] = []
    private var style = Style.flat
    private var stride = 1
    /// The room that they take below the axis.
    private(set) var height: Double

    static let empty = CategoryNames(height: 0)

    private init(height: Double) {
        self.height = height
    }

    /// - Parameters:
    ///   - width: the axis's length.
    ///   - room: how far slanted names may reach beyond its left end.
    init(_ axis: Axis, scale: AxisScale, width: Double, room: Double, canvas: Canvas, theme: Theme) {
        let size = theme.tickSize
        height = size * 2.1
        guard axis.scale == .categories else { return }
        let slot = max(1, width / max(1, scale.upper - scale.lower))
        let names = axis.categories
        func widest(_ lines: [[String]]) -> Double {
            lines.flatMap { $0 }.map { canvas.measure($0, size: size).width }.max() ?? 0
        }
        lines = names.map { [$0] }
        if widest(lines) <= slot - 6 { return }
        if slot > 40 {
            let wrapped = names.map(halves)
            if widest(wrapped) <= slot - 6 {
                lines = wrapped
                height = size * 3.35
                return
            }
        }
        style = .slanted
        stride = max(1, Int((size * 1.25 / slot).rounded(.up)))
        // A slanted name runs leftwards: those further right have more room.
        lines = names.enumerated().map { index, name in
            let longest = min(150, (room + (Double(index) - scale.lower) * slot) * 1.38 - 8)
            return [canvas.fitted(name, size: size, width: max(40, longest))]
        }
        height = widest(lines) * sin(.pi / 4) + size * 1.85
    }

    func draw(_ scale: AxisScale, below: Double, canvas: Canvas, theme: Theme) {
        for (index, parts) in lines.enumerated() where index % stride == 0 {
            let place = scale.position(Double(index))
            guard place >= min(scale.start, scale.end) - 0.5, place <= max(scale.start, scale.end) + 0.5 else { continue }
            if style == .slanted {
                canvas.text(
                    parts[0], at: Point(place + 3, below + 7), size: theme.tickSize, theme.quiet, .right, .middle, angle: -.pi / 4)
            } else {
                for (line, part) in parts.enumerated() {
                    canvas.text(
                        part, at: Point(place, below + 6 + Double(line) * theme.tickSize * 1.2), size: theme.tickSize, theme.quiet, .middle,
                        .top)
                }
            }
        }
    }
}

/// A name in two lines, broken at the space nearest to its middle.
private func halves(_ name: String) -> [String] {
    let middle = name.count / 2
    let spaces = name.indices.enumerated().filter { name[$0.element] == " " }
    guard let best = spaces.min(by: { abs($0.offset - middle) < abs($1.offset - middle) }) else { return [name] }
    return [String(name[..<best.element]), String(name[name.index(after: best.element)...])]
}
