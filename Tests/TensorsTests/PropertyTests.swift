import Tensors
import XCTest

/// A tensor as plainly as can be: a shape and all values in row-major order.
private struct Plain: Equatable {
    let shape: [Int]
    let values: [Double]

    init(_ shape: [Int], _ value: ([Int]) -> Double) {
        self.shape = shape
        values = Plain.places(shape).map(value)
    }

    static func places(_ shape: [Int]) -> [[Int]] {
        shape.reduce([[]]) { list, length in list.flatMap { place in (0..<length).map { place + [$0] } } }
    }

    /// The value at a place; axes of length 1 and missing first axes repeat.
    func at(_ place: [Int]) -> Double {
        values[zip(shape, place.suffix(shape.count)).reduce(0) { $0 * $1.0 + ($1.0 == 1 ? 0 : $1.1) }]
    }

    func rearranged(_ shape: [Int], _ place: ([Int]) -> [Int]) -> Plain { Plain(shape) { at(place($0)) } }

    /// Every line along an axis, in the order of the other axes.
    func lines(_ axis: Int) -> [[Double]] {
        Plain.places(removed(axis)).map { place in
            (0..<shape[axis]).map { i in at(Array(place[..<axis]) + [i] + Array(place[axis...])) }
        }
    }
    func removed(_ axis: Int) -> [Int] { Array(shape[..<axis]) + Array(shape[(axis + 1)...]) }
}

/// Views of views of random shapes, with empty axes, axes of length 1 and rank 0, hold what a plain implementation says.
final class PropertyTests: XCTestCase {
    /// A random view of 0, 1, 2, …, so that every value names the element that it came from.
    private struct View {
        let base: Tensor
        var tensor: Tensor
        var plain: Plain
        /// Whether an element stands in it more than once.
        var repeats = false
        var steps: [String] = []

        init(_ stream: RandomStream) {
            let shape = (0..<stream.integer(below: 4)).map { _ in [0, 1, 1, 2, 3, 4, 5, 18][stream.integer(below: 8)] }
            base = Tensor.arange(shape.reduce(1, *)).asFloat.reshaped(shape).requireGradient()
            tensor = base
            var next = -1.0
            plain = Plain(shape) { _ in
                next += 1
                return next
            }
            for _ in 0..<stream.integer(below: 5) { change(stream) }
        }

        private mutating func set(_ name: String, _ tensor: Tensor, _ plain: Plain) {
            steps.append(name)
            self.tensor = tensor
            self.plain = plain
        }

