import SwiftParser
import SwiftSyntax

/// Bodies, initial values and defaults, checked when first asked for.
extension World {
    func body(of function: FunctionDeclaration) -> CodeBody? {
        if function.semantic.isBodyChecked { return function.semantic.body }
        if let wrapping = function.semantic.observed {
            function.semantic.isBodyChecked = true
            return observingBody(of: function, wrapping)
        }
        guard let syntax = function.semantic.bodySyntax, let file = function.semantic.file else { return nil }
        function.semantic.isBodyChecked = true
        _ = function.resolved()
        let items: CodeBlockItemListSyntax
        let end: SourceRange
        if let block = syntax.as(CodeBlockSyntax.self) {
            items = block.statements
            end = range(block.rightBrace, file)
        } else if let block = syntax.as(AccessorBlockSyntax.self), case .getter(let list) = block.accessors {
            items = list
            end = range(block.rightBrace, file)
        } else {
            return nil
        }
        let body = CodeBody(parent: function.semantic.outerBody, range: end)
        retain(body)
        body.function = function
        function.semantic.body = body
        var parent: DeclarationContext = function.innerContext
        if let scope = function.semantic.scope, function.context === scope || function.isAccessor && function.context === scope {
            parent = function.innerContext
        }
        let scope = Scope(parent: parent, body: body)
        return within(function.signature) {
            let checker = BodyChecker(
                world: self, file: file, body: body, scope: scope, function: function,
                expectedResult: function.isInitializer ? .void : function.resultType)
            checker.handlesErrors = function.isThrowing || function.isRethrowing
            if let selfVariable = function.selfVariable {
                checker.declare(selfVariable, in: body)
                body.selfVariable = selfVariable
            }
            var parameters = function.parameters
            if function.isAccessor, let item = function.accessorOf as? SubscriptDeclaration {
                // An accessor of a subscript sees the subscript's parameters, as variables of its own.
                let own = item.parameters.map { parameter -> VariableDeclaration in
                    let made = VariableDeclaration(
                        name: parameter.variable.name, range: parameter.variable.range, context: scope, isLet: true)
                    made.semantic = parameter.variable.semantic
                    made.semantic.hasInitialValue = true
                    scope.add(made)
                    checker.declare(made, in: body)
                    return made
                }
                body.parameters = own
            }
            for parameter in parameters {
                parameter.variable.semantic.hasInitialValue = true
                scope.add(parameter.variable)
                checker.declare(parameter.variable, in: body)
                body.parameters.append(parameter.variable)
            }
            parameters.removeAll()
            body.resultType = function.isInitializer ? .void : function.resultType
            let errors = sink.errorCount
            if let attribute = function.semantic.builderSyntax, !ReturnFinder.returnsValue(items) {
                let inner = Scope(parent: scope, body: body)
                if let type = builderType(attribute, context: function.context, file: file),
                    let made = checker.builderStatements(
                        items, type, expected: checker.resultFor(function.resultType), scope: inner, place: end)
                {
                    body.statements = made.statements
                    if case .return(let value?)? = made.statements.last?.kind { checker.noteOpaque(value) }
                }
                finishBody(body, checker, errors: errors, function: function)
                return body
            }
            // A single expression is the value.
            if items.count == 1, let only = items.first, let expression = only.expression, !function.isInitializer,
                !function.resultType.isVoid
            {
                let isControl = expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self)
                if !isControl || StatementValueFinder.isValue(expression) && !ReturnFinder.returnsValue(items) {
                    checker.scope = scope
                    if let made = checker.implicitReturn(expression) { body.statements = made }
                    finishBody(body, checker, errors: errors, function: function)
                    return body
                }
            }
            body.statements = checker.block(items, scope: Scope(parent: scope, body: body))
            if sink.errorCount == errors {
                let result = function.isInitializer ? Type.void : function.resultType
                if !result.isVoid {
                    let what: String
                    switch function.kind {
                    case .getter: what = function.accessorOf is SubscriptDeclaration ? "subscript" : "getter"
                    default: what = function.context.selfNominal == nil || function.isLocal
                        ? function.isLocal ? "local function" : "global function"
                        : function.isStatic ? "static method" : "instance method"
                    }
                    checker.checkReturns(body.statements, result: result, end: end, what: what)
                }
            }
            finishBody(body, checker, errors: errors, function: function)
            return body
        }
    }

    private func finishBody(_ body: CodeBody, _ checker: BodyChecker, errors: Int, function: FunctionDeclaration) {
        if body.parent == nil { spreadCaptures() }
        if sink.errorCount == errors {
            InitializationChecker(checker, body: body).checkFunction(function)
        }
    }

    /// Bodies that use local functions capture what those capture.
    func spreadCaptures() {
        var changed = true
        var rounds = 0
        while changed, rounds < 50 {
            changed = false
            rounds += 1
            for (user, function) in localFunctionUses {
                guard let body = function.semantic.body else { continue }
                for variable in body.captures {
                    guard case .local(let owner, _) = variable.storage else { continue }
                    var current: CodeBody? = user
                    while let next = current, next !== owner {
                        if !next.captures.contains(where: { $0 === variable }) {
                            next.captures.append(variable)
                            changed = true
                        }
                        current = next.parent
                    }
                }
            }
        }
    }

    func underlyingType(of opaque: OpaqueDeclaration) -> Type {
        if let known = opaque.underlyingCache { return known }
        if let function = opaque.function as? FunctionDeclaration { _ = function.body }
        if let variable = opaque.function as? VariableDeclaration { _ = initialValue(of: variable) }
        return opaque.underlyingCache ?? .error
    }

    /// The value by which an opaque type is known.
    func settle(_ opaque: OpaqueDeclaration, by value: Expression, _ what: String) {
        opaque.underlyingCache = value.type
        for proto in opaque.constraint.protocols where !conforms(value.type, to: proto) {
            error("\(what) requires that '\(value.type)' conform to '\(proto.name)'", at: value.range)
        }
    }

    /// What `some P` stands for in a declaration's type.
    func opaqueType(_ constraint: ExistentialType, of declaration: Declaration) -> (OpaqueDeclaration, Type) {
        let made = OpaqueDeclaration(function: declaration, constraint: constraint)
        retain(made)
        return (made, .opaque(made, Substitutions(declaration.context.signature.identity)))
    }

    func defaultValue(of parameter: ParameterDeclaration) -> CodeBody? {
        if let cached = parameter.defaultCache { return cached }
        if let inherited = parameter.inheritedDefault { return inherited.defaultValue }
        if let property = parameter.memberwiseProperty { return property.initialValue }
        let file = parameter.variable.range?.file ?? (parameter.function as? FunctionContext)?.function.semantic.file
        guard let file else { return nil }
        let place = parameter.variable.range ?? SourceRange(file: file, start: 0, end: 0)
        let body = CodeBody(parent: nil, range: place)
        retain(body)
        body.resultType = parameter.type
        parameter.defaultCache = body
        if parameter.isNilByDefault {
            body.statements = [
                Statement(.return(Expression(.literal(.nil, initializer: nil), parameter.type, place)), place)
            ]
            return body
        }
        guard let syntax = parameter.defaultSyntax else { return nil }
        within(parameter.function.signature) {
            let scope = Scope(parent: parameter.function, body: body)
            let checker = BodyChecker(
                world: self, file: file, body: body, scope: scope, function: nil, expectedResult: parameter.type)
            checker.isInitialValue = true
            let value = checker.check(syntax, expected: parameter.type, purpose: .defaultArgument)
            body.statements = [Statement(.return(value), value.range)]
        }
        return body
    }

    func initialValue(of variable: VariableDeclaration) -> CodeBody? {
        if variable.semantic.isInitialChecked { return variable.semantic.initialBody }
        guard var file = variable.semantic.file, let range = variable.range else { return nil }
        var initial = variable.semantic.initialSyntax
        if let wrapping = variable.semantic.wrapping {
            guard variable === wrapping.backing, let made = wrapping.initialValue else { return nil }
            (file, initial) = (made.file, made.syntax)
        }
        guard let syntax = initial else {
            guard variable.isMember, variable.hasDefaultValue, !variable.isLazy else { return nil }
            variable.semantic.isInitialChecked = true
            let body = CodeBody(parent: nil, range: range)
            retain(body)
            body.resultType = variable.type
            body.statements = [Statement(.return(Expression(.literal(.nil, initializer: nil), variable.type, range)), range)]
            variable.semantic.initialBody = body
            return body
        }
        variable.semantic.isInitialChecked = true
        let body = CodeBody(parent: nil, range: range)
        retain(body)
        variable.semantic.initialBody = body
        within(variable.context.signature) {
            let scope = Scope(parent: variable.context, body: body)
            let checker = BodyChecker(
                world: self, file: file, body: body, scope: scope, function: nil, expectedResult: nil)
            checker.isInitialValue = true
            if variable.isLazy, let type = selfType(variable.context) {
                let me = VariableDeclaration(name: "self", range: range, context: scope, isLet: variable.context.selfNominal?.kind == .class)
                me.semantic.type = type
                me.semantic.state = .resolved
                me.semantic.isSelf = true
                me.semantic.hasInitialValue = true
                me.isInout = variable.context.selfNominal?.kind != .class
                checker.initialSelf = me
                checker.declare(me, in: body)
                scope.add(me)
                body.selfVariable = me
            }
            var expected: Type?
            var opaque: OpaqueDeclaration?
            let isInferred = variable.semantic.typeSyntax?.leavesArgumentsOut(self, scope) ?? false
            if let annotation = variable.semantic.typeSyntax, !isInferred {
                if case .opaque(let own, _) = variable.type, own.function === variable {
                    opaque = own
                } else {
                    let type = TypeResolver(scope, file: file).resolve(annotation)
                    expected = type
                    if type.isError { return }
                }
            }
            if let wrapping = variable.semantic.wrapping {
                expected = wrapping.declaredType
                if expected?.isError ?? false { return }
            }
            let value =
                isInferred
                ? checker.check(syntax, purpose: .initialization, annotation: variable.semantic.typeSyntax)
                : checker.checkValue(syntax, expected: expected, purpose: .initialization)
            if variable.semantic.typeSyntax == nil || isInferred {
                if case .error = value.kind { variable.semantic.initialIsError = true }
                variable.semantic.type = value.type
            }
            if let opaque, !value.type.isError { settle(opaque, by: value, "return type of property '\(variable.name)'") }
            body.resultType = value.type
            body.statements = [Statement(.return(value), value.range)]
        }
        return body
    }
}

