import Tensors

/// Pictures of digits: the 10,000 test pictures of MNIST where the data folder has them.
public struct DigitsSet: Sendable {
    /// How many of the pictures, from the first, are meant to train on; the rest is for validation.
    public let trainCount = 8000

    /// The pictures, brightness from 0 to 1: float32 `[10000, 28, 28]`. Throws `DataSetError`.
    public func images() throws -> Tensor {
        let (pixels, shape) = try load().pictures
        return Tensor(floats: pixels.map { Float($0) / 255 }, shape: shape)
    }

    /// The digit on each picture: int64 `[10000]`. Throws `DataSetError`.
    public func labels() throws -> Tensor { Tensor(try load().labels.map { Int($0) }) }

    private func load() throws -> (pictures: (pixels: [UInt8], shape: [Int]), labels: [UInt8]) {
        switch try DataSetName.mnist.use() {
        case .sample:
            let sample = DigitsSample.shared
            return ((sample.pixels, [DigitsSample.count, DigitsSample.side, DigitsSample.side]), sample.labels)
        case .real(let set):
            let pictures = try Self.content(set, "t10k-images-idx3-ubyte.gz", dimensions: 3)
            let labels = try Self.content(set, "t10k-labels-idx1-ubyte.gz", dimensions: 1)
            guard labels.shape.first == pictures.shape.first, labels.bytes.allSatisfy({ $0 < 10 }) else {
                throw DataSetError.badFile(file: labels.path, reason: "these are not the labels of the pictures beside it")
            }
            return ((pictures.bytes, pictures.shape), labels.bytes)
        }
    }

    /// An IDX file of bytes: two zeros, the kind (8), the number of dimensions, their sizes in four bytes each, then the values.
    private static func content(_ set: DataSetName, _ name: String, dimensions: Int) throws -> (bytes: [UInt8], shape: [Int], path: String) {
        let (packed, path) = try RealFile.read(set, name)
        let bytes = try Gunzip.unpack(packed, file: path)
        let header = 4 + 4 * dimensions
        guard bytes.count >= header, bytes.starts(with: [0, 0, 8, UInt8(dimensions)]) else {
            throw DataSetError.badFile(file: path, reason: "this is not an IDX file of \(dimensions) dimensions")
        }
        let shape = (0..<dimensions).map { axis in bytes[(4 + 4 * axis)..<(8 + 4 * axis)].reduce(0) { $0 << 8 | Int($1) } }
        let (count, overflow) = shape.reduce((1, false)) { product, size in
            let (next, over) = product.0.multipliedReportingOverflow(by: size)
            return (next, product.1 || over)
        }
        guard !overflow, count == bytes.count - header else {
            throw DataSetError.badFile(file: path, reason: "it holds \(bytes.count - header) values, its header says \(shape)")
        }
        return (Array(bytes.dropFirst(header)), shape, path)
    }
}
