import SwiftOperators
import SwiftSyntax

/// Names and members.
extension ExpressionGenerator {
    func reference(_ node: DeclReferenceExprSyntax, _ range: SourceRange) -> Node {
        let name = node.baseName.identifierText
        let labels = node.argumentNames?.arguments.map { argument -> String? in
            argument.name.text == "_" ? nil : argument.name.identifierText
        }
        if name == "self" { return selfReference(node, range) }
        if case .dollarIdentifier = node.baseName.tokenKind {
            guard case .declarations(let found)? = world.lookUp(name, from: scope) else {
                if checker.closureDepth == 0 && !(scope.isInsideClosure) {
                    return fail("anonymous closure argument not contained in a closure", node)
                }
                return fail("cannot find '\(name)' in scope", node)
            }
            return plain(found, name, range)
        }
        if name == "Self", let dynamic = dynamicSelf(ExprSyntax(node)) { return dynamic }
        if name == "Self" || name == "Any" || name == "AnyObject" || name == "Void" {
            if let type = typeOf(ExprSyntax(node)), !type.isError { return TypeNode(range, type) }
            hasError = true
            return ErrorNode(range)
        }
        if name.isOperatorName {
            var functions = (world.userOperators[name] ?? []) + (world.requiredOperators[name] ?? [])
            functions += world.libraryOperators(name).filter { !functions.contains($0) }
            if functions.isEmpty { return fail("cannot find operator '\(name)' in scope", node) }
            let made = ReferenceNode(range, solver.freshType(range), name: name)
            made.candidates = functions.map { Candidate($0, .plain) }
            return made
        }
        guard let found = world.lookUp(name, from: scope) else { return notFound(name, node, range) }
        switch found {
        case .type:
            let type = resolver().named(node.baseName, nil, node)
            if type.isError { hasError = true; return ErrorNode(range) }
            return TypeNode(range, type)
        case .declarations(let declarations):
            let made = plain(told(declarations, node), name, range)
            (made as? ChoiceNode)?.argumentLabels = labels
            return settle(made)
        case .members(let candidates, let nominal, let context):
            return settle(implicitMember(candidates, nominal, context, name, labels, range, node))
        }
    }

    /// A name that stands for an expression, as in `if let name`.
    func nameNode(_ name: String, _ range: SourceRange, _ syntax: some SyntaxProtocol) -> Node {
        if name == "self" { return selfReference(syntax, range) }
        switch world.lookUp(name, from: scope) {
        case .declarations(let declarations)?: return settle(plain(declarations, name, range))
        case .members(let candidates, let nominal, let context)?:
            // The name of a value: methods of that name are not meant.
            let values = candidates.filter { !($0.declaration is FunctionDeclaration) }
            return settle(implicitMember(values.isEmpty ? candidates : values, nominal, context, name, nil, range, syntax))
        case .type?: return fail("expected an expression, not a type", syntax)
        case nil: return notFound(name, syntax, range)
        }
    }

    func notFound(_ name: String, _ node: some SyntaxProtocol, _ range: SourceRange) -> Node {
        hasError = true
        if let place = scope.laterDeclaration(name) {
            world.error(
                "use of local variable '\(name)' before its declaration", at: range,
                notes: [Diagnostic.Note("'\(name)' declared here", at: place.location)])
            return ErrorNode(range)
        }
        if isModule(name) { return fail("expected module member name after module name", node) }
        var message = "cannot find '\(name)' in scope"
        let suggestion = world.nearestValueName(name, from: scope)
        if let suggestion { message += "; did you mean '\(suggestion)'?" }
        world.error(message, at: range, fixIt: suggestion)
        return ErrorNode(range)
    }

    /// A variable and functions of one name are told apart by the labels of the call.
    func told(_ declarations: [Declaration], _ node: DeclReferenceExprSyntax) -> [Declaration] {
        let variables = declarations.filter { $0 is VariableDeclaration }
        if variables.isEmpty { return declarations }
        // Of one that was declared twice, and refused there, the first is meant.
        if variables.count == declarations.count { return [declarations[0]] }
        guard let call = node.parent?.as(FunctionCallExprSyntax.self), call.calledExpression.id == node.id else { return variables }
        let labels = call.arguments.map { $0.label?.identifierText }
        let functions = declarations.filter { ($0 as? FunctionDeclaration)?.labels.prefix(labels.count).elementsEqual(labels) ?? false }
        return functions.isEmpty ? variables : functions
    }

