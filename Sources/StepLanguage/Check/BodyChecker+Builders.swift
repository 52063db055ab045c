import SwiftSyntax

/// The statements of a result builder's closure or function: each gives a component, which the builder's functions put
/// together.
extension BodyChecker {
    /// What builds results, and the branches of the statement at work.
    final class BuilderState {
        let type: Type
        let name: String
        var branches: [Branch] = []
        var count = 0

        init(_ type: Type) {
            self.type = type
            name = type.nominal?.name ?? "\(type)"
        }
    }

    /// A branch of an `if` or `switch`, or a loop's body, with the component that it gives.
    struct Branch {
        let component: VariableDeclaration
        let scope: Scope
        /// Stands at its end for what is done with the component.
        let end: Expression
    }

    /// The value that a builder makes of statements, returned.
    func builderStatements(
        _ items: CodeBlockItemListSyntax, _ type: Type, expected: Type?, scope inner: Scope, place: SourceRange
    ) -> (statements: [Statement], result: Type)? {
        let state = BuilderState(type)
        let savedState = builder
        builder = state
        defer { builder = savedState }
        // A name for the builder that every closure inside finds.
        let alias = TypeAliasDeclaration(name: "$Builder", range: nil, context: inner)
        alias.semantic.type = type
        alias.semantic.file = file
        world.retain(alias)
        inner.add(alias)
        let saved = scope
        scope = inner
        defer { scope = saved }
        let errors = world.sink.errorCount
        var statements: [Statement] = []
        if let finals = type.nominal?.lookUpMembers("buildFinalResult"), finals.count > 1 {
            world.error("a result builder with several 'buildFinalResult' is not supported in lessons", at: place)
            return nil
        }
        let isFinal = !has("buildFinalResult")
        guard var value = components(items, place, &statements, expected: isFinal ? expected : nil) else { return nil }
        if !isFinal {
            let built = bind(value, &statements)
            guard let last = call("$Builder.buildFinalResult(\(built.name))", expected, value.range) else { return nil }
            value = last
        }
        guard world.sink.errorCount == errors else { return nil }
        statements.append(Statement(.return(value), value.range))
        return (statements, value.type)
    }

    /// A block in a statement of a builder: its component is kept for what the builder makes of the statement.
    func builderBranch(_ items: CodeBlockItemListSyntax, scope inner: Scope, _ state: BuilderState) -> [Statement] {
        let saved = scope
        scope = inner
        defer { scope = saved }
        let outer = state.branches
        state.branches = []
        var statements: [Statement] = []
        let place = items.first.map { range($0) } ?? body.range
        let built = components(items, place, &statements)
        state.branches = outer
        guard let built else { return statements }
        let component = bind(built, &statements)
        let nothing = Expression(.tuple([]), .void, built.range)
        let end = Expression(.assign(target: Expression(.discard, .void, built.range), value: nothing), .void, built.range)
        statements.append(Statement(.expression(end), built.range))
        state.branches.append(Branch(component: component, scope: inner, end: end))
        return statements
    }

    /// The components of a block, put together.
    private func components(
        _ items: CodeBlockItemListSyntax, _ place: SourceRange, _ statements: inout [Statement], expected: Type? = nil
    ) -> Expression? {
        prepare(items, in: scope)
        var names: [String] = []
        var isBroken = false
        for item in items {
            if case .decl(let declaration) = item.item {
                if !declaration.is(VariableDeclSyntax.self) {
                    _ = refuse("closure containing a declaration cannot be used with result builder '\(builder?.name ?? "")'", item)
                    isBroken = true
                    continue
                }
                // Statements of declarations are no components; blocks in them are ordinary ones.
                let saved = builder
                builder = nil
                statements += statement(item)
                builder = saved
                continue
            }
            let errors = world.sink.errorCount
            guard let value = component(item, &statements), world.sink.errorCount == errors else {
                world.requireDiagnosis(at: range(item))
                isBroken = true
                continue
            }
            names.append(bind(value, &statements).name)
        }
        if isBroken { return nil }
        guard has("buildPartialBlock"), let first = names.first else {
            return call("$Builder.buildBlock(\(names.joined(separator: ", ")))", expected, place)
        }
        guard var value = call("$Builder.buildPartialBlock(first: \(first))", names.count == 1 ? expected : nil, place)
        else { return nil }
        for (index, name) in names.enumerated().dropFirst() {
            let before = bind(value, &statements).name
            let text = "$Builder.buildPartialBlock(accumulated: \(before), next: \(name))"
            guard let next = call(text, index == names.count - 1 ? expected : nil, place) else { return nil }
            value = next
        }
        return value
    }

