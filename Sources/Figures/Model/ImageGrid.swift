/// Small grey pictures in rows.
public struct ImageGrid: Codable, Equatable, Sendable {
    /// Each picture's brightness row by row; all have the same size.
    public var images: [Numbers]
    public var imageWidth: Int
    public var imageHeight: Int
    /// How many pictures stand side by side.
    public var columns: Int
    /// A line beneath each picture; empty for none.
    public var captions: [String] = []
    /// The brightness that is black, and the one that is white.
    public var darkest: Double
    public var brightest: Double

    public init(images: [Numbers], imageWidth: Int, imageHeight: Int, columns: Int, darkest: Double, brightest: Double) {
        self.images = images
        self.imageWidth = imageWidth
        self.imageHeight = imageHeight
        self.columns = columns
        self.darkest = darkest
        self.brightest = brightest
    }
}

/// Nodes joined by arrows, or the columns of a network.
public enum Diagram: Codable, Equatable, Sendable {
    case graph(Graph)
    case layers(Layers)

    /// Boxes joined by arrows, laid out in ranks from left to right.
    public struct Graph: Codable, Equatable, Sendable {
        public struct Node: Codable, Equatable, Sendable {
            public var name: String
            /// A second, smaller line; empty for none.
            public var note: String
            public var isHighlighted: Bool
        }

        public struct Edge: Codable, Equatable, Sendable {
            /// Indices of nodes.
            public var from: Int
            public var to: Int
            public var label: String
        }

        public var nodes: [Node]
        public var edges: [Edge]
    }

    /// The units of a network in columns, every unit joined with every unit of the next.
    public struct Layers: Codable, Equatable, Sendable {
        /// How many units each layer has.
        public var sizes: [Int]
        /// A name beneath each layer; empty for none.
        public var names: [String]
    }
}
