import SwiftSyntax

/// Anything that a name stands for. Identity is the object's.
class Declaration: Hashable {
    let name: String
    /// The name's place; nil for what the language makes by itself.
    let range: SourceRange?
    unowned(unsafe) let context: DeclarationContext
    var access: AccessLevel = .internal
    var isStatic = false
    /// The text of the `///` lines above it, without the slashes.
    var documentation: String? { nil }

    init(name: String, range: SourceRange?, context: DeclarationContext) {
        self.name = name
        self.range = range
        self.context = context
    }

    static func == (a: Declaration, b: Declaration) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

enum AccessLevel: Int, Comparable {
    case `private`, `fileprivate`, `internal`, `public`, open

    static func < (a: AccessLevel, b: AccessLevel) -> Bool { a.rawValue < b.rawValue }
}

/// Where declarations stand: a file, a type, an extension, a function.
class DeclarationContext {
    /// nil for the library and for the top level of steps.
    unowned(unsafe) let parent: DeclarationContext?
    /// The world that names are looked up in from here.
    unowned(unsafe) let world: World

    init(parent: DeclarationContext?, world: World) {
        self.parent = parent
        self.world = world
    }

    /// The type whose members stand here (for an extension, the extended type).
    var selfNominal: NominalDeclaration? { nil }
    /// Parameters and requirements in force, those of enclosing declarations included.
    var signature: GenericSignature { parent?.signature ?? .none }
    var isLibrary: Bool { parent?.isLibrary ?? false }
}

/// A type parameter's requirement: `T: P`, `T: SomeClass`, `T == U`, `T: AnyObject`.
enum Requirement: Hashable {
    case conforms(Type, NominalDeclaration)
    case superclass(Type, Type)
    case same(Type, Type)
    case isClass(Type)
}

/// The generic parameters in force at a place, outermost first, and what is required of them.
final class GenericSignature {
    let parameters: [GenericParameter]
    let requirements: [Requirement]
    /// Answers to "what is known of this type parameter", filled as they are asked for.
    var cache = GenericSignatureCache()

    init(parameters: [GenericParameter], requirements: [Requirement]) {
        self.parameters = parameters
        self.requirements = requirements
    }

    static let none = GenericSignature(parameters: [], requirements: [])

    /// Each parameter as it stands for itself.
    var identity: [GenericParameter: Type] {
        Dictionary(uniqueKeysWithValues: parameters.map { ($0, .parameter($0)) })
    }
}

/// A variable: global, local, parameter, `self`, stored or computed property.
final class VariableDeclaration: Declaration {
    enum Storage {
        /// A variable of the steps' top level; `index` is unique in its `World`.
        case global(index: Int)
        /// A local variable, parameter or `self`: `slot` of `body`.
        case local(body: CodeBody, slot: Int)
        /// A stored instance property: its place among the stored properties its type itself declares.
        case stored(index: Int)
        /// A static stored property; `initialValue` is evaluated at first use.
        case typeStored(index: Int)
        /// Made by `getter` and `setter`; also what a protocol requires.
        case computed
    }

    enum Ownership { case strong, weak, unowned }

    var storage: Storage = .computed
    let isLet: Bool
    var ownership = Ownership.strong
    var isLazy = false
    var isOverride = false
    var isFinal = false
    /// Captured by a closure or local function.
    var isCaptured = false
    /// Captured, and can change after its capture (or gets its value after it): it has to live in a shared box.
    var needsBox = false
    /// An `inout` parameter, or `self` of a mutating method.
    var isInout = false
    /// The getter of a computed or `lazy` property; for a requirement its signature only.
    var getter: FunctionDeclaration?
    var setter: FunctionDeclaration? {
        get {
            if let wrapping = semantic.wrapping, declaredSetter != nil, !wrapping.isSettable(self) { return nil }
            return declaredSetter
        }
        set { declaredSetter = newValue }
    }
    /// The setter, even if the property's wrapper has no use for it.
    var declaredSetter: FunctionDeclaration?
    var willSet: FunctionDeclaration?
    var didSet: FunctionDeclaration?
    /// A property's initial value, checked when first asked for; `statements` is one `.return`.
    /// For a pattern such as `let (a, b) = pair` in a type, see `initialPattern`.
    var initialValue: CodeBody? { resolveInitialValue() }
    /// The requirement or superclass property this overrides.
    var overridden: VariableDeclaration? { world.overridden(of: self) as? VariableDeclaration }
    /// The variable's type inside its own context; `weak` ones have their optional type.
    var type: Type { resolveType() }

