/// Definite initialisation: nothing is read before it has a value, a constant gets one value, and an initializer
/// leaves every stored property with one.
final class InitializationChecker {
    private let checker: BodyChecker
    private let world: World
    private let body: CodeBody
    /// Variables and stored properties that start without a value.
    private var tracked: Set<ObjectIdentifier> = []
    private var properties: [VariableDeclaration] = []
    private var selfVariable: VariableDeclaration?
    private var isClassInit = false
    private var needsSuper = false
    private var exits: [LabelID: [State]] = [:]
    private var continues: [LabelID: [State]] = [:]
    private var isDelegating = false
    private var reported: Set<ObjectIdentifier> = []

    /// What surely has a value, and what may have one.
    private struct State {
        var sure: Set<ObjectIdentifier> = []
        var maybe: Set<ObjectIdentifier> = []
        var isSelfReady = true
        var isReachable = true

        func joined(_ other: State) -> State {
            if !isReachable { return other }
            if !other.isReachable { return self }
            return State(
                sure: sure.intersection(other.sure), maybe: maybe.union(other.maybe),
                isSelfReady: isSelfReady && other.isSelfReady)
        }
    }

    init(_ checker: BodyChecker, body: CodeBody) {
        self.checker = checker
        self.world = checker.world
        self.body = body
    }

    func check(_ statements: [Statement]) {
        var state = State()
        run(statements, &state)
    }

    func checkFunction(_ function: FunctionDeclaration) {
        var state = State()
        guard function.kind == .initializer, let nominal = function.context.selfNominal, nominal.kind != .protocol,
            !function.context.isLibrary
        else {
            run(body.statements, &state)
            return
        }
        selfVariable = function.selfVariable
        // What an enum is, and a type of the library's, is said as a whole.
        isDelegating = checker.hasDelegation || nominal.kind == .enum || nominal.isLibrary && nominal.kind != .class
        if nominal.kind == .class {
            isClassInit = true
            if function.isConvenience {
                isDelegating = true
            } else if checker.hasDelegation, let range = function.range {
                world.error(
                    "designated initializer for '\(nominal.name)' cannot delegate (with 'self.init'); did you mean this to"
                        + " be a convenience initializer?", at: range)
                return
            }
            needsSuper = nominal.superclass != nil && !isDelegating
        }
        if isDelegating {
            state.isSelfReady = false
            run(body.statements, &state)
            if state.isReachable { atReturn(&state, body.range) }
            return
        }
        if function.context is ExtensionDeclaration, nominal.kind == .class { return }
        properties = nominal.storedProperties.filter { !$0.hasDefaultValue }
        for property in properties { tracked.insert(ObjectIdentifier(property)) }
        state.isSelfReady = properties.isEmpty && !needsSuper
        run(body.statements, &state)
        if state.isReachable { atReturn(&state, body.range) }
    }

    /// Every stored property needs its value when the initializer is left.
    private func atReturn(_ state: inout State, _ range: SourceRange) {
        guard let selfVariable else { return }
        if isDelegating {
            guard !state.isSelfReady, reported.insert(ObjectIdentifier(selfVariable)).inserted else { return }
            world.error("'self.init' isn't called on all paths before returning from initializer", at: range)
            return
        }
        for property in properties where !state.sure.contains(ObjectIdentifier(property)) {
            guard reported.insert(ObjectIdentifier(property)).inserted else { continue }
            world.error(
                "return from initializer without initializing all stored properties", at: range,
                notes: [world.note("'self.\(property.name)' not initialized", at: property)])
            return
        }
        if needsSuper, !state.isSelfReady {
            // An initializer without parameters is called by itself.
            state.isSelfReady = true
            if !checker.hasSuperCall, let superclass = checker.function?.context.selfNominal?.superclass?.nominal,
                !superclass.initializers.contains(where: { $0.parameters.allSatisfy { $0.hasDefault } && !$0.isConvenience })
            {
                world.error("'super.init' isn't called on all paths before returning from initializer", at: range)
            }
        }
    }

