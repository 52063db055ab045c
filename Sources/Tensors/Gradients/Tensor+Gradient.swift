import CKernels

extension Tensor {
    /// Whether operations on this tensor are recorded for gradients.
    public var requiresGradient: Bool { node != nil }

    /// Asks for a gradient with respect to this tensor. Only float32 tensors that came from no recorded operation.
    @discardableResult
    public func requireGradient(_ wanted: Bool = true) -> Tensor {
        guard wanted else {
            if let node, !node.isLeaf {
                Faults.report("requireGradient", "only a tensor that no operation made can be freed of its gradient; use detached()")
            } else {
                node = nil
            }
            return self
        }
        guard dtypeCode == .float32 else {
            Faults.report("requireGradient", "only float32 tensors have gradients, this one is \(dtype)")
            return self
        }
        if node == nil { node = Node(leaf: extents) }
        return self
    }

    /// Whether a gradient has arrived.
    public var hasGradient: Bool { node?.gradient != nil || node?.rows != nil }

    /// The gradient that `backward()` brought. Before there is one: a fault.
    public var gradient: Tensor {
        guard let node, node.isLeaf else {
            Faults.report("gradient", node == nil
                ? "this tensor does not ask for one; call requireGradient() before computing with it"
                : "only tensors that no operation made keep a gradient")
            return .poisoned
        }
        if let dense = node.gradient { return dense }
        if let rows = node.rows {
            let dense = rows.dense()
            node.gradient = dense
            node.rows = nil
            return dense
        }
        Faults.report("gradient", "there is none yet; call backward() first")
        return .poisoned
    }

    /// The gradient as touched rows where only lookups made it, else nil.
    package var rowGradient: RowGradient? { node?.rows }

    /// The dense gradient if there is one; rows are not made dense.
    package var denseGradient: Tensor? { node?.gradient }

    /// Replaces the gradient; nil for none.
    package func setGradient(_ g: Tensor?) {
        node?.gradient = g
        node?.rows = nil
    }

    /// Forgets the gradient, so that the next `backward()` starts from nothing.
    public func zeroGradient() {
        node?.gradient = nil
        node?.rows = nil
    }

    /// The same elements, cut off from what they were computed from.
    public func detached() -> Tensor { alias(extents, strides) }

    /// Computes the gradients of this scalar with respect to every tensor that asked for one, and adds them there.
    ///
    /// What was recorded is freed, unless `keepGraph`.
    public func backward(keepGraph: Bool = false) {
        guard elementCount == 1 else {
            Faults.report("backward", "shape \(shape): only a single number has a gradient; reduce it first, or give the gradient to start from")
            return
        }
        backward(Tensor.ones(extents), keepGraph: keepGraph)
    }

    /// The same for a result of any shape, from the gradient of something with respect to it.
    public func backward(_ upstream: Tensor, keepGraph: Bool = false) {
        backward(upstream, keepGraph: keepGraph, recording: false)
    }

    /// With `recording`, the gradients are recorded in their turn.
    package func backward(_ upstream: Tensor, keepGraph: Bool, recording: Bool) {
        guard let root = node else {
            Faults.report("backward", "nothing was recorded for this tensor: no input asked for a gradient")
            return
        }
        guard upstream.extents == extents, upstream.dtypeCode == .float32 else {
            Faults.report("backward", "the gradient has shape \(upstream.shape), the result \(shape)")
            return
        }
        if root.isLeaf {
            root.accept(upstream, fresh: false)
            return
        }
        if recording {
            Backward.run(root, upstream, keep: true)
        } else {
            ck_context().pointee.withoutGradient += 1
            Backward.run(root, upstream, keep: keepGraph)
            ck_context().pointee.withoutGradient -= 1
        }
    }
}

/// Carries a gradient through the recorded operations.
private enum Backward {
    static func run(_ root: Node, _ upstream: Tensor, keep: Bool) {
        var nodes: [Node] = [root]
        root.isVisited = true
        var scanned = 0
        while scanned < nodes.count {
            let node = nodes[scanned]
            scanned += 1
            visit(node.next0, &nodes)
            visit(node.next1, &nodes)
            visit(node.next2, &nodes)
            for next in node.more { visit(next, &nodes) }
        }
        for node in nodes { node.isVisited = false }
        sort(&nodes)
        root.pending = upstream
        root.pendingIsOwned = false
        for node in nodes {
            node.run(keep: keep)
            if Faults.isPending { break }
        }
        for node in nodes { node.pending = nil }
    }

    @inline(__always)
    private static func visit(_ node: Node?, _ nodes: inout [Node]) {
        guard let node, !node.isVisited, !node.isLeaf else { return }
        node.isVisited = true
        nodes.append(node)
    }

    /// Latest first. The list is almost in order already, so short ones are sorted by insertion.
    private static func sort(_ nodes: inout [Node]) {
        guard nodes.count <= 64 else {
            nodes.sort { $0.sequence > $1.sequence }
            return
        }
        for i in 1..<max(nodes.count, 1) {
            var j = i
            while j > 0 && nodes[j - 1].sequence < nodes[j].sequence {
                nodes.swapAt(j - 1, j)
                j -= 1
            }
        }
    }
}
