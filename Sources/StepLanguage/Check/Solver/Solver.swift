/// A type that is still to be found.
final class TypeVariable: Hashable {
    let id: Int
    fileprivate(set) var binding: Type?
    fileprivate(set) var watchers: [Constraint] = []
    /// The literal whose type it is.
    let literal: LiteralKind?
    /// The closure whose type it is.
    unowned(unsafe) var closure: ClosureNode?
    /// The generic parameter it stands for.
    var parameter: GenericParameter?
    /// Its not being found is a mistake although nothing speaks of it.
    var isNeeded = false
    /// Where its not being found is reported.
    var range: SourceRange?

    init(id: Int, literal: LiteralKind?) {
        self.id = id
        self.literal = literal
    }

    static func == (a: TypeVariable, b: TypeVariable) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

enum LiteralKind {
    case integer, float, string, character, interpolation, boolean, `nil`, array, dictionary

    var protocolName: String {
        switch self {
        case .integer: "ExpressibleByIntegerLiteral"
        case .float: "ExpressibleByFloatLiteral"
        case .string: "ExpressibleByStringLiteral"
        case .character: "ExpressibleByUnicodeScalarLiteral"
        case .interpolation: "ExpressibleByStringInterpolation"
        case .boolean: "ExpressibleByBooleanLiteral"
        case .nil: "ExpressibleByNilLiteral"
        case .array: "ExpressibleByArrayLiteral"
        case .dictionary: "ExpressibleByDictionaryLiteral"
        }
    }
}

enum Relation {
    case equal
    /// A value of the first type where one of the second is expected.
    case conversion
}

/// What is known of types that are not all found yet.
final class Constraint {
    enum Kind {
        case relation(Type, Type, Relation)
        case conforms(Type, NominalDeclaration)
        /// The literal's type, once found, takes such a literal.
        case literal(TypeVariable, LiteralKind)
        case member(MemberNode)
        /// One of several declarations.
        case choice(ChoiceNode)
        case apply(CallNode)
        /// The third is the associated type of the first.
        case associated(Type, AssociatedTypeDeclaration, Type)
        /// The first is an optional of the second.
        case payload(Type, Type, Node)
        /// The second is what an optional chain makes of the first.
        case chain(Type, Type)
        /// A closure of several statements, whose parameters have to be known before it can be looked at.
        case closureBody(ClosureNode)
        case closure(ClosureNode)
        case arrayLiteral(ArrayLiteralNode)
        case dictionaryLiteral(DictionaryLiteralNode)
        case keyPath(KeyPathNode)
        case isClass(Type)
        /// `a ?? b` before it is known whether `b` is an optional.
        case coalesce(ShortCircuitNode, payload: Type, result: Type)
    }

    let kind: Kind
    let locator: Locator
    fileprivate(set) var isActive = true
    fileprivate var isQueued = false

    init(_ kind: Kind, _ locator: Locator) {
        self.kind = kind
        self.locator = locator
    }
}

/// What part of an expression a constraint comes from: tells how its failure is worded.
struct Locator {
    enum Kind {
        case argument(CallNode, index: Int)
        case operand(OperatorNode)
        case contextual(ContextPurpose)
        case generic(Node, GenericParameter?)
        case element
        case dictionaryKey
        case dictionaryValue
        case closureResult(ClosureNode)
        case branches(then: Node, else: Node)
        case assignment
        case coercion(Type)
        case member(Node)
        case literal
        case argumentOfCoalesce(Node)
        case operandOf(String)
        case other
    }

    var kind: Kind
    var range: SourceRange
    var node: Node?
}

/// What the expected type of an expression is for.
enum ContextPurpose {
    case initialization, assignment, returned, condition, sequence, defaultArgument, thrown, subject, yielded
    case none
}

/// Lexicographic, most weighty first; less is better.
struct Score: Comparable {
    var disfavored = 0
    var userConversion = 0
    var functionConversion = 0
    var nonDefaultLiteral = 0
    var collectionUpcast = 0
    var valueToOptional = 0
    var existential = 0
    var unapplied = 0

    static func < (a: Score, b: Score) -> Bool {
        if a.disfavored != b.disfavored { return a.disfavored < b.disfavored }
        if a.userConversion != b.userConversion { return a.userConversion < b.userConversion }
        if a.functionConversion != b.functionConversion { return a.functionConversion < b.functionConversion }
        if a.nonDefaultLiteral != b.nonDefaultLiteral { return a.nonDefaultLiteral < b.nonDefaultLiteral }
        if a.collectionUpcast != b.collectionUpcast { return a.collectionUpcast < b.collectionUpcast }
        if a.valueToOptional != b.valueToOptional { return a.valueToOptional < b.valueToOptional }
        if a.existential != b.existential { return a.existential < b.existential }
        return a.unapplied < b.unapplied
    }
}

/// Why a system has no solution.
struct Failure {
    enum Reason {
        case mismatch(Type, Type)
        case nonconforming(Type, NominalDeclaration)
        case noMember(MemberNode, Type)
        case noChoice(ChoiceNode)
        case notOptional(Type, Node)
        case arguments(CallNode, ArgumentMismatch, ChoiceNode?)
        case notCallable(CallNode, Type)
        case literal(Type, LiteralKind)
        case unresolved(TypeVariable)
        case closureArity(ClosureNode, FunctionType)
        case closureBody(ClosureNode)
        case ambiguous(ChoiceNode?)
        case tooComplex
        /// Already reported where it was found.
        case silent
    }

    var reason: Reason
    var locator: Locator
    var depth: Int
}

/// Finds the types of an expression: variables, what relates them, and a search among overloads.
final class Solver {
    let world: World
    unowned let generator: ExpressionGenerator
    private(set) var variables: [TypeVariable] = []
    private(set) var constraints: [Constraint] = []
    private var worklist: [Constraint] = []
    private var trail: [Undo] = []
    var score = Score()
    private(set) var failure: Failure?
    private(set) var failures: [Failure] = []
    var depth = 0
    private var steps = 0
    private var solutions: [Solution] = []
    private var associated: [TypeVariable: [(AssociatedTypeDeclaration, Type)]] = [:]
    var isTooComplex = false
    /// Nodes that others point at without owning them.
    var kept: [Node] = []
    /// Nodes that had to choose, in the order of their making.
    var choiceNodes: [ChoiceNode] = []
    /// Nodes that found out something else: an opened closure, a key path's members, an implied `init`.
    var deciding: [Node] = []

    private enum Undo {
        case binding(TypeVariable)
        case watcher(TypeVariable)
        case solved(Constraint)
        case action(() -> Void)
    }

    struct Mark {
        var trail: Int
        var constraints: Int
        var variables: Int
        var choices: Int
        var deciding: Int
        var pending: Int
        var score: Score
    }

    struct Solution {
        var bindings: [(TypeVariable, Type)]
        var choices: [(ChoiceNode, Chosen)]
        /// What else nodes found out on the way, to be put in force again.
        var decisions: [() -> Void]
        /// The nodes that they are of.
        var nodes: [Node]
        var score: Score
    }

    init(world: World, generator: ExpressionGenerator) {
        self.world = world
        self.generator = generator
    }

    // MARK: Variables

    func fresh(_ range: SourceRange? = nil, literal: LiteralKind? = nil) -> TypeVariable {
        let variable = TypeVariable(id: variables.count, literal: literal)
        variable.range = range
        variables.append(variable)
        return variable
    }

