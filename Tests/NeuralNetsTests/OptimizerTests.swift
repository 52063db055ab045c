import NeuralNets
import Tensors
import XCTest

final class OptimizerTests: XCTestCase {
    /// The numbers are those of PyTorch 2.15 in float64. A decay of 0.999 that was rounded before it was taken from 1
    /// would show in the sixth digit.
    func testTheFirstStepIsExactToARounding() {
        let rules: [(name: String, rule: UpdateRule, size: Double)] = [
            ("Adam", .adam(learningRate: 1), 1), ("AdamW", .adamW(learningRate: 1, weightDecay: 0), 1),
            ("RMSprop", .rmsProp(learningRate: 1), 10),
        ]
        for (name, rule, size) in rules {
            let parameter = Parameter(Tensor.zeros([4]))
            let optimizer = Optimizer(rule, parameters: [parameter])
            (parameter * Tensor([1, -0.5, 3, 0.25])).sum().backward()
            optimizer.step()
            for (moved, sign) in zip(parameter.doubles, [-1.0, 1, -1, -1]) {
                XCTAssertEqual(moved, sign * size, accuracy: 5e-7 * size, name)
            }
        }
    }
}