    private func run(_ statements: [Statement], _ state: inout State) {
        for statement in statements { run(statement, &state) }
    }

    private func run(_ statement: Statement, _ state: inout State) {
        switch statement.kind {
        case .expression(let value):
            use(value, &state)
            if value.type == world.neverType { state.isReachable = false }
        case .yield(let value): use(value, &state)
        case .binding(let pattern, let value):
            use(value, &state)
            bind(pattern, &state)
        case .declare(let variables):
            for variable in variables {
                tracked.insert(ObjectIdentifier(variable))
                // In a loop it is new every turn.
                state.sure.remove(ObjectIdentifier(variable))
                state.maybe.remove(ObjectIdentifier(variable))
            }
        case .function(let function):
            // What it captures is looked at where it is used: here all has to be known but later declarations.
            _ = function
        case .block(let statements, let label):
            run(statements, &state)
            leave(label, &state)
        case .if(let conditions, let then, let otherwise, let label):
            let failed = self.conditions(conditions, &state)
            var other = failed
            run(then, &state)
            if let otherwise { run(otherwise, &other) }
            state = state.joined(other)
            leave(label, &state)
        case .guard(let conditions, let otherwise):
            var failed = self.conditions(conditions, &state)
            run(otherwise, &failed)
        case .while(let conditions, let body, let label):
            let isEndless: Bool
            if conditions.count == 1, case .boolean(let value) = conditions[0], case .literal(.boolean(true), _) = value.kind {
                isEndless = true
            } else {
                isEndless = false
            }
            var after = self.conditions(conditions, &state)
            if isEndless { after.isReachable = false }
            looping(&state) { run(body, &$0) }
            state = after
            leave(label, &state)
        case .repeatWhile(let body, let condition, let label):
            looping(&state) { run(body, &$0) }
            for other in continues.removeValue(forKey: label) ?? [] { state = state.joined(other) }
            use(condition, &state)
            leave(label, &state)
        case .forIn(let node):
            use(node.sequence, &state)
            let after = state
            bind(node.pattern, &state)
            if let condition = node.condition { use(condition, &state) }
            looping(&state) { run(node.body, &$0) }
            state = after
            leave(node.label, &state)
        case .switch(let node):
            use(node.subject, &state)
            let start = state
            var result: State?
            var fallen: State?
            for clause in node.cases {
                var inner = start
                for item in clause.items {
                    self.pattern(item.pattern, &inner)
                    if let condition = item.guardCondition { use(condition, &inner) }
                }
                if let previous = fallen { inner = inner.joined(previous) }
                fallen = nil
                fallThrough = nil
                run(clause.body, &inner)
                fallen = fallThrough
                fallThrough = nil
                result = result.map { $0.joined(inner) } ?? inner
            }
            state = result ?? start
            leave(node.label, &state)
        case .break(let label):
            exits[label, default: []].append(state)
            state.isReachable = false
        case .continue(let label):
            continues[label, default: []].append(state)
            state.isReachable = false
        case .fallthrough:
            fallThrough = state
            state.isReachable = false
        case .return(let value):
            if let value { refuseEscape(value, Self.keeping) }
            if let value { use(value, &state) } else if state.isReachable { atReturn(&state, statement.range) }
            state.isReachable = false
        case .fail: state.isReachable = false
        case .throw(let value):
            use(value, &state)
            state.isReachable = false
        case .doCatch(let body, let clauses, let label):
            let start = state
            run(body, &state)
            var result = state
            for clause in clauses {
                // Anything of the body may have happened.
                var inner = start
                inner.maybe.formUnion(state.maybe)
                for item in clause.items {
                    self.pattern(item.pattern, &inner)
                    if let condition = item.guardCondition { use(condition, &inner) }
                }
                run(clause.body, &inner)
                result = result.joined(inner)
            }
            state = result
            leave(label, &state)
        case .defer(let statements):
            var inner = state
            run(statements, &inner)
        }
    }

    private var fallThrough: State?

    private func looping(_ state: inout State, _ turn: (inout State) -> Void) {
        // What the body may set is maybe set at its second turn.
        loopDepth += 1
        turn(&state)
        loopDepth -= 1
    }

