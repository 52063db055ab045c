import SwiftParser
import SwiftSyntax

/// Everything that one session knows: the declarations of its steps, those of the library that were looked up so
/// far, and what is reported.
final class World {
    let index: LibraryIndex
    /// Keeps what unowned references point at.
    private var arena: [AnyObject] = []
    var sink = DiagnosticSink()
    var globals: [VariableDeclaration] = []
    var typeStoredCount = 0
    /// The generic parameters in force where the checker is at work.
    var environment = GenericSignature.none
    /// What `environment` is once the declaration whose types are being resolved is whole.
    var completedEnvironment: (() -> GenericSignature)?
    lazy var libraryContext = RootContext(world: self, isLibrary: true)
    lazy var sessionContext = RootContext(world: self, isLibrary: false)
    private var libraryOperatorCache: [String: [FunctionDeclaration]] = [:]
    private var libraryLoaded: [String: [Declaration]] = [:]
    private var chunkTypes: [ObjectIdentifier: NominalDeclaration] = [:]
    private var chunkMembers: [ObjectIdentifier: [Int: [Declaration]]] = [:]
    private var chunkExtensions: [ObjectIdentifier: ExtensionDeclaration] = [:]
    private var knownTypes: [String: NominalDeclaration] = [:]
    var operators = Operators()
    private var didLoadOperators = 0
    /// What a step at work reads, writes: for `CheckedStep`.
    var usage = NameUsage()
    /// The declarations of the step at work, whose bodies are checked after its statements.
    var pendingBodies: [() -> Void] = []
    var depth = 0
    var currentStep: CheckedStep?
    /// The step that each top-level declaration of a program stands in.
    var stepOf: [ObjectIdentifier: CheckedStep] = [:]
    var userExtensions: [ExtensionDeclaration] = []
    /// Operator functions that programs declare, by name.
    var userOperators: [String: [FunctionDeclaration]] = [:]
    /// Those that the program's protocols require.
    var requiredOperators: [String: [FunctionDeclaration]] = [:]
    lazy var optionalDeclaration: NominalDeclaration? = known("Optional")
    var conformanceDepth = 0
    var speculation = 0
    /// An earlier step, or code around the closure at work, has errors: names may stand for nothing.
    var hasFailedBefore = false
    /// Uses of local functions, whose captures their users need, too.
    var localFunctionUses: [(CodeBody, FunctionDeclaration)] = []
    /// Types declared inside functions, checked after the statements.
    var localNominals: [NominalDeclaration] = []
    /// Stored and computed properties that a subclass overrides, and those that override: reached through the object's class.
    var overriddenProperties: Set<ObjectIdentifier> = []
    /// Those among them that are overridden with observers alone.
    var observedByOverrides: Set<ObjectIdentifier> = []
    /// Types whose answers an extension may change.
    var nominalsWithCaches: [NominalDeclaration] = []

    init(library: LibraryIndex) {
        index = library
    }

    func retain(_ object: AnyObject) { arena.append(object) }

    // MARK: Reporting

    func range(_ node: some SyntaxProtocol, _ file: SourceFile) -> SourceRange {
        SourceRange(
            file: file, start: node.positionAfterSkippingLeadingTrivia.utf8Offset,
            end: node.endPositionBeforeTrailingTrivia.utf8Offset)
    }

    func report(
        _ severity: Diagnostic.Severity, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        fixIt: String? = nil
    ) {
        let location =
            range.file.isLibrary
            ? SourceLocation(file: range.file.name, line: 1, column: 1) : range.location
        sink.add(Diagnostic(severity, message, at: location, notes: notes, fixIt: fixIt))
    }

