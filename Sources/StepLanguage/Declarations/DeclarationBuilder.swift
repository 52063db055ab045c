import SwiftSyntax

/// Makes declarations of syntax. Nothing is resolved here: types and bodies are looked at when asked for.
struct DeclarationBuilder {
    let world: World
    let file: SourceFile
    let context: DeclarationContext
    /// Byte offset of the tree's position 0 in the file (chunks of the library are parsed on their own).
    var scope: Scope?
    var outerBody: CodeBody?

    func range(_ node: some SyntaxProtocol) -> SourceRange {
        world.range(node, file)
    }

    /// The modifiers of a declaration, those that lessons have no use for reported.
    struct Modifiers {
        var access: AccessLevel?
        var setterAccess: AccessLevel?
        var names: Set<String> = []
        func has(_ name: String) -> Bool { names.contains(name) }
    }

    func modifiers(_ list: DeclModifierListSyntax) -> Modifiers {
        var result = Modifiers()
        for modifier in list {
            let name = modifier.name.text
            switch name {
            case "public", "open", "internal", "private", "fileprivate", "package":
                let level: AccessLevel =
                    switch name {
                    case "public", "package": .public
                    case "open": .open
                    case "private": .private
                    case "fileprivate": .fileprivate
                    default: .internal
                    }
                if modifier.detail?.detail.text == "set" {
                    result.setterAccess = level
                } else {
                    result.access = level
                }
            case "weak", "unowned":
                result.names.insert(name)
            case "static", "class", "final", "override", "mutating", "nonmutating", "lazy", "convenience", "required",
                "prefix", "postfix", "infix", "indirect":
                result.names.insert(name)
            case "dynamic", "optional", "consuming", "borrowing", "nonisolated", "isolated", "distributed":
                unsupported("'\(name)'", modifier)
            default: break
            }
        }
        return result
    }

    func unsupported(_ what: String, _ node: some SyntaxProtocol) {
        if file.isLibrary { return }
        world.report(.error, "\(what) is not supported in lessons", at: range(node))
    }

    /// The attributes that the language knows by name; others name types of a program.
    private static let harmlessAttributes: Set<String> = [
        "discardableResult", "inlinable", "inline", "frozen", "usableFromInline", "warn_unqualified_access", "_exported",
        "escaping", "autoclosure", "unknown", "_disfavoredOverload", "Sendable", "available", "preconcurrency",
    ]
    private static let typeAttributes: Set<String> = ["propertyWrapper", "resultBuilder", "dynamicMemberLookup"]
    private static let refusedAttributes: Set<String> = [
        "main", "dynamicCallable", "objc", "MainActor", "globalActor", "NSCopying",
        "convention", "testable", "implementation", "_silgen_name", "_cdecl",
    ]

    func isCustom(_ attribute: AttributeSyntax) -> Bool {
        let name = attribute.attributeName.trimmedDescription
        return !Self.harmlessAttributes.contains(name) && !Self.refusedAttributes.contains(name)
            && !Self.typeAttributes.contains(name)
    }

    /// Attributes: the harmless ones pass.
    func attributes(_ list: AttributeListSyntax, ofType: Bool = false, takesCustom: Bool = false) -> Set<String> {
        var names: Set<String> = []
        for element in list {
            switch element {
            case .attribute(let attribute):
                let name = attribute.attributeName.trimmedDescription
                if Self.harmlessAttributes.contains(name) || ofType && Self.typeAttributes.contains(name) {
                    names.insert(name)
                } else if Self.typeAttributes.contains(name) {
                    world.error("'@\(name)' attribute cannot be applied to this declaration", at: range(attribute))
                } else if Self.refusedAttributes.contains(name) {
                    unsupported("'@\(name)'", attribute)
                } else if !takesCustom {
                    unsupported("the attribute '@\(name)'", attribute)
                }
            case .ifConfigDecl(let config): unsupported("'#if'", config)
            }
        }
        return names
    }

    // MARK: Dispatch

