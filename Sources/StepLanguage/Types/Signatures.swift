import SwiftSyntax

/// What is known of a type parameter under a signature.
struct GenericSignatureCache {
    var protocols: [Type: [NominalDeclaration]] = [:]
    var reduced: [Type: Type] = [:]
    var superclasses: [Type: Type?] = [:]
}

extension World {
    // MARK: Building

    /// The signature of a declaration with its own generic parameters, `some P` parameters and where clause.
    func makeSignature(
        outer: GenericSignature, own: [GenericParameter], clause: GenericParameterClauseSyntax?,
        extra: [Requirement] = [], whereClauses: [GenericWhereClauseSyntax?], context: DeclarationContext,
        file: SourceFile
    ) -> GenericSignature {
        if own.isEmpty && whereClauses.allSatisfy({ $0 == nil }) && extra.isEmpty { return outer }
        let resolver = TypeResolver(context, file: file)
        var requirements = outer.requirements
        requirements += extra
        if let clause {
            for (parameter, syntax) in zip(own, clause.parameters) {
                if let each = syntax.specifier {
                    error("a parameter pack is not supported in lessons", at: range(each, file))
                }
                if let inherited = syntax.inheritedType {
                    let subject = Type.parameter(parameter)
                    // Constraints may mention the parameters themselves: what is known so far has to be in force.
                    let partial = GenericSignature(parameters: outer.parameters + own, requirements: requirements)
                    let type = within(partial) { resolver.resolve(inherited) }
                    requirements += constraint(subject, type, range(inherited, file))
                }
            }
        }
        for clause in whereClauses {
            guard let clause else { continue }
            requirements += self.requirements(
                clause, resolver: resolver, parameters: outer.parameters + own, known: requirements)
        }
        return GenericSignature(parameters: outer.parameters + own, requirements: requirements)
    }

    func requirements(
        _ clause: GenericWhereClauseSyntax, resolver: TypeResolver, parameters: [GenericParameter],
        known: [Requirement]
    ) -> [Requirement] {
        var result: [Requirement] = []
        // Conformances first: the members of other requirements may come from them.
        for pass in 0..<2 {
            for item in clause.requirements {
                let partial = GenericSignature(parameters: parameters, requirements: known + result)
                switch item.requirement {
                case .conformanceRequirement(let node):
                    guard (pass == 0) == node.leftType.is(IdentifierTypeSyntax.self) else { continue }
                    let left = within(partial, completedBy: completedEnvironment) { resolver.resolve(node.leftType) }
                    let right = within(partial, completedBy: completedEnvironment) { resolver.resolve(node.rightType) }
                    result += constraint(left, right, resolver.range(node.rightType))
                case .sameTypeRequirement(let node):
                    guard pass == 1 else { continue }
                    guard case .type(let leftSyntax) = node.leftType, case .type(let rightSyntax) = node.rightType
                    else { continue }
                    let left = within(partial, completedBy: completedEnvironment) { resolver.resolve(leftSyntax) }
                    let right = within(partial, completedBy: completedEnvironment) { resolver.resolve(rightSyntax) }
                    if !left.isError && !right.isError { result.append(.same(left, right)) }
                case .layoutRequirement(let node):
                    guard pass == 0 else { continue }
                    error("a layout requirement is not supported in lessons", at: resolver.range(node))
                }
            }
        }
        return result
    }

    /// `subject: constraint`
    func constraint(_ subject: Type, _ constraint: Type, _ range: SourceRange) -> [Requirement] {
        if subject.isError { return [] }
        switch constraint {
        case .existential(let existential):
            var result = existential.protocols.map { Requirement.conforms(subject, $0) }
            if existential.isAnyObject { result.append(.isClass(subject)) }
            if let superclass = existential.superclass { result.append(.superclass(subject, superclass)) }
            for (associated, type) in existential.arguments {
                result.append(.same(.member(subject, associated), type))
            }
            return result
        case .nominal(let declaration, _) where declaration.kind == .class:
            return [.superclass(subject, constraint)]
        case .error: return []
        default:
            error("type '\(subject)' constrained to non-protocol, non-class type '\(constraint)'", at: range)
            return []
        }
    }

