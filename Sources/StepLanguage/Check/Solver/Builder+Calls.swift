import SwiftSyntax

/// Calls, `try`, operators.
extension ExpressionBuilder {
    func call(_ node: CallNode, _ type: Type) -> Expression {
        if let choice = node.choice, let chosen = choice.chosen, chosen.isCallable, choice.call === node || node.implied != nil {
            return declaredCall(node, choice, chosen, type)
        }
        // A closure that is called where it stands keeps nothing.
        if node.callee.unwrapped is ClosureNode { nextClosureEscapes = false }
        let callee = build(node.callee)
        nextClosureEscapes = true
        guard case .function(let function) = callee.type else { return Expression(.error, .error, node.range) }
        if function.isThrowing { noteThrow(node.range) }
        let arguments = zip(node.arguments, function.parameters).map { argument, parameter in
            parameter.isInout ? build(argument.node) : coerce(build(argument.node), to: parameter.type)
        }
        checkExclusivity(base: nil, arguments: arguments)
        return Expression(.apply(callee, arguments: arguments), type, node.range)
    }

    func declaredCall(_ node: CallNode, _ choice: ChoiceNode, _ chosen: Chosen, _ type: Type) -> Expression {
        guard let declaration = chosen.declaration else { return Expression(.error, .error, node.range) }
        world.usage.note(declaration, in: world)
        let substitutions = finalSubstitutions(chosen)
        if !isAccessible(declaration) {
            let what = declaration.name == "init" ? "\(final(node.type))' initializer" : declaration.name
            return error(
                "'\(what.hasSuffix("initializer") ? String(what.dropLast(13)) : what)'\(declaration.name == "init" ? " initializer" : "") is inaccessible due to 'private' protection level",
                (choice as? MemberNode)?.nameRange ?? choice.range)
        }
        var base: Expression?
        var baseNode: Node?
        if let member = choice as? MemberNode {
            baseNode = member.base ?? TypeNode(member.range, member.implicitBase ?? .error)
            if node.implied === member { baseNode = node.callee }
        } else if let reference = choice as? ReferenceNode {
            baseNode = chosen.candidate.isPlain ? nil : reference.implicitBase
            if let baseNode { noteImplicitSelf(baseNode, declaration, choice.range) }
        }
        let isDelegation = declaration is FunctionDeclaration && declaration.name == "init" && isSelfOrSuper(baseNode)
        if let baseNode, !isDelegation { base = build(baseNode) }
        if let base, case .error = base.kind { return Expression(.error, .error, node.range) }
        let (arguments, doesRethrow) = arguments(node, chosen, substitutions)
        switch declaration {
        case let function as FunctionDeclaration:
            if isContested(node, choice, function) {
                return error(
                    "'\(function.name)' fits in more than one way here; give the argument a name first",
                    (choice as? MemberNode)?.nameRange ?? choice.range)
            }
            if function.resultType.isDecimal {
                return error(
                    "this '\(function.name)' is the one of 'Decimal', which is not supported in lessons; give it a 'Double'",
                    (choice as? MemberNode)?.nameRange ?? choice.range)
            }
            if function.isThrowing || (function.isRethrowing && doesRethrow) {
                noteThrow(node.range, function.thrownType.map { substitutions.apply($0) })
            }
            if function.isLocal { checker.noteLocalFunction(function, from: body) }
            if function.isInitializer {
                if isDelegation {
                    checker.noteDelegation(isSuper: baseNode?.unwrapped is SuperNode, node.range)
                    if function.isFailable, let maker = checker.function, maker.isInitializer, !maker.isFailable,
                        !function.semantic.isImplicitlyUnwrapped, !forced.contains(ObjectIdentifier(node))
                    {
                        return error(
                            "a non-failable initializer cannot \(baseNode?.unwrapped is SuperNode ? "chain" : "delegate") to failable initializer '\(function.fullName)' written with"
                                + " 'init?'", node.range)
                    }
                    if let selfVariable = checker.selfVariable(from: currentScope) {
                        note(selfVariable)
                        if function.isProtocolRequirement {
                            // In a protocol's extension: the type's own initializer makes the new `self`.
                            let made = Expression(
                                .call(function, substitutions, base: nil, arguments: arguments, .witness), selfVariable.type,
                                node.range)
                            let target = Expression(.variable(selfVariable), selfVariable.type, node.range)
                            return Expression(.assign(target: target, value: made), .void, node.range)
                        }
                    }
                    return Expression(
                        .delegate(
                            function, substitutions, arguments: arguments, isSuper: baseNode?.unwrapped is SuperNode),
                        .void, node.range)
                }
                if let nominal = type.nominal ?? type.optionalPayload?.nominal, nominal.kind == .protocol { return Expression(.error, .error, node.range) }
                let isDynamic: Bool
                if case .metatype? = base?.kind { isDynamic = false } else { isDynamic = true }
                var how = Dispatch.direct
                if function.isProtocolRequirement { how = .witness }
                return Expression(
                    .call(function, substitutions, base: isDynamic ? base : nil, arguments: arguments, how), type, node.range)
            }
            var how = base.map { dispatch(function, base: baseNode, baseType: $0.type) } ?? .direct
            if base == nil, function.isProtocolRequirement { how = .witness }
            if let base, case .existential(let existential) = base.type, let proto = function.context.selfNominal,
                function.parameters.contains(where: { takesOpenType($0.type, of: proto, existential) })
            {
                return error(
                    "member '\(function.name)' cannot be used on value of type '\(base.type)'; consider using a generic constraint instead",
                    base.range)
            }
            if function.isMutating, let base {
                if !checker.requireMutable(base, .method(function.name), at: node.range) {
                    return Expression(.error, .error, node.range)
                }
                noteWrite(base)
            }
            checkExclusivity(base: function.isMutating ? base : nil, arguments: arguments)
            return Expression(.call(function, substitutions, base: base, arguments: arguments, how), type, node.range)
        case let item as SubscriptDeclaration:
            guard let base else { return Expression(.error, .error, node.range) }
            return Expression(
                .subscript(base: base, item, substitutions, arguments: arguments, dispatch(item, base: baseNode, baseType: base.type)),
                type, node.range)
        case let enumCase as EnumCaseDeclaration:
            return Expression(.enumCase(enumCase, arguments), type, node.range)
        default: return Expression(.error, .error, node.range)
        }
    }

