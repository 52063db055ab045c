import SwiftOperators
import SwiftSyntax

/// Checks the statements of one body: a function's, a closure's, a step's top level, an initial value's.
final class BodyChecker {
    let world: World
    let file: SourceFile
    let body: CodeBody
    var scope: Scope
    let function: FunctionDeclaration?
    /// What `return` gives; nil where it is still to be found (a closure's).
    var expectedResult: Type?
    var foundResult: Type?
    var isClosure = false
    var isTopLevel = false
    var isInitialValue = false
    /// A `try` here has someone to catch what it throws.
    var handlesErrors = false
    var closureDepth = 0
    /// The types of error that come out of the statements checked so far, up to the `do` around them.
    private var thrownTypes: [Type] = []
    private var labels: [(name: String?, id: LabelID, isLoop: Bool, isSwitch: Bool)] = []
    private var nextLabel = 0
    private var yieldTypes: [(expected: Type?, found: Type?)] = []
    private var deferDepth = 0
    private var nesting = 0
    private var switchHasNext: [Bool] = []
    var outer: BodyChecker?
    private(set) var hasDelegation = false
    private(set) var hasSuperCall = false

    init(
        world: World, file: SourceFile, body: CodeBody, scope: Scope, function: FunctionDeclaration?,
        expectedResult: Type?
    ) {
        self.world = world
        self.file = file
        self.body = body
        self.scope = scope
        self.function = function
        self.expectedResult = expectedResult
    }

    convenience init(closureIn outer: BodyChecker, body: CodeBody, isThrowing: Bool) {
        self.init(
            world: outer.world, file: outer.file, body: body, scope: outer.scope, function: outer.function,
            expectedResult: nil)
        isClosure = true
        handlesErrors = isThrowing
        closureDepth = outer.closureDepth + 1
        self.outer = outer
        nesting = outer.nesting
    }

    func range(_ node: some SyntaxProtocol) -> SourceRange { world.range(node, file) }

    var functionName: String {
        if let function { return function.isAccessor ? function.name : function.fullName }
        return "main"
    }

    // MARK: Expressions

    func fold(_ syntax: ExprSyntax) -> ExprSyntax {
        guard let sequence = syntax.as(SequenceExprSyntax.self) else { return syntax }
        return (try? world.operators.foldSingle(sequence)) ?? syntax
    }

    func check(
        _ syntax: ExprSyntax, scope: Scope? = nil, expected: Type? = nil, purpose: ContextPurpose = .none,
        annotation: TypeSyntax? = nil
    ) -> Expression {
        let saved = self.scope
        if let scope { self.scope = scope }
        defer { self.scope = saved }
        let range = range(syntax)
        let generator = ExpressionGenerator(self, scope: self.scope, rootRange: range)
        let errors = world.sink.errorCount
        // `let ids: Set = [1, 2]`: what the annotation leaves out is found with the value.
        let expected = annotation.map { generator.resolver().resolve($0) } ?? expected
        let node = generator.value(fold(syntax))
        return finish(generator, node, expected: expected, purpose: purpose, errors: errors, range: range)
    }

    private func finish(
        _ generator: ExpressionGenerator, _ node: Node, expected: Type?, purpose: ContextPurpose, errors: Int,
        range: SourceRange
    ) -> Expression {
        let solver = generator.solver
        let broken = Expression(.error, .error, range)
        defer { if generator.hasError { world.requireDiagnosis(at: range) } }
        if !(node is ErrorNode), !generator.hasError {
            if let expected, !expected.isError {
                let locator = Locator(kind: .contextual(purpose), range: node.range, node: node)
                if !solver.convert(node.type, to: expected, locator) { generator.hasError = true }
            }
            if !generator.hasError { generator.postImplicitMembers() }
        }
        if generator.hasError || node is ErrorNode {
            generator.hasError = true
            if world.sink.errorCount == errors, !generator.isPoisoned { explain(solver, node, range) }
            return broken
        }
        if !solver.solve() {
            generator.hasError = true
            if world.sink.errorCount == errors { explain(solver, node, range) }
            return broken
        }
        let builder = ExpressionBuilder(self, solver: solver, body: body)
        var built = builder.build(node)
        if let expected, !expected.isError { built = builder.coerce(built, to: solver.simplify(expected)) }
        if builder.isBroken || built.isBroken {
            generator.hasError = true
            if world.sink.errorCount == errors { explain(solver, node, range) }
            return broken
        }
        return world.sink.errorCount == errors ? built : broken
    }

    /// A name in a capture list.
    func checkName(_ token: TokenSyntax, scope: Scope, range: SourceRange) -> Expression {
        if token.identifierText == "self" {
            guard let variable = selfVariable(from: scope) else {
                world.error("cannot find 'self' in scope", at: range)
                return Expression(.error, .error, range)
            }
            let saved = self.scope
            defer { self.scope = saved }
            self.scope = scope
            if case .local(let owner, _) = variable.storage { capture(variable, owner: owner, from: body) }
            return Expression(.variable(variable), variable.type, range)
        }
        guard case .declarations(let found)? = world.lookUp(token.identifierText, from: scope),
            let variable = found.first as? VariableDeclaration
        else {
            world.error("cannot find '\(token.identifierText)' in scope", at: range)
            return Expression(.error, .error, range)
        }
        if case .local(let owner, _) = variable.storage { capture(variable, owner: owner, from: body) }
        world.usage.note(variable, in: world)
        return Expression(.variable(variable), variable.type, range)
    }

    enum Segment {
        case text(String)
        case expression(ExpressionSegmentSyntax)
    }

    /// The parts of an interpolated string, escapes and the indentation of several lines resolved.
    func segments(of node: StringLiteralExprSyntax) -> [Segment] {
        var result: [Segment] = []
        for segment in node.segments {
            switch segment {
            case .stringSegment(let text):
                let single = StringLiteralExprSyntax(
                    openingPounds: node.openingPounds, openingQuote: .stringQuoteToken(),
                    segments: StringLiteralSegmentListSyntax([.stringSegment(text)]),
                    closingQuote: .stringQuoteToken(), closingPounds: node.closingPounds)
                if node.openingQuote.tokenKind == .multilineStringQuote {
                    result.append(.text(unescape(text.content.text, pounds: node.openingPounds?.text.count ?? 0)))
                } else {
                    result.append(
                        .text(
                            single.representedLiteralValue
                                ?? unescape(text.content.text, pounds: node.openingPounds?.text.count ?? 0)))
                }
            case .expressionSegment(let expression): result.append(.expression(expression))
            }
        }
        return result
    }

