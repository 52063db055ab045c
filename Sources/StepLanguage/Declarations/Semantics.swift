import SwiftSyntax

// What the checker keeps with a declaration while it works: the syntax it came from, and answers already found.

struct VariableSemantics {
    enum State { case unresolved, resolving, resolved }

    var file: SourceFile?
    var isMember = false
    var typeSyntax: TypeSyntax?
    var initialSyntax: ExprSyntax?
    /// `let (a, b) = pair` in a type: not supported; the whole pattern for diagnostics.
    var bindingSyntax: PatternBindingSyntax?
    var state = State.unresolved
    var type: Type = .error
    /// `T!`: of type `T?`, unwrapped where a `T` is needed.
    var isImplicitlyUnwrapped = false
    var hasInitialValue = false
    var initialBody: CodeBody?
    var isInitialChecked = false
    var documentationSource: Syntax?
    var isParameter = false
    /// A function's parameter of a function type without `@escaping`: it may be called and handed on, not kept.
    var isNonEscaping = false
    var isClosureParameter = false
    var isCaptureEntry = false
    var isSelf = false
    var isLoopVariable = false
    /// A local one that holds an object which need not be of `self`'s own class.
    var isOtherThanSelf = false
    /// Its place in the order of the step's statements, for "before its declaration".
    var isDeclared = true
    var setterAccess: AccessLevel?
    /// For a variable outside types that has observers: where its value is kept.
    var observedStorage: VariableDeclaration?
    var isMutated = false
    /// The value of a local constant whose initial value is a constant integer.
    var constant: Int128?
    var accessorBlock: AccessorBlockSyntax?
    var overriddenCache: Declaration??
    var initialIsError = false
    /// The wrapped property that it is a part of.
    var wrapping: WrappedProperty?
    /// The scope around the type that it is a member of.
    var declarationScope: Scope?

    var documentation: String? { documentationSource.flatMap(documentationText) }
}

struct FunctionSemantics {
    enum State { case unresolved, resolving, resolved }

    var file: SourceFile?
    var state = State.unresolved
    var genericParameterSyntax: GenericParameterClauseSyntax?
    var genericWhereSyntax: GenericWhereClauseSyntax?
    var parameterSyntax: FunctionParameterClauseSyntax?
    var resultSyntax: TypeSyntax?
    /// `E` of `throws(E)`.
    var thrownSyntax: TypeSyntax?
    var thrownType: Type?
    var bodySyntax: Syntax?
    var parameters: [ParameterDeclaration] = []
    var result: Type = .void
    var signature: GenericSignature = .none
    var ownParameters: [GenericParameter] = []
    var selfVariable: VariableDeclaration?
    var body: CodeBody?
    var isBodyChecked = false
    var isLocal = false
    var documentationSource: Syntax?
    var opaque: OpaqueDeclaration?
    var overriddenCache: Declaration??
    /// For a local function the scope it stands in and the body around it.
    var scope: Scope?
    var outerBody: CodeBody?
    /// The labels with which it is called; what `name(a:b:)` spells.
    var labelCache: [String?]?
    var isImplicitlyUnwrapped = false
    var isUnavailable = false
    var nativeKeyCache: [String]?
    /// The attribute that names what builds the result.
    var builderSyntax: AttributeSyntax?
    /// The wrapped property whose observers the setter calls.
    var observed: WrappedProperty?

    var documentation: String? { documentationSource.flatMap(documentationText) }
}

struct EnumCaseSemantics {
    var file: SourceFile?
    var parameterSyntax: EnumCaseParameterClauseSyntax?
    var rawSyntax: ExprSyntax?
    var parameters: [ParameterDeclaration]?
    var hasPayload = false
    var documentationSource: Syntax?
    var documentation: String? { documentationSource.flatMap(documentationText) }
}

