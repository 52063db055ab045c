/// Values in existentials: calls of their requirements, and of generic functions with them. What runs is compiled for the value's own type.
extension FunctionCompiler {
    struct OpenedParameter {
        let parameter: GenericParameter
        let index: Int
    }

    /// The generic parameters that an existential stands for which does not itself conform to what they ask.
    func openedParameters(_ function: FunctionDeclaration, _ substitutions: Substitutions) -> [OpenedParameter] {
        function.ownGenericParameters.compactMap { parameter in
            guard let type = substitutions[parameter], type.isExistential, let index = function.indexOfOpenable(parameter) else {
                return nil
            }
            let isOpened = function.signature.requirements.contains {
                guard case .conforms(.parameter(let subject), let proto) = $0, subject === parameter else { return false }
                return !compiler.world.conforms(type, to: proto)
            }
            return isOpened ? OpenedParameter(parameter: parameter, index: index) : nil
        }
    }

    /// - Parameter words: what the callee's frame begins with: `self` where there is one, the arguments, captures.
    func openedCall(_ target: Target, _ opened: [OpenedParameter], hasSelf: Bool, _ words: [Code], _ e: Expression) throws -> Code {
        let function = target.declaration
        let compiler = compiler
        let site = CallSite(machine, e.range, function.name)
        let write = CallCode.writer(words, site)
        let offset = hasSelf ? 1 : 0
        let isVirtual = target.dispatch == .virtual && hasSelf
        var known: [[ObjectIdentifier]: FunctionCode] = [:]
        func code(_ types: [RuntimeType], _ receiver: RuntimeType?) -> FunctionCode {
            let key = ((receiver.map { [$0] } ?? []) + types).map { ObjectIdentifier($0) }
            if let found = known[key] { return found }
            var substitutions = target.substitutions
            for (item, type) in zip(opened, types) { substitutions.map[item.parameter] = type.type }
            let made = receiver.map {
                compiler.classType($0.type).method(function, own: function.ownArguments(substitutions, compiler))
            } ?? compiler.code(for: function, substitutions)
            known[key] = made
            return made
        }
        let givesOpened: Bool
        if case .parameter(let result) = function.resultType { givesOpened = opened.contains { $0.parameter === result } } else { givesOpened = false }
        let call: (Frame) throws -> AnySlot = { frame in
            let callee = try write(frame)
            var types: [RuntimeType] = []
            for item in opened {
                let word = callee + offset + item.index
                guard let box = Ref.load(word) else { throw Trap.internalFault("an empty existential") }
                let (dynamic, payload) = compiler.open(box)
                Ref.store(nil, word)
                payload.initialize(word)
                types.append(dynamic)
            }
            let receiver = isVirtual ? Ref.load(callee).map { compiler.classOf($0, compiler.anyType) } : nil
            let code = code(types, receiver)
            let result = try code.perform(callee, site)
            return givesOpened ? .ref(compiler.erase(result, code.resultType)) : result
        }
        return typed(call, type(e))
    }

