#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// From an axis's numbers to pixels.
struct AxisScale {
    let lower: Double
    let upper: Double
    let isLogarithmic: Bool
    /// Where `lower` and `upper` lie.
    var start = 0.0
    var end = 1.0

    private func transformed(_ value: Double) -> Double { isLogarithmic ? log10(value) : value }

    func position(_ value: Double) -> Double {
        // Divided before subtracting, so that the widest ranges do not overflow.
        let span = transformed(upper) / 2 - transformed(lower) / 2
        let share = (transformed(value) / 2 - transformed(lower) / 2) / span
        // Beyond this cairo's coordinates overflow; it is far outside every figure.
        return min(1e6, max(-1e6, start + share * (end - start)))
    }

    func value(at position: Double) -> Double {
        let share = (position - start) / (end - start)
        let value = transformed(lower) + share * (transformed(upper) - transformed(lower))
        return isLogarithmic ? pow(10, value) : value
    }

    /// The ends of an axis: those that are given, else those of the data with some room.
    ///
    /// - Parameters:
    ///   - isTight: whether the data fills the axis to its ends.
    ///   - standsOnZero: whether an end at zero gets no room.
    static func ends(
        _ axis: Axis, data: (lower: Double, upper: Double)?, padding: Double, isTight: Bool, standsOnZero: Bool
    ) -> (lower: Double, upper: Double) {
        let limit = 1.7e308
        var lower = max(-limit, data?.lower ?? axis.lower ?? 0)
        var upper = min(limit, data?.upper ?? axis.upper ?? 1)
        if axis.scale == .logarithmic {
            lower = max(lower, 1e-300)
            upper = max(upper, lower)
            let isPoint = upper / lower < 1 + 1e-9
            let room = isPoint ? pow(10, 0.5) : isTight ? 1 : min(1e4, pow(upper / lower, padding))
            lower /= room
            upper *= room
        } else {
            let size = max(abs(lower), abs(upper))
            if upper - lower <= size * 1e-12 {
                let room = size == 0 ? 1 : size * 0.05
                // A bar alone still stands on its zero.
                lower = max(-limit, lower - (standsOnZero && lower == 0 ? 0 : room))
                upper = min(limit, upper + room)
            } else if !isTight {
                let room = (upper / 2 - lower / 2) * padding * 2
                if !(standsOnZero && lower == 0) { lower = max(-limit, lower - room) }
                if !(standsOnZero && upper == 0) { upper = min(limit, upper + room) }
            }
        }
        if let given = axis.lower { lower = given }
        if let given = axis.upper { upper = given }
        if lower >= upper {
            // One end is given, beyond all data.
            let room = max(1, abs(lower) * 0.1)
            if axis.lower != nil { upper = lower + room } else { lower = upper - room }
        }
        return (lower, upper)
    }
}

extension Plot {
    /// The range of the data along one axis, and how much room it wants around it.
    func extent(onX: Bool) -> (data: (lower: Double, upper: Double)?, padding: Double, isTight: Bool, standsOnZero: Bool) {
        let axis = onX ? x : y
        var lower = Double.infinity
        var upper = -Double.infinity
        var isTight = false
        var standsOnZero = false
        func add(_ values: [Double]) {
            guard let range = Numbers(values).finiteRange else { return }
            lower = min(lower, range.lower)
            upper = max(upper, range.upper)
        }
        for mark in marks {
            switch mark {
            case .bars(let bars):
                if bars.isHorizontal == onX {
                    add(bars.values.values)
                    if axis.scale != .logarithmic { add([0]) }
                    standsOnZero = true
                } else {
                    add([-0.5, Double(max(1, bars.values.count)) - 0.5])
                    isTight = true
                }
            case .bins(let bins):
                if onX {
                    add(bins.edges.values)
                } else {
                    add(axis.scale == .logarithmic ? bins.counts.values.filter { $0 > 0 } + [0.8] : bins.counts.values + [0])
                    standsOnZero = true
                }
            case .heat(let heat):
                add([-0.5, Double(onX ? heat.columnCount : heat.rowCount) - 0.5])
                isTight = true
            case .contour:
                add(mark.numbers(onX: onX).values)
                isTight = true
            case .line(let line):
                // A pair counts only where both are finite.
                add(zip(line.x.values, line.y.values).lazy.filter { $0.isFinite && $1.isFinite }.map { onX ? $0 : $1 })
            case .points(let points):
                add(zip(points.x.values, points.y.values).lazy.filter { $0.isFinite && $1.isFinite }.map { onX ? $0 : $1 })
            case .hexagons, .band, .rule, .note:
                add(mark.numbers(onX: onX).values)
            }
        }
        if isTight, let grid = gridExtent(onX: onX) { (lower, upper) = grid }
        // Points need room for their dots, the more so where a dot's area says a number.
        let padding = marks.map { mark -> Double in
            guard case .points(let points) = mark else { return onX ? 0.02 : 0.06 }
            return points.sizes.isEmpty ? 0.06 : 0.08
        }
        return (lower <= upper ? (lower, upper) : nil, padding.max() ?? 0.06, isTight, standsOnZero)
    }

    /// Whether the axis counts: it has whole numbers only, in a small range.
    func isWhole(onX: Bool) -> Bool {
        marks.allSatisfy { mark in
            switch mark {
            case .heat: return true
            case .bins(let bins):
                if !onX { return true }
                return bins.edges.count < 60 && bins.edges.values.allSatisfy { ($0 - 0.5) == ($0 - 0.5).rounded() }
            case .line, .points, .band:
                let values = mark.numbers(onX: onX).values
                return onX && values.count < 5000 && values.allSatisfy { !$0.isFinite || $0 == $0.rounded() }
            case .rule, .note: return true
            case .bars, .contour, .hexagons: return false
            }
        }
    }

    /// The ends of a heat map or contour grid, which lines drawn over it do not move.
    private func gridExtent(onX: Bool) -> (Double, Double)? {
        for mark in marks {
            if case .heat(let heat) = mark { return (-0.5, Double(onX ? heat.columnCount : heat.rowCount) - 0.5) }
            if case .contour(let contour) = mark, let range = (onX ? contour.x : contour.y).finiteRange {
                return (range.lower, range.upper)
            }
        }
        return nil
    }
}
