/// What can be said of statements without running them.
enum Flow {
    /// Whether execution can come to the end of the statements.
    static func fallsThrough(_ statements: [Statement], _ world: World) -> Bool {
        for statement in statements where !fallsThrough(statement, world) { return false }
        return true
    }

    static func fallsThrough(_ statement: Statement, _ world: World) -> Bool {
        switch statement.kind {
        case .return, .fail, .throw, .break, .continue, .fallthrough: return false
        case .yield: return true
        case .expression(let value): return value.type != world.neverType
        case .block(let statements, let label):
            if fallsThrough(statements, world) { return true }
            return label.map { breaks(statements, to: $0) } ?? false
        case .if(_, let then, let otherwise, let label):
            guard let otherwise else { return true }
            if fallsThrough(then, world) || fallsThrough(otherwise, world) { return true }
            return label.map { breaks(then + otherwise, to: $0) } ?? false
        case .while(let conditions, let body, let label):
            if conditions.count == 1, case .boolean(let value) = conditions[0], isTrue(value) { return breaks(body, to: label) }
            return true
        case .repeatWhile(let body, let condition, let label):
            if isTrue(condition) { return breaks(body, to: label) }
            return fallsThrough(body, world) || breaks(body, to: label) || continues(body, to: label)
        case .switch(let node):
            for (index, clause) in node.cases.enumerated() {
                if breaks(clause.body, to: node.label) { return true }
                if fallsThrough(clause.body, world) { return true }
                _ = index
            }
            return false
        case .doCatch(let body, let clauses, let label):
            if fallsThrough(body, world) { return true }
            for clause in clauses where fallsThrough(clause.body, world) { return true }
            return label.map { breaks(body + clauses.flatMap { $0.body }, to: $0) } ?? false
        case .binding(_, let value): return value.type != world.neverType
        default: return true
        }
    }

    private static func isTrue(_ value: Expression) -> Bool {
        if case .literal(.boolean(true), _) = value.kind { return true }
        return false
    }

    static func breaks(_ statements: [Statement], to label: LabelID) -> Bool {
        contains(statements) {
            if case .break(let other) = $0.kind { return other == label }
            return false
        }
    }

    static func continues(_ statements: [Statement], to label: LabelID) -> Bool {
        contains(statements) {
            if case .continue(let other) = $0.kind { return other == label }
            return false
        }
    }

    private static func contains(_ statements: [Statement], _ condition: (Statement) -> Bool) -> Bool {
        statements.contains { statement in
            if condition(statement) { return true }
            switch statement.kind {
            case .block(let inner, _), .defer(let inner): return contains(inner, condition)
            case .if(_, let then, let otherwise, _): return contains(then, condition) || contains(otherwise ?? [], condition)
            case .guard(_, let otherwise): return contains(otherwise, condition)
            case .while(_, let body, _), .repeatWhile(let body, _, _): return contains(body, condition)
            case .forIn(let node): return contains(node.body, condition)
            case .switch(let node): return node.cases.contains { contains($0.body, condition) }
            case .doCatch(let body, let clauses, _):
                return contains(body, condition) || clauses.contains { contains($0.body, condition) }
            default: return false
            }
        }
    }
}

extension BodyChecker {
    func checkReturns(_ statements: [Statement], result: Type, end: SourceRange, what: String) {
        guard Flow.fallsThrough(statements, world) else { return }
        if result == world.neverType {
            world.error("\(what) with uninhabited return type 'Never' is missing call to another never-returning function", at: end)
            return
        }
        world.error("missing return in \(what) expected to return '\(result)'", at: end)
    }

    // MARK: Exhaustiveness

    /// Reports values that no case takes.
    func checkExhaustive(_ type: Type, _ cases: [SwitchCase], at range: SourceRange) {
        var rows: [[Space]] = []
        for clause in cases {
            for item in clause.items where item.guardCondition == nil || isTrueLiteral(item.guardCondition) {
                rows.append([space(item.pattern)])
            }
        }
        var budget = 20_000
        let missing = uncovered(rows, [type], &budget)
        if missing.isEmpty { return }
        if budget <= 0 {
            world.error("the compiler is unable to check that this switch is exhaustive in reasonable time", at: range)
            return
        }
        let texts = missing.compactMap { $0.first.map { text($0, type) } }
        var notes: [Diagnostic.Note] = []
        if texts.contains(where: { $0 == "_" }) {
            notes = [Diagnostic.Note("add a default clause")]
        } else {
            var seen: Set<String> = []
            notes = texts.filter { seen.insert($0).inserted }.map { Diagnostic.Note("add missing case: '\($0)'") }
        }
        world.error("switch must be exhaustive", at: range, notes: notes)
    }

    private func isTrueLiteral(_ value: Expression?) -> Bool {
        if let value, case .literal(.boolean(true), _) = value.kind { return true }
        return false
    }

