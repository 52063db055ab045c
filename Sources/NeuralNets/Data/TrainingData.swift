import Tensors

/// What a learner trains on, and what it is measured by.
public struct TrainingData {
    /// The batches to train on.
    public let training: DataLoader
    /// The batches to validate on; `nil` where there are none.
    public let validation: DataLoader?

    public init(training: DataLoader, validation: DataLoader? = nil) {
        self.training = training
        self.validation = validation
    }

    /// Columns, the target last, of which a random part is held out.
    ///
    /// - Parameters:
    ///   - batchSize: the rows in a batch, in training and in validation.
    ///   - validation: the fraction of rows that is held out; 0 for none.
    ///   - seed: decides which rows are held out, nothing else.
    ///   - replacement: whether each pass draws its rows with replacement, as fastai's loaders of tables do.
    public init(
        _ columns: Tensor..., batchSize: Int = 64, validation: Double = 0.2, seed: Int = 42, dropLast: Bool = false,
        replacement: Bool = false
    ) throws {
        try self.init(
            columns: columns, batchSize: batchSize, validation: validation, seed: seed, dropLast: dropLast,
            replacement: replacement)
    }

    /// Columns, the target last, of which a random part is held out.
    public init(
        columns: [Tensor], batchSize: Int = 64, validation: Double = 0.2, seed: Int = 42, dropLast: Bool = false,
        replacement: Bool = false
    ) throws {
        guard let count = columns.first?.shape.first else { throw LearnerError.noData }
        let rows = try split(count: count, validation: validation, seed: seed)
        try self.init(
            columns: columns, trainingRows: rows.training, validationRows: rows.validation, batchSize: batchSize,
            dropLast: dropLast, replacement: replacement)
    }

    /// Columns, the target last, with the rows to train and to validate on named.
    public init(
        columns: [Tensor], trainingRows: [Int], validationRows: [Int], batchSize: Int = 64, dropLast: Bool = false,
        replacement: Bool = false
    ) throws {
        training = try DataLoader(
            columns: columns, rows: trainingRows, batchSize: batchSize, shuffle: true, dropLast: dropLast,
            replacement: replacement)
        validation =
            validationRows.isEmpty ? nil : try DataLoader(columns: columns, rows: validationRows, batchSize: batchSize)
    }
}

/// The rows 0 ..< count in two random parts, each in ascending order.
///
/// - Parameters:
///   - validation: the fraction of rows that is held out.
///   - seed: decides which.
/// - Returns: the rows to train on and those to validate on; together, every row once.
public func split(count: Int, validation: Double = 0.2, seed: Int = 42) throws -> (training: [Int], validation: [Int]) {
    guard count >= 0, count < 1 << 27, (0...1).contains(validation) else {
        throw LearnerError.badSetting("a split of \(count) rows with a part of \(validation) held out")
    }
    var order = Array(0..<count)
    var numbers = SplitMix(seed: UInt64(bitPattern: Int64(seed)))
    numbers.shuffle(&order)
    let held = Int(validation * Double(count))
    return (order[held...].sorted(), order[..<held].sorted())
}
