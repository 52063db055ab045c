/// Words for systems without a solution.
extension BodyChecker {
    func explain(_ solver: Solver, _ root: Node, _ range: SourceRange) {
        if solver.isTooComplex {
            world.error(
                "the compiler is unable to type-check this expression in reasonable time; try breaking up the expression"
                    + " into distinct sub-expressions", at: range)
            return
        }
        // A closure's own mistakes say more than what they do to the call around it.
        for failure in solver.failures.reversed() {
            if case .closureBody(let node) = failure.reason, !node.bodyDiagnostics.isEmpty,
                node.bodyDiagnostics.contains(where: { $0.isError })
            {
                for diagnostic in node.bodyDiagnostics { world.sink.add(diagnostic) }
                return
            }
        }
        guard let failure = solver.failure else {
            world.error("type of expression is ambiguous without a type annotation", at: range)
            return
        }
        describe(failure, solver, range)
    }

    /// A type for a message: literals that found nothing better by their usual types.
    func shown(_ type: Type, _ solver: Solver) -> Type {
        solver.simplify(type).transformed { part in
            if case .variable(let variable) = part, let literal = variable.literal {
                switch literal {
                case .array, .dictionary, .nil: return nil
                default: return solver.defaultType(literal)
                }
            }
            return nil
        }
    }

