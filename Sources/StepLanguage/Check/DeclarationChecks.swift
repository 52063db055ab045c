import SwiftSyntax

/// What has to hold of types and their members beyond their bodies.
extension World {
    func checkSignature(_ function: FunctionDeclaration) {
        _ = function.parameters
        within(function.signature) {
            for parameter in function.parameters where parameter.hasDefault { _ = parameter.defaultValue }
        }
    }

    func check(_ nominal: NominalDeclaration) {
        nominal.resolveMembers()
        _ = nominal.signature
        let inheritance = nominal.resolveInheritance()
        checkDuplicates(nominal)
        if let raw = inheritance.rawType, let range = nominal.range {
            _ = nominal.enumCases.first.map { nominal.rawValue(of: $0) }
            if nominal.enumCases.contains(where: { $0.hasPayload }) {
                error("enum with raw type cannot have cases with arguments", at: range)
            }
            if !["ExpressibleByIntegerLiteral", "ExpressibleByStringLiteral", "ExpressibleByFloatLiteral"].contains(where: {
                known($0).map { conforms(raw, to: $0) } ?? false
            }), raw != characterType, let range = nominal.range {
                error("raw type '\(raw)' is not expressible by a string, integer, or floating-point literal", at: range)
            }
        }
        if nominal.kind == .enum || nominal.kind == .struct { checkRecursion(nominal) }
        checkWrapper(nominal)
        checkDynamicMembers(nominal)
        for enumCase in nominal.enumCases { _ = enumCase.parameters }
        for member in nominal.semantic.ownMembers { check(member, in: nominal) }
        if let function = nominal.deinitializer {
            if nominal.kind != .class, let range = function.range {
                error("deinitializers may only be declared within a class", at: range)
            } else {
                _ = function.body
            }
        }
        if nominal.kind == .class { checkClass(nominal) }
        if nominal.kind != .protocol {
            for conformance in nominal.collectConformances() where !(conformance.statedIn is ExtensionDeclaration) {
                check(conformance, at: nominal.range)
            }
        } else {
            _ = nominal.requirementRules
        }
    }

    func check(_ made: ExtensionDeclaration) {
        for member in made.resolveOwn() { check(member, in: made.extended) }
        for conformance in made.extended.collectConformances() where conformance.statedIn === made {
            check(conformance, at: made.semantic.range)
        }
        let seen = made.resolveOwn()
        for member in seen {
            for other in made.extended.lookUpDeclared(member.name) where other !== member && !other.isProtocolRequirement {
                if !other.context.isLibrary, isRedeclaration(member, other), let range = member.range,
                    other.context !== made || (seen.firstIndex(of: other) ?? 0) < (seen.firstIndex(of: member) ?? 0)
                {
                    let name = (member as? FunctionDeclaration)?.fullName ?? member.name
                    error("invalid redeclaration of '\(name)'", at: range, notes: [note("'\(name)' previously declared here", at: other)])
                    break
                }
            }
        }
    }

    private func isRedeclaration(_ a: Declaration, _ b: Declaration) -> Bool {
        if a.isStatic != b.isStatic { return false }
        switch (a, b) {
        case (let a as FunctionDeclaration, let b as FunctionDeclaration):
            return a.labels == b.labels && a.operatorPosition == b.operatorPosition
                && a.ownGenericParameters.isEmpty && b.ownGenericParameters.isEmpty
                && a.interfaceType == b.interfaceType && a.context.signature.requirements == b.context.signature.requirements
        case (is VariableDeclaration, is VariableDeclaration):
            return a.context.signature.requirements == b.context.signature.requirements
        case (is NominalDeclaration, is NominalDeclaration): return true
        case (is EnumCaseDeclaration, is EnumCaseDeclaration): return a.name == b.name
        case (is VariableDeclaration, is EnumCaseDeclaration), (is EnumCaseDeclaration, is VariableDeclaration): return a.isStatic
        default: return false
        }
    }

