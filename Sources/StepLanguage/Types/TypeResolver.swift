import SwiftSyntax

/// From the syntax of a type to the type, names looked up from a context.
struct TypeResolver {
    let world: World
    let context: DeclarationContext
    let file: SourceFile
    /// Takes `some P` in parameters: makes a generic parameter of it.
    var opaqueParameter: ((ExistentialType, SourceRange) -> Type)?
    /// Makes `_` and missing generic arguments type variables, inside expressions.
    var placeholder: (() -> Type)?
    /// Told of a generic type whose arguments are to be found.
    var opened: ((NominalDeclaration, [Type]) -> Void)?
    /// The function whose result is resolved: `some P` there is its opaque type.
    var opaqueResult: ((ExistentialType) -> Type)?

    init(_ context: DeclarationContext, file: SourceFile) {
        self.world = context.world
        self.context = context
        self.file = file
    }

    func range(_ node: some SyntaxProtocol) -> SourceRange { world.range(node, file) }

    func fail(_ message: String, _ node: some SyntaxProtocol, fixIt: String? = nil) -> Type {
        world.report(.error, message, at: range(node), fixIt: fixIt)
        return .error
    }

    func resolve(_ syntax: TypeSyntax) -> Type {
        switch syntax.as(TypeSyntaxEnum.self) {
        case .identifierType(let node):
            return named(node.name, node.genericArgumentClause, syntax)
        case .memberType(let node):
            return member(node)
        case .optionalType(let node):
            return optional(resolve(node.wrappedType))
        case .implicitlyUnwrappedOptionalType(let node):
            return optional(resolve(node.wrappedType))
        case .arrayType(let node):
            let element = resolve(node.element)
            return element.isError ? .error : world.array(element)
        case .dictionaryType(let node):
            let key = resolve(node.key)
            let value = resolve(node.value)
            if key.isError || value.isError { return .error }
            let type = world.type("Dictionary", [key, value])
            if key.hasParameters {
                world.deferRequirementCheck(type, range(node))
            } else if !key.hasVariables, let hashable = world.known("Hashable"), !world.conforms(key, to: hashable) {
                return fail("type '\(key)' does not conform to protocol 'Hashable'", node)
            }
            return type
        case .tupleType(let node):
            var elements: [TupleElement] = []
            for element in node.elements {
                if let ellipsis = element.ellipsis { return fail("variadic expansion is not supported here", ellipsis) }
                let type = resolve(element.type)
                if type.isError { return .error }
                var label = element.firstName?.identifierText
                if label == "_" { label = nil }
                elements.append(TupleElement(label: label, type: type))
            }
            if elements.count == 1 { return elements[0].type }
            return .tuple(elements)
        case .functionType(let node): return function(node)
        case .attributedType(let node):
            for attribute in node.attributes {
                if case .attribute(let attribute) = attribute {
                    let name = attribute.attributeName.trimmedDescription
                    if !["escaping", "autoclosure", "Sendable"].contains(name) {
                        return fail("'@\(name)' is not supported in lessons", attribute)
                    }
                }
            }
            for specifier in node.specifiers {
                let text = specifier.trimmedDescription
                if !["inout", "borrowing", "consuming", "__owned", "sending"].contains(text) {
                    return fail("'\(text)' is not supported in lessons", specifier)
                }
            }
            return resolve(node.baseType)
        case .someOrAnyType(let node):
            let constraint = resolve(node.constraint)
            if constraint.isError { return .error }
            // `any P.Type` is the type of the metatypes of what conforms.
            if case .metatype(.existential) = constraint, node.someOrAnySpecifier.tokenKind == .keyword(.any) {
                return constraint
            }
            guard case .existential(let existential) = asConstraint(constraint) else {
                return fail(
                    "'\(node.someOrAnySpecifier.text)' has no effect on concrete type '\(constraint)'",
                    node.constraint)
            }
            if node.someOrAnySpecifier.tokenKind == .keyword(.any) { return .existential(existential) }
            if let opaqueParameter { return opaqueParameter(existential, range(node)) }
            if let opaqueResult { return opaqueResult(existential) }
            return fail("'some' types are only permitted in properties, subscripts, and functions", node)
        case .compositionType(let node):
            return composition(node)
        case .metatypeType(let node):
            return .metatype(resolve(node.baseType))
        case .missingType: return .error
        case .suppressedType(let node):
            return fail("'~' in types is not supported in lessons", node)
        case .packElementType, .packExpansionType:
            return fail("a parameter pack is not supported in lessons", syntax)
        case .inlineArrayType:
            return fail("an inline array type is not supported in lessons", syntax)
        default:
            return fail("this type is not supported in lessons", syntax)
        }
    }

