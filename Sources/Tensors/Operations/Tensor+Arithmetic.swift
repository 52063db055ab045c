import CKernels

extension Tensor {
    // MARK: Operators

    public static func + (a: Tensor, b: Tensor) -> Tensor {
        let y = binary("+", Int32(CK_ADD), a, b)
        return y.recorded("+", a, b) { node, g in
            if let n = node.next0 { n.accept(g.reduced(to: n.extents), fresh: false) }
            if let n = node.next1 { n.accept(g.reduced(to: n.extents), fresh: false) }
        }
    }

    public static func - (a: Tensor, b: Tensor) -> Tensor {
        let y = binary("-", Int32(CK_SUB), a, b)
        return y.recorded("-", a, b) { node, g in
            if let n = node.next0 { n.accept(g.reduced(to: n.extents), fresh: false) }
            if let n = node.next1 { n.accept(-g.reduced(to: n.extents), fresh: true) }
        }
    }

    public static func * (a: Tensor, b: Tensor) -> Tensor {
        let y = binary("*", Int32(CK_MUL), a, b)
        return y.recorded("*", a, b, saving: b.node == nil && a.node == nil ? nil : a, b) { node, g in
            if let n = node.next0 { n.accept(productReduced(g, node.second, to: n.extents), fresh: true) }
            if let n = node.next1 { n.accept(productReduced(g, node.first, to: n.extents), fresh: true) }
        }
    }