    /// Whether a parameter's type names the protocol's `Self`, or a type associated with it that the existential does
    /// not fix, elsewhere than as what a closure is given.
    func takesOpenType(
        _ type: Type, of proto: NominalDeclaration, _ existential: ExistentialType, isCovariant: Bool = false
    ) -> Bool {
        switch type {
        case .parameter(let parameter): return !isCovariant && proto.kind == .protocol && parameter === proto.selfParameter
        case .member(let base, let associated):
            if existential.arguments.contains(where: { $0.key.name == associated.name }) { return false }
            let isFixed = existential.protocols.contains { known in
                let own = Substitutions([proto.selfParameter: .parameter(known.selfParameter)]).applyRaw(type)
                return !world.within(known.signature) { world.reduce(own) }.hasParameters
            }
            if isFixed { return false }
            return takesOpenType(base, of: proto, existential, isCovariant: isCovariant)
        case .function(let function):
            return function.parameters.contains {
                takesOpenType($0.type, of: proto, existential, isCovariant: !isCovariant)
            } || takesOpenType(function.result, of: proto, existential, isCovariant: isCovariant)
        case .nominal(_, let arguments):
            return arguments.contains { takesOpenType($0, of: proto, existential, isCovariant: isCovariant) }
        case .tuple(let elements):
            return elements.contains { takesOpenType($0.type, of: proto, existential, isCovariant: isCovariant) }
        case .inout(let inner), .lvalue(let inner), .metatype(let inner):
            return takesOpenType(inner, of: proto, existential, isCovariant: isCovariant)
        default: return false
        }
    }