    private func unescape(_ text: String, pounds: Int) -> String {
        let escape = "\\" + String(repeating: "#", count: pounds)
        guard text.contains("\\") else { return text }
        var result = ""
        var rest = text[...]
        while let position = rest.range(ofText: escape) {
            result += rest[..<position.lowerBound]
            rest = rest[position.upperBound...]
            guard let kind = rest.first else { break }
            rest = rest.dropFirst()
            switch kind {
            case "n": result += "\n"
            case "t": result += "\t"
            case "r": result += "\r"
            case "0": result += "\0"
            case "\\": result += "\\"
            case "\"": result += "\""
            case "'": result += "'"
            case "u":
                if rest.first == "{", let close = rest.firstIndex(of: "}") {
                    let digits = rest[rest.index(after: rest.startIndex)..<close]
                    if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
                        result.unicodeScalars.append(scalar)
                    }
                    rest = rest[rest.index(after: close)...]
                }
            case "\n": break
            default: result.append(kind)
            }
        }
        return result + rest
    }

    // MARK: Variables

    /// `self` as seen from a scope: a capture list's, or the function's.
    func selfVariable(from scope: Scope) -> VariableDeclaration? {
        var current: DeclarationContext? = scope
        while let next = current {
            if let inner = next as? Scope, let found = inner.local("self").first as? VariableDeclaration {
                if found.semantic.isCaptureEntry, found.type.isOptional {
                    return found
                }
                return found
            }
            if let function = next as? FunctionContext, let variable = function.function.selfVariable { return variable }
            if next is NominalDeclaration.MemberContext || next is ExtensionDeclaration { return initialSelf }
            current = next.parent
        }
        return nil
    }

    /// `self` in a lazy property's initial value.
    var initialSelf: VariableDeclaration?

    func isTopLevelCode(_ scope: Scope) -> Bool { isTopLevel && !scope.isInsideClosure }

    func resolveGlobalEarly(_ variable: VariableDeclaration) {}

    func declare(_ variable: VariableDeclaration, in body: CodeBody) {
        if case .local = variable.storage { return }
        variable.storage = .local(body: body, slot: body.slots.count)
        body.slots.append(variable)
    }

    /// A variable of `owner` is used in `user`, a body somewhere inside it.
    func capture(_ variable: VariableDeclaration, owner: CodeBody, from user: CodeBody) {
        if owner === user { return }
        var current: CodeBody? = user
        while let next = current, next !== owner {
            if !next.captures.contains(where: { $0 === variable }) { next.captures.append(variable) }
            current = next.parent
        }
        variable.isCaptured = true
        if !variable.isLet || !variable.semantic.hasInitialValue && !variable.semantic.isParameter
            && !variable.semantic.isCaptureEntry && !variable.semantic.isLoopVariable
        {
            variable.needsBox = true
        }
    }

    /// A local function is used: what it captures has to be at hand.
    func noteLocalFunction(_ function: FunctionDeclaration?, from user: CodeBody) {
        guard let function, function.isLocal else { return }
        world.localFunctionUses.append((user, function))
    }

    func noteDelegation(isSuper: Bool, _ range: SourceRange) {
        if isSuper { hasSuperCall = true } else { hasDelegation = true }
        if function?.kind != .initializer {
            world.error("'\(isSuper ? "super" : "self").init' cannot be called outside of an initializer", at: range)
        }
    }

    private var isInDo = 0

    /// What a `try` lets out.
    func noteThrown(_ errors: [(type: Type, range: SourceRange)]) {
        thrownTypes += errors.map { $0.type }
        guard isInDo == 0, !isClosure, let declared = function?.thrownType else { return }
        for error in errors where error.type != declared {
            world.error("thrown expression type '\(error.type)' cannot be converted to error type '\(declared)'", at: error.range)
        }
    }

    func finishClosure(_ inner: CodeBody) {
        // Its parent may have been another body while it was checked ahead.
        for variable in inner.captures {
            if case .local(let owner, _) = variable.storage { capture(variable, owner: owner, from: inner) }
        }
    }

    // MARK: Closures

    func checkClosureStatements(
        _ statements: CodeBlockItemListSyntax, scope: Scope, expected: Type?, end: SourceRange
    ) -> CheckedClosure {
        expectedResult = expected
        let saved = self.scope
        self.scope = scope
        defer { self.scope = saved }
        let checked: [Statement]
        if expected == nil, !ReturnFinder.returnsValue(statements) {
            expectedResult = .void
            foundResult = .void
        }
        // An `if` or `switch` alone gives the value.
        if statements.count == 1, let only = statements.first, let expression = only.expression,
            expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self),
            !ReturnFinder.returnsValue(statements), expected != .void,
            let value = soleStatementValue(expression, expected: expected)
        {
            return CheckedClosure(statements: [Statement(.return(value), value.range)], result: value.type)
        }
        checked = block(statements, scope: scope)
        let result = expectedResult ?? foundResult ?? .void
        if !result.isVoid, !world.sink.hasErrors { checkReturns(checked, result: result, end: end, what: "closure") }
        if !world.sink.hasErrors { InitializationChecker(self, body: body).check(checked) }
        return CheckedClosure(statements: checked, result: result)
    }

    private func soleStatementValue(_ syntax: ExprSyntax, expected: Type?) -> Expression? {
        guard StatementValueFinder.isValue(syntax) else { return nil }
        let value = statementValue(syntax, expected: expected)
        if case .error = value.kind { return value }
        if expected == nil, value.type.isVoid { return nil }
        return value
    }

    // MARK: Statements

    func block(_ items: CodeBlockItemListSyntax, scope inner: Scope) -> [Statement] {
        let saved = scope
        scope = inner
        defer { scope = saved }
        nesting += 1
        defer { nesting -= 1 }
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
            if made.isEmpty, !isDeclaration(item) { world.requireDiagnosis(at: range(item)) }
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

    private var lastExit = "return"

    private func isDeclaration(_ item: CodeBlockItemSyntax) -> Bool {
        if case .decl(let declaration) = item.item { return !declaration.is(VariableDeclSyntax.self) }
        return false
    }

    func inner() -> Scope { Scope(parent: scope, body: body) }

    func block(_ syntax: CodeBlockSyntax) -> [Statement] { block(syntax.statements, scope: inner()) }

    /// Local functions and types are known in all of their block.
    private func prepare(_ items: CodeBlockItemListSyntax, in scope: Scope) {
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

    var topScope: Scope?
    private var localFunctions: [SyntaxIdentifier: FunctionDeclaration] = [:]

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

    private func isCall(_ value: Expression) -> Bool {
        switch value.kind {
        case .call, .apply: return true
        default: return false
        }
    }

    private func unsupported(_ what: String, _ node: some SyntaxProtocol) -> [Statement] {
        world.error("\(what) is not supported in lessons", at: range(node))
        return []
    }

    // MARK: Declarations

    private func declaration(_ declaration: DeclSyntax) -> [Statement] {
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

    private func localFunction(_ function: FunctionDeclaration) -> [Statement] {
        guard let range = function.range else { return [] }
        world.checkSignature(function)
        _ = function.body
        return [Statement(.function(function), range)]
    }

    private func variables(_ node: VariableDeclSyntax) -> [Statement] {
        let builder = DeclarationBuilder(world: world, file: file, context: scope, scope: scope, outerBody: body)
        _ = builder.attributes(node.attributes)
        let modifiers = builder.modifiers(node.modifiers)
        let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
        let isGlobal = isTopLevel && scope === topScope
        if modifiers.has("lazy"), isGlobal || !isGlobal {
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
            if let annotation, !isPartial {
                type = TypeResolver(scope, file: file).resolve(annotation)
            }
            if let block = binding.accessorBlock, let initializer = binding.initializer {
                result += observed(binding, block, initializer.value, type: type, isGlobal: isGlobal, builder)
                continue
            }
            if let block = binding.accessorBlock {
                result += computed(binding, block, type: type, isGlobal: isGlobal, builder)
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
            result.append(Statement(.binding(pattern, value), range(binding)))
        }
        return result
    }

    private func withoutValue(
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

    private func computed(
        _ binding: PatternBindingSyntax, _ block: AccessorBlockSyntax, type: Type?, isGlobal: Bool,
        _ builder: DeclarationBuilder
    ) -> [Statement] {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else { return [] }
        guard let type else {
            world.error("computed property must have an explicit type", at: range(name))
            return []
        }
        let variable: VariableDeclaration
        if isGlobal, let known = world.sessionContext.names[name.identifier.identifierText]?.first as? VariableDeclaration,
            known.range == range(name)
        {
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
    private func observed(
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
        if isGlobal, let known = world.sessionContext.names[name.identifier.identifierText]?.last as? VariableDeclaration,
            known.range == place
        {
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

    private func read(_ variable: VariableDeclaration, from user: CodeBody) -> Expression {
        if case .local(let owner, _) = variable.storage { capture(variable, owner: owner, from: user) }
        return Expression(.variable(variable), variable.type, variable.range ?? user.range)
    }

    /// Gives an accessor the statements that the language writes for it.
    private func write(_ accessor: FunctionDeclaration, _ statements: (CodeBody) -> [Statement]) {
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
    private func bindNames(_ pattern: PatternSyntax, type: Type, isLet: Bool, isGlobal: Bool) {
        switch pattern.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            _ = bind(node, type: type, isLet: isLet, isGlobal: isGlobal, hasValue: true)
        case .tuplePattern(let node):
            for element in node.elements { bindNames(element.pattern, type: .error, isLet: isLet, isGlobal: isGlobal) }
        default: break
        }
    }

    private func bind(
        _ node: IdentifierPatternSyntax, type: Type, isLet: Bool, isGlobal: Bool, hasValue: Bool
    ) -> VariableDeclaration {
        let name = node.identifier.identifierText
        let variable: VariableDeclaration
        if isGlobal, let known = world.sessionContext.names[name]?.last as? VariableDeclaration, known.range == range(node) {
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

    private func bindingPattern(
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

    // MARK: Control flow

    private func statement(_ syntax: StmtSyntax, label: String? = nil) -> [Statement] {
        let place = range(syntax)
        switch syntax.as(StmtSyntaxEnum.self) {
        case .expressionStmt(let node):
            if node.expression.is(IfExprSyntax.self) || node.expression.is(SwitchExprSyntax.self) {
                return control(node.expression, label: label)
            }
            return expressionStatement(node.expression)
        case .returnStmt(let node): return returnStatement(node, place)
        case .guardStmt(let node): return guardStatement(node, place)
        case .whileStmt(let node): return whileStatement(node, label, place)
        case .repeatStmt(let node): return repeatStatement(node, label, place)
        case .forStmt(let node): return forStatement(node, label, place)
        case .breakStmt(let node): return breakStatement(node, place)
        case .continueStmt(let node): return continueStatement(node, place)
        case .fallThroughStmt:
            guard let hasNext = switchHasNext.last else {
                world.error("'fallthrough' is only allowed inside a switch", at: place)
                return []
            }
            if !hasNext {
                world.error("'fallthrough' without a following 'case' or 'default' block", at: place)
                return []
            }
            return [Statement(.fallthrough, place)]
        case .throwStmt(let node):
            // Outside a `do`, what a function says that it throws.
            let declared = isInDo == 0 && !isClosure ? function?.thrownType : nil
            var value = check(node.expression, expected: declared ?? world.errorType, purpose: .thrown)
            if case .error = value.kind { return [] }
            if let declared {
                value = Expression(.convert(value, .erase(from: declared)), world.errorType, value.range)
            } else {
                thrownTypes.append(world.errorType)
            }
            if !handlesErrors { world.error("error is not handled because the enclosing function is not declared 'throws'", at: place) }
            return [Statement(.throw(value), place)]
        case .doStmt(let node): return doStatement(node, label, place)
        case .deferStmt(let node):
            deferDepth += 1
            let saved = (labels, handlesErrors)
            labels = []
            handlesErrors = false
            let statements = block(node.body)
            (labels, handlesErrors) = saved
            deferDepth -= 1
            return [Statement(.defer(statements), place)]
        case .labeledStmt(let node):
            return statement(node.statement, label: node.label.identifierText)
        case .yieldStmt: return unsupported("'yield'", syntax)
        case .discardStmt: return unsupported("'discard'", syntax)
        case .missingStmt: return []
        default: return unsupported("this statement", syntax)
        }
    }

    private func makeLabel(_ name: String?, isLoop: Bool, isSwitch: Bool = false) -> LabelID {
        let id = LabelID(number: nextLabel)
        nextLabel += 1
        labels.append((name, id, isLoop, isSwitch))
        return id
    }

    private func control(_ syntax: ExprSyntax, label: String?) -> [Statement] {
        if let node = syntax.as(IfExprSyntax.self) { return [ifStatement(node, label: label)] }
        if let node = syntax.as(SwitchExprSyntax.self) {
            return switchStatement(node, label: label).map { [$0] } ?? []
        }
        return []
    }

    private func ifStatement(_ node: IfExprSyntax, label: String?) -> Statement {
        let id = label != nil ? makeLabel(label, isLoop: false) : nil
        defer { if id != nil { labels.removeLast() } }
        let saved = scope
        let inner = inner()
        scope = inner
        let conditions = self.conditions(node.conditions, in: inner)
        let then = block(node.body.statements, scope: self.inner())
        scope = saved
        var otherwise: [Statement]?
        switch node.elseBody {
        case .ifExpr(let next): otherwise = [ifStatement(next, label: nil)]
        case .codeBlock(let body): otherwise = block(body)
        case nil: break
        }
        return Statement(.if(conditions, then: then, else: otherwise, label: id), range(node))
    }

    private func conditions(_ list: ConditionElementListSyntax, in inner: Scope) -> [Condition] {
        var result: [Condition] = []
        for element in list {
            switch element.condition {
            case .expression(let syntax):
                let value = check(syntax, expected: world.boolType, purpose: .condition)
                if case .error = value.kind { continue }
                result.append(.boolean(value))
            case .optionalBinding(let node):
                let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
                var expected: Type?
                if let annotation = node.typeAnnotation?.type {
                    let type = TypeResolver(scope, file: file).resolve(annotation)
                    if !type.isError { expected = world.optional(type) }
                }
                let value: Expression
                if let initializer = node.initializer {
                    value = check(initializer.value, expected: expected)
                } else if let identifier = node.pattern.as(IdentifierPatternSyntax.self) {
                    value = check(ExprSyntax(DeclReferenceExprSyntax(baseName: identifier.identifier)), name: identifier)
                } else {
                    continue
                }
                if case .error = value.kind {
                    bindNames(node.pattern, type: .error, isLet: isLet, isGlobal: false)
                    continue
                }
                guard let payload = value.type.optionalPayload else {
                    world.error(
                        "initializer for conditional binding must have Optional type, not '\(value.type)'",
                        at: value.range)
                    bindNames(node.pattern, type: value.type, isLet: isLet, isGlobal: false)
                    continue
                }
                guard let pattern = bindingPattern(
                    node.pattern, type: payload, isLet: isLet, isGlobal: false, hasValue: true)
                else { continue }
                result.append(.pattern(Pattern(.some(pattern), value.type, range(node)), value))
            case .matchingPattern(let node):
                let value = check(node.initializer.value)
                if case .error = value.kind {
                    declareErrorNames(node.pattern)
                    continue
                }
                guard let pattern = pattern(node.pattern, type: value.type, mode: nil) else {
                    world.requireDiagnosis(at: range(node.pattern))
                    continue
                }
                result.append(.pattern(pattern, value))
            case .availability(let node):
                world.error("'#available' is not supported in lessons", at: range(node))
            }
        }
        return result
    }

    /// `if let x`: the name as an expression at its place.
    private func check(_ syntax: ExprSyntax, name: IdentifierPatternSyntax) -> Expression {
        let place = range(name)
        let text = name.identifier.identifierText
        let generator = ExpressionGenerator(self, scope: scope, rootRange: place)
        let errors = world.sink.errorCount
        let node = generator.nameNode(text, place, name)
        return finish(generator, node, expected: nil, purpose: .none, errors: errors, range: place)
    }

    /// Names of a pattern whose subject was refused.
    private func declareErrorNames(_ syntax: some SyntaxProtocol) {
        for token in syntax.tokens(viewMode: .sourceAccurate) {
            if case .identifier = token.tokenKind, token.parent?.is(IdentifierPatternSyntax.self) ?? false,
                let node = token.parent?.as(IdentifierPatternSyntax.self)
            {
                _ = bind(node, type: .error, isLet: true, isGlobal: false, hasValue: true)
            }
        }
    }

    private func guardStatement(_ node: GuardStmtSyntax, _ place: SourceRange) -> [Statement] {
        // The `else` does not see what the conditions bind.
        let otherwise = block(node.body)
        let conditions = self.conditions(node.conditions, in: scope)
        if !world.sink.hasErrors || !conditions.isEmpty, Flow.fallsThrough(otherwise, world) {
            world.error(
                "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope",
                at: range(node.body))
        }
        return [Statement(.guard(conditions, else: otherwise), place)]
    }

    private func whileStatement(_ node: WhileStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        let id = makeLabel(label, isLoop: true)
        defer { labels.removeLast() }
        let saved = scope
        let inner = inner()
        scope = inner
        let conditions = self.conditions(node.conditions, in: inner)
        let body = block(node.body.statements, scope: self.inner())
        scope = saved
        return [Statement(.while(conditions, body: body, label: id), place)]
    }

    private func repeatStatement(_ node: RepeatStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        let id = makeLabel(label, isLoop: true)
        let body = block(node.body)
        labels.removeLast()
        let condition = check(node.condition, expected: world.boolType, purpose: .condition)
        if case .error = condition.kind { return [] }
        return [Statement(.repeatWhile(body: body, condition: condition, label: id), place)]
    }

    private func forStatement(_ node: ForStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        if let token = node.awaitKeyword { return unsupported("'await'", token) }
        var expectedSequence: Type?
        if let annotation = node.typeAnnotation?.type, node.sequence.is(ArrayExprSyntax.self) {
            let type = TypeResolver(scope, file: file).resolve(annotation)
            if !type.isError { expectedSequence = world.array(type) }
        }
        let sequence = check(node.sequence, expected: expectedSequence, purpose: .sequence)
        let saved = scope
        let inner = inner()
        scope = inner
        defer { scope = saved }
        let id = makeLabel(label, isLoop: true)
        defer { labels.removeLast() }
        guard let sequenceProtocol = world.known("Sequence"), let iteratorProtocol = world.known("IteratorProtocol"),
            let makeIterator = sequenceProtocol.declaredMembers(named: "makeIterator").first(where: {
                $0.isProtocolRequirement
            }) as? FunctionDeclaration,
            let next = iteratorProtocol.declaredMembers(named: "next").first as? FunctionDeclaration,
            let iterator = sequenceProtocol.associatedTypes.first(where: { $0.name == "Iterator" }),
            let element = iteratorProtocol.associatedTypes.first(where: { $0.name == "Element" }),
            let sequenceElement = sequenceProtocol.associatedTypes.first(where: { $0.name == "Element" })
        else { return [] }
        var isBroken = false
        var elementType: Type = .error
        var iteratorType: Type = .error
        if case .error = sequence.kind {
            isBroken = true
        } else if !world.conforms(sequence.type, to: sequenceProtocol) {
            let type = sequence.type
            if let payload = type.optionalPayload, world.conforms(payload, to: sequenceProtocol) {
                world.error(
                    "for-in loop requires '\(type)' to conform to 'Sequence'; did you mean to unwrap optional?",
                    at: sequence.range)
            } else {
                world.error("for-in loop requires '\(type)' to conform to 'Sequence'", at: sequence.range)
            }
            isBroken = true
        } else {
            elementType = sequence.type.associatedType(sequenceElement)
            iteratorType = sequence.type.associatedType(iterator)
            if elementType.isError { elementType = iteratorType.associatedType(element) }
            if let annotation = node.typeAnnotation?.type {
                let type = TypeResolver(scope, file: file).resolve(annotation)
                if type != elementType, !type.isError, !elementType.isError {
                    world.error("cannot convert sequence element type '\(elementType)' to expected type '\(type)'", at: range(annotation))
                }
            }
        }
        var pattern: Pattern?
        if isBroken || elementType.isError {
            if !isBroken {
                world.error("the element type of '\(sequence.type)' cannot be found", at: sequence.range)
            }
            isBroken = true
            declareErrorNames(node.pattern)
            if let identifier = node.pattern.as(IdentifierPatternSyntax.self) { _ = identifier }
        } else if node.caseKeyword != nil {
            pattern = self.pattern(node.pattern, type: elementType, mode: nil)
        } else {
            var syntax = node.pattern
            var isLet = true
            if let binding = syntax.as(ValueBindingPatternSyntax.self) {
                isLet = binding.bindingSpecifier.tokenKind == .keyword(.let)
                syntax = binding.pattern
            }
            pattern = bindingPattern(syntax, type: elementType, isLet: isLet, isGlobal: false, hasValue: true)
        }
        for variable in inner.allDeclarations.compactMap({ $0 as? VariableDeclaration }) {
            variable.semantic.isLoopVariable = true
        }
        var condition: Expression?
        if let clause = node.whereClause {
            condition = check(clause.condition, expected: world.boolType, purpose: .condition)
        }
        let body = block(node.body.statements, scope: self.inner())
        guard !isBroken, let pattern else { return [] }
        return [
            Statement(
                .forIn(
                    ForIn(
                        pattern: pattern, sequence: sequence, elementType: elementType, makeIterator: makeIterator,
                        next: next, iteratorType: iteratorType, condition: condition, body: body, label: id)), place)
        ]
    }

    private func breakStatement(_ node: BreakStmtSyntax, _ place: SourceRange) -> [Statement] {
        if let token = node.label {
            guard let found = labels.last(where: { $0.name == token.identifierText }) else {
                let suggestion = nearest(token.identifierText, in: labels.compactMap { $0.name })
                world.error(
                    "cannot find label '\(token.text)' in scope" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""),
                    at: range(token))
                return []
            }
            return [Statement(.break(found.id), place)]
        }
        guard let found = labels.last(where: { $0.isLoop || $0.isSwitch }) else {
            world.error(
                labels.isEmpty
                    ? "'break' is only allowed inside a loop, if, do, or switch"
                    : "unlabeled 'break' is only allowed inside a loop or switch, a labeled break is required to exit an"
                        + " if or do", at: place)
            return []
        }
        return [Statement(.break(found.id), place)]
    }

    private func continueStatement(_ node: ContinueStmtSyntax, _ place: SourceRange) -> [Statement] {
        if let token = node.label {
            guard let found = labels.last(where: { $0.name == token.identifierText }) else {
                world.error("cannot find label '\(token.text)' in scope", at: range(token))
                return []
            }
            if !found.isLoop {
                world.error("'continue' cannot be used with non-loop label", at: place)
                return []
            }
            return [Statement(.continue(found.id), place)]
        }
        guard let found = labels.last(where: { $0.isLoop }) else {
            world.error("'continue' is only allowed inside a loop", at: place)
            return []
        }
        return [Statement(.continue(found.id), place)]
    }

    private func returnStatement(_ node: ReturnStmtSyntax, _ place: SourceRange) -> [Statement] {
        if deferDepth > 0 {
            world.error("'return' cannot transfer control out of a defer statement", at: place)
            return []
        }
        if isTopLevel || isInitialValue {
            world.error("return invalid outside of a func", at: place)
            return []
        }
        if !isClosure, let function, function.kind == .initializer {
            if let expression = node.expression {
                if expression.is(NilLiteralExprSyntax.self) {
                    if !function.isFailable {
                        world.error("only a failable initializer can return 'nil'", at: place)
                        return []
                    }
                    return [Statement(.fail, place)]
                }
                world.error("'nil' is the only return value permitted in an initializer", at: range(expression))
                return []
            }
            return [Statement(.return(nil), place)]
        }
        guard let expression = node.expression else {
            if let expectedResult, !expectedResult.isVoid, !expectedResult.isError {
                world.error("non-void function should return a value", at: place)
                return []
            }
            if expectedResult == nil { foundResult = foundResult ?? .void }
            return [Statement(.return(nil), place)]
        }
        if let expectedResult {
            if expectedResult.isVoid {
                let value = check(expression)
                if case .error = value.kind { return [] }
                if !value.type.isVoid {
                    world.error("unexpected non-void return value in void function", at: value.range)
                    return []
                }
                return [Statement(.expression(value), place), Statement(.return(nil), place)]
            }
            let value = checkValue(expression, expected: resultFor(expectedResult), purpose: .returned)
            if case .error = value.kind { return [] }
            noteOpaque(value)
            return [Statement(.return(value), place)]
        }
        let value = check(expression, expected: foundResult, purpose: .returned)
        if case .error = value.kind { return [] }
        if foundResult == nil { foundResult = value.type }
        return [Statement(.return(value), place)]
    }

    /// An opaque result takes whatever conforms.
    private func resultFor(_ type: Type) -> Type? {
        if case .opaque(let opaque, _) = type, opaque === function?.semantic.opaque { return opaque.underlyingCache }
        return type
    }

    private func noteOpaque(_ value: Expression) {
        guard let opaque = function?.semantic.opaque, opaque.underlyingCache == nil, !isClosure else { return }
        for proto in opaque.constraint.protocols where !world.conforms(value.type, to: proto) {
            world.error(
                "return type of \(function?.fullName ?? "function") requires that '\(value.type)' conform to '\(proto.name)'",
                at: value.range)
        }
        opaque.underlyingCache = value.type
    }

    /// An expression where `if` and `switch` may stand.
    func checkValue(_ syntax: ExprSyntax, expected: Type?, purpose: ContextPurpose) -> Expression {
        if syntax.is(IfExprSyntax.self) || syntax.is(SwitchExprSyntax.self) {
            return statementValue(syntax, expected: expected)
        }
        return check(syntax, expected: expected, purpose: purpose)
    }

    private func doStatement(_ node: DoStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        if let clause = node.throwsClause { return unsupported("a typed 'do throws'", clause) }
        let savedThrown = thrownTypes
        thrownTypes = []
        isInDo += 1
        defer { isInDo -= 1 }
        let id = label != nil ? makeLabel(label, isLoop: false) : nil
        defer { if id != nil { labels.removeLast() } }
        if node.catchClauses.isEmpty {
            isInDo -= 1
            defer { isInDo += 1 }
            let statements = block(node.body)
            thrownTypes += savedThrown
            return [Statement(.block(statements, label: id), place)]
        }
        let isExhaustive = node.catchClauses.contains { clause in
            clause.catchItems.isEmpty
                || clause.catchItems.contains { item in
                    guard item.whereClause == nil else { return false }
                    guard let pattern = item.pattern else { return true }
                    if let binding = pattern.as(ValueBindingPatternSyntax.self) {
                        return binding.pattern.is(IdentifierPatternSyntax.self)
                    }
                    return pattern.is(WildcardPatternSyntax.self)
                }
        }
        let saved = handlesErrors
        handlesErrors = saved || isExhaustive
        let body = block(node.body)
        handlesErrors = saved
        // With errors of one type only, that is what is caught.
        let caught = thrownTypes.first.flatMap { first in thrownTypes.allSatisfy { $0 == first } ? first : nil } ?? world.errorType
        thrownTypes = isExhaustive ? savedThrown : savedThrown + thrownTypes
        func received(_ pattern: Pattern) -> Pattern {
            caught == world.errorType ? pattern : Pattern(.cast(caught, pattern), world.errorType, pattern.range)
        }
        var clauses: [CatchClause] = []
        for clause in node.catchClauses {
            let inner = inner()
            let savedScope = scope
            scope = inner
            var items: [CaseItem] = []
            if clause.catchItems.isEmpty {
                let error = VariableDeclaration(name: "error", range: range(clause.catchKeyword), context: inner, isLet: true)
                error.semantic.type = caught
                error.semantic.state = .resolved
                error.semantic.hasInitialValue = true
                inner.add(error)
                declare(error, in: self.body)
                items = [CaseItem(pattern: received(Pattern(.bind(error), caught, range(clause.catchKeyword))))]
            } else {
                for item in clause.catchItems {
                    guard let syntax = item.pattern, let made = pattern(syntax, type: caught, mode: nil) else {
                        world.requireDiagnosis(at: range(item))
                        continue
                    }
                    var condition: Expression?
                    if let whereClause = item.whereClause {
                        condition = check(whereClause.condition, expected: world.boolType, purpose: .condition)
                    }
                    items.append(CaseItem(pattern: received(made), guardCondition: condition))
                }
            }
            let statements = block(clause.body.statements, scope: self.inner())
            scope = savedScope
            clauses.append(CatchClause(items: items, body: statements, range: range(clause)))
        }
        return [Statement(.doCatch(body: body, clauses: clauses, label: id), place)]
    }

    // MARK: Switch

    private func switchStatement(_ node: SwitchExprSyntax, label: String?, isValue: Bool = false) -> Statement? {
        let place = range(node)
        let subject = check(node.subject, purpose: .subject)
        let isBroken: Bool
        if case .error = subject.kind { isBroken = true } else { isBroken = false }
        let id = makeLabel(label, isLoop: false, isSwitch: !isValue)
        defer { labels.removeLast() }
        var cases: [SwitchCase] = []
        var caseSyntaxes: [SwitchCaseSyntax] = []
        for element in node.cases {
            switch element {
            case .switchCase(let node): caseSyntaxes.append(node)
            case .ifConfigDecl(let node): world.error("'#if' is not supported in lessons", at: range(node))
            }
        }
        if caseSyntaxes.isEmpty, !isBroken {
            world.error("'switch' statement body must have at least one 'case' or 'default' block", at: place)
            return nil
        }
        var hasDefault = false
        for (index, clause) in caseSyntaxes.enumerated() {
            let inner = inner()
            let saved = scope
            scope = inner
            var items: [CaseItem] = []
            switch clause.label {
            case .default:
                hasDefault = true
                if index != caseSyntaxes.count - 1 {
                    world.error("additional 'case' blocks cannot appear after the 'default' block of a 'switch'", at: range(caseSyntaxes[index + 1]))
                }
            case .case(let labelNode):
                var first: [String: VariableDeclaration] = [:]
                for (position, item) in labelNode.caseItems.enumerated() {
                    let itemScope = position == 0 ? inner : Scope(parent: saved, body: body)
                    scope = itemScope
                    if isBroken {
                        declareErrorNames(item.pattern)
                        continue
                    }
                    sharedNames = position == 0 ? nil : first
                    guard let made = pattern(item.pattern, type: subject.type, mode: nil) else {
                        sharedNames = nil
                        world.requireDiagnosis(at: range(item.pattern))
                        continue
                    }
                    sharedNames = nil
                    if position == 0 {
                        for case let variable as VariableDeclaration in inner.allDeclarations { first[variable.name] = variable }
                    }
                    var condition: Expression?
                    if let whereClause = item.whereClause {
                        condition = check(whereClause.condition, expected: world.boolType, purpose: .condition)
                    }
                    items.append(CaseItem(pattern: made, guardCondition: condition))
                }
                scope = inner
            }
            switchHasNext.append(index < caseSyntaxes.count - 1)
            let statements: [Statement]
            if clause.statements.isEmpty, !isBroken {
                world.error(
                    "'\(clause.label.is(SwitchDefaultLabelSyntax.self) ? "default" : "case")' label in a 'switch' must have at least one executable statement",
                    at: range(clause.label))
            }
            if isValue {
                statements = valueBlock(clause.statements)
            } else {
                statements = block(clause.statements, scope: self.inner())
            }
            switchHasNext.removeLast()
            scope = saved
            cases.append(SwitchCase(items: items, body: statements, range: range(clause)))
        }
        if isBroken { return nil }
        if !hasDefault, cases.allSatisfy({ !$0.items.isEmpty }) {
            checkExhaustive(subject.type, cases, at: SourceRange(file: place.file, start: place.start, end: place.start + 6))
        }
        return Statement(.switch(Switch(subject: subject, cases: cases, label: id)), place)
    }

    /// The first item's variables, which the other items of the case bind, too.
    private var sharedNames: [String: VariableDeclaration]?

    // MARK: If and switch as values

    func statementValue(_ node: StatementNode, type: Type, builder: ExpressionBuilder) -> Expression {
        statementValue(node.syntax, expected: type.isError ? nil : type)
    }

    func statementValue(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        let place = range(syntax)
        var expected = expected
        if expected == nil { expected = probeYield(syntax) }
        yieldTypes.append((expected, nil))
        defer { yieldTypes.removeLast() }
        let errors = world.sink.errorCount
        var made: Statement?
        if let node = syntax.as(IfExprSyntax.self) {
            made = ifValue(node)
        } else if let node = syntax.as(SwitchExprSyntax.self) {
            made = switchStatement(node, label: nil, isValue: true)
        }
        guard let made, world.sink.errorCount == errors else {
            world.requireDiagnosis(at: place)
            return Expression(.error, .error, place)
        }
        let type = expected ?? yieldTypes.last?.found ?? .void
        return Expression(.statement(made), type, place)
    }

    /// Without an expected type the branches' types have to be the same: the first that is found.
    private func probeYield(_ syntax: ExprSyntax) -> Type? { nil }

    private func ifValue(_ node: IfExprSyntax) -> Statement? {
        let saved = scope
        let inner = inner()
        scope = inner
        let conditions = self.conditions(node.conditions, in: inner)
        let then = valueBlock(node.body.statements)
        scope = saved
        var otherwise: [Statement]?
        switch node.elseBody {
        case .ifExpr(let next): otherwise = ifValue(next).map { [$0] }
        case .codeBlock(let body): otherwise = valueBlock(body.statements)
        case nil:
            world.error("'if' must have an unconditional 'else' to be used as expression", at: range(node))
            return nil
        }
        return Statement(.if(conditions, then: then, else: otherwise, label: nil), range(node))
    }

    private func valueBlock(_ items: CodeBlockItemListSyntax) -> [Statement] {
        guard items.count == 1, let only = items.first else {
            let inner = inner()
            let checked = block(items, scope: inner)
            if Flow.fallsThrough(checked, world), let last = items.last {
                world.error(
                    "non-expression branch of 'if' or 'switch' expression may only end with a 'throw'", at: range(last))
            }
            return checked
        }
        let saved = scope
        scope = inner()
        defer { scope = saved }
        guard let expression = only.expression else { return block(items, scope: scope) }
        let expected = yieldTypes.last?.expected ?? yieldTypes.last?.found
        let value = checkValue(expression, expected: expected, purpose: .yielded)
        if case .error = value.kind { return [] }
        if value.type == world.neverType { return [Statement(.expression(value), value.range)] }
        if yieldTypes.last?.expected == nil, yieldTypes.last?.found == nil {
            yieldTypes[yieldTypes.count - 1].found = value.type
        }
        return [Statement(.yield(value), value.range)]
    }

    // MARK: Patterns

    /// A pattern of `case`; `mode` is set inside `let` or `var`.
    func pattern(_ syntax: PatternSyntax, type: Type, mode: Bool?) -> Pattern? {
        let place = range(syntax)
        switch syntax.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            return bindCase(node, type: type, isLet: mode ?? true)
        case .wildcardPattern: return Pattern(.any, type, place)
        case .valueBindingPattern(let node):
            return pattern(node.pattern, type: type, mode: node.bindingSpecifier.tokenKind == .keyword(.let))
        case .tuplePattern(let node):
            guard case .tuple(let elements) = type, elements.count == node.elements.count else {
                world.error("tuple pattern cannot match values of type '\(type)'", at: place)
                declareErrorNames(node)
                return nil
            }
            var parts: [Pattern] = []
            for (element, part) in zip(node.elements, elements) {
                guard let made = pattern(element.pattern, type: part.type, mode: mode) else { return nil }
                parts.append(made)
            }
            return Pattern(.tuple(parts), type, place)
        case .isTypePattern(let node):
            let target = TypeResolver(scope, file: file).resolve(node.type)
            if target.isError { return nil }
            return Pattern(.cast(target, nil), type, place)
        case .expressionPattern(let node):
            return expressionPattern(node.expression, type: type, mode: mode)
        case .missingPattern: return nil
        }
    }

    private func bindCase(_ node: IdentifierPatternSyntax, type: Type, isLet: Bool) -> Pattern? {
        let name = node.identifier.identifierText
        if let sharedNames {
            guard let variable = sharedNames[name] else {
                world.error("'\(name)' must be bound in every pattern", at: range(node))
                return nil
            }
            if variable.type != type {
                world.error(
                    "pattern variable bound to type '\(type)', expected type '\(variable.type)'", at: range(node))
                return nil
            }
            return Pattern(.bind(variable), type, range(node))
        }
        let variable = bind(node, type: type, isLet: isLet, isGlobal: false, hasValue: true)
        return Pattern(.bind(variable), type, range(node))
    }

    private func expressionPattern(_ syntax: ExprSyntax, type: Type, mode: Bool?) -> Pattern? {
        let syntax = fold(syntax)
        let place = range(syntax)
        switch syntax.as(ExprSyntaxEnum.self) {
        case .patternExpr(let node): return pattern(node.pattern, type: type, mode: mode)
        case .discardAssignmentExpr: return Pattern(.any, type, place)
        case .tupleExpr(let node):
            if node.elements.count == 1, let only = node.elements.first {
                return expressionPattern(only.expression, type: type, mode: mode)
            }
            guard case .tuple(let elements) = type else { break }
            guard elements.count == node.elements.count else {
                world.error("tuple pattern has the wrong length for tuple type '\(type)'", at: place)
                declareErrorNames(node)
                return nil
            }
            var parts: [Pattern] = []
            for (element, part) in zip(node.elements, elements) {
                guard let made = expressionPattern(element.expression, type: part.type, mode: mode) else { return nil }
                parts.append(made)
            }
            return Pattern(.tuple(parts), type, place)
        case .optionalChainingExpr(let node):
            guard let payload = type.optionalPayload else {
                world.error("'?' pattern cannot match values of type '\(type)'", at: place)
                declareErrorNames(node)
                return nil
            }
            return expressionPattern(node.expression, type: payload, mode: mode).map { Pattern(.some($0), type, place) }
        case .nilLiteralExpr where type.isOptional: return Pattern(.none, type, place)
        case .booleanLiteralExpr(let node) where type == world.boolType:
            return Pattern(.boolean(node.literal.tokenKind == .keyword(.true)), type, place)
        case .asExpr(let node) where node.questionOrExclamationMark == nil:
            let target = TypeResolver(scope, file: file).resolve(node.type)
            if target.isError {
                declareErrorNames(node)
                return nil
            }
            guard let inner = expressionPattern(node.expression, type: target, mode: mode) else { return nil }
            return Pattern(.cast(target, inner), type, place)
        case .isExpr(let node):
            let target = TypeResolver(scope, file: file).resolve(node.type)
            return target.isError ? nil : Pattern(.cast(target, nil), type, place)
        case .memberAccessExpr(let node):
            if let made = casePattern(node, nil, type: type, mode: mode, place) { return made }
            if caseFailed { caseFailed = false; return nil }
        case .functionCallExpr(let node):
            if let access = node.calledExpression.as(MemberAccessExprSyntax.self) {
                if let made = casePattern(access, node.arguments, type: type, mode: mode, place) { return made }
                if caseFailed { caseFailed = false; return nil }
                if access.base == nil, node.arguments.contains(where: { $0.expression.is(PatternExprSyntax.self) }) {
                    world.error(
                        "type '\(type)' has no member '\(access.declName.baseName.identifierText)'", at: range(access.declName))
                    declareErrorNames(node.arguments)
                    return nil
                }
            }
        default: break
        }
        return matchPattern(syntax, type: type, place)
    }

    private var caseFailed = false

    /// `.name`, `.name(…)`, `Type.name(…)` for an enum.
    private func casePattern(
        _ node: MemberAccessExprSyntax, _ arguments: LabeledExprListSyntax?, type: Type, mode: Bool?,
        _ place: SourceRange
    ) -> Pattern? {
        caseFailed = false
        let name = node.declName.baseName.identifierText
        var enumType = type
        if let base = node.base {
            let generator = ExpressionGenerator(self, scope: scope, rootRange: place)
            guard let named = generator.typeOf(base) else { return nil }
            // A generic enum's name without its arguments is that of the subject.
            if let declaration = named.nominal, declaration.kind == .enum {
                if type.nominal === declaration {
                    enumType = type
                } else if type.optionalPayload?.nominal === declaration {
                    return casePattern(node, arguments, type: type.optionalPayload ?? type, mode: mode, place).map {
                        Pattern(.some($0), type, place)
                    }
                } else if type.isExistential || type.isClass {
                    // `catch MyError.case`: the error is cast first.
                    let target = named.hasVariables ? declaration.declaredType : named
                    guard declaration.enumCases.contains(where: { $0.name == name }) else { return nil }
                    guard let inner = enumCasePattern(declaration, name, arguments, type: target, mode: mode, place, node)
                    else { return nil }
                    return Pattern(.cast(target, inner), type, place)
                } else {
                    return nil
                }
            } else {
                return nil
            }
        }
        if enumType.isOptional {
            if name == "none", arguments == nil { return Pattern(.none, type, place) }
            if name == "some", arguments == nil, let payload = enumType.optionalPayload {
                return Pattern(.some(Pattern(.any, payload, place)), type, place)
            }
            if name == "some", let arguments, arguments.count == 1, let only = arguments.first,
                let payload = enumType.optionalPayload
            {
                guard let inner = expressionPattern(only.expression, type: payload, mode: mode) else {
                    caseFailed = true
                    return nil
                }
                return Pattern(.some(inner), type, place)
            }
            if let payload = enumType.optionalPayload, let declaration = payload.nominal, declaration.kind == .enum || payload.isOptional,
                let inner = casePattern(node, arguments, type: payload, mode: mode, place)
            {
                return Pattern(.some(inner), type, place)
            }
            return nil
        }
        guard case .nominal(let declaration, _) = enumType, declaration.kind == .enum else { return nil }
        return enumCasePattern(declaration, name, arguments, type: enumType, mode: mode, place, node)
    }

    private func enumCasePattern(
        _ declaration: NominalDeclaration, _ name: String, _ arguments: LabeledExprListSyntax?, type: Type, mode: Bool?,
        _ place: SourceRange, _ node: MemberAccessExprSyntax
    ) -> Pattern? {
        let named = declaration.enumCases.filter { $0.name == name }
        guard let enumCase = named.first(where: { $0.parameters.count == arguments?.count ?? 0 }) ?? named.first else {
            if declaration.lookUpMembers(name).isEmpty {
                let suggestion = nearest(name, in: declaration.enumCases.map { $0.name })
                world.error(
                    "type '\(type)' has no member '\(name)'" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""),
                    at: range(node.declName), fixIt: suggestion)
                if let arguments { declareErrorNames(arguments) }
                caseFailed = true
            }
            return nil
        }
        let substitutions = declaration.substitutions(type.arguments)
        let types = enumCase.parameters.map { substitutions.apply($0.type) }
        guard let arguments else { return Pattern(.enumCase(enumCase, payload: []), type, place) }
        if types.isEmpty {
            world.error("pattern with associated values does not match enum case '\(name)'", at: place)
            declareErrorNames(arguments)
            caseFailed = true
            return nil
        }
        if arguments.count == 1, types.count > 1, let only = arguments.first {
            // `.pair(let both)`: the payload as a tuple.
            let tuple = Type.tuple(
                zip(enumCase.parameters, types).map { TupleElement(label: $0.label, type: $1) })
            guard let inner = expressionPattern(only.expression, type: tuple, mode: mode) else {
                caseFailed = true
                return nil
            }
            return Pattern(.enumCase(enumCase, payload: [inner]), type, place)
        }
        guard arguments.count == types.count else {
            world.error(
                "tuple pattern has the wrong length for tuple type '(\(types.map { $0.description }.joined(separator: ", ")))'",
                at: place)
            declareErrorNames(arguments)
            caseFailed = true
            return nil
        }
        var parts: [Pattern] = []
        for (index, (argument, part)) in zip(arguments, types).enumerated() {
            if let label = argument.label?.identifierText, label != enumCase.parameters[index].label {
                world.error(
                    "tuple pattern element label '\(label)' must be '\(enumCase.parameters[index].label ?? "_")'",
                    at: range(argument))
                declareErrorNames(arguments)
                caseFailed = true
                return nil
            }
            guard let made = expressionPattern(argument.expression, type: part, mode: mode) else {
                caseFailed = true
                return nil
            }
            parts.append(made)
        }
        return Pattern(.enumCase(enumCase, payload: parts), type, place)
    }

    /// Any other expression is compared with the subject by `~=`.
    private func matchPattern(_ syntax: ExprSyntax, type: Type, _ place: SourceRange) -> Pattern? {
        let subject = VariableDeclaration(name: "$match", range: place, context: scope, isLet: true)
        subject.semantic.type = type
        subject.semantic.state = .resolved
        subject.semantic.hasInitialValue = true
        declare(subject, in: body)
        let generator = ExpressionGenerator(self, scope: scope, rootRange: place)
        let errors = world.sink.errorCount
        let value = generator.value(syntax)
        let isLiteral = value.unwrapped is LiteralNode || value.unwrapped is ArrayLiteralNode
        var node: Node = ErrorNode(place)
        if !(value is ErrorNode) {
            let reference = VariableNode(place, subject, type)
            node = generator.operatorNode(
                .binaryOperator(isLiteral ? "==" : "~="), .infix, isLiteral ? [reference, value] : [value, reference], place)
        }
        let test = finish(
            generator, node, expected: world.boolType, purpose: .condition, errors: errors, range: place)
        if case .error = test.kind { return nil }
        return Pattern(.expression(subject: subject, test: test), type, place)
    }
}

extension TypeSyntax {
    /// A generic type's name without its arguments, or with `_` among them.
    func leavesArgumentsOut(_ world: World, _ scope: Scope) -> Bool {
        if let node = self.as(IdentifierTypeSyntax.self) {
            if let clause = node.genericArgumentClause {
                return clause.arguments.contains { argument in
                    if case .type(let type) = argument.argument { return type.leavesArgumentsOut(world, scope) }
                    return false
                }
            }
            if node.name.text == "_" { return true }
            guard let nominal = world.lookUpType(node.name.identifierText, from: scope)?.declaration as? NominalDeclaration
            else { return false }
            return nominal.ownGenericParameterCount > 0 && nominal.kind != .protocol && world.enclosing(nominal, scope) == nil
        }
        if let node = self.as(ArrayTypeSyntax.self) { return node.element.leavesArgumentsOut(world, scope) }
        if let node = self.as(OptionalTypeSyntax.self) { return node.wrappedType.leavesArgumentsOut(world, scope) }
        if let node = self.as(DictionaryTypeSyntax.self) {
            return node.key.leavesArgumentsOut(world, scope) || node.value.leavesArgumentsOut(world, scope)
        }
        return false
    }
}

extension CodeBlockItemSyntax {
    /// The expression that the item is, also where the parser wraps it in a statement.
    var expression: ExprSyntax? {
        switch item {
        case .expr(let expression): return expression
        case .stmt(let statement): return statement.as(ExpressionStmtSyntax.self)?.expression
        case .decl: return nil
        }
    }
}

extension Type {
    var isTupleLike: Bool {
        if case .tuple = self { return true }
        return false
    }
}

extension Substring {
    /// Where a text first stands.
    func range(ofText text: String) -> Range<Substring.Index>? {
        guard let first = text.first else { return nil }
        var index = startIndex
        while index < endIndex {
            if self[index] == first, self[index...].hasPrefix(text) {
                return index..<self.index(index, offsetBy: text.count)
            }
            index = self.index(after: index)
        }
        return nil
    }
}

/// Whether statements return a value (not counting those of closures and functions inside).
final class ReturnFinder: SyntaxVisitor {
    private var found = false

    static func returnsValue(_ statements: CodeBlockItemListSyntax) -> Bool {
        let finder = ReturnFinder(viewMode: .sourceAccurate)
        finder.walk(statements)
        return finder.found
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.expression != nil { found = true }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
    override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}

/// Whether an `if` or `switch` has one expression (or exit) in every branch.
enum StatementValueFinder {
    static func isValue(_ syntax: ExprSyntax) -> Bool {
        if let node = syntax.as(IfExprSyntax.self) {
            guard isBranch(node.body.statements) else { return false }
            switch node.elseBody {
            case .ifExpr(let next): return isValue(ExprSyntax(next))
            case .codeBlock(let body): return isBranch(body.statements)
            case nil: return false
            }
        }
        if let node = syntax.as(SwitchExprSyntax.self) {
            return node.cases.allSatisfy {
                if case .switchCase(let clause) = $0 { return isBranch(clause.statements) }
                return false
            }
        }
        return false
    }

    private static func isBranch(_ statements: CodeBlockItemListSyntax) -> Bool {
        guard statements.count == 1, let only = statements.first else { return false }
        if let expression = only.expression, expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) {
            return isValue(expression)
        }
        switch only.item {
        case .expr(let expression):
            if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return isValue(expression) }
            if let infix = expression.as(InfixOperatorExprSyntax.self), infix.operator.is(AssignmentExprSyntax.self) {
                return false
            }
            return true
        case .stmt(let statement): return statement.is(ThrowStmtSyntax.self)
        case .decl: return false
        }
    }
}
