/// Two ways to one place in a call: what is handed over by reference may not be reached otherwise meanwhile.
extension ExpressionBuilder {
    private struct Access {
        let root: VariableDeclaration
        /// The stored properties and tuple elements passed through; what follows a subscript or a computed property
        /// is the whole place before it.
        let path: [String]
        let isVariable: Bool
        let range: SourceRange

        var name: String { ([root.name] + path).joined(separator: ".") }

        func overlaps(_ other: Access) -> Bool {
            guard root === other.root else { return false }
            return zip(path, other.path).allSatisfy { $0 == $1 }
        }
    }

    /// Reports accesses to one variable that overlap: places passed `inout`, the `self` of a mutating method, and
    /// what a closure passed along captures.
    func checkExclusivity(base: Expression?, arguments: [Expression]) {
        var accesses: [Access] = []
        if let base, let access = access(base) { accesses.append(access) }
        for argument in arguments {
            guard case .inout(let place) = argument.kind, let access = access(place) else { continue }
            for earlier in accesses where earlier.overlaps(access) {
                if earlier.isVariable, access.isVariable {
                    world.error("inout arguments are not allowed to alias each other", at: argument.range)
                } else {
                    reportOverlap(earlier.name, earlier.range)
                }
                return
            }
            accesses.append(access)
        }
        guard !accesses.isEmpty else { return }
        for argument in arguments {
            guard let closure = closure(argument), !closure.isEscaping, !closure.isAutoclosure else { continue }
            for access in accesses where access.path.isEmpty {
                if closure.body.captures.contains(where: { $0 === access.root })
                    || closure.body.globals.contains(ObjectIdentifier(access.root))
                {
                    return reportOverlap(access.name, access.range)
                }
            }
        }
    }

    private func reportOverlap(_ name: String, _ range: SourceRange) {
        world.error(
            "overlapping accesses to '\(name)', but modification requires exclusive access; consider copying to a local variable",
            at: range)
    }

    private func closure(_ argument: Expression) -> ClosureExpression? {
        switch argument.kind {
        case .closure(let closure): closure
        case .convert(let inner, _): closure(inner)
        default: nil
        }
    }

    private func access(_ place: Expression) -> Access? {
        var path: [String] = []
        var current = place
        if case .inout(let inner) = place.kind { current = inner }
        let whole = current
        while true {
            switch current.kind {
            case .variable(let variable):
                return Access(root: variable, path: path.reversed(), isVariable: current === whole, range: place.range)
            case .property(let base, let variable, _, _):
                if base.type.isClass { return nil }
                if case .metatype = base.type { return nil }
                if case .stored = variable.storage, variable.willSet == nil, variable.didSet == nil {
                    path.append(variable.name)
                } else {
                    path = []
                }
                current = base
            case .tupleElement(let base, let index):
                path.append(String(index))
                current = base
            case .chain(let base), .forceUnwrap(let base), .optionalChain(let base, _):
                current = base
            case .subscript(let base, _, _, _, _):
                if base.type.isClass { return nil }
                path = []
                current = base
            default: return nil
            }
        }
    }
}
