import SwiftOperators
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

extension World {
    /// Checks steps in order. Names of a step's functions and types are known in all of it; its variables from
    /// their declaration on, in functions everywhere.
    func check(_ steps: [CheckedStep]) {
        loadOperators()
        for step in steps {
            onBigStack { self.check(step) }
        }
    }

    private func check(_ step: CheckedStep) {
        let file = step.step.source
        sink = DiagnosticSink()
        usage = NameUsage()
        currentStep = step
        pendingBodies = []
        defer {
            step.diagnostics = sink.diagnostics.sorted { ($0.location.line, $0.location.column) < ($1.location.line, $1.location.column) }
            step.reads = usage.reads
            step.writes = usage.writes
            currentStep = nil
            if sink.hasErrors { hasFailedBefore = true }
        }
        if let place = nestingTooDeep(file) {
            error("the nesting of brackets is too deep", at: place)
            return
        }
        let parsed = Parser.parse(source: file.text)
        if parsed.hasError {
            let converter = ParseDiagnosticsGenerator.diagnostics(for: parsed)
            for diagnostic in converter {
                let offset = diagnostic.position.utf8Offset
                let end = max(offset + 1, diagnostic.node.endPositionBeforeTrailingTrivia.utf8Offset)
                error(
                    compilerWording(diagnostic.message, offset, file), at: SourceRange(file: file, start: offset, end: end))
            }
            if sink.hasErrors { return }
        }
        for name in operators.add(parsed) {
            error(
                "precedence group '\(name.name.text)' cannot stand after 'lowerThan': it is no group of the standard library",
                at: range(name, file))
        }
        let folded = operators.table.foldAll(parsed) { problem in
            self.reportOperator(problem, file)
        }
        guard let tree = folded.as(SourceFileSyntax.self), !sink.hasErrors else { return }
        let body = CodeBody(
            parent: nil, range: SourceRange(file: file, start: max(0, file.utf8.count - 1), end: file.utf8.count))
        retain(body)
        let scope = Scope(parent: sessionContext, body: body)
        let checker = BodyChecker(world: self, file: file, body: body, scope: scope, function: nil, expectedResult: .void)
        checker.handlesErrors = true
        var nominals: [NominalDeclaration] = []
        var extensions: [ExtensionDeclaration] = []
        if step.step.isLocal {
            // Its names are its own: a block.
            body.statements = checker.block(tree.statements, scope: Scope(parent: scope, body: body))
        } else {
            checker.isTopLevel = true
            checker.topScope = scope
            declareTopLevel(tree, file: file, step: step, nominals: &nominals, extensions: &extensions)
            body.statements = checker.block(tree.statements, scope: scope)
        }
        finishDisplay(step, body, checker, tree)
        // Bodies of functions, with all of the step's names known.
        for declaration in step.declarations {
            if let function = declaration as? FunctionDeclaration {
                checkSignature(function)
                _ = function.body
            }
        }
        let known = localNominals
        localNominals = []
        for nominal in nominals + known { check(nominal) }
        for made in extensions { check(made) }
        var index = 0
        while index < pendingBodies.count {
            pendingBodies[index]()
            index += 1
        }
        pendingBodies = []
        while !localNominals.isEmpty {
            let more = localNominals
            localNominals = []
            for nominal in more { check(nominal) }
        }
        spreadCaptures()
        if !sink.hasErrors {
            InitializationChecker(checker, body: body).check(body.statements)
        }
        if !sink.hasErrors { step.body = body }
    }

