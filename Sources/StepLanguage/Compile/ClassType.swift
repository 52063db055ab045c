/// Whether a program's code can still run: what its global variables hold at the end is released, but, as in Swift,
/// not deinitialized.
final class Program {
    var hasEnded = false
}

/// A concrete class of the program: its stored properties, its methods by overriding, its superclasses.
final class ClassType {
    let type: RuntimeType
    let declaration: NominalDeclaration
    let substitutions: Substitutions
    let superclass: ClassType?
    /// The library class at the root, if there is one.
    let native: NativeClassDescription?
    /// The name of that library class.
    let nativeName: String?
    let fields: [(name: String, type: RuntimeType, variable: VariableDeclaration)]
    let layout: Layout
    private let fieldIndices: [ObjectIdentifier: Int]
    private var methods: [MethodKey: FunctionCode] = [:]
    private var overrides: [String: InterpretedMethod?] = [:]

    private struct MethodKey: Hashable {
        let declaration: ObjectIdentifier
        let own: [Type]
    }

    unowned let compiler: Compiler
    private let program: Program

    init(_ type: Type, _ compiler: Compiler) {
        self.compiler = compiler
        program = compiler.program
        self.type = compiler.runtimeType(type)
        declaration = type.nominal!
        substitutions = declaration.substitutions(type.arguments)
        var inherited: [(name: String, type: RuntimeType, variable: VariableDeclaration)] = []
        if let base = declaration.superclass.map(substitutions.apply), let nominal = base.nominal {
            if nominal.isLibrary && !nominal.hasInterpretedBody {
                superclass = nil
                native = compiler.natives.classes[nominal.qualifiedName]
                nativeName = nominal.qualifiedName
            } else {
                let parent = compiler.classType(base)
                superclass = parent
                native = parent.native
                nativeName = parent.nativeName
                inherited = parent.fields
            }
        } else {
            superclass = nil
            native = nil
            nativeName = nil
        }
        var indices: [ObjectIdentifier: Int] = [:]
        for (index, field) in inherited.enumerated() { indices[ObjectIdentifier(field.variable)] = index }
        for variable in declaration.storedProperties {
            indices[ObjectIdentifier(variable)] = inherited.count
            inherited.append((variable.name, compiler.storedType(variable, substitutions), variable))
        }
        fields = inherited
        fieldIndices = indices
        layout = Layout(inherited.map { $0.variable.ownership == .strong ? $0.type.representation : .ref })
    }

    func index(of variable: VariableDeclaration) -> Int { fieldIndices[ObjectIdentifier(variable)] ?? 0 }

    func isSubclass(of other: ClassType) -> Bool {
        var current: ClassType? = self
        while let type = current {
            if type === other { return true }
            current = type.superclass
        }
        return false
    }

    /// The version of a method that objects of this class run: the most derived declaration that overrides it.
    ///
    /// - Parameter own: what the method's own generic parameters stand for.
    func method(_ declaration: FunctionDeclaration, own: [Type] = []) -> FunctionCode {
        let key = MethodKey(declaration: ObjectIdentifier(declaration), own: own)
        if let known = methods[key] { return known }
        let found = find(declaration, own) ?? compiler.code(
            for: declaration, substitutions.merging(declaration.ownSubstitutions(own)), selfClass: declaration.isStatic ? type : nil)
        methods[key] = found
        return found
    }

    private func find(_ wanted: FunctionDeclaration, _ own: [Type]) -> FunctionCode? {
        var current: ClassType? = self
        while let type = current {
            // A class that inherits an initializer has one of its own, which also fills the properties that it adds.
            let initializers = wanted.kind == .initializer ? type.declaration.initializers : []
            for member in type.declaration.declaredMembers + initializers {
                if let match = Self.match(member, wanted) {
                    return compiler.code(
                        for: match, type.substitutions.merging(match.ownSubstitutions(own)), selfClass: match.isStatic ? self.type : nil)
                }
            }
            current = type.superclass
        }
        return nil
    }

    /// The function of a member that is, or overrides, the wanted one.
    private static func match(_ member: Declaration, _ wanted: FunctionDeclaration) -> FunctionDeclaration? {
        if let function = member as? FunctionDeclaration {
            var current: FunctionDeclaration? = function
            while let candidate = current {
                if candidate === wanted { return function }
                if case .inheritedInitializer(let inherited) = candidate.synthesized {
                    current = inherited
                } else {
                    current = candidate.overridden
                }
            }
            return nil
        }
        guard let accessed = wanted.accessorOf else { return nil }
        if let variable = member as? VariableDeclaration {
            var current: VariableDeclaration? = variable
            while let candidate = current {
                if candidate === accessed { return accessor(wanted.kind, variable.getter, variable.setter) }
                current = candidate.overridden
            }
        } else if let item = member as? SubscriptDeclaration {
            var current: SubscriptDeclaration? = item
            while let candidate = current {
                if candidate === accessed { return accessor(wanted.kind, item.getter, item.setter) }
                current = candidate.overridden
            }
        }
        return nil
    }

