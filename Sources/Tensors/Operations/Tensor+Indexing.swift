import CKernels

/// What may stand between the brackets of a tensor: an integer, a range, or `Every`.
public protocol TensorIndex {
    /// The place along an axis of `length` elements.
    func place(in length: Int) -> TensorPlace
}

/// One place of an index list, resolved.
public enum TensorPlace {
    case index(Int)
    case range(Range<Int>, step: Int)
    case newAxis
}

extension Int: TensorIndex {
    public func place(in length: Int) -> TensorPlace { .index(self) }
}
extension Range: TensorIndex where Bound == Int {
    public func place(in length: Int) -> TensorPlace { .range(self, step: 1) }
}
extension ClosedRange: TensorIndex where Bound == Int {
    public func place(in length: Int) -> TensorPlace { .range(lowerBound..<(upperBound &+ 1), step: 1) }
}
extension PartialRangeFrom: TensorIndex where Bound == Int {
    public func place(in length: Int) -> TensorPlace {
        let low = lowerBound < 0 ? Swift.max(lowerBound + length, 0) : lowerBound
        return .range(low..<Swift.max(low, length), step: 1)
    }
}
extension PartialRangeUpTo: TensorIndex where Bound == Int {
    public func place(in length: Int) -> TensorPlace {
        .range(0..<Swift.max(upperBound < 0 ? upperBound + length : upperBound, 0), step: 1)
    }
}
extension PartialRangeThrough: TensorIndex where Bound == Int {
    public func place(in length: Int) -> TensorPlace {
        .range(0..<Swift.max((upperBound < 0 ? upperBound + length : upperBound) &+ 1, 0), step: 1)
    }
}

/// Every `step`-th element of an axis.
public struct Every: TensorIndex {
    public let step: Int
    public init(_ step: Int = 1) { self.step = step }
    public func place(in length: Int) -> TensorPlace { .range(0..<length, step: step) }
}

/// A new axis of length 1.
public struct NewAxis: TensorIndex {
    public init() {}
    public func place(in length: Int) -> TensorPlace { .newAxis }
}

extension Tensor {
    /// The part with this index along the first axis, as a view; negative indices count from the end.
    public subscript(_ index: Int) -> Tensor {
        get { selected(axis: 0, index) }
        set { write(selected(axis: 0, index), newValue) }
    }

    /// The elements at a list of indices and ranges, one an axis, as a view: `x[0..., 1]`, `x[2, 1..<3]`.
    public subscript(_ places: any TensorIndex...) -> Tensor {
        get { part(places) }
        set { write(part(places), newValue) }
    }

    /// The parts at the indices of an integer tensor along the first axis, or those where a bool tensor is true.
    public subscript(_ indices: Tensor) -> Tensor {
        get { indices.dtypeCode == .bool ? masked(indices) : take(indices, axis: 0) }
        set {
            if indices.dtypeCode == .bool {
                guard let target = indices.broadcastStrides(to: extents) else {
                    Faults.report("subscript", "the mask has shape \(indices.shape), the tensor \(shape)")
                    return
                }
                let mask = indices.alias(extents, target)
                replace("subscript", with: which(mask, newValue, self))
            } else {
                for (i, row) in indices.flattened().ints.enumerated() {
                    let source = newValue.rank == rank && newValue.extents[0] > 1 ? newValue[i] : newValue
                    self[row] = source
                }
            }
        }
    }

    private func write(_ view: Tensor, _ value: Tensor) {
        if view.storage !== storage { return }
        if Recording.isOn, let node, node.isLeaf {
            Faults.report(
                "subscript", "a tensor of shape \(shape) that asks for a gradient cannot be changed in place while operations are recorded; do it inside withoutGradient { }")
            return
        }
        guard value.broadcastStrides(to: view.extents) != nil else {
            Faults.report("subscript", "shape \(value.shape) does not fit into \(view.shape)")
            return
        }
        if value === view { return }
        guard Recording.isOn, node != nil || value.node != nil else {
            let from = value.cast(dtypeCode).broadcast(to: view.shape)
            view.store(from.storage === storage ? from.denseCopy() : from)
            return
        }
        // The record: what stood there before gets no gradient, what was written gets its part.
        let source = value.broadcast(to: view.shape)
        let before = node
        view.detached().store(source.storage === storage ? source.denseCopy() : source)
        let (viewExtents, viewStrides, viewOffset) = (view.extents, view.strides, view.offset - offset)
        let dense = isDense
        guard dense else {
            Faults.report("subscript", "a view of shape \(shape) that a recorded computation uses cannot be changed in place; copy() it first")
            return
        }
        let fresh = Node("subscript", extents)
        fresh.next0 = before
        fresh.next1 = source.node
        fresh.rule = { node, g in
            let whole = g.denseCopy()
            let part = whole.alias(viewExtents, viewStrides, offset: viewOffset)
            if node.wants1 { node.give1(part.denseCopy()) }
            part.store(Tensor.zeros(viewExtents))
            node.give0(whole)
        }
        node = fresh
    }

