import CKernels

extension Tensor {
    public static func .== (a: Tensor, b: Tensor) -> Tensor { compare(".==", Int32(CK_EQ), a, b) }
    public static func .!= (a: Tensor, b: Tensor) -> Tensor { compare(".!=", Int32(CK_NE), a, b) }
    public static func .< (a: Tensor, b: Tensor) -> Tensor { compare(".<", Int32(CK_LT), a, b) }
    public static func .<= (a: Tensor, b: Tensor) -> Tensor { compare(".<=", Int32(CK_LE), a, b) }
    public static func .> (a: Tensor, b: Tensor) -> Tensor { compare(".>", Int32(CK_GT), a, b) }
    public static func .>= (a: Tensor, b: Tensor) -> Tensor { compare(".>=", Int32(CK_GE), a, b) }
    public static func .== (a: Tensor, b: Double) -> Tensor { a .== number(b, a) }
    public static func .!= (a: Tensor, b: Double) -> Tensor { a .!= number(b, a) }
    public static func .< (a: Tensor, b: Double) -> Tensor { a .< number(b, a) }
    public static func .<= (a: Tensor, b: Double) -> Tensor { a .<= number(b, a) }
    public static func .> (a: Tensor, b: Double) -> Tensor { a .> number(b, a) }
    public static func .>= (a: Tensor, b: Double) -> Tensor { a .>= number(b, a) }

    /// Both.
    public static func .& (a: Tensor, b: Tensor) -> Tensor { a.cast(.bool).asInteger.minimum(b.cast(.bool).asInteger).cast(.bool) }
    /// Either.
    public static func .| (a: Tensor, b: Tensor) -> Tensor { a.cast(.bool).asInteger.maximum(b.cast(.bool).asInteger).cast(.bool) }
    /// Not.
    public static prefix func .! (a: Tensor) -> Tensor { a.cast(.bool).asInteger .== 0 }

    /// This tensor as int64.
    public var asInteger: Tensor { cast(.int64) }

    /// Where an element is not a number.
    public func isNaN() -> Tensor { cast(.float32) .!= cast(.float32) }

    private static func number(_ value: Double, _ other: Tensor) -> Tensor {
        if other.dtypeCode != .float32, let integer = Int(exactly: value) { return Tensor(integer) }
        return Tensor(value)
    }

    private static func compare(_ name: StaticString, _ op: Int32, _ a: Tensor, _ b: Tensor) -> Tensor {
        guard let target = broadcastExtents(a.extents, b.extents) else { return mismatch(name, a, b) }
        let y = Tensor.uninitialized(target, .bool)
        guard y.dtypeCode == .bool else { return y }
        if a.dtypeCode != .float32 && b.dtypeCode != .float32 {
            let p = a.cast(.int64).expanded(to: target).dense
            let q = b.cast(.int64).expanded(to: target).dense
            guard p.elementCount == y.elementCount, q.elementCount == y.elementCount else { return .poisoned }
            for i in 0..<y.elementCount {
                let (u, v) = (p.int64Pointer[i], q.int64Pointer[i])
                let holds: Bool
                switch op {
                case Int32(CK_EQ): holds = u == v
                case Int32(CK_NE): holds = u != v
                case Int32(CK_LT): holds = u < v
                case Int32(CK_LE): holds = u <= v
                case Int32(CK_GT): holds = u > v
                default: holds = u >= v
                }
                y.boolPointer[i] = holds ? 1 : 0
            }
            return y
        }
        let x = a.cast(.float32)
        let z = b.cast(.float32)
        guard let sx = x.broadcastStrides(to: target), let sz = z.broadcastStrides(to: target) else { return mismatch(name, a, b) }
        target.withPointer { shape in
            sx.withPointer { px in
                sz.withPointer { pz in
                    ck_compare(op, Int32(target.count), shape, x.floatPointer, px, z.floatPointer, pz, y.boolPointer)
                }
            }
        }
        return y
    }

    /// Whether shapes and all elements are equal; NaN equals nothing.
    public func elementsEqual(_ other: Tensor) -> Bool {
        extents == other.extents && (self .== other).all()
    }

    /// Whether every element is within `absolute + relative · |other|` of the other's, NaN equal to NaN.
    public func isClose(_ other: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8) -> Bool {
        guard extents == other.extents else { return false }
        return zip(doubles, other.doubles).allSatisfy { a, b in
            a == b || (a.isNaN && b.isNaN) || Swift.abs(a - b) <= absolute + relative * Swift.abs(b)
        }
    }

    /// Whether all elements are true.
    public func all() -> Bool {
        let t = cast(.bool).dense
        for i in 0..<t.elementCount where t.boolPointer[i] == 0 { return false }
        return true
    }

    /// Whether any element is true.
    public func any() -> Bool {
        let t = cast(.bool).dense
        for i in 0..<t.elementCount where t.boolPointer[i] != 0 { return true }
        return false
    }
}

/// Elements of `a` where `condition` holds, of `b` elsewhere; all three broadcast.
public func which(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
    let mask = condition.cast(.bool)
    guard let pair = broadcastExtents(a.extents, b.extents) else { return Tensor.mismatch("which", a, b) }
    guard let target = broadcastExtents(mask.extents, pair) else { return Tensor.mismatch("which", condition, a) }
    let type = a.dtypeCode.promoted(with: b.dtypeCode)
    let (u, v) = (a.cast(type).expanded(to: target).dense, b.cast(type).expanded(to: target).dense)
    let m = mask.expanded(to: target).dense
    let y = Tensor.uninitialized(target, type)
    guard y.extents == target else { return y }
    let size = type.byteCount
    for i in 0..<y.elementCount {
        (y.basePointer + i * size).copyMemory(from: (m.boolPointer[i] != 0 ? u : v).basePointer + i * size, byteCount: size)
    }
    return y.recorded("which", a, b) { node, g in
        let on = mask.asFloat
        if let n = node.next0 { n.accept((g * on).reduced(to: n.extents), fresh: true) }
        if let n = node.next1 { n.accept((g * (1 - on)).reduced(to: n.extents), fresh: true) }
    }
}

/// Elements of `a` where `condition` holds, `b` elsewhere.
public func which(_ condition: Tensor, _ a: Tensor, _ b: Double) -> Tensor { which(condition, a, Tensor(b)) }
/// `a` where `condition` holds, elements of `b` elsewhere.
public func which(_ condition: Tensor, _ a: Double, _ b: Tensor) -> Tensor { which(condition, Tensor(a), b) }
