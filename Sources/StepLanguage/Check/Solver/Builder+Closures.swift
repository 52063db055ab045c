import SwiftSyntax

/// Places, casts, closures and key paths.
extension ExpressionBuilder {
    func inoutArgument(_ node: InoutNode) -> Expression {
        let place = build(node.value)
        if case .error = place.kind { return place }
        if !checker.requireMutable(place, .inoutArgument, at: node.range) { return Expression(.error, .error, node.range) }
        noteWrite(place)
        return Expression(.inout(place), place.type, node.range)
    }

    func noteWrite(_ place: Expression) {
        var current = place
        while true {
            switch current.kind {
            case .variable(let variable):
                world.usage.noteWrite(variable, in: world)
                variable.semantic.isMutated = true
                return
            case .property(let base, _, _, _), .tupleElement(let base, _), .chain(let base), .forceUnwrap(let base),
                .optionalChain(let base, _), .subscript(let base, _, _, _, _):
                current = base
            case .globalProperty(let variable, _):
                world.usage.noteWrite(variable, in: world)
                return
            default: return
            }
        }
    }

    func assign(_ node: AssignNode) -> Expression {
        if node.target is DiscardNode {
            let value = build(node.value)
            return Expression(
                .assign(target: Expression(.discard, value.type, node.target.range), value: value), .void, node.range)
        }
        let target = build(node.target)
        if case .error = target.kind { return target }
        var valueType = target.type
        if node.isChained, case .optionalChain(let inner, _) = target.kind { valueType = inner.type }
        let value = coerce(build(node.value), to: valueType)
        if case .error = value.kind { return value }
        if !checker.requireMutable(target, .assignment, at: node.range) { return Expression(.error, .error, node.range) }
        noteWrites(target)
        return Expression(.assign(target: target, value: value), node.isChained ? world.optional(.void) : .void, node.range)
    }

    func noteWrites(_ target: Expression) {
        if case .tuple(let elements) = target.kind {
            elements.forEach(noteWrites)
        } else {
            noteWrite(target)
        }
    }

    func cast(_ node: CastNode, _ type: Type) -> Expression {
        let value = build(node.value)
        if case .error = value.kind { return value }
        let target = final(node.target)
        switch node.kind {
        case .coerce: return coerce(value, to: target)
        case .test:
            if value.type == target {
                world.report(.warning, "'is' test is always true", at: node.range)
            }
            return Expression(.isType(value, target), world.boolType, node.range)
        case .conditional:
            if !checker.castMaySucceed(value.type, target) {
                world.report(
                    .warning, "cast from '\(value.type)' to unrelated type '\(target)' always fails", at: node.range)
            }
            return Expression(.conditionalCast(value, target), type, node.range)
        case .forced:
            if !checker.castMaySucceed(value.type, target) {
                world.report(
                    .warning, "cast from '\(value.type)' to unrelated type '\(target)' always fails", at: node.range)
            }
            return Expression(.forcedCast(value, target), type, node.range)
        }
    }

    // MARK: Closures

