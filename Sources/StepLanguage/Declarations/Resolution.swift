import SwiftSyntax

/// Parameters, results and signatures of functions, found when first asked for.
extension FunctionDeclaration {
    func resolved() -> FunctionSemantics {
        switch semantic.state {
        case .resolved, .resolving: return semantic
        case .unresolved: break
        }
        semantic.state = .resolving
        let outer = context.signature
        guard let file = semantic.file else {
            semantic.state = .resolved
            return semantic
        }
        let world = self.world
        if isAccessor {
            semantic.signature = outer
            makeSelf()
            let type = (accessorOf as? VariableDeclaration)?.type ?? (accessorOf as? SubscriptDeclaration)?.resultType
                ?? .error
            if kind == .getter {
                semantic.result = type
            } else {
                semantic.result = .void
                let name = semantic.labelCache?.first.flatMap { $0 } ?? "newValue"
                let variable = VariableDeclaration(name: name, range: range, context: innerContext, isLet: true)
                variable.semantic.type = type
                variable.semantic.state = .resolved
                variable.semantic.isParameter = true
                let parameter = ParameterDeclaration(label: nil, variable: variable, function: innerContext)
                world.retain(parameter)
                parameter.type = type
                semantic.parameters = [parameter]
            }
            semantic.state = .resolved
            return semantic
        }
        let own = semantic.genericParameterSyntax?.parameters.map { GenericParameter($0.name.identifierText) } ?? []
        semantic.ownParameters = own
        semantic.signature = GenericSignature(parameters: outer.parameters + own, requirements: outer.requirements)
        var signature = world.within(semantic.signature, completedBy: { self.signature }) {
            world.makeSignature(
                outer: outer, own: own, clause: semantic.genericParameterSyntax,
                whereClauses: [semantic.genericWhereSyntax], context: innerContext, file: file)
        }
        semantic.signature = signature
        makeSelf()
        var opaque: [(GenericParameter, ExistentialType)] = []
        var resolver = TypeResolver(innerContext, file: file)
        resolver.opaqueParameter = { existential, _ in
            let parameter = GenericParameter("some \(Type.existential(existential).constraintDescription)", isOpaque: true)
            opaque.append((parameter, existential))
            return .parameter(parameter)
        }
        if let clause = semantic.parameterSyntax {
            semantic.parameters = world.within(signature, completedBy: { self.signature }) {
                world.parameters(clause, resolver: resolver, context: innerContext)
            }
        }
        if !opaque.isEmpty {
            var requirements = signature.requirements
            for (parameter, existential) in opaque {
                requirements += world.constraint(
                    .parameter(parameter), .existential(existential), range ?? SourceRange(file: file, start: 0, end: 0))
            }
            semantic.ownParameters += opaque.map { $0.0 }
            signature = GenericSignature(
                parameters: signature.parameters + opaque.map { $0.0 }, requirements: requirements)
            semantic.signature = signature
        }
        resolver.opaqueParameter = nil
        resolver.opaqueResult = { existential in
            let made = OpaqueDeclaration(function: self, constraint: existential)
            world.retain(made)
            self.semantic.opaque = made
            return .opaque(made, Substitutions(signature.identity))
        }
        if kind == .initializer {
            semantic.result = context.selfNominal.map { _ in world.selfType(context) ?? .error } ?? .error
        } else if let syntax = semantic.resultSyntax {
            semantic.result = world.within(signature, completedBy: { self.signature }) { resolver.resolve(syntax) }
            semantic.isImplicitlyUnwrapped = syntax.is(ImplicitlyUnwrappedOptionalTypeSyntax.self)
        }
        semantic.signature = world.completed(signature, outer: outer, semantic)
        semantic.state = .resolved
        return semantic
    }

