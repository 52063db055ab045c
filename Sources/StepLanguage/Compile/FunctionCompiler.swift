/// Compiles one body of code, under one set of substitutions, to closures over the slots of its frame.
final class FunctionCompiler {
    let compiler: Compiler
    let machine: Machine
    let body: CodeBody
    let substitutions: Substitutions
    let name: String
    /// The function whose body it is; nil for closures, steps and values that stand alone.
    var function: FunctionCode?
    /// What `self` is in a static member of a class and the closures in it.
    var selfClass: RuntimeType?

    /// Where a variable is found while the body runs.
    enum Location {
        /// In a slot.
        case slot(Int)
        /// In the box whose reference stands in a slot.
        case box(Int)
        /// At the address that stands in a slot (`inout`).
        case reference(Int)
        /// The same three among the captures.
        case captured(Int)
        case capturedBox(Int)
        case capturedReference(Int)
        /// At an address that never changes.
        case global(Address)
    }

    var locations: [ObjectIdentifier: Location] = [:]
    /// The number of slots.
    var size = 0
    /// Slots that hold references, in the order in which they were given out; parameters first.
    var references: [Int] = []
    var parameterReferences = 0
    /// Holds the address of the captures.
    var captureSlot = 0
    /// What leaving the body without a value gives (`self` of an initializer, nothing).
    var finish: Code?
    /// What `return nil` of a failable initializer gives.
    var failure: Code?
    /// How a returned value is wrapped (a failable initializer's `self`).
    var resultRepresentation = Representation.ref
    var resultSlot: Int?
    /// Slots of references that no block releases: the result's.
    var outliving: [Int] = []
    /// Where the value of the `if` or `switch` expression around goes.
    var yieldSlots: [(slot: Int, representation: Representation)] = []
    var isInitializer = false
    /// How many `defer`s the statement that is being compiled stands in.
    var deferDepth = 0
    /// In a static member or initializer as a value: the type that it was named on.
    var capturedMetatype: Code?
    /// Tells, in an initializer of a class that can be left early, whether its object is whole.
    var completion: Int?
    /// What may change between the evaluation of a path's indices and their use.
    var between = Changes.nothing
    /// How deep the expression that is being compiled stands in others, and how deep the deepest one stood.
    var nesting = 0
    var deepestNesting = 0

    init(_ compiler: Compiler, _ body: CodeBody, _ substitutions: Substitutions, name: String) {
        self.compiler = compiler
        self.machine = compiler.machine
        self.body = body
        self.substitutions = substitutions
        self.name = name
    }

    // MARK: Slots

    func newSlot(_ representation: Representation) -> Int {
        let slot = size
        size += 1
        if representation == .ref { references.append(slot) }
        return slot
    }

    func type(_ type: Type) -> RuntimeType { compiler.runtimeType(substitutions.apply(type)) }
    func type(_ expression: Expression) -> RuntimeType { type(expression.type) }
    func type(of variable: VariableDeclaration) -> RuntimeType { type(variable.type) }

    /// How a variable's word is held: weak and unowned ones in an object that does not keep theirs alive.
    func representation(_ variable: VariableDeclaration) -> Representation {
        variable.ownership == .strong ? type(of: variable).representation : .ref
    }

    /// Where a variable lives; a local one is given its slot when it is first met.
    func location(_ variable: VariableDeclaration) -> Location {
        if let known = locations[ObjectIdentifier(variable)] { return known }
        let made: Location
        switch variable.storage {
        case .global(let index):
            made = .global(compiler.global(index, representation(variable)))
        default:
            if variable.needsBox && !variable.isInout {
                made = .box(newSlot(.ref))
            } else {
                made = .slot(newSlot(variable.isInout ? .int : representation(variable)))
            }
        }
        locations[ObjectIdentifier(variable)] = made
        return made
    }

    /// The address of a variable's word.
    func address(of variable: VariableDeclaration) -> AddressCode {
        let c = captureSlot
        switch location(variable) {
        case .slot(let s): return { $0 + s }
        case .box(let s): return { recordWords($0[s]) }
        case .reference(let s): return { Address(bitPattern: $0[s]).unsafelyUnwrapped }
        case .captured(let i): return { Frame(bitPattern: $0[c]).unsafelyUnwrapped + i }
        case .capturedBox(let i): return { recordWords(Frame(bitPattern: $0[c]).unsafelyUnwrapped[i]) }
        case .capturedReference(let i):
            return { Address(bitPattern: Frame(bitPattern: $0[c]).unsafelyUnwrapped[i]).unsafelyUnwrapped }
        case .global(let a):
            guard mayLackValue(variable, a) else { return { _ in a } }
            let (name, first) = (variable.name, compiler.firstUse(of: a))
            return { _ in
                if !first.isOver {
                    if a.pointee == 0 { throw Trap.fault("'\(name)' is used before its declaration has given it a value") }
                    first.isOver = true
                }
                return a
            }
        }
    }

