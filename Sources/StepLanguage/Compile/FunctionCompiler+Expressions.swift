/// Leaves an optional chain whose operand was nil; caught by the chain's own code, never seen by programs.
final class ChainBreak: Error {
    static let shared = ChainBreak()
}

extension FunctionCompiler {
    /// The code of an expression that is read.
    func expression(_ e: Expression) throws -> Code {
        nesting += 1
        deepestNesting = max(deepestNesting, nesting)
        defer { nesting -= 1 }
        switch e.kind {
        case .literal(let value, let initializer):
            return try literal(value, initializer, e)
        case .arrayLiteral(let elements):
            return try arrayLiteral(elements, type(e))
        case .dictionaryLiteral(let entries):
            return try dictionaryLiteral(entries, type(e), e.range)
        case .interpolation(let parts):
            return try interpolation(parts)
        case .tuple(let elements):
            return try tuple(elements, type(e))
        case .variable(let variable):
            return try self.variable(variable, e)
        case .property, .globalProperty, .tupleElement:
            return try member(e)
        case .subscript(let base, let declaration, let substitutions, let arguments, let dispatch):
            return try readSubscript(e, base, declaration, substitutions, arguments, dispatch)
        case .metatype(let instance):
            let object = MetatypeObject(type(instance))
            return .ref { _ in object }
        case .dynamicType(let operand):
            return try dynamicType(operand)
        case .closure(let closure):
            return try self.closure(closure)
        case .function(let declaration, let substitutions, let base, let dispatch):
            return try functionValue(declaration, substitutions, base, dispatch, e)
        case .enumConstructor(let item, _):
            return try enumConstructor(item, e)
        case .keyPath(let path):
            return try keyPath(path, type(e))
        case .call(let declaration, let substitutions, let base, let arguments, let dispatch):
            return try call(declaration, substitutions, base, arguments, dispatch, e)
        case .delegate(let declaration, let substitutions, let arguments, let isSuper):
            return try delegate(declaration, substitutions, arguments, isSuper, e)
        case .apply(let function, let arguments):
            return try apply(function, arguments, e)
        case .enumCase(let item, let arguments):
            return try enumCase(item, arguments, type(e))
        case .defaultArgument(let parameter, let substitutions):
            return try defaultArgument(parameter, substitutions)
        case .and, .or:
            let test = try boolean(e)
            return .int { try test($0) ? 1 : 0 }
        case .coalesce(let left, let right):
            return try coalesce(left, right, e)
        case .inout(let operand):
            return .address(try plainAddress(operand))
        case .conditional(let test, let then, let other):
            return try conditional(test, then, other, type(e))
        case .statement(let statement):
            return try statementValue(statement, type(e))
        case .optionalChain(let inner, let wraps):
            return try optionalChain(inner, wraps)
        case .chain(let operand):
            return try unwrapped(try expression(operand).ref, type(operand), { ChainBreak.shared })
        case .forceUnwrap(let operand):
            let site = Site(e.range)
            // Where the program wrote no `!`, the optional is one that unwraps itself.
            let isImplicit = e.range.end == operand.range.end
            return try unwrapped(
                try expression(operand).ref, type(operand),
                { site.trap("Unexpectedly found nil while \(isImplicit ? "implicitly " : "")unwrapping an Optional value") })
        case .assign(let target, let value):
            if let replacement = e.replacement { return completing(try expression(replacement), e) }
            if case .optionalChain(let inner, _) = target.kind {
                let assign = try assign(inner, value)
                return stoppingAtNil(.ref { try assign($0); return Boxed<Ref>(nil) })
            }
            return completing(.void(try assign(target, value)), e)
        case .discard:
            return .void { _ in }
        case .tryOptional(let operand, let wraps):
            return try tryOptional(operand, wraps)
        case .tryForce(let operand):
            return try tryForce(operand, e.range)
        case .convert(let operand, let conversion):
            return try convert(try expression(operand), conversion, from: type(operand), to: type(e), e.range)
        case .isType(let operand, let target):
            let cast = compiler.caster(from: type(operand), to: type(target))
            let value = any(try expression(operand), type(operand))
            return .int { try cast(try value($0)) != nil ? 1 : 0 }
        case .conditionalCast(let operand, let target):
            let target = type(target)
            let cast = compiler.caster(from: type(operand), to: target)
            let value = any(try expression(operand), type(operand))
            return .ref { frame in
                guard let result = try cast(try value(frame)) else { return nil }
                return target.some(result)
            }
        case .forcedCast(let operand, let target):
            return try forcedCast(operand, type(target), e)
        case .error:
            let range = e.range
            return .void { _ in throw Trap("this was refused by the checker", at: range) }
        }
    }

