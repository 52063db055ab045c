// Written by Scripts/generate-bindings.sh from the public declarations of Figures.

extension LessonLibrary {
    /// What steps see of Figures.
    static let interfaceFigures = ##"""
/// Figures shown one after the other, all on the same axes.
struct Animation: Equatable {
    /// The figures, with their axes' ends set alike.
    var frames: [Figure] { get set }
    /// Seconds that each frame stands.
    var interval: Double { get set }
    /// The first thing that was wrong in making the animation.
    var problem: FigureError? { get set }
    /// The animation with a caption, which a page sets beneath it.
    func caption(_ text: String) -> Animation
    /// The animation with a text for readers who do not see it.
    func alt(_ text: String) -> Animation
    /// The caption, empty where there is none.
    var captionText: String { get }
    /// The text for readers who do not see it: the author's own, or a summary of the data.
    var alternativeText: String { get }
}

extension Figure {
    /// The bar chart with further bars beside the first ones, one for each name.
    func bars(_ values: [Double], label: String = "", color: String = "") -> Figure
    /// The histogram with a further one in front, over the same intervals where there is one already.
    func histogram(_ values: [Double], bins: Int = 0, label: String = "", color: String = "") -> Figure
}

extension Figure {
    /// The figure with a further line through `y`, one value a place, counted from 0; on a bar chart use `bars`.
    func series(_ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure
    /// The figure with a further line through the points (x, y).
    func series( _ x: [Double], _ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false ) -> Figure
    /// The figure with a further line whose every point has a dot: the way of an optimizer over a contour plot, for one.
    func path(_ x: [Double], _ y: [Double], label: String = "", color: String = "") -> Figure
    /// The figure with the graph of a function between two places.
    func curve( from lower: Double, to upper: Double, label: String = "", color: String = "", dashed: Bool = false, _ function: (Double) -> Double ) -> Figure
    /// The figure with the area between two curves filled.
    ///
    /// - Parameters:
    ///   - x: the places; `lower` and `upper` have as many values.
    func band(_ x: [Double], lower: [Double], upper: [Double], label: String = "", color: String = "") -> Figure
    /// The figure with a straight line across it at one value of y.
    func horizontalLine(at y: Double, label: String = "", color: String = "gray") -> Figure
    /// The figure with a straight line across it at one value of x.
    func verticalLine(at x: Double, label: String = "", color: String = "gray") -> Figure
    /// The figure with a text beside the point (x, y).
    func note(_ text: String, x: Double, y: Double) -> Figure
}

extension Figure {
    /// The figure with further points; the arguments are those of `scatter`.
    func points( _ x: [Double], _ y: [Double], label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [], sizes: [Double] = [], color: String = "", opacity: Double = 0.8 ) -> Figure
}

extension Figure {
    /// The text for readers who do not see the picture: the author's own, or a summary of the data.
    var alternativeText: String { get }
}

/// Where a plot's legend stands.
enum LegendPosition: String, Equatable, CaseIterable {
    /// The corner that hides least of the data, or beside the plot where every corner is taken.
    case automatic
    case topLeft
    case topRight
    case bottomLeft
    case bottomRight
    /// To the right of the axes.
    case outside
    case none
}

extension Figure {
    /// The figure with a title above it.
    func title(_ text: String) -> Figure
    /// The figure with a caption, which a page sets beneath it.
    func caption(_ text: String) -> Figure
    /// The figure with a text for readers who do not see it, in place of the summary of its data.
    func alt(_ text: String) -> Figure
    /// The figure in another size, in nominal pixels from 80 to 4,000.
    func size(_ width: Double, _ height: Double) -> Figure
    /// The figure with a label below its x axis.
    func xLabel(_ text: String) -> Figure
    /// The figure with a label beside its y axis.
    func yLabel(_ text: String) -> Figure
    /// The figure with a logarithmic x axis; values of zero or less on it are refused when it is drawn.
    func logX() -> Figure
    /// The figure with a logarithmic y axis; values of zero or less on it are refused when it is drawn.
    func logY() -> Figure
    /// The figure with its x axis between two ends; `from` greater than `to` turns the axis around.
    func xRange(_ from: Double, _ to: Double) -> Figure
    /// The figure with its y axis between two ends; `from` greater than `to` turns the axis around.
    func yRange(_ from: Double, _ to: Double) -> Figure
    /// The figure with its legend in another place, or without one (`.none`).
    func legend(_ position: LegendPosition) -> Figure
    /// The figure with a label beside its colour bar.
    func colorLabel(_ text: String) -> Figure
    /// The figure with its colour scale between two values; what lies beyond takes the colour of the end.
    func colorRange(_ from: Double, _ to: Double) -> Figure
    /// The figure with one unit equally long on both axes.
    func equalAspect() -> Figure
}

/// A figure as data: what it shows, with its axes, words and size, and nothing of how it is drawn.
///
/// Made by a short call and changed by modifiers that each give a new figure:
/// ```swift
/// plot(losses, label: "training").series(validation, label: "validation").xLabel("epoch").yLabel("loss")
/// ```
/// The calls do not throw. A figure that cannot be drawn carries the reason in `problem`, which `validate()`, `png()` and
/// `svg()` throw.
struct Figure: Equatable {
    /// What it is, in a word: `line`, `scatter`, `histogram`, `bar`, `heat map`, `contour`, `joint`, `images`,
    /// `computation graph`, `network` or `panels`.
    var kind: String { get set }
    /// Nominal size in pixels; a PNG has twice as many in each direction.
    var width: Double { get set }
    var height: Double { get set }
    /// The first thing that was wrong in making the figure.
    var problem: FigureError? { get set }
}

/// Why a figure cannot be drawn.
///
/// The short calls (`plot`, `scatter`, …) do not throw: the figure that they give back carries the first thing that was wrong
/// with it (`Figure.problem`), and `validate()`, `png()` and `svg()` throw it.
struct FigureError: Error, Equatable, CustomStringConvertible {
    /// The function was given no values.
    static func empty(function: String, argument: String) -> FigureError
    /// Values are there, but not one of them is finite.
    static func nothingFinite(function: String, argument: String) -> FigureError
    /// Two arguments that belong together have different lengths.
    static func differentLengths(function: String, first: String, firstCount: Int, second: String, secondCount: Int) -> FigureError
    /// A logarithmic axis was asked for data with zero or negative values on it.
    static func notPositive(axis: String, value: Double, series: String) -> FigureError
    /// An argument that makes no sense: what was given, and what is expected.
    static func invalid(function: String, reason: String) -> FigureError
    /// The drawing or picture library failed.
    static func drawing(_ p0: String) -> FigureError
    var description: String { get }
}

/// Figures shown one after the other: `frame` makes each from its number, from 0.
///
/// - Parameters:
///   - frames: how many, from 1 to 1,000.
///   - interval: seconds that each stands.
/// - Throws: what `frame` throws.
func animate(frames: Int, interval: Double = 0.1, _ frame: (Int) throws -> Figure) rethrows -> Animation

/// A bar for each name.
///
/// - Parameters:
///   - names: one for each value.
///   - values: the bars' lengths; NaN leaves a gap.
///   - horizontal: whether the bars lie, the first on top: for long names.
func bar(_ names: [String], _ values: [Double], label: String = "", color: String = "", horizontal: Bool = false) -> Figure

/// How many of the values lie in each of several equally wide intervals.
///
/// - Parameters:
///   - values: those that are NaN or infinite are left out and counted in a note.
///   - bins: how many intervals; 0 chooses by the rule of Freedman and Diaconis (1981), from 5 to 60.
func histogram(_ values: [Double], bins: Int = 0, label: String = "", color: String = "") -> Figure

/// Boxes joined by arrows, from left to right: a computation, or the flow of data through a network.
///
/// ```swift
/// computationGraph(["x -> x · w", "w -> x · w", "x · w -> loss: 2.5"], notes: ["w": "0.5"])
/// ```
/// - Parameters:
///   - edges: each `"from -> to"`, or `"from -> to: text"` for a text on the arrow (a derivative, say). A box is made for every
///     name, in the order in which names come.
///   - notes: a second line for a box, by its name.
///   - highlighted: names of boxes to draw in colour.
func computationGraph(_ edges: [String], notes: [String: String] = [:], highlighted: [String] = []) -> Figure

/// The layers of a network as columns of circles, every unit joined with every unit of the next layer.
///
/// - Parameters:
///   - sizes: how many units each layer has; of a large layer the first and last few are drawn.
///   - names: a name beneath each layer; as many as layers.
func networkDiagram(_ sizes: [Int], names: [String] = []) -> Figure

/// A table of numbers as coloured cells, the first row on top.
///
/// - Parameters:
///   - values: the rows, all equally long; a NaN's cell stays empty.
///   - rows: the rows' names; empty for their numbers.
///   - columns: the columns' names; empty for their numbers.
///   - numbers: whether the numbers are written into the cells, where they fit.
func heatmap(_ values: [[Double]], rows: [String] = [], columns: [String] = [], numbers: Bool = true) -> Figure

/// Lines of equal height of a function of two numbers.
///
/// - Parameters:
///   - from: the least x and the least y, `[x, y]`.
///   - to: the greatest x and the greatest y, `[x, y]`.
///   - levels: about how many lines; their heights are round numbers, closer together where the function is mostly low.
///   - filled: whether the areas between the lines are coloured.
///   - points: at how many places along each axis the function is called.
func contour( from: [Double], to: [Double], levels: Int = 12, filled: Bool = true, points: Int = 201, _ function: (Double, Double) -> Double ) -> Figure

/// Lines of equal height over a grid.
///
/// - Parameters:
///   - z: the heights, a row for each y, with a height for each x.
///   - x: the places of the columns, rising; empty for 0, 1, 2, …
///   - y: the places of the rows, rising; empty for 0, 1, 2, …
func contour(_ z: [[Double]], x: [Double] = [], y: [Double] = [], levels: Int = 12, filled: Bool = true) -> Figure

/// A line through `y`, one value a place, counted from 0.
///
/// - Parameters:
///   - y: the values; one that is NaN or infinite leaves a gap.
///   - label: the line's name in the legend; empty for none.
///   - color: a colour's name (`blue`, `orange`, `green`, `purple`, `amber`, `sky`, `brown`, `red`, `gray`, `black`) or `#rrggbb`;
///     empty for the next of the palette.
///   - dashed: whether the line is broken.
///   - markers: whether each value has a dot.
func plot(_ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure

/// A line through the points (x, y), in the order given.
///
/// - Parameters:
///   - x: where each value of `y` stands; as many as `y`.
func plot( _ x: [Double], _ y: [Double], label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false ) -> Figure

/// A line for each list of values, one value a place, counted from 0.
///
/// - Parameter labels: the lines' names; empty for none, else as many as lines.
func plot(_ lines: [[Double]], labels: [String] = []) -> Figure

/// The graph of a function, from its values at evenly spaced places.
///
/// - Parameter points: at how many places the function is called.
func curve( from lower: Double, to upper: Double, label: String = "", color: String = "", points: Int = 401, _ function: (Double) -> Double ) -> Figure

/// Small grey pictures in rows, each given as its brightness row by row.
///
/// - Parameters:
///   - images: one list a picture, all equally long; the least brightness of all is black, the greatest white.
///   - columns: how many stand side by side.
///   - captions: a line beneath each; as many as pictures.
///   - imageWidth: pixels in a row of a picture; 0 for square pictures.
func imageGrid(_ images: [[Double]], columns: Int = 8, captions: [String] = [], imageWidth: Int = 0) -> Figure

/// Small grey pictures in rows, each given as rows of brightness.
func imageGrid(_ images: [[[Double]]], columns: Int = 8, captions: [String] = []) -> Figure

/// Several figures in one, in rows, with letters' sizes as in one of them.
///
/// - Parameter columns: how many stand side by side; 0 for all where there are at most three, else two.
func panels(_ figures: [Figure], columns: Int = 0) -> Figure

/// A dot at each point (x, y).
///
/// - Parameters:
///   - label: the points' name in the legend.
///   - labels: a text beside each point, placed so that no text covers another; as many as points.
///   - values: a number for each point, shown by its colour with a colour bar; NaN is grey.
///   - groups: a group's name for each point, each group in a colour of its own, named in the legend.
///   - sizes: a number for each point, zero or more, shown by its area.
///   - color: a colour for all points, where neither `values` nor `groups` gives one.
///   - opacity: from 0 to 1; less than 1 shows where points crowd.
func scatter( _ x: [Double], _ y: [Double], label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [], sizes: [Double] = [], color: String = "", opacity: Double = 0.8 ) -> Figure

/// Points counted in hexagons, with a histogram of each axis's values beyond the top and the right side.
///
/// - Parameter across: how many hexagons lie side by side along the x axis.
func jointPlot(_ x: [Double], _ y: [Double], across: Int = 30) -> Figure

"""##
}
