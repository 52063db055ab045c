import CKernels

extension Tensor {
    /// Length before, of and after an axis.
    @inline(__always)
    func split(at axis: Int) -> (outer: Int64, length: Int64, inner: Int64) {
        var outer = 1
        var inner = 1
        for i in 0..<axis { outer *= extents[i] }
        for i in (axis + 1)..<Swift.max(extents.count, axis + 1) { inner *= extents[i] }
        return (Int64(outer), Int64(extents[axis]), Int64(inner))
    }

    @inline(__always)
    func without(_ axis: Int, keep: Bool) -> Extents {
        var e = extents
        if keep { e[axis] = 1 } else { e.remove(at: axis) }
        return e
    }

    /// A gradient of a result without `axis` as a view that repeats it along the axis.
    @inline(__always)
    func repeatedBack(_ axis: Int, _ kept: Bool, _ extents: Extents) -> Tensor {
        let g = kept ? self : expandedDimensions(axis: axis)
        return Recording.isOn ? g.broadcast(to: extents.array) : g.expanded(to: extents)
    }

    private func reduce(_ op: Int32, _ axis: Int, _ keep: Bool) -> Tensor {
        let x = dense
        let (outer, k, inner) = split(at: axis)
        let y = Tensor.uninitialized(without(axis, keep: keep))
        guard y.elementCount == Int(outer * inner) else { return y }
        if k == 0 { y.fillRaw(op == Int32(CK_PROD) ? 1 : 0) } else { ck_reduce(op, outer, k, inner, x.floatPointer, y.floatPointer) }
        return y
    }

    // MARK: Sums and means

    /// The sum of all elements; integers and bools add up to int64.
    public func sum() -> Tensor {
        if dtypeCode != .float32 {
            let t = cast(.int64).dense
            var total: Int64 = 0
            for i in 0..<t.elementCount { total &+= t.int64Pointer[i] }
            return Tensor(Int(total))
        }
        let y = Tensor.uninitialized(Extents())
        let x = dense
        if elementCount == 0 { y.floatPointer[0] = 0 } else { ck_reduce(Int32(CK_SUM), 1, Int64(elementCount), 1, x.floatPointer, y.floatPointer) }
        guard isTracked else { return y }
        let before = extents
        return y.recorded("sum", self) { node, g in
            node.pass0(Recording.isOn ? g.broadcast(to: before.array) : g.expanded(to: before))
        }
    }

