import SwiftOperators
import SwiftSyntax

/// From the syntax of an expression to nodes and constraints.
final class ExpressionGenerator {
    let checker: BodyChecker
    let world: World
    let file: SourceFile
    var scope: Scope
    lazy var solver = Solver(world: world, generator: self)
    let rootRange: SourceRange
    private var nesting = 0
    /// What was reported while nodes were made; the expression is then an error.
    var hasError = false
    /// It uses something that was refused elsewhere: then there is nothing more to say.
    var isPoisoned = false

    init(_ checker: BodyChecker, scope: Scope, rootRange: SourceRange) {
        self.checker = checker
        self.world = checker.world
        self.file = checker.file
        self.scope = scope
        self.rootRange = rootRange
    }

    func range(_ node: some SyntaxProtocol) -> SourceRange { world.range(node, file) }

    func fail(_ message: String, _ node: some SyntaxProtocol, notes: [Diagnostic.Note] = [], fixIt: String? = nil) -> Node {
        world.error(message, at: range(node), notes: notes, fixIt: fixIt)
        hasError = true
        return ErrorNode(range(node))
    }

    func unsupported(_ what: String, _ node: some SyntaxProtocol) -> Node {
        fail("\(what) is not supported in lessons", node)
    }

    func resolver() -> TypeResolver {
        var resolver = TypeResolver(scope, file: file)
        let range = rootRange
        resolver.placeholder = { [unowned self] in solver.freshType(range) }
        return resolver
    }