    private func optional(_ type: Type) -> Type { type.isError ? .error : world.optional(type) }

    /// A protocol's name resolves to its existential; as a constraint it is just that.
    private func asConstraint(_ type: Type) -> Type { type }

    func function(_ node: FunctionTypeSyntax) -> Type {
        var parameters: [FunctionType.Parameter] = []
        var isBroken = false
        if let effects = node.effectSpecifiers, let async = effects.asyncSpecifier {
            return fail("'async' is not supported in lessons", async)
        }
        for parameter in node.parameters {
            if let ellipsis = parameter.ellipsis {
                return fail("a variadic parameter in a function type is not supported in lessons", ellipsis)
            }
            let type = resolve(parameter.type)
            if type.isError { isBroken = true }
            var made = FunctionType.Parameter(type: type)
            made.isInout = isInout(parameter.type)
            parameters.append(made)
        }
        let result = resolve(node.returnClause.type)
        if isBroken || result.isError { return .error }
        let clause = node.effectSpecifiers?.throwsClause
        let isThrowing = clause != nil && clause?.type?.trimmedDescription != "Never"
        return .function(FunctionType(parameters, result: result, isThrowing: isThrowing))
    }

    func isInout(_ syntax: TypeSyntax) -> Bool {
        guard let attributed = syntax.as(AttributedTypeSyntax.self) else { return false }
        return attributed.specifiers.contains { $0.trimmedDescription == "inout" }
    }

    func hasAttribute(_ syntax: TypeSyntax, _ name: String) -> Bool {
        guard let attributed = syntax.as(AttributedTypeSyntax.self) else { return false }
        return attributed.attributes.contains {
            if case .attribute(let attribute) = $0 { return attribute.attributeName.trimmedDescription == name }
            return false
        }
    }

    private func composition(_ node: CompositionTypeSyntax) -> Type {
        var protocols: [NominalDeclaration] = []
        var superclass: Type?
        var isAnyObject = false
        var arguments: [AssociatedTypeDeclaration: Type] = [:]
        for element in node.elements {
            let type = resolve(element.type)
            switch type {
            case .error: return .error
            case .existential(let existential):
                protocols += existential.protocols
                superclass = superclass ?? existential.superclass
                isAnyObject = isAnyObject || existential.isAnyObject
                arguments.merge(existential.arguments) { first, _ in first }
            case .nominal(let declaration, _) where declaration.kind == .class:
                superclass = type
            default:
                return fail("non-protocol, non-class type '\(type)' cannot be used within a protocol-constrained type",
                    element.type)
            }
        }
        return .existential(
            world.existential(protocols, superclass: superclass, isAnyObject: isAnyObject, arguments: arguments))
    }

    // MARK: Names

    func named(_ token: TokenSyntax, _ arguments: GenericArgumentClauseSyntax?, _ node: some SyntaxProtocol) -> Type {
        let name = token.identifierText
        switch name {
        case "Any": return .any
        case "AnyObject": return .existential(ExistentialType(protocols: [], isAnyObject: true))
        case "Void": return .void
        case "_":
            if let placeholder { return placeholder() }
            return fail("type placeholder not allowed here", node)
        case "Self":
            guard let type = world.selfType(context) else {
                return fail("cannot find type 'Self' in scope", token)
            }
            return type
        default: break
        }
        guard let found = world.lookUpType(name, from: context) else {
            let suggestion = world.nearestTypeName(name, from: context)
            var message = "cannot find type '\(name)' in scope"
            if let suggestion { message += "; did you mean '\(suggestion)'?" }
            return fail(message, token, fixIt: suggestion)
        }
        return type(found, arguments, node)
    }