    func freshType(_ range: SourceRange? = nil) -> Type { .variable(fresh(range)) }

    /// A type that has to be found, even where nothing speaks of it.
    func neededType(_ range: SourceRange) -> Type {
        let variable = fresh(range)
        variable.isNeeded = true
        return .variable(variable)
    }

    /// What a variable stands for, as far as its outermost part is known.
    func resolve(_ type: Type) -> Type {
        var current = type
        while case .variable(let variable) = current, let next = variable.binding { current = next }
        return current
    }

    /// All of a type with found variables replaced.
    func simplify(_ type: Type) -> Type {
        switch type {
        case .variable, .nominal, .function, .tuple, .metatype, .member, .existential, .opaque, .inout, .lvalue:
            if !type.hasVariables { return type }
            return type.transformed { part in
                if case .variable(let variable) = part {
                    guard variable.binding != nil else { return part }
                    let next = resolve(part)
                    if case .variable = next { return next }
                    return simplify(next)
                }
                return nil
            }
        default: return type
        }
    }

    func isFree(_ type: Type) -> Bool {
        if case .variable = resolve(type) { return true }
        return false
    }

    private func bind(_ variable: TypeVariable, _ type: Type, _ locator: Locator) -> Bool {
        // A variable that carries a literal or a closure keeps its say.
        if case .variable(let other) = type, other === variable { return true }
        let full = simplify(type)
        if full.contains({ $0 == .variable(variable) }) {
            if case .variable = full { return true }
            return false
        }
        if case .variable(let other) = full, variable.literal != nil || variable.closure != nil,
            other.literal == nil && other.closure == nil
        {
            return bind(other, .variable(variable), locator)
        }
        variable.binding = full
        trail.append(.binding(variable))
        if case .variable(let other) = full {
            for constraint in variable.watchers where constraint.isActive { watch(constraint, other) }
        }
        for constraint in variable.watchers where constraint.isActive && !constraint.isQueued {
            constraint.isQueued = true
            worklist.append(constraint)
        }
        if let closure = variable.closure, case .function = full { _ = closure }
        return true
    }

    private func watch(_ constraint: Constraint, _ variable: TypeVariable) {
        if variable.watchers.last === constraint { return }
        variable.watchers.append(constraint)
        trail.append(.watcher(variable))
    }

    // MARK: Constraints

    /// Adds a constraint and looks at it at once; false when it cannot hold.
    @discardableResult
    func add(_ kind: Constraint.Kind, _ locator: Locator) -> Bool {
        let constraint = Constraint(kind, locator)
        constraints.append(constraint)
        return attempt(constraint)
    }

    enum Outcome { case solved, failed, open([Type]) }

    /// What a free variable has to convert to, where a constraint says so.
    func upperBound(_ type: Type) -> Type? {
        var current = resolve(type)
        for _ in 0..<6 {
            guard case .variable(let variable) = current else { return current }
            var next: Type?
            for constraint in variable.watchers where constraint.isActive {
                guard case .relation(let a, let b, .conversion) = constraint.kind, resolve(a) == current else { continue }
                let other = resolve(b)
                if case .variable = other {
                    next = next ?? other
                } else {
                    return other
                }
            }
            guard let next else { return nil }
            current = next
        }
        return nil
    }

    func close(_ constraint: Constraint) {
        constraint.isActive = false
        trail.append(.solved(constraint))
    }

    func assign(_ variable: TypeVariable, _ type: Type, _ locator: Locator) -> Bool { bind(variable, type, locator) }

    private func attempt(_ constraint: Constraint) -> Bool {
        switch step(constraint) {
        case .solved:
            constraint.isActive = false
            trail.append(.solved(constraint))
            return true
        case .failed:
            constraint.isActive = false
            trail.append(.solved(constraint))
            return false
        case .open(let types):
            for type in types {
                watchVariables(type, constraint)
            }
            if case .relation(let a, _, _) = constraint.kind, case .variable(let variable) = resolve(a) {
                wakeContextual(variable)
            }
            return true
        }
    }

    /// What waits for something to be expected of a variable looks again.
    private func wakeContextual(_ variable: TypeVariable) {
        for watcher in variable.watchers where watcher.isActive && !watcher.isQueued {
            switch watcher.kind {
            case .member(let node) where node.base == nil: break
            case .keyPath, .choice: break
            default: continue
            }
            watcher.isQueued = true
            worklist.append(watcher)
        }
    }

    private func watchVariables(_ type: Type, _ constraint: Constraint) {
        _ = simplify(type).contains {
            if case .variable(let variable) = $0 { watch(constraint, variable) }
            return false
        }
    }

    func record(_ reason: Failure.Reason, _ locator: Locator) {
        let found = Failure(reason: reason, locator: locator, depth: depth)
        failures.append(found)
        if failures.count > 200 { failures.removeFirst(100) }
        if let failure, failure.depth >= found.depth { return }
        failure = found
    }

    func onUndo(_ action: @escaping () -> Void) { trail.append(.action(action)) }

    /// Looks again at constraints whose variables were found; false when one cannot hold.
    func propagate() -> Bool {
        while let constraint = worklist.popLast() {
            constraint.isQueued = false
            guard constraint.isActive else { continue }
            steps += 1
            if !attempt(constraint) {
                for rest in worklist { rest.isQueued = false }
                worklist.removeAll()
                return false
            }
        }
        return true
    }

