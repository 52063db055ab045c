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
    // MARK: What is known of properties

    func isMetatype(_ type: RuntimeType) -> Bool {
        if case .metatype = type.kind { return true }
        return false
    }

    func isObserved(_ variable: VariableDeclaration) -> Bool { variable.willSet != nil || variable.didSet != nil }

    func isGlobalObserved(_ variable: VariableDeclaration) -> Bool {
        return !variable.isMember && isObserved(variable)
    }

    /// Whether a property is a word that can be read and written as it is: stored, without observers (or from inside
    /// them, or in the type's own initializer), and not overridden.
    func isDirect(_ variable: VariableDeclaration, _ base: Expression) -> Bool {
        guard variable.isStored, !variable.isLazy else { return false }
        if compiler.overridden.contains(ObjectIdentifier(variable)) { return false }
        if !isObserved(variable) { return true }
        return isInsideObserver(of: variable, base)
    }

    /// In its type's initializer and in its own observers a property is set without them.
    private func isInsideObserver(of variable: VariableDeclaration, _ base: Expression) -> Bool {
        guard case .variable(let selfVariable) = base.kind, selfVariable.semantic.isSelf, let function else { return false }
        let declaration = function.declaration
        if declaration.kind == .initializer {
            return declaration.context.selfNominal === variable.context.selfNominal && !declaration.isConvenience
        }
        return declaration.accessorOf === variable && (declaration.kind == .willSet || declaration.kind == .didSet)
    }

    func storedIndex(_ variable: VariableDeclaration) -> Int {
        if case .stored(let index) = variable.storage { return index }
        return 0
    }

    func staticCell(_ variable: VariableDeclaration, _ substitutions: Substitutions, _ base: RuntimeType) -> Compiler.StaticCell {
        let substitutions = substitutions.composed(with: self.substitutions)
        var owner: Type?
        if let nominal = variable.context.selfNominal {
            owner = compiler.normalized(substitutions.apply(nominal.declaredType))
        }
        return compiler.staticCell(variable, substitutions, selfType: owner)
    }

    /// Where the fields of a struct, tuple or class instance begin.
    func wordsOf(_ type: RuntimeType) -> (UnsafeMutableRawPointer) -> Address {
        if type.type.nominal?.kind == .class {
            if let native = compiler.classType(type.type).native {
                let peer = native.peer
                return { peer(Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue()).words }
            }
            return { ($0 + ObjectOffset.instance).assumingMemoryBound(to: Int.self) }
        }
        return { ($0 + ObjectOffset.record).assumingMemoryBound(to: Int.self) }
    }

    /// The words of an instance that something else keeps alive.
    func instanceWords(_ type: Type, _ object: @escaping RefCode) -> AddressCode {
        let words = wordsOf(compiler.runtimeType(type))
        return { words(Unmanaged.passUnretained(try object($0).unsafelyUnwrapped).toOpaque()) }
    }

    // MARK: Borrowing

    /// Whether an expression runs no code of the program, so that it can be evaluated between a look at an object and
    /// its use.
    func isPure(_ e: Expression) -> Bool {
        switch e.kind {
        case .literal(_, nil): return true
        case .variable(let variable): return variable.ownership == .strong
        case .tupleElement(let base, _): return isPure(base)
        case .property(let base, let variable, _, _):
            if variable.isStored { return !variable.isStatic && isDirect(variable, base) && isPure(base) && !isMetatype(type(base)) }
            return variable.name == "count" && variable.getter?.isNativeInLibrary == true && isPure(base)
        case .call(let declaration, let substitutions, _, let arguments, let dispatch):
            guard let target = resolve(declaration, substitutions, dispatch), Intrinsic.isArithmetic(target.declaration) else {
                return false
            }
            return arguments.allSatisfy(isPure)
        case .subscript(let base, let declaration, _, let arguments, _):
            if case .array = type(base).kind { return declaration.isNative && isPure(base) && arguments.allSatisfy(isPure) }
            return false
        case .convert(let operand, .identity), .convert(let operand, .upcast): return isPure(operand)
        default: return false
        }
    }

    /// Code that gives the object of a value without retaining it; nil when the value is not kept by anything else.
    func borrow(_ e: Expression) throws -> BorrowCode? {
        guard type(e).representation == .ref else { return nil }
        switch e.kind {
        case .variable(let variable):
            guard variable.ownership == .strong, !isMetatype(type(e)) else { return nil }
            let c = captureSlot
            switch location(variable) {
            case .slot(let s): return { object($0[s]) }
            case .box(let s): return { object(recordWords($0[s])[0]) }
            case .reference(let s): return { object(Address(bitPattern: $0[s]).unsafelyUnwrapped.pointee) }
            case .captured(let i): return { object(Frame(bitPattern: $0[c]).unsafelyUnwrapped[i]) }
            default:
                let address = address(of: variable)
                return { object(try address($0).pointee) }
            }
        case .property(let base, let variable, _, _):
            let baseType = type(base)
            guard !variable.isStatic, !isMetatype(baseType), isDirect(variable, base), variable.ownership == .strong,
                let borrowed = try borrow(base)
            else { return nil }
            if baseType.type.nominal?.kind == .class {
                let index = compiler.classType(baseType.type).index(of: variable)
                if compiler.classType(baseType.type).native != nil { return nil }
                let offset = ObjectOffset.instance + 8 * index
                if case .variable(let v) = base.kind, case .slot(let s) = location(v) {
                    return { object((object($0[s]) + offset).load(as: Int.self)) }
                }
                return { object((try borrowed($0) + offset).load(as: Int.self)) }
            }
            let offset = ObjectOffset.record + 8 * storedIndex(variable)
            return { object((try borrowed($0) + offset).load(as: Int.self)) }
        case .tupleElement(let base, let index):
            guard let borrowed = try borrow(base) else { return nil }
            let offset = ObjectOffset.record + 8 * index
            return { object((try borrowed($0) + offset).load(as: Int.self)) }
        case .subscript(let base, let declaration, _, let arguments, _):
            guard declaration.isNative, case .array = type(base).kind, arguments.count == 1,
                type(arguments[0]).representation == .int, isPure(arguments[0]), let borrowed = try borrow(base)
            else { return nil }
            let index = try expression(arguments[0]).int
            let site = Site(e.range)
            return { frame in
                let index = try index(frame)
                let items = ArrayObject<Ref>.items(at: try borrowed(frame))
                if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
                return items.pointee.withUnsafeBufferPointer { object(UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped + index).load(as: Int.self)) }
            }
        case .convert(let operand, .identity), .convert(let operand, .upcast): return try borrow(operand)
        default: return nil
        }
    }

    /// Borrowed from a variable of this body that cannot change while other code runs.
    func stableBorrow(_ e: Expression) throws -> BorrowCode? {
        switch e.kind {
        case .variable(let variable):
            guard variable.isLet || variable.semantic.isSelf, !variable.isInout, case .slot = location(variable) else { return nil }
            return try borrow(e)
        case .convert(let operand, .upcast), .convert(let operand, .identity): return try stableBorrow(operand)
        default: return nil
        }
    }

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

    private func read(_ cell: Compiler.StaticCell, _ type: RuntimeType) -> Code {
        switch type.representation {
        case .int: .int { _ in try cell.ready().pointee }
        case .double: .double { _ in Double.load(try cell.ready()) }
        case .ref: .ref { _ in Ref.load(try cell.ready()) }
        }
    }

    /// A field of a struct, tuple or class instance.
    func field(_ base: Expression, _ index: Int, _ fieldType: RuntimeType) throws -> Code {
        switch fieldType.representation {
        case .int: try field(base, index, Int.self)
        case .double: try field(base, index, Double.self)
        case .ref: try field(base, index, Ref.self)
        }
    }

    private func field<S: Slot>(_ base: Expression, _ index: Int, _: S.Type) throws -> Code {
        let baseType = type(base)
        let isClass = baseType.type.nominal?.kind == .class
        let words = wordsOf(baseType)
        let isNative = isClass && compiler.classType(baseType.type).native != nil
        let offset = (isClass ? ObjectOffset.instance : ObjectOffset.record) + 8 * index
        if !isNative, case .variable(let variable) = base.kind, variable.ownership == .strong, case .slot(let s) = location(variable) {
            return Code(FieldOfSlot<S>(slot: s, offset: offset))
        }
        if !isNative, let borrowed = try borrow(base) { return Code(FieldOfBorrowed<S>(object: borrowed, offset: offset)) }
        return Code(FieldOfValue<S>(value: try expression(base).ref, words: words, index: index))
    }

    private func property(
        _ base: Expression, _ variable: VariableDeclaration, _ substitutions: Substitutions, _ dispatch: Dispatch,
        _ e: Expression
    ) throws -> Code {
        let baseType = type(base)
        if variable.isStatic || isMetatype(baseType) {
            if variable.isStored { return read(staticCell(variable, substitutions, baseType), type(e)) }
            return try accessorCall(.getter, variable, substitutions, base, nil, [], dispatch, e)
        }
        if variable.isStored && !compiler.overridden.contains(ObjectIdentifier(variable)) {
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
        if variable.isStored && dispatch == .superclass {
            return try field(base, compiler.classType(baseType.type).index(of: variable), type(e))
        }
        if let fast = try intrinsicProperty(base, variable, e) { return fast }
        return try accessorCall(.getter, variable, substitutions, base, nil, [], dispatch, e)
    }

    /// `count` and `isEmpty` of arrays and the length of strings' bytes need no call.
    private func intrinsicProperty(_ base: Expression, _ variable: VariableDeclaration, _ e: Expression) throws -> Code? {
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
    private func accessorCall(
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
        if compiler.overridden.contains(ObjectIdentifier(target)), target.isStored || target.getter == nil {
            return try overriddenProperty(target, base, selfCode, arguments, e)
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

    private func assignCell(_ cell: Compiler.StaticCell, _ value: Code) -> VoidCode {
        switch value {
        case .int(let c): { Int.store(try c($0), try cell.ready()) }
        case .double(let c): { Double.store(try c($0), try cell.ready()) }
        case .ref(let c): { Ref.store(try c($0), try cell.ready()) }
        default: { _ in }
        }
    }

    /// A stored property that meets a requirement: of a value at hand, or (with an argument) set at an address.
    private func stored(_ variable: VariableDeclaration, _ selfCode: Code, _ base: RuntimeType, _ arguments: [Code]) throws -> Code {
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

    /// A stored property that a subclass overrides: the object's class says what is read or written.
    private func overriddenProperty(
        _ variable: VariableDeclaration, _ base: Expression, _ selfCode: Code?, _ arguments: [Code], _ e: Expression
    ) throws -> Code {
        let compiler = compiler
        let object = try (selfCode ?? expression(base)).ref
        let value = arguments.first.map { any($0, type(base).memberRuntimeType(variable)) }
        let access: (Frame) throws -> AnySlot = { frame in
            let object = try object(frame).unsafelyUnwrapped
            let newValue = try value?(frame)
            return try compiler.dynamicProperty(variable, of: object, newValue)
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
    private func readLazy(_ base: Expression, _ variable: VariableDeclaration, _ valueType: RuntimeType) throws -> Code {
        let access = try accessField(base, variable)
        let (prepare, begin, end) = (access.prepare, access.begin, access.end)
        let baseType = type(base)
        let memberSubstitutions = baseType.memberSubstitutions
        guard let initial = variable.initialValue else { return .void { _ in throw Trap.internalFault("a lazy property") } }
        let compute = try compiler.lazyValue(initial, memberSubstitutions, baseType, variable)
        let isClass = baseType.type.nominal?.kind == .class
        let owner = isClass ? try expression(base).ref : nil
        let place = isClass ? nil : try plainAddress(base)
        let value: (Frame) throws -> AnySlot = { frame in
            try prepare?(frame)
            defer { try? end?(frame) }
            if let known = Ref.load(try begin(frame)) { return valueType.payload(known) }
            let result: AnySlot
            if let owner {
                result = try compute(.ref(try owner(frame)))
            } else {
                result = try compute(.int(Int(bitPattern: try place?(frame))))
            }
            Ref.store(valueType.some(result), try begin(frame))
            return result
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

    private func element<S: Slot>(_ base: Expression, _ index: Expression, _ e: Expression, _: S.Type) throws -> Code {
        let site = Site(e.range)
        if isPure(index), let borrowed = try borrow(base) {
            if case .slot(let s) = shape(index) {
                if case .slot(let a) = shape(base) { return Code(ElementOfSlots<S>(array: a, index: s, site: site)) }
                return Code(ElementAtSlot<S>(array: borrowed, index: s, site: site))
            }
            return Code(ElementOfBorrowed<S>(array: borrowed, index: try expression(index).int, site: site))
        }
        return Code(ElementOfValue<S>(array: try expression(base).ref, index: try expression(index).int, site: site))
    }

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
    private struct Receiver {
        var prepare: Effect?
        var begin: Effect?
        var value: Code?
        var place: Code?
        var end: Effect?
    }

    private func receiver(_ base: Expression, isMutating: Bool) throws -> Receiver {
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

    private func propertyAccessors(
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
        let receiver = try receiver(base, isMutating: takesAddress)
        let get = try accessorCall(.getter, variable, substitutions, base, receiver.value, [], dispatch, e)
        return Accessors(
            prepare: receiver.prepare, begin: receiver.begin, get: get,
            set: { [self] value in
                try accessorCall(.setter, variable, substitutions, base, receiver.place, [value], dispatch, e).discarded
            }, end: receiver.end)
    }

    private func observedProperty(
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

    private func instanceField(_ type: RuntimeType, _ variable: VariableDeclaration, _ object: @escaping RefCode) -> AddressCode {
        let words = instanceWords(type.type, object)
        let index = compiler.classType(type.type).index(of: variable)
        return { try words($0) + index }
    }

    private func observedVariable(_ variable: VariableDeclaration) throws -> Accessors {
        try observed(variable, .none, address(of: variable), type(of: variable), nil, Receiver())
    }

    private func observed(
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

    private func subscriptAccessors(
        _ e: Expression, _ base: Expression, _ declaration: SubscriptDeclaration, _ substitutions: Substitutions,
        _ arguments: [Expression], _ dispatch: Dispatch
    ) throws -> Accessors {
        var takesAddress = declaration.setter?.takesAddress ?? !type(base).type.isClass
        if dispatch == .witness, let setter = declaration.setter, let target = resolve(setter, substitutions, dispatch) {
            takesAddress = target.declaration.takesAddress
        }
        let receiver = try receiver(base, isMutating: takesAddress)
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
            getter, substitutions, receiver.value, codes, dispatch, e, selfType: type(base), argumentTypes: types,
            metatype: receiver.value == nil ? base : nil)
        return Accessors(
            prepare: prepare, begin: receiver.begin, get: get,
            set: { [self] value in
                guard let setter = declaration.setter else { return { _ in throw Trap.internalFault("no setter") } }
                return try invoke(
                    setter, substitutions, receiver.place, codes + [value], dispatch, e, selfType: type(base),
                    argumentTypes: types + [type(e)], metatype: receiver.place == nil ? base : nil).discarded
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

// MARK: Producers

private struct FieldOfSlot<S: Slot>: Producer {
    let slot: Int
    let offset: Int

    @inline(__always)
    func produce(_ frame: Frame) -> S { S.load((object(frame[slot]) + offset).assumingMemoryBound(to: Int.self)) }
}

private struct FieldOfBorrowed<S: Slot>: Producer {
    let object: BorrowCode
    let offset: Int

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { S.load((try object(frame) + offset).assumingMemoryBound(to: Int.self)) }
}

private struct FieldOfValue<S: Slot>: Producer {
    let value: RefCode
    let words: (UnsafeMutableRawPointer) -> Address
    let index: Int

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        guard let object = try value(frame) else { throw Trap.internalFault("an object without value") }
        let result = S.load(words(Unmanaged.passUnretained(object).toOpaque()) + index)
        withExtendedLifetime(object) {}
        return result
    }
}

@inline(__always)
private func element<S: Slot>(_ array: UnsafeMutableRawPointer, _ index: Int, _ site: Site, _: S.Type) throws -> S {
    let items = ArrayObject<S>.items(at: array)
    if UInt(bitPattern: index) >= UInt(bitPattern: items.pointee.count) { throw site.trap(indexMessage(index)) }
    return items.pointee.withUnsafeBufferPointer { $0[index] }
}

private struct ElementOfSlots<S: Slot>: Producer {
    let array: Int
    let index: Int
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { try element(object(frame[array]), frame[index], site, S.self) }
}

private struct ElementAtSlot<S: Slot>: Producer {
    let array: BorrowCode
    let index: Int
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { try element(try array(frame), frame[index], site, S.self) }
}

private struct ElementOfBorrowed<S: Slot>: Producer {
    let array: BorrowCode
    let index: IntCode
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        let index = try index(frame)
        return try element(try array(frame), index, site, S.self)
    }
}

private struct ElementOfValue<S: Slot>: Producer {
    let array: RefCode
    let index: IntCode
    let site: Site

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        guard let array = try array(frame) else { throw Trap.internalFault("an array without value") }
        let index = try index(frame)
        let result = try element(Unmanaged.passUnretained(array).toOpaque(), index, site, S.self)
        withExtendedLifetime(array) {}
        return result
    }
}