    /// A function can run before the top level comes to the declaration of a variable that it uses. Numbers are zero
    /// until then, as in a compiled program; a reference would lead nowhere.
    private func mayLackValue(_ variable: VariableDeclaration, _ address: Address) -> Bool {
        representation(variable) == .ref && variable.ownership == .strong && address.pointee == 0
            && !compiler.runtimeType(variable.type).isNullable
    }

    /// Code that reads a variable.
    func read(_ variable: VariableDeclaration) -> Code {
        if variable.ownership != .strong { return readWeak(address(of: variable), variable, nil) }
        let c = captureSlot
        switch (location(variable), representation(variable)) {
        case (.slot(let s), .int): return .int { $0[s] }
        case (.slot(let s), .double): return .double { Double.load($0 + s) }
        case (.slot(let s), .ref): return .ref { Ref.load($0 + s) }
        case (.captured(let i), .int): return .int { Frame(bitPattern: $0[c]).unsafelyUnwrapped[i] }
        case (.captured(let i), .double): return .double { Double.load(Frame(bitPattern: $0[c]).unsafelyUnwrapped + i) }
        case (.captured(let i), .ref): return .ref { Ref.load(Frame(bitPattern: $0[c]).unsafelyUnwrapped + i) }
        case (.global(let a), .int): return .int { _ in a.pointee }
        case (.global(let a), .double): return .double { _ in Double.load(a) }
        case (.global(let a), .ref) where !mayLackValue(variable, a): return .ref { _ in Ref.load(a) }
        case (_, let representation):
            let address = address(of: variable)
            switch representation {
            case .int: return .int { try address($0).pointee }
            case .double: return .double { Double.load(try address($0)) }
            case .ref: return .ref { Ref.load(try address($0)) }
            }
        }
    }

    /// Reads a weak or unowned variable, property or field.
    func readWeak(_ address: @escaping AddressCode, _ variable: VariableDeclaration, _ range: SourceRange?) -> Code {
        let isWeak = variable.ownership == .weak
        let name = variable.name
        return .ref { frame in
            guard let holder = Ref.load(try address(frame)) else { return nil }
            let object = unsafeDowncast(holder, to: WeakObject.self).value
            if object == nil && !isWeak {
                throw Trap("Attempted to read an unowned reference but the object was already deallocated ('\(name)')", at: range)
            }
            return object
        }
    }

    /// The code that puts a value into a new variable (a fresh box for a captured one).
    func initialize(_ variable: VariableDeclaration, _ code: Code) -> VoidCode {
        var code = code
        if variable.ownership != .strong {
            let value = code.ref
            code = .ref { WeakObject(try value($0)) }
        }
        switch representation(variable) {
        case .int: return initialize(variable, Int.runner(code), Int.self)
        case .double: return initialize(variable, Double.runner(code), Double.self)
        case .ref: return initialize(variable, Ref.runner(code), Ref.self)
        }
    }

    /// A setter of a new variable from a value that is at hand.
    func initializer<S: Slot>(_ variable: VariableDeclaration, _: S.Type) -> (Frame, S) -> Void {
        let isWeak = variable.ownership != .strong
        switch location(variable) {
        case .slot(let s):
            if isWeak { return { Ref.store(WeakObject(AnySlot($1).ref), $0 + s) } }
            return { S.store($1, $0 + s) }
        case .box(let s):
            let layout = representation(variable) == .ref ? Layout.refBox : Layout.intBox
            return { frame, value in
                let box = Record.make(layout)
                if isWeak { Ref.store(WeakObject(AnySlot(value).ref), box.words) } else { S.initialize(value, box.words) }
                Ref.store(box, frame + s)
            }
        case .global(let a):
            if isWeak { return { Ref.store(WeakObject(AnySlot($1).ref), a) } }
            return { S.store($1, a) }
        default:
            let address = address(of: variable)
            return { frame, value in if let a = try? address(frame) { S.store(value, a) } }
        }
    }

