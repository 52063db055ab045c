/// Something drawn on a plot's axes. Marks are drawn in order, later ones above earlier ones.
public enum Mark: Codable, Equatable, Sendable {
    case line(Line)
    case points(Points)
    case bars(Bars)
    case bins(Bins)
    case band(Band)
    case heat(Heat)
    case contour(Contour)
    case hexagons(Hexagons)
    case rule(Rule)
    case note(Note)

    /// A line through points in the order given; a value that is not finite leaves a gap.
    public struct Line: Codable, Equatable, Sendable {
        public var name: String
        public var x: Numbers
        public var y: Numbers
        /// A colour's name or `#rrggbb`; empty for the next of the palette.
        public var color = ""
        public var dash = Dash.solid
        /// In nominal pixels.
        public var width = 1.8
        public var hasMarkers = false

        public init(name: String, x: Numbers, y: Numbers) {
            self.name = name
            self.x = x
            self.y = y
        }
    }

    public enum Dash: String, Codable, Equatable, Sendable, CaseIterable {
        case solid, dashed, dotted
    }

    /// Single points, with what they carry beside their place.
    public struct Points: Codable, Equatable, Sendable {
        public var name: String
        public var x: Numbers
        public var y: Numbers
        /// Text beside each point, moved so that none covers another; empty for none.
        public var labels: [String] = []
        /// A number for each point, shown by its colour; empty for none.
        public var values = Numbers()
        /// A group for each point, each in a colour of its own; empty for none.
        public var groups: [String] = []
        /// A number for each point, shown by its area; empty for none.
        public var sizes = Numbers()
        public var color = ""
        /// Radius in nominal pixels.
        public var radius = 3.2
        public var opacity = 0.8

        public init(name: String, x: Numbers, y: Numbers) {
            self.name = name
            self.x = x
            self.y = y
        }
    }

    /// A bar for each category of one axis.
    public struct Bars: Codable, Equatable, Sendable {
        public var name: String
        public var values: Numbers
        public var color = ""
        public var isHorizontal = false

        public init(name: String, values: Numbers) {
            self.name = name
            self.values = values
        }
    }

    /// The bars of a histogram: `counts[i]` lies from `edges[i]` to `edges[i + 1]`.
    public struct Bins: Codable, Equatable, Sendable {
        public var name: String
        public var edges: Numbers
        public var counts: Numbers
        public var color = ""
        /// How many values went in, and how many of them were not finite and are in no bar.
        public var total = 0
        public var leftOut = 0

        public init(name: String, edges: Numbers, counts: Numbers) {
            self.name = name
            self.edges = edges
            self.counts = counts
        }
    }

    /// The area between two curves.
    public struct Band: Codable, Equatable, Sendable {
        public var name: String
        public var x: Numbers
        public var lower: Numbers
        public var upper: Numbers
        public var color = ""

        public init(name: String, x: Numbers, lower: Numbers, upper: Numbers) {
            self.name = name
            self.x = x
            self.lower = lower
            self.upper = upper
        }
    }

    /// A table of numbers as coloured cells, row by row; cell (row, column) is centred at y = row, x = column.
    public struct Heat: Codable, Equatable, Sendable {
        public var rowCount: Int
        public var columnCount: Int
        public var values: Numbers
        /// Whether the numbers are written into the cells.
        public var isAnnotated = false

        public init(rowCount: Int, columnCount: Int, values: Numbers) {
            self.rowCount = rowCount
            self.columnCount = columnCount
            self.values = values
        }
    }

    /// Lines of equal height over a grid; `z` holds a row of `x.count` heights for each y.
    public struct Contour: Codable, Equatable, Sendable {
        public var x: Numbers
        public var y: Numbers
        public var z: Numbers
        public var levels: Numbers
        public var isFilled = true

        public init(x: Numbers, y: Numbers, z: Numbers, levels: Numbers) {
            self.x = x
            self.y = y
            self.z = z
            self.levels = levels
        }
    }

    /// Points counted in hexagonal cells.
    public struct Hexagons: Codable, Equatable, Sendable {
        public var x: Numbers
        public var y: Numbers
        /// How many cells lie side by side along the x axis.
        public var across: Int

        public init(x: Numbers, y: Numbers, across: Int) {
            self.x = x
            self.y = y
            self.across = across
        }
    }

    /// A straight line across the whole plot at one value of one axis.
    public struct Rule: Codable, Equatable, Sendable {
        public var name: String
        public var position: Double
        public var isVertical: Bool
        public var color = ""
        public var dash = Dash.dashed

        public init(name: String, position: Double, isVertical: Bool) {
            self.name = name
            self.position = position
            self.isVertical = isVertical
        }
    }

    /// A text beside a point.
    public struct Note: Codable, Equatable, Sendable {
        public var text: String
        public var x: Double
        public var y: Double

        public init(text: String, x: Double, y: Double) {
            self.text = text
            self.x = x
            self.y = y
        }
    }
}
