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
    var nesting = 0
    /// What was reported while nodes were made; the expression is then an error.
    var hasError = false
    /// It uses something that was refused elsewhere: then there is nothing more to say.
    var isPoisoned = false
    /// `.name` nodes whose expression around them is not made yet.
    var implicitMembers: [MemberNode] = []
    var pendingMembers: [MemberNode] = []
    var closures: [ClosureNode] = []

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
        resolver.opened = { [unowned self] nominal, arguments in
            let substitutions = nominal.substitutions(arguments)
            for requirement in nominal.signature.requirements {
                _ = solver.require(requirement, substitutions, Locator(kind: .genericType(nominal), range: range))
            }
        }
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

    func literal(_ kind: LiteralKind, _ value: LiteralValue, _ range: SourceRange) -> LiteralNode {
        let variable = solver.fresh(range, literal: kind)
        solver.add(.literal(variable, kind), Locator(kind: .literal, range: range))
        return LiteralNode(range, .variable(variable), value)
    }

    func integer(_ text: String, negative: Bool, _ range: SourceRange, _ syntax: ExprSyntax) -> Node {
        guard let magnitude = parseInteger(text) else {
            if let value = Double(text.filter { $0 != "_" }) {
                return literal(.float, .float(negative ? -value : value, text: text), range)
            }
            return fail("integer literal '\(negative ? "-" : "")\(text)' overflows when stored into 'Int'", syntax)
        }
        return literal(.integer, .integer(magnitude: magnitude, negative: negative && magnitude != 0), range)
    }

    func string(_ node: StringLiteralExprSyntax, _ range: SourceRange) -> Node {
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
        solver.interpolated.append(range)
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

    func array(_ node: ArrayExprSyntax, _ range: SourceRange) -> Node {
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

    func dictionary(_ node: DictionaryExprSyntax, _ range: SourceRange) -> Node {
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
    func isTypePosition(_ node: ExprSyntax) -> Bool {
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

    func isTypeName(_ name: String) -> Bool {
        if case .type? = world.lookUp(name, from: scope) { return true }
        return false
    }

    func isModule(_ name: String) -> Bool {
        ["Swift", "Foundation", "LessonKit", "Glibc", "Darwin"].contains(name) && world.lookUp(name, from: scope) == nil
    }

    func tuple(_ node: TupleExprSyntax, _ range: SourceRange) -> Node {
        if node.elements.count == 1, let only = node.elements.first {
            if only.label != nil { return fail("cannot create a single-element tuple with an element label", only) }
            return ParenNode(range, generate(only.expression))
        }
        return TupleNode(range, elements: node.elements.map { ($0.label?.identifierText, value($0.expression)) })
    }
}
