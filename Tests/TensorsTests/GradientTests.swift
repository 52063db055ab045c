import Tensors
import XCTest

final class GradientTests: XCTestCase {
    /// Compares the gradient of Σ w·f(x) with central differences.
    private func check(_ name: String, _ shape: [Int], low: Double = -2, high: Double = 2, _ f: (Tensor) -> Tensor) {
        let x = Tensor.uniform(shape, low: low, high: high)
        let w = withoutGradient { Tensor.uniform(f(x).shape, low: 0.5, high: 1.5) }
        let exact = valueAndGradient(of: { (f($0) * w).sum() }, at: x).gradient.doubles
        let h = 1e-2
        for i in 0..<x.count {
            func value(_ shift: Double) -> Double {
                var v = x.doubles
                v[i] += shift
                let y = f(Tensor(v, shape: shape))
                return zip(y.doubles, w.doubles).reduce(0) { $0 + $1.0 * $1.1 }
            }
            // Richardson's step takes away the error of second order.
            let d = (8 * (value(h / 2) - value(-h / 2)) - (value(h) - value(-h))) / (6 * h)
            XCTAssertEqual(exact[i], d, accuracy: 4e-3 * max(1, abs(d)), "\(name), element \(i)")
        }
    }

    func testEveryRuleAgreesWithDifferences() {
        RandomStream.begin(seed: 11)
        let other = Tensor.uniform([3, 4], low: 0.5, high: 2)
        let row = Tensor.uniform([4], low: 0.5, high: 2)
        let m = Tensor.randn([4, 5])
        check("+", [3, 4]) { $0 + row }
        check("-", [4]) { other - $0 }
        check("*", [3, 1]) { $0 * other }
        check("/", [3, 4], low: 0.5) { row / $0 }
        check("/ left", [1, 4]) { $0 / other }
        check("neg", [3]) { -$0 }
        check("scalar", [3], low: 0.5) { 2 / ($0 * 3 + 1) - (1 - $0) / 4 }
        check("exp", [4]) { $0.exp() }
        check("expm1", [4]) { $0.expm1() }
        check("log", [4], low: 0.5) { $0.log() }
        check("log1p", [4], low: 0) { $0.log1p() }
        check("log2", [4], low: 0.5) { $0.log2() }
        check("log10", [4], low: 0.5) { $0.log10() }
        check("sqrt", [4], low: 0.5) { $0.sqrt() }
        check("rsqrt", [4], low: 0.5) { $0.rsqrt() }
        check("abs", [4], low: 0.3) { $0.abs() }
        check("tanh", [4]) { $0.tanh() }
        check("sigmoid", [4]) { $0.sigmoid() }
        check("sigmoid range", [4]) { $0.sigmoid(low: 0, high: 5.5) }
        check("relu", [4], low: 0.1) { $0.relu() }
        check("leakyRelu", [4], low: -2, high: -0.1) { $0.leakyRelu() }
        check("silu", [4]) { $0.silu() }
        check("square", [4]) { $0.square() }
        check("sin", [4]) { $0.sin() }
        check("cos", [4]) { $0.cos() }
        check("tan", [4], low: -1, high: 1) { $0.tan() }
        check("atan", [4]) { $0.atan() }
        check("atan2", [3, 4], low: 0.5) { $0.atan2(other) }
        check("softplus", [4]) { $0.softplus() }
        check("gelu", [4]) { $0.gelu() }
        check("erf", [4]) { $0.erf() }
        check("reciprocal", [4], low: 0.5) { $0.reciprocal() }
        check("pow", [4], low: 0.5) { $0.pow(3.5) }
        check("pow of both", [3, 4], low: 0.5) { $0.pow(other) + other.pow($0) }
        check("clamped", [4], low: 0.1, high: 0.9) { $0.clamped(low: 0, high: 1) }
        check("maximum", [3, 4], low: 2.1, high: 3) { $0.maximum(other) + $0.minimum(other) }
        check("which", [3, 4]) { which(other .> 1, $0, $0 * 2) }
        check("sum", [2, 3, 2]) { $0.sum(axis: 1) * $0.sum() }
        check("sum axes", [2, 3, 2]) { $0.sum(axes: [0, 2]) }
        check("mean", [2, 3]) { $0.mean(axis: 0) + $0.mean() }
        check("product", [2, 3], low: 0.5) { $0.product(axis: 1) }
        check("max", [3, 2]) { $0.max(axis: 0) + $0.min() }
        check("variance", [5, 2]) { $0.variance(axis: 0) + $0.variance() }
        check("std", [5]) { $0.std() }
        check("norm", [2, 3], low: 0.5) { $0.norm() + $0.norm(axis: 1).sum() + $0.norm(p: 3) }
        check("cumsum", [3, 2]) { $0.cumsum(axis: 0) }
        check("logSumExp", [2, 3]) { $0.logSumExp(axis: 1) }
        check("softmax", [2, 3]) { $0.softmax(axis: 1) + $0.softmax(axis: 0) }
        check("logSoftmax", [2, 3]) { $0.logSoftmax(axis: 0) }
        check("matmul", [3, 4]) { $0.matmul(m) }
        check("matmul right", [4, 2]) { m.transposed().matmul($0) }
        check("matmul vector", [4]) { $0.matmul(m) }
        check("matmul stack", [2, 3, 4]) { $0.matmul($0.transposed(1, 2)) }
        check("outer", [3]) { $0.outer($0) }
        check("linear", [3, 4]) { $0.linear(m.transposed(), bias: Tensor.ones([5]), activation: .tanh) }
        check("linear weight", [5, 4]) { other.linear($0, activation: .relu) }
        check("rowDot", [3, 4]) { $0.rowDot(other) }
        check("cosine", [3, 4], low: 0.2) { $0.cosineSimilarity(other) }
        check("reshaped", [2, 6]) { $0.transposed().reshaped([3, 4]) * other }
        check("axes", [2, 3, 2]) { $0.transposed(axes: [2, 0, 1]).expandedDimensions(axis: 1).squeezed(axis: 1) }
        check("slice", [4, 5]) { $0[1..<3, 2...] * $0[0..<2, 0..<3] }
        check("step", [6]) { $0.sliced(axis: 0, 0..<6, step: 2) }
        check("select", [3, 4]) { $0[1] * $0[0..., 1].sum() }
        check("windows", [6]) { $0.windows(size: 3).square() }
        check("broadcast", [1, 4]) { $0.broadcast(to: [3, 4]) * other }
        check("concatenated", [2, 2]) { concatenated([$0, $0 * 2], axis: 1) }
        check("stacked", [2, 2]) { stacked([$0, $0.exp()], axis: 2) }
        check("take", [4, 2]) { $0.take(Tensor([3, 0, 3])) }
        check("take axis", [2, 4]) { $0.take(Tensor([[1, 1], [0, 3]]), axis: 1) }
        check("gathered", [2, 3]) { $0.gathered(Tensor([[0, 2], [1, 1]]), axis: 1) }
        check("masked", [2, 3]) { $0.masked(Tensor([[1, 0, 1], [0, 1, 0]]).cast(.bool)) }
        check("diagonal", [3, 4]) { $0.diagonal(1) + $0.tril().sum() }
        check("flipped", [4]) { $0.flipped(axis: 0).cumsum(axis: 0) }
        check("sorted", [5]) { $0.sorted().cumsum(axis: 0) }
        check("conv2d", [1, 2, 5, 5]) { $0.conv2d(Tensor.linspace(-1, 1, count: 54).reshaped([3, 2, 3, 3]), stride: 2, padding: 1) }
        check("conv2d filters", [2, 1, 2, 2]) { Tensor.linspace(-1, 1, count: 16).reshaped([1, 1, 4, 4]).conv2d($0) }
        check("maxPool2d", [1, 1, 4, 4]) { $0.maxPool2d(2) }
        check("avgPool2d", [1, 1, 4, 4]) { $0.avgPool2d(3, stride: 1, padding: 1) }
        check("adaptive", [1, 2, 5, 4]) { $0.adaptiveAvgPool2d(2) }
    }

