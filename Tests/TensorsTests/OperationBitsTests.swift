import Tensors
import XCTest

/// Every operation, with its gradient, on random shapes: the same bits by every variant of the kernels and with any
/// number of threads.
final class OperationBitsTests: XCTestCase {
    /// An operation and the shapes that it takes; values are drawn from `range`.
    private struct Operation {
        let name: String
        var range = 0.2...1.8
        let shapes: (RandomStream) -> [[Int]]
        let body: ([Tensor]) -> Tensor
    }

    // MARK: Shapes

    private static func length(_ s: RandomStream) -> Int { [1, 2, 3, 7, 16, 17, 33, 64][s.integer(below: 8)] }
    /// Some shape of one to three axes.
    private static func any(_ s: RandomStream) -> [[Int]] { [(0...s.integer(below: 3)).map { _ in length(s) }] }
    /// Large enough that three threads share it.
    private static func large(_ s: RandomStream) -> [[Int]] { [[3, 70_000 + s.integer(below: 100)]] }
    private static func matrix(_ s: RandomStream) -> [[Int]] { [[1 + s.integer(below: 90), 1 + s.integer(below: 90)]] }
    /// Two shapes that broadcast.
    private static func broadcasting(_ s: RandomStream) -> [[Int]] {
        let whole = (0...s.integer(below: 3)).map { _ in length(s) }
        let narrow = whole.map { s.integer(below: 3) == 0 ? 1 : $0 }.dropFirst(s.integer(below: whole.count))
        return [whole, Array(narrow)]
    }
    private static func product(_ s: RandomStream) -> [[Int]] {
        let (m, n, k) = (1 + s.integer(below: 60), 1 + s.integer(below: 60), 1 + s.integer(below: 500))
        return [[m, k], [k, n]]
    }
    private static func largeProduct(_ s: RandomStream) -> [[Int]] {
        let (m, n, k) = (120 + s.integer(below: 40), 90 + s.integer(below: 80), 280 + s.integer(below: 60))
        return [[m, k], [k, n]]
    }
    private static func square(_ s: RandomStream) -> [[Int]] {
        let n = 1 + s.integer(below: 12)
        return [[n, n]]
    }
    private static func pictures(_ s: RandomStream) -> [[Int]] {
        let channels = 1 + s.integer(below: 4)
        return [
            [1 + s.integer(below: 3), channels, 6 + s.integer(below: 9), 6 + s.integer(below: 9)],
            [1 + s.integer(below: 5), channels, 3, 3],
        ]
    }

    // MARK: Operations

