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

extension AssociatedTypeDeclaration {
    /// The declaration of this name in the protocol that had it first.
    var root: AssociatedTypeDeclaration {
        if let root = semantic.root { return root }
        semantic.root = self
        for proto in owner.inheritanceClosure where proto !== owner {
            if let other = proto.associatedTypes.first(where: { $0.name == name }) {
                semantic.root = other.root
                break
            }
        }
        return semantic.root ?? self
    }

    private func resolveBounds() {
        if semantic.protocols != nil { return }
        semantic.protocols = []
        guard let inheritance = semantic.inheritance, let file = semantic.file else { return }
        let resolver = TypeResolver(owner.memberContext, file: file)
        for item in inheritance.inheritedTypes {
            let type = resolver.resolve(item.type)
            for requirement in context.world.constraint(.error == type ? .error : .parameter(owner.selfParameter), type,
                resolver.range(item))
            {
                switch requirement {
                case .conforms(_, let proto): semantic.protocols?.append(proto)
                case .superclass(_, let superclass): semantic.superclass = superclass
                case .isClass: semantic.isClass = true
                case .same: break
                }
            }
        }
    }

    var protocols: [NominalDeclaration] {
        resolveBounds()
        return semantic.protocols ?? []
    }

    var superclassBound: Type? {
        resolveBounds()
        return semantic.superclass
    }

    var defaultType: Type? {
        if let known = semantic.defaultType { return known }
        semantic.defaultType = .some(nil)
        if let syntax = semantic.defaultSyntax, let file = semantic.file {
            let type = context.world.within(owner.signature) {
                TypeResolver(owner.memberContext, file: file).resolve(syntax)
            }
            semantic.defaultType = .some(type)
        }
        return semantic.defaultType ?? nil
    }
}

extension NominalDeclaration {
    var ownGenericParameterCount: Int { semantic.genericParameterSyntax?.parameters.count ?? 0 }
    var primaryAssociatedTypeNames: [String] { semantic.primaryAssociatedTypes }

    func resolveSignature() -> GenericSignature {
        if let signature = semantic.signature { return signature }
        if kind == .protocol {
            let signature = GenericSignature(
                parameters: [selfParameter], requirements: [.conforms(.parameter(selfParameter), self)])
            semantic.signature = signature
            return signature
        }
        let outer = context.signature
        let syntaxes = semantic.genericParameterSyntax?.parameters.map { $0 } ?? []
        let own = syntaxes.map { GenericParameter($0.name.identifierText) }
        if own.isEmpty && semantic.whereSyntax == nil {
            semantic.signature = outer
            return outer
        }
        // Its parameters are in scope while its requirements are resolved.
        semantic.signature = GenericSignature(
            parameters: outer.parameters + own, requirements: outer.requirements)
        semantic.isResolvingSignature = true
        defer { semantic.isResolvingSignature = false }
        guard let file = semantic.file else { return outer }
        let signature = world.makeSignature(
            outer: outer, own: own, clause: semantic.genericParameterSyntax, whereClauses: [semantic.whereSyntax],
            context: memberContext, file: file)
        semantic.signature = signature
        return signature
    }

    /// A protocol and all it inherits from, itself first; for other types just themselves.
    var inheritanceClosure: [NominalDeclaration] {
        if let known = semantic.inheritedProtocolClosure { return known }
        if semantic.isResolvingInheritance { return [self] }
        var result = [self]
        for parent in resolveInheritance().protocols {
            for proto in parent.inheritanceClosure where !result.contains(proto) { result.append(proto) }
        }
        semantic.inheritedProtocolClosure = result
        return result
    }

    /// What a protocol requires of its associated types (where clauses), in terms of its `Self`.
    var requirementRules: [Requirement] {
        if let known = semantic.requirementRules { return known }
        semantic.requirementRules = []
        guard kind == .protocol, let file = semantic.file else { return [] }
        var result: [Requirement] = []
        let resolver = TypeResolver(memberContext, file: file)
        let base = GenericSignature(
            parameters: [selfParameter], requirements: [.conforms(.parameter(selfParameter), self)])
        var clauses: [GenericWhereClauseSyntax] = []
        if let clause = semantic.whereSyntax { clauses.append(clause) }
        for associated in associatedTypes {
            if let clause = associated.semantic.whereSyntax { clauses.append(clause) }
            for item in associated.semantic.inheritance?.inheritedTypes ?? [] {
                // `associatedtype SubSequence: Sequence<Element>` binds the primary associated type.
                guard let identifier = item.type.as(IdentifierTypeSyntax.self), identifier.genericArgumentClause != nil
                else { continue }
                let type = resolver.resolve(item.type)
                for requirement in world.constraint(
                    .member(.parameter(selfParameter), associated.root), type, resolver.range(item))
                {
                    if case .same = requirement { result.append(requirement) }
                }
            }
        }
        for clause in clauses {
            result += world.requirements(
                clause, resolver: resolver, parameters: [selfParameter], known: base.requirements)
        }
        semantic.requirementRules = result
        return result
    }

