import SwiftSyntax

extension NominalDeclaration {
    /// The conformances that it and its extensions state, inherited protocols included; none of its superclass's.
    func collectConformances() -> [Conformance] {
        if semantic.didCollectConformances || semantic.isCollectingConformances { return semantic.conformanceList }
        semantic.isCollectingConformances = true
        defer {
            semantic.isCollectingConformances = false
            semantic.didCollectConformances = true
        }
        func add(_ proto: NominalDeclaration, _ statedIn: DeclarationContext, _ range: SourceRange?, implied: Bool) {
            let key = ObjectIdentifier(proto)
            if semantic.conformances[key] == nil {
                let conformance = Conformance(nominal: self, proto: proto, statedIn: statedIn)
                conformance.semantic.range = range
                conformance.semantic.isImplied = implied
                if let made = statedIn as? ExtensionDeclaration { conformance.conditions = made.conditions }
                semantic.conformances[key] = conformance
                semantic.conformanceList.append(conformance)
            }
            for parent in proto.inheritanceClosure.dropFirst() {
                let key = ObjectIdentifier(parent)
                if semantic.conformances[key] == nil {
                    let conformance = Conformance(nominal: self, proto: parent, statedIn: statedIn)
                    conformance.semantic.range = range
                    conformance.semantic.isImplied = true
                    if let made = statedIn as? ExtensionDeclaration { conformance.conditions = made.conditions }
                    semantic.conformances[key] = conformance
                    semantic.conformanceList.append(conformance)
                }
            }
        }
        for (proto, syntax) in resolveInheritance().inheritedSyntax {
            add(proto, memberContext, semantic.file.map { world.range(syntax, $0) }, implied: false)
        }
        let extensions = allExtensions
        // Unconditional statements first: what they imply has no conditions.
        for pass in 0..<2 {
            for made in extensions {
                guard let inheritance = made.semantic.inheritance, let file = made.semantic.file else { continue }
                guard (made.semantic.whereSyntax == nil) == (pass == 0) else { continue }
                let resolver = TypeResolver(made, file: file)
                for item in inheritance.inheritedTypes {
                    var syntax = item.type
                    if let attributed = syntax.as(AttributedTypeSyntax.self) { syntax = attributed.baseType }
                    guard case .existential(let existential) = resolver.resolve(syntax) else { continue }
                    for proto in existential.protocols { add(proto, made, resolver.range(item), implied: false) }
                }
            }
        }
        if kind == .enum {
            if rawType != nil, let proto = world.known("RawRepresentable") {
                add(proto, memberContext, nil, implied: true)
            }
            if isPlainEnum || (rawType != nil), let hashable = world.known("Hashable") {
                add(hashable, memberContext, nil, implied: true)
            }
        }
        return semantic.conformanceList
    }

    func conformance(to proto: NominalDeclaration) -> Conformance? {
        _ = collectConformances()
        return semantic.conformances[ObjectIdentifier(proto)]
    }
}

extension World {
    /// Whether a type conforms; type parameters as the environment says.
    func conforms(_ type: Type, to proto: NominalDeclaration) -> Bool {
        conformanceDepth += 1
        defer { conformanceDepth -= 1 }
        if conformanceDepth > 60 { return false }
        switch type {
        case .nominal(let declaration, let arguments):
            if proto.name == "Sendable" || proto.name == "Copyable" || proto.name == "BitwiseCopyable" { return true }
            guard let (conformance, level) = findConformance(declaration, arguments, proto) else { return false }
            if conformance.conditions.isEmpty { return true }
            let substitutions = conformance.nominal.substitutions(level)
            return conformance.conditions.allSatisfy { holds($0, substitutions) }
        case .parameter, .member:
            if protocols(of: type).contains(proto) { return true }
            if let superclass = superclassBound(of: type) { return conforms(superclass, to: proto) }
            return false
        case .existential(let existential):
            if existential.protocols.contains(where: { $0.inheritanceClosure.contains(proto) }) {
                return proto.selfConforms
            }
            if let superclass = existential.superclass { return conforms(superclass, to: proto) }
            return false
        case .opaque(let opaque, _):
            return opaque.constraint.protocols.contains { $0.inheritanceClosure.contains(proto) }
        case .error, .variable: return true
        case .lvalue(let inner): return conforms(inner, to: proto)
        case .tuple, .function, .metatype, .inout: return false
        }
    }

