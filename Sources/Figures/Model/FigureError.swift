/// Why a figure cannot be drawn.
///
/// The short calls (`plot`, `scatter`, …) do not throw: the figure that they give back carries the first thing that was wrong
/// with it (`Figure.problem`), and `validate()`, `png()` and `svg()` throw it.
public enum FigureError: Error, Equatable, Codable, Sendable, CustomStringConvertible {
    /// The function was given no values.
    case empty(function: String, argument: String)
    /// Values are there, but not one of them is finite.
    case nothingFinite(function: String, argument: String)
    /// Two arguments that belong together have different lengths.
    case differentLengths(function: String, first: String, firstCount: Int, second: String, secondCount: Int)
    /// A logarithmic axis was asked for data with zero or negative values on it.
    case notPositive(axis: String, value: Double, series: String)
    /// An argument that makes no sense: what was given, and what is expected.
    case invalid(function: String, reason: String)
    /// The drawing or picture library failed.
    case drawing(String)

    public var description: String {
        switch self {
        case .empty(let function, let argument):
            return "\(function): \(argument) is empty; there is nothing to draw"
        case .nothingFinite(let function, let argument):
            return "\(function): \(argument) has no finite value (all are NaN or infinite); there is nothing to draw"
        case .differentLengths(let function, let first, let firstCount, let second, let secondCount):
            return "\(function): \(first) has \(firstCount) \(firstCount == 1 ? "value" : "values") and \(second) has \(secondCount); "
                + "they have to be equally long"
        case .notPositive(let axis, let value, let series):
            let place = series.isEmpty ? "" : " in \"\(series)\""
            return "log\(axis.uppercased()): a logarithmic axis shows positive numbers only, and the data has \(plainText(value))\(place); "
                + "leave such values out, shift them, or use a linear axis"
        case .invalid(let function, let reason):
            return "\(function): \(reason)"
        case .drawing(let reason):
            return "the figure could not be drawn: \(reason)"
        }
    }
}

/// A number as Swift prints it, without the `.0` of a whole one.
func plainText(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