    private func component(_ item: CodeBlockItemSyntax, _ statements: inout [Statement]) -> Expression? {
        if let expression = item.expression {
            if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) {
                return choice(expression, &statements)
            }
            if let infix = expression.as(InfixOperatorExprSyntax.self), infix.operator.is(AssignmentExprSyntax.self) {
                return refuse("an assignment in a result builder is not supported in lessons", item)
            }
            guard has("buildExpression") else {
                let savedBuilder = builder
                builder = nil
                defer { builder = savedBuilder }
                let value = check(expression)
                if case .error = value.kind { return nil }
                return value
            }
            var text = ExpandedText(in: file)
            text.write("$Builder.buildExpression(", at: range(expression))
            text.copy(range(expression))
            text.write(")", at: range(expression))
            return checked(text, nil)
        }
        if case .stmt(let statement) = item.item {
            if let node = statement.as(ForStmtSyntax.self) { return loop(node, &statements) }
            if let node = statement.as(DoStmtSyntax.self), node.catchClauses.isEmpty {
                var inside: [Statement] = []
                let saved = scope
                scope = inner()
                let built = components(node.body.statements, range(node), &inside)
                scope = saved
                statements += inside
                return built
            }
        }
        return refuse("closure containing control flow statement cannot be used with result builder '\(builder?.name ?? "")'", item)
    }

    /// `if` and `switch`: one of the branches' components, told apart by `buildEither`.
    private func choice(_ syntax: ExprSyntax, _ statements: inout [Statement]) -> Expression? {
        guard let state = builder else { return nil }
        let place = range(syntax)
        let outer = state.branches
        state.branches = []
        let errors = world.sink.errorCount
        let made = control(syntax, label: nil)
        let branches = state.branches
        state.branches = outer
        guard world.sink.errorCount == errors, let statement = made.first, !branches.isEmpty else { return nil }
        let isComplete = syntax.is(SwitchExprSyntax.self) || syntax.endsInElse
        for name in [isComplete ? nil : "buildOptional", branches.count > 1 ? "buildEither" : nil] {
            if let name, !has(name) {
                return refuse(
                    "closure containing control flow statement cannot be used with result builder '\(state.name)'", syntax)
            }
        }
        // The branches' types are found together, as of `true ? first : second`.
        let meeting = inner()
        for branch in branches { meeting.add(branch.component) }
        let saved = scope
        scope = meeting
        let together = call(injection(branches.map(\.component.name)[...]) { $0 }, nil, place)
        scope = saved
        guard let together else { return nil }
        var leaves: [Expression] = []
        collect(together, branches.count, &leaves)
        guard leaves.count == branches.count else {
            return refuse("this statement in a result builder is not supported in lessons", syntax)
        }
        let type = isComplete ? together.type : world.optional(together.type)
        let result = hidden(type, place)
        for (branch, leaf) in zip(branches, leaves) {
            let value = isComplete ? leaf : Expression(.convert(leaf, .wrap(.identity)), type, leaf.range)
            branch.end.replacement = assignment(result, value)
        }
        if isComplete {
            statements.append(Statement(.declare([result]), place))
        } else {
            let none = Expression(.literal(.nil, initializer: nil), type, place)
            statements.append(Statement(.binding(Pattern(.bind(result), type, place), none), place))
        }
        statements.append(statement)
        if isComplete { return Expression(.variable(result), type, place) }
        return call("$Builder.buildOptional(\(result.name))", nil, place)
    }

    /// The expression that tells one of several components, a balanced tree of `buildEither`.
    private func injection(_ names: ArraySlice<String>, _ wrap: (String) -> String) -> String {
        guard names.count > 1 else { return names.map(wrap).joined() }
        var half = 1
        while half * 2 < names.count { half *= 2 }
        let middle = names.startIndex + half
        let first = injection(names[..<middle]) { wrap("$Builder.buildEither(first: \($0))") }
        let second = injection(names[middle...]) { wrap("$Builder.buildEither(second: \($0))") }
        return "(true ? \(first) : \(second))"
    }

    private func collect(_ value: Expression, _ count: Int, _ leaves: inout [Expression]) {
        if count > 1, case .conditional(_, let then, let otherwise) = value.kind {
            var half = 1
            while half * 2 < count { half *= 2 }
            collect(then, half, &leaves)
            collect(otherwise, count - half, &leaves)
        } else {
            leaves.append(value)
        }
    }

    /// `for`: the components of all turns in an array.
    private func loop(_ node: ForStmtSyntax, _ statements: inout [Statement]) -> Expression? {
        guard let state = builder else { return nil }
        let place = range(node)
        guard has("buildArray") else {
            return refuse("closure containing control flow statement cannot be used with result builder '\(state.name)'", node)
        }
        let outer = state.branches
        state.branches = []
        let errors = world.sink.errorCount
        let made = forStatement(node, nil, place)
        let branches = state.branches
        state.branches = outer
        guard world.sink.errorCount == errors, let branch = branches.first, branches.count == 1 else { return nil }
        let type = world.array(branch.component.type)
        let result = hidden(type, place, isLet: false)
        let saved = scope
        scope = branch.scope
        let append = call("\(result.name).append(\(branch.component.name))", nil, place)
        scope = saved
        guard let append else { return nil }
        branch.end.replacement = append
        let empty = Expression(.arrayLiteral([]), type, place)
        statements.append(Statement(.binding(Pattern(.bind(result), type, place), empty), place))
        statements += made
        return call("$Builder.buildArray(\(result.name))", nil, place)
    }

    // MARK: Pieces

    private func refuse(_ message: String, _ node: some SyntaxProtocol) -> Expression? {
        world.error(message, at: range(node))
        return nil
    }

    private func has(_ name: String) -> Bool { !(builder?.type.nominal?.lookUpMembers(name).isEmpty ?? true) }

    /// A variable of the language's own.
    private func hidden(_ type: Type, _ place: SourceRange, isLet: Bool = true) -> VariableDeclaration {
        let number = builder?.count ?? 0
        builder?.count += 1
        let variable = VariableDeclaration(name: "$b\(number)", range: place, context: scope, isLet: isLet)
        variable.semantic.type = type
        variable.semantic.state = .resolved
        variable.semantic.hasInitialValue = true
        world.retain(variable)
        scope.add(variable)
        declare(variable, in: body)
        return variable
    }

    private func bind(_ value: Expression, _ statements: inout [Statement]) -> VariableDeclaration {
        let variable = hidden(value.type, value.range)
        statements.append(Statement(.binding(Pattern(.bind(variable), value.type, value.range), value), value.range))
        return variable
    }

    private func assignment(_ variable: VariableDeclaration, _ value: Expression) -> Expression {
        Expression(.assign(target: Expression(.variable(variable), variable.type, value.range), value: value), .void, value.range)
    }

    private func call(_ text: String, _ expected: Type?, _ place: SourceRange) -> Expression? {
        var expanded = ExpandedText(in: file)
        expanded.write(text, at: place)
        return checked(expanded, expected)
    }

    /// Checks an expression that the language writes.
    private func checked(_ text: ExpandedText, _ expected: Type?) -> Expression? {
        let (made, items) = text.parsed(world)
        guard let syntax = items.first?.expression else { return nil }
        let saved = (file, builder)
        (file, builder) = (made, nil)
        defer { (file, builder) = saved }
        let value = check(syntax, expected: expected, purpose: expected == nil ? .none : .returned)
        if case .error = value.kind { return nil }
        return value
    }
}

