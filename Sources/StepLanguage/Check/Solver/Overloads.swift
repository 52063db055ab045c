/// Telling overloads apart.
extension World {
    /// Whether a candidate's labels fit the call and nothing known of the arguments speaks against it.
    func isViable(_ candidate: Candidate, _ node: ChoiceNode, _ solver: Solver) -> Bool {
        guard let declaration = candidate.declaration else { return true }
        if let labels = node.argumentLabels {
            switch declaration {
            case let function as FunctionDeclaration: return function.labels == labels
            case let enumCase as EnumCaseDeclaration: return enumCase.parameters.map { $0.label } == labels
            default: return false
            }
        }
        let arguments = node.arguments
        let parameters: [ParameterDeclaration]
        var own: [GenericParameter] = []
        var signature = GenericSignature.none
        switch declaration {
        case let function as FunctionDeclaration:
            if node.call == nil && !(node is OperatorNode) { return isViableValue(function, node, solver) }
            if case .member(_, let isStaticBase) = candidate.role, isStaticBase, !function.isStatic,
                function.kind == .function
            {
                return arguments.count == 1
            }
            if function.labels.count < arguments.count, !function.parameters.contains(where: { $0.isVariadic }) {
                return false
            }
            parameters = function.parameters
            own = function.ownGenericParameters
            signature = function.signature
        case let item as SubscriptDeclaration:
            parameters = item.parameters
            own = item.ownGenericParameters
            signature = item.signature
        case let enumCase as EnumCaseDeclaration:
            if node.call == nil { return true }
            parameters = enumCase.parameters
        default:
            return true
        }
        let mapping: [ArgumentMapping]
        if node is OperatorNode {
            guard parameters.count == arguments.count else { return false }
            mapping = arguments.indices.map { .argument($0) }
        } else {
            guard case .success(let found) = matchArguments(parameters, arguments) else { return false }
            mapping = found
        }
        for (parameter, item) in zip(parameters, mapping) {
            switch item {
            case .argument(let index):
                if !couldConvert(arguments[index].node, parameter, own, signature, solver, isOperator: node is OperatorNode) {
                    return false
                }
            case .variadic(let indices):
                for index in indices
                where !couldConvert(arguments[index].node, parameter, own, signature, solver, isOperator: false) {
                    return false
                }
            case .byDefault: break
            }
        }
        return true
    }

    private func isViableValue(_ function: FunctionDeclaration, _ node: ChoiceNode, _ solver: Solver) -> Bool {
        guard case .variable(let variable) = solver.resolve(node.type) else {
            if case .function(let type) = solver.resolve(node.type) {
                return fits(function, type, node, solver)
            }
            return true
        }
        for constraint in variable.watchers where constraint.isActive {
            guard case .relation(let a, let b, _) = constraint.kind, solver.resolve(a) == .variable(variable) else { continue }
            var target = solver.resolve(b)
            while let payload = target.optionalPayload { target = solver.resolve(payload) }
            if case .function(let type) = target, !fits(function, type, node, solver) { return false }
        }
        return true
    }

    private func fits(
        _ function: FunctionDeclaration, _ type: FunctionType, _ node: ChoiceNode, _ solver: Solver
    ) -> Bool {
        if case .member(_, true)? = node.candidates.first(where: { $0.declaration === function })?.role,
            !function.isStatic, function.kind == .function
        {
            return type.parameters.count == 1
        }
        if type.parameters.count == 1, function.labels.count > 1 {
            // `map(+)` over pairs.
            switch solver.resolve(type.parameters[0].type) {
            case .tuple(let elements): return elements.count == function.labels.count
            case .variable: return true
            default: return false
            }
        }
        guard function.labels.count == type.parameters.count, !function.parameters.contains(where: { $0.isVariadic }) else {
            return false
        }
        for (parameter, wanted) in zip(function.parameters, type.parameters) {
            if parameter.isInout != wanted.isInout { return false }
            let source = solver.resolve(wanted.type)
            if case .variable = source { continue }
            if !headsCouldConvert(source, parameter.type, function.ownGenericParameters, function.signature, solver) {
                return false
            }
        }
        return true
    }

