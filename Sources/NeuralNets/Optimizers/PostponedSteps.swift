import CKernels
import Tensors

/// The steps of a large table, put off for the rows that they did not touch.
///
/// Every step moves every row, but an untouched row's step takes nothing from the batch. So the steps of several batches
/// are made together, piece by piece of the table, and each piece comes from memory once for all of them. Every value
/// goes through the same operations in the same order as in one step at a time.
final class PostponedSteps: PostponedChanges {
    /// The most steps that are put off. The more there are, the more rows are touched and have to be brought along singly.
    private static let limit = 16

    /// They hold this object while steps are put off, and settle them when they end.
    private let storages: [Unmanaged<Storage>]
    private let table: StepTable
    /// Where the table begins in its storage.
    private let offset: Int
    private var steps = StepList()
    /// How many of the steps each row has made.
    private var made: [UInt8]

    /// No steps yet, of a dense parameter and what a rule remembers of it.
    init(_ parameter: Parameter, slots: [Tensor]) {
        storages = [Unmanaged.passUnretained(parameter.storage)] + slots.map { Unmanaged.passUnretained($0.storage) }
        let height = parameter.extents[0]
        table = StepTable(
            values: parameter.floatPointer, first: slots.isEmpty ? nil : slots[0].floatPointer,
            second: slots.count > 1 ? slots[1].floatPointer : nil, height: height, width: parameter.count / max(height, 1))
        offset = parameter.offset
        made = Array(repeating: 0, count: height)
    }

    /// Makes a step of the rows that have a gradient, and puts it off for the others.
    func step(_ kernel: StepKernel, _ gradient: RowGradient) {
        if !steps.canTake(kernel) { settle() }
        if steps.count == 0 { attach() }
        let rows = UnsafeBufferPointer(start: gradient.rows.int64Pointer, count: gradient.rows.count)
        let values = UnsafePointer(gradient.values.floatPointer)
        settle(rows)
        for (index, row) in rows.enumerated() {
            kernel.run(
                Int(row) * table.width, table.width, table.values, values + index * table.width, table.first, table.second)
            made[Int(row)] += 1
        }
        steps.append(kernel)
        if steps.count == Self.limit { settle() }
    }

    /// Lets whoever asks for a storage's contents settle the steps first.
    private func attach() {
        for storage in storages {
            storage._withUnsafeGuaranteedRef {
                if let other = $0.postponed, other !== self { other.settle() }
                $0.postponed = self
            }
        }
    }

    func settle() {
        guard steps.count > 0 else { return }
        // The storages may be all that holds this object.
        withExtendedLifetime(self) {
            for storage in storages { storage._withUnsafeGuaranteedRef { $0.postponed = nil } }
            let work = table.height * table.width * steps.count
            made.withUnsafeMutableBufferPointer { made in
                guard let counts = made.baseAddress else { return }
                var job = SettlingJob(
                    table: table, steps: steps, made: counts, parts: max(1, min(Threads.count * 4, work / 65_536)))
                withUnsafeMutablePointer(to: &job) { job in
                    ck_parallel(
                        Int32(job.pointee.parts),
                        { context, part in
                            context?.assumingMemoryBound(to: SettlingJob.self).pointee.run(part: Int(part))
                        }, job)
                }
                made.update(repeating: 0)
            }
            steps = StepList()
        }
    }

    func settle(rows: UnsafeBufferPointer<Int64>, of tensor: Tensor) -> Bool {
        guard tensor.offset == offset, tensor.isDense, tensor.extents[0] == table.height,
            tensor.count == table.height * table.width
        else { return false }
        settle(rows)
        return true
    }

    private func settle(_ rows: UnsafeBufferPointer<Int64>) {
        for row in rows where made[Int(row)] < steps.count {
            steps.run(table, rows: Int(row)..<Int(row) + 1, from: Int(made[Int(row)]))
            made[Int(row)] = UInt8(steps.count)
        }
    }
}

/// The memory of a table's values and of what a rule remembers of them.
private struct StepTable {
    let values: UnsafeMutablePointer<Float>
    let first: UnsafeMutablePointer<Float>?
    let second: UnsafeMutablePointer<Float>?
    let height: Int
    let width: Int
}

/// Steps of one rule, in order.
private struct StepList {
    private var sgd: [ck_sgd] = []
    private var adam: [ck_adam] = []

    var count: Int { sgd.count + adam.count }

    /// Whether a step is of the same rule as those that are there.
    func canTake(_ kernel: StepKernel) -> Bool {
        switch kernel.options {
        case .sgd: adam.isEmpty
        case .adam: sgd.isEmpty
        case .rmsProp, .adagrad: false
        }
    }

    mutating func append(_ kernel: StepKernel) {
        switch kernel.options {
        case .sgd(let options): sgd.append(options)
        case .adam(let options): adam.append(options)
        case .rmsProp, .adagrad: break
        }
    }

    /// Makes the steps from the one numbered `start` on, of rows without a gradient.
    func run(_ table: StepTable, rows: Range<Int>, from start: Int) {
        let from = rows.lowerBound * table.width
        let n = Int64(rows.count * table.width)
        let count = Int32(self.count - start)
        guard count > 0 else { return }
        let first = table.first.map { $0 + from }
        sgd.withUnsafeBufferPointer { steps in
            if let steps = steps.baseAddress, !sgd.isEmpty { ck_sgd_steps(n, table.values + from, first, count, steps + start) }
        }
        adam.withUnsafeBufferPointer { steps in
            guard let steps = steps.baseAddress, !adam.isEmpty, let second = table.second else { return }
            ck_adam_steps(n, table.values + from, first, second + from, count, steps + start)
        }
    }
}

/// What the threads share that settle a table.
private struct SettlingJob {
    let table: StepTable
    let steps: StepList
    let made: UnsafeMutablePointer<UInt8>
    let parts: Int

    /// The share of one thread, a range of rows: neighbours that lack the same steps make them together.
    func run(part: Int) {
        var row = table.height * part / parts
        let end = table.height * (part + 1) / parts
        while row < end {
            var next = row + 1
            while next < end, made[next] == made[row] { next += 1 }
            steps.run(table, rows: row..<next, from: Int(made[row]))
            row = next
        }
    }
}