    var world: World { context.world }
    /// Internal to the checker.
    var semantic = VariableSemantics()

    init(name: String, range: SourceRange?, context: DeclarationContext, isLet: Bool) {
        self.isLet = isLet
        super.init(name: name, range: range, context: context)
    }

    override var documentation: String? { semantic.documentation }
    /// A member of a type (not a local, global or parameter).
    var isMember: Bool { context.selfNominal != nil && semantic.isMember }
    /// Natives stand behind it: keys to look for, most exact first (`Array.count`; the setter's ends with `=`).
    var isStored: Bool {
        switch storage {
        case .stored, .typeStored: return true
        default: return false
        }
    }
}

/// A parameter as callers see it.
final class ParameterDeclaration {
    /// The argument label; nil for `_`.
    let label: String?
    /// The variable inside the body.
    let variable: VariableDeclaration
    var isInout = false
    var isVariadic = false
    var isAutoclosure = false
    var isEscaping = false
    /// `@autoclosure () throws -> T`
    var isThrowingAutoclosure = false
    /// The result builder that makes the results of closures passed.
    var builder: Type?
    /// As callers pass it: the element type for a variadic one, the value's type for an autoclosure one.
    var type: Type = .error
    /// Whether a default value is declared; `defaultValue` gives it, checked when first asked for.
    var hasDefault: Bool { defaultSyntax != nil || isNilByDefault }
    var defaultSyntax: ExprSyntax?
    unowned(unsafe) let function: DeclarationContext
    var defaultCache: CodeBody?
    /// For a memberwise initializer: the property whose initial value is the default.
    unowned(unsafe) var memberwiseProperty: VariableDeclaration?
    /// `var x: Int?` is nil where a memberwise initializer's caller leaves it out.
    var isNilByDefault = false
    /// For an inherited initializer: the parameter that declares the default.
    unowned(unsafe) var inheritedDefault: ParameterDeclaration?
    var isResolvingDefault = false

    init(label: String?, variable: VariableDeclaration, function: DeclarationContext) {
        self.label = label
        self.variable = variable
        self.function = function
    }

    /// The default value as code of its own (one `.return`), in the generic context of the function.
    var defaultValue: CodeBody? { variable.world.defaultValue(of: self) }
}

/// A function, method, operator, initializer, deinitializer or accessor.
final class FunctionDeclaration: Declaration {
    enum Kind {
        case function, initializer, deinitializer, getter, setter, willSet, didSet
    }

    /// What the language writes by itself; the runtime implements these.
    enum Synthesized {
        /// Stores its parameters in the stored properties of the same names; the others get their initial values.
        case memberwiseInitializer
        /// Gives all stored properties their initial values (and calls `super.init()`).
        case defaultInitializer
        /// A class without initializers of its own has its superclass's.
        case inheritedInitializer(FunctionDeclaration)
        case equals, hashInto, less, allCases, rawValueGetter, rawValueInitializer
    }

    let kind: Kind
    var isMutating: Bool {
        get {
            if let variable = accessorOf as? VariableDeclaration, let wrapping = variable.semantic.wrapping {
                return wrapping.isMutating(self, of: variable)
            }
            return isDeclaredMutating
        }
        set { isDeclaredMutating = newValue }
    }
    private var isDeclaredMutating = false
    var isOverride = false
    var isFinal = false
    var isConvenience = false
    var isRequired = false
    /// `init?`, and `init!` alike.
    var isFailable = false
    var isThrowing = false
    var isRethrowing = false
    var isDiscardableResult = false
    /// `prefix`, `postfix` or nil.
    var operatorPosition: String?
    var synthesized: Synthesized?

    /// Parameters, result and generic parameters are resolved when first asked for.
    var parameters: [ParameterDeclaration] { resolved().parameters }
    /// For an initializer the type it makes, without the optional of a failable one.
    var resultType: Type { resolved().result }
    /// This function's own parameters come after those of its context.
    var signature: GenericSignature { resolved().signature }
    var ownGenericParameters: [GenericParameter] { resolved().ownParameters }

    /// `self` inside the body: nil for functions that have none. For static members it holds the metatype.
    var selfVariable: VariableDeclaration? { resolved().selfVariable }
    /// The checked body; nil where a native stands behind it, for a protocol's requirement, and for synthesized ones.
    var body: CodeBody? { world.body(of: self) }
    var hasBody: Bool { semantic.bodySyntax != nil }
    /// The superclass method that this one overrides.
    var overridden: FunctionDeclaration? { world.overridden(of: self) as? FunctionDeclaration }
    /// The property or subscript that this accessor serves.
    unowned(unsafe) var accessorOf: Declaration?