    func findConformance(
        _ declaration: NominalDeclaration, _ arguments: [Type], _ proto: NominalDeclaration
    ) -> (Conformance, [Type])? {
        var current: NominalDeclaration? = declaration
        var level = arguments
        var visited = 0
        while let nominal = current, visited < 100 {
            visited += 1
            if let conformance = nominal.conformance(to: proto) { return (conformance, level) }
            guard let superclass = nominal.superclass else { return nil }
            let next = nominal.substitutions(level).apply(superclass)
            current = next.nominal
            level = next.arguments
        }
        return nil
    }

    func holds(_ requirement: Requirement, _ substitutions: Substitutions) -> Bool {
        switch requirement {
        case .conforms(let subject, let proto): return conforms(substitutions.apply(subject), to: proto)
        case .same(let left, let right):
            let a = substitutions.apply(left)
            let b = substitutions.apply(right)
            return a == b || reduce(a) == reduce(b) || a.isError || b.isError || a.hasVariables || b.hasVariables
        case .superclass(let subject, let superclass):
            let type = substitutions.apply(subject)
            if type.isError { return true }
            return isSubclass(type, of: substitutions.apply(superclass))
        case .isClass(let subject):
            let type = substitutions.apply(subject)
            switch type {
            case .parameter, .member: return isClassBound(type)
            default: return type.isClass || type.isError
            }
        }
    }

    func isSubclass(_ type: Type, of superclass: Type) -> Bool {
        guard let declaration = superclass.nominal, let level = self.superclass(of: type, declaration: declaration)
        else { return false }
        return level == superclass
    }

    /// The superclass of a type (or the type itself) that a class declares.
    func superclass(of type: Type, declaration: NominalDeclaration) -> Type? {
        var current = type
        for _ in 0..<100 {
            switch current {
            case .nominal(let nominal, let arguments):
                if nominal === declaration { return current }
                guard let superclass = nominal.superclass else { return nil }
                current = nominal.substitutions(arguments).apply(superclass)
            case .existential(let existential):
                guard let superclass = existential.superclass else { return nil }
                current = superclass
            case .parameter, .member:
                guard let superclass = superclassBound(of: current) else { return nil }
                current = superclass
            default: return nil
            }
        }
        return nil
    }

    // MARK: Associated types

    /// An associated type of that name that a type gets from a protocol it conforms to.
    func associatedTypeNamed(_ name: String, of nominal: NominalDeclaration) -> AssociatedTypeDeclaration? {
        let protocols = nominal.kind == .protocol ? nominal.inheritanceClosure : nominal.allProtocols
        for proto in protocols {
            if let found = proto.associatedTypes.first(where: { $0.name == name }) { return found.root }
        }
        return nil
    }

    /// Nested types and aliases by name, inherited ones included.
    func typeMembers(of nominal: NominalDeclaration, named name: String) -> [Declaration] {
        var result: [Declaration] = []
        var current: NominalDeclaration? = nominal
        var visited = 0
        while let declaration = current, visited < 100 {
            visited += 1
            result += declaration.lookUpDeclared(name).filter { $0 is NominalDeclaration || $0 is TypeAliasDeclaration }
            if !result.isEmpty { return result }
            if declaration.semantic.isResolvingInheritance { break }
            current = declaration.superclass?.nominal
        }
        if nominal.semantic.isCollectingConformances || nominal.semantic.isResolvingInheritance
            || nominal.semantic.isResolvingSignature
        {
            return result
        }
        for proto in nominal.allProtocols {
            result += proto.lookUpDeclared(name).filter { $0 is TypeAliasDeclaration }
            if !result.isEmpty { return result }
        }
        return result
    }

