import Tensors

/// A copy of a model's parameters and buffers, to put back later.
public struct ModelState {
    private let values: [Tensor]

    /// Copies the present values of `model`.
    public init(of model: Module) {
        values = ModelState.tensors(of: model).map { $0.detached().copy() }
    }

    /// Puts the values back into a model of the same structure.
    public func restore(_ model: Module) {
        let tensors = ModelState.tensors(of: model)
        guard tensors.count == values.count else { return }
        withoutGradient {
            for (tensor, value) in zip(tensors, values) where tensor.shape == value.shape { tensor.assign(value) }
        }
    }

    private static func tensors(of model: Module) -> [Tensor] {
        model.parameters().map { $0 as Tensor } + model.namedBuffers().map(\.value)
    }
}

extension Module {
    /// Every parameter and buffer by its path.
    public final func stateTensors() -> [String: Tensor] {
        var result: [String: Tensor] = [:]
        for (name, parameter) in namedParameters() { result[name] = parameter }
        for (name, buffer) in namedBuffers() { result[name] = buffer }
        return result
    }

    /// Writes parameters and buffers to a safetensors file.
    public final func save(_ path: String) throws { try Safetensors.save(stateTensors(), to: path) }

    /// Reads parameters and buffers from a safetensors file.
    ///
    /// The file must have exactly the module's names and shapes; where it has not, a `SavingError` is thrown and the
    /// module is as it was. With `partial`, names that only one side has are left alone.
    public final func load(_ path: String, partial: Bool = false) throws {
        let found = try Safetensors.load(path)
        let own = stateTensors()
        if !partial {
            if let name = found.keys.filter({ own[$0] == nil }).sorted().first {
                throw SavingError(path: path, reason: .unexpected(name))
            }
            if let name = own.keys.filter({ found[$0] == nil }).sorted().first {
                throw SavingError(path: path, reason: .missing(name))
            }
        }
        for (name, tensor) in own.sorted(by: { $0.key < $1.key }) {
            guard let value = found[name], value.shape != tensor.shape else { continue }
            throw SavingError(
                path: path, reason: .shapeMismatch(tensor: name, expected: tensor.shape, found: value.shape))
        }
        try withFaults {
            withoutGradient {
                for (name, tensor) in own {
                    if let value = found[name] { tensor.assign(value.cast(tensor.dtype)) }
                }
            }
        }
    }
}

extension Optimizer {
    /// Writes what the optimizer remembers, and its settings, to a safetensors file, to go on with a training later.
    public func save(_ path: String) throws {
        var tensors: [String: Tensor] = [:]
        var metadata = ["method": rule.methodName, "learning_rate": "\(rule.learningRate)"]
        for state in states {
            metadata["steps.\(state.name)"] = String(state.steps)
            for (slot, tensor) in zip(rule.slotNames, state.slots) { tensors["\(state.name).\(slot)"] = tensor }
        }
        try Safetensors.save(tensors, to: path, metadata: metadata)
    }

    /// Reads what an optimizer of the same method and parameters has saved; the next step is the one that it would have
    /// made.
    ///
    /// Throws `SavingError` where the file belongs to another method or other parameters; the optimizer is as it was
    /// then.
    public func load(_ path: String) throws {
        let (tensors, metadata) = try Safetensors.loadWithMetadata(path)
        guard metadata["method"] == rule.methodName else {
            throw SavingError(
                path: path,
                reason: .incompatible("the state of '\(metadata["method"] ?? "unknown")', not of '\(rule.methodName)'"))
        }
        var restored: [(slots: [Tensor], steps: Int)] = []
        for state in states {
            guard let steps = metadata["steps.\(state.name)"].flatMap({ Int($0) }), steps >= 0 else {
                throw SavingError(path: path, reason: .missing(state.name))
            }
            guard steps > 0 else {
                restored.append(([], 0))
                continue
            }
            restored.append((
                try rule.slotNames.map { slot in
                    let name = "\(state.name).\(slot)"
                    guard let tensor = tensors[name] else { throw SavingError(path: path, reason: .missing(name)) }
                    guard tensor.shape == state.parameter.shape, tensor.dtype == .float32 else {
                        throw SavingError(
                            path: path,
                            reason: .shapeMismatch(
                                tensor: name, expected: state.parameter.shape, found: tensor.shape))
                    }
                    return tensor
                }, steps
            ))
        }
        for (index, state) in restored.enumerated() { restore(index, slots: state.slots, steps: state.steps) }
    }
}
