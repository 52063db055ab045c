/// Turns checked code into closures, one concrete version of each function for each set of generic arguments, when it
/// is first called.
final class Compiler {
    let natives: NativeTable
    let machine: Machine
    let world: World
    let program = Program()
    private var runtimeTypes: [Type: RuntimeType] = [:]
    private var functions: [FunctionKey: FunctionCode] = [:]
    private var classTypes: [Type: ClassType] = [:]
    private var staticCells: [StaticKey: StaticCell] = [:]
    /// The static stored properties of the program's own types, in the order of their first use.
    private(set) var programStatics: [(name: String, cell: StaticCell, variable: VariableDeclaration, type: RuntimeType)] = []
    private var firstUses: [Address: FirstUse] = [:]
    private var globalChunks: [Frame] = []
    /// The representation of global variables that are references, by index, so that they can be released at the end.
    private var globalReferences: Set<Int> = []
    private static let chunkSize = 256
    /// The texts of literals are made once, by their exact bytes: equal texts may differ in them.
    var literals: [[UInt8]: StringObject] = [:]
    /// What is known of the values that the program's variables hold.
    let digests = DigestCache()
    var witnesses: [WitnessKey: FunctionObject?] = [:]
    /// Properties that a subclass overrides, and those that override one.
    var overridden: Set<ObjectIdentifier> { world.overriddenProperties }
    /// The properties that a subclass overrides with observers alone.
    var observed: Set<ObjectIdentifier> { world.observedByOverrides }
    var witnessAccessors: [WitnessAccessorKey: FunctionDeclaration] = [:]
    lazy var anyType = runtimeType(.any)
    lazy var voidType = runtimeType(.void)

    struct FunctionKey: Hashable {
        let declaration: ObjectIdentifier
        let arguments: [Type]
        let selfClass: Type?
    }

    struct StaticKey: Hashable {
        let variable: ObjectIdentifier
        let type: Type
    }

    struct WitnessKey: Hashable {
        let type: Type
        let name: String
    }

    init(natives: NativeTable, machine: Machine, world: World) {
        self.natives = natives
        self.machine = machine
        self.world = world
    }

    deinit {
        program.hasEnded = true
        // What the variables hold may nest as deep as the steps could make it.
        let (places, digests) = (globalReferences.map { global($0) }, digests)
        if !places.isEmpty {
            DeepStack.run {
                digests.removeAll()
                for place in places { Ref.store(nil, place) }
            }
        }
        for chunk in globalChunks { chunk.deallocate() }
    }

    // MARK: Globals and statics

    /// The address of a global variable; it never moves.
    func global(_ index: Int) -> Address {
        while globalChunks.count * Self.chunkSize <= index {
            let chunk = Frame.allocate(capacity: Self.chunkSize)
            chunk.initialize(repeating: 0, count: Self.chunkSize)
            globalChunks.append(chunk)
        }
        return globalChunks[index / Self.chunkSize] + index % Self.chunkSize
    }

    /// Whether a global variable was found to have its value. While it is changed it may be empty again.
    final class FirstUse {
        @exclusivity(unchecked) var isOver = false
    }

    func firstUse(of global: Address) -> FirstUse {
        if let known = firstUses[global] { return known }
        let made = FirstUse()
        firstUses[global] = made
        return made
    }

    func global(_ index: Int, _ representation: Representation) -> Address {
        if representation == .ref { globalReferences.insert(index) }
        return global(index)
    }

    /// A static stored property, or a global variable of the library: its initial value is evaluated at first use.
    final class StaticCell {
        let address: Address
        private var stage = Stage.waiting
        /// Whether the initial value is there.
        var isReady: Bool { stage == .done }
        private let name: String
        private let initialize: (Address) throws -> Void
        private let representation: Representation

        private enum Stage { case waiting, running, done }

        init(_ name: String, _ representation: Representation, _ initialize: @escaping (Address) throws -> Void) {
            self.name = name
            self.representation = representation
            self.initialize = initialize
            address = .allocate(capacity: 1)
            address.initialize(to: 0)
        }

        @inline(__always)
        func ready() throws -> Address {
            if stage != .done { try begin() }
            return address
        }

        @inline(never)
        private func begin() throws {
            if stage == .running { throw Trap.fault("the initial value of '\(name)' needs '\(name)' itself") }
            stage = .running
            do { try initialize(address) } catch {
                stage = .waiting
                throw error
            }
            stage = .done
        }

        deinit {
            if representation == .ref { Ref.store(nil, address) }
            address.deallocate()
        }
    }

    func staticCell(_ variable: VariableDeclaration, _ substitutions: Substitutions, selfType: Type?) -> StaticCell {
        let key = StaticKey(variable: ObjectIdentifier(variable), type: selfType ?? .void)
        if let cell = staticCells[key] { return cell }
        let type = runtimeType(substitutions.apply(variable.type))
        let cell = StaticCell(variable.name, type.representation) { [unowned self] address in
            guard let body = variable.initialValue else {
                if type.isNullable { return }
                throw Trap.internalFault("'\(variable.name)' has no value")
            }
            let object = try function(for: body, substitutions, name: variable.name)
            switch type.representation {
            case .int: Int.store(try object.call(), address)
            case .double: Double.store(try object.call(), address)
            case .ref: Ref.store(try object.call(), address)
            }
        }
        staticCells[key] = cell
        if !variable.context.isLibrary {
            let owner = selfType.map { typeName($0, qualified: true) } ?? ""
            programStatics.append(("\(owner).\(variable.name)", cell, variable, type))
        }
        return cell
    }