    /// A requirement called on an `any P`.
    func existentialCall(
        _ function: FunctionDeclaration, _ substitutions: Substitutions, _ receiver: Code, _ arguments: [Code], _ e: Expression
    ) throws -> Code {
        let compiler = compiler
        let machine = machine
        let site = CallSite(machine, e.range, function.name)
        let write = CallCode.writer([.int { _ in 0 }] + arguments, site)
        var isPlace = false
        if case .address = receiver { isPlace = true }
        let value: RefCode
        let address: AddressCode?
        if case .address(let code) = receiver {
            address = code
            value = { Ref.load(try code($0)) }
        } else {
            address = nil
            value = receiver.ref
        }
        let dispatcher = ExistentialDispatcher(compiler, function, substitutions)
        let resultType = type(e)
        let finish = fromConcrete(function, resultType)
        let call: (Frame) throws -> AnySlot = { frame in
            let box = try value(frame)
            let callee = try write(frame)
            guard let reference = box else { throw Trap.internalFault("an empty existential") }
            let (dynamic, payload) = compiler.open(reference)
            let witness = try dispatcher.witness(dynamic)
            let result: AnySlot
            switch witness {
            case .field(let index, let isClass, let fieldType):
                let object = payload.ref.unsafelyUnwrapped
                let words = isClass ? dispatcher.words(dynamic)(Unmanaged.passUnretained(object).toOpaque())
                    : unsafeDowncast(object, to: Record.self).words
                if function.kind == .setter {
                    if isClass || !isPlace {
                        AnySlot.load(callee + 1, fieldType.representation).store(words + index)
                    } else if let address {
                        var copy: Ref = unsafeDowncast(object, to: Record.self).copy()
                        AnySlot.load(callee + 1, fieldType.representation).store(copy.cast(to: Record.self).words + index)
                        Ref.store(Existential(dynamic, .ref(copy)), try address(frame))
                        copy = nil
                    }
                    if fieldType.representation == .ref { Ref.store(nil, callee + 1) }
                    return .ref(nil)
                }
                result = withExtendedLifetime(object) { AnySlot.load(words + index, fieldType.representation) }
                return try finish(result, fieldType)
            case .function(let code, let isMutating):
                var temporary: Frame?
                if isMutating {
                    let word = Frame.allocate(capacity: 1)
                    word.initialize(to: 0)
                    payload.store(word, initializing: dynamic.representation)
                    if let address { Ref.store(nil, try address(frame)) }
                    callee[0] = Int(bitPattern: word)
                    temporary = word
                } else {
                    payload.initialize(callee)
                }
                defer {
                    if let word = temporary {
                        if let address, let place = try? address(frame) {
                            Ref.store(Existential(dynamic, .load(word, dynamic.representation)), place)
                        }
                        if dynamic.representation == .ref { Ref.store(nil, word) }
                        word.deallocate()
                    }
                }
                result = try code.perform(callee, site)
                return try finish(result, code.resultType)
            case .cell: throw Trap.internalFault("a static property of a value")
            }
        }
        if function.kind == .setter || resultType.type.isVoid { return .void { _ = try call($0) } }
        switch resultType.representation {
        case .int: return .int { try call($0).int }
        case .double: return .double { try call($0).double }
        case .ref: return .ref { try call($0).ref }
        }
    }

    /// A static requirement of an `any P`'s metatype: `type(of: value).name`.
    func existentialStaticCall(
        _ function: FunctionDeclaration, _ substitutions: Substitutions, _ arguments: [Code], _ e: Expression, _ metatype: Expression
    ) throws -> Code {
        let compiler = compiler
        let site = CallSite(machine, e.range, function.name)
        let value = try metatypeValue(metatype)
        let slot = newSlot(.ref)
        let write = CallCode.writer(arguments, site)
        let dispatcher = ExistentialDispatcher(compiler, function, substitutions)
        let finish = fromConcrete(function, type(e))
        let call: (Frame) throws -> AnySlot = { frame in
            Ref.store(try value(frame), frame + slot)
            let callee = try write(frame)
            let type = Ref.load(frame + slot).cast(to: MetatypeObject.self).type
            Ref.store(nil, frame + slot)
            switch try dispatcher.witness(type) {
            case .function(let code, _): return try finish(try code.perform(callee, site), code.resultType)
            case .cell(let cell, let type):
                let place = try cell.ready()
                guard function.kind == .setter else { return try finish(.load(place, type.representation), type) }
                AnySlot.load(callee, type.representation).store(place)
                if type.representation == .ref { Ref.store(nil, callee) }
                return .ref(nil)
            case .field: throw Trap.internalFault("a property of a type")
            }
        }
        return typed(call, type(e))
    }

