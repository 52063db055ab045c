import SwiftSyntax

/// A closure of several statements after its statements were checked.
struct CheckedClosure {
    var statements: [Statement]
    var result: Type
}

struct ClosureBodyKey: Hashable {
    var parameters: [Type]
    var expected: Type?
    var builder: Type?
}

extension Solver {
    // MARK: Members

    func stepMember(_ node: MemberNode, _ locator: Locator) -> Outcome {
        guard let base = node.base else { return stepImplicitMember(node, locator) }
        let type = resolve(base.unwrapped.type)
        switch type {
        case .variable: return .open([type])
        case .error:
            _ = unify(node.type, .error, locator)
            return .solved
        default: break
        }
        if case .metatype(let instance) = type, isFree(instance) { return .open([instance]) }
        var subject = type
        if node.name == "init", base.unwrapped is SuperNode || (base.unwrapped as? VariableNode)?.declaration.semantic.isSelf ?? false {
            if case .metatype = type {} else { subject = .metatype(type) }
        }
        if node.name == "subscript", let call = node.call, call.arguments.count == 1, call.arguments[0].label == "keyPath" {
            return stepKeyPathAccess(node, call.arguments[0].node, subject, locator)
        }
        var candidates = memberCandidates(node.name, of: subject)
        if candidates.isEmpty, node.name == "init", case .metatype(let instance) = subject, !(base.unwrapped is TypeNode) {
            candidates = requiredInitializers(resolve(instance))
        }
        if candidates.isEmpty {
            if let found = dynamicMember(node, base, type, locator) { return found }
            record(.noMember(node, simplify(type)), locator)
            return .failed
        }
        return decide(node, candidates)
    }

    /// `value[keyPath: path]`, which every type has; the path's class says whether it can be assigned to.
    private func stepKeyPathAccess(
        _ node: MemberNode, _ path: Node, _ base: Type, _ locator: Locator
    ) -> Outcome {
        let type = resolve(path.type)
        if case .variable = type {
            if let literal = path.unwrapped as? KeyPathNode, isFree(literal.rootType), !unify(literal.rootType, base, locator) {
                return .failed
            }
            return .open([type])
        }
        let subscripts = world.known("_KeyPathTarget")?.declaredMembers(named: "subscript") ?? []
        guard let found = subscripts.first(where: {
            ($0 as? SubscriptDeclaration)?.parameters.first?.type.nominal === type.nominal
        }) else {
            record(.noMember(node, simplify(base)), locator)
            return .failed
        }
        return decide(node, [Candidate(found, .member(base: base, isStaticBase: false))])
    }

    private func decide(_ node: MemberNode, _ candidates: [Candidate]) -> Outcome {
        let saved = node.candidates
        node.candidates = candidates
        onUndo { node.candidates = saved }
        if candidates.count == 1 { return node.choose(candidates[0], self) ? .solved : .failed }
        return add(.choice(node), Locator(kind: .member(node), range: node.nameRange, node: node)) ? .solved : .failed
    }

    private func stepImplicitMember(_ node: MemberNode, _ locator: Locator) -> Outcome {
        let subject = node.chain?.type ?? node.call?.type ?? node.type
        guard var type = upperBound(subject), type != .any else { return .open([subject]) }
        if case .variable = type { return .open([subject]) }
        if type.isError {
            _ = unify(node.type, .error, locator)
            return .solved
        }
        var candidates: [Candidate] = []
        while true {
            candidates = memberCandidates(node.name, of: .metatype(type)).filter {
                guard let declaration = $0.declaration else { return false }
                return declaration.isStatic
            }
            if !candidates.isEmpty { break }
            guard let payload = type.optionalPayload else { break }
            type = resolve(payload)
            if case .variable = type { return .open([subject, type]) }
        }
        let saved = node.implicitBase
        node.implicitBase = type
        deciding.append(node)
        onUndo { node.implicitBase = saved }
        if candidates.isEmpty {
            record(.noMember(node, .metatype(simplify(type))), locator)
            return .failed
        }
        return decide(node, candidates)
    }