    private func step(_ constraint: Constraint) -> Outcome {
        let locator = constraint.locator
        switch constraint.kind {
        case .relation(let a, let b, let relation):
            let left = resolve(a)
            let right = resolve(b)
            if case .variable(let x) = left, case .variable(let y) = right, relation == .conversion, x !== y {
                return .open([left, right])
            }
            switch relate(left, right, relation, locator) {
            case .yes: return .solved
            case .no:
                // A `T!` is unwrapped where only a `T` will do.
                if relation == .conversion, let node = locator.node, node.isImplicitlyUnwrapped,
                    let payload = left.optionalPayload, relate(payload, right, relation, locator) != .no
                {
                    return .solved
                }
                record(.mismatch(simplify(a), simplify(b)), locator)
                return .failed
            case .later: return .open([left, right])
            }
        case .conforms(let type, let proto):
            let type = resolve(type)
            switch type {
            case .variable: return .open([type])
            case .nominal(let declaration, let arguments):
                if !type.hasVariables {
                    if world.conforms(type, to: proto) { return .solved }
                    if proto.name == "Hashable" || proto.name == "Sendable", simplify(type).hasError { return .solved }
                    record(.nonconforming(type, proto), locator)
                    return .failed
                }
                guard let (conformance, level) = world.findConformance(declaration, arguments, proto) else {
                    record(.nonconforming(simplify(type), proto), locator)
                    return .failed
                }
                let substitutions = conformance.nominal.substitutions(level)
                for condition in conformance.conditions where !require(condition, substitutions, locator) {
                    return .failed
                }
                return .solved
            default:
                if world.conforms(simplify(type), to: proto) { return .solved }
                record(.nonconforming(simplify(type), proto), locator)
                return .failed
            }
        case .isClass(let type):
            let type = resolve(type)
            switch type {
            case .variable: return .open([type])
            case .parameter, .member: return world.isClassBound(type) ? .solved : .failed
            default: return type.isClass || type.isError ? .solved : .failed
            }
        case .literal(let variable, let kind):
            let type = resolve(.variable(variable))
            if case .variable = type { return .open([type]) }
            return acceptsLiteral(type, kind) ? .solved : failLiteral(type, kind, locator)
        case .member(let node): return stepMember(node, locator)
        case .choice(let node):
            switch node.narrow(self) {
            case .decided: return .solved
            case .impossible:
                record(.noChoice(node), locator)
                return .failed
            case .failed: return .failed
            case .open: return .open(node.watchedTypes)
            }
        case .apply(let call):
            switch call.applyCallee(self) {
            case .decided: return .solved
            case .failed, .impossible: return .failed
            case .open: return .open([call.calleeType])
            }
        case .associated(let base, let associated, let result):
            let base = resolve(base)
            if case .variable = base { return .open([base]) }
            let type = associatedType(base, associated, locator)
            if type.isError {
                record(.nonconforming(simplify(base), associated.owner), locator)
                return .failed
            }
            return relate(type, result, .equal, locator) == .no
                ? failMismatch(result, type, locator) : .solved
        case .payload(let optional, let payload, let node):
            let type = resolve(optional)
            if case .variable = type { return .open([type]) }
            if type.isError { return unify(payload, .error, locator) ? .solved : .failed }
            guard let inner = type.optionalPayload else {
                record(.notOptional(simplify(type), node), locator)
                return .failed
            }
            return unify(payload, inner, locator) ? .solved : .failed
        case .chain(let inner, let result):
            let type = resolve(inner)
            if case .variable = type { return .open([type]) }
            let made = type.isOptional || type.isError ? type : world.optional(type)
            return unify(result, made, locator) ? .solved : .failed
        case .coalesce(let node, let payload, let result):
            let right = resolve(node.right.type)
            if case .variable = right { return .open([right]) }
            let target = right.isOptional ? world.optional(payload) : payload
            guard convert(node.right.type, to: target, locator), unify(result, target, locator) else { return .failed }
            return .solved
        case .closure(let node):
            if case .function = resolve(node.type) { return .solved }
            return .open([node.type])
        case .closureBody(let node):
            return .open(node.opened.map { $0.parameterTypes + [$0.result] } ?? [node.type])
        case .arrayLiteral(let node):
            let type = resolve(node.type)
            if case .variable = type { return .open([type]) }
            return node.take(type, self) ? .solved : failLiteral(type, .array, locator)
        case .dictionaryLiteral(let node):
            let type = resolve(node.type)
            if case .variable = type { return .open([type]) }
            return node.take(type, self) ? .solved : failLiteral(type, .dictionary, locator)
        case .keyPath(let node):
            switch node.advance(self) {
            case .decided: return .solved
            case .failed, .impossible: return .failed
            case .open: return .open([node.rootType, node.type])
            }
        }
    }

    private func failLiteral(_ type: Type, _ kind: LiteralKind, _ locator: Locator) -> Outcome {
        record(.literal(simplify(type), kind), locator)
        return .failed
    }

    private func failMismatch(_ a: Type, _ b: Type, _ locator: Locator) -> Outcome {
        record(.mismatch(simplify(a), simplify(b)), locator)
        return .failed
    }

    /// An associated type of a type whose head is known; its arguments may still be variables.
    func associatedType(_ base: Type, _ declaration: AssociatedTypeDeclaration, _ locator: Locator? = nil) -> Type {
        let base = simplify(base)
        guard base.hasVariables, case .nominal(let nominal, let arguments) = base else {
            return base.associatedType(declaration)
        }
        guard let (type, substitutions) = world.associatedType(declaration, of: nominal, arguments) else { return .error }
        return open(type, substitutions, locator ?? Locator(kind: .other, range: generator.rootRange))
    }

    func acceptsLiteral(_ type: Type, _ kind: LiteralKind) -> Bool {
        switch type {
        case .error: return true
        case .nominal(let declaration, _):
            if declaration.isLibrary {
                switch (kind, declaration.name) {
                case (.integer, "Int"), (.integer, "Double"), (.float, "Double"), (.string, "String"),
                    (.boolean, "Bool"), (.interpolation, "String"), (.nil, "Optional"), (.array, "Array"):
                    return true
                default: break
                }
            }
        default: break
        }
        let names: [String]
        switch kind {
        case .string:
            names = ["ExpressibleByStringLiteral"]
        case .character:
            names = [
                "ExpressibleByStringLiteral", "ExpressibleByExtendedGraphemeClusterLiteral",
                "ExpressibleByUnicodeScalarLiteral",
            ]
        case .interpolation:
            names = ["ExpressibleByStringInterpolation"]
        default: names = [kind.protocolName]
        }
        for name in names {
            if let proto = world.known(name), world.conforms(type, to: proto) {
                if type == .existential(ExistentialType(protocols: [proto])) { return false }
                return true
            }
        }
        return false
    }

    /// A type's own idea of what a literal of a kind is without more said.
    func defaultType(_ kind: LiteralKind) -> Type? {
        switch kind {
        case .integer: return world.intType
        case .float: return world.doubleType
        case .string, .interpolation, .character: return world.stringType
        case .boolean: return world.boolType
        case .nil, .array, .dictionary: return nil
        }
    }

    // MARK: Requirements

    /// A generic declaration's requirement with its parameters opened.
    func require(_ requirement: Requirement, _ substitutions: Substitutions, _ locator: Locator) -> Bool {
        switch requirement {
        case .conforms(let subject, let proto):
            return add(.conforms(open(subject, substitutions, locator), proto), locator)
        case .same(let left, let right):
            return unify(open(left, substitutions, locator), open(right, substitutions, locator), locator)
        case .superclass(let subject, let superclass):
            return add(
                .relation(open(subject, substitutions, locator), open(superclass, substitutions, locator), .conversion),
                locator)
        case .isClass(let subject): return add(.isClass(open(subject, substitutions, locator)), locator)
        }
    }

    /// A declaration's type with its parameters replaced; members of variables become variables.
    func open(_ type: Type, _ substitutions: Substitutions, _ locator: Locator) -> Type {
        if substitutions.isEmpty || !type.hasParameters { return type }
        return type.transformed { part in
            switch part {
            case .parameter(let parameter): return substitutions[parameter] ?? part
            case .member(let base, let declaration):
                let newBase = resolve(open(base, substitutions, locator))
                if newBase == base { return world.reduce(part) }
                return memberType(newBase, declaration, locator)
            case .nominal(_, let arguments) where arguments.isEmpty: return part
            default: return nil
            }
        }
    }

    private func memberType(_ base: Type, _ declaration: AssociatedTypeDeclaration, _ locator: Locator) -> Type {
        guard case .variable(let variable) = base else { return associatedType(base, declaration, locator) }
        if let known = associated[variable]?.first(where: { $0.0 == declaration }) { return known.1 }
        let result = freshType(locator.range)
        associated[variable, default: []].append((declaration, result))
        onUndo { [unowned self] in
            associated[variable]?.removeLast()
        }
        _ = add(.associated(base, declaration, result), locator)
        return result
    }

    @discardableResult
    func unify(_ a: Type, _ b: Type, _ locator: Locator) -> Bool {
        switch relate(resolve(a), resolve(b), .equal, locator) {
        case .no:
            record(.mismatch(simplify(a), simplify(b)), locator)
            return false
        default: return true
        }
    }