extension ExprSyntax {
    /// Whether an `if` has an `else` for all that its conditions leave.
    var endsInElse: Bool {
        guard let node = self.as(IfExprSyntax.self) else { return false }
        switch node.elseBody {
        case .ifExpr(let next): return ExprSyntax(next).endsInElse
        case .codeBlock: return true
        case nil: return false
        }
    }
}

extension World {
    /// The result builder that an attribute of a parameter names.
    func builderType(
        _ attribute: AttributeSyntax, of parameter: ParameterDeclaration, context: DeclarationContext, file: SourceFile
    ) -> Type? {
        guard nominal(named: attribute.attributeName, from: context, file: file)?.semantic.isResultBuilder ?? false else {
            error("an attribute of a parameter is not supported in lessons", at: range(attribute, file))
            return nil
        }
        guard case .function = parameter.type, !parameter.isAutoclosure else {
            error(
                "result builder attribute '\(attribute.attributeName.trimmedDescription)' can only be applied to a parameter of"
                    + " function type", at: range(attribute, file))
            return nil
        }
        return builderType(attribute, context: context, file: file)
    }

    /// The result builder that an attribute names.
    func builderType(_ attribute: AttributeSyntax, context: DeclarationContext, file: SourceFile) -> Type? {
        let place = range(attribute.attributeName, file)
        let found = nominal(named: attribute.attributeName, from: context, file: file)
        guard let found, found.semantic.isResultBuilder else {
            error(
                found?.semantic.isPropertyWrapper ?? false
                    ? "property wrapper cannot be applied to a computed property"
                    : "unknown attribute '\(attribute.attributeName.trimmedDescription)'", at: place)
            return nil
        }
        let type = TypeResolver(context, file: file).resolve(attribute.attributeName)
        if type.isError { return nil }
        if type.hasParameters {
            error("a result builder that depends on generic parameters is not supported in lessons", at: place)
            return nil
        }
        return type
    }
}
