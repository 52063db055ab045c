import SwiftSyntax

/// A property whose value is kept by property wrappers: `@W(1) var x = 2`, with `_x`, the wrapper, and `$x`, what it projects.
final class WrappedProperty {
    let world: World
    let file: SourceFile
    let attributes: [AttributeSyntax]
    let initial: ExprSyntax?
    unowned(unsafe) let value: VariableDeclaration
    unowned(unsafe) let backing: VariableDeclaration
    unowned(unsafe) let projection: VariableDeclaration
    var willSet: FunctionDeclaration?
    var didSet: FunctionDeclaration?
    /// Sets the value alone, where observers go around it.
    var plainSetter: FunctionDeclaration?
    /// Whether `didSet` looks at the old value.
    var needsOldValue = false

    private var wrappersCache: [NominalDeclaration?]?
    private var initialCache: (file: SourceFile, syntax: ExprSyntax)??
    private var inferredCache: Type??
    private var isInferring = false

    init(
        _ world: World, file: SourceFile, attributes: [AttributeSyntax], initial: ExprSyntax?, value: VariableDeclaration,
        backing: VariableDeclaration, projection: VariableDeclaration
    ) {
        self.world = world
        self.file = file
        self.attributes = attributes
        self.initial = initial
        self.value = value
        self.backing = backing
        self.projection = projection
    }

    private func range(_ node: some SyntaxProtocol) -> SourceRange { world.range(node, file) }
    private var place: SourceRange { range(attributes[0].attributeName) }

    // MARK: Wrappers

    /// The wrappers' declarations, the outermost first; nil for an attribute that names none.
    var wrappers: [NominalDeclaration?] {
        if let wrappersCache { return wrappersCache }
        let found = attributes.map { attribute -> NominalDeclaration? in
            let nominal = world.nominal(named: attribute.attributeName, from: value.context, file: file)
            return nominal?.semantic.isPropertyWrapper ?? false ? nominal : nil
        }
        wrappersCache = found
        return found
    }

    private func property(_ name: String, of wrapper: NominalDeclaration?) -> VariableDeclaration? {
        wrapper?.lookUpDeclared(name).lazy.compactMap { $0 as? VariableDeclaration }.first { !$0.isStatic }
    }

    private func isSettable(_ property: VariableDeclaration?) -> Bool {
        guard let property, property.isSettable else { return false }
        return (property.semantic.setterAccess ?? .internal) > .private
    }

    private func isMutatingGet(_ property: VariableDeclaration?) -> Bool {
        guard let property, property.context.selfNominal?.kind != .class else { return false }
        return property.getter?.isMutating ?? property.isLazy
    }

    private func isMutatingSet(_ property: VariableDeclaration?) -> Bool {
        guard let property, property.context.selfNominal?.kind != .class else { return false }
        return property.setter?.isMutating ?? true
    }

    /// The properties through which the value, or what is projected, is reached from the wrapper kept.
    private func path(of part: VariableDeclaration) -> [VariableDeclaration?] {
        part === projection
            ? [property("projectedValue", of: wrappers[0])] : wrappers.map { property("wrappedValue", of: $0) }
    }

    var hasProjection: Bool { property("projectedValue", of: wrappers[0]) != nil }

    func isSettable(_ part: VariableDeclaration) -> Bool { path(of: part).allSatisfy(isSettable) }

    /// Whether an accessor changes the value that it is called on.
    func isMutating(_ accessor: FunctionDeclaration, of part: VariableDeclaration) -> Bool {
        guard value.context.selfNominal?.kind != .class else { return accessor.kind == .setter }
        var get = false
        var set = true
        for step in path(of: part) {
            let (before, write) = (get, set)
            get = isMutatingGet(step) ? write : before
            set = isMutatingSet(step) ? write : before
        }
        return accessor.kind == .getter ? get : set
    }

    /// The wrapper's initializers whose first parameter takes the value.
    private func valueInitializers(_ wrapper: NominalDeclaration?) -> [FunctionDeclaration] {
        wrapper?.initializers.filter { $0.parameters.first?.label == "wrappedValue" && !$0.isFailable } ?? []
    }

    /// Whether the wrapper is made without anything being given.
    private var hasPlainInitializer: Bool {
        wrappers[0]?.initializers.contains { !$0.isFailable && $0.parameters.allSatisfy { $0.hasDefault } } ?? false
    }

