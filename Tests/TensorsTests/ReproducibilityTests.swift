import Foundation
import Tensors
import XCTest

/// The same bits on every processor and with any number of threads, and close to the exact result.
final class ReproducibilityTests: XCTestCase {
    private static let functions: [(String, (Tensor) -> Tensor, (Double) -> Double, ClosedRange<Double>)] = [
        ("exp", { $0.exp() }, { Foundation.exp($0) }, -87...88),
        ("expm1", { $0.expm1() }, { Foundation.expm1($0) }, -20...80),
        ("log", { $0.log() }, { Foundation.log($0) }, 1e-30...1e30),
        ("log1p", { $0.log1p() }, { Foundation.log1p($0) }, -0.99...100),
        ("log2", { $0.log2() }, { Foundation.log2($0) }, 1e-3...1e3),
        ("log10", { $0.log10() }, { Foundation.log10($0) }, 1e-3...1e3),
        ("tanh", { $0.tanh() }, { Foundation.tanh($0) }, -10...10),
        ("sigmoid", { $0.sigmoid() }, { 1 / (1 + Foundation.exp(-$0)) }, -80...80),
        ("sin", { $0.sin() }, { Foundation.sin($0) }, -1e6...1e6),
        ("cos", { $0.cos() }, { Foundation.cos($0) }, -1e6...1e6),
        ("sin of large numbers", { $0.sin() }, { Foundation.sin($0) }, 1e10...1e37),
        ("tan", { $0.tan() }, { Foundation.tan($0) }, -100...100),
        ("atan", { $0.atan() }, { Foundation.atan($0) }, -50...50),
        ("erf", { $0.erf() }, { Foundation.erf($0) }, -5...5),
        ("softplus", { $0.softplus() }, { max($0, 0) + Foundation.log1p(Foundation.exp(-abs($0))) }, -50...50),
        ("gelu", { $0.gelu() }, { $0 * 0.5 * Foundation.erfc(-$0 * 0.5.squareRoot()) }, -8...8),
        ("sqrt", { $0.sqrt() }, { $0.squareRoot() }, 0...1e10),
        ("rsqrt", { $0.rsqrt() }, { 1 / $0.squareRoot() }, 1e-6...1e6),
        ("pow", { $0.pow(2.7) }, { Foundation.pow($0, Double(Float(2.7))) }, 1e-3...1e3),
    ]

    func testFunctionsAreWithinTwoUnitsOfTheLastPlace() {
        RandomStream.begin(seed: 7)
        for (name, function, reference, range) in Self.functions {
            var x = Tensor.uniform([20011], low: range.lowerBound, high: range.upperBound).floats
            // Small ones too, where the range has them.
            if range.contains(0.5) { x += Tensor.uniform([4001], low: max(-1, range.lowerBound), high: 1).floats.filter { range.contains(Double($0)) } }
            let y = function(Tensor(floats: x, shape: [x.count])).floats
            var worst = 0.0
            var at: Float = 0
            for (a, b) in zip(x, y) {
                let exact = reference(Double(a))
                let error = abs(Double(b) - exact) / Double(max(Float(abs(exact)).ulp, Float.leastNormalMagnitude.ulp))
                if error > worst { (worst, at) = (error, a) }
            }
            XCTAssertLessThanOrEqual(worst, 2, "\(name) at \(at)")
        }
    }

    func testLimitsOfTheFunctions() {
        let x = Tensor([-Double.infinity, -1e30, -1, -0.0, 0, 1e30, .infinity, .nan])
        XCTAssertEqual(x.exp().doubles.prefix(7), [0, 0, Double(Float(Foundation.exp(-1.0))), 1, 1, .infinity, .infinity])
        XCTAssertEqual(x.tanh().doubles.prefix(2), [-1, -1])
        XCTAssertEqual(x.log().doubles[4], -.infinity)
        XCTAssertTrue(x.log().doubles[2].isNaN)
        for f in [x.exp(), x.log(), x.tanh(), x.sigmoid(), x.sin(), x.erf(), x.relu(), x.gelu(), x.atan()] { XCTAssertTrue(f.doubles[7].isNaN) }
        XCTAssertTrue(x.sin().doubles[6].isNaN)
    }

    /// Results of many operations on one set of numbers.
    private func results() -> [[Float]] {
        RandomStream.begin(seed: 3)
        var all: [[Float]] = []
        let a = Tensor.randn([37, 300])
        let b = Tensor.randn([300, 41])
        let big = Tensor.randn([131, 900])
        let x = Tensor.randn([70001])
        for (_, f, _, _) in Self.functions { all.append(f(x.abs() + 0.01).floats) }
        all.append(a.matmul(b).floats)
        all.append(b.transposed().matmul(a.transposed()).floats)
        all.append(a.transposed().matmul(a).floats)
        all.append(big.matmul(big.transposed()).floats)
        all.append(big.linear(Tensor.randn([70, 900]), bias: Tensor.randn([70]), activation: .tanh).floats)
        for y in [x.sum(), x.mean(), a.sum(axis: 0), a.sum(axis: 1), a.max(axis: 0), a.variance(axis: 1), x.norm(), x.dot(x)] { all.append(y.floats) }
        all.append(a.softmax(axis: 1).floats)
        all.append(a.logSoftmax(axis: 0).floats)
        all.append((a * a.mean(axis: 0) - a / 3).floats)
        let p = Tensor.randn([300, 41]).requireGradient()
        (a.matmul(p).tanh().square().mean() + p.sigmoid().sum() * 0.01).backward()
        all.append(p.gradient.floats)
        return all
    }

    func testVariantsAndThreadsGiveTheSameBits() throws {
        let threads = Threads.count
        defer { Threads.count = threads }
        Threads.count = 1
        let reference = try Processor.with(.baseline) { results() }
        for variant in Processor.variants {
            for count in [1, 2, 3] {
                Threads.count = count
                let other = try Processor.with(variant) { results() }
                for (i, (a, b)) in zip(reference, other).enumerated() {
                    XCTAssertEqual(a.map(\.bitPattern), b.map(\.bitPattern), "result \(i), \(variant), \(count) threads")
                }
            }
        }
    }

    func testRandomNumbersDependOnSeedAndStepAlone() {
        RandomStream.begin(seed: 42, step: "train")
        let a = Tensor.randn([1000])
        RandomStream.begin(seed: 42, step: "other")
        let b = Tensor.randn([1000])
        RandomStream.begin(seed: 42, step: "train")
        XCTAssertEqual(a.floats, Tensor.randn([1000]).floats)
        XCTAssertNotEqual(a.floats, b.floats)
    }

    func testDistributionsHaveTheirMoments() {
        RandomStream.begin(seed: 1)
        let normal = Tensor.normal([100_000], mean: 2, standardDeviation: 3)
        XCTAssertEqual(normal.mean().item(), 2, accuracy: 0.05)
        XCTAssertEqual(normal.std().item(), 3, accuracy: 0.05)
        let uniform = Tensor.uniform([100_000], low: -1, high: 3)
        XCTAssertEqual(uniform.mean().item(), 1, accuracy: 0.02)
        XCTAssertGreaterThanOrEqual(uniform.min().item(), -1)
        XCTAssertLessThan(uniform.max().item(), 3)
        XCTAssertLessThanOrEqual(Tensor.truncatedNormal([10_000], standardDeviation: 0.01).abs().max().item(), 0.02001)
        XCTAssertEqual(Tensor.bernoulli([100_000], probability: 0.3).mean().item(), 0.3, accuracy: 0.01)
        XCTAssertEqual(RandomStream.current.permutation(100).sorted(), Array(0..<100))
    }
}
