/// Which member of a type meets a requirement.
extension World {
    func witness(
        for requirement: Declaration, in type: Type, substitutions call: Substitutions
    ) -> Witness? {
        guard let proto = requirement.context.selfNominal, proto.kind == .protocol else { return nil }
        switch type {
        case .nominal(let declaration, let arguments):
            guard let (conformance, level) = findConformance(declaration, arguments, proto) else { return nil }
            let owner = conformance.nominal
            // A subclass's members go before what met the requirement for the class that stated it: dispatch is
            // virtual there, so the stating class's member is enough.
            guard let found = witnessDeclaration(requirement, conformance) else { return nil }
            let ownerType = Type.nominal(owner, level)
            return Witness(
                declaration: found,
                substitutions: witnessSubstitutions(found, requirement, ownerType, selfType: type, call))
        case .opaque(let opaque, let substitutions):
            return witness(
                for: requirement, in: substitutions.apply(opaque.underlying), substitutions: call)
        case .existential(let existential):
            if let superclass = existential.superclass {
                return witness(for: requirement, in: superclass, substitutions: call)
            }
            return nil
        default: return nil
        }
    }

    private func witnessSubstitutions(
        _ found: Declaration, _ requirement: Declaration, _ ownerType: Type, selfType: Type, _ call: Substitutions
    ) -> Substitutions {
        var result: Substitutions
        if let owner = found.context.selfNominal {
            if owner.kind == .protocol {
                result = substitutions(forProtocolMember: owner, base: selfType)
            } else if let level = superclass(of: ownerType, declaration: owner) {
                result = owner.substitutions(level.arguments)
            } else {
                result = owner.substitutions(ownerType.arguments)
            }
        } else {
            result = .none
        }
        let theirs = genericParameters(of: requirement)
        let ours = genericParameters(of: found)
        if theirs.count == ours.count {
            for (from, to) in zip(theirs, ours) {
                if let type = call[from] { result.map[to] = type }
            }
        } else {
            let wanted = call.apply(requirementType(requirement, for: selfType))
            result.map.merge(ownArguments(of: found, result.apply(found.interfaceType), for: wanted) ?? [:]) { _, new in new }
        }
        return result
    }

    /// What a generic member's own parameters are where it meets a requirement that has other ones; nil when it cannot.
    private func ownArguments(of member: Declaration, _ given: Type, for wanted: Type) -> [GenericParameter: Type]? {
        let ours = genericParameters(of: member)
        var map: [GenericParameter: Type] = [:]
        if case .function(let given) = given, case .function(let wanted) = wanted,
            given.parameters.count == wanted.parameters.count
        {
            for (from, to) in zip(given.parameters, wanted.parameters) { _ = from.type.match(to.type, &map) }
            if map.count < ours.count { _ = given.result.match(wanted.result, &map) }
        } else {
            _ = given.match(wanted, &map)
        }
        map = map.filter { ours.contains($0.key) }
        return map.count == ours.count ? map : nil
    }

    func genericParameters(of declaration: Declaration) -> [GenericParameter] {
        switch declaration {
        case let function as FunctionDeclaration: return function.ownGenericParameters
        case let item as SubscriptDeclaration: return item.ownGenericParameters
        default: return []
        }
    }

    /// The member that meets a requirement for the type that states the conformance.
    func witnessDeclaration(_ requirement: Declaration, _ conformance: Conformance) -> Declaration? {
        let key = ObjectIdentifier(requirement)
        if let known = conformance.witnesses[key] { return known }
        if conformance.semantic.missing.contains(key) { return nil }
        let nominal = conformance.nominal
        let base = nominal.declaredType
        let found = within(conformance.statedIn.signature) { () -> Declaration? in
            let wanted = requirementType(requirement, for: base)
            var best: Declaration?
            for candidate in nominal.lookUpMembers(requirement.name) {
                let member = candidate.declaration
                guard meets(member, requirement, base: base, wanted: wanted) else { continue }
                guard let current = best else {
                    best = member
                    continue
                }
                if isBetterWitness(member, current) { best = member }
            }
            if best == nil, requirement is FunctionDeclaration || requirement.isStatic {
                // Static and operator functions at top level meet operator requirements.
                if let function = requirement as? FunctionDeclaration, function.kind == .function,
                    function.name.isOperatorName
                {
                    for case let candidate as FunctionDeclaration in (sessionContext.names[function.name] ?? [])
                        + libraryDeclarations(named: function.name)
                    where meets(candidate, requirement, base: base, wanted: wanted) {
                        best = candidate
                    }
                }
            }
            return best
        }
        if let found {
            conformance.witnesses[key] = found
        } else {
            conformance.semantic.missing.insert(key)
        }
        return found
    }

    private func isBetterWitness(_ a: Declaration, _ b: Declaration) -> Bool {
        let aIsProtocol = a.context.selfNominal?.kind == .protocol
        let bIsProtocol = b.context.selfNominal?.kind == .protocol
        if aIsProtocol != bIsProtocol { return bIsProtocol }
        let (aIsGeneric, bIsGeneric) = (!genericParameters(of: a).isEmpty, !genericParameters(of: b).isEmpty)
        if aIsGeneric != bIsGeneric { return bIsGeneric }
        guard aIsProtocol, let aOwner = a.context.selfNominal, let bOwner = b.context.selfNominal else {
            return a.context.signature.requirements.count > b.context.signature.requirements.count
        }
        if aOwner !== bOwner {
            if aOwner.inheritanceClosure.contains(bOwner) { return true }
            if bOwner.inheritanceClosure.contains(aOwner) { return false }
        }
        return a.context.signature.requirements.count > b.context.signature.requirements.count
    }

