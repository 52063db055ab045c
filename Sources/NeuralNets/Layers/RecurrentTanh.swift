import CKernels
import Tensors

/// A whole sequence through one tanh cell: `h' = tanh(x·W_ihᵀ + b_ih + h·W_hhᵀ + b_hh)`, one operation for the record.
///
/// The products with the inputs are taken for all steps at once, forwards and backwards; only what depends on the step
/// before is computed step by step.
///
/// - Parameters:
///   - x: `[sequence, batch, inputs]`
///   - start: the first hidden state, `[batch, hidden]`; zeros where it is nil.
///   - backwards: whether the sequence is run from its end.
/// - Returns: the hidden state after each step, in the sequence's order, `[sequence, batch, hidden]`.
func recurrentTanh(_ x: Tensor, _ start: Tensor?, _ cell: RecurrentLayer.Cell, backwards: Bool) -> Tensor {
    let hidden = cell.hiddenWeight.extents[1]
    let (steps, batch, width) = (x.extents[0], x.extents[1], x.extents[2])
    if let start, start.extents != Extents([batch, hidden]) || start.dtype != .float32 {
        Faults.report("RNN", "a state of shape \(start.shape) for a batch of \(batch) and \(hidden) hidden values")
        return .poisoned
    }
    guard x.dtype == .float32, batch > 0 else {
        Faults.report("RNN", "\(x.shape), \(x.dtype): an input of float32 with at least one example is needed")
        return .poisoned
    }
    let size = batch * hidden
    let input = x.dense
    let first = start?.dense
    let (inputWeight, hiddenWeight) = (cell.inputWeight, cell.hiddenWeight)
    let output = Tensor.uninitialized(Extents([steps, batch, hidden]))
    guard output.count == steps * size else { return output }
    let sequence = RecurrentSequence(steps: steps, batch: batch, width: width, hidden: hidden, backwards: backwards)
    let bias = withoutGradient { () -> Tensor? in
        guard let a = cell.inputBias, let b = cell.hiddenBias else { return cell.inputBias ?? cell.hiddenBias }
        return a + b
    }
    sequence.forward(
        input.floatPointer, first?.floatPointer, inputWeight.floatPointer, hiddenWeight.floatPointer,
        bias?.floatPointer, output.floatPointer)

    var inputs: [Tensor] = [x, inputWeight, hiddenWeight]
    let biases = [cell.inputBias, cell.hiddenBias].compactMap { $0 }
    inputs += biases.map { $0 as Tensor }
    if let start { inputs.append(start) }
    // The record keeps the results by an alias: the result's own node would be a cycle.
    let states = output.detached()
    let version = (inputWeight.storage.version, hiddenWeight.storage.version)
    return output.recorded("RNN", many: inputs) { node, g in
        guard !Recording.isOn else {
            Faults.report("RNN", "gradients of gradients are not available for a recurrent layer")
            return
        }
        guard version == (inputWeight.storage.version, hiddenWeight.storage.version) else {
            Faults.report("backward", "the weights of an RNN were changed in place after it was used")
            return
        }
        let upstream = g.dense
        let sums = Tensor.uninitialized(Extents([steps, batch, hidden]))
        let scratch = Tensor.uninitialized(Extents([batch, hidden]))
        let inputGradient = node.wants(0) ? Tensor.uninitialized(Extents([steps, batch, width])) : nil
        let startGradient = start != nil && node.wants(3 + biases.count) ? Tensor.uninitialized(Extents([batch, hidden])) : nil
        let inputWeightGradient = node.wants(1) ? Tensor.uninitialized(Extents([hidden, width])) : nil
        let hiddenWeightGradient = node.wants(2) ? Tensor.zeros(Extents([hidden, hidden])) : nil
        guard !Faults.isPending else { return }
        sequence.backward(
            upstream.floatPointer, states.floatPointer, hiddenWeight.floatPointer, sums.floatPointer,
            scratch.floatPointer)
        sequence.weightGradients(
            sums.floatPointer, input.floatPointer, states.floatPointer, first?.floatPointer,
            inputWeightGradient?.floatPointer, hiddenWeightGradient?.floatPointer)
        if let inputGradient {
            sequence.inputGradient(sums.floatPointer, inputWeight.floatPointer, inputGradient.floatPointer)
            node.give(0, inputGradient)
        }
        if let inputWeightGradient { node.give(1, inputWeightGradient) }
        if let hiddenWeightGradient { node.give(2, hiddenWeightGradient) }
        if biases.indices.contains(where: { node.wants(3 + $0) }) {
            let biasGradient = Tensor.uninitialized(Extents([hidden]))
            ck_reduce(Int32(CK_SUM), 1, Int64(steps * batch), Int64(hidden), sums.floatPointer, biasGradient.floatPointer)
            for index in biases.indices { node.give(3 + index, biasGradient, fresh: false) }
        }
        if let startGradient {
            sequence.startGradient(sums.floatPointer, hiddenWeight.floatPointer, startGradient.floatPointer)
            node.give(3 + biases.count, startGradient)
        }
    }
}

