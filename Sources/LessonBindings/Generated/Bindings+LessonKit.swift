// Written by Scripts/generate-bindings.sh from the public declarations of LessonKit.

import LessonKit
import StepLanguage

extension Exhibit: NativeValue {}

extension LessonLibrary {
    /// Binds the natives of LessonKit.
    static func bindLessonKit(_ library: Library) {
        bindLessonKit0(library)
        bindLessonKit2(library)
        bindLessonKitFunctions(library)
    }

    /// Exhibit
    fileprivate static func bindLessonKit0(_ library: Library) {
        library.bind("Exhibit.text(_: String)") { (p0: String) throws -> Exhibit in Exhibit.text(p0) }
        library.bind("Exhibit.table(_: TextTable)") { (p0: TextTable) throws -> Exhibit in Exhibit.table(p0) }
        library.bind("Exhibit.figure(_: Figure)") { (p0: Figure) throws -> Exhibit in Exhibit.figure(p0) }
        library.bind("Exhibit.animation(_: Animation)") { (p0: Animation) throws -> Exhibit in Exhibit.animation(p0) }
        library.bind("Exhibit.text") { (s: Exhibit) throws -> String in s.text }
    }

    /// Figure
    fileprivate static func bindLessonKit2(_ library: Library) {
        library.bind("Figure.series(_: Tensor, label: String, color: String, dashed: Bool, markers: Bool)") { (s: Figure, p0: Tensor, p1: String, p2: String, p3: Bool, p4: Bool) throws -> Figure in s.series(p0, label: p1, color: p2, dashed: p3, markers: p4) }
        library.bind("Figure.series(_: Tensor, _: Tensor, label: String, color: String, dashed: Bool, markers: Bool)") { (s: Figure, p0: Tensor, p1: Tensor, p2: String, p3: String, p4: Bool, p5: Bool) throws -> Figure in s.series(p0, p1, label: p2, color: p3, dashed: p4, markers: p5) }
        library.bind("Figure.points(_: Tensor, _: Tensor, label: String, labels: [String], values: [Double], groups: [String], sizes: [Double], color: String, opacity: Double)") { (s: Figure, p0: Tensor, p1: Tensor, p2: String, p3: [String], p4: [Double], p5: [String], p6: [Double], p7: String, p8: Double) throws -> Figure in s.points(p0, p1, label: p2, labels: p3, values: p4, groups: p5, sizes: p6, color: p7, opacity: p8) }
    }

    fileprivate static func bindLessonKitFunctions(_ library: Library) {
        library.bind("check(_: Bool, _: String)") { (p0: Bool, p1: String) throws -> Void in check(p0, p1) }
        library.bind("plot(_: Tensor, label: String, color: String, dashed: Bool, markers: Bool)") { (p0: Tensor, p1: String, p2: String, p3: Bool, p4: Bool) throws -> Figure in plot(p0, label: p1, color: p2, dashed: p3, markers: p4) }
        library.bind("plot(_: Tensor, _: Tensor, label: String, color: String, dashed: Bool, markers: Bool)") { (p0: Tensor, p1: Tensor, p2: String, p3: String, p4: Bool, p5: Bool) throws -> Figure in plot(p0, p1, label: p2, color: p3, dashed: p4, markers: p5) }
        library.bind("scatter(_: Tensor, _: Tensor, label: String, labels: [String], values: [Double], groups: [String], sizes: [Double], color: String, opacity: Double)") { (p0: Tensor, p1: Tensor, p2: String, p3: [String], p4: [Double], p5: [String], p6: [Double], p7: String, p8: Double) throws -> Figure in scatter(p0, p1, label: p2, labels: p3, values: p4, groups: p5, sizes: p6, color: p7, opacity: p8) }
        library.bind("jointPlot(_: Tensor, _: Tensor, across: Int)") { (p0: Tensor, p1: Tensor, p2: Int) throws -> Figure in jointPlot(p0, p1, across: p2) }
        library.bind("histogram(_: Tensor, bins: Int, label: String, color: String)") { (p0: Tensor, p1: Int, p2: String, p3: String) throws -> Figure in histogram(p0, bins: p1, label: p2, color: p3) }
        library.bind("bar(_: [String], _: Tensor, label: String, color: String, horizontal: Bool)") { (p0: [String], p1: Tensor, p2: String, p3: String, p4: Bool) throws -> Figure in bar(p0, p1, label: p2, color: p3, horizontal: p4) }
        library.bind("heatmap(_: Tensor, rows: [String], columns: [String], numbers: Bool)") { (p0: Tensor, p1: [String], p2: [String], p3: Bool) throws -> Figure in heatmap(p0, rows: p1, columns: p2, numbers: p3) }
        library.bind("imageGrid(_: Tensor, columns: Int, captions: [String])") { (p0: Tensor, p1: Int, p2: [String]) throws -> Figure in imageGrid(p0, columns: p1, captions: p2) }
    }
}
