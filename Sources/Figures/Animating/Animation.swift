/// Figures shown one after the other, all on the same axes.
public struct Animation: Codable, Equatable, Sendable {
    /// The figures, with their axes' ends set alike.
    public var frames: [Figure]
    /// Seconds that each frame stands.
    public var interval: Double
    /// The first thing that was wrong in making the animation.
    public var problem: FigureError?

    /// - Parameters:
    ///   - frames: plots of one kind; an end of an axis that they do not give is set for all from the data of all.
    ///   - interval: seconds that each frame stands, from 0.01 to 60.
    public init(frames: [Figure], interval: Double = 0.1) {
        self.frames = Animation.onCommonAxes(frames)
        self.interval = interval
        if frames.isEmpty {
            problem = .empty(function: "animate", argument: "the animation")
        } else if !(0.01...60).contains(interval) {
            problem = .invalid(function: "animate", reason: "interval is \(plainText(interval)); it has to be from 0.01 to 60 seconds")
        } else if let odd = frames.firstIndex(where: { $0.width != frames[0].width || $0.height != frames[0].height }) {
            problem = .invalid(function: "animate", reason: "frame \(odd) is not as large as frame 0")
        } else {
            problem = frames.lazy.compactMap(\.problem).first
        }
    }

    /// The animation with a caption, which a page sets beneath it.
    public func caption(_ text: String) -> Animation {
        changing { $0.words.caption = text }
    }

    /// The animation with a text for readers who do not see it.
    public func alt(_ text: String) -> Animation {
        changing { $0.words.alternative = text }
    }

    /// The caption, empty where there is none.
    public var captionText: String { frames.first?.words.caption ?? "" }

    /// The text for readers who do not see it: the author's own, or a summary of the data.
    public var alternativeText: String { description.alternative }

    /// What is shown, frame by frame.
    public var description: FigureDescription {
        var result = FigureDescription(frames: frames.map { FigureDescription($0) }, interval: interval)
        if let own = frames.first?.words.alternative, !own.isEmpty { result.alternative = own }
        return result
    }

    /// Checks that the animation can be drawn.
    ///
    /// - Throws: `FigureError`: what was wrong in making it or one of its frames.
    public func validate() throws {
        if let problem { throw problem }
        for frame in frames { try frame.validate() }
    }

    private func changing(_ change: (inout Figure) -> Void) -> Animation {
        var copy = self
        for index in copy.frames.indices { change(&copy.frames[index]) }
        return copy
    }

    // MARK: Common axes

    /// The frames with the ends of their axes and colours set to hold the data of all of them.
    private static func onCommonAxes(_ frames: [Figure]) -> [Figure] {
        let plots = frames.compactMap(\.plot)
        if plots.count == frames.count, let first = plots.first {
            let common = Animation.common(plots, first)
            let placed = frames.map { frame in
                frame.changingPlot("animate") { plot in
                    plot.x.lower = plot.x.lower ?? common.x.lower
                    plot.x.upper = plot.x.upper ?? common.x.upper
                    plot.y.lower = plot.y.lower ?? common.y.lower
                    plot.y.upper = plot.y.upper ?? common.y.upper
                    plot.colorLower = plot.colorLower ?? common.color?.lower
                    plot.colorUpper = plot.colorUpper ?? common.color?.upper
                    return nil
                }
            }
            guard first.legend == .automatic, placed.allSatisfy({ (try? $0.validate()) != nil }) else { return placed }
            // A legend that jumped from corner to corner would draw all eyes. Of many frames, twenty tell where there is room.
            let stride = max(1, placed.count / 20)
            let position = PlotRenderer.commonLegend(placed.enumerated().filter { $0.offset % stride == 0 }.map(\.element))
            return placed.map { $0.legend(position) }
        }
        // Panels: each place of the frame by itself.
        var panelFrames: [[Figure]] = []
        for case .panels(let figures, _) in frames.map(\.content) { panelFrames.append(figures) }
        guard panelFrames.count == frames.count, let count = panelFrames.first?.count, panelFrames.allSatisfy({ $0.count == count })
        else { return frames }
        let columns = (0..<count).map { place in onCommonAxes(panelFrames.map { $0[place] }) }
        return frames.enumerated().map { index, frame in
            var copy = frame
            if case .panels(_, let across) = frame.content { copy.content = .panels(columns.map { $0[index] }, columns: across) }
            return copy
        }
    }

    private typealias Ends = (lower: Double, upper: Double)

    private static func common(_ plots: [Plot], _ first: Plot) -> (x: Ends, y: Ends, color: Ends?) {
        func ends(onX: Bool) -> Ends {
            let extents = plots.map { $0.extent(onX: onX) }
            var range: Ends?
            for data in extents.compactMap(\.data) {
                range = (min(range?.lower ?? data.lower, data.lower), max(range?.upper ?? data.upper, data.upper))
            }
            return AxisScale.ends(
                onX ? first.x : first.y, data: range, padding: extents.map(\.padding).max() ?? 0,
                isTight: extents.allSatisfy(\.isTight), standsOnZero: extents.allSatisfy(\.standsOnZero))
        }
        let isCounted = plots.contains { plot in plot.marks.contains { if case .hexagons = $0 { return true } else { return false } } }
        let scales = isCounted ? [] : plots.compactMap { ColorScale($0, theme: .light) }
        let color = scales.isEmpty ? nil : (scales.map(\.lower).min() ?? 0, scales.map(\.upper).max() ?? 1) as Ends
        return (ends(onX: true), ends(onX: false), color)
    }
}

/// Figures shown one after the other: `frame` makes each from its number, from 0.
///
/// - Parameters:
///   - frames: how many, from 1 to 1,000.
///   - interval: seconds that each stands.
/// - Throws: what `frame` throws.
public func animate(frames: Int, interval: Double = 0.1, _ frame: (Int) throws -> Figure) rethrows -> Animation {
    guard (1...1000).contains(frames) else {
        var animation = Animation(frames: [], interval: interval)
        animation.problem = .invalid(function: "animate", reason: "frames is \(frames); it has to be from 1 to 1,000")
        return animation
    }
    return Animation(frames: try (0..<frames).map(frame), interval: interval)
}