    /// What a pattern takes, as far as it can be told.
    indirect enum Space {
        case all
        /// A constructor of the type with what its parts take: a case's index, a tuple (0), true and false.
        case constructor(Int, [Space])
        /// Something that cannot be counted on.
        case some
    }

    private func space(_ pattern: Pattern) -> Space {
        switch pattern.kind {
        case .any, .bind: return .all
        case .tuple(let parts): return .constructor(0, parts.map(space))
        case .boolean(let value): return .constructor(value ? 1 : 0, [])
        case .some(let inner): return .constructor(1, [space(inner)])
        case .none: return .constructor(0, [])
        case .enumCase(let enumCase, let payload):
            let count = enumCase.parameters.count
            if payload.count == count { return .constructor(enumCase.index, payload.map(space)) }
            if payload.count == 1, count > 1 {
                switch space(payload[0]) {
                case .all: return .constructor(enumCase.index, Array(repeating: .all, count: count))
                case .constructor(0, let parts) where parts.count == count: return .constructor(enumCase.index, parts)
                default: return .some
                }
            }
            return .constructor(enumCase.index, Array(repeating: .all, count: count))
        case .cast(let type, let inner):
            if type == pattern.type { return inner.map(space) ?? .all }
            return .some
        case .expression: return .some
        }
    }

    /// The constructors of a type with the types of their parts; nil for types that cannot be enumerated.
    private func constructors(_ type: Type) -> [(index: Int, parts: [Type])]? {
        if type == world.boolType { return [(1, []), (0, [])] }
        if let payload = type.optionalPayload { return [(1, [payload]), (0, [])] }
        switch type {
        case .tuple(let elements): return [(0, elements.map { $0.type })]
        case .nominal(let declaration, let arguments) where declaration.kind == .enum:
            if declaration.enumCases.isEmpty { return [] }
            let substitutions = declaration.substitutions(arguments)
            return declaration.enumCases.map { ($0.index, $0.parameters.map { substitutions.apply($0.type) }) }
        default: return nil
        }
    }

    /// Rows of values that no row of patterns takes.
    private func uncovered(_ rows: [[Space]], _ types: [Type], _ budget: inout Int) -> [[Space]] {
        budget -= 1
        if budget <= 0 { return [types.map { _ in .all }] }
        guard let first = types.first else { return rows.isEmpty ? [[]] : [] }
        let rest = Array(types.dropFirst())
        let usesConstructors = rows.contains {
            if case .constructor? = $0.first { return true }
            return false
        }
        if usesConstructors, let all = constructors(first) {
            var result: [[Space]] = []
            for (index, parts) in all {
                var inner: [[Space]] = []
                for row in rows {
                    switch row[0] {
                    case .all: inner.append(Array(repeating: .all, count: parts.count) + row.dropFirst())
                    case .constructor(let other, let spaces) where other == index && spaces.count == parts.count:
                        inner.append(spaces + row.dropFirst())
                    default: continue
                    }
                }
                for missing in uncovered(inner, parts + rest, &budget) {
                    result.append([.constructor(index, Array(missing.prefix(parts.count)))] + missing.dropFirst(parts.count))
                    if result.count > 24 { return result }
                }
            }
            return result
        }
        if let all = constructors(first), all.isEmpty { return [] }
        let defaults = rows.compactMap { row -> [Space]? in
            if case .all = row[0] { return Array(row.dropFirst()) }
            return nil
        }
        let missing = uncovered(defaults, rest, &budget)
        if missing.isEmpty { return [] }
        // Nothing was said of the constructors: each is missing.
        if rows.isEmpty, types.count == 1, let all = constructors(first), all.count < 20 {
            return all.map { [.constructor($0.index, Array(repeating: .all, count: $0.parts.count))] }
        }
        return missing.map { [.all] + $0 }
    }

    private func text(_ space: Space, _ type: Type) -> String {
        switch space {
        case .all, .some: return "_"
        case .constructor(let index, let parts):
            if type == world.boolType { return index == 1 ? "true" : "false" }
            if let payload = type.optionalPayload {
                return index == 0 ? ".none" : ".some(\(text(parts.first ?? .all, payload)))"
            }
            if case .tuple(let elements) = type {
                return "(" + zip(parts, elements).map { text($0, $1.type) }.joined(separator: ", ") + ")"
            }
            if case .nominal(let declaration, let arguments) = type, declaration.enumCases.indices.contains(index) {
                let enumCase = declaration.enumCases[index]
                if parts.isEmpty { return "." + enumCase.name }
                let substitutions = declaration.substitutions(arguments)
                let inner = zip(enumCase.parameters, parts).map { parameter, part -> String in
                    let spelt = text(part, substitutions.apply(parameter.type))
                    if spelt == "_" { return (parameter.label.map { $0 + ": " } ?? "") + "_" }
                    return (parameter.label.map { $0 + ": " } ?? "") + spelt
                }
                return "." + enumCase.name + "(" + inner.joined(separator: ", ") + ")"
            }
            return "_"
        }
    }
}
