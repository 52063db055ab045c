import SwiftOperators
import SwiftSyntax

/// Patterns of `case`.
extension BodyChecker {
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

    func bindCase(_ node: IdentifierPatternSyntax, type: Type, isLet: Bool) -> Pattern? {
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

    func expressionPattern(_ syntax: ExprSyntax, type: Type, mode: Bool?) -> Pattern? {
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

    /// `.name`, `.name(…)`, `Type.name(…)` for an enum.
    func casePattern(
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

    func enumCasePattern(
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
    func matchPattern(_ syntax: ExprSyntax, type: Type, _ place: SourceRange) -> Pattern? {
        let subject = VariableDeclaration(name: "$match", range: place, context: scope, isLet: true)
        subject.semantic.type = type
        subject.semantic.state = .resolved
        subject.semantic.hasInitialValue = true
        declare(subject, in: body)
        let generator = ExpressionGenerator(self, scope: scope, rootRange: place)
        let errors = world.sink.errorCount
        let value = generator.value(syntax)
        let isLiteral = (value.unwrapped is LiteralNode || value.unwrapped is ArrayLiteralNode)
            && world.userOperators["~="] == nil
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
