/// Members that are found while a program runs, and values as the library's own code wants them.
extension Compiler {
    // MARK: Dynamic members

    /// Reads, or with a new value writes, a property that classes override.
    func dynamicProperty(
        _ variable: VariableDeclaration, of object: AnyObject, _ newValue: AnySlot?, isSuper: Bool
    ) throws -> AnySlot {
        guard let type = classOf(object, anyType).type.nominal.map({ _ in classType(classOf(object, anyType).type) }) else {
            throw Trap.internalFault("a property of an object")
        }
        let found = isSuper ? variable : type.property(variable)
        let code = ClassAccess(self, type, found)
        if let newValue {
            try code.set(object, newValue)
            return .ref(nil)
        }
        return try code.get(object)
    }

    /// A method or property getter of the program, for calls by name from the library.
    func method(_ name: String, of type: RuntimeType) throws -> InterpretedMethod? {
        if type.type.nominal?.kind == .class { return classType(type.type).override(name) }
        guard let nominal = type.type.nominal else { return nil }
        for member in nominal.declaredMembers {
            if let function = member as? FunctionDeclaration, function.fullName == name, !function.isStatic {
                return interpreted(code(for: function, type.memberSubstitutions))
            }
            if let variable = member as? VariableDeclaration, variable.name == name, let getter = variable.getter {
                return interpreted(code(for: getter, type.memberSubstitutions))
            }
        }
        return nil
    }

    func interpreted(_ code: FunctionCode) -> InterpretedMethod {
        InterpretedMethod(
            function: FunctionObject(
                code.cell, captures: nil, arity: code.declaration.parameters.count + (code.hasSelf ? 1 : 0), machine: machine),
            parameterTypes: parameterTypes(code.declaration, code.substitutions), resultType: code.resultType)
    }

    /// A lazy property's value, computed with `self` at hand.
    func lazyValue(
        _ body: CodeBody, _ substitutions: Substitutions, _ base: RuntimeType, _ variable: VariableDeclaration
    ) throws -> (AnySlot) throws -> AnySlot {
        let valueType = runtimeType(substitutions.apply(variable.type))
        let parameters = body.selfVariable.map { [$0] } ?? []
        // Compiled when it is first needed: lazy values may need one another.
        let function = Deferred { [unowned self] in
            let inner = FunctionCompiler(self, body, substitutions, name: variable.name)
            let entry = try inner.entry(parameters: parameters, result: valueType.representation)
            let cell = EntryCell.allocate(capacity: 1)
            cell.initialize(to: .passRetained(entry))
            return FunctionObject(cell, captures: nil, arity: parameters.count, machine: machine)
        }
        let takesSelf = !parameters.isEmpty
        return { receiver in
            let object = try function.get()
            let arguments = takesSelf ? [receiver] : []
            switch valueType.representation {
            case .int: return .int(try object.call(arguments))
            case .double: return .double(try object.call(arguments))
            case .ref: return .ref(try object.call(arguments))
            }
        }
    }

    /// An error that a native threw, as the program's.
    func thrown(_ error: Error, at site: Site) -> Error {
        ThrownError(Existential(runtimeType(world.errorType), .ref(NativeError(error))), at: site.range)
    }

    /// A value as the library's own code wants it: see ``Instance/members()``.
    ///
    /// What nests deeper than any use has for it stays the program's.
    func native(_ value: AnySlot, _ type: RuntimeType, depth: Int = 0) -> Any {
        if depth > 1_000 { return InterpretedValue(value: value, type: type) }
        func native(_ value: AnySlot, _ type: RuntimeType) -> Any { self.native(value, type, depth: depth + 1) }
        switch type.kind {
        case .integer: return value.int
        case .double, .float: return value.double
        case .bool: return value.int != 0
        case .character: return Characters.character(value.int)
        case .string: return value.ref.string
        case .optional(let payload): return value.ref.map { native(payload.payload($0), payload) } as Any
        case .array(let element):
            let array = value.ref.cast(to: AnyArrayObject.self)
            return (0..<array.count).map { native(array.element($0), element) }
        case .existential:
            guard let reference = value.ref else { return InterpretedValue(value: value, type: type) }
            let (dynamic, payload) = open(reference)
            return native(payload, dynamic)
        case .native:
            if let reference = value.ref { return (reference as? AnyNativeObject)?.anyValue ?? reference }
            return InterpretedValue(value: value, type: type)
        case .classInstance:
            if let reference = value.ref, classType(type.type).native != nil { return reference }
            return InterpretedValue(value: value, type: type)
        default: return InterpretedValue(value: value, type: type)
        }
    }
}

/// An error of the library's own code, as the program holds it.
public final class NativeError {
    public let error: Error
    init(_ error: Error) { self.error = error }
}

/// Reads and writes one property of objects of one class.
struct ClassAccess {
    let compiler: Compiler
    let type: ClassType
    let variable: VariableDeclaration

    init(_ compiler: Compiler, _ type: ClassType, _ variable: VariableDeclaration) {
        self.compiler = compiler
        self.type = type
        self.variable = variable
    }

    private var owner: Substitutions {
        guard let nominal = variable.context.selfNominal,
            let level = compiler.world.superclass(of: type.type.type, declaration: nominal)
        else { return type.substitutions }
        return nominal.substitutions(level.arguments)
    }

    private func field(_ object: AnyObject) -> (Address, Representation) {
        let instance = type.native.map { $0.peer(object) } ?? unsafeDowncast(object, to: Instance.self)
        let index = type.index(of: variable)
        return (instance.words + index, type.fields[index].type.representation)
    }

    func get(_ object: AnyObject) throws -> AnySlot {
        if let getter = variable.getter, !variable.isStored { return try call(getter, [.ref(object)]) }
        // A stored property that another overrides with observers keeps its value in the first one.
        if let base = variable.overridden, variable.didSet != nil || variable.willSet != nil {
            return try ClassAccess(compiler, type, base).get(object)
        }
        let (address, representation) = field(object)
        return .load(address, representation)
    }

    func set(_ object: AnyObject, _ value: AnySlot) throws {
        if let setter = variable.setter, !variable.isStored {
            _ = try call(setter, [.ref(object), value])
            return
        }
        if let willSet = variable.willSet { _ = try call(willSet, [.ref(object), value]) }
        let old = try variable.didSet.map { _ in try get(object) }
        if let base = variable.overridden, variable.didSet != nil || variable.willSet != nil {
            try ClassAccess(compiler, type, base).set(object, value)
        } else {
            value.store(field(object).0)
        }
        if let didSet = variable.didSet, let old { _ = try call(didSet, [.ref(object), old]) }
    }

    private func call(_ function: FunctionDeclaration, _ arguments: [AnySlot]) throws -> AnySlot {
        let code = compiler.code(for: function, owner)
        let object = FunctionObject(code.cell, captures: nil, arity: arguments.count, machine: compiler.machine)
        switch code.result {
        case .int: return .int(try object.call(arguments))
        case .double: return .double(try object.call(arguments))
        case .ref: return .ref(try object.call(arguments))
        }
    }
}
