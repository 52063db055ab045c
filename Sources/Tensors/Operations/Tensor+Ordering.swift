import CKernels

extension Tensor {
    /// Order of the elements of one line: by value, NaN last (first when descending), equal ones as they stood.
    private static func order(_ line: [Double], descending: Bool) -> [Int] {
        (0..<line.count).sorted { i, j in
            let (a, b) = (line[i], line[j])
            if a.isNaN || b.isNaN {
                if a.isNaN && b.isNaN { return i < j }
                return descending ? a.isNaN : b.isNaN
            }
            if a != b { return descending ? a > b : a < b }
            return i < j
        }
    }

    /// Indices that would sort an axis, int64; equal elements keep their order.
    public func argSort(axis: Int = -1, descending: Bool = false) -> Tensor {
        if rank == 0 { return Tensor.zeros([], dtype: .int64) }
        guard let a = resolve(axis, "argSort") else { return .poisoned }
        let moved = transposed(a, rank - 1)
        let values = moved.doubles
        let n = extents[a]
        var result: [Int] = []
        result.reserveCapacity(values.count)
        for start in stride(from: 0, to: values.count, by: Swift.max(n, 1)) {
            result += Tensor.order(Array(values[start..<(start + n)]), descending: descending)
        }
        let index = Tensor(result, shape: moved.shape).transposed(a, rank - 1)
        return index.dense
    }

    /// The elements of an axis in order.
    public func sorted(axis: Int = -1, descending: Bool = false) -> Tensor {
        if rank == 0 { return self }
        guard let a = resolve(axis, "sorted") else { return .poisoned }
        return gathered(argSort(axis: a, descending: descending), axis: a)
    }

    /// The `count` largest (or smallest) elements of an axis in order, and their indices.
    public func topK(_ count: Int, axis: Int = -1, largest: Bool = true) -> (values: Tensor, indices: Tensor) {
        guard rank > 0, let a = resolve(axis, "topK") else { return (.poisoned, .poisoned) }
        guard count >= 0 && count <= extents[a] else {
            Faults.report("topK", "\(count) elements cannot be taken from axis \(axis) of shape \(shape)")
            return (.poisoned, .poisoned)
        }
        let indices = argSort(axis: a, descending: largest).sliced(axis: a, 0..<count).dense
        return (gathered(indices, axis: a), indices)
    }

    /// The different elements in ascending order.
    public func unique() -> Tensor { uniqueCounts().values }

    /// The different elements in ascending order, and how often each stands there.
    public func uniqueCounts() -> (values: Tensor, counts: Tensor) {
        let flat = flattened().detached().sorted()
        let all = flat.doubles
        var at: [Int] = []
        var counts: [Int] = []
        for (i, value) in all.enumerated() {
            if i > 0 && all[i - 1] == value {
                counts[counts.count - 1] += 1
            } else {
                at.append(i)
                counts.append(1)
            }
        }
        return (flat.take(Tensor(at)), Tensor(counts))
    }

    /// How often each of 0, 1, … stands in a tensor of integers that are not negative; int64.
    public func binCount(minimumLength: Int = 0) -> Tensor {
        let values = ints
        guard dtypeCode != .float32, values.allSatisfy({ $0 >= 0 && $0 < 1 << 32 }) else {
            Faults.report("binCount", "\(dtype) of shape \(shape): integers that are not negative are needed")
            return .poisoned
        }
        let length = Swift.max((values.max() ?? -1) + 1, minimumLength)
        guard Faults.allows("binCount", count: length) else { return .poisoned }
        var counts = [Int](repeating: 0, count: length)
        for v in values { counts[v] += 1 }
        return Tensor(counts)
    }

    // MARK: Diagonals and triangles

    /// The diagonal of a matrix, `offset` above (or below) the main one, as a view.
    public func diagonal(_ offset: Int = 0) -> Tensor {
        guard rank == 2 else {
            Faults.report("diagonal", "shape \(shape) is not a matrix")
            return .poisoned
        }
        let (rows, columns) = (extents[0], extents[1])
        let length = Swift.max(0, offset >= 0 ? Swift.min(rows, columns - offset) : Swift.min(rows + offset, columns))
        let start = offset >= 0 ? offset * strides[1] : -offset * strides[0]
        let before = extents
        return alias(Extents([length]), Extents([strides[0] + strides[1]]), offset: self.offset + (length == 0 ? 0 : start))
            .recorded("diagonal", self) { node, g in
                let whole = Tensor.zeros(before)
                let width = before[1]
                let up = g.dense
                for i in 0..<length {
                    let (r, c) = offset >= 0 ? (i, i + offset) : (i - offset, i)
                    whole.floatPointer[r * width + c] = up.floatPointer[i]
                }
                node.give0(whole)
            }
    }

    /// A square matrix with this vector on its diagonal.
    public func diagonalMatrix() -> Tensor {
        guard rank == 1 else {
            Faults.report("diagonalMatrix", "shape \(shape) is not a vector")
            return .poisoned
        }
        return Tensor.eye(count) * expandedDimensions(axis: 0)
    }

    /// The lower triangle of a matrix (and `offset` diagonals above); 0 elsewhere.
    public func tril(_ offset: Int = 0) -> Tensor { triangle("tril") { $1 - $0 <= offset } }
    /// The upper triangle of a matrix, from the `offset`-th diagonal; 0 elsewhere.
    public func triu(_ offset: Int = 0) -> Tensor { triangle("triu") { $1 - $0 >= offset } }

    private func triangle(_ name: StaticString, _ inside: (Int, Int) -> Bool) -> Tensor {
        guard rank >= 2 else {
            Faults.report("\(name)", "shape \(shape) is not a matrix")
            return .poisoned
        }
        let (rows, columns) = (extents[rank - 2], extents[rank - 1])
        var mask: [Double] = []
        for i in 0..<rows { for j in 0..<columns { mask.append(inside(i, j) ? 1 : 0) } }
        return self * Tensor(mask, shape: [rows, columns]).cast(dtypeCode)
    }

    /// The trace: the sum of the diagonal.
    public func trace() -> Tensor { diagonal().sum() }
}

/// Scales gradients so that the norm of all of them together is at most `maximum`; gives the norm before.
@discardableResult
public func clipGradientNorm(_ parameters: [Tensor], maximum: Double) -> Double {
    var total = 0.0
    for p in parameters {
        if let rows = p.rowGradient {
            total += ck_sum_squares(Int64(rows.values.elementCount), rows.values.floatPointer)
        } else if let g = p.denseGradient?.dense {
            total += ck_sum_squares(Int64(g.elementCount), g.floatPointer)
        }
    }
    let norm = total.squareRoot()
    let scale = maximum / (norm + 1e-6)
    guard scale < 1 else { return norm }
    withoutGradient {
        for p in parameters {
            if let rows = p.rowGradient { rows.values *= scale } else if let g = p.denseGradient { g *= scale }
        }
    }
    return norm
}