    // MARK: Functions

    /// The compiled version of a function for a set of substitutions; the body is compiled when it is first called.
    ///
    /// - Parameter selfClass: for a static member of a class, the class that it is called on.
    func code(
        for declaration: FunctionDeclaration, _ substitutions: Substitutions, selfClass: RuntimeType? = nil
    ) -> FunctionCode {
        let arguments = declaration.signature.parameters.map { normalized(substitutions.apply(.parameter($0))) }
        let key = FunctionKey(declaration: ObjectIdentifier(declaration), arguments: arguments, selfClass: selfClass?.type)
        if let code = functions[key] { return code }
        var map = substitutions.map
        for (parameter, argument) in zip(declaration.signature.parameters, arguments) { map[parameter] = argument }
        let code = FunctionCode(declaration, Substitutions(map), self, selfClass: selfClass)
        functions[key] = code
        return code
    }

    /// Code that stands alone (an initial value, a default argument) as a function of no parameters.
    func function(for body: CodeBody, _ substitutions: Substitutions, name: String) throws -> FunctionObject {
        let compiler = FunctionCompiler(self, body, substitutions, name: name)
        let result = runtimeType(substitutions.apply(body.resultType))
        let entry = try compiler.entry(parameters: [], result: result.representation)
        let cell = EntryCell.allocate(capacity: 1)
        cell.initialize(to: .passRetained(entry))
        return FunctionObject(cell, captures: nil, arity: 0, machine: machine)
    }

    // MARK: Types

    /// The type with opaque results replaced by what they are.
    func normalized(_ type: Type) -> Type {
        type.transformed { part in
            if case .opaque(let declaration, let substitutions) = part {
                return self.normalized(substitutions.apply(declaration.underlying))
            }
            return nil
        }
    }

    func runtimeType(_ type: Type) -> RuntimeType {
        if let known = runtimeTypes[type] { return known }
        let normal = normalized(type)
        if let known = runtimeTypes[normal] {
            runtimeTypes[type] = known
            return known
        }
        let made = RuntimeType(normal, representation(normal), self)
        runtimeTypes[normal] = made
        runtimeTypes[type] = made
        return made
    }

    func classType(_ type: Type) -> ClassType {
        let type = normalized(type)
        if let known = classTypes[type] { return known }
        let made = ClassType(type, self)
        classTypes[type] = made
        return made
    }

    private func representation(_ type: Type) -> Representation {
        guard case .nominal(let declaration, _) = type else { return .ref }
        if declaration.isLibrary, let known = Self.scalars[declaration.qualifiedName] { return known }
        if declaration.kind == .enum, !declaration.isOptional, !declaration.enumCases.contains(where: \.hasPayload) {
            return natives.isValueType(declaration.qualifiedName) ? .ref : .int
        }
        return .ref
    }

    private static let scalars: [String: Representation] = [
        "Int": .int, "Int8": .int, "Int16": .int, "Int32": .int, "Int64": .int, "UInt": .int, "UInt8": .int,
        "UInt16": .int, "UInt32": .int, "UInt64": .int, "Bool": .int, "Character": .int, "Double": .double,
        "Float": .double,
    ]

    private static let integers: [String: (Int, Bool)] = [
        "Int": (64, true), "Int8": (8, true), "Int16": (16, true), "Int32": (32, true), "Int64": (64, true),
        "UInt": (64, false), "UInt8": (8, false), "UInt16": (16, false), "UInt32": (32, false), "UInt64": (64, false),
    ]

    func kind(of type: Type) -> RuntimeType.Kind {
        switch type {
        case .tuple(let elements):
            if elements.isEmpty { return .void }
            return .tuple(elements.map { ($0.label, runtimeType($0.type)) })
        case .function: return .function
        case .existential(let existential): return existential.superclass != nil ? .existential : .existential
        case .metatype(let instance): return .metatype(runtimeType(instance))
        case .nominal(let declaration, let arguments): return kind(of: declaration, arguments)
        default: return .native
        }
    }

