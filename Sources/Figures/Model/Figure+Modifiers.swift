extension Figure {
    /// The figure with a title above it.
    public func title(_ text: String) -> Figure {
        changing { $0.words.title = text }
    }

    /// The figure with a caption, which a page sets beneath it.
    public func caption(_ text: String) -> Figure {
        changing { $0.words.caption = text }
    }

    /// The figure with a text for readers who do not see it, in place of the summary of its data.
    public func alt(_ text: String) -> Figure {
        changing { $0.words.alternative = text }
    }

    /// The figure in another size, in nominal pixels from 80 to 4,000.
    public func size(_ width: Double, _ height: Double) -> Figure {
        guard (80...4000).contains(width), (80...4000).contains(height) else {
            return recording(
                .invalid(
                    function: "size", reason: "\(plainText(width)) × \(plainText(height)); both have to be from 80 to 4,000 pixels"))
        }
        return changing {
            $0.width = width
            $0.height = height
        }
    }

    /// The figure with a label below its x axis.
    public func xLabel(_ text: String) -> Figure {
        changingPlot("xLabel") {
            $0.x.label = text
            return nil
        }
    }

    /// The figure with a label beside its y axis.
    public func yLabel(_ text: String) -> Figure {
        changingPlot("yLabel") {
            $0.y.label = text
            return nil
        }
    }

    /// The figure with a logarithmic x axis; values of zero or less on it are refused when it is drawn.
    public func logX() -> Figure {
        changingPlot("logX") { Figure.makeLogarithmic(&$0.x, "logX") }
    }

    /// The figure with a logarithmic y axis; values of zero or less on it are refused when it is drawn.
    public func logY() -> Figure {
        changingPlot("logY") { Figure.makeLogarithmic(&$0.y, "logY") }
    }

    /// The figure with its x axis between two ends; `from` greater than `to` turns the axis around.
    public func xRange(_ from: Double, _ to: Double) -> Figure {
        changingPlot("xRange") { Figure.setRange(&$0.x, from, to, "xRange") }
    }

    /// The figure with its y axis between two ends; `from` greater than `to` turns the axis around.
    public func yRange(_ from: Double, _ to: Double) -> Figure {
        changingPlot("yRange") { Figure.setRange(&$0.y, from, to, "yRange") }
    }

    /// The figure with its legend in another place, or without one (`.none`).
    public func legend(_ position: LegendPosition) -> Figure {
        changingPlot("legend") {
            $0.legend = position
            return nil
        }
    }

    /// The figure with a label beside its colour bar.
    public func colorLabel(_ text: String) -> Figure {
        changingPlot("colorLabel") {
            $0.colorLabel = text
            return nil
        }
    }

    /// The figure with its colour scale between two values; what lies beyond takes the colour of the end.
    public func colorRange(_ from: Double, _ to: Double) -> Figure {
        changingPlot("colorRange") {
            $0.colorLower = from
            $0.colorUpper = to
            return from < to ? nil : .invalid(function: "colorRange", reason: "the first value has to be less than the second")
        }
    }

    /// The figure with one unit equally long on both axes.
    public func equalAspect() -> Figure {
        changingPlot("equalAspect") {
            $0.isEqualAspect = true
            return nil
        }
    }

    private func changing(_ change: (inout Figure) -> Void) -> Figure {
        var copy = self
        change(&copy)
        return copy
    }

    private static func makeLogarithmic(_ axis: inout Axis, _ function: String) -> FigureError? {
        guard axis.scale != .categories else { return .invalid(function: function, reason: "this axis has names, not numbers") }
        axis.scale = .logarithmic
        return nil
    }

    private static func setRange(_ axis: inout Axis, _ from: Double, _ to: Double, _ function: String) -> FigureError? {
        guard from.isFinite, to.isFinite, from != to else {
            return .invalid(function: function, reason: "the two ends have to be finite numbers that differ")
        }
        axis.lower = min(from, to)
        axis.upper = max(from, to)
        axis.isReversed = from > to
        return nil
    }
}