    private var loopDepth = 0

    private func leave(_ label: LabelID?, _ state: inout State) {
        guard let label else { return }
        for other in exits.removeValue(forKey: label) ?? [] { state = state.joined(other) }
        continues[label] = nil
    }

    /// Conditions in order; the state in which one of them failed.
    private func conditions(_ list: [Condition], _ state: inout State) -> State {
        var failed: State?
        for condition in list {
            switch condition {
            case .boolean(let value): use(value, &state)
            case .pattern(let pattern, let value):
                use(value, &state)
                self.pattern(pattern, &state)
            }
            failed = failed.map { $0.joined(state) } ?? state
        }
        return failed ?? state
    }

    private func bind(_ pattern: Pattern, _ state: inout State) { self.pattern(pattern, &state) }

    private func pattern(_ pattern: Pattern, _ state: inout State) {
        switch pattern.kind {
        case .tuple(let parts): for part in parts { self.pattern(part, &state) }
        case .enumCase(_, let payload): for part in payload { self.pattern(part, &state) }
        case .some(let inner): self.pattern(inner, &state)
        case .cast(_, let inner?): self.pattern(inner, &state)
        case .expression(_, let test): use(test, &state)
        default: break
        }
    }

    // MARK: Expressions

    private func read(_ variable: VariableDeclaration, _ range: SourceRange, _ state: inout State, what: String = "used") {
        let key = ObjectIdentifier(variable)
        guard state.isReachable, tracked.contains(key), !state.sure.contains(key) else { return }
        guard reported.insert(key).inserted else { return }
        if variable.isMember {
            world.error("'self' used in property access '\(variable.name)' before being initialized", at: range)
            return
        }
        let kind = variable.isLet ? "constant" : "variable"
        world.error(
            "\(kind) '\(variable.name)' \(what) before being initialized", at: range,
            notes: [world.note("\(kind) defined here", at: variable)])
    }

    private func set(_ variable: VariableDeclaration, _ range: SourceRange, _ state: inout State) {
        let key = ObjectIdentifier(variable)
        guard tracked.contains(key) else { return }
        if variable.isLet, state.isReachable, state.maybe.contains(key) || loopDepth > 0 && !isDeclaredInLoop(variable) {
            if reported.insert(key).inserted {
                world.error(
                    "immutable value '\(variable.isMember ? "self." : "")\(variable.name)' may only be initialized once",
                    at: range)
            }
        }
        state.sure.insert(key)
        state.maybe.insert(key)
        if variable.isMember { settleSelf(&state) }
    }

    private func isDeclaredInLoop(_ variable: VariableDeclaration) -> Bool { !variable.isMember }

    private func settleSelf(_ state: inout State) {
        if needsSuper { return }
        if properties.allSatisfy({ state.sure.contains(ObjectIdentifier($0)) }) { state.isSelfReady = true }
    }

    private func useSelf(_ range: SourceRange, _ state: inout State, _ what: String) {
        guard state.isReachable, !state.isSelfReady, let selfVariable else { return }
        guard reported.insert(ObjectIdentifier(selfVariable)).inserted else { return }
        if isDelegating {
            world.error("'self' used before 'self.init' call or assignment to 'self'", at: range)
            return
        }
        let missing = properties.filter { !state.sure.contains(ObjectIdentifier($0)) }
        if needsSuper, missing.isEmpty {
            world.error("'self' used in \(what) before 'super.init' call", at: range)
        } else {
            world.error(
                isClassInit
                    ? "'self' used in \(what) before all stored properties are initialized"
                    : "'self' used before all stored properties are initialized", at: range,
                notes: missing.map { world.note("'self.\($0.name)' not initialized", at: $0) })
        }
    }

    private func isSelf(_ value: Expression) -> Bool {
        if case .variable(let variable) = value.kind, let selfVariable { return variable === selfVariable }
        return false
    }

