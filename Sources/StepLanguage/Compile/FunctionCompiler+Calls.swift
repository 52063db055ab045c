import SwiftSyntax

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
        // Default values are found after all that is written, wherever they stand.
        let hasLateDefaults = comesBeforeWritten(arguments)
        if hasLateDefaults, !hasPlaces, let base, !isStatic { receiver = try kept(base, receiver, &prepare, &end) }
        for argument in arguments {
            if case .inout(let operand) = argument.kind {
                codes.append(try place(operand))
            } else if hasLateDefaults, case .defaultArgument = argument.kind {
                codes.append(try expression(argument))
            } else if (hasPlaces || hasLateDefaults) && !isConstant(argument) {
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

    /// Whether a default value that may do something stands before an argument that is written in the call.
    private func comesBeforeWritten(_ arguments: [Expression]) -> Bool {
        var hasDefault = false
        for argument in arguments {
            if case .defaultArgument(let parameter, _) = argument.kind {
                if let syntax = parameter.defaultSyntax, !syntax.isPlainValue { hasDefault = true }
            } else if hasDefault, !isConstant(argument) {
                return true
            }
        }
        return false
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
        if target.dispatch == .existential, function.kind == .initializer, let metatype {
            return try existentialInitializer(function, target.substitutions, arguments, e, metatype)
        }
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

    func nativeCall(
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

    // MARK: Default arguments

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

extension ExprSyntax {
    /// A literal, a name or a case: found without anything happening.
    fileprivate var isPlainValue: Bool {
        if let array = self.as(ArrayExprSyntax.self) { return array.elements.isEmpty }
        if let member = self.as(MemberAccessExprSyntax.self) { return member.base?.isPlainValue ?? true }
        if let prefix = self.as(PrefixOperatorExprSyntax.self) { return prefix.expression.isPlainValue }
        return self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self) || self.is(BooleanLiteralExprSyntax.self)
            || self.is(NilLiteralExprSyntax.self) || self.is(DeclReferenceExprSyntax.self) || self.is(ClosureExprSyntax.self)
            || self.as(StringLiteralExprSyntax.self)?.representedLiteralValue != nil
    }
}