    private func member(_ node: MemberTypeSyntax) -> Type {
        if node.baseType.trimmedDescription == "Swift" || node.baseType.trimmedDescription == "LessonKit"
            || node.baseType.trimmedDescription == "Foundation",
            world.lookUpType(node.baseType.trimmedDescription, from: context) == nil,
            let found = world.libraryDeclarations(named: node.name.identifierText).first
        {
            return type((found, nil), node.genericArgumentClause, node)
        }
        let base = resolve(node.baseType)
        if base.isError { return .error }
        let name = node.name.identifierText
        if name == "Type" || name == "Protocol" { return .metatype(base) }
        if let found = memberType(name, of: base, node, node.genericArgumentClause) { return found }
        return fail("'\(name)' is not a member type of \(world.describeKind(base)) '\(base)'", node.name)
    }

    /// A nested type, type alias or associated type of a type.
    func memberType(
        _ name: String, of base: Type, _ node: some SyntaxProtocol, _ arguments: GenericArgumentClauseSyntax?
    ) -> Type? {
        switch base {
        case .parameter, .member:
            for proto in world.protocols(of: base) {
                if let found = proto.associatedTypes.first(where: { $0.name == name }) {
                    return world.reduce(.member(base, found.root))
                }
                if let alias = proto.declaredMembers(named: name).first as? TypeAliasDeclaration {
                    return Substitutions([proto.selfParameter: base]).apply(world.aliasedType(alias))
                }
            }
            return nil
        case .nominal(let declaration, let baseArguments):
            for candidate in world.typeMembers(of: declaration, named: name) {
                if let nested = candidate as? NominalDeclaration {
                    if nested.context.selfNominal === declaration {
                        return self.type((nested, baseArguments), arguments, node)
                    }
                    return self.type((nested, nil), arguments, node)
                }
                if let alias = candidate as? TypeAliasDeclaration {
                    let type = self.type((alias, nil), arguments, node)
                    guard let owner = alias.context.selfNominal else { return type }
                    if owner.kind == .protocol {
                        return world.substitutions(forProtocolMember: owner, base: base).apply(type)
                    }
                    if let level = world.superclass(of: base, declaration: owner) {
                        return owner.substitutions(level.arguments).apply(type)
                    }
                    return type
                }
            }
            if let associated = world.associatedTypeNamed(name, of: declaration) {
                let found = base.associatedType(associated)
                if !found.isError { return found }
            }
            return nil
        case .opaque(let opaque, _):
            for proto in opaque.constraint.protocols {
                for inherited in proto.inheritanceClosure {
                    if let found = inherited.associatedTypes.first(where: { $0.name == name }) {
                        return base.associatedType(found.root)
                    }
                }
            }
            return nil
        case .existential(let existential):
            for proto in existential.protocols {
                for inherited in proto.inheritanceClosure {
                    if let nested = inherited.declaredMembers(named: name).first as? NominalDeclaration {
                        return self.type((nested, nil), arguments, node)
                    }
                }
            }
            return nil
        default: return nil
        }
    }

