/// How a place that is reached through code is read and written.
struct Accessors {
    var prepare: Effect?
    var begin: Effect?
    var get: Code
    /// Makes the code that writes a value.
    var set: (Code) throws -> VoidCode
    var end: Effect?
}

extension FunctionCompiler {
    // MARK: Accessors

    /// How a computed or observed property, or a subscript, is read and written, its path evaluated once.
    func accessors(_ e: Expression, forWriting: Bool = false) throws -> Accessors {
        switch e.kind {
        case .variable(let variable):
            if isGlobalObserved(variable) { return try observedVariable(variable) }
            let address = address(of: variable)
            return Accessors(get: read(variable), set: { value in
                let value = value.ref
                return { frame in
                    let object = try value(frame)
                    Ref.store(WeakObject(object), try address(frame))
                }
            })
        case .globalProperty(let variable, let substitutions):
            let getter = try member(e)
            return Accessors(get: getter, set: { [self] value in
                guard let setter = variable.setter else { return { _ in throw Trap.internalFault("no setter") } }
                return try invoke(setter, substitutions, nil, [value], .direct, e).discarded
            })
        case .property(let base, let variable, let substitutions, let dispatch):
            return try propertyAccessors(e, base, variable, substitutions, dispatch)
        case .subscript(let base, let declaration, let substitutions, let arguments, let dispatch):
            return try subscriptAccessors(e, base, declaration, substitutions, arguments, dispatch)
        default:
            let value = try expression(e)
            return Accessors(get: value, set: { $0.discarded })
        }
    }

    /// The receiver of accessors: evaluated once, as a value or as an address to change.
    struct Receiver {
        var prepare: Effect?
        var begin: Effect?
        var value: Code?
        var place: Code?
        var end: Effect?
    }

    func receiver(_ base: Expression, isMutating: Bool) throws -> Receiver {
        let baseType = type(base)
        if isMetatype(baseType) { return Receiver() }
        if !isMutating {
            let representation = baseType.representation
            let slot = newSlot(representation)
            let fill = store(try expression(base), slot, representation)
            let value: Code =
                switch representation {
                case .int: .int { $0[slot] }
                case .double: .double { Double.load($0 + slot) }
                case .ref: .ref { Ref.load($0 + slot) }
                }
            return Receiver(
                prepare: Effect(fill), value: value, place: value,
                end: representation == .ref ? Effect { Ref.store(nil, $0 + slot) } : nil)
        }
        let access = guarded(try access(base))
        let slot = newSlot(.int)
        let begin = access.begin
        let address: AddressCode = { Address(bitPattern: $0[slot]).unsafelyUnwrapped }
        let value: Code =
            switch baseType.representation {
            case .int: .int { try address($0).pointee }
            case .double: .double { Double.load(try address($0)) }
            case .ref: .ref { Ref.load(try address($0)) }
            }
        return Receiver(
            prepare: access.prepare, begin: Effect { $0[slot] = Int(bitPattern: try begin($0)) }, value: value,
            place: .address(address), end: access.end)
    }

    func propertyAccessors(
        _ e: Expression, _ base: Expression, _ variable: VariableDeclaration, _ substitutions: Substitutions, _ dispatch: Dispatch
    ) throws -> Accessors {
        let isOverridden = compiler.overridden.contains(ObjectIdentifier(variable))
        if variable.isStored, isObserved(variable), !isOverridden { return try observedProperty(e, base, variable, substitutions) }
        if variable.isStored, variable.isLazy || variable.ownership != .strong, !isOverridden {
            let get = try property(base, variable, substitutions, dispatch, e)
            return Accessors(get: get, set: { [self] value in try assign(e, value) })
        }
        var takesAddress = variable.setter?.takesAddress ?? !type(base).type.isClass
        if dispatch == .witness, let setter = variable.setter, let target = resolve(setter, substitutions, dispatch) {
            takesAddress = target.declaration.takesAddress
        } else if dispatch == .witness {
            takesAddress = !type(base).type.isClass
        }
        // A mutating getter changes what the setter then changes.
        let getsInPlace = dispatch == .direct && variable.getter?.takesAddress ?? false
        let receiver = try receiver(base, isMutating: takesAddress || getsInPlace)
        let get = try accessorCall(
            .getter, variable, substitutions, base, getsInPlace ? receiver.place : receiver.value, [], dispatch, e)
        let written = takesAddress ? receiver.place : receiver.value
        return Accessors(
            prepare: receiver.prepare, begin: receiver.begin, get: get,
            set: { [self] value in
                try accessorCall(.setter, variable, substitutions, base, written, [value], dispatch, e).discarded
            }, end: receiver.end)
    }

