/// How a place is changed: `prepare` evaluates what its path needs, `begin` gives the word's address, `end` writes back
/// what was changed on the way.
struct Access {
    var prepare: Effect?
    var begin: AddressCode
    var end: Effect?
    /// The word that the path starts from, if other code could change it meanwhile.
    var root: AddressCode?
    /// Whether the address lies inside an object that the root holds.
    var isInterior = false
}

extension FunctionCompiler {
    // MARK: Access

    /// The way to change a place. `e` is one of the kinds of expression that can stand on the left of an assignment.
    func access(_ e: Expression) throws -> Access {
        switch e.kind {
        case .variable(let variable):
            if variable.ownership != .strong { return try accessThroughTemporary(e) }
            let address = address(of: variable)
            if case .slot = location(variable) { return Access(begin: address) }
            return Access(begin: address, root: address)
        case .tupleElement(let base, let index):
            return interior(try access(base), { Record.makeUnique($0).words + index })
        case .property(let base, let variable, let substitutions, _):
            return try accessProperty(e, base, variable, substitutions)
        case .globalProperty(let variable, let substitutions):
            if variable.isStored {
                let cell = compiler.staticCell(variable, substitutions.composed(with: self.substitutions), selfType: nil)
                return Access(begin: { _ in try cell.ready() }, root: { _ in try cell.ready() })
            }
            return try accessThroughTemporary(e)
        case .subscript(let base, let declaration, _, let arguments, _):
            if let fast = try accessElement(base, declaration, arguments, e) { return fast }
            return try accessThroughTemporary(e)
        case .forceUnwrap(let operand):
            let site = Site(e.range)
            return try accessPayload(operand, { site.trap("Unexpectedly found nil while unwrapping an Optional value") })
        case .chain(let operand):
            return try accessPayload(operand, { ChainBreak.shared })
        case .convert(let operand, let conversion):
            if case .upcast = conversion { return try access(operand) }
            if case .identity = conversion { return try access(operand) }
            return try accessValue(e)
        case .inout(let operand), .optionalChain(let operand, _): return try access(operand)
        default: return try accessValue(e)
        }
    }

    /// The path continued inside the object that the address so far holds.
    private func interior(_ base: Access, _ step: @escaping (Address) throws -> Address) -> Access {
        let begin = base.begin
        return Access(
            prepare: base.prepare, begin: { try step(try begin($0)) }, end: base.end, root: base.root, isInterior: true)
    }

    /// A value that is no place, in a slot of its own: the receiver of a method that mutates a temporary.
    private func accessValue(_ e: Expression) throws -> Access {
        let representation = type(e).representation
        let slot = newSlot(representation)
        let fill = store(try expression(e), slot, representation)
        return Access(
            prepare: nil,
            begin: { frame in
                try fill(frame)
                return frame + slot
            },
            end: representation == .ref ? Effect { Ref.store(nil, $0 + slot) } : nil)
    }

    /// A place that is reached through code: read into a slot, changed there, written back.
    private func accessThroughTemporary(_ e: Expression) throws -> Access {
        let representation = type(e).representation
        let slot = newSlot(representation)
        let parts = try accessors(e)
        let fill = store(parts.get, slot, representation)
        let value: Code =
            switch representation {
            case .int: .int { $0[slot] }
            case .double: .double { Double.load($0 + slot) }
            case .ref: .ref { frame in
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return value
            }
            }
        let write = try parts.set(value)
        let baseBegin = parts.begin
        let baseEnd = parts.end
        return Access(
            prepare: parts.prepare,
            begin: { frame in
                try baseBegin?(frame)
                try fill(frame)
                return frame + slot
            },
            end: Effect { frame in
                try write(frame)
                try baseEnd?(frame)
            })
    }