        private mutating func change(_ stream: RandomStream) {
            let shape = plain.shape
            let rank = shape.count
            switch stream.integer(below: 8) {
            case 0 where rank >= 2:
                let (i, j) = (stream.integer(below: rank), stream.integer(below: rank))
                var swapped = shape
                swapped.swapAt(i, j)
                set(
                    "transposed(\(i), \(j))", tensor.transposed(i, j),
                    plain.rearranged(swapped) { p in
                        var p = p
                        p.swapAt(i, j)
                        return p
                    })
            case 1 where rank >= 1:
                let axis = stream.integer(below: rank)
                let low = stream.integer(below: shape[axis] + 1)
                let high = low + stream.integer(below: shape[axis] - low + 1)
                let step = 1 + stream.integer(below: 3)
                var cut = shape
                cut[axis] = (high - low + step - 1) / step
                set(
                    "sliced(\(axis), \(low)..<\(high), \(step))", tensor.sliced(axis: axis, low..<high, step: step),
                    plain.rearranged(cut) { p in
                        var p = p
                        p[axis] = low + p[axis] * step
                        return p
                    })
            case 2 where rank >= 1:
                let axis = stream.integer(below: rank)
                guard shape[axis] > 0 else { return }
                let index = stream.integer(below: shape[axis])
                set(
                    "selected(\(axis), \(index))", tensor.selected(axis: axis - rank, index),
                    plain.rearranged(plain.removed(axis)) { p in Array(p[..<axis]) + [index] + Array(p[axis...]) })
            case 3:
                let axis = stream.integer(below: rank + 1)
                set(
                    "expandedDimensions(\(axis))", tensor.expandedDimensions(axis: axis),
                    plain.rearranged(Array(shape[..<axis]) + [1] + Array(shape[axis...])) { p in
                        var p = p
                        p.remove(at: axis)
                        return p
                    })
            case 4:
                guard let axis = shape.firstIndex(of: 1) else { return }
                set(
                    "squeezed(\(axis))", tensor.squeezed(axis: axis),
                    plain.rearranged(plain.removed(axis)) { p in Array(p[..<axis]) + [0] + Array(p[axis...]) })
            case 5:
                guard let axis = shape.firstIndex(of: 1), !shape.contains(where: { $0 > 9 }) else { return }
                var wide = shape
                wide[axis] = stream.integer(below: 4)
                let target = [2] + wide
                repeats = true
                set("broadcast(\(target))", tensor.broadcast(to: target), plain.rearranged(target) { p in Array(p.dropFirst()) })
            case 6 where rank >= 1:
                let axis = stream.integer(below: rank)
                set(
                    "flipped(\(axis))", tensor.flipped(axis: axis),
                    plain.rearranged(shape) { p in
                        var p = p
                        p[axis] = shape[axis] - 1 - p[axis]
                        return p
                    })
                // A copy in another order: writing to it leaves the base alone.
                repeats = true
            case 7 where rank >= 1 && !repeats:
                let flat = plain.values
                var next = -1
                repeats = true
                set(
                    "reshaped([-1, \(max(shape[0], 1))])", tensor.reshaped([max(shape[0], 1), flat.count / max(shape[0], 1)]),
                    Plain([max(shape[0], 1), flat.count / max(shape[0], 1)]) { _ in
                        next += 1
                        return flat[next]
                    })
            default: return
            }
        }
    }

    private func eachView(_ count: Int, _ body: (View, RandomStream, String) -> Void) {
        for seed in 0..<count {
            let stream = RandomStream(seed: seed)
            let view = View(stream)
            body(view, stream, "seed \(seed): \(view.base.shape) \(view.steps.joined(separator: " "))")
        }
    }

    func testAViewOfAViewHoldsTheElementsThatItNames() {
        eachView(400) { view, _, name in
            XCTAssertEqual(view.tensor.shape, view.plain.shape, name)
            XCTAssertEqual(view.tensor.doubles, view.plain.values, name)
        }
    }

    func testTheGradientOfAViewGoesToTheElementsThatItNames() {
        eachView(300) { view, stream, name in
            let weights = view.plain.values.map { _ in Double(1 + stream.integer(below: 9)) }
            (view.tensor * Tensor(weights, shape: view.plain.shape)).sum().backward()
            var expected = [Double](repeating: 0, count: view.base.count)
            for (element, weight) in zip(view.plain.values, weights) { expected[Int(element)] += weight }
            XCTAssertEqual(view.base.gradient.doubles, expected, name)
        }
    }

    func testChangingAViewInPlaceChangesWhatItNames() {
        eachView(300) { view, _, name in
            guard !view.repeats else { return }
            withoutGradient { view.tensor += 1000 }
            let named = Set(view.plain.values)
            XCTAssertEqual(view.base.doubles, (0..<view.base.count).map { Double($0) + (named.contains(Double($0)) ? 1000 : 0) }, name)
        }
    }

