import SwiftSyntax

/// From solved nodes to the checked tree: conversions, defaults, captures, `try`, places.
final class ExpressionBuilder {
    let checker: BodyChecker
    let solver: Solver
    let world: World
    var body: CodeBody
    /// Inside a `try` of some kind: what it covers may throw.
    var tryDepth = 0
    var didThrow = false
    /// The types of error that come out of what a `try` covers.
    var thrown: [(type: Type, range: SourceRange)] = []
    /// Inside the closures of this expression: whether errors leave them.
    var closureIsThrowing: [Bool] = []
    var nextClosureEscapes = true
    /// Calls whose result is unwrapped by force.
    var forced: Set<ObjectIdentifier> = []
    /// How many arguments around are made closures.
    var autoclosures = 0

    init(_ checker: BodyChecker, solver: Solver, body: CodeBody) {
        self.checker = checker
        self.solver = solver
        self.world = checker.world
        self.body = body
    }

    func final(_ type: Type) -> Type {
        let type = solver.simplify(type)
        return type.hasVariables ? .error : world.reduce(type)
    }

    func error(_ message: String, _ range: SourceRange, notes: [Diagnostic.Note] = [], fixIt: String? = nil) -> Expression {
        world.error(message, at: range, notes: notes, fixIt: fixIt)
        return Expression(.error, .error, range)
    }

    // MARK: Dispatch over nodes

    /// Something of the expression could not be made.
    var isBroken = false

    func build(_ node: Node) -> Expression {
        let made = make(node)
        if made.isBroken { isBroken = true }
        return made
    }

    func make(_ node: Node) -> Expression {
        let type = final(node.type)
        switch node {
        case let node as FixedNode: return node.expression
        case let node as ParenNode: return build(node.inner)
        case let node as LiteralNode: return literal(node, type)
        case let node as InterpolationNode: return interpolation(node, type)
        case let node as ArrayLiteralNode: return arrayLiteral(node, type)
        case let node as DictionaryLiteralNode: return dictionaryLiteral(node, type)
        case let node as TupleNode:
            let elements = node.elements.map { build($0.node) }
            let made = Type.tuple(zip(node.elements, elements).map { TupleElement(label: $0.label, type: $1.type) })
            return Expression(.tuple(elements), made, node.range)
        case let node as VariableNode:
            if node.precedesDeclaration, autoclosures == 0 {
                let name = node.declaration.name
                return error(
                    "use of local variable '\(name)' before its declaration", node.range,
                    notes: [world.note("'\(name)' declared here", at: node.declaration)])
            }
            return variable(node.declaration, type, node.range)
        case let node as SuperNode:
            guard let selfVariable = checker.selfVariable(from: checker.scope) else {
                return Expression(.error, .error, node.range)
            }
            note(selfVariable)
            return Expression(.variable(selfVariable), type, node.range)
        case let node as TypeNode: return Expression(.metatype(final(node.instance)), type, node.range)
        case let node as TernaryNode:
            let condition = coerce(build(node.condition), to: world.boolType)
            let then = coerce(build(node.then), to: type)
            let otherwise = coerce(build(node.otherwise), to: type)
            return Expression(.conditional(condition: condition, then: then, else: otherwise), type, node.range)
        case let node as AssignNode: return assign(node)
        case let node as DiscardNode: return Expression(.discard, type, node.range)
        case let node as CastNode: return cast(node, type)
        case let node as ForceNode:
            forced.insert(ObjectIdentifier(node.value.unwrapped))
            let value = build(node.value)
            if case .delegate = value.kind { return value }
            return Expression(.forceUnwrap(value), type, node.range)
        case let node as ChainNode: return Expression(.chain(build(node.value)), type, node.range)
        case let node as OptionalChainNode:
            let value = build(node.value)
            return Expression(.optionalChain(value, wraps: !value.type.isOptional), type, node.range)
        case let node as TryNode: return tryExpression(node, type)
        case let node as InoutNode: return inoutArgument(node)
        case let node as DynamicTypeNode:
            let value = build(node.value)
            return Expression(.dynamicType(value), .metatype(value.type), node.range)
        case let node as StatementNode: return checker.statementValue(node, type: type, builder: self)
        case let node as ShortCircuitNode: return shortCircuit(node, type)
        case let node as OperatorNode: return operatorCall(node, type)
        case let node as SubscriptNode: return call(node.call, type)
        case let node as CallNode: return call(node, type)
        case let node as MemberNode: return node.dynamic.map(build) ?? member(node, type)
        case let node as ReferenceNode: return reference(node, type)
        case let node as ClosureNode: return closure(node)
        case let node as KeyPathNode: return keyPath(node, type)
        default: return Expression(.error, .error, node.range)
        }
    }