    func error(_ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], fixIt: String? = nil) {
        report(.error, message, at: range, notes: notes, fixIt: fixIt)
    }

    /// Something of a program was refused and left out of the checked tree: where nobody said why, it is said here,
    /// so that nothing is ever left out silently.
    func requireDiagnosis(at range: SourceRange) {
        if sink.hasErrors || hasFailedBefore { return }
        error("failed to produce diagnostic for expression", at: range)
    }

    /// Stand for a declaration's own generic parameters, by place.
    let places = (0..<8).map { GenericParameter("$\($0)") }

    func note(_ message: String, at declaration: Declaration) -> Diagnostic.Note {
        guard let range = declaration.range, !range.file.isLibrary else { return Diagnostic.Note(message) }
        return Diagnostic.Note(message, at: range.location)
    }

    // MARK: The library

    func known(_ name: String) -> NominalDeclaration? {
        if let found = knownTypes[name] { return found }
        let found = libraryDeclarations(named: name).first { $0 is NominalDeclaration } as? NominalDeclaration
        if let found { knownTypes[name] = found }
        return found
    }

    /// A library type without arguments; `.error` where the library lacks it.
    func type(_ name: String) -> Type {
        guard let declaration = known(name) else { return .error }
        return .nominal(declaration, [])
    }

    func type(_ name: String, _ arguments: [Type]) -> Type {
        guard let declaration = known(name) else { return .error }
        return .nominal(declaration, arguments)
    }

    lazy var intType = type("Int")
    lazy var doubleType = type("Double")
    lazy var stringType = type("String")
    lazy var boolType = type("Bool")
    lazy var characterType = type("Character")
    lazy var errorType: Type = known("Error").map { .existential(ExistentialType(protocols: [$0])) } ?? .error
    lazy var neverType = type("Never")

    func optional(_ type: Type) -> Type {
        guard let declaration = optionalDeclaration else { return .error }
        return .nominal(declaration, [type])
    }

    func array(_ element: Type) -> Type { type("Array", [element]) }

    func libraryDeclarations(named name: String) -> [Declaration] {
        if let loaded = libraryLoaded[name] { return loaded }
        guard let chunks = index.byName[name] else { return [] }
        libraryLoaded[name] = []
        var result: [Declaration] = []
        for chunk in chunks { result += load(chunk) }
        libraryLoaded[name] = result
        return result
    }

    private func load(_ chunk: LibraryChunk) -> [Declaration] {
        guard let header = chunk.parsedHeader() else { return [] }
        let declarations = DeclarationBuilder(world: self, file: chunk.source, context: libraryContext).build(header)
        for declaration in declarations {
            if let nominal = declaration as? NominalDeclaration {
                nominal.semantic.members = .chunk(chunk)
                chunkTypes[ObjectIdentifier(chunk)] = nominal
            } else if let variable = declaration as? VariableDeclaration, variable.getter == nil {
                variable.storage = .global(index: globals.count)
                globals.append(variable)
            }
        }
        return declarations
    }

    /// The library's extensions of a type, not parsed beyond their headers.
    func loadExtensions(of nominal: NominalDeclaration) {
        if nominal.semantic.didLoadExtensions { return }
        nominal.semantic.didLoadExtensions = true
        // A type of the program may have the name of one of the library's.
        if !nominal.isLibrary { return }
        for chunk in index.extensions[nominal.qualifiedName] ?? [] {
            guard let header = chunk.parsedHeader()?.as(ExtensionDeclSyntax.self) else { continue }
            let made = ExtensionDeclaration(extended: nominal, parent: libraryContext, world: self)
            retain(made)
            made.semantic.file = chunk.source
            made.semantic.inheritance = header.inheritanceClause
            made.semantic.whereSyntax = header.genericWhereClause
            made.semantic.members = .chunk(chunk)
            chunkExtensions[ObjectIdentifier(chunk)] = made
            nominal.semantic.extensions.append(made)
        }
    }

    /// A chunk's members with a name.
    func members(of chunk: LibraryChunk, named name: String, context: DeclarationContext) -> [Declaration] {
        guard let indices = chunk.memberIndex[name] else { return [] }
        return indices.flatMap { member(of: chunk, $0, context: context) }.filter { $0.name == name }
    }

    func member(of chunk: LibraryChunk, _ index: Int, context: DeclarationContext) -> [Declaration] {
        if let made = chunkMembers[ObjectIdentifier(chunk)]?[index] { return made }
        chunkMembers[ObjectIdentifier(chunk), default: [:]][index] = []
        let builder = DeclarationBuilder(world: self, file: chunk.source, context: context)
        var result: [Declaration] = []
        for item in chunk.parsedMember(index) {
            if item.decl.is(EnumCaseDeclSyntax.self) { continue }
            result += builder.build(item.decl)
        }
        chunkMembers[ObjectIdentifier(chunk)]?[index] = result
        return result
    }

    /// Every operator function of that name that the library declares, at top level or in types.
    func libraryOperators(_ name: String) -> [FunctionDeclaration] {
        if let known = libraryOperatorCache[name] { return known }
        let found = findLibraryOperators(name)
        libraryOperatorCache[name] = found
        return found
    }

    private func findLibraryOperators(_ name: String) -> [FunctionDeclaration] {
        var result: [FunctionDeclaration] = libraryDeclarations(named: name).compactMap { $0 as? FunctionDeclaration }
        for chunk in index.operatorOwners[name] ?? [] {
            let owner: NominalDeclaration? =
                chunk.kind == .type ? known(chunk.name) : libraryNominal(qualified: chunk.name)
            guard let owner else { continue }
            result += owner.declaredMembers(named: name).compactMap { $0 as? FunctionDeclaration }
        }
        var seen: Set<ObjectIdentifier> = []
        return result.filter { seen.insert(ObjectIdentifier($0)).inserted }
    }

    func libraryNominal(qualified name: String) -> NominalDeclaration? {
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, var current = known(first) else { return nil }
        for part in parts.dropFirst() {
            guard let next = current.declaredMembers(named: part).first as? NominalDeclaration else { return nil }
            current = next
        }
        return current
    }

    /// Operators that interface text declares, added to the table when the first program is folded.
    func loadOperators() {
        for text in index.operatorDeclarations[didLoadOperators...] {
            let tree = Parser.parse(source: text)
            _ = operators.add(tree)
        }
        didLoadOperators = index.operatorDeclarations.count
    }
}

