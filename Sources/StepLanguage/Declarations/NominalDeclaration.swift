/// A struct, class, enum or protocol.
final class NominalDeclaration: Declaration {
    enum Kind: String {
        case `struct`, `class`, `enum`, `protocol`
    }

    /// The inside of the type's own braces.
    final class MemberContext: DeclarationContext {
        unowned(unsafe) let declaration: NominalDeclaration

        init(_ declaration: NominalDeclaration) {
            self.declaration = declaration
            super.init(parent: declaration.context, world: declaration.context.world)
        }

        override var selfNominal: NominalDeclaration? { declaration }
        override var signature: GenericSignature { declaration.signature }
    }

    let kind: Kind
    var isFinal = false
    lazy var memberContext = MemberContext(self)

    /// All generic parameters, those of enclosing types first; for a protocol its `Self`.
    var genericParameters: [GenericParameter] { signature.parameters }
    var signature: GenericSignature { resolveSignature() }
    /// The superclass in terms of this class's parameters.
    var superclass: Type? { resolveInheritance().superclass }
    /// The raw type of an enum.
    var rawType: Type? { resolveInheritance().rawType }
    /// Stored instance properties in order, without the superclass's.
    var storedProperties: [VariableDeclaration] { resolveMembers(); return semantic.storedProperties }
    var enumCases: [EnumCaseDeclaration] { resolveMembers(); return semantic.enumCases }
    var deinitializer: FunctionDeclaration? { resolveMembers(); return semantic.deinitializer }
    /// Every member with this name that the type and its extensions declare themselves (no inherited ones).
    func declaredMembers(named name: String) -> [Declaration] { lookUpDeclared(name) }
    /// Every member that the type and its extensions declare.
    var declaredMembers: [Declaration] { allDeclared() }
    /// A protocol's requirements, without those of protocols it inherits from.
    var requirements: [Declaration] { resolveMembers(); return semantic.ownMembers.filter { !($0 is NominalDeclaration) } }
    var associatedTypes: [AssociatedTypeDeclaration] { resolveMembers(); return semantic.associatedTypes }
    /// The initializers that can be called for this type, inherited and synthesized ones included.
    var initializers: [FunctionDeclaration] { lookUpInitializers() }

    /// The type inside its own declaration: `Box<T>` with its own parameters; `Self` of a protocol.
    lazy var declaredType: Type =
        kind == .protocol
        ? .parameter(selfParameter)
        : .nominal(self, genericParameters.map { .parameter($0) })
    /// `Self` of a protocol.
    lazy var selfParameter = GenericParameter("Self", selfProtocol: self)

    var world: World { context.world }
    /// Internal to the checker.
    var semantic = NominalSemantics()
    var semanticSelfRequirements: Bool?

    init(_ kind: Kind, name: String, range: SourceRange?, context: DeclarationContext) {
        self.kind = kind
        super.init(name: name, range: range, context: context)
    }

    override var documentation: String? { semantic.documentation }

    /// Declared by the library (standard library or LessonKit).
    var isLibrary: Bool { context.isLibrary }
    var isOptional: Bool { self === world.optionalDeclaration }
    /// `Outer.Inner`; what keys of natives begin with.
    lazy var qualifiedName: String = {
        guard let outer = context.selfNominal else { return name }
        return outer.qualifiedName + "." + name
    }()
    /// For a protocol: only classes conform.
    var requiresClass: Bool { kind == .protocol && resolveInheritance().isClassBound }

    /// Substitutions of this declaration's parameters for the arguments of one of its types.
    func substitutions(_ arguments: [Type]) -> Substitutions {
        if arguments.isEmpty { return .none }
        var map: [GenericParameter: Type] = [:]
        for (parameter, argument) in zip(genericParameters, arguments) { map[parameter] = argument }
        return Substitutions(map)
    }
}

/// `extension T where … { }`
final class ExtensionDeclaration: DeclarationContext {
    unowned(unsafe) let extended: NominalDeclaration
    var semantic = ExtensionSemantics()
    var resolvedMembers: [Declaration]?

    init(extended: NominalDeclaration, parent: DeclarationContext?, world: World) {
        self.extended = extended
        super.init(parent: parent, world: world)
    }

    override var selfNominal: NominalDeclaration? { extended }
    override var signature: GenericSignature { resolveSignature() }
}

/// How a type meets a protocol. In terms of the nominal's own parameters; `Witness` lookups substitute.
final class Conformance {
    unowned(unsafe) let nominal: NominalDeclaration
    unowned(unsafe) let proto: NominalDeclaration
    /// The extension or type that states it.
    unowned(unsafe) let statedIn: DeclarationContext
    /// What has to hold of the nominal's parameters (`extension Array: Equatable where Element: Equatable`).
    var conditions: [Requirement] = []
    var typeWitnesses: [AssociatedTypeDeclaration: Type] = [:]
    var witnesses: [ObjectIdentifier: Declaration] = [:]
    var semantic = ConformanceSemantics()

    init(nominal: NominalDeclaration, proto: NominalDeclaration, statedIn: DeclarationContext) {
        self.nominal = nominal
        self.proto = proto
        self.statedIn = statedIn
    }
}

/// What meets a requirement for a concrete type: a member (with the substitutions to compile it under).
///
/// `declaration` is a `FunctionDeclaration` (also a synthesized one), `VariableDeclaration`, `SubscriptDeclaration`
/// or `EnumCaseDeclaration` (an enum's case can meet a static requirement).
struct Witness {
    let declaration: Declaration
    /// For the declaration's context and, mapped to the requirement's own, its own generic parameters.
    let substitutions: Substitutions
}

/// Services for the runtime; the checker uses the same.
///
/// - `type.conforms(to: proto) -> Bool` looks at conditional conformances; type parameters do not conform here
///   (substitute first); `any P` conforms to `P`.
/// - `type.witness(for: requirement, substitutions:) -> Witness?` for a concrete type. `substitutions` are those
///   of the call of the requirement, from which the requirement's own generic parameters are taken.
/// - `type.associatedType(_:) -> Type`.
/// - `type.superclassType -> Type?`, `type.isSubclass(of:) -> Bool`.
enum ConformanceServices {}