extension VariableDeclaration {
    func resolveInitialValue() -> CodeBody? { world.initialValue(of: self) }

    func resolveType() -> Type {
        switch semantic.state {
        case .resolved: return semantic.type
        case .resolving:
            if let range { world.error("circular reference", at: range) }
            return .error
        case .unresolved: break
        }
        semantic.state = .resolving
        defer { semantic.state = .resolved }
        let isInferred = semantic.initialSyntax != nil && semantic.typeSyntax?.leavesArgumentsOut(world, context) ?? false
        if let syntax = semantic.typeSyntax, let file = semantic.file, !isInferred {
            semantic.isImplicitlyUnwrapped = syntax.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
            let type = world.within(context.signature) {
                var resolver = TypeResolver(context, file: file)
                if let getter {
                    resolver.opaqueResult = { existential in
                        let (made, type) = self.world.opaqueType(existential, of: getter)
                        getter.semantic.opaque = made
                        return type
                    }
                } else if semantic.initialSyntax != nil, syntax.isOpaque {
                    resolver.opaqueResult = { self.world.opaqueType($0, of: self).1 }
                }
                return resolver.resolve(syntax)
            }
            semantic.type = type
            return type
        }
        if let wrapping = semantic.wrapping {
            semantic.type = wrapping.type(of: self)
            return semantic.type
        }
        if semantic.initialSyntax != nil {
            if !semantic.isInitialChecked {
                semantic.type = .error
                _ = world.initialValue(of: self)
            }
            return semantic.type
        }
        if let range, semantic.isMember { world.error("type annotation missing in pattern", at: range) }
        return .error
    }
}