    private func part(_ places: [any TensorIndex]) -> Tensor {
        var result = self
        var axis = 0
        for place in places {
            guard axis < result.rank || place is NewAxis else {
                Faults.report("subscript", "\(places.count) indices are too many for shape \(shape)")
                return .poisoned
            }
            switch place.place(in: axis < result.rank ? result.extents[axis] : 0) {
            case .index(let i):
                result = result.selected(axis: axis, i)
                if Faults.isPending { return .poisoned }
            case .range(let range, let step):
                result = result.sliced(axis: axis, range, step: step)
                axis += 1
            case .newAxis:
                result = result.expandedDimensions(axis: axis)
                axis += 1
            }
        }
        return result
    }

    /// Elements where a mask of this shape (or of its first axes) is true, as a vector (or rows).
    public func masked(_ mask: Tensor) -> Tensor {
        let m = mask.cast(.bool).dense
        guard m.rank <= rank, (0..<m.rank).allSatisfy({ m.extents[$0] == extents[$0] }) else {
            Faults.report("masked", "the mask has shape \(mask.shape), the tensor \(shape)")
            return .poisoned
        }
        let at = (0..<m.elementCount).filter { m.boolPointer[$0] != 0 }
        let flat = reshaped([m.elementCount] + shape[m.rank...])
        return flat.take(Tensor(at), axis: 0)
    }

    /// Places of the elements that are not 0, `[found, rank]`, int64.
    public func nonZero() -> Tensor {
        let t = cast(.bool).dense
        var places: [Int] = []
        var found = 0
        for i in 0..<t.elementCount where t.boolPointer[i] != 0 {
            var rest = i
            var place = [Int](repeating: 0, count: rank)
            for axis in stride(from: rank - 1, through: 0, by: -1) {
                place[axis] = rest % extents[axis]
                rest /= extents[axis]
            }
            places += place
            found += 1
        }
        return Tensor(places, shape: [found, rank])
    }

    /// Integer indices as dense int64, all within 0..<bound (negative ones counted from the end); a fault otherwise.
    func validIndices(_ bound: Int, _ name: StaticString) -> Tensor? {
        guard dtypeCode == .int64 || dtypeCode == .int32 else {
            Faults.report("\(name)", "indices must be integers, not \(dtype)")
            return nil
        }
        let t = cast(.int64).dense
        if t.elementCount == 0 { return t }
        var low: Int64 = 0
        var high: Int64 = 0
        ck_range_int64(Int64(t.elementCount), t.int64Pointer, &low, &high)
        guard low >= -Int64(bound), high < Int64(bound) else {
            Faults.report("\(name)", "index \(high >= Int64(bound) ? high : low) is out of range for \(bound) rows")
            return nil
        }
        if low >= 0 { return t }
        let shifted = t.denseCopy()
        for i in 0..<shifted.elementCount where shifted.int64Pointer[i] < 0 { shifted.int64Pointer[i] += Int64(bound) }
        return shifted
    }

