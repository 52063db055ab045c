import Figures
import Frames
import Tensors

/// Something that a step shows.
public enum Exhibit {
    case text(String)
    case table(TextTable)
    case figure(Figure)
    case animation(Animation)

    /// What stands for it where there are only words: a table's grid, a figure's description in one line.
    public var text: String {
        switch self {
        case .text(let text): return text
        case .table(let table): return table.description
        case .figure(let figure): return "[figure] \(figure.alternativeText)"
        case .animation(let animation): return "[animation] \(animation.alternativeText)"
        }
    }

    /// How a value of the library is shown; nil for a value that is shown as its text.
    public init?(of value: Any) {
        switch value {
        case let exhibit as Exhibit: self = exhibit
        case let figure as Figure: self = .figure(figure)
        case let animation as Animation: self = .animation(animation)
        case let frame as DataFrame: self = .table(frame.table())
        case let column as Column: self = .table(column.table())
        case let table as TextTable: self = .table(table)
        default: return nil
        }
    }
}

/// Where what steps show goes.
public enum LessonOutput {
    /// Receives every exhibit. Without a sink their text goes to standard output, a line or more each.
    nonisolated(unsafe) public static var sink: ((Exhibit) -> Void)?
}

/// Shows a value: a figure as a picture, a data frame as a table, anything else as `print` would write it.
///
/// A step's last line is displayed by itself if it is an expression; inside a loop or a function, call this.
public func display(_ value: Any) {
    let exhibit = Exhibit(of: value) ?? .text(String(describing: value))
    if let sink = LessonOutput.sink { sink(exhibit) } else { print(exhibit.text) }
}
