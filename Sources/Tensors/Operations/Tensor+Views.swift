import CKernels

extension Tensor {
    /// A view made by a rearrangement of axes; `back` undoes it on a gradient.
    @inline(__always)
    private func viewed(_ name: StaticString, _ extents: Extents, _ strides: Extents, _ back: @escaping (Tensor) -> Tensor) -> Tensor {
        alias(extents, strides).recorded(name, self) { node, g in node.pass0(back(g)) }
    }

    /// The same elements in row-major order with another shape; one length may be -1. A view of a dense tensor, else a copy.
    public func reshaped(_ shape: [Int]) -> Tensor {
        var wanted = shape
        if let hole = shape.firstIndex(of: -1) {
            let known = shape.enumerated().reduce(1) { $1.offset == hole ? $0 : $0 &* $1.element }
            guard known > 0, shape.lastIndex(of: -1) == hole, elementCount % known == 0 else {
                Faults.report("reshaped", "\(self.shape) cannot become \(shape)")
                return .poisoned
            }
            wanted[hole] = elementCount / known
        }
        guard Tensor.valid(wanted, "reshaped") else { return .poisoned }
        let target = Extents(wanted)
        guard target.product == elementCount else {
            Faults.report("reshaped", "\(self.shape) has \(count) elements, \(shape) \(target.product)")
            return .poisoned
        }
        return reshaped(to: target)
    }

    package func reshaped(to target: Extents) -> Tensor {
        if target == extents { return self }
        let from = dense
        let before = extents
        let y = from.alias(target, target.denseStrides)
        return y.recorded("reshaped", self) { node, g in node.pass0(g.reshaped(to: before)) }
    }

    /// One axis after the other joined into one, from `start` to `end`.
    public func flattened(start: Int = 0, end: Int = -1) -> Tensor {
        if rank == 0 { return reshaped([1]) }
        guard let a = resolve(start, "flattened"), let b = resolve(end, "flattened"), a <= b else { return .poisoned }
        var target = Array(shape[0..<a])
        target.append(shape[a...b].reduce(1, *))
        target.append(contentsOf: shape[(b + 1)...])
        return reshaped(target)
    }

    /// All axes in reverse order; a matrix's transpose.
    public func transposed() -> Tensor { transposed(axes: Array((0..<rank).reversed())) }

    /// Two axes exchanged.
    public func transposed(_ a: Int, _ b: Int) -> Tensor {
        guard let i = resolve(a, "transposed"), let j = resolve(b, "transposed") else { return .poisoned }
        var e = extents
        var s = strides
        (e[i], e[j]) = (extents[j], extents[i])
        (s[i], s[j]) = (strides[j], strides[i])
        return viewed("transposed", e, s) { $0.transposed(i, j) }
    }

    /// Axes in the given order.
    public func transposed(axes: [Int]) -> Tensor {
        let order = axes.map { $0 < 0 ? $0 + rank : $0 }
        guard order.sorted() == Array(0..<rank) else {
            Faults.report("transposed", "\(axes) is not an order of the axes of shape \(shape)")
            return .poisoned
        }
        var e = Extents()
        var s = Extents()
        var inverse = [Int](repeating: 0, count: rank)
        for (i, axis) in order.enumerated() {
            e.append(extents[axis])
            s.append(strides[axis])
            inverse[axis] = i
        }
        return viewed("transposed", e, s) { $0.transposed(axes: inverse) }
    }

    /// A new axis of length 1 at `axis`.
    public func expandedDimensions(axis: Int) -> Tensor {
        guard rank < Extents.capacity, let a = resolve(axis, "expandedDimensions", extra: 1) else {
            if rank >= Extents.capacity { Faults.report("expandedDimensions", "shape \(shape) has the most axes possible") }
            return .poisoned
        }
        var e = extents
        var s = strides
        e.insert(1, at: a)
        s.insert(a < extents.count ? extents[a] * strides[a] : 1, at: a)
        return viewed("expandedDimensions", e, s) { $0.squeezed(axis: a) }
    }

    /// Without all axes of length 1.
    public func squeezed() -> Tensor { reshaped(shape.filter { $0 != 1 }) }

    /// Without an axis of length 1; unchanged if it is longer, as in PyTorch.
    public func squeezed(axis: Int) -> Tensor {
        guard let a = resolve(axis, "squeezed") else { return .poisoned }
        guard extents[a] == 1 else { return self }
        var e = extents
        var s = strides
        e.remove(at: a)
        s.remove(at: a)
        return viewed("squeezed", e, s) { $0.expandedDimensions(axis: a) }
    }

    /// Axes of length 1 repeated to a shape, without copying.
    public func broadcast(to shape: [Int]) -> Tensor {
        guard Tensor.valid(shape, "broadcast") else { return .poisoned }
        let target = Extents(shape)
        if target == extents { return self }
        guard let strides = broadcastStrides(to: target) else {
            Faults.report("broadcast", "\(self.shape) cannot be broadcast to \(shape)")
            return .poisoned
        }
        let before = extents
        return alias(target, strides).recorded("broadcast", self) { node, g in node.pass0(g.reduced(to: before)) }
    }

    /// Elements start, start + step, … of an axis: `length` of them, as a view.
    package func strided(axis: Int, start: Int, step: Int, length: Int) -> Tensor {
        var e = extents
        var s = strides
        e[axis] = length
        s[axis] = strides[axis] * step
        let before = extents
        let from = length == 0 ? offset : offset + start * strides[axis]
        return alias(e, s, offset: from).recorded("slice", self) { node, g in
            node.give0(g.placed(in: before, axis: axis, start: start, step: step))
        }
    }

