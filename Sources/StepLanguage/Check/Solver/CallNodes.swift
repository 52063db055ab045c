struct CallArgument {
    let label: String?
    let labelRange: SourceRange?
    let node: Node
    var isTrailing = false
}

final class CallNode: Node {
    let callee: Node
    var arguments: [CallArgument]
    /// `init` or `callAsFunction` of what the callee turned out to be.
    var implied: MemberNode?
    /// How arguments go to parameters, once that is known.
    var mapping: [ArgumentMapping] = []
    let isSubscript: Bool
    let closeRange: SourceRange

    init(
        _ range: SourceRange, _ type: Type, callee: Node, arguments: [CallArgument], isSubscript: Bool = false,
        closeRange: SourceRange
    ) {
        self.callee = callee
        self.arguments = arguments
        self.isSubscript = isSubscript
        self.closeRange = closeRange
        super.init(range, type)
    }

    override func decision() -> () -> Void {
        let implied = implied
        return { [unowned self] in self.implied = implied }
    }

    var calleeType: Type { implied?.type ?? callee.unwrapped.type }
    /// The name that is called; nil where a value is, such as what an operator gave.
    var choice: ChoiceNode? { implied ?? (callee.unwrapped is OperatorNode ? nil : callee.unwrapped as? ChoiceNode) }

    /// The callee's type, or the declaration it stands for, is known: the arguments meet the parameters.
    func applyCallee(_ solver: Solver) -> Narrowing {
        if let choice, implied != nil || choice.call === self && (choice as? MemberNode)?.dynamic == nil {
            guard let chosen = choice.chosen else { return .open }
            if chosen.isCallable { return applyDeclared(chosen, choice, solver) }
        }
        let type = solver.resolve(calleeType)
        switch type {
        case .variable: return .open
        case .error:
            _ = solver.unify(self.type, .error, Locator(kind: .other, range: range, node: self))
            return .decided
        case .function(let function): return applyValue(function, solver)
        case .metatype(let instance) where implied == nil:
            let instanceType = solver.resolve(instance)
            if case .variable = instanceType { return .open }
            return imply("init", solver)
        case .nominal, .parameter, .existential, .opaque, .member:
            if implied == nil { return imply("callAsFunction", solver) }
            fallthrough
        default:
            solver.record(.notCallable(self, solver.simplify(type)), Locator(kind: .other, range: range, node: self))
            return .failed
        }
    }

    private func imply(_ name: String, _ solver: Solver) -> Narrowing {
        if name == "callAsFunction",
            !solver.generator.hasMember(name, of: solver.simplify(solver.resolve(calleeType)))
        {
            solver.record(
                .notCallable(self, solver.simplify(calleeType)), Locator(kind: .other, range: range, node: self))
            return .failed
        }
        let member = MemberNode(
            callee.range, solver.freshType(range), base: callee, name: name, nameRange: callee.range)
        member.call = self
        let saved = implied
        implied = member
        solver.deciding.append(self)
        solver.onUndo { [unowned self] in implied = saved }
        let locator = Locator(kind: .member(member), range: range, node: member)
        if !solver.add(.member(member), locator) { return .failed }
        return applyCallee(solver)
    }

    private func applyValue(_ function: FunctionType, _ solver: Solver) -> Narrowing {
        let locator = Locator(kind: .other, range: range, node: self)
        if function.parameters.count != arguments.count {
            // A single tuple parameter does not take its parts.
            let mismatch: ArgumentMismatch =
                arguments.count < function.parameters.count
                ? .missingUnlabelled(arguments.count + 1, function.parameters[arguments.count].type)
                : .extra(function.parameters.count)
            solver.record(.arguments(self, mismatch, nil), locator)
            return .failed
        }
        if let labelled = arguments.firstIndex(where: { $0.label != nil && !$0.isTrailing }) {
            solver.record(.arguments(self, .extraneousLabel(labelled), nil), locator)
            return .failed
        }
        mapping = arguments.indices.map { .argument($0) }
        for (index, parameter) in function.parameters.enumerated() {
            if !relate(index, parameter, solver) { return .failed }
        }
        return solver.unify(type, function.result, locator) ? .decided : .failed
    }

    private func applyDeclared(_ chosen: Chosen, _ node: ChoiceNode, _ solver: Solver) -> Narrowing {
        let locator = Locator(kind: .other, range: range, node: self)
        switch matchArguments(chosen.declaredParameters, arguments) {
        case .failure(let mismatch):
            solver.record(.arguments(self, mismatch, node), locator)
            return .failed
        case .success(let mapping):
            let saved = self.mapping
            self.mapping = mapping
            solver.onUndo { [unowned self] in self.mapping = saved }
            // The result first: what is expected of the call helps its arguments.
            if !solver.unify(type, chosen.result, locator) { return .failed }
            for (parameter, item) in zip(chosen.declaredParameters, mapping) {
                if case .argument(let index) = item, let closure = arguments[index].node as? ClosureNode {
                    closure.take(parameter.builder, solver)
                }
            }
            // Closures wait until the other arguments are looked at.
            for pass in 0..<2 {
                for (parameter, item) in zip(chosen.parameters, mapping) {
                    switch item {
                    case .argument(let index):
                        if (arguments[index].node.unwrapped is ClosureNode) != (pass == 1) { continue }
                        if !relate(index, parameter, solver) { return .failed }
                    case .variadic(let indices):
                        for index in indices where (arguments[index].node.unwrapped is ClosureNode) == (pass == 1) {
                            if !relate(index, parameter, solver) { return .failed }
                        }
                    case .byDefault: break
                    }
                }
            }
            return .decided
        }
    }

