extension FunctionCompiler {
    /// Code of a value converted to another type.
    func convert(
        _ code: Code, _ conversion: Conversion, from: RuntimeType, to: RuntimeType, _ range: SourceRange
    ) throws -> Code {
        switch conversion {
        case .identity, .upcast, .metatype, .reerase: return code
        case .wrap(let inner):
            guard let payload = to.wrapped else { return code }
            return .ref(wrap(try convert(code, inner, from: from, to: payload, range), payload))
        case .mapOptional(let inner):
            guard let source = from.wrapped, let target = to.wrapped else { return code }
            let convert = try converter(inner, from: source, to: target, range)
            let value = code.ref
            return .ref { frame in
                guard let reference = try value(frame) else { return nil }
                return target.some(try convert(source.payload(reference)))
            }
        case .erase(let concrete):
            let type = self.type(concrete)
            if type.type.isExistential { return code }
            if case .existential(let existential) = to.type, existential.superclass != nil { return code }
            switch code {
            case .int(let c): return .ref { Existential(type, .int(try c($0))) }
            case .double(let c): return .ref { Existential(type, .double(try c($0))) }
            default:
                let c = code.ref
                return .ref { Existential(type, .ref(try c($0))) }
            }
        case .discard: return .void(code.discarded)
        case .never:
            let effect = code.discarded
            switch to.representation {
            case .int: return .int { try effect($0); throw Trap("unreachable", at: range) }
            case .double: return .double { try effect($0); throw Trap("unreachable", at: range) }
            case .ref: return .ref { try effect($0); throw Trap("unreachable", at: range) }
            }
        default:
            let convert = try converter(conversion, from: from, to: to, range)
            let value = any(code, from)
            switch to.representation {
            case .int: return .int { try convert(try value($0)).int }
            case .double: return .double { try convert(try value($0)).double }
            case .ref: return .ref { try convert(try value($0)).ref }
            }
        }
    }

    /// A conversion of values at hand.
    func converter(
        _ conversion: Conversion, from: RuntimeType, to: RuntimeType, _ range: SourceRange
    ) throws -> (AnySlot) throws -> AnySlot {
        switch conversion {
        case .identity, .upcast, .metatype, .reerase: return { $0 }
        case .wrap(let inner):
            guard let payload = to.wrapped else { return { $0 } }
            let convert = try converter(inner, from: from, to: payload, range)
            return { .ref(payload.some(try convert($0))) }
        case .mapOptional(let inner):
            guard let source = from.wrapped, let target = to.wrapped else { return { $0 } }
            let convert = try converter(inner, from: source, to: target, range)
            return { value in
                guard let reference = value.ref else { return .ref(nil) }
                return .ref(target.some(try convert(source.payload(reference))))
            }
        case .erase(let concrete):
            let type = self.type(concrete)
            if type.type.isExistential { return { $0 } }
            if case .existential(let existential) = to.type, existential.superclass != nil { return { $0 } }
            return { .ref(Existential(type, $0)) }
        case .anyHashable:
            return { .ref(Existential(from, $0)) }
        case .array(let element, let inner):
            let (source, target) = (type(element), to.arguments[0])
            let convert = try converter(inner, from: source, to: target, range)
            return { value in
                let array = value.ref.cast(to: AnyArrayObject.self)
                return .ref(try target.makeArray(try (0..<array.count).map { try convert(array.element($0)) }))
            }
        case .set(let element, let inner):
            let (source, target) = (type(element), to.arguments[0])
            let convert = try converter(inner, from: source, to: target, range)
            return { value in
                let table = try AnyTableObject.make(target, .int)
                for entry in value.ref.cast(to: AnyTableObject.self).entries { try table.insert(try convert(entry.key), .int(0)) }
                return .ref(table)
            }
        case .dictionary(let key, let value):
            let convertKey = try converter(key, from: from.arguments[0], to: to.arguments[0], range)
            let convertValue = try converter(value, from: from.arguments[1], to: to.arguments[1], range)
            let (keyType, valueType) = (to.arguments[0], to.arguments[1])
            return { value in
                let table = try AnyTableObject.make(keyType, valueType.representation)
                for entry in value.ref.cast(to: AnyTableObject.self).entries {
                    try table.insert(try convertKey(entry.key), try convertValue(entry.value))
                }
                return .ref(table)
            }
        case .tuple(let parts):
            guard case .tuple(let sources) = from.kind, case .tuple(let targets) = to.kind else { return { $0 } }
            let converts = try parts.enumerated().map { try converter($1, from: sources[$0].type, to: targets[$0].type, range) }
            let layout = to.layout
            return { value in
                let tuple = value.ref.cast(to: Record.self)
                let made = Record.make(layout)
                for (index, convert) in converts.enumerated() {
                    try convert(.load(tuple.words + index, sources[index].type.representation)).initialize(made.words + index)
                }
                return .ref(made)
            }
        case .function(let parameters, let result):
            return try functionConverter(parameters, result, from, to, range)
        case .discard: return { _ in .ref(nil) }
        case .never: return { _ in throw Trap("unreachable", at: range) }
        }
    }