    /// What an associated type is in terms of the type that states the conformance, and what its parameters stand for.
    func associatedType(
        _ associated: AssociatedTypeDeclaration, of declaration: NominalDeclaration, _ arguments: [Type]
    ) -> (Type, Substitutions)? {
        for proto in [associated.owner] + declaration.allProtocols {
            guard proto === associated.owner || proto.inheritanceClosure.contains(associated.owner),
                let (conformance, level) = findConformance(declaration, arguments, proto)
            else { continue }
            if let type = typeWitness(conformance, associated) {
                return (type, conformance.nominal.substitutions(level))
            }
        }
        return nil
    }

    func typeWitness(_ conformance: Conformance, _ associated: AssociatedTypeDeclaration) -> Type? {
        let name = associated.name
        if let known = conformance.typeWitnesses[associated] { return known }
        let nominal = conformance.nominal
        if conformance.semantic.isResolving.contains(name) || conformance.semantic.failedTypes.contains(name) {
            return nil
        }
        conformance.semantic.isResolving.insert(name)
        defer { conformance.semantic.isResolving.remove(name) }
        let found = within((conformance.statedIn).signature) { inferWitness(conformance, nominal, associated) }
        if let found, !found.isError {
            conformance.typeWitnesses[associated] = found
            return found
        }
        if conformance.semantic.isResolving.count == 1 { conformance.semantic.failedTypes.insert(name) }
        return nil
    }

    private func inferWitness(
        _ conformance: Conformance, _ nominal: NominalDeclaration, _ associated: AssociatedTypeDeclaration
    ) -> Type? {
        let name = associated.name
        // A generic parameter of that name, unless a member that meets a requirement says otherwise.
        if let parameter = nominal.genericParameters.first(where: { $0.name == name }) {
            if !nominal.isLibrary, let told = fromMembers(name, of: nominal) ?? fromRules(name, of: nominal) { return told }
            return reduce(.parameter(parameter))
        }
        // A nested type or alias of that name.
        for candidate in nominal.lookUpDeclared(name) {
            if let nested = candidate as? NominalDeclaration {
                return .nominal(nested, nested.genericParameters.map { .parameter($0) })
            }
            if let alias = candidate as? TypeAliasDeclaration { return aliasedType(alias) }
        }
        if name == "RawValue", let raw = nominal.rawType { return raw }
        if name == "AllCases", nominal.kind == .enum { return array(nominal.declaredType) }
        // What a superclass's conformance says.
        if let superclass = nominal.superclass, conforms(superclass, to: conformance.proto) {
            let type = superclass.associatedType(associated)
            if !type.isError { return type }
        }
        // A sequence that is its own iterator.
        if name == "Iterator", let iterator = known("IteratorProtocol"), nominal.conformance(to: iterator) != nil,
            !nominal.lookUpDeclared("makeIterator").contains(where: { $0 is FunctionDeclaration })
        {
            return nominal.declaredType
        }
        if let told = fromMembers(name, of: nominal) ?? fromRules(name, of: nominal) { return told }
        let selfType = nominal.declaredType
        // Defaults: the most refined protocol's that meets what the associated type has to.
        let owners = ([associated.owner] + nominal.allProtocols).filter { owner in owner.associatedTypes.contains { $0.name == name } }
        for proto in owners.sorted(by: { $0 !== $1 && $0.inheritanceClosure.contains($1) }) {
            guard let declaration = proto.associatedTypes.first(where: { $0.name == name }) else { continue }
            if let fallback = declaration.defaultType {
                let type = Substitutions([proto.selfParameter: selfType]).apply(fallback)
                if type.isError { continue }
                if owners.count == 1 || declaration.protocols.allSatisfy({ conforms(type, to: $0) }) { return type }
            }
        }
        // Aliases in extensions of the protocols.
        for proto in nominal.allProtocols {
            for case let alias as TypeAliasDeclaration in proto.lookUpDeclared(name) {
                let type = Substitutions([proto.selfParameter: selfType]).apply(aliasedType(alias))
                if !type.isError { return type }
            }
        }
        // A set's literals are of its elements.
        if name == "ArrayLiteralElement", let algebra = known("SetAlgebra"), nominal.conformance(to: algebra) != nil,
            let element = algebra.associatedTypes.first(where: { $0.name == "Element" })
        {
            let type = nominal.declaredType.associatedType(element)
            if !type.isError { return type }
        }
        // Members of the protocols' extensions that meet requirements, such as a default `makeIterator()`.
        return nil
    }