    private static let unary: [(String, (Tensor) -> Tensor)] = [
        ("negation", { -$0 }), ("exp", { $0.exp() }), ("expm1", { $0.expm1() }), ("log", { $0.log() }),
        ("log1p", { $0.log1p() }), ("log2", { $0.log2() }), ("log10", { $0.log10() }), ("sqrt", { $0.sqrt() }),
        ("rsqrt", { $0.rsqrt() }), ("abs", { ($0 - 1).abs() }), ("tanh", { $0.tanh() }), ("sigmoid", { $0.sigmoid() }),
        ("sigmoid in a range", { $0.sigmoid(low: 0, high: 5.5) }), ("relu", { ($0 - 1).relu() }),
        ("leakyRelu", { ($0 - 1).leakyRelu() }), ("silu", { $0.silu() }), ("square", { $0.square() }),
        ("sin", { ($0 * 50).sin() }), ("cos", { ($0 * 1e12).cos() }), ("tan", { $0.tan() }), ("atan", { ($0 * 3).atan() }),
        ("softplus", { $0.softplus() }), ("gelu", { ($0 - 1).gelu() }), ("erf", { ($0 - 1).erf() }),
        ("reciprocal", { $0.reciprocal() }), ("sign", { ($0 - 1).sign() * $0 }), ("floor", { ($0 * 9).floor() * $0 }),
        ("ceil", { ($0 * 9).ceil() * $0 }), ("round", { ($0 * 9).round() * $0 }), ("trunc", { ($0 * 9).trunc() * $0 }),
        ("clamped", { $0.clamped(low: 0.5, high: 1) }), ("pow", { $0.pow(2.7) }),
        ("numbers", { 2 / ($0 * 3 + 1) - (1 - $0) / 7 + 0.1 * $0 }),
        ("in place", { changedInPlace($0) + $0 }),
    ]
    private static func changedInPlace(_ x: Tensor) -> Tensor {
        let y = x.detached().copy()
        y += 0.1
        y *= x.detached()
        y -= 2
        y /= x.detached()
        return y
    }
    private static let binary: [(String, (Tensor, Tensor) -> Tensor)] = [
        ("+", { $0 + $1 }), ("-", { $1 - $0 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }), ("maximum", { $0.maximum($1) }),
        ("minimum", { $0.minimum($1) }), ("pow of both", { $0.pow($1) }), ("atan2", { $0.atan2($1) }),
        ("which", { which($0 .> $1, $0, $1) }), ("comparisons", { ($0 .<= $1).asFloat * $0 + ($0 .!= $1).asFloat }),
    ]
    private static let reductions: [(String, (Tensor, Int) -> Tensor)] = [
        ("sum", { $0.sum(axis: $1) + $0.sum() }), ("mean", { $0.mean(axis: $1, keepDims: true) * $0.mean() }),
        ("product", { ($0 * 0.01 + 1).product(axis: $1) }), ("max", { $0.max(axis: $1) + $0.max() }),
        ("min", { $0.min(axis: $1) + $0.min() }), ("variance", { $0.variance(axis: $1, correction: 0) }),
        ("std", { ($0 + $0.square()).std(axis: $1, correction: 0) }), ("norm", { $0.norm(axis: $1) + $0.norm() }),
        ("norm of 3", { x, _ in x.norm(p: 3) }), ("cumsum", { $0.cumsum(axis: $1) }), ("logSumExp", { $0.logSumExp(axis: $1) }),
        ("softmax", { $0.softmax(axis: $1) }), ("logSoftmax", { $0.logSoftmax(axis: $1) }),
        ("sorted", { $0.sorted(axis: $1) * 1.1 }), ("argMax", { $0.argMax(axis: $1).asFloat }),
        ("flipped", { $0.flipped(axis: $1) * 3 }), ("topK", { $0.topK(1, axis: $1).values * 1 }),
        ("concatenated", { concatenated([$0, $0.exp()], axis: $1) }), ("stacked", { stacked([$0, $0.tanh()], axis: $1) }),
    ]

