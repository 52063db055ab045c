import CKernels

/// A rectangular array of numbers with a shape, an element type and, where asked for, a gradient.
///
/// A tensor is a reference: `let b = a` is the same tensor, `+=` and its kin change it in place, `copy()` copies.
/// Views (`transposed()`, slices, `reshaped` of dense tensors) share their elements with the tensor they came from.
public class Tensor {
    package final let storage: Storage
    /// First element, counted in elements.
    package final let offset: Int
    package final let extents: Extents
    package final let strides: Extents
    package final let dtypeCode: DType
    package final let elementCount: Int
    /// Whether the elements lie in row-major order without gaps.
    package final let isDense: Bool
    /// Where the gradient goes: a leaf that keeps it, or the operation that this tensor came from.
    package final var node: Node?

    @inline(__always)
    init(storage: Storage, offset: Int, extents: Extents, strides: Extents, dtype: DType) {
        self.storage = storage
        self.offset = offset
        self.extents = extents
        self.strides = strides
        self.dtypeCode = dtype
        var count = 1
        var dense = true
        var i = extents.count - 1
        while i >= 0 {
            let n = extents[i]
            if n != 1 && strides[i] != count { dense = false }
            count *= n
            i -= 1
        }
        elementCount = count
        isDense = dense || count == 0
    }

    /// A dense tensor over fresh, uninitialised memory; where there is none, a fault and a tensor of the same shape whose
    /// elements mean nothing.
    @inline(__always)
    package static func uninitialized(_ extents: Extents, _ dtype: DType = .float32) -> Tensor {
        let storage = Storage(byteCount: extents.product * dtype.byteCount)
        return Tensor(storage: storage, offset: 0, extents: extents, strides: extents.denseStrides, dtype: dtype)
    }

    /// What a faulty operation gives back: a scalar that is not a number.
    package static var poisoned: Tensor {
        let storage = Storage(byteCount: 4)
        storage.pointer.storeBytes(of: Float.nan, as: Float.self)
        return Tensor(storage: storage, offset: 0, extents: Extents(), strides: Extents(), dtype: .float32)
    }
}

extension Tensor {
    /// Length of every axis.
    public var shape: [Int] { extents.array }
    /// Number of axes.
    public var rank: Int { extents.count }
    /// Number of elements.
    public var count: Int { elementCount }
    public var dtype: DType { dtypeCode }

    /// Length of one axis; negative axes count from the last.
    public func size(_ axis: Int) -> Int {
        guard let a = resolve(axis, "size") else { return 0 }
        return extents[a]
    }

    /// Elements as floats; only for float32.
    @inline(__always)
    package var floatPointer: UnsafeMutablePointer<Float> {
        storage.pointer.assumingMemoryBound(to: Float.self) + offset
    }
    @inline(__always)
    package var int64Pointer: UnsafeMutablePointer<Int64> {
        storage.pointer.assumingMemoryBound(to: Int64.self) + offset
    }
    @inline(__always)
    package var int32Pointer: UnsafeMutablePointer<Int32> {
        storage.pointer.assumingMemoryBound(to: Int32.self) + offset
    }
    @inline(__always)
    package var boolPointer: UnsafeMutablePointer<UInt8> {
        storage.pointer.assumingMemoryBound(to: UInt8.self) + offset
    }
    /// Address of the first element.
    package var basePointer: UnsafeMutableRawPointer { storage.pointer + offset * dtypeCode.byteCount }

    /// This tensor, or a dense copy of it, without a gradient's record.
    @inline(__always)
    package var dense: Tensor { isDense ? self : denseCopy() }

    @inline(never)
    package func denseCopy() -> Tensor {
        let result = Tensor.uninitialized(extents, dtypeCode)
        if storage.isStandIn { return result }
        extents.withPointer { shape in
            strides.withPointer { from in
                ck_copy_strided(Int32(dtypeCode.byteCount), Int32(extents.count), shape, basePointer, from, result.basePointer)
            }
        }
        return result
    }

    /// The same elements with another layout; no record.
    @inline(__always)
    package func alias(_ extents: Extents, _ strides: Extents, offset: Int? = nil) -> Tensor {
        Tensor(storage: storage, offset: offset ?? self.offset, extents: extents, strides: strides, dtype: dtypeCode)
    }

    /// Strides with which this tensor is read as one of shape `target`, 0 along broadcast axes; nil if it cannot be.
    @inline(__always)
    func broadcastStrides(to target: Extents) -> Extents? {
        let lead = target.count - extents.count
        guard lead >= 0 else { return nil }
        var result = Extents()
        for _ in 0..<lead { result.append(0) }
        for i in 0..<extents.count {
            if extents[i] == target[i + lead] {
                result.append(strides[i])
            } else if extents[i] == 1 {
                result.append(0)
            } else {
                return nil
            }
        }
        return result
    }

    /// A non-negative axis, or a fault that names the operation.
    @inline(__always)
    func resolve(_ axis: Int, _ operation: StaticString, extra: Int = 0) -> Int? {
        let rank = extents.count + extra
        let a = axis < 0 ? axis + rank : axis
        if a >= 0 && a < rank { return a }
        Faults.report("\(operation)", "axis \(axis) is out of range for shape \(shape)")
        return nil
    }
}

/// The shape that two shapes broadcast to, or nil.
@inline(__always)
func broadcastExtents(_ a: Extents, _ b: Extents) -> Extents? {
    if a == b { return a }
    var result = a.count >= b.count ? a : b
    let short = a.count >= b.count ? b : a
    let lead = result.count - short.count
    for i in 0..<short.count {
        let x = result[i + lead]
        let y = short[i]
        if x == y || y == 1 { continue }
        guard x == 1 else { return nil }
        result[i + lead] = y
    }
    return result
}
