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

    private let rules: [UpdateRule] = [
        .sgd(learningRate: 0.1, momentum: 0.9, weightDecay: 1e-3),
        .sgd(learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 1e-3),
        UpdateRule(.sgd(momentum: 0.9, nesterov: false, dampening: 0.1), learningRate: 0.1, weightDecay: 0),
        .sgd(learningRate: 0.1, weightDecay: 1e-3),
        .adam(learningRate: 0.01, weightDecay: 1e-3),
        .adamW(learningRate: 0.01),
    ]

    private func bits(_ tensor: Tensor) -> [UInt32] { tensor.detached().floats.map(\.bitPattern) }

    /// Trains a table of which each step touches a few rows.
    ///
    /// - Parameters:
    ///   - dense: whether each gradient is made one of the whole table.
    ///   - looks: the steps after which somebody reads the table.
    private func train(
        _ table: Parameter, _ optimizer: Optimizer, steps: Int, dense: Bool = false, looks: Set<Int> = []
    ) -> [[UInt32]] {
        var seen: [[UInt32]] = []
        let height = table.shape[0]
        for step in 0..<steps {
            let rows = Tensor((0..<24).map { ($0 * $0 * 31 + step * (7 + $0 % 3)) % height })
            optimizer.zeroGradients()
            (table.take(rows).square() * 0.5 + table.take(rows)).sum().backward()
            if dense { _ = table.gradient }
            optimizer.learningRate = 0.1 / Double(step + 1)
            optimizer.step()
            if looks.contains(step) { seen.append(bits(table)) }
        }
        return seen
    }

    func testTouchedRowsLeaveTheBitsOfAWholeGradient() {
        let start = Tensor.normal([1501, 50])
        for rule in rules {
            let (rows, whole) = (Parameter(start), Parameter(start))
            let (rowsOptimizer, wholeOptimizer) = (Optimizer(rule, parameters: [rows]), Optimizer(rule, parameters: [whole]))
            let seen = train(rows, rowsOptimizer, steps: 45, looks: [3, 4, 22])
            XCTAssertEqual(seen, train(whole, wholeOptimizer, steps: 45, dense: true, looks: [3, 4, 22]), "\(rule)")
            for (slots, others) in zip(rowsOptimizer.memory.slots, wholeOptimizer.memory.slots) {
                for (slot, other) in zip(slots, others) { XCTAssertEqual(bits(slot), bits(other), "\(rule)") }
            }
            XCTAssertEqual(bits(rows), bits(whole), "\(rule)")
        }
    }

    func testATableHasItsLastStepsWhenTheOptimizerIsGone() {
        let start = Tensor.normal([1501, 50])
        for rule in rules {
            let (rows, whole) = (Parameter(start), Parameter(start))
            _ = train(rows, Optimizer(rule, parameters: [rows]), steps: 7)
            _ = train(whole, Optimizer(rule, parameters: [whole]), steps: 7, dense: true)
            XCTAssertEqual(bits(rows), bits(whole), "\(rule)")
        }
    }

    func testTwoOptimizersOfOneTableSeeEachOthersSteps() {
        let start = Tensor.normal([1501, 50])
        func end(dense: Bool) -> [UInt32] {
            let table = Parameter(start)
            let optimizers = [Optimizer(rules[0], parameters: [table]), Optimizer(rules[4], parameters: [table])]
            for turn in 0..<6 { _ = train(table, optimizers[turn % 2], steps: 5, dense: dense) }
            return bits(table)
        }
        XCTAssertEqual(end(dense: false), end(dense: true))
    }

    func testStepsOfChangingRulesAreMadeInOrder() {
        let start = Tensor.normal([1501, 50])
        func end(dense: Bool) -> [UInt32] {
            let table = Parameter(start)
            let optimizer = Optimizer(rules[0], parameters: [table])
            for rule in [rules[0], rules[1], rules[2], rules[0]] {
                optimizer.rule = rule
                _ = train(table, optimizer, steps: 6, dense: dense)
            }
            return bits(table)
        }
        XCTAssertEqual(end(dense: false), end(dense: true))
    }
}
