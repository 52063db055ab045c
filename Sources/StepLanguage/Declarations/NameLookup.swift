import SwiftSyntax

/// What an unqualified name stands for.
enum NameResult {
    /// Locals, globals, functions at top level.
    case declarations([Declaration])
    /// Members of the type around, used with an implicit `self`.
    case members([MemberCandidate], NominalDeclaration, context: DeclarationContext)
    case type(Declaration, outer: [Type]?)
}

extension World {
    // MARK: Values

    func lookUp(_ name: String, from context: DeclarationContext) -> NameResult? {
        var current: DeclarationContext? = context
        while let next = current {
            switch next {
            case let scope as Scope:
                let found = scope.local(name)
                if let first = found.first {
                    if isType(first) { return .type(first, outer: nil) }
                    return .declarations(found)
                }
            case let function as FunctionContext:
                if let parameter = function.function.ownGenericParameters.first(where: { $0.name == name }) {
                    return .type(
                        makeParameterDeclaration(parameter, function.function.context), outer: nil)
                }
            case let item as SubscriptContext:
                if let parameter = item.declaration.ownGenericParameters.first(where: { $0.name == name }) {
                    return .type(makeParameterDeclaration(parameter, item), outer: nil)
                }
            case is NominalDeclaration.MemberContext, is ExtensionDeclaration:
                guard let nominal = next.selfNominal else { break }
                if nominal.kind != .protocol,
                    let parameter = nominal.signature.parameters.first(where: { $0.name == name })
                {
                    return .type(makeParameterDeclaration(parameter, next), outer: nil)
                }
                var members = name == "init" ? [] : nominal.unqualifiedMembers(name)
                if nominal.kind == .protocol, name != "init", next is ExtensionDeclaration {
                    // What the extension's conditions say of `Self`.
                    members += within(next.signature) {
                        protocols(of: .parameter(nominal.selfParameter))
                            .filter { proto in !nominal.inheritanceClosure.contains(proto) }
                            .flatMap { proto in proto.lookUpDeclared(name).map { MemberCandidate(declaration: $0) } }
                            + (superclassBound(of: .parameter(nominal.selfParameter))?.nominal?.lookUpMembers(name) ?? [])
                    }
                }
                if let first = members.first {
                    if isType(first.declaration) { return .type(first.declaration, outer: nil) }
                    return .members(members, nominal, context: next)
                }
                if let associated = associatedTypeIfAny(name, nominal) { return .type(associated, outer: nil) }
            case let root as RootContext:
                if root.isLibrary { break }
                if let found = root.names[name], let first = found.first {
                    if isType(first) { return .type(first, outer: nil) }
                    // A program's function goes beside the library's of the same name.
                    if found.allSatisfy({ $0 is FunctionDeclaration }) {
                        let more = libraryDeclarations(named: name).filter { $0 is FunctionDeclaration }
                        return .declarations(found + more)
                    }
                    return .declarations(found)
                }
            default: break
            }
            current = next.parent
        }
        if name.hasPrefix("_"), !context.isLibrary { return nil }
        let found = libraryDeclarations(named: name)
        guard let first = found.first else { return nil }
        if isType(first) { return .type(first, outer: nil) }
        return .declarations(found)
    }

    private func associatedTypeIfAny(_ name: String, _ nominal: NominalDeclaration) -> Declaration? {
        guard let first = name.unicodeScalars.first, first.properties.isUppercase else { return nil }
        return associatedTypeNamed(name, of: nominal)
    }

    private func makeParameterDeclaration(
        _ parameter: GenericParameter, _ context: DeclarationContext
    ) -> GenericParameterDeclaration {
        let made = GenericParameterDeclaration(parameter, context: context, range: nil)
        retain(made)
        return made
    }

    func isType(_ declaration: Declaration) -> Bool {
        declaration is NominalDeclaration || declaration is TypeAliasDeclaration
            || declaration is AssociatedTypeDeclaration || declaration is GenericParameterDeclaration
    }

    // MARK: Types

