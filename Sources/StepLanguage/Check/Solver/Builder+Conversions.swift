extension ExpressionBuilder {
    /// `map(+)` over pairs: a function of several values where one of a tuple is expected.
    func spread(_ value: Expression, to type: Type) -> Expression? {
        guard case .function(let source) = value.type, case .function(let target) = type, source.parameters.count > 1,
            target.parameters.count == 1, case .tuple(let elements) = target.parameters[0].type,
            elements.count == source.parameters.count
        else { return nil }
        let inner = CodeBody(parent: body, range: value.range)
        world.retain(inner)
        let scope = Scope(parent: currentScope, body: inner)
        func local(_ name: String, _ type: Type) -> VariableDeclaration {
            let made = VariableDeclaration(name: name, range: value.range, context: scope, isLet: true)
            made.semantic.type = type
            made.semantic.state = .resolved
            made.semantic.hasInitialValue = true
            checker.declare(made, in: inner)
            return made
        }
        let whole = local("$tuple", target.parameters[0].type)
        let function = local("$function", value.type)
        let read = Expression(.variable(whole), whole.type, value.range)
        let arguments = elements.indices.map { index in
            coerce(
                Expression(.tupleElement(base: read, index: index), elements[index].type, value.range),
                to: source.parameters[index].type)
        }
        let call = Expression(
            .apply(Expression(.variable(function), value.type, value.range), arguments: arguments), source.result, value.range)
        inner.parameters = [whole]
        inner.resultType = target.result
        inner.statements = [Statement(.return(coerce(call, to: target.result)), value.range)]
        let closure = ClosureExpression(body: inner, captureList: [(function, value)], isAutoclosure: false)
        return Expression(.closure(closure), type, value.range)
    }
}

extension BodyChecker {
    /// How a value of one type becomes one of another; both without variables.
    func conversion(from: Type, to: Type) -> Conversion? {
        if from == to { return .identity }
        if from == world.neverType { return .never }
        if let payload = to.optionalPayload {
            if let source = from.optionalPayload {
                if depth(to) > depth(from), let inner = conversion(from: from, to: payload) { return .wrap(inner) }
                return conversion(from: source, to: payload).map { .mapOptional($0) }
            }
            return conversion(from: from, to: payload).map { .wrap($0) }
        }
        switch to {
        case .existential(let existential):
            if case .existential = from { return .reerase }
            if let superclass = existential.superclass, existential.protocols.isEmpty, from.isClass {
                _ = superclass
                return .upcast
            }
            return .erase(from: from)
        case .nominal(let declaration, let arguments):
            if declaration.isLibrary, declaration.name == "AnyHashable" { return .anyHashable }
            if case .nominal(let source, let sourceArguments) = from, source === declaration {
                switch declaration.name {
                case "Array": return conversion(from: sourceArguments[0], to: arguments[0]).map { .array(from: sourceArguments[0], $0) }
                case "Set": return conversion(from: sourceArguments[0], to: arguments[0]).map { .set(from: sourceArguments[0], $0) }
                case "Dictionary":
                    guard let key = conversion(from: sourceArguments[0], to: arguments[0]),
                        let value = conversion(from: sourceArguments[1], to: arguments[1])
                    else { return nil }
                    return .dictionary(key: key, value: value)
                default: return nil
                }
            }
            if declaration.kind == .class { return .upcast }
            return nil
        case .tuple(let elements):
            guard case .tuple(let sources) = from, sources.count == elements.count else { return nil }
            let inner = zip(sources, elements).map { conversion(from: $0.type, to: $1.type) }
            if inner.contains(where: { $0 == nil }) { return nil }
            let all = inner.compactMap { $0 }
            return all.allSatisfy { $0 == .identity } ? .identity : .tuple(all)
        case .function(let target):
            guard case .function(let source) = from, source.parameters.count == target.parameters.count else { return nil }
            var parameters: [Conversion] = []
            for (mine, theirs) in zip(source.parameters, target.parameters) {
                guard let made = conversion(from: theirs.type, to: mine.type) else { return nil }
                parameters.append(made)
            }
            guard let result = conversion(from: source.result, to: target.result) else { return nil }
            if parameters.allSatisfy({ $0 == .identity }), result == .identity { return .identity }
            return .function(parameters: parameters, result: result)
        case .metatype: return .metatype
        default:
            return nil
        }
    }

    private func depth(_ type: Type) -> Int {
        var count = 0
        var current = type
        while let payload = current.optionalPayload {
            count += 1
            current = payload
        }
        return count
    }
}
