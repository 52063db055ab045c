import Figures
import Foundation
import XCTest

final class FigureTests: XCTestCase {
    // MARK: Errors

    func message(_ figure: Figure) -> String {
        do {
            _ = try figure.png()
            return "drawn"
        } catch {
            return "\(error)"
        }
    }

    func testEmptyDataIsRefusedByName() {
        XCTAssertEqual(message(plot([Double]())), "plot: y is empty; there is nothing to draw")
        XCTAssertEqual(message(scatter([], [])), "scatter: x is empty; there is nothing to draw")
        XCTAssertEqual(message(panels([])), "panels: the list of figures is empty; there is nothing to draw")
        XCTAssertEqual(message(plot([.nan, .infinity])), "plot: y has no finite value (all are NaN or infinite); there is nothing to draw")
    }

    func testListsOfDifferentLengthsAreNamed() {
        XCTAssertEqual(message(plot([1, 2, 3], [1, 2])), "plot: x has 3 values and y has 2; they have to be equally long")
        XCTAssertEqual(
            message(scatter([1, 2], [1, 2], labels: ["a"])), "scatter: x has 2 values and labels has 1; they have to be equally long")
        XCTAssertEqual(message(bar(["a"], [1, 2])), "bar: names has 1 value and values has 2; they have to be equally long")
        XCTAssertEqual(message(heatmap([[1, 2], [3]])), "heatmap: row 0 has 2 values and row 1 has 1; they have to be equally long")
    }

    func testALogarithmicAxisRefusesNegativeNumbersKindly() {
        XCTAssertEqual(
            message(plot([1, -2], label: "loss").logY()),
            "logY: a logarithmic axis shows positive numbers only, and the data has -2 in \"loss\"; "
                + "leave such values out, shift them, or use a linear axis")
        XCTAssertEqual(message(plot([1, 2], [1, 2]).logX().logY()), "drawn")
    }

    func testTheFirstMistakeIsKept() {
        let figure = plot([1, 2], color: "bleu").series([]).title("t")
        guard case .invalid(let function, let reason)? = figure.problem else { return XCTFail("no problem") }
        XCTAssertEqual(function, "plot")
        XCTAssertTrue(reason.hasPrefix("there is no colour \"bleu\"; use one of blue, orange"))
    }

    func testModifiersOfAxesDoNotApplyToDiagrams() {
        XCTAssertEqual(message(networkDiagram([3, 2]).xLabel("x")), "xLabel: this figure has no axes")
        XCTAssertEqual(message(computationGraph(["a -> b", "b -> a"])), "computationGraph: the arrows run in a circle")
        XCTAssertEqual(
            message(computationGraph(["a, b"])), "computationGraph: \"a, b\" is no edge; write \"from -> to\" or \"from -> to: text\"")
        XCTAssertEqual(message(imageGrid([[1, 2, 3]])), "imageGrid: a picture has 3 pixels, which is no square; give imageWidth")
    }

    // MARK: Gaps

    func testValuesThatAreNotFiniteLeaveGapsAndAreCounted() throws {
        let figure = plot([1, .nan, 3, .infinity, 5])
        XCTAssertEqual(figure.plot?.leftOutCount, 2)
        let description = try FigureDescription(pngData: figure.png())
        XCTAssertEqual(description.leftOut, 2)
        XCTAssertTrue(description.alternative.hasSuffix("2 values are not shown."), description.alternative)
        XCTAssertNotEqual(try figure.pixels(), try plot([0, 2, 4], [1, 3, 5]).pixels())
    }

    // MARK: Histograms

    func testEveryValueIsCountedOnce() throws {
        guard case .bins(let bins)? = histogram([0, 0.1, 0.5, 1, 1, .nan], bins: 2).plot?.marks.first else { return XCTFail("no bins") }
        XCTAssertEqual(bins.edges.values, [0, 0.5, 1])
        XCTAssertEqual(bins.counts.values, [2, 3])
        XCTAssertEqual(bins.leftOut, 1)
        guard case .bins(let whole)? = histogram([1, 2, 2, 5]).plot?.marks.first else { return XCTFail("no bins") }
        XCTAssertEqual(whole.edges.values, [0.5, 1.5, 2.5, 3.5, 4.5, 5.5])
        XCTAssertEqual(whole.counts.values, [1, 2, 0, 0, 1])
    }

    // MARK: Hard cases

