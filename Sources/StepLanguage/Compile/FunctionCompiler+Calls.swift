extension FunctionCompiler {
    /// What a call comes down to once types are concrete.
    struct Target {
        let declaration: FunctionDeclaration
        let substitutions: Substitutions
        let dispatch: Dispatch
    }

    /// Finds what is called: a requirement's witness where the type is known.
    func resolve(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ dispatch: Dispatch, isConcrete: Bool = false
    ) -> Target? {
        var concrete = isConcrete ? substitutions : substitutions.composed(with: self.substitutions)
        if declaration.isLocal { concrete = self.substitutions.merging(concrete) }
        guard dispatch == .witness else {
            return Target(declaration: declaration, substitutions: concrete, dispatch: dispatch)
        }
        if let accessed = declaration.accessorOf {
            guard let (found, made) = compiler.witness(accessed, concrete) else {
                return Target(declaration: declaration, substitutions: concrete, dispatch: .existential)
            }
            var accessor: FunctionDeclaration?
            if let variable = found as? VariableDeclaration {
                accessor = declaration.kind == .getter ? variable.getter : variable.setter
            } else if let item = found as? SubscriptDeclaration {
                accessor = declaration.kind == .getter ? item.getter : item.setter
            }
            guard let accessor else { return nil }
            let isClass = accessed.isStatic ? false : found.context.selfNominal?.kind == .class
            return Target(declaration: accessor, substitutions: made, dispatch: isClass ? .virtual : .direct)
        }
        guard let (found, made) = compiler.witness(declaration, concrete) else {
            return Target(declaration: declaration, substitutions: concrete, dispatch: .existential)
        }
        guard let function = found as? FunctionDeclaration else { return nil }
        let isClass = function.context.selfNominal?.kind == .class && !function.isStatic && function.kind == .function
        return Target(declaration: function, substitutions: made, dispatch: isClass ? .virtual : .direct)
    }

    // MARK: Calls

    func call(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ base: Expression?, _ arguments: [Expression],
        _ dispatch: Dispatch, _ e: Expression
    ) throws -> Code {
        if let code = try intrinsic(declaration, substitutions, base, arguments, dispatch, e) { return code }
        let target = resolve(declaration, substitutions, dispatch)
        if target == nil, dispatch == .witness,
            let (found, _) = compiler.witness(declaration, substitutions.composed(with: self.substitutions)),
            let item = found as? EnumCaseDeclaration
        {
            return try expression(Expression(.enumCase(item, arguments), e.type, e.range))
        }
        let function = target?.declaration ?? declaration
        let isStatic = function.isStatic || (function.kind == .initializer)
        let takesPlace = !isStatic && function.takesAddress

        // Values first, then the places, which are changed in place only while the call runs.
        var prepare: Effect?
        var end: Effect?
        var codes: [Code] = []
        let hasPlaces = takesPlace || arguments.contains { if case .inout = $0.kind { true } else { false } }
        let needsGuard = !(function.body == nil && function.synthesized == nil)
        var receiver: Code?
        // Of several values and places, those that come later may change what the indices of earlier ones read.
        let mayChange = arguments.count + (base == nil ? 0 : 1) > 1 && !arguments.allSatisfy { changes($0) == .nothing }
        func place(_ operand: Expression) throws -> Code {
            var access = try mayChange ? before(nil) { try self.access(operand) } : self.access(operand)
            if needsGuard || dispatch == .existential { access = guarded(access) }
            prepare = joined(prepare, access.prepare)
            end = joined(access.end, end)
            return .address(access.begin)
        }
        if let base, !isStatic {
            receiver = takesPlace ? try place(base) : try expression(base)
            if hasPlaces && !takesPlace { receiver = try kept(base, receiver, &prepare, &end) }
        }
        for argument in arguments {
            if case .inout(let operand) = argument.kind {
                codes.append(try place(operand))
            } else if hasPlaces && !isConstant(argument) {
                codes.append(try kept(argument, nil, &prepare, &end) ?? expression(argument))
            } else {
                codes.append(try expression(argument))
            }
        }
        var shapes = arguments.map(shape)
        if receiver != nil { shapes.insert(base.map(shape) ?? .other, at: 0) }
        var types = arguments.map { type($0) }
        if hasPlaces {
            types = arguments.map { argument in
                if case .inout(let operand) = argument.kind { return type(operand) }
                return type(argument)
            }
        }
        let core = try invoke(
            declaration, substitutions, receiver, codes, dispatch, e, selfType: base.map { type($0) }, argumentTypes: types,
            metatype: isStatic ? base : nil, shapes: shapes,
            offset: base == nil && arguments.count == 1 ? offset(arguments[0]) : nil)
        let whole = surrounded(core, prepare, end)
        let chained = arguments.contains {
            if case .inout(let operand) = $0.kind, case .optionalChain = operand.kind { return true }
            return false
        }
        return chained ? .void(stoppingAtNil(.ref { try whole.discarded($0); return nil }).discarded) : whole
    }

    private func isConstant(_ e: Expression) -> Bool {
        switch e.kind {
        case .literal(_, nil), .closure, .metatype: return true
        default: return false
        }
    }

    /// A value evaluated into a slot before the places of its call are touched.
    private func kept(_ e: Expression, _ code: Code?, _ prepare: inout Effect?, _ end: inout Effect?) throws -> Code? {
        let representation = type(e).representation
        if type(e).type.isVoid { return code }
        let slot = newSlot(representation)
        prepare = joined(prepare, Effect(store(try code ?? expression(e), slot, representation)))
        switch representation {
        case .int: return .int { $0[slot] }
        case .double: return .double { Double.load($0 + slot) }
        case .ref: return .ref { frame in
            let value = Ref.load(frame + slot)
            Ref.store(nil, frame + slot)
            return value
        }
        }
    }

    /// The call between what comes before it and the write-backs after it, which errors do not prevent.
    func surrounded(_ core: Code, _ prepare: Effect?, _ end: Effect?) -> Code {
        switch (prepare, end) {
        case (nil, nil): core
        case (let prepare?, nil): core.surrounded(by: Prepared(prepare: prepare))
        case (let prepare, let end?): core.surrounded(by: Accessed(prepare: prepare ?? Effect { _ in }, end: end))
        }
    }

    func shape(_ e: Expression) -> NativeCall.Shape {
        switch e.kind {
        case .literal(let value, nil):
            switch (value, type(e).kind) {
            case (.integer(let magnitude, let negative), .integer):
                let bits = Int(bitPattern: UInt(magnitude))
                return .constant(.int(negative ? 0 &- bits : bits))
            case (.integer(let magnitude, let negative), .double):
                return .constant(.double(negative ? -Double(magnitude) : Double(magnitude)))
            case (.float(let number, _), .double): return .constant(.double(number))
            case (.character(let text), .character), (.string(let text), .character):
                return .constant(.int(Characters.code(text.first ?? " ")))
            default: return .other
            }
        case .variable(let variable):
            if variable.ownership == .strong, !isMetatype(type(e)), case .slot(let slot) = location(variable) { return .slot(slot) }
            return .other
        default: return .other
        }
    }

    /// The code of a call whose receiver and arguments are code already.
    func invoke(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ receiver: Code?, _ arguments: [Code],
        _ dispatch: Dispatch, _ e: Expression, selfType: RuntimeType? = nil, argumentTypes: [RuntimeType]? = nil,
        isConcrete: Bool = false, metatype: Expression? = nil, shapes: [NativeCall.Shape]? = nil, offset: Offset? = nil
    ) throws -> Code {
        guard let target = resolve(declaration, substitutions, dispatch, isConcrete: isConcrete) else {
            return .void { _ in throw Trap.internalFault("'\(declaration.name)' has no witness") }
        }
        let function = target.declaration
        if target.dispatch == .existential, function.isStatic, let metatype {
            return try existentialStaticCall(function, target.substitutions, arguments, e, metatype)
        }
        if target.dispatch == .existential, let receiver {
            return try existentialCall(function, target.substitutions, receiver, arguments, e)
        }
        if function.kind == .initializer, function.context.selfNominal?.kind == .class,
            compiler.isInterpretedClass(function.context.selfNominal)
        {
            return try classInitializer(target, arguments, e, metatype)
        }
        if target.dispatch == .superclass || !(target.dispatch == .virtual),
            compiler.isNative(function)
        {
            return try nativeCall(function, target, receiver, arguments, e, selfType, argumentTypes, shapes, isSuper: target.dispatch == .superclass)
        }
        if function.takesAddress, target.dispatch == .direct, let value = receiver, let selfType {
            if case .address = value {} else {
                // A value that is no place: it is changed in a slot of its own.
                let slot = newSlot(selfType.representation)
                let fill = store(value, slot, selfType.representation)
                let place: Code = .address { frame in
                    try fill(frame)
                    return frame + slot
                }
                return try invoke(
                    function, target.substitutions, place, arguments, .direct, e, selfType: selfType,
                    argumentTypes: argumentTypes, isConcrete: true, metatype: metatype, shapes: shapes)
            }
        }
        try agree(arguments, function, target.substitutions, e.range)
        if function.isStatic, let metatype, case .metatype(let named) = type(metatype).kind,
            compiler.isInterpretedClass(named.type.nominal), compiler.isInterpretedClass(function.context.selfNominal)
        {
            return try staticCall(function, target.substitutions, arguments, e, metatype, named, isSuper: target.dispatch == .superclass)
        }
        let code = compiler.code(for: function, target.substitutions)
        let site = CallSite(machine, e.range, code.name)
        var words = arguments
        if code.hasSelf, let receiver { words.insert(receiver, at: 0) }
        var prepare: Effect?
        if function.isLocal, let body = function.body, !body.captures.isEmpty {
            let (code, fill) = localCaptures(function, body)
            words.append(code)
            prepare = fill
        }
        let opened = openedParameters(function, target.substitutions)
        if !opened.isEmpty {
            let made = try openedCall(target, opened, hasSelf: code.hasSelf && receiver != nil, words, e)
            return prepare.map { surrounded(made, $0, nil) } ?? made
        }
        let result: Code
        if target.dispatch == .virtual, code.hasSelf, let nominal = function.context.selfNominal, nominal.kind == .class,
            compiler.mayBeOverridden(function), let selfType
        {
            if selfType.type.isExistential {
                return try existentialCall(function, target.substitutions, receiver ?? .void { _ in }, arguments, e)
            }
            if !compiler.isInterpretedClass(selfType.type.nominal) {
                // The static type is the library's own: the object may be its or the program's.
                return try nativeCall(function, target, receiver, arguments, e, selfType, argumentTypes, shapes, isSuper: false)
            }
            let peer = compiler.classType(selfType.type).native?.peer
            if compiler.isNative(function) && peer != nil {
                // The native's own dispatch comes back to the program's override where there is one.
                return try nativeCall(function, target, receiver, arguments, e, selfType, argumentTypes, shapes, isSuper: false)
            }
            result = CallCode.make(VirtualTarget(code, own: function.ownArguments(target.substitutions, compiler), peer), words, code.result, site)
        } else if let offset, words.count == 1 {
            result = offset.call(code.cell, code.result, site)
        } else {
            result = CallCode.make(DirectTarget(cell: code.cell), words, code.result, site)
        }
        var final = result
        if let prepare { final = surrounded(result, prepare, nil) }
        return code.isVoid ? .void(final.discarded) : final
    }

    /// A static member of a class: the class it is called on says which override runs, and what `self` is in it.
    private func staticCall(
        _ function: FunctionDeclaration, _ substitutions: Substitutions, _ arguments: [Code], _ e: Expression,
        _ metatype: Expression, _ named: RuntimeType, isSuper: Bool
    ) throws -> Code {
        var fixed = isFixed(metatype) ? named : nil
        if let selfClass, case .variable(let variable) = metatype.kind, variable.semantic.isSelf { fixed = selfClass }
        let classType = compiler.classType((fixed ?? named).type)
        let own = function.ownArguments(substitutions, compiler)
        // What `super` names runs as it is, with the class that the call came to as its `Self`.
        let code = isSuper ? compiler.code(for: function, substitutions, selfClass: classType.type) : classType.method(function, own: own)
        let site = CallSite(machine, e.range, code.name)
        let run: Code
        if fixed != nil {
            run = CallCode.make(DirectTarget(cell: code.cell), arguments, code.result, site)
        } else {
            let value = try metatypeValue(metatype)
            let slot = newSlot(.ref)
            let (compiler, write) = (compiler, CallCode.writer(arguments, site))
            func call<R: Slot>(_: R.Type) -> Code {
                Code(CallOfStatic<R>(write: { frame in
                    Ref.store(try value(frame), frame + slot)
                    return try write(frame)
                }, target: { frame in
                    let dynamic = Ref.load(frame + slot).cast(to: MetatypeObject.self).type
                    return compiler.classType(dynamic.type).method(function, own: own).cell
                }, site: site))
            }
            switch code.result {
            case .int: run = call(Int.self)
            case .double: run = call(Double.self)
            case .ref: run = call(Ref.self)
            }
        }
        return code.isVoid ? .void(run.discarded) : run
    }

    private func localCaptures(_ function: FunctionDeclaration, _ body: CodeBody) -> (Code, Effect?) {
        if let current = self.function, current.declaration === function {
            let slot = captureSlot
            return (.int { $0[slot] }, nil)
        }
        let slot = newSlot(.ref)
        let make = captureRecord(body.captures, [])
        return (.int { Int(bitPattern: recordWords($0[slot])) }, Effect { Ref.store(try make($0), $0 + slot) })
    }

    // MARK: Consistency

    /// What the checked tree says does not fit together; the program stops there instead of going on with nonsense.
    func inconsistent(_ what: String, _ range: SourceRange) -> Trap { Trap("internal fault of the runner: \(what)", at: range) }

    /// Makes sure that arguments are held as their parameters are; nil stands for a place.
    func agree(_ arguments: [Code], _ parameters: [RuntimeType?], _ range: SourceRange) throws {
        var fits = arguments.count == parameters.count
        for (argument, parameter) in zip(arguments, parameters) {
            switch (argument, parameter?.representation) {
            case (.int, .int), (.double, .double), (.ref, .ref), (.void, .ref), (.address, nil): break
            default: fits = false
            }
        }
        if !fits { throw inconsistent("arguments that are not those of the parameters", range) }
    }

    private func agree(_ arguments: [Code], _ function: FunctionDeclaration, _ substitutions: Substitutions, _ range: SourceRange) throws {
        let types = compiler.parameterTypes(function, substitutions)
        let declared = types.count - function.parameters.count
        try agree(
            arguments,
            types.enumerated().map { $0 >= declared && function.parameters[$0 - declared].isInout ? nil : $1 }, range)
    }

    // MARK: Natives

    private func nativeCall(
        _ function: FunctionDeclaration, _ target: Target, _ receiver: Code?, _ arguments: [Code], _ e: Expression,
        _ selfType: RuntimeType?, _ argumentTypes: [RuntimeType]?, _ shapes: [NativeCall.Shape]?, isSuper: Bool
    ) throws -> Code {
        guard let binder = compiler.binder(for: function, isSuper: isSuper) else {
            let name = compiler.code(for: function, target.substitutions).name
            throw Trap("'\(name)' is declared, but nothing stands behind it: \(function.nativeKeys.first ?? "")", at: e.range)
        }
        var codes = arguments
        var types = argumentTypes ?? compiler.parameterTypes(function, target.substitutions)
        let owner = function.context.selfNominal.map { compiler.runtimeType(target.substitutions.apply($0.declaredType)) }
        let takesReceiver = function.kind == .initializer ? isSuper : !function.isStatic
        if let receiver, takesReceiver {
            codes.insert(receiver, at: 0)
            types.insert(owner.map { $0.type.hasParameters ? selfType ?? $0 : $0 } ?? selfType ?? compiler.anyType, at: 0)
        }
        let expected = compiler.parameterTypes(function, target.substitutions).count
            + (takesReceiver && owner != nil ? 1 : 0)
        if codes.count != expected {
            throw Trap.internalFault("\(function.nativeKeys.first ?? function.name): \(codes.count) arguments for \(expected)")
        }
        let resultType: RuntimeType
        if function.kind == .initializer {
            let made = compiler.runtimeType(target.substitutions.apply(function.resultType))
            resultType = function.isFailable ? compiler.runtimeType(compiler.optional(made.type)) : made
        } else {
            resultType = compiler.runtimeType(target.substitutions.apply(function.resultType))
        }
        let call = NativeCall(
            machine: machine, site: Site(e.range), arguments: codes, argumentTypes: types, resultType: resultType,
            selfType: owner, substitutions: target.substitutions, compiler: compiler,
            shapes: shapes?.count == codes.count ? shapes ?? [] : Array(repeating: .other, count: codes.count))
        let code = try binder(call)
        return code.surrounded(by: Located(range: e.range))
    }

    // MARK: Existentials

    /// A requirement called on an `any P`.
    private func existentialCall(
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

    // MARK: Initializers of classes

    private func classInitializer(_ target: Target, _ arguments: [Code], _ e: Expression, _ metatype: Expression?) throws -> Code {
        let function = target.declaration
        guard let nominal = function.context.selfNominal else { return .void { _ in } }
        var made = target.substitutions.apply(nominal.declaredType)
        // An inherited initializer is called for the subclass that the expression names.
        if let named = metatype.map({ type($0).type }), case .metatype(let instance) = named, instance.nominal?.kind == .class { made = instance }
        if let wanted = type(e).type.nominal?.kind == .class ? type(e).type : type(e).type.optionalPayload, wanted.nominal?.kind == .class {
            made = wanted
        }
        let classType = compiler.classType(made)
        let slot = newSlot(.ref)
        let allocate: (Frame) throws -> Ref
        let isDynamic: Bool
        if let metatype, !isFixed(metatype) {
            let value = try metatypeValue(metatype)
            let compiler = compiler
            isDynamic = true
            allocate = { frame in
                let type = try value(frame).cast(to: MetatypeObject.self).type
                return try compiler.classType(type.type).allocate()
            }
        } else {
            isDynamic = false
            allocate = { _ in try classType.allocate() }
        }
        let code = compiler.code(for: function, target.substitutions)
        let site = CallSite(machine, e.range, code.name)
        let words: [Code] = [.ref { frame in
            let object = try allocate(frame)
            Ref.store(object, frame + slot)
            return object
        }] + arguments
        let run = isDynamic
            ? CallCode.make(VirtualTarget(code, own: function.ownArguments(target.substitutions, compiler), classType.native?.peer), words, code.result, site)
            : CallCode.make(DirectTarget(cell: code.cell), words, code.result, site)
        // An object whose initializer throws is let go there.
        func settling<T>(_ frame: Frame, _ body: () throws -> T) throws -> T {
            do { return try body() } catch {
                if error is Trap { site.machine.isStopping = true }
                Ref.store(nil, frame + slot)
                throw error
            }
        }
        if function.isFailable {
            let run = run.int
            return .ref { frame in
                let succeeded = try settling(frame) { try run(frame) != 0 }
                let object = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return succeeded ? object : nil
            }
        }
        let effect = run.discarded
        return .ref { frame in
            try settling(frame) { try effect(frame) }
            let object = Ref.load(frame + slot)
            Ref.store(nil, frame + slot)
            return object
        }
    }

    /// The class or type that a static member is called on.
    func metatypeValue(_ metatype: Expression) throws -> RefCode { try (capturedMetatype ?? expression(metatype)).ref }

    func isFixed(_ metatype: Expression) -> Bool {
        switch metatype.kind {
        case .metatype: return true
        case .convert(let inner, _): return isFixed(inner)
        default: return false
        }
    }

    func delegate(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ arguments: [Expression], _ isSuper: Bool,
        _ e: Expression
    ) throws -> Code {
        guard let target = resolve(declaration, substitutions, .direct), let selfVariable = body.selfVariable ?? function?.declaration.selfVariable
        else { return .void { _ in throw Trap.internalFault("a delegating initializer") } }
        let codes = try arguments.map { try expression($0) }
        let nominal = target.declaration.context.selfNominal
        if nominal?.kind == .class {
            let selfCode = read(selfVariable)
            if !compiler.isInterpretedClass(nominal) {
                guard compiler.binder(for: target.declaration, isSuper: true) != nil else {
                    let effects = codes.map(\.discarded)
                    return .void { frame in for effect in effects { try effect(frame) } }
                }
                return try nativeCall(
                    target.declaration, target, selfCode, codes, e, type(of: selfVariable), arguments.map { type($0) }, nil,
                    isSuper: true)
            }
            let code = compiler.code(for: target.declaration, target.substitutions)
            let site = CallSite(machine, e.range, code.name)
            let run: Code
            let codes = handingOver([selfCode] + codes)
            if isSuper {
                run = CallCode.make(DirectTarget(cell: code.cell), codes, code.result, site)
            } else {
                // An inherited convenience initializer delegates to what the object's own class made of its target.
                let peer = compiler.classType(type(of: selfVariable).type).native?.peer
                run = CallCode.make(VirtualTarget(code, own: [], peer), codes, code.result, site)
            }
            if target.declaration.isFailable {
                let run = run.int
                return takingBack(.void { if try run($0) == 0 { throw InitializerFailed.shared } })
            }
            return takingBack(.void(run.discarded))
        }
        let made = try invoke(
            target.declaration, target.substitutions, nil, codes, .direct, e, argumentTypes: arguments.map { type($0) },
            isConcrete: true)
        let address = address(of: selfVariable)
        let selfType = type(of: selfVariable)
        if target.declaration.isFailable {
            let value = made.ref
            return .void { frame in
                guard let reference = try value(frame) else { throw InitializerFailed.shared }
                selfType.payload(reference).store(try address(frame))
            }
        }
        let value = any(made, selfType)
        return .void { frame in
            let value = try value(frame)
            value.store(try address(frame))
        }
    }

    func defaultArgument(_ parameter: ParameterDeclaration, _ substitutions: Substitutions) throws -> Code {
        guard let value = parameter.defaultValue else { return .void { _ in throw Trap.internalFault("a default argument") } }
        let concrete = substitutions.composed(with: self.substitutions)
        // A default that is one expression is as good as written at the call.
        if !parameter.isAutoclosure, value.slots.isEmpty, value.statements.count == 1, case .return(let inner?) = value.statements[0].kind,
            case .literal(_, nil) = inner.kind
        {
            let plain = FunctionCompiler(compiler, value, concrete, name: name)
            return try plain.expression(inner)
        }
        // Compiled when it is first needed: a default may call the function whose argument it is.
        let compiler = compiler
        let function = Deferred { [unowned compiler] in
            try compiler.function(for: value, concrete, name: parameter.variable.name)
        }
        if parameter.isAutoclosure { return .ref { _ in try function.get() } }
        switch compiler.runtimeType(concrete.apply(value.resultType)).representation {
        case .int: return .int { _ in try function.get().call() }
        case .double: return .double { _ in try function.get().call() }
        case .ref: return .ref { _ in try function.get().call() }
        }
    }
}

extension AnySlot {
    /// Writes a fresh word.
    func store(_ address: Address, initializing representation: Representation) { initialize(address) }
}

/// Faults that do not say where they happened happened here.
private struct Located: Surrounding {
    let range: SourceRange

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        do { return try code(frame) } catch { throw located(error) }
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        do { try code(frame) } catch { throw located(error) }
    }

    @inline(never)
    private func located(_ error: Error) -> Error {
        if let trap = error as? Trap, trap.range == nil { trap.range = range }
        return error
    }
}

/// What a call's places need before it.
private struct Prepared: Surrounding {
    let prepare: Effect

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        try prepare(frame)
        return try code(frame)
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        try prepare(frame)
        try code(frame)
    }
}

/// What a call's places need before and after it; the places are written back also when the call throws an error.
private struct Accessed: Surrounding {
    let prepare: Effect
    let end: Effect

    @inline(__always)
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        try prepare(frame)
        let result: R.Value
        do { result = try code(frame) } catch { throw try ended(frame, error) }
        try end(frame)
        return result
    }

    @inline(__always)
    func run(_ code: VoidCode, _ frame: Frame) throws {
        try prepare(frame)
        do { try code(frame) } catch { throw try ended(frame, error) }
        try end(frame)
    }

    @inline(never)
    private func ended(_ frame: Frame, _ error: Error) throws -> Error {
        if error is ThrownError { try end(frame) }
        return error
    }
}
