import CKernels
import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One optimizer step of one parameter: the rule with all its numbers, run in one pass over the parameter's memory.
struct StepKernel {
    private enum Options {
        case sgd(ck_sgd)
        case adam(ck_adam)
        case rmsProp(ck_rmsprop)
        case adagrad(ck_adagrad)
    }
    private let options: Options
    /// Whether a value with a zero gradient stays exactly as it is, so that untouched rows need no pass.
    fileprivate let keepsUntouched: Bool

    init(_ rule: UpdateRule, learningRate: Double, weightDecay: Double, step: Int) {
        let rate = Float(learningRate)
        let decay = Float(weightDecay)
        switch rule.method {
        case .sgd(let momentum, let nesterov, let dampening):
            keepsUntouched = momentum == 0 && weightDecay == 0
            options = .sgd(
                ck_sgd(
                    rate: rate, momentum: Float(momentum), dampening: Float(dampening), decay: decay,
                    nesterov: nesterov ? 1 : 0, first: step == 1 ? 1 : 0))
        case .adam(let beta1, let beta2, let epsilon, let decoupled):
            keepsUntouched = false
            // 1 - Float(beta2) would lose a hundred thousandth: differences are taken before they are rounded.
            options = .adam(
                ck_adam(
                    step: Float(learningRate / (1 - pow(beta1, Double(step)))), take1: Float(1 - beta1), beta2: Float(beta2),
                    take2: Float(1 - beta2), root: Float(1 / (1 - pow(beta2, Double(step))).squareRoot()),
                    epsilon: Float(epsilon), shrink: decoupled ? Float(1 - learningRate * weightDecay) : 1,
                    decay: decoupled ? 0 : decay))
        case .rmsProp(let alpha, let epsilon, let momentum):
            keepsUntouched = false
            options = .rmsProp(
                ck_rmsprop(
                    rate: rate, alpha: Float(alpha), take: Float(1 - alpha), epsilon: Float(epsilon), decay: decay,
                    momentum: Float(momentum)))
        case .adagrad(let epsilon):
            keepsUntouched = weightDecay == 0
            options = .adagrad(ck_adagrad(rate: rate, epsilon: Float(epsilon), decay: decay))
        }
    }

    /// `count` values from `start` on; `gradient` is that of the first of them, or nil for zeros.
    @inline(__always)
    fileprivate func run(
        _ start: Int, _ count: Int, _ values: UnsafeMutablePointer<Float>, _ gradient: UnsafePointer<Float>?,
        _ first: UnsafeMutablePointer<Float>?, _ second: UnsafeMutablePointer<Float>?
    ) {
        let n = Int64(count)
        switch options {
        case .sgd(let sgd): ck_sgd_step(n, values + start, gradient, first.map { $0 + start }, sgd)
        case .adam(let adam): ck_adam_step(n, values + start, gradient, first.map { $0 + start }, second.map { $0 + start }, adam)
        case .rmsProp(let rms): ck_rmsprop_step(n, values + start, gradient, first.map { $0 + start }, second.map { $0 + start }, rms)
        case .adagrad(let adagrad): ck_adagrad_step(n, values + start, gradient, first.map { $0 + start }, adagrad)
        }
    }
}

/// What the threads of one step share.
private struct StepJob {
    let kernel: StepKernel
    let values: UnsafeMutablePointer<Float>
    let first: UnsafeMutablePointer<Float>?
    let second: UnsafeMutablePointer<Float>?
    let gradient: UnsafePointer<Float>
    /// Row numbers in ascending order where only some rows have a gradient; nil for a dense one.
    let rows: UnsafePointer<Int64>?
    let rowCount: Int
    /// Values in a row; 1 for a dense gradient.
    let width: Int
    /// All rows of the parameter.
    let height: Int
    let parts: Int

    /// The share of one thread: a range of rows, each value independent of the others, so that the split changes no bit.
    func run(part: Int) {
        let from = height * part / parts
        let to = height * (part + 1) / parts
        guard let rows else {
            kernel.run(from * width, (to - from) * width, values, gradient + from * width, first, second)
            return
        }
        var index = lowerBound(rows, rowCount, Int64(from))
        var row = from
        while row < to {
            let next = index < rowCount ? min(Int(rows[index]), to) : to
            if next > row, !kernel.keepsUntouched {
                kernel.run(row * width, (next - row) * width, values, nil, first, second)
            }
            row = next
            // Neighbouring touched rows have neighbouring gradients: one call for the run of them.
            let start = index
            while index < rowCount, row < to, Int(rows[index]) == row {
                index += 1
                row += 1
            }
            if index > start {
                kernel.run(next * width, (row - next) * width, values, gradient + start * width, first, second)
            }
        }
    }
}

private func lowerBound(_ sorted: UnsafePointer<Int64>, _ count: Int, _ value: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}

extension StepKernel {
    /// Parameters of fewer values than this are moved on one thread.
    private static let parallelThreshold = 65_536

    /// Moves a parameter by its gradient; only the touched rows of a table have one that is not zero.
    func run(_ parameter: Parameter, slots: [Tensor]) {
        let count = parameter.count
        guard count > 0, parameter.isDense else { return }
        let rowGradient = parameter.rowGradient
        let dense = rowGradient == nil ? parameter.denseGradient?.dense : nil
        guard let gradient = rowGradient?.values.floatPointer ?? dense?.floatPointer else { return }
        let height = rowGradient == nil ? count : parameter.extents[0]
        var job = StepJob(
            kernel: self, values: parameter.floatPointer, first: slots.isEmpty ? nil : slots[0].floatPointer,
            second: slots.count > 1 ? slots[1].floatPointer : nil, gradient: UnsafePointer(gradient),
            rows: rowGradient.map { UnsafePointer($0.rows.int64Pointer) }, rowCount: rowGradient?.rows.count ?? 0,
            width: count / max(height, 1), height: height,
            parts: count < StepKernel.parallelThreshold ? 1 : Threads.count)
        parameter.storage.version &+= 1
        withExtendedLifetime((rowGradient, dense, slots)) {
            guard job.parts > 1 else {
                job.run(part: 0)
                return
            }
            withUnsafeMutablePointer(to: &job) { job in
                ck_parallel(
                    Int32(job.pointee.parts),
                    { context, part in
                        context?.assumingMemoryBound(to: StepJob.self).pointee.run(part: Int(part))
                    }, job)
            }
        }
    }
}

/// Scales the gradients of `parameters` down together where their norm, taken as one vector, is above `norm`.
///
/// - Returns: the norm before.
@discardableResult
public func clipGradients(_ parameters: [Parameter], norm: Double) -> Double {
    func values(_ parameter: Parameter) -> Tensor? { parameter.rowGradient?.values ?? parameter.denseGradient }
    var total = 0.0
    for parameter in parameters {
        if let gradient = values(parameter)?.dense { total += ck_sum_squares(Int64(gradient.count), gradient.floatPointer) }
    }
    let present = total.squareRoot()
    guard present > norm, present > 0 else { return present }
    // PyTorch's clip_grad_norm_ adds the same 1e-6.
    let factor = norm / (present + 1e-6)
    for parameter in parameters {
        if let rows = parameter.rowGradient {
            withoutGradient { rows.values *= factor }
        } else if let gradient = parameter.denseGradient {
            // A new tensor: the gradient may be held by someone else, too.
            parameter.setGradient(withoutGradient { gradient * factor })
        }
    }
    return present
}
