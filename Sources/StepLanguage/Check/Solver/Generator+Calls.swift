import SwiftOperators
import SwiftSyntax

/// Calls, operators, assignments.
extension ExpressionGenerator {
    /// `type` or `Swift.type`.
    private func namesTypeOf(_ callee: ExprSyntax) -> Bool {
        if let member = callee.as(MemberAccessExprSyntax.self) {
            return member.declName.baseName.text == "type"
                && member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "Swift"
        }
        return callee.as(DeclReferenceExprSyntax.self)?.baseName.text == "type"
    }

    func call(_ node: FunctionCallExprSyntax, _ range: SourceRange) -> Node {
        // `type(of:)`, which no declaration can spell.
        if namesTypeOf(node.calledExpression), node.arguments.count == 1, let only = node.arguments.first,
            only.label?.text == "of", node.trailingClosure == nil
        {
            let value = self.value(only.expression)
            return DynamicTypeNode(range, value)
        }
        // `Double(5)` is the literal as a `Double`.
        if node.arguments.count == 1, let only = node.arguments.first, only.label == nil, node.trailingClosure == nil,
            let type = literalTarget(node.calledExpression, only.expression)
        {
            let value = self.value(only.expression)
            if !solver.convert(value.type, to: type, Locator(kind: .coercion(type), range: value.range, node: value)) {
                hasError = true
            }
            return CastNode(range, type, .coerce, value, type)
        }
        let callee: Node
        if let dynamic = dynamicSelf(node.calledExpression) {
            let made = MemberNode(dynamic.range, solver.freshType(dynamic.range), base: dynamic, name: "init", nameRange: dynamic.range)
            pendingMembers.append(made)
            callee = made
        } else {
            callee = generate(node.calledExpression)
        }
        if callee is ErrorNode {
            // The arguments may have mistakes of their own.
            for argument in node.arguments where !argument.expression.is(ClosureExprSyntax.self) {
                _ = value(argument.expression)
            }
            return ErrorNode(range)
        }
        // What an operator gave is called, not the operator.
        let choice = callee.unwrapped is OperatorNode ? nil : callee.unwrapped as? ChoiceNode
        var arguments = self.arguments(node.arguments)
        if let trailing = node.trailingClosure {
            arguments.append(
                CallArgument(label: nil, labelRange: nil, node: generate(ExprSyntax(trailing)), isTrailing: true))
        }
        for more in node.additionalTrailingClosures {
            arguments.append(
                CallArgument(
                    label: more.label.text == "_" ? nil : more.label.identifierText, labelRange: self.range(more.label),
                    node: generate(ExprSyntax(more.closure)), isTrailing: true))
        }
        let close = node.rightParen.map { self.range($0) } ?? self.range(node.calledExpression)
        let made = CallNode(range, solver.freshType(range), callee: callee, arguments: arguments, closeRange: close)
        post(made, choice)
        return wrapChain(made, ExprSyntax(node))
    }

