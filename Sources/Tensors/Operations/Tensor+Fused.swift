import CKernels

extension Tensor {
    /// activation(x · Wᵀ + b) for x `[…, in]`, W `[out, in]`, b `[out]`: one pass.
    public func linear(_ weight: Tensor, bias: Tensor? = nil, activation: Activation = .none) -> Tensor {
        guard dtypeCode == .float32, rank >= 1, weight.rank == 2, extents[rank - 1] == weight.extents[1] else {
            Faults.report("linear", "\(shape) × \(weight.shape): the input's last axis must have the weight's \(weight.rank == 2 ? weight.extents[1] : 0) inputs")
            return .poisoned
        }
        if let bias, bias.rank != 1 || bias.extents[0] != weight.extents[0] {
            Faults.report("linear", "the bias has shape \(bias.shape), the weight \(weight.shape)")
            return .poisoned
        }
        if rank != 2 {
            let rows = shape.dropLast().reduce(1, *)
            return reshaped([rows, weight.extents[1]]).linear(weight, bias: bias, activation: activation)
                .reshaped(Array(shape.dropLast()) + [weight.extents[0]])
        }
        let y = Tensor.uninitialized(Extents.pair(extents[0], weight.extents[0]))
        let b = bias?.dense
        let w = weight.alias(Extents.pair(weight.extents[1], weight.extents[0]), Extents.pair(weight.strides[1], weight.strides[0]))
        Tensor.gemm(self, w, into: y, bias: b, activation: activation)
        return y.recorded("linear", self, weight, bias, saving: self, weight, output: activation != .none) { node, g in
            var g = g
            switch activation {
            case .none: break
            case .relu: g = Recording.isOn ? g * (node.output.detached() .> 0).asFloat : g.slope(Int32(CK_RELU), node.output)
            case .tanh: g = Recording.isOn ? g * (1 - node.output.square()) : g.slope(Int32(CK_TANH), node.output)
            }
            if node.wants0 { node.give0(g.product(node.second)) }
            if node.wants1 { node.give1(g.swapped.product(node.first)) }
            if node.wants2 { node.give2(g.sum(axis: 0)) }
        }
    }

    /// g · f'(x), from y = f(x).
    func slope(_ op: Int32, _ y: Tensor) -> Tensor {
        let dx = Tensor.uninitialized(extents)
        let (up, stride) = denseOrScalar
        let from = y.dense
        ck_unary_gradient(op, Int64(elementCount), up.floatPointer, stride, from.floatPointer, from.floatPointer, dx.floatPointer)
        return dx
    }

    /// Σ a·b along the last axis, without the product in between: `(a * b).sum(axis: -1)`.
    public func rowDot(_ other: Tensor) -> Tensor {
        guard dtypeCode == .float32, other.dtypeCode == .float32, rank > 0, extents == other.extents else {
            return (self * other).sum(axis: -1)
        }
        let (a, b) = (dense, other.dense)
        let columns = extents[rank - 1]
        let y = Tensor.uninitialized(without(rank - 1, keep: false))
        ck_row_dot(Int64(y.elementCount), Int64(columns), a.floatPointer, b.floatPointer, y.floatPointer)
        return y.recorded("rowDot", self, other, saving: self, other) { node, g in
            let (x, z) = (node.first, node.second)
            if Recording.isOn {
                let up = g.expandedDimensions(axis: -1)
                if node.wants0 { node.give0(up * z) }
                if node.wants1 { node.give1(up * x) }
                return
            }
            let da: Tensor? = node.wants0 ? Tensor.uninitialized(x.extents) : nil
            let db: Tensor? = node.wants1 ? Tensor.uninitialized(x.extents) : nil
            let (up, stride) = g.denseOrScalar
            let (a, b) = (x.dense, z.dense)
            ck_row_dot_gradient(
                Int64(g.elementCount), Int64(columns), up.floatPointer, stride, a.floatPointer, b.floatPointer, da?.floatPointer, db?.floatPointer)
            if let da { node.give0(da) }
            if let db { node.give1(db) }
        }
    }