extension BodyChecker {
    /// The body of a function that is one expression; nil when it was refused.
    func implicitReturn(_ syntax: ExprSyntax) -> [Statement]? {
        guard let result = expectedResult else { return nil }
        let expected: Type? =
            if case .opaque(let opaque, _) = result, opaque === function?.semantic.opaque { nil } else { result }
        let errors = world.sink.errorCount
        let value = checkValue(syntax, expected: expectsNever(syntax) ? nil : expected, purpose: .returned)
        if world.sink.errorCount != errors { return nil }
        if case .error = value.kind { return nil }
        if value.type == world.neverType, result != world.neverType {
            return [Statement(.expression(value), value.range)]
        }
        if refusesOther(than: value) { return nil }
        if let opaque = function?.semantic.opaque { world.settle(opaque, by: value, "return type") }
        return [Statement(.return(value), value.range)]
    }

    /// `fatalError()` and such as the only expression of a body.
    private func expectsNever(_ syntax: ExprSyntax) -> Bool {
        guard let call = syntax.as(FunctionCallExprSyntax.self),
            let callee = call.calledExpression.as(DeclReferenceExprSyntax.self),
            case .declarations(let found)? = world.lookUp(callee.baseName.identifierText, from: scope),
            let function = found.first as? FunctionDeclaration
        else { return false }
        return function.resultType == world.neverType
    }

