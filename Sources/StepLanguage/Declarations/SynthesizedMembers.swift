import SwiftSyntax

/// Members that the language writes: memberwise initializers, what conformances derive.
extension NominalDeclaration {
    /// Memberwise and inherited initializers, and members of derived conformances.
    func synthesizedMembers(_ name: String) -> [Declaration] {
        if let made = semantic.synthesized[name] { return made }
        semantic.synthesized[name] = []
        var result: [Declaration] = []
        switch name {
        case "init":
            result += synthesizeInitializers()
            if kind == .enum, rawType != nil, declaredConformance("RawRepresentable") == nil || rawType != nil,
                !lookUpDeclared("init").contains(where: { ($0 as? FunctionDeclaration)?.labels == ["rawValue"] })
            {
                result.append(makeRawValueInitializer())
            }
        case "rawValue":
            if kind == .enum, let rawType, lookUpDeclared("rawValue").isEmpty {
                let variable = synthesizedProperty("rawValue", type: rawType, isStatic: false, .rawValueGetter)
                result.append(variable)
            }
        case "RawValue":
            break
        case "allCases":
            if kind == .enum, declaredConformance("CaseIterable") != nil, lookUpDeclared("allCases").isEmpty,
                !isLibrary || !enumCases.isEmpty
            {
                result.append(
                    synthesizedProperty("allCases", type: world.array(declaredType), isStatic: true, .allCases))
            }
        case "==":
            if derives("Equatable") || derives("Hashable") || derives("Comparable") || isPlainEnum,
                declaresNoOperator("==")
            {
                result.append(synthesizedOperator("==", .equals))
            }
        case "<":
            if kind == .enum, derives("Comparable"), declaresNoOperator("<") {
                result.append(synthesizedOperator("<", .less))
            }
        case "hash":
            if derives("Hashable") || isPlainEnum, !isLibrary,
                !lookUpDeclared("hash").contains(where: { ($0 as? FunctionDeclaration)?.labels == ["into"] })
            {
                let function = makeFunction("hash", kind: .function, .hashInto)
                addParameter(function, label: "into", name: "hasher", type: world.type("Hasher"), isInout: true)
                result.append(function)
            }
        case "hashValue":
            break
        default: break
        }
        semantic.synthesized[name] = result
        return result
    }

    private func declaresNoOperator(_ name: String) -> Bool {
        !lookUpDeclared(name).contains { member in
            guard let function = member as? FunctionDeclaration, function.parameters.count == 2 else { return false }
            return function.parameters.allSatisfy { $0.type == declaredType || $0.type.nominal === self }
        }
    }

    /// An enum without payloads is Equatable and Hashable without saying so.
    var isPlainEnum: Bool {
        guard kind == .enum, !isLibrary || rawType != nil else { return false }
        resolveMembers()
        return !semantic.enumCases.isEmpty && semantic.enumCases.allSatisfy { !$0.hasPayload }
    }

    /// States the protocol itself, so that the language may write the members.
    func derives(_ name: String) -> Bool {
        guard kind == .struct || kind == .enum, !isLibrary || isDerivable else { return false }
        return declaredConformance(name) != nil
    }

    /// A library type whose stored properties or cases are declared.
    private var isDerivable: Bool {
        resolveMembers()
        return !semantic.storedProperties.isEmpty || !semantic.enumCases.isEmpty && !isOptional
    }

    /// The conformance that it or an extension of it states (directly or by a protocol that inherits from it).
    func declaredConformance(_ name: String) -> Conformance? {
        collectConformances().first { $0.proto.name == name && $0.proto.isLibrary }
    }

    func makeFunction(
        _ name: String, kind: FunctionDeclaration.Kind, _ synthesized: FunctionDeclaration.Synthesized
    ) -> FunctionDeclaration {
        let function = FunctionDeclaration(kind, name: name, range: nil, context: memberContext)
        function.synthesized = synthesized
        // What a private type declares implicitly is seen wherever the type itself is.
        function.access = access == .open ? .public : access == .private ? .fileprivate : access
        function.semantic.file = semantic.file
        function.semantic.state = .resolved
        function.semantic.signature = signature
        return function
    }

