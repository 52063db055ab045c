import CKernels
import Tensors

/// Some rows of the columns of a data set, in the order of the columns; the last column is the target.
public struct Batch {
    /// The columns: `[rows, …]` each.
    public let columns: [Tensor]

    public init(columns: [Tensor]) { self.columns = columns }

    /// The column at `index`; past the end, the last.
    public subscript(index: Int) -> Tensor { columns[min(max(index, 0), columns.count - 1)] }

    /// All columns but the last.
    public var inputs: [Tensor] { Array(columns.dropLast()) }

    /// The last column.
    public var target: Tensor { columns[columns.count - 1] }

    /// The number of rows.
    public var count: Int { columns[0].shape.first ?? 1 }
}

/// Columns of data handed out in batches.
///
///     let loader = try DataLoader(users, movies, stars, batchSize: 64, shuffle: true)
///     for batch in loader { … batch[0], batch[1], batch.target … }
///
/// Shuffling draws from the current random stream, or from a stream of its own where a seed is given (each pass has
/// another order, the same for each run of the program).
public final class DataLoader: Sequence {
    /// The columns, all rows of each.
    public let columns: [Tensor]
    /// The rows that are handed out; `nil` for all.
    public let rows: [Int]?
    /// The number of rows in a batch.
    public let batchSize: Int
    /// Whether each pass has an order of its own.
    public let shuffle: Bool
    /// Whether a last, smaller batch is left out.
    public let dropLast: Bool
    /// Whether each pass draws its rows anew, one by one out of all, so that some come twice and about a third not at
    /// all. fastai's loaders of tables do so.
    public let replacement: Bool
    package let seed: Int?
    /// The shuffled passes so far.
    package var passes = 0

    /// A loader of columns with the same number of rows.
    ///
    /// Throws `LearnerError` where the columns differ in their number of rows, a row lies outside of them, or the batch
    /// size is not positive.
    public init(
        columns: [Tensor], rows: [Int]? = nil, batchSize: Int = 64, shuffle: Bool = false, seed: Int? = nil,
        dropLast: Bool = false, replacement: Bool = false
    ) throws {
        let counts = columns.map { $0.shape.first ?? 0 }
        guard let count = counts.first else { throw LearnerError.noData }
        guard counts.allSatisfy({ $0 == count }) else { throw LearnerError.rowCountsDiffer(counts) }
        guard batchSize > 0 else { throw LearnerError.badSetting("a batch size of \(batchSize)") }
        if let row = rows?.first(where: { $0 < 0 || $0 >= count }) {
            throw LearnerError.rowOutOfRange(row, count: count)
        }
        self.columns = columns
        self.rows = rows
        self.batchSize = batchSize
        self.shuffle = shuffle
        self.dropLast = dropLast
        self.replacement = replacement
        self.seed = seed
    }

    /// A loader of columns with the same number of rows, the target last.
    public convenience init(
        _ columns: Tensor..., batchSize: Int = 64, shuffle: Bool = false, seed: Int? = nil, dropLast: Bool = false
    ) throws {
        try self.init(columns: columns, batchSize: batchSize, shuffle: shuffle, seed: seed, dropLast: dropLast)
    }

    /// The number of rows that a pass goes over.
    public var count: Int { rows?.count ?? columns[0].shape.first ?? 0 }

    /// The number of batches in a pass.
    public var batchCount: Int { dropLast ? count / batchSize : (count + batchSize - 1) / batchSize }

    /// A pass over the data, shuffled or drawn with replacement where the loader does so.
    public func makeIterator() -> BatchIterator {
        guard shuffle || replacement else { return inOrder() }
        passes += 1
        var numbers =
            seed.map { SplitMix(seed: UInt64(bitPattern: Int64($0)) &+ UInt64(passes)) }
            ?? SplitMix(seed: RandomStream.current.next())
        var order = rows ?? Array(0..<count)
        if replacement {
            order = order.map { _ in order[numbers.next(below: order.count)] }
        } else {
            numbers.shuffle(&order)
        }
        return BatchIterator(self, order: order)
    }