    /// The parser's messages in the compiler's words.
    private func compilerWording(_ message: String, _ offset: Int, _ file: SourceFile) -> String {
        switch message {
        case "expected '}' to end function", "expected '}' to end 'if' statement", "expected '}' to end 'for' statement",
            "expected '}' to end 'while' statement", "expected '}' to end closure":
            return "expected '}' at end of brace statement"
        case "expected '}' to end struct", "expected '}' to end class", "expected '}' to end enum",
            "expected '}' to end extension", "expected '}' to end protocol":
            return "expected '}' in " + message.dropFirst("expected '}' to end ".count)
        case "expected ')' to end function call":
            // Before more on the next line, the compiler misses a comma.
            let rest = file.utf8.dropFirst(offset).drop { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
            return rest.first.map { isIdentifierByte($0) || $0 == 34 } ?? false
                ? "expected ',' separator" : "expected ')' in expression list"
        default: return message
        }
    }

    private func reportOperator(_ problem: OperatorError, _ file: SourceFile) {
        switch problem {
        case .missingOperator(let name, let node):
            error("cannot find operator '\(name)' in scope", at: range(node, file))
        case .incomparableOperators(let left, let leftGroup, _, let rightGroup):
            error(
                "adjacent operators are in unordered precedence groups '\(leftGroup)' and '\(rightGroup)'",
                at: range(left, file))
        case .missingGroup(let name, let node): error("unknown precedence group '\(name)'", at: range(node, file))
        default:
            error("\(problem.message)", at: SourceRange(file: file, start: 0, end: 1))
        }
    }

    /// Brackets nested beyond any need would exhaust the parser.
    private func nestingTooDeep(_ file: SourceFile) -> SourceRange? {
        var depth = 0
        for (offset, byte) in file.utf8.enumerated() {
            switch byte {
            case 40, 91, 123:
                depth += 1
                if depth > 250 { return SourceRange(file: file, start: offset, end: offset + 1) }
            case 41, 93, 125: depth = max(0, depth - 1)
            default: break
            }
        }
        return nil
    }

    private func declareTopLevel(
        _ tree: SourceFileSyntax, file: SourceFile, step: CheckedStep, nominals: inout [NominalDeclaration],
        extensions: inout [ExtensionDeclaration]
    ) {
        let builder = DeclarationBuilder(world: self, file: file, context: sessionContext)
        var extensionSyntaxes: [ExtensionDeclSyntax] = []
        for item in tree.statements {
            guard case .decl(let declaration) = item.item else { continue }
            switch declaration.as(DeclSyntaxEnum.self) {
            case .importDecl(let node):
                let name = node.path.trimmedDescription
                if !["Foundation", "LessonKit", "Swift", "Glibc", "Darwin"].contains(name) {
                    error("no such module '\(name)' in lessons; 'LessonKit' and 'Foundation' are there without an import", at: range(node.path, file))
                }
            case .extensionDecl(let node): extensionSyntaxes.append(node)
            case .variableDecl(let node):
                let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
                for binding in node.bindings {
                    declareGlobals(binding.pattern, binding.typeAnnotation?.type, isLet: isLet, file: file, step: step)
                }
            case .functionDecl, .structDecl, .classDecl, .enumDecl, .protocolDecl, .typeAliasDecl, .actorDecl, .macroDecl:
                for made in builder.build(declaration) {
                    addTopLevel(made, step)
                    step.declarations.append(made)
                    if let nominal = made as? NominalDeclaration { nominals.append(nominal) }
                }
            default: break
            }
        }
        for node in extensionSyntaxes {
            if let made = declareExtension(node, file: file) { extensions.append(made) }
        }
        for nominal in nominals { noteOperators(.syntaxOf(nominal)) }
        for made in extensions { noteOperators(.syntaxOf(made)) }
        for function in step.declarations.compactMap({ $0 as? FunctionDeclaration })
        where function.name.isOperatorName {
            userOperators[function.name, default: []].append(function)
        }
    }

    private enum OperatorSource {
        case syntaxOf(AnyObject)
    }

    private func noteOperators(_ source: OperatorSource) {
        guard case .syntaxOf(let object) = source else { return }
        if let nominal = object as? NominalDeclaration {
            nominal.resolveMembers()
            for member in nominal.semantic.ownMembers { noteOperator(member) }
            for case let inner as NominalDeclaration in nominal.semantic.ownMembers { noteOperators(.syntaxOf(inner)) }
        } else if let made = object as? ExtensionDeclaration {
            for member in made.resolveOwn() { noteOperator(member) }
        }
    }

    private func noteOperator(_ member: Declaration) {
        guard let function = member as? FunctionDeclaration, function.kind == .function,
            function.name.isOperatorName
        else { return }
        // A protocol's are found through the types that conform, or as values.
        if function.isProtocolRequirement {
            requiredOperators[function.name, default: []].append(function)
            return
        }
        userOperators[function.name, default: []].append(function)
    }

    private func addTopLevel(_ declaration: Declaration, _ step: CheckedStep) {
        let name = declaration.name
        stepOf[ObjectIdentifier(declaration)] = step
        step.declares.insert(name)
        if let others = sessionContext.names[name], let range = declaration.range {
            let clash = others.first { other in
                if let mine = declaration as? FunctionDeclaration, let theirs = other as? FunctionDeclaration {
                    return mine.labels == theirs.labels && mine.operatorPosition == theirs.operatorPosition
                        && sameParameterSyntax(mine, theirs)
                }
                // A function with labels is not in the way of a variable.
                if let function = (declaration as? FunctionDeclaration) ?? (other as? FunctionDeclaration),
                    declaration is VariableDeclaration || other is VariableDeclaration
                {
                    return function.labels.isEmpty
                }
                return true
            }
            if let clash {
                let shown = (declaration as? FunctionDeclaration)?.fullName ?? name
                error(
                    "invalid redeclaration of '\(shown)'", at: range,
                    notes: [note("'\(shown)' previously declared here", at: clash)])
            }
        }
        sessionContext.names[name, default: []].append(declaration)
    }

    private func sameParameterSyntax(_ a: FunctionDeclaration, _ b: FunctionDeclaration) -> Bool {
        func types(_ function: FunctionDeclaration) -> [String] {
            (function.semantic.parameterSyntax?.parameters.map { $0.type.trimmedDescription + ($0.ellipsis?.text ?? "") } ?? [])
                + [function.semantic.genericParameterSyntax?.trimmedDescription ?? "", function.semantic.genericWhereSyntax?.trimmedDescription ?? ""]
                + [function.semantic.resultSyntax?.trimmedDescription ?? "Void"]
        }
        return types(a) == types(b)
    }

    /// - Parameter type: the type that is written for a single name.
    private func declareGlobals(
        _ pattern: PatternSyntax, _ type: TypeSyntax?, isLet: Bool, file: SourceFile, step: CheckedStep
    ) {
        switch pattern.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let node):
            let variable = VariableDeclaration(
                name: node.identifier.identifierText, range: range(node, file), context: sessionContext, isLet: isLet)
            variable.storage = .global(index: globals.count)
            globals.append(variable)
            variable.semantic.isDeclared = false
            variable.semantic.state = .resolved
            variable.semantic.type = .error
            variable.semantic.typeSyntax = type
            variable.semantic.file = file
            addTopLevel(variable, step)
            step.declarations.append(variable)
        case .tuplePattern(let node):
            for element in node.elements { declareGlobals(element.pattern, nil, isLet: isLet, file: file, step: step) }
        default: break
        }
    }

    private func declareExtension(_ node: ExtensionDeclSyntax, file: SourceFile) -> ExtensionDeclaration? {
        let resolver = TypeResolver(sessionContext, file: file)
        let name = node.extendedType.trimmedDescription
        var nominal: NominalDeclaration?
        var found: Declaration?
        if let identifier = node.extendedType.as(IdentifierTypeSyntax.self) {
            found = lookUpType(identifier.name.identifierText, from: sessionContext)?.declaration
        } else if let member = node.extendedType.as(MemberTypeSyntax.self) {
            found = lookUpType(member.baseType.trimmedDescription, from: sessionContext)?.declaration
            if let outer = found as? NominalDeclaration {
                found = outer.lookUpDeclared(member.name.identifierText).first
            }
        } else if case .nominal(let declaration, _) = resolver.resolve(node.extendedType) {
            found = declaration
        }
        if let alias = found as? TypeAliasDeclaration { nominal = aliasedType(alias).nominal } else { nominal = found as? NominalDeclaration }
        guard let nominal else {
            if found == nil {
                let suggestion = nearestTypeName(name, from: sessionContext)
                error(
                    "cannot find type '\(name)' in scope" + (suggestion.map { "; did you mean '\($0)'?" } ?? ""),
                    at: range(node.extendedType, file), fixIt: suggestion)
            } else {
                error("non-nominal type '\(name)' cannot be extended", at: range(node.extendedType, file))
            }
            return nil
        }
        loadExtensions(of: nominal)
        let made = ExtensionDeclaration(extended: nominal, parent: sessionContext, world: self)
        retain(made)
        made.semantic.file = file
        made.semantic.inheritance = node.inheritanceClause
        made.semantic.whereSyntax = node.genericWhereClause
        made.semantic.members = .syntax(node.memberBlock.members)
        made.semantic.range = range(node.extendedType, file)
        for modifier in node.modifiers {
            switch modifier.name.text {
            case "private": made.semantic.access = .fileprivate
            case "fileprivate": made.semantic.access = .fileprivate
            default: break
            }
        }
        nominal.semantic.extensions.append(made)
        extensionsChanged(nominal)
        return made
    }

    /// Answers that an extension may change are found anew.
    private func extensionsChanged(_ nominal: NominalDeclaration) {
        for known in nominalsWithCaches { known.forgetCaches() }
        nominal.forgetCaches()
        if nominal.kind == .protocol {
            nominal.semantic.inheritedProtocolClosure = nil
        }
    }

    func register(_ nominal: NominalDeclaration) { localNominals.append(nominal) }

    // MARK: The value that a step shows

    private func finishDisplay(_ step: CheckedStep, _ body: CodeBody, _ checker: BodyChecker, _ tree: SourceFileSyntax) {
        guard step.step.displaysLastExpression, let last = body.statements.last,
            case .expression(let value) = last.kind, let item = tree.statements.last,
            case .expr(let syntax) = item.item, !syntax.is(IfExprSyntax.self), !syntax.is(SwitchExprSyntax.self)
        else { return }
        let range = value.range
        if value.type.isVoid || value.type == neverType || value.type.optionalPayload?.isVoid ?? false { return }
        switch value.kind {
        case .assign, .delegate: return
        case .call(let function, _, _, _, _) where function.isDiscardableResult: return
        default: break
        }
        // Shown, so not unused.
        sink.removeWarnings(at: range.location)
        body.statements[body.statements.count - 1] = Statement(.yield(value), range)
        step.displayedType = value.type.description
    }
}

extension DiagnosticSink {
    var errorCount: Int { errors }

    mutating func removeWarnings(at location: SourceLocation) {
        removeAll { $0.severity == .warning && $0.location.line == location.line && $0.location.column == location.column }
    }
}