    private func checkDuplicates(_ nominal: NominalDeclaration) {
        var seen: [String: [Declaration]] = [:]
        for member in nominal.semantic.ownMembers {
            if let other = seen[member.name]?.first(where: { isRedeclaration(member, $0) }), let range = member.range {
                let name = (member as? FunctionDeclaration)?.fullName ?? member.name
                error(
                    "invalid redeclaration of '\(name)'", at: range,
                    notes: [note("'\(name)' previously declared here", at: other)])
            }
            seen[member.name, default: []].append(member)
        }
    }

    /// A value type that contains itself.
    private func checkRecursion(_ nominal: NominalDeclaration) {
        var visited: Set<Type> = []
        func contains(_ type: Type, _ depth: Int) -> Bool {
            if depth > 50 { return false }
            switch type {
            case .nominal(let declaration, let arguments):
                if declaration === nominal { return true }
                if declaration.isOptional { return contains(arguments[0], depth + 1) }
                if declaration.kind == .class || declaration.isLibrary { return false }
                guard visited.insert(type).inserted else { return false }
                let substitutions = declaration.substitutions(arguments)
                return parts(declaration).contains { contains(substitutions.apply($0), depth + 1) }
            case .tuple(let elements): return elements.contains { contains($0.type, depth + 1) }
            default: return false
            }
        }
        func properties(_ declaration: NominalDeclaration) -> [VariableDeclaration] {
            declaration.storedProperties.filter { $0.semantic.typeSyntax != nil || $0.semantic.wrapping != nil }
        }
        func parts(_ declaration: NominalDeclaration) -> [Type] {
            switch declaration.kind {
            case .struct: return properties(declaration).map { $0.type }
            case .enum:
                return declaration.enumCases.filter { !$0.isIndirect }.flatMap { $0.parameters.map { $0.type } }
            default: return []
            }
        }
        if nominal.kind == .struct {
            if let property = properties(nominal).first(where: { contains($0.type, 0) }), let range = property.range {
                error(
                    "value type '\(nominal.name)' cannot have a stored property that recursively contains it", at: range)
            }
        } else if parts(nominal).contains(where: { contains($0, 0) }), let range = nominal.range {
            error("recursive enum '\(nominal.name)' is not marked 'indirect'", at: range)
        }
    }

    private func check(_ member: Declaration, in nominal: NominalDeclaration) {
        switch member {
        case let function as FunctionDeclaration:
            checkSignature(function)
            _ = function.body
            checkOverride(function, nominal)
            let isOperator = function.name.isOperatorName
            if isOperator, let range = function.range {
                if !function.isStatic {
                    error("operator '\(function.name)' declared in type '\(nominal.name)' must be 'static'", at: range)
                } else if nominal.kind != .protocol {
                    let selfType = nominal.declaredType
                    let mentions = function.parameters.contains { parameter in
                        parameter.type.contains { $0.nominal === nominal || $0 == selfType }
                    }
                    if !mentions {
                        error(
                            "member operator '\(function.name)' must have at least one argument of type '\(selfType)'", at: range)
                    }
                }
            }
            if function.isMutating, nominal.kind == .class, function.kind == .function, let range = function.range {
                error("'mutating' is not valid on instance methods in classes", at: range)
            }
        case let variable as VariableDeclaration:
            if variable.semantic.typeSyntax != nil { _ = variable.type }
            if let wrapping = variable.semantic.wrapping {
                if !check(wrapping, variable) { return }
            } else if variable.semantic.typeSyntax == nil, variable.semantic.initialSyntax == nil, let range = variable.range {
                error(
                    variable.getter != nil ? "computed property must have an explicit type" : "type annotation missing in pattern",
                    at: range)
            }
            if variable.isLazy, variable.isLet, let range = variable.range {
                error("'lazy' cannot be used on a let", at: range)
            }
            if variable.isLazy, variable.semantic.initialSyntax == nil, let range = variable.range {
                error("lazy properties must have an initializer", at: range)
            }
            if nominal.kind == .enum, !variable.isStatic, variable.getter == nil, let range = variable.range {
                error("enums must not contain stored properties", at: range)
            }
            if nominal.kind == .protocol, !(variable.context is ExtensionDeclaration), variable.getter == nil,
                let range = variable.range
            {
                error("property in protocol must have explicit { get } or { get set } specifier", at: range)
            }
            if variable.getter != nil, variable.semantic.initialSyntax != nil, let range = variable.range {
                error("variable with getter/setter cannot have an initial value", at: range)
            }
            if variable.isStatic, variable.isStored, !variable.hasDefaultValue, let range = variable.range {
                error(
                    "'static \(variable.isLet ? "let" : "var")' declaration requires an initializer expression or an explicitly"
                        + " stated getter", at: range)
            }
            if variable.ownership == .weak, let range = variable.range {
                if !variable.type.isOptional, !variable.type.isError {
                    error("'weak' variable should have optional type '\(variable.type)?'", at: range)
                } else if !within(nominal.signature, { holdsObjects(variable.type.optionalPayload ?? .error) }), !variable.type.isError {
                    error(
                        "'weak' may only be applied to class and class-bound protocol types, not '\(variable.type.optionalPayload ?? .error)'",
                        at: range)
                }
            }
            _ = variable.initialValue
            for accessor in [variable.getter, variable.setter, variable.willSet, variable.didSet].compactMap({ $0 }) {
                _ = accessor.body
            }
            checkOverride(variable, nominal)
        case let item as SubscriptDeclaration:
            _ = item.parameters
            for accessor in [item.getter, item.setter].compactMap({ $0 }) { _ = accessor.body }
            checkOverride(item, nominal)
        case let inner as NominalDeclaration: check(inner)
        case let alias as TypeAliasDeclaration: _ = aliasedType(alias)
        default: break
        }
    }

