// Written by Scripts/generate-bindings.sh from the public declarations of LessonKit.

extension LessonLibrary {
    /// What steps see of LessonKit.
    static let interfaceLessonKit = ##"""
/// Something that a step shows.
struct Exhibit {
    static func text(_ p0: String) -> Exhibit
    static func table(_ p0: TextTable) -> Exhibit
    static func figure(_ p0: Figure) -> Exhibit
    static func animation(_ p0: Animation) -> Exhibit
    /// What stands for it where there are only words: a table's grid, a figure's description in one line.
    var text: String { get }
}

extension Figure {
    /// The figure with a further line through the values of a tensor `[count]`.
    func series(_ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure
    /// The figure with a further line through the points (x, y) of two tensors `[count]`.
    func series( _ x: Tensor, _ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false ) -> Figure
    /// The figure with further points, those of two tensors `[count]`.
    func points( _ x: Tensor, _ y: Tensor, label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [], sizes: [Double] = [], color: String = "", opacity: Double = 0.8 ) -> Figure
}

/// Holds an exercise to what it asks for; where the condition does not hold, the hint is shown and the check ends.
func check(_ condition: Bool, _ hint: String)

/// A line through the values of a tensor `[count]`, or a line for each row of one `[lines, count]`.
func plot(_ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure

/// A line through the points (x, y) of two tensors `[count]`.
func plot(_ x: Tensor, _ y: Tensor, label: String = "", color: String = "", dashed: Bool = false, markers: Bool = false) -> Figure

/// A dot at each point (x, y) of two tensors `[count]`.
func scatter( _ x: Tensor, _ y: Tensor, label: String = "", labels: [String] = [], values: [Double] = [], groups: [String] = [], sizes: [Double] = [], color: String = "", opacity: Double = 0.8 ) -> Figure

/// Points of two tensors `[count]` counted in hexagons, with a histogram of each axis's values.
func jointPlot(_ x: Tensor, _ y: Tensor, across: Int = 30) -> Figure

/// How often the values of a tensor of any shape fall into each of a number of ranges.
func histogram(_ values: Tensor, bins: Int = 0, label: String = "", color: String = "") -> Figure

/// A bar for each value of a tensor `[count]`.
func bar(_ names: [String], _ values: Tensor, label: String = "", color: String = "", horizontal: Bool = false) -> Figure

/// A tensor `[rows, columns]` as coloured cells.
func heatmap(_ values: Tensor, rows: [String] = [], columns: [String] = [], numbers: Bool = true) -> Figure

/// A tensor of pictures, `[count, height, width]`, `[count, 1, height, width]` or one `[height, width]`, in rows and columns.
func imageGrid(_ images: Tensor, columns: Int = 8, captions: [String] = []) -> Figure

"""##
}