    /// What a member's name may mean for a value of a type.
    func memberCandidates(_ name: String, of type: Type) -> [Candidate] {
        switch type {
        case .metatype(let inner):
            let instance = resolve(inner)
            var result: [Candidate] = []
            func add(_ found: [MemberCandidate]) {
                for candidate in found where !world.isType(candidate.declaration) {
                    if !candidate.declaration.isStatic, !(candidate.declaration is FunctionDeclaration) { continue }
                    result.append(Candidate(candidate.declaration, .member(base: instance, isStaticBase: true)))
                }
            }
            switch instance {
            case .nominal(let declaration, _):
                add(declaration.lookUpMembers(name))
                if name == "init" {
                    // Initializers of protocol extensions are among the members already.
                    result = result.filter { $0.declaration is FunctionDeclaration }
                }
            case .parameter, .member, .opaque:
                for proto in directProtocols(instance) {
                    // Initializers tell each other apart by what their parameters conform to.
                    add(name == "init" ? proto.lookUpDeclared(name).map { MemberCandidate(declaration: $0) } : proto.lookUpMembers(name))
                }
                if let superclass = world.superclassBound(of: instance)?.nominal { add(superclass.lookUpMembers(name)) }
            case .existential(let existential):
                for proto in existential.protocols where name != "init" {
                    add(proto.lookUpMembers(name).filter { $0.declaration.isStatic })
                }
            default: break
            }
            return result
        case .tuple(let elements):
            if let index = Int(name), elements.indices.contains(index) {
                return [Candidate(nil, .tupleElement(index))]
            }
            if let index = elements.firstIndex(where: { $0.label == name }) {
                return [Candidate(nil, .tupleElement(index))]
            }
            return []
        case .nominal(let declaration, _):
            return declaration.lookUpMembers(name).filter { isInstanceMember($0.declaration) }.map {
                Candidate($0.declaration, .member(base: type, isStaticBase: false))
            }
        case .parameter, .member, .opaque, .existential:
            var result: [Candidate] = []
            var seen: Set<ObjectIdentifier> = []
            for proto in directProtocols(type) {
                for member in proto.lookUpDeclared(name)
                where isInstanceMember(member) && seen.insert(ObjectIdentifier(member)).inserted {
                    result.append(Candidate(member, .member(base: type, isStaticBase: false)))
                }
            }
            var superclass: Type?
            if case .existential(let existential) = type {
                superclass = existential.superclass
            } else {
                superclass = world.superclassBound(of: type)
            }
            if let superclass, let declaration = superclass.nominal {
                result += declaration.lookUpMembers(name).filter { isInstanceMember($0.declaration) }.map {
                    Candidate($0.declaration, .member(base: type, isStaticBase: false))
                }
            }
            // A requirement and its default are one member: the requirement is called.
            let requirements = result.filter { $0.declaration?.isProtocolRequirement ?? false }
            if !requirements.isEmpty, result.count > 1 {
                result = result.filter { candidate in
                    guard let declaration = candidate.declaration, !declaration.isProtocolRequirement else { return true }
                    return !requirements.contains { requirement in
                        requirement.declaration.map { world.isSameMember($0, declaration) } ?? false
                    }
                }
            }
            return result
        default: return []
        }
    }

    /// What makes a value of the type that an `any P.Type` holds.
    private func requiredInitializers(_ type: Type) -> [Candidate] {
        guard case .existential(let existential) = type else { return [] }
        return existential.protocols.flatMap { $0.inheritanceClosure }.flatMap { $0.lookUpDeclared("init") }.compactMap {
            ($0 as? FunctionDeclaration)?.isProtocolRequirement ?? false
                ? Candidate($0, .member(base: type, isStaticBase: true)) : nil
        }
    }

    private func isInstanceMember(_ declaration: Declaration) -> Bool {
        !declaration.isStatic && !world.isType(declaration) && !(declaration is EnumCaseDeclaration)
    }
    private func directProtocols(_ type: Type) -> [NominalDeclaration] {
        switch type {
        case .existential(let existential):
            var result: [NominalDeclaration] = []
            for proto in existential.protocols {
                for parent in proto.inheritanceClosure where !result.contains(parent) { result.append(parent) }
            }
            return result
        case .opaque(let opaque, _):
            return directProtocols(.existential(opaque.constraint))
        default: return world.protocols(of: type)
        }
    }
}

extension Declaration {
    var isProtocolRequirement: Bool {
        (context as? NominalDeclaration.MemberContext)?.declaration.kind == .protocol
    }
}