    func generate(_ syntax: ExprSyntax) -> Node {
        nesting += 1
        defer { nesting -= 1 }
        if nesting > 400 {
            return fail("this expression is nested too deeply", syntax)
        }
        let range = range(syntax)
        switch syntax.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let node):
            return integer(node.literal.text, negative: false, range, syntax)
        case .floatLiteralExpr(let node):
            guard let value = parseFloat(node.literal.text, negative: false) else {
                return fail("'\(node.literal.text)' is not a valid floating-point literal", node)
            }
            return literal(.float, value, range)
        case .booleanLiteralExpr(let node):
            return literal(.boolean, .boolean(node.literal.tokenKind == .keyword(.true)), range)
        case .nilLiteralExpr: return literal(.nil, .nil, range)
        case .stringLiteralExpr(let node): return string(node, range)
        case .simpleStringLiteralExpr: return unsupported("this string", syntax)
        case .arrayExpr(let node): return array(node, range)
        case .dictionaryExpr(let node): return dictionary(node, range)
        case .tupleExpr(let node): return tuple(node, range)
        case .declReferenceExpr(let node): return reference(node, range)
        case .memberAccessExpr(let node): return member(node, range)
        case .functionCallExpr(let node): return call(node, range)
        case .subscriptCallExpr(let node): return subscriptCall(node, range)
        case .infixOperatorExpr(let node): return infix(node, range)
        case .prefixOperatorExpr(let node): return prefix(node, range)
        case .postfixOperatorExpr(let node):
            let operand = generate(node.expression)
            return operatorNode(node.operator, .postfix, [operand], range)
        case .ternaryExpr(let node): return ternary(node, range)
        case .closureExpr(let node): return closure(node, range)
        case .forceUnwrapExpr(let node):
            let value = generate(node.expression)
            let type = solver.freshType(range)
            let made = ForceNode(range, type, value)
            if !solver.add(.payload(value.type, type, made), Locator(kind: .other, range: range, node: made)) {
                hasError = true
            }
            made.type = solver.resolve(type)
            return made
        case .optionalChainingExpr(let node):
            // `Int?.none`
            if let type = typeOf(syntax) { return TypeNode(range, type) }
            let value = generate(node.expression)
            let type = solver.freshType(range)
            let made = ChainNode(range, type, value)
            _ = solver.add(.payload(value.type, type, made), Locator(kind: .other, range: range, node: made))
            made.type = solver.resolve(type)
            return made
        case .asExpr(let node): return cast(node, range)
        case .isExpr(let node):
            let value = generate(node.expression)
            let target = resolver().resolve(node.type)
            if target.isError { hasError = true }
            return CastNode(range, world.boolType, .test, value, target)
        case .tryExpr(let node): return tryExpression(node, range)
        case .inOutExpr(let node):
            return InoutNode(range, generate(node.expression))
        case .superExpr(let node): return superExpression(node, range)
        case .typeExpr(let node):
            let type = resolver().resolve(node.type)
            if type.isError { hasError = true; return ErrorNode(range) }
            return TypeNode(range, type)
        case .genericSpecializationExpr(let node): return specialization(node, range)
        case .keyPathExpr(let node): return keyPath(node, range)
        case .ifExpr(let node):
            return StatementNode(range, solver.freshType(range), ExprSyntax(node))
        case .switchExpr(let node):
            return StatementNode(range, solver.freshType(range), ExprSyntax(node))
        case .discardAssignmentExpr:
            return fail("'_' can only appear in a pattern or on the left side of an assignment", syntax)
        case .macroExpansionExpr(let node): return macro(node, range)
        case .awaitExpr: return unsupported("'await'", syntax)
        case .regexLiteralExpr: return unsupported("a regex literal", syntax)
        case .sequenceExpr: return generate(checker.fold(syntax))
        case .missingExpr: hasError = true; return ErrorNode(range)
        case .patternExpr: return fail("expected expression", syntax)
        case .assignmentExpr: return fail("expected expression", syntax)
        case .consumeExpr, .copyExpr, .borrowExpr, .unsafeExpr: return unsupported("this expression", syntax)
        case .packElementExpr, .packExpansionExpr: return unsupported("a parameter pack", syntax)
        case .editorPlaceholderExpr: return fail("editor placeholder in source file", syntax)
        default: return unsupported("this expression", syntax)
        }
    }

    // MARK: Literals

    private func literal(_ kind: LiteralKind, _ value: LiteralValue, _ range: SourceRange) -> LiteralNode {
        let variable = solver.fresh(range, literal: kind)
        solver.add(.literal(variable, kind), Locator(kind: .literal, range: range))
        return LiteralNode(range, .variable(variable), value)
    }

    private func integer(_ text: String, negative: Bool, _ range: SourceRange, _ syntax: ExprSyntax) -> Node {
        guard let magnitude = parseInteger(text) else {
            if let value = Double(text.filter { $0 != "_" }) {
                return literal(.float, .float(negative ? -value : value, text: text), range)
            }
            return fail("integer literal '\(negative ? "-" : "")\(text)' overflows when stored into 'Int'", syntax)
        }
        return literal(.integer, .integer(magnitude: magnitude, negative: negative && magnitude != 0), range)
    }

    private func string(_ node: StringLiteralExprSyntax, _ range: SourceRange) -> Node {
        let isInterpolated = node.segments.contains { $0.is(ExpressionSegmentSyntax.self) }
        if !isInterpolated {
            guard let text = node.representedLiteralValue else {
                return fail("invalid escape sequence in literal", node)
            }
            let isCharacter = text.count == 1
            let node = literal(isCharacter ? .character : .string, .string(text), range)
            return node
        }
        let variable = solver.fresh(range, literal: .interpolation)
        solver.add(.literal(variable, .interpolation), Locator(kind: .literal, range: range))
        let made = InterpolationNode(range, .variable(variable))
        for part in checker.segments(of: node) {
            switch part {
            case .text(let text): made.parts.append(.text(text))
            case .expression(let segment):
                guard segment.expressions.count == 1, let argument = segment.expressions.first, argument.label == nil
                else {
                    _ = unsupported("an interpolation with options", segment)
                    return ErrorNode(range)
                }
                let value = self.value(argument.expression)
                if value is ErrorNode { hasError = true }
                made.parts.append(.value(value))
            }
        }
        return made
    }

    private func array(_ node: ArrayExprSyntax, _ range: SourceRange) -> Node {
        // `[Int]()`: the literal stands for a type.
        if node.elements.count == 1, let only = node.elements.first, let type = typeOf(only.expression) {
            if isTypePosition(ExprSyntax(node)) { return TypeNode(range, world.array(type)) }
        }
        var elements: [Node] = []
        var shared: [String: LiteralNode] = [:]
        for element in node.elements {
            let made = value(element.expression)
            // Literals of one kind in an array have one type.
            if let made = made as? LiteralNode, let kind = made.type.variable?.literal, kind != .nil {
                let key = "\(kind == .character ? .string : kind)"
                if let first = shared[key] {
                    if kind == first.type.variable?.literal {
                        solver.unify(made.type, first.type, Locator(kind: .element, range: made.range, node: made))
                    }
                } else {
                    shared[key] = made
                }
            }
            elements.append(made)
        }
        let variable = solver.fresh(range, literal: .array)
        let made = ArrayLiteralNode(range, .variable(variable), elements: elements)
        if !elements.isEmpty { _ = solver }
        solver.add(.arrayLiteral(made), Locator(kind: .literal, range: range, node: made))
        return made
    }

    private func dictionary(_ node: DictionaryExprSyntax, _ range: SourceRange) -> Node {
        var elements: [(key: Node, value: Node)] = []
        if case .elements(let list) = node.content {
            if list.count == 1, let only = list.first, let key = typeOf(only.key), let value = typeOf(only.value),
                isTypePosition(ExprSyntax(node))
            {
                return TypeNode(range, world.type("Dictionary", [key, value]))
            }
            for element in list { elements.append((value(element.key), value(element.value))) }
        }
        let variable = solver.fresh(range, literal: .dictionary)
        let made = DictionaryLiteralNode(range, .variable(variable), elements: elements)
        solver.add(.dictionaryLiteral(made), Locator(kind: .literal, range: range, node: made))
        return made
    }

    /// Called or asked for a member, as only a type would be here.
    private func isTypePosition(_ node: ExprSyntax) -> Bool {
        guard let parent = node.parent else { return false }
        if let call = parent.as(FunctionCallExprSyntax.self) { return call.calledExpression.id == node.id }
        if let access = parent.as(MemberAccessExprSyntax.self) { return access.base?.id == node.id }
        if parent.is(ArrayElementSyntax.self) || parent.is(DictionaryElementSyntax.self) { return true }
        if parent.is(GenericArgumentSyntax.self) { return true }
        return false
    }

    /// The type that an expression spells, if it spells one.
    func typeOf(_ syntax: ExprSyntax) -> Type? {
        switch syntax.as(ExprSyntaxEnum.self) {
        case .declReferenceExpr(let node):
            if node.argumentNames != nil { return nil }
            let name = node.baseName.identifierText
            if name == "Any" { return .any }
            if name == "Void" { return .void }
            if name == "self" || name == "super" { return nil }
            guard name == "Self" || name == "AnyObject" || isTypeName(name) else { return nil }
            return resolver().named(node.baseName, nil, node)
        case .genericSpecializationExpr(let node):
            if let base = node.expression.as(DeclReferenceExprSyntax.self), isTypeName(base.baseName.identifierText) {
                return resolver().named(base.baseName, node.genericArgumentClause, node)
            }
            if let access = node.expression.as(MemberAccessExprSyntax.self), let base = access.base, let type = typeOf(base) {
                return resolver().memberType(
                    access.declName.baseName.identifierText, of: type, node, node.genericArgumentClause)
            }
            return nil
        case .memberAccessExpr(let node):
            guard let base = node.base, node.declName.argumentNames == nil else { return nil }
            let name = node.declName.baseName.identifierText
            if let module = base.as(DeclReferenceExprSyntax.self), isModule(module.baseName.text) {
                if let found = world.libraryDeclarations(named: name).first, world.isType(found) {
                    return resolver().type((found, nil), nil, node)
                }
                return nil
            }
            guard let first = name.unicodeScalars.first, first.properties.isUppercase, let type = typeOf(base) else {
                return nil
            }
            return resolver().memberType(name, of: type, node, nil)
        case .arrayExpr(let node):
            guard node.elements.count == 1, let only = node.elements.first, let element = typeOf(only.expression) else {
                return nil
            }
            return world.array(element)
        case .dictionaryExpr(let node):
            guard case .elements(let list) = node.content, list.count == 1, let only = list.first,
                let key = typeOf(only.key), let value = typeOf(only.value)
            else { return nil }
            return world.type("Dictionary", [key, value])
        case .optionalChainingExpr(let node):
            return typeOf(node.expression).map { world.optional($0) }
        case .tupleExpr(let node):
            var elements: [TupleElement] = []
            for element in node.elements {
                guard let type = typeOf(element.expression) else { return nil }
                elements.append(TupleElement(label: element.label?.identifierText, type: type))
            }
            if elements.count == 1 { return elements[0].type }
            return elements.isEmpty ? nil : .tuple(elements)
        case .typeExpr(let node): return resolver().resolve(node.type)
        case .infixOperatorExpr(let node):
            guard node.operator.is(ArrowExprSyntax.self), let parameters = node.leftOperand.as(TupleExprSyntax.self),
                let result = typeOf(node.rightOperand)
            else { return nil }
            var types: [Type] = []
            for element in parameters.elements {
                guard let type = typeOf(element.expression) else { return nil }
                types.append(type)
            }
            return .function(FunctionType(types, result))
        default: return nil
        }
    }

    private func isTypeName(_ name: String) -> Bool {
        if case .type? = world.lookUp(name, from: scope) { return true }
        return false
    }

    private func isModule(_ name: String) -> Bool {
        ["Swift", "Foundation", "LessonKit", "Glibc", "Darwin"].contains(name) && world.lookUp(name, from: scope) == nil
    }

    private func tuple(_ node: TupleExprSyntax, _ range: SourceRange) -> Node {
        if node.elements.count == 1, let only = node.elements.first {
            if only.label != nil { return fail("cannot create a single-element tuple with an element label", only) }
            return ParenNode(range, generate(only.expression))
        }
        return TupleNode(range, elements: node.elements.map { ($0.label?.identifierText, value($0.expression)) })
    }

    // MARK: Names

    private func reference(_ node: DeclReferenceExprSyntax, _ range: SourceRange) -> Node {
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
        if name == "Self" || name == "Any" || name == "AnyObject" || name == "Void" {
            if let type = typeOf(ExprSyntax(node)), !type.isError { return TypeNode(range, type) }
            hasError = true
            return ErrorNode(range)
        }
        if name.isOperatorName {
            var functions = world.userOperators[name] ?? []
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
            return settle(implicitMember(candidates, nominal, context, name, nil, range, syntax))
        case .type?: return fail("expected an expression, not a type", syntax)
        case nil: return notFound(name, syntax, range)
        }
    }

    private func notFound(_ name: String, _ node: some SyntaxProtocol, _ range: SourceRange) -> Node {
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
    private func told(_ declarations: [Declaration], _ node: DeclReferenceExprSyntax) -> [Declaration] {
        let variables = declarations.filter { $0 is VariableDeclaration }
        if variables.isEmpty || variables.count == declarations.count { return declarations }
        guard let call = node.parent?.as(FunctionCallExprSyntax.self), call.calledExpression.id == node.id else { return variables }
        let labels = call.arguments.map { $0.label?.identifierText }
        let functions = declarations.filter { ($0 as? FunctionDeclaration)?.labels.prefix(labels.count).elementsEqual(labels) ?? false }
        return functions.isEmpty ? variables : functions
    }

    private func plain(_ declarations: [Declaration], _ name: String, _ range: SourceRange) -> Node {
        if declarations.count == 1, let variable = declarations[0] as? VariableDeclaration {
            if variable.semantic.state == .resolving && variable.semantic.typeSyntax == nil {
                world.error("circular reference", at: range)
                hasError = true
                return ErrorNode(range)
            }
            world.usage.note(variable, in: world)
            if !variable.semantic.isDeclared {
                if checker.isTopLevelCode(scope) {
                    world.error(
                        "use of local variable '\(name)' before its declaration", at: range,
                        notes: [world.note("'\(name)' declared here", at: variable)])
                    hasError = true
                    return ErrorNode(range)
                }
                checker.resolveGlobalEarly(variable)
            }
            let type = variable.type
            if type.isError {
                hasError = true
                isPoisoned = true
                return ErrorNode(range)
            }
            let made = VariableNode(range, variable, type)
            if variable.semantic.isImplicitlyUnwrapped { return implicitForce(made) }
            return made
        }
        let made = ReferenceNode(range, solver.freshType(range), name: name)
        made.candidates = declarations.map { Candidate($0, .plain) }
        return made
    }

    /// A `T!` is forced where it stands as a base or callee; elsewhere it stays an optional.
    private func implicitForce(_ node: Node) -> Node { node }

    private func forceImplicitlyUnwrapped(_ node: Node) -> Node {
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

    private func selfReference(_ node: some SyntaxProtocol, _ range: SourceRange) -> Node {
        guard let variable = checker.selfVariable(from: scope) else {
            return fail("cannot find 'self' in scope; did you mean to use it in a type or extension context?", node)
        }
        return VariableNode(range, variable, variable.type)
    }

    private func implicitMember(
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

    private func outerLookup(_ name: String) -> NameResult? {
        if let found = world.sessionContext.names[name] { return .declarations(found) }
        let found = world.libraryDeclarations(named: name).filter { !world.isType($0) }
        return found.isEmpty ? nil : .declarations(found)
    }

    /// Decides a reference right away where only one declaration is meant and it is not called.
    @discardableResult
    private func settle(_ node: Node) -> Node {
        guard let choice = node as? ChoiceNode, choice.chosen == nil else { return node }
        if choice.candidates.count == 1, choice.argumentLabels == nil {
            if !choice.choose(choice.candidates[0], solver) { hasError = true }
            return node
        }
        return node
    }

    /// Posts the choice of a reference, once it is known whether it is called.
    private func postChoice(_ node: Node) {
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

    private func member(_ node: MemberAccessExprSyntax, _ range: SourceRange) -> Node {
        let made = memberWithoutChain(node, range)
        return wrapChain(made, ExprSyntax(node))
    }

    /// The outermost expression of a chain with `?` in it becomes optional there.
    private func wrapChain(_ made: Node, _ syntax: ExprSyntax) -> Node {
        if !continuesChain(syntax) { noteImplicitRoot(made, syntax) }
        guard hasChain(syntax), !continuesChain(syntax) else { return made }
        return chainNode(made)
    }

    /// A chain that begins with `.name`: that name is looked up in the type of the whole.
    private func noteImplicitRoot(_ made: Node, _ syntax: ExprSyntax) {
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

    private func chainNode(_ made: Node) -> Node {
        postChoice(made)
        let type = solver.freshType(made.range)
        let result = OptionalChainNode(made.range, type, made)
        solver.add(.chain(made.type, type), Locator(kind: .other, range: made.range, node: result))
        result.type = solver.resolve(type)
        return result
    }

    private func hasChain(_ syntax: ExprSyntax) -> Bool {
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

    private func continuesChain(_ syntax: ExprSyntax) -> Bool {
        guard let parent = syntax.parent else { return false }
        if let node = parent.as(MemberAccessExprSyntax.self) { return node.base?.id == syntax.id }
        if let node = parent.as(FunctionCallExprSyntax.self) { return node.calledExpression.id == syntax.id }
        if let node = parent.as(SubscriptCallExprSyntax.self) { return node.calledExpression.id == syntax.id }
        if let node = parent.as(OptionalChainingExprSyntax.self) { return node.expression.id == syntax.id }
        if let node = parent.as(ForceUnwrapExprSyntax.self) { return node.expression.id == syntax.id }
        return false
    }

    private func memberWithoutChain(_ node: MemberAccessExprSyntax, _ range: SourceRange) -> Node {
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
            if let type = typeOf(baseSyntax) { return TypeNode(range, type) }
            return ParenNode(range, generate(baseSyntax))
        }
        if let type = typeOf(ExprSyntax(node)), !type.isError { return TypeNode(range, type) }
        var base = generate(baseSyntax)
        postChoice(base)
        base = forceImplicitlyUnwrapped(base)
        decideLiteral(base)
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

    /// `.name` nodes whose expression around them is not made yet.
    private var implicitMembers: [MemberNode] = []
    private var pendingMembers: [MemberNode] = []

    private func isCalled(_ syntax: ExprSyntax) -> Bool {
        guard let call = syntax.parent?.as(FunctionCallExprSyntax.self) else { return false }
        return call.calledExpression.id == syntax.id
    }

    func postMember(_ node: MemberNode) {
        if !solver.add(.member(node), Locator(kind: .member(node), range: node.nameRange, node: node)) { hasError = true }
        node.type = solver.resolve(node.type)
    }

    /// A literal with a member asked of it has its usual type.
    private func decideLiteral(_ node: Node) {
        guard let literal = node.unwrapped as? LiteralNode ?? (node.unwrapped as? InterpolationNode),
            case .variable(let variable) = solver.resolve(literal.type), let kind = variable.literal,
            let type = solver.defaultType(kind)
        else { return }
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

    // MARK: Calls

    private func call(_ node: FunctionCallExprSyntax, _ range: SourceRange) -> Node {
        // `type(of:)`, which no declaration can spell.
        if let callee = node.calledExpression.as(DeclReferenceExprSyntax.self), callee.baseName.text == "type",
            node.arguments.count == 1, let only = node.arguments.first, only.label?.text == "of",
            node.trailingClosure == nil
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
        let callee = generate(node.calledExpression)
        if callee is ErrorNode {
            // The arguments may have mistakes of their own.
            for argument in node.arguments where !argument.expression.is(ClosureExprSyntax.self) {
                _ = value(argument.expression)
            }
            return ErrorNode(range)
        }
        let choice = callee.unwrapped as? ChoiceNode
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
    private func literalTarget(_ callee: ExprSyntax, _ argument: ExprSyntax) -> Type? {
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

    private func arguments(_ list: LabeledExprListSyntax) -> [CallArgument] {
        list.map { argument in
            CallArgument(
                label: argument.label?.identifierText, labelRange: argument.label.map { self.range($0) },
                node: value(argument.expression))
        }
    }

    private func post(_ made: CallNode, _ choice: ChoiceNode?) {
        solver.kept.append(made)
        if let choice, choice.chosen == nil {
            choice.call = made
            if let member = choice as? MemberNode {
                if member.base != nil {
                    pendingMembers.removeAll { $0 === member }
                    postMember(member)
                } else {
                    attachImplicit(member, to: made)
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

    /// `.name(…)`, `.name`: the base is the type of the whole, through the calls and members that follow.
    private func attachImplicit(_ member: MemberNode, to node: Node) {}

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

    private func subscriptCall(_ node: SubscriptCallExprSyntax, _ range: SourceRange) -> Node {
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

    private func superExpression(_ node: SuperExprSyntax, _ range: SourceRange) -> Node {
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
        return SuperNode(range, isMetatype ? .metatype(superclass) : superclass)
    }

    private func specialization(_ node: GenericSpecializationExprSyntax, _ range: SourceRange) -> Node {
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

    private func infix(_ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
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
            // `a?.b += 1` assigns inside the chain.
            return operatorNode(binary.operator, .infix, operands, range)
        default: return unsupported("this operator", node.operator)
        }
    }

    /// Operators whose right side is evaluated only when needed; ordinary generic functions otherwise.
    private func libraryOperator(_ token: TokenSyntax, _ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
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
            if rightType.isOptional || (right.unwrapped as? LiteralNode)?.value == .nil {
                solver.convert(right.type, to: world.optional(payload), locator)
                solver.unify(result, world.optional(payload), locator)
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

    private func isAssignmentOperator(_ token: TokenSyntax) -> Bool {
        let text = token.text
        return text.hasSuffix("=") && !["==", "!=", "<=", ">=", "===", "!==", "~="].contains(text)
    }

    private func prefix(_ node: PrefixOperatorExprSyntax, _ range: SourceRange) -> Node {
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

    private func assignment(_ node: InfixOperatorExprSyntax, _ range: SourceRange) -> Node {
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

    private func assignmentTarget(_ syntax: ExprSyntax) -> Node {
        if syntax.is(DiscardAssignmentExprSyntax.self) { return DiscardNode(range(syntax), .error) }
        if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
            let elements = tuple.elements.map { element -> (label: String?, node: Node) in
                let made = assignmentTarget(element.expression)
                if made is DiscardNode { made.type = solver.freshType(made.range) }
                return (nil, made)
            }
            return TupleNode(range(syntax), elements: elements)
        }
        return value(syntax)
    }

    private func ternary(_ node: TernaryExprSyntax, _ range: SourceRange) -> Node {
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

    private func cast(_ node: AsExprSyntax, _ range: SourceRange) -> Node {
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

    private func tryExpression(_ node: TryExprSyntax, _ range: SourceRange) -> Node {
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

    private func macro(_ node: MacroExpansionExprSyntax, _ range: SourceRange) -> Node {
        let location = range.location
        switch node.macroName.text {
        case "line": return literal(.integer, .integer(magnitude: UInt64(location.line), negative: false), range)
        case "column": return literal(.integer, .integer(magnitude: UInt64(location.column), negative: false), range)
        case "function": return literal(.string, .string(checker.functionName), range)
        case "file", "fileID", "filePath": return literal(.string, .string(location.file), range)
        default: return unsupported("the macro '#\(node.macroName.text)'", node)
        }
    }

    // MARK: Closures

    func highestAnonymous(_ syntax: ClosureExprSyntax) -> Int {
        let finder = AnonymousArgumentFinder(viewMode: .sourceAccurate)
        finder.walk(syntax.statements)
        return finder.highest
    }

    private func closure(_ node: ClosureExprSyntax, _ range: SourceRange) -> Node {
        var names: [(name: String, type: TypeSyntax?, range: SourceRange)]?
        if let signature = node.signature {
            if let effects = signature.effectSpecifiers, let async = effects.asyncSpecifier {
                return unsupported("'async'", async)
            }
            for attribute in signature.attributes { return unsupported("an attribute of a closure", attribute) }
            switch signature.parameterClause {
            case .simpleInput(let list)?:
                names = list.map { ($0.name.identifierText, nil, self.range($0)) }
            case .parameterClause(let clause)?:
                names = clause.parameters.map { parameter in
                    ((parameter.secondName ?? parameter.firstName).identifierText, parameter.type, self.range(parameter))
                }
            case nil: break
            }
        }
        let hasReturnType = node.signature?.returnClause != nil
        _ = hasReturnType
        let isThrowing =
            node.signature?.effectSpecifiers?.throwsClause != nil || ThrowFinder.throwsOut(Syntax(node.statements))
        var captureScope: Scope?
        var captures: [(variable: VariableDeclaration, value: Expression)] = []
        if let capture = node.signature?.capture {
            let inner = Scope(parent: scope, body: scope.body)
            captureScope = inner
            for item in capture.items {
                let expression = item.initializer?.value ?? ExprSyntax(
                    DeclReferenceExprSyntax(baseName: item.name))
                let nameRange = self.range(item.name)
                let value: Expression
                if item.initializer == nil {
                    value = checker.checkName(item.name, scope: scope, range: nameRange)
                } else {
                    value = checker.check(expression, scope: scope, purpose: .none)
                }
                if case .error = value.kind { hasError = true }
                let variable = VariableDeclaration(
                    name: item.name.identifierText, range: nameRange, context: inner, isLet: true)
                variable.semantic.state = .resolved
                variable.semantic.isCaptureEntry = true
                variable.semantic.type = value.type
                switch item.specifier?.specifier.text {
                case "weak":
                    variable.ownership = .weak
                    if !value.type.isOptional { variable.semantic.type = world.optional(value.type) }
                    if !(value.type.optionalPayload ?? value.type).isClass {
                        world.error(
                            "'weak' may only be applied to class and class-bound protocol types, not '\(value.type)'",
                            at: nameRange)
                        hasError = true
                    }
                case "unowned": variable.ownership = .unowned
                default: break
                }
                if variable.name == "self" { variable.semantic.isSelf = true }
                inner.add(variable)
                captures.append((variable, value))
            }
        }
        let variable = solver.fresh(range)
        let made = ClosureNode(
            range, .variable(variable), syntax: node, generator: self, parameterNames: names, isThrowing: isThrowing,
            captureScope: captureScope)
        made.captureList = captures
        variable.closure = made
        closures.append(made)
        solver.kept.append(made)
        solver.add(.closure(made), Locator(kind: .other, range: range, node: made))
        return made
    }

    private var closures: [ClosureNode] = []

    // MARK: Key paths

    private func keyPath(_ node: KeyPathExprSyntax, _ range: SourceRange) -> Node {
        var root: Type = solver.freshType(range)
        if let syntax = node.root {
            root = resolver().resolve(syntax)
            if root.isError { hasError = true; return ErrorNode(range) }
        }
        var parts: [KeyPathNode.Part] = []
        for component in node.components {
            let place = self.range(component.component)
            switch component.component {
            case .property(let property):
                let name = property.declName.baseName.identifierText
                parts.append(
                    KeyPathNode.Part(kind: name == "self" ? .identity : .property(name, place), range: place))
            case .subscript(let item):
                parts.append(KeyPathNode.Part(kind: .subscript(arguments(item.arguments)), range: place))
            case .optional(let optional):
                let isForce = optional.questionOrExclamationMark.tokenKind == .exclamationMark
                parts.append(KeyPathNode.Part(kind: isForce ? .force : .chain, range: place))
            default: return unsupported("this key path component", component)
            }
        }
        let made = KeyPathNode(
            range, solver.freshType(range), root: root, value: solver.freshType(range), parts: parts, generator: self)
        if !solver.add(.keyPath(made), Locator(kind: .other, range: range, node: made)) { hasError = true }
        return made
    }
}

/// `a && b`, `a || b`, `a ?? b`.
final class ShortCircuitNode: Node {
    let name: String
    let left: Node
    let right: Node
    var payload: Type = .error

    init(_ range: SourceRange, _ type: Type, name: String, left: Node, right: Node) {
        self.name = name
        self.left = left
        self.right = right
        super.init(range, type)
    }
}

private final class AnonymousArgumentFinder: SyntaxVisitor {
    var highest = -1

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        if case .dollarIdentifier(let text) = node.baseName.tokenKind, let number = Int(text.dropFirst()) {
            highest = max(highest, number)
        }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        .skipChildren
    }
}

/// Whether code lets errors out: a `throw` or a plain `try` that no `do` around it catches entirely.
final class ThrowFinder: SyntaxVisitor {
    private var found = false

    static func throwsOut(_ syntax: Syntax) -> Bool {
        let finder = ThrowFinder(viewMode: .sourceAccurate)
        finder.walk(syntax)
        return finder.found
    }

    override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark == nil {
            found = true
            return .skipChildren
        }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: DoStmtSyntax) -> SyntaxVisitorContinueKind {
        let isExhaustive = node.catchClauses.contains { clause in
            clause.catchItems.isEmpty
                || clause.catchItems.contains { item in
                    guard item.whereClause == nil, let pattern = item.pattern else { return item.pattern == nil }
                    if let binding = pattern.as(ValueBindingPatternSyntax.self) {
                        return binding.pattern.is(IdentifierPatternSyntax.self)
                    }
                    return pattern.is(WildcardPatternSyntax.self)
                }
        }
        if isExhaustive {
            for clause in node.catchClauses { walk(clause.body) }
            return .skipChildren
        }
        return .visitChildren
    }
}
