/// The type of a tensor's elements.
public enum DType: String, Sendable, CustomStringConvertible {
    case float32, int64, int32, bool

    /// Bytes of one element.
    public var byteCount: Int {
        switch self {
        case .float32, .int32: return 4
        case .int64: return 8
        case .bool: return 1
        }
    }

    public var isInteger: Bool { self == .int64 || self == .int32 }

    public var description: String { rawValue }

    /// The type that an operation between two types computes in: float32 before int64 before int32 before bool.
    func promoted(with other: DType) -> DType {
        if self == other { return self }
        if self == .float32 || other == .float32 { return .float32 }
        if self == .int64 || other == .int64 { return .int64 }
        return .int32
    }
}