    func isSelfOrSuper(_ node: Node?) -> Bool {
        guard let node = node?.unwrapped else { return false }
        if node is SuperNode { return !checkerIsMetatypeSelf }
        if let variable = node as? VariableNode, variable.declaration.semantic.isSelf {
            if case .metatype = variable.declaration.type { return false }
            return true
        }
        return false
    }

    var checkerIsMetatypeSelf: Bool {
        if case .metatype? = checker.selfVariable(from: checker.scope)?.type { return true }
        return false
    }

    func arguments(
        _ node: CallNode, _ chosen: Chosen, _ substitutions: Substitutions
    ) -> ([Expression], doesRethrow: Bool) {
        var result: [Expression] = []
        var doesRethrow = false
        let declared = chosen.declaredParameters
        // What the node keeps is that of the overload tried last.
        var mapping = node.mapping
        if case .success(let found) = matchArguments(declared, node.arguments) { mapping = found }
        for (index, item) in mapping.enumerated() where index < declared.count {
            let parameter = declared[index]
            let target = final(chosen.parameters[index].type)
            func one(_ argument: CallArgument) -> Expression {
                if parameter.isAutoclosure {
                    return autoclosure(argument.node, target, isThrowing: parameter.isThrowingAutoclosure, doesRethrow: &doesRethrow)
                }
                let isEscaping = parameter.isEscaping || !parameter.type.isFunction
                if argument.node.unwrapped is ClosureNode { nextClosureEscapes = isEscaping }
                let built = build(argument.node)
                nextClosureEscapes = true
                if case .function(let function) = built.type, function.isThrowing { doesRethrow = true }
                return parameter.isInout ? built : coerce(built, to: target)
            }
            switch item {
            case .argument(let position): result.append(one(node.arguments[position]))
            case .variadic(let positions):
                let elements = positions.map { one(node.arguments[$0]) }
                let range = elements.first?.range ?? node.closeRange
                result.append(Expression(.arrayLiteral(elements), world.array(target), range))
            case .byDefault:
                if let literal = callersPlace(parameter, target, node.range) {
                    result.append(literal)
                    continue
                }
                result.append(Expression(.defaultArgument(parameter, substitutions), target, node.range))
            }
        }
        return (result, doesRethrow)
    }

    /// A default such as `#line` says where the call stands.
    private func callersPlace(_ parameter: ParameterDeclaration, _ target: Type, _ range: SourceRange) -> Expression? {
        guard let macro = parameter.defaultSyntax?.as(MacroExpansionExprSyntax.self) else { return nil }
        switch checker.placeLiteral(macro.macroName.text, range) {
        case .integer(let magnitude, let negative)? where target == world.intType:
            return Expression(.literal(.integer(magnitude: magnitude, negative: negative), initializer: nil), target, range)
        case .string(let text)? where target == world.stringType:
            return Expression(.literal(.string(text), initializer: nil), target, range)
        default: return nil
        }
    }

    func autoclosure(_ node: Node, _ target: Type, isThrowing: Bool, doesRethrow: inout Bool) -> Expression {
        let inner = CodeBody(parent: body, range: node.range)
        world.retain(inner)
        inner.resultType = target
        let saved = (body, didThrow)
        body = inner
        didThrow = false
        autoclosures += 1
        let value = coerce(build(node), to: target)
        autoclosures -= 1
        let threw = didThrow
        (body, didThrow) = saved
        didThrow = didThrow || threw
        if threw { doesRethrow = true }
        inner.statements = [Statement(.return(value), node.range)]
        let closure = ClosureExpression(body: inner, captureList: [], isAutoclosure: true)
        closure.isEscaping = false
        return Expression(
            .closure(closure), .function(FunctionType([Type](), target, isThrowing: threw || isThrowing)), node.range)
    }

    func noteThrow(_ range: SourceRange, _ type: Type? = nil, what: String = "call") {
        didThrow = true
        thrown.append((type ?? world.errorType, range))
        if tryDepth == 0 {
            world.error("\(what) can throw but is not marked with 'try'", at: range, fixIt: nil)
        }
    }

