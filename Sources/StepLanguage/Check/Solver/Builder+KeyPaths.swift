extension ExpressionBuilder {
    /// A key path as a value: an object that holds a function which reads and, if the path can be written, one that
    /// writes. `path` is the place that the path names in `root`.
    func keyPathValue(
        _ declaration: NominalDeclaration, _ path: Expression, _ root: VariableDeclaration, _ node: KeyPathNode, _ type: Type
    ) -> Expression {
        let rootType = final(node.rootType)
        var arguments = [identity(path, node.range), reader(path, root, node)]
        if declaration.name != "KeyPath" {
            arguments.append(
                accessor(node, path, parameters: [(rootType, true), (path.type, false)], result: .void) { path, parameters in
                    let target = path.replacing(root, with: parameters[0])
                    let value = Expression(.variable(parameters[1]), path.type, node.range)
                    return [Statement(.expression(Expression(.assign(target: target, value: value), .void, node.range)), node.range)]
                })
        }
        guard let initializer = declaration.initializers.first(where: { $0.parameters.count == arguments.count }) else {
            return Expression(.error, .error, node.range)
        }
        return Expression(
            .call(initializer, declaration.substitutions(type.arguments), base: nil, arguments: arguments, .direct), type,
            node.range)
    }

    /// The function that reads through a path.
    func reader(_ path: Expression, _ root: VariableDeclaration, _ node: KeyPathNode) -> Expression {
        accessor(node, path, parameters: [(final(node.rootType), false)], result: path.type) { path, parameters in
            [Statement(.return(path.replacing(root, with: parameters[0])), node.range)]
        }
    }

    /// What tells a path from others: its components, an array of text.
    private func identity(_ path: Expression, _ range: SourceRange) -> Expression {
        var parts: [[InterpolationPart]] = []
        var current: Expression? = path
        while let place = current {
            switch place.kind {
            case .property(let base, let property, _, _):
                parts.append([.text("\(base.type).\(property.name)")])
                current = base
            case .tupleElement(let base, let index):
                parts.append([.text("\(base.type).\(index)")])
                current = base
            case .subscript(let base, _, _, let arguments, _):
                parts.append([.text("\(base.type)")] + arguments.flatMap { [.text("["), .value($0)] })
                current = base
            case .chain(let base), .forceUnwrap(let base), .optionalChain(let base, _): current = base
            default: current = nil
            }
        }
        let texts = parts.reversed().map { Expression(.interpolation($0), world.stringType, range) }
        return Expression(.arrayLiteral(texts), world.array(world.stringType), range)
    }

    private func accessor(
        _ node: KeyPathNode, _ path: Expression, parameters: [(type: Type, isInout: Bool)], result: Type,
        _ statements: (Expression, [VariableDeclaration]) -> [Statement]
    ) -> Expression {
        let inner = CodeBody(parent: body, range: node.range)
        world.retain(inner)
        let scope = Scope(parent: currentScope, body: inner)
        inner.parameters = parameters.enumerated().map { index, parameter in
            let made = VariableDeclaration(
                name: "$\(index)", range: node.range, context: scope, isLet: !parameter.isInout)
            made.semantic.type = parameter.type
            made.semantic.state = .resolved
            made.semantic.isParameter = true
            made.semantic.hasInitialValue = true
            made.isInout = parameter.isInout
            checker.declare(made, in: inner)
            return made
        }
        inner.resultType = result
        var captures: [(variable: VariableDeclaration, value: Expression)] = []
        let fixed = path.fixingArguments { value in
            let made = VariableDeclaration(name: "$argument", range: node.range, context: scope, isLet: true)
            made.semantic.type = value.type
            made.semantic.state = .resolved
            made.semantic.hasInitialValue = true
            made.semantic.isCaptureEntry = true
            checker.declare(made, in: inner)
            captures.append((made, value))
            return Expression(.variable(made), value.type, value.range)
        }
        inner.statements = statements(fixed, inner.parameters)
        let type = FunctionType(
            parameters.map { FunctionType.Parameter(type: $0.type, isInout: $0.isInout) }, result: result)
        return Expression(
            .closure(ClosureExpression(body: inner, captureList: captures, isAutoclosure: false)), .function(type), node.range)
    }
}

extension Expression {
    /// Whether every argument of a place's subscripts is a literal.
    var isFixedPlace: Bool {
        var isFixed = true
        _ = fixingArguments { argument in
            isFixed = false
            return argument
        }
        return isFixed
    }

    /// A place whose subscripts' arguments, but for literals, are replaced by what they are now.
    func fixingArguments(_ replace: (Expression) -> Expression) -> Expression {
        switch kind {
        case .property(let base, let property, let substitutions, let dispatch):
            return Expression(.property(base: base.fixingArguments(replace), property, substitutions, dispatch), type, range)
        case .subscript(let base, let item, let substitutions, let arguments, let dispatch):
            let fixed = arguments.map { argument in
                if case .literal = argument.kind { return argument }
                return replace(argument)
            }
            return Expression(
                .subscript(base: base.fixingArguments(replace), item, substitutions, arguments: fixed, dispatch), type, range)
        case .tupleElement(let base, let index):
            return Expression(.tupleElement(base: base.fixingArguments(replace), index: index), type, range)
        case .chain(let base): return Expression(.chain(base.fixingArguments(replace)), type, range)
        case .forceUnwrap(let base): return Expression(.forceUnwrap(base.fixingArguments(replace)), type, range)
        case .optionalChain(let base, let wraps):
            return Expression(.optionalChain(base.fixingArguments(replace), wraps: wraps), type, range)
        default: return self
        }
    }

    /// A place with the variable that it starts from replaced.
    func replacing(_ variable: VariableDeclaration, with other: VariableDeclaration) -> Expression {
        func inner(_ base: Expression) -> Expression { base.replacing(variable, with: other) }
        switch kind {
        case .variable(let found) where found === variable: return Expression(.variable(other), type, range)
        case .property(let base, let property, let substitutions, let dispatch):
            return Expression(.property(base: inner(base), property, substitutions, dispatch), type, range)
        case .subscript(let base, let item, let substitutions, let arguments, let dispatch):
            return Expression(
                .subscript(base: inner(base), item, substitutions, arguments: arguments, dispatch), type, range)
        case .tupleElement(let base, let index): return Expression(.tupleElement(base: inner(base), index: index), type, range)
        case .chain(let base): return Expression(.chain(inner(base)), type, range)
        case .forceUnwrap(let base): return Expression(.forceUnwrap(inner(base)), type, range)
        case .optionalChain(let base, let wraps): return Expression(.optionalChain(inner(base), wraps: wraps), type, range)
        default: return self
        }
    }
}