    private func use(_ value: Expression, _ state: inout State) {
        if let replacement = value.replacement { return use(replacement, &state) }
        switch value.kind {
        case .literal, .metatype, .enumConstructor, .discard, .error, .globalProperty, .defaultArgument: return
        case .arrayLiteral(let elements), .tuple(let elements), .enumCase(_, let elements):
            for element in elements {
                use(element, &state)
                refuseEscape(element, Self.keeping)
            }
        case .dictionaryLiteral(let elements):
            for element in elements {
                use(element.key, &state)
                use(element.value, &state)
            }
        case .interpolation(let parts):
            for case .value(let part) in parts { use(part, &state) }
        case .variable(let variable):
            if let selfVariable, variable === selfVariable {
                useSelf(value.range, &state, "expression")
            } else {
                read(variable, value.range, &state)
            }
        case .property(let base, let variable, _, _):
            if isSelf(base), !isDelegating || state.isSelfReady {
                if tracked.contains(ObjectIdentifier(variable)) {
                    if !state.isSelfReady { read(variable, value.range, &state) }
                } else if !variable.isStored {
                    useSelf(value.range, &state, "property access '\(variable.name)'")
                } else if variable.context.selfNominal !== checker.function?.context.selfNominal {
                    useSelf(value.range, &state, "property access '\(variable.name)'")
                }
            } else {
                use(base, &state)
            }
        case .tupleElement(let base, _): use(base, &state)
        case .subscript(let base, _, _, let arguments, _):
            use(base, &state)
            for argument in arguments { use(argument, &state) }
        // The type of an object is there before its properties are.
        case .dynamicType(let inner) where isSelf(inner): break
        case .dynamicType(let inner), .chain(let inner), .forceUnwrap(let inner), .optionalChain(let inner, _),
            .tryOptional(let inner, _), .tryForce(let inner), .convert(let inner, _), .isType(let inner, _),
            .conditionalCast(let inner, _), .forcedCast(let inner, _):
            use(inner, &state)
        case .inout(let place):
            if case .variable(let variable) = place.kind, !isSelf(place) {
                read(variable, place.range, &state, what: "passed by reference")
            } else {
                use(place, &state)
            }
        case .closure(let closure):
            for entry in closure.captureList { use(entry.value, &state) }
            if closure.isEscaping, let kept = closure.body.captures.first(where: \.semantic.isNonEscaping) {
                world.error("escaping closure captures non-escaping parameter '\(kept.name)'", at: value.range)
            }
            for variable in closure.body.captures {
                if let selfVariable, variable === selfVariable {
                    useSelf(value.range, &state, "closure")
                } else {
                    capture(variable, value.range, &state)
                }
            }
        case .function(let function, _, let base, _):
            if let base { use(base, &state) }
            useLocal(function, value.range, &state)
        case .call(let function, _, let base, let arguments, _):
            if let base {
                if isSelf(base) { useSelf(base.range, &state, "method call '\(function.name)'") } else { use(base, &state) }
            }
            for argument in arguments { use(argument, &state) }
            for (argument, parameter) in zip(arguments, function.parameters) {
                if parameter.isEscaping {
                    refuseEscape(argument) { "passing non-escaping parameter '\($0)' to function expecting an '@escaping' closure" }
                } else if case .parameter(let generic) = parameter.type {
                    refuseEscape(argument) {
                        "converting non-escaping parameter '\($0)' to generic parameter '\(generic.name)' may allow it to escape"
                    }
                }
            }
            useLocal(function, value.range, &state)
        case .delegate(_, _, let arguments, let isSuper):
            for argument in arguments { use(argument, &state) }
            if isSuper {
                for property in properties where !state.sure.contains(ObjectIdentifier(property)) {
                    if reported.insert(ObjectIdentifier(property)).inserted {
                        world.error(
                            "property 'self.\(property.name)' not initialized at super.init call", at: value.range)
                    }
                    break
                }
            }
            state.isSelfReady = true
        case .apply(let callee, let arguments):
            use(callee, &state)
            for argument in arguments { use(argument, &state) }
        case .and(let left, let right), .or(let left, let right), .coalesce(let left, let right):
            use(left, &state)
            var inner = state
            use(right, &inner)
        case .conditional(let condition, let then, let otherwise):
            use(condition, &state)
            var other = state
            use(then, &state)
            use(otherwise, &other)
            state = state.joined(other)
        case .statement(let statement): run(statement, &state)
        case .assign(let target, let assigned):
            let wasReady = state.isSelfReady
            refuseEscape(assigned) { "assigning non-escaping parameter '\($0)' to an '@escaping' closure" }
            defer { if isClassInit, !wasReady, state.isSelfReady { value.completesSelf = true } }
            use(assigned, &state)
            if let first = firstWrapper(target, assigned, state) {
                value.replacement = first.assignment
                set(first.backing, target.range, &state)
            } else {
                assign(target, &state)
            }
        case .keyPath: return
        }
    }