    private func describe(_ failure: Failure, _ solver: Solver, _ whole: SourceRange) {
        let locator = failure.locator
        let place = locator.range
        switch failure.reason {
        case .silent: return
        case .tooComplex: return
        case .mismatch(let a, let b): mismatch(a, b, locator, solver)
        case .literal(let type, let kind): literal(type, kind, locator, solver)
        case .nonconforming(let type, let proto):
            let from = shown(type, solver)
            if proto.name.hasPrefix("ExpressibleBy") {
                world.error("cannot convert value to expected type '\(from)'", at: place)
                return
            }
            if case .dictionaryKey = locator.kind {
                world.error("type '\(from)' does not conform to protocol '\(proto.name)'", at: place)
                return
            }
            if case .operand(let node) = locator.kind {
                operatorProblem(node, solver)
                return
            }
            if case .argument(_, let index) = locator.kind {
                _ = index
                world.error(
                    "argument type '\(from)' does not conform to expected type '\(proto.name)'", at: place)
                return
            }
            if case .contextual(.returned) = locator.kind {
                world.error("return expression of type '\(from)' does not conform to '\(proto.name)'", at: place)
                return
            }
            if case .contextual = locator.kind {
                world.error("value of type '\(from)' does not conform to specified type '\(proto.name)'", at: place)
                return
            }
            if case .genericType(let nominal) = locator.kind {
                world.error(
                    type.nominal == nil
                        ? "type '\(from)' cannot conform to '\(proto.name)'"
                        : "generic \(nominal.kind.rawValue) '\(nominal.name)' requires that '\(from)' conform to '\(proto.name)'",
                    at: place)
                return
            }
            if case .generic(let node, _) = locator.kind {
                if let node = node as? OperatorNode {
                    operatorProblem(node, solver)
                    return
                }
                let choice = node as? ChoiceNode
                if choice?.name == "subscript", proto.name == "RangeExpression", from == world.intType {
                    world.error(
                        "'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.",
                        at: place)
                    return
                }
                let name = choice?.name == "init" ? "initializer 'init'" : "'\(choice?.name ?? "this")'"
                let called = choice?.chosen?.declaration as? FunctionDeclaration ?? choice?.candidates.first?.declaration as? FunctionDeclaration
                let kind = called == nil ? "" : called?.context.selfNominal == nil ? "global function " : called?.isStatic ?? false ? "static method " : "instance method "
                world.error(
                    "\(choice?.name == "init" ? name : kind + "'\(choice?.name ?? "this")'") requires that '\(from)' conform to '\(proto.name)'",
                    at: place)
                return
            }
            world.error("type '\(from)' does not conform to protocol '\(proto.name)'", at: place)
        case .noMember(let node, let type): noMember(node, type, solver)
        case .noChoice(let node): noChoice(node, solver)
        case .notOptional(let type, let node):
            if node is ForceNode {
                world.error("cannot force unwrap value of non-optional type '\(shown(type, solver))'", at: node.range)
            } else {
                world.error("cannot use optional chaining on non-optional value of type '\(shown(type, solver))'", at: node.range)
            }
        case .arguments(let call, let mismatch, let choice): arguments(call, mismatch, choice, solver)
        case .notCallable(let call, let type):
            world.error("cannot call value of non-function type '\(shown(type, solver))'", at: call.callee.range)
        case .unresolved(let variable):
            if let literal = solver.emptyLiteral(variable) ?? solver.anyEmptyLiteral {
                world.error("empty collection literal requires an explicit type", at: literal.range)
            } else if let parameter = variable.parameter {
                world.error("generic parameter '\(parameter.name)' could not be inferred", at: place)
            } else if let literal = variable.literal {
                switch literal {
                case .nil: world.error("'nil' requires a contextual type", at: place)
                case .array: world.error("empty collection literal requires an explicit type", at: place)
                case .dictionary: world.error("empty collection literal requires an explicit type", at: place)
                default: world.error("type of expression is ambiguous without a type annotation", at: place)
                }
            } else if let node = implicitMember(solver, at: place) {
                world.error("cannot infer contextual base in reference to member '\(node.name)'", at: node.range)
            } else if solver.closureParameter(variable) != nil {
                world.error(
                    "cannot infer type of closure parameter '\(solver.closureParameter(variable) ?? "$0")' without a type annotation",
                    at: place)
            } else {
                world.error("type of expression is ambiguous without a type annotation", at: place)
            }
        case .closureArity(let node, let context):
            let expected = context.parameters.count
            let used = node.arity.count
            if used == 0, node.parameterNames == nil {
                world.error(
                    "contextual type for closure argument expects \(expected) argument\(expected == 1 ? "" : "s"), which cannot be implicitly ignored",
                    at: node.range)
            } else {
                world.error(
                    "contextual closure type '\(shown(.function(context), solver))' expects \(expected) argument\(expected == 1 ? "" : "s"), but \(used) \(used == 1 ? "was" : "were") used in closure body",
                    at: node.range)
            }
        case .closureBody: world.error("this closure cannot be checked", at: place)
        case .ambiguous(let node):
            let names = Set(node?.candidates.compactMap { ($0.declaration as? FunctionDeclaration)?.fullName } ?? [])
            let name = names.count == 1 ? names.first : node?.name
            world.error("ambiguous use of '\(name ?? "expression")'", at: node?.range ?? whole)
        }
    }

    private func implicitMember(_ solver: Solver, at range: SourceRange) -> MemberNode? {
        for constraint in solver.constraints where constraint.isActive {
            if case .member(let node) = constraint.kind, node.base == nil { return node }
        }
        return nil
    }

