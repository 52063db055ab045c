/// Property wrappers: what has to hold of them, and the code that the language writes for observers.
extension World {
    /// The body of the setter of a wrapped property with observers.
    func observingBody(of setter: FunctionDeclaration, _ wrapping: WrappedProperty) -> CodeBody? {
        let value = wrapping.value
        guard let plain = wrapping.plainSetter, let place = value.range, let me = setter.selfVariable,
            let parameter = setter.parameters.first?.variable
        else { return nil }
        let body = CodeBody(parent: setter.semantic.outerBody, range: place)
        retain(body)
        body.function = setter
        body.selfVariable = me
        setter.semantic.body = body
        var substitutions = Substitutions.none
        for known in value.context.signature.parameters { substitutions.map[known] = .parameter(known) }
        for variable in [me, parameter] {
            variable.semantic.hasInitialValue = true
            body.declare(variable)
        }
        body.parameters = [parameter]
        func read(_ variable: VariableDeclaration) -> Expression { Expression(.variable(variable), variable.type, place) }
        func call(_ function: FunctionDeclaration, _ argument: VariableDeclaration) -> Statement {
            Statement(
                .expression(
                    Expression(
                        .call(function, substitutions, base: read(me), arguments: [read(argument)], .direct), .void, place)),
                place)
        }
        if let willSet = wrapping.willSet { body.statements.append(call(willSet, parameter)) }
        var old = parameter
        if wrapping.needsOldValue {
            old = VariableDeclaration(name: "oldValue", range: place, context: setter.innerContext, isLet: true)
            old.semantic.type = value.type
            old.semantic.state = .resolved
            old.semantic.hasInitialValue = true
            body.declare(old)
            retain(old)
            let kept = Expression(.property(base: read(me), value, substitutions, .direct), value.type, place)
            body.statements.append(Statement(.binding(Pattern(.bind(old), value.type, place), kept), place))
        }
        body.statements.append(call(plain, parameter))
        if let didSet = wrapping.didSet { body.statements.append(call(didSet, old)) }
        return body
    }

    /// Whether a part of a wrapped property is there to be looked at: its wrapper is one and fits its value.
    func check(_ wrapping: WrappedProperty, _ part: VariableDeclaration) -> Bool {
        for (attribute, wrapper) in zip(wrapping.attributes, wrapping.wrappers) where wrapper == nil {
            error(
                "unknown attribute '\(attribute.attributeName.trimmedDescription)'",
                at: range(attribute.attributeName, wrapping.file))
            return false
        }
        if part === wrapping.backing { return true }
        _ = wrapping.backing.initialValue
        if wrapping.backing.semantic.initialIsError { return false }
        if part === wrapping.projection { return wrapping.hasProjection }
        if wrapping.isUntyped, let place = wrapping.value.range {
            error("type annotation missing in pattern", at: place)
            return false
        }
        for accessor in [wrapping.plainSetter, wrapping.willSet, wrapping.didSet].compactMap({ $0 }) { _ = accessor.body }
        if wrapping.isInitializedByValue, !wrapping.isAutoclosure { _ = wrapping.wrap?.body }
        let backing = wrapping.backing.type
        guard !backing.isError, let place = wrapping.value.range, wrapping.value.semantic.typeSyntax != nil else { return true }
        let given = wrapping.value.type
        let expected = wrapping.keptType
        if given != expected, !given.isError, !expected.isError {
            error("property type '\(given)' does not match 'wrappedValue' type '\(expected)'", at: place)
        }
        return true
    }

    /// A property wrapper needs a value to wrap, a result builder functions to build with.
    func checkWrapper(_ nominal: NominalDeclaration) {
        if nominal.semantic.isResultBuilder, let place = nominal.range,
            nominal.lookUpDeclared("buildBlock").isEmpty, nominal.lookUpDeclared("buildPartialBlock").isEmpty
        {
            error(
                "result builder must provide at least one static 'buildBlock' method, or both 'buildPartialBlock(first:)' and"
                    + " 'buildPartialBlock(accumulated:next:)'", at: place)
        }
        guard nominal.semantic.isPropertyWrapper, let place = nominal.range else { return }
        if nominal.kind == .protocol {
            error("'@propertyWrapper' attribute cannot be applied to this declaration", at: place)
            return
        }
        let found = nominal.lookUpDeclared("wrappedValue").contains { $0 is VariableDeclaration && !$0.isStatic }
        if !found {
            error(
                "property wrapper type '\(nominal.name)' does not contain a non-static property named 'wrappedValue'", at: place)
        }
    }
}
