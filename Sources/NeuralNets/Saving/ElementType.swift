import Tensors

/// The element types of files, and how each becomes one that tensors have.
enum ElementType {
    case float32, float64, float16, bfloat16
    case int64, int32, int16, int8, uint8, uint16, uint32
    case bool

    init?(safetensors name: String) {
        switch name {
        case "F32": self = .float32
        case "F64": self = .float64
        case "F16": self = .float16
        case "BF16": self = .bfloat16
        case "I64": self = .int64
        case "I32": self = .int32
        case "I16": self = .int16
        case "I8": self = .int8
        case "U8": self = .uint8
        case "U16": self = .uint16
        case "U32": self = .uint32
        case "BOOL": self = .bool
        default: return nil
        }
    }

    init?(npy descriptor: String) {
        switch descriptor {
        case "<f4": self = .float32
        case "<f8": self = .float64
        case "<f2": self = .float16
        case "<i8": self = .int64
        case "<i4": self = .int32
        case "<i2": self = .int16
        case "|i1": self = .int8
        case "|u1": self = .uint8
        case "<u2": self = .uint16
        case "<u4": self = .uint32
        case "|b1": self = .bool
        default: return nil
        }
    }

    init(_ dtype: DType) {
        switch dtype {
        case .float32: self = .float32
        case .int64: self = .int64
        case .int32: self = .int32
        case .bool: self = .bool
        }
    }

    /// Bytes of one element.
    var size: Int {
        switch self {
        case .float64, .int64: 8
        case .float32, .int32, .uint32: 4
        case .float16, .bfloat16, .int16, .uint16: 2
        case .int8, .uint8, .bool: 1
        }
    }

    /// The name in a safetensors header, for the types that tensors have.
    var safetensorsName: String {
        switch self {
        case .int64: "I64"
        case .int32: "I32"
        case .bool: "BOOL"
        default: "F32"
        }
    }

    /// The name in a `.npy` header, for the types that tensors have.
    var npyName: String {
        switch self {
        case .int64: "<i8"
        case .int32: "<i4"
        case .bool: "|b1"
        default: "<f4"
        }
    }

    private var target: DType {
        switch self {
        case .float32, .float64, .float16, .bfloat16: .float32
        case .int64, .uint32: .int64
        case .int32, .int16, .int8, .uint8, .uint16: .int32
        case .bool: .bool
        }
    }

    /// Reads a tensor of `shape` whose bytes begin at `offset`; the header has been checked against the file's size.
    func tensor(_ file: BinaryFile, at offset: Int, shape: [Int]) throws -> Tensor {
        guard shape.count <= Extents.capacity else {
            throw SavingError(path: file.path, reason: .incompatible("a tensor of \(shape.count) axes"))
        }
        let result = try withFaults { Tensor.uninitialized(Extents(shape), target) }
        let count = result.count
        if size == target.byteCount && self != .uint32 {
            try file.read(
                at: offset, into: UnsafeMutableRawBufferPointer(start: result.basePointer, count: count * size))
            if self == .bool {
                for index in 0..<count where result.boolPointer[index] > 1 { result.boolPointer[index] = 1 }
            }
            return result
        }
        let chunk = 1 << 16
        for start in stride(from: 0, to: count, by: chunk) {
            let part = min(chunk, count - start)
            let bytes = try file.read(at: offset + start * size, count: part * size)
            bytes.withUnsafeBytes { convert($0, part, into: result, at: start) }
        }
        return result
    }

    private func convert(_ bytes: UnsafeRawBufferPointer, _ count: Int, into result: Tensor, at start: Int) {
        func each<Source>(_ type: Source.Type, _ store: (Int, Source) -> Void) {
            for index in 0..<count {
                store(start + index, bytes.loadUnaligned(fromByteOffset: index * size, as: type))
            }
        }
        switch self {
        case .float64: each(Double.self) { result.floatPointer[$0] = Float($1) }
        case .float16: each(UInt16.self) { result.floatPointer[$0] = float(half: $1) }
        case .bfloat16: each(UInt16.self) { result.floatPointer[$0] = Float(bitPattern: UInt32($1) << 16) }
        case .int16: each(Int16.self) { result.int32Pointer[$0] = Int32($1) }
        case .int8: each(Int8.self) { result.int32Pointer[$0] = Int32($1) }
        case .uint8: each(UInt8.self) { result.int32Pointer[$0] = Int32($1) }
        case .uint16: each(UInt16.self) { result.int32Pointer[$0] = Int32($1) }
        case .uint32: each(UInt32.self) { result.int64Pointer[$0] = Int64($1) }
        case .float32, .int64, .int32, .bool: break
        }
    }
}

/// A half-precision number (IEEE 754 binary16) as a float.
private func float(half bits: UInt16) -> Float {
    let sign = UInt32(bits & 0x8000) << 16
    let exponent = UInt32(bits >> 10 & 0x1F)
    let fraction = UInt32(bits & 0x3FF)
    switch exponent {
    case 0: return Float(sign: sign == 0 ? .plus : .minus, exponent: -24, significand: Float(fraction))
    case 31: return Float(bitPattern: sign | 0x7F80_0000 | fraction << 13)
    default: return Float(bitPattern: sign | (exponent + 112) << 23 | fraction << 13)
    }
}

extension Tensor {
    /// Hands the elements, dense and in order, to `body`.
    func withBytes(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let dense = self.dense
        try withExtendedLifetime(dense) {
            try body(UnsafeRawBufferPointer(start: dense.basePointer, count: dense.count * dense.dtype.byteCount))
        }
    }
}
