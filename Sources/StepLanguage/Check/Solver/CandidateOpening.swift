/// Opening a candidate's declaration: its generic parameters become variables.
extension Solver {
    /// A candidate's reference with fresh variables for its generic parameters; nil when its requirements fail.
    func open(_ candidate: Candidate, for node: ChoiceNode) -> Chosen? {
        let locator = Locator(kind: .member(node), range: node.range, node: node)
        switch candidate.role {
        case .tupleElement(let index):
            guard let base = (node as? MemberNode)?.base, case .tuple(let elements) = resolve(base.type) else { return nil }
            return Chosen(
                candidate: candidate, substitutions: .none, type: elements[index].type, parameters: [], result: .error)
        default: break
        }
        guard let declaration = candidate.declaration else { return nil }
        var map: [GenericParameter: Type] = [:]
        var isStaticBase = false
        var isMember = false
        var baseType: Type = .error
        if case .member(let base, let isStatic) = candidate.role {
            baseType = base
            isStaticBase = isStatic
            isMember = true
            if let owner = declaration.context.selfNominal ?? (declaration as? EnumCaseDeclaration)?.owner {
                if owner.kind == .protocol {
                    map[owner.selfParameter] = base
                } else if let level = level(of: base, owner) {
                    for (parameter, argument) in zip(owner.genericParameters, level.arguments) { map[parameter] = argument }
                } else {
                    for parameter in owner.genericParameters { map[parameter] = fresh(parameter, node.range) }
                }
            }
        } else if let owner = declaration.context.selfNominal, !(declaration is VariableDeclaration) {
            // Operators in types: the type's parameters are open, too.
            if owner.kind == .protocol {
                map[owner.selfParameter] = fresh(owner.selfParameter, node.range)
            } else {
                for parameter in owner.genericParameters { map[parameter] = fresh(parameter, node.range) }
            }
        }
        var own: [GenericParameter] = []
        switch declaration {
        case let function as FunctionDeclaration: own = function.ownGenericParameters
        case let item as SubscriptDeclaration: own = item.ownGenericParameters
        default: break
        }
        for parameter in own { map[parameter] = fresh(parameter, node.range) }
        let substitutions = Substitutions(map)
        // Requirements of the member's context and its own.
        let signature: GenericSignature
        switch declaration {
        case let function as FunctionDeclaration: signature = function.signature
        case let item as SubscriptDeclaration: signature = item.signature
        default: signature = declaration.context.signature
        }
        if !map.isEmpty {
            let assumed = isMember && !(declaration.context is ExtensionDeclaration)
                ? declaration.context.signature.requirements.count : 0
            for requirement in signature.requirements.dropFirst(assumed) where !isMetByOpening(requirement, candidate) {
                var opened: GenericParameter?
                if case .conforms(.parameter(let parameter), _) = requirement, own.contains(parameter),
                    (declaration as? FunctionDeclaration)?.indexOfOpenable(parameter) != nil
                {
                    opened = parameter
                }
                if !require(requirement, substitutions, Locator(kind: .generic(node, opened), range: node.range, node: node)) {
                    return nil
                }
            }
        }
        switch declaration {
        case let variable as VariableDeclaration:
            var type = open(variable.type, substitutions, locator)
            if variable.semantic.isImplicitlyUnwrapped { type = variable.type }
            if isMember { type = variable.given(type, usedOn: seenBase(baseType, node)) }
            return Chosen(candidate: candidate, substitutions: substitutions, type: type, parameters: [], result: .error)
        case let function as FunctionDeclaration:
            let parameters = function.parameters.map { parameter -> FunctionType.Parameter in
                var made = parameter.functionParameter
                made.type = open(made.type, substitutions, locator)
                return made
            }
            var result: Type
            if function.kind == .initializer {
                result = isMember ? baseType : open(function.resultType, substitutions, locator)
                if function.isFailable { result = world.optional(result) }
            } else {
                result = open(function.resultType, substitutions, locator)
                if isMember { result = function.given(result, usedOn: seenBase(baseType, node)) }
            }
            let isThrowing = function.isThrowing || function.isRethrowing && node.call == nil
            let value = Type.function(
                FunctionType(valueParameters(parameters), result: result, isThrowing: isThrowing))
            if isMember, isStaticBase, !function.isStatic, function.kind == .function {
                return Chosen(
                    candidate: candidate, substitutions: substitutions,
                    type: .function(FunctionType([baseType], value)), parameters: parameters, result: result,
                    isCurried: true)
            }
            if node is OperatorNode {
                return Chosen(
                    candidate: candidate, substitutions: substitutions, type: result, parameters: parameters,
                    result: result)
            }
            return Chosen(
                candidate: candidate, substitutions: substitutions, type: value, parameters: parameters, result: result)
        case let item as SubscriptDeclaration:
            let parameters = item.parameters.map { parameter -> FunctionType.Parameter in
                var made = parameter.functionParameter
                made.type = open(made.type, substitutions, locator)
                return made
            }
            var result = open(item.resultType, substitutions, locator)
            if isMember { result = item.given(result, usedOn: seenBase(baseType, node)) }
            return Chosen(
                candidate: candidate, substitutions: substitutions,
                type: .function(FunctionType(parameters, result: result)), parameters: parameters, result: result)
        case let enumCase as EnumCaseDeclaration:
            let parameters = enumCase.parameters.map { parameter -> FunctionType.Parameter in
                var made = parameter.functionParameter
                made.type = open(made.type, substitutions, locator)
                return made
            }
            let result = baseType
            let type: Type =
                enumCase.hasPayload ? .function(FunctionType(parameters, result: result)) : result
            return Chosen(
                candidate: candidate, substitutions: substitutions, type: type, parameters: parameters, result: result)
        default: return nil
        }
    }

    /// What `super`'s members are used on is `self`.
    private func seenBase(_ base: Type, _ node: ChoiceNode) -> Type {
        ((node as? MemberNode)?.base?.unwrapped as? SuperNode)?.selfType ?? base
    }

    /// The value inside an existential conforms to its protocols, whatever `any P` does.
    private func isMetByOpening(_ requirement: Requirement, _ candidate: Candidate) -> Bool {
        guard case .member(let base, _) = candidate.role,
            case .conforms(.parameter(let parameter), let proto) = requirement, parameter.selfProtocol != nil
        else { return false }
        if proto.isLibrary, proto.name == "_KeyPathTarget" { return true }
        guard case .existential(let existential) = resolve(base) else { return false }
        return existential.protocols.contains { $0.inheritanceClosure.contains(proto) }
    }

    /// A function's parameters as its value has them.
    private func valueParameters(_ parameters: [FunctionType.Parameter]) -> [FunctionType.Parameter] {
        parameters.map { parameter in
            var made = parameter
            if parameter.isVariadic {
                made.type = world.array(parameter.type)
                made.isVariadic = false
            }
            if parameter.isAutoclosure {
                made.type = .function(FunctionType([Type](), parameter.type))
                made.isAutoclosure = false
            }
            return made
        }
    }

    private func fresh(_ parameter: GenericParameter, _ range: SourceRange) -> Type {
        let variable = fresh(range)
        variable.parameter = parameter
        return .variable(variable)
    }

    /// The base as the type that declares the member sees it.
    private func level(of base: Type, _ owner: NominalDeclaration) -> Type? {
        let type = resolve(base)
        if case .nominal(let declaration, _) = type, declaration === owner { return type }
        // A nested type's member sees its own type's arguments.
        return world.superclass(of: type, declaration: owner)
    }
}