    func closure(_ node: ClosureNode) -> Expression {
        guard let opened = node.opened else { return Expression(.error, .error, node.range) }
        let inner = opened.body
        let isEscaping = nextClosureEscapes
        nextClosureEscapes = true
        let functionType = final(.function(opened.function))
        guard case .function(let function) = functionType else { return Expression(.error, .error, node.range) }
        var parameters: [VariableDeclaration] = []
        var unpacking: [Statement] = []
        for (index, parameter) in opened.parameters.enumerated() {
            parameter.semantic.type = final(parameter.semantic.type)
            if parameter.semantic.type.isError, index < node.parameterNames?.count ?? 0 {
                return error(
                    "cannot infer type of closure parameter '\(parameter.name)' without a type annotation",
                    parameter.range ?? node.range)
            }
            checker.declare(parameter, in: inner)
        }
        if opened.destructures != nil {
            let whole = VariableDeclaration(name: "$tuple", range: node.range, context: opened.scope, isLet: true)
            whole.semantic.type = function.parameters[0].type
            whole.semantic.state = .resolved
            checker.declare(whole, in: inner)
            parameters = [whole]
            let patterns = opened.parameters.map { variable in
                Pattern(variable.name == "_" ? .any : .bind(variable), variable.type, node.range)
            }
            unpacking = [
                Statement(
                    .binding(
                        Pattern(.tuple(patterns), whole.type, node.range),
                        Expression(.variable(whole), whole.type, node.range)), node.range)
            ]
        } else {
            parameters = opened.parameters
        }
        inner.parameters = parameters
        inner.resultType = function.result
        var captureList: [(variable: VariableDeclaration, value: Expression)] = []
        for entry in node.captureList {
            checker.declare(entry.variable, in: inner)
            var value = entry.value
            if entry.variable.type != value.type { value = coerce(value, to: entry.variable.type) }
            captureList.append((entry.variable, value))
        }
        if let checked = opened.checked {
            inner.statements = unpacking + checked.statements
        } else if let single = opened.single {
            let saved = (body, tryDepth, didThrow)
            body = inner
            tryDepth = 0
            didThrow = false
            closureIsThrowing.append(node.isThrowing)
            closureScopes.append(opened.scope)
            var value = build(single)
            closureScopes.removeLast()
            closureIsThrowing.removeLast()
            (body, tryDepth, didThrow) = saved
            if case .error = value.kind { return value }
            if opened.isVoidContext || function.result.isVoid, !value.type.isVoid {
                if !value.type.isError { checker.warnUnused(value) }
                inner.statements = unpacking + [Statement(.expression(value), value.range)]
            } else {
                value = coerce(value, to: function.result)
                inner.statements = unpacking + [Statement(.return(value), value.range)]
            }
        } else {
            inner.statements = unpacking
        }
        if isEscaping {
            for use in inner.implicitSelfUses {
                world.error("\(use.what) in closure requires explicit use of 'self' to make capture semantics explicit", at: use.range)
            }
        } else {
            body.implicitSelfUses += inner.implicitSelfUses
        }
        let made = ClosureExpression(body: inner, captureList: captureList, isAutoclosure: false)
        made.isEscaping = isEscaping
        checker.finishClosure(inner)
        if isEscaping, let capture = inner.captures.first(where: { $0.isInout }) {
            let what = capture.semantic.isSelf ? "mutating 'self' parameter" : "'inout' parameter '\(capture.name)'"
            return error("escaping closure captures \(what)", node.range)
        }
        return Expression(.closure(made), functionType, node.range)
    }

    func keyPath(_ node: KeyPathNode, _ type: Type) -> Expression {
        guard let bodyNode = node.body, let root = node.variable else { return Expression(.error, .error, node.range) }
        let built = build(bodyNode)
        if case .error = built.kind { return built }
        var components: [(component: KeyPathExpression.Component, type: Type)] = []
        var current = built
        var wraps = false
        if case .optionalChain(let value, let wrapping) = current.kind {
            wraps = wrapping
            current = value
        }
        while true {
            switch current.kind {
            case .property(let base, let variable, let substitutions, let how):
                components.append((.property(variable, substitutions, how), current.type))
                current = base
            case .subscript(let base, let item, let substitutions, let arguments, let how):
                components.append((.subscript(item, substitutions, arguments: arguments, how), current.type))
                current = base
            case .tupleElement(let base, let index):
                components.append((.tupleElement(index), current.type))
                current = base
            case .chain(let base):
                components.append((.optionalChain, current.type))
                current = base
            case .forceUnwrap(let base):
                components.append((.forceUnwrap, current.type))
                current = base
            case .variable(let variable) where variable === root:
                if case .nominal(let declaration, _) = type {
                    return keyPathValue(declaration, built, root, node, type)
                }
                if !built.isFixedPlace { return reader(built, root, node) }
                let made = KeyPathExpression(
                    root: final(node.rootType), value: built.type, components: components.reversed(), wraps: wraps)
                return Expression(.keyPath(made), type, node.range)
            default:
                return error("key path cannot refer to this member", node.range)
            }
        }
    }

    // MARK: Conversions

    func coerce(_ value: Expression, to type: Type) -> Expression {
        let type = world.reduce(type)
        if value.type == type || type.isError || value.type.isError { return value }
        if type.hasVariables { return Expression(.error, .error, value.range) }
        if let payload = value.type.optionalPayload, !type.isOptional, checker.conversion(from: value.type, to: type) == nil {
            switch value.kind {
            case .variable(let variable), .property(_, let variable, _, _):
                if variable.semantic.isImplicitlyUnwrapped {
                    return coerce(Expression(.forceUnwrap(value), payload, value.range), to: type)
                }
            default: break
            }
        }
        if let spread = spread(value, to: type) { return spread }
        let from = world.reduce(value.type)
        if from == type { return Expression(value.kind, type, value.range) }
        guard let conversion = checker.conversion(from: from, to: type) else {
            return error("cannot convert value of type '\(value.type)' to expected type '\(type)'", value.range)
        }
        if case .identity = conversion { return Expression(value.kind, type, value.range) }
        return Expression(.convert(value, conversion), type, value.range)
    }
}