    private func functionConverter(
        _ parameters: [Conversion], _ result: Conversion, _ from: RuntimeType, _ to: RuntimeType, _ range: SourceRange
    ) throws -> (AnySlot) throws -> AnySlot {
        guard case .function(let old) = from.type, case .function(let new) = to.type else { return { $0 } }
        if old.parameters.count != new.parameters.count {
            throw Trap("internal fault of the runner: a function of other parameters", at: range)
        }
        let trivial = parameters.allSatisfy { $0 == .identity || $0 == .upcast } && (result == .identity || result == .upcast)
        if trivial { return { $0 } }
        let site = CallSite(machine, range, "closure")
        let newResult = compiler.runtimeType(new.result)
        let oldResult = compiler.runtimeType(old.result)
        let cell = try trampoline(new, captures: [.ref]) { compiler, arguments, captured in
            var codes: [Code] = []
            for (index, argument) in arguments.enumerated() {
                codes.append(
                    try compiler.convert(
                        argument, index < parameters.count ? parameters[index] : .identity,
                        from: self.compiler.runtimeType(new.parameters[index].type),
                        to: self.compiler.runtimeType(old.parameters[index].type), range))
            }
            let function = captured[0].ref
            let write = CallCode.writer(codes, site)
            let count = codes.count
            func run<R: Slot>(_: R.Type) -> (Frame) throws -> R {
                { frame in
                    let function = try function(frame).cast(to: FunctionObject.self)
                    let callee = try write(frame)
                    if let captures = function.captures { callee[count] = Int(bitPattern: captures.words) }
                    return try perform(function.cell, callee, site, R.self)
                }
            }
            let core: Code
            switch oldResult.representation {
            case .int: core = .int(run(Int.self))
            case .double: core = .double(run(Double.self))
            case .ref: core = .ref(run(Ref.self))
            }
            return try compiler.convert(core, result, from: oldResult, to: newResult, range)
        }
        let layout = Layout([.ref])
        let machine = machine
        let arity = new.parameters.count
        return { value in
            let record = Record.make(layout)
            Ref.store(value.ref, record.words)
            return .ref(FunctionObject(cell, captures: record, arity: arity, machine: machine))
        }
    }
}

extension RuntimeType {
    /// An array of values of this type.
    func makeArray(_ values: [AnySlot]) throws -> AnyObject {
        switch representation {
        case .int: ArrayObject(values.map(\.int))
        case .double: ArrayObject(values.map(\.double))
        case .ref: ArrayObject(values.map(\.ref))
        }
    }

    /// The payload of an optional of this type whose reference is not nil.
    func wrappedPayload(_ reference: Ref, _ payload: RuntimeType) -> AnySlot { payload.payload(reference) }

    /// The type of a value as it is now: an object's class, what an existential holds.
    public func dynamic(_ value: AnySlot) -> RuntimeType {
        if type.isExistential, let reference = value.ref { return compiler.open(reference).0 }
        if type.nominal?.kind == .class, let object = value.ref { return compiler.classOf(object, self) }
        if case .metatype = type, let object = value.ref as? MetatypeObject {
            return compiler.runtimeType(.metatype(object.type.type))
        }
        return self
    }

    func isOptionalNone(_ value: AnySlot) -> Bool { type.isOptional && value.ref == nil }

    /// The substitutions of the type's own parameters.
    var memberSubstitutions: Substitutions { type.nominal?.substitutions(type.arguments) ?? .none }

    func memberType(_ variable: VariableDeclaration) -> Type { memberSubstitutions.apply(variable.type) }
    func memberRuntimeType(_ variable: VariableDeclaration) -> RuntimeType { compiler.runtimeType(memberType(variable)) }

    func fieldRepresentation(_ variable: VariableDeclaration) -> Representation {
        if variable.isLazy || variable.ownership != .strong { return .ref }
        if type.nominal?.kind == .class {
            let classType = compiler.classType(type)
            return classType.fields[classType.index(of: variable)].type.representation
        }
        return memberRuntimeType(variable).representation
    }
}