/// The outermost context: the library's, or that of all steps.
final class RootContext: DeclarationContext {
    let libraryRoot: Bool
    /// Top-level names of the steps; the library's are loaded as they are looked up.
    var names: [String: [Declaration]] = [:]

    init(world: World, isLibrary: Bool) {
        libraryRoot = isLibrary
        super.init(parent: nil, world: world)
    }

    override var isLibrary: Bool { libraryRoot }
}

/// Collects diagnostics; a place is reported once.
struct DiagnosticSink {
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    var hasErrors: Bool { errors > 0 }

    private(set) var errors = 0

    mutating func add(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        diagnostics.append(diagnostic)
        if diagnostic.isError { errors += 1 }
    }

    mutating func removeAll(_ condition: (Diagnostic) -> Bool) {
        diagnostics.removeAll(where: condition)
    }

    mutating func add(_ more: [Diagnostic]) {
        for diagnostic in more { add(diagnostic) }
    }
}

/// The global names that a step uses.
struct NameUsage {
    var reads: Set<String> = []
    var writes: Set<String> = []
}

/// Names inside a function's body, statement or closure.
final class Scope: DeclarationContext {
    private var names: [String: [Declaration]] = [:]
    /// Names that are declared further down in the same braces, with their places.
    var later: [String: SourceRange] = [:]
    let body: CodeBody
    var isClosure = false

    /// Whether it stands in a closure, as far as the function around it goes.
    var isInsideClosure: Bool {
        if isClosure { return true }
        return (parent as? Scope)?.isInsideClosure ?? false
    }

    /// The place further down where a name is declared.
    func laterDeclaration(_ name: String) -> SourceRange? {
        later[name] ?? (parent as? Scope)?.laterDeclaration(name)
    }

    init(parent: DeclarationContext, body: CodeBody) {
        self.body = body
        super.init(parent: parent, world: parent.world)
        parent.world.retain(self)
    }

    override var selfNominal: NominalDeclaration? { nil }
    override var signature: GenericSignature { parent?.signature ?? .none }

    func add(_ declaration: Declaration) {
        names[declaration.name, default: []].append(declaration)
        later[declaration.name] = nil
    }

    func local(_ name: String) -> [Declaration] { names[name] ?? [] }
    var allNames: [String] { Array(names.keys) }
    var allDeclarations: [Declaration] { names.values.flatMap { $0 } }
}
