import FixtureSupport
import Tensors
import XCTest

/// Every operation of the fixtures gives PyTorch's values and gradients.
final class ParityTests: XCTestCase {
    func testOperationsGiveTheReferenceValuesAndGradients() throws {
        guard let folder = Fixture.folder() else { throw XCTSkip("no fixtures beside the package") }
        let fixture = try Fixture(folder: folder)
        var seen = 0
        for c in fixture.cases where c.group == "op" {
            seen += 1
            let inputs = try c.inputs.map { try fixture.tensor($0) }
            let hasGradients = !c.upstream.isEmpty
            if hasGradients { for x in inputs where x.dtype == .float32 { x.requireGradient() } }
            guard let result = Self.run(c, inputs) else {
                XCTFail("\(c.name): the operation \(c.op) is unknown")
                continue
            }
            if let problem = try fixture.difference(result, c.outputs[0], relative: c.relative, absolute: c.absolute) {
                XCTFail("\(c.name): \(problem)")
            }
            guard hasGradients else { continue }
            result.backward(try fixture.tensor(c.upstream[0]))
            let floating = inputs.filter { $0.dtype == .float32 }
            for (x, key) in zip(floating, c.gradients) {
                guard let key else { continue }
                if let problem = try fixture.difference(x.gradient, key, relative: c.relative, absolute: c.absolute) {
                    XCTFail("\(c.name): gradient \(problem)")
                }
            }
        }
        XCTAssertGreaterThan(seen, 0)
    }

    func testPrincipalComponentsAreThoseOfScikitLearn() throws {
        guard let folder = Fixture.folder() else { throw XCTSkip("no fixtures beside the package") }
        let fixture = try Fixture(folder: folder)
        for c in fixture.cases where c.group == "linalg" {
            guard c.op == "pca", let n = c.attributes["n"] as? Int else {
                XCTFail("\(c.name): the operation \(c.op) is unknown")
                continue
            }
            let e = try fixture.tensor(c.inputs[0])
            let pca = PCA(e.transposed(), components: n)
            let expected = try fixture.stored(c.outputs[0])
            let width = expected.shape[1]
            // Each row is determined up to its sign.
            var rows = pca.components.rows
            for i in 0..<n {
                let along = (0..<width).reduce(0.0) { $0 + rows[i][$1] * expected.values[i * width + $1] }
                if along < 0 { rows[i] = rows[i].map { -$0 } }
            }
            XCTAssertNil(try fixture.difference(Tensor(rows), c.outputs[0], relative: c.relative, absolute: c.absolute))
            XCTAssertNil(
                try fixture.difference(pca.explainedVarianceRatio, c.outputs[1], relative: c.relative, absolute: c.absolute))
        }
    }