    private func makeSelf() {
        guard context.selfNominal != nil || context is SubscriptContext, let type = world.selfType(context) else { return }
        if semantic.isLocal, context.selfNominal == nil { return }
        // A local function uses the `self` of the method around it.
        if semantic.isLocal, context is Scope { return }
        let isInstance = !isStatic || kind == .initializer
        let variable = VariableDeclaration(
            name: "self", range: range, context: innerContext, isLet: !(isMutating || kind == .initializer))
        variable.semantic.type = isInstance ? type : .metatype(type)
        variable.semantic.state = .resolved
        variable.semantic.isSelf = true
        if isInstance, context.selfNominal?.kind != .class {
            variable.isInout = isMutating || kind == .initializer
        }
        semantic.selfVariable = variable
    }
}

extension SubscriptDeclaration {
    func resolved() -> FunctionSemantics {
        if semantic.state != .unresolved { return semantic }
        semantic.state = .resolving
        guard let file = semantic.file else { return semantic }
        let outer = context.signature
        let own = semantic.genericParameterSyntax?.parameters.map { GenericParameter($0.name.identifierText) } ?? []
        semantic.ownParameters = own
        semantic.signature = GenericSignature(parameters: outer.parameters + own, requirements: outer.requirements)
        let signature = world.within(semantic.signature, completedBy: { self.signature }) {
            world.makeSignature(
                outer: outer, own: own, clause: semantic.genericParameterSyntax,
                whereClauses: [semantic.genericWhereSyntax], context: innerContext, file: file)
        }
        semantic.signature = signature
        let resolver = TypeResolver(innerContext, file: file)
        world.within(signature, completedBy: { self.signature }) {
            if let clause = semantic.parameterSyntax {
                semantic.parameters = world.parameters(
                    clause, resolver: resolver, context: innerContext, isSubscript: true)
            }
            if let syntax = semantic.resultSyntax { semantic.result = resolver.resolve(syntax) }
        }
        semantic.signature = world.completed(signature, outer: outer, semantic)
        semantic.state = .resolved
        return semantic
    }
}

extension FunctionDeclaration {
    /// The one type of error that it throws, where it says so.
    var thrownType: Type? {
        guard let syntax = semantic.thrownSyntax, let file = semantic.file else { return nil }
        if let known = semantic.thrownType { return known }
        let signature = signature
        let type = world.within(signature) { TypeResolver(innerContext, file: file).resolve(syntax) }
        semantic.thrownType = type
        return type
    }
}

extension World {
    func parameters(
        _ clause: FunctionParameterClauseSyntax, resolver: TypeResolver, context: DeclarationContext,
        isSubscript: Bool = false
    ) -> [ParameterDeclaration] {
        var result: [ParameterDeclaration] = []
        for syntax in clause.parameters {
            let inner = (syntax.secondName ?? syntax.firstName)
            var label: String? = syntax.firstName.identifierText
            if label == "_" || (isSubscript && syntax.secondName == nil) { label = nil }
            let variable = VariableDeclaration(
                name: inner.identifierText, range: range(inner, resolver.file), context: context, isLet: true)
            let parameter = ParameterDeclaration(label: label, variable: variable, function: context)
            retain(parameter)
            parameter.isInout = resolver.isInout(syntax.type)
            parameter.isVariadic = syntax.ellipsis != nil
            parameter.isAutoclosure = resolver.hasAttribute(syntax.type, "autoclosure")
            parameter.isEscaping = resolver.hasAttribute(syntax.type, "escaping") || syntax.type.isOptionalSugar
            parameter.defaultSyntax = syntax.defaultValue?.value
            var type = resolver.resolve(syntax.type)
            var innerType = type
            if parameter.isAutoclosure, case .function(let function) = type {
                type = function.result
                parameter.isThrowingAutoclosure = function.isThrowing
            }
            if parameter.isVariadic { innerType = type.isError ? .error : array(type) }
            parameter.type = type
            for case .attribute(let attribute) in syntax.attributes {
                parameter.builder = builderType(attribute, of: parameter, context: context, file: resolver.file)
            }
            variable.semantic.type = innerType
            variable.semantic.state = .resolved
            variable.semantic.isParameter = true
            variable.semantic.isNonEscaping = innerType.isFunction && !parameter.isEscaping && !parameter.isVariadic
                && !parameter.isInout && !parameter.isAutoclosure
            variable.isInout = parameter.isInout
            result.append(parameter)
        }
        return result
    }