    @discardableResult
    func convert(_ a: Type, to b: Type, _ locator: Locator) -> Bool {
        add(.relation(a, b, .conversion), locator)
    }

    // MARK: Relations

    enum Answer { case yes, no, later }

    private func all(_ pairs: [(Type, Type)], _ relation: Relation, _ locator: Locator) -> Answer {
        for (a, b) in pairs {
            switch relate(a, b, relation, locator) {
            case .yes: continue
            case .no: return .no
            case .later:
                // The parts go their own way.
                let constraint = Constraint(.relation(a, b, relation), locator)
                constraints.append(constraint)
                watchVariables(a, constraint)
                watchVariables(b, constraint)
            }
        }
        return .yes
    }

    private func optionalDepth(_ type: Type) -> Int {
        var depth = 0
        var current = resolve(type)
        while let payload = current.optionalPayload {
            depth += 1
            current = resolve(payload)
        }
        return depth
    }

    /// A type parameter as the same-type requirements in force spell it.
    private func spelling(_ type: Type) -> Type {
        let type = resolve(type)
        switch type {
        case .parameter, .member: return world.reduce(type)
        default: return type
        }
    }

    func relate(_ a: Type, _ b: Type, _ relation: Relation, _ locator: Locator) -> Answer {
        let a = spelling(a)
        let b = spelling(b)
        switch (a, b) {
        case (.error, _), (_, .error): return .yes
        case (.variable(let x), .variable(let y)):
            if x === y { return .yes }
            if relation == .conversion { return .later }
            if x.closure != nil, y.literal != nil || y.closure != nil { return .later }
            return bind(x, b, locator) ? .yes : .no
        case (.variable(let x), _):
            if let closure = x.closure {
                if case .function(let function) = b {
                    if closure.waitsForTuple(function, self) { return .later }
                    return closure.open(function, self, locator) ? .yes : .no
                }
                if let payload = b.optionalPayload {
                    if relation == .equal { return .no }
                    score.valueToOptional += 1
                    return relate(a, payload, relation, locator)
                }
                if case .existential = b { return .later }
                return .no
            }
            if relation == .equal { return bind(x, b, locator) ? .yes : .no }
            if let literal = x.literal { return relateLiteral(x, literal, b, locator) }
            return .later
        case (_, .variable(let y)):
            if relation == .equal {
                if let closure = y.closure, case .function(let function) = a {
                    if closure.waitsForTuple(function, self) { return .later }
                    return closure.open(function, self, locator) ? .yes : .no
                }
                return bind(y, a, locator) ? .yes : .no
            }
            return .later
        default: break
        }
        if relation == .equal { return relateEqual(a, b, locator) }
        return relateConversion(a, b, locator)
    }

    /// A literal's variable where a known type is expected.
    private func relateLiteral(
        _ variable: TypeVariable, _ kind: LiteralKind, _ target: Type, _ locator: Locator
    ) -> Answer {
        switch target {
        case .nominal(let declaration, _):
            if acceptsLiteral(target, kind) {
                if let usual = defaultType(kind), usual != target { score.nonDefaultLiteral += 1 }
                return bind(variable, target, locator) ? .yes : .no
            }
            if declaration.isOptional, kind != .nil, let payload = target.optionalPayload {
                score.valueToOptional += 1
                return relate(.variable(variable), payload, .conversion, locator)
            }
            if declaration.name == "AnyHashable" { return .later }
            return .no
        case .existential: return .later
        case .parameter, .member, .opaque:
            if acceptsLiteral(target, kind) { return bind(variable, target, locator) ? .yes : .no }
            return .no
        default: return .no
        }
    }

    private func relateEqual(_ a: Type, _ b: Type, _ locator: Locator) -> Answer {
        switch (a, b) {
        case (.nominal(let x, let left), .nominal(let y, let right)):
            guard x === y else { return .no }
            return all(Array(zip(left, right)), .equal, locator)
        case (.tuple(let left), .tuple(let right)):
            guard left.count == right.count else { return .no }
            for (x, y) in zip(left, right) where x.label != y.label { return .no }
            return all(zip(left, right).map { ($0.type, $1.type) }, .equal, locator)
        case (.function(let left), .function(let right)):
            guard left.parameters.count == right.parameters.count, left.isThrowing == right.isThrowing else { return .no }
            for (x, y) in zip(left.parameters, right.parameters) where x.isInout != y.isInout { return .no }
            return all(
                zip(left.parameters, right.parameters).map { ($0.type, $1.type) } + [(left.result, right.result)],
                .equal, locator)
        case (.metatype(let left), .metatype(let right)): return all([(left, right)], .equal, locator)
        case (.existential(let left), .existential(let right)):
            if a == b { return .yes }
            guard left.protocols == right.protocols, left.isAnyObject == right.isAnyObject,
                left.arguments.count == right.arguments.count
            else { return .no }
            var pairs: [(Type, Type)] = []
            for (key, type) in left.arguments {
                guard let other = right.arguments[key] else { return .no }
                pairs.append((type, other))
            }
            return all(pairs, .equal, locator)
        default: return a == b || simplify(a) == simplify(b) ? .yes : .no
        }
    }

    private func relateConversion(_ a: Type, _ b: Type, _ locator: Locator) -> Answer {
        // To an optional: payload to payload, or the value wrapped.
        if let target = b.optionalPayload {
            if let source = a.optionalPayload {
                let targetInner = resolve(target)
                if optionalDepth(b) > optionalDepth(a), !isFree(targetInner) {
                    score.valueToOptional += 1
                    return all([(a, target)], .conversion, locator)
                }
                return all([(source, target)], .conversion, locator)
            }
            score.valueToOptional += 1
            return all([(a, target)], .conversion, locator)
        }
        switch b {
        case .existential(let existential):
            return relateExistential(a, existential, b, locator)
        case .nominal(let target, let targetArguments):
            switch a {
            case .nominal(let source, let sourceArguments):
                if source === target {
                    if sourceArguments.isEmpty { return .yes }
                    if source.isLibrary, ["Array", "Set", "Dictionary"].contains(source.name) {
                        if simplify(a) != simplify(b), !a.hasVariables, !b.hasVariables { score.collectionUpcast += 1 }
                        return all(Array(zip(sourceArguments, targetArguments)), .conversion, locator)
                    }
                    return all(Array(zip(sourceArguments, targetArguments)), .equal, locator)
                }
                if target.kind == .class, source.kind == .class,
                    let level = world.superclass(of: a, declaration: target)
                {
                    return all(Array(zip(level.arguments, targetArguments)), .equal, locator)
                }
                if target.name == "AnyHashable", target.isLibrary { return toAnyHashable(a, locator) }
                return relateKeyPaths(source, sourceArguments, target, targetArguments, locator)
            case .existential, .parameter, .member:
                if target.kind == .class, let level = world.superclass(of: a, declaration: target) {
                    return all(Array(zip(level.arguments, targetArguments)), .equal, locator)
                }
                if target.name == "AnyHashable", target.isLibrary { return toAnyHashable(a, locator) }
                return .no
            default: return .no
            }
        case .tuple(let right):
            guard case .tuple(let left) = a, left.count == right.count else { return .no }
            for (x, y) in zip(left, right) where x.label != nil && y.label != nil && x.label != y.label { return .no }
            return all(zip(left, right).map { ($0.type, $1.type) }, .conversion, locator)
        case .function(let right):
            if case .nominal(let source, let arguments) = a, arguments.count == 2, source.name.hasSuffix("KeyPath"),
                right.parameters.count == 1
            {
                _ = arguments
                return .no
            }
            guard case .function(let left) = a else { return .no }
            if left.parameters.count > 1, right.parameters.count == 1, !left.isThrowing || right.isThrowing,
                case .tuple(let elements) = resolve(right.parameters[0].type), elements.count == left.parameters.count
            {
                score.functionConversion += 1
                return all(
                    zip(left.parameters, elements).map { ($1.type, $0.type) } + [(left.result, right.result)], .conversion,
                    locator)
            }
            guard left.parameters.count == right.parameters.count else { return .no }
            if left.isThrowing && !right.isThrowing { return .no }
            if left.isThrowing != right.isThrowing { score.functionConversion += 1 }
            for (x, y) in zip(left.parameters, right.parameters) where x.isInout != y.isInout { return .no }
            var answer = all(
                zip(left.parameters, right.parameters).map { mine, theirs in (theirs.type, mine.type) }, .conversion,
                locator)
            if answer == .no { return .no }
            answer = all([(left.result, right.result)], .conversion, locator)
            return answer
        case .metatype(let right):
            guard case .metatype(let left) = a else { return .no }
            let leftType = resolve(left)
            let rightType = resolve(right)
            if case .existential(let existential) = rightType, !leftType.isExistential {
                return relateExistential(leftType, existential, rightType, locator)
            }
            if leftType.isClass, rightType.isClass { return all([(left, right)], .conversion, locator) }
            return all([(left, right)], .equal, locator)
        default:
            return simplify(a) == simplify(b) ? .yes : .no
        }
    }