    func observedProperty(
        _ e: Expression, _ base: Expression, _ variable: VariableDeclaration, _ substitutions: Substitutions
    ) throws -> Accessors {
        let baseType = type(base)
        if variable.isStatic || isMetatype(baseType) {
            let cell = staticCell(variable, substitutions, baseType)
            return try observed(variable, substitutions, { _ in try cell.ready() }, type(e), nil, Receiver())
        }
        let isClass = baseType.type.nominal?.kind == .class
        let receiver = try receiver(base, isMutating: !isClass)
        let place: AddressCode
        if isClass, let value = receiver.value {
            place = instanceField(baseType, variable, value.ref)
        } else if let at = receiver.place {
            let address = at.address
            let index = storedIndex(variable)
            place = { Record.makeUnique(try address($0)).words + index }
        } else {
            place = { _ in throw Trap.internalFault("an observed property") }
        }
        return try observed(variable, substitutions, place, type(e), receiver.place, receiver)
    }

    func instanceField(_ type: RuntimeType, _ variable: VariableDeclaration, _ object: @escaping RefCode) -> AddressCode {
        let words = instanceWords(type.type, object)
        let index = compiler.classType(type.type).index(of: variable)
        return { try words($0) + index }
    }

    func observedVariable(_ variable: VariableDeclaration) throws -> Accessors {
        try observed(variable, .none, address(of: variable), type(of: variable), nil, Receiver())
    }

    func observed(
        _ variable: VariableDeclaration, _ substitutions: Substitutions, _ place: @escaping AddressCode,
        _ valueType: RuntimeType, _ selfCode: Code?, _ receiver: Receiver
    ) throws -> Accessors {
        let representation = valueType.representation
        let new = newSlot(representation)
        let old = newSlot(representation)
        func slotCode(_ slot: Int) -> Code {
            switch representation {
            case .int: .int { $0[slot] }
            case .double: .double { Double.load($0 + slot) }
            case .ref: .ref { Ref.load($0 + slot) }
            }
        }
        let get: Code =
            switch representation {
            case .int: .int { try place($0).pointee }
            case .double: .double { Double.load(try place($0)) }
            case .ref: .ref { Ref.load(try place($0)) }
            }
        let range = variable.range ?? body.range
        func observer(_ function: FunctionDeclaration?, _ argument: Code) throws -> Effect? {
            guard let function else { return nil }
            let e = Expression(.discard, .void, range)
            return Effect(try invoke(function, substitutions, selfCode, [argument], .direct, e).discarded)
        }
        let willSet = try observer(variable.willSet, slotCode(new))
        let didSet = try observer(variable.didSet, slotCode(old))
        return Accessors(
            prepare: receiver.prepare, begin: receiver.begin, get: get,
            set: { [self] value in
                let fill = store(value, new, representation)
                return { frame in
                    try fill(frame)
                    AnySlot.load(try place(frame), representation).store(frame + old)
                    try willSet?(frame)
                    AnySlot.load(frame + new, representation).store(try place(frame))
                    if representation == .ref { Ref.store(nil, frame + new) }
                    try didSet?(frame)
                    if representation == .ref { Ref.store(nil, frame + old) }
                }
            }, end: receiver.end)
    }

    func subscriptAccessors(
        _ e: Expression, _ base: Expression, _ declaration: SubscriptDeclaration, _ substitutions: Substitutions,
        _ arguments: [Expression], _ dispatch: Dispatch
    ) throws -> Accessors {
        var takesAddress = declaration.setter?.takesAddress ?? !type(base).type.isClass
        if dispatch == .witness, let setter = declaration.setter, let target = resolve(setter, substitutions, dispatch) {
            takesAddress = target.declaration.takesAddress
        }
        let getsInPlace = dispatch == .direct && declaration.getter?.takesAddress ?? false
        let receiver = try receiver(base, isMutating: takesAddress || getsInPlace)
        let written = takesAddress ? receiver.place : receiver.value
        var prepare = receiver.prepare
        var codes: [Code] = []
        for argument in arguments {
            let (code, fill) = try prepared(argument)
            prepare = joined(prepare, fill)
            codes.append(code)
        }
        let types = arguments.map { type($0) }
        guard let getter = declaration.getter else { return Accessors(get: .void { _ in }, set: { $0.discarded }) }
        let get = try invoke(
            getter, substitutions, getsInPlace ? receiver.place : receiver.value, codes, dispatch, e, selfType: type(base), argumentTypes: types,
            metatype: receiver.value == nil ? base : nil)
        return Accessors(
            prepare: prepare, begin: receiver.begin, get: get,
            set: { [self] value in
                guard let setter = declaration.setter else { return { _ in throw Trap.internalFault("no setter") } }
                return try invoke(
                    setter, substitutions, written, codes + [value], dispatch, e, selfType: type(base),
                    argumentTypes: types + [type(e)], metatype: written == nil ? base : nil).discarded
            }, end: receiver.end)
    }

    /// The same access with what holds the place kept alive and unshared-from while the program's code runs.
    func guarded(_ access: Access) -> Access {
        guard access.isInterior, let root = access.root else { return access }
        let slot = newSlot(.ref)
        let (begin, end) = (access.begin, access.end)
        return Access(
            prepare: access.prepare,
            begin: { frame in
                let address = try begin(frame)
                Ref.store(Ref.load(try root(frame)), frame + slot)
                return address
            },
            end: Effect { frame in
                Ref.store(nil, frame + slot)
                try end?(frame)
            }, root: nil, isInterior: false)
    }
}
