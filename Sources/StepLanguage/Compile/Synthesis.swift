/// The code of functions that the language writes by itself.
struct Synthesis {
    let code: FunctionCode
    let compiler: Compiler

    init(_ code: FunctionCode) {
        self.code = code
        compiler = code.compiler
    }

    private var declaration: FunctionDeclaration { code.declaration }

    func entry() throws -> Entry {
        guard let synthesized = declaration.synthesized, let nominal = declaration.context.selfNominal else {
            throw Trap.internalFault("'\(code.name)' is not written by the language")
        }
        let selfType = compiler.runtimeType(code.substitutions.apply(nominal.declaredType))
        switch synthesized {
        case .memberwiseInitializer: return try memberwise(nominal, selfType)
        case .defaultInitializer:
            if nominal.kind == .class { return try classDefault(nominal, selfType, nil) }
            return try memberwise(nominal, selfType)
        case .inheritedInitializer(let inherited): return try classDefault(nominal, selfType, inherited)
        case .equals:
            let equal = try compiler.memberwiseEquality(selfType)
            return binary(selfType) { try equal($0, $1) }
        case .less:
            return binary(selfType, try compiler.casewiseOrdering(selfType))
        case .hashInto:
            let hash = try compiler.memberwiseHashing(selfType)
            let representation = selfType.representation
            return Entry(size: 12, .void { frame in
                let value = AnySlot.load(frame, representation)
                if representation == .ref { Ref.store(nil, frame) }
                let hashed = try hash(value)
                guard let place = Address(bitPattern: frame[1]) else { return }
                let state = Record.makeUnique(place).words
                state.pointee = state.pointee &* 1_000_003 ^ hashed
            })
        case .allCases:
            guard case .enumeration(let cases) = selfType.kind else { throw Trap.internalFault("'allCases'") }
            if selfType.representation == .int {
                let all = ArrayObject(Array(0..<cases.count))
                return Entry(size: 12, .ref { _ in all })
            }
            let all = ArrayObject<Ref>(cases.indices.map { compiler.sharedCase($0, in: selfType) })
            return Entry(size: 12, .ref { _ in all })
        case .rawValueGetter: return try rawValue(nominal, selfType)
        case .rawValueInitializer: return try fromRawValue(nominal, selfType)
        }
    }

    private func binary(_ type: RuntimeType, _ test: @escaping (AnySlot, AnySlot) throws -> Bool) -> Entry {
        let representation = type.representation
        return Entry(size: 12, .int { frame in
            let (a, b) = (AnySlot.load(frame, representation), AnySlot.load(frame + 1, representation))
            if representation == .ref {
                Ref.store(nil, frame)
                Ref.store(nil, frame + 1)
            }
            return try test(a, b) ? 1 : 0
        })
    }

    private func helper(_ nominal: NominalDeclaration) -> FunctionCompiler {
        let range = declaration.range ?? nominal.range ?? SourceRange(file: SourceFile(name: "", text: ""), start: 0, end: 0)
        let body = CodeBody(parent: nil, range: range)
        compiler.world.retain(body)
        return FunctionCompiler(compiler, body, code.substitutions, name: code.name)
    }

    /// A struct's initializer: parameters go to the properties of their names.
    private func memberwise(_ nominal: NominalDeclaration, _ selfType: RuntimeType) throws -> Entry {
        let layout = selfType.layout
        let helper = helper(nominal)
        let initial = try helper.initialValues(nominal.storedProperties)
        var moves: [(slot: Int, index: Int, weak: Bool, lazyType: RuntimeType?)] = []
        var wraps: [Int: (Frame, Address) throws -> Void] = [:]
        for (slot, parameter) in declaration.parameters.enumerated() {
            let name = parameter.variable.name
            guard let index = nominal.storedProperties.firstIndex(where: { $0.name == name || $0.semantic.wrapping?.value.name == name })
            else { continue }
            let variable = nominal.storedProperties[index]
            if let wrapping = variable.semantic.wrapping, wrapping.value.name == name, let wrap = wrapping.wrap {
                wraps[slot] = try wrapCall(wrap, slot)
            }
            moves.append((
                slot, index, variable.ownership != .strong,
                variable.isLazy ? compiler.runtimeType(code.substitutions.apply(variable.type)) : nil
            ))
        }
        let given = Set(moves.map(\.index))
        let others = initial.filter { !given.contains($0.0) }
        let all = moves
        return Entry(size: max(12, declaration.parameters.count + 1), .ref { frame in
            let record = Record.make(layout)
            for move in all {
                if let wrap = wraps[move.slot] {
                    try wrap(frame, record.words + move.index)
                    continue
                }
                record.words[move.index] = frame[move.slot]
                if move.weak {
                    let object = Ref.load(frame + move.slot)
                    Ref.store(WeakObject(object), record.words + move.index)
                }
            }
            for (index, store) in others { try store(frame, record.words + index) }
            return record
        })
    }