    private func relateKeyPaths(
        _ source: NominalDeclaration, _ sourceArguments: [Type], _ target: NominalDeclaration,
        _ targetArguments: [Type], _ locator: Locator
    ) -> Answer { .no }

    private func toAnyHashable(_ a: Type, _ locator: Locator) -> Answer {
        guard let hashable = world.known("Hashable") else { return .no }
        score.userConversion += 1
        return add(.conforms(a, hashable), locator) ? .yes : .no
    }

    private func relateExistential(
        _ a: Type, _ existential: ExistentialType, _ b: Type, _ locator: Locator
    ) -> Answer {
        if a == b { return .yes }
        if case .metatype = a, !existential.protocols.isEmpty { return .no }
        for proto in existential.protocols {
            if case .existential(let source) = a {
                guard source.protocols.contains(where: { $0.inheritanceClosure.contains(proto) })
                    || source.superclass.map({ world.conforms($0, to: proto) }) ?? false
                else { return .no }
            } else if case .tuple = a {
                return .no
            } else if case .function = a {
                return .no
            } else if !add(.conforms(a, proto), locator) {
                return .no
            }
        }
        if existential.isAnyObject {
            switch a {
            case .parameter, .member: if !world.isClassBound(a) { return .no }
            default: if !a.isClass { return .no }
            }
        }
        if let superclass = existential.superclass, relate(a, superclass, .conversion, locator) == .no { return .no }
        for (associated, type) in existential.arguments {
            let mine = associatedType(a, associated, locator)
            if relate(mine, type, .equal, locator) == .no { return .no }
        }
        if existential == .any, a.isOptional || a.isExistential == false { score.existential += existential == .any ? 1 : 0 }
        return .yes
    }

    // MARK: Trail

    func mark() -> Mark {
        Mark(
            trail: trail.count, constraints: constraints.count, variables: variables.count,
            choices: choiceNodes.count, deciding: deciding.count, pending: worklist.count, score: score)
    }

    func rollback(_ mark: Mark) {
        while worklist.count > mark.pending { worklist.removeLast().isQueued = false }
        while trail.count > mark.trail {
            switch trail.removeLast() {
            case .binding(let variable): variable.binding = nil
            case .watcher(let variable): variable.watchers.removeLast()
            case .solved(let constraint): constraint.isActive = true
            case .action(let action): action()
            }
        }
        constraints.removeLast(constraints.count - mark.constraints)
        variables.removeLast(variables.count - mark.variables)
        choiceNodes.removeLast(choiceNodes.count - mark.choices)
        deciding.removeLast(deciding.count - mark.deciding)
        score = mark.score
    }

    // MARK: Search

    /// Finds the best solution and puts it in force.
    func solve() -> Bool {
        solutions = []
        let start = mark()
        if propagate() { search() }
        if solutions.isEmpty {
            rollback(start)
            return false
        }
        // Commit.
        if solutions.count == 1 || pickBest() {
            rollback(start)
            install(solutions[0])
            return true
        }
        rollback(start)
        return false
    }

    private func install(_ solution: Solution) {
        for (variable, type) in solution.bindings { variable.binding = type }
        for (node, chosen) in solution.choices { node.chosen = chosen }
        for decision in solution.decisions { decision() }
        score = solution.score
    }

    func search() {
        if isTooComplex { return }
        steps += 1
        if steps > 40_000 || depth > 600 {
            isTooComplex = true
            return
        }
        if isSurpassed { return }
        if let parts = components() {
            searchParts(parts)
            return
        }
        guard let branch = nextBranch() else { return }
        if branch.isSolution {
            keepSolution()
            return
        }
        let before = keptCount
        let start = score
        for option in branch.options {
            // An option that comes first goes before those after it unless they are better.
            let isFollower = branch.order != .open && keptCount != before
            if isFollower, branch.order == .strict { return }
            if isFollower, let best = solutions.first, best.score <= start { return }
            let mark = mark()
            depth += 1
            if isFollower { needsBetter += 1 }
            if option(), propagate() { search() }
            if isFollower { needsBetter -= 1 }
            depth -= 1
            rollback(mark)
            if isTooComplex { return }
        }
    }

    /// What was found already is better than all that can come of this.
    var isSurpassed: Bool {
        guard let best = solutions.first else { return false }
        return best.score < score || needsBetter > 0 && best.score <= score
    }

    /// The best solution of a part alone.
    func solvePart(_ next: Part) -> Solution? {
        let saved = (solutions, needsBetter, part)
        (solutions, needsBetter, part) = ([], 0, next)
        defer { (solutions, needsBetter, part) = saved }
        let mark = mark()
        search()
        rollback(mark)
        if solutions.isEmpty || solutions.count > 1 && !pickBest() { return nil }
        return solutions[0]
    }

    /// Puts a part's solution in force as a step of the search, so that it can be undone.
    func replay(_ solution: Solution, of part: Part) {
        for index in part.constraints where constraints[index].isActive { close(constraints[index]) }
        let known = Set(variables)
        for (variable, type) in solution.bindings {
            if !known.contains(variable) { variables.append(variable) }
            if variable.binding == nil {
                variable.binding = type
                trail.append(.binding(variable))
            }
        }
        for (node, chosen) in solution.choices where node.chosen == nil {
            node.chosen = chosen
            choiceNodes.append(node)
            onUndo { node.chosen = nil }
        }
        deciding += solution.nodes
        for (node, decision) in zip(solution.nodes, solution.decisions) {
            onUndo(node.decision())
            decision()
        }
        score = solution.score
    }