    func testHardCasesDraw() throws {
        let hard: [Figure] = [
            plot([1]), plot([5, 5, 5]), plot([-1e308, 1e308]), plot([5e-324, 1e-320]), plot([1e300, 1e-300]).logY(), plot([1e15, 1e15 + 1]),
            plot([0, 1], [1e-9, 1]).logY().yRange(1e-3, 10), scatter([1], [1], labels: [String(repeating: "long ", count: 100)]),
            bar(["a"], [0]), histogram([3, 3, 3]), histogram([1e-310, 2e-310]), heatmap([[1]]), contour([[1, 1], [1, 1]]), jointPlot([1], [1]),
            plot([1, 2]).title(String(repeating: "A very long title ", count: 20)).xLabel(String(repeating: "x ", count: 300)),
            plot([1, 2], label: "a\nb").size(80, 80), plot((0..<60).map { [Double($0), 1] }, labels: (0..<60).map { "line \($0)" }),
            bar((0..<200).map { "name \($0)" }, (0..<200).map(Double.init)), networkDiagram([1]), computationGraph(["a -> b"]),
            plot([1, 2]).xRange(5, 4).yRange(100, 101), imageGrid([[0]]), plot([1, 2]).equalAspect(),
        ]
        for (index, figure) in hard.enumerated() {
            XCTAssertNoThrow(try figure.png(), "case \(index)")
            XCTAssertNoThrow(try figure.svg(), "case \(index)")
        }
    }

    func testADamagedFigureIsRefused() throws {
        var figure = heatmap([[1, 2], [3, 4]])
        guard var plot = figure.plot, case .heat(var heat)? = plot.marks.first else { return XCTFail("no table") }
        heat.rowCount = 200
        plot.marks = [.heat(heat)]
        figure.content = .plot(plot)
        XCTAssertEqual(message(figure), "the figure could not be drawn: its parts do not fit together")
    }

    func testAMillionPointsMakeASmallDocument() throws {
        var noise = Gallery.Noise(state: 3)
        let line = try plot((0..<1_000_000).map { _ in noise.uniform() }).svg()
        XCTAssertLessThan(line.utf8.count, 300_000)
        let dots = try scatter((0..<1_000_000).map { _ in noise.uniform() }, (0..<1_000_000).map { _ in noise.uniform() }).png()
        XCTAssertLessThan(dots.count, 500_000)
    }

    func testAVectorDrawingIsADocumentOfTheFiguresSize() throws {
        for (name, figure) in Gallery.figures where !name.contains("million") {
            let document = try figure.svg()
            let box = document.components(separatedBy: "viewBox=\"").dropFirst().first?.prefix { $0 != "\"" } ?? ""
            for (got, wanted) in zip(box.split(separator: " "), [0, 0, figure.width, figure.height]) {
                XCTAssertEqual(try XCTUnwrap(Double(got)), wanted, accuracy: 1e-3, name)
            }
            XCTAssertTrue(document.hasSuffix("</svg>\n"), name)
        }
    }

    // MARK: Labels

    func testLabelsStandBesideLargeDotsNotOnThem() {
        var noise = Gallery.Noise(state: 5)
        let points = (0..<8).map { _ in (x: 60 + 520 * noise.uniform(), y: 40 + 300 * noise.uniform()) }
        let radii = (0..<8).map { 4 + 1.7 * Double($0) }
        let sizes = points.map { _ in (width: 74.0, height: 11.5) }
        let placement = LabelPlacement(points: points, sizes: sizes, area: [0, 0, 640, 380], radii: radii)
        XCTAssertEqual(placement.leftOutCount, 0)
        for label in placement.labels {
            for (point, radius) in zip(points, radii) {
                let nearest = (
                    x: min(max(point.x, label.x), label.x + label.width), y: min(max(point.y, label.y), label.y + label.height))
                let distance = ((nearest.x - point.x) * (nearest.x - point.x) + (nearest.y - point.y) * (nearest.y - point.y)).squareRoot()
                XCTAssertGreaterThanOrEqual(distance, radius, "label \(label.index) lies on a dot")
            }
        }
    }

    func testFiftyTitlesDoNotCoverEachOther() {
        var noise = Gallery.Noise(state: 11)
        let points = (0..<50).map { _ in (x: 350 + 120 * noise.normal(), y: 250 + 90 * noise.normal()) }
        let sizes = Gallery.titles.map { (width: min(190, Double($0.count) * 5.6), height: 11.0) }
        let placement = LabelPlacement(points: points, sizes: sizes, area: [0, 0, 700, 500], radii: points.map { _ in 3.2 })
        XCTAssertEqual(placement.labels.count + placement.leftOutCount, 50)
        XCTAssertEqual(placement.leftOutCount, 0)
        for (index, a) in placement.labels.enumerated() {
            XCTAssertTrue(a.x >= 0 && a.y >= 0 && a.x + a.width <= 700 && a.y + a.height <= 500)
            for b in placement.labels[(index + 1)...] {
                let isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
                XCTAssertTrue(isApart, "\(Gallery.titles[a.index]) covers \(Gallery.titles[b.index])")
            }
        }
    }
}