    /// The type that a call names, if it takes a literal like the argument.
    func literalTarget(_ callee: ExprSyntax, _ argument: ExprSyntax) -> Type? {
        let kind: LiteralKind
        switch argument.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: kind = .integer
        case .floatLiteralExpr: kind = .float
        case .stringLiteralExpr(let node):
            guard let text = node.representedLiteralValue else { return nil }
            kind = text.count == 1 ? .character : .string
        case .booleanLiteralExpr: kind = .boolean
        case .prefixOperatorExpr(let node):
            guard node.operator.text == "-" else { return nil }
            if node.expression.is(IntegerLiteralExprSyntax.self) { kind = .integer }
            else if node.expression.is(FloatLiteralExprSyntax.self) { kind = .float } else { return nil }
        default: return nil
        }
        let mark = solver.mark()
        guard callee.is(DeclReferenceExprSyntax.self) || callee.is(MemberAccessExprSyntax.self),
            let type = typeOf(callee)
        else { return nil }
        if type.hasVariables { solver.rollback(mark) }
        guard !type.hasVariables, !type.isError, type.nominal?.kind != .protocol
        else { return nil }
        switch type {
        case .nominal, .parameter: return solver.acceptsLiteral(type, kind) ? type : nil
        default: return nil
        }
    }

    func arguments(_ list: LabeledExprListSyntax) -> [CallArgument] {
        list.map { argument in
            CallArgument(
                label: argument.label?.identifierText, labelRange: argument.label.map { self.range($0) },
                node: value(argument.expression))
        }
    }

    func post(_ made: CallNode, _ choice: ChoiceNode?) {
        solver.kept.append(made)
        if let choice, choice.chosen == nil {
            choice.call = made
            if let member = choice as? MemberNode {
                if member.base != nil {
                    pendingMembers.removeAll { $0 === member }
                    postMember(member)
                }
            } else {
                if !solver.add(.choice(choice), Locator(kind: .member(choice), range: choice.range, node: choice)) {
                    hasError = true
                }
            }
        } else if let choice, choice.chosen != nil {
            choice.call = made
        }
        if hasError { return }
        if !solver.add(.apply(made), Locator(kind: .other, range: made.range, node: made)) || !solver.propagate() {
            hasError = true
        }
        made.type = solver.resolve(made.type)
    }

    /// Posts the members that were waiting for the expression around them; `result` is that expression's type.
    func postImplicitMembers(_ root: ExprSyntax? = nil) {
        let waiting = implicitMembers
        implicitMembers = []
        for node in waiting {
            if !solver.add(.member(node), Locator(kind: .member(node), range: node.nameRange, node: node)) {
                hasError = true
            }
        }
        let members = pendingMembers
        pendingMembers = []
        for node in members { postMember(node) }
    }

    func subscriptCall(_ node: SubscriptCallExprSyntax, _ range: SourceRange) -> Node {
        // `[Int](…)` and such spell a type.
        var base = generate(node.calledExpression)
        postChoice(base)
        base = forceImplicitlyUnwrapped(base)
        decideLiteral(base)
        if base is ErrorNode { return ErrorNode(range) }
        if base.unwrapped is ArrayLiteralNode, solver.isFree(base.type), let literal = base.unwrapped as? ArrayLiteralNode {
            if !literal.takeDefault(solver) { hasError = true }
        }
        var arguments = self.arguments(node.arguments)
        if let trailing = node.trailingClosure {
            arguments.append(
                CallArgument(label: nil, labelRange: nil, node: generate(ExprSyntax(trailing)), isTrailing: true))
        }
        let nameRange = self.range(node.calledExpression)
        let member = MemberNode(range, solver.freshType(range), base: base, name: "subscript", nameRange: nameRange)
        let call = CallNode(
            range, solver.freshType(range), callee: member, arguments: arguments, isSubscript: true,
            closeRange: self.range(node.rightSquare))
        member.call = call
        solver.kept.append(call)
        postMember(member)
        if !hasError, !solver.add(.apply(call), Locator(kind: .other, range: range, node: call)) { hasError = true }
        let made = SubscriptNode(range, member: member, call: call)
        made.type = solver.resolve(call.type)
        return wrapChain(made, ExprSyntax(node))
    }

    func superExpression(_ node: SuperExprSyntax, _ range: SourceRange) -> Node {
        guard let variable = checker.selfVariable(from: scope) else {
            return fail("'super' cannot be used outside of class members", node)
        }
        var type = variable.type
        var isMetatype = false
        if case .metatype(let instance) = type {
            type = instance
            isMetatype = true
        }
        guard let superclass = type.superclassType else {
            return fail("'super' members cannot be referenced in a root class", node)
        }
        return SuperNode(range, isMetatype ? .metatype(superclass) : superclass, selfType: type)
    }

    func specialization(_ node: GenericSpecializationExprSyntax, _ range: SourceRange) -> Node {
        if let type = typeOf(ExprSyntax(node)) {
            if type.isError { hasError = true; return ErrorNode(range) }
            return TypeNode(range, type)
        }
        if let base = node.expression.as(DeclReferenceExprSyntax.self) {
            if world.lookUp(base.baseName.identifierText, from: scope) == nil {
                return notFound(base.baseName.identifierText, base, self.range(base))
            }
        }
        return fail("cannot explicitly specialize a generic function", node)
    }

    // MARK: Operators

    func infix(_ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
        switch node.operator.as(ExprSyntaxEnum.self) {
        case .assignmentExpr: return assignment(node, range)
        case .arrowExpr:
            if let type = typeOf(ExprSyntax(node)) { return TypeNode(range, type) }
            return fail("expected type", node)
        case .binaryOperatorExpr(let binary):
            if binary.operator.text == "??" || binary.operator.text == "&&" || binary.operator.text == "||" {
                return libraryOperator(binary.operator, node, range)
            }
            let operands = [value(node.leftOperand), value(node.rightOperand)]
            if operands.contains(where: { $0 is ErrorNode }) { hasError = true; return ErrorNode(range) }
            let made = operatorNode(binary.operator, .infix, operands, range)
            return isAssignmentOperator(binary.operator) && hasChain(node.leftOperand) ? chainNode(made) : made
        default: return unsupported("this operator", node.operator)
        }
    }

    /// Operators whose right side is evaluated only when needed; ordinary generic functions otherwise.
    func libraryOperator(_ token: TokenSyntax, _ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
        let left = value(node.leftOperand)
        let right = value(node.rightOperand)
        if left is ErrorNode || right is ErrorNode { hasError = true; return ErrorNode(range) }
        let name = token.text
        if world.userOperators[name] != nil { return operatorNode(token, .infix, [left, right], range) }
        let made = ShortCircuitNode(range, .error, name: name, left: left, right: right)
        if name == "??" {
            let payload = solver.freshType(range)
            let result = solver.freshType(range)
            made.type = result
            let locator = Locator(kind: .other, range: range, node: made)
            if case .nominal(let declaration, _) = solver.resolve(left.type), !declaration.isOptional {
                // swiftc warns and takes the left side.
                world.report(
                    .warning, "left side of nil coalescing operator '??' has non-optional type"
                        + " '\(solver.simplify(left.type))', so the right side is never used", at: self.range(node.leftOperand))
            }
            made.payload = payload
            solver.convert(left.type, to: world.optional(payload), locator)
            let rightType = solver.resolve(right.type)
            if made.defaultsToNil || rightType.isOptional {
                solver.add(.coalesce(made, payload: payload, result: result), locator)
            } else if right.unwrapped is ShortCircuitNode || rightType.variable == nil || right.unwrapped is LiteralNode
                || right.unwrapped is ArrayLiteralNode || right.unwrapped is DictionaryLiteralNode
                || right.unwrapped is InterpolationNode
            {
                if !solver.convert(right.type, to: payload, Locator(kind: .argumentOfCoalesce(right), range: right.range, node: right)) {
                    hasError = true
                }
                solver.unify(result, payload, locator)
            } else {
                solver.add(.coalesce(made, payload: payload, result: result), locator)
            }
        } else {
            made.type = world.boolType
            for side in [left, right] {
                let locator = Locator(kind: .operandOf(name), range: side.range, node: side)
                if !solver.convert(side.type, to: world.boolType, locator) { hasError = true }
            }
        }
        made.type = solver.resolve(made.type)
        return made
    }

    func operatorNode(_ token: TokenSyntax, _ position: OperatorNode.Position, _ operands: [Node], _ range: SourceRange)
        -> Node
    {
        operands.forEach { postChoice($0) }
        if operands.contains(where: { $0 is ErrorNode }) { return ErrorNode(range) }
        let name = token.text
        let isComparisonWithNil = ["==", "!=", "===", "!=="].contains(name)
            && operands.contains { ($0.unwrapped as? LiteralNode)?.value == .nil }
        let values = isComparisonWithNil ? operands : operands.map { forceImplicitlyUnwrapped($0) }
        let made = OperatorNode(
            range, name: name, position: position, operands: values, operatorRange: self.range(token), solver: solver)
        if isAssignmentOperator(token) { made.isAssignment = true }
        if !solver.add(.choice(made), Locator(kind: .operand(made), range: self.range(token), node: made)) {
            hasError = true
        }
        made.type = solver.resolve(made.type)
        return made
    }

    func isAssignmentOperator(_ token: TokenSyntax) -> Bool {
        let text = token.text
        return text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
    }

    func prefix(_ node: PrefixOperatorExprSyntax, _ range: SourceRange) -> Node {
        if node.operator.text == "-" {
            if let integer = node.expression.as(IntegerLiteralExprSyntax.self) {
                return self.integer(integer.literal.text, negative: true, range, ExprSyntax(node))
            }
            if let float = node.expression.as(FloatLiteralExprSyntax.self),
                let value = parseFloat(float.literal.text, negative: true)
            {
                return literal(.float, value, range)
            }
        }
        if node.operator.text == "&" { return InoutNode(range, generate(node.expression)) }
        let operand = value(node.expression)
        return operatorNode(node.operator, .prefix, [operand], range)
    }

    func assignment(_ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
        let target = assignmentTarget(node.leftOperand)
        let value = self.value(node.rightOperand)
        if value is ErrorNode || target is ErrorNode { hasError = true; return ErrorNode(range) }
        if target is DiscardNode {
            return AssignNode(range, target, value)
        }
        let made = AssignNode(range, target, value)
        // `a?.b = c`: the value is that of `b`.
        var type = target.type
        if let chain = target.unwrapped as? OptionalChainNode {
            type = chain.value.type
            made.isChained = true
            made.type = world.optional(.void)
        }
        if !solver.convert(value.type, to: type, Locator(kind: .assignment, range: value.range, node: value)) {
            hasError = true
        }
        return made
    }

    func assignmentTarget(_ syntax: ExprSyntax) -> Node {
        if syntax.is(DiscardAssignmentExprSyntax.self) { return DiscardNode(range(syntax), .error) }
        if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
            let elements = tuple.elements.map { element -> (label: String?, node: Node) in
                let made = assignmentTarget(element.expression)
                if made is DiscardNode { made.type = solver.freshType(made.range) }
                return (nil, made)
            }
            return TupleNode(range(syntax), elements: elements)
        }
        let made = value(syntax)
        // `a? = b` ends its chain at once.
        if syntax.is(OptionalChainingExprSyntax.self), !(made is ErrorNode) { return chainNode(made) }
        return made
    }

    func ternary(_ node: TernaryExprSyntax, _ range: SourceRange) -> Node {
        let condition = value(node.condition)
        if !solver.convert(
            condition.type, to: world.boolType,
            Locator(kind: .contextual(.condition), range: condition.range, node: condition))
        {
            hasError = true
        }
        let then = value(node.thenExpression)
        let otherwise = value(node.elseExpression)
        if then is ErrorNode || otherwise is ErrorNode { hasError = true; return ErrorNode(range) }
        let type = solver.freshType(range)
        let locator = Locator(kind: .branches(then: then, else: otherwise), range: range)
        solver.convert(then.type, to: type, locator)
        solver.convert(otherwise.type, to: type, locator)
        return TernaryNode(range, type, condition, then, otherwise)
    }

    func cast(_ node: AsExprSyntax, _ range: SourceRange) -> Node {
        let value = self.value(node.expression)
        let target = resolver().resolve(node.type)
        if target.isError || value is ErrorNode { hasError = true; return ErrorNode(range) }
        switch node.questionOrExclamationMark?.tokenKind {
        case .postfixQuestionMark:
            return CastNode(range, world.optional(target), .conditional, value, target)
        case .exclamationMark:
            return CastNode(range, target, .forced, value, target)
        default:
            if !solver.convert(
                value.type, to: target, Locator(kind: .coercion(target), range: value.range, node: value))
            {
                hasError = true
            }
            return CastNode(range, target, .coerce, value, target)
        }
    }

    func tryExpression(_ node: TryExprSyntax, _ range: SourceRange) -> Node {
        let value = self.value(node.expression)
        switch node.questionOrExclamationMark?.tokenKind {
        case .postfixQuestionMark:
            let type = solver.freshType(range)
            let made = TryNode(range, type, .optional, value)
            solver.add(.chain(value.type, type), Locator(kind: .other, range: range, node: made))
            made.type = solver.resolve(type)
            return made
        case .exclamationMark: return TryNode(range, value.type, .forced, value)
        default: return TryNode(range, value.type, .plain, value)
        }
    }

    func macro(_ node: MacroExpansionExprSyntax, _ range: SourceRange) -> Node {
        switch checker.placeLiteral(node.macroName.text, range) {
        case let value?:
            if case .string = value { return literal(.string, value, range) }
            return literal(.integer, value, range)
        case nil: return unsupported("the macro '#\(node.macroName.text)'", node)
        }
    }
}