    /// A requirement's interface type for a conforming type, own generic parameters left.
    private func requirementType(_ requirement: Declaration, for base: Type) -> Type {
        guard let proto = requirement.context.selfNominal else { return .error }
        return Substitutions([proto.selfParameter: base]).apply(requirement.interfaceType)
    }

    private func meets(_ member: Declaration, _ requirement: Declaration, base: Type, wanted: Type) -> Bool {
        if member === requirement { return false }
        if member.isStatic != requirement.isStatic, !(member is EnumCaseDeclaration) {
            // Operators at top level have no `static`.
            guard member.context.selfNominal == nil else { return false }
        }
        switch requirement {
        case let function as FunctionDeclaration:
            if let other = member as? FunctionDeclaration {
                if other.isRequirement { return false }
                guard other.kind == function.kind, other.labels == function.labels,
                    other.operatorPosition == function.operatorPosition
                else { return false }
                if other.isThrowing && !function.isThrowing { return false }
                if other.isMutating && !function.isMutating, base.nominal?.kind != .class { return false }
                if other.kind == .initializer, other.isFailable, !function.isFailable { return false }
                if other.ownGenericParameters.count != function.ownGenericParameters.count,
                    other.ownGenericParameters.isEmpty
                {
                    return false
                }
            } else if let enumCase = member as? EnumCaseDeclaration {
                guard requirement.isStatic, enumCase.parameters.map({ $0.label }) == function.labels else { return false }
            } else {
                return false
            }
        case let variable as VariableDeclaration:
            if let other = member as? VariableDeclaration {
                if variable.setter != nil, !other.isSettable { return false }
            } else if let enumCase = member as? EnumCaseDeclaration {
                guard requirement.isStatic, !enumCase.hasPayload else { return false }
            } else {
                return false
            }
        case let item as SubscriptDeclaration:
            guard let other = member as? SubscriptDeclaration,
                other.parameters.map({ $0.label }) == item.parameters.map({ $0.label })
            else { return false }
            if item.setter != nil, other.setter == nil { return false }
        default: return false
        }
        var substitutions = Substitutions.none
        if let owner = member.context.selfNominal {
            if owner.kind == .protocol {
                substitutions = self.substitutions(forProtocolMember: owner, base: base)
                for condition in member.context.signature.requirements.dropFirst(owner.signature.requirements.count) {
                    if !holds(condition, substitutions) { return false }
                }
            } else {
                if let level = superclass(of: base, declaration: owner) {
                    substitutions = owner.substitutions(level.arguments)
                }
                if let made = member.context as? ExtensionDeclaration {
                    for condition in made.conditions where !holds(condition, substitutions) { return false }
                }
            }
        }
        var given = substitutions.apply(member.interfaceType)
        // Own generic parameters correspond by their order.
        let theirs = genericParameters(of: requirement)
        let ours = genericParameters(of: member)
        if theirs.count == ours.count, !ours.isEmpty {
            var map: [GenericParameter: Type] = [:]
            for (a, b) in zip(ours, theirs) { map[a] = .parameter(b) }
            // Their members, too: what the requirement's signature knows holds here.
            let signature = (requirement as? FunctionDeclaration)?.signature ?? environment
            let joined = GenericSignature(
                parameters: environment.parameters + theirs,
                requirements: environment.requirements + signature.requirements)
            return within(joined) {
                given = reduce(Substitutions(map).apply(given))
                return isWitnessType(given, reduce(wanted))
            }
        }
        if !ours.isEmpty {
            let wanted = reduce(wanted)
            guard let own = ownArguments(of: member, reduce(given), for: wanted) else { return false }
            substitutions.map.merge(own) { _, new in new }
            let requirements = (member as? FunctionDeclaration)?.signature.requirements
                ?? (member as? SubscriptDeclaration)?.signature.requirements ?? []
            if !requirements.allSatisfy({ holds($0, substitutions) }) { return false }
            given = substitutions.apply(member.interfaceType)
            return isWitnessType(reduce(given), wanted)
        }
        return isWitnessType(reduce(given), reduce(wanted))
    }

    /// A witness's type may differ from the requirement's in what converts for free.
    private func isWitnessType(_ given: Type, _ wanted: Type) -> Bool {
        if given == wanted || given.isError || wanted.isError { return true }
        if case .function(let a) = given, case .function(let b) = wanted, a.parameters.count == b.parameters.count {
            for (left, right) in zip(a.parameters, b.parameters) {
                if left.isInout != right.isInout || left.isVariadic != right.isVariadic { return false }
                if !(left.type == right.type || left.type.isError || right.type.isError
                    || stripped(left.type) == stripped(right.type))
                {
                    return false
                }
            }
            return isWitnessResult(a.result, b.result)
        }
        return isWitnessResult(given, wanted)
    }

    private func isWitnessResult(_ given: Type, _ wanted: Type) -> Bool {
        if given == wanted || stripped(given) == stripped(wanted) { return true }
        if case .opaque = given { return true }
        if let payload = wanted.optionalPayload { return isWitnessResult(given, payload) }
        return wanted.nominal?.kind == .class && isSubclass(given, of: wanted)
    }

    /// Throwing or not, a function type meets the other.
    private func stripped(_ type: Type) -> Type {
        type.transformed {
            if case .function(var function) = $0, function.isThrowing {
                function.isThrowing = false
                return .function(function)
            }
            return nil
        }
    }
}