    /// Zeros of a shape that hold this tensor along one axis at start, start + step, …
    func placed(in extents: Extents, axis: Int, start: Int, step: Int) -> Tensor {
        let y = Tensor.zeros(extents)
        let length = self.extents[axis]
        var s = y.strides
        s[axis] *= step
        let window = y.alias(self.extents, s, offset: length == 0 ? 0 : start * y.strides[axis])
        window.store(self)
        return y.recorded("placed", self) { node, g in
            node.pass0(g.strided(axis: axis, start: start, step: step, length: length))
        }
    }

    /// Elements `range` of an axis, every `step`-th, as a view. Bounds beyond the axis are held at its ends.
    public func sliced(axis: Int, _ range: Range<Int>, step: Int = 1) -> Tensor {
        guard let a = resolve(axis, "sliced") else { return .poisoned }
        guard step > 0 else {
            Faults.report("sliced", "the step \(step) is not positive")
            return .poisoned
        }
        let low = Swift.min(Swift.max(range.lowerBound, 0), extents[a])
        let high = Swift.min(Swift.max(range.upperBound, low), extents[a])
        return strided(axis: a, start: low, step: step, length: (high - low + step - 1) / step)
    }

    /// The part of index `index` along an axis, without that axis; negative indices count from the end.
    public func selected(axis: Int, _ index: Int) -> Tensor {
        guard let a = resolve(axis, "selected") else { return .poisoned }
        let n = extents[a]
        let i = index < 0 ? index + n : index
        guard i >= 0 && i < n else {
            Faults.report("subscript", "index \(index) is out of range for axis \(a) of shape \(shape)")
            return .poisoned
        }
        var e = extents
        var s = strides
        e.remove(at: a)
        s.remove(at: a)
        let before = extents
        return alias(e, s, offset: offset + i * strides[a]).recorded("select", self) { node, g in
            node.give0(g.expandedDimensions(axis: a).placed(in: before, axis: a, start: i, step: 1))
        }
    }

    /// All windows of `size` neighbours along the first axis, as a view `[windows, size, …]`; nothing is copied.
    public func windows(size: Int, step: Int = 1) -> Tensor {
        guard rank > 0, rank < Extents.capacity, size > 0, step > 0, size <= extents[0] else {
            Faults.report("windows", "windows of \(size) by \(step) cannot be taken from shape \(shape)")
            return .poisoned
        }
        var e = extents
        var s = strides
        e[0] = size
        e.insert((extents[0] - size) / step + 1, at: 0)
        s.insert(strides[0] * step, at: 0)
        let before = extents
        return alias(e, s).recorded("windows", self) { node, g in
            let sum = Tensor.zeros(before)
            for i in 0..<g.extents[0] {
                let part = g.detached().selected(axis: 0, i)
                sum.strided(axis: 0, start: i * step, step: 1, length: size).addInPlace(part)
            }
            node.give0(sum)
        }
    }

    /// The elements repeated `count` times along an axis.
    public func repeated(_ count: Int, axis: Int) -> Tensor {
        guard count > 0 else {
            Faults.report("repeated", "\(count) times is not possible")
            return .poisoned
        }
        let (values, overflow) = count.multipliedReportingOverflow(by: Swift.max(elementCount, 1))
        guard Faults.allows("repeated", count: overflow ? .max : values) else { return .poisoned }
        return concatenated(Array(repeating: self, count: count), axis: axis)
    }

    /// Order reversed along an axis.
    public func flipped(axis: Int) -> Tensor {
        guard let a = resolve(axis, "flipped") else { return .poisoned }
        return take(Tensor(Array((0..<extents[a]).reversed())), axis: a)
    }
}

/// Tensors of equal shape but for `axis`, one after the other along it.
public func concatenated(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else {
        Faults.report("concatenated", "there is nothing to concatenate")
        return .poisoned
    }
    guard let a = first.resolve(axis, "concatenated") else { return .poisoned }
    var target = first.extents
    target[a] = 0
    var type = first.dtypeCode
    for t in tensors {
        var other = t.extents
        if other.count == target.count { other[a] = 0 }
        var expected = target
        expected[a] = 0
        guard other == expected else {
            Faults.report("concatenated", "\(first.shape) and \(t.shape) differ elsewhere than along axis \(a)")
            return .poisoned
        }
        target[a] += t.extents[a]
        type = type.promoted(with: t.dtypeCode)
    }
    let y = Tensor.uninitialized(target, type)
    guard y.extents == target else { return y }
    var start = 0
    for t in tensors {
        let length = t.extents[a]
        y.alias(t.extents, y.strides, offset: length == 0 ? 0 : start * y.strides[a]).store(t.cast(type))
        start += length
    }
    return y.recorded("concatenated", many: tensors) { node, g in
        var start = 0
        for (i, t) in node.more.enumerated() {
            let length = tensors[i].extents[a]
            if t != nil { node.give(i, g.strided(axis: a, start: start, step: 1, length: length), fresh: false) }
            start += length
        }
    }
}

/// Tensors of equal shape side by side along a new axis.
public func stacked(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
    guard let first = tensors.first else {
        Faults.report("stacked", "there is nothing to stack")
        return .poisoned
    }
    if let odd = tensors.first(where: { $0.extents != first.extents }) {
        Faults.report("stacked", "shapes \(first.shape) and \(odd.shape) differ")
        return .poisoned
    }
    guard let a = first.resolve(axis, "stacked", extra: 1) else { return .poisoned }
    return concatenated(tensors.map { $0.expandedDimensions(axis: a) }, axis: a)
}