    func mismatch(_ a: Type, _ b: Type, _ locator: Locator, _ solver: Solver) {
        let from = shown(a, solver)
        let to = shown(b, solver)
        let place = locator.range
        if case .element = locator.kind, !to.isOptional, !from.hasVariables, !solver.converts(from, to),
            let literal = solver.literalAround(locator.node), literal.elements.count > 1, solver.hasNoContext(literal)
        {
            world.error(
                "heterogeneous collection literal could only be inferred to '[Any]'; add explicit type annotation if this is"
                    + " intentional", at: literal.range)
            return
        }
        // Only the optional is in the way.
        func unwrapProblem() -> Bool {
            guard let node = locator.node else { return false }
            let whole = shown(node.type, solver)
            guard let payload = whole.optionalPayload, !to.isOptional || from.optionalPayload != nil else { return false }
            var target = to
            if case .contextual = locator.kind {} else { target = to }
            if payload == target || from.optionalPayload == target || (!target.hasVariables && solver.converts(payload, target)) {
                world.error(
                    "value of optional type '\(whole)' must be unwrapped to a value of type '\(payload)'", at: place,
                    notes: [
                        Diagnostic.Note("coalesce using '??' to provide a default when the optional value contains 'nil'"),
                        Diagnostic.Note("force-unwrap using '!' to abort execution if the optional value contains 'nil'"),
                    ])
                return true
            }
            return false
        }
        if isNil(locator.node), !to.isOptional {
            switch locator.kind {
            case .argument: world.error("'nil' is not compatible with expected argument type '\(to)'", at: place)
            case .assignment: world.error("'nil' cannot be assigned to type '\(to)'", at: place)
            case .contextual(.returned): world.error("'nil' is incompatible with return type '\(to)'", at: place)
            case .element: world.error("'nil' is not compatible with expected element type '\(to)'", at: place)
            default: world.error("'nil' cannot initialize specified type '\(to)'", at: place)
            }
            return
        }
        switch locator.kind {
        case .operand(let node): operatorProblem(node, solver)
        case .operandOf(let name):
            _ = name
            if unwrapProblem() { return }
            world.error("cannot convert value of type '\(from)' to expected argument type '\(to)'", at: place)
        case .argument:
            if unwrapProblem() { return }
            world.error("cannot convert value of type '\(whole(from, locator, solver))' to expected argument type '\(expectation(from, to, locator, solver))'", at: place)
        case .contextual(let purpose):
            if unwrapProblem() { return }
            let source = whole(from, locator, solver)
            switch purpose {
            case .returned: world.error("cannot convert return expression of type '\(source)' to return type '\(to)'", at: place)
            case .condition:
                if locator.node?.unwrapped is AssignNode {
                    world.error("use of '=' in a boolean context, did you mean '=='?", at: place)
                } else if source.isOptional {
                    world.error(
                        "optional type '\(source)' cannot be used as a boolean; test for '!= nil' instead", at: place)
                } else if case .integer(let magnitude, _)? = (locator.node?.unwrapped as? LiteralNode)?.value, magnitude < 2 {
                    world.error(
                        "integer literal value '\(magnitude)' cannot be used as a boolean; did you mean '\(magnitude == 1)'?",
                        at: place)
                } else if source == world.intType {
                    world.error("type 'Int' cannot be used as a boolean; test for '!= 0' instead", at: place)
                } else {
                    world.error("cannot convert value of type '\(source)' to expected condition type 'Bool'", at: place)
                }
            case .thrown: world.error("thrown expression type '\(source)' does not conform to 'Error'", at: place)
            case .defaultArgument: world.error("default argument value of type '\(source)' cannot be converted to type '\(to)'", at: place)
            case .initialization where source.nominal != nil && source.nominal === to.nominal:
                // Of one generic type with other arguments.
                world.error("cannot assign value of type '\(source)' to type '\(to)'", at: place)
            default: world.error("cannot convert value of type '\(source)' to specified type '\(to)'", at: place)
            }
        case .assignment:
            if unwrapProblem() { return }
            world.error("cannot assign value of type '\(whole(from, locator, solver))' to type '\(to)'", at: place)
        case .coercion(let target):
            if unwrapProblem() { return }
            world.error("cannot convert value of type '\(whole(from, locator, solver))' to type '\(shown(target, solver))' in coercion", at: place)
        case .element:
            if unwrapProblem() { return }
            world.error("cannot convert value of type '\(from)' to expected element type '\(to)'", at: place)
        case .dictionaryValue:
            if unwrapProblem() { return }
            world.error("cannot convert value of type '\(from)' to expected dictionary value type '\(to)'", at: place)
        case .dictionaryKey: world.error("cannot convert value of type '\(from)' to expected dictionary key type '\(to)'", at: place)
        case .closureResult:
            if let node = locator.node as? ClosureNode, let single = node.singleExpression, !isFunction(from), !isFunction(to) {
                world.error(
                    "cannot convert value of type '\(from)' to closure result type '\(to)'", at: node.generator.range(single))
            } else if locator.node is ClosureNode {
                world.error("cannot convert value of type '\(from)' to expected argument type '\(to)'", at: place)
            } else {
                if unwrapProblem() { return }
                world.error("cannot convert value of type '\(from)' to closure result type '\(to)'", at: place)
            }
        case .branches(let then, let otherwise):
            world.error(
                "result values in '? :' expression have mismatching types '\(shown(then.type, solver))' and '\(shown(otherwise.type, solver))'",
                at: place)
        case .generic(let node, _):
            if let node = node as? OperatorNode {
                operatorProblem(node, solver)
            } else {
                let name = (node as? ChoiceNode).map { ($0.chosen?.declaration as? FunctionDeclaration ?? $0.candidates.first?.declaration as? FunctionDeclaration)?.fullName ?? $0.name } ?? "this"
                world.error("'\(name)' requires the types '\(from)' and '\(to)' be equivalent", at: place)
            }
        case .genericType(let nominal):
            world.error("'\(nominal.name)' requires the types '\(from)' and '\(to)' be equivalent", at: place)
        case .argumentOfCoalesce:
            world.error("cannot convert value of type '\(from)' to expected argument type '\(to)'", at: place)
        case .member, .literal, .other:
            if let path = locator.node as? KeyPathNode {
                if let name = path.dynamicName {
                    world.error("cannot assign to property: '\(name)' is a get-only property", at: place)
                    return
                }
                world.error("cannot convert key path type '\(from)' to contextual type '\(to)'", at: place)
                return
            }
            world.error("cannot convert value of type '\(from)' to expected type '\(to)'", at: place)
        }
    }

