/// Finds the types of an expression: variables, what relates them, and a search among overloads.
final class Solver {
    let world: World
    unowned let generator: ExpressionGenerator
    var variables: [TypeVariable] = []
    var constraints: [Constraint] = []
    var worklist: [Constraint] = []
    var trail: [Undo] = []
    var score = Score()
    var failure: Failure?
    var failures: [Failure] = []
    var depth = 0
    var steps = 0
    var solutions: [Solution] = []
    var associated: [TypeVariable: [(AssociatedTypeDeclaration, Type)]] = [:]
    var isTooComplex = false
    /// Nodes that others point at without owning them.
    var kept: [Node] = []
    /// Nodes that had to choose, in the order of their making.
    var choiceNodes: [ChoiceNode] = []
    /// Nodes that found out something else: an opened closure, a key path's members, an implied `init`.
    var deciding: [Node] = []
    /// The part of the system that is looked at; nil for all of it.
    var part: Part?
    /// Solutions kept so far, those included that better ones replaced.
    var keptCount = 0
    /// Inside options that count only when they are better than what was found.
    var needsBetter = 0
    var openedClosures: [ClosureNode] = []
    /// Where values are put into texts.
    var interpolated: [SourceRange] = []

    enum Undo {
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

    func bind(_ variable: TypeVariable, _ type: Type, _ locator: Locator) -> Bool {
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

    func watch(_ constraint: Constraint, _ variable: TypeVariable) {
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

    func attempt(_ constraint: Constraint) -> Bool {
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
    func wakeContextual(_ variable: TypeVariable) {
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

    func watchVariables(_ type: Type, _ constraint: Constraint) {
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

    func step(_ constraint: Constraint) -> Outcome {
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
                // The value in an `any P` is opened: the function is called for its type.
                if case .generic(_, .some) = locator.kind, case .existential(let existential) = type, existential.includes(proto) {
                    return .solved
                }
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
            if !node.defaultsToNil, case .variable = right { return .open([right]) }
            var target = payload
            if node.defaultsToNil || right.isOptional {
                let left = resolve(node.left.type)
                if case .variable = left { return .open([left]) }
                if node.staysOptional(left: simplify(left), right: simplify(right)) { target = world.optional(payload) }
            }
            guard convert(node.right.type, to: target, locator), unify(result, target, locator) else { return .failed }
            return .solved
        case .closure(let node):
            if case .function = resolve(node.type) { return .solved }
            return .open([node.type])
        case .dropped(let value):
            let type = resolve(value)
            if case .variable = type { return .open([type]) }
            if !type.isVoid, !type.isError, type != world.neverType { score.functionConversion += 1 }
            return .solved
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
            case .open: return .open([node.rootType, node.type] + (node.undecided.map { [$0.type] } ?? []))
            }
        }
    }

    func failLiteral(_ type: Type, _ kind: LiteralKind, _ locator: Locator) -> Outcome {
        record(.literal(simplify(type), kind), locator)
        return .failed
    }

    func failMismatch(_ a: Type, _ b: Type, _ locator: Locator) -> Outcome {
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
}

extension Type {
    var variable: TypeVariable? {
        if case .variable(let variable) = self { return variable }
        return nil
    }
}