    func addParameter(
        _ function: FunctionDeclaration, label: String?, name: String, type: Type, isInout: Bool = false
    ) {
        let variable = VariableDeclaration(name: name, range: nil, context: function.innerContext, isLet: true)
        variable.semantic.type = type
        variable.semantic.state = .resolved
        variable.semantic.isParameter = true
        variable.isInout = isInout
        let parameter = ParameterDeclaration(label: label, variable: variable, function: function.innerContext)
        world.retain(parameter)
        parameter.type = type
        parameter.isInout = isInout
        function.semantic.parameters.append(parameter)
    }

    private func synthesizedOperator(
        _ name: String, _ kind: FunctionDeclaration.Synthesized
    ) -> FunctionDeclaration {
        let function = makeFunction(name, kind: .function, kind)
        function.isStatic = true
        addParameter(function, label: nil, name: "a", type: declaredType)
        addParameter(function, label: nil, name: "b", type: declaredType)
        function.semantic.result = world.boolType
        return function
    }

    private func synthesizedProperty(
        _ name: String, type: Type, isStatic: Bool, _ kind: FunctionDeclaration.Synthesized
    ) -> VariableDeclaration {
        let variable = VariableDeclaration(name: name, range: nil, context: memberContext, isLet: false)
        variable.isStatic = isStatic
        variable.access = .public
        variable.semantic.isMember = true
        variable.semantic.type = type
        variable.semantic.state = .resolved
        let getter = makeFunction(name, kind: .getter, kind)
        getter.isStatic = isStatic
        getter.semantic.result = type
        getter.accessorOf = variable
        variable.getter = getter
        return variable
    }

    private func makeRawValueInitializer() -> FunctionDeclaration {
        let function = makeFunction("init", kind: .initializer, .rawValueInitializer)
        function.isStatic = true
        function.isFailable = true
        addParameter(function, label: "rawValue", name: "rawValue", type: rawType ?? .error)
        function.semantic.result = declaredType
        return function
    }

    private func synthesizeInitializers() -> [Declaration] {
        let declared = ownDeclared("init")
        switch kind {
        case .struct:
            if !declared.isEmpty { return [] }
            resolveMembers()
            if isLibrary && semantic.storedProperties.isEmpty { return [] }
            var result: [Declaration] = []
            let memberwise = makeFunction("init", kind: .initializer, .memberwiseInitializer)
            memberwise.isStatic = true
            memberwise.semantic.result = declaredType
            for property in semantic.storedProperties {
                if property.isLet && property.semantic.hasInitialValue { continue }
                // A lazy property's parameter takes an optional in Swift; it is left to its initial value.
                if property.isLazy { continue }
                if let wrapping = property.semantic.wrapping {
                    addParameter(memberwise, of: wrapping)
                    continue
                }
                let type = property.type
                addParameter(memberwise, label: property.name, name: property.name, type: type)
                let parameter = memberwise.semantic.parameters[memberwise.semantic.parameters.count - 1]
                parameter.isEscaping = true
                if property.semantic.hasInitialValue {
                    parameter.defaultSyntax = property.semantic.initialSyntax
                    parameter.memberwiseProperty = property
                } else if !property.isLet, type.isOptional, property.semantic.typeSyntax?.isOptionalSugar ?? false {
                    parameter.isNilByDefault = true
                }
                if property.access == .private { memberwise.access = .private }
                if property.access == .fileprivate, memberwise.access > .fileprivate { memberwise.access = .fileprivate }
            }
            let canDefault = semantic.storedProperties.allSatisfy { $0.hasDefaultValue }
            if canDefault {
                let plain = makeFunction("init", kind: .initializer, .defaultInitializer)
                plain.isStatic = true
                plain.semantic.result = declaredType
                result.append(plain)
            }
            if !memberwise.semantic.parameters.isEmpty { result.append(memberwise) }
            return result
        case .class:
            resolveMembers()
            // A library's interface writes out every initializer there is: it does not show the hidden ones, by which
            // inheritance is decided.
            if isLibrary { return [] }
            var result: [Declaration] = []
            let ownDesignated = declared.compactMap { $0 as? FunctionDeclaration }.filter { !$0.isConvenience }
            let canDefault = semantic.storedProperties.allSatisfy { $0.hasDefaultValue }
            guard let superclass, let parent = superclass.nominal else {
                let hasPlain = declared.contains { ($0 as? FunctionDeclaration)?.parameters.isEmpty ?? false }
                if ownDesignated.isEmpty, !hasPlain, canDefault {
                    let plain = makeFunction("init", kind: .initializer, .defaultInitializer)
                    plain.isStatic = true
                    plain.semantic.result = declaredType
                    result.append(plain)
                }
                return result
            }
            // Designated initializers are inherited when the class has none of its own; convenience ones when all
            // designated ones are there.
            let inherited = parent.lookUpInitializers()
            let overrides = declared.compactMap { ($0 as? FunctionDeclaration)?.labels }
            let hasAll = inherited.filter { !$0.isConvenience }.allSatisfy { overrides.contains($0.labels) }
            if (ownDesignated.isEmpty && canDefault) || hasAll {
                for initializer in inherited {
                    if declared.contains(where: { ($0 as? FunctionDeclaration)?.labels == initializer.labels }) {
                        continue
                    }
                    if !initializer.isConvenience && !ownDesignated.isEmpty { continue }
                    result.append(inherit(initializer, through: superclass))
                }
            }
            return result
        default: return []
        }
    }