    private func initialize<S: Slot>(_ variable: VariableDeclaration, _ code: S.Run, _: S.Type) -> VoidCode {
        switch location(variable) {
        case .slot(let s): return { S.store(try code($0), $0 + s) }
        case .box(let s):
            let layout = S.representation == .ref ? Layout.refBox : Layout.intBox
            return { frame in
                let value = try code(frame)
                let box = Record.make(layout)
                S.initialize(value, box.words)
                Ref.store(box, frame + s)
            }
        case .global(let a): return { S.store(try code($0), a) }
        default:
            let address = address(of: variable)
            return { frame in
                let value = try code(frame)
                S.store(value, try address(frame))
            }
        }
    }

    /// Makes the box of a captured variable whose value comes later.
    func declare(_ variable: VariableDeclaration) -> Effect? {
        guard case .box(let s) = location(variable) else {
            if case .slot(let s) = location(variable), representation(variable) == .ref { return Effect { Ref.store(nil, $0 + s) } }
            return nil
        }
        let layout = representation(variable) == .ref ? Layout.refBox : Layout.intBox
        return Effect { Ref.store(Record.make(layout), $0 + s) }
    }

    // MARK: Entries

    /// Compiles a whole body to an entry. Parameters take the first slots.
    func entry(parameters: [VariableDeclaration], result: Representation, hasCaptures: Bool = false) throws -> Entry {
        resultRepresentation = result
        var prologue: [Effect] = []
        var boxed: [(VariableDeclaration, Int)] = []
        for (index, parameter) in parameters.enumerated() {
            let slot = newSlot(parameter.isInout ? .int : representation(parameter))
            if parameter.isInout {
                locations[ObjectIdentifier(parameter)] = .reference(index)
            } else if parameter.needsBox {
                boxed.append((parameter, slot))
            } else {
                locations[ObjectIdentifier(parameter)] = .slot(index)
            }
        }
        parameterReferences = references.count
        captureSlot = newSlot(.int)
        if hasCaptures {
            for (index, variable) in body.captures.enumerated() {
                locations[ObjectIdentifier(variable)] =
                    variable.isInout ? .capturedReference(index)
                    : variable.needsBox ? .capturedBox(index) : .captured(index)
            }
        }
        for (parameter, slot) in boxed {
            switch representation(parameter) {
            case .int: prologue.append(Effect(initialize(parameter, .int { $0[slot] })))
            case .double: prologue.append(Effect(initialize(parameter, .double { Double.load($0 + slot) })))
            case .ref: prologue.append(Effect(initialize(parameter, .ref { Ref.load($0 + slot) })))
            }
        }
        prologue += try initializerPrologue()
        let code = try finished(prologue)
        return Entry(size: activationSize, code)
    }

    /// The words of an activation: one for each slot, and enough for what its code takes of the native stack, which
    /// grows with the nesting of its expressions.
    var activationSize: Int { max(size, 12) + deepestNesting / 4 }

    private func finished(_ prologue: [Effect]) throws -> Code {
        var code = try tail(body.statements[...])
        if let failure, isInitializer { code = failing(code, failure) }
        code = leavingUnfinished(code)
        if let first = sequence(prologue) { code = joined([first], code) }
        return cleaned(code)
    }

    /// A failable initializer whose delegate may fail.
    private func failing(_ code: Code, _ failure: Code) -> Code {
        switch resultRepresentation {
        case .int:
            let (inner, failed) = (code.int, failure.int)
            return .int { frame in do { return try inner(frame) } catch is InitializerFailed { return try failed(frame) } }
        case .double: return code
        case .ref:
            let (inner, failed) = (code.ref, failure.ref)
            return .ref { frame in do { return try inner(frame) } catch is InitializerFailed { return try failed(frame) } }
        }
    }

    /// The code with the frame's references cleared before it and released after it.
    func cleaned(_ code: Code) -> Code {
        if references.isEmpty && outliving.isEmpty { return code }
        let slots = FrameReferences(references + outliving, parameters: parameterReferences)
        switch code {
        case .int(let c): return Code(Cleaning<Int>(code: IntRunner(code: c), slots: slots, machine: machine))
        case .double(let c): return Code(Cleaning<Double>(code: DoubleRunner(code: c), slots: slots, machine: machine))
        default: return Code(Cleaning<Ref>(code: RefRunner(code: code.ref), slots: slots, machine: machine))
        }
    }

