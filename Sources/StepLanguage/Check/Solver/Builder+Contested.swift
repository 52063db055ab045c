/// Overloads between which `swiftc` chooses by the order of its search, so that the choice cannot be told from the program.
extension ExpressionBuilder {
    /// An operator that the program adds to a type of the library beside the library's generic one: which of the two the
    /// compiler takes for the result of a generic call hangs on the order in which it tries them.
    func isContested(_ node: OperatorNode, _ function: FunctionDeclaration) -> Bool {
        guard let owner = function.context.selfNominal, owner.isLibrary, !function.context.isLibrary else { return false }
        let hasOther = owner.lookUpMembers(node.name).contains {
            guard let other = $0.declaration as? FunctionDeclaration else { return false }
            return other.context.isLibrary && !other.ownGenericParameters.isEmpty
        }
        return hasOther && node.operands.contains { startsWithGenericCall($0.node.unwrapped) }
    }

    /// `zip(a, b).map { … }`, `Array(a)`: not a value or a literal at its beginning.
    private func startsWithGenericCall(_ node: Node) -> Bool {
        var current = node
        while true {
            if let call = current as? CallNode {
                if let reference = call.callee.unwrapped as? ReferenceNode {
                    return !((reference.chosen?.declaration as? FunctionDeclaration)?.ownGenericParameters.isEmpty ?? true)
                }
                guard let member = call.callee.unwrapped as? MemberNode else { return false }
                if member.name == "init", let base = member.base?.unwrapped as? TypeNode, !base.type.arguments.isEmpty { return true }
                current = member
            } else if let member = current as? MemberNode, let base = member.base {
                current = base.unwrapped
            } else {
                return false
            }
        }
    }

    /// A concrete function of the program beside a generic one that would take the call, too, and an argument whose type
    /// only overload resolution tells, such as `Optional(1)` or `numbers.sorted()`.
    func isContested(_ node: CallNode, _ choice: ChoiceNode, _ function: FunctionDeclaration) -> Bool {
        guard function.ownGenericParameters.isEmpty, !isOfLibrary(function) else { return false }
        let rivals = choice.candidates.compactMap { $0.declaration as? FunctionDeclaration }.filter {
            $0 !== function && !isOfLibrary($0) && $0.labels == function.labels && !$0.ownGenericParameters.isEmpty
        }
        guard !rivals.isEmpty, case .success(let mapping) = matchArguments(function.parameters, node.arguments) else { return false }
        return mapping.enumerated().contains { index, item in
            guard case .argument(let position) = item, !hasPlainType(node.arguments[position].node) else { return false }
            return rivals.contains { rival in
                guard case .parameter(let parameter) = rival.parameters[index].type else { return false }
                return rival.ownGenericParameters.contains(parameter)
            }
        }
    }

    private func isOfLibrary(_ function: FunctionDeclaration) -> Bool {
        function.context.selfNominal?.isLibrary ?? function.context.isLibrary
    }

    /// Anything but calls of functions that are generic or have overloads, and of initializers that leave type arguments out.
    private func hasPlainType(_ node: Node) -> Bool {
        guard let call = node.unwrapped as? CallNode else { return true }
        if let type = call.callee.unwrapped as? TypeNode { return !type.instance.hasVariables }
        guard let choice = call.callee.unwrapped as? ChoiceNode else { return true }
        if let type = (choice as? MemberNode)?.base?.unwrapped as? TypeNode, type.instance.hasVariables { return false }
        guard choice.candidates.count == 1 else { return false }
        guard let function = choice.candidates[0].declaration as? FunctionDeclaration else { return true }
        return function.ownGenericParameters.isEmpty && !isOfLibrary(function)
    }
}