    func aliasedType(_ alias: TypeAliasDeclaration) -> Type {
        if let type = alias.semantic.type { return type }
        guard let syntax = alias.semantic.typeSyntax, let file = alias.semantic.file else { return .error }
        if alias.semantic.isResolving {
            if let range = alias.range { error("type alias '\(alias.name)' references itself", at: range) }
            return .error
        }
        alias.semantic.isResolving = true
        defer { alias.semantic.isResolving = false }
        var context: DeclarationContext = alias.context
        var signature = context.signature
        if let clause = alias.semantic.genericParameterSyntax {
            alias.semantic.parameters = clause.parameters.map { GenericParameter($0.name.identifierText) }
            let inner = AliasContext(alias)
            retain(inner)
            context = inner
            signature = makeSignature(
                outer: signature, own: alias.semantic.parameters, clause: clause, whereClauses: [], context: inner, file: file)
        }
        let type = within(signature) { TypeResolver(context, file: file).resolve(syntax) }
        alias.semantic.type = type
        return type
    }

    // MARK: Self

    /// The type of `Self` at a place.
    func selfType(_ context: DeclarationContext) -> Type? {
        guard let nominal = nearestNominal(context) else { return nil }
        if nominal.kind == .protocol { return .parameter(nominal.selfParameter) }
        return within(contextSignature(context, nominal)) { reduce(nominal.declaredType) }
    }

    private func contextSignature(_ context: DeclarationContext, _ nominal: NominalDeclaration) -> GenericSignature {
        var current: DeclarationContext? = context
        while let next = current {
            if let made = next as? ExtensionDeclaration { return made.signature }
            if next is NominalDeclaration.MemberContext { return next.signature }
            current = next.parent
        }
        return nominal.signature
    }

    func nearestNominal(_ context: DeclarationContext) -> NominalDeclaration? {
        var current: DeclarationContext? = context
        while let next = current {
            if let nominal = next.selfNominal { return nominal }
            current = next.parent
        }
        return nil
    }

    /// The type that an enclosing nominal's bare name stands for inside it.
    func enclosing(_ nominal: NominalDeclaration, _ context: DeclarationContext) -> Type? {
        var current: DeclarationContext? = context
        while let next = current {
            if next.selfNominal === nominal, next is ExtensionDeclaration || next is NominalDeclaration.MemberContext {
                return within(next.signature) { reduce(nominal.declaredType) }
            }
            current = next.parent
        }
        return nil
    }

    func isBuildingSignature(_ nominal: NominalDeclaration) -> Bool { nominal.semantic.isResolvingSignature }

    func substitutions(forProtocolMember proto: NominalDeclaration, base: Type) -> Substitutions {
        Substitutions([proto.selfParameter: base])
    }

    func describeKind(_ type: Type) -> String {
        switch type {
        case .nominal(let declaration, _): return declaration.kind.rawValue
        default: return "type"
        }
    }

    /// The requirements of generic arguments are looked at once all declarations of a step are known.
    func deferRequirementCheck(_ type: Type, _ range: SourceRange) {
        if range.file.isLibrary { return }
        let (environment, completed) = (self.environment, completedEnvironment)
        pendingBodies.append { [unowned self] in
            within(completed?() ?? environment) {
                guard case .nominal(let nominal, let arguments) = type else { return }
                let substitutions = nominal.substitutions(arguments)
                for requirement in nominal.signature.requirements where !holds(requirement, substitutions) {
                    switch requirement {
                    case .conforms(let subject, let proto):
                        error(
                            "type '\(substitutions.apply(subject))' does not conform to protocol '\(proto.name)'",
                            at: range)
                    case .superclass(let subject, let superclass):
                        error(
                            "'\(nominal.name)' requires that '\(substitutions.apply(subject))' inherit from '\(superclass)'",
                            at: range)
                    case .same(let left, let right):
                        error(
                            "'\(nominal.name)' requires the types '\(substitutions.apply(left))' and"
                                + " '\(substitutions.apply(right))' be equivalent", at: range)
                    case .isClass(let subject):
                        error("'\(nominal.name)' requires that '\(substitutions.apply(subject))' be a class type", at: range)
                    }
                }
            }
        }
    }