struct TypeAliasSemantics {
    var file: SourceFile?
    var typeSyntax: TypeSyntax?
    var genericParameterSyntax: GenericParameterClauseSyntax?
    var parameters: [GenericParameter] = []
    var type: Type?
    var isResolving = false
    var documentationSource: Syntax?
    var documentation: String? { documentationSource.flatMap(documentationText) }
}

struct AssociatedTypeSemantics {
    var inheritance: InheritanceClauseSyntax?
    var whereSyntax: GenericWhereClauseSyntax?
    var defaultSyntax: TypeSyntax?
    var file: SourceFile?
    var protocols: [NominalDeclaration]?
    var superclass: Type?
    var isClass = false
    var root: AssociatedTypeDeclaration?
    var defaultType: Type??
}

struct ExtensionSemantics {
    var file: SourceFile?
    var inheritance: InheritanceClauseSyntax?
    var whereSyntax: GenericWhereClauseSyntax?
    var signature: GenericSignature?
    var isResolving = false
    var members: MemberSource?
    var access: AccessLevel?
    var conformances: [Conformance]?
    var range: SourceRange?
}

struct NominalSemantics {
    var file: SourceFile?
    var inheritance: InheritanceClauseSyntax?
    var genericParameterSyntax: GenericParameterClauseSyntax?
    var primaryAssociatedTypes: [String] = []
    var whereSyntax: GenericWhereClauseSyntax?
    var signature: GenericSignature?
    var isResolvingSignature = false
    var inheritanceResolved: NominalInheritance?
    var isResolvingInheritance = false
    var members: MemberSource?
    var extensions: [ExtensionDeclaration] = []
    var didLoadExtensions = false
    var didResolveMembers = false
    var isResolvingMembers = false
    var ownMembers: [Declaration] = []
    var storedProperties: [VariableDeclaration] = []
    var enumCases: [EnumCaseDeclaration] = []
    var deinitializer: FunctionDeclaration?
    var associatedTypes: [AssociatedTypeDeclaration] = []
    var conformances: [ObjectIdentifier: Conformance] = [:]
    var didCollectConformances = false
    var isCollectingConformances = false
    var conformanceList: [Conformance] = []
    var synthesized: [String: [Declaration]] = [:]
    var didSynthesize: Set<String> = []
    var rawValues: [LiteralValue?]?
    var documentationSource: Syntax?
    var memberCache: [String: [Declaration]] = [:]
    var lookupCache: [String: [MemberCandidate]] = [:]
    var requirementRules: [Requirement]?
    var inheritedProtocolClosure: [NominalDeclaration]?
    var isIndirect = false
    var isPropertyWrapper = false
    var isResultBuilder = false
    var isDynamicMemberLookup = false
    var scope: Scope?

    var documentation: String? { documentationSource.flatMap(documentationText) }
}

struct NominalInheritance {
    var superclass: Type?
    var rawType: Type?
    /// Protocols stated in the declaration itself.
    var protocols: [NominalDeclaration] = []
    var isClassBound = false
    var inheritedSyntax: [(proto: NominalDeclaration, syntax: Syntax)] = []
}

struct ConformanceSemantics {
    var isResolving: Set<String> = []
    var failedTypes: Set<String> = []
    var range: SourceRange?
    var isImplied = false
    var checkedWitnesses = false
    var missing: Set<ObjectIdentifier> = []
}

/// Where the members of a type or extension come from.
enum MemberSource {
    case syntax(MemberBlockItemListSyntax)
    case chunk(LibraryChunk)
}

/// The text of the `///` and `/** */` comments right above a declaration.
func documentationText(_ syntax: Syntax) -> String? {
    var lines: [String] = []
    for piece in syntax.leadingTrivia {
        switch piece {
        case .docLineComment(let text):
            var line = text.dropFirst(3)
            if line.first == " " { line = line.dropFirst() }
            lines.append(String(line))
        case .docBlockComment(let text):
            lines.append(String(text.dropFirst(3).dropLast(2)))
        case .newlines(let count) where count > 1:
            lines = []
        default: break
        }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
}