    /// An associated type as the members say that meet requirements.
    private func fromMembers(_ name: String, of nominal: NominalDeclaration) -> Type? {
        for proto in nominal.allProtocols {
            guard proto.inheritanceClosure.contains(where: { $0.associatedTypes.contains { $0.name == name } }) else {
                continue
            }
            for requirement in proto.requirements {
                guard !(requirement is AssociatedTypeDeclaration) else { continue }
                if let type = inferWitness(from: requirement, name, nominal, nominal.declaredType, proto) { return type }
            }
        }
        return nil
    }

    /// An associated type as the same-type rules of the protocols say: `Iterator.Element == Element`.
    private func fromRules(_ name: String, of nominal: NominalDeclaration) -> Type? {
        for proto in nominal.allProtocols {
            for case .same(let left, let right) in proto.requirementRules {
                for (from, to) in [(left, right), (right, left)] {
                    guard case .member(.parameter(let parameter), let target) = from,
                        parameter === proto.selfParameter, target.name == name
                    else { continue }
                    let type = Substitutions([parameter: nominal.declaredType]).apply(to)
                    if !type.isError { return type }
                }
            }
        }
        return nil
    }

    /// The type that a member named as the requirement gives an associated type.
    private func inferWitness(
        from requirement: Declaration, _ name: String, _ nominal: NominalDeclaration, _ selfType: Type,
        _ proto: NominalDeclaration
    ) -> Type? {
        func mentions(_ type: Type) -> Bool {
            type.contains {
                if case .member(.parameter(let parameter), let associated) = $0 {
                    return associated.name == name && parameter.selfProtocol != nil
                }
                return false
            }
        }
        let candidates = nominal.lookUpMembers(requirement.name).map { $0.declaration }.filter {
            $0.context.selfNominal?.kind != .protocol && $0.isStatic == requirement.isStatic
        }
        switch requirement {
        case let function as FunctionDeclaration:
            let patterns = function.parameters.map { $0.type } + [function.resultType]
            guard patterns.contains(where: mentions) else { return nil }
            for case let candidate as FunctionDeclaration in candidates
            where candidate.labels == function.labels && candidate.operatorPosition == function.operatorPosition {
                let types = candidate.parameters.map { $0.type } + [candidate.resultType]
                if types.count != patterns.count { continue }
                if let found = match(patterns, types, name) { return found }
            }
        case let variable as VariableDeclaration:
            let pattern = variable.type
            guard mentions(pattern) else { return nil }
            for case let candidate as VariableDeclaration in candidates {
                if let found = match([pattern], [candidate.type], name) { return found }
            }
        case let item as SubscriptDeclaration:
            let patterns = item.parameters.map { $0.type } + [item.resultType]
            guard patterns.contains(where: mentions) else { return nil }
            for case let candidate as SubscriptDeclaration in candidates
            where candidate.parameters.map({ $0.label }) == item.parameters.map({ $0.label })
                && zip(candidate.parameters, item.parameters).allSatisfy({ isRange($0.type) == isRange($1.type) })
            {
                let types = candidate.parameters.map { $0.type } + [candidate.resultType]
                if let found = match(patterns, types, name) { return found }
            }
        default: break
        }
        return nil
    }

    private func isRange(_ type: Type) -> Bool { type.nominal?.name.hasPrefix("Range") ?? false }

    private func match(_ patterns: [Type], _ types: [Type], _ name: String) -> Type? {
        for (pattern, type) in zip(patterns, types) {
            if let found = matchOne(pattern, type, name) { return found }
        }
        return nil
    }