    private func checkOverride(_ member: Declaration, _ nominal: NominalDeclaration) {
        guard let range = member.range else { return }
        let isOverride: Bool
        switch member {
        case let function as FunctionDeclaration: isOverride = function.isOverride
        case let variable as VariableDeclaration: isOverride = variable.isOverride
        case let item as SubscriptDeclaration: isOverride = item.isOverride
        default: return
        }
        guard nominal.kind == .class else {
            if isOverride { error("'override' can only be specified on class members", at: range) }
            return
        }
        let found = findOverridden(member, nominal)
        if isOverride {
            guard let found else {
                let kind =
                    member is VariableDeclaration
                    ? "property" : member is SubscriptDeclaration ? "subscript" : (member.name == "init" ? "initializer" : "method")
                error("\(kind) does not override any \(kind) from its superclass", at: range)
                return
            }
            let isFinal: Bool
            switch found {
            case let function as FunctionDeclaration: isFinal = function.isFinal
            case let variable as VariableDeclaration: isFinal = variable.isFinal
            default: isFinal = false
            }
            if isFinal {
                let kind = found is VariableDeclaration ? "property" : found is FunctionDeclaration ? "instance method" : "declaration"
                error("\(kind) overrides a 'final' \(kind)", at: range, notes: [note("overridden declaration is here", at: found)])
            }
            if let mine = member as? FunctionDeclaration, let theirs = found as? FunctionDeclaration {
                let kind = mine.isInitializer ? "initializer" : mine.isStatic ? "class method" : "instance method"
                if mine.isThrowing, !theirs.isThrowing, !theirs.isRethrowing {
                    error("cannot override non-throwing \(kind) with throwing \(kind)", at: range)
                }
                if mine.isInitializer, mine.isFailable, !theirs.isFailable {
                    error("failable initializer '\(mine.fullName)' cannot override a non-failable initializer", at: range)
                }
                if theirs.givesSelf, !mine.givesSelf {
                    error("cannot override a Self return type with a non-Self return type", at: range)
                }
            }
            if let mine = member as? VariableDeclaration, let theirs = found as? VariableDeclaration {
                let isObserving = mine.getter == nil && (mine.willSet != nil || mine.didSet != nil)
                overriddenProperties.insert(ObjectIdentifier(mine))
                var next: VariableDeclaration? = theirs
                while let current = next {
                    overriddenProperties.insert(ObjectIdentifier(current))
                    if isObserving { observedByOverrides.insert(ObjectIdentifier(current)) }
                    next = current.overridden
                }
                if mine.getter == nil {
                    if mine.willSet == nil && mine.didSet == nil {
                        error("cannot override with a stored property '\(mine.name)'", at: range)
                    }
                }
                if mine.type != theirs.type, !mine.type.isError, !theirs.type.hasParameters, !mine.type.isSubclass(of: theirs.type) {
                    error("property '\(mine.name)' with type '\(mine.type)' cannot override a property with type '\(theirs.type)'", at: range)
                }
            }
        } else if let found {
            if let function = member as? FunctionDeclaration, function.kind == .initializer {
                if function.isRequired || (found as? FunctionDeclaration)?.isConvenience ?? false { return }
                if function.isConvenience { return }
            }
            if member.isStatic, member.name != "init", (found as? FunctionDeclaration)?.isFinal ?? false { return }
            error("overriding declaration requires an 'override' keyword", at: range, notes: [note("overridden declaration is here", at: found)])
        }
    }