    /// The operation of a case, or nil for one that is not known.
    private static func run(_ c: Fixture.Case, _ x: [Tensor]) -> Tensor? {
        let a = c.attributes
        func integer(_ key: String) -> Int { (a[key] as? Int) ?? 0 }
        let axis = a["dim"] as? Int
        let keep = (a["keepdim"] as? Bool) ?? false
        func reduced(_ whole: (Tensor) -> Tensor, _ part: (Tensor, Int) -> Tensor) -> Tensor {
            guard let axis else { return keep ? whole(x[0]).reshaped(x[0].shape.map { _ in 1 }) : whole(x[0]) }
            return part(x[0], axis)
        }
        switch c.op {
        case "add": return x[0] + x[1]
        case "sub": return x[0] - x[1]
        case "mul": return x[0] * x[1]
        case "div": return x[0] / x[1]
        case "maximum": return x[0].maximum(x[1])
        case "minimum": return x[0].minimum(x[1])
        case "neg": return -x[0]
        case "exp": return x[0].exp()
        case "log": return x[0].log()
        case "sqrt": return x[0].sqrt()
        case "abs": return x[0].abs()
        case "tanh": return x[0].tanh()
        case "sigmoid": return x[0].sigmoid()
        case "relu": return x[0].relu()
        case "square": return x[0].square()
        case "sin": return x[0].sin()
        case "cos": return x[0].cos()
        case "softplus": return x[0].softplus()
        case "gelu": return x[0].gelu()
        case "pow": return x[0].pow((a["exponent"] as? Double) ?? .nan)
        case "clamp": return x[0].clamped(low: a["min"] as? Double, high: a["max"] as? Double)
        case "sum": return reduced({ $0.sum() }, { $0.sum(axis: $1, keepDims: keep) })
        case "mean": return reduced({ $0.mean() }, { $0.mean(axis: $1, keepDims: keep) })
        case "max": return reduced({ $0.max() }, { $0.max(axis: $1, keepDims: keep) })
        case "min": return reduced({ $0.min() }, { $0.min(axis: $1, keepDims: keep) })
        case "var": return reduced({ $0.variance() }, { $0.variance(axis: $1, keepDims: keep) })
        case "std": return reduced({ $0.std() }, { $0.std(axis: $1, keepDims: keep) })
        case "logsumexp": return reduced({ $0.logSumExp() }, { $0.logSumExp(axis: $1, keepDims: keep) })
        case "argmax": return reduced({ $0.argMax() }, { $0.argMax(axis: $1, keepDims: keep) })
        case "argmin": return reduced({ $0.argMin() }, { $0.argMin(axis: $1, keepDims: keep) })
        case "argsort": return x[0].argSort(axis: axis ?? -1, descending: (a["descending"] as? Bool) ?? false)
        case "cumsum": return x[0].cumsum(axis: axis ?? 0)
        case "softmax": return x[0].softmax(axis: axis ?? -1)
        case "log_softmax": return x[0].logSoftmax(axis: axis ?? -1)
        case "matmul": return x[0].matmul(x[1])
        case "matmul_nt": return x[0].matmul(x[1].transposed())
        case "matmul_tn": return x[0].transposed().matmul(x[1])
        case "outer": return x[0].outer(x[1])
        case "transpose":
            guard let d = a["dims"] as? [Int] else { return nil }
            return x[0].transposed(d[0], d[1])
        case "permute": return (a["dims"] as? [Int]).map { x[0].transposed(axes: $0) }
        case "reshape": return (a["shape"] as? [Int]).map { x[0].transposed().reshaped($0) }
        case "cat": return concatenated(x, axis: axis ?? 0)
        case "stack": return stacked(x, axis: axis ?? 0)
        case "slice":
            guard let ranges = a["ranges"] as? [[Any]] else { return nil }
            var y = x[0]
            for (d, r) in ranges.enumerated() {
                y = y.sliced(axis: d, ((r[0] as? Int) ?? 0)..<((r[1] as? Int) ?? y.size(d)), step: (r[2] as? Int) ?? 1)
            }
            return y
        case "select": return x[0].selected(axis: axis ?? 0, integer("index"))
        case "index_select": return x[0].take(x[1])
        case "gather": return x[0].gathered(x[1], axis: axis ?? 0)
        case "expand": return (a["shape"] as? [Int]).map { x[0].broadcast(to: $0) }
        case "squeeze": return x[0].squeezed(axis: axis ?? 0)
        case "unsqueeze": return x[0].expandedDimensions(axis: axis ?? 0)
        case "where": return which(x[0] .> 0, x[0], x[1])
        case "norm": return x[0].norm()
        case "cosine_similarity": return x[0].cosineSimilarity(x[1], axis: axis ?? 1)
        case "one_hot": return x[0].oneHot(integer("classes"))
        case "conv2d": return x[0].conv2d(x[1], bias: x.count > 2 ? x[2] : nil, stride: (a["stride"] as? Int) ?? 1, padding: integer("padding"))
        case "max_pool2d": return x[0].maxPool2d(integer("kernel"))
        case "adaptive_avg_pool2d": return x[0].adaptiveAvgPool2d((a["size"] as? Int) ?? 1)
        case "shared": return shared(x[0])
        default: return nil
        }
    }

    private static func shared(_ x: Tensor) -> Tensor {
        let y = x * x
        return x * (y.sum() + x.sum())
    }
}