    // MARK: Places

    enum Mutation { case assignment, inoutArgument, method(String), operand(String) }

    /// Whether an expression is a place that can be changed; reports why not.
    func requireMutable(_ place: Expression, _ mutation: Mutation, at range: SourceRange) -> Bool {
        guard let problem = obstacle(place, mutation, isOutermost: true) else { return true }
        let text: String
        switch mutation {
        case .assignment:
            text = problem.isPropertyOfLet ? "cannot assign to property: \(problem.text)" : "cannot assign to value: \(problem.text)"
        case .inoutArgument: text = "cannot pass immutable value as inout argument: \(problem.text)"
        case .method(let name):
            _ = name
            text = "cannot use mutating member on immutable value: \(problem.text)"
        case .operand: text = "left side of mutating operator isn't mutable: \(problem.text)"
        }
        var notes: [Diagnostic.Note] = []
        var fixIt: String?
        if let variable = problem.variable, variable.range != nil, !variable.semantic.isParameter, !variable.semantic.isSelf,
            variable.isLet
        {
            notes = [world.note("change 'let' to 'var' to make it mutable", at: variable)]
            _ = fixIt
            fixIt = nil
        }
        world.error(text, at: range, notes: notes, fixIt: fixIt)
        return false
    }

    private struct Obstacle {
        var text: String
        var variable: VariableDeclaration?
        var isPropertyOfLet = false
    }