    /// The sum along an axis.
    public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
        guard let a = resolve(axis, "sum") else { return .poisoned }
        if dtypeCode != .float32 {
            // Integers are summed exactly.
            let t = cast(.int64).dense
            let (outer, k, inner) = split(at: a)
            let y = Tensor.zeros(without(a, keep: keepDims), .int64)
            for o in 0..<Int(outer) {
                for i in 0..<Int(k) {
                    for j in 0..<Int(inner) {
                        y.int64Pointer[o * Int(inner) + j] &+= t.int64Pointer[(o * Int(k) + i) * Int(inner) + j]
                    }
                }
            }
            return y
        }
        let y = reduce(Int32(CK_SUM), a, keepDims)
        guard isTracked else { return y }
        let before = extents
        return y.recorded("sum", self) { node, g in node.pass0(g.repeatedBack(a, keepDims, before)) }
    }

    /// The sum along several axes.
    public func sum(axes: [Int], keepDims: Bool = false) -> Tensor { overAxes(axes, keepDims, "sum") { $0.sum(axis: $1, keepDims: true) } }

    private func overAxes(_ axes: [Int], _ keepDims: Bool, _ name: StaticString, _ body: (Tensor, Int) -> Tensor) -> Tensor {
        var list: [Int] = []
        for axis in axes {
            guard let a = resolve(axis, name) else { return .poisoned }
            guard !list.contains(a) else {
                Faults.report("\(name)", "axis \(axis) stands twice in \(axes)")
                return .poisoned
            }
            list.append(a)
        }
        var result = self
        for a in list.sorted() { result = body(result, a) }
        if keepDims { return result }
        return result.reshaped(shape.enumerated().filter { !list.contains($0.offset) }.map(\.element))
    }

    /// The mean of all elements.
    public func mean() -> Tensor {
        if dtypeCode != .float32 { return asFloat.mean() }
        let y = Tensor.uninitialized(Extents())
        let x = dense
        let n = elementCount
        if n == 0 { y.floatPointer[0] = .nan } else {
            ck_reduce(Int32(CK_SUM), 1, Int64(n), 1, x.floatPointer, y.floatPointer)
            y.floatPointer[0] /= Float(n)
        }
        guard isTracked else { return y }
        let before = extents
        return y.recorded("mean", self) { node, g in
            let each = g / Double(n)
            node.pass0(Recording.isOn ? each.broadcast(to: before.array) : each.expanded(to: before))
        }
    }

    /// The mean along an axis.
    public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
        guard let a = resolve(axis, "mean") else { return .poisoned }
        return asFloat.sum(axis: a, keepDims: keepDims) / Double(extents[a])
    }

    /// The mean along several axes.
    public func mean(axes: [Int], keepDims: Bool = false) -> Tensor {
        let y = asFloat.sum(axes: axes, keepDims: keepDims)
        let n = axes.compactMap { $0 < 0 ? $0 + rank : $0 }.filter { $0 >= 0 && $0 < rank }.reduce(1) { $0 * extents[$1] }
        return y / Double(n)
    }

    /// The product of all elements.
    public func product() -> Tensor { flattened().product(axis: 0) }

    /// The product along an axis.
    public func product(axis: Int, keepDims: Bool = false) -> Tensor {
        guard let a = resolve(axis, "product") else { return .poisoned }
        let x = asFloat
        let y = x.reduce(Int32(CK_PROD), a, keepDims)
        return y.recorded("product", x, saving: x) { node, g in
            let x = node.first
            // The product of all others: from the left times from the right, so that zeros do no harm.
            let n = x.extents[a]
            var left: [Tensor] = []
            var right: [Tensor] = []
            var l = x.strided(axis: a, start: 0, step: 1, length: Swift.min(n, 1)).onesLike()
            for i in 0..<n {
                left.append(l)
                l = l * x.strided(axis: a, start: i, step: 1, length: 1)
            }
            var r = l.onesLike()
            for i in stride(from: n - 1, through: 0, by: -1) {
                right.append(r)
                r = r * x.strided(axis: a, start: i, step: 1, length: 1)
            }
            guard n > 0 else { return node.give0(x.zerosLike()) }
            let others = concatenated((0..<n).map { left[$0] * right[n - 1 - $0] }, axis: a)
            node.give0(g.repeatedBack(a, keepDims, x.extents) * others)
        }
    }

    // MARK: Extremes

    /// The largest element. Where several are equal they share the gradient, as in PyTorch.
    public func max() -> Tensor { extreme(Int32(CK_MAX), "max") }
    /// The smallest element. Where several are equal they share the gradient, as in PyTorch.
    public func min() -> Tensor { extreme(Int32(CK_MIN), "min") }
    /// The largest along an axis; the gradient goes to the first of equals.
    public func max(axis: Int, keepDims: Bool = false) -> Tensor { extreme(Int32(CK_MAX), "max", axis, keepDims) }
    /// The smallest along an axis; the gradient goes to the first of equals.
    public func min(axis: Int, keepDims: Bool = false) -> Tensor { extreme(Int32(CK_MIN), "min", axis, keepDims) }

    private func extreme(_ op: Int32, _ name: StaticString) -> Tensor {
        guard elementCount > 0 else {
            Faults.report("\(name)", "shape \(shape) has no elements")
            return .poisoned
        }
        if dtypeCode != .float32 {
            let values = ints
            return Tensor((op == Int32(CK_MAX) ? values.max() : values.min()) ?? 0).cast(dtypeCode)
        }
        let flat = reshaped(to: Extents([elementCount])).detached()
        let y = flat.reduce(op, 0, false)
        guard isTracked else { return y }
        let before = extents
        return y.recorded(name, self, saving: self, output: true) { node, g in
            let hits = (node.first.detached() .== node.output.detached()).asFloat
            node.give0(g.broadcast(to: before.array) * (hits / hits.sum()))
        }
    }

    private func extreme(_ op: Int32, _ name: StaticString, _ axis: Int, _ keepDims: Bool) -> Tensor {
        guard let a = resolve(axis, name) else { return .poisoned }
        guard extents[a] > 0 else {
            Faults.report("\(name)", "axis \(axis) of shape \(shape) has no elements")
            return .poisoned
        }
        let x = asFloat
        let y = x.detached().reduce(op, a, keepDims)
        if dtypeCode != .float32 { return y.cast(dtypeCode) }
        guard isTracked else { return y }
        let at = argument(op, a, true)
        let before = extents
        return y.recorded(name, self) { node, g in
            let up = keepDims ? g : g.expandedDimensions(axis: a)
            node.give0(Tensor.zeros(before).scatterAdded(at, up, axis: a))
        }
    }

    private func argument(_ op: Int32, _ axis: Int, _ keep: Bool) -> Tensor {
        let x = asFloat.dense
        let (outer, k, inner) = split(at: axis)
        let y = Tensor.uninitialized(without(axis, keep: keep), .int64)
        guard y.dtypeCode == .int64 else { return y }
        ck_arg(op, outer, k, inner, x.floatPointer, y.int64Pointer)
        return y
    }

    /// Index of the largest element in row-major order, int64; the first of equals.
    public func argMax() -> Tensor { flattened().argMax(axis: 0) }
    /// Index of the smallest element in row-major order, int64; the first of equals.
    public func argMin() -> Tensor { flattened().argMin(axis: 0) }
    /// Index of the largest along an axis, int64; the first of equals.
    public func argMax(axis: Int, keepDims: Bool = false) -> Tensor { argument("argMax", Int32(CK_MAX), axis, keepDims) }
    /// Index of the smallest along an axis, int64; the first of equals.
    public func argMin(axis: Int, keepDims: Bool = false) -> Tensor { argument("argMin", Int32(CK_MIN), axis, keepDims) }

    private func argument(_ name: StaticString, _ op: Int32, _ axis: Int, _ keepDims: Bool) -> Tensor {
        guard let a = resolve(axis, name) else { return .poisoned }
        guard extents[a] > 0 else {
            Faults.report("\(name)", "axis \(axis) of shape \(shape) has no elements")
            return .poisoned
        }
        return argument(op, a, keepDims)
    }

    // MARK: Spread

    /// The variance of all elements; with `correction` 1 (the default) divided by n - 1.
    public func variance(correction: Int = 1) -> Tensor { flattened().variance(axis: 0, correction: correction) }

    /// The variance along an axis; with `correction` 1 (the default) divided by n - 1.
    public func variance(axis: Int, correction: Int = 1, keepDims: Bool = false) -> Tensor {
        guard let a = resolve(axis, "variance") else { return .poisoned }
        let x = asFloat
        let (outer, k, inner) = split(at: a)
        let mean = Tensor.uninitialized(without(a, keep: true))
        let y = Tensor.uninitialized(without(a, keep: keepDims))
        guard y.elementCount == Int(outer * inner), mean.elementCount == y.elementCount else { return .poisoned }
        let from = x.dense
        ck_moments(outer, k, inner, from.floatPointer, mean.floatPointer, y.floatPointer)
        let divisor = Swift.max(Double(k) - Double(correction), 0)
        for i in 0..<y.elementCount { y.floatPointer[i] = Float(Double(y.floatPointer[i]) / divisor) }
        return y.recorded("variance", x, saving: x) { node, g in
            let x = node.first
            let up = g.repeatedBack(a, keepDims, x.extents)
            let centred = Recording.isOn ? x - x.mean(axis: a, keepDims: true) : x - mean
            node.give0(up * centred * (2 / divisor))
        }
    }

    /// The standard deviation of all elements; with `correction` 1 (the default) divided by n - 1.
    public func std(correction: Int = 1) -> Tensor { variance(correction: correction).sqrt() }
    /// The standard deviation along an axis.
    public func std(axis: Int, correction: Int = 1, keepDims: Bool = false) -> Tensor {
        variance(axis: axis, correction: correction, keepDims: keepDims).sqrt()
    }

    /// √Σx², the Euclidean (Frobenius) norm of all elements.
    public func norm() -> Tensor {
        let x = asFloat
        let from = x.dense
        let y = Tensor.uninitialized(Extents())
        y.floatPointer[0] = Float(ck_sum_squares(Int64(elementCount), from.floatPointer).squareRoot())
        return y.recorded("norm", x, saving: x, output: true) { node, g in
            let y = node.output
            node.give0(y.detached().item() == 0 ? node.first.zerosLike() : node.first * (g / y))
        }
    }

    /// The Euclidean norm along an axis.
    public func norm(axis: Int, keepDims: Bool = false) -> Tensor { square().sum(axis: axis, keepDims: keepDims).sqrt() }

    /// (Σ|x|^p)^(1/p)
    public func norm(p: Double) -> Tensor {
        if p == 2 { return norm() }
        if p == 1 { return abs().sum() }
        if p == .infinity { return abs().max() }
        return abs().pow(p).sum().pow(1 / p)
    }

    /// The running sum along an axis.
    public func cumsum(axis: Int) -> Tensor { cumsum(axis: axis, reverse: false) }

    func cumsum(axis: Int, reverse: Bool) -> Tensor {
        guard let a = resolve(axis, "cumsum") else { return .poisoned }
        if dtypeCode != .float32 {
            let y = cast(.int64).denseCopy()
            let (outer, k, inner) = split(at: a)
            for o in 0..<Int(outer) {
                for i in 1..<Swift.max(Int(k), 1) {
                    for j in 0..<Int(inner) {
                        let at = (o * Int(k) + i) * Int(inner) + j
                        y.int64Pointer[at] &+= y.int64Pointer[at - Int(inner)]
                    }
                }
            }
            return y
        }
        let (outer, k, inner) = split(at: a)
        let x = dense
        let y = Tensor.uninitialized(extents)
        ck_cumsum(outer, k, inner, x.floatPointer, y.floatPointer, reverse ? 1 : 0)
        return y.recorded("cumsum", self) { node, g in node.give0(g.cumsum(axis: a, reverse: !reverse)) }
    }

    // MARK: Softmax

    /// log Σ eˣ of all elements, without overflow.
    public func logSumExp() -> Tensor { flattened().logSumExp(axis: 0) }

    /// log Σ eˣ along an axis, without overflow.
    public func logSumExp(axis: Int, keepDims: Bool = false) -> Tensor {
        guard let a = resolve(axis, "logSumExp") else { return .poisoned }
        let x = asFloat
        let top = x.detached().max(axis: a, keepDims: true)
        let safe = which(top.abs() .< .infinity, top, 0)
        let sum = (x - safe).exp().sum(axis: a, keepDims: true).log() + safe
        return keepDims ? sum : sum.squeezed(axis: a)
    }

    /// eˣ / Σ eˣ along an axis.
    public func softmax(axis: Int) -> Tensor {
        rowwise("softmax", axis, ck_softmax) { node, g in
            let y = node.output
            if Recording.isOn {
                node.give0(y * (g - (g * y).sum(axis: -1, keepDims: true)))
            } else {
                let dx = Tensor.uninitialized(g.extents)
                let up = g.dense
                let columns = Int64(g.extents[g.extents.count - 1])
                ck_softmax_gradient(columns == 0 ? 0 : Int64(g.elementCount) / columns, columns, up.floatPointer, y.floatPointer, dx.floatPointer)
                node.give0(dx)
            }
        }
    }

    /// x - log Σ eˣ along an axis.
    public func logSoftmax(axis: Int) -> Tensor {
        rowwise("logSoftmax", axis, ck_log_softmax) { node, g in
            let y = node.output
            if Recording.isOn {
                node.give0(g - y.exp() * g.sum(axis: -1, keepDims: true))
            } else {
                let dx = Tensor.uninitialized(g.extents)
                let up = g.dense
                let columns = Int64(g.extents[g.extents.count - 1])
                ck_log_softmax_gradient(columns == 0 ? 0 : Int64(g.elementCount) / columns, columns, up.floatPointer, y.floatPointer, dx.floatPointer)
                node.give0(dx)
            }
        }
    }

    private func rowwise(
        _ name: StaticString, _ axis: Int, _ kernel: (Int64, Int64, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?) -> Void,
        _ rule: @escaping Node.Rule
    ) -> Tensor {
        if rank == 0 { return reshaped([1]).rowwise(name, axis, kernel, rule).reshaped([]) }
        guard let a = resolve(axis, name) else { return .poisoned }
        if a != rank - 1 { return transposed(a, rank - 1).rowwise(name, -1, kernel, rule).transposed(a, rank - 1) }
        let x = asFloat
        let from = x.dense
        let y = Tensor.uninitialized(extents)
        let columns = extents[a]
        if columns > 0 { kernel(Int64(elementCount / columns), Int64(columns), from.floatPointer, y.floatPointer) }
        return y.recorded(name, x, output: true, rule)
    }
}
