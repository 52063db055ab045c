import SwiftSyntax

// What declarations ask of their type parameters, and what they inherit.

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
