import SwiftOperators
import SwiftSyntax

/// Closures and key paths.
extension ExpressionGenerator {
    func highestAnonymous(_ syntax: ClosureExprSyntax) -> Int {
        let finder = AnonymousArgumentFinder(viewMode: .sourceAccurate)
        finder.walk(syntax.statements)
        return finder.highest
    }

    func closure(_ node: ClosureExprSyntax, _ range: SourceRange) -> Node {
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
                for parameter in clause.parameters {
                    for attribute in parameter.attributes { return unsupported("an attribute of a parameter", attribute) }
                }
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

    // MARK: Key paths

    func keyPath(_ node: KeyPathExprSyntax, _ range: SourceRange) -> Node {
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
