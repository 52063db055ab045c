/// One concrete version of a function, compiled when it is first called.
///
/// Parameters in the frame: `self` of an instance member first (for an initializer of a class, too), then the declared
/// ones; after them the captures' address, for a local function.
final class FunctionCode {
    let declaration: FunctionDeclaration
    let substitutions: Substitutions
    /// What `self` is in a static member of a class.
    let selfClass: RuntimeType?
    let cell: EntryCell
    unowned let compiler: Compiler
    /// The representation of what the code gives; `ref` for `Void`.
    let result: Representation
    /// What the code gives: for a failable initializer the optional; for an initializer of a class nothing
    /// (or, if failable, 1 or 0).
    let resultType: RuntimeType
    let hasSelf: Bool
    let isVoid: Bool
    private(set) lazy var name: String = {
        let own = declaration.kind == .initializer ? "init" : declaration.accessorOf?.name ?? declaration.name
        let base = declaration.context.selfNominal.map { $0.name + "." + own } ?? own
        return declaration.kind == .deinitializer ? (declaration.context.selfNominal?.name ?? "") + ".deinit" : base
    }()

    init(
        _ declaration: FunctionDeclaration, _ substitutions: Substitutions, _ compiler: Compiler, selfClass: RuntimeType? = nil
    ) {
        self.selfClass = selfClass
        self.declaration = declaration
        self.substitutions = substitutions
        self.compiler = compiler
        let nominal = declaration.context.selfNominal
        let isClassInitializer = declaration.kind == .initializer && nominal?.kind == .class
        hasSelf = isClassInitializer
            || !declaration.isLocal && nominal != nil && !declaration.isStatic && declaration.kind != .initializer
        if isClassInitializer {
            resultType = declaration.isFailable ? compiler.boolType : compiler.voidType
        } else if declaration.kind == .initializer && declaration.isFailable {
            resultType = compiler.runtimeType(compiler.optional(substitutions.apply(declaration.resultType)))
        } else {
            resultType = compiler.runtimeType(substitutions.apply(declaration.resultType))
        }
        result = resultType.representation
        isVoid = resultType.type.isVoid
        cell = .allocate(capacity: 1)
        let placeholder = Unmanaged.passRetained(Entry(size: 0, .void { _ in }))
        cell.initialize(to: placeholder)
        let state = compiler.machine
        let stub: Code =
            switch result {
            case .int: .int { [unowned self] frame in
                let entry = try compile()
                try state.enter(frame, entry.size)
                return try entry.int(frame)
            }
            case .double: .double { [unowned self] frame in
                let entry = try compile()
                try state.enter(frame, entry.size)
                return try entry.double(frame)
            }
            case .ref: .ref { [unowned self] frame in
                let entry = try compile()
                try state.enter(frame, entry.size)
                return try entry.ref(frame)
            }
            }
        placeholder.release()
        cell.pointee = .passRetained(Entry(size: 0, stub))
    }

    private var isCompiled = false

    /// Compiles the body, once.
    @discardableResult
    func compile() throws -> Entry {
        if !isCompiled {
            isCompiled = true
            let depth = substitutions.map.values.map(\.depth).max() ?? 0
            if depth > 64 {
                throw Trap("the generic arguments of '\(name)' nest without end", at: declaration.range)
            }
            let entry = try FunctionCompiler.entry(for: self)
            // The stub may be running: it is kept until the program ends.
            cell.pointee = .passRetained(entry)
        }
        return cell.pointee.takeUnretainedValue()
    }
}

extension Type {
    /// How deep generic arguments nest.
    var depth: Int {
        switch self {
        case .nominal(_, let arguments): 1 + (arguments.map(\.depth).max() ?? 0)
        case .tuple(let elements): 1 + (elements.map(\.type.depth).max() ?? 0)
        case .function(let function): 1 + max(function.result.depth, function.parameters.map(\.type.depth).max() ?? 0)
        case .metatype(let type): 1 + type.depth
        default: 1
        }
    }
}