    /// The entry of a function: of its body, of what the language writes for it, or of the native behind it.
    static func entry(for code: FunctionCode) throws -> Entry {
        let declaration = code.declaration
        guard let body = declaration.body else {
            if declaration.synthesized != nil { return try Synthesis(code).entry() }
            return try nativeEntry(code)
        }
        let compiler = FunctionCompiler(code.compiler, body, code.substitutions, name: code.name)
        compiler.function = code
        compiler.selfClass = code.selfClass
        compiler.isInitializer = declaration.kind == .initializer
        var parameters = body.parameters
        if code.hasSelf, let selfVariable = body.selfVariable ?? declaration.selfVariable { parameters.insert(selfVariable, at: 0) }
        return try compiler.entry(parameters: parameters, result: code.result, hasCaptures: declaration.isLocal)
    }

    /// What an initializer does before its body: the stored properties' initial values, and what leaving it gives.
    private func initializerPrologue() throws -> [Effect] {
        guard isInitializer, let function, let nominal = function.declaration.context.selfNominal,
            let selfVariable = body.selfVariable ?? function.declaration.selfVariable
        else { return [] }
        if nominal.kind == .class {
            let begin = trackCompletion(function.declaration, nominal)
            if function.declaration.isFailable {
                finish = .int { _ in 1 }
                failure = unfinishedFailure()
            }
            if function.declaration.isConvenience || delegates(body.statements) { return begin }
            return begin + [Effect(try classInitialValues(selfVariable, nominal))]
        }
        let selfType = type(of: selfVariable)
        // `self` is a variable of the initializer's own.
        locations[ObjectIdentifier(selfVariable)] = .slot(newSlot(selfType.representation))
        let address = address(of: selfVariable)
        switch selfType.representation {
        case .int:
            finish = .int { try address($0).pointee }
        case .double:
            finish = .double { Double.load(try address($0)) }
        case .ref:
            // The record is moved out, so that its new owner can change it in place.
            finish = .ref { frame in
                let place = try address(frame)
                let value = Ref.load(place)
                Ref.store(nil, place)
                return value
            }
        }
        if function.declaration.isFailable, let value = finish {
            failure = .ref { _ in nil }
            finish = .ref(wrap(value, selfType))
        }
        var prologue: [Effect] = []
        if let make = declare(selfVariable) { prologue.append(make) }
        if nominal.kind == .struct && !delegates(body.statements) && selfType.representation == .ref {
            prologue.append(Effect(try structInitialValues(selfVariable, nominal)))
        }
        return prologue
    }

    private func structInitialValues(_ selfVariable: VariableDeclaration, _ nominal: NominalDeclaration) throws -> VoidCode {
        let layout = type(of: selfVariable).layout
        let address = address(of: selfVariable)
        let values = try initialValues(nominal.storedProperties)
        return { frame in
            let record = Record.make(layout)
            for (index, store) in values { try store(frame, record.words + index) }
            Ref.store(record, try address(frame))
        }
    }

    private func classInitialValues(_ selfVariable: VariableDeclaration, _ nominal: NominalDeclaration) throws -> VoidCode {
        let values = try initialValues(nominal.storedProperties)
        if values.isEmpty { return { _ in } }
        let words = instanceWords(type(of: selfVariable).type, read(selfVariable).ref)
        let first = compiler.classType(type(of: selfVariable).type).index(of: nominal.storedProperties[0])
        return { frame in
            let words = try words(frame)
            for (index, store) in values { try store(frame, words + first + index) }
        }
    }

    /// What writes the initial values of stored properties that have one.
    func initialValues(_ properties: [VariableDeclaration]) throws -> [(Int, (Frame, Address) throws -> Void)] {
        var result: [(Int, (Frame, Address) throws -> Void)] = []
        for (index, variable) in properties.enumerated() where !variable.isLazy {
            guard let initial = variable.initialValue else { continue }
            let value = Deferred { [compiler, substitutions] in
                try compiler.function(for: initial, substitutions, name: variable.name)
            }
            let isWeak = variable.ownership != .strong
            switch type(variable.type).representation {
            case .int: result.append((index, { _, address in Int.store(try value.get().call(), address) }))
            case .double: result.append((index, { _, address in Double.store(try value.get().call(), address) }))
            case .ref:
                result.append((index, { _, address in
                    let object: Ref = try value.get().call()
                    Ref.store(isWeak ? WeakObject(object) : object, address)
                }))
            }
        }
        return result
    }