    /// A pass over the data in its own order.
    public func inOrder() -> BatchIterator { BatchIterator(self, order: rows) }

    /// The first batch in the data's own order, to look at.
    public func firstBatch() throws -> Batch {
        guard let batch = inOrder().next() else { throw LearnerError.noData }
        return batch
    }

    /// All rows as one batch.
    public func allRows() throws -> Batch {
        guard count > 0 else { throw LearnerError.noData }
        guard let rows else { return Batch(columns: columns) }
        return Batch(columns: try withFaults { columns.map { $0.batchRows(rows[...]) } })
    }
}

/// One pass over a data loader's rows.
public final class BatchIterator: Sequence, IteratorProtocol {
    private let loader: DataLoader
    private let order: [Int]?
    private var position = 0

    init(_ loader: DataLoader, order: [Int]?) {
        self.loader = loader
        self.order = order
    }

    public func next() -> Batch? {
        let end = Swift.min(position + loader.batchSize, loader.count)
        guard position < end, end - position == loader.batchSize || !loader.dropLast else { return nil }
        defer { position = end }
        return withoutGradient {
            guard let order else {
                return Batch(columns: loader.columns.map { $0[position..<end] })
            }
            return Batch(columns: loader.columns.map { $0.batchRows(order[position..<end]) })
        }
    }
}

/// A small generator for orders of rows (Steele, Lea and Flood, 2014): the same on every machine.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in 0 ..< bound, for a positive bound.
    mutating func next(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// Puts `items` into a random order (Fisher and Yates).
    mutating func shuffle(_ items: inout [Int]) {
        guard items.count > 1 else { return }
        for index in stride(from: items.count - 1, to: 0, by: -1) {
            items.swapAt(index, next(below: index + 1))
        }
    }
}

extension Tensor {
    /// The rows of a batch, copied side by side; the rows have been checked. A strided tensor (windows over a sequence)
    /// is not made dense for it.
    func batchRows(_ rows: ArraySlice<Int>) -> Tensor {
        var target = extents
        target[0] = rows.count
        let result = Tensor.uninitialized(target, dtype)
        guard result.extents == target, rows.count > 0 else { return result }
        let bytes = dtype.byteCount
        var inner = extents
        inner.remove(at: 0)
        var innerStrides = strides
        innerStrides.remove(at: 0)
        let rowBytes = inner.product * bytes
        let isContiguous = innerStrides == inner.denseStrides || inner.product <= 1
        let step = strides[0] * bytes
        let (source, copies) = (basePointer, result.basePointer)
        rows.withUnsafeBufferPointer { rows in
            switch (isContiguous, rowBytes) {
            case (true, 4): copySingles(UInt32.self, from: source, step, rows, to: copies)
            case (true, 8): copySingles(UInt64.self, from: source, step, rows, to: copies)
            case (true, _):
                for (place, row) in rows.enumerated() {
                    (copies + place * rowBytes).copyMemory(from: source + row * step, byteCount: rowBytes)
                }
            case (false, _):
                inner.withPointer { shape in
                    innerStrides.withPointer { strides in
                        for (place, row) in rows.enumerated() {
                            ck_copy_strided(
                                Int32(bytes), Int32(inner.count), shape, source + row * step, strides, copies + place * rowBytes)
                        }
                    }
                }
            }
        }
        return result
    }
}

/// Copies rows of a single number. The rows lie far apart: nothing in the loop keeps the reads from waiting side by side.
@inline(__always)
private func copySingles<Number: BitwiseCopyable>(
    _: Number.Type, from source: UnsafeMutableRawPointer, _ step: Int, _ rows: UnsafeBufferPointer<Int>,
    to target: UnsafeMutableRawPointer
) {
    let target = target.assumingMemoryBound(to: Number.self)
    for place in 0..<rows.count { target[place] = source.loadUnaligned(fromByteOffset: rows[place] * step, as: Number.self) }
}