    private var takeValues: Bool { wrappers.allSatisfy { !valueInitializers($0).isEmpty } }

    /// Whether an initializer's first value for the property is handed to the wrapper.
    var isInitializedByValue: Bool {
        if initial != nil { return true }
        return !hasArguments(attributes[0]) && takeValues
    }

    /// The memberwise initializer takes the value, not the wrapper.
    var isMemberwiseByValue: Bool {
        if initial != nil { return true }
        return !hasArguments(attributes[0]) && !hasPlainInitializer && takeValues
    }

    /// The wrapper takes the value unevaluated.
    var isAutoclosure: Bool {
        wrappers.contains { valueInitializers($0).contains { $0.parameters.first?.isAutoclosure ?? false } }
    }

    private func hasArguments(_ attribute: AttributeSyntax) -> Bool { attribute.leftParen != nil }

    private var isNilByDefault: Bool {
        initial == nil && !hasArguments(attributes[0]) && !hasPlainInitializer && takeValues
            && value.semantic.typeSyntax?.isOptionalSugar ?? false
    }

    /// The declaration alone makes the wrapper.
    var hasInitialValue: Bool {
        initial != nil || hasArguments(attributes[0]) || hasPlainInitializer || isNilByDefault
    }

    /// Nothing says what the value's type is.
    var isUntyped: Bool {
        initial == nil && value.semantic.typeSyntax == nil && !hasArguments(attributes[0]) && !hasPlainInitializer
    }

    // MARK: Text

    /// `Outer(wrappedValue: Inner(wrappedValue: value, arguments), arguments)`
    private func writeCall(
        _ text: inout ExpandedText, from index: Int = 0, _ writeValue: ((inout ExpandedText) -> Void)?
    ) {
        let attribute = attributes[index]
        let place = range(attribute.attributeName)
        text.copy(place)
        text.write("(", at: place)
        if let writeValue {
            text.write("wrappedValue: ", at: place)
            if index + 1 < attributes.count {
                writeCall(&text, from: index + 1, writeValue)
            } else {
                writeValue(&text)
            }
        }
        if case .argumentList(let list)? = attribute.arguments, !list.isEmpty {
            if writeValue != nil { text.write(", ", at: place) }
            text.copy(range(list))
        }
        text.write(")", at: place)
    }

    /// The expression that the wrapper is made by where the property is declared.
    var initialValue: (file: SourceFile, syntax: ExprSyntax)? {
        if let initialCache { return initialCache }
        initialCache = .some(nil)
        guard hasInitialValue else { return nil }
        let place = self.place
        var text = ExpandedText(in: file)
        text.write("var _ = ", at: place)
        if let initial {
            let given = range(initial)
            writeCall(&text) { $0.copy(given) }
        } else if isNilByDefault {
            writeCall(&text) { $0.write("nil", at: place) }
        } else {
            writeCall(&text, nil)
        }
        guard let (made, binding) = text.parsedVariable(world), let syntax = binding.initializer?.value else { return nil }
        initialCache = (made, syntax)
        return (made, syntax)
    }

    /// Makes the wrapper of a value: what initializers call that give the property its first value.
    lazy var wrap: FunctionDeclaration? = {
        let place = self.place
        var text = ExpandedText(in: file)
        text.write("func wrap() { ", at: place)
        writeCall(&text) { $0.write("$value", at: place) }
        text.write(" }", at: place)
        let (made, items) = text.parsed(world)
        guard case .decl(let declaration)? = items.first?.item, let body = declaration.as(FunctionDeclSyntax.self)?.body
        else { return nil }
        let function = FunctionDeclaration(.function, name: value.name, range: value.range, context: value.context)
        function.isStatic = true
        function.isFinal = true
        function.access = .private
        function.semantic.file = made
        function.semantic.state = .resolved
        function.semantic.signature = value.context.signature
        function.semantic.result = backing.type
        function.semantic.bodySyntax = Syntax(body)
        function.semantic.scope = backing.semantic.declarationScope
        let parameter = VariableDeclaration(name: "$value", range: value.range, context: function.innerContext, isLet: true)
        parameter.semantic.type = value.type
        parameter.semantic.state = .resolved
        parameter.semantic.isParameter = true
        let taken = ParameterDeclaration(label: nil, variable: parameter, function: function.innerContext)
        taken.type = value.type
        taken.isEscaping = true
        world.retain(taken)
        function.semantic.parameters = [taken]
        world.retain(function)
        return function
    }()