    private func kind(of declaration: NominalDeclaration, _ arguments: [Type]) -> RuntimeType.Kind {
        let substitutions = declaration.substitutions(arguments)
        if declaration.isOptional { return .optional(runtimeType(arguments[0])) }
        if declaration.isLibrary {
            let name = declaration.qualifiedName
            if let (bits, signed) = Self.integers[name] { return .integer(bits: bits, signed: signed) }
            switch name {
            case "Double": return .double
            case "Float": return .float
            case "Bool": return .bool
            case "Character": return .character
            case "String": return .string
            case "Substring" where declaration.storedProperties.isEmpty: return .substring
            case "Array": return .array(runtimeType(arguments[0]))
            case "Dictionary": return .dictionary(runtimeType(arguments[0]), runtimeType(arguments[1]))
            case "Set": return .set(runtimeType(arguments[0]))
            default: break
            }
        }
        switch declaration.kind {
        case .class: return declaration.isLibrary && !declaration.hasInterpretedBody ? .native : .classInstance
        case .enum:
            return .enumeration(
                declaration.enumCases.map { item in
                    (item.name, item.parameters.map { ($0.label, runtimeType(substitutions.apply($0.type))) })
                })
        case .struct:
            if declaration.isLibrary && declaration.storedProperties.isEmpty && !declaration.hasInterpretedBody {
                return .native
            }
            return .structure(
                declaration.storedProperties.map { variable in
                    (variable.isLazy ? "$__lazy_storage_$_\(variable.name)" : variable.name, storedType(variable, substitutions))
                })
        case .protocol: return .native
        }
    }

    /// What a stored property's word holds: for a lazy one nothing until it is first read.
    func storedType(_ variable: VariableDeclaration, _ substitutions: Substitutions) -> RuntimeType {
        let type = substitutions.apply(variable.type)
        return runtimeType(variable.isLazy ? optional(type) : type)
    }

    /// The words of a struct or tuple.
    func layout(of type: Type) -> Layout {
        switch runtimeType(type).kind {
        case .structure(let fields): return Layout(fields.map(\.type.representation))
        case .tuple(let elements): return Layout(elements.map(\.type.representation))
        default: return Layout([])
        }
    }

    private var caseLayouts: [ObjectIdentifier: [Layout]] = [:]

    /// The words of an enum's case with payload.
    func layout(ofCase index: Int, in type: RuntimeType) -> Layout {
        if let layouts = caseLayouts[ObjectIdentifier(type)] { return layouts[index] }
        guard case .enumeration(let cases) = type.kind else { return Layout([]) }
        let layouts = cases.map { Layout($0.payload.map(\.type.representation)) }
        caseLayouts[ObjectIdentifier(type)] = layouts
        return layouts[index]
    }

    private var sharedCases: [ObjectIdentifier: [Int: Record]] = [:]

    /// The one object of a case without payload in an enum that has payloads elsewhere.
    func sharedCase(_ index: Int, in type: RuntimeType) -> Record {
        if let record = sharedCases[ObjectIdentifier(type)]?[index] { return record }
        let record = Record.make(layout(ofCase: index, in: type), tag: index)
        sharedCases[ObjectIdentifier(type), default: [:]][index] = record
        return record
    }

    /// The type's name as Swift prints it.
    func typeName(_ type: Type, qualified: Bool) -> String {
        switch type {
        case .nominal(let declaration, let arguments):
            if declaration.isOptional { return (qualified ? "Swift." : "") + "Optional<\(typeName(arguments[0], qualified: qualified))>" }
            // The arguments of enclosing types come first; they stand with those types.
            let outer = declaration.context.selfNominal
            let inherited = min(outer?.genericParameters.count ?? 0, arguments.count)
            var name = declaration.name
            if qualified {
                let home = outer.map { typeName(.nominal($0, Array(arguments[..<inherited])), qualified: true) }
                let isElsewhere = outer?.isLibrary ?? false && !declaration.isLibrary
                name = "\(isElsewhere ? "(extension in main):" : "")\(home ?? (declaration.isLibrary ? "Swift" : "main")).\(name)"
            }
            if arguments.count == inherited { return name }
            let own = arguments[inherited...].map { typeName($0, qualified: qualified) }.joined(separator: ", ")
            return "\(name)<\(own)>"
        case .tuple(let elements):
            let parts = elements.map { ($0.label.map { "\($0): " } ?? "") + typeName($0.type, qualified: qualified) }
            return "(\(parts.joined(separator: ", ")))"
        case .function(let function):
            let parameters = function.parameters.map {
                ($0.isInout ? "inout " : "") + typeName($0.type, qualified: qualified)
            }
            return "(\(parameters.joined(separator: ", ")))\(function.isThrowing ? " throws" : "") -> "
                + typeName(function.result, qualified: qualified)
        case .existential(let existential):
            if existential.protocols.isEmpty && existential.superclass == nil {
                return existential.isAnyObject ? "AnyObject" : "Any"
            }
            var parts = existential.protocols.map { qualified && !$0.isLibrary ? "main." + $0.name : $0.name }
            if let superclass = existential.superclass { parts.insert(typeName(superclass, qualified: qualified), at: 0) }
            return parts.joined(separator: " & ")
        case .metatype(let instance): return typeName(instance, qualified: qualified) + ".Type"
        default: return "\(type)"
        }
    }
}

extension NativeTable {
    /// Enums of the library that are bound to Swift enums and so held in objects.
    func isValueType(_ name: String) -> Bool { valueTypes.contains(name) }
}

extension NominalDeclaration {
    /// Whether the type has initializers that are interpreted, so that its values are records or instances.
    var hasInterpretedBody: Bool {
        initializers.contains { $0.hasBody || $0.synthesized != nil }
    }
}
