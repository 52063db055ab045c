// All that a tensor is, for keeping it and making it again.

extension Storage {
    /// A storage of a size, of zeros; nil where there is no memory for it.
    package static func blank(_ byteCount: Int) -> Storage? {
        let storage = Storage(byteCount: byteCount)
        guard !storage.isStandIn else { return nil }
        storage.pointer.initializeMemory(as: UInt8.self, repeating: 0, count: storage.byteCount)
        return storage
    }

    /// The contents, byte by byte.
    package var contents: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: pointer, count: byteCount) }

    /// Takes on other contents of the same size; false where the size is another.
    package func replaceContents(_ contents: UnsafeRawBufferPointer) -> Bool {
        guard contents.count == byteCount, let source = contents.baseAddress else { return false }
        pointer.copyMemory(from: source, byteCount: byteCount)
        version &+= 1
        return true
    }
}

extension Tensor {
    /// A tensor over a storage; nil where it would reach outside of it.
    package static func over(
        _ storage: Storage, offset: Int, shape: [Int], strides: [Int], dtype: DType, isParameter: Bool
    ) -> Tensor? {
        guard shape.count == strides.count, shape.count <= Extents.capacity, offset >= 0, shape.allSatisfy({ $0 >= 0 }) else { return nil }
        var last = offset
        for (count, stride) in zip(shape, strides) where count > 0 {
            guard stride >= 0 else { return nil }
            let (step, overflow) = stride.multipliedReportingOverflow(by: count - 1)
            let (sum, overflows) = last.addingReportingOverflow(step)
            guard !overflow, !overflows else { return nil }
            last = sum
        }
        let (end, overflow) = (last + 1).multipliedReportingOverflow(by: dtype.byteCount)
        guard !overflow, shape.contains(0) || end <= storage.byteCount else { return nil }
        let (extents, steps) = (Extents(shape), Extents(strides))
        if isParameter { return Parameter(over: storage, offset: offset, extents: extents, strides: steps) }
        return Tensor(storage: storage, offset: offset, extents: extents, strides: steps, dtype: dtype)
    }
}

extension Node {
    /// A leaf without a gradient, for a tensor of a shape.
    package static func leaf(_ shape: [Int]) -> Node { Node(leaf: Extents(shape)) }

    /// Whether the node keeps a gradient, rather than carrying one on.
    package var keepsGradient: Bool { isLeaf }
    /// The shape of a leaf's tensor.
    package var shape: [Int] { extents.array }

    /// A leaf's gradient, if it is dense.
    package var keptGradient: Tensor? { gradient }
    /// A leaf's gradient, if only rows of it are not zero.
    package var keptRows: (rows: Tensor, values: Tensor, shape: [Int])? { rows.map { ($0.rows, $0.values, $0.extents.array) } }

    /// Takes on another gradient.
    package func restore(gradient: Tensor?, rows: (rows: Tensor, values: Tensor, shape: [Int])?) {
        self.gradient = gradient
        self.rows = rows.map { RowGradient(rows: $0.rows, values: $0.values, extents: Extents($0.shape)) }
    }

    /// What a recorded operation refers to: the nodes that its gradient goes on to, and the tensors that it needs.
    package var connections: [AnyObject?] { [next0, next1, next2, saved0, saved1, saved2] + more }
    /// Whether the record can still be used.
    package var isLive: Bool { rule != nil }
}
