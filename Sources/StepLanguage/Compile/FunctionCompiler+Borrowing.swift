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
        if !isObserved(variable), !compiler.overridden.contains(ObjectIdentifier(variable)) { return true }
        return isInsideObserver(of: variable, base)
    }

    /// In its type's initializer and in its own observers a property is set without them.
    func isInsideObserver(of variable: VariableDeclaration, _ base: Expression) -> Bool {
        guard case .variable(let selfVariable) = base.kind, selfVariable.semantic.isSelf, let function else { return false }
        let declaration = function.declaration
        if declaration.kind == .initializer {
            // What is deferred is a function of its own.
            return declaration.context.selfNominal === variable.context.selfNominal && deferDepth == 0
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
            let site = Site(e.range)
            switch (shape(base), shape(arguments[0])) {
            case (.slot(let array), .slot(let index)): return { try borrowedElement(object($0[array]), $0[index], site) }
            case (_, .slot(let index)): return { try borrowedElement(try borrowed($0), $0[index], site) }
            default:
                let index = try expression(arguments[0]).int
                return { frame in
                    let index = try index(frame)
                    return try borrowedElement(try borrowed(frame), index, site)
                }
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
}