    /// True division: integers give float32.
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        let y = binary("/", Int32(CK_DIV), a, b)
        return y.recorded("/", a, b, saving: a, b) { node, g in
            let b = node.second
            if let n = node.next0 { n.accept((g / b).reduced(to: n.extents), fresh: true) }
            if let n = node.next1 { n.accept((-(g * node.first) / (b * b)).reduced(to: n.extents), fresh: true) }
        }
    }

    public static prefix func - (x: Tensor) -> Tensor {
        x.dtypeCode.isInteger ? integerBinary("neg", Int32(CK_SUB), Tensor.zeros(Extents(), x.dtypeCode), x) : x.unary(.neg)
    }

    public static func + (a: Tensor, b: Double) -> Tensor { a.affine("+", scale: 1, shift: b) }
    public static func + (a: Double, b: Tensor) -> Tensor { b.affine("+", scale: 1, shift: a) }
    public static func - (a: Tensor, b: Double) -> Tensor { a.affine("-", scale: 1, shift: -b) }
    public static func - (a: Double, b: Tensor) -> Tensor { b.affine("-", scale: -1, shift: a) }
    public static func * (a: Tensor, b: Double) -> Tensor { a.affine("*", scale: b, shift: 0) }
    public static func * (a: Double, b: Tensor) -> Tensor { b.affine("*", scale: a, shift: 0) }
    public static func / (a: Tensor, b: Double) -> Tensor {
        let x = a.cast(.float32)
        let y = Tensor.uninitialized(x.extents)
        var divisor = Float(b)
        let n = Int64(x.elementCount)
        var one: Int64 = 1
        var zero: Int64 = 0
        let from = x.dense
        withUnsafePointer(to: n) { ck_binary(Int32(CK_DIV), 1, $0, from.floatPointer, &one, &divisor, &zero, y.floatPointer) }
        return y.recorded("/", x) { node, g in node.give0(g / b) }
    }
    public static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }

    /// scale · x + shift, in the tensor's type where the numbers allow it.
    private func affine(_ name: StaticString, scale: Double, shift: Double) -> Tensor {
        if dtypeCode != .float32 {
            if dtypeCode.isInteger, let s = Int(exactly: scale), let t = Int(exactly: shift) {
                let from = cast(.int64).dense
                let y = Tensor.uninitialized(extents, .int64)
                for i in 0..<y.elementCount { y.int64Pointer[i] = from.int64Pointer[i] &* Int64(s) &+ Int64(t) }
                return y.cast(dtypeCode)
            }
            return cast(.float32).affine(name, scale: scale, shift: shift)
        }
        let y = Tensor.uninitialized(extents)
        let from = dense
        ck_scale(Int64(y.elementCount), from.floatPointer, Float(scale), Float(shift), y.floatPointer)
        guard isTracked else { return y }
        return y.recorded(name, self) { node, g in
            if scale == 1 { node.pass0(g) } else { node.give0(g * scale) }
        }
    }

    // MARK: Functions of two tensors

    /// The larger of each pair. Where both are equal each gets half the gradient.
    public func maximum(_ other: Tensor) -> Tensor { extreme("maximum", Int32(CK_MAXIMUM), other) { a, b in a .> b } }

    /// The smaller of each pair. Where both are equal each gets half the gradient.
    public func minimum(_ other: Tensor) -> Tensor { extreme("minimum", Int32(CK_MINIMUM), other) { a, b in a .< b } }

    private func extreme(_ name: StaticString, _ op: Int32, _ other: Tensor, _ wins: @escaping (Tensor, Tensor) -> Tensor) -> Tensor {
        let y = Tensor.binary(name, op, self, other)
        return y.recorded(name, self, other, saving: self, other) { node, g in
            let a = node.first.detached()
            let b = node.second.detached()
            let tie = (a .== b).asFloat * 0.5
            if let n = node.next0 { n.accept((g * (wins(a, b).asFloat + tie)).reduced(to: n.extents), fresh: true) }
            if let n = node.next1 { n.accept((g * (wins(b, a).asFloat + tie)).reduced(to: n.extents), fresh: true) }
        }
    }

    /// Every element to a power.
    public func pow(_ exponent: Double) -> Tensor {
        if exponent == 2 { return square() }
        if exponent == 0.5 { return sqrt() }
        let x = cast(.float32)
        let y = Tensor.binary("pow", Int32(CK_POW), x, Tensor(exponent))
        return y.recorded("pow", x, saving: x) { node, g in
            node.give0(exponent == 0 ? g.zerosLike() : g * (exponent * node.first.pow(exponent - 1)))
        }
    }

    /// Every element to the power of another tensor's.
    public func pow(_ exponent: Tensor) -> Tensor {
        let y = Tensor.binary("pow", Int32(CK_POW), cast(.float32), exponent.cast(.float32))
        return y.recorded("pow", self, exponent, saving: self, exponent) { node, g in
            let (x, e) = (node.first, node.second)
            if let n = node.next0 { n.accept((g * (e * x.pow(e - 1))).reduced(to: n.extents), fresh: true) }
            if let n = node.next1 { n.accept((g * (x.pow(e) * x.log())).reduced(to: n.extents), fresh: true) }
        }
    }

    /// The angle of the point (x, y) for y = self.
    public func atan2(_ x: Tensor) -> Tensor {
        let r = Tensor.binary("atan2", Int32(CK_ATAN2), cast(.float32), x.cast(.float32))
        return r.recorded("atan2", self, x, saving: self, x) { node, g in
            let (y, x) = (node.first, node.second)
            let square = x * x + y * y
            if let n = node.next0 { n.accept((g * x / square).reduced(to: n.extents), fresh: true) }
            if let n = node.next1 { n.accept((-(g * y) / square).reduced(to: n.extents), fresh: true) }
        }
    }

    /// The remainder of a division with the divisor's sign, as Python's and PyTorch's `%`.
    public func remainder(_ divisor: Int) -> Tensor {
        guard divisor != 0 else {
            Faults.report("remainder", "division by 0")
            return .poisoned
        }
        if dtypeCode == .float32 { return self - (self / Double(divisor)).floor() * Double(divisor) }
        let from = cast(.int64).dense
        let y = Tensor.uninitialized(extents, .int64)
        let d = Int64(divisor)
        for i in 0..<y.elementCount {
            let r = d == -1 ? 0 : from.int64Pointer[i] % d
            y.int64Pointer[i] = r != 0 && (r < 0) != (d < 0) ? r + d : r
        }
        return y
    }

    // MARK: How it is done

    @inline(__always)
    static func binary(_ name: StaticString, _ op: Int32, _ a: Tensor, _ b: Tensor) -> Tensor {
        if a.dtypeCode != .float32 || b.dtypeCode != .float32 {
            let type = a.dtypeCode.promoted(with: b.dtypeCode)
            if type.isInteger || type == .bool, op != Int32(CK_DIV), op < Int32(CK_POW) { return integerBinary(name, op, a, b) }
            return binary(name, op, a.cast(.float32), b.cast(.float32))
        }
        guard let target = broadcastExtents(a.extents, b.extents), let sa = a.broadcastStrides(to: target),
            let sb = b.broadcastStrides(to: target)
        else { return mismatch(name, a, b) }
        guard target.product <= 1 << 34 else { return mismatch(name, a, b) }
        let y = Tensor.uninitialized(target)
        target.withPointer { shape in
            sa.withPointer { pa in
                sb.withPointer { pb in
                    ck_binary(op, Int32(target.count), shape, a.floatPointer, pa, b.floatPointer, pb, y.floatPointer)
                }
            }
        }
        return y
    }

    @inline(never)
    static func mismatch(_ name: StaticString, _ a: Tensor, _ b: Tensor) -> Tensor {
        var reason = "shapes cannot be broadcast"
        for i in 1...Swift.max(1, Swift.min(a.rank, b.rank)) where a.rank >= i && b.rank >= i {
            let (x, y) = (a.extents[a.rank - i], b.extents[b.rank - i])
            if x != y && x != 1 && y != 1 {
                reason = "lengths \(x) and \(y) differ and neither is 1"
                break
            }
        }
        Faults.report("\(name)", "\(a.shape) and \(b.shape): \(reason)")
        return .poisoned
    }

    private static func integerBinary(_ name: StaticString, _ op: Int32, _ a: Tensor, _ b: Tensor) -> Tensor {
        let type = a.dtypeCode.promoted(with: b.dtypeCode)
        guard let target = broadcastExtents(a.extents, b.extents) else { return mismatch(name, a, b) }
        let x = a.cast(.int64).expanded(to: target).dense
        let y = b.cast(.int64).expanded(to: target).dense
        let result = Tensor.uninitialized(target, .int64)
        guard result.elementCount == x.elementCount else { return result }
        let (p, q, r) = (x.int64Pointer, y.int64Pointer, result.int64Pointer)
        for i in 0..<result.elementCount {
            switch op {
            case Int32(CK_ADD): r[i] = p[i] &+ q[i]
            case Int32(CK_SUB): r[i] = p[i] &- q[i]
            case Int32(CK_MUL): r[i] = p[i] &* q[i]
            case Int32(CK_MAXIMUM): r[i] = Swift.max(p[i], q[i])
            default: r[i] = Swift.min(p[i], q[i])
            }
        }
        return type == .bool && (op == Int32(CK_ADD) || op == Int32(CK_SUB)) ? result : result.cast(type)
    }

    /// A view with stride 0 along broadcast axes, of a shape known to fit; no record.
    @inline(__always)
    func expanded(to target: Extents) -> Tensor {
        if target == extents { return self }
        guard let strides = broadcastStrides(to: target) else { return self }
        return alias(target, strides)
    }

    /// This gradient summed over the axes along which an operand of shape `target` was broadcast.
    @inline(__always)
    func reduced(to target: Extents) -> Tensor {
        target == extents ? self : sumReduced(to: target)
    }

    @inline(never)
    private func sumReduced(to target: Extents) -> Tensor {
        if target.product == 1 && !Recording.isOn {
            let y = Tensor.uninitialized(target)
            let x = dense
            ck_reduce(Int32(CK_SUM), 1, Int64(x.elementCount), 1, x.floatPointer, y.floatPointer)
            return y
        }
        let lead = extents.count - target.count
        var axes: [Int] = Array(0..<lead)
        for i in 0..<target.count where target[i] == 1 && extents[i + lead] != 1 { axes.append(i + lead) }
        return sum(axes: axes, keepDims: true).reshaped(target.array)
    }

    /// Σ g · x over the axes along which an operand of shape `target` was broadcast.
    static func productReduced(_ g: Tensor, _ x: Tensor, to target: Extents) -> Tensor {
        if target.product == 1 && g.elementCount > 1 && !Recording.isOn && x.extents == g.extents {
            let y = Tensor.uninitialized(target)
            let (gs, stride) = g.denseOrScalar
            let xd = x.dense
            if stride == 0 {
                ck_reduce(Int32(CK_SUM), 1, Int64(x.elementCount), 1, xd.floatPointer, y.floatPointer)
                y.floatPointer[0] *= gs.floatPointer[0]
            } else {
                y.floatPointer[0] = ck_dot(Int64(g.elementCount), gs.floatPointer, xd.floatPointer)
            }
            return y
        }
        return (g * x).reduced(to: target)
    }
}