    func lookUpType(_ name: String, from context: DeclarationContext) -> (declaration: Declaration, outer: [Type]?)? {
        var current: DeclarationContext? = context
        while let next = current {
            switch next {
            case let scope as Scope:
                if let found = scope.local(name).first(where: isType) { return (found, nil) }
            case let function as FunctionContext:
                if let parameter = function.function.semantic.ownParameters.first(where: { $0.name == name }) {
                    return (makeParameterDeclaration(parameter, function.function.context), nil)
                }
            case let item as SubscriptContext:
                if let parameter = item.declaration.semantic.ownParameters.first(where: { $0.name == name }) {
                    return (makeParameterDeclaration(parameter, item), nil)
                }
            case let alias as AliasContext:
                if let parameter = alias.alias.semantic.parameters.first(where: { $0.name == name }) {
                    return (makeParameterDeclaration(parameter, alias), nil)
                }
            case is NominalDeclaration.MemberContext, is ExtensionDeclaration:
                guard let nominal = next.selfNominal else { break }
                if nominal.kind != .protocol,
                    let parameter = nominal.signature.parameters.first(where: { $0.name == name })
                {
                    return (makeParameterDeclaration(parameter, next), nil)
                }
                if nominal.name == name, nominal.kind != .protocol { return (nominal, nil) }
                if nominal.kind == .protocol {
                    for proto in nominal.inheritanceClosure {
                        if let found = proto.lookUpDeclared(name).first(where: isType) {
                            return (found, nil)
                        }
                    }
                } else {
                    if let found = typeMembers(of: nominal, named: name).first { return (found, nil) }
                    if !nominal.semantic.isCollectingConformances, !nominal.semantic.isResolvingInheritance,
                        !nominal.semantic.isResolvingSignature,
                        let associated = associatedTypeNamed(name, of: nominal)
                    {
                        return (associated, nil)
                    }
                }
            case let root as RootContext:
                if root.isLibrary { break }
                if let found = root.names[name]?.first(where: isType) { return (found, nil) }
            default: break
            }
            current = next.parent
        }
        if name.hasPrefix("_"), !context.isLibrary { return nil }
        if let found = libraryDeclarations(named: name).first(where: isType) { return (found, nil) }
        return nil
    }

    // MARK: Suggestions

    func nearestTypeName(_ name: String, from context: DeclarationContext) -> String? {
        var names: Set<String> = []
        collectNames(from: context) { declaration in
            if isType(declaration) { names.insert(declaration.name) }
        }
        for (name, chunks) in index.byName where chunks.contains(where: { $0.kind == .type }) { names.insert(name) }
        return nearest(name, in: names)
    }

    func nearestValueName(_ name: String, from context: DeclarationContext) -> String? {
        var names: Set<String> = []
        collectNames(from: context) { names.insert($0.name) }
        for known in index.byName.keys where !known.hasPrefix("_") { names.insert(known) }
        if nearestNominal(context) != nil { names.insert("self") }
        return nearest(name, in: names)
    }

    private func collectNames(from context: DeclarationContext, _ visit: (Declaration) -> Void) {
        var current: DeclarationContext? = context
        while let next = current {
            switch next {
            case let scope as Scope: scope.allDeclarations.forEach(visit)
            case is NominalDeclaration.MemberContext, is ExtensionDeclaration:
                var nominal = next.selfNominal
                var count = 0
                while let declaration = nominal, count < 20 {
                    count += 1
                    if !declaration.isLibrary { declaration.declaredMembers.forEach(visit) }
                    nominal = declaration.superclass?.nominal
                }
            case let root as RootContext: root.names.values.forEach { $0.forEach(visit) }
            default: break
            }
            current = next.parent
        }
    }
}

extension NominalDeclaration {
    /// Members that a bare name inside the type may mean; requirements of a protocol inside its extensions included.
    func unqualifiedMembers(_ name: String) -> [MemberCandidate] {
        let found = lookUpMembers(name)
        if kind == .protocol { return found }
        return found
    }
}

/// The name among those given that a misspelt one most likely meant.
func nearest(_ name: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8)
    if wanted.count < 2 { return nil }
    let limit = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in names where candidate != name {
        let other = Array(candidate.lowercased().utf8)
        if abs(other.count - wanted.count) > limit { continue }
        let distance = editDistance(wanted, other, limit: limit)
        guard distance <= limit else { continue }
        if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
        best = (distance, candidate)
    }
    return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours.
func editDistance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for i in 1...a.count {
        current[0] = i
        var smallest = i
        for j in 1...b.count {
            var value = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                value = min(value, beforePrevious[j - 2] + 1)
            }
            current[j] = value
            smallest = min(smallest, value)
        }
        if smallest > limit { return limit + 1 }
        (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
}

extension NameUsage {
    mutating func note(_ declaration: Declaration, in world: World) {
        guard let step = world.stepOf[ObjectIdentifier(declaration)], step !== world.currentStep else { return }
        reads.insert(declaration.name)
    }

    mutating func noteWrite(_ declaration: Declaration, in world: World) {
        guard let step = world.stepOf[ObjectIdentifier(declaration)], step !== world.currentStep else { return }
        writes.insert(declaration.name)
    }
}