    func testHessianOfARosenbrockFunction() {
        // f = (1 - x)² + 100 (y - x²)² has the Hessian [[1200x² - 400y + 2, -400x], [-400x, 200]].
        let h = hessian(of: { p in (1 - p[0]).square() + 100 * (p[1] - p[0].square()).square() }, at: Tensor([0.5, 0.25]))
        XCTAssertTrue(h.isClose(Tensor([[202.0, -200], [-200, 200]]), relative: 1e-4, absolute: 1e-3), "\(h)")
    }

    func testJacobianOfALinearMapIsItsMatrix() {
        let m = Tensor([[1.0, 2], [3, 4], [5, 6]])
        XCTAssertTrue(jacobian(of: { m.matmul($0) }, at: Tensor([0.1, 0.2])).elementsEqual(m))
    }

    func testGradientsAddUpUntilTheyAreZeroed() {
        let x = Tensor([1.0, 2.0]).requireGradient()
        x.square().sum().backward()
        x.square().sum().backward()
        XCTAssertEqual(x.gradient.doubles, [4, 8])
        x.zeroGradient()
        XCTAssertFalse(x.hasGradient)
    }

    func testRowsOfATableKeepTheirGradientAsRows() {
        let table = Tensor.ones([1000, 2]).requireGradient()
        (table.take(Tensor([5, 7, 5])) * Tensor([[1.0], [2.0], [3.0]])).sum().backward()
        XCTAssertEqual(table.rowGradient?.rows.ints, [5, 7])
        XCTAssertEqual(table.rowGradient?.values.doubles, [4, 4, 2, 2])
        XCTAssertEqual(table.gradient.sum().item(), 12)
    }

    func testLongChainsAreFreedWithoutRecursion() {
        let x = Tensor(1.0).requireGradient()
        var y = x * 1
        for _ in 0..<200_000 { y = y + 1 }
        XCTAssertEqual(y.item(), 200_001)
        y = x * 1
        XCTAssertEqual(y.item(), 1)
    }

    func testMemoryIsFlatOverAThousandSteps() {
        let w = Tensor.randn([64, 64]).requireGradient()
        let x = Tensor.randn([32, 64])
        var after: [Int] = []
        for step in 0..<1000 {
            x.linear(w, activation: .tanh).square().mean().backward()
            withoutGradient { w -= 0.01 * w.gradient }
            w.zeroGradient()
            if step % 100 == 99 { after.append(MemoryBudget.used) }
        }
        XCTAssertEqual(after.first, after.last)
    }
}
