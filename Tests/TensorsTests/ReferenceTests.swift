import Tensors
import XCTest

/// Random shapes against a plain implementation over nested indices.
final class ReferenceTests: XCTestCase {
    private func shape(_ stream: RandomStream, rank: Int) -> [Int] { (0..<rank).map { _ in [0, 1, 1, 2, 3, 5, 17][stream.integer(below: 7)] } }

    private func places(_ shape: [Int]) -> [[Int]] {
        shape.reduce([[]]) { list, n in list.flatMap { p in (0..<n).map { p + [$0] } } }
    }

    private func at(_ t: Tensor, _ place: [Int]) -> Double {
        let lead = place.count - t.rank
        return t.detached().doubles[zip(t.shape, place.dropFirst(lead)).reduce(0) { $0 * $1.0 + ($1.0 == 1 ? 0 : $1.1) }]
    }

    func testBroadcastingFollowsTheRule() {
        let stream = RandomStream(seed: 5)
        RandomStream.begin(seed: 5)
        for _ in 0..<60 {
            let whole = shape(stream, rank: stream.integer(below: 4))
            func narrowed() -> [Int] {
                Array(whole.map { stream.integer(below: 3) == 0 ? 1 : $0 }.dropFirst(stream.integer(below: whole.count + 1)))
            }
            let (a, b) = (Tensor.randn(narrowed()), Tensor.randn(whole))
            let sum = a - b
            XCTAssertEqual(sum.shape, whole)
            XCTAssertEqual(sum.floats, places(whole).map { Float(at(a, $0)) - Float(at(b, $0)) })
        }
    }

    func testViewsOfViewsReadTheRightElements() {
        let stream = RandomStream(seed: 9)
        for _ in 0..<60 {
            let lengths = [2 + stream.integer(below: 4), 1 + stream.integer(below: 5), 2 + stream.integer(below: 3)]
            let t = Tensor.arange(lengths.reduce(1, *)).reshaped(lengths)
            let (i, j) = (stream.integer(below: 3), stream.integer(below: 3))
            let low = stream.integer(below: lengths[0])
            let view = t.sliced(axis: 0, low..<lengths[0], step: 1 + stream.integer(below: 2)).transposed(i, j)
            let copy = Tensor(view.ints, shape: view.shape)
            XCTAssertTrue(view.elementsEqual(copy))
            XCTAssertEqual(view.sum().integerItem(), copy.ints.reduce(0, +))
            XCTAssertEqual(view.reshaped([-1, view.shape[2]]).ints, copy.ints)
            XCTAssertEqual(view.asFloat.sum(axis: 1).ints, copy.asFloat.sum(axis: 1).ints)
        }
    }

    func testReductionsOverEveryAxis() {
        let stream = RandomStream(seed: 2)
        RandomStream.begin(seed: 2)
        for _ in 0..<40 {
            let lengths = shape(stream, rank: 1 + stream.integer(below: 3))
            let t = Tensor.randn(lengths)
            for axis in 0..<lengths.count {
                var rest = lengths
                rest.remove(at: axis)
                let lines = places(rest).map { p in (0..<lengths[axis]).map { i -> Double in var q = p; q.insert(i, at: axis); return at(t, q) } }
                let sum = t.sum(axis: axis)
                XCTAssertEqual(sum.shape, rest)
                for (a, line) in zip(sum.doubles, lines) { XCTAssertEqual(a, line.reduce(0, +), accuracy: 1e-5) }
                if lengths[axis] > 0 {
                    XCTAssertEqual(t.max(axis: axis).doubles, lines.map { $0.max() ?? 0 })
                    XCTAssertEqual(t.argMin(axis: axis).ints, lines.map { l in l.firstIndex(of: l.min() ?? 0) ?? 0 })
                }
            }
        }
    }