    private static func accessor(
        _ kind: FunctionDeclaration.Kind, _ getter: FunctionDeclaration?, _ setter: FunctionDeclaration?
    ) -> FunctionDeclaration? { kind == .getter ? getter : kind == .setter ? setter : nil }

    /// The most derived declaration of a property in this class and its superclasses.
    func property(_ wanted: VariableDeclaration) -> VariableDeclaration {
        var type: ClassType? = self
        while let current = type {
            for member in current.declaration.declaredMembers(named: wanted.name) {
                guard let variable = member as? VariableDeclaration, !variable.isStatic else { continue }
                var candidate: VariableDeclaration? = variable
                while let next = candidate {
                    if next === wanted { return variable }
                    candidate = next.overridden
                }
            }
            type = current.superclass
        }
        return wanted
    }

    /// The program's own method or property getter of a name such as `callAsFunction(_:)` or `name`.
    func override(_ name: String) -> InterpretedMethod? {
        if let known = overrides[name] { return known }
        var found: InterpretedMethod?
        var current: ClassType? = self
        while let type = current, found == nil {
            for member in type.declaration.declaredMembers {
                if let function = member as? FunctionDeclaration, !function.isStatic, function.kind == .function,
                    function.fullName == name, function.hasBody
                {
                    found = compiler.interpreted(compiler.code(for: function, type.substitutions))
                } else if let variable = member as? VariableDeclaration, !variable.isStatic, variable.name == name,
                    let getter = variable.getter, getter.hasBody
                {
                    found = compiler.interpreted(compiler.code(for: getter, type.substitutions))
                }
                if found != nil { break }
            }
            current = type.superclass
        }
        overrides[name] = .some(found)
        return found
    }

    /// The program is over, or stops with a fault: deinitializers no longer run.
    var hasEnded: Bool { program.hasEnded || compiler.machine.isStopping }
    /// Whether there is a deinitializer, here or in a superclass.
    private(set) lazy var declaresDeinitializer: Bool =
        declaration.deinitializer != nil || superclass?.declaresDeinitializer ?? false

    /// Runs the deinitializers, the most derived first.
    func deinitialize(_ object: Instance) {
        var current: ClassType? = self
        while let type = current {
            if let deinitializer = type.declaration.deinitializer {
                let code = compiler.code(for: deinitializer, type.substitutions)
                let machine = compiler.machine
                let frame = machine.state.pointee.top
                Ref.initialize(object, frame)
                do {
                    let entry = try code.compile()
                    // Releasing takes stack, too.
                    try machine.enter(frame, entry.size + Machine.wordsOfNesting)
                    _ = try entry.ref(frame)
                } catch {
                    report(error)
                    Ref.store(nil, frame)
                }
                machine.state.pointee.top = frame
            }
            current = type.superclass
        }
    }

    /// A deinitializer let its object escape.
    func reportEscape() {
        report(
            Trap(
                "an object of class '\(type.name)' is gone, but its deinitializer let a reference to it escape",
                at: declaration.deinitializer?.range))
    }

    /// Deinitializers cannot throw: the step stops where it next looks.
    private func report(_ error: Error) {
        let machine = compiler.machine
        machine.pendingError = machine.pendingError ?? error
        machine.stopFlag.pointee = 1
    }
}

extension ClassType {
    /// A new object without its properties' values.
    func allocate() throws -> AnyObject {
        let instance = Instance.make(self)
        guard let native else { return instance }
        return try native.make(instance)
    }
}

extension SubscriptDeclaration {
    /// A subscript of the library that natives stand behind.
    var isNative: Bool { context.isLibrary && !(getter?.hasBody ?? true) && !isRequirement }
}

extension FunctionDeclaration {
    /// What the function's own generic parameters stand for, as a method called through its object's class takes them.
    func ownArguments(_ substitutions: Substitutions, _ compiler: Compiler) -> [Type] {
        ownGenericParameters.map { compiler.normalized(substitutions[$0] ?? .parameter($0)) }
    }

    func ownSubstitutions(_ arguments: [Type]) -> Substitutions {
        if arguments.isEmpty { return .none }
        return Substitutions(Dictionary(zip(ownGenericParameters, arguments), uniquingKeysWith: { first, _ in first }))
    }

    /// Whether `self` is passed by address: in mutating members of structs and enums, and in those of protocols,
    /// whatever conforms.
    var takesAddress: Bool { !isStatic && kind != .initializer && (selfVariable?.isInout ?? isMutating) }

    /// Declared by the library without a body, and no protocol's requirement.
    var isNativeInLibrary: Bool {
        guard context.isLibrary, !hasBody, synthesized == nil else { return false }
        return context.selfNominal?.kind != .protocol || !isRequirement
    }
}