    func build(_ declaration: DeclSyntax) -> [Declaration] {
        switch declaration.as(DeclSyntaxEnum.self) {
        case .structDecl(let node):
            return nominal(
                .struct, node.name, node, node.modifiers, node.attributes, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .classDecl(let node):
            return nominal(
                .class, node.name, node, node.modifiers, node.attributes, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .enumDecl(let node):
            return nominal(
                .enum, node.name, node, node.modifiers, node.attributes, node.genericParameterClause,
                node.inheritanceClause, node.genericWhereClause, node.memberBlock)
        case .protocolDecl(let node):
            let result = nominal(
                .protocol, node.name, node, node.modifiers, node.attributes, nil, node.inheritanceClause,
                node.genericWhereClause, node.memberBlock)
            if let proto = result.first as? NominalDeclaration {
                proto.semantic.primaryAssociatedTypes =
                    node.primaryAssociatedTypeClause?.primaryAssociatedTypes.map { $0.name.text } ?? []
            }
            return result
        case .functionDecl(let node): return function(node)
        case .initializerDecl(let node): return initializer(node)
        case .deinitializerDecl(let node): return deinitializer(node)
        case .variableDecl(let node): return variables(node)
        case .subscriptDecl(let node): return subscripts(node)
        case .enumCaseDecl: return []
        case .typeAliasDecl(let node): return typeAlias(node)
        case .associatedTypeDecl(let node): return associatedType(node)
        case .ifConfigDecl(let node):
            unsupported("'#if'", node)
        case .actorDecl(let node):
            unsupported("an actor", node.actorKeyword)
        case .macroDecl(let node):
            unsupported("declaring a macro", node.macroKeyword)
        case .macroExpansionDecl(let node):
            unsupported("the macro '#\(node.macroName.text)'", node)
        case .missingDecl, .operatorDecl, .precedenceGroupDecl, .importDecl, .extensionDecl: break
        default:
            unsupported("this declaration", declaration)
        }
        return []
    }

    private func nominal(
        _ kind: NominalDeclaration.Kind, _ name: TokenSyntax, _ node: some SyntaxProtocol,
        _ modifierList: DeclModifierListSyntax, _ attributeList: AttributeListSyntax,
        _ generics: GenericParameterClauseSyntax?, _ inheritance: InheritanceClauseSyntax?,
        _ whereClause: GenericWhereClauseSyntax?, _ block: MemberBlockSyntax
    ) -> [Declaration] {
        let attributes = attributes(attributeList, ofType: true)
        let modifiers = modifiers(modifierList)
        let result = NominalDeclaration(kind, name: name.identifierText, range: range(name), context: context)
        result.access = access(modifiers)
        result.isFinal = modifiers.has("final")
        result.semantic.file = file
        result.semantic.genericParameterSyntax = generics
        result.semantic.inheritance = inheritance
        result.semantic.whereSyntax = whereClause
        result.semantic.members = .syntax(block.members)
        result.semantic.documentationSource = Syntax(node)
        result.semantic.isIndirect = modifiers.has("indirect")
        result.semantic.isPropertyWrapper = attributes.contains("propertyWrapper")
        result.semantic.isResultBuilder = attributes.contains("resultBuilder")
        result.semantic.isDynamicMemberLookup = attributes.contains("dynamicMemberLookup")
        result.semantic.scope = scope
        return [result]
    }

    func access(_ modifiers: Modifiers) -> AccessLevel {
        if let access = modifiers.access { return access }
        if let owner = context as? ExtensionDeclaration, let access = owner.semantic.access { return access }
        return file.isLibrary ? .public : .internal
    }

    // MARK: Functions

    private func function(_ node: FunctionDeclSyntax) -> [Declaration] {
        let custom = customAttributes(node.attributes)
        let attributes = attributes(node.attributes, takesCustom: true)
        let modifiers = modifiers(node.modifiers)
        let result = FunctionDeclaration(
            .function, name: node.name.identifierText, range: range(node.name), context: context)
        result.access = access(modifiers)
        result.isStatic = modifiers.has("static") || modifiers.has("class")
        result.isFinal = modifiers.has("final") || modifiers.has("static")
        result.isMutating = modifiers.has("mutating")
        result.isOverride = modifiers.has("override")
        result.isDiscardableResult = attributes.contains("discardableResult")
        result.operatorPosition = modifiers.has("prefix") ? "prefix" : modifiers.has("postfix") ? "postfix" : nil
        result.semantic.isUnavailable = attributes.contains("_disfavoredOverload")
        effects(node.signature.effectSpecifiers, result)
        result.semantic.genericParameterSyntax = node.genericParameterClause
        result.semantic.genericWhereSyntax = node.genericWhereClause
        result.semantic.parameterSyntax = node.signature.parameterClause
        result.semantic.resultSyntax = node.signature.returnClause?.type
        result.semantic.bodySyntax = node.body.map { Syntax($0) }
        finish(result, node)
        build(result, custom)
        if node.body == nil, !file.isLibrary, context.selfNominal?.kind != .protocol
            || context is ExtensionDeclaration
        {
            world.report(.error, "expected '{' in body of function declaration", at: range(node.name))
        }
        return [result]
    }

    private func finish(_ result: FunctionDeclaration, _ node: some SyntaxProtocol) {
        result.semantic.file = file
        result.semantic.documentationSource = Syntax(node)
        result.semantic.scope = scope
        result.semantic.outerBody = outerBody
        result.semantic.isLocal = outerBody != nil && context.selfNominal == nil || scope != nil && outerBody != nil
    }

    private func effects(_ effects: FunctionEffectSpecifiersSyntax?, _ result: FunctionDeclaration) {
        guard let effects else { return }
        if let async = effects.asyncSpecifier { unsupported("'async'", async) }
        if let clause = effects.throwsClause {
            if clause.throwsSpecifier.tokenKind == .keyword(.rethrows) {
                result.isRethrowing = true
            } else {
                result.isThrowing = true
                if let type = clause.type, !["any Error", "Error"].contains(type.trimmedDescription) {
                    if type.trimmedDescription == "Never" {
                        result.isThrowing = false
                    } else {
                        result.semantic.thrownSyntax = type
                    }
                }
            }
        }
    }

    private func initializer(_ node: InitializerDeclSyntax) -> [Declaration] {
        _ = attributes(node.attributes)
        let modifiers = modifiers(node.modifiers)
        let result = FunctionDeclaration(.initializer, name: "init", range: range(node.initKeyword), context: context)
        result.access = access(modifiers)
        result.isOverride = modifiers.has("override")
        result.isConvenience = modifiers.has("convenience")
        result.isRequired = modifiers.has("required")
        result.isFailable = node.optionalMark != nil
        result.semantic.isImplicitlyUnwrapped = node.optionalMark?.text == "!"
        effects(node.signature.effectSpecifiers, result)
        result.semantic.genericParameterSyntax = node.genericParameterClause
        result.semantic.genericWhereSyntax = node.genericWhereClause
        result.semantic.parameterSyntax = node.signature.parameterClause
        result.semantic.bodySyntax = node.body.map { Syntax($0) }
        result.isStatic = true
        finish(result, node)
        return [result]
    }

    private func deinitializer(_ node: DeinitializerDeclSyntax) -> [Declaration] {
        let result = FunctionDeclaration(
            .deinitializer, name: "deinit", range: range(node.deinitKeyword), context: context)
        result.semantic.bodySyntax = node.body.map { Syntax($0) }
        finish(result, node)
        return [result]
    }

    private func subscripts(_ node: SubscriptDeclSyntax) -> [Declaration] {
        _ = attributes(node.attributes)
        let modifiers = modifiers(node.modifiers)
        let result = SubscriptDeclaration(name: "subscript", range: range(node.subscriptKeyword), context: context)
        result.access = access(modifiers)
        result.isStatic = modifiers.has("static") || modifiers.has("class")
        result.isOverride = modifiers.has("override")
        result.isFinal = modifiers.has("final")
        result.semantic.file = file
        result.semantic.genericParameterSyntax = node.genericParameterClause
        result.semantic.genericWhereSyntax = node.genericWhereClause
        result.semantic.parameterSyntax = node.parameterClause
        result.semantic.resultSyntax = node.returnClause.type
        result.semantic.documentationSource = Syntax(node)
        result.semantic.scope = scope
        if let block = node.accessorBlock {
            let made = accessors(block, of: result, isStatic: result.isStatic)
            result.getter = made.getter
            result.setter = made.setter
        } else {
            result.getter = accessor(.getter, of: result, body: nil, at: range(node.subscriptKeyword))
            result.getter?.isStatic = result.isStatic
        }
        return [result]
    }

    // MARK: Variables

    func variables(_ node: VariableDeclSyntax) -> [Declaration] {
        let custom = customAttributes(node.attributes)
        _ = attributes(node.attributes, takesCustom: true)
        let modifiers = modifiers(node.modifiers)
        if !custom.isEmpty, !node.isComputed { return wrapped(node, custom, modifiers) }
        let isLet = node.bindingSpecifier.tokenKind == .keyword(.let)
        var result: [Declaration] = []
        let bindings = Array(node.bindings)
        for (index, binding) in bindings.enumerated() {
            guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else {
                if let parts = pairs(binding) {
                    for (name, value) in parts {
                        let variable = property(name, modifiers, isLet: isLet, node)
                        variable.semantic.initialSyntax = value
                        variable.semantic.hasInitialValue = true
                        result.append(variable)
                    }
                } else if binding.pattern.is(TuplePatternSyntax.self) || binding.pattern.is(WildcardPatternSyntax.self) {
                    unsupported("a pattern in a property declaration", binding.pattern)
                }
                continue
            }
            let variable = property(identifier, modifiers, isLet: isLet, node)
            variable.semantic.typeSyntax = binding.typeAnnotation?.type ?? followingType(bindings, index)
            variable.semantic.initialSyntax = binding.initializer?.value
            variable.semantic.hasInitialValue = binding.initializer != nil
            variable.semantic.bindingSyntax = binding
            if let block = binding.accessorBlock {
                let made = accessors(block, of: variable, isStatic: variable.isStatic)
                variable.getter = made.getter
                variable.setter = made.setter
                variable.willSet = made.willSet
                variable.didSet = made.didSet
                variable.semantic.accessorBlock = block
                if let getter = made.getter { build(getter, custom) }
            }
            result.append(variable)
        }
        return result
    }

    /// The variable of a name of the program, or one that goes with it, whose name has a prefix.
    func property(
        _ name: IdentifierPatternSyntax, prefix: String = "", _ modifiers: Modifiers, isLet: Bool, _ node: VariableDeclSyntax
    ) -> VariableDeclaration {
        let variable = VariableDeclaration(
            name: prefix + name.identifier.identifierText, range: range(name), context: context, isLet: isLet)
        variable.access = access(modifiers)
        variable.isStatic = modifiers.has("static") || modifiers.has("class")
        variable.isLazy = modifiers.has("lazy")
        variable.isOverride = modifiers.has("override")
        variable.isFinal = modifiers.has("final") || modifiers.has("static")
        if modifiers.has("weak") { variable.ownership = .weak }
        if modifiers.has("unowned") { variable.ownership = .unowned }
        variable.semantic.file = file
        variable.semantic.isMember = context.selfNominal != nil && outerBody == nil
        variable.semantic.setterAccess = modifiers.setterAccess
        variable.semantic.documentationSource = Syntax(node)
        return variable
    }

    /// `var (a, b) = (0, 1)` in a type: as many properties, each with its own value.
    private func pairs(_ binding: PatternBindingSyntax) -> [(IdentifierPatternSyntax, ExprSyntax)]? {
        guard let pattern = binding.pattern.as(TuplePatternSyntax.self), binding.typeAnnotation == nil,
            let values = binding.initializer?.value.as(TupleExprSyntax.self)?.elements, values.count == pattern.elements.count
        else { return nil }
        let names = pattern.elements.compactMap { $0.label == nil ? $0.pattern.as(IdentifierPatternSyntax.self) : nil }
        guard names.count == values.count else { return nil }
        return Array(zip(names, values.map(\.expression)))
    }

    /// `var x, y, z: Double`: the type after the last name holds for all that have none.
    func followingType(_ bindings: [PatternBindingSyntax], _ index: Int) -> TypeSyntax? {
        if bindings[index].initializer != nil { return nil }
        for later in bindings[(index + 1)...] {
            if let type = later.typeAnnotation?.type { return type }
            if later.initializer != nil { return nil }
        }
        return nil
    }

    func accessor(
        _ kind: FunctionDeclaration.Kind, of owner: Declaration, body: Syntax?, at range: SourceRange,
        parameterName: String? = nil
    ) -> FunctionDeclaration {
        let inner: DeclarationContext =
            (owner as? SubscriptDeclaration).map { $0.innerContext as DeclarationContext } ?? context
        let result = FunctionDeclaration(kind, name: owner.name, range: range, context: inner)
        result.accessorOf = owner
        result.semantic.bodySyntax = body
        result.semantic.file = file
        result.semantic.scope = scope
        result.semantic.outerBody = outerBody
        result.semantic.isLocal = outerBody != nil
        result.access = .public
        result.isMutating = kind == .setter || kind == .willSet || kind == .didSet
        if let parameterName { result.semantic.labelCache = [parameterName] }
        return result
    }

    func accessors(_ block: AccessorBlockSyntax, of owner: Declaration, isStatic: Bool) -> (
        getter: FunctionDeclaration?, setter: FunctionDeclaration?, willSet: FunctionDeclaration?,
        didSet: FunctionDeclaration?
    ) {
        var getter: FunctionDeclaration?
        var setter: FunctionDeclaration?
        var willSet: FunctionDeclaration?
        var didSet: FunctionDeclaration?
        switch block.accessors {
        case .getter:
            getter = accessor(.getter, of: owner, body: Syntax(block), at: range(block.leftBrace))
        case .accessors(let list):
            for item in list {
                let body = item.body.map { Syntax($0) }
                let name = item.parameters?.name.text
                let place = range(item.accessorSpecifier)
                if let async = item.effectSpecifiers?.asyncSpecifier { unsupported("'async'", async) }
                switch item.accessorSpecifier.tokenKind {
                case .keyword(.get):
                    getter = accessor(.getter, of: owner, body: body, at: place)
                    getter?.isThrowing = item.effectSpecifiers?.throwsClause != nil
                    getter?.isMutating = item.modifier?.name.text == "mutating"
                case .keyword(.set):
                    setter = accessor(.setter, of: owner, body: body, at: place, parameterName: name ?? "newValue")
                    if item.modifier?.name.text == "nonmutating" { setter?.isMutating = false }
                case .keyword(.willSet):
                    willSet = accessor(.willSet, of: owner, body: body, at: place, parameterName: name ?? "newValue")
                case .keyword(.didSet):
                    didSet = accessor(.didSet, of: owner, body: body, at: place, parameterName: name ?? "oldValue")
                default:
                    unsupported("'\(item.accessorSpecifier.text)'", item.accessorSpecifier)
                }
            }
        }
        for made in [getter, setter, willSet, didSet] { made?.isStatic = isStatic }
        return (getter, setter, willSet, didSet)
    }

    // MARK: Types

    private func typeAlias(_ node: TypeAliasDeclSyntax) -> [Declaration] {
        _ = attributes(node.attributes)
        let result = TypeAliasDeclaration(name: node.name.identifierText, range: range(node.name), context: context)
        result.access = access(modifiers(node.modifiers))
        result.semantic.file = file
        result.semantic.typeSyntax = node.initializer.value
        result.semantic.genericParameterSyntax = node.genericParameterClause
        result.semantic.documentationSource = Syntax(node)
        return [result]
    }

    private func associatedType(_ node: AssociatedTypeDeclSyntax) -> [Declaration] {
        guard let owner = context.selfNominal, owner.kind == .protocol else {
            world.report(
                .error, "associated types can only be defined in a protocol; define a type or introduce a 'typealias'"
                    + " to satisfy an associated type requirement", at: range(node.name))
            return []
        }
        let result = AssociatedTypeDeclaration(
            name: node.name.identifierText, owner: owner, range: range(node.name), context: context)
        result.semantic.file = file
        result.semantic.inheritance = node.inheritanceClause
        result.semantic.whereSyntax = node.genericWhereClause
        result.semantic.defaultSyntax = node.initializer?.value
        return [result]
    }

    func cases(_ node: EnumCaseDeclSyntax, of owner: NominalDeclaration, from index: Int) -> [EnumCaseDeclaration] {
        _ = attributes(node.attributes)
        let isIndirect = node.modifiers.contains { $0.name.text == "indirect" } || owner.semantic.isIndirect
        var result: [EnumCaseDeclaration] = []
        for element in node.elements {
            let made = EnumCaseDeclaration(
                name: element.name.identifierText, index: index + result.count, owner: owner,
                range: range(element.name), context: context)
            made.access = .public
            made.isIndirect = isIndirect
            made.semantic.file = file
            made.semantic.parameterSyntax = element.parameterClause
            made.semantic.hasPayload = !(element.parameterClause?.parameters.isEmpty ?? true)
            made.semantic.rawSyntax = element.rawValue?.value
            made.semantic.documentationSource = Syntax(node)
            result.append(made)
        }
        return result
    }
}

extension TokenSyntax {
    /// The name without backticks.
    var identifierText: String {
        let text = self.text
        if text.utf8.first == 96, text.utf8.count > 2 { return String(text.dropFirst().dropLast()) }
        return text
    }
}