    func plain(_ declarations: [Declaration], _ name: String, _ range: SourceRange) -> Node {
        if declarations.count == 1, let variable = declarations[0] as? VariableDeclaration {
            if variable.semantic.state == .resolving && variable.semantic.typeSyntax == nil {
                world.error("circular reference", at: range)
                hasError = true
                return ErrorNode(range)
            }
            world.usage.note(variable, in: world)
            if !variable.semantic.isDeclared { typeBeforeDeclaration(variable, range) }
            let type = variable.type
            if type.isError {
                hasError = true
                isPoisoned = true
                return ErrorNode(range)
            }
            let made = VariableNode(range, variable, type)
            made.precedesDeclaration = !variable.semantic.isDeclared && checker.isTopLevelCode(scope)
            return made
        }
        let made = ReferenceNode(range, solver.freshType(range), name: name)
        made.candidates = declarations.map { Candidate($0, .plain) }
        return made
    }

    /// The type of a top-level variable that is declared further down: what is written there.
    private func typeBeforeDeclaration(_ variable: VariableDeclaration, _ range: SourceRange) {
        guard variable.semantic.type.isError, let file = variable.semantic.file else { return }
        if let syntax = variable.semantic.typeSyntax {
            variable.semantic.type = TypeResolver(variable.context, file: file).resolve(syntax)
        } else {
            world.error(
                checker.isTopLevelCode(scope)
                    ? "use of local variable '\(variable.name)' before its declaration"
                    : "'\(variable.name)' is used before its declaration, where its type is not written",
                at: range, notes: [world.note("'\(variable.name)' declared here", at: variable)])
        }
    }

    func forceImplicitlyUnwrapped(_ node: Node) -> Node {
        let declaration: VariableDeclaration?
        switch node.unwrapped {
        case let variable as VariableNode: declaration = variable.declaration
        case let choice as ChoiceNode: declaration = choice.chosen?.declaration as? VariableDeclaration
        default: declaration = nil
        }
        guard let declaration, declaration.semantic.isImplicitlyUnwrapped,
            let payload = solver.resolve(node.type).optionalPayload
        else { return node }
        return ForceNode(node.range, payload, node, isImplicit: true)
    }

    /// `Self` in a class that can have subclasses: the type that the object has, not the one that the code stands in.
    func dynamicSelf(_ syntax: ExprSyntax) -> Node? {
        guard syntax.as(DeclReferenceExprSyntax.self)?.baseName.text == "Self", let variable = checker.selfVariable(from: scope)
        else { return nil }
        let range = self.range(syntax)
        let me = VariableNode(range, variable, variable.type)
        if case .metatype(let instance) = variable.type { return instance.isOpenClass ? me : nil }
        return variable.type.isOpenClass ? DynamicTypeNode(range, me) : nil
    }

    func selfReference(_ node: some SyntaxProtocol, _ range: SourceRange) -> Node {
        guard let variable = checker.selfVariable(from: scope) else {
            return fail("cannot find 'self' in scope; did you mean to use it in a type or extension context?", node)
        }
        return VariableNode(range, variable, variable.type)
    }

    func implicitMember(
        _ candidates: [MemberCandidate], _ nominal: NominalDeclaration, _ context: DeclarationContext, _ name: String,
        _ labels: [String?]?, _ range: SourceRange, _ node: some SyntaxProtocol
    ) -> Node {
        // Static members and cases are reached through the type, others through `self`.
        let selfVariable = checker.selfVariable(from: scope)
        let baseType: Type
        var isStatic = false
        if let selfVariable, world.nearestNominal(selfVariable.context) === nominal {
            if case .metatype(let instance) = selfVariable.type {
                baseType = instance
                isStatic = true
            } else {
                baseType = selfVariable.type
            }
        } else {
            guard let type = world.selfType(context) else { return notFound(name, node, range) }
            baseType = type
            isStatic = true
        }
        var usable: [Candidate] = []
        for candidate in candidates {
            let declaration = candidate.declaration
            if isStatic {
                usable.append(Candidate(declaration, .member(base: baseType, isStaticBase: true)))
            } else if !declaration.isStatic {
                usable.append(Candidate(declaration, .member(base: baseType, isStaticBase: false)))
            }
        }
        if isStatic {
            let statics = usable.filter { $0.declaration?.isStatic ?? false }
            if statics.isEmpty, let first = usable.first?.declaration {
                if case .declarations(let outer)? = outerLookup(name) { return plain(outer, name, range) }
                if checker.isInitialValue {
                    return fail(
                        "cannot use instance member '\(name)' within property initializer; property initializers run"
                            + " before 'self' is available", node)
                }
                _ = first
                return fail(
                    "instance \(first is FunctionDeclaration ? "method" : "member") '\(name)' cannot be used on type '\(baseType)'", node)
            }
            usable = statics
        } else if usable.isEmpty {
            if case .declarations(let outer)? = outerLookup(name) { return plain(outer, name, range) }
            return fail("static member '\(name)' cannot be used on instance of type '\(baseType)'", node)
        }
        let made = ReferenceNode(range, solver.freshType(range), name: name)
        made.candidates = usable
        // A function of that name outside is meant where no member takes the arguments.
        if usable.allSatisfy({ $0.declaration is FunctionDeclaration }), let syntax = node.as(DeclReferenceExprSyntax.self),
            isCalled(ExprSyntax(syntax)), case .declarations(let outer)? = outerLookup(name)
        {
            let functions = outer.filter { $0 is FunctionDeclaration }
            made.candidates += functions.map { Candidate($0, .plain) }
        }
        made.argumentLabels = labels
        if let selfVariable, world.nearestNominal(selfVariable.context) === nominal {
            made.implicitBase = VariableNode(range, selfVariable, selfVariable.type)
        } else {
            made.implicitBase = TypeNode(range, baseType)
        }
        return made
    }