    /// Whether an initializer hands over to another one of the same type.
    private func delegates(_ statements: [Statement]) -> Bool {
        statements.contains { statement in
            switch statement.kind {
            case .expression(let expression): return delegates(expression)
            case .block(let inner, _): return delegates(inner)
            case .if(_, let then, let other, _): return delegates(then) || delegates(other ?? [])
            case .doCatch(let inner, _, _): return delegates(inner)
            case .switch(let item): return item.cases.contains { delegates($0.body) }
            case .guard(_, let other): return delegates(other)
            default: return false
            }
        }
    }

    private func delegates(_ expression: Expression) -> Bool {
        switch expression.kind {
        case .delegate(_, _, _, let isSuper): return !isSuper
        default: return false
        }
    }

    /// Makes a function of a native, for where it is used as a value.
    private static func nativeEntry(_ code: FunctionCode) throws -> Entry {
        let declaration = code.declaration
        guard let range = declaration.range, let binder = code.compiler.binder(for: declaration) else {
            throw Trap("'\(code.name)' has no native behind it", at: declaration.range)
        }
        var types: [RuntimeType] = []
        var isAddress: [Bool] = []
        if code.hasSelf, let nominal = declaration.context.selfNominal {
            types.append(code.compiler.runtimeType(code.substitutions.apply(nominal.declaredType)))
            isAddress.append(declaration.takesAddress)
        }
        types += code.compiler.parameterTypes(declaration, code.substitutions)
        while isAddress.count < types.count - declaration.parameters.count { isAddress.append(false) }
        isAddress += declaration.parameters.map(\.isInout)
        var arguments: [Code] = []
        var references: [Int] = []
        for (slot, type) in types.enumerated() {
            if isAddress[slot] {
                arguments.append(.address { Address(bitPattern: $0[slot]).unsafelyUnwrapped })
                continue
            }
            switch type.representation {
            case .int: arguments.append(.int { $0[slot] })
            case .double: arguments.append(.double { Double.load($0 + slot) })
            case .ref:
                references.append(slot)
                arguments.append(.ref { Ref.load($0 + slot) })
            }
        }
        let call = NativeCall(
            machine: code.compiler.machine, site: Site(range), arguments: arguments, argumentTypes: types,
            resultType: code.resultType,
            selfType: declaration.context.selfNominal.map {
                code.compiler.runtimeType(code.substitutions.apply($0.declaredType))
            }, substitutions: code.substitutions, compiler: code.compiler,
            shapes: Array(repeating: .other, count: arguments.count))
        let made = try binder(call)
        func released<S: Slot>(_ body: @escaping (Frame) throws -> S) -> (Frame) throws -> S {
            if references.isEmpty { return body }
            return { frame in
                defer { for slot in references { Ref.store(nil, frame + slot) } }
                return try body(frame)
            }
        }
        switch code.result {
        case .int: return Entry(size: types.count + 1, .int(released(made.int)))
        case .double: return Entry(size: types.count + 1, .double(released(made.double)))
        case .ref: return Entry(size: types.count + 1, .ref(released(made.ref)))
        }
    }
}

/// The slots of an activation that hold references.
final class FrameReferences {
    let slots: UnsafeMutablePointer<Int>
    let count: Int
    /// How many of them, at the front, are not parameters.
    let localCount: Int

    init(_ all: [Int], parameters: Int) {
        count = all.count
        localCount = all.count - parameters
        slots = .allocate(capacity: max(1, all.count))
        slots.initialize(from: Array(all.reversed()), count: all.count)
    }

    deinit { slots.deallocate() }

    @inline(__always)
    func clear(_ frame: Frame) {
        var index = 0
        while index < localCount {
            frame[slots[index]] = 0
            index &+= 1
        }
    }

    @inline(__always)
    func release(_ frame: Frame) {
        var index = 0
        while index < count {
            if frame[slots[index]] != 0 { Ref.store(nil, frame + slots[index]) }
            index &+= 1
        }
    }
}

private struct Cleaning<S: Slot>: Producer {
    let code: S.Run
    let slots: FrameReferences
    let machine: Machine

    @inline(__always)
    func produce(_ frame: Frame) throws -> S {
        slots.clear(frame)
        do {
            let result = try code(frame)
            slots.release(frame)
            return result
        } catch {
            if error is Trap { machine.isStopping = true }
            slots.release(frame)
            throw error
        }
    }
}
