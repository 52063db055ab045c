/// What code is made from: natives, witnesses, functions as values.
extension Compiler {
    var boolType: RuntimeType { runtimeType(world.boolType) }
    var neverType: Type { world.neverType }
    func optional(_ type: Type) -> Type { world.optional(type) }

    // MARK: Natives and witnesses

    func binder(for declaration: FunctionDeclaration, isSuper: Bool = false) -> NativeBinder? {
        let keys = declaration.nativeKeys
        if isSuper {
            let special = keys.map { key -> String in
                guard let dot = key.firstIndex(of: ".") else { return key }
                return key[...dot] + "super." + key[key.index(after: dot)...]
            }
            if let binder = natives.binder(special) { return binder }
            if declaration.kind == .initializer { return nil }
        }
        return natives.binder(keys)
    }

    /// A function of the library that a native stands behind.
    func isNative(_ declaration: FunctionDeclaration) -> Bool {
        declaration.isNativeInLibrary
    }

    func isInterpretedClass(_ declaration: NominalDeclaration?) -> Bool {
        guard let declaration, declaration.kind == .class else { return false }
        return !declaration.isLibrary || declaration.hasInterpretedBody
    }

    func mayBeOverridden(_ declaration: FunctionDeclaration) -> Bool {
        !declaration.isFinal && !(declaration.context.selfNominal?.isFinal ?? true) && declaration.kind != .willSet
            && declaration.kind != .didSet
    }

    func parameterType(_ parameter: ParameterDeclaration, _ substitutions: Substitutions) -> RuntimeType {
        let type = substitutions.apply(parameter.type)
        if parameter.isVariadic { return runtimeType(world.array(type)) }
        if parameter.isAutoclosure { return runtimeType(.function(FunctionType([Type](), type))) }
        return runtimeType(type)
    }

    func parameterTypes(_ function: FunctionDeclaration, _ substitutions: Substitutions) -> [RuntimeType] {
        var types: [RuntimeType] = []
        if let item = function.accessorOf as? SubscriptDeclaration {
            types = item.parameters.map { parameterType($0, substitutions) }
        }
        return types + function.parameters.map { parameterType($0, substitutions) }
    }

    /// What meets a requirement under concrete substitutions; nil when `Self` is an existential.
    func witness(_ requirement: Declaration, _ substitutions: Substitutions) -> (Declaration, Substitutions)? {
        guard let proto = requirement.context.selfNominal, proto.kind == .protocol,
            let selfType = substitutions[proto.selfParameter].map(normalized)
        else { return nil }
        if selfType.isExistential { return nil }
        guard let witness = selfType.witness(for: requirement, substitutions: substitutions) else { return nil }
        return (witness.declaration, witness.substitutions)
    }

    func conforms(_ type: RuntimeType, _ protocolName: String) -> Bool {
        guard let proto = world.known(protocolName), proto.kind == .protocol else { return false }
        return type.type.conforms(to: proto)
    }

    func associatedType(_ type: RuntimeType, _ name: String) -> RuntimeType? {
        guard let nominal = type.type.nominal else { return nil }
        for proto in nominal.allProtocols {
            if let associated = proto.associatedTypes.first(where: { $0.name == name }) {
                return runtimeType(type.type.associatedType(associated))
            }
        }
        return nil
    }

    /// The member that meets a protocol's requirement, as a function whose first parameter is the receiver.
    func witness(_ type: RuntimeType, _ requirement: String) throws -> FunctionObject? {
        let key = WitnessKey(type: type.type, name: requirement)
        if let known = witnesses[key] { return known }
        var made: FunctionObject?
        let parts = requirement.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, let proto = world.known(parts[0]) {
            for member in proto.requirements {
                var function = member as? FunctionDeclaration
                if let variable = member as? VariableDeclaration, variable.name == parts[1] { function = variable.getter }
                guard let function, function.accessorOf != nil || function.fullName == parts[1] || function.name == parts[1],
                    let (found, substitutions) = witness(member, Substitutions([proto.selfParameter: type.type]))
                else { continue }
                let variable = found as? VariableDeclaration
                let target = found as? FunctionDeclaration ?? variable?.getter
                    ?? variable.flatMap { $0.isStored && !$0.isStatic ? witnessAccessor(.getter, of: $0) : nil }
                guard let target else { continue }
                let code = code(for: target, substitutions)
                made = FunctionObject(
                    code.cell, captures: nil, arity: target.parameters.count + (code.hasSelf ? 1 : 0), machine: machine)
            }
        }
        witnesses[key] = .some(made)
        return made
    }

    /// A function value of code that reads its parameters from the frame's first words.
    func makeFunction(_ code: Code, arity: Int) -> FunctionObject {
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(to: .passRetained(Entry(size: 12, code)))
        return FunctionObject(cell, captures: nil, arity: arity, machine: machine)
    }
}
