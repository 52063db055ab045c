final class OperatorNode: ChoiceNode {
    enum Position { case prefix, infix, postfix }
    let position: Position
    let operands: [CallArgument]
    let operatorRange: SourceRange
    var result: Type
    var isAssignment = false

    init(
        _ range: SourceRange, name: String, position: Position, operands: [Node], operatorRange: SourceRange,
        solver: Solver
    ) {
        self.position = position
        self.operands = operands.map { CallArgument(label: nil, labelRange: nil, node: $0) }
        self.operatorRange = operatorRange
        self.result = solver.freshType(range)
        super.init(range, result, name: name)
    }

    override var arguments: [CallArgument] { operands }
    override var watchedTypes: [Type] { operands.map { $0.node.type } + [result] }
    override var order: Solver.Order { .preferred }
    /// The operands whose types tell the overloads apart: how far is shifted says nothing of what.
    private var telling: [CallArgument] {
        switch name {
        case "<<", ">>", "&<<", "&>>": position == .infix ? [operands[0]] : operands
        default: operands
        }
    }

    /// Literals alone take the type of what stands around them, and operands that are still open come first.
    override func openness(_ solver: Solver) -> Int {
        let knowsOperand = telling.contains { solver.resolve($0.node.type).variable == nil }
        if waitsForOperand(solver) {
            return knowsOperand || handsDown && contextHint(solver) != nil ? 1 : 3
        }
        return knowsOperand || contextHint(solver) != nil ? 0 : 2
    }

    /// What is expected of `~(1 << n)` or `(1 << n) - 1` is expected of what stands in it.
    private var handsDown: Bool {
        if position == .prefix { return true }
        switch name {
        case "+", "-", "*", "/", "%", "&", "|", "^", "&+", "&-", "&*", "<<", ">>", "&<<", "&>>": break
        default: return false
        }
        return telling.allSatisfy { $0.node.unwrapped is OperatorNode || $0.node.unwrapped is LiteralNode }
    }

    /// An operand's type hangs on something else that is still open.
    func waitsForOperand(_ solver: Solver) -> Bool {
        operands.contains {
            if case .variable(let variable) = solver.resolve($0.node.type) { return variable.literal == nil }
            return false
        }
    }

    private func contextHint(_ solver: Solver) -> Type? {
        let type = solver.resolve(result)
        guard case .variable(let variable) = type else { return type }
        for constraint in variable.watchers where constraint.isActive {
            if case .relation(let a, let b, .conversion) = constraint.kind, solver.resolve(a) == type {
                let other = solver.resolve(b)
                if case .variable = other { continue }
                if other == .any { continue }
                return other
            }
        }
        guard let bound = solver.upperBound(type), bound.variable == nil, bound != .any else { return nil }
        return bound
    }

    override func narrow(_ solver: Solver) -> Narrowing {
        if chosen != nil { return .decided }
        // Literals alone wait for what is expected of them.
        if telling.allSatisfy({ solver.resolve($0.node.type).variable != nil }) { return .open }
        let types = operands.map { solver.resolve($0.node.type) }
        // Another operand that waits for an overload may bring operators of its own.
        let options = viable(solver)
        if options.isEmpty {
            if types.contains(where: { $0.variable != nil && $0.variable?.literal == nil }) { return .open }
            return .impossible
        }
        if let exact = exactOne(options, solver) { return choose(exact, solver) ? .decided : .failed }
        let unknown = types.contains { $0.variable != nil && $0.variable?.literal == nil }
        if options.count == 1, !unknown { return choose(options[0], solver) ? .decided : .failed }
        if !unknown, let plain = plainOne(options, types, solver) { return choose(plain, solver) ? .decided : .failed }
        return .open
    }

    /// `n * 2`: the operator of the known operand's own type, when the others only offer generic or optional ones.
    private func plainOne(_ options: [Candidate], _ types: [Type], _ solver: Solver) -> Candidate? {
        guard let known = types.first(where: { $0.variable == nil }), !known.hasVariables else { return nil }
        var found: Candidate?
        for option in options {
            guard let function = option.declaration as? FunctionDeclaration else { return nil }
            if function.parameters.allSatisfy({ $0.type == known && !$0.isInout || $0.isInout && $0.type == known }) {
                if found != nil { return nil }
                found = option
            } else if function.signature.parameters.isEmpty {
                return nil
            }
        }
        return found
    }

    override func viable(_ solver: Solver) -> [Candidate] {
        gather(solver).filter { solver.world.isViable($0, self, solver) }
    }

    private func gather(_ solver: Solver) -> [Candidate] {
        let world = solver.world
        var nominals: [NominalDeclaration] = []
        var protocols: [NominalDeclaration] = []
        var isUnknown = false
        func add(_ type: Type) {
            switch type {
            case .nominal(let declaration, let arguments):
                if !nominals.contains(declaration) { nominals.append(declaration) }
                if declaration.isOptional { add(solver.resolve(arguments[0])) }
            case .parameter, .member:
                for proto in world.protocols(of: type) where !protocols.contains(proto) { protocols.append(proto) }
                if let superclass = world.superclassBound(of: type) { add(superclass) }
            case .existential(let existential):
                for proto in existential.protocols {
                    for parent in proto.inheritanceClosure where !protocols.contains(parent) { protocols.append(parent) }
                }
                if let superclass = existential.superclass { add(superclass) }
            case .opaque(let opaque, _):
                for proto in opaque.constraint.protocols {
                    for parent in proto.inheritanceClosure where !protocols.contains(parent) { protocols.append(parent) }
                }
            default: break
            }
        }
        for operand in telling {
            let type = solver.resolve(operand.node.type)
            if case .variable(let variable) = type {
                if let literal = variable.literal {
                    if literal == .nil, let optional = world.optionalDeclaration, !nominals.contains(optional) {
                        nominals.append(optional)
                    }
                } else {
                    isUnknown = true
                }
            } else {
                add(type)
            }
        }
        let isOpen = nominals.isEmpty && protocols.isEmpty
        if let hint = contextHint(solver) {
            add(hint)
            for argument in hint.arguments { add(solver.resolve(argument)) }
        }
        if isOpen || isUnknown {
            for operand in telling {
                if case .variable(let variable) = solver.resolve(operand.node.type), let literal = variable.literal {
                    if literal == .integer { add(world.intType) }
                    if literal == .array { add(world.array(.error)) }
                    if literal == .dictionary { add(world.type("Dictionary", [.error, .error])) }
                    if let type = solver.defaultType(literal == .integer ? .float : literal) { add(type) }
                }
            }
        }
        // Those of type parameters are requirements.
        let required = protocols.flatMap { $0.declaredMembers(named: name).compactMap { $0 as? FunctionDeclaration } }
        if isUnknown {
            return makeCandidates(required + world.libraryOperators(name) + (world.userOperators[name] ?? []), world)
        }
        var functions: [FunctionDeclaration] = []
        for nominal in nominals {
            functions += nominal.lookUpMembers(name).compactMap { $0.declaration as? FunctionDeclaration }
        }
        functions += required
        functions += world.userOperators[name] ?? []
        functions += world.libraryDeclarations(named: name).compactMap { $0 as? FunctionDeclaration }
        return makeCandidates(functions, world)
    }

    private func makeCandidates(_ functions: [FunctionDeclaration], _ world: World) -> [Candidate] {
        var seen: Set<ObjectIdentifier> = []
        var result: [Candidate] = []
        for function in functions {
            guard function.labels.count == operands.count, seen.insert(ObjectIdentifier(function)).inserted else {
                continue
            }
            if operands.count == 1, function.operatorPosition != (position == .prefix ? "prefix" : "postfix") { continue }
            result.append(Candidate(function, .plain))
        }
        return result
    }

    /// Whether an operator that a protocol requires gives what is expected, a type parameter.
    private func gives(_ expected: Type, _ function: FunctionDeclaration) -> Bool {
        guard case .parameter(let own) = function.resultType, own.selfProtocol != nil else { return false }
        return expected.isTypeParameter
    }

    override func ordered(_ options: [Candidate], _ solver: Solver) -> [Candidate] {
        let hint = contextHint(solver)
        let literals = operands.map { solver.resolve($0.node.type).variable?.literal }
        func weight(_ candidate: Candidate) -> Int {
            guard let function = candidate.declaration as? FunctionDeclaration else { return 9 }
            var weight = 0
            if !function.signature.parameters.isEmpty { weight += 20 }
            if let hint, function.resultType != hint, !gives(hint, function) { weight += 10 }
            for (index, parameter) in function.parameters.enumerated() {
                if let literal = literals[index] {
                    if parameter.type != solver.defaultType(literal) { weight += 2 }
                } else if parameter.type != solver.resolve(operands[index].node.type) {
                    weight += parameter.type.isOptional ? 5 : 1
                }
            }
            if function.semantic.isUnavailable { weight += 40 }
            return weight
        }
        return options.map { ($0, weight($0)) }.sorted { $0.1 < $1.1 }.map { $0.0 }
    }

    /// Whether a protocol's operator is asked for a type parameter, and nothing else: it is then that parameter's own.
    private func isRequirement(_ target: Type, of operand: Type, _ solver: Solver) -> Bool {
        guard solver.resolve(target).variable?.parameter?.selfProtocol != nil else { return false }
        let type = solver.resolve(operand)
        return type.isTypeParameter
            && operands.allSatisfy { solver.isFree($0.node.type) || solver.resolve($0.node.type) == type }
    }

    func applyChosen(_ chosen: Chosen, _ solver: Solver) -> Bool {
        let locator = Locator(kind: .operand(self), range: range, node: self)
        for (operand, parameter) in zip(operands, chosen.parameters) {
            if parameter.isInout || isRequirement(parameter.type, of: operand.node.type, solver) {
                if !solver.unify(operand.node.type, parameter.type, locator) { return false }
            } else if !solver.convert(operand.node.type, to: parameter.type, locator) {
                return false
            }
        }
        return true
    }
}
