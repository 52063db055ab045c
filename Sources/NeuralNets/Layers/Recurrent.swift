import Tensors

/// The base of `RNN`, `GRU` and `LSTM`: weights, layers, directions.
///
/// Input `[sequence, batch, inputs]`, output `[sequence, batch, directions·hidden]`, final hidden state
/// `[layers·directions, batch, hidden]`. All weights and both biases start uniform between ±1/√hidden.
open class RecurrentLayer: Layer {
    /// The weights of one layer in one direction.
    public struct Cell {
        /// `[gates·hidden, inputs]`
        public let inputWeight: Parameter
        /// `[gates·hidden, hidden]`
        public let hiddenWeight: Parameter
        /// `[gates·hidden]`
        public let inputBias: Parameter?
        /// `[gates·hidden]`
        public let hiddenBias: Parameter?
    }

    /// The cells: layer by layer, forwards before backwards.
    public final let cells: [Cell]
    /// The length of the hidden state.
    public final let hiddenSize: Int
    /// The length of an input.
    public final let inputSize: Int
    /// The number of layers.
    public final let layerCount: Int
    /// Whether each layer also runs from the end to the beginning.
    public final let isBidirectional: Bool
    final let dropout: Dropout?

    init(
        _ inputs: Int, _ hidden: Int, gates: Int, layers: Int, bidirectional: Bool, bias: Bool, dropout: Double
    ) {
        let bound = 1 / Double(max(hidden, 1)).squareRoot()
        let start = Initializer.uniform(-bound, bound)
        let directions = bidirectional ? 2 : 1
        var cells: [Cell] = []
        // More layers than this are a mistake that would take all memory.
        if layers > 1000 { Faults.report("layers", "\(layers) recurrent layers are too many") }
        for layer in 0..<min(max(layers, 1), 1000) {
            for _ in 0..<directions {
                let width = layer == 0 ? inputs : hidden * directions
                cells.append(
                    Cell(
                        inputWeight: Parameter(start([gates * hidden, width])),
                        hiddenWeight: Parameter(start([gates * hidden, hidden])),
                        inputBias: bias ? Parameter(start([gates * hidden])) : nil,
                        hiddenBias: bias ? Parameter(start([gates * hidden])) : nil))
            }
        }
        self.cells = cells
        hiddenSize = hidden
        inputSize = inputs
        layerCount = max(layers, 1)
        isBidirectional = bidirectional
        self.dropout = dropout > 0 && layers > 1 ? Dropout(dropout) : nil
    }

    override public final func ownMembers() -> [(name: String, value: Any)] {
        var members: [(name: String, value: Any)] = []
        for (index, cell) in cells.enumerated() {
            let suffix = isBidirectional ? "l\(index / 2)\(index % 2 == 1 ? "_reverse" : "")" : "l\(index)"
            members.append(("weight_ih_\(suffix)", cell.inputWeight))
            members.append(("weight_hh_\(suffix)", cell.hiddenWeight))
            if let bias = cell.inputBias { members.append(("bias_ih_\(suffix)", bias)) }
            if let bias = cell.hiddenBias { members.append(("bias_hh_\(suffix)", bias)) }
        }
        if let dropout { members.append(("dropout", dropout)) }
        return members
    }

    /// Starts the hidden-to-hidden weights of every cell anew, such as from `.identity`; each gate by itself.
    public final func initializeHiddenWeights(_ initializer: Initializer) {
        for cell in cells {
            let gates = cell.hiddenWeight.shape[0] / max(hiddenSize, 1)
            cell.hiddenWeight.initialize(
                Initializer { _ in
                    concatenated((0..<gates).map { _ in initializer([self.hiddenSize, self.hiddenSize]) }, axis: 0)
                })
        }
    }

    /// A hidden state of zeros for a batch: `[layers·directions, batch, hidden]`.
    public final func zeroState(batch: Int) -> Tensor { Tensor.zeros([cells.count, batch, hiddenSize]) }

    override public final var argumentsDescription: String {
        "\(inputSize), \(hiddenSize)" + (layerCount > 1 ? ", layers=\(layerCount)" : "")
            + (isBidirectional ? ", bidirectional=true" : "")
    }

    /// Runs all layers and directions; `run` runs one cell over a sequence from one state and gives the outputs and the
    /// last state's parts.
    final func runLayers(
        _ x: Tensor, _ operation: String,
        _ run: (_ cell: Cell, _ index: Int, _ x: Tensor, _ backwards: Bool) -> (output: Tensor, last: [Tensor])
    ) -> (output: Tensor, last: [Tensor])? {
        guard x.shape.count == 3, x.shape[2] == inputSize, x.shape[0] > 0 else {
            Faults.report(operation, "\(x.shape): an input of shape [sequence, batch, \(inputSize)] is needed")
            return nil
        }
        let directions = isBidirectional ? 2 : 1
        var input = x
        var lasts: [[Tensor]] = []
        for layer in 0..<layerCount {
            if layer > 0, let dropout { input = dropout(input) }
            var outputs: [Tensor] = []
            for direction in 0..<directions {
                let index = layer * directions + direction
                let (output, last) = run(cells[index], index, input, direction == 1)
                outputs.append(output)
                lasts.append(last)
            }
            input = outputs.count == 1 ? outputs[0] : concatenated(outputs, axis: 2)
        }
        let states = (lasts.first ?? []).indices.map { part in stacked(lasts.map { $0[part] }, axis: 0) }
        return (input, states)
    }

