import Tensors

/// Files of named tensors in the safetensors format.
public enum Safetensors {
    /// Reads every tensor of a file.
    ///
    /// 64- and 16-bit floats become `.float32`; small integers become `.int32`. Throws `SavingError` for a file that is
    /// truncated or contradicts itself, before memory for tensors is taken.
    public static func load(_ path: String) throws -> [String: Tensor] {
        try loadWithMetadata(path).tensors
    }

    /// Reads every tensor of a file and its texts.
    public static func loadWithMetadata(_ path: String) throws -> (tensors: [String: Tensor], metadata: [String: String])
    {
        let file = try BinaryFile(reading: path)
        let header = try SafetensorsHeader(file)
        var tensors: [String: Tensor] = [:]
        for entry in header.entries {
            guard let type = ElementType(safetensors: entry.dtype) else {
                throw SavingError(path: path, reason: .unknownDType(tensor: entry.name, dtype: entry.dtype))
            }
            tensors[entry.name] = try type.tensor(file, at: entry.bytes.lowerBound, shape: entry.shape)
        }
        return (tensors, header.metadata)
    }

    /// Writes tensors, in the order of their names, and texts.
    ///
    /// The file is written beside `path` and renamed into place.
    public static func save(_ tensors: [String: Tensor], to path: String, metadata: [String: String] = [:]) throws {
        // The format wants 8-byte elements aligned: tensors of the largest elements come first.
        let sorted = tensors.map { (name: $0.key, tensor: $0.value, type: ElementType($0.value.dtype)) }
            .sorted { ($1.type.size, $0.name) < ($0.type.size, $1.name) }
        let header = SafetensorsHeader.encode(
            sorted.map { ($0.name, $0.type.safetensorsName, $0.tensor.shape) }, metadata: metadata)
        try BinaryFile.write(path) { write in
            try header.withUnsafeBytes(write)
            for entry in sorted { try entry.tensor.withBytes(write) }
        }
    }
}

/// Files of one array in NumPy's `.npy` format.
public enum Npy {
    /// Reads an array.
    ///
    /// 64- and 16-bit floats become `.float32`; small integers become `.int32`. Throws `SavingError` for a file that is
    /// not what it says, before memory for the array is taken.
    public static func load(_ path: String) throws -> Tensor {
        let file = try BinaryFile(reading: path)
        let header = try NpyHeader(file)
        guard let type = ElementType(npy: header.descriptor) else {
            throw SavingError(path: path, reason: .unknownDType(tensor: "array", dtype: header.descriptor))
        }
        guard header.fortranOrder, header.shape.count > 1 else {
            return try type.tensor(file, at: header.dataOffset, shape: header.shape)
        }
        let reversed = try type.tensor(file, at: header.dataOffset, shape: header.shape.reversed())
        return try withFaults { reversed.transposed().copy() }
    }

    /// Writes an array.
    public static func save(_ tensor: Tensor, to path: String) throws {
        let header = NpyHeader.encode(descriptor: ElementType(tensor.dtype).npyName, shape: tensor.shape)
        try BinaryFile.write(path) { write in
            try header.withUnsafeBytes(write)
            try tensor.withBytes(write)
        }
    }
}