    private static let operations: [Operation] = {
        var all: [Operation] = []
        for (name, f) in unary {
            all.append(Operation(name: name, shapes: any) { f($0[0]) })
            all.append(Operation(name: "\(name), large", shapes: large) { f($0[0]) })
            all.append(Operation(name: "\(name), transposed", shapes: matrix) { f($0[0].transposed()) })
        }
        for (name, f) in binary {
            all.append(Operation(name: name, shapes: broadcasting) { f($0[0], $0[1]) })
            all.append(Operation(name: "\(name), large", shapes: { s in large(s) + [[1]] }) { f($0[0], $0[1]) })
            all.append(
                Operation(
                    name: "\(name), large, same shape",
                    shapes: { s in
                        let x = large(s)
                        return x + x
                    }
                ) { f($0[0], $0[1]) })
        }
        for (name, f) in reductions {
            for axis in [0, -1] {
                all.append(Operation(name: "\(name) along \(axis)", shapes: any) { f($0[0], axis) })
                all.append(Operation(name: "\(name) along \(axis), matrix", shapes: matrix) { f($0[0], axis) })
            }
        }
        for (name, f) in [
            ("softmax", { $0.softmax(axis: 1) }), ("logSoftmax", { $0.logSoftmax(axis: 1) }), ("sum of rows", { $0.sum(axis: 1) }),
            ("sum of columns", { $0.sum(axis: 0) }),
        ] as [(String, (Tensor) -> Tensor)] {
            all.append(Operation(name: "\(name), many rows", shapes: { s in [[2000 + s.integer(below: 99), 85]] }) { f($0[0]) })
        }
        for (name, shapes) in [("", product), (", large", largeProduct)] {
            all.append(Operation(name: "matmul\(name)", range: -1...1, shapes: shapes) { $0[0].matmul($0[1]) })
            all.append(
                Operation(name: "matmul, transposed\(name)", range: -1...1, shapes: shapes) {
                    $0[1].transposed().matmul($0[0].transposed())
                })
            for activation in [Activation.none, .relu, .tanh] {
                all.append(
                    Operation(
                        name: "linear, \(activation)\(name)", range: -1...1,
                        shapes: { s in
                            let p = shapes(s)
                            return [p[0], [p[1][1], p[1][0]], [p[1][1]]]
                        }
                    ) { $0[0].linear($0[1], bias: $0[2], activation: activation) })
            }
        }
        all += [
            Operation(
                name: "narrow product", range: -1...1,
                shapes: { s in [[300 + s.integer(below: 99), 784], [784, 1 + s.integer(below: 15)]] }
            ) { $0[0].matmul($0[1]) },
            Operation(
                name: "product with a vector",
                shapes: { s in
                    let p = product(s)
                    return [p[0], [p[1][0]]]
                }
            ) { $0[0].matmul($0[1]) },
            Operation(
                name: "stacked products",
                shapes: { s in
                    let p = product(s)
                    return [[3] + p[0], p[1]]
                }
            ) { $0[0].matmul($0[1]) },
            Operation(
                name: "stacks of products",
                shapes: { s in
                    let p = product(s)
                    return [[3] + p[0], [3] + p[1]]
                }
            ) { $0[0].matmul($0[1]) },
            Operation(
                name: "outer and dot",
                shapes: { s in
                    let n = length(s)
                    return [[n], [n]]
                }
            ) { $0[0].outer($0[1]) * $0[0].dot($0[1]) },
            Operation(
                name: "cosine",
                shapes: { s in
                    let m = matrix(s)
                    return m + m
                }
            ) { $0[0].cosineSimilarity($0[1]) },
            Operation(
                name: "rowDot",
                shapes: { s in
                    let m = matrix(s)
                    return m + m
                }
            ) { $0[0].rowDot($0[1]) },
            Operation(name: "take", shapes: { s in [[17, length(s)]] }) { $0[0].take(Tensor([3, 0, 16, 3, 3, 9])) },
            Operation(name: "gathered", shapes: { s in [[4, 5]] }) {
                $0[0].gathered(Tensor([[0, 2, 2], [1, 1, 4], [0, 0, 0], [4, 3, 2]]), axis: 1)
            },
            Operation(name: "scatterAdded", shapes: { _ in [[2, 3], [2, 2]] }) {
                $0[0].scatterAdded(Tensor([[0, 0], [1, 2]]), $0[1], axis: 1)
            },
            Operation(name: "masked", shapes: matrix) { $0[0].masked($0[0].detached() .> 1) },
            Operation(name: "windows", shapes: { s in [[5 + length(s)]] }) { $0[0].windows(size: 4).exp() },
            Operation(name: "slices", shapes: { s in [[4 + length(s), 3 + length(s)]] }) {
                $0[0][1..., 1..<3] * $0[0].sliced(axis: 0, 0..<3, step: 1)[0, 1]
            },
            Operation(name: "repeated", shapes: any) { $0[0].repeated(3, axis: 0) * 2 },
            Operation(name: "triangles", shapes: square) {
                $0[0].tril() + $0[0].triu(1) * 2 + $0[0].diagonal().diagonalMatrix() + $0[0].trace()
            },
            Operation(name: "conv2d", range: -1...1, shapes: pictures) { $0[0].conv2d($0[1], stride: 2, padding: 1) },
            Operation(name: "conv2d, large", range: -1...1, shapes: { _ in [[4, 8, 28, 28], [16, 8, 3, 3]] }) {
                $0[0].conv2d($0[1], padding: 1)
            },
            Operation(name: "maxPool2d", shapes: pictures) { $0[0].maxPool2d(2) + $0[1].sum() },
            Operation(name: "avgPool2d", shapes: pictures) { $0[0].avgPool2d(3, stride: 2, padding: 1) + $0[1].sum() },
            Operation(name: "adaptiveAvgPool2d", shapes: pictures) { $0[0].adaptiveAvgPool2d(2) + $0[1].sum() },
            Operation(name: "unique and counted", shapes: any) {
                ($0[0] * 5).round().unique().detached() + ($0[0] * 9).asInteger.flattened().binCount().asFloat.sum()
            },
            Operation(name: "random numbers", shapes: any) { x in
                x[0] + Tensor.normal(x[0].shape) + Tensor.uniform(x[0].shape) + Tensor.truncatedNormal(x[0].shape)
                    + Tensor.permutation(5).asFloat.sum()
            },
            Operation(name: "spaces", shapes: square) {
                $0[0] + Tensor.linspace(0, 1, count: 7).sum() + Tensor.geomspace(1, 50, count: 9).sum()
            },
        ]
        for (name, f) in decompositions { all.append(Operation(name: name, range: -1...1, shapes: square) { f($0[0].detached()) }) }
        return all
    }()
    private static let decompositions: [(String, (Tensor) -> Tensor)] = [
        (
            "svd",
            {
                let d = $0.svd()
                return d.u.matmul(d.s.diagonalMatrix()) + d.vt
            }
        ),
        (
            "symmetricEigen",
            {
                let e = ($0 + $0.transposed()).symmetricEigen()
                return e.vectors * e.values
            }
        ),
        (
            "solve",
            { x in
                let n = x.shape[0]
                return (x + Tensor.eye(n) * 9).solve(x)
            }
        ),
        ("inverse", { x in (x + Tensor.eye(x.shape[0]) * 9).inverse() }),
        ("determinant", { $0.determinant() }), ("pca", { $0.pca(1) }),
        ("leastSquares", { x in concatenated([x, Tensor.eye(x.shape[0])], axis: 0).leastSquares(Tensor.ones([2 * x.shape[0]])) }),
    ]

