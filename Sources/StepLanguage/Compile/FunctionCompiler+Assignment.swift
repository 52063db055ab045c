extension FunctionCompiler {
    // MARK: Assignment

    func assign(_ target: Expression, _ value: Expression) throws -> VoidCode {
        switch target.kind {
        case .discard: return try expression(value).discarded
        case .tuple(let places):
            return try assignTuple(places, value)
        default:
            if let fast = try assignElement(target, value) { return fast }
            return try before(value) { try assign(target, try expression(value)) }
        }
    }

    /// `array[i] = value` where both are local variables and the value changes neither.
    func assignElement(_ target: Expression, _ value: Expression) throws -> VoidCode? {
        guard case .subscript(let base, let declaration, _, let arguments, _) = target.kind, declaration.isNative,
            case .array(let element) = type(base).kind, arguments.count == 1, type(arguments[0]).representation == .int,
            case .slot(let array) = shape(base), case .slot(let index) = shape(arguments[0]), changes(value) != .anything
        else { return nil }
        let site = Site(target.range)
        let code = try expression(value)
        switch element.representation {
        case .int: return assignElement(array, index, Int.runner(code), site, Int.self)
        case .double: return assignElement(array, index, Double.runner(code), site, Double.self)
        case .ref: return assignElement(array, index, Ref.runner(code), site, Ref.self)
        }
    }

    func assignElement<S: Slot>(_ array: Int, _ index: Int, _ value: S.Run, _ site: Site, _: S.Type) -> VoidCode {
        { frame in
            let value = try value(frame)
            let index = frame[index]
            if S.self == Ref.self {
                // What is released may run code of the program, which must not take the array away meanwhile.
                let object = ArrayObject<S>.makeUnique(frame + array)
                if UInt(bitPattern: index) >= UInt(bitPattern: object.items.count) { throw site.trap(indexMessage(index)) }
                object.items[index] = value
            } else {
                let items = ArrayObject<S>.uniqueItems(frame + array)
                if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
                items.pointee.withUnsafeMutableBufferPointer { $0[index] = value }
            }
        }
    }

    func assignTuple(_ places: [Expression], _ value: Expression) throws -> VoidCode {
        var evaluate: [Effect] = []
        var assign: [Effect] = []
        var sources: [Expression] = []
        if case .tuple(let elements) = value.kind, elements.count == places.count { sources = elements }
        let layout = type(value).layout
        let record = sources.isEmpty ? newSlot(.ref) : 0
        if sources.isEmpty { evaluate.append(Effect(store(try expression(value), record, .ref))) }
        for (index, place) in places.enumerated() {
            let representation = type(place).representation
            let slot = newSlot(representation)
            if !sources.isEmpty {
                evaluate.append(Effect(store(try expression(sources[index]), slot, representation)))
            } else {
                guard index < layout.count else { continue }
                switch representation {
                case .int: evaluate.append(Effect { $0[slot] = recordWords($0[record])[index] })
                case .double: evaluate.append(Effect { $0[slot] = recordWords($0[record])[index] })
                case .ref: evaluate.append(Effect { Ref.store(Ref.load(recordWords($0[record]) + index), $0 + slot) })
                }
            }
            if case .discard = place.kind { continue }
            if case .tuple = place.kind { continue }
            switch representation {
            case .int: assign.append(Effect(try self.assign(place, .int { $0[slot] })))
            case .double: assign.append(Effect(try self.assign(place, .double { Double.load($0 + slot) })))
            case .ref: assign.append(Effect(try self.assign(place, .ref { frame in
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return value
            })))
            }
        }
        if sources.isEmpty { assign.append(Effect { Ref.store(nil, $0 + record) }) }
        return running(sequence(evaluate + assign))
    }

    /// Puts a value into a place.
    func assign(_ target: Expression, _ value: Code) throws -> VoidCode {
        switch target.kind {
        case .variable(let variable):
            if variable.ownership != .strong {
                let (address, value) = (address(of: variable), value.ref)
                return { frame in
                    let object = try value(frame)
                    Ref.store(WeakObject(object), try address(frame))
                }
            }
            if isGlobalObserved(variable) { return try assignComputed(target, value) }
            switch type(target).representation {
            case .int: return assignVariable(variable, Int.runner(value), Int.self)
            case .double: return assignVariable(variable, Double.runner(value), Double.self)
            case .ref: return assignVariable(variable, Ref.runner(value), Ref.self)
            }
        case .property(let base, let variable, let substitutions, _):
            let baseType = type(base)
            if variable.isStatic || isMetatype(baseType) {
                if !variable.isStored || isObserved(variable) { return try assignComputed(target, value) }
                let cell = staticCell(variable, substitutions, baseType)
                return assignStored(value, type(target), { _ in try cell.ready() }, nil, nil)
            }
            if variable.isLazy, variable.isStored {
                return try assignLazy(base, variable, value, type(target))
            }
            if isDirect(variable, base) {
                if variable.ownership != .strong {
                    let value = value.ref
                    let access = try accessField(base, variable)
                    return assignStored(.ref { WeakObject(try value($0)) }, compiler.anyType, access.begin, access.prepare, access.end)
                }
                if baseType.type.nominal?.kind == .class, try stableBorrow(base) == nil {
                    // The object has to be held only until its field is written.
                    let object = try expression(base).ref
                    let index = compiler.classType(baseType.type).index(of: variable)
                    let words = wordsOf(baseType)
                    switch type(target).representation {
                    case .int: return assignField(object, words, index, Int.runner(value), Int.self)
                    case .double: return assignField(object, words, index, Double.runner(value), Double.self)
                    case .ref: return assignField(object, words, index, Ref.runner(value), Ref.self)
                    }
                }
                let access = try accessProperty(target, base, variable, substitutions)
                return assignStored(value, type(target), access.begin, access.prepare, access.end)
            }
            return try assignComputed(target, value)
        case .globalProperty(let variable, let substitutions):
            if !variable.isStored { return try assignComputed(target, value) }
            let cell = compiler.staticCell(variable, substitutions.composed(with: self.substitutions), selfType: nil)
            return assignStored(value, type(target), { _ in try cell.ready() }, nil, nil)
        case .subscript(let base, let declaration, _, let arguments, _):
            if case .array = type(base).kind, let access = try accessElement(base, declaration, arguments, target) {
                return assignStored(value, type(target), access.begin, access.prepare, access.end)
            }
            return try assignComputed(target, value)
        case .tupleElement:
            let access = try access(target)
            return assignStored(value, type(target), access.begin, access.prepare, access.end)
        case .forceUnwrap(let operand):
            let site = Site(target.range)
            return try assignPayload(operand, value, type(target)) {
                site.trap("Unexpectedly found nil while unwrapping an Optional value")
            }
        case .chain(let operand):
            return try assignPayload(operand, value, type(target)) { ChainBreak.shared }
        case .discard: return value.discarded
        default:
            let access = try access(target)
            return assignStored(value, type(target), access.begin, access.prepare, access.end)
        }
    }

    func assignVariable<S: Slot>(_ variable: VariableDeclaration, _ value: S.Run, _: S.Type) -> VoidCode {
        switch location(variable) {
        case .slot(let s): return { S.store(try value($0), $0 + s) }
        case .global(let a): return { S.store(try value($0), a) }
        default:
            let address = address(of: variable)
            return { frame in
                let value = try value(frame)
                S.store(value, try address(frame))
            }
        }
    }

    func assignField<S: Slot>(
        _ object: @escaping RefCode, _ words: @escaping (UnsafeMutableRawPointer) -> Address, _ index: Int,
        _ value: S.Run, _: S.Type
    ) -> VoidCode {
        { frame in
            let object = try object(frame).unsafelyUnwrapped
            let value = try value(frame)
            S.store(value, words(Unmanaged.passUnretained(object).toOpaque()) + index)
            withExtendedLifetime(object) {}
        }
    }

    func assignStored(
        _ value: Code, _ type: RuntimeType, _ begin: @escaping AddressCode, _ prepare: Effect?, _ end: Effect?
    ) -> VoidCode {
        switch type.representation {
        case .int: return assignStored(Int.runner(value), Int.self, begin, prepare, end)
        case .double: return assignStored(Double.runner(value), Double.self, begin, prepare, end)
        case .ref: return assignStored(Ref.runner(value), Ref.self, begin, prepare, end)
        }
    }

    func assignStored<S: Slot>(
        _ value: S.Run, _: S.Type, _ begin: @escaping AddressCode, _ prepare: Effect?, _ end: Effect?
    ) -> VoidCode {
        if prepare == nil && end == nil {
            return { frame in
                let value = try value(frame)
                S.store(value, try begin(frame))
            }
        }
        return { frame in
            try prepare?(frame)
            let value = try value(frame)
            S.store(value, try begin(frame))
            try end?(frame)
        }
    }

    func assignPayload(
        _ operand: Expression, _ value: Code, _ payload: RuntimeType, _ failure: @escaping () -> Error
    ) throws -> VoidCode {
        let access = try access(operand)
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let wrapped = wrap(value, payload)
        return { frame in
            try prepare?(frame)
            if try begin(frame).pointee == 0 { throw failure() }
            let value = try wrapped(frame)
            Ref.store(value, try begin(frame))
            try end?(frame)
        }
    }

    func assignComputed(_ target: Expression, _ value: Code) throws -> VoidCode {
        let parts = try accessors(target, forWriting: true)
        let representation = type(target).representation
        let slot = newSlot(representation)
        let fill = store(value, slot, representation)
        let kept: Code =
            switch representation {
            case .int: .int { $0[slot] }
            case .double: .double { Double.load($0 + slot) }
            case .ref: .ref { frame in
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return value
            }
            }
        let write = try parts.set(kept)
        let (prepare, begin, end) = (parts.prepare, parts.begin, parts.end)
        return { frame in
            try prepare?(frame)
            try fill(frame)
            try begin?(frame)
            try write(frame)
            try end?(frame)
        }
    }

    /// The field of a stored property, whatever it holds, without observers.
    func accessField(_ base: Expression, _ variable: VariableDeclaration) throws -> Access {
        let baseType = type(base)
        if baseType.type.nominal?.kind == .class {
            let index = compiler.classType(baseType.type).index(of: variable)
            let words = wordsOf(baseType)
            if let borrowed = try stableBorrow(base) {
                let begin: AddressCode = { words(try borrowed($0)) + index }
                return Access(begin: begin, root: begin)
            }
            let slot = newSlot(.ref)
            let object = try expression(base).ref
            let begin: AddressCode = { words(pointer($0[slot])) + index }
            return Access(
                prepare: Effect { Ref.store(try object($0), $0 + slot) }, begin: begin,
                end: Effect { Ref.store(nil, $0 + slot) }, root: begin)
        }
        let index = storedIndex(variable)
        return interior(try access(base), { Record.makeUnique($0).words + index })
    }
}