    /// The value of any code, with its representation.
    func any(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> AnySlot {
        switch code {
        case .int(let c): { .int(try c($0)) }
        case .double(let c): { .double(try c($0)) }
        case .ref(let c): { .ref(try c($0)) }
        case .void(let c): { try c($0); return .ref(nil) }
        case .address(let c): { .load(try c($0), type.representation) }
        }
    }

    private func variable(_ variable: VariableDeclaration, _ e: Expression) throws -> Code {
        if case .metatype(let instance) = type(e).kind, variable === body.selfVariable || variable.semantic.isSelf {
            if locations[ObjectIdentifier(variable)] == nil {
                let object = MetatypeObject(selfClass ?? instance)
                return .ref { _ in object }
            }
        }
        return read(variable)
    }

    private func dynamicType(_ operand: Expression) throws -> Code {
        let type = type(operand)
        let value = any(try expression(operand), type)
        if case .parameter = operand.type, type.type.isExistential {
            // In generic code the type of a value is the one that stands for the parameter, looked into no further.
            return .ref { frame in
                _ = try value(frame)
                return MetatypeObject(type)
            }
        }
        return .ref { frame in MetatypeObject(type.dynamic(try value(frame))) }
    }

    // MARK: Choices

    /// A condition as a Swift Boolean.
    func boolean(_ e: Expression) throws -> (Frame) throws -> Bool { try test(e).run }

    /// A condition with what is known of it.
    func test(_ e: Expression) throws -> Test {
        switch e.kind {
        case .and(let a, let b):
            let (a, b) = (try boolean(a), try boolean(b))
            return Test { try a($0) && b($0) }
        case .or(let a, let b):
            let (a, b) = (try boolean(a), try boolean(b))
            return Test { try a($0) || b($0) }
        case .call(let declaration, let substitutions, _, let arguments, let dispatch):
            if let test = try intrinsicTest(declaration, substitutions, arguments, dispatch, e) { return test }
        default: break
        }
        let code = try expression(e).int
        return Test { try code($0) != 0 }
    }

    private func conditional(_ test: Expression, _ then: Expression, _ other: Expression, _ type: RuntimeType) throws -> Code {
        let test = try boolean(test)
        let (a, b) = (try expression(then), try expression(other))
        if type.type.isVoid {
            let (a, b) = (a.discarded, b.discarded)
            return .void { try test($0) ? try a($0) : try b($0) }
        }
        switch type.representation {
        case .int:
            let (a, b) = (a.int, b.int)
            return .int { try test($0) ? try a($0) : try b($0) }
        case .double:
            let (a, b) = (a.double, b.double)
            return .double { try test($0) ? try a($0) : try b($0) }
        case .ref:
            let (a, b) = (a.ref, b.ref)
            return .ref { try test($0) ? try a($0) : try b($0) }
        }
    }

    private func coalesce(_ left: Expression, _ right: Expression, _ e: Expression) throws -> Code {
        let optional = type(left)
        let value = try expression(left).ref
        let other = try expression(right)
        if type(e).type == optional.type {
            let other = other.ref
            return .ref { frame in
                if let value = try value(frame) { return value }
                return try other(frame)
            }
        }
        guard let payload = optional.wrapped else { return other }
        switch payload.representation {
        case .int:
            let other = other.int
            return .int { frame in
                if let box = try value(frame) { return unsafeDowncast(box, to: Boxed<Int>.self).value }
                return try other(frame)
            }
        case .double:
            let other = other.double
            return .double { frame in
                if let box = try value(frame) { return unsafeDowncast(box, to: Boxed<Double>.self).value }
                return try other(frame)
            }
        case .ref:
            let other = other.ref
            let isBoxed = payload.isNullable
            return .ref { frame in
                if let object = try value(frame) {
                    return isBoxed ? unsafeDowncast(object, to: Boxed<Ref>.self).value : object
                }
                return try other(frame)
            }
        }
    }

    private func statementValue(_ statement: Statement, _ type: RuntimeType) throws -> Code {
        let representation = type.representation
        let slot = newSlot(representation)
        yieldSlots.append((slot, representation))
        let flow = try self.flow(statement)
        yieldSlots.removeLast()
        switch representation {
        case .int: return .int { frame in
            _ = try flow(frame)
            return frame[slot]
        }
        case .double: return .double { frame in
            _ = try flow(frame)
            return Double.load(frame + slot)
        }
        case .ref: return .ref { frame in
            _ = try flow(frame)
            let value = Ref.load(frame + slot)
            Ref.store(nil, frame + slot)
            return value
        }
        }
    }

    // MARK: Optionals

    /// The payload of an optional.
    func unwrapped(_ value: @escaping RefCode, _ optional: RuntimeType, _ failure: @escaping () -> Error) throws -> Code {
        guard let payload = optional.wrapped else { return .ref(value) }
        switch payload.representation {
        case .int:
            return .int { frame in
                guard let box = try value(frame) else { throw failure() }
                return unsafeDowncast(box, to: Boxed<Int>.self).value
            }
        case .double:
            return .double { frame in
                guard let box = try value(frame) else { throw failure() }
                return unsafeDowncast(box, to: Boxed<Double>.self).value
            }
        case .ref:
            let isBoxed = payload.isNullable
            return .ref { frame in
                guard let object = try value(frame) else { throw failure() }
                return isBoxed ? unsafeDowncast(object, to: Boxed<Ref>.self).value : object
            }
        }
    }

    /// A value as an optional's payload.
    func wrap(_ code: Code, _ type: RuntimeType) -> RefCode {
        switch code {
        case .int(let c): return { Boxed(try c($0)) }
        case .double(let c): return { Boxed(try c($0)) }
        case .void(let c): return { try c($0); return Boxed<Ref>(nil) }
        case .ref(let c):
            if type.isNullable { return { Boxed(try c($0)) } }
            return c
        case .address(let c):
            let representation = type.representation
            return { type.some(.load(try c($0), representation)) }
        }
    }

    private func optionalChain(_ inner: Expression, _ wraps: Bool) throws -> Code {
        let code = try expression(inner)
        return stoppingAtNil(.ref(wraps ? wrap(code, type(inner)) : code.ref))
    }

    /// Code that gives nil when a chain inside it meets a nil.
    func stoppingAtNil(_ code: Code) -> Code {
        let value = code.ref
        let state = machine.state
        let mark = newSlot(.int)
        return .ref { frame in
            frame[mark] = Int(bitPattern: state.pointee.top)
            do {
                return try value(frame)
            } catch is ChainBreak {
                if let top = Frame(bitPattern: frame[mark]) { state.pointee.top = top }
                return nil
            }
        }
    }

    private func tryOptional(_ operand: Expression, _ wraps: Bool) throws -> Code {
        let code = try expression(operand)
        let value = wraps ? wrap(code, type(operand)) : code.ref
        let state = machine.state
        let mark = newSlot(.int)
        return .ref { frame in
            frame[mark] = Int(bitPattern: state.pointee.top)
            do {
                return try value(frame)
            } catch is ThrownError {
                if let top = Frame(bitPattern: frame[mark]) { state.pointee.top = top }
                return nil
            }
        }
    }

    private func tryForce(_ operand: Expression, _ range: SourceRange) throws -> Code {
        try expression(operand).surrounded(by: Forced(compiler: compiler, range: range))
    }

    private func forcedCast(_ operand: Expression, _ target: RuntimeType, _ e: Expression) throws -> Code {
        let source = type(operand)
        let cast = compiler.caster(from: source, to: target)
        let value = any(try expression(operand), source)
        let range = e.range
        let result: (Frame) throws -> AnySlot = { frame in
            let operand = try value(frame)
            guard let result = try cast(operand) else {
                let dynamic = source.dynamic(operand)
                if dynamic.isOptionalNone(operand) {
                    throw Trap("Unexpectedly found nil while unwrapping an Optional value", at: range)
                }
                throw Trap(
                    "Could not cast value of type '\(dynamic.qualifiedName)' to '\(target.qualifiedName)'", at: range)
            }
            return result
        }
        switch target.representation {
        case .int: return .int { try result($0).int }
        case .double: return .double { try result($0).double }
        case .ref: return .ref { try result($0).ref }
        }
    }

    // MARK: Enums

    private func enumCase(_ item: EnumCaseDeclaration, _ arguments: [Expression], _ type: RuntimeType) throws -> Code {
        if case .optional(let payload) = type.kind {
            if item.name == "none" { return .ref { _ in nil } }
            return .ref(wrap(try expression(arguments[0]), payload))
        }
        let tag = item.index
        if type.representation == .int { return .int { _ in tag } }
        if arguments.isEmpty {
            let shared = compiler.sharedCase(tag, in: type)
            return .ref { _ in shared }
        }
        let layout = compiler.layout(ofCase: tag, in: type)
        return .ref(try record(try arguments.map { try expression($0) }, layout, tag: tag))
    }

    private func enumConstructor(_ item: EnumCaseDeclaration, _ e: Expression) throws -> Code {
        guard case .function(let signature) = type(e).type else {
            return .void { _ in throw Trap.internalFault("an enum's constructor") }
        }
        let result = compiler.runtimeType(signature.result)
        let types = signature.parameters.map { compiler.runtimeType($0.type) }
        let arguments: [Code] = types.enumerated().map { index, type in
            switch type.representation {
            case .int: .int { $0[index] }
            case .double: .double { Double.load($0 + index) }
            case .ref: .ref { frame in
                let value = Ref.load(frame + index)
                Ref.store(nil, frame + index)
                return value
            }
            }
        }
        let code: RefCode
        if case .optional(let payload) = result.kind {
            code = wrap(arguments[0], payload)
        } else {
            code = try record(arguments, compiler.layout(ofCase: item.index, in: result), tag: item.index)
        }
        let object = compiler.makeFunction(.ref(code), arity: types.count)
        return .ref { _ in object }
    }
}

/// `try!` around code.
private struct Forced: Surrounding {
    let compiler: Compiler
    let range: SourceRange

    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value {
        do { return try code(frame) } catch let error as ThrownError { throw try trap(error) }
    }

    func run(_ code: VoidCode, _ frame: Frame) throws {
        do { try code(frame) } catch let error as ThrownError { throw try trap(error) }
    }

    private func trap(_ error: ThrownError) throws -> Trap {
        let text = try compiler.debugDescribe(.ref(error.value), compiler.anyType)
        let trap = Trap("'try!' expression unexpectedly raised an error: \(text)", at: range)
        trap.chain = error.chain
        return trap
    }
}
