import LessonKit
import XCTest

/// Figures of tensors show the numbers that the tensors hold.
final class TensorFigureTests: XCTestCase {
    /// The fault that an action reports; nil when it reports none.
    private func fault(_ action: () -> Void) -> String? {
        do {
            try withFaults(action)
            return nil
        } catch {
            return "\(error)"
        }
    }

    func testFiguresOfTensorsAreThoseOfTheirNumbers() {
        let y = Tensor([1.0, 4, 2])
        let x = Tensor([0.5, 1, 2])
        XCTAssertEqual(plot(y, label: "loss"), plot([1, 4, 2], label: "loss"))
        XCTAssertEqual(plot(x, y, markers: true), plot([0.5, 1, 2], [1, 4, 2], markers: true))
        XCTAssertEqual(scatter(x, y, labels: ["a", "b", "c"]), scatter([0.5, 1, 2], [1, 4, 2], labels: ["a", "b", "c"]))
        XCTAssertEqual(jointPlot(x, y), jointPlot([0.5, 1, 2], [1, 4, 2]))
        XCTAssertEqual(histogram(y, bins: 3), histogram([1, 4, 2], bins: 3))
        XCTAssertEqual(bar(["a", "b", "c"], y), bar(["a", "b", "c"], [1, 4, 2]))
        XCTAssertEqual(plot(y).series(x).series(x, y).points(x, y), plot([1, 4, 2]).series([0.5, 1, 2]).series([0.5, 1, 2], [1, 4, 2]).points([0.5, 1, 2], [1, 4, 2]))
    }

    func testAMatrixIsRowsOfCellsOrALineForEachRow() {
        let matrix = Tensor([1.0, 2, 3, 4, 5, 6]).reshaped([2, 3])
        XCTAssertEqual(heatmap(matrix), heatmap([[1, 2, 3], [4, 5, 6]]))
        XCTAssertEqual(plot(matrix), plot([[1, 2, 3], [4, 5, 6]]))
        XCTAssertEqual(plot(matrix).plot?.marks.count, 2)
        XCTAssertEqual(histogram(matrix, bins: 2), histogram([1, 2, 3, 4, 5, 6], bins: 2))
    }

    func testPicturesOfAnyLeadingShape() {
        let three = Tensor.arange(0, 24).reshaped([3, 2, 4])
        let expected = imageGrid((0..<3).map { image in (0..<8).map { Double(image * 8 + $0) } }, imageWidth: 4)
        XCTAssertEqual(imageGrid(three), expected)
        XCTAssertEqual(imageGrid(three.reshaped([3, 1, 2, 4])), expected)
        XCTAssertEqual(imageGrid(three[0]), imageGrid([[[0, 1, 2, 3], [4, 5, 6, 7]]], columns: 1))
    }

    func testATensorOfTheWrongShapeIsAFaultThatNamesBoth() {
        let matrix = Tensor.ones([2, 3])
        XCTAssertEqual(fault { _ = scatter(matrix, matrix) }?.contains("scatter: a tensor of one axis is needed, not [2, 3]"), true)
        XCTAssertEqual(fault { _ = heatmap(Tensor.ones([4])) }?.contains("heatmap: a tensor of two axes is needed, not [4]"), true)
        XCTAssertEqual(fault { _ = imageGrid(Tensor.ones([2, 3, 4, 4])) }?.contains("imageGrid: pictures of one channel are needed"), true)
        XCTAssertEqual(fault { _ = imageGrid(Tensor.ones([5])) }?.contains("imageGrid: pictures are a tensor [count, height, width], not [5]"), true)
        XCTAssertNil(fault { _ = plot(Tensor.ones([1, 3, 1])) }, "axes of length 1 do not matter")
    }
}