    private func checkClass(_ nominal: NominalDeclaration) {
        let declared = nominal.semantic.ownMembers.compactMap { $0 as? FunctionDeclaration }.filter { $0.kind == .initializer }
        let missing = nominal.storedProperties.filter { !$0.hasDefaultValue }
        if declared.allSatisfy({ $0.isConvenience }), let first = missing.first, let range = nominal.range {
            error(
                "class '\(nominal.name)' has no initializers", at: range,
                notes: [note("stored property '\(first.name)' without initial value prevents synthesized initializers", at: first)])
        }
        if let superclass = nominal.superclass?.nominal, !declared.isEmpty {
            for required in superclass.initializers where required.isRequired {
                if !declared.contains(where: { $0.labels == required.labels }), !declared.allSatisfy({ $0.isConvenience }),
                    let range = nominal.range
                {
                    error("'required' initializer '\(required.fullName)' must be provided by subclass of '\(superclass.name)'", at: range)
                }
            }
        }
    }

    // MARK: Conformances

    private func check(_ conformance: Conformance, at range: SourceRange?) {
        guard let range, !conformance.semantic.checkedWitnesses, !range.file.isLibrary else { return }
        conformance.semantic.checkedWitnesses = true
        let nominal = conformance.nominal
        let proto = conformance.proto
        if proto.requiresClass, nominal.kind != .class {
            error("non-class type '\(nominal.name)' cannot conform to class protocol '\(proto.name)'", at: range)
            return
        }
        within(conformance.statedIn.signature) {
            var notes: [Diagnostic.Note] = []
            // What the language writes by itself has to be possible.
            if proto.isLibrary, ["Equatable", "Hashable"].contains(proto.name), nominal.kind != .class {
                if let problem = derivationProblem(nominal, proto) {
                    error("type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: range, notes: [problem])
                    return
                }
            }
            if proto.isLibrary, proto.name == "CaseIterable" || proto.name == "Comparable" || proto.name == "RawRepresentable",
                nominal.kind == .enum, nominal.enumCases.contains(where: { $0.hasPayload }), proto.name == "CaseIterable"
            {
                error("type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: range)
                return
            }
            for associated in proto.associatedTypes {
                guard associated.root === associated || true else { continue }
                let type = nominal.declaredType.associatedType(associated.root)
                if type.isError, proto.isLibrary, associated.name.hasSuffix("LiteralType") { continue }
                if type.isError {
                    notes.append(note("protocol requires nested type '\(associated.name)'", at: associated))
                    continue
                }
                for bound in associated.protocols where !type.hasVariables && !conforms(type, to: bound) {
                    notes.append(
                        Diagnostic.Note("type '\(type)' does not conform to protocol '\(bound.name)', which '\(associated.name)' requires"))
                }
            }
            if notes.isEmpty {
                for requirement in proto.requirements {
                    if requirement is AssociatedTypeDeclaration || isType(requirement) { continue }
                    if let found = witnessDeclaration(requirement, conformance) {
                        checkInheritance(of: found, for: requirement, proto, nominal, at: range)
                    } else {
                        if proto.isLibrary, isSynthesizable(requirement, proto, nominal) { continue }
                        let kind: String
                        var spelt = requirement.name
                        switch requirement {
                        case let function as FunctionDeclaration:
                            kind = function.kind == .initializer ? "initializer" : "function"
                            spelt = function.fullName
                        case is SubscriptDeclaration: kind = "subscript"
                        default: kind = "property"
                        }
                        let wanted = Substitutions([proto.selfParameter: nominal.declaredType]).apply(requirement.interfaceType)
                        notes.append(note("protocol requires \(kind) '\(spelt)' with type '\(wanted)'", at: requirement))
                    }
                }
            }
            if !notes.isEmpty {
                error("type '\(nominal.name)' does not conform to protocol '\(proto.name)'", at: range, notes: notes)
            }
        }
    }

    /// What meets a requirement in a class that can have subclasses has to meet it for them, too.
    private func checkInheritance(
        of found: Declaration, for requirement: Declaration, _ proto: NominalDeclaration, _ nominal: NominalDeclaration,
        at range: SourceRange
    ) {
        guard nominal.kind == .class, !nominal.isFinal, !nominal.isLibrary, found.context.selfNominal?.kind == .class,
            let function = found as? FunctionDeclaration
        else { return }
        if function.isInitializer, !function.isRequired {
            error(
                "initializer requirement '\(function.fullName)' can only be satisfied by a 'required' initializer in non-final class"
                    + " '\(nominal.name)'", at: found.range ?? range)
        }
        if let wanted = requirement as? FunctionDeclaration, wanted.kind == .function, wanted.operatorPosition == nil,
            !wanted.name.isOperatorName, !function.givesSelf,
            wanted.resultType == .parameter(proto.selfParameter) || wanted.resultType.optionalPayload == .parameter(proto.selfParameter)
        {
            error(
                "method '\(function.fullName)' in non-final class '\(nominal.name)' must return 'Self' to conform to protocol"
                    + " '\(proto.name)'", at: found.range ?? range)
        }
    }

    private func isSynthesizable(_ requirement: Declaration, _ proto: NominalDeclaration, _ nominal: NominalDeclaration) -> Bool {
        switch (proto.name, requirement.name) {
        case ("ExpressibleByExtendedGraphemeClusterLiteral", _), ("ExpressibleByUnicodeScalarLiteral", _): return true
        case ("Hashable", "hashValue"), ("Hashable", "_rawHashValue"), ("Error", _), ("Sendable", _): return true
        default: return false
        }
    }

    private func derivationProblem(_ nominal: NominalDeclaration, _ proto: NominalDeclaration) -> Diagnostic.Note? {
        let hasOwn: Bool
        if proto.name == "Equatable" {
            hasOwn = nominal.lookUpDeclared("==").contains { !$0.context.isLibrary }
                || (userOperators["=="] ?? []).contains { $0.parameters.first?.type.nominal === nominal }
        } else {
            hasOwn = nominal.lookUpDeclared("hash").contains { ($0 as? FunctionDeclaration)?.labels == ["into"] }
        }
        if hasOwn { return nil }
        let types: [(String, Type, Declaration)] =
            nominal.kind == .struct
            ? nominal.storedProperties.map { ($0.name, $0.type, $0) }
            : nominal.enumCases.flatMap { enumCase in enumCase.parameters.map { (enumCase.name, $0.type, enumCase) } }
        for (name, type, declaration) in types where !type.isError && !conforms(type, to: proto) {
            _ = name
            return note(
                "\(nominal.kind == .struct ? "stored property type" : "associated value type") '\(type)' does not conform to"
                    + " protocol '\(proto.name)', preventing synthesized conformance of '\(nominal.name)' to '\(proto.name)'",
                at: declaration)
        }
        return nil
    }
}