    // MARK: Comparison

    /// The bits of an operation's results and gradients.
    private func bits(_ operation: Operation, seed: Int) -> [[UInt32]] {
        RandomStream.begin(seed: seed, step: operation.name)
        let shapes = operation.shapes(RandomStream(seed: seed))
        let inputs = shapes.map { Tensor.uniform($0, low: operation.range.lowerBound, high: operation.range.upperBound).requireGradient() }
        let y = operation.body(inputs)
        if y.requiresGradient {
            let weights = Tensor.uniform(y.shape, low: 0.5, high: 1.5)
            (y * weights).sum().backward()
        }
        return ([y] + inputs.filter(\.hasGradient).map(\.gradient)).map { $0.detached().asFloat.floats.map(\.bitPattern) }
    }

    func testEveryOperationGivesTheSameBitsOnEveryVariantAndAnyNumberOfThreads() throws {
        let threads = Threads.count
        defer { Threads.count = threads }
        for operation in Self.operations {
            for seed in [1, 2] {
                Threads.count = 1
                let reference = try Processor.with(.baseline) { try withFaults { bits(operation, seed: seed) } }
                for variant in Processor.variants {
                    for count in [1, 2, 3] {
                        Threads.count = count
                        let other = try Processor.with(variant) { try withFaults { bits(operation, seed: seed) } }
                        XCTAssertTrue(other == reference, "\(operation.name), seed \(seed), \(variant), \(count) threads")
                    }
                }
            }
        }
    }
}
