/// What evaluating an expression may change besides what nothing else sees.
enum Changes: Comparable {
    case nothing
    /// Objects, globals and variables that closures share, but no other variable of the body.
    case objects
    case anything
}

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
    func interior(_ base: Access, _ step: @escaping (Address) throws -> Address) -> Access {
        let begin = base.begin
        return Access(
            prepare: base.prepare, begin: { try step(try begin($0)) }, end: base.end, root: base.root, isInterior: true)
    }

    /// A value that is no place, in a slot of its own: the receiver of a method that mutates a temporary.
    func accessValue(_ e: Expression) throws -> Access {
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
    func accessThroughTemporary(_ e: Expression) throws -> Access {
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

    func accessProperty(
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
        return try accessField(base, variable)
    }

    /// An element of an array, or the value of a dictionary's key with a default, in place.
    func accessElement(
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

    func interior<S: Slot>(_ base: Access, _ index: @escaping IntCode, _ site: Site, _: S.Type) -> Access {
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

    func accessDefault<K: Slot>(
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

    func defaultAddress<K: Slot, V: Slot>(
        _ base: @escaping AddressCode, _ key: K.Run, _ initial: Expression, _: K.Type, _: V.Type
    ) throws -> AddressCode {
        // The default is an autoclosure; its own expression is taken when it is at hand.
        let value: V.Run
        if case .closure(let closure) = initial.kind, closure.isAutoclosure, closure.body.statements.count == 1,
            case .return(let inner?) = closure.body.statements[0].kind, isPure(inner)
        {
            value = V.runner(try expression(inner))
        } else if case .function = type(initial).kind {
            value = V.runner(Code(ValueOfFunction<V>(function: try expression(initial).ref)))
        } else {
            value = V.runner(try expression(initial))
        }
        return { frame in
            let key = try key(frame)
            let table = TableObject<K, V>.makeUnique(try base(frame))
            let (position, _) = try table.findOrInsert(key) { try value(frame) }
            return table.valueAddress(position)
        }
    }

    /// The payload of an optional, in place.
    func accessPayload(_ operand: Expression, _ failure: @escaping () -> Error) throws -> Access {
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
        if isPure(e) && isStable(e) { return (code, nil) }
        let representation = type(e).representation
        let slot = newSlot(representation)
        let fill = store(code, slot, representation)
        switch representation {
        case .int: return (.int { $0[slot] }, Effect(fill))
        case .double: return (.double { Double.load($0 + slot) }, Effect(fill))
        case .ref: return (.ref { Ref.load($0 + slot) }, Effect(fill))
        }
    }

    /// Whether what may run between the evaluation of an index and its use leaves its value as it is.
    func isStable(_ e: Expression) -> Bool {
        if between == .nothing { return true }
        switch e.kind {
        case .literal: return true
        case .variable(let variable):
            if variable.isLet { return true }
            if case .slot = location(variable) { return between != .anything }
            return false
        case .convert(let operand, _): return isStable(operand)
        case .call(_, _, _, let arguments, _): return arguments.allSatisfy(isStable)
        default: return false
        }
    }

    /// Does what compiles a place, knowing which value is evaluated before the place is used.
    func before<R>(_ value: Expression?, _ body: () throws -> R) rethrows -> R {
        let outer = between
        between = max(outer, value.map(changes) ?? .anything)
        defer { between = outer }
        return try body()
    }

    /// What evaluating an expression may change.
    func changes(_ e: Expression) -> Changes {
        if isPure(e) { return .nothing }
        return changesLocals(e) ? .anything : .objects
    }

    /// Whether an expression may change variables of this body that no closure shares.
    func changesLocals(_ e: Expression) -> Bool {
        switch e.kind {
        case .literal, .variable, .metatype, .closure, .globalProperty: return false
        case .tupleElement(let base, _), .property(let base, _, _, _), .convert(let base, _), .forceUnwrap(let base):
            return changesLocals(base)
        case .call(let declaration, _, let base, let arguments, _):
            if declaration.takesAddress, base != nil { return true }
            return base.map(changesLocals) ?? false || arguments.contains(where: changesLocals)
        case .subscript(let base, _, _, let arguments, _):
            return changesLocals(base) || arguments.contains(where: changesLocals)
        case .arrayLiteral(let parts), .tuple(let parts), .enumCase(_, let parts): return parts.contains(where: changesLocals)
        default: return true
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
}

/// What Swift says of an array index that does not exist.
@inline(never)
func indexMessage(_ index: Int) -> String { "Index out of range" }

/// What a function of no parameters gives.
private struct ValueOfFunction<S: Slot>: Producer {
    let function: RefCode

    func produce(_ frame: Frame) throws -> S { try function(frame).cast(to: FunctionObject.self).call() }
}
