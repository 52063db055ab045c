/// What the search tries next.
extension Solver {
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

    struct Bounds {
        var lower: [Type] = []
        var upper: [Type] = []
        var openLower: [TypeVariable] = []
        var openUpper: [TypeVariable] = []
        var locator: Locator?
        var isProduced = false
    }

    /// What a variable is bound by when nothing better is left, the strongest first.
    enum WeakGrounds {
        case lower, upper, produced

        func hold(_ bound: Bounds) -> Bool {
            switch self {
            case .lower: !bound.isProduced && !bound.lower.isEmpty
            case .upper: !bound.isProduced && !bound.upper.isEmpty
            case .produced: !bound.lower.isEmpty || !bound.upper.isEmpty
            }
        }
    }

    func weakBranch(
        _ grounds: WeakGrounds, _ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]
    ) -> Branch? {
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], grounds.hold(bound) else { continue }
            return bindBranch(variable, bound)
        }
        return nil
    }

    func nextBranch() -> Branch? {
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
            case .literal, .conforms, .isClass, .dropped: break
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
            // Where little is known, what a closure is handed is what is there of it already: `reduce(UInt64(0)) { … }`.
            if let best, best.weight >= 1000, let (variable, bound) = handedToClosures(bounds) {
                return bindBranch(variable, bound)
            }
            if let best, best.weight < 1000 || coalescing == nil {
                let isUninformed = best.weight >= 1000
                // Literals that everything waits for go first where the overloads know nothing else.
                let ordered = best.node.ordered(best.options, self)
                if isUninformed, let node = best.node as? OperatorNode, node.waitsForOperand(self),
                    node.operands.allSatisfy({ isFree($0.node.type) }), var branch = emptyLiteralBranch(unbound, bounds)
                {
                    branch.options += ordered.map { candidate in { [unowned self] in take(candidate, for: node) } }
                    return branch
                }
                return Branch(
                    options: ordered.map { candidate in
                        { [unowned self] in take(candidate, for: best.node) }
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
        for node in keyPaths { if let option = node.erased(self) { return Branch(options: [option]) } }
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

    /// A parameter of a closure whose type only values that are handed to it tell.
    private func handedToClosures(_ bounds: [TypeVariable: Bounds]) -> (TypeVariable, Bounds)? {
        for node in openedClosures {
            for type in node.opened?.parameterTypes ?? [] {
                guard let variable = resolve(type).variable, variable.literal == nil, let bound = bounds[variable],
                    !bound.isProduced, !bound.lower.isEmpty
                else { continue }
                return (variable, bound)
            }
        }
        return nil
    }

    /// Tries a candidate. Where all types are known before, nothing else would tell the choice that it is made.
    private func take(_ candidate: Candidate, for node: ChoiceNode) -> Bool {
        guard node.choose(candidate, self) else { return false }
        for (_, constraint) in activeConstraints {
            if case .choice(let other) = constraint.kind, other === node { close(constraint) }
        }
        return true
    }

    /// Literals that what stands around them may give a type: elements of other literals, arguments and operands.
    func heldBackLiterals(
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
    func isAtLiberty(_ variable: TypeVariable, _ bounds: [TypeVariable: Bounds]) -> Bool {
        guard let bound = bounds[variable] else { return true }
        return !bound.isProduced && bound.upper.isEmpty
            && bound.openUpper.allSatisfy { next in
                bounds[next].map { !$0.isProduced && $0.upper.isEmpty && $0.openUpper.isEmpty } ?? true
            }
    }

    /// `[]` and `[:]` beside an overload that knows nothing yet.
    func emptyLiteralBranch(_ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]) -> Branch? {
        for variable in unbound where variable.literal == nil && variable.closure == nil {
            guard let bound = bounds[variable], !bound.isProduced, bound.lower.isEmpty else { continue }
            let kinds = bound.openLower.compactMap { $0.literal }
            guard !kinds.isEmpty, let type = literalJoin(kinds) else { continue }
            let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
            return Branch(options: [{ [unowned self] in bind(variable, type, locator) }])
        }
        return nil
    }

    func isPending(_ variable: TypeVariable, _ bounds: [TypeVariable: Bounds]) -> Bool {
        bounds[variable]?.isProduced ?? false
    }

    /// What a closure's result has to convert to, if something says so.
    func expectedResult(_ type: Type, _ bounds: [TypeVariable: Bounds]) -> Type? {
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
    func cycle(_ unbound: [TypeVariable], _ bounds: [TypeVariable: Bounds]) -> Branch? {
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

    func bindBranch(_ variable: TypeVariable, _ bound: Bounds) -> Branch {
        let locator = bound.locator ?? Locator(kind: .other, range: generator.rootRange)
        var types: [Type] = []
        let kinds = bound.openLower.compactMap { $0.literal }
        let hasNil = kinds.contains(.nil)
        if !bound.lower.isEmpty {
            let lower = bound.lower.map { simplify($0) }
            if let joined = join(lower) { types.append(joined) }
            if let other = lower.first(where: { !types.contains($0) }) { types.append(other) }
            if let first = types.first, !first.isOptional {
                // `nil` beside a value of a type that has a `nil` of its own is that.
                if hasNil, !acceptsLiteral(first, .nil) {
                    types.insert(world.optional(first), at: 0)
                } else {
                    types.append(world.optional(first))
                }
            }
            if kinds.contains(.float), types.first == world.intType { types = [world.doubleType] + types }
            for upper in bound.upper where !types.contains(simplify(upper)) { types.append(simplify(upper)) }
        } else {
            // A literal where an optional is expected is its value first.
            let isValue = !kinds.isEmpty && !hasNil
            for upper in bound.upper.map(simplify) {
                if isValue, let payload = upper.optionalPayload { types.append(payload) }
                types.append(upper)
            }
        }
        return Branch(
            options: types.map { type in
                { [unowned self] in bind(variable, type, locator) }
            })
    }

    /// The type that literals of these kinds have together.
    func literalJoin(_ kinds: [LiteralKind]) -> Type? {
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
            if case .metatype(let a) = result, case .metatype(let b) = type, let superclass = commonSuperclass(resolve(a), resolve(b)) {
                result = .metatype(superclass)
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
