extension ExpressionBuilder {
    /// A key path as a value: an object that holds a function which reads and, if the path can be written, one that
    /// writes. `path` is the place that the path names in `root`.
    func keyPathValue(
        _ declaration: NominalDeclaration, _ path: Expression, _ root: VariableDeclaration, _ node: KeyPathNode, _ type: Type
    ) -> Expression {
        let rootType = final(node.rootType)
        let getter = accessor(node, parameters: [(rootType, false)], result: path.type) { parameters in
            [Statement(.return(path.replacing(root, with: parameters[0])), node.range)]
        }
        var arguments = [getter]
        if declaration.name != "KeyPath" {
            arguments.append(
                accessor(node, parameters: [(rootType, true), (path.type, false)], result: .void) { parameters in
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

    private func accessor(
        _ node: KeyPathNode, parameters: [(type: Type, isInout: Bool)], result: Type,
        _ statements: ([VariableDeclaration]) -> [Statement]
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
        inner.statements = statements(inner.parameters)
        let type = FunctionType(
            parameters.map { FunctionType.Parameter(type: $0.type, isInout: $0.isInout) }, result: result)
        return Expression(
            .closure(ClosureExpression(body: inner, captureList: [], isAutoclosure: false)), .function(type), node.range)
    }
}

extension Expression {
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