    private func couldConvert(
        _ node: Node, _ parameter: ParameterDeclaration, _ own: [GenericParameter], _ signature: GenericSignature,
        _ solver: Solver, isOperator: Bool
    ) -> Bool {
        let node = node.unwrapped
        if !isOperator, (node is InoutNode) != parameter.isInout { return false }
        let source = solver.resolve(node.type)
        if let closure = node as? ClosureNode {
            var target = parameter.type
            while let payload = target.optionalPayload { target = payload }
            switch target {
            case .function(let function):
                let arity = closure.arity
                let count = function.parameters.count
                if arity.isExact { return arity.count == count || count == 1 }
                return arity.count <= max(count, 1) || count == 1
            case .nominal: return false
            case .tuple: return false
            default: return true
            }
        }
        return headsCouldConvert(source, parameter.type, own, signature, solver)
    }

    /// A quick look at the outermost parts; true when in doubt.
    func headsCouldConvert(
        _ source: Type, _ target: Type, _ own: [GenericParameter], _ signature: GenericSignature, _ solver: Solver
    ) -> Bool {
        switch target {
        case .parameter(let parameter):
            guard own.contains(parameter) || parameter.selfProtocol != nil else { return true }
            for requirement in signature.requirements {
                switch requirement {
                case .conforms(.parameter(let subject), let proto) where subject === parameter:
                    if case .variable(let variable) = source {
                        // No closure conforms to anything.
                        if variable.closure != nil { return false }
                        if let literal = variable.literal, let type = solver.defaultType(literal) {
                            if !conforms(type, to: proto), literal != .integer { return false }
                        }
                        continue
                    }
                    switch source {
                    case .nominal(let declaration, let arguments):
                        if findConformance(declaration, arguments, proto) == nil { return false }
                    case .error: continue
                    case .existential(let existential) where existential.includes(proto): continue
                    default: if !conforms(solver.simplify(source), to: proto) { return false }
                    }
                default: continue
                }
            }
            return true
        case .member, .opaque, .variable, .error: return true
        case .existential(let existential):
            if existential.protocols.isEmpty && existential.superclass == nil { return true }
            if case .variable = source { return true }
            if source.hasVariables { return true }
            return existential.protocols.allSatisfy { conforms(source, to: $0) || source == target }
        case .nominal(let declaration, let arguments):
            switch source {
            case .variable(let variable):
                guard let literal = variable.literal else {
                    if declaration.name == "_OptionalNilComparisonType" { return false }
                    return variable.closure == nil || declaration.isOptional
                }
                switch literal {
                case .nil: return declaration.isOptional || solver.acceptsLiteral(target, .nil)
                case .array, .dictionary:
                    if declaration.isOptional { return headsCouldConvert(source, arguments[0], own, signature, solver) }
                    return findConformance(declaration, arguments, known(literal.protocolName) ?? declaration) != nil
                        || literal == .array && declaration.name == "Array"
                        || literal == .dictionary && declaration.name == "Dictionary"
                default:
                    if solver.acceptsLiteral(target, literal) { return true }
                    if declaration.isOptional { return headsCouldConvert(source, arguments[0], own, signature, solver) }
                    return declaration.name == "AnyHashable" && declaration.isLibrary
                }
            case .nominal(let from, let fromArguments):
                if from === declaration {
                    if from.isOptional || from.isLibrary && ["Array", "Dictionary", "Set"].contains(from.name) {
                        return zip(fromArguments, arguments).allSatisfy {
                            headsCouldConvert(solver.resolve($0), $1, own, signature, solver)
                        }
                    }
                    for (mine, theirs) in zip(fromArguments, arguments) {
                        if !theirs.hasParameters, !mine.hasVariables, mine != theirs { return false }
                    }
                    return true
                }
                if declaration.isOptional { return headsCouldConvert(source, arguments[0], own, signature, solver) }
                if declaration.kind == .class && from.kind == .class { return from.isSubclass(of: declaration) }
                return declaration.name == "AnyHashable" && declaration.isLibrary
            case .error: return true
            case .parameter, .member, .existential, .opaque:
                if declaration.isOptional { return headsCouldConvert(source, arguments[0], own, signature, solver) }
                if declaration.kind == .class { return superclass(of: source, declaration: declaration) != nil }
                return declaration.name == "AnyHashable" && declaration.isLibrary
            default:
                if declaration.isOptional { return headsCouldConvert(source, arguments[0], own, signature, solver) }
                return false
            }
        case .function:
            switch source {
            case .function, .error: return true
            case .variable(let variable): return variable.literal == nil
            case .nominal(let declaration, _): return declaration.name.hasSuffix("KeyPath")
            default: return false
            }
        case .tuple:
            switch source {
            case .tuple, .error: return true
            case .variable(let variable): return variable.literal == nil && variable.closure == nil
            default: return false
            }
        case .metatype:
            switch source {
            case .metatype, .error: return true
            case .variable(let variable): return variable.literal == nil && variable.closure == nil
            default: return false
            }
        default: return true
        }
    }

