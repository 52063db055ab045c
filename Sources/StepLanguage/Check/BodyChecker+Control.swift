import SwiftOperators
import SwiftSyntax

/// Loops, conditions, jumps, errors.
extension BodyChecker {
    func statement(_ syntax: StmtSyntax, label: String? = nil) -> [Statement] {
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
            guard let next = switchHasNext.last else {
                world.error("'fallthrough' is only allowed inside a switch", at: place)
                return []
            }
            guard case .following(let names) = next else {
                world.error("'fallthrough' without a following 'case' or 'default' block", at: place)
                return []
            }
            if let name = names.first {
                world.error("'fallthrough' from a case which doesn't bind variable '\(name)'", at: place)
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

    func makeLabel(_ name: String?, isLoop: Bool, isSwitch: Bool = false) -> LabelID {
        let id = LabelID(number: nextLabel)
        nextLabel += 1
        labels.append((name, id, isLoop, isSwitch))
        return id
    }

    func control(_ syntax: ExprSyntax, label: String?) -> [Statement] {
        if let node = syntax.as(IfExprSyntax.self) { return [ifStatement(node, label: label)] }
        if let node = syntax.as(SwitchExprSyntax.self) {
            return switchStatement(node, label: label).map { [$0] } ?? []
        }
        return []
    }

    func ifStatement(_ node: IfExprSyntax, label: String?) -> Statement {
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

    func conditions(_ list: ConditionElementListSyntax, in inner: Scope) -> [Condition] {
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
    func check(_ syntax: ExprSyntax, name: IdentifierPatternSyntax) -> Expression {
        let place = range(name)
        let text = name.identifier.identifierText
        let generator = ExpressionGenerator(self, scope: scope, rootRange: place)
        let errors = world.sink.errorCount
        let node = generator.nameNode(text, place, name)
        generator.postChoice(node)
        return finish(generator, node, expected: nil, purpose: .none, errors: errors, range: place)
    }

    /// Names of a pattern whose subject was refused.
    func declareErrorNames(_ syntax: some SyntaxProtocol) {
        for token in syntax.tokens(viewMode: .sourceAccurate) {
            if case .identifier = token.tokenKind, token.parent?.is(IdentifierPatternSyntax.self) ?? false,
                let node = token.parent?.as(IdentifierPatternSyntax.self)
            {
                _ = bind(node, type: .error, isLet: true, isGlobal: false, hasValue: true)
            }
        }
    }

    func guardStatement(_ node: GuardStmtSyntax, _ place: SourceRange) -> [Statement] {
        // The `else` does not see what the conditions bind.
        let otherwise = block(node.body)
        let conditions = self.conditions(node.conditions, in: scope)
        if !world.sink.hasErrors || !conditions.isEmpty, Flow.fallsThrough(otherwise, world) {
            world.error(
                "'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope",
                at: range(node.body.rightBrace))
        }
        return [Statement(.guard(conditions, else: otherwise), place)]
    }

    func whileStatement(_ node: WhileStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
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

    func repeatStatement(_ node: RepeatStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        let id = makeLabel(label, isLoop: true)
        let body = block(node.body)
        labels.removeLast()
        let condition = check(node.condition, expected: world.boolType, purpose: .condition)
        if case .error = condition.kind { return [] }
        return [Statement(.repeatWhile(body: body, condition: condition, label: id), place)]
    }

    /// `for x: UInt32 in stride(…)`: what the written type makes of its literals.
    private func strideOf(_ annotation: TypeSyntax, _ sequence: ExprSyntax) -> Type? {
        guard let call = sequence.as(FunctionCallExprSyntax.self),
            call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "stride", call.arguments.count == 3,
            let name = ["to": "StrideTo", "through": "StrideThrough"][call.arguments.dropFirst().first?.label?.text ?? ""],
            let nominal = world.libraryDeclarations(named: name).first as? NominalDeclaration
        else { return nil }
        let type = TypeResolver(scope, file: file).resolve(annotation)
        return type.isError ? nil : .nominal(nominal, [type])
    }

    func forStatement(_ node: ForStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
        if let token = node.awaitKeyword { return unsupported("'await'", token) }
        var expectedSequence: Type?
        if let annotation = node.typeAnnotation?.type, node.sequence.is(ArrayExprSyntax.self) {
            let type = TypeResolver(scope, file: file).resolve(annotation)
            if !type.isError { expectedSequence = world.array(type) }
        } else if let annotation = node.typeAnnotation?.type, let known = strideOf(annotation, node.sequence) {
            expectedSequence = known
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

    func breakStatement(_ node: BreakStmtSyntax, _ place: SourceRange) -> [Statement] {
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

    func continueStatement(_ node: ContinueStmtSyntax, _ place: SourceRange) -> [Statement] {
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

    func returnStatement(_ node: ReturnStmtSyntax, _ place: SourceRange) -> [Statement] {
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
            if refusesOther(than: value) { return [] }
            noteOpaque(value)
            return [Statement(.return(value), place)]
        }
        let value = check(expression, expected: foundResult, purpose: .returned)
        if case .error = value.kind { return [] }
        if foundResult == nil { foundResult = value.type }
        return [Statement(.return(value), place)]
    }

    /// An opaque result takes whatever conforms.
    func resultFor(_ type: Type) -> Type? {
        if case .opaque(let opaque, _) = type, opaque === function?.semantic.opaque { return opaque.underlyingCache }
        return type
    }

    func noteOpaque(_ value: Expression) {
        guard let opaque = function?.semantic.opaque, opaque.underlyingCache == nil, !isClosure else { return }
        world.settle(opaque, by: value, "return type of \(function?.fullName ?? "function")")
    }

    /// An expression where `if` and `switch` may stand.
    func checkValue(_ syntax: ExprSyntax, expected: Type?, purpose: ContextPurpose) -> Expression {
        if syntax.is(IfExprSyntax.self) || syntax.is(SwitchExprSyntax.self) {
            return statementValue(syntax, expected: expected)
        }
        return check(syntax, expected: expected, purpose: purpose)
    }

    func doStatement(_ node: DoStmtSyntax, _ label: String?, _ place: SourceRange) -> [Statement] {
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
        let saved = (handlesErrors, isInPartialCatch)
        handlesErrors = handlesErrors || isExhaustive
        isInPartialCatch = !isExhaustive
        let body = block(node.body)
        (handlesErrors, isInPartialCatch) = saved
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
}