    private func obstacle(_ place: Expression, _ mutation: Mutation, isOutermost: Bool) -> Obstacle? {
        switch place.kind {
        case .variable(let variable):
            if variable.isInout { return nil }
            if variable.semantic.isSelf {
                if !isOutermost, variable.type.isClass { return nil }
                if isInitializerSelf(variable) { return nil }
                return Obstacle(text: "'self' is immutable", variable: variable, isPropertyOfLet: !isOutermost)
            }
            if !variable.isLet { return nil }
            // A constant that has no value yet: definite initialisation looks at it.
            if isOutermost, !variable.semantic.hasInitialValue, !variable.semantic.isParameter, case .assignment = mutation {
                return nil
            }
            return Obstacle(text: "'\(variable.name)' is a 'let' constant", variable: variable, isPropertyOfLet: !isOutermost)
        case .globalProperty(let variable, _):
            return variable.setter == nil ? Obstacle(text: "'\(variable.name)' is a get-only property") : nil
        case .property(let base, let variable, _, _):
            if variable.isLet {
                if case .variable(let owner) = base.kind, owner.semantic.isSelf, isOutermost, function?.kind == .initializer,
                    !isClosure, case .assignment = mutation, variable.isStored, !variable.isStatic,
                    variable.context.selfNominal === function?.context.selfNominal
                {
                    if variable.semantic.hasInitialValue {
                        return Obstacle(text: "'\(variable.name)' is a 'let' constant", variable: variable)
                    }
                    return nil
                }
                return Obstacle(
                    text: "'\(variable.name)' is a 'let' constant", variable: variable, isPropertyOfLet: true)
            }
            if !variable.isSettable { return Obstacle(text: "'\(variable.name)' is a get-only property", isPropertyOfLet: true) }
            if let access = variable.semantic.setterAccess, access == .private, !isInside(variable.context.selfNominal) {
                return Obstacle(text: "'\(variable.name)' setter is inaccessible", isPropertyOfLet: true)
            }
            if base.type.isClass || isMetatype(base.type) { return nil }
            if let setter = variable.setter, !setter.isMutating { return nil }
            switch base.type {
            case .parameter, .member: if world.isClassBound(base.type) { return nil }
            default: break
            }
            return obstacle(base, mutation, isOutermost: false).map { Obstacle(text: $0.text, variable: $0.variable, isPropertyOfLet: true) }
        case .subscript(let base, let item, _, _, _):
            if item.setter == nil { return Obstacle(text: "subscript is get-only") }
            if base.type.isClass || isMetatype(base.type) { return nil }
            if let setter = item.setter, !setter.isMutating { return nil }
            return obstacle(base, mutation, isOutermost: false)
        case .tupleElement(let base, _): return obstacle(base, mutation, isOutermost: false)
        case .chain(let inner), .forceUnwrap(let inner): return obstacle(inner, mutation, isOutermost: isOutermost)
        case .optionalChain(let inner, _): return obstacle(inner, mutation, isOutermost: isOutermost)
        case .inout(let inner): return obstacle(inner, mutation, isOutermost: isOutermost)
        case .tuple(let elements):
            for element in elements {
                if let found = obstacle(element, mutation, isOutermost: true) { return found }
            }
            return nil
        case .discard, .error: return nil
        case .call(let function, _, _, _, _):
            if place.type.isClass && !isOutermost { return nil }
            return Obstacle(text: "'\(function.name)' returns immutable value")
        case .apply: return Obstacle(text: "function call returns immutable value")
        case .literal, .arrayLiteral, .dictionaryLiteral, .interpolation:
            return Obstacle(text: "literals are not mutable")
        case .convert(let inner, _):
            if place.type.isClass && !isOutermost { return nil }
            return obstacle(inner, mutation, isOutermost: isOutermost)
        default:
            if place.type.isClass && !isOutermost { return nil }
            return Obstacle(text: "expression is not mutable")
        }
    }

    private func isMetatype(_ type: Type) -> Bool {
        if case .metatype = type { return true }
        return false
    }

    private func isInitializerSelf(_ variable: VariableDeclaration) -> Bool {
        function?.kind == .initializer && variable === function?.selfVariable
    }

    private func isInside(_ nominal: NominalDeclaration?) -> Bool {
        guard let nominal else { return true }
        var current: DeclarationContext? = scope
        while let next = current {
            if next.selfNominal === nominal { return true }
            current = next.parent
        }
        return false
    }

    /// Whether a value of one type may be one of another at run time.
    func castMaySucceed(_ from: Type, _ to: Type) -> Bool {
        let source = from.optionalPayload ?? from
        let target = to.optionalPayload ?? to
        switch (source, target) {
        case (.nominal(let a, _), .nominal(let b, _)):
            if a === b || a.name == "AnyHashable" || b.name == "AnyHashable" { return true }
            if a.kind == .class && b.kind == .class { return a.isSubclass(of: b) || b.isSubclass(of: a) }
            return false
        default: return true
        }
    }
}