    func testProductsOfAllSizes() {
        let stream = RandomStream(seed: 4)
        RandomStream.begin(seed: 4)
        for _ in 0..<40 {
            let (m, n, k) = (1 + stream.integer(below: 70), 1 + stream.integer(below: 70), stream.integer(below: 300))
            let (a, b) = (Tensor.randn([m, k]), Tensor.randn([n, k]).transposed())
            let (x, y) = (a.floats, b.floats)
            var expected: [Float] = []
            for i in 0..<m {
                for j in 0..<n {
                    var s: Float = 0
                    for p in 0..<k { s.addProduct(x[i * k + p], y[p * n + j]) }
                    expected.append(s)
                }
            }
            XCTAssertEqual(a.matmul(b).floats, expected, "\(m) × \(k) × \(n)")
        }
    }

    func testAssignmentToParts() {
        let t = Tensor.zeros([2, 3])
        t[0..., 1] = Tensor([5.0, 6])
        t[1] = Tensor(9.0)
        t[Tensor([[true, false, false]].flatMap { $0 }).broadcast(to: [2, 3])] = Tensor(-1.0)
        XCTAssertEqual(t.rows, [[-1, 5, 0], [-1, 9, 9]])
    }

    func testOrderingCountingAndChoice() {
        let t = Tensor([3.0, 1, 2, 3])
        XCTAssertEqual(t.argSort().ints, [1, 2, 0, 3])
        XCTAssertEqual(t.topK(2).indices.ints, [0, 3])
        XCTAssertEqual(t.unique().doubles, [1, 2, 3])
        XCTAssertEqual(Tensor([0, 2, 2]).binCount(minimumLength: 4).ints, [1, 0, 2, 0])
        XCTAssertEqual(Set(Tensor([0.0, 1, 1]).randomChoice(2, replacement: false).ints), [1, 2])
    }

    func testDecompositionsGiveTheMatrixBack() {
        RandomStream.begin(seed: 6)
        for (m, n) in [(5, 3), (3, 5), (4, 4), (1, 6), (6, 1)] {
            let a = Tensor.randn([m, n])
            let (u, s, vt) = a.svd()
            XCTAssertTrue((u * s).matmul(vt).isClose(a, absolute: 1e-5))
            XCTAssertTrue(vt.matmul(vt.transposed()).isClose(Tensor.eye(min(m, n)), absolute: 1e-5))
        }
        let b = Tensor.randn([6, 6])
        let symmetric = b + b.transposed()
        let (values, vectors) = symmetric.symmetricEigen()
        XCTAssertTrue((vectors * values).matmul(vectors.transposed()).isClose(symmetric, absolute: 1e-4))
        XCTAssertTrue(b.matmul(b.inverse()).isClose(Tensor.eye(6), absolute: 1e-4))
        let x = Tensor.linspace(0, 1, count: 20)
        let line = stacked([x, x.onesLike()], axis: 1).leastSquares(3 * x + 8)
        XCTAssertTrue(line.isClose(Tensor([3.0, 8]), absolute: 1e-4))
    }

    func testEigenvectorsAreOnlyStretchedWhateverTheMatrix() {
        RandomStream.begin(seed: 7)
        var matrices = [1, 2, 3, 17, 120].map { n in
            let b = Tensor.randn([n, n])
            return b + b.transposed()
        }
        let direction = Tensor.randn([9, 1])
        matrices += [Tensor.eye(5), Tensor.zeros([4, 4]), direction.matmul(direction.transposed()), Tensor.ones([6, 6]) * 1e18]
        matrices.append(Tensor([[2.0, 0, 0], [0, 3, 4], [0, 4, 9]]))
        for matrix in matrices {
            let (values, vectors) = matrix.symmetricEigen()
            let size = matrix.abs().max().item()
            XCTAssertTrue(matrix.matmul(vectors).isClose(vectors * values, absolute: 2e-5 * size), "\(matrix.shape)")
            XCTAssertTrue(vectors.transposed().matmul(vectors).isClose(Tensor.eye(matrix.size(0)), absolute: 1e-5), "\(matrix.shape)")
            XCTAssertEqual(values.doubles, values.doubles.sorted(by: >))
        }
    }
}