    private func isFunction(_ type: Type) -> Bool {
        if case .function = type { return true }
        return false
    }

    /// The type of the whole value rather than of the part that differs.
    private func whole(_ from: Type, _ locator: Locator, _ solver: Solver) -> Type {
        guard let node = locator.node else { return from }
        let type = shown(node.type, solver)
        return type.hasVariables ? from : type
    }

    private func expectation(_ from: Type, _ to: Type, _ locator: Locator, _ solver: Solver) -> Type {
        if case .argument(let call, let index) = locator.kind, let chosen = call.choice?.chosen {
            for (position, item) in call.mapping.enumerated() where chosen.parameters.indices.contains(position) {
                switch item {
                case .argument(index): return orPart(shown(chosen.parameters[position].type, solver), to)
                case .variadic(let indices) where indices.contains(index):
                    return orPart(shown(chosen.parameters[position].type, solver), to)
                default: continue
                }
            }
        }
        return to
    }

    private func orPart(_ type: Type, _ part: Type) -> Type { type.hasVariables ? part : type }

    private func isNil(_ node: Node?) -> Bool { (node?.unwrapped as? LiteralNode)?.value == .nil }

    private func literal(_ type: Type, _ kind: LiteralKind, _ locator: Locator, _ solver: Solver) {
        let target = shown(type, solver)
        if kind == .nil {
            world.error("'nil' is not compatible with expected type '\(target)'", at: locator.range)
            return
        }
        if let usual = solver.defaultType(kind) {
            world.error("cannot convert value of type '\(usual)' to expected type '\(target)'", at: locator.range)
        } else {
            world.error("cannot convert this literal to expected type '\(target)'", at: locator.range)
        }
    }