    override open func callAsFunction(_ x: Tensor) -> Tensor { x }
}

/// An Elman network: `h' = tanh(W_ih·x + b_ih + W_hh·h + b_hh)`.
public final class RNN: RecurrentLayer {
    /// - Parameters:
    ///   - layers: how many cells stand one on the other.
    ///   - dropout: the dropout between layers.
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true,
        dropout: Double = 0
    ) {
        super.init(
            inputs, hidden, gates: 1, layers: layers, bidirectional: bidirectional, bias: bias, dropout: dropout)
    }

    /// The outputs of all steps, from a state of zeros.
    override public func callAsFunction(_ x: Tensor) -> Tensor { self(x, nil).output }

    /// The outputs of all steps and the final hidden state.
    ///
    /// - Parameter state: the first hidden state, `[layers·directions, batch, hidden]`; zeros where it is nil.
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, hidden: Tensor) {
        let result = runLayers(x, "RNN") { cell, index, x, backwards in
            let output = recurrentTanh(x, state.map { $0[index] }, cell, backwards: backwards)
            return (output, [output[backwards ? 0 : x.shape[0] - 1]])
        }
        guard let result else { return (Tensor.poisoned, Tensor.poisoned) }
        recorded(result.output)
        return (result.output, result.last[0])
    }
}

/// A gated recurrent unit (Cho et al., 2014), gates in the order reset, update, new.
public final class GRU: RecurrentLayer {
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true,
        dropout: Double = 0
    ) {
        super.init(
            inputs, hidden, gates: 3, layers: layers, bidirectional: bidirectional, bias: bias, dropout: dropout)
    }

    /// The outputs of all steps, from a state of zeros.
    override public func callAsFunction(_ x: Tensor) -> Tensor { self(x, nil).output }

    /// The outputs of all steps and the final hidden state.
    public func callAsFunction(_ x: Tensor, _ state: Tensor?) -> (output: Tensor, hidden: Tensor) {
        let result = runLayers(x, "GRU") { cell, index, x, backwards in
            let size = hiddenSize
            var hidden = state.map { $0[index] } ?? Tensor.zeros([x.shape[1], size])
            let fromInput = x.linear(cell.inputWeight, bias: cell.inputBias)
            let outputs = overSteps(x.shape[0], backwards) { step in
                let a = fromInput[step]
                let b = hidden.linear(cell.hiddenWeight, bias: cell.hiddenBias)
                let gates = (a.sliced(axis: -1, 0..<2 * size) + b.sliced(axis: -1, 0..<2 * size)).sigmoid()
                let reset = gates.sliced(axis: -1, 0..<size)
                let update = gates.sliced(axis: -1, size..<2 * size)
                let new = (a.sliced(axis: -1, 2 * size..<3 * size) + reset * b.sliced(axis: -1, 2 * size..<3 * size)).tanh()
                hidden = new + update * (hidden - new)
                return hidden
            }
            return (stacked(outputs, axis: 0), [hidden])
        }
        guard let result else { return (Tensor.poisoned, Tensor.poisoned) }
        recorded(result.output)
        return (result.output, result.last[0])
    }
}

/// A long short-term memory (Hochreiter and Schmidhuber, 1997), gates in the order input, forget, cell, output.
public final class LSTM: RecurrentLayer {
    public init(
        _ inputs: Int, _ hidden: Int, layers: Int = 1, bidirectional: Bool = false, bias: Bool = true,
        dropout: Double = 0
    ) {
        super.init(
            inputs, hidden, gates: 4, layers: layers, bidirectional: bidirectional, bias: bias, dropout: dropout)
    }

    /// The outputs of all steps, from states of zeros.
    override public func callAsFunction(_ x: Tensor) -> Tensor { self(x, nil, nil).output }

    /// The outputs of all steps, the final hidden state and the final cell state.
    public func callAsFunction(
        _ x: Tensor, _ state: Tensor?, _ cellState: Tensor?
    ) -> (output: Tensor, hidden: Tensor, cell: Tensor) {
        let result = runLayers(x, "LSTM") { cell, index, x, backwards in
            let size = hiddenSize
            var hidden = state.map { $0[index] } ?? Tensor.zeros([x.shape[1], size])
            var memory = cellState.map { $0[index] } ?? Tensor.zeros([x.shape[1], size])
            let fromInput = x.linear(cell.inputWeight, bias: cell.inputBias)
            let outputs = overSteps(x.shape[0], backwards) { step in
                let sum = fromInput[step] + hidden.linear(cell.hiddenWeight, bias: cell.hiddenBias)
                let gates = sum.sigmoid()
                let candidate = sum.sliced(axis: -1, 2 * size..<3 * size).tanh()
                memory = gates.sliced(axis: -1, size..<2 * size) * memory + gates.sliced(axis: -1, 0..<size) * candidate
                hidden = gates.sliced(axis: -1, 3 * size..<4 * size) * memory.tanh()
                return hidden
            }
            return (stacked(outputs, axis: 0), [hidden, memory])
        }
        guard let result else { return (Tensor.poisoned, Tensor.poisoned, Tensor.poisoned) }
        recorded(result.output)
        return (result.output, result.last[0], result.last[1])
    }
}

/// The outputs of `step` over a sequence, run from either end, in the sequence's order.
private func overSteps(_ count: Int, _ backwards: Bool, _ step: (Int) -> Tensor) -> [Tensor] {
    let outputs = (0..<count).map { step(backwards ? count - 1 - $0 : $0) }
    return backwards ? outputs.reversed() : outputs
}