    func outerLookup(_ name: String) -> NameResult? {
        if let found = world.sessionContext.names[name] { return .declarations(found) }
        let found = world.libraryDeclarations(named: name).filter { !world.isType($0) }
        return found.isEmpty ? nil : .declarations(found)
    }

    /// Decides a reference right away where only one declaration is meant and it is not called.
    @discardableResult
    func settle(_ node: Node) -> Node {
        guard let choice = node as? ChoiceNode, choice.chosen == nil else { return node }
        if choice.candidates.count == 1, choice.argumentLabels == nil {
            if !choice.choose(choice.candidates[0], solver) { hasError = true }
            return node
        }
        return node
    }

    /// Posts the choice of a reference, once it is known whether it is called.
    func postChoice(_ node: Node) {
        guard let choice = node.unwrapped as? ChoiceNode, choice.chosen == nil, !(choice is MemberNode),
            !(choice is OperatorNode)
        else { return }
        solver.add(.choice(choice), Locator(kind: .member(choice), range: choice.range, node: choice))
    }

    /// Every value position: overloads that nobody calls are decided by what is expected.
    func value(_ syntax: ExprSyntax) -> Node {
        let node = generate(syntax)
        postChoice(node)
        return node
    }

    // MARK: Members

    func member(_ node: MemberAccessExprSyntax, _ range: SourceRange) -> Node {
        let made = memberWithoutChain(node, range)
        return wrapChain(made, ExprSyntax(node))
    }

    /// The outermost expression of a chain with `?` in it becomes optional there.
    func wrapChain(_ made: Node, _ syntax: ExprSyntax) -> Node {
        if !continuesChain(syntax) { noteImplicitRoot(made, syntax) }
        guard hasChain(syntax), !continuesChain(syntax) else { return made }
        return chainNode(made)
    }

    /// A chain that begins with `.name`: that name is looked up in the type of the whole.
    func noteImplicitRoot(_ made: Node, _ syntax: ExprSyntax) {
        guard !implicitMembers.isEmpty else { return }
        var current: ExprSyntax? = syntax
        while let next = current {
            if let node = next.as(MemberAccessExprSyntax.self) {
                guard let base = node.base else {
                    let place = range(node)
                    if let root = implicitMembers.last(where: { $0.range == place }), root !== made, root.call !== made {
                        root.chain = made
                        solver.kept.append(made)
                    }
                    return
                }
                current = base
            } else if let node = next.as(FunctionCallExprSyntax.self) {
                current = node.calledExpression
            } else if let node = next.as(SubscriptCallExprSyntax.self) {
                current = node.calledExpression
            } else if let node = next.as(ForceUnwrapExprSyntax.self) {
                current = node.expression
            } else {
                return
            }
        }
    }

    func chainNode(_ made: Node) -> Node {
        postChoice(made)
        let type = solver.freshType(made.range)
        let result = OptionalChainNode(made.range, type, made)
        solver.add(.chain(made.type, type), Locator(kind: .other, range: made.range, node: result))
        result.type = solver.resolve(type)
        return result
    }

    func hasChain(_ syntax: ExprSyntax) -> Bool {
        var current: ExprSyntax? = syntax
        while let next = current {
            if let node = next.as(MemberAccessExprSyntax.self) {
                current = node.base
            } else if let node = next.as(FunctionCallExprSyntax.self) {
                current = node.calledExpression
            } else if let node = next.as(SubscriptCallExprSyntax.self) {
                current = node.calledExpression
            } else if let node = next.as(ForceUnwrapExprSyntax.self) {
                current = node.expression
            } else if next.is(OptionalChainingExprSyntax.self) {
                return typeOf(next) == nil
            } else {
                return false
            }
        }
        return false
    }