    /// The mean (or sum) of (self - target)², in one pass.
    package func squaredError(_ target: Tensor, mean: Bool) -> Tensor {
        guard extents == target.extents, dtypeCode == .float32, target.dtypeCode == .float32 else {
            let e = (self - target).square()
            return mean ? e.mean() : e.sum()
        }
        let n = elementCount
        let (a, b) = (dense, target.dense)
        let y = Tensor.uninitialized(Extents())
        let sum = ck_squared_distance(Int64(n), a.floatPointer, b.floatPointer)
        y.floatPointer[0] = mean ? sum / Float(n) : sum
        let scale = mean ? 2 / Double(n) : 2
        return y.recorded("squaredError", self, target, saving: self, target) { node, g in
            let difference = node.first - node.second
            let d = Recording.isOn ? difference * (g * scale) : difference * (g.item() * scale)
            if node.wants0 { node.give0(d) }
            if node.wants1 { node.give1(-d) }
        }
    }

    /// Rows whose target counts, and their weights: checked once for the losses on classes.
    private func classTargets(_ targets: Tensor, _ name: StaticString) -> Tensor? {
        guard rank == 2, targets.rank == 1, targets.extents[0] == extents[0] else {
            Faults.report("\(name)", "\(shape) and \(targets.shape): scores [n, classes] and targets [n] are needed")
            return nil
        }
        return targets.validIndices(extents[1], name)
    }

    /// −Σ log p[target] over rows of log probabilities `[n, classes]`, one number a row `[n]`.
    package func negativeLogLikelihood(_ targets: Tensor) -> Tensor {
        guard let index = classTargets(targets, "nllLoss") else { return .poisoned }
        let from = asFloat.dense
        let (n, classes) = (extents[0], extents[1])
        let y = Tensor.uninitialized(Extents([n]))
        for i in 0..<y.elementCount { y.floatPointer[i] = -from.floatPointer[i * classes + Int(index.int64Pointer[i])] }
        return y.recorded("nllLoss", self) { node, g in
            if Recording.isOn {
                node.give0(Tensor.zeros([n, classes]).scatterAdded(index.reshaped([n, 1]), -g.reshaped([n, 1]), axis: 1))
                return
            }
            let dx = Tensor.zeros(Extents.pair(n, classes))
            let (up, stride) = g.denseOrScalar
            for i in 0..<n { dx.floatPointer[i * classes + Int(index.int64Pointer[i])] = -up.floatPointer[i * Int(stride)] }
            node.give0(dx)
        }
    }

    /// Cross-entropy of logits `[n, classes]` with classes `[n]`, one number a row `[n]`: log-softmax and
    /// negative log-likelihood in one.
    package func crossEntropy(_ targets: Tensor) -> Tensor {
        guard let index = classTargets(targets, "crossEntropyLoss") else { return .poisoned }
        let from = asFloat.dense
        let (n, classes) = (extents[0], extents[1])
        let logs = Tensor.uninitialized(extents)
        ck_log_softmax(Int64(n), Int64(classes), from.floatPointer, logs.floatPointer)
        let y = Tensor.uninitialized(Extents([n]))
        for i in 0..<y.elementCount { y.floatPointer[i] = -logs.floatPointer[i * classes + Int(index.int64Pointer[i])] }
        return y.recorded("crossEntropyLoss", self, saving: self) { node, g in
            if Recording.isOn {
                let p = node.first.softmax(axis: 1)
                node.give0(g.expandedDimensions(axis: 1) * (p - index.oneHot(classes).asFloat))
                return
            }
            let dx = Tensor.uninitialized(Extents.pair(n, classes))
            let (up, stride) = g.denseOrScalar
            ck_log_softmax_nll_gradient(
                Int64(n), Int64(classes), up.floatPointer, stride, logs.floatPointer, index.int64Pointer, dx.floatPointer)
            node.give0(dx)
        }
    }
}
