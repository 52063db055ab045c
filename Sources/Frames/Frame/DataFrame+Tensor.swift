import Tensors

extension Column {
    /// The values as a tensor of shape `[rows]`: int64 for whole numbers, float32 for numbers (missing ones as NaN), bool for truth values.
    /// Throws `FrameError.wrongKind` for text.
    public func tensor() throws -> Tensor {
        switch storage {
        case .ints(let values): Tensor(values)
        case .doubles(let values): Tensor(values)
        case .bools(let values): Tensor(values)
        case .strings: throw FrameError.wrongKind(column: name, expected: .double, found: kind)
        }
    }
}

extension DataFrame {
    /// A column as a tensor of shape `[rows]`; throws `FrameError.noSuchColumn`, or `wrongKind` for text.
    public func tensor(_ name: String) throws -> Tensor { try column(name).tensor() }

    /// Columns side by side as a tensor of shape `[rows, columns]`: int64 where all hold whole numbers, float32 otherwise. Throws
    /// `FrameError.noSuchColumn`, or `wrongKind` for text and truth values.
    public func tensor(_ names: [String]) throws -> Tensor {
        let chosen = try names.map { try column($0) }
        let shape = [rowCount, chosen.count]
        if !chosen.isEmpty, chosen.allSatisfy({ $0.kind == .int }) {
            return Tensor(Self.interleaved(try chosen.map { try $0.ints() }, rowCount), shape: shape)
        }
        return Tensor(Self.interleaved(try chosen.map { try $0.doubles() }, rowCount), shape: shape)
    }

    /// Columns side by side as rows of numbers; throws as `tensor(_:)` does.
    public func rows(_ names: [String]) throws -> [[Double]] {
        let chosen = try names.map { try doubles($0) }
        return (0..<rowCount).map { row in chosen.map { $0[row] } }
    }

    private static func interleaved<T>(_ columns: [[T]], _ count: Int) -> [T] {
        var result: [T] = []
        result.reserveCapacity(count * columns.count)
        for row in 0..<count {
            for column in columns { result.append(column[row]) }
        }
        return result
    }
}
