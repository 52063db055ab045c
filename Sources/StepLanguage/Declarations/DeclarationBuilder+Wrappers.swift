import SwiftSyntax

/// Properties with property wrappers.
extension DeclarationBuilder {
    /// The attributes that name types of a program.
    func customAttributes(_ list: AttributeListSyntax) -> [AttributeSyntax] {
        list.compactMap { element in
            guard case .attribute(let attribute) = element, isCustom(attribute) else { return nil }
            return attribute
        }
    }

    /// `@W var x = 1`: the variable `_x` that keeps the wrapper, `x` and `$x`, which are computed from it.
    func wrapped(_ node: VariableDeclSyntax, _ attributes: [AttributeSyntax], _ modifiers: Modifiers) -> [Declaration] {
        let place = range(attributes[0])
        func refuse(_ message: String, at range: SourceRange) -> [Declaration] {
            world.error(message, at: range)
            return []
        }
        guard node.bindings.count == 1, let binding = node.bindings.first,
            let identifier = binding.pattern.as(IdentifierPatternSyntax.self)
        else { return refuse("property wrapper can only apply to a single variable", at: place) }
        let name = identifier.identifier.identifierText
        if node.bindingSpecifier.tokenKind == .keyword(.let) {
            return refuse("property wrapper can only be applied to a 'var'", at: place)
        }
        // A wrapper of its own value would have no end.
        if name == "wrappedValue" || name == "projectedValue" {
            unsupported("a wrapper on the property '\(name)'", attributes[0])
            return []
        }
        for word in ["lazy", "weak", "unowned"] where modifiers.has(word) {
            return refuse("property '\(name)' with a wrapper cannot also be \(word)", at: range(identifier))
        }
        if modifiers.has("override") {
            return refuse("property '\(name)' with attached wrapper cannot override another property", at: range(identifier))
        }
        func make(_ prefix: String) -> VariableDeclaration {
            let variable = property(identifier, prefix: prefix, modifiers, isLet: false, node)
            variable.semantic.isMember = context.selfNominal != nil
            variable.semantic.declarationScope = scope
            return variable
        }
        let value = make("")
        let backing = make("_")
        let projection = make("$")
        backing.access = .private
        backing.isFinal = true
        value.semantic.typeSyntax = binding.typeAnnotation?.type
        let wrapping = WrappedProperty(
            world, file: file, attributes: attributes, initial: binding.initializer?.value, value: value, backing: backing,
            projection: projection)
        for part in [value, backing, projection] { part.semantic.wrapping = wrapping }
        let path = String(repeating: ".wrappedValue", count: attributes.count)
        for (part, path) in [(value, path), (projection, ".projectedValue")] {
            (part.getter, part.setter) = accessors(of: part, "self._\(name)" + path)
        }
        if let block = binding.accessorBlock {
            let made = accessors(block, of: value, isStatic: value.isStatic)
            guard made.getter == nil, made.setter == nil else {
                return refuse("property wrapper cannot be applied to a computed property", at: place)
            }
            if value.isStatic, context.selfNominal?.kind == .class {
                unsupported("an observer of a static property with a wrapper", block)
                return []
            }
            observe(wrapping, block, made.willSet, made.didSet)
        }
        return [backing, value, projection]
    }

    /// A function or getter with attributes, one of which may name a result builder.
    func build(_ function: FunctionDeclaration, _ attributes: [AttributeSyntax]) {
        guard let attribute = attributes.first else { return }
        if attributes.count > 1 || context.selfNominal?.kind == .protocol && !(context is ExtensionDeclaration) {
            unsupported("the attribute '@\(attribute.attributeName.trimmedDescription)'", attribute)
        } else {
            function.semantic.builderSyntax = attribute
        }
    }

    /// A getter and a setter for a place.
    private func accessors(of part: VariableDeclaration, _ path: String) -> (FunctionDeclaration?, FunctionDeclaration?) {
        let place = part.range ?? SourceRange(file: file, start: 0, end: 0)
        var text = ExpandedText(in: file)
        text.write("var x: Int { get { \(path) } set { \(path) = newValue } }", at: place)
        guard let (made, binding) = text.parsedVariable(world), let block = binding.accessorBlock else { return (nil, nil) }
        var builder = DeclarationBuilder(world: world, file: made, context: context)
        builder.scope = scope
        builder.outerBody = outerBody
        let found = builder.accessors(block, of: part, isStatic: part.isStatic)
        return (found.getter, found.setter)
    }

    /// Observers of the value go around what sets it.
    private func observe(
        _ wrapping: WrappedProperty, _ block: AccessorBlockSyntax, _ willSet: FunctionDeclaration?, _ didSet: FunctionDeclaration?
    ) {
        wrapping.willSet = willSet
        wrapping.didSet = didSet
        wrapping.plainSetter = wrapping.value.declaredSetter
        wrapping.needsOldValue = block.accessors.mentionsOldValue
        let place = wrapping.value.range ?? range(block)
        let setter = accessor(.setter, of: wrapping.value, body: nil, at: place, parameterName: "newValue")
        setter.isStatic = wrapping.value.isStatic
        setter.semantic.observed = wrapping
        wrapping.value.setter = setter
    }
}

extension AccessorBlockSyntax.Accessors {
    /// Whether a `didSet` asks for the old value: by a parameter, or by its name.
    var mentionsOldValue: Bool {
        guard case .accessors(let list) = self else { return false }
        return list.contains { item in
            item.accessorSpecifier.tokenKind == .keyword(.didSet)
                && (item.parameters != nil || item.body?.tokens(viewMode: .sourceAccurate).contains { $0.text == "oldValue" } ?? false)
        }
    }
}

extension VariableDeclSyntax {
    /// Its one variable has a getter.
    var isComputed: Bool {
        guard bindings.count == 1, let block = bindings.first?.accessorBlock else { return false }
        switch block.accessors {
        case .getter: return true
        case .accessors(let list):
            return list.contains { $0.accessorSpecifier.tokenKind == .keyword(.get) || $0.accessorSpecifier.tokenKind == .keyword(.set) }
        }
    }
}