    /// The part of the system that is looked at; nil for all of it.
    private(set) var part: Part?

    /// Solutions kept so far, those included that better ones replaced.
    private var keptCount = 0
    /// Inside options that count only when they are better than what was found.
    private var needsBetter = 0

    func keepSolution() {
        var bindings: [(TypeVariable, Type)] = []
        bindings.reserveCapacity(variables.count)
        for variable in variables where variable.binding != nil {
            bindings.append((variable, simplify(.variable(variable))))
        }
        var choices: [(ChoiceNode, Chosen)] = []
        for node in choiceNodes {
            if let chosen = node.chosen { choices.append((node, chosen)) }
        }
        let solution = Solution(
            bindings: bindings, choices: choices, decisions: deciding.map { $0.decision() }, nodes: deciding,
            score: score)
        keptCount += 1
        if let best = solutions.first {
            if score < best.score {
                solutions = [solution]
            } else if !(best.score < score) {
                solutions.append(solution)
            }
        } else {
            solutions = [solution]
        }
    }

    var openedClosures: [ClosureNode] = []

    /// Among solutions of the same score the one whose overloads are more specialised, if there is one.
    private func pickBest() -> Bool {
        var best = 0
        for index in 1..<solutions.count {
            if compare(solutions[index], solutions[best]) < 0 { best = index }
        }
        for index in solutions.indices where index != best {
            if compare(solutions[best], solutions[index]) >= 0 {
                // Two roads to the same answer.
                if isSame(solutions[best], solutions[index]) { continue }
                if let better = preferred(solutions[best], solutions[index]) {
                    if better > 0 { best = index }
                    continue
                }
                record(.ambiguous(differing(solutions[best], solutions[index])), Locator(kind: .other, range: generator.rootRange))
                failure = failures.last
                return false
            }
        }
        solutions = [solutions[best]]
        return true
    }

    private func pairs(_ a: Solution, _ b: Solution) -> [(node: ChoiceNode, left: Chosen, right: Chosen)] {
        var others: [ObjectIdentifier: Chosen] = [:]
        for (node, chosen) in b.choices { others[ObjectIdentifier(node)] = chosen }
        return a.choices.compactMap { node, chosen in others[ObjectIdentifier(node)].map { (node, chosen, $0) } }
    }

    private func isSame(_ a: Solution, _ b: Solution) -> Bool {
        pairs(a, b).allSatisfy { $0.left.declaration === $0.right.declaration }
    }

    private func differing(_ a: Solution, _ b: Solution) -> ChoiceNode? {
        pairs(a, b).first { $0.left.declaration !== $0.right.declaration }?.node
    }

    /// Members of protocols that neither is plainly the more special: the more refined protocol's, then the more
    /// constrained. nil where functions of the same rank are meant.
    private func preferred(_ a: Solution, _ b: Solution) -> Int? {
        var result = 0
        for pair in pairs(a, b) where pair.left.declaration !== pair.right.declaration {
            guard let left = pair.left.declaration, let right = pair.right.declaration,
                let x = left.context.selfNominal, let y = right.context.selfNominal
            else { return nil }
            if !left.context.isLibrary, !right.context.isLibrary, x === y { return nil }
            let mine = world.rank(left, x)
            let theirs = world.rank(right, y)
            if mine != theirs { result += mine > theirs ? -1 : 1 }
        }
        return result
    }

    /// Negative when `a` is better.
    private func compare(_ a: Solution, _ b: Solution) -> Int {
        var result = 0
        for pair in pairs(a, b) {
            let left = pair.left.candidate
            let right = pair.right.candidate
            if left.declaration === right.declaration { continue }
            let leftBetter = world.isMoreSpecialised(left, right)
            let rightBetter = world.isMoreSpecialised(right, left)
            if leftBetter && !rightBetter {
                if result > 0 { return 0 }
                result = -1
            } else if rightBetter && !leftBetter {
                if result < 0 { return 0 }
                result = 1
            }
        }
        if result == 0 {
            // Default literal types, `Double` before others, plain before optional.
            for ((variable, left), (other, right)) in zip(a.bindings, b.bindings) where variable === other && left != right {
                if variable.literal != nil {
                    if left == world.doubleType { result -= 1 } else if right == world.doubleType { result += 1 }
                } else if left.optionalPayload == right {
                    result += 1
                } else if right.optionalPayload == left {
                    result -= 1
                } else if right == .any {
                    result -= 1
                } else if left == .any {
                    result += 1
                }
            }
        }
        return result
    }

    /// What the first of a branch's options that leads to a solution means for those after it.
    enum Order {
        /// They are not looked at.
        case strict
        /// They count only when they are better.
        case preferred
        /// They compete with it.
        case open
    }

    struct Branch {
        var options: [() -> Bool]
        var order = Order.strict
        var isSolution = false
    }

    private struct Bounds {
        var lower: [Type] = []
        var upper: [Type] = []
        var openLower: [TypeVariable] = []
        var openUpper: [TypeVariable] = []
        var locator: Locator?
        var isProduced = false
        var isUsedAsBase = false
    }

    /// What a variable is bound by when nothing better is left, the strongest first.
    private enum WeakGrounds {
        case lower, upper, produced

        func hold(_ bound: Bounds) -> Bool {
            switch self {
            case .lower: !bound.isProduced && !bound.lower.isEmpty
            case .upper: !bound.isProduced && !bound.upper.isEmpty
            case .produced: !bound.lower.isEmpty || !bound.upper.isEmpty
            }
        }
    }

