/// One axis of a plot.
public struct Axis: Codable, Equatable, Sendable {
    public enum Scale: String, Codable, Equatable, Sendable {
        case linear
        /// Base ten.
        case logarithmic
        /// Named places: the first name stands at 0, the next at 1, and so on.
        case categories
    }

    public var label = ""
    public var scale = Scale.linear
    /// The ends of the axis; nil is found from the data.
    public var lower: Double?
    public var upper: Double?
    /// The names of a `categories` axis.
    public var categories: [String] = []
    /// Whether it runs down (or leftwards), as the rows of a table do.
    public var isReversed = false

    public init(label: String = "", scale: Scale = .linear, categories: [String] = [], isReversed: Bool = false) {
        self.label = label
        self.scale = scale
        self.categories = categories
        self.isReversed = isReversed
    }
}

/// Where a plot's legend stands.
public enum LegendPosition: String, Codable, Equatable, Sendable, CaseIterable {
    /// The corner that hides least of the data, or beside the plot where every corner is taken.
    case automatic
    case topLeft, topRight, bottomLeft, bottomRight
    /// To the right of the axes.
    case outside
    case none
}

/// Marks on two axes.
public struct Plot: Codable, Equatable, Sendable {
    public var marks: [Mark]
    public var x: Axis
    public var y: Axis
    public var legend = LegendPosition.automatic
    /// The title of the colour bar, where there is one.
    public var colorLabel = ""
    /// The values at the ends of the colour scale; nil is found from the data.
    public var colorLower: Double?
    public var colorUpper: Double?
    /// The number of bars in the histograms beyond the top and right side; 0 for none.
    public var marginBins = 0
    /// Whether one unit is equally long on both axes.
    public var isEqualAspect = false

    public init(marks: [Mark], x: Axis = Axis(), y: Axis = Axis()) {
        self.marks = marks
        self.x = x
        self.y = y
    }
}