/// The sizes of a run of a cell, and its products.
private struct RecurrentSequence {
    let steps: Int
    let batch: Int
    let width: Int
    let hidden: Int
    let backwards: Bool

    private var size: Int { batch * hidden }
    /// The step that is run as number `index`.
    private func step(_ index: Int) -> Int { backwards ? steps - 1 - index : index }

    private func multiply(
        _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Float>, _ ars: Int, _ acs: Int, _ b: UnsafePointer<Float>,
        _ brs: Int, _ bcs: Int, _ c: UnsafeMutablePointer<Float>, add: Bool = false,
        bias: UnsafePointer<Float>? = nil, activation: Activation = .none
    ) {
        ck_gemm(
            Int64(m), Int64(n), Int64(k), a, Int64(ars), Int64(acs), b, Int64(brs), Int64(bcs), c, Int64(n),
            add ? 1 : 0, bias, activation.rawValue)
    }

    func forward(
        _ x: UnsafePointer<Float>, _ start: UnsafePointer<Float>?, _ inputWeight: UnsafePointer<Float>,
        _ hiddenWeight: UnsafePointer<Float>, _ bias: UnsafePointer<Float>?, _ output: UnsafeMutablePointer<Float>
    ) {
        multiply(steps * batch, hidden, width, x, width, 1, inputWeight, 1, width, output, bias: bias)
        for index in 0..<steps {
            let here = output + step(index) * size
            let before = index == 0 ? start : UnsafePointer(output + step(index - 1) * size)
            if let before {
                multiply(batch, hidden, hidden, before, hidden, 1, hiddenWeight, 1, hidden, here, add: true, activation: .tanh)
            } else {
                ck_unary(Int32(CK_TANH), Int64(size), here, here)
            }
        }
    }

    /// The gradients of the sums inside tanh, from that of the outputs.
    func backward(
        _ upstream: UnsafePointer<Float>, _ output: UnsafePointer<Float>, _ hiddenWeight: UnsafePointer<Float>,
        _ sums: UnsafeMutablePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
    ) {
        for index in (0..<steps).reversed() {
            let at = step(index) * size
            var arriving = upstream + at
            if index < steps - 1 {
                scratch.update(from: arriving, count: size)
                multiply(
                    batch, hidden, hidden, sums + step(index + 1) * size, hidden, 1, hiddenWeight, hidden, 1, scratch,
                    add: true)
                arriving = UnsafePointer(scratch)
            }
            ck_unary_gradient(Int32(CK_TANH), Int64(size), arriving, 1, output + at, output + at, sums + at)
        }
    }

    func weightGradients(
        _ sums: UnsafePointer<Float>, _ x: UnsafePointer<Float>, _ output: UnsafePointer<Float>,
        _ start: UnsafePointer<Float>?, _ inputWeight: UnsafeMutablePointer<Float>?,
        _ hiddenWeight: UnsafeMutablePointer<Float>?
    ) {
        if let inputWeight {
            multiply(hidden, width, steps * batch, sums, 1, hidden, x, width, 1, inputWeight)
        }
        guard let hiddenWeight else { return }
        if let start { multiply(hidden, hidden, batch, sums + step(0) * size, 1, hidden, start, hidden, 1, hiddenWeight) }
        if steps > 1 {
            // Each step's sums meet the output of the step before: all of them, shifted by one, in one product.
            let (later, earlier) = backwards ? (sums, output + size) : (sums + size, output)
            multiply(
                hidden, hidden, (steps - 1) * batch, later, 1, hidden, earlier, hidden, 1, hiddenWeight,
                add: start != nil)
        }
    }

    func inputGradient(
        _ sums: UnsafePointer<Float>, _ inputWeight: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>
    ) {
        multiply(steps * batch, width, hidden, sums, hidden, 1, inputWeight, width, 1, gradient)
    }

    func startGradient(
        _ sums: UnsafePointer<Float>, _ hiddenWeight: UnsafePointer<Float>, _ gradient: UnsafeMutablePointer<Float>
    ) {
        multiply(batch, hidden, hidden, sums + step(0) * size, hidden, 1, hiddenWeight, hidden, 1, gradient)
    }
}