    func continuesChain(_ syntax: ExprSyntax) -> Bool {
        guard let parent = syntax.parent else { return false }
        if let node = parent.as(MemberAccessExprSyntax.self) { return node.base?.id == syntax.id }
        if let node = parent.as(FunctionCallExprSyntax.self) { return node.calledExpression.id == syntax.id }
        if let node = parent.as(SubscriptCallExprSyntax.self) { return node.calledExpression.id == syntax.id }
        if let node = parent.as(OptionalChainingExprSyntax.self) { return node.expression.id == syntax.id }
        if let node = parent.as(ForceUnwrapExprSyntax.self) { return node.expression.id == syntax.id }
        // `a?.b += 1` is an assignment inside the chain.
        if let node = parent.as(InfixOperatorExprSyntax.self), let binary = node.operator.as(BinaryOperatorExprSyntax.self) {
            return node.leftOperand.id == syntax.id && isAssignmentOperator(binary.operator)
        }
        return false
    }

    func memberWithoutChain(_ node: MemberAccessExprSyntax, _ range: SourceRange) -> Node {
        let name = node.declName.baseName.identifierText
        let nameRange = self.range(node.declName.baseName)
        let labels = node.declName.argumentNames?.arguments.map { argument -> String? in
            argument.name.text == "_" ? nil : argument.name.identifierText
        }
        guard let baseSyntax = node.base else {
            // `.name`: looked up in what is expected.
            let made = MemberNode(range, solver.freshType(range), base: nil, name: name, nameRange: nameRange)
            made.argumentLabels = labels
            implicitMembers.append(made)
            return made
        }
        if let module = baseSyntax.as(DeclReferenceExprSyntax.self), isModule(module.baseName.text) {
            let found = world.libraryDeclarations(named: name)
            guard let first = found.first else {
                return fail("module '\(module.baseName.text)' has no member named '\(name)'", node.declName)
            }
            if world.isType(first) { return TypeNode(range, resolver().type((first, nil), nil, node)) }
            return plain(found, name, range)
        }
        if name == "self" {
            if let dynamic = dynamicSelf(baseSyntax) { return dynamic }
            if let type = typeOf(baseSyntax) { return TypeNode(range, type) }
            return ParenNode(range, generate(baseSyntax))
        }
        if let type = typeOf(ExprSyntax(node)), !type.isError { return TypeNode(range, type) }
        var base = generate(baseSyntax)
        postChoice(base)
        base = forceImplicitlyUnwrapped(base)
        decideLiteral(base, member: name)
        if base is ErrorNode { return ErrorNode(range) }
        let made = MemberNode(range, solver.freshType(range), base: base, name: name, nameRange: nameRange)
        made.argumentLabels = labels
        if isCalled(ExprSyntax(node)) {
            pendingMembers.append(made)
        } else {
            postMember(made)
        }
        return made
    }

    func isCalled(_ syntax: ExprSyntax) -> Bool {
        guard let call = syntax.parent?.as(FunctionCallExprSyntax.self) else { return false }
        return call.calledExpression.id == syntax.id
    }

    func postMember(_ node: MemberNode) {
        if !solver.add(.member(node), Locator(kind: .member(node), range: node.nameRange, node: node)) { hasError = true }
        node.type = solver.resolve(node.type)
    }

    /// A literal with a member asked of it has its usual type; an integer one is a `Double` where only that has the member.
    func decideLiteral(_ node: Node, member: String? = nil) {
        guard let literal = node.unwrapped as? LiteralNode ?? (node.unwrapped as? InterpolationNode),
            case .variable(let variable) = solver.resolve(literal.type), let kind = variable.literal,
            var type = solver.defaultType(kind)
        else { return }
        if kind == .integer, let member, !hasMember(member, of: type), hasMember(member, of: world.doubleType) {
            type = world.doubleType
        }
        solver.unify(literal.type, type, Locator(kind: .literal, range: node.range, node: node))
    }

    func hasMember(_ name: String, of type: Type) -> Bool {
        switch type {
        case .nominal(let declaration, _): return !declaration.lookUpMembers(name).isEmpty
        case .parameter, .member:
            if let superclass = world.superclassBound(of: type), hasMember(name, of: superclass) { return true }
            return world.protocols(of: type).contains { !$0.lookUpMembers(name).isEmpty }
        case .existential(let existential):
            return existential.protocols.contains { !$0.lookUpMembers(name).isEmpty }
                || existential.superclass.map { hasMember(name, of: $0) } ?? false
        case .opaque(let opaque, _): return opaque.constraint.protocols.contains { !$0.lookUpMembers(name).isEmpty }
        default: return false
        }
    }
}