    private func accessProperty(
        _ e: Expression, _ base: Expression, _ variable: VariableDeclaration, _ substitutions: Substitutions
    ) throws -> Access {
        let baseType = type(base)
        if variable.isStatic || isMetatype(baseType) {
            if variable.isStored && !isObserved(variable) {
                let cell = staticCell(variable, substitutions, baseType)
                return Access(begin: { _ in try cell.ready() }, root: { _ in try cell.ready() })
            }
            return try accessThroughTemporary(e)
        }
        guard isDirect(variable, base), variable.ownership == .strong, !variable.isLazy else {
            return try accessThroughTemporary(e)
        }
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

    /// An element of an array, or the value of a dictionary's key with a default, in place.
    private func accessElement(
        _ base: Expression, _ declaration: SubscriptDeclaration, _ arguments: [Expression], _ e: Expression
    ) throws -> Access? {
        let baseType = type(base)
        guard declaration.isNative else { return nil }
        switch baseType.kind {
        case .array(let element) where arguments.count == 1 && type(arguments[0]).representation == .int:
            let (index, prepare) = try prepared(arguments[0])
            var access: Access
            let site = Site(e.range)
            let base = try self.access(base)
            switch element.representation {
            case .int: access = interior(base, index.int, site, Int.self)
            case .double: access = interior(base, index.int, site, Double.self)
            case .ref: access = interior(base, index.int, site, Ref.self)
            }
            access.prepare = joined(base.prepare, prepare)
            return access
        case .dictionary(let key, let value) where arguments.count == 2:
            switch key.representation {
            case .int: return try accessDefault(base, arguments, value, Int.self)
            case .double: return try accessDefault(base, arguments, value, Double.self)
            case .ref: return try accessDefault(base, arguments, value, Ref.self)
            }
        default: return nil
        }
    }

    private func interior<S: Slot>(_ base: Access, _ index: @escaping IntCode, _ site: Site, _: S.Type) -> Access {
        let begin = base.begin
        return Access(
            prepare: base.prepare,
            begin: { frame in
                let index = try index(frame)
                let array = ArrayObject<S>.makeUnique(try begin(frame))
                let items = ArrayObject<S>.items(at: Unmanaged.passUnretained(array).toOpaque())
                if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
                return items.pointee.withUnsafeMutableBufferPointer {
                    UnsafeMutableRawPointer($0.baseAddress.unsafelyUnwrapped + index).assumingMemoryBound(to: Int.self)
                }
            }, end: base.end, root: base.root, isInterior: true)
    }

    private func accessDefault<K: Slot>(
        _ base: Expression, _ arguments: [Expression], _ value: RuntimeType, _: K.Type
    ) throws -> Access {
        let (key, prepare) = try prepared(arguments[0])
        let keyCode = K.runner(key)
        let base = try access(base)
        let begin: AddressCode
        switch value.representation {
        case .int: begin = try defaultAddress(base.begin, keyCode, arguments[1], K.self, Int.self)
        case .double: begin = try defaultAddress(base.begin, keyCode, arguments[1], K.self, Double.self)
        case .ref: begin = try defaultAddress(base.begin, keyCode, arguments[1], K.self, Ref.self)
        }
        return Access(
            prepare: joined(base.prepare, prepare), begin: begin, end: base.end, root: base.root, isInterior: true)
    }

    private func defaultAddress<K: Slot, V: Slot>(
        _ base: @escaping AddressCode, _ key: K.Run, _ initial: Expression, _: K.Type, _: V.Type
    ) throws -> AddressCode {
        // The default is an autoclosure; its own expression is taken when it is at hand.
        let value: (Frame) throws -> V
        if case .closure(let closure) = initial.kind, closure.isAutoclosure, closure.body.statements.count == 1,
            case .return(let inner?) = closure.body.statements[0].kind, isPure(inner)
        {
            value = try expression(inner).of(V.self)
        } else if case .function = type(initial).kind {
            let function = try expression(initial).ref
            value = { try function($0).cast(to: FunctionObject.self).call() }
        } else {
            value = try expression(initial).of(V.self)
        }
        return { frame in
            let key = try key(frame)
            let table = TableObject<K, V>.makeUnique(try base(frame))
            let (position, _) = try table.findOrInsert(key) { try value(frame) }
            return table.valueAddress(position)
        }
    }

    /// The payload of an optional, in place.
    private func accessPayload(_ operand: Expression, _ failure: @escaping () -> Error) throws -> Access {
        let optional = type(operand)
        guard let payload = optional.wrapped else { return try access(operand) }
        let base = try access(operand)
        let begin = base.begin
        if payload.representation == .ref && !payload.isNullable {
            return Access(
                prepare: base.prepare,
                begin: { frame in
                    let address = try begin(frame)
                    if address.pointee == 0 { throw failure() }
                    return address
                }, end: base.end, root: base.root, isInterior: base.isInterior)
        }
        let slot = newSlot(payload.representation)
        let outer = newSlot(.int)
        let end = base.end
        return Access(
            prepare: base.prepare,
            begin: { frame in
                let address = try begin(frame)
                guard let value = Ref.load(address) else { throw failure() }
                frame[outer] = Int(bitPattern: address)
                optional.wrappedPayload(value, payload).store(frame + slot)
                return frame + slot
            },
            end: Effect { frame in
                if let address = Address(bitPattern: frame[outer]) {
                    Ref.store(payload.some(.load(frame + slot, payload.representation)), address)
                }
                try end?(frame)
            }, root: base.root, isInterior: base.isInterior)
    }

    /// An index or key: itself when reading it later gives the same, else evaluated into a slot beforehand.
    func prepared(_ e: Expression) throws -> (Code, Effect?) {
        let code = try expression(e)
        if isPure(e) { return (code, nil) }
        let representation = type(e).representation
        let slot = newSlot(representation)
        let fill = store(code, slot, representation)
        switch representation {
        case .int: return (.int { $0[slot] }, Effect(fill))
        case .double: return (.double { Double.load($0 + slot) }, Effect(fill))
        case .ref: return (.ref { Ref.load($0 + slot) }, Effect(fill))
        }
    }

    func joined(_ a: Effect?, _ b: Effect?) -> Effect? {
        guard let a else { return b }
        guard let b else { return a }
        return Effect { try a($0); try b($0) }
    }

    /// The address of a place without write-back, for `&x` where no call is at hand.
    func plainAddress(_ e: Expression) throws -> AddressCode {
        let access = try access(e)
        let begin = access.begin
        guard let prepare = access.prepare else { return begin }
        return { frame in
            try prepare(frame)
            return try begin(frame)
        }
    }

    // MARK: Assignment

    func assign(_ target: Expression, _ value: Expression) throws -> VoidCode {
        switch target.kind {
        case .discard: return try expression(value).discarded
        case .tuple(let places):
            return try assignTuple(places, value)
        default: return try assign(target, try expression(value))
        }
    }

    private func assignTuple(_ places: [Expression], _ value: Expression) throws -> VoidCode {
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
        return sequence(evaluate + assign)?.run ?? { _ in }
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

    private func assignVariable<S: Slot>(_ variable: VariableDeclaration, _ value: S.Run, _: S.Type) -> VoidCode {
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

    private func assignField<S: Slot>(
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

    private func assignStored(
        _ value: Code, _ type: RuntimeType, _ begin: @escaping AddressCode, _ prepare: Effect?, _ end: Effect?
    ) -> VoidCode {
        switch type.representation {
        case .int: return assignStored(Int.runner(value), Int.self, begin, prepare, end)
        case .double: return assignStored(Double.runner(value), Double.self, begin, prepare, end)
        case .ref: return assignStored(Ref.runner(value), Ref.self, begin, prepare, end)
        }
    }

    private func assignStored<S: Slot>(
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

    private func assignPayload(
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

    private func assignComputed(_ target: Expression, _ value: Code) throws -> VoidCode {
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

/// What Swift says of an array index that does not exist.
@inline(never)
func indexMessage(_ index: Int) -> String { "Index out of range" }
