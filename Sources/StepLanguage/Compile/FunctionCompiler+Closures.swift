extension FunctionCompiler {
    // MARK: Closures

    /// What makes the record of captured variables: boxes and addresses are shared, values copied.
    func captureRecord(_ variables: [VariableDeclaration], _ list: [(variable: VariableDeclaration, value: Expression)]) -> (Frame) throws -> Record {
        var representations: [Representation] = []
        var fills: [Fill] = []
        let c = captureSlot
        for (index, variable) in variables.enumerated() {
            let isBox = variable.needsBox && !variable.isInout
            let representation: Representation = variable.isInout ? .int : isBox ? .ref : self.representation(variable)
            representations.append(representation)
            if variable.isInout, case .slot(let s) = location(variable) {
                // `self` of a struct's initializer.
                fills.append(Fill { $1[index] = Int(bitPattern: $0 + s) })
                continue
            }
            switch (location(variable), representation) {
            case (.slot(let s), .ref), (.box(let s), .ref): fills.append(Fill { Ref.store(Ref.load($0 + s), $1 + index) })
            case (.slot(let s), _), (.reference(let s), _), (.box(let s), _): fills.append(Fill { $1[index] = $0[s] })
            case (.captured(let i), .ref), (.capturedBox(let i), .ref):
                fills.append(Fill { Ref.store(Ref.load(Frame(bitPattern: $0[c]).unsafelyUnwrapped + i), $1 + index) })
            case (.captured(let i), _), (.capturedReference(let i), _), (.capturedBox(let i), _):
                fills.append(Fill { $1[index] = Frame(bitPattern: $0[c]).unsafelyUnwrapped[i] })
            case (.global, .ref):
                let address = address(of: variable)
                fills.append(Fill { Ref.store(Ref.load(try address($0)), $1 + index) })
            case (.global(let a), _): fills.append(Fill { $1[index] = a.pointee })
            }
        }
        for (index, item) in list.enumerated() {
            let representation = self.representation(item.variable)
            representations.append(representation)
            let place = variables.count + index
            guard let code = try? expression(item.value) else { continue }
            if item.variable.ownership != .strong {
                let value = code.ref
                fills.append(Fill { Ref.store(WeakObject(try value($0)), $1 + place) })
            } else {
                fills.append(Fill(fill(code, place)))
            }
        }
        let layout = Layout(representations)
        let all = fills
        return { frame in
            let record = Record.make(layout)
            for fill in all { try fill(frame, record.words) }
            return record
        }
    }

    func closure(_ closure: ClosureExpression) throws -> Code {
        let inner = FunctionCompiler(compiler, closure.body, substitutions, name: "closure")
        inner.selfClass = selfClass
        for (index, item) in closure.captureList.enumerated() {
            inner.locations[ObjectIdentifier(item.variable)] = .captured(closure.body.captures.count + index)
        }
        let result = type(closure.body.resultType)
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(
            to: .passRetained(
                try inner.entry(parameters: closure.body.parameters, result: result.representation, hasCaptures: true)))
        let arity = closure.body.parameters.count
        let machine = machine
        if closure.body.captures.isEmpty && closure.captureList.isEmpty {
            let object = FunctionObject(cell, captures: nil, arity: arity, machine: machine)
            return .ref { _ in object }
        }
        let make = captureRecord(closure.body.captures, closure.captureList)
        return .ref { FunctionObject(cell, captures: try make($0), arity: arity, machine: machine) }
    }

    // MARK: Calling function values

    func apply(_ function: Expression, _ arguments: [Expression], _ e: Expression) throws -> Code {
        var prepare: Effect?
        var end: Effect?
        var codes: [Code] = []
        for argument in arguments {
            if case .inout(let operand) = argument.kind {
                let access = guarded(try access(operand))
                prepare = joined(prepare, access.prepare)
                end = joined(access.end, end)
                codes.append(.address(access.begin))
            } else {
                codes.append(try expression(argument))
            }
        }
        let value = try expression(function).ref
        guard case .function(let signature) = type(function).type else { throw inconsistent("a call of no function", e.range) }
        try agree(codes, signature.parameters.map { $0.isInout ? nil : compiler.runtimeType($0.type) }, e.range)
        let site = CallSite(machine, e.range, "closure")
        let result = type(e)
        let core: Code
        switch result.representation {
        case .int: core = apply(value, codes, site, Int.self)
        case .double: core = apply(value, codes, site, Double.self)
        case .ref: core = apply(value, codes, site, Ref.self)
        }
        let final = surrounded(core, prepare, end)
        return result.type.isVoid ? .void(final.discarded) : final
    }

    private func apply<R: Slot>(_ value: @escaping RefCode, _ arguments: [Code], _ site: CallSite, _: R.Type) -> Code {
        if arguments.count == 1 {
            switch arguments[0].word {
            case .int(let a): return Code(ApplyToOne<Int, R>(function: value, a: IntRunner(code: a), site: site))
            case .double(let a): return Code(ApplyToOne<Double, R>(function: value, a: DoubleRunner(code: a), site: site))
            case .ref(let a): return Code(ApplyToOne<Ref, R>(function: value, a: RefRunner(code: a), site: site))
            default: break
            }
        }
        return Code(
            ApplyToMany<R>(function: value, write: CallCode.writer(arguments, site), count: arguments.count, site: site))
    }

    // MARK: Functions as values

    func functionValue(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ base: Expression?, _ dispatch: Dispatch,
        _ e: Expression
    ) throws -> Code {
        guard case .function(let signature) = type(e).type else { return .void { _ in throw Trap.internalFault("a function value") } }
        let isInstance = declaration.context.selfNominal != nil && !declaration.isStatic && !declaration.isLocal
            && declaration.kind != .initializer
        if declaration.isLocal, let body = declaration.body, let target = resolve(declaration, substitutions, dispatch) {
            let code = compiler.code(for: declaration, target.substitutions)
            let machine = machine
            let arity = declaration.parameters.count
            if body.captures.isEmpty {
                let object = FunctionObject(code.cell, captures: nil, arity: arity, machine: machine)
                return .ref { _ in object }
            }
            let make = captureRecord(body.captures, [])
            return .ref { FunctionObject(code.cell, captures: try make($0), arity: arity, machine: machine) }
        }
        if isInstance, base == nil {
            guard case .function(let inner) = signature.result, let selfParameter = signature.parameters.first else {
                return .void { _ in throw Trap.internalFault("an unbound method") }
            }
            // `Type.method`: a function of the receiver that gives the bound method.
            let selfType = compiler.runtimeType(selfParameter.type)
            let bound = try trampoline(inner, captures: [selfType.representation]) { compiler, arguments, captured in
                try compiler.invoke(
                    declaration, substitutions.composed(with: self.substitutions), captured[0], arguments, dispatch, e,
                    selfType: selfType, argumentTypes: inner.parameters.map { self.compiler.runtimeType($0.type) }, isConcrete: true)
            }
            let layout = Layout([selfType.representation])
            let machine = machine
            let arity = inner.parameters.count
            let code: RefCode = { frame in
                let record = Record.make(layout)
                AnySlot.load(frame, selfType.representation).initialize(record.words)
                if selfType.representation == .ref { Ref.store(nil, frame) }
                return FunctionObject(bound, captures: record, arity: arity, machine: machine)
            }
            let object = compiler.makeFunction(.ref(code), arity: 1)
            return .ref { _ in object }
        }
        if let base, isInstance {
            let selfType = type(base)
            let code = try expression(base)
            let bound = try trampoline(signature, captures: [selfType.representation]) { compiler, arguments, captured in
                try compiler.invoke(
                    declaration, substitutions.composed(with: self.substitutions), captured[0], arguments, dispatch, e,
                    selfType: selfType, argumentTypes: signature.parameters.map { self.compiler.runtimeType($0.type) },
                    isConcrete: true)
            }
            let layout = Layout([selfType.representation])
            let fill = fill(code, 0)
            let machine = machine
            let arity = signature.parameters.count
            return .ref { frame in
                let record = Record.make(layout)
                try fill(frame, record.words)
                return FunctionObject(bound, captures: record, arity: arity, machine: machine)
            }
        }
        let result = Expression(.discard, declaration.kind == .initializer ? signature.result : e.type, e.range)
        func cell(_ captures: [Representation]) throws -> EntryCell {
            try trampoline(signature, captures: captures) { compiler, arguments, captured in
                compiler.capturedMetatype = captured.first
                return try compiler.invoke(
                    declaration, substitutions.composed(with: self.substitutions), nil, arguments, dispatch, result,
                    argumentTypes: signature.parameters.map { self.compiler.runtimeType($0.type) }, isConcrete: true,
                    metatype: base)
            }
        }
        let arity = signature.parameters.count
        guard let base, !isFixed(base) else {
            let object = FunctionObject(try cell([]), captures: nil, arity: arity, machine: machine)
            return .ref { _ in object }
        }
        // `type(of: value).init`: the type is asked for where the function is named, not where it is called.
        let layout = Layout([.ref])
        let fill = fill(try expression(base), 0)
        let called = try cell([.ref])
        let machine = machine
        return .ref { frame in
            let record = Record.make(layout)
            try fill(frame, record.words)
            return FunctionObject(called, captures: record, arity: arity, machine: machine)
        }
    }

    /// A function whose code is made from code of its parameters and of what it captured.
    func trampoline(
        _ signature: FunctionType, captures: [Representation],
        _ make: (FunctionCompiler, [Code], [Code]) throws -> Code
    ) throws -> EntryCell {
        let inner = FunctionCompiler(compiler, body, substitutions, name: name)
        inner.selfClass = selfClass
        var arguments: [Code] = []
        for parameter in signature.parameters {
            if parameter.isInout {
                let slot = inner.newSlot(.int)
                arguments.append(.address { Address(bitPattern: $0[slot]).unsafelyUnwrapped })
                continue
            }
            let representation = compiler.runtimeType(parameter.type).representation
            let slot = inner.newSlot(representation)
            switch representation {
            case .int: arguments.append(.int { $0[slot] })
            case .double: arguments.append(.double { Double.load($0 + slot) })
            case .ref: arguments.append(.ref { frame in
                let value = Ref.load(frame + slot)
                Ref.store(nil, frame + slot)
                return value
            })
            }
        }
        inner.parameterReferences = inner.references.count
        let c = inner.newSlot(.int)
        inner.captureSlot = c
        let captured: [Code] = captures.enumerated().map { index, representation in
            switch representation {
            case .int: .int { Frame(bitPattern: $0[c]).unsafelyUnwrapped[index] }
            case .double: .double { Double.load(Frame(bitPattern: $0[c]).unsafelyUnwrapped + index) }
            case .ref: .ref { Ref.load(Frame(bitPattern: $0[c]).unsafelyUnwrapped + index) }
            }
        }
        let code = try make(inner, arguments, captured)
        let result = compiler.runtimeType(signature.result)
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(to: .passRetained(inner.plainEntry(code, result.representation)))
        return cell
    }

    /// An entry that runs code on a frame of this compiler's slots.
    func plainEntry(_ code: Code, _ result: Representation) -> Entry {
        Entry(size: activationSize, cleaned(result == .ref ? .ref(code.ref) : code))
    }

    // MARK: Key paths

    /// A key path used as a function, or as a value whose function reads through it.
    func keyPath(_ path: KeyPathExpression, _ target: RuntimeType) throws -> Code {
        let root = type(path.root)
        let value = type(path.value)
        let signature = FunctionType([root.type], value.type)
        let range = body.range
        let cell = try trampoline(signature, captures: []) { compiler, arguments, _ in
            let variable = VariableDeclaration(name: "root", range: range, context: self.compiler.world.libraryContext, isLet: true)
            variable.semantic.type = root.type
            variable.semantic.state = .resolved
            self.compiler.world.retain(variable)
            compiler.locations[ObjectIdentifier(variable)] = .slot(0)
            var current = Expression(.variable(variable), root.type, range)
            for (component, type) in path.components {
                let type = self.type(type).type
                switch component {
                case .property(let property, let substitutions, let dispatch):
                    current = Expression(.property(base: current, property, substitutions, dispatch), type, range)
                case .subscript(let item, let substitutions, let arguments, let dispatch):
                    current = Expression(
                        .subscript(base: current, item, substitutions, arguments: arguments, dispatch), type, range)
                case .tupleElement(let index):
                    current = Expression(.tupleElement(base: current, index: index), type, range)
                case .optionalChain: current = Expression(.chain(current), type, range)
                case .forceUnwrap: current = Expression(.forceUnwrap(current), type, range)
                }
            }
            if path.components.contains(where: { if case .optionalChain = $0.component { true } else { false } }) {
                current = Expression(.optionalChain(current, wraps: path.wraps), value.type, range)
            }
            return try compiler.expression(current)
        }
        let object = FunctionObject(cell, captures: nil, arity: 1, machine: machine)
        return .ref { _ in object }
    }
}

/// A function value called with one argument.
private struct ApplyToOne<A: Slot, R: Slot>: Producer {
    let function: RefCode
    let a: A.Run
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let function = try function(frame).cast(to: FunctionObject.self)
        let a = try a(frame)
        let callee = site.state.pointee.top
        A.initialize(a, callee)
        if let captures = function.captures { callee[1] = Int(bitPattern: captures.words) }
        let result = try perform(function.cell, callee, site, R.self)
        withExtendedLifetime(function) {}
        return result
    }
}

/// A function value called with any number of arguments.
private struct ApplyToMany<R: Slot>: Producer {
    let function: RefCode
    let write: (Frame) throws -> Frame
    let count: Int
    let site: CallSite

    @inline(__always)
    func produce(_ frame: Frame) throws -> R {
        let function = try function(frame).cast(to: FunctionObject.self)
        let callee = try write(frame)
        if let captures = function.captures { callee[count] = Int(bitPattern: captures.words) }
        let result = try perform(function.cell, callee, site, R.self)
        withExtendedLifetime(function) {}
        return result
    }
}
