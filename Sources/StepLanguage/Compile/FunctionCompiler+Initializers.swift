/// Initializers of classes, and those that delegate.
extension FunctionCompiler {
    func classInitializer(_ target: Target, _ arguments: [Code], _ e: Expression, _ metatype: Expression?) throws -> Code {
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
        // In generic code the class may be one that overrides the initializer.
        let own = function.ownArguments(target.substitutions, compiler)
        let code = isDynamic ? compiler.code(for: function, target.substitutions) : classType.method(function, own: own)
        let site = CallSite(machine, e.range, code.name)
        let words: [Code] = [.ref { frame in
            let object = try allocate(frame)
            Ref.store(object, frame + slot)
            return object
        }] + arguments
        let run = isDynamic
            ? CallCode.make(VirtualTarget(code, own: own, classType.native?.peer), words, code.result, site)
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
        let (canFail, range) = (function?.declaration.isFailable ?? false, e.range)
        func failed() -> Error {
            canFail ? InitializerFailed.shared : Trap("Unexpectedly found nil while unwrapping an Optional value", at: range)
        }
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
                return takingBack(.void { if try run($0) == 0 { throw failed() } })
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
                guard let reference = try value(frame) else { throw failed() }
                selfType.payload(reference).store(try address(frame))
            }
        }
        let value = any(made, selfType)
        return .void { frame in
            let value = try value(frame)
            value.store(try address(frame))
        }
    }
}
