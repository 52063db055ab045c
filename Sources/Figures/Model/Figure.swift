/// A figure as data: what it shows, with its axes, words and size, and nothing of how it is drawn.
///
/// Made by a short call and changed by modifiers that each give a new figure:
/// ```swift
/// plot(losses, label: "training").series(validation, label: "validation").xLabel("epoch").yLabel("loss")
/// ```
/// The calls do not throw. A figure that cannot be drawn carries the reason in `problem`, which `validate()`, `png()` and
/// `svg()` throw.
public struct Figure: Codable, Equatable, Sendable {
    /// What stands inside the figure.
    public enum Content: Codable, Equatable, Sendable {
        /// Marks on two axes.
        case plot(Plot)
        /// Small pictures in rows.
        case images(ImageGrid)
        /// Boxes or circles, joined by arrows.
        case diagram(Diagram)
        /// Several figures side by side, in rows of `columns`.
        case panels([Figure], columns: Int)
    }

    /// What it is, in a word: `line`, `scatter`, `histogram`, `bar`, `heat map`, `contour`, `joint`, `images`,
    /// `computation graph`, `network` or `panels`.
    public var kind: String
    public var content: Content
    public var words: Words
    /// Nominal size in pixels; a PNG has twice as many in each direction.
    public var width: Double
    public var height: Double
    /// The first thing that was wrong in making the figure.
    public var problem: FigureError?

    /// The words that go with a figure; empty where there are none.
    public struct Words: Codable, Equatable, Sendable {
        /// Drawn above the figure.
        public var title = ""
        /// For the page beneath the figure; not drawn.
        public var caption = ""
        /// For readers who do not see the picture; without one, a summary of the data serves.
        public var alternative = ""

        public init(title: String = "", caption: String = "", alternative: String = "") {
            self.title = title
            self.caption = caption
            self.alternative = alternative
        }
    }

    public init(kind: String, content: Content, width: Double = 640, height: Double = 400, problem: FigureError? = nil) {
        self.kind = kind
        self.content = content
        self.words = Words()
        self.width = width
        self.height = height
        self.problem = problem
    }

    /// The plot in it, if it is one.
    public var plot: Plot? {
        if case .plot(let plot) = content { return plot }
        return nil
    }

    /// The figure with `change` applied to its plot, or to each of its panels' plots.
    ///
    /// A figure without axes keeps its content and records that `modifier` does not apply.
    func changingPlot(_ modifier: String, _ change: (inout Plot) -> FigureError?) -> Figure {
        var copy = self
        switch content {
        case .plot(var plot):
            let problem = change(&plot)
            copy.content = .plot(plot)
            return problem.map(copy.recording) ?? copy
        case .panels(let figures, let columns):
            let changed = figures.map { $0.changingPlot(modifier, change) }
            copy.content = .panels(changed, columns: columns)
            return changed.lazy.compactMap(\.problem).first.map(copy.recording) ?? copy
        case .images, .diagram:
            return recording(.invalid(function: modifier, reason: "this figure has no axes"))
        }
    }

    /// The figure with `problem`, unless an earlier one is known.
    func recording(_ problem: FigureError) -> Figure {
        var copy = self
        copy.problem = copy.problem ?? problem
        return copy
    }
}