    /// What a value of an associated type is known to be when only the existential is: what the protocols fix, or else
    /// conform it to.
    func upperBound(of associated: AssociatedTypeDeclaration, in existential: ExistentialType) -> Type {
        var protocols: [NominalDeclaration] = []
        for known in existential.protocols where known.inheritanceClosure.contains(associated.owner) {
            let found: Type? = within(known.signature) {
                let member = Type.member(.parameter(known.selfParameter), associated)
                let reduced = reduce(member)
                if !reduced.hasParameters { return reduced }
                protocols += self.protocols(of: reduced)
                return nil
            }
            if let found { return found }
        }
        return .existential(self.existential(protocols, superclass: nil, isAnyObject: false, arguments: [:]))
    }

    /// A function's signature with what its types ask of its type parameters: `Set<T>` among them makes `T: Hashable`.
    func completed(_ signature: GenericSignature, outer: GenericSignature, _ semantic: FunctionSemantics) -> GenericSignature {
        if signature.parameters.count == outer.parameters.count, signature.requirements.count == outer.requirements.count {
            return signature
        }
        var result = signature
        var types = semantic.parameters.map(\.type) + [semantic.result]
        for case .same(let left, let right) in signature.requirements { types += [left, right] }
        for type in types where type.hasParameters {
            _ = type.contains { part in
                guard case .nominal(let nominal, let arguments) = part, arguments.contains(where: \.hasParameters) else {
                    return false
                }
                let substitutions = nominal.substitutions(arguments)
                for requirement in nominal.signature.requirements {
                    guard case .conforms(let subject, let proto) = requirement else { continue }
                    let asked = substitutions.apply(subject)
                    switch asked {
                    case .parameter, .member:
                        if within(result, { conforms(asked, to: proto) }) { continue }
                        result = GenericSignature(
                            parameters: result.parameters, requirements: result.requirements + [.conforms(asked, proto)])
                    default: continue
                    }
                }
                return false
            }
        }
        return result
    }

    /// - Parameter completed: the signature once it is whole, where `body` finds the types that add to it.
    func within<T>(
        _ signature: GenericSignature, completedBy completed: (() -> GenericSignature)? = nil, _ body: () -> T
    ) -> T {
        let saved = (environment, completedEnvironment)
        (environment, completedEnvironment) = (signature, completed)
        defer { (environment, completedEnvironment) = saved }
        return body()
    }

    func existential(
        _ protocols: [NominalDeclaration], superclass: Type?, isAnyObject: Bool,
        arguments: [AssociatedTypeDeclaration: Type]
    ) -> ExistentialType {
        var unique: [NominalDeclaration] = []
        for proto in protocols where !unique.contains(proto) { unique.append(proto) }
        let reduced = unique.filter { proto in
            !unique.contains { $0 !== proto && $0.inheritanceClosure.contains(proto) }
        }
        return ExistentialType(
            protocols: reduced.sorted { $0.name < $1.name }, superclass: superclass,
            isAnyObject: isAnyObject, arguments: arguments)
    }

    // MARK: Asking

    /// The protocols that a type parameter is known to conform to, inherited ones included.
    func protocols(of type: Type) -> [NominalDeclaration] {
        if let cached = environment.cache.protocols[type] { return cached }
        var found: [NominalDeclaration] = []
        func add(_ proto: NominalDeclaration) {
            for inherited in proto.inheritanceClosure where !found.contains(inherited) { found.append(inherited) }
        }
        switch type {
        case .parameter(let parameter):
            if let proto = parameter.selfProtocol { add(proto) }
        case .member(let base, let associated):
            for candidate in sameNamed(associated, in: base) {
                for proto in candidate.protocols { add(proto) }
            }
            // Where clauses of protocols that a prefix of the type conforms to.
            var prefix = base
            while true {
                for proto in protocols(of: prefix) {
                    for case .conforms(let subject, let required) in proto.requirementRules
                    where Substitutions([proto.selfParameter: prefix]).applyRaw(subject) == type {
                        add(required)
                    }
                }
                guard case .member(let next, _) = prefix else { break }
                prefix = next
            }
        default: return []
        }
        for requirement in environment.requirements {
            if case .conforms(let subject, let proto) = requirement, subject == type || reduce(subject) == type {
                add(proto)
            }
        }
        environment.cache.protocols[type] = found
        return found
    }

    private func sameNamed(_ associated: AssociatedTypeDeclaration, in base: Type) -> [AssociatedTypeDeclaration] {
        var result = [associated]
        for proto in protocols(of: base) {
            if let other = proto.associatedTypes.first(where: { $0.name == associated.name }), other !== associated {
                result.append(other)
            }
        }
        return result
    }