    private func matchOne(_ pattern: Type, _ type: Type, _ name: String) -> Type? {
        switch (pattern, type) {
        case (.member(.parameter(let parameter), let associated), _)
        where parameter.selfProtocol != nil && associated.name == name:
            return type
        case (.member(let base, let associated), .member(let otherBase, let other)) where associated == other:
            return matchOne(base, otherBase, name)
        case (.nominal(let a, let left), .nominal(let b, let right)) where a === b:
            return match(left, right, name)
        case (.tuple(let left), .tuple(let right)) where left.count == right.count:
            return match(left.map { $0.type }, right.map { $0.type }, name)
        case (.function(let left), .function(let right)) where left.parameters.count == right.parameters.count:
            return match(
                left.parameters.map { $0.type } + [left.result], right.parameters.map { $0.type } + [right.result],
                name)
        default: return nil
        }
    }
}

extension NominalDeclaration {
    /// Whether `any P` may stand for a `T: P` (by its dynamic type): not where requirements speak of `Self`.
    var selfConforms: Bool {
        if name == "Error" && isLibrary { return true }
        return inheritanceClosure.allSatisfy { $0.associatedTypes.isEmpty && !$0.hasSelfRequirements }
    }

    var hasSelfRequirements: Bool {
        if let known = semanticSelfRequirements { return known }
        semanticSelfRequirements = false
        let mine = selfParameter
        func mentions(_ type: Type) -> Bool { type.contains { $0 == .parameter(mine) } }
        var result = false
        for requirement in requirements {
            switch requirement {
            case let function as FunctionDeclaration:
                if function.parameters.contains(where: { mentions($0.type) }) { result = true }
                if function.isInitializer || function.isStatic { result = true }
            case let item as SubscriptDeclaration:
                if item.parameters.contains(where: { mentions($0.type) }) { result = true }
            case let variable as VariableDeclaration:
                if variable.isStatic { result = true }
            default: break
            }
        }
        semanticSelfRequirements = result
        return result
    }
}

extension Type {
    func conforms(to proto: NominalDeclaration) -> Bool { proto.world.conforms(self, to: proto) }

    func witness(for requirement: Declaration, substitutions: Substitutions) -> Witness? {
        requirement.context.world.witness(for: requirement, in: self, substitutions: substitutions)
    }

    /// What the associated type is for this type; `.member` where this is a type parameter, `.error` where there is none.
    func associatedType(_ associated: AssociatedTypeDeclaration) -> Type {
        let world = associated.context.world
        switch self {
        case .parameter, .member: return world.reduce(.member(self, associated))
        case .nominal(let declaration, let arguments):
            guard let (type, substitutions) = world.associatedType(associated, of: declaration, arguments) else {
                return .error
            }
            return substitutions.apply(type)
        case .existential(let existential):
            if let bound = existential.arguments[associated] { return bound }
            for (key, type) in existential.arguments where key.name == associated.name { return type }
            if let superclass = existential.superclass { return superclass.associatedType(associated) }
            return world.upperBound(of: associated, in: existential)
        case .opaque(let opaque, let substitutions):
            if let bound = opaque.constraint.arguments[associated] { return substitutions.apply(bound) }
            for (key, type) in opaque.constraint.arguments where key.name == associated.name {
                return substitutions.apply(type)
            }
            return substitutions.apply(opaque.underlying).associatedType(associated)
        case .variable: return .error
        default: return .error
        }
    }

    /// The direct superclass of a class type.
    var superclassType: Type? {
        guard case .nominal(let declaration, let arguments) = self, let superclass = declaration.superclass else {
            return nil
        }
        return declaration.substitutions(arguments).apply(superclass)
    }

    func isSubclass(of other: Type) -> Bool {
        guard let declaration = other.nominal else { return false }
        return declaration.world.isSubclass(self, of: other)
    }
}

extension VariableDeclaration {
    var isSettable: Bool {
        if isLet { return false }
        // Observers on an inherited property.
        if isOverride, getter == nil, let overridden { return overridden.isSettable }
        if case .computed = storage { return setter != nil }
        return true
    }
}
