import SwiftOperators
import SwiftSyntax

/// `switch`, and `if` and `switch` as values.
extension BodyChecker {
    func switchStatement(_ node: SwitchExprSyntax, label: String?, isValue: Bool = false) -> Statement? {
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
            switchHasNext.append(index < caseSyntaxes.count - 1 ? .following(BoundNames.of(caseSyntaxes[index + 1].label)) : .last)
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

    // MARK: If and switch as values

    func statementValue(_ node: StatementNode, type: Type, builder: ExpressionBuilder) -> Expression {
        statementValue(node.syntax, expected: type.isError ? nil : type)
    }

    func statementValue(_ syntax: ExprSyntax, expected: Type?) -> Expression {
        let place = range(syntax)
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

    func ifValue(_ node: IfExprSyntax) -> Statement? {
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

    func valueBlock(_ items: CodeBlockItemListSyntax) -> [Statement] {
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
}

/// The names that a case's patterns bind.
private final class BoundNames: SyntaxVisitor {
    private var names: [String] = []

    static func of(_ label: SwitchCaseSyntax.Label) -> [String] {
        let finder = BoundNames(viewMode: .sourceAccurate)
        finder.walk(label)
        return finder.names
    }

    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        names.append(node.identifier.identifierText)
        return .skipChildren
    }
    override func visit(_ node: WhereClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