    /// The type that a declaration's name with generic arguments stands for.
    func type(
        _ found: (declaration: Declaration, outer: [Type]?), _ clause: GenericArgumentClauseSyntax?,
        _ node: some SyntaxProtocol
    ) -> Type {
        var arguments: [Type] = []
        if let clause {
            for argument in clause.arguments {
                guard case .type(let type) = argument.argument else {
                    return fail("a value as a generic argument is not supported in lessons", argument)
                }
                let resolved = resolve(type)
                if resolved.isError { return .error }
                arguments.append(resolved)
            }
        }
        switch found.declaration {
        case let nominal as NominalDeclaration:
            world.usage.note(nominal, in: world)
            if nominal.kind == .protocol {
                var bound: [AssociatedTypeDeclaration: Type] = [:]
                let primary = nominal.primaryAssociatedTypeNames
                if arguments.count > primary.count {
                    return fail("protocol '\(nominal.name)' does not have primary associated types that can be"
                        + " constrained", node)
                }
                for (name, argument) in zip(primary, arguments) {
                    if let associated = world.associatedTypeNamed(name, of: nominal) { bound[associated] = argument }
                }
                return .existential(
                    world.existential([nominal], superclass: nil, isAnyObject: false, arguments: bound))
            }
            if !world.isBuildingSignature(nominal) {
                let own = nominal.ownGenericParameterCount
                let total = nominal.genericParameters.count
                var all: [Type] = []
                if total > own {
                    if let outer = found.outer {
                        all = outer
                    } else {
                        all = nominal.genericParameters.prefix(total - own).map { .parameter($0) }
                    }
                }
                if clause == nil, own > 0 {
                    // Inside the type its bare name is the type with its own parameters.
                    if let inner = world.enclosing(nominal, context) { return inner }
                    if let placeholder {
                        all += (0..<own).map { _ in placeholder() }
                        opened?(nominal, all)
                        return .nominal(nominal, all)
                    }
                    let names = nominal.genericParameters.suffix(own).map { "<\($0.name)>" }.joined()
                    _ = names
                    return fail(
                        "reference to generic type '\(nominal.name)' requires arguments in <...>", node)
                }
                if arguments.count != own {
                    if own == 0 {
                        return fail("cannot specialize non-generic type '\(nominal.name)'", node)
                    }
                    let few = arguments.count < own ? "few" : "many"
                    return fail(
                        "generic type '\(nominal.name)' specialized with too \(few) type parameters"
                            + " (got \(arguments.count), but expected \(own))", node)
                }
                let result = Type.nominal(nominal, all + arguments)
                if !arguments.isEmpty, !result.hasVariables, !world.isCheckingRequirements {
                    world.deferRequirementCheck(result, range(node))
                }
                return result
            }
            return .nominal(nominal, arguments)
        case let alias as TypeAliasDeclaration:
            world.usage.note(alias, in: world)
            let type = world.aliasedType(alias)
            if !alias.semantic.parameters.isEmpty {
                if arguments.isEmpty, let placeholder {
                    arguments = alias.semantic.parameters.map { _ in placeholder() }
                }
                if arguments.count != alias.semantic.parameters.count {
                    return fail("reference to generic type '\(alias.name)' requires arguments in <...>", node)
                }
                return Substitutions(
                    Dictionary(uniqueKeysWithValues: zip(alias.semantic.parameters, arguments))
                ).apply(type)
            }
            if !arguments.isEmpty, case .nominal(let nominal, let existing) = type, existing.count == arguments.count {
                return .nominal(nominal, arguments)
            }
            if let outer = found.outer, let owner = alias.context.selfNominal, owner.kind != .protocol {
                return owner.substitutions(outer).apply(type)
            }
            return type
        case let associated as AssociatedTypeDeclaration:
            guard let selfType = world.selfType(context) else { return .error }
            if case .parameter = selfType { return world.reduce(.member(selfType, associated.root)) }
            return selfType.associatedType(associated.root)
        case let parameter as GenericParameterDeclaration:
            return world.reduce(.parameter(parameter.parameter))
        default:
            return fail("'\(found.declaration.name)' is not a type", node)
        }
    }
}

/// A generic parameter as a name in scope.
final class GenericParameterDeclaration: Declaration {
    let parameter: GenericParameter

    init(_ parameter: GenericParameter, context: DeclarationContext, range: SourceRange?) {
        self.parameter = parameter
        super.init(name: parameter.name, range: range, context: context)
    }
}
