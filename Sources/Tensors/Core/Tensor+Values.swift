import CKernels

extension Tensor {
    /// The only element as a number.
    public func item() -> Double {
        guard elementCount == 1 else {
            Faults.report("item", "shape \(shape) has \(count) elements, not one")
            return .nan
        }
        return value(at: offset)
    }

    /// The only element as an integer; a fraction is cut off.
    public func integerItem() -> Int {
        guard elementCount == 1 else {
            Faults.report("integerItem", "shape \(shape) has \(count) elements, not one")
            return 0
        }
        if dtypeCode == .int64 { return Int(int64Pointer[0]) }
        return Int(Int64(clamping: value(at: offset)))
    }

    /// The element at a place in the storage.
    func value(at place: Int) -> Double {
        switch dtypeCode {
        case .float32: return Double(storage.pointer.assumingMemoryBound(to: Float.self)[place])
        case .int64: return Double(storage.pointer.assumingMemoryBound(to: Int64.self)[place])
        case .int32: return Double(storage.pointer.assumingMemoryBound(to: Int32.self)[place])
        case .bool: return storage.pointer.assumingMemoryBound(to: UInt8.self)[place] == 0 ? 0 : 1
        }
    }

    /// All elements in row-major order.
    public var doubles: [Double] {
        let t = dense
        switch dtypeCode {
        case .float32:
            let p = t.floatPointer
            return (0..<t.elementCount).map { Double(p[$0]) }
        default: return (0..<t.elementCount).map { t.value(at: t.offset + $0) }
        }
    }

    /// All elements in row-major order as floats.
    public var floats: [Float] {
        let t = cast(.float32).dense
        return Array(UnsafeBufferPointer(start: t.floatPointer, count: t.elementCount))
    }

    /// All elements in row-major order as integers; fractions are cut off.
    public var ints: [Int] {
        let t = cast(.int64).dense
        return (0..<t.elementCount).map { Int(t.int64Pointer[$0]) }
    }

    /// All elements in row-major order; what is not 0 is true.
    public var bools: [Bool] {
        let t = cast(.bool).dense
        return (0..<t.elementCount).map { t.boolPointer[$0] != 0 }
    }

    /// The rows of a matrix.
    public var rows: [[Double]] {
        guard rank == 2 else {
            Faults.report("rows", "shape \(shape) is not a matrix")
            return []
        }
        let all = doubles
        let width = extents[1]
        return (0..<extents[0]).map { Array(all[($0 * width)..<(($0 + 1) * width)]) }
    }

    /// A dense copy with storage of its own; the gradient passes through it.
    public func copy() -> Tensor {
        let y = denseCopy()
        return y.recorded("copy", self) { node, g in node.pass0(g) }
    }

    /// The same values in another type; between float32 and itself the gradient passes.
    public func cast(_ type: DType) -> Tensor {
        if type == dtypeCode { return self }
        let from = dense
        let to = Tensor.uninitialized(extents, type)
        guard to.elementCount == elementCount else { return to }
        let n = elementCount
        switch (dtypeCode, type) {
        case (.float32, .int64): for i in 0..<n { to.int64Pointer[i] = Int64(clamping: Double(from.floatPointer[i])) }
        case (.float32, .int32): for i in 0..<n { to.int32Pointer[i] = Int32(clamping: Int64(clamping: Double(from.floatPointer[i]))) }
        case (.float32, .bool): for i in 0..<n { to.boolPointer[i] = from.floatPointer[i] != 0 ? 1 : 0 }
        case (.int64, .float32): for i in 0..<n { to.floatPointer[i] = Float(from.int64Pointer[i]) }
        case (.int64, .int32): for i in 0..<n { to.int32Pointer[i] = Int32(truncatingIfNeeded: from.int64Pointer[i]) }
        case (.int64, .bool): for i in 0..<n { to.boolPointer[i] = from.int64Pointer[i] != 0 ? 1 : 0 }
        case (.int32, .float32): for i in 0..<n { to.floatPointer[i] = Float(from.int32Pointer[i]) }
        case (.int32, .int64): for i in 0..<n { to.int64Pointer[i] = Int64(from.int32Pointer[i]) }
        case (.int32, .bool): for i in 0..<n { to.boolPointer[i] = from.int32Pointer[i] != 0 ? 1 : 0 }
        case (.bool, .float32): for i in 0..<n { to.floatPointer[i] = from.boolPointer[i] != 0 ? 1 : 0 }
        case (.bool, .int64): for i in 0..<n { to.int64Pointer[i] = from.boolPointer[i] != 0 ? 1 : 0 }
        case (.bool, .int32): for i in 0..<n { to.int32Pointer[i] = from.boolPointer[i] != 0 ? 1 : 0 }
        default: break
        }
        return to
    }

    /// This tensor as float32.
    public var asFloat: Tensor { cast(.float32) }
}