    // MARK: Literals

    static let builtins: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float",
        "Bool", "String", "Character", "Optional", "CGFloat", "Float32", "Float64",
    ]

    static let ranges: [String: (negative: UInt64, positive: UInt64)] = [
        "Int": (1 << 63, (1 << 63) - 1), "Int64": (1 << 63, (1 << 63) - 1), "Int32": (1 << 31, (1 << 31) - 1),
        "Int16": (1 << 15, (1 << 15) - 1), "Int8": (128, 127), "UInt": (0, .max), "UInt64": (0, .max),
        "UInt32": (0, (1 << 32) - 1), "UInt16": (0, 65535), "UInt8": (0, 255),
    ]

    func literal(_ node: LiteralNode, _ type: Type) -> Expression {
        literal(node.value, type, node.range)
    }

    func literal(_ value: LiteralValue, _ type: Type, _ range: SourceRange) -> Expression {
        var value = value
        if case .nominal(let declaration, _) = type, declaration.isLibrary, Self.builtins.contains(declaration.name) {
            switch value {
            case .integer(let magnitude, let negative):
                if ["Double", "Float", "CGFloat", "Float32", "Float64"].contains(declaration.name) {
                    let number = Double(magnitude)
                    value = .float(negative ? -number : number, text: (negative ? "-" : "") + String(magnitude))
                } else if let limits = Self.ranges[declaration.name],
                    magnitude > (negative ? limits.negative : limits.positive)
                {
                    return error(
                        negative && limits.negative == 0
                            ? "negative integer '-\(magnitude)' overflows when stored into unsigned type '\(type)'"
                            : "integer literal '\(negative ? "-" : "")\(magnitude)' overflows when stored into '\(type)'", range)
                }
            case .string(let text) where declaration.name == "Character":
                value = .character(text)
            default: break
            }
            return Expression(.literal(value, initializer: nil), type, range)
        }
        if type.isError { return Expression(.error, .error, range) }
        // `init(integerLiteral:)` and kin.
        let labels: [String]
        switch value {
        case .integer: labels = ["integerLiteral"]
        case .float: labels = ["floatLiteral"]
        case .string, .character:
            labels = ["stringLiteral", "extendedGraphemeClusterLiteral", "unicodeScalarLiteral"]
        case .boolean: labels = ["booleanLiteral"]
        case .nil: labels = ["nilLiteral"]
        }
        for label in labels {
            for candidate in solver.memberCandidates("init", of: .metatype(type)) {
                guard let function = candidate.declaration as? FunctionDeclaration, function.labels == [label] else { continue }
                let substitutions = memberSubstitutions(function, type)
                let argument = substitutions.apply(function.parameters[0].type)
                return Expression(
                    .literal(
                        value, initializer: LiteralInitializer(
                            function: function, substitutions: substitutions,
                            argument: argument.isError || argument.hasParameters ? usual(value) : argument)), type, range)
            }
        }
        // A float's initializer for an integer literal.
        if case .integer(let magnitude, let negative) = value,
            let proto = world.known("ExpressibleByFloatLiteral"), world.conforms(type, to: proto)
        {
            return literal(.float(negative ? -Double(magnitude) : Double(magnitude), text: "\(negative ? "-" : "")\(magnitude)"), type, range)
        }
        return Expression(.literal(value, initializer: nil), type, range)
    }

    func usual(_ value: LiteralValue) -> Type {
        switch value {
        case .integer: world.intType
        case .float: world.doubleType
        case .string: world.stringType
        case .character: world.characterType
        case .boolean: world.boolType
        case .nil: .void
        }
    }

    func memberSubstitutions(_ declaration: Declaration, _ base: Type) -> Substitutions {
        guard let owner = declaration.context.selfNominal else { return .none }
        if owner.kind == .protocol { return world.substitutions(forProtocolMember: owner, base: base) }
        if let level = world.superclass(of: base, declaration: owner) { return owner.substitutions(level.arguments) }
        return owner.substitutions(base.arguments)
    }

    func interpolation(_ node: InterpolationNode, _ type: Type) -> Expression {
        Expression(.interpolation(node.parts.map {
            switch $0 {
            case .text(let text): .text(text)
            case .value(let value): .value(build(value))
            }
        }), world.stringType, node.range)
    }

    func arrayLiteral(_ node: ArrayLiteralNode, _ type: Type) -> Expression {
        if type.nominal?.name == "Array", type.nominal?.isLibrary ?? false {
            let element = type.arguments[0]
            return Expression(.arrayLiteral(node.elements.map { coerce(build($0), to: element) }), type, node.range)
        }
        guard let proto = world.known("ExpressibleByArrayLiteral"),
            let associated = proto.associatedTypes.first(where: { $0.name == "ArrayLiteralElement" })
        else { return Expression(.error, .error, node.range) }
        let element = type.associatedType(associated)
        let array = Expression(
            .arrayLiteral(node.elements.map { coerce(build($0), to: element) }), world.array(element), node.range)
        return makeFromLiteral("arrayLiteral", array, type, node.range)
    }

    func makeFromLiteral(_ label: String, _ value: Expression, _ type: Type, _ range: SourceRange) -> Expression {
        for candidate in solver.memberCandidates("init", of: .metatype(type)) {
            guard let function = candidate.declaration as? FunctionDeclaration, function.labels == [label] else { continue }
            let isWitness = function.isProtocolRequirement
            return Expression(
                .call(
                    function, memberSubstitutions(function, type), base: nil, arguments: [value],
                    isWitness ? .witness : .direct), type, range)
        }
        return error("type '\(type)' has no initializer for this literal", range)
    }

    func dictionaryLiteral(_ node: DictionaryLiteralNode, _ type: Type) -> Expression {
        if type.nominal?.name == "Dictionary", type.nominal?.isLibrary ?? false {
            let (key, value) = (type.arguments[0], type.arguments[1])
            return Expression(
                .dictionaryLiteral(node.elements.map { (coerce(build($0.key), to: key), coerce(build($0.value), to: value)) }),
                type, node.range)
        }
        guard let proto = world.known("ExpressibleByDictionaryLiteral") else { return Expression(.error, .error, node.range) }
        func associated(_ name: String) -> Type {
            proto.associatedTypes.first { $0.name == name }.map { type.associatedType($0) } ?? .error
        }
        let (key, value) = (associated("Key"), associated("Value"))
        let pair = Type.tuple([TupleElement(label: nil, type: key), TupleElement(label: nil, type: value)])
        let pairs = node.elements.map {
            Expression(.tuple([coerce(build($0.key), to: key), coerce(build($0.value), to: value)]), pair, node.range)
        }
        let array = Expression(.arrayLiteral(pairs), world.array(pair), node.range)
        return makeFromLiteral("dictionaryLiteral", array, type, node.range)
    }

    // MARK: Names

    func note(_ variable: VariableDeclaration) {
        switch variable.storage {
        case .local(let owner, _): checker.capture(variable, owner: owner, from: body)
        case .global:
            var user: CodeBody? = body
            while let next = user {
                next.globals.insert(ObjectIdentifier(variable))
                user = next.parent
            }
        default: break
        }
    }

    func variable(_ declaration: VariableDeclaration, _ type: Type, _ range: SourceRange) -> Expression {
        if let storage = declaration.semantic.observedStorage, isObserver(of: declaration) {
            return variable(storage, type, range)
        }
        if declaration.getter != nil, !declaration.isMember {
            if declaration.getter?.isLocal ?? false {
                checker.noteLocalFunction(declaration.getter, from: body)
                checker.noteLocalFunction(declaration.setter, from: body)
            }
            return Expression(.globalProperty(declaration, .none), type, range)
        }
        note(declaration)
        return Expression(.variable(declaration), type, range)
    }

    /// Inside one of the variable's own observers, which do not call themselves.
    func isObserver(of declaration: VariableDeclaration) -> Bool {
        var current: CodeBody? = body
        while let next = current {
            if let function = next.function, function.kind == .didSet || function.kind == .willSet,
                function.accessorOf === declaration
            {
                return true
            }
            current = next.parent
        }
        return false
    }

    func reference(_ node: ReferenceNode, _ type: Type) -> Expression {
        guard let chosen = node.chosen, let declaration = chosen.declaration else { return Expression(.error, .error, node.range) }
        world.usage.note(declaration, in: world)
        if let implicit = node.implicitBase, !chosen.candidate.isPlain {
            if !(declaration is EnumCaseDeclaration) { noteImplicitSelf(implicit, declaration, node.range) }
            return memberReference(chosen, base: implicit, node, type)
        }
        switch declaration {
        case let variable as VariableDeclaration: return self.variable(variable, type, node.range)
        case let function as FunctionDeclaration:
            if function.isLocal { checker.noteLocalFunction(function, from: body) }
            return Expression(
                .function(
                    function, finalSubstitutions(chosen), base: nil,
                    function.isProtocolRequirement ? .witness : .direct), type, node.range)
        default: return Expression(.error, .error, node.range)
        }
    }

    /// A closure that escapes has to say that it keeps `self`; whether this one does is known when it is built.
    func noteImplicitSelf(_ base: Node, _ declaration: Declaration, _ range: SourceRange) {
        guard checker.isClosure || !closureScopes.isEmpty, let variable = (base as? VariableNode)?.declaration,
            variable.type.isClass, !isSelfCaptured()
        else { return }
        let kind = declaration is FunctionDeclaration ? "call to method" : "reference to property"
        body.implicitSelfUses.append(("\(kind) '\(declaration.name)'", range))
    }

    func isSelfCaptured() -> Bool {
        guard let variable = checker.selfVariable(from: currentScope) else { return false }
        return variable.semantic.isCaptureEntry
    }

    var currentScope: Scope { closureScopes.last ?? checker.scope }
    var closureScopes: [Scope] = []

    func finalSubstitutions(_ chosen: Chosen) -> Substitutions {
        Substitutions(chosen.substitutions.map.mapValues { final($0) })
    }

    // MARK: Members

    func member(_ node: MemberNode, _ type: Type) -> Expression {
        guard let chosen = node.chosen else { return Expression(.error, .error, node.range) }
        if case .tupleElement(let index) = chosen.candidate.role, let base = node.base {
            return Expression(.tupleElement(base: build(base), index: index), type, node.range)
        }
        if let base = node.base { return memberReference(chosen, base: base, node, type) }
        return memberReference(chosen, base: TypeNode(node.range, node.implicitBase ?? .error), node, type)
    }

    func isAccessible(_ declaration: Declaration) -> Bool {
        guard declaration.access == .private, let owner = declaration.context.selfNominal, !owner.isLibrary else { return true }
        var current: DeclarationContext? = currentScope
        while let next = current {
            if let nominal = next.selfNominal, nominal === owner || nominal.context.selfNominal === owner { return true }
            current = next.parent
        }
        return false
    }

    func memberReference(_ chosen: Chosen, base: Node, _ node: ChoiceNode, _ type: Type) -> Expression {
        guard let declaration = chosen.declaration else { return Expression(.error, .error, node.range) }
        if !isAccessible(declaration) {
            return error("'\(declaration.name)' is inaccessible due to 'private' protection level", (node as? MemberNode)?.nameRange ?? node.range)
        }
        let substitutions = finalSubstitutions(chosen)
        switch declaration {
        case let variable as VariableDeclaration:
            var baseExpression = build(base)
            if baseExpression.type.isError { return Expression(.error, .error, node.range) }
            if case .existential(let existential) = baseExpression.type, let superclass = existential.superclass,
                variable.context.selfNominal?.kind == .class, !variable.isStatic
            {
                // A property of the class in `SomeClass & P`: that of the object.
                baseExpression = Expression(.forcedCast(baseExpression, superclass), superclass, baseExpression.range)
            }
            let dispatch = dispatch(variable, base: base, baseType: baseExpression.type)
            if variable.getter?.isThrowing ?? false { noteThrow(node.range, what: "property access") }
            return Expression(.property(base: baseExpression, variable, substitutions, dispatch), type, node.range)
        case let function as FunctionDeclaration:
            if chosen.isCurried {
                return Expression(.function(function, substitutions, base: nil, dispatch(function, base: base, baseType: final(base.type))), type, node.range)
            }
            if function.isMutating, !function.isInitializer {
                return error("partial application of 'mutating' method is not allowed", node.range)
            }
            let baseExpression = build(base)
            let how = dispatch(function, base: base, baseType: baseExpression.type)
            return Expression(.function(function, substitutions, base: baseExpression, how), type, node.range)
        case let enumCase as EnumCaseDeclaration:
            if enumCase.hasPayload { return Expression(.enumConstructor(enumCase, substitutions), type, node.range) }
            return Expression(.enumCase(enumCase, []), type, node.range)
        default: return Expression(.error, .error, node.range)
        }
    }

    func dispatch(_ declaration: Declaration, base: Node?, baseType: Type) -> Dispatch {
        if base?.unwrapped is SuperNode { return .superclass }
        var instance = baseType
        if case .metatype(let inner) = baseType { instance = inner }
        if declaration.isProtocolRequirement {
            if case .existential = instance { return .existential }
            return .witness
        }
        if case .existential = instance, declaration.context.selfNominal?.kind == .protocol {
            // A member of a protocol's extension sees the type that the value has.
            return .existential
        }
        guard let owner = declaration.context.selfNominal, owner.kind == .class else { return .direct }
        var isFinal = owner.isFinal || declaration.access == .private
        switch declaration {
        case let function as FunctionDeclaration:
            isFinal = isFinal || function.isFinal
            if function.isInitializer { return .direct }
        case let variable as VariableDeclaration: isFinal = isFinal || variable.isFinal
        case let item as SubscriptDeclaration: isFinal = isFinal || item.isFinal
        default: break
        }
        if isFinal { return .direct }
        // Extensions' members are not overridden.
        if declaration.context is ExtensionDeclaration { return .direct }
        return .virtual
    }
}