// MARK: Closures

extension ClosureNode {
    /// The one expression of its body, also after `return`.
    var singleExpression: ExprSyntax? {
        guard syntax.statements.count == 1, let only = syntax.statements.first else { return nil }
        switch only.item {
        case .expr(let expression):
            if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
            return expression
        case .stmt(let statement):
            if let statement = statement.as(ReturnStmtSyntax.self), let expression = statement.expression {
                if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
                return expression
            }
            if let statement = statement.as(ExpressionStmtSyntax.self) {
                let expression = statement.expression
                if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return nil }
                return expression
            }
            return nil
        default: return nil
        }
    }

    /// It names no parameters: it may stand where the one parameter is a `Void`.
    private var isUnit: Bool { parameterNames?.isEmpty ?? (arity.count == 0) }

    /// Several parameters, or none, where one is expected whose type is still open: it may turn out to be a tuple.
    func waitsForTuple(_ context: FunctionType, _ solver: Solver) -> Bool {
        context.parameters.count == 1 && (arity.count > 1 || isUnit) && solver.isFree(context.parameters[0].type)
    }

    /// The function type that is expected of it is known (its parts may still be variables).
    func open(_ context: FunctionType, _ solver: Solver, _ locator: Locator) -> Bool {
        let current = solver.resolve(type)
        guard case .variable(let variable) = current else {
            return solver.relate(current, .function(context), .conversion, locator) != .no
        }
        let world = solver.world
        let here = Locator(kind: .closureResult(self), range: range, node: self)
        var types: [Type] = []
        var inouts: [Bool] = []
        var names: [(String, SourceRange)] = []
        var destructured: [TupleElement]?
        let count = context.parameters.count
        if isUnit, count == 1, solver.resolve(context.parameters[0].type).isVoid {
            (types, inouts, names) = ([.void], [false], [("_", range)])
        } else if let parameterNames {
            names = parameterNames.map { ($0.name, $0.range) }
            if parameterNames.count == count {
                for (name, parameter) in zip(parameterNames, context.parameters) {
                    inouts.append(parameter.isInout)
                    if let syntax = name.type {
                        let resolver = TypeResolver(scope, file: generator.file)
                        types.append(resolver.resolve(syntax))
                        inouts[inouts.count - 1] = resolver.isInout(syntax)
                    } else {
                        types.append(parameter.type)
                    }
                }
            } else if count == 1, parameterNames.count > 1,
                case .tuple(let elements) = solver.resolve(context.parameters[0].type),
                elements.count == parameterNames.count
            {
                destructured = elements
                types = [context.parameters[0].type]
                inouts = [false]
            } else {
                solver.record(.closureArity(self, context), here)
                return false
            }
        } else {
            let used = arity.count
            if count == 1, used > 1, case .tuple(let elements) = solver.resolve(context.parameters[0].type),
                elements.count >= used
            {
                destructured = elements
                types = [context.parameters[0].type]
                inouts = [false]
                names = elements.indices.map { ("$\($0)", range) }
            } else if used > count || used < count {
                solver.record(.closureArity(self, context), here)
                return false
            } else {
                types = context.parameters.map { $0.type }
                inouts = context.parameters.map { $0.isInout }
                names = context.parameters.indices.map { ("$\($0)", range) }
            }
        }
        let result: Type
        if let clause = syntax.signature?.returnClause {
            result = TypeResolver(scope, file: generator.file).resolve(clause.type)
        } else {
            result = syntax.statements.isEmpty && builder == nil ? .void : solver.freshType(range)
        }
        let single = builder == nil ? singleExpression : nil
        let isEmpty = syntax.statements.isEmpty && builder == nil
        let isVoidContext = solver.resolve(context.result).isVoid
        let function = FunctionType(
            zip(types, inouts).map { FunctionType.Parameter(type: $0, isInout: $1) }, result: result,
            isThrowing: isThrowing)
        let body = CodeBody(parent: scope.body, range: generator.range(syntax.rightBrace))
        world.retain(body)
        let inner = Scope(parent: captureScope ?? scope, body: body)
        inner.isClosure = true
        var parameters: [VariableDeclaration] = []
        func declare(_ name: String, _ range: SourceRange, _ type: Type, _ isInout: Bool) {
            let made = VariableDeclaration(name: name, range: range, context: inner, isLet: !isInout)
            made.semantic.type = type
            made.semantic.state = .resolved
            made.semantic.isParameter = true
            made.semantic.isClosureParameter = true
            made.isInout = isInout
            if name != "_" { inner.add(made) }
            // Declared before the body is looked at: closures inside it capture the parameter.
            generator.checker.declare(made, in: body)
            parameters.append(made)
        }
        if let destructured {
            for (name, element) in zip(names, destructured) { declare(name.0, name.1, element.type, false) }
        } else {
            for (index, name) in names.enumerated() { declare(name.0, name.1, types[index], inouts[index]) }
        }
        let savedOpened = opened
        opened = Opened(
            body: body, scope: inner, parameters: parameters, parameterTypes: types, result: result, function: function,
            single: nil, destructures: destructured == nil ? nil : parameters, checked: nil,
            isVoidContext: isVoidContext)
        solver.onUndo { [unowned self] in opened = savedOpened }
        solver.deciding.append(self)
        if !solver.openedClosures.contains(where: { $0 === self }) { solver.openedClosures.append(self) }
        if !solver.assign(variable, .function(function), here) { return false }
        // A closure is written for its context: that it does not throw where it might is no conversion.
        let conversions = solver.score.functionConversion
        let fits = solver.relate(
            .function(function), .function(context), .conversion, isVoidContext && single != nil ? locator : here)
        solver.score.functionConversion = conversions
        if fits == .no {
            // A closure of one expression may drop its value where nothing is expected.
            solver.record(.mismatch(solver.simplify(.function(function)), solver.simplify(.function(context))), locator)
            return false
        }
        if let single {
            if isVoidContext, syntax.signature?.returnClause == nil {
                _ = solver.unify(result, .void, here)
            }
            let savedScope = generator.scope
            let savedError = generator.hasError
            // Members that wait for the expression around the closure wait on.
            let savedMembers = (generator.implicitMembers, generator.pendingMembers)
            (generator.implicitMembers, generator.pendingMembers) = ([], [])
            generator.hasError = false
            generator.scope = inner
            let made = generator.value(single)
            generator.postImplicitMembers()
            generator.scope = savedScope
            (generator.implicitMembers, generator.pendingMembers) = savedMembers
            opened?.single = made
            let isBroken = generator.hasError || made is ErrorNode
            generator.hasError = savedError
            if isBroken {
                solver.record(.silent, here)
                return false
            }
            let place = Locator(kind: .closureResult(self), range: made.range, node: made)
            let isDropped = isVoidContext && syntax.signature?.returnClause == nil
            return solver.add(isDropped ? .dropped(made.type) : .relation(made.type, result, .conversion), place)
        }
        if isEmpty { return true }
        return solver.add(.closureBody(self), here)
    }

    /// Checks the statements, the parameters' types being known.
    func checkBody(_ solver: Solver, expected: Type?) -> Bool {
        guard var current = opened else { return false }
        let types = current.parameters.map { solver.simplify($0.semantic.type) }
        let key = ClosureBodyKey(parameters: types, expected: expected, builder: builder)
        let here = Locator(kind: .closureResult(self), range: range, node: self)
        let result: (CheckedClosure, CodeBody)
        if let known = bodyCache[key] {
            result = known
        } else {
            let made = checkStatements(current, types, solver, expected: expected)
            bodyDiagnostics = made.diagnostics
            if made.isBroken {
                solver.record(.closureBody(self), here)
                return false
            }
            result = (made.checked, made.body)
            bodyCache[key] = result
        }
        let saved = opened
        current = Opened(
            body: result.1, scope: current.scope, parameters: result.1.pendingParameters,
            parameterTypes: current.parameterTypes, result: current.result, function: current.function, single: nil,
            destructures: current.destructures == nil ? nil : result.1.pendingParameters, checked: result.0,
            isVoidContext: current.isVoidContext)
        opened = current
        solver.deciding.append(self)
        solver.onUndo { [unowned self] in opened = saved }
        guard solver.finishBody(self) else { return false }
        return solver.unify(current.result, result.0.result, here)
    }

    /// Checks the statements on their own, their mistakes kept aside.
    private func checkStatements(
        _ current: Opened, _ types: [Type], _ solver: Solver, expected: Type?
    ) -> (checked: CheckedClosure, body: CodeBody, diagnostics: [Diagnostic], isBroken: Bool) {
        let world = solver.world
        let savedSink = world.sink
        let savedFailed = world.hasFailedBefore
        world.hasFailedBefore = savedFailed || savedSink.hasErrors
        world.sink = DiagnosticSink()
        world.speculation += 1
        let body = CodeBody(parent: scope.body, range: generator.range(syntax.rightBrace))
        world.retain(body)
        let inner = Scope(parent: captureScope ?? scope, body: body)
        inner.isClosure = true
        var parameters: [VariableDeclaration] = []
        for (old, type) in zip(current.parameters, types) {
            let made = VariableDeclaration(name: old.name, range: old.range, context: inner, isLet: old.isLet)
            made.semantic = old.semantic
            made.semantic.type = type
            made.isInout = old.isInout
            if made.name != "_" { inner.add(made) }
            generator.checker.declare(made, in: body)
            parameters.append(made)
        }
        let checker = BodyChecker(closureIn: generator.checker, body: body, isThrowing: isThrowing)
        let checked = checker.checkClosureStatements(
            syntax.statements, scope: Scope(parent: inner, body: body), expected: expected,
            end: generator.range(syntax.rightBrace), builder: builder)
        let diagnostics = world.sink.diagnostics
        let isBroken = world.sink.hasErrors
        world.sink = savedSink
        world.hasFailedBefore = savedFailed
        world.speculation -= 1
        body.pendingParameters = parameters
        return (checked, body, diagnostics, isBroken)
    }

    /// Nothing says what is expected of the closure.
    func openWithoutContext(_ solver: Solver) -> Bool {
        guard case .variable = solver.resolve(type) else { return false }
        let here = Locator(kind: .other, range: range, node: self)
        var parameters: [FunctionType.Parameter] = []
        if let parameterNames {
            for name in parameterNames {
                if let syntax = name.type {
                    let resolver = TypeResolver(scope, file: generator.file)
                    parameters.append(
                        FunctionType.Parameter(type: resolver.resolve(syntax), isInout: resolver.isInout(syntax)))
                } else {
                    let variable = solver.fresh(name.range)
                    variable.closure = nil
                    parameters.append(FunctionType.Parameter(type: .variable(variable)))
                }
            }
        } else {
            for _ in 0..<arity.count { parameters.append(FunctionType.Parameter(type: solver.freshType(range))) }
        }
        let context = FunctionType(parameters, result: solver.freshType(range), isThrowing: isThrowing)
        return open(context, solver, here)
    }
}