    func tryExpression(_ node: TryNode, _ type: Type) -> Expression {
        let saved = (didThrow, thrown)
        (didThrow, thrown) = (false, [])
        tryDepth += 1
        let value = build(node.value)
        tryDepth -= 1
        let threw = didThrow
        let errors = thrown
        (didThrow, thrown) = saved
        if case .error = value.kind { return value }
        if !threw { world.report(.warning, "no calls to throwing functions occur within 'try' expression", at: node.range) }
        switch node.kind {
        case .plain:
            if threw {
                didThrow = true
                if closureIsThrowing.isEmpty { checker.noteThrown(errors) }
                if !(closureIsThrowing.last ?? checker.handlesErrors) {
                    let why = closureIsThrowing.isEmpty && checker.isInPartialCatch
                    world.error(
                        "errors thrown from here are not handled"
                            + (why ? " because the enclosing catch is not exhaustive" : ""), at: node.range)
                }
            }
            return value
        case .optional: return Expression(.tryOptional(value, wraps: !value.type.isOptional), type, node.range)
        case .forced: return Expression(.tryForce(value), type, node.range)
        }
    }

    func shortCircuit(_ node: ShortCircuitNode, _ type: Type) -> Expression {
        let left = build(node.left)
        let right = build(node.right)
        if case .error = left.kind { return left }
        if case .error = right.kind { return right }
        switch node.name {
        case "&&":
            return Expression(.and(coerce(left, to: world.boolType), coerce(right, to: world.boolType)), type, node.range)
        case "||":
            return Expression(.or(coerce(left, to: world.boolType), coerce(right, to: world.boolType)), type, node.range)
        default:
            let payload = final(node.payload)
            return Expression(
                .coalesce(coerce(left, to: world.optional(payload)), coerce(right, to: type)), type, node.range)
        }
    }

    func operatorCall(_ node: OperatorNode, _ type: Type) -> Expression {
        guard let chosen = node.chosen, let function = chosen.declaration as? FunctionDeclaration else {
            return Expression(.error, .error, node.range)
        }
        let substitutions = finalSubstitutions(chosen)
        var arguments: [Expression] = []
        var doesRethrow = false
        for (index, parameter) in function.parameters.enumerated() {
            let operand = node.operands[index].node
            let target = final(chosen.parameters[index].type)
            if parameter.isAutoclosure {
                arguments.append(autoclosure(operand, target, isThrowing: false, doesRethrow: &doesRethrow))
            } else if parameter.isInout {
                let place = build(operand)
                if case .error = place.kind { return place }
                if !checker.requireMutable(place, .operand(node.name), at: node.range) { return Expression(.error, .error, node.range) }
                noteWrite(place)
                // `a?.b += 1`
                arguments.append(Expression(.inout(place), place.type, place.range))
            } else {
                let built = build(operand)
                if case .function(let type) = built.type, type.isThrowing { doesRethrow = true }
                arguments.append(coerce(built, to: target))
            }
        }
        if arguments.contains(where: { $0.type.isError }) { return Expression(.error, .error, node.range) }
        if function.isThrowing || function.isRethrowing && doesRethrow { noteThrow(node.range, what: "operator") }
        if isContested(node, function) {
            return error(
                "'\(node.name)' of this program and of the standard library both fit here; give the operands names first",
                node.operatorRange)
        }
        if function.isLocal { checker.noteLocalFunction(function, from: body) }
        world.usage.note(function, in: world)
        var how = Dispatch.direct
        if function.isProtocolRequirement {
            how = .witness
            if let proto = function.context.selfNominal, let selfType = substitutions[proto.selfParameter] {
                // A concrete type's own operator meets the requirement.
                if case .existential = selfType { how = .existential }
            }
        }
        checkExclusivity(base: nil, arguments: arguments)
        let made = Expression(.call(function, substitutions, base: nil, arguments: arguments, how), type, node.range)
        checkConstant(made, at: node.operatorRange)
        return made
    }
}

extension Type {
    /// Foundation's `Decimal`, which only takes part in the choice of overloads.
    var isDecimal: Bool { nominal.map { $0.isLibrary && $0.name == "_Decimal" } ?? false }
}
