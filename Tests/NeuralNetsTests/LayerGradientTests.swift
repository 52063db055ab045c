import NeuralNets
import Tensors
import XCTest

/// Gradients of whole layers against finite differences.
final class LayerGradientTests: XCTestCase {
    override func setUp() { RandomStream.begin(seed: 11) }

    func testConvolutionAndPooling() throws {
        try check(Sequential(Conv2d(2, 3, kernelSize: 3, padding: 1), Tanh(), AvgPool2d(2), Flatten()), [2, 2, 4, 4])
        try check(Sequential(Conv2d(1, 2, kernelSize: 2, stride: 2), MaxPool2d(2), Flatten()), [1, 1, 8, 8])
    }

    func testNormalization() throws {
        try check(Sequential(BatchNorm2d(2), Flatten()), [3, 2, 2, 2])
        try check(BatchNorm1d(3), [4, 3, 2])
        try check(LayerNorm([2, 3]), [4, 2, 3])
    }

    func testActivations() throws {
        try check(Sequential(Linear(3, 4), GELU(), Linear(4, 2), Sigmoid()), [5, 3])
        try check(Sequential(Linear(3, 4), LogSoftmax()), [5, 3])
        try check(Sequential(Linear(3, 1), SigmoidRange(0.5, 5)), [5, 3])
    }

    func testResidualBlock() throws {
        // Small steps: the differences must not cross the kinks of its ReLUs.
        try check(ResidualBlock(2, 4, stride: 2), [2, 2, 4, 4], step: 1e-3, tolerance: 1e-2)
    }

    func testRecurrentLayersInBothDirections() throws {
        try check(RNN(3, 2, layers: 2, bidirectional: true), [4, 2, 3])
        try check(GRU(3, 2, bidirectional: true), [4, 2, 3])
        try check(LSTM(3, 2, layers: 2, bidirectional: true), [3, 2, 3])
    }

    func testALayerRunBackwardsIsTheLayerOnTheReversedSequence() throws {
        let both = RNN(3, 4, bidirectional: true)
        let single = RNN(3, 4)
        copy(Array(both.parameters()[4...]), into: single)
        let x = Tensor.normal([5, 2, 3])
        let reversed = stacked((0..<5).map { x[4 - $0] }, axis: 0)
        let forwards = single(reversed)
        let backwards = both(x)
        for step in 0..<5 {
            let expected = forwards[4 - step].doubles
            let actual = backwards[step].sliced(axis: -1, 4..<8).doubles
            for (a, e) in zip(actual, expected) { XCTAssertEqual(a, e, accuracy: 1e-6) }
        }
    }

    func testAnEmbeddingsGradientIsTheSumOverItsLookups() throws {
        let embedding = Embedding(4, 2)
        try withFaults { (embedding(Tensor([1, 3, 1])) * Tensor([1, 2, 10]).expandedDimensions(axis: 1)).sum().backward() }
        XCTAssertEqual(embedding.weight.gradient.doubles, [0, 0, 11, 11, 0, 0, 2, 2])
    }

    /// Compares the gradient of a random weighting of the output, for the input and every parameter.
    private func check(
        _ layer: Layer, _ shape: [Int], step h: Double = 1e-2, tolerance: Double = 2e-3, line: UInt = #line
    ) throws {
        let x = Tensor.normal(shape).requireGradient()
        let weights = withoutGradient { Tensor.normal(layer(x).shape) }
        func value() -> Double { withoutGradient { (layer(x) * weights).sum().item() } }
        try withFaults { (layer(x) * weights).sum().backward() }
        for tensor in [x] + layer.parameters().map({ $0 as Tensor }) {
            let gradient = tensor.gradient.doubles
            let start = tensor.doubles
            for index in stride(from: 0, to: start.count, by: max(1, start.count / 7)) {
                func at(_ shift: Double) -> Double {
                    var values = start
                    values[index] += shift
                    withoutGradient { tensor.assign(Tensor(values).reshaped(tensor.shape)) }
                    return value()
                }
                let difference = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h)
                withoutGradient { tensor.assign(Tensor(start).reshaped(tensor.shape)) }
                XCTAssertEqual(gradient[index], difference, accuracy: tolerance + tolerance * abs(difference), line: line)
            }
        }
    }
}