    func operatorProblem(_ node: OperatorNode, _ solver: Solver) {
        let types = node.operands.map { shown($0.node.type, solver) }
        func spelt(_ index: Int) -> String {
            let type = types[index]
            if isNil(node.operands[index].node) { return "nil" }
            return type.description
        }
        if types.count == 1 {
            if let payload = types[0].optionalPayload, !payload.isOptional {
                world.error("value of optional type '\(types[0])' must be unwrapped to a value of type '\(payload)'", at: node.operands[0].node.range)
                return
            }
            world.error("unary operator '\(node.name)' cannot be applied to an operand of type '\(spelt(0))'", at: node.operatorRange)
            return
        }
        if let subject = node.operands.firstIndex(where: { ($0.node as? VariableNode)?.declaration.name == "$match" }) {
            world.error(
                "expression pattern of type '\(spelt(1 - subject))' cannot match values of type '\(spelt(subject))'",
                at: node.operands[1 - subject].node.range)
            return
        }
        // An optional among operands that would fit without it.
        for index in 0..<2 {
            if let payload = types[index].optionalPayload, !types[1 - index].isOptional, payload == types[1 - index] || types[1 - index].hasVariables,
                !["==", "!="].contains(node.name)
            {
                world.error(
                    "value of optional type '\(types[index])' must be unwrapped to a value of type '\(payload)'",
                    at: node.operands[index].node.range,
                    notes: [
                        Diagnostic.Note("coalesce using '??' to provide a default when the optional value contains 'nil'"),
                        Diagnostic.Note("force-unwrap using '!' to abort execution if the optional value contains 'nil'"),
                    ])
                return
            }
        }
        if types[0] == types[1], ["==", "!="].contains(node.name), types[0].nominal != nil {
            world.error(
                "referencing operator function '\(node.name)' on 'Equatable' requires that '\(types[0])' conform to 'Equatable'",
                at: node.operatorRange)
            return
        }
        if types[0] == types[1] {
            world.error("binary operator '\(node.name)' cannot be applied to two '\(spelt(0))' operands", at: node.operatorRange)
        } else {
            world.error(
                "binary operator '\(node.name)' cannot be applied to operands of type '\(spelt(0))' and '\(spelt(1))'",
                at: node.operatorRange)
        }
    }
}

extension Solver {
    /// The array literal that an element stands in.
    func literalAround(_ element: Node?) -> ArrayLiteralNode? {
        guard let element else { return nil }
        for constraint in constraints {
            if case .arrayLiteral(let node) = constraint.kind, node.elements.contains(where: { $0 === element }) { return node }
        }
        return nil
    }

    /// Nothing but the elements says what a literal's type is.
    func hasNoContext(_ literal: ArrayLiteralNode) -> Bool {
        guard case .variable = literal.type else { return true }
        for constraint in constraints {
            if case .relation(let a, let b, .conversion) = constraint.kind, a == literal.type, resolve(b) != .any { return false }
        }
        return true
    }

    /// The name of the closure parameter that a variable is the type of.
    func closureParameter(_ variable: TypeVariable) -> String? {
        for node in openedClosures {
            guard let opened = node.opened else { continue }
            for parameter in opened.parameters where resolve(parameter.semantic.type) == .variable(variable) {
                return parameter.name
            }
        }
        return nil
    }

    /// An empty literal that nothing gives a type.
    var anyEmptyLiteral: Node? {
        for constraint in constraints {
            switch constraint.kind {
            case .arrayLiteral(let node) where node.elements.isEmpty && hasNoContext(node): return node
            default: continue
            }
        }
        return nil
    }

    func emptyLiteral(_ variable: TypeVariable) -> Node? {
        for constraint in constraints {
            switch constraint.kind {
            case .arrayLiteral(let node) where node.elements.isEmpty:
                if simplify(node.type).contains({ $0 == .variable(variable) }) { return node }
            case .dictionaryLiteral(let node) where node.elements.isEmpty:
                if simplify(node.type).contains({ $0 == .variable(variable) }) { return node }
            default: continue
            }
        }
        return nil
    }
}