    /// The superclass that a type parameter is bound by.
    func superclassBound(of type: Type) -> Type? {
        for requirement in environment.requirements {
            if case .superclass(let subject, let superclass) = requirement, subject == type || reduce(subject) == type {
                return superclass
            }
        }
        if case .member(_, let associated) = type { return associated.superclassBound }
        return nil
    }

    /// Whether values of a type can only be objects.
    func holdsObjects(_ type: Type) -> Bool {
        switch type {
        case .parameter, .member: isClassBound(type)
        default: type.isClass
        }
    }

    func isClassBound(_ type: Type) -> Bool {
        if superclassBound(of: type) != nil { return true }
        for requirement in environment.requirements {
            if case .isClass(let subject) = requirement, subject == type || reduce(subject) == type { return true }
        }
        return protocols(of: type).contains { $0.requiresClass }
    }

    /// The one spelling of a type under the same-type requirements in force.
    func reduce(_ type: Type) -> Type {
        switch type {
        case .parameter:
            guard !environment.requirements.isEmpty else { return type }
            if let cached = environment.cache.reduced[type] { return cached }
            environment.cache.reduced[type] = type
            let result = rewriteStep(type).map(reduce) ?? type
            environment.cache.reduced[type] = result
            return result
        case .member(let base, let associated):
            if let cached = environment.cache.reduced[type] { return cached }
            depth += 1
            defer { depth -= 1 }
            if depth > 200 { return type }
            environment.cache.reduced[type] = type
            let result = reduceMember(base, associated)
            environment.cache.reduced[type] = result
            return result
        default:
            guard type.hasParameters else { return type }
            return type.transformed {
                switch $0 {
                case .parameter, .member: return reduce($0)
                default: return nil
                }
            }
        }
    }

    private func reduceMember(_ base: Type, _ associated: AssociatedTypeDeclaration) -> Type {
        let newBase = reduce(base)
        switch newBase {
        case .parameter, .member: break
        default: return newBase.associatedType(associated)
        }
        let type = Type.member(newBase, associated)
        if let next = rewriteStep(type) { return reduce(next) }
        // Rules that protocols state about their associated types.
        var prefix = newBase
        while true {
            for proto in protocols(of: prefix) {
                for case .same(let left, let right) in proto.requirementRules {
                    let here = Substitutions([proto.selfParameter: prefix])
                    let leftHere = here.applyRaw(left)
                    let rightHere = here.applyRaw(right)
                    if let target = orient(leftHere, rightHere), target.from == type { return reduce(target.to) }
                }
            }
            guard case .member(let next, _) = prefix else { break }
            prefix = next
        }
        return type
    }

    private func rewriteStep(_ type: Type) -> Type? {
        for requirement in environment.requirements {
            guard case .same(let left, let right) = requirement, let rule = orient(left, right) else { continue }
            if rule.from == type { return rule.to }
        }
        // A requirement may be spelt with a base that another one rewrites.
        if case .member = type {
            for requirement in environment.requirements {
                guard case .same(let left, let right) = requirement else { continue }
                if case .member(let base, let associated) = left, base != reduce(base),
                    Type.member(reduce(base), associated) == type
                {
                    return right
                }
            }
        }
        return nil
    }

    private func orient(_ left: Type, _ right: Type) -> (from: Type, to: Type)? {
        switch (rank(left), rank(right)) {
        case (nil, nil): return nil
        case (_, nil): return right.contains { $0 == left } ? nil : (left, right)
        case (nil, _): return left.contains { $0 == right } ? nil : (right, left)
        case (let leftRank?, let rightRank?):
            if left == right { return nil }
            return leftRank >= rightRank ? (left, right) : (right, left)
        }
    }

    /// How far a type parameter is from being the simplest spelling; nil for types that are not parameters.
    private func rank(_ type: Type) -> Int? {
        switch type {
        case .parameter(let parameter):
            return environment.parameters.firstIndex(of: parameter) ?? 0
        case .member(let base, _): return (rank(base) ?? 0) + 1000
        default: return nil
        }
    }
}

extension Substitutions {
    /// Replaces parameters without resolving members: the spelling stays `Base.Member`.
    func applyRaw(_ type: Type) -> Type {
        type.transformed { part in
            if case .parameter(let parameter) = part { return map[parameter] ?? part }
            return nil
        }
    }
}
