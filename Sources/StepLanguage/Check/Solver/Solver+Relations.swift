/// Requirements of generic declarations, and what one type has to be for another.
extension Solver {
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

    func memberType(_ base: Type, _ declaration: AssociatedTypeDeclaration, _ locator: Locator) -> Type {
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

    func all(_ pairs: [(Type, Type)], _ relation: Relation, _ locator: Locator) -> Answer {
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

    func optionalDepth(_ type: Type) -> Int {
        var depth = 0
        var current = resolve(type)
        while let payload = current.optionalPayload {
            depth += 1
            current = resolve(payload)
        }
        return depth
    }

    /// A type parameter as the same-type requirements in force spell it.
    func spelling(_ type: Type) -> Type {
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
    func relateLiteral(
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

    func relateEqual(_ a: Type, _ b: Type, _ locator: Locator) -> Answer {
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

    func relateConversion(_ a: Type, _ b: Type, _ locator: Locator) -> Answer {
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
                return .no
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
            if case .existential(let existential) = rightType {
                return relateExistential(leftType, existential, rightType, locator)
            }
            if leftType.isClass, rightType.isClass { return all([(left, right)], .conversion, locator) }
            return all([(left, right)], .equal, locator)
        default:
            return simplify(a) == simplify(b) ? .yes : .no
        }
    }

    func toAnyHashable(_ a: Type, _ locator: Locator) -> Answer {
        guard let hashable = world.known("Hashable") else { return .no }
        score.userConversion += 1
        return add(.conforms(a, hashable), locator) ? .yes : .no
    }

    func relateExistential(
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
}
