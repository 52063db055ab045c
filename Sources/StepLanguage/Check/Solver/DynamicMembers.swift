/// Members of types with `@dynamicMemberLookup`, which stand for a call of `subscript(dynamicMember:)`.
extension Solver {
    /// The subscript that a name which is no member stands for; nil where the type has none.
    func dynamicMember(_ node: MemberNode, _ base: Node, _ type: Type, _ locator: Locator) -> Outcome? {
        guard case .nominal(let declaration, _) = type, let subscripts = declaration.dynamicMemberSubscripts, node.name != "subscript",
            node.name != "init", node.argumentLabels == nil
        else { return nil }
        let takesKeyPath = subscripts.map { $0.parameters[0].type.nominal?.name.hasSuffix("KeyPath") ?? false }
        // Which of several takes a name depends on more than their types.
        guard let first = takesKeyPath.first, takesKeyPath.count == 1 || !takesKeyPath.contains(true) else { return nil }
        let range = node.nameRange
        let argument: Node
        if first {
            let path = KeyPathNode(
                range, freshType(range), root: freshType(range), value: freshType(range),
                parts: [KeyPathNode.Part(kind: .property(node.name, range), range: range)], generator: generator)
            path.dynamicName = node.name
            if !add(.keyPath(path), Locator(kind: .other, range: range, node: path)) { return .failed }
            argument = path
        } else {
            argument = generator.literal(.string, .string(node.name), range)
        }
        let member = MemberNode(node.range, freshType(range), base: base, name: "subscript", nameRange: range)
        let call = CallNode(
            node.range, freshType(range), callee: member,
            arguments: [CallArgument(label: "dynamicMember", labelRange: nil, node: argument)], isSubscript: true,
            closeRange: range)
        member.call = call
        kept.append(call)
        kept.append(argument)
        let made = SubscriptNode(node.range, member: member, call: call)
        node.dynamic = made
        deciding.append(node)
        onUndo { node.dynamic = nil }
        if !add(.member(member), Locator(kind: .member(member), range: range, node: member)) { return .failed }
        if !add(.apply(call), Locator(kind: .other, range: range, node: call)) { return .failed }
        return unify(node.type, call.type, locator) ? .solved : .failed
    }
}

extension NominalDeclaration {
    /// The subscripts for names that are no members, of a type that has `@dynamicMemberLookup`.
    var dynamicMemberSubscripts: [SubscriptDeclaration]? {
        var current: NominalDeclaration? = self
        var visited = 0
        while let declaration = current, visited < 100 {
            visited += 1
            if declaration.semantic.isDynamicMemberLookup { return subscriptsForNames }
            current = declaration.superclass?.nominal
        }
        return nil
    }

    private var subscriptsForNames: [SubscriptDeclaration] {
        lookUpMembers("subscript").compactMap { $0.declaration as? SubscriptDeclaration }.filter {
            !$0.isStatic && $0.parameters.count == 1 && $0.parameters[0].label == "dynamicMember"
        }
    }
}

extension World {
    func checkDynamicMembers(_ nominal: NominalDeclaration) {
        guard nominal.semantic.isDynamicMemberLookup, let place = nominal.range else { return }
        if nominal.kind == .protocol {
            error("'@dynamicMemberLookup' on a protocol is not supported in lessons", at: place)
        } else if nominal.dynamicMemberSubscripts?.isEmpty ?? true {
            error(
                "@dynamicMemberLookup attribute requires '\(nominal.name)' to implement a 'subscript(dynamicMember:)' method that"
                    + " accepts either 'ExpressibleByStringLiteral' or a key path", at: place)
        }
    }
}