    var isCheckingRequirements: Bool { false }

    // MARK: Enum cases

    func parameters(of enumCase: EnumCaseDeclaration) -> [ParameterDeclaration] {
        guard let clause = enumCase.semantic.parameterSyntax, let file = enumCase.semantic.file else { return [] }
        let resolver = TypeResolver(enumCase.context, file: file)
        return within(enumCase.context.signature) {
            clause.parameters.enumerated().map { index, syntax in
                var label = syntax.firstName?.identifierText
                if label == "_" { label = nil }
                let variable = VariableDeclaration(
                    name: syntax.secondName?.identifierText ?? label ?? "\(index)", range: enumCase.range,
                    context: enumCase.context, isLet: true)
                variable.semantic.type = resolver.resolve(syntax.type)
                variable.semantic.state = .resolved
                variable.semantic.isParameter = true
                let parameter = ParameterDeclaration(label: label, variable: variable, function: enumCase.context)
                retain(parameter)
                parameter.type = variable.semantic.type
                parameter.isEscaping = true
                parameter.defaultSyntax = syntax.defaultValue?.value
                return parameter
            }
        }
    }
}

final class AliasContext: DeclarationContext {
    let alias: TypeAliasDeclaration

    init(_ alias: TypeAliasDeclaration) {
        self.alias = alias
        super.init(parent: alias.context, world: alias.context.world)
    }

    override var selfNominal: NominalDeclaration? { parent?.selfNominal }
    override var signature: GenericSignature {
        let outer = parent?.signature ?? .none
        return GenericSignature(
            parameters: outer.parameters + alias.semantic.parameters, requirements: outer.requirements)
    }
}

extension EnumCaseDeclaration {
    func resolveParameters() -> [ParameterDeclaration] {
        if let known = semantic.parameters { return known }
        semantic.parameters = []
        let made = context.world.parameters(of: self)
        semantic.parameters = made
        return made
    }
}

extension NominalDeclaration {
    func rawValue(of enumCase: EnumCaseDeclaration) -> LiteralValue? {
        guard rawType != nil else { return nil }
        if semantic.rawValues == nil { semantic.rawValues = makeRawValues() }
        guard let values = semantic.rawValues, values.indices.contains(enumCase.index) else { return nil }
        return values[enumCase.index]
    }

    private func makeRawValues() -> [LiteralValue?] {
        guard let rawType else { return [] }
        var result: [LiteralValue?] = []
        var seen: [LiteralValue: EnumCaseDeclaration] = [:]
        var next: (value: UInt64, negative: Bool) = (0, false)
        let isText = rawType == world.stringType
        let isCharacter = rawType == world.characterType
        for enumCase in enumCases {
            var value: LiteralValue?
            if let syntax = enumCase.semantic.rawSyntax, let file = enumCase.semantic.file {
                value = literal(syntax, file: file)
                if isCharacter, case .string(let text)? = value { value = .character(text) }
                if case .integer(let magnitude, let negative)? = value {
                    if rawType == world.doubleType || rawType.nominal?.name == "Float" {
                        value = .float(negative ? -Double(magnitude) : Double(magnitude), text: (negative ? "-" : "") + String(magnitude))
                    }
                    next = negative ? (magnitude - 1, magnitude > 1) : (magnitude &+ 1, false)
                }
                if value == nil, !(enumCase.semantic.rawSyntax?.is(MissingExprSyntax.self) ?? true) {
                    world.error("raw value for enum case must be a literal", at: world.range(syntax, file))
                }
            } else if isText {
                value = .string(enumCase.name)
            } else if rawType.nominal?.isLibrary ?? false, !isCharacter {
                value = .integer(magnitude: next.value, negative: next.negative)
                next = next.negative ? (next.value - 1, next.value > 1) : (next.value &+ 1, false)
            } else if let range = enumCase.range {
                world.error("enum case must declare a raw value when the preceding raw value is not an integer", at: range)
            }
            if let value {
                if let other = seen[value], let range = enumCase.range {
                    world.error(
                        "raw value for enum case is not unique", at: range,
                        notes: [world.note("raw value previously used here", at: other)])
                }
                seen[value] = enumCase
            }
            result.append(value)
        }
        return result
    }

