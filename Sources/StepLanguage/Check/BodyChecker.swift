import SwiftOperators
import SwiftSyntax

/// Checks the statements of one body: a function's, a closure's, a step's top level, an initial value's.
final class BodyChecker {
    let world: World
    /// The text at work: the program's, or what the language writes in its place.
    var file: SourceFile
    let body: CodeBody
    /// The result builder whose blocks are checked.
    var builder: BuilderState?
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
    /// In a `do` whose clauses do not take every error.
    var isInPartialCatch = false
    var closureDepth = 0
    /// The types of error that come out of the statements checked so far, up to the `do` around them.
    var thrownTypes: [Type] = []
    var labels: [(name: String?, id: LabelID, isLoop: Bool, isSwitch: Bool)] = []
    var nextLabel = 0
    var yieldTypes: [(expected: Type?, found: Type?)] = []
    var deferDepth = 0
    var nesting = 0
    /// What `fallthrough` comes to in the cases around, innermost last.
    var switchHasNext: [NextCase] = []

    enum NextCase {
        case last
        /// With the names that its patterns bind.
        case following([String])
    }
    var outer: BodyChecker?
    var hasDelegation = false
    var hasSuperCall = false
    var lastExit = "return"
    var topScope: Scope?
    var localFunctions: [SyntaxIdentifier: FunctionDeclaration] = [:]
    /// The first item's variables, which the other items of the case bind, too.
    var sharedNames: [String: VariableDeclaration]?
    var caseFailed = false

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

    /// What `#line`, `#function` and their like stand for at a place; nil for other macros.
    func placeLiteral(_ name: String, _ range: SourceRange) -> LiteralValue? {
        switch name {
        case "line": .integer(magnitude: UInt64(range.location.line), negative: false)
        case "column": .integer(magnitude: UInt64(range.location.column), negative: false)
        case "function": .string(functionName)
        case "file", "fileID", "filePath": .string(range.location.file)
        default: nil
        }
    }

    var functionName: String {
        if let item = function?.accessorOf as? SubscriptDeclaration {
            return "subscript(\(item.parameters.map { ($0.label ?? "_") + ":" }.joined()))"
        }
        if let function { return function.isAccessor ? function.name : function.fullName }
        return "main"
    }

    // MARK: Expressions

    func fold(_ syntax: ExprSyntax) -> ExprSyntax {
        guard let sequence = syntax.as(SequenceExprSyntax.self) else { return syntax }
        return (try? world.operators.table.foldSingle(sequence)) ?? syntax
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

    func finish(
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
        var found: Declaration?
        switch world.lookUp(token.identifierText, from: scope) {
        case .declarations(let declarations): found = declarations.first
        case .members(let members, _, _): found = members.first?.declaration
        default: break
        }
        guard let variable = found as? VariableDeclaration else {
            world.error("cannot find '\(token.identifierText)' in scope", at: range)
            return Expression(.error, .error, range)
        }
        if variable.isMember, !variable.isStatic, let me = selfVariable(from: scope), let owner = variable.context.selfNominal {
            // A property of `self`.
            if case .local(let body, _) = me.storage { capture(me, owner: body, from: self.body) }
            let level = world.superclass(of: me.type, declaration: owner) ?? me.type
            let substitutions = owner.kind == .protocol ? world.substitutions(forProtocolMember: owner, base: me.type) : owner.substitutions(level.arguments)
            let base = Expression(.variable(me), me.type, range)
            let how: Dispatch = variable.isProtocolRequirement ? .witness : me.type.isClass ? .virtual : .direct
            return Expression(.property(base: base, variable, substitutions, how), substitutions.apply(variable.type), range)
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

    func unescape(_ text: String, pounds: Int) -> String {
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

    func declare(_ variable: VariableDeclaration, in body: CodeBody) { body.declare(variable) }

    /// A variable of `owner` is used in `user`, a body somewhere inside it.
    func capture(_ variable: VariableDeclaration, owner: CodeBody, from user: CodeBody) {
        if owner === user { return }
        // The `self` of a static member is known to the code inside, and is no value at run time.
        if variable.semantic.isSelf, !variable.semantic.isCaptureEntry, case .metatype = variable.type { return }
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

    var isInDo = 0

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
        _ statements: CodeBlockItemListSyntax, scope: Scope, expected: Type?, end: SourceRange, builder: Type? = nil
    ) -> CheckedClosure {
        expectedResult = expected
        let saved = self.scope
        self.scope = scope
        defer { self.scope = saved }
        if let builder {
            let made = builderStatements(statements, builder, expected: expected, scope: scope, place: end)
            if made == nil { world.requireDiagnosis(at: end) }
            if let made, !world.sink.hasErrors { InitializationChecker(self, body: body).check(made.statements) }
            return CheckedClosure(statements: made?.statements ?? [], result: made?.result ?? .error)
        }
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

    func soleStatementValue(_ syntax: ExprSyntax, expected: Type?) -> Expression? {
        guard StatementValueFinder.isValue(syntax) else { return nil }
        let value = statementValue(syntax, expected: expected)
        if case .error = value.kind { return value }
        if expected == nil, value.type.isVoid { return nil }
        return value
    }
}

extension TypeSyntax {
    /// A generic type's name without its arguments, or with `_` among them.
    func leavesArgumentsOut(_ world: World, _ scope: DeclarationContext) -> Bool {
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
