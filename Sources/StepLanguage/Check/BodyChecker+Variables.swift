import SwiftOperators
import SwiftSyntax

/// Variables and what binds them.
extension BodyChecker {
    func declaration(_ declaration: DeclSyntax) -> [Statement] {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .variableDecl(let node): return variables(node)
        case .functionDecl:
            guard let function = localFunctions[declaration.id] else { return [] }
            return localFunction(function)
        case .structDecl, .classDecl, .enumDecl, .typeAliasDecl, .protocolDecl, .extensionDecl, .importDecl,
            .operatorDecl, .precedenceGroupDecl:
            return []
        case .ifConfigDecl: return unsupported("'#if'", declaration)
        case .macroExpansionDecl: return unsupported("a macro", declaration)
        case .initializerDecl, .deinitializerDecl, .subscriptDecl:
            world.error("declaration is only valid inside a type", at: range(declaration))
            return []
        case .actorDecl: return unsupported("an actor", declaration)
        case .missingDecl: return []
        default: return unsupported("this declaration", declaration)
        }
    }

    func localFunction(_ function: FunctionDeclaration) -> [Statement] {
        guard let range = function.range else { return [] }
        world.checkSignature(function)
        _ = function.body
        return [Statement(.function(function), range)]
    }

    func variables(_ node: VariableDeclSyntax) -> [Statement] {
        let builder = DeclarationBuilder(world: world, file: file, context: scope, scope: scope, outerBody: body)
        _ = builder.attributes(node.attributes, takesCustom: true)
        let modifiers = builder.modifiers(node.modifiers)
        let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
        let isGlobal = isTopLevel && scope === topScope
        let custom = builder.customAttributes(node.attributes)
        if let attribute = custom.first, !node.isComputed {
            if !isGlobal { return unsupported("an attribute of a local variable", attribute) }
            world.error("property wrappers are not yet supported in top-level code", at: range(attribute))
            return []
        }
        if modifiers.has("lazy") {
            return unsupported("a 'lazy' variable outside a type", node)
        }
        if modifiers.has("static") || modifiers.has("class") {
            world.error("static properties may only be declared on a type", at: range(node))
        }
        var result: [Statement] = []
        let bindings = Array(node.bindings)
        for (index, binding) in bindings.enumerated() {
            let annotation = binding.typeAnnotation?.type ?? builder.followingType(bindings, index)
            var type: Type?
            let isPartial = binding.initializer != nil && (annotation?.leavesArgumentsOut(world, scope) ?? false)
            if let annotation, annotation.isOpaque, let initializer = binding.initializer, binding.accessorBlock == nil {
                result += opaque(binding, initializer.value, annotation: annotation, isLet: isLet, isGlobal: isGlobal)
                continue
            }
            if let annotation, !isPartial {
                type = TypeResolver(scope, file: file).resolve(annotation)
            }
            if let block = binding.accessorBlock, let initializer = binding.initializer {
                result += observed(binding, block, initializer.value, type: type, isGlobal: isGlobal, builder)
                continue
            }
            if let block = binding.accessorBlock {
                result += computed(binding, block, type: type, isGlobal: isGlobal, builder, custom)
                continue
            }
            var ownership = VariableDeclaration.Ownership.strong
            if modifiers.has("weak") { ownership = .weak }
            if modifiers.has("unowned") { ownership = .unowned }
            guard let initializer = binding.initializer else {
                result += withoutValue(
                    binding, type: type, annotation: annotation, isLet: isLet, ownership: ownership, isGlobal: isGlobal)
                continue
            }
            var value =
                isPartial
                ? check(initializer.value, purpose: .initialization, annotation: annotation)
                : checkValue(initializer.value, expected: type, purpose: .initialization)
            if case .error = value.kind {
                // The names stand for nothing that can be used wrongly again.
                bindNames(binding.pattern, type: type ?? .error, isLet: isLet, isGlobal: isGlobal)
                continue
            }
            if ownership == .weak, !value.type.isOptional {
                value = Expression(.convert(value, .wrap(.identity)), world.optional(value.type), value.range)
            }
            if type == nil {
                if value.type.isVoid, let name = binding.pattern.as(IdentifierPatternSyntax.self) {
                    world.report(
                        .warning, "constant '\(name.identifier.text)' inferred to have type '()', which may be unexpected",
                        at: range(name))
                }
            }
            guard let pattern = bindingPattern(
                binding.pattern, type: value.type, isLet: isLet, isGlobal: isGlobal, hasValue: true,
                isImplicitlyUnwrapped: annotation?.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false,
                ownership: ownership)
            else { continue }
            if case .bind(let variable) = pattern.kind { noteSelfTyped(variable, annotation: annotation, value: value) }
            if isLet, case .bind(let variable) = pattern.kind, case .local = variable.storage {
                variable.semantic.constant = ExpressionBuilder.constant(value)
            }
            result.append(Statement(.binding(pattern, value), range(binding)))
        }
        return result
    }

    /// `let x: some P = value`: what it is stays known to the checker alone.
    private func opaque(
        _ binding: PatternBindingSyntax, _ initializer: ExprSyntax, annotation: TypeSyntax, isLet: Bool, isGlobal: Bool
    ) -> [Statement] {
        var resolver = TypeResolver(scope, file: file)
        var made: OpaqueDeclaration?
        let owner = VariableDeclaration(name: "", range: range(binding), context: scope, isLet: true)
        world.retain(owner)
        resolver.opaqueResult = { existential in
            let (opaque, type) = self.world.opaqueType(existential, of: owner)
            made = opaque
            return type
        }
        let type = resolver.resolve(annotation)
        let value = checkValue(initializer, expected: nil, purpose: .initialization)
        guard let made, !type.isError, !value.type.isError else {
            bindNames(binding.pattern, type: .error, isLet: isLet, isGlobal: isGlobal)
            return []
        }
        let name = binding.pattern.trimmedDescription
        world.settle(made, by: value, "return type of \(isLet ? "let" : "var") '\(name)'")
        guard let pattern = bindingPattern(binding.pattern, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: true)
        else { return [] }
        return [Statement(.binding(pattern, value), range(binding))]
    }

    func withoutValue(
        _ binding: PatternBindingSyntax, type: Type?, annotation: TypeSyntax?, isLet: Bool,
        ownership: VariableDeclaration.Ownership, isGlobal: Bool
    ) -> [Statement] {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else {
            world.error("variables without an initial value must be single names", at: range(binding))
            return []
        }
        guard let type else {
            world.error("type annotation missing in pattern", at: range(name))
            bindNames(binding.pattern, type: .error, isLet: isLet, isGlobal: isGlobal)
            return []
        }
        if type.isError {
            bindNames(binding.pattern, type: .error, isLet: isLet, isGlobal: isGlobal)
            return []
        }
        let isNil = !isLet && (annotation?.isOptionalSugar ?? false)
        guard let pattern = bindingPattern(
            binding.pattern, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: isNil,
            isImplicitlyUnwrapped: annotation?.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) ?? false,
            ownership: ownership), case .bind(let variable) = pattern.kind
        else { return [] }
        if isNil {
            let value = Expression(.literal(.nil, initializer: nil), type, range(binding))
            return [Statement(.binding(pattern, value), range(binding))]
        }
        if isGlobal, isLet {
            // A constant of the top level needs its value at once.
            return [Statement(.declare([variable]), range(binding))]
        }
        return [Statement(.declare([variable]), range(binding))]
    }

    func computed(
        _ binding: PatternBindingSyntax, _ block: AccessorBlockSyntax, type: Type?, isGlobal: Bool,
        _ builder: DeclarationBuilder, _ attributes: [AttributeSyntax]
    ) -> [Statement] {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else { return [] }
        guard let type else {
            world.error("computed property must have an explicit type", at: range(name))
            return []
        }
        let variable: VariableDeclaration
        if isGlobal, let known = declaredGlobal(name.identifier.identifierText, at: range(name)) {
            variable = known
        } else {
            variable = VariableDeclaration(
                name: name.identifier.identifierText, range: range(name), context: scope, isLet: false)
        }
        variable.semantic.type = type
        variable.semantic.state = .resolved
        variable.semantic.isDeclared = true
        variable.semantic.hasInitialValue = true
        let made = builder.accessors(block, of: variable, isStatic: false)
        if made.willSet != nil || made.didSet != nil {
            world.error("observers on a variable outside a type are not supported in lessons", at: range(block))
            return []
        }
        variable.getter = made.getter
        variable.setter = made.setter
        if let getter = made.getter { builder.build(getter, attributes) }
        for accessor in [made.getter, made.setter].compactMap({ $0 }) {
            accessor.semantic.isLocal = !isGlobal
        }
        if !isGlobal { scope.add(variable) }
        var result: [Statement] = []
        for accessor in [made.getter, made.setter].compactMap({ $0 }) {
            if isGlobal {
                world.pendingBodies.append { _ = accessor.body }
            } else {
                _ = accessor.body
                result.append(Statement(.function(accessor), range(binding)))
            }
        }
        return result
    }

    /// `var x = 1 { didSet { … } }` outside a type: the value is kept in a variable of its own, and `x` is computed from it.
    func observed(
        _ binding: PatternBindingSyntax, _ block: AccessorBlockSyntax, _ initial: ExprSyntax, type: Type?, isGlobal: Bool,
        _ builder: DeclarationBuilder
    ) -> [Statement] {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else { return [] }
        let value = checkValue(initial, expected: type, purpose: .initialization)
        if case .error = value.kind {
            bindNames(binding.pattern, type: type ?? .error, isLet: false, isGlobal: isGlobal)
            return []
        }
        let place = range(name)
        let variable: VariableDeclaration
        if isGlobal, let known = declaredGlobal(name.identifier.identifierText, at: place) {
            variable = known
        } else {
            variable = VariableDeclaration(name: name.identifier.identifierText, range: place, context: scope, isLet: false)
        }
        let kept = VariableDeclaration(name: "$" + variable.name, range: place, context: scope, isLet: false)
        for made in [variable, kept] {
            made.semantic.type = value.type
            made.semantic.state = .resolved
            made.semantic.isDeclared = true
            made.semantic.hasInitialValue = true
        }
        if isGlobal {
            kept.storage = variable.storage
        } else {
            scope.add(variable)
            declare(kept, in: body)
        }
        variable.storage = .computed
        variable.semantic.observedStorage = kept
        world.retain(kept)
        let made = builder.accessors(block, of: variable, isStatic: false)
        if made.getter != nil || made.setter != nil {
            world.error("variable with getter/setter cannot have an initial value", at: place)
            return []
        }
        let observers = [made.willSet, made.didSet].compactMap { $0 }
        let getter = builder.accessor(.getter, of: variable, body: nil, at: place)
        let setter = builder.accessor(.setter, of: variable, body: nil, at: place, parameterName: "newValue")
        for accessor in observers + [getter, setter] { accessor.semantic.isLocal = !isGlobal }
        write(getter) { [Statement(.return(read(kept, from: $0)), place)] }
        write(setter) { setterBody in
            guard let parameter = setterBody.parameters.first else { return [] }
            let old = VariableDeclaration(name: "$old", range: place, context: scope, isLet: true)
            old.semantic.type = value.type
            old.semantic.state = .resolved
            old.semantic.hasInitialValue = true
            declare(old, in: setterBody)
            func call(_ observer: FunctionDeclaration, _ argument: VariableDeclaration) -> Statement {
                noteLocalFunction(observer, from: setterBody)
                return Statement(
                    .expression(
                        Expression(
                            .call(observer, .none, base: nil, arguments: [read(argument, from: setterBody)], .direct), .void,
                            place)), place)
            }
            var statements = [Statement(.binding(Pattern(.bind(old), value.type, place), read(kept, from: setterBody)), place)]
            if let willSet = made.willSet { statements.append(call(willSet, parameter)) }
            let assignment = Expression(
                .assign(target: read(kept, from: setterBody), value: read(parameter, from: setterBody)), .void, place)
            statements.append(Statement(.expression(assignment), place))
            if let didSet = made.didSet { statements.append(call(didSet, old)) }
            return statements
        }
        variable.getter = getter
        variable.setter = setter
        var result = [Statement(.binding(Pattern(.bind(kept), value.type, place), value), range(binding))]
        for accessor in observers + [getter, setter] {
            if isGlobal {
                world.pendingBodies.append { _ = accessor.body }
            } else {
                _ = accessor.body
                result.append(Statement(.function(accessor), range(binding)))
            }
        }
        return result
    }

    func read(_ variable: VariableDeclaration, from user: CodeBody) -> Expression {
        if case .local(let owner, _) = variable.storage { capture(variable, owner: owner, from: user) }
        return Expression(.variable(variable), variable.type, variable.range ?? user.range)
    }

    /// The variable of the top level that is declared at a place; functions may have its name as well.
    func declaredGlobal(_ name: String, at place: SourceRange) -> VariableDeclaration? {
        world.sessionContext.names[name]?.lazy.compactMap { $0 as? VariableDeclaration }.first { $0.range == place }
    }

    /// Gives an accessor the statements that the language writes for it.
    func write(_ accessor: FunctionDeclaration, _ statements: (CodeBody) -> [Statement]) {
        guard let place = accessor.range else { return }
        let made = CodeBody(parent: accessor.isLocal ? body : nil, range: place)
        world.retain(made)
        made.function = accessor
        made.resultType = accessor.resultType
        made.parameters = accessor.parameters.map { parameter in
            declare(parameter.variable, in: made)
            parameter.variable.semantic.hasInitialValue = true
            return parameter.variable
        }
        made.statements = statements(made)
        accessor.semantic.body = made
        accessor.semantic.isBodyChecked = true
    }

    /// Gives the names of a pattern a type, where their value was refused.
    func bindNames(_ pattern: PatternSyntax, type: Type, isLet: Bool, isGlobal: Bool) {
        switch pattern.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            _ = bind(node, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: true)
        case .tuplePattern(let node):
            for element in node.elements { bindNames(element.pattern, type: .error, isLet: isLet, isGlobal: isGlobal) }
        default: break
        }
    }

    func bind(
        _ node: IdentifierPatternSyntax, type: Type, isLet: Bool, isGlobal: Bool, hasValue: Bool
    ) -> VariableDeclaration {
        let name = node.identifier.identifierText
        let variable: VariableDeclaration
        if isGlobal, let known = declaredGlobal(name, at: range(node)) {
            variable = known
        } else {
            variable = VariableDeclaration(name: name, range: range(node), context: scope, isLet: isLet)
            if let other = scope.local(name).first {
                world.error(
                    "invalid redeclaration of '\(name)'", at: range(node),
                    notes: [world.note("'\(name)' previously declared here", at: other)])
            }
            scope.add(variable)
            declare(variable, in: body)
        }
        variable.semantic.type = type
        variable.semantic.state = .resolved
        variable.semantic.isDeclared = true
        variable.semantic.hasInitialValue = hasValue
        return variable
    }

    func bindingPattern(
        _ syntax: PatternSyntax, type: Type, isLet: Bool, isGlobal: Bool, hasValue: Bool,
        isImplicitlyUnwrapped: Bool = false, ownership: VariableDeclaration.Ownership = .strong
    ) -> Pattern? {
        let place = range(syntax)
        switch syntax.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            let variable = bind(node, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: hasValue)
            variable.semantic.isImplicitlyUnwrapped = isImplicitlyUnwrapped
            variable.ownership = ownership
            return Pattern(.bind(variable), type, place)
        case .wildcardPattern: return Pattern(.any, type, place)
        case .tuplePattern(let node):
            if node.elements.count == 1, let only = node.elements.first {
                return bindingPattern(only.pattern, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: hasValue)
            }
            guard case .tuple(let elements) = type, elements.count == node.elements.count else {
                world.error(
                    type.isTupleLike
                        ? "tuple pattern has the wrong length for tuple type '\(type)'"
                        : "tuple pattern cannot match values of non-tuple type '\(type)'", at: place)
                bindNames(syntax, type: .error, isLet: isLet, isGlobal: isGlobal)
                return nil
            }
            var parts: [Pattern] = []
            for (element, part) in zip(node.elements, elements) {
                guard let made = bindingPattern(
                    element.pattern, type: part.type, isLet: isLet, isGlobal: isGlobal, hasValue: hasValue)
                else { return nil }
                parts.append(made)
            }
            return Pattern(.tuple(parts), type, place)
        default:
            return pattern(syntax, type: type, mode: isLet)
        }
    }
}