    /// Refuses a closure parameter, not marked as escaping, where what it stands for would be kept.
    private func refuseEscape(_ value: Expression, _ message: (String) -> String) {
        switch value.kind {
        case .variable(let variable) where variable.semantic.isNonEscaping: world.error(message(variable.name), at: value.range)
        case .convert(let inner, _): refuseEscape(inner, message)
        default: break
        }
    }

    private static func keeping(_ name: String) -> String {
        "using non-escaping parameter '\(name)' in a context expecting an '@escaping' closure"
    }

    private func useLocal(_ function: FunctionDeclaration, _ range: SourceRange, _ state: inout State) {
        guard function.isLocal, let captures = function.semantic.body?.captures else { return }
        for variable in captures {
            capture(variable, range, &state)
        }
    }

    /// A variable that a closure or local function holds has a value by then, and is declared.
    private func capture(_ variable: VariableDeclaration, _ range: SourceRange, _ state: inout State) {
        read(variable, range, &state, what: "captured by a closure")
        guard let place = variable.range, case .local(let owner, _) = variable.storage, owner === body, !variable.semantic.isParameter,
            place.file === range.file, !range.file.isLibrary, place.start > range.end, reported.insert(ObjectIdentifier(variable)).inserted
        else { return }
        world.error(
            "closure captures '\(variable.name)' before it is declared", at: range,
            notes: [world.note("captured value declared here", at: variable)])
    }

    private func assign(_ target: Expression, _ state: inout State) {
        switch target.kind {
        case .variable(let variable):
            if isSelf(target) {
                state.isSelfReady = true
                for property in properties { state.sure.insert(ObjectIdentifier(property)) }
                return
            }
            set(variable, target.range, &state)
        case .property(let base, let variable, _, _) where isSelf(base):
            if tracked.contains(ObjectIdentifier(variable)) {
                set(variable, target.range, &state)
            } else if !variable.isStored || isDelegating {
                useSelf(target.range, &state, "property access '\(variable.name)'")
            }
        case .property(let base, _, _, _): assignInside(base, &state)
        case .tuple(let elements): for element in elements { assign(element, &state) }
        case .discard: return
        default: use(target, &state)
        }
    }

    /// What assigns the wrapper of a wrapped property, where `self` is not ready for the setter.
    private func firstWrapper(_ target: Expression, _ value: Expression, _ state: State)
        -> (backing: VariableDeclaration, assignment: Expression)?
    {
        guard !state.isSelfReady, !isDelegating, case .property(let base, let variable, let substitutions, _) = target.kind,
            isSelf(base), let wrapping = variable.semantic.wrapping, variable === wrapping.value,
            variable.context.selfNominal === checker.function?.context.selfNominal,
            wrapping.isInitializedByValue, !wrapping.isAutoclosure, let wrap = wrapping.wrap
        else { return nil }
        let backing = wrapping.backing
        let owner = Expression(.metatype(base.type), .metatype(base.type), target.range)
        let made = Expression(
            .call(wrap, substitutions, base: owner, arguments: [value], .direct), backing.type, target.range)
        let place = Expression(.property(base: base, backing, substitutions, .direct), backing.type, target.range)
        return (backing, Expression(.assign(target: place, value: made), .void, target.range))
    }

    private func assignInside(_ base: Expression, _ state: inout State) { use(base, &state) }
}