    /// A required initializer called on an `any P.Type`: compiled for each type that turns up.
    func existentialInitializer(
        _ function: FunctionDeclaration, _ substitutions: Substitutions, _ arguments: [Code], _ e: Expression, _ metatype: Expression
    ) throws -> Code {
        guard let proto = function.context.selfNominal else { return .void { _ in throw Trap.internalFault("an initializer") } }
        let compiler = compiler
        let site = CallSite(machine, e.range, function.name)
        let value = try metatypeValue(metatype)
        let slot = newSlot(.ref)
        let write = CallCode.writer(arguments, site)
        let promised = type(e)
        var known: [ObjectIdentifier: (cell: EntryCell, result: RuntimeType)] = [:]
        func made(_ type: RuntimeType) throws -> (cell: EntryCell, result: RuntimeType) {
            if let found = known[ObjectIdentifier(type)] { return found }
            var concrete = substitutions
            concrete.map[proto.selfParameter] = type.type
            let result = function.isFailable ? compiler.optional(type.type) : type.type
            let parameters = function.parameters.map { parameter in
                var made = parameter.functionParameter
                made.type = concrete.apply(parameter.type)
                return made
            }
            let object = MetatypeObject(type)
            let cell = try trampoline(FunctionType(parameters, result: result), captures: []) { compiler, arguments, _ in
                // What a subclass overrides is found by its class.
                compiler.capturedMetatype = .ref { _ in object }
                return try compiler.invoke(
                    function, concrete, nil, arguments, .witness, Expression(.discard, result, e.range), isConcrete: true,
                    metatype: metatype)
            }
            let found = (cell, compiler.runtimeType(result))
            known[ObjectIdentifier(type)] = found
            return found
        }
        return .ref { frame in
            Ref.store(try value(frame), frame + slot)
            let callee = try write(frame)
            let type = Ref.load(frame + slot).cast(to: MetatypeObject.self).type
            Ref.store(nil, frame + slot)
            let (cell, result) = try made(type)
            let object: AnySlot
            switch result.representation {
            case .int: object = .int(try StepLanguage.perform(cell, callee, site, Int.self))
            case .double: object = .double(try StepLanguage.perform(cell, callee, site, Double.self))
            case .ref: object = .ref(try StepLanguage.perform(cell, callee, site, Ref.self))
            }
            guard let given = try compiler.cast(object, result, promised) else {
                throw Trap.internalFault("'\(result.name)' as '\(promised.name)'")
            }
            return given.ref
        }
    }

    /// Makes what a member of a concrete type gives into what the caller of an `any P` was promised: `Self` and associated
    /// types are existentials there.
    func fromConcrete(_ function: FunctionDeclaration, _ promised: RuntimeType) -> (AnySlot, RuntimeType) throws -> AnySlot {
        if function.kind == .setter { return { result, _ in result } }
        let compiler = compiler
        if promised.type.isExistential {
            return { result, type in type.type.isExistential ? result : .ref(compiler.erase(result, type)) }
        }
        let declared = (function.accessorOf as? VariableDeclaration)?.type ?? function.resultType
        let isOpen = declared.contains { part in
            switch part {
            case .parameter(let parameter): parameter.selfProtocol != nil
            case .member: true
            default: false
            }
        }
        guard isOpen else { return { result, _ in result } }
        return { result, type in
            guard type !== promised, type.type != promised.type else { return result }
            guard let made = try compiler.cast(result, type, promised) else {
                throw Trap.internalFault("'\(type.name)' as '\(promised.name)'")
            }
            return made
        }
    }

    /// Code of a type's representation from a closure that gives any slot.
    private func typed(_ call: @escaping (Frame) throws -> AnySlot, _ type: RuntimeType) -> Code {
        if type.type.isVoid { return .void { _ = try call($0) } }
        switch type.representation {
        case .int: return .int { try call($0).int }
        case .double: return .double { try call($0).double }
        case .ref: return .ref { try call($0).ref }
        }
    }
}

extension FunctionCode {
    /// Runs the code on an activation whose arguments are in place.
    func perform(_ callee: Frame, _ site: CallSite) throws -> AnySlot {
        switch result {
        case .int: .int(try StepLanguage.perform(cell, callee, site, Int.self))
        case .double: .double(try StepLanguage.perform(cell, callee, site, Double.self))
        case .ref: .ref(try StepLanguage.perform(cell, callee, site, Ref.self))
        }
    }
}
