import Tensors

extension Module {
    /// The module as PyTorch prints it: its type, then its children by name, one a line. A module that says its arguments
    /// is one line; parameters of one's own modules are shown by their shape.
    public final var description: String {
        let members = argumentsDescription.isEmpty ? printedMembers() : []
        guard !members.isEmpty else { return "\(typeName)(\(argumentsDescription))" }
        return "\(typeName) (\n" + members.map { indented("(\($0.name)): \($0.text)") + "\n" }.joined() + ")"
    }

    private func printedMembers() -> [(name: String, text: String)] {
        ownMembers().compactMap { name, value in
            switch Member(value) {
            case .module(let module): return (name, module.description)
            case .modules(let list):
                let lines = list.enumerated().map { indented("(\($0)): \($1.description)") + "\n" }
                return (name, "ModuleList (\n\(lines.joined()))")
            case .parameter(let parameter): return (name, shown(parameter))
            case .parameters(let list): return (name, "[\(list.map(shown).joined(separator: ", "))]")
            case .other: return nil
            }
        }
    }

    private func shown(_ parameter: Parameter) -> String {
        "Parameter(\(parameter.shape.map(String.init).joined(separator: ", ")))"
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
    }
}

/// What a `summary` collects while its model runs.
final class SummaryRecorder {
    nonisolated(unsafe) static var current: SummaryRecorder?
    var outputs: [(module: ObjectIdentifier, shape: [Int])] = []
}

extension Module {
    /// Tells a running `summary` what this module gave. Built-in layers do so themselves; a class of one's own that
    /// wants a line in the table calls it with its output.
    @discardableResult
    public final func recorded(_ output: Tensor) -> Tensor {
        if let recorder = SummaryRecorder.current { recorder.outputs.append((ObjectIdentifier(self), output.shape)) }
        return output
    }

    /// A table of the layers that ran, in the order in which they ran: name, type, output shape, parameters.
    ///
    /// The model runs once, in evaluation and without gradients; `run` calls it with inputs of a fitting shape.
    /// Throws the fault where the model does not fit the input.
    public final func summary(_ run: () -> Tensor) throws -> TextTable {
        let names = Dictionary(
            namedModules().map { (ObjectIdentifier($0.value), $0) }, uniquingKeysWith: { first, _ in first })
        let modes = namedModules().map { ($0.value, $0.value.isTraining) }
        let recorder = SummaryRecorder()
        let previous = SummaryRecorder.current
        eval()
        SummaryRecorder.current = recorder
        defer {
            SummaryRecorder.current = previous
            modes.forEach { $0.isTraining = $1 }
        }
        let output = try withFaults { withoutGradient(run) }
        if recorder.outputs.last?.module != ObjectIdentifier(self) {
            recorder.outputs.append((ObjectIdentifier(self), output.shape))
        }
        var rows: [[String]] = []
        for (identifier, shape) in recorder.outputs {
            guard let (name, module) = names[identifier], !name.isEmpty else { continue }
            let own = module.ownParameters().reduce(0) { $0 + $1.value.count }
            rows.append([name, module.typeName, "\(shape)", String(own)])
        }
        rows.append(["total", typeName, "\(output.shape)", String(parameterCount)])
        return TextTable(headers: ["layer", "type", "output", "parameters"], rows: rows)
    }
}

extension Layer {
    /// A table of the layers with their output shapes and parameters, for an input like `input`.
    public final func summary(input: Tensor) throws -> TextTable { try summary { self(input) } }
}

extension PairLayer {
    /// A table of the layers with their output shapes and parameters, for inputs like `a` and `b`.
    public final func summary(input a: Tensor, _ b: Tensor) throws -> TextTable { try summary { self(a, b) } }
}