    var world: World { context.world }
    /// The context that declarations inside this function have.
    lazy var innerContext = FunctionContext(self)
    /// Internal to the checker.
    var semantic = FunctionSemantics()

    init(_ kind: Kind, name: String, range: SourceRange?, context: DeclarationContext) {
        self.kind = kind
        super.init(name: name, range: range, context: context)
    }

    override var documentation: String? { semantic.documentation }
    var isInitializer: Bool { kind == .initializer }
    var isAccessor: Bool {
        switch kind {
        case .getter, .setter, .willSet, .didSet: return true
        default: return false
        }
    }
    /// A requirement of a protocol (not a member of a protocol's extension).
    var isRequirement: Bool { (context as? NominalDeclaration.MemberContext)?.selfNominal?.kind == .protocol }
    /// A local function captures variables; others do not.
    var isLocal: Bool { semantic.isLocal }
}

final class FunctionContext: DeclarationContext {
    unowned(unsafe) let function: FunctionDeclaration

    init(_ function: FunctionDeclaration) {
        self.function = function
        super.init(parent: function.context, world: function.context.world)
    }

    override var selfNominal: NominalDeclaration? { parent?.selfNominal }
    override var signature: GenericSignature { function.signature }
}

/// A `subscript` of a type.
final class SubscriptDeclaration: Declaration {
    var parameters: [ParameterDeclaration] { resolved().parameters }
    var resultType: Type { resolved().result }
    var signature: GenericSignature { resolved().signature }
    var ownGenericParameters: [GenericParameter] { resolved().ownParameters }
    var getter: FunctionDeclaration?
    var setter: FunctionDeclaration?
    var isOverride = false
    var isFinal = false
    var overridden: SubscriptDeclaration? { world.overridden(of: self) as? SubscriptDeclaration }

    var world: World { context.world }
    lazy var innerContext = SubscriptContext(self)
    var semantic = FunctionSemantics()

    override var documentation: String? { semantic.documentation }
    var isRequirement: Bool { (context as? NominalDeclaration.MemberContext)?.selfNominal?.kind == .protocol }
}

final class SubscriptContext: DeclarationContext {
    unowned(unsafe) let declaration: SubscriptDeclaration

    init(_ declaration: SubscriptDeclaration) {
        self.declaration = declaration
        super.init(parent: declaration.context, world: declaration.context.world)
    }

    override var selfNominal: NominalDeclaration? { parent?.selfNominal }
    override var signature: GenericSignature { declaration.signature }
}

/// One case of an enum.
final class EnumCaseDeclaration: Declaration {
    /// Its place among the cases, from 0.
    let index: Int
    unowned(unsafe) let owner: NominalDeclaration
    /// The payload; empty for a plain case.
    var parameters: [ParameterDeclaration] { resolveParameters() }
    /// For an enum with raw values.
    var rawValue: LiteralValue? { owner.rawValue(of: self) }
    var isIndirect = false
    var semantic = EnumCaseSemantics()

    init(name: String, index: Int, owner: NominalDeclaration, range: SourceRange?, context: DeclarationContext) {
        self.index = index
        self.owner = owner
        super.init(name: name, range: range, context: context)
        isStatic = true
    }

    override var documentation: String? { semantic.documentation }
    var hasPayload: Bool { semantic.hasPayload }
}

final class TypeAliasDeclaration: Declaration {
    var semantic = TypeAliasSemantics()
    override var documentation: String? { semantic.documentation }
}

/// `associatedtype Element: P = Default` of a protocol.
final class AssociatedTypeDeclaration: Declaration {
    unowned(unsafe) let owner: NominalDeclaration
    var semantic = AssociatedTypeSemantics()

    init(name: String, owner: NominalDeclaration, range: SourceRange?, context: DeclarationContext) {
        self.owner = owner
        super.init(name: name, range: range, context: context)
    }
}

/// A function's `some P` result.
final class OpaqueDeclaration: Hashable {
    unowned(unsafe) let function: Declaration
    let constraint: ExistentialType
    /// What the body really returns, in terms of the function's generic parameters.
    var underlying: Type { function.context.world.underlyingType(of: self) }
    var underlyingCache: Type?

    init(function: Declaration, constraint: ExistentialType) {
        self.function = function
        self.constraint = constraint
    }

    static func == (a: OpaqueDeclaration, b: OpaqueDeclaration) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