    private func literal(_ syntax: ExprSyntax, file: SourceFile) -> LiteralValue? {
        if let integer = syntax.as(IntegerLiteralExprSyntax.self) {
            return parseInteger(integer.literal.text).map { .integer(magnitude: $0, negative: false) }
        }
        if let float = syntax.as(FloatLiteralExprSyntax.self) {
            return parseFloat(float.literal.text, negative: false)
        }
        if let text = syntax.as(StringLiteralExprSyntax.self) {
            return text.representedLiteralValue.map { .string($0) }
        }
        if let prefix = syntax.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
            switch literal(prefix.expression, file: file) {
            case .integer(let magnitude, _): return .integer(magnitude: magnitude, negative: magnitude != 0)
            case .float(let value, let text): return .float(-value, text: "-" + text)
            default: return nil
            }
        }
        return nil
    }
}

/// The value of an integer literal; nil when it does not fit 64 bits.
func parseInteger(_ text: String) -> UInt64? {
    let digits = text.filter { $0 != "_" }
    if digits.hasPrefix("0x") { return UInt64(digits.dropFirst(2), radix: 16) }
    if digits.hasPrefix("0b") { return UInt64(digits.dropFirst(2), radix: 2) }
    if digits.hasPrefix("0o") { return UInt64(digits.dropFirst(2), radix: 8) }
    return UInt64(digits)
}

func parseFloat(_ text: String, negative: Bool) -> LiteralValue? {
    let digits = (negative ? "-" : "") + text.filter { $0 != "_" }
    return Double(digits).map { .float($0, text: digits) }
}

extension Declaration {
    /// The type of a member inside its own context, as requirements and overrides compare it.
    var interfaceType: Type {
        switch self {
        case let function as FunctionDeclaration:
            var result = function.resultType
            if function.isFailable { result = context.world.optional(result) }
            return .function(
                FunctionType(
                    function.parameters.map { $0.functionParameter }, result: result,
                    isThrowing: function.isThrowing || function.isRethrowing))
        case let variable as VariableDeclaration: return variable.type
        case let item as SubscriptDeclaration:
            return .function(FunctionType(item.parameters.map { $0.functionParameter }, result: item.resultType))
        case let enumCase as EnumCaseDeclaration:
            if !enumCase.hasPayload { return enumCase.owner.declaredType }
            return .function(
                FunctionType(enumCase.parameters.map { $0.functionParameter }, result: enumCase.owner.declaredType))
        default: return .error
        }
    }
}

extension ParameterDeclaration {
    var functionParameter: FunctionType.Parameter {
        FunctionType.Parameter(type: type, isInout: isInout, isVariadic: isVariadic, isAutoclosure: isAutoclosure)
    }
}

