/// Key paths: their members are looked up once the root is known, their class is what the members allow.
extension KeyPathNode {
    func advance(_ solver: Solver) -> Narrowing {
        let locator = Locator(kind: .other, range: range, node: self)
        let context = solver.upperBound(type) ?? solver.resolve(type)
        switch context {
        case .function(let function) where function.parameters.count == 1:
            setFunction(solver)
            if !solver.unify(rootType, function.parameters[0].type, locator) { return .failed }
        case .nominal(let declaration, let arguments) where declaration.name.hasSuffix("KeyPath") && !arguments.isEmpty:
            if !solver.unify(rootType, arguments[0], locator) { return .failed }
        default: break
        }
        if body == nil {
            let root = solver.resolve(rootType)
            if case .variable = root { return .open }
            guard make(root, solver) else { return .failed }
        }
        switch context {
        case .function(let function) where function.parameters.count == 1:
            let made = Type.function(FunctionType([rootType], valueType))
            if !solver.convert(valueType, to: function.result, locator) { return .failed }
            return solver.unify(type, made, locator) ? .decided : .failed
        case .nominal(let declaration, let arguments) where declaration.name.hasSuffix("KeyPath") && arguments.count == 2:
            guard solver.unify(valueType, arguments[1], locator),
                solver.unify(type, .nominal(declaration, [rootType, valueType]), locator)
            else { return .failed }
            if declaration.name == "KeyPath" { return .decided }
            if undecided != nil { return .open }
            let kind = writableKind(solver)
            if kind == declaration.name || kind == "ReferenceWritableKeyPath" { return .decided }
            solver.record(
                .mismatch(
                    solver.simplify(solver.world.type(kind, [rootType, valueType])), solver.simplify(solver.resolve(type))),
                locator)
            return .failed
        default: return .open
        }
    }

    private func setFunction(_ solver: Solver) {
        if isFunction { return }
        isFunction = true
        solver.deciding.append(self)
        solver.onUndo { [unowned self] in isFunction = false }
    }

    private func make(_ root: Type, _ solver: Solver) -> Bool {
        solver.deciding.append(self)
        solver.onUndo { [unowned self] in (body, self.variable) = (nil, nil) }
        // A member that is missing here may be there under another choice.
        let savedError = generator.hasError
        generator.hasError = false
        defer { generator.hasError = savedError }
        let variable = VariableDeclaration(name: "$root", range: range, context: generator.scope, isLet: false)
        variable.semantic.type = solver.simplify(root)
        variable.semantic.state = .resolved
        variable.semantic.isParameter = true
        self.variable = variable
        var node: Node = VariableNode(range, variable, root)
        var chains = false
        for part in parts {
            switch part.kind {
            case .identity: break
            case .property(let name, let place):
                let member = MemberNode(part.range, solver.freshType(part.range), base: node, name: name, nameRange: place)
                generator.postMember(member)
                if generator.hasError { return false }
                node = member
            case .subscript(let arguments):
                let member = MemberNode(
                    part.range, solver.freshType(part.range), base: node, name: "subscript", nameRange: part.range)
                let call = CallNode(
                    part.range, solver.freshType(part.range), callee: member, arguments: arguments, isSubscript: true,
                    closeRange: part.range)
                member.call = call
                solver.kept.append(call)
                generator.postMember(member)
                if !solver.add(.apply(call), Locator(kind: .other, range: part.range, node: call)) { return false }
                node = SubscriptNode(part.range, member: member, call: call)
                node.type = solver.resolve(call.type)
            case .chain:
                let type = solver.freshType(part.range)
                let made = ChainNode(part.range, type, node)
                if !solver.add(.payload(node.type, type, made), Locator(kind: .other, range: part.range)) { return false }
                made.type = solver.resolve(type)
                node = made
                chains = true
            case .force:
                let type = solver.freshType(part.range)
                let made = ForceNode(part.range, type, node)
                if !solver.add(.payload(node.type, type, made), Locator(kind: .other, range: part.range)) { return false }
                made.type = solver.resolve(type)
                node = made
            }
        }
        if chains {
            let type = solver.freshType(range)
            let made = OptionalChainNode(range, type, node)
            solver.add(.chain(node.type, type), Locator(kind: .other, range: range, node: made))
            made.type = solver.resolve(type)
            node = made
        }
        body = node
        return solver.unify(valueType, node.type, Locator(kind: .other, range: range, node: self))
    }

    /// Its root, where only a class of key paths without a value's type is asked for, and then its own class.
    func erased(_ solver: Solver) -> (() -> Bool)? {
        guard case .nominal(let declaration, let arguments)? = solver.upperBound(type),
            declaration.name.hasSuffix("KeyPath"), arguments.count < 2
        else { return nil }
        if body != nil { return lastResort(solver) }
        guard let root = arguments.first, !solver.isFree(root) else { return nil }
        return { [unowned self] in advance(solver) != .failed && body != nil }
    }

    func lastResort(_ solver: Solver) -> (() -> Bool)? {
        guard body != nil, case .variable = solver.resolve(type) else { return nil }
        return { [unowned self] in
            let name = writableKind(solver)
            return solver.unify(
                type, solver.world.type(name, [rootType, valueType]), Locator(kind: .other, range: range, node: self))
        }
    }

    /// A member on the path of which it is not known yet which of several it is.
    var undecided: MemberNode? {
        var node = body
        while let next = node {
            let current = (next as? MemberNode)?.dynamic ?? next
            if let member = current as? MemberNode ?? (current as? SubscriptNode)?.member {
                if member.chosen == nil { return member }
                node = member.base
            } else {
                node = (current as? ForceNode)?.value
            }
        }
        return nil
    }

    /// The class of key paths that can do most with what the path leads through.
    private func writableKind(_ solver: Solver) -> String {
        var isReference = false
        var isWritable = true
        var node: Node? = body
        while let next = node {
            let current = (next as? MemberNode)?.dynamic ?? next
            switch current {
            case let member as MemberNode:
                if let property = member.chosen?.declaration as? VariableDeclaration {
                    let base = member.base.map { solver.resolve($0.type) }
                    if !property.isSettable { isWritable = false; if !(isReference) { return "KeyPath" } }
                    if base?.isClass ?? false { isReference = true; return isWritable ? "ReferenceWritableKeyPath" : "KeyPath" }
                }
                node = member.base
            case let item as SubscriptNode:
                if (item.member.chosen?.declaration as? SubscriptDeclaration)?.setter == nil { return "KeyPath" }
                node = item.member.base
            case let force as ForceNode: node = force.value
            case is OptionalChainNode: return "KeyPath"
            default: node = nil
            }
        }
        return isWritable ? "WritableKeyPath" : "KeyPath"
    }
}
