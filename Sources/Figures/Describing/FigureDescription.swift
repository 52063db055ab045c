#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a figure shows, in few numbers: it stands in every PNG that is written here, for comparison and for the alternative text.
///
/// A list of up to 64 numbers is kept whole, to seven digits; of a longer one its digest.
public struct FigureDescription: Codable, Equatable, Sendable {
    /// The version that is written; files of later versions are refused.
    public static let currentVersion = 1
    /// The keyword of the PNG text chunk (iTXt) that holds the description as JSON.
    public static let keyword = "lessons:figure"

    public var version = FigureDescription.currentVersion
    /// `line`, `scatter`, … as `Figure.kind`, or `animation`.
    public var kind: String
    public var title = ""
    /// Nominal size in pixels.
    public var width: Double
    public var height: Double
    /// One or two sentences for readers who do not see the picture: the author's own, or a summary.
    public var alternative = ""
    public var axes: [AxisDescription] = []
    public var series: [Series] = []
    /// How many values are not shown for being NaN or infinite.
    public var leftOut = 0
    /// The parts of a figure of several panels; of an animation, its frames.
    public var parts: [FigureDescription] = []
    /// Seconds between the frames of an animation.
    public var interval: Double?

    public struct AxisDescription: Codable, Equatable, Sendable {
        /// `x`, `y` or `color`.
        public var name: String
        public var label: String
        /// `linear`, `logarithmic` or `categories`.
        public var scale: String
        /// The ends of what is shown.
        public var lower: Double
        public var upper: Double
        public var categories: [String] = []
    }

    /// A line, a set of points, bars, a table, …
    public struct Series: Codable, Equatable, Sendable {
        public var kind: String
        public var name: String
        /// Its lists: `x` and `y`, say.
        public var columns: [Column]
    }

    /// One list of numbers or of texts.
    public struct Column: Codable, Equatable, Sendable {
        public var name: String
        public var count: Int
        /// All numbers, where there are at most 64.
        public var values: Numbers?
        /// Of more numbers, their digest.
        public var digest: Digest?
        /// All texts.
        public var texts: [String]?
    }

    /// What is kept of a long list.
    public struct Digest: Codable, Equatable, Sendable {
        public var finiteCount: Int
        public var minimum: Double
        public var maximum: Double
        public var mean: Double
        /// 32 of the values, evenly spaced, with the first and the last.
        public var samples: Numbers
        /// A hash of all values, each rounded to about six digits.
        public var hash: String
    }

    /// Describes a figure.
    public init(_ figure: Figure) {
        kind = figure.kind
        title = figure.words.title
        width = figure.width
        height = figure.height
        switch figure.content {
        case .plot(let plot): describe(plot)
        case .images(let grid): describe(grid)
        case .diagram(let diagram): describe(diagram)
        case .panels(let figures, _): parts = figures.map { FigureDescription($0) }
        }
        if case .panels = figure.content { leftOut = parts.reduce(0) { $0 + $1.leftOut } }
        alternative = figure.words.alternative.isEmpty ? summary : figure.words.alternative
    }

    /// Reads the description that a PNG file carries.
    ///
    /// - Throws: `PNGError` where the bytes are no PNG file, or carry no description that this program knows.
    public init(pngData: [UInt8]) throws {
        guard let text = try PNGContainer(pngData).text(keyword: FigureDescription.keyword) else { throw PNGError.noDescription }
        try self.init(json: text)
    }

    /// Reads a description from the JSON text that `json()` writes.
    ///
    /// - Throws: `PNGError.unknownVersion` and `.malformedDescription`.
    public init(json: String) throws {
        struct Head: Decodable { var version: Int }
        let data = Data(json.utf8)
        do {
            let version = try JSONDecoder().decode(Head.self, from: data).version
            guard version <= FigureDescription.currentVersion else { throw PNGError.unknownVersion(version) }
            self = try JSONDecoder().decode(FigureDescription.self, from: data)
        } catch let error as PNGError {
            throw error
        } catch {
            throw PNGError.malformedDescription("\(error)")
        }
    }

    /// The description as JSON with sorted keys, on one line.
    ///
    /// - Throws: what the encoder throws.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// A description of an animation from those of its frames.
    init(frames: [FigureDescription], interval: Double) {
        kind = "animation"
        title = frames.first?.title ?? ""
        width = frames.first?.width ?? 0
        height = frames.first?.height ?? 0
        parts = frames
        self.interval = interval
        leftOut = frames.reduce(0) { $0 + $1.leftOut }
        alternative = summary
    }

    // MARK: What a figure holds

    private mutating func describe(_ plot: Plot) {
        for (name, axis) in [("x", plot.x), ("y", plot.y)] {
            let extent = plot.extent(onX: name == "x")
            let ends = AxisScale.ends(
                axis, data: extent.data, padding: extent.padding, isTight: extent.isTight, standsOnZero: extent.standsOnZero)
            axes.append(
                AxisDescription(
                    name: name, label: axis.label, scale: axis.scale.rawValue, lower: rounded(ends.lower), upper: rounded(ends.upper),
                    categories: axis.categories))
        }
        if let scale = ColorScale(plot, theme: .light) {
            axes.append(
                AxisDescription(
                    name: "color", label: scale.label, scale: "linear", lower: rounded(scale.lower), upper: rounded(scale.upper)))
        }
        series = plot.marks.map(Series.init)
        leftOut = plot.leftOutCount
    }

