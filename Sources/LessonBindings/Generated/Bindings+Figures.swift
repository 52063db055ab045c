// Written by Scripts/generate-bindings.sh from the public declarations of Figures.

import LessonKit
import StepLanguage

extension Animation: NativeValue {}
extension LegendPosition: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> LegendPosition {
        switch slot.int {
        case 0: return .automatic
        case 1: return .topLeft
        case 2: return .topRight
        case 3: return .bottomLeft
        case 4: return .bottomRight
        case 5: return .outside
        case 6: return .none
        default: throw Trap.fault("LegendPosition has no such case")
        }
    }

    public static func toSlot(_ value: LegendPosition, _ type: RuntimeType) -> AnySlot {
        switch value {
        case .automatic: return .int(0)
        case .topLeft: return .int(1)
        case .topRight: return .int(2)
        case .bottomLeft: return .int(3)
        case .bottomRight: return .int(4)
        case .outside: return .int(5)
        case .none: return .int(6)
        }
    }
}
extension Figure: NativeValue {}
extension FigureError: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of Figures.
    static func bindFigures(_ library: Library) {
        bindFigures0(library)
        bindFigures1(library)
        bindFigures2(library)
        bindFigures3(library)
        bindFigures4(library)
        bindFigures6(library)
        bindFigures7(library)
        bindFigures8(library)
        bindFiguresFunctions(library)
    }

    /// Animation
    fileprivate static func bindFigures0(_ library: Library) {
        library.bind("Animation.frames") { (s: Animation) throws -> [Figure] in s.frames }
        library.bind("Animation.frames=", mutating: Animation.self) { (s: inout Animation, v: [Figure]) throws in s.frames = v }
        library.bind("Animation.interval") { (s: Animation) throws -> Double in s.interval }
        library.bind("Animation.interval=", mutating: Animation.self) { (s: inout Animation, v: Double) throws in s.interval = v }
        library.bind("Animation.problem") { (s: Animation) throws -> FigureError? in s.problem }
        library.bind("Animation.problem=", mutating: Animation.self) { (s: inout Animation, v: FigureError?) throws in s.problem = v }
        library.bind("Animation.caption(_: String)") { (s: Animation, p0: String) throws -> Animation in s.caption(p0) }
        library.bind("Animation.alt(_: String)") { (s: Animation, p0: String) throws -> Animation in s.alt(p0) }
        library.bind("Animation.captionText") { (s: Animation) throws -> String in s.captionText }
        library.bind("Animation.alternativeText") { (s: Animation) throws -> String in s.alternativeText }
    }

    /// Figure
    fileprivate static func bindFigures1(_ library: Library) {
        library.bind("Figure.bars(_: [Double], label: String, color: String)") { (s: Figure, p0: [Double], p1: String, p2: String) throws -> Figure in s.bars(p0, label: p1, color: p2) }
        library.bind("Figure.histogram(_: [Double], bins: Int, label: String, color: String)") { (s: Figure, p0: [Double], p1: Int, p2: String, p3: String) throws -> Figure in s.histogram(p0, bins: p1, label: p2, color: p3) }
    }

    /// Figure
    fileprivate static func bindFigures2(_ library: Library) {
        library.bind("Figure.series(_: [Double], label: String, color: String, dashed: Bool, markers: Bool)") { (s: Figure, p0: [Double], p1: String, p2: String, p3: Bool, p4: Bool) throws -> Figure in s.series(p0, label: p1, color: p2, dashed: p3, markers: p4) }
        library.bind("Figure.series(_: [Double], _: [Double], label: String, color: String, dashed: Bool, markers: Bool)") { (s: Figure, p0: [Double], p1: [Double], p2: String, p3: String, p4: Bool, p5: Bool) throws -> Figure in s.series(p0, p1, label: p2, color: p3, dashed: p4, markers: p5) }
        library.bind("Figure.path(_: [Double], _: [Double], label: String, color: String)") { (s: Figure, p0: [Double], p1: [Double], p2: String, p3: String) throws -> Figure in s.path(p0, p1, label: p2, color: p3) }
        library.bind("Figure.curve(from: Double, to: Double, label: String, color: String, dashed: Bool, _: (Double) -> Double)") { (s: Figure, p0: Double, p1: Double, p2: String, p3: String, p4: Bool, p5: StepLanguage.Callback) throws -> Figure in s.curve(from: p0, to: p1, label: p2, color: p3, dashed: p4, { a0 in LessonLibrary.guarded { try p5.call(a0) } }) }
        library.bind("Figure.band(_: [Double], lower: [Double], upper: [Double], label: String, color: String)") { (s: Figure, p0: [Double], p1: [Double], p2: [Double], p3: String, p4: String) throws -> Figure in s.band(p0, lower: p1, upper: p2, label: p3, color: p4) }
        library.bind("Figure.horizontalLine(at: Double, label: String, color: String)") { (s: Figure, p0: Double, p1: String, p2: String) throws -> Figure in s.horizontalLine(at: p0, label: p1, color: p2) }
        library.bind("Figure.verticalLine(at: Double, label: String, color: String)") { (s: Figure, p0: Double, p1: String, p2: String) throws -> Figure in s.verticalLine(at: p0, label: p1, color: p2) }
        library.bind("Figure.note(_: String, x: Double, y: Double)") { (s: Figure, p0: String, p1: Double, p2: Double) throws -> Figure in s.note(p0, x: p1, y: p2) }
    }

    /// Figure
    fileprivate static func bindFigures3(_ library: Library) {
        library.bind("Figure.points(_: [Double], _: [Double], label: String, labels: [String], values: [Double], groups: [String], sizes: [Double], color: String, opacity: Double)") { (s: Figure, p0: [Double], p1: [Double], p2: String, p3: [String], p4: [Double], p5: [String], p6: [Double], p7: String, p8: Double) throws -> Figure in s.points(p0, p1, label: p2, labels: p3, values: p4, groups: p5, sizes: p6, color: p7, opacity: p8) }
    }

    /// Figure
    fileprivate static func bindFigures4(_ library: Library) {
        library.bind("Figure.alternativeText") { (s: Figure) throws -> String in s.alternativeText }
    }

    /// Figure
    fileprivate static func bindFigures6(_ library: Library) {
        library.bind("Figure.title(_: String)") { (s: Figure, p0: String) throws -> Figure in s.title(p0) }
        library.bind("Figure.caption(_: String)") { (s: Figure, p0: String) throws -> Figure in s.caption(p0) }
        library.bind("Figure.alt(_: String)") { (s: Figure, p0: String) throws -> Figure in s.alt(p0) }
        library.bind("Figure.size(_: Double, _: Double)") { (s: Figure, p0: Double, p1: Double) throws -> Figure in s.size(p0, p1) }
        library.bind("Figure.xLabel(_: String)") { (s: Figure, p0: String) throws -> Figure in s.xLabel(p0) }
        library.bind("Figure.yLabel(_: String)") { (s: Figure, p0: String) throws -> Figure in s.yLabel(p0) }
        library.bind("Figure.logX()") { (s: Figure) throws -> Figure in s.logX() }
        library.bind("Figure.logY()") { (s: Figure) throws -> Figure in s.logY() }
        library.bind("Figure.xRange(_: Double, _: Double)") { (s: Figure, p0: Double, p1: Double) throws -> Figure in s.xRange(p0, p1) }
        library.bind("Figure.yRange(_: Double, _: Double)") { (s: Figure, p0: Double, p1: Double) throws -> Figure in s.yRange(p0, p1) }
        library.bind("Figure.legend(_: LegendPosition)") { (s: Figure, p0: LegendPosition) throws -> Figure in s.legend(p0) }
        library.bind("Figure.colorLabel(_: String)") { (s: Figure, p0: String) throws -> Figure in s.colorLabel(p0) }
        library.bind("Figure.colorRange(_: Double, _: Double)") { (s: Figure, p0: Double, p1: Double) throws -> Figure in s.colorRange(p0, p1) }
        library.bind("Figure.equalAspect()") { (s: Figure) throws -> Figure in s.equalAspect() }
    }

    /// Figure
    fileprivate static func bindFigures7(_ library: Library) {
        library.bind("Figure.kind") { (s: Figure) throws -> String in s.kind }
        library.bind("Figure.kind=", mutating: Figure.self) { (s: inout Figure, v: String) throws in s.kind = v }
        library.bind("Figure.width") { (s: Figure) throws -> Double in s.width }
        library.bind("Figure.width=", mutating: Figure.self) { (s: inout Figure, v: Double) throws in s.width = v }
        library.bind("Figure.height") { (s: Figure) throws -> Double in s.height }
        library.bind("Figure.height=", mutating: Figure.self) { (s: inout Figure, v: Double) throws in s.height = v }
        library.bind("Figure.problem") { (s: Figure) throws -> FigureError? in s.problem }
        library.bind("Figure.problem=", mutating: Figure.self) { (s: inout Figure, v: FigureError?) throws in s.problem = v }
    }

    /// FigureError
    fileprivate static func bindFigures8(_ library: Library) {
        library.bind("FigureError.empty(function: String, argument: String)") { (p0: String, p1: String) throws -> FigureError in FigureError.empty(function: p0, argument: p1) }
        library.bind("FigureError.nothingFinite(function: String, argument: String)") { (p0: String, p1: String) throws -> FigureError in FigureError.nothingFinite(function: p0, argument: p1) }
        library.bind("FigureError.differentLengths(function: String, first: String, firstCount: Int, second: String, secondCount: Int)") { (p0: String, p1: String, p2: Int, p3: String, p4: Int) throws -> FigureError in FigureError.differentLengths(function: p0, first: p1, firstCount: p2, second: p3, secondCount: p4) }
        library.bind("FigureError.notPositive(axis: String, value: Double, series: String)") { (p0: String, p1: Double, p2: String) throws -> FigureError in FigureError.notPositive(axis: p0, value: p1, series: p2) }
        library.bind("FigureError.invalid(function: String, reason: String)") { (p0: String, p1: String) throws -> FigureError in FigureError.invalid(function: p0, reason: p1) }
        library.bind("FigureError.drawing(_: String)") { (p0: String) throws -> FigureError in FigureError.drawing(p0) }
        library.bind("FigureError.description") { (s: FigureError) throws -> String in s.description }
    }

    fileprivate static func bindFiguresFunctions(_ library: Library) {
        library.bind("animate(frames: Int, interval: Double, _: (Int) throws -> Figure)") { (p0: Int, p1: Double, p2: StepLanguage.Callback) throws -> Animation in try animate(frames: p0, interval: p1, { a0 in try p2.call(a0) }) }
        library.bind("bar(_: [String], _: [Double], label: String, color: String, horizontal: Bool)") { (p0: [String], p1: [Double], p2: String, p3: String, p4: Bool) throws -> Figure in bar(p0, p1, label: p2, color: p3, horizontal: p4) }
        library.bind("histogram(_: [Double], bins: Int, label: String, color: String)") { (p0: [Double], p1: Int, p2: String, p3: String) throws -> Figure in histogram(p0, bins: p1, label: p2, color: p3) }
        library.bind("computationGraph(_: [String], notes: [String: String], highlighted: [String])") { (p0: [String], p1: [String: String], p2: [String]) throws -> Figure in computationGraph(p0, notes: p1, highlighted: p2) }
        library.bind("networkDiagram(_: [Int], names: [String])") { (p0: [Int], p1: [String]) throws -> Figure in networkDiagram(p0, names: p1) }
        library.bind("heatmap(_: [[Double]], rows: [String], columns: [String], numbers: Bool)") { (p0: [[Double]], p1: [String], p2: [String], p3: Bool) throws -> Figure in heatmap(p0, rows: p1, columns: p2, numbers: p3) }
        library.bind("contour(from: [Double], to: [Double], levels: Int, filled: Bool, points: Int, _: (Double, Double) -> Double)") { (p0: [Double], p1: [Double], p2: Int, p3: Bool, p4: Int, p5: StepLanguage.Callback) throws -> Figure in contour(from: p0, to: p1, levels: p2, filled: p3, points: p4, { a0, a1 in LessonLibrary.guarded { try p5.call(a0, a1) } }) }
        library.bind("contour(_: [[Double]], x: [Double], y: [Double], levels: Int, filled: Bool)") { (p0: [[Double]], p1: [Double], p2: [Double], p3: Int, p4: Bool) throws -> Figure in contour(p0, x: p1, y: p2, levels: p3, filled: p4) }
        library.bind("plot(_: [Double], label: String, color: String, dashed: Bool, markers: Bool)") { (p0: [Double], p1: String, p2: String, p3: Bool, p4: Bool) throws -> Figure in plot(p0, label: p1, color: p2, dashed: p3, markers: p4) }
        library.bind("plot(_: [Double], _: [Double], label: String, color: String, dashed: Bool, markers: Bool)") { (p0: [Double], p1: [Double], p2: String, p3: String, p4: Bool, p5: Bool) throws -> Figure in plot(p0, p1, label: p2, color: p3, dashed: p4, markers: p5) }
        library.bind("plot(_: [[Double]], labels: [String])") { (p0: [[Double]], p1: [String]) throws -> Figure in plot(p0, labels: p1) }
        library.bind("curve(from: Double, to: Double, label: String, color: String, points: Int, _: (Double) -> Double)") { (p0: Double, p1: Double, p2: String, p3: String, p4: Int, p5: StepLanguage.Callback) throws -> Figure in curve(from: p0, to: p1, label: p2, color: p3, points: p4, { a0 in LessonLibrary.guarded { try p5.call(a0) } }) }
        library.bind("imageGrid(_: [[Double]], columns: Int, captions: [String], imageWidth: Int)") { (p0: [[Double]], p1: Int, p2: [String], p3: Int) throws -> Figure in imageGrid(p0, columns: p1, captions: p2, imageWidth: p3) }
        library.bind("imageGrid(_: [[[Double]]], columns: Int, captions: [String])") { (p0: [[[Double]]], p1: Int, p2: [String]) throws -> Figure in imageGrid(p0, columns: p1, captions: p2) }
        library.bind("panels(_: [Figure], columns: Int)") { (p0: [Figure], p1: Int) throws -> Figure in panels(p0, columns: p1) }
        library.bind("scatter(_: [Double], _: [Double], label: String, labels: [String], values: [Double], groups: [String], sizes: [Double], color: String, opacity: Double)") { (p0: [Double], p1: [Double], p2: String, p3: [String], p4: [Double], p5: [String], p6: [Double], p7: String, p8: Double) throws -> Figure in scatter(p0, p1, label: p2, labels: p3, values: p4, groups: p5, sizes: p6, color: p7, opacity: p8) }
        library.bind("jointPlot(_: [Double], _: [Double], across: Int)") { (p0: [Double], p1: [Double], p2: Int) throws -> Figure in jointPlot(p0, p1, across: p2) }
    }
}
