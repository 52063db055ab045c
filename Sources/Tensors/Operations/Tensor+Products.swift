import CKernels

extension Tensor {
    /// The matrix product: vectors, matrices, and stacks of matrices whose first axes broadcast.
    ///
    /// `[m, k] × [k, n]` gives `[m, n]`; a vector on the left counts as a row, one on the right as a column.
    public func matmul(_ other: Tensor) -> Tensor {
        guard dtypeCode == .float32, other.dtypeCode == .float32 else {
            if rank > 0 && other.rank > 0 && (dtypeCode == .float32) != (other.dtypeCode == .float32) {
                Faults.report("matmul", "\(shape) × \(other.shape): \(dtype) and \(other.dtype) do not go together; use asFloat")
                return .poisoned
            }
            return asFloat.matmul(other.asFloat).cast(.int64)
        }
        guard rank > 0, other.rank > 0 else {
            Faults.report("matmul", "\(shape) × \(other.shape): a scalar has no matrix product; use *")
            return .poisoned
        }
        let inner = extents[rank - 1]
        let second = other.extents[Swift.max(other.rank - 2, 0)]
        guard inner == second else {
            Faults.report("matmul", "\(shape) × \(other.shape): inner dimensions \(inner) and \(second) differ")
            return .poisoned
        }
        if rank == 2 && other.rank == 2 { return product(other) }
        if rank == 1 { return expandedDimensions(axis: 0).matmul(other).squeezed(axis: other.rank == 1 ? 0 : -2) }
        if other.rank == 1 { return matmul(other.expandedDimensions(axis: 1)).squeezed(axis: -1) }
        if other.rank == 2 {
            let rows = shape.dropLast().reduce(1, *)
            return reshaped([rows, inner]).product(other).reshaped(Array(shape.dropLast()) + [other.extents[1]])
        }
        let left = Extents(Array(shape.dropLast(2)))
        let right = Extents(Array(other.shape.dropLast(2)))
        guard let batch = broadcastExtents(left, right) else {
            Faults.report("matmul", "\(shape) × \(other.shape): the first axes cannot be broadcast")
            return .poisoned
        }
        let (m, n) = (extents[rank - 2], other.extents[other.rank - 1])
        let a = broadcast(to: batch.array + [m, inner]).reshaped([batch.product, m, inner])
        let b = other.broadcast(to: batch.array + [inner, n]).reshaped([batch.product, inner, n])
        return a.batched(b).reshaped(batch.array + [m, n])
    }

    /// `[m, k] × [k, n]`
    func product(_ b: Tensor) -> Tensor {
        let y = Tensor.uninitialized(Extents.pair(extents[0], b.extents[1]))
        Tensor.gemm(self, b, into: y)
        return y.recorded("matmul", self, b, saving: self, b) { node, g in
            if node.wants0 { node.give0(g.product(node.second.swapped)) }
            if node.wants1 { node.give1(node.first.swapped.product(g)) }
        }
    }

    /// The transpose of a matrix, as a view.
    @inline(__always)
    var swapped: Tensor {
        if Recording.isOn && node != nil { return transposed(0, 1) }
        return alias(Extents.pair(extents[1], extents[0]), Extents.pair(strides[1], strides[0]))
    }

    /// c = a × b (or c += a × b) for matrices of any strides and a dense c; a bias is added to every row.
    @inline(__always)
    static func gemm(_ a: Tensor, _ b: Tensor, into c: Tensor, accumulate: Bool = false, bias: Tensor? = nil, activation: Activation = .none) {
        ck_gemm(
            Int64(a.extents[0]), Int64(b.extents[1]), Int64(a.extents[1]), a.floatPointer, Int64(a.strides[0]), Int64(a.strides[1]),
            b.floatPointer, Int64(b.strides[0]), Int64(b.strides[1]), c.floatPointer, Int64(c.strides[0]), accumulate ? 1 : 0,
            bias?.floatPointer, activation.rawValue)
    }

    /// `[batch, m, k] × [batch, k, n]`
    private func batched(_ b: Tensor) -> Tensor {
        let count = extents[0]
        let y = Tensor.uninitialized(Extents([count, extents[1], b.extents[2]]))
        for i in 0..<count {
            Tensor.gemm(plane(i), b.plane(i), into: y.plane(i))
        }
        return y.recorded("matmul", self, b, saving: self, b) { node, g in
            if node.wants0 { node.give0(g.batched(node.second.transposed(1, 2))) }
            if node.wants1 { node.give1(node.first.transposed(1, 2).batched(g)) }
        }
    }

    /// Matrix i of a stack, without a record.
    func plane(_ i: Int) -> Tensor {
        alias(Extents.pair(extents[1], extents[2]), Extents.pair(strides[1], strides[2]), offset: offset + i * strides[0])
    }

    /// Σ a·b of two vectors of one length.
    public func dot(_ other: Tensor) -> Tensor {
        guard rank == 1, other.rank == 1, count == other.count else {
            Faults.report("dot", "\(shape) · \(other.shape): two vectors of one length are needed")
            return .poisoned
        }
        return (self * other).sum()
    }

    /// Every element of this vector times every element of the other, `[n, m]`.
    public func outer(_ other: Tensor) -> Tensor {
        guard rank == 1, other.rank == 1 else {
            Faults.report("outer", "\(shape) × \(other.shape): two vectors are needed")
            return .poisoned
        }
        return expandedDimensions(axis: 1) * other.expandedDimensions(axis: 0)
    }

    /// a·b / (|a| |b|) along an axis.
    public func cosineSimilarity(_ other: Tensor, axis: Int = 1, epsilon: Double = 1e-8) -> Tensor {
        let (a, b) = (asFloat, other.asFloat)
        let dot = (a * b).sum(axis: axis)
        let lengths = a.square().sum(axis: axis) * b.square().sum(axis: axis)
        return dot / lengths.clamped(low: epsilon * epsilon).sqrt()
    }
}

/// What a fused linear layer does to its result.
public enum Activation: Int32, Sendable {
    case none, relu, tanh
}

extension Extents {
    @inline(__always)
    static func pair(_ a: Int, _ b: Int) -> Extents {
        var e = Extents()
        e.append(a)
        e.append(b)
        return e
    }
}