/// Overrides.
extension World {
    func overridden(of declaration: Declaration) -> Declaration? {
        guard let nominal = declaration.context.selfNominal, nominal.kind == .class else { return nil }
        let isOverride: Bool
        switch declaration {
        case let function as FunctionDeclaration:
            if let known = function.semantic.overriddenCache { return known }
            if function.isAccessor { return accessorOverridden(function) }
            isOverride = function.isOverride || (function.kind == .initializer && function.isRequired)
        case let variable as VariableDeclaration:
            if let known = variable.semantic.overriddenCache { return known }
            isOverride = variable.isOverride
        case let item as SubscriptDeclaration:
            if let known = item.semantic.overriddenCache { return known }
            isOverride = item.isOverride
        default: return nil
        }
        let found = isOverride ? findOverridden(declaration, nominal) : nil
        switch declaration {
        case let function as FunctionDeclaration: function.semantic.overriddenCache = .some(found)
        case let variable as VariableDeclaration: variable.semantic.overriddenCache = .some(found)
        case let item as SubscriptDeclaration: item.semantic.overriddenCache = .some(found)
        default: break
        }
        return found
    }

    private func accessorOverridden(_ function: FunctionDeclaration) -> Declaration? {
        guard let owner = function.accessorOf, let base = overridden(of: owner) else { return nil }
        switch (base, function.kind) {
        case (let variable as VariableDeclaration, .getter): return variable.getter
        case (let variable as VariableDeclaration, .setter): return variable.setter
        case (let item as SubscriptDeclaration, .getter): return item.getter
        case (let item as SubscriptDeclaration, .setter): return item.setter
        default: return nil
        }
    }

    func findOverridden(_ declaration: Declaration, _ nominal: NominalDeclaration) -> Declaration? {
        var level = nominal.superclass
        for _ in 0..<100 {
            guard let type = level, let ancestor = type.nominal else { return nil }
            let substitutions = ancestor.substitutions(type.arguments)
            // Initializers may be overridden that nobody wrote: `init()` of a class whose properties have values.
            let candidates =
                declaration.name == "init" ? ancestor.lookUpInitializers() : ancestor.lookUpDeclared(declaration.name)
            for candidate in candidates where candidate.isStatic == declaration.isStatic {
                if matchesOverride(declaration, candidate, substitutions) { return candidate }
            }
            // A class has those initializers of its superclass's that it inherits, and no others.
            if declaration.name == "init" { return nil }
            level = type.superclassType
        }
        return nil
    }

    /// Whether what an overriding member gives is what the overridden one promises: the same, or an object of a subclass.
    private func isResult(_ mine: Type, for theirs: Type) -> Bool {
        if mine == theirs || mine.isError || theirs.isError || isSubclass(mine, of: theirs) { return true }
        guard let promised = theirs.optionalPayload else { return false }
        return isResult(mine.optionalPayload ?? mine, for: promised)
    }

    private func matchesOverride(_ a: Declaration, _ b: Declaration, _ substitutions: Substitutions) -> Bool {
        switch (a, b) {
        case (let a as FunctionDeclaration, let b as FunctionDeclaration):
            guard a.labels == b.labels, a.kind == b.kind, a.parameters.count == b.parameters.count else { return false }
            if a.kind == .function, a.ownGenericParameters.isEmpty, b.ownGenericParameters.isEmpty,
                !isResult(a.resultType, for: substitutions.apply(b.resultType))
            {
                return false
            }
            if !a.ownGenericParameters.isEmpty || !b.ownGenericParameters.isEmpty { return true }
            return zip(a.parameters, b.parameters).allSatisfy { mine, theirs in
                let wanted = substitutions.apply(theirs.type)
                return mine.type == wanted || mine.type.isError || wanted.isError
                    || mine.type.optionalPayload == wanted || isSubclass(wanted, of: mine.type)
            }
        case (is VariableDeclaration, is VariableDeclaration): return true
        case (let a as SubscriptDeclaration, let b as SubscriptDeclaration):
            return a.parameters.map { $0.label } == b.parameters.map { $0.label }
                && isResult(a.resultType, for: substitutions.apply(b.resultType))
                && zip(a.parameters, b.parameters).allSatisfy { $0.type == substitutions.apply($1.type) }
        default: return false
        }
    }
}
