import CKernels

extension Tensor {
    /// Changes the left tensor in place.
    public static func += (a: Tensor, b: Tensor) { a.update("+=", Int32(CK_ADD), b) { $0 + $1 } }
    public static func -= (a: Tensor, b: Tensor) { a.update("-=", Int32(CK_SUB), b) { $0 - $1 } }
    public static func *= (a: Tensor, b: Tensor) { a.update("*=", Int32(CK_MUL), b) { $0 * $1 } }
    public static func /= (a: Tensor, b: Tensor) { a.update("/=", Int32(CK_DIV), b) { $0 / $1 } }
    public static func += (a: Tensor, b: Double) { a.replace("+=", with: a + b) }
    public static func -= (a: Tensor, b: Double) { a.replace("-=", with: a - b) }
    public static func *= (a: Tensor, b: Double) { a.replace("*=", with: a * b) }
    public static func /= (a: Tensor, b: Double) { a.replace("/=", with: a / b) }

    /// Every element becomes `value`.
    public func fill(_ value: Double) {
        guard mayChange("fill") else { return }
        if isDense {
            storage.version &+= 1
            fillRaw(value)
            if node?.isLeaf != true { node = nil }
        } else {
            replace("fill", with: Tensor.full([], value, dtype: dtypeCode).broadcast(to: shape))
        }
    }

    /// Every element becomes the other tensor's (broadcast, converted to this one's type).
    public func assign(_ other: Tensor) {
        guard other.broadcastStrides(to: extents) != nil else {
            Faults.report("assign", "shape \(other.shape) does not fit into \(shape)")
            return
        }
        replace("assign", with: other.cast(dtypeCode).broadcast(to: shape))
    }

    /// Whether a change in place is allowed now.
    private func mayChange(_ name: StaticString) -> Bool {
        guard Recording.isOn, let node, node.isLeaf else { return true }
        Faults.report(
            "\(name)", "a tensor of shape \(shape) that asks for a gradient cannot be changed in place while operations are recorded; do it inside withoutGradient { }")
        return false
    }

    @inline(__always)
    private func update(_ name: StaticString, _ op: Int32, _ other: Tensor, _ compute: (Tensor, Tensor) -> Tensor) {
        if !Recording.isOn || (node == nil && other.node == nil), dtypeCode == .float32, other.dtypeCode == .float32, isDense,
            other.isDense, extents == other.extents || other.elementCount == 1 && other.rank <= rank
        {
            var n = Int64(elementCount)
            var one: Int64 = 1
            var stride: Int64 = other.elementCount == 1 ? 0 : 1
            storage.version &+= 1
            ck_binary(op, 1, &n, floatPointer, &one, other.floatPointer, &stride, floatPointer)
            return
        }
        replace(name, with: compute(self, other))
    }

    /// Takes over the elements and the record of a result of this tensor's shape.
    package func replace(_ name: StaticString, with result: Tensor) {
        guard mayChange(name) else { return }
        guard result.extents == extents else {
            if !Faults.isPending { Faults.report("\(name)", "the result has shape \(result.shape), which does not fit into \(shape)") }
            return
        }
        guard result.dtypeCode == dtypeCode || !(result.dtypeCode == .float32) else {
            Faults.report("\(name)", "the result is \(result.dtype), which does not fit into \(dtype)")
            return
        }
        let from = result.cast(dtypeCode)
        store(from)
        if Recording.isOn, node?.isLeaf != true { node = result.node }
    }

    /// Writes elements of the same shape and type; counts as a change in place.
    package func store(_ from: Tensor) {
        storage.version &+= 1
        extents.withPointer { shape in
            from.strides.withPointer { sx in
                strides.withPointer { sy in
                    ck_store_strided(Int32(dtypeCode.byteCount), Int32(extents.count), shape, from.basePointer, sx, basePointer, sy)
                }
            }
        }
    }

    /// self += g for gradients: dense float32 of the same shape.
    @inline(__always)
    func addInPlace(_ g: Tensor) {
        storage.version &+= 1
        if isDense && g.isDense {
            ck_axpy(Int64(elementCount), 1, g.floatPointer, floatPointer)
        } else {
            extents.withPointer { shape in
                g.strides.withPointer { sx in
                    strides.withPointer { sy in ck_add_strided(Int32(extents.count), shape, g.floatPointer, sx, floatPointer, sy) }
                }
            }
        }
    }
}