    private mutating func describe(_ grid: ImageGrid) {
        var columns = [Column("pixels", Numbers(grid.images.flatMap(\.values)))]
        columns.append(Column("size", [Double(grid.imageWidth), Double(grid.imageHeight)]))
        if !grid.captions.isEmpty { columns.append(Column("captions", grid.captions)) }
        series = [Series(kind: "images", name: "", columns: columns)]
        leftOut = grid.images.reduce(0) { $0 + $1.nonFiniteCount }
    }

    private mutating func describe(_ diagram: Diagram) {
        switch diagram {
        case .graph(let graph):
            let names = graph.nodes.map(\.name)
            let edges = graph.edges.filter { names.indices.contains($0.from) && names.indices.contains($0.to) }.map { edge in
                "\(names[edge.from]) → \(names[edge.to])" + (edge.label.isEmpty ? "" : ": \(edge.label)")
            }
            series = [
                Series(
                    kind: "graph", name: "",
                    columns: [Column("boxes", names), Column("notes", graph.nodes.map(\.note)), Column("arrows", edges)])
            ]
        case .layers(let layers):
            var columns = [Column("sizes", Numbers(layers.sizes.map(Double.init)))]
            if !layers.names.isEmpty { columns.append(Column("names", layers.names)) }
            series = [Series(kind: "layers", name: "", columns: columns)]
        }
    }
}

/// A number to seven digits.
private func rounded(_ value: Double) -> Double {
    let short = Float(value)
    return short.isFinite && short.isNormal ? Double(short.description) ?? value : value
}

extension FigureDescription.Column {
    init(_ name: String, _ texts: [String]) {
        self.init(name: name, count: texts.count, texts: texts)
    }

    init(_ name: String, _ numbers: Numbers) {
        self.init(name: name, count: numbers.count)
        if numbers.count <= 64 {
            values = Numbers(numbers.values.map(rounded))
        } else {
            digest = FigureDescription.Digest(numbers)
        }
    }
}

extension FigureDescription.Digest {
    init(_ numbers: Numbers) {
        var sum = 0.0
        // FNV-1a (Fowler, Noll, Vo).
        var state: UInt64 = 0xCBF2_9CE4_8422_2325
        finiteCount = 0
        for value in numbers.values {
            if value.isFinite {
                finiteCount += 1
                sum += value
            }
            // Six digits are 20 bits of a Float's 24.
            let bits = value.isNaN ? 0x7FC0_0000 : (Float(value == 0 ? 0 : value).bitPattern &+ 8) & ~15
            for shift in [0, 8, 16, 24] as [UInt32] {
                state = (state ^ UInt64(bits >> shift & 255)) &* 0x100_0000_01B3
            }
        }
        let range = numbers.finiteRange ?? (0, 0)
        minimum = rounded(range.lower)
        maximum = rounded(range.upper)
        mean = rounded(finiteCount == 0 || !sum.isFinite ? 0 : sum / Double(finiteCount))
        samples = Numbers((0..<32).map { rounded(numbers[$0 * (numbers.count - 1) / 31]) })
        let hex = String(state, radix: 16)
        hash = String(repeating: "0", count: 16 - hex.count) + hex
    }
}

extension FigureDescription.Series {
    init(_ mark: Mark) {
        typealias Column = FigureDescription.Column
        switch mark {
        case .line(let line):
            self.init(kind: "line", name: line.name, columns: [Column("x", line.x), Column("y", line.y)])
        case .points(let points):
            self.init(kind: "points", name: points.name, columns: [Column("x", points.x), Column("y", points.y)])
            if !points.labels.isEmpty { columns.append(Column("labels", points.labels)) }
            if !points.groups.isEmpty { columns.append(Column("groups", points.groups.count > 200 ? points.groupNames : points.groups)) }
            if !points.values.isEmpty { columns.append(Column("values", points.values)) }
            if !points.sizes.isEmpty { columns.append(Column("sizes", points.sizes)) }
        case .bars(let bars):
            self.init(kind: "bars", name: bars.name, columns: [Column("values", bars.values)])
        case .bins(let bins):
            self.init(kind: "histogram", name: bins.name, columns: [Column("edges", bins.edges), Column("counts", bins.counts)])
        case .band(let band):
            let columns = [Column("x", band.x), Column("lower", band.lower), Column("upper", band.upper)]
            self.init(kind: "band", name: band.name, columns: columns)
        case .heat(let heat):
            let size: Numbers = [Double(heat.rowCount), Double(heat.columnCount)]
            self.init(kind: "table", name: "", columns: [Column("size", size), Column("values", heat.values)])
        case .contour(let contour):
            let columns = [
                Column("x", contour.x), Column("y", contour.y), Column("heights", contour.z), Column("levels", contour.levels),
            ]
            self.init(kind: "contour", name: "", columns: columns)
        case .hexagons(let hexagons):
            self.init(kind: "hexagons", name: "", columns: [Column("x", hexagons.x), Column("y", hexagons.y)])
        case .rule(let rule):
            self.init(kind: rule.isVertical ? "vertical line" : "horizontal line", name: rule.name, columns: [Column("at", [rule.position])])
        case .note(let note):
            self.init(kind: "note", name: note.text, columns: [Column("at", [note.x, note.y])])
        }
    }
}
