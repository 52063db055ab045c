/// Parts of a system that have no variable in common are solved one after the other, each for its own best solution:
/// the arguments of a `print` do not multiply each other's overloads.
extension Solver {
    /// The constraints and variables of one part, by their places in the system.
    final class Part {
        var constraints: Set<Int> = []
        var variables: Set<Int> = []
        /// What is added from here on belongs to the part at work.
        let newConstraints: Int
        let newVariables: Int

        init(_ solver: Solver) {
            newConstraints = solver.constraints.count
            newVariables = solver.variables.count
        }
    }

    /// The active constraints of the part at work, with their places.
    var activeConstraints: [(index: Int, constraint: Constraint)] {
        constraints.indices.compactMap { index in
            guard constraints[index].isActive else { return nil }
            if let part, index < part.newConstraints, !part.constraints.contains(index) { return nil }
            return (index, constraints[index])
        }
    }

    /// The places of the variables of the part at work that have no type yet.
    var openVariables: [Int] {
        variables.indices.filter { index in
            guard variables[index].binding == nil else { return false }
            guard let part, index < part.newVariables else { return true }
            return part.variables.contains(index)
        }
    }

    /// The parts of what is still open; nil when it is one.
    func components() -> [Part]? {
        var parents: [TypeVariable: TypeVariable] = [:]
        func root(_ variable: TypeVariable) -> TypeVariable {
            var current = variable
            while let next = parents[current], next !== current { current = next }
            parents[variable] = current
            return current
        }
        var links: [(index: Int, variable: TypeVariable)] = []
        for (index, constraint) in activeConstraints {
            var first: TypeVariable?
            for type in linkedTypes(constraint) {
                _ = simplify(type).contains {
                    guard case .variable(let variable) = $0 else { return false }
                    let top = root(variable)
                    if let known = first {
                        parents[top] = root(known)
                    } else {
                        first = variable
                        parents[top] = top
                    }
                    return false
                }
            }
            guard let first else { return nil }
            links.append((index, first))
        }
        var parts: [TypeVariable: Part] = [:]
        var order: [Part] = []
        for (index, variable) in links {
            let top = root(variable)
            let part = parts[top] ?? Part(self)
            if parts[top] == nil {
                parts[top] = part
                order.append(part)
            }
            part.constraints.insert(index)
        }
        guard order.count > 1 else { return nil }
        for index in openVariables {
            // A variable that no constraint speaks of goes with the first part, which then finds it open.
            (parts[root(variables[index])] ?? order[0]).variables.insert(index)
        }
        return order
    }

    /// Every type that the constraint may look at or bind.
    private func linkedTypes(_ constraint: Constraint) -> [Type] {
        switch constraint.kind {
        case .relation(let a, let b, _): return [a, b]
        case .conforms(let type, _), .isClass(let type), .dropped(let type): return [type]
        case .literal(let variable, _): return [.variable(variable)]
        case .member(let node): return types(of: node)
        case .choice(let node): return types(of: node)
        case .apply(let call): return [call.calleeType, call.callee.type, call.type] + call.arguments.map { $0.node.type }
        case .associated(let base, _, let result): return [base, result]
        case .payload(let optional, let payload, _): return [optional, payload]
        case .chain(let inner, let result): return [inner, result]
        case .closure(let node):
            return [node.type] + outerParameters(node)
        case .closureBody(let node):
            return (node.opened.map { $0.parameterTypes + [$0.result] } ?? [node.type]) + outerParameters(node)
        case .arrayLiteral(let node): return [node.type] + node.elements.map { $0.type }
        case .dictionaryLiteral(let node): return [node.type] + node.elements.flatMap { [$0.key.type, $0.value.type] }
        case .keyPath(let node):
            let arguments = node.parts.flatMap { part -> [CallArgument] in
                if case .subscript(let arguments) = part.kind { return arguments }
                return []
            }
            return [node.rootType, node.valueType, node.type] + (node.body.map { [$0.type] } ?? []) + arguments.map { $0.node.type }
        case .coalesce(let node, let payload, let result): return [node.left.type, node.right.type, payload, result]
        }
    }

    private func types(of node: ChoiceNode) -> [Type] {
        var result = node.watchedTypes
        if let member = node as? MemberNode {
            if let base = member.base { result.append(base.type) }
            if let chain = member.chain { result.append(chain.type) }
        }
        for candidate in node.candidates {
            if case .member(let base, _) = candidate.role { result.append(base) }
        }
        return result
    }

    /// The parameters of closures around one, which its statements may use.
    private func outerParameters(_ node: ClosureNode) -> [Type] {
        var result: [Type] = []
        var current: DeclarationContext? = node.scope
        while let scope = current as? Scope {
            for case let variable as VariableDeclaration in scope.allDeclarations where variable.semantic.isClosureParameter {
                result.append(variable.semantic.type)
            }
            current = scope.parent
        }
        return result
    }

    /// Solves the parts in turn; with all of them solved, the whole is.
    func searchParts(_ parts: [Part]) {
        let mark = mark()
        defer { rollback(mark) }
        for next in parts {
            let found = solvePart(next)
            guard let found else { return }
            replay(found, of: next)
        }
        if isSurpassed { return }
        keepSolution()
    }
}
