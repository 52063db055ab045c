import Tensors
import XCTest

/// Tensors print as PyTorch prints them; the texts were recorded from PyTorch 2.15.
final class PrintingTests: XCTestCase {
    func testNumbersAreLaidOutAsPyTorchDoes() {
        let expected: [(Tensor, String)] = [
            (Tensor([1.0, 2.5, -3.25]), "tensor([ 1.0000,  2.5000, -3.2500])"),
            (Tensor([1, 2, 300]), "tensor([  1,   2, 300])"),
            (Tensor([1.0, 2.0, 3.0]), "tensor([1., 2., 3.])"),
            (Tensor(3.14159), "tensor(3.1416)"),
            (Tensor(7), "tensor(7)"),
            (Tensor([[0.5, 1.0], [2.0, -0.125]]), "tensor([[ 0.5000,  1.0000],\n        [ 2.0000, -0.1250]])"),
            (Tensor([true, false]), "tensor([ True, False])"),
            (Tensor([1e-6, 1.0]), "tensor([1.0000e-06, 1.0000e+00])"),
            (Tensor([0.001, 1000.5, 12345.678]), "tensor([1.0000e-03, 1.0005e+03, 1.2346e+04])"),
            (Tensor([Double.nan, 1, .infinity]), "tensor([nan, 1., inf])"),
            (Tensor([-Double.infinity, 0.5]), "tensor([  -inf, 0.5000])"),
            (Tensor.zeros([2, 3]), "tensor([[0., 0., 0.],\n        [0., 0., 0.]])"),
            (Tensor.zeros([0]), "tensor([])"),
            (Tensor.zeros([2, 0]), "tensor([], size=(2, 0))"),
            (
                Tensor.arange(30),
                "tensor([ 0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15, 16, 17,\n        18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29])"
            ),
            (
                Tensor.arange(20) / 8,
                "tensor([0.0000, 0.1250, 0.2500, 0.3750, 0.5000, 0.6250, 0.7500, 0.8750, 1.0000,\n        1.1250, 1.2500, 1.3750, 1.5000, 1.6250, 1.7500, 1.8750, 2.0000, 2.1250,\n        2.2500, 2.3750])"
            ),
            (Tensor.arange(2000), "tensor([   0,    1,    2,  ..., 1997, 1998, 1999])"),
            (
                Tensor.arange(2000) / 4,
                "tensor([0.0000e+00, 2.5000e-01, 5.0000e-01,  ..., 4.9925e+02, 4.9950e+02,\n        4.9975e+02])"
            ),
            (
                Tensor.arange(12).reshaped([2, 3, 2]),
                "tensor([[[ 0,  1],\n         [ 2,  3],\n         [ 4,  5]],\n\n        [[ 6,  7],\n         [ 8,  9],\n         [10, 11]]])"
            ),
            (Tensor([1e9, 1.0]), "tensor([1.0000e+09, 1.0000e+00])"),
            (Tensor([1, 2]).cast(.int32), "tensor([1, 2], dtype=torch.int32)"),
            (Tensor([0.0, -0.0, 1.5]), "tensor([0.0000, -0.0000, 1.5000])"),
        ]
        for (t, text) in expected { XCTAssertEqual("\(t)", text) }
    }

    func testRecordedTensorsNameTheirOrigin() {
        let x = Tensor([1.0, 2.0]).requireGradient()
        XCTAssertEqual("\(x)", "tensor([1., 2.], requires_grad=True)")
        XCTAssertEqual("\(x + 1)", "tensor([2., 3.], grad_fn=<AddBackward0>)")
        XCTAssertEqual("\(x.exp())", "tensor([2.7183, 7.3891], grad_fn=<ExpBackward0>)")
        XCTAssertEqual("\(x.sum())", "tensor(3., grad_fn=<SumBackward0>)")
        XCTAssertEqual("\(x.reshaped([2, 1]))", "tensor([[1.],\n        [2.]], grad_fn=<ViewBackward0>)")
    }

    func testTableAlignsItsColumns() {
        let table = TextTable(headers: ["name", "count"], rows: [["a", "1"], ["long", "200"]], alignments: [.left, .right])
        XCTAssertEqual("\(table)", "name  count\na         1\nlong    200")
    }
}