    func resolveInheritance() -> NominalInheritance {
        if let known = semantic.inheritanceResolved { return known }
        if semantic.isResolvingInheritance { return NominalInheritance() }
        semantic.isResolvingInheritance = true
        defer { semantic.isResolvingInheritance = false }
        var result = NominalInheritance()
        guard let inheritance = semantic.inheritance, let file = semantic.file else {
            semantic.inheritanceResolved = result
            return result
        }
        let resolver = TypeResolver(memberContext.parent ?? memberContext, file: file)
        let inner = TypeResolver(memberContext, file: file)
        for (index, item) in inheritance.inheritedTypes.enumerated() {
            var syntax = item.type
            if let attributed = syntax.as(AttributedTypeSyntax.self) { syntax = attributed.baseType }
            let type =
                ownGenericParameterCount > 0
                ? world.within(signature, completedBy: { self.signature }) { inner.resolve(syntax) } : resolver.resolve(syntax)
            switch type {
            case .existential(let existential):
                for proto in existential.protocols {
                    if proto === self || (kind == .protocol && proto.inheritanceClosure.contains(self)) {
                        world.error("protocol '\(name)' refines itself", at: resolver.range(item))
                        continue
                    }
                    result.protocols.append(proto)
                    result.inheritedSyntax.append((proto, Syntax(item)))
                    if proto.requiresClass { result.isClassBound = true }
                }
                if existential.isAnyObject { result.isClassBound = true }
                if let superclass = existential.superclass { result.superclass = superclass }
            case .nominal(let declaration, _) where declaration.kind == .class && kind == .class:
                if index > 0 {
                    world.error(
                        "superclass '\(type)' must appear first in the inheritance clause", at: resolver.range(item))
                }
                if declaration === self {
                    world.error("'\(name)' inherits from itself", at: resolver.range(item))
                } else if let cycle = declaration.semantic.inheritanceResolved == nil
                    && declaration.semantic.isResolvingInheritance ? declaration : nil
                {
                    world.error("'\(cycle.name)' inherits from itself", at: resolver.range(item))
                } else {
                    if declaration.isFinal {
                        world.error("inheritance from a final class '\(declaration.name)'", at: resolver.range(item))
                    } else if declaration.isLibrary, !file.isLibrary, declaration.access != .open {
                        world.error(
                            "cannot inherit from non-open class '\(declaration.name)' outside of its defining module",
                            at: resolver.range(item))
                    }
                    result.superclass = type
                }
            case .nominal where kind == .enum:
                result.rawType = type
            case .error: break
            default:
                if kind == .protocol, case .nominal(let declaration, _) = type, declaration.kind == .class {
                    result.superclass = type
                    result.isClassBound = true
                } else {
                    let what = "\(kind.rawValue)"
                    _ = what
                    world.error(
                        "inheritance from non-protocol type '\(type)'", at: resolver.range(item))
                }
            }
        }
        semantic.inheritanceResolved = result
        return result
    }
}

extension ExtensionDeclaration {
    func resolveSignature() -> GenericSignature {
        if let signature = semantic.signature { return signature }
        let outer = extended.signature
        // Of a type whose own requirements are being resolved not all is known yet.
        let isComplete = !extended.semantic.isResolvingSignature
        guard let whereSyntax = semantic.whereSyntax, let file = semantic.file else {
            if isComplete { semantic.signature = outer }
            return outer
        }
        semantic.signature = outer
        let signature = world.makeSignature(
            outer: outer, own: [], clause: nil, whereClauses: [whereSyntax], context: self, file: file)
        semantic.signature = isComplete ? signature : nil
        return signature
    }

    /// Requirements beyond those of the extended type.
    var conditions: [Requirement] { Array(signature.requirements.dropFirst(extended.signature.requirements.count)) }
}