    /// Parameters that are just the types passed, nothing generic or left out.
    func isExact(_ candidate: Candidate, _ types: [Type], _ arguments: [CallArgument]) -> Bool {
        let parameters: [ParameterDeclaration]
        switch candidate.declaration {
        case let function as FunctionDeclaration:
            if function.semantic.isUnavailable { return false }
            parameters = function.parameters
        case let item as SubscriptDeclaration: parameters = item.parameters
        default: return false
        }
        guard parameters.count == types.count else { return false }
        for (parameter, type) in zip(parameters, types) {
            if parameter.isVariadic || parameter.isAutoclosure { return false }
            if parameter.type != type { return false }
        }
        return true
    }

    // MARK: Specialisation

    /// Whether everything that the first takes, the second takes, too.
    func isMoreSpecialised(_ a: Candidate, _ b: Candidate) -> Bool {
        guard let left = a.declaration, let right = b.declaration else { return a.declaration != nil }
        // A subclass's or concrete type's member goes before the superclass's or a protocol extension's.
        if let x = left.context.selfNominal, let y = right.context.selfNominal, x !== y {
            if (x.kind == .protocol) != (y.kind == .protocol), sameShape(left, right) { return y.kind == .protocol }
            if x.kind == .protocol, y.kind == .protocol, sameShape(left, right) {
                if x.inheritanceClosure.contains(y) { return true }
                if y.inheritanceClosure.contains(x) { return false }
            }
            if x.kind == .class, y.kind == .class, x.isSubclass(of: y), sameShape(left, right) { return true }
        }
        if left is VariableDeclaration, right is FunctionDeclaration { return true }
        let mine = parameterTypes(left)
        let theirs = parameterTypes(right)
        // Members of one type see the same type parameters of it: those stand for nothing else there.
        let isOneType = left.context.selfNominal.map { $0 === right.context.selfNominal } ?? false
        // A program's own declaration goes before the library's.
        if sameShape(left, right), left.context.isLibrary != right.context.isLibrary,
            left.context.selfNominal == nil, right.context.selfNominal == nil
        {
            return right.context.isLibrary
        }
        if mine.count == theirs.count {
            var isStrict = false
            for (x, y) in zip(mine, theirs) {
                if x.type == y.type {
                    if !x.isVariadic && y.isVariadic { isStrict = true }
                    if x.isVariadic && !y.isVariadic { return false }
                    continue
                }
                if accepts(y.type, x.type, right, isOneType) {
                    if !accepts(x.type, y.type, left, isOneType) { isStrict = true }
                    continue
                }
                return false
            }
            if isStrict { return true }
            let leftCount = requirementCount(left)
            let rightCount = requirementCount(right)
            return leftCount.parameters < rightCount.parameters
                || leftCount.parameters == rightCount.parameters && leftCount.requirements > rightCount.requirements
        }
        // Parameters that are all written out go first, then nothing left to a default.
        let takesAny = (mine.contains { $0.isVariadic }, theirs.contains { $0.isVariadic })
        if takesAny.0 != takesAny.1 { return takesAny.1 }
        // `f(-)`: of an operator as a value the one of two operands is meant.
        if left.name.isOperatorName { return mine.count > theirs.count }
        return mine.count < theirs.count
    }