extension Solver {
    /// Takes the closure's body constraint out.
    func finishBody(_ node: ClosureNode) -> Bool {
        for constraint in constraints where constraint.isActive {
            if case .closureBody(let other) = constraint.kind, other === node { close(constraint) }
        }
        return true
    }
}

extension World {
    /// Whether two members of protocols differ in nothing that a call could tell.
    func isSameMember(_ a: Declaration, _ b: Declaration) -> Bool {
        switch (a, b) {
        case (is VariableDeclaration, is VariableDeclaration): return true
        case (let a as FunctionDeclaration, let b as FunctionDeclaration):
            return a.labels == b.labels
                && shape(a.parameters, a.ownGenericParameters, a.signature) == shape(b.parameters, b.ownGenericParameters, b.signature)
        case (let a as SubscriptDeclaration, let b as SubscriptDeclaration):
            return a.parameters.map { $0.label } == b.parameters.map { $0.label }
                && shape(a.parameters, a.ownGenericParameters, a.signature) == shape(b.parameters, b.ownGenericParameters, b.signature)
        default: return false
        }
    }

    /// The types of parameters as text, generic parameters by their place and what they conform to.
    private func shape(_ parameters: [ParameterDeclaration], _ own: [GenericParameter], _ signature: GenericSignature) -> [String] {
        parameters.map { parameter in
            parameter.type.transformed { part in
                guard case .parameter(let found) = part, let place = own.firstIndex(of: found) else { return nil }
                return .parameter(places[min(place, places.count - 1)])
            }.description
        }
            + own.map { parameter in
                signature.requirements.compactMap {
                    if case .conforms(.parameter(parameter), let proto) = $0 { return proto.name }
                    return nil
                }.sorted().joined(separator: "&")
            }
    }
}