    func testTwoViewsThatBroadcastGoTogetherElementByElement() {
        eachView(300) { view, stream, name in
            let shape = view.plain.shape
            let narrow = Array(shape.map { stream.integer(below: 3) == 0 ? 1 : $0 }.dropFirst(stream.integer(below: shape.count + 1)))
            let other = Plain(narrow) { _ in Double(stream.integer(below: 50)) + 0.5 }
            let (a, b) = (view.tensor, Tensor(other.values, shape: narrow))
            let places = Plain.places(shape)
            let pairs = places.map { (Float(view.plain.at($0)), Float(other.at($0))) }
            XCTAssertEqual((a + b).floats, pairs.map { $0.0 + $0.1 }, name)
            XCTAssertEqual((b - a).floats, pairs.map { $0.1 - $0.0 }, name)
            XCTAssertEqual((a * b).floats, pairs.map { $0.0 * $0.1 }, name)
            XCTAssertEqual((a / b).floats, pairs.map { $0.0 / $0.1 }, name)
            XCTAssertEqual(a.maximum(b).floats, pairs.map { max($0.0, $0.1) }, name)
            XCTAssertEqual((a .< b).asFloat.floats, pairs.map { $0.0 < $0.1 ? 1 : 0 }, name)
            XCTAssertEqual(which(a .< b, a, b).floats, pairs.map { min($0.0, $0.1) }, name)
            XCTAssertEqual(b.broadcast(to: shape).floats, pairs.map(\.1), name)
        }
    }

    func testReductionsOfViewsAgreeWithPlainOnes() {
        eachView(300) { view, _, name in
            let (t, plain) = (view.tensor.detached(), view.plain)
            XCTAssertEqual(t.sum().item(), plain.values.reduce(0, +), accuracy: 1e-6 * max(1, plain.values.reduce(0, +)), name)
            for axis in plain.shape.indices {
                let lines = plain.lines(axis)
                XCTAssertEqual(t.sum(axis: axis).shape, plain.removed(axis), name)
                XCTAssertEqual(t.sum(axis: axis).doubles, lines.map { $0.reduce(0, +) }, name)
                XCTAssertEqual(t.sum(axis: axis - plain.shape.count, keepDims: true).doubles, lines.map { $0.reduce(0, +) }, name)
                XCTAssertEqual(
                    t.cumsum(axis: axis).transposed(axis, plain.shape.count - 1).doubles.sorted(),
                    lines.flatMap { line in line.indices.map { line[...$0].reduce(0, +) } }.sorted(), name)
                guard plain.shape[axis] > 0 else { continue }
                XCTAssertEqual(t.max(axis: axis).doubles, lines.map { $0.max() ?? 0 }, name)
                XCTAssertEqual(t.argMin(axis: axis).ints, lines.map { line in line.firstIndex(of: line.min() ?? 0) ?? 0 }, name)
                let sorted = t.sorted(axis: axis)
                XCTAssertEqual(sorted.shape, plain.shape, name)
                XCTAssertEqual(sorted.selected(axis: axis, 0).doubles, lines.map { $0.min() ?? 0 }, name)
                let joined = concatenated([t, t], axis: axis)
                XCTAssertEqual(joined.sum(axis: axis).doubles, lines.map { 2 * $0.reduce(0, +) }, name)
            }
        }
    }

    func testProductsOfViewsAgreeWithPlainOnes() {
        eachView(400) { view, stream, name in
            let shape = view.plain.shape
            guard shape.count >= 2 else { return }
            let (rows, inner, columns) = (shape[shape.count - 2], shape[shape.count - 1], stream.integer(below: 5))
            let right = Plain([inner, columns]) { _ in Double(stream.integer(below: 9)) - 4 }
            let product = view.tensor.detached().matmul(Tensor(right.values, shape: right.shape))
            let expected = Plain(shape.dropLast(2) + [rows, columns]) { place in
                (0..<inner).reduce(0) { sum, k in
                    sum + view.plain.at(Array(place.dropLast()) + [k]) * right.at([k, place[place.count - 1]])
                }
            }
            XCTAssertEqual(product.shape, expected.shape, name)
            XCTAssertEqual(product.doubles, expected.values, name)
        }
    }
}