    /// Makes the wrapper of the value in a slot.
    private func wrapCall(_ wrap: FunctionDeclaration, _ slot: Int) throws -> (Frame, Address) throws -> Void {
        let function = compiler.code(for: wrap, code.substitutions)
        let cell = function.cell
        let range = wrap.range ?? SourceRange(file: SourceFile(name: "", text: ""), start: 0, end: 0)
        let site = CallSite(compiler.machine, range, code.name)
        func ready(_ frame: Frame) -> Frame {
            let callee = site.state.pointee.top
            callee[0] = frame[slot]
            frame[slot] = 0
            return callee
        }
        switch function.result {
        case .int: return { Int.store(try perform(cell, ready($0), site, Int.self), $1) }
        case .double: return { Double.store(try perform(cell, ready($0), site, Double.self), $1) }
        case .ref: return { Ref.store(try perform(cell, ready($0), site, Ref.self), $1) }
        }
    }

    /// A class's initializer without code of its own: initial values, then the superclass's.
    private func classDefault(
        _ nominal: NominalDeclaration, _ selfType: RuntimeType, _ inherited: FunctionDeclaration?
    ) throws -> Entry {
        let helper = helper(nominal)
        // The initializer that a convenience one delegates to fills the properties.
        let initial = inherited?.isConvenience ?? false ? [] : try helper.initialValues(nominal.storedProperties)
        let classType = compiler.classType(selfType.type)
        let words = helper.wordsOf(selfType)
        let first = nominal.storedProperties.first.map { classType.index(of: $0) } ?? 0
        let count = declaration.parameters.count
        var next: FunctionCode?
        if let inherited, compiler.isInterpretedClass(inherited.context.selfNominal) {
            var substitutions = code.substitutions
            if let owner = inherited.context.selfNominal,
                let level = compiler.world.superclass(of: selfType.type, declaration: owner)
            {
                substitutions = owner.substitutions(level.arguments)
            }
            next = compiler.code(for: inherited, substitutions)
        } else if inherited == nil, let parent = classType.superclass,
            let plain = parent.declaration.initializers.first(where: { $0.parameters.allSatisfy { $0.hasDefault } && $0.parameters.isEmpty })
        {
            next = compiler.code(for: plain, parent.substitutions)
        }
        let cell = next?.cell
        let site = CallSite(compiler.machine, declaration.range ?? helper.body.range, code.name)
        let isFailable = declaration.isFailable
        let references = declaration.parameters.enumerated().compactMap { index, parameter in
            !parameter.isInout && compiler.parameterType(parameter, code.substitutions).representation == .ref ? index + 1 : nil
        }
        func run(_ frame: Frame) throws -> Int {
            let object = Ref.load(frame)
            Ref.store(nil, frame)
            if let object, !initial.isEmpty {
                let fields = words(Unmanaged.passUnretained(object).toOpaque())
                for (index, store) in initial { try store(frame, fields + first + index) }
            }
            guard let cell else {
                for slot in references { Ref.store(nil, frame + slot) }
                return 1
            }
            let callee = site.state.pointee.top
            Ref.initialize(object, callee)
            for index in 0..<count { callee[1 + index] = frame[1 + index] }
            if isFailable { return try perform(cell, callee, site, Int.self) }
            _ = try perform(cell, callee, site, Ref.self)
            return 1
        }
        let size = max(12, count + 2)
        if isFailable { return Entry(size: size, .int(run)) }
        return Entry(size: size, .void { _ = try run($0) })
    }

    // MARK: Raw values

    private func rawValues(_ nominal: NominalDeclaration) throws -> (RuntimeType, [AnySlot]) {
        guard let raw = nominal.rawType else { throw Trap.internalFault("a raw value") }
        let type = compiler.runtimeType(raw)
        let values = nominal.enumCases.map { item -> AnySlot in
            switch (item.rawValue, type.kind) {
            case (.integer(let magnitude, let negative)?, .double), (.integer(let magnitude, let negative)?, .float):
                return .double(negative ? -Double(magnitude) : Double(magnitude))
            case (.integer(let magnitude, let negative)?, _):
                let bits = Int(bitPattern: UInt(magnitude))
                return .int(negative ? 0 &- bits : bits)
            case (.float(let value, let text)?, .float): return .double(Double(Float(text) ?? Float(value)))
            case (.float(let value, _)?, _): return .double(value)
            case (.string(let text)?, .character), (.character(let text)?, .character):
                return .int(Characters.code(text.first ?? " "))
            case (.string(let text)?, _), (.character(let text)?, _): return .ref(StringObject(text))
            case (.boolean(let value)?, _): return .int(value ? 1 : 0)
            default: return .int(0)
            }
        }
        return (type, values)
    }

    private func rawValue(_ nominal: NominalDeclaration, _ selfType: RuntimeType) throws -> Entry {
        let (type, values) = try rawValues(nominal)
        switch type.representation {
        case .int:
            let values = values.map(\.int)
            return Entry(size: 12, .int { values[$0[0]] })
        case .double:
            let values = values.map(\.double)
            return Entry(size: 12, .double { values[$0[0]] })
        case .ref:
            let values = values.map(\.ref)
            return Entry(size: 12, .ref { values[$0[0]] })
        }
    }

    private func fromRawValue(_ nominal: NominalDeclaration, _ selfType: RuntimeType) throws -> Entry {
        let (type, values) = try rawValues(nominal)
        let equal = try compiler.anyEquality(type)
        let representation = type.representation
        return Entry(size: 12, .ref { frame in
            let raw = AnySlot.load(frame, representation)
            if representation == .ref { Ref.store(nil, frame) }
            for (index, value) in values.enumerated() where try equal(value, raw) { return Boxed(index) }
            return nil
        })
    }
}
