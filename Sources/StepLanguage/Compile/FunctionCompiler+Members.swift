extension FunctionCompiler {
    // MARK: Reading members

    func member(_ e: Expression) throws -> Code {
        switch e.kind {
        case .tupleElement(let base, let index):
            return try field(base, index, type(e))
        case .property(let base, let variable, let substitutions, let dispatch):
            return try property(base, variable, substitutions, dispatch, e)
        case .globalProperty(let variable, let substitutions):
            if variable.isStored {
                return read(compiler.staticCell(variable, substitutions.composed(with: self.substitutions), selfType: nil), type(e))
            }
            guard let getter = variable.getter else { return read(variable) }
            return try invoke(getter, substitutions, nil, [], .direct, e)
        default: return .void { _ in throw Trap.internalFault("a member") }
        }
    }

    func read(_ cell: Compiler.StaticCell, _ type: RuntimeType) -> Code {
        switch type.representation {
        case .int: .int { _ in try cell.ready().pointee }
        case .double: .double { _ in Double.load(try cell.ready()) }
        case .ref: .ref { _ in Ref.load(try cell.ready()) }
        }
    }

    /// A field of a struct, tuple or class instance.
    func field(_ base: Expression, _ index: Int, _ fieldType: RuntimeType) throws -> Code {
        let baseType = type(base)
        let layout = baseType.type.nominal?.kind == .class ? compiler.classType(baseType.type).layout : baseType.layout
        guard index < layout.count, layout.isReference(index) == (fieldType.representation == .ref) else {
            throw inconsistent("a field of '\(baseType.name)' as '\(fieldType.name)'", base.range)
        }
        switch fieldType.representation {
        case .int: return try field(base, index, Int.self)
        case .double: return try field(base, index, Double.self)
        case .ref: return try field(base, index, Ref.self)
        }
    }

    func field<S: Slot>(_ base: Expression, _ index: Int, _: S.Type) throws -> Code {
        let baseType = type(base)
        if let offset = offset(ofField: index, baseType) {
            if case .slot(let slot) = shape(base) { return Code(FieldOfSlot<S>(slot: slot, offset: offset)) }
            if let borrowed = try borrow(base) { return Code(FieldOfBorrowed<S>(object: borrowed, offset: offset)) }
        }
        return Code(FieldOfValue<S>(value: try expression(base).ref, words: wordsOf(baseType), index: index))
    }

    /// Where a field lies in its object, in bytes; nil for the fields that a native class's peer holds.
    private func offset(ofField index: Int, _ base: RuntimeType) -> Int? {
        guard base.type.nominal?.kind == .class else { return ObjectOffset.record + 8 * index }
        return compiler.classType(base.type).native == nil ? ObjectOffset.instance + 8 * index : nil
    }

    /// The slot and the place of a number that is a field of a local variable.
    func slotField(_ e: Expression) -> (slot: Int, offset: Int)? {
        let (base, index): (Expression, Int)
        switch e.kind {
        case .tupleElement(let tuple, let element): (base, index) = (tuple, element)
        case .property(let owner, let variable, _, _):
            guard !variable.isStatic, variable.ownership == .strong, isDirect(variable, owner) else { return nil }
            let ownerType = type(owner)
            index = ownerType.type.nominal?.kind == .class
                ? compiler.classType(ownerType.type).index(of: variable) : storedIndex(variable)
            base = owner
        default: return nil
        }
        guard type(base).representation == .ref, case .slot(let slot) = shape(base),
            let offset = offset(ofField: index, type(base))
        else { return nil }
        return (slot, offset)
    }

    func property(
        _ base: Expression, _ variable: VariableDeclaration, _ substitutions: Substitutions, _ dispatch: Dispatch,
        _ e: Expression
    ) throws -> Code {
        let baseType = type(base)
        if variable.isStatic || isMetatype(baseType) {
            if variable.isStored { return read(staticCell(variable, substitutions, baseType), type(e)) }
            return try accessorCall(.getter, variable, substitutions, base, nil, [], dispatch, e)
        }
        if variable.isStored, !compiler.overridden.contains(ObjectIdentifier(variable)) || isDirect(variable, base) {
            if variable.isLazy { return try readLazy(base, variable, type(e)) }
            let index = baseType.type.nominal?.kind == .class
                ? compiler.classType(baseType.type).index(of: variable) : storedIndex(variable)
            if variable.ownership != .strong {
                let holder = try field(base, index, Ref.self).ref
                let isWeak = variable.ownership == .weak
                let range = e.range
                return .ref { frame in
                    guard let holder = try holder(frame) else { return nil }
                    let object = unsafeDowncast(holder, to: WeakObject.self).value
                    if object == nil && !isWeak {
                        throw Trap("Attempted to read an unowned reference but the object was already deallocated", at: range)
                    }
                    return object
                }
            }
            return try field(base, index, type(e))
        }
        if let fast = try intrinsicProperty(base, variable, e) { return fast }
        return try accessorCall(.getter, variable, substitutions, base, nil, [], dispatch, e)
    }

    /// `count` and `isEmpty` of arrays and the length of strings' bytes need no call.
    func intrinsicProperty(_ base: Expression, _ variable: VariableDeclaration, _ e: Expression) throws -> Code? {
        guard case .array(let element) = type(base).kind, variable.getter?.isNativeInLibrary == true,
            variable.name == "count" || variable.name == "isEmpty", let borrowed = try borrow(base)
        else { return nil }
        let wantsCount = variable.name == "count"
        func code<S: Slot>(_: S.Type) -> Code {
            if wantsCount { return .int { ArrayObject<S>.items(at: try borrowed($0)).pointee.count } }
            return .int { ArrayObject<S>.items(at: try borrowed($0)).pointee.isEmpty ? 1 : 0 }
        }
        switch element.representation {
        case .int: return code(Int.self)
        case .double: return code(Double.self)
        case .ref: return code(Ref.self)
        }
    }

    /// Calls a property's getter or setter; overridden stored properties are looked up in the object's class.
    func accessorCall(
        _ kind: FunctionDeclaration.Kind, _ variable: VariableDeclaration, _ substitutions: Substitutions,
        _ base: Expression, _ selfCode: Code?, _ arguments: [Code], _ dispatch: Dispatch, _ e: Expression
    ) throws -> Code {
        var target = variable
        var targetSubstitutions = substitutions
        var dispatch = dispatch
        if dispatch == .witness {
            let concrete = substitutions.composed(with: self.substitutions)
            if let (found, made) = compiler.witness(variable, concrete), let property = found as? VariableDeclaration {
                target = property
                targetSubstitutions = made
                dispatch = .direct
                if property.context.selfNominal?.kind == .class { dispatch = .virtual }
                if property.isStored, !property.isStatic, !compiler.isPlain(property),
                    !property.isLazy || type(base).type.isClass || kind == .setter,
                    let accessor = compiler.witnessAccessor(kind, of: property)
                {
                    return try invoke(
                        accessor, made, try selfCode ?? expression(base), arguments, .direct, e, selfType: type(base), isConcrete: true)
                }
                if property.isStored, !property.isStatic {
                    let selfCode = try selfCode ?? expression(base)
                    return try stored(property, selfCode, type(base), arguments)
                }
                if property.isStored {
                    let cell = compiler.staticCell(property, made, selfType: compiler.normalized(made.apply(property.context.selfNominal?.declaredType ?? .void)))
                    if let value = arguments.first { return .void(assignCell(cell, value)) }
                    return read(cell, type(e))
                }
            } else if let (found, made) = compiler.witness(variable, concrete), let item = found as? EnumCaseDeclaration {
                _ = made
                return try expression(Expression(.enumCase(item, []), e.type, e.range))
            } else {
                dispatch = .existential
            }
        }
        if compiler.overridden.contains(ObjectIdentifier(target)),
            target.isStored || target.getter == nil || dispatch == .virtual && compiler.observed.contains(ObjectIdentifier(target))
        {
            return try overriddenProperty(target, base, selfCode, arguments, e, isSuper: dispatch == .superclass)
        }
        guard let accessor = kind == .getter ? target.getter : target.setter else {
            if target.isStored { return try stored(target, try selfCode ?? expression(base), type(base), arguments) }
            return .void { _ in throw Trap.internalFault("'\(target.name)' without accessor") }
        }
        if kind == .getter, selfCode == nil, accessor.takesAddress, dispatch == .direct {
            let access = guarded(try access(base))
            let core = try invoke(
                accessor, targetSubstitutions, .address(access.begin), [], dispatch, e, selfType: type(base),
                isConcrete: targetSubstitutions != substitutions)
            return surrounded(core, access.prepare, access.end)
        }
        let receiver: Code? = target.isStatic || isMetatype(type(base)) ? nil : try selfCode ?? expression(base)
        return try invoke(
            accessor, targetSubstitutions, receiver, arguments, dispatch, e, selfType: type(base), isConcrete: targetSubstitutions != substitutions,
            metatype: receiver == nil ? base : nil)
    }

    func assignCell(_ cell: Compiler.StaticCell, _ value: Code) -> VoidCode {
        switch value {
        case .int(let c): { Int.store(try c($0), try cell.ready()) }
        case .double(let c): { Double.store(try c($0), try cell.ready()) }
        case .ref(let c): { Ref.store(try c($0), try cell.ready()) }
        default: { _ in }
        }
    }

    /// A stored property that meets a requirement: of a value at hand, or (with an argument) set at an address.
    func stored(_ variable: VariableDeclaration, _ selfCode: Code, _ base: RuntimeType, _ arguments: [Code]) throws -> Code {
        let isClass = base.type.nominal?.kind == .class
        let index = isClass ? compiler.classType(base.type).index(of: variable) : storedIndex(variable)
        let words = wordsOf(base)
        let representation = base.fieldRepresentation(variable)
        if variable.isLazy {
            let slot = newSlot(.ref)
            let fill = store(selfCode, slot, .ref)
            let holder = VariableDeclaration(name: "self", range: variable.range, context: variable.context, isLet: true)
            holder.semantic.type = base.type
            holder.semantic.state = .resolved
            holder.semantic.isSelf = true
            locations[ObjectIdentifier(holder)] = .slot(slot)
            compiler.world.retain(holder)
            let read = try readLazy(Expression(.variable(holder), base.type, body.range), variable, compiler.runtimeType(base.memberType(variable)))
            switch read {
            case .int(let c): return .int { try fill($0); return try c($0) }
            case .double(let c): return .double { try fill($0); return try c($0) }
            default:
                let c = read.ref
                return .ref { try fill($0); return try c($0) }
            }
        }
        if let value = arguments.first {
            let fill = self.fill(value, index)
            if isClass {
                let object = selfCode.ref
                return .void { frame in
                    let object = try object(frame).unsafelyUnwrapped
                    try fill(frame, words(Unmanaged.passUnretained(object).toOpaque()))
                    withExtendedLifetime(object) {}
                }
            }
            let address = selfCode.address
            return .void { try fill($0, Record.makeUnique(try address($0)).words) }
        }
        let value: RefCode
        if case .address(let address) = selfCode { value = { Ref.load(try address($0)) } } else { value = selfCode.ref }
        switch representation {
        case .int: return Code(FieldOfValue<Int>(value: value, words: words, index: index))
        case .double: return Code(FieldOfValue<Double>(value: value, words: words, index: index))
        case .ref: return Code(FieldOfValue<Ref>(value: value, words: words, index: index))
        }
    }

    /// A stored property that a subclass overrides: the object's class says what is read or written, unless it is
    /// `super`'s.
    func overriddenProperty(
        _ variable: VariableDeclaration, _ base: Expression, _ selfCode: Code?, _ arguments: [Code], _ e: Expression,
        isSuper: Bool
    ) throws -> Code {
        let compiler = compiler
        let object = try (selfCode ?? expression(base)).ref
        let value = arguments.first.map { any($0, type(base).memberRuntimeType(variable)) }
        let access: (Frame) throws -> AnySlot = { frame in
            let object = try object(frame).unsafelyUnwrapped
            let newValue = try value?(frame)
            return try compiler.dynamicProperty(variable, of: object, newValue, isSuper: isSuper)
        }
        if value != nil { return .void { _ = try access($0) } }
        switch type(e).representation {
        case .int: return .int { try access($0).int }
        case .double: return .double { try access($0).double }
        case .ref: return .ref { try access($0).ref }
        }
    }

    // MARK: Lazy properties

    /// A lazy property's word holds nothing until it is first read, then its value as an optional's payload.
    func readLazy(_ base: Expression, _ variable: VariableDeclaration, _ valueType: RuntimeType) throws -> Code {
        let baseType = type(base)
        guard let initial = variable.initialValue else { return .void { _ in throw Trap.internalFault("a lazy property") } }
        let compute = try compiler.lazyValue(initial, baseType.memberSubstitutions, baseType, variable)
        let value: (Frame) throws -> AnySlot
        if baseType.type.nominal?.kind == .class {
            let (object, index, words) = (
                try expression(base).ref, compiler.classType(baseType.type).index(of: variable), wordsOf(baseType)
            )
            value = { frame in
                guard let object = try object(frame) else { throw Trap.internalFault("a lazy property") }
                return try withExtendedLifetime(object) {
                    let word = words(Unmanaged.passUnretained(object).toOpaque()) + index
                    if let known = Ref.load(word) { return valueType.payload(known) }
                    let result = try compute(.ref(object))
                    Ref.store(valueType.some(result), word)
                    return result
                }
            }
        } else {
            let (access, index) = (try access(base), storedIndex(variable))
            value = { frame in
                try access.prepare?.run(frame)
                defer { try? access.end?.run(frame) }
                let place = try access.begin(frame)
                if let known = Ref.load(Record.makeUnique(place).words + index) { return valueType.payload(known) }
                let result = try compute(.int(Int(bitPattern: place)))
                Ref.store(valueType.some(result), Record.makeUnique(try access.begin(frame)).words + index)
                return result
            }
        }
        switch valueType.representation {
        case .int: return .int { try value($0).int }
        case .double: return .double { try value($0).double }
        case .ref: return .ref { try value($0).ref }
        }
    }

    func assignLazy(_ base: Expression, _ variable: VariableDeclaration, _ value: Code, _ valueType: RuntimeType) throws -> VoidCode {
        let access = try accessField(base, variable)
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let wrapped = wrap(value, valueType)
        return { frame in
            try prepare?(frame)
            let value = try wrapped(frame)
            Ref.store(value, try begin(frame))
            try end?(frame)
        }
    }

    // MARK: Subscripts

    func readSubscript(
        _ e: Expression, _ base: Expression, _ declaration: SubscriptDeclaration, _ substitutions: Substitutions,
        _ arguments: [Expression], _ dispatch: Dispatch
    ) throws -> Code {
        if declaration.isNative, case .array(let element) = type(base).kind, arguments.count == 1,
            type(arguments[0]).representation == .int
        {
            switch element.representation {
            case .int: return try self.element(base, arguments[0], e, Int.self)
            case .double: return try self.element(base, arguments[0], e, Double.self)
            case .ref: return try self.element(base, arguments[0], e, Ref.self)
            }
        }
        guard let getter = declaration.getter else { return .void { _ in throw Trap.internalFault("a subscript") } }
        let isStatic = declaration.isStatic || isMetatype(type(base))
        if !isStatic, getter.takesAddress, dispatch != .existential {
            // A getter that changes its receiver.
            let access = guarded(try access(base))
            var prepare = access.prepare
            var codes: [Code] = []
            for argument in arguments {
                let (code, fill) = try prepared(argument)
                prepare = joined(prepare, fill)
                codes.append(code)
            }
            let core = try invoke(
                getter, substitutions, .address(access.begin), codes, dispatch, e, selfType: type(base),
                argumentTypes: arguments.map { type($0) })
            return surrounded(core, prepare, access.end)
        }
        let receiver: Code? = isStatic ? nil : try expression(base)
        let codes = try arguments.map { try expression($0) }
        return try invoke(
            getter, substitutions, receiver, codes, dispatch, e, selfType: type(base), argumentTypes: arguments.map { type($0) },
            metatype: isStatic ? base : nil)
    }

    func element<S: Slot>(_ base: Expression, _ index: Expression, _ e: Expression, _: S.Type) throws -> Code {
        let site = Site(e.range)
        if isPure(index), let borrowed = try borrow(base) {
            if case .slot(let s) = shape(index) {
                if case .slot(let a) = shape(base) { return Code(ElementOfSlots<S>(array: a, index: s, site: site)) }
                if case .subscript(let rows, _, _, let arguments, _) = base.kind, arguments.count == 1,
                    case .slot(let r) = shape(rows), case .slot(let i) = shape(arguments[0])
                {
                    return Code(ElementOfRow<S>(rows: r, row: i, index: s, rowSite: Site(base.range), site: site))
                }
                return Code(ElementAtSlot<S>(array: borrowed, index: s, site: site))
            }
            return Code(ElementOfBorrowed<S>(array: borrowed, index: try expression(index).int, site: site))
        }
        return Code(ElementOfValue<S>(array: try expression(base).ref, index: try expression(index).int, site: site))
    }
}