    private func requirementCount(_ declaration: Declaration) -> (parameters: Int, requirements: Int) {
        switch declaration {
        case let function as FunctionDeclaration:
            return (function.ownGenericParameters.count, function.signature.requirements.count)
        case let item as SubscriptDeclaration:
            return (item.ownGenericParameters.count, item.signature.requirements.count)
        default: return (0, declaration.context.signature.requirements.count)
        }
    }

    private func parameterTypes(_ declaration: Declaration) -> [ParameterDeclaration] {
        switch declaration {
        case let function as FunctionDeclaration: return function.parameters
        case let item as SubscriptDeclaration: return item.parameters
        case let enumCase as EnumCaseDeclaration: return enumCase.parameters
        default: return []
        }
    }

    private func sameShape(_ a: Declaration, _ b: Declaration) -> Bool {
        parameterTypes(a).map { $0.label } == parameterTypes(b).map { $0.label }
    }

    /// A parameter of type `target` takes a value of type `source`, generic parameters standing for anything.
    private func accepts(_ target: Type, _ source: Type, _ owner: Declaration, _ isOneType: Bool) -> Bool {
        if target == source || target.isError || source.isError { return true }
        switch target {
        case .parameter(let parameter):
            if isOneType, owner.context.signature.parameters.contains(parameter) { return false }
            if case .parameter = source { return true }
            let signature = (owner as? FunctionDeclaration)?.signature ?? owner.context.signature
            for case .conforms(.parameter(let subject), let proto) in signature.requirements where subject === parameter {
                if case .nominal = source, !conforms(source, to: proto) { return false }
            }
            return true
        case .member: return true
        case .existential(let existential):
            return existential.protocols.allSatisfy { conforms(source, to: $0) }
        case .nominal(let declaration, let arguments):
            if case .nominal(let other, let otherArguments) = source, other === declaration {
                return zip(arguments, otherArguments).allSatisfy { accepts($0, $1, owner, isOneType) }
            }
            if declaration.isOptional { return accepts(arguments[0], source, owner, isOneType) }
            if declaration.kind == .class { return isSubclass(source, of: target) }
            return false
        case .function(let function):
            guard case .function(let other) = source, other.parameters.count == function.parameters.count else {
                return false
            }
            if other.isThrowing && !function.isThrowing { return false }
            return zip(function.parameters, other.parameters).allSatisfy { accepts($0.type, $1.type, owner, isOneType) }
                && accepts(function.result, other.result, owner, isOneType)
        case .tuple(let elements):
            guard case .tuple(let others) = source, others.count == elements.count else { return false }
            return zip(elements, others).allSatisfy { accepts($0.type, $1.type, owner, isOneType) }
        default: return false
        }
    }
}

extension World {
    /// How special a member is: of a type rather than a protocol, of a refined protocol, under more conditions.
    func rank(_ declaration: Declaration, _ owner: NominalDeclaration) -> Int {
        let signature = (declaration as? FunctionDeclaration)?.signature ?? declaration.context.signature
        let own = (declaration as? FunctionDeclaration)?.ownGenericParameters.count ?? 0
        return (owner.kind == .protocol ? owner.inheritanceClosure.count * 10 : 1000) + signature.requirements.count - own * 5
    }
}