    // MARK: Types

    /// The type of one of the three variables.
    func type(of part: VariableDeclaration) -> Type {
        if part === backing {
            if let known = declaredType { return known }
            guard initialValue != nil else {
                if let range = value.range, !world.sink.hasErrors {
                    world.error("the type of the wrapper of '\(value.name)' cannot be found", at: range)
                }
                return .error
            }
            if !backing.semantic.isInitialChecked {
                backing.semantic.type = .error
                _ = world.initialValue(of: backing)
            }
            return backing.semantic.type
        }
        return type(through: path(of: part))
    }

    /// The type of the value that the wrappers keep.
    var keptType: Type { type(through: path(of: value)) }

    private func type(through path: [VariableDeclaration?]) -> Type {
        var type = backing.type
        for step in path {
            guard case .nominal(let declaration, let arguments) = type, let step, step.context.selfNominal === declaration
            else { return .error }
            type = declaration.substitutions(arguments).apply(step.type)
        }
        return type
    }

    /// The wrapper's type as the attribute and the property's type tell it, without the initial value.
    var declaredType: Type? {
        if let inferredCache { return inferredCache }
        if isInferring { return nil }
        isInferring = true
        defer { isInferring = false }
        let found = world.within(value.context.signature) { wrapperType(at: 0) }
        inferredCache = .some(found)
        return found
    }

    private func wrapperType(at index: Int) -> Type? {
        guard let wrapper = wrappers[index] else { return .error }
        let name = attributes[index].attributeName
        if wrapper.ownGenericParameterCount == 0 || name.hasGenericArguments {
            return TypeResolver(value.context, file: file).resolve(name)
        }
        guard wrapper.genericParameters.count == wrapper.ownGenericParameterCount,
            let property = property("wrappedValue", of: wrapper), property.semantic.typeSyntax != nil
        else { return nil }
        let inner: Type
        if index + 1 < attributes.count {
            guard let found = wrapperType(at: index + 1) else { return nil }
            inner = found
        } else {
            guard value.semantic.typeSyntax != nil else { return nil }
            inner = value.type
        }
        if inner.isError { return .error }
        var map: [GenericParameter: Type] = [:]
        guard property.type.match(inner, &map) else { return nil }
        let arguments = wrapper.genericParameters.map { map[$0] }
        return arguments.contains { $0 == nil } ? nil : .nominal(wrapper, arguments.compactMap { $0 })
    }
}

extension TypeSyntax {
    var hasGenericArguments: Bool {
        if let node = self.as(IdentifierTypeSyntax.self) { return node.genericArgumentClause != nil }
        return self.as(MemberTypeSyntax.self)?.genericArgumentClause != nil
    }
}

extension Type {
    /// Finds what the type parameters in it stand for where it is to be another type.
    func match(_ other: Type, _ map: inout [GenericParameter: Type]) -> Bool {
        switch (self, other) {
        case (.parameter(let parameter), _):
            if let known = map[parameter] { return known == other }
            map[parameter] = other
            return true
        case (.nominal(let a, let left), .nominal(let b, let right)) where a === b && left.count == right.count:
            return zip(left, right).allSatisfy { $0.match($1, &map) }
        case (.tuple(let left), .tuple(let right)) where left.count == right.count:
            return zip(left, right).allSatisfy { $0.label == $1.label && $0.type.match($1.type, &map) }
        case (.function(let left), .function(let right)) where left.parameters.count == right.parameters.count:
            return zip(left.parameters, right.parameters).allSatisfy { $0.type.match($1.type, &map) }
                && left.result.match(right.result, &map)
        default: return self == other
        }
    }
}

extension World {
    /// The type that an attribute's name stands for.
    func nominal(named syntax: TypeSyntax, from context: DeclarationContext, file: SourceFile) -> NominalDeclaration? {
        let found: Declaration?
        if let node = syntax.as(IdentifierTypeSyntax.self) {
            found = lookUpType(node.name.identifierText, from: context)?.declaration
        } else if let node = syntax.as(MemberTypeSyntax.self) {
            found = nominal(named: node.baseType, from: context, file: file)?.lookUpDeclared(node.name.identifierText)
                .first(where: isType)
        } else {
            found = nil
        }
        if let alias = found as? TypeAliasDeclaration { return aliasedType(alias).nominal }
        return found as? NominalDeclaration
    }
}