    private func weakBranch(
        _ grounds: WeakGrounds, _ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]
    ) -> Branch? {
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], grounds.hold(bound) else { continue }
            return bindBranch(variable, bound)
        }
        return nil
    }

    private func nextBranch() -> Branch? {
        var bounds: [TypeVariable: Bounds] = [:]
        var choices: [ChoiceNode] = []
        var bodies: [ClosureNode] = []
        var closures: [ClosureNode] = []
        var arrays: [ArrayLiteralNode] = []
        var dictionaries: [DictionaryLiteralNode] = []
        var keyPaths: [KeyPathNode] = []
        var coalescing: (node: ShortCircuitNode, payload: Type, result: Type, constraint: Constraint)?
        var hasActive = false
        var contextual: Set<TypeVariable> = []
        func produced(_ type: Type) {
            _ = simplify(type).contains {
                if case .variable(let variable) = $0 { bounds[variable, default: Bounds()].isProduced = true }
                return false
            }
        }
        for (_, constraint) in activeConstraints {
            hasActive = true
            switch constraint.kind {
            case .relation(let a, let b, _):
                let left = resolve(a)
                let right = resolve(b)
                if case .variable(let x) = left {
                    if case .variable(let y) = right {
                        bounds[x, default: Bounds()].openUpper.append(y)
                        bounds[y, default: Bounds()].openLower.append(x)
                        bounds[y]?.locator = constraint.locator
                    } else {
                        bounds[x, default: Bounds()].upper.append(right)
                        bounds[x]?.locator = constraint.locator
                    }
                } else if case .variable(let y) = right {
                    bounds[y, default: Bounds()].lower.append(left)
                    bounds[y]?.locator = constraint.locator
                }
            case .member(let node):
                produced(node.type)
                if node.base == nil, case .variable(let variable) = resolve(node.chain?.type ?? node.call?.type ?? node.type) {
                    contextual.insert(variable)
                }
            case .choice(let node):
                choices.append(node)
                produced(node.type)
                if let call = node.call { produced(call.type) }
            case .apply(let call): produced(call.type)
            case .associated(_, _, let result): produced(result)
            case .payload(_, let payload, _): produced(payload)
            case .chain(_, let result): produced(result)
            case .closure(let node) where !isFree(node.type): close(constraint)
            case .closureBody(let node):
                bodies.append(node)
                if let opened = node.opened { produced(opened.result) }
            case .closure(let node): closures.append(node)
            case .arrayLiteral(let node): arrays.append(node)
            case .dictionaryLiteral(let node): dictionaries.append(node)
            case .keyPath(let node):
                keyPaths.append(node)
                produced(node.type)
            case .coalesce(let node, let payload, let result):
                produced(result)
                coalescing = (node, payload, result, constraint)
            case .literal, .conforms, .isClass: break
            }
        }
        // A variable that nothing speaks of is nobody's type.
        let unbound: [TypeVariable] = openVariables.map { variables[$0] }.filter { (variable: TypeVariable) -> Bool in
            !variable.watchers.isEmpty || variable.literal != nil || variable.closure != nil || variable.parameter != nil
                || variable.isNeeded
        }
        if !hasActive && unbound.isEmpty { return Branch(options: [], isSolution: true) }

        if let merge = cycle(unbound, bounds) { return merge }
        var expectedStart: (TypeVariable, Bounds, Type)?
        // 1. Variables whose bounds say enough.
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], !bound.isProduced else { continue }
            guard bound.openLower.allSatisfy({ contextual.contains($0) || $0.literal != nil && !isPending($0, bounds) }) else {
                // A literal start and a known end: what is expected decides.
                if bound.openLower.contains(where: { $0.literal != nil }),
                    let upper = bound.upper.first(where: { !$0.isExistential && !simplify($0).hasVariables })
                {
                    expectedStart = expectedStart ?? (variable, bound, upper)
                }
                continue
            }
            if !bound.lower.isEmpty {
                return bindBranch(variable, bound)
            }
            if bound.openLower.isEmpty, !bound.upper.isEmpty, !bound.upper.allSatisfy({ $0 == .any }) {
                return bindBranch(variable, bound)
            }
            if !bound.openLower.isEmpty, let upper = bound.upper.first(where: { !$0.isExistential }) {
                // Literals on one side, a type on the other.
                _ = upper
                return bindBranch(variable, bound)
            }
        }
        // Closures whose parameters are known give what others wait for.
        for node in bodies {
            guard let opened = node.opened, opened.parameterTypes.allSatisfy({ !simplify($0).hasVariables }) else {
                continue
            }
            let expected = expectedResult(opened.result, bounds)
            return Branch(options: [{ [unowned self] in node.checkBody(self, expected: expected) }])
        }
        if let (variable, bound, upper) = expectedStart {
            let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
            let types = upper.optionalPayload.map { [$0, upper] } ?? [upper]
            return Branch(options: types.map { type in { [unowned self] in bind(variable, type, locator) } })
        }
        // Array literals that go nowhere but to a member of theirs are arrays, whatever the member is.
        let heldBack = heldBackLiterals(arrays, dictionaries)
        for node in arrays where !node.elements.isEmpty && !heldBack.contains(ObjectIdentifier(node)) {
            guard let variable = resolve(node.type).variable, isAtLiberty(variable, bounds) else { continue }
            return Branch(options: [{ [unowned self] in node.takeDefault(self) }])
        }
        // 2. Overloads: those with the fewest candidates left first.
        if !choices.isEmpty {
            var best: (node: ChoiceNode, options: [Candidate], weight: Int)?
            for (index, node) in choices.enumerated() {
                let options = node.viable(self)
                var weight = options.count * 4
                weight += node.openness(self) * 1000
                if index == 0 || weight < best?.weight ?? Int.max { best = (node, options, weight) }
                if options.count <= 1 && weight < 1000 { break }
            }
            if let best, best.weight < 1000 || coalescing == nil {
                let isUninformed = best.weight >= 1000
                // Literals that everything waits for go first where the overloads know nothing else.
                let ordered = best.node.ordered(best.options, self)
                if isUninformed, let node = best.node as? OperatorNode, node.waitsForOperand(self),
                    node.operands.allSatisfy({ isFree($0.node.type) }), var branch = emptyLiteralBranch(unbound, bounds)
                {
                    branch.options += ordered.map { candidate in { [unowned self] in node.choose(candidate, self) } }
                    return branch
                }
                return Branch(
                    options: ordered.map { candidate in
                        { [unowned self] in best.node.choose(candidate, self) }
                    }, order: best.node.order)
            }
        }
        // `a ?? b`: a value or an optional on the right.
        if let (node, payload, result, constraint) = coalescing {
            return Branch(
                options: [payload, world.optional(payload)].map { target in
                    { [unowned self] in
                        close(constraint)
                        let locator = Locator(kind: .argumentOfCoalesce(node.right), range: node.right.range, node: node.right)
                        return convert(node.right.type, to: target, locator) && unify(result, target, locator)
                    }
                })
        }
        // 3. Literals without a type of their own take the usual one.
        var inner: Set<ObjectIdentifier> = []
        for node in arrays { inner.formUnion(node.elements.map { ObjectIdentifier($0.unwrapped) }) }
        for element in dictionaries.flatMap(\.elements) {
            inner.formUnion([ObjectIdentifier(element.key.unwrapped), ObjectIdentifier(element.value.unwrapped)])
        }
        // Literals inside others wait for those around them.
        for node in arrays where (!node.elements.isEmpty || choices.isEmpty) && !inner.contains(ObjectIdentifier(node)) {
            let bound = (resolve(node.type)).variable.flatMap { bounds[$0] }
            if bound?.isProduced ?? false { continue }
            return Branch(options: [{ [unowned self] in node.takeDefault(self) }])
        }
        for node in dictionaries where !inner.contains(ObjectIdentifier(node)) {
            return Branch(options: [{ [unowned self] in node.takeDefault(self) }])
        }
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], !bound.openLower.isEmpty, !bound.isProduced,
                bound.openLower.allSatisfy({ $0.literal != nil })
            else { continue }
            let kinds = bound.openLower.compactMap { $0.literal }
            if let type = literalJoin(kinds) {
                let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
                var types = [type]
                if kinds.contains(.integer), !kinds.contains(.float) {
                    types.append(kinds.contains(.nil) ? world.optional(world.doubleType) : world.doubleType)
                }
                // What the value goes to decides before the literals do.
                if let upper = upperBound(.variable(variable)).map(simplify), !upper.hasVariables, !upper.isExistential,
                    !types.contains(upper)
                {
                    types.insert(upper, at: 0)
                }
                return Branch(options: types.map { type in { [unowned self] in bind(variable, type, locator) } })
            }
        }
        for variable in unbound {
            guard let literal = variable.literal, let type = defaultType(literal) else { continue }
            let locator = Locator(kind: .literal, range: variable.range ?? generator.rootRange)
            var options: [() -> Bool] = [{ [unowned self] in bind(variable, type, locator) }]
            if literal == .integer {
                options.append { [unowned self] in
                    score.nonDefaultLiteral += 1
                    return bind(variable, world.doubleType, locator)
                }
            }
            return Branch(options: options)
        }
        // 4. What is left over: weaker grounds.
        if let branch = weakBranch(.lower, unbound, bounds) ?? weakBranch(.upper, unbound, bounds) { return branch }
        for node in keyPaths { if let option = node.lastResort(self) { return Branch(options: [option]) } }
        for node in closures {
            return Branch(options: [{ [unowned self] in node.openWithoutContext(self) }])
        }
        if let branch = weakBranch(.produced, unbound, bounds) { return branch }
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable] else { continue }
            let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
            if let other = bound.openUpper.first ?? bound.openLower.first(where: { $0.literal == nil }) {
                return Branch(options: [{ [unowned self] in unify(.variable(variable), .variable(other), locator) }])
            }
        }
        if let first = unbound.first(where: { $0.parameter != nil }) ?? unbound.first {
            record(.unresolved(first), Locator(kind: .other, range: first.range ?? generator.rootRange))
        }
        return nil
    }

    /// Literals that what stands around them may give a type: elements of other literals, arguments and operands.
    private func heldBackLiterals(
        _ arrays: [ArrayLiteralNode], _ dictionaries: [DictionaryLiteralNode]
    ) -> Set<ObjectIdentifier> {
        var held: Set<ObjectIdentifier> = []
        func hold(_ node: Node) {
            held.insert(ObjectIdentifier(node.unwrapped))
            if let tuple = node.unwrapped as? TupleNode { tuple.elements.forEach { hold($0.node) } }
        }
        for node in arrays { node.elements.forEach(hold) }
        for element in dictionaries.flatMap(\.elements) {
            hold(element.key)
            hold(element.value)
        }
        for (_, constraint) in activeConstraints {
            switch constraint.kind {
            case .choice(let node): node.arguments.forEach { hold($0.node) }
            case .member(let node): node.arguments.forEach { hold($0.node) }
            case .apply(let call): call.arguments.forEach { hold($0.node) }
            case .coalesce(let node, _, _): hold(node.right)
            default: continue
            }
        }
        return held
    }

    /// Nothing says what a literal's variable, or what that converts to, has to be.
    private func isAtLiberty(_ variable: TypeVariable, _ bounds: [TypeVariable: Bounds]) -> Bool {
        guard let bound = bounds[variable] else { return true }
        return !bound.isProduced && bound.upper.isEmpty
            && bound.openUpper.allSatisfy { next in
                bounds[next].map { !$0.isProduced && $0.upper.isEmpty && $0.openUpper.isEmpty } ?? true
            }
    }

    /// `[]` and `[:]` beside an overload that knows nothing yet.
    private func emptyLiteralBranch(_ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]) -> Branch? {
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], !bound.isProduced, bound.lower.isEmpty else { continue }
            let kinds = bound.openLower.compactMap { $0.literal }
            guard !kinds.isEmpty, let type = literalJoin(kinds) else { continue }
            let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
            return Branch(options: [{ [unowned self] in bind(variable, type, locator) }])
        }
        return nil
    }

    private func isPending(_ variable: TypeVariable, _ bounds: [TypeVariable: Bounds]) -> Bool {
        bounds[variable]?.isProduced ?? false
    }

    /// What a closure's result has to convert to, if something says so.
    private func expectedResult(_ type: Type, _ bounds: [TypeVariable: Bounds]) -> Type? {
        var current = resolve(type)
        for _ in 0..<8 {
            guard case .variable(let variable) = current else {
                return simplify(current).hasVariables ? nil : simplify(current)
            }
            guard let bound = bounds[variable] else { return nil }
            if let upper = bound.upper.first(where: { !simplify($0).hasVariables && $0 != .any }) { return upper }
            guard let next = bound.openUpper.first else { return nil }
            current = .variable(next)
        }
        return nil
    }

    /// Variables that convert to each other in a circle are of one type.
    private func cycle(_ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]) -> Branch? {
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], !bound.openUpper.isEmpty, !bound.openLower.isEmpty else { continue }
            var seen: Set<TypeVariable> = []
            var waiting = bound.openUpper
            while let next = waiting.popLast() {
                guard next.literal == nil, next.closure == nil, seen.insert(next).inserted else { continue }
                if bounds[next]?.openUpper.contains(variable) ?? false {
                    let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
                    return Branch(options: [{ [unowned self] in unify(.variable(next), .variable(variable), locator) }])
                }
                waiting += bounds[next]?.openUpper ?? []
            }
        }
        return nil
    }

    private func bindBranch(_ variable: TypeVariable, _ bound: Bounds) -> Branch {
        let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
        var types: [Type] = []
        let kinds = bound.openLower.compactMap { $0.literal }
        let hasNil = kinds.contains(.nil)
        if !bound.lower.isEmpty {
            let lower = bound.lower.map { simplify($0) }
            if let joined = join(lower) { types.append(joined) }
            if let other = lower.first(where: { !types.contains($0) }) { types.append(other) }
            if let first = types.first, !first.isOptional {
                if hasNil { types.insert(world.optional(first), at: 0) } else { types.append(world.optional(first)) }
            }
            if kinds.contains(.float), types.first == world.intType { types = [world.doubleType] + types }
            for upper in bound.upper where !types.contains(simplify(upper)) { types.append(simplify(upper)) }
        } else {
            types = bound.upper.map { simplify($0) }
        }
        return Branch(
            options: types.map { type in
                { [unowned self] in bind(variable, type, locator) }
            })
    }

    /// The type that literals of these kinds have together.
    private func literalJoin(_ kinds: [LiteralKind]) -> Type? {
        var type: Type?
        let others = kinds.filter { $0 != .nil }
        if others.isEmpty { return nil }
        if others.contains(.float) {
            type = world.doubleType
        } else {
            type = defaultType(others[0])
        }
        guard let type else { return nil }
        return kinds.contains(.nil) ? world.optional(type) : type
    }

    /// The least type that values of these types convert to.
    func join(_ types: [Type]) -> Type? {
        guard var result = types.first else { return nil }
        for type in types.dropFirst() {
            if type == result { continue }
            if result.optionalPayload == type { continue }
            if type.optionalPayload == result {
                result = type
                continue
            }
            if let superclass = commonSuperclass(result, type) {
                result = superclass
                continue
            }
            if let a = result.optionalPayload, let superclass = commonSuperclass(a, type.optionalPayload ?? type) {
                result = world.optional(superclass)
                continue
            }
            if converts(type, result) { continue }
            if converts(result, type) {
                result = type
                continue
            }
            return nil
        }
        return result
    }

    func commonSuperclass(_ a: Type, _ b: Type) -> Type? {
        guard a.nominal?.kind == .class, b.nominal?.kind == .class else { return nil }
        var current: Type? = a
        while let type = current {
            if let declaration = type.nominal, world.superclass(of: b, declaration: declaration) == type { return type }
            current = type.superclassType
        }
        return nil
    }

    /// Whether values of one known type convert to another.
    func converts(_ a: Type, _ b: Type) -> Bool {
        let mark = mark()
        defer { rollback(mark) }
        let savedFailure = (failure, failures)
        defer { (failure, failures) = savedFailure }
        return relate(a, b, .conversion, Locator(kind: .other, range: generator.rootRange)) != .no
    }
}

extension Type {
    var variable: TypeVariable? {
        if case .variable(let variable) = self { return variable }
        return nil
    }
}