    /// The parts at integer indices along an axis; the axis is replaced by the indices' axes.
    public func take(_ indices: Tensor, axis: Int = 0) -> Tensor {
        guard let a = resolve(axis, "take"), let index = indices.validIndices(extents[a], "take") else { return .poisoned }
        if a != 0 {
            var order = Array(0..<rank)
            order.remove(at: a)
            let moved = transposed(axes: [a] + order).take(index, axis: 0)
            let k = index.rank
            let back = Array(k..<(k + a)) + Array(0..<k) + Array((k + a)..<moved.rank)
            return moved.transposed(axes: back)
        }
        guard index.rank + rank - 1 <= Extents.capacity else {
            Faults.report("take", "indices of shape \(indices.shape) into shape \(shape) give too many axes")
            return .poisoned
        }
        var target = index.extents
        for i in 1..<Swift.max(rank, 1) { target.append(extents[i]) }
        let n = index.elementCount
        let y = Tensor.uninitialized(target, dtypeCode)
        guard y.extents == target else { return y }
        let columns = n == 0 ? 0 : target.product / n
        let table = dense
        if dtypeCode == .float32 {
            ck_gather_rows(Int64(n), Int64(columns), table.floatPointer, index.int64Pointer, y.floatPointer)
        } else {
            let bytes = columns * dtypeCode.byteCount
            for i in 0..<n {
                (y.basePointer + i * bytes).copyMemory(from: table.basePointer + Int(index.int64Pointer[i]) * bytes, byteCount: bytes)
            }
        }
        guard isTracked else { return y }
        let before = extents
        return y.recorded("take", self) { node, g in
            if Recording.isOn {
                node.give0(g.scattered(index, rows: before))
            } else if let leaf = node.next0, leaf.isLeaf {
                leaf.accept(rows: RowGradient(indices: index, gradient: g, table: before))
            } else {
                node.give0(g.scattered(index, rows: before))
            }
        }
    }

    /// Zeros of a shape to whose rows this tensor's parts are added.
    func scattered(_ index: Tensor, rows extents: Extents) -> Tensor {
        let y = Tensor.zeros(extents)
        let columns = extents.product / Swift.max(extents[0], 1)
        let from = dense
        ck_scatter_add_rows(Int64(index.elementCount), Int64(columns), from.floatPointer, index.int64Pointer, y.floatPointer)
        return y.recorded("scatter", self) { node, g in node.give0(g.take(index, axis: 0)) }
    }

    /// Along an axis, the elements at the indices of a tensor of this rank: `y[i, j] = x[i, index[i, j]]` for axis 1.
    public func gathered(_ indices: Tensor, axis: Int) -> Tensor {
        guard let a = resolve(axis, "gathered"), let places = gatherPlaces(indices, a, "gathered") else { return .poisoned }
        let flat = reshaped([elementCount]).take(Tensor(places), axis: 0)
        return flat.reshaped(indices.shape)
    }

    /// A copy to which `values` are added at the places that ``gathered(_:axis:)`` would read.
    public func scatterAdded(_ indices: Tensor, _ values: Tensor, axis: Int) -> Tensor {
        guard let a = resolve(axis, "scatterAdded"), let places = gatherPlaces(indices, a, "scatterAdded") else { return .poisoned }
        guard values.extents == indices.extents else {
            Faults.report("scatterAdded", "values of shape \(values.shape) for indices of shape \(indices.shape)")
            return .poisoned
        }
        let at = Tensor(places)
        return self + values.cast(.float32).reshaped([places.count]).scattered(at, rows: Extents([elementCount])).reshaped(shape)
    }

    private func gatherPlaces(_ indices: Tensor, _ axis: Int, _ name: StaticString) -> [Int]? {
        guard indices.rank == rank, (0..<rank).allSatisfy({ $0 == axis || indices.extents[$0] <= extents[$0] }) else {
            Faults.report("\(name)", "indices of shape \(indices.shape) do not fit shape \(shape) along axis \(axis)")
            return nil
        }
        guard let index = indices.validIndices(extents[axis], name) else { return nil }
        let strides = extents.denseStrides
        var places = [Int](repeating: 0, count: index.elementCount)
        for i in 0..<index.elementCount {
            var rest = i
            var place = 0
            for d in stride(from: rank - 1, through: 0, by: -1) {
                let c = rest % index.extents[d]
                rest /= index.extents[d]
                place += (d == axis ? Int(index.int64Pointer[i]) : c) * strides[d]
            }
            places[i] = place
        }
        return places
    }

    /// Vectors of zeros with a one at the class's place, `[…, classes]`, int64 as in PyTorch.
    public func oneHot(_ classes: Int) -> Tensor {
        guard classes > 0, let index = validIndices(classes, "oneHot"), rank < Extents.capacity else { return .poisoned }
        let y = Tensor.zeros(shape + [classes], dtype: .int64)
        guard y.dtypeCode == .int64 else { return y }
        for i in 0..<index.elementCount { y.int64Pointer[i * classes + Int(index.int64Pointer[i])] = 1 }
        return y
    }
}
