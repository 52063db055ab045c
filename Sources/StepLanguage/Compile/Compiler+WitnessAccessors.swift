/// Stored properties that meet a protocol's requirement and are more than a word: observed, weak, lazy, overridden.
extension Compiler {
    /// Whether reading and writing the property is reading and writing its word.
    func isPlain(_ variable: VariableDeclaration) -> Bool {
        variable.isStored && !variable.isLazy && variable.ownership == .strong && variable.willSet == nil
            && variable.didSet == nil && !overridden.contains(ObjectIdentifier(variable))
    }

    /// The accessor through which a requirement reaches a stored property: a function whose body is `self.name`, or
    /// `self.name = newValue`, so that it does what the program's own code would.
    func witnessAccessor(_ kind: FunctionDeclaration.Kind, of variable: VariableDeclaration) -> FunctionDeclaration? {
        let key = WitnessAccessorKey(variable: ObjectIdentifier(variable), isSetter: kind == .setter)
        if let known = witnessAccessors[key] { return known }
        guard let nominal = variable.context.selfNominal, let range = variable.range else { return nil }
        let isClass = nominal.kind == .class
        let made = FunctionDeclaration(kind, name: variable.name, range: variable.range, context: variable.context)
        made.accessorOf = variable
        made.access = .public
        made.isMutating = !isClass && (kind == .setter || variable.isLazy)
        made.semantic.file = variable.semantic.file
        world.retain(made)
        guard let me = made.selfVariable else { return nil }
        let body = CodeBody(parent: nil, range: range)
        world.retain(body)
        body.function = made
        body.selfVariable = me
        body.declare(me)
        let target = Expression(
            .property(
                base: Expression(.variable(me), me.type, range), variable, nominal.substitutions(nominal.declaredType.arguments),
                isClass ? .virtual : .direct), variable.type, range)
        if kind == .setter, let parameter = made.parameters.first?.variable {
            parameter.semantic.hasInitialValue = true
            body.declare(parameter)
            body.parameters = [parameter]
            let value = Expression(.variable(parameter), variable.type, range)
            let assignment = Expression(.assign(target: target, value: value), .void, range)
            body.statements = [Statement(.expression(assignment), range)]
        } else {
            body.resultType = variable.type
            body.statements = [Statement(.return(target), range)]
        }
        made.semantic.body = body
        made.semantic.isBodyChecked = true
        witnessAccessors[key] = made
        return made
    }
}

struct WitnessAccessorKey: Hashable {
    let variable: ObjectIdentifier
    let isSetter: Bool
}