    private func relate(_ index: Int, _ parameter: FunctionType.Parameter, _ solver: Solver) -> Bool {
        let node = arguments[index].node
        let locator = Locator(kind: .argument(self, index: index), range: node.range, node: node)
        if parameter.isInout {
            guard node.unwrapped is InoutNode else {
                solver.record(.arguments(self, .needsInout(index, parameter.type), nil), locator)
                return false
            }
            return solver.unify(node.type, parameter.type, locator)
        }
        if node.unwrapped is InoutNode {
            solver.record(.arguments(self, .needlessInout(index, parameter.type), nil), locator)
            return false
        }
        return solver.convert(node.type, to: parameter.type, locator)
    }
}

enum ArgumentMapping: Hashable {
    case argument(Int)
    case variadic([Int])
    case byDefault
}

enum ArgumentMismatch: Error {
    case missing(ParameterDeclaration, after: Int)
    case missingUnlabelled(Int, Type)
    case extra(Int)
    case label(Int, expected: String?)
    case extraneousLabel(Int)
    case order(Int, before: Int)
    case needsInout(Int, Type)
    case needlessInout(Int, Type)
}

/// Swift's rule for which argument goes to which parameter.
func matchArguments(
    _ parameters: [ParameterDeclaration], _ arguments: [CallArgument]
) -> Result<[ArgumentMapping], ArgumentMismatch> {
    var mapping: [ArgumentMapping] = []
    var next = 0
    let firstTrailing = arguments.firstIndex { $0.isTrailing } ?? arguments.count
    for (position, parameter) in parameters.enumerated() {
        if next < firstTrailing {
            let argument = arguments[next]
            if parameter.isVariadic {
                if argument.label == parameter.label || (argument.label == nil && parameter.label == nil) {
                    var taken = [next]
                    next += 1
                    while next < firstTrailing, arguments[next].label == nil { taken.append(next); next += 1 }
                    mapping.append(.variadic(taken))
                    continue
                }
                mapping.append(.variadic([]))
                continue
            }
            if argument.label == parameter.label {
                mapping.append(.argument(next))
                next += 1
                continue
            }
            if parameter.hasDefault {
                mapping.append(.byDefault)
                continue
            }
            // A required parameter that this argument is not for.
            if let label = argument.label {
                if parameters[(position + 1)...].contains(where: { $0.label == label }) {
                    if parameter.label != nil,
                        let own = arguments.indices[next...].first(where: { !arguments[$0].isTrailing && arguments[$0].label == parameter.label })
                    {
                        return .failure(.order(own, before: next))
                    }
                    return .failure(.missing(parameter, after: next))
                }
                if parameter.label == nil,
                    parameters.contains(where: { $0.label == label }) == false
                {
                    return .failure(.extraneousLabel(next))
                }
                return .failure(.label(next, expected: parameter.label))
            }
            return .failure(.label(next, expected: parameter.label))
        }
        if next < arguments.count {
            // Trailing closures: the first has no label and goes to the next parameter that takes a function.
            let argument = arguments[next]
            if argument.label == nil {
                if acceptsFunction(parameter) {
                    if parameter.hasDefault,
                        parameters[(position + 1)...].contains(where: { !$0.hasDefault && acceptsFunction($0) })
                    {
                        mapping.append(.byDefault)
                        continue
                    }
                    if parameter.isVariadic { mapping.append(.variadic([next])) } else { mapping.append(.argument(next)) }
                    next += 1
                    continue
                }
            } else if argument.label == parameter.label {
                mapping.append(.argument(next))
                next += 1
                continue
            }
        }
        if parameter.isVariadic {
            mapping.append(.variadic([]))
        } else if parameter.hasDefault {
            mapping.append(.byDefault)
        } else {
            return .failure(.missing(parameter, after: min(next, firstTrailing)))
        }
    }
    if next < arguments.count {
        if let label = arguments[next].label, !arguments[next].isTrailing,
            let position = parameters.firstIndex(where: { $0.label == label })
        {
            if case .argument(let taken) = mapping[position] {
                _ = taken
                return .failure(.extra(next))
            }
            return .failure(.order(next, before: min(position, max(0, next - 1))))
        }
        return .failure(.extra(next))
    }
    return .success(mapping)
}

private func acceptsFunction(_ parameter: ParameterDeclaration) -> Bool {
    if parameter.isAutoclosure { return false }
    var type = parameter.type
    while let payload = type.optionalPayload { type = payload }
    switch type {
    case .function, .parameter, .error: return true
    case .existential(let existential): return existential == .any
    default: return false
    }
}
