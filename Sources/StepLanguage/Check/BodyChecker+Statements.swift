import SwiftOperators
import SwiftSyntax

/// Statements and local declarations.
extension BodyChecker {
    func block(_ items: CodeBlockItemListSyntax, scope inner: Scope) -> [Statement] {
        let saved = scope
        scope = inner
        defer { scope = saved }
        nesting += 1
        defer { nesting -= 1 }
        if let builder, nesting <= 150 { return builderBranch(items, scope: inner, builder) }
        if nesting > 150 {
            if let first = items.first { world.error("statements are nested too deeply", at: range(first)) }
            return []
        }
        prepare(items, in: inner)
        var result: [Statement] = []
        var isDead = false
        var didWarn = false
        for item in items {
            if isDead, !didWarn {
                if !isDeclaration(item) {
                    didWarn = true
                    world.report(.warning, "code after '\(lastExit)' will never be executed", at: range(item))
                }
            }
            let made = statement(item)
            if made.isEmpty, !isDeclaration(item), !isComputed(item) { world.requireDiagnosis(at: range(item)) }
            result += made
            if let last = made.last {
                switch last.kind {
                case .return, .fail: isDead = true; lastExit = "return"
                case .throw: isDead = true; lastExit = "throw"
                case .break: isDead = true; lastExit = "break"
                case .continue: isDead = true; lastExit = "continue"
                default: break
                }
            }
        }
        return result
    }

    func isDeclaration(_ item: CodeBlockItemSyntax) -> Bool {
        if case .decl(let declaration) = item.item { return !declaration.is(VariableDeclSyntax.self) }
        return false
    }

    /// A computed variable, which does nothing where it stands.
    private func isComputed(_ item: CodeBlockItemSyntax) -> Bool {
        guard case .decl(let declaration) = item.item, let node = declaration.as(VariableDeclSyntax.self) else { return false }
        return node.bindings.allSatisfy { $0.accessorBlock != nil && $0.initializer == nil }
    }

    func inner() -> Scope { Scope(parent: scope, body: body) }

    func block(_ syntax: CodeBlockSyntax) -> [Statement] { block(syntax.statements, scope: inner()) }

    /// Local functions and types are known in all of their block.
    func prepare(_ items: CodeBlockItemListSyntax, in scope: Scope) {
        if isTopLevel, scope === topScope { return }
        for item in items {
            guard case .decl(let declaration) = item.item else { continue }
            switch declaration.as(DeclSyntaxEnum.self) {
            case .functionDecl, .structDecl, .classDecl, .enumDecl, .typeAliasDecl, .protocolDecl:
                if let node = declaration.as(ProtocolDeclSyntax.self) {
                    world.error("protocol '\(node.name.text)' cannot be nested inside another declaration", at: range(node.name))
                    continue
                }
                var builder = DeclarationBuilder(world: world, file: file, context: scope)
                builder.scope = scope
                builder.outerBody = body
                for made in builder.build(declaration) {
                    if let function = made as? FunctionDeclaration {
                        if scope.local(function.name).contains(where: {
                            ($0 as? FunctionDeclaration)?.labels == function.labels
                        }), let range = function.range {
                            _ = range
                        }
                        function.semantic.isLocal = true
                        localFunctions[declaration.id] = function
                    }
                    scope.add(made)
                    if let nominal = made as? NominalDeclaration { world.register(nominal) }
                }
            case .variableDecl(let node):
                for binding in node.bindings {
                    if let name = binding.pattern.as(IdentifierPatternSyntax.self) {
                        scope.later[name.identifier.identifierText] = range(name)
                    }
                }
            case .extensionDecl(let node):
                world.error("declaration is only valid at file scope", at: range(node.extensionKeyword))
            default: break
            }
        }
    }

    func statement(_ item: CodeBlockItemSyntax) -> [Statement] {
        switch item.item {
        case .decl(let declaration): return self.declaration(declaration)
        case .stmt(let statement): return self.statement(statement)
        case .expr(let expression): return expressionStatement(expression)
        }
    }

    func expressionStatement(_ syntax: ExprSyntax) -> [Statement] {
        if syntax.is(IfExprSyntax.self) || syntax.is(SwitchExprSyntax.self) {
            return control(syntax, label: nil)
        }
        let value = check(syntax)
        if case .error = value.kind { return [] }
        warnUnused(value)
        return [Statement(.expression(value), value.range)]
    }

    /// Values that nobody takes.
    func warnUnused(_ value: Expression) {
        var expression = value
        while true {
            switch expression.kind {
            case .optionalChain(let inner, _), .tryOptional(let inner, _), .tryForce(let inner): expression = inner; continue
            case .forceUnwrap(let inner) where isCall(inner): expression = inner; continue
            default: break
            }
            break
        }
        let type = expression.type
        if type.isVoid || type == world.neverType || type.isError || value.type.optionalPayload?.isVoid ?? false { return }
        switch expression.kind {
        case .call(let function, _, _, _, _):
            if function.isDiscardableResult { return }
            if function.kind == .initializer {
                world.report(.warning, "result of '\(type)' initializer is unused", at: value.range)
            } else if !function.name.isOperatorName {
                world.report(.warning, "result of call to '\(function.fullName)' is unused", at: value.range)
            } else {
                world.report(.warning, "result of operator '\(function.name)' is unused", at: value.range)
            }
        case .apply: world.report(.warning, "result of call to function returning '\(type)' is unused", at: value.range)
        case .assign, .delegate: return
        case .variable(let variable):
            world.report(.warning, "variable is unused: '\(variable.name)' is never read here", at: value.range)
        case .literal(.string, _), .interpolation:
            world.report(.warning, "string literal is unused", at: value.range)
        case .literal(.integer, _): world.report(.warning, "integer literal is unused", at: value.range)
        case .literal(.boolean, _): world.report(.warning, "boolean literal is unused", at: value.range)
        case .property(_, let variable, _, _):
            world.report(.warning, "expression of type '\(type)' is unused", at: value.range)
            _ = variable
        case .closure:
            world.error("closure expression is unused", at: value.range)
        case .and, .or, .coalesce:
            world.report(.warning, "result of operator is unused", at: value.range)
        default: world.report(.warning, "expression of type '\(type)' is unused", at: value.range)
        }
    }

    func isCall(_ value: Expression) -> Bool {
        switch value.kind {
        case .call, .apply: return true
        default: return false
        }
    }

    func unsupported(_ what: String, _ node: some SyntaxProtocol) -> [Statement] {
        world.error("\(what) is not supported in lessons", at: range(node))
        return []
    }
}
