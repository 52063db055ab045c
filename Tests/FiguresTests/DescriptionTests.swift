import Figures
import XCTest

final class DescriptionTests: XCTestCase {
    func testEveryPNGSaysWhatItShows() throws {
        for (name, figure) in Gallery.figures where !name.contains("million") {
            let read = try FigureDescription(pngData: figure.png())
            XCTAssertEqual(read, FigureDescription(figure), name)
            XCTAssertEqual(read.differences(from: FigureDescription(figure)), [], name)
            XCTAssertFalse(read.alternative.isEmpty, name)
            XCTAssertLessThan(try read.json().utf8.count, 16_000, name)
        }
    }

    func testSummaries() {
        XCTAssertEqual(
            plot([2.5, 1, 0.5], label: "training").xLabel("epoch").yLabel("loss").alternativeText,
            "Line plot of loss against epoch: training goes from 2.5 to 0.5 (3 values).")
        XCTAssertEqual(bar(["a", "b"], [1, 2]).alternativeText, "Bar chart: a 1, b 2.")
        XCTAssertEqual(networkDiagram([784, 10], names: ["in", "out"]).alternativeText, "Network of 2 layers: in 784, out 10.")
        XCTAssertEqual(plot([1]).alt("My words").alternativeText, "My words")
    }

    func testDifferencesAreReadable() {
        let expected = FigureDescription(plot([1, 2, 3], label: "loss").yLabel("loss"))
        XCTAssertEqual(
            FigureDescription(plot([1, 2.5, 3], label: "loss").yLabel("loss")).differences(from: expected, tolerance: 0.01),
            ["\"loss\": y[1] is 2.5; expected: 2"])
        XCTAssertEqual(
            FigureDescription(plot([1, 2, 3], label: "loss").yLabel("error")).differences(from: expected),
            ["y axis: label is \"error\"; expected: \"loss\""])
        XCTAssertEqual(FigureDescription(plot([1, 2.001, 3], label: "loss").yLabel("loss")).differences(from: expected, tolerance: 0.01), [])
        XCTAssertEqual(FigureDescription(histogram([1, 2])).differences(from: expected), ["it is a histogram figure; expected: line"])
        XCTAssertEqual(FigureDescription(plot([1, .nan, 3], label: "loss").yLabel("loss")).differences(from: expected, tolerance: 10),
            ["1 values are not shown; expected: 0", "\"loss\": y[1] is nan; expected: 2"])
    }

    func testOneOfManyValuesIsNoticed() {
        var values = (0..<10_000).map { Double($0 % 100) }
        let expected = FigureDescription(plot(values))
        values[1234] += 0.001
        let found = FigureDescription(plot(values)).differences(from: expected)
        XCTAssertEqual(found.count, 1)
        XCTAssertEqual(FigureDescription(plot(values)).differences(from: expected, tolerance: 1e-3), [])
    }

    func testLaterVersionsAreRefused() {
        XCTAssertThrowsError(try FigureDescription(json: "{\"version\": 9}")) { XCTAssertEqual($0 as? PNGError, .unknownVersion(9)) }
        XCTAssertThrowsError(try FigureDescription(json: "nonsense"))
    }
}