    /// What a memberwise initializer takes for a wrapped property: its value or its wrapper.
    private func addParameter(_ memberwise: FunctionDeclaration, of wrapping: WrappedProperty) {
        let (value, backing) = (wrapping.value, wrapping.backing)
        // The value would be taken unevaluated.
        if wrapping.isMemberwiseByValue, wrapping.isAutoclosure { return }
        let given = wrapping.isMemberwiseByValue ? value : backing
        addParameter(memberwise, label: value.name, name: given.name, type: given.type)
        let parameter = memberwise.semantic.parameters[memberwise.semantic.parameters.count - 1]
        parameter.isEscaping = true
        if wrapping.isMemberwiseByValue {
            parameter.defaultSyntax = wrapping.initial
            parameter.isNilByDefault = wrapping.initial == nil && wrapping.hasInitialValue
        } else if let initial = wrapping.initialValue {
            parameter.defaultSyntax = initial.syntax
            parameter.memberwiseProperty = backing
        }
        if value.access == .private { memberwise.access = .private }
        if value.access == .fileprivate, memberwise.access > .fileprivate { memberwise.access = .fileprivate }
    }

    private func inherit(_ initializer: FunctionDeclaration, through superclass: Type) -> FunctionDeclaration {
        let function = makeFunction("init", kind: .initializer, .inheritedInitializer(initializer))
        let owner = initializer.context.selfNominal
        var substitutions = Substitutions.none
        if let owner, let level = world.superclass(of: declaredType, declaration: owner) {
            substitutions = owner.substitutions(level.arguments)
        }
        for parameter in initializer.parameters {
            addParameter(
                function, label: parameter.label, name: parameter.variable.name,
                type: substitutions.apply(parameter.type), isInout: parameter.isInout)
            let made = function.semantic.parameters[function.semantic.parameters.count - 1]
            made.isVariadic = parameter.isVariadic
            made.isAutoclosure = parameter.isAutoclosure
            made.isEscaping = parameter.isEscaping
            made.defaultSyntax = parameter.defaultSyntax
            made.inheritedDefault = parameter
        }
        function.isStatic = true
        function.isFailable = initializer.isFailable
        function.isThrowing = initializer.isThrowing
        function.isConvenience = initializer.isConvenience
        function.isRequired = initializer.isRequired
        function.access = initializer.access == .open ? .public : initializer.access
        function.semantic.result = declaredType
        return function
    }

    /// Declared in its own braces or, for initializers, there alone: extensions do not take the memberwise one away.
    private func ownDeclared(_ name: String) -> [Declaration] {
        if case .chunk(let chunk) = semantic.members, !semantic.didResolveMembers {
            return world.members(of: chunk, named: name, context: memberContext)
        }
        resolveMembers()
        return semantic.ownMembers.filter { $0.name == name }
    }
}

extension VariableDeclaration {
    /// A stored property that needs nothing of an initializer.
    var hasDefaultValue: Bool {
        if let wrapping = semantic.wrapping { return wrapping.hasInitialValue }
        if semantic.hasInitialValue || isLazy || isOverride { return true }
        return !isLet && (semantic.typeSyntax?.isOptionalSugar ?? false)
    }
}

extension TypeSyntax {
    /// `some P`, alone.
    var isOpaque: Bool { self.as(SomeOrAnyTypeSyntax.self)?.someOrAnySpecifier.tokenKind == .keyword(.some) }

    var isOptionalSugar: Bool { self.is(OptionalTypeSyntax.self) || self.is(ImplicitlyUnwrappedOptionalTypeSyntax.self) }
}
