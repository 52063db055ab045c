import SwiftSyntax

/// From solved nodes to the checked tree: conversions, defaults, captures, `try`, places.
final class ExpressionBuilder {
    let checker: BodyChecker
    let solver: Solver
    let world: World
    var body: CodeBody
    /// Inside a `try` of some kind: what it covers may throw.
    private var tryDepth = 0
    private var didThrow = false
    /// The types of error that come out of what a `try` covers.
    private var thrown: [(type: Type, range: SourceRange)] = []
    /// Inside the closures of this expression: whether errors leave them.
    private var closureIsThrowing: [Bool] = []

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
    private(set) var isBroken = false

    func build(_ node: Node) -> Expression {
        let made = make(node)
        if made.isBroken { isBroken = true }
        return made
    }

    private func make(_ node: Node) -> Expression {
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
            return Expression(.forceUnwrap(build(node.value)), type, node.range)
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
        case let node as MemberNode: return member(node, type)
        case let node as ReferenceNode: return reference(node, type)
        case let node as ClosureNode: return closure(node)
        case let node as KeyPathNode: return keyPath(node, type)
        default: return Expression(.error, .error, node.range)
        }
    }

    // MARK: Literals

    private static let builtins: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double", "Float",
        "Bool", "String", "Character", "Optional", "CGFloat", "Float32", "Float64",
    ]

    private static let ranges: [String: (negative: UInt64, positive: UInt64)] = [
        "Int": (1 << 63, (1 << 63) - 1), "Int64": (1 << 63, (1 << 63) - 1), "Int32": (1 << 31, (1 << 31) - 1),
        "Int16": (1 << 15, (1 << 15) - 1), "Int8": (128, 127), "UInt": (0, .max), "UInt64": (0, .max),
        "UInt32": (0, (1 << 32) - 1), "UInt16": (0, 65535), "UInt8": (0, 255),
    ]

    private func literal(_ node: LiteralNode, _ type: Type) -> Expression {
        literal(node.value, type, node.range)
    }

    private func literal(_ value: LiteralValue, _ type: Type, _ range: SourceRange) -> Expression {
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

    private func usual(_ value: LiteralValue) -> Type {
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

    private func interpolation(_ node: InterpolationNode, _ type: Type) -> Expression {
        Expression(.interpolation(node.parts.map {
            switch $0 {
            case .text(let text): .text(text)
            case .value(let value): .value(build(value))
            }
        }), world.stringType, node.range)
    }

    private func arrayLiteral(_ node: ArrayLiteralNode, _ type: Type) -> Expression {
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

    private func makeFromLiteral(_ label: String, _ value: Expression, _ type: Type, _ range: SourceRange) -> Expression {
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

    private func dictionaryLiteral(_ node: DictionaryLiteralNode, _ type: Type) -> Expression {
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
        if case .local(let owner, _) = variable.storage { checker.capture(variable, owner: owner, from: body) }
    }

    private func variable(_ declaration: VariableDeclaration, _ type: Type, _ range: SourceRange) -> Expression {
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
    private func isObserver(of declaration: VariableDeclaration) -> Bool {
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

    private func reference(_ node: ReferenceNode, _ type: Type) -> Expression {
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
    private func noteImplicitSelf(_ base: Node, _ declaration: Declaration, _ range: SourceRange) {
        guard checker.isClosure || !closureScopes.isEmpty, let variable = (base as? VariableNode)?.declaration,
            variable.type.isClass, !isSelfCaptured()
        else { return }
        let kind = declaration is FunctionDeclaration ? "call to method" : "reference to property"
        body.implicitSelfUses.append(("\(kind) '\(declaration.name)'", range))
    }

    private func isSelfCaptured() -> Bool {
        guard let variable = checker.selfVariable(from: currentScope) else { return false }
        return variable.semantic.isCaptureEntry
    }

    var currentScope: Scope { closureScopes.last ?? checker.scope }
    private var closureScopes: [Scope] = []

    func finalSubstitutions(_ chosen: Chosen) -> Substitutions {
        Substitutions(chosen.substitutions.map.mapValues { final($0) })
    }

    // MARK: Members

    private func member(_ node: MemberNode, _ type: Type) -> Expression {
        guard let chosen = node.chosen else { return Expression(.error, .error, node.range) }
        if case .tupleElement(let index) = chosen.candidate.role, let base = node.base {
            return Expression(.tupleElement(base: build(base), index: index), type, node.range)
        }
        if let base = node.base { return memberReference(chosen, base: base, node, type) }
        return memberReference(chosen, base: TypeNode(node.range, node.implicitBase ?? .error), node, type)
    }

    private func isAccessible(_ declaration: Declaration) -> Bool {
        guard declaration.access == .private, let owner = declaration.context.selfNominal, !owner.isLibrary else { return true }
        var current: DeclarationContext? = currentScope
        while let next = current {
            if let nominal = next.selfNominal, nominal === owner || nominal.context.selfNominal === owner { return true }
            current = next.parent
        }
        return false
    }

    private func memberReference(_ chosen: Chosen, base: Node, _ node: ChoiceNode, _ type: Type) -> Expression {
        guard let declaration = chosen.declaration else { return Expression(.error, .error, node.range) }
        if !isAccessible(declaration) {
            return error("'\(declaration.name)' is inaccessible due to 'private' protection level", (node as? MemberNode)?.nameRange ?? node.range)
        }
        let substitutions = finalSubstitutions(chosen)
        switch declaration {
        case let variable as VariableDeclaration:
            let baseExpression = build(base)
            if baseExpression.type.isError { return Expression(.error, .error, node.range) }
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

    // MARK: Calls

    func call(_ node: CallNode, _ type: Type) -> Expression {
        if let choice = node.choice, let chosen = choice.chosen, chosen.isCallable, choice.call === node || node.implied != nil {
            return declaredCall(node, choice, chosen, type)
        }
        let callee = build(node.callee)
        guard case .function(let function) = callee.type else { return Expression(.error, .error, node.range) }
        if function.isThrowing { noteThrow(node.range) }
        let arguments = zip(node.arguments, function.parameters).map { argument, parameter in
            parameter.isInout ? build(argument.node) : coerce(build(argument.node), to: parameter.type)
        }
        return Expression(.apply(callee, arguments: arguments), type, node.range)
    }

    private func declaredCall(_ node: CallNode, _ choice: ChoiceNode, _ chosen: Chosen, _ type: Type) -> Expression {
        guard let declaration = chosen.declaration else { return Expression(.error, .error, node.range) }
        world.usage.note(declaration, in: world)
        let substitutions = finalSubstitutions(chosen)
        if !isAccessible(declaration) {
            let what = declaration.name == "init" ? "\(final(node.type))' initializer" : declaration.name
            return error(
                "'\(what.hasSuffix("initializer") ? String(what.dropLast(13)) : what)'\(declaration.name == "init" ? " initializer" : "") is inaccessible due to 'private' protection level",
                (choice as? MemberNode)?.nameRange ?? choice.range)
        }
        var base: Expression?
        var baseNode: Node?
        if let member = choice as? MemberNode {
            baseNode = member.base ?? TypeNode(member.range, member.implicitBase ?? .error)
            if node.implied === member { baseNode = node.callee }
        } else if let reference = choice as? ReferenceNode {
            baseNode = chosen.candidate.isPlain ? nil : reference.implicitBase
            if let baseNode { noteImplicitSelf(baseNode, declaration, choice.range) }
        }
        let isDelegation = declaration is FunctionDeclaration && declaration.name == "init" && isSelfOrSuper(baseNode)
        if let baseNode, !isDelegation { base = build(baseNode) }
        if let base, case .error = base.kind { return Expression(.error, .error, node.range) }
        let (arguments, doesRethrow) = arguments(node, chosen, substitutions)
        switch declaration {
        case let function as FunctionDeclaration:
            if function.isThrowing || (function.isRethrowing && doesRethrow) {
                noteThrow(node.range, function.thrownType.map { substitutions.apply($0) })
            }
            if function.isLocal { checker.noteLocalFunction(function, from: body) }
            if function.isInitializer {
                if isDelegation {
                    checker.noteDelegation(isSuper: baseNode?.unwrapped is SuperNode, node.range)
                    if let selfVariable = checker.selfVariable(from: currentScope) {
                        note(selfVariable)
                        if function.isProtocolRequirement {
                            // In a protocol's extension: the type's own initializer makes the new `self`.
                            let made = Expression(
                                .call(function, substitutions, base: nil, arguments: arguments, .witness), selfVariable.type,
                                node.range)
                            let target = Expression(.variable(selfVariable), selfVariable.type, node.range)
                            return Expression(.assign(target: target, value: made), .void, node.range)
                        }
                    }
                    return Expression(
                        .delegate(
                            function, substitutions, arguments: arguments, isSuper: baseNode?.unwrapped is SuperNode),
                        .void, node.range)
                }
                if let nominal = type.nominal ?? type.optionalPayload?.nominal, nominal.kind == .protocol { return Expression(.error, .error, node.range) }
                let isDynamic: Bool
                if case .metatype? = base?.kind { isDynamic = false } else { isDynamic = true }
                var how = Dispatch.direct
                if function.isProtocolRequirement { how = .witness }
                return Expression(
                    .call(function, substitutions, base: isDynamic ? base : nil, arguments: arguments, how), type, node.range)
            }
            var how = base.map { dispatch(function, base: baseNode, baseType: $0.type) } ?? .direct
            if base == nil, function.isProtocolRequirement { how = .witness }
            if function.isMutating, let base {
                if !checker.requireMutable(base, .method(function.name), at: node.range) {
                    return Expression(.error, .error, node.range)
                }
                noteWrite(base)
            }
            return Expression(.call(function, substitutions, base: base, arguments: arguments, how), type, node.range)
        case let item as SubscriptDeclaration:
            guard let base else { return Expression(.error, .error, node.range) }
            return Expression(
                .subscript(base: base, item, substitutions, arguments: arguments, dispatch(item, base: baseNode, baseType: base.type)),
                type, node.range)
        case let enumCase as EnumCaseDeclaration:
            return Expression(.enumCase(enumCase, arguments), type, node.range)
        default: return Expression(.error, .error, node.range)
        }
    }

    private func isSelfOrSuper(_ node: Node?) -> Bool {
        guard let node = node?.unwrapped else { return false }
        if node is SuperNode { return !checkerIsMetatypeSelf }
        if let variable = node as? VariableNode, variable.declaration.semantic.isSelf {
            if case .metatype = variable.declaration.type { return false }
            return true
        }
        return false
    }

    private var checkerIsMetatypeSelf: Bool {
        if case .metatype? = checker.selfVariable(from: checker.scope)?.type { return true }
        return false
    }

    private func arguments(
        _ node: CallNode, _ chosen: Chosen, _ substitutions: Substitutions
    ) -> ([Expression], doesRethrow: Bool) {
        var result: [Expression] = []
        var doesRethrow = false
        let declared = chosen.declaredParameters
        // What the node keeps is that of the overload tried last.
        var mapping = node.mapping
        if case .success(let found) = matchArguments(declared, node.arguments) { mapping = found }
        for (index, item) in mapping.enumerated() where index < declared.count {
            let parameter = declared[index]
            let target = final(chosen.parameters[index].type)
            func one(_ argument: CallArgument) -> Expression {
                if parameter.isAutoclosure {
                    return autoclosure(argument.node, target, isThrowing: parameter.isThrowingAutoclosure, doesRethrow: &doesRethrow)
                }
                let isEscaping = parameter.isEscaping || !isFunctionType(parameter.type)
                if argument.node.unwrapped is ClosureNode { nextClosureEscapes = isEscaping }
                let built = build(argument.node)
                nextClosureEscapes = true
                if case .function(let function) = built.type, function.isThrowing { doesRethrow = true }
                return parameter.isInout ? built : coerce(built, to: target)
            }
            switch item {
            case .argument(let position): result.append(one(node.arguments[position]))
            case .variadic(let positions):
                let elements = positions.map { one(node.arguments[$0]) }
                let range = elements.first?.range ?? node.closeRange
                result.append(Expression(.arrayLiteral(elements), world.array(target), range))
            case .byDefault:
                result.append(Expression(.defaultArgument(parameter, substitutions), target, node.range))
            }
        }
        return (result, doesRethrow)
    }

    private func isFunctionType(_ type: Type) -> Bool {
        if case .function = type { return true }
        return false
    }

    private var nextClosureEscapes = true

    private func autoclosure(_ node: Node, _ target: Type, isThrowing: Bool, doesRethrow: inout Bool) -> Expression {
        let inner = CodeBody(parent: body, range: node.range)
        world.retain(inner)
        inner.resultType = target
        let saved = (body, didThrow)
        body = inner
        didThrow = false
        let value = coerce(build(node), to: target)
        let threw = didThrow
        (body, didThrow) = saved
        didThrow = didThrow || threw
        if threw { doesRethrow = true }
        inner.statements = [Statement(.return(value), node.range)]
        let closure = ClosureExpression(body: inner, captureList: [], isAutoclosure: true)
        closure.isEscaping = false
        return Expression(
            .closure(closure), .function(FunctionType([Type](), target, isThrowing: threw || isThrowing)), node.range)
    }

    private func noteThrow(_ range: SourceRange, _ type: Type? = nil, what: String = "call") {
        didThrow = true
        thrown.append((type ?? world.errorType, range))
        if tryDepth == 0 {
            world.error("\(what) can throw but is not marked with 'try'", at: range, fixIt: nil)
        }
    }

    private func tryExpression(_ node: TryNode, _ type: Type) -> Expression {
        let saved = (didThrow, thrown)
        (didThrow, thrown) = (false, [])
        tryDepth += 1
        let value = build(node.value)
        tryDepth -= 1
        let threw = didThrow
        let errors = thrown
        (didThrow, thrown) = saved
        if case .error = value.kind { return value }
        if !threw { world.report(.warning, "no calls to throwing functions occur within 'try' expression", at: node.range) }
        switch node.kind {
        case .plain:
            if threw {
                didThrow = true
                if closureIsThrowing.isEmpty { checker.noteThrown(errors) }
                if !(closureIsThrowing.last ?? checker.handlesErrors) {
                    world.error("errors thrown from here are not handled", at: node.range)
                }
            }
            return value
        case .optional: return Expression(.tryOptional(value, wraps: !value.type.isOptional), type, node.range)
        case .forced: return Expression(.tryForce(value), type, node.range)
        }
    }

    private func shortCircuit(_ node: ShortCircuitNode, _ type: Type) -> Expression {
        let left = build(node.left)
        let right = build(node.right)
        if case .error = left.kind { return left }
        if case .error = right.kind { return right }
        switch node.name {
        case "&&":
            return Expression(.and(coerce(left, to: world.boolType), coerce(right, to: world.boolType)), type, node.range)
        case "||":
            return Expression(.or(coerce(left, to: world.boolType), coerce(right, to: world.boolType)), type, node.range)
        default:
            let payload = final(node.payload)
            return Expression(
                .coalesce(coerce(left, to: world.optional(payload)), coerce(right, to: type)), type, node.range)
        }
    }

    private func operatorCall(_ node: OperatorNode, _ type: Type) -> Expression {
        guard let chosen = node.chosen, let function = chosen.declaration as? FunctionDeclaration else {
            return Expression(.error, .error, node.range)
        }
        let substitutions = finalSubstitutions(chosen)
        var arguments: [Expression] = []
        var doesRethrow = false
        for (index, parameter) in function.parameters.enumerated() {
            let operand = node.operands[index].node
            let target = final(chosen.parameters[index].type)
            if parameter.isAutoclosure {
                arguments.append(autoclosure(operand, target, isThrowing: false, doesRethrow: &doesRethrow))
            } else if parameter.isInout {
                let place = build(operand)
                if case .error = place.kind { return place }
                if !checker.requireMutable(place, .operand(node.name), at: node.range) { return Expression(.error, .error, node.range) }
                noteWrite(place)
                // `a?.b += 1`
                arguments.append(Expression(.inout(place), place.type, place.range))
            } else {
                let built = build(operand)
                if case .function(let type) = built.type, type.isThrowing { doesRethrow = true }
                arguments.append(coerce(built, to: target))
            }
        }
        if arguments.contains(where: { $0.type.isError }) { return Expression(.error, .error, node.range) }
        if function.isThrowing || function.isRethrowing && doesRethrow { noteThrow(node.range, what: "operator") }
        if function.isLocal { checker.noteLocalFunction(function, from: body) }
        world.usage.note(function, in: world)
        var how = Dispatch.direct
        if function.isProtocolRequirement {
            how = .witness
            if let proto = function.context.selfNominal, let selfType = substitutions[proto.selfParameter] {
                // A concrete type's own operator meets the requirement.
                if case .existential = selfType { how = .existential }
            }
        }
        return Expression(.call(function, substitutions, base: nil, arguments: arguments, how), type, node.range)
    }

    // MARK: Places

    private func inoutArgument(_ node: InoutNode) -> Expression {
        let place = build(node.value)
        if case .error = place.kind { return place }
        if !checker.requireMutable(place, .inoutArgument, at: node.range) { return Expression(.error, .error, node.range) }
        noteWrite(place)
        return Expression(.inout(place), place.type, node.range)
    }

    func noteWrite(_ place: Expression) {
        var current = place
        while true {
            switch current.kind {
            case .variable(let variable):
                world.usage.noteWrite(variable, in: world)
                variable.semantic.isMutated = true
                return
            case .property(let base, _, _, _), .tupleElement(let base, _), .chain(let base), .forceUnwrap(let base),
                .optionalChain(let base, _), .subscript(let base, _, _, _, _):
                current = base
            case .globalProperty(let variable, _):
                world.usage.noteWrite(variable, in: world)
                return
            default: return
            }
        }
    }

    private func assign(_ node: AssignNode) -> Expression {
        if node.target is DiscardNode {
            let value = build(node.value)
            return Expression(
                .assign(target: Expression(.discard, value.type, node.target.range), value: value), .void, node.range)
        }
        let target = build(node.target)
        if case .error = target.kind { return target }
        var valueType = target.type
        if node.isChained, case .optionalChain(let inner, _) = target.kind { valueType = inner.type }
        let value = coerce(build(node.value), to: valueType)
        if case .error = value.kind { return value }
        if !checker.requireMutable(target, .assignment, at: node.range) { return Expression(.error, .error, node.range) }
        noteWrites(target)
        return Expression(.assign(target: target, value: value), node.isChained ? world.optional(.void) : .void, node.range)
    }

    private func noteWrites(_ target: Expression) {
        if case .tuple(let elements) = target.kind {
            elements.forEach(noteWrites)
        } else {
            noteWrite(target)
        }
    }

    private func cast(_ node: CastNode, _ type: Type) -> Expression {
        let value = build(node.value)
        if case .error = value.kind { return value }
        let target = final(node.target)
        switch node.kind {
        case .coerce: return coerce(value, to: target)
        case .test:
            if value.type == target {
                world.report(.warning, "'is' test is always true", at: node.range)
            }
            return Expression(.isType(value, target), world.boolType, node.range)
        case .conditional:
            if !checker.castMaySucceed(value.type, target) {
                world.report(
                    .warning, "cast from '\(value.type)' to unrelated type '\(target)' always fails", at: node.range)
            }
            return Expression(.conditionalCast(value, target), type, node.range)
        case .forced:
            if !checker.castMaySucceed(value.type, target) {
                world.report(
                    .warning, "cast from '\(value.type)' to unrelated type '\(target)' always fails", at: node.range)
            }
            return Expression(.forcedCast(value, target), type, node.range)
        }
    }

    // MARK: Closures

    private func closure(_ node: ClosureNode) -> Expression {
        guard let opened = node.opened else { return Expression(.error, .error, node.range) }
        let inner = opened.body
        let isEscaping = nextClosureEscapes
        nextClosureEscapes = true
        let functionType = final(.function(opened.function))
        guard case .function(let function) = functionType else { return Expression(.error, .error, node.range) }
        var parameters: [VariableDeclaration] = []
        var unpacking: [Statement] = []
        for (index, parameter) in opened.parameters.enumerated() {
            parameter.semantic.type = final(parameter.semantic.type)
            if parameter.semantic.type.isError, index < node.parameterNames?.count ?? 0 {
                return error(
                    "cannot infer type of closure parameter '\(parameter.name)' without a type annotation",
                    parameter.range ?? node.range)
            }
            checker.declare(parameter, in: inner)
        }
        if opened.destructures != nil {
            let whole = VariableDeclaration(name: "$tuple", range: node.range, context: opened.scope, isLet: true)
            whole.semantic.type = function.parameters[0].type
            whole.semantic.state = .resolved
            checker.declare(whole, in: inner)
            parameters = [whole]
            let patterns = opened.parameters.map { variable in
                Pattern(variable.name == "_" ? .any : .bind(variable), variable.type, node.range)
            }
            unpacking = [
                Statement(
                    .binding(
                        Pattern(.tuple(patterns), whole.type, node.range),
                        Expression(.variable(whole), whole.type, node.range)), node.range)
            ]
        } else {
            parameters = opened.parameters
        }
        inner.parameters = parameters
        inner.resultType = function.result
        var captureList: [(variable: VariableDeclaration, value: Expression)] = []
        for entry in node.captureList {
            checker.declare(entry.variable, in: inner)
            var value = entry.value
            if entry.variable.type != value.type { value = coerce(value, to: entry.variable.type) }
            captureList.append((entry.variable, value))
        }
        if let checked = opened.checked {
            inner.statements = unpacking + checked.statements
        } else if let single = opened.single {
            let saved = (body, tryDepth, didThrow)
            body = inner
            tryDepth = 0
            didThrow = false
            closureIsThrowing.append(node.isThrowing)
            closureScopes.append(opened.scope)
            var value = build(single)
            closureScopes.removeLast()
            closureIsThrowing.removeLast()
            (body, tryDepth, didThrow) = saved
            if case .error = value.kind { return value }
            if opened.isVoidContext || function.result.isVoid, !value.type.isVoid {
                if !value.type.isError { checker.warnUnused(value) }
                inner.statements = unpacking + [Statement(.expression(value), value.range)]
            } else {
                value = coerce(value, to: function.result)
                inner.statements = unpacking + [Statement(.return(value), value.range)]
            }
        } else {
            inner.statements = unpacking
        }
        if isEscaping {
            for use in inner.implicitSelfUses {
                world.error("\(use.what) in closure requires explicit use of 'self' to make capture semantics explicit", at: use.range)
            }
        } else {
            body.implicitSelfUses += inner.implicitSelfUses
        }
        let made = ClosureExpression(body: inner, captureList: captureList, isAutoclosure: false)
        made.isEscaping = isEscaping
        checker.finishClosure(inner)
        return Expression(.closure(made), functionType, node.range)
    }

    private func keyPath(_ node: KeyPathNode, _ type: Type) -> Expression {
        guard let bodyNode = node.body, let root = node.variable else { return Expression(.error, .error, node.range) }
        let inner = CodeBody(parent: nil, range: node.range)
        world.retain(inner)
        let saved = body
        let built = build(bodyNode)
        body = saved
        if case .error = built.kind { return built }
        var components: [(component: KeyPathExpression.Component, type: Type)] = []
        var current = built
        var wraps = false
        if case .optionalChain(let value, let wrapping) = current.kind {
            wraps = wrapping
            current = value
        }
        while true {
            switch current.kind {
            case .property(let base, let variable, let substitutions, let how):
                components.append((.property(variable, substitutions, how), current.type))
                current = base
            case .subscript(let base, let item, let substitutions, let arguments, let how):
                components.append((.subscript(item, substitutions, arguments: arguments, how), current.type))
                current = base
            case .tupleElement(let base, let index):
                components.append((.tupleElement(index), current.type))
                current = base
            case .chain(let base):
                components.append((.optionalChain, current.type))
                current = base
            case .forceUnwrap(let base):
                components.append((.forceUnwrap, current.type))
                current = base
            case .variable(let variable) where variable === root:
                if case .nominal(let declaration, _) = type {
                    return keyPathValue(declaration, built, root, node, type)
                }
                let made = KeyPathExpression(
                    root: final(node.rootType), value: built.type, components: components.reversed(), wraps: wraps)
                return Expression(.keyPath(made), type, node.range)
            default:
                return error("key path cannot refer to this member", node.range)
            }
        }
    }

    // MARK: Conversions

    func coerce(_ value: Expression, to type: Type) -> Expression {
        let type = world.reduce(type)
        if value.type == type || type.isError || value.type.isError { return value }
        if type.hasVariables { return Expression(.error, .error, value.range) }
        if let payload = value.type.optionalPayload, !type.isOptional, checker.conversion(from: value.type, to: type) == nil {
            switch value.kind {
            case .variable(let variable), .property(_, let variable, _, _):
                if variable.semantic.isImplicitlyUnwrapped {
                    return coerce(Expression(.forceUnwrap(value), payload, value.range), to: type)
                }
            default: break
            }
        }
        if let spread = spread(value, to: type) { return spread }
        let from = world.reduce(value.type)
        if from == type { return Expression(value.kind, type, value.range) }
        guard let conversion = checker.conversion(from: from, to: type) else {
            return error("cannot convert value of type '\(value.type)' to expected type '\(type)'", value.range)
        }
        if case .identity = conversion { return Expression(value.kind, type, value.range) }
        return Expression(.convert(value, conversion), type, value.range)
    }
}

extension ExpressionBuilder {
    /// `map(+)` over pairs: a function of several values where one of a tuple is expected.
    private func spread(_ value: Expression, to type: Type) -> Expression? {
        guard case .function(let source) = value.type, case .function(let target) = type, source.parameters.count > 1,
            target.parameters.count == 1, case .tuple(let elements) = target.parameters[0].type,
            elements.count == source.parameters.count
        else { return nil }
        let inner = CodeBody(parent: body, range: value.range)
        world.retain(inner)
        let scope = Scope(parent: currentScope, body: inner)
        func local(_ name: String, _ type: Type) -> VariableDeclaration {
            let made = VariableDeclaration(name: name, range: value.range, context: scope, isLet: true)
            made.semantic.type = type
            made.semantic.state = .resolved
            made.semantic.hasInitialValue = true
            checker.declare(made, in: inner)
            return made
        }
        let whole = local("$tuple", target.parameters[0].type)
        let function = local("$function", value.type)
        let read = Expression(.variable(whole), whole.type, value.range)
        let arguments = elements.indices.map { index in
            coerce(
                Expression(.tupleElement(base: read, index: index), elements[index].type, value.range),
                to: source.parameters[index].type)
        }
        let call = Expression(
            .apply(Expression(.variable(function), value.type, value.range), arguments: arguments), source.result, value.range)
        inner.parameters = [whole]
        inner.resultType = target.result
        inner.statements = [Statement(.return(coerce(call, to: target.result)), value.range)]
        let closure = ClosureExpression(body: inner, captureList: [(function, value)], isAutoclosure: false)
        return Expression(.closure(closure), type, value.range)
    }
}

extension BodyChecker {
    /// How a value of one type becomes one of another; both without variables.
    func conversion(from: Type, to: Type) -> Conversion? {
        if from == to { return .identity }
        if from == world.neverType { return .never }
        if let payload = to.optionalPayload {
            if let source = from.optionalPayload {
                if depth(to) > depth(from), let inner = conversion(from: from, to: payload) { return .wrap(inner) }
                return conversion(from: source, to: payload).map { .mapOptional($0) }
            }
            return conversion(from: from, to: payload).map { .wrap($0) }
        }
        switch to {
        case .existential(let existential):
            if case .existential = from { return .reerase }
            if let superclass = existential.superclass, existential.protocols.isEmpty, from.isClass {
                _ = superclass
                return .upcast
            }
            return .erase(from: from)
        case .nominal(let declaration, let arguments):
            if declaration.isLibrary, declaration.name == "AnyHashable" { return .anyHashable }
            if case .nominal(let source, let sourceArguments) = from, source === declaration {
                switch declaration.name {
                case "Array": return conversion(from: sourceArguments[0], to: arguments[0]).map { .array(from: sourceArguments[0], $0) }
                case "Set": return conversion(from: sourceArguments[0], to: arguments[0]).map { .set(from: sourceArguments[0], $0) }
                case "Dictionary":
                    guard let key = conversion(from: sourceArguments[0], to: arguments[0]),
                        let value = conversion(from: sourceArguments[1], to: arguments[1])
                    else { return nil }
                    return .dictionary(key: key, value: value)
                default: return nil
                }
            }
            if declaration.kind == .class { return .upcast }
            return nil
        case .tuple(let elements):
            guard case .tuple(let sources) = from, sources.count == elements.count else { return nil }
            let inner = zip(sources, elements).map { conversion(from: $0.type, to: $1.type) }
            if inner.contains(where: { $0 == nil }) { return nil }
            let all = inner.compactMap { $0 }
            return all.allSatisfy { $0 == .identity } ? .identity : .tuple(all)
        case .function(let target):
            guard case .function(let source) = from, source.parameters.count == target.parameters.count else { return nil }
            var parameters: [Conversion] = []
            for (mine, theirs) in zip(source.parameters, target.parameters) {
                guard let made = conversion(from: theirs.type, to: mine.type) else { return nil }
                parameters.append(made)
            }
            guard let result = conversion(from: source.result, to: target.result) else { return nil }
            if parameters.allSatisfy({ $0 == .identity }), result == .identity { return .identity }
            return .function(parameters: parameters, result: result)
        case .metatype: return .metatype
        default:
            return nil
        }
    }

    private func depth(_ type: Type) -> Int {
        var count = 0
        var current = type
        while let payload = current.optionalPayload {
            count += 1
            current = payload
        }
        return count
    }
}
