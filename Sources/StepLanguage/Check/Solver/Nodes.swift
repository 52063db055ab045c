import SwiftSyntax

/// An expression while its types are being found.
class Node {
    let range: SourceRange
    /// What the expression's value has, as far as it is found.
    var type: Type

    init(_ range: SourceRange, _ type: Type) {
        self.range = range
        self.type = type
    }

    func build(_ builder: ExpressionBuilder) -> Expression {
        Expression(.error, .error, range)
    }

    /// `x` of `(x)`.
    var unwrapped: Node { self }

    /// Puts in force again what the node has found out by now.
    func decision() -> () -> Void { {} }

    /// A variable or property declared as `T!`.
    var isImplicitlyUnwrapped: Bool {
        switch unwrapped {
        case let node as VariableNode: return node.declaration.semantic.isImplicitlyUnwrapped
        case let node as ChoiceNode:
            return (node.chosen?.declaration as? VariableDeclaration)?.semantic.isImplicitlyUnwrapped ?? false
        default: return false
        }
    }
}

final class ErrorNode: Node {
    convenience init(_ range: SourceRange) { self.init(range, .error) }
}

final class LiteralNode: Node {
    let value: LiteralValue

    init(_ range: SourceRange, _ type: Type, _ value: LiteralValue) {
        self.value = value
        super.init(range, type)
    }
}

final class InterpolationNode: Node {
    enum Part {
        case text(String)
        case value(Node)
    }
    var parts: [Part] = []
}

final class ArrayLiteralNode: Node {
    let elements: [Node]
    var element: Type = .error

    init(_ range: SourceRange, _ type: Type, elements: [Node]) {
        self.elements = elements
        super.init(range, type)
    }

    /// The literal's type is known to have this head.
    func take(_ type: Type, _ solver: Solver) -> Bool {
        switch type {
        case .error: return true
        case .nominal(let declaration, let arguments):
            if declaration.isLibrary, declaration.name == "Array" {
                return convertElements(to: arguments[0], solver)
            }
            guard let proto = solver.world.known("ExpressibleByArrayLiteral"),
                solver.world.findConformance(declaration, arguments, proto) != nil,
                let associated = proto.associatedTypes.first(where: { $0.name == "ArrayLiteralElement" })
            else { return false }
            return convertElements(to: solver.associatedType(type, associated), solver)
        case .parameter, .member:
            guard let proto = solver.world.known("ExpressibleByArrayLiteral"), solver.world.conforms(type, to: proto),
                let associated = proto.associatedTypes.first(where: { $0.name == "ArrayLiteralElement" })
            else { return false }
            return convertElements(to: solver.associatedType(type, associated), solver)
        default: return false
        }
    }

    private func convertElements(to element: Type, _ solver: Solver) -> Bool {
        for node in elements {
            if !solver.convert(node.type, to: element, Locator(kind: .element, range: node.range, node: node)) {
                return false
            }
        }
        return true
    }

    func takeDefault(_ solver: Solver) -> Bool {
        solver.unify(
            type, solver.world.array(solver.neededType(range)), Locator(kind: .literal, range: range, node: self))
    }
}

final class DictionaryLiteralNode: Node {
    let elements: [(key: Node, value: Node)]

    init(_ range: SourceRange, _ type: Type, elements: [(key: Node, value: Node)]) {
        self.elements = elements
        super.init(range, type)
    }

    func take(_ type: Type, _ solver: Solver) -> Bool {
        guard case .nominal(let declaration, let arguments) = type else { return type.isError }
        var key: Type
        var value: Type
        if declaration.isLibrary, declaration.name == "Dictionary" {
            (key, value) = (arguments[0], arguments[1])
        } else if let proto = solver.world.known("ExpressibleByDictionaryLiteral"),
            solver.world.findConformance(declaration, arguments, proto) != nil
        {
            func associated(_ name: String) -> Type {
                proto.associatedTypes.first { $0.name == name }.map { solver.associatedType(type, $0) } ?? .error
            }
            (key, value) = (associated("Key"), associated("Value"))
        } else {
            return false
        }
        for element in elements {
            if !solver.convert(
                element.key.type, to: key, Locator(kind: .dictionaryKey, range: element.key.range, node: element.key))
            {
                return false
            }
            if !solver.convert(
                element.value.type, to: value, Locator(kind: .dictionaryValue, range: element.value.range, node: element.value))
            {
                return false
            }
        }
        return true
    }

    func takeDefault(_ solver: Solver) -> Bool {
        let key = solver.neededType(range)
        let locator = Locator(kind: .literal, range: range, node: self)
        let made = solver.world.type("Dictionary", [key, solver.neededType(range)])
        if let hashable = solver.world.known("Hashable") { solver.add(.conforms(key, hashable), locator) }
        return solver.unify(type, made, locator)
    }
}

final class TupleNode: Node {
    let elements: [(label: String?, node: Node)]

    init(_ range: SourceRange, elements: [(label: String?, node: Node)]) {
        self.elements = elements
        super.init(range, .tuple(elements.map { TupleElement(label: $0.label, type: $0.node.type) }))
    }
}

final class ParenNode: Node {
    let inner: Node

    init(_ range: SourceRange, _ inner: Node) {
        self.inner = inner
        super.init(range, inner.type)
    }

    override var unwrapped: Node { inner.unwrapped }
}

/// An expression that is checked already: a local, `self`, an interpolated part.
final class FixedNode: Node {
    let expression: Expression

    init(_ expression: Expression) {
        self.expression = expression
        super.init(expression.range, expression.type)
    }
}

final class VariableNode: Node {
    let declaration: VariableDeclaration

    init(_ range: SourceRange, _ declaration: VariableDeclaration, _ type: Type) {
        self.declaration = declaration
        super.init(range, type)
    }
}

final class SuperNode: Node {}

/// `Int`, `[String]`, `Box<Int>` where an expression stands; its type is the metatype.
final class TypeNode: Node {
    let instance: Type

    override init(_ range: SourceRange, _ instance: Type) {
        self.instance = instance
        super.init(range, .metatype(instance))
    }
}

final class TernaryNode: Node {
    let condition: Node
    let then: Node
    let otherwise: Node

    init(_ range: SourceRange, _ type: Type, _ condition: Node, _ then: Node, _ otherwise: Node) {
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
        super.init(range, type)
    }
}

final class AssignNode: Node {
    let target: Node
    let value: Node
    /// `a?.b = c`
    var isChained = false

    init(_ range: SourceRange, _ target: Node, _ value: Node) {
        self.target = target
        self.value = value
        super.init(range, .void)
    }
}

final class DiscardNode: Node {}

final class CastNode: Node {
    enum Kind { case coerce, conditional, forced, test }
    let kind: Kind
    let value: Node
    let target: Type

    init(_ range: SourceRange, _ type: Type, _ kind: Kind, _ value: Node, _ target: Type) {
        self.kind = kind
        self.value = value
        self.target = target
        super.init(range, type)
    }
}

final class ForceNode: Node {
    let value: Node
    let isImplicit: Bool

    init(_ range: SourceRange, _ type: Type, _ value: Node, isImplicit: Bool = false) {
        self.value = value
        self.isImplicit = isImplicit
        super.init(range, type)
    }
}

final class ChainNode: Node {
    let value: Node

    init(_ range: SourceRange, _ type: Type, _ value: Node) {
        self.value = value
        super.init(range, type)
    }
}

final class OptionalChainNode: Node {
    let value: Node

    init(_ range: SourceRange, _ type: Type, _ value: Node) {
        self.value = value
        super.init(range, type)
    }
}

final class TryNode: Node {
    enum Kind { case plain, optional, forced }
    let kind: Kind
    let value: Node

    init(_ range: SourceRange, _ type: Type, _ kind: Kind, _ value: Node) {
        self.kind = kind
        self.value = value
        super.init(range, type)
    }
}

final class InoutNode: Node {
    let value: Node

    init(_ range: SourceRange, _ value: Node) {
        self.value = value
        super.init(range, value.type)
    }
}

final class DynamicTypeNode: Node {
    let value: Node

    init(_ range: SourceRange, _ value: Node) {
        self.value = value
        super.init(range, .metatype(value.type))
    }
}

/// `if` or `switch` as an expression.
final class StatementNode: Node {
    let syntax: ExprSyntax

    init(_ range: SourceRange, _ type: Type, _ syntax: ExprSyntax) {
        self.syntax = syntax
        super.init(range, type)
    }
}

// MARK: Choices

/// A declaration that a name may stand for.
struct Candidate {
    enum Role {
        /// A local or global variable, a function at top level or inside another.
        case plain
        /// A member of a value or, with `isStaticBase`, of a type.
        case member(base: Type, isStaticBase: Bool)
        case tupleElement(Int)
    }

    let declaration: Declaration?
    let role: Role

    var isPlain: Bool {
        if case .plain = role { return true }
        return false
    }

    init(_ declaration: Declaration?, _ role: Role) {
        self.declaration = declaration
        self.role = role
    }
}

struct Chosen {
    let candidate: Candidate
    let substitutions: Substitutions
    /// What the reference has as a value.
    let type: Type
    /// The parameters and result for a call, opened.
    let parameters: [FunctionType.Parameter]
    let result: Type
    /// `Type.method`: a function of the instance first.
    var isCurried = false

    var declaration: Declaration? { candidate.declaration }
    var declaredParameters: [ParameterDeclaration] {
        switch candidate.declaration {
        case let function as FunctionDeclaration: return function.parameters
        case let item as SubscriptDeclaration: return item.parameters
        case let enumCase as EnumCaseDeclaration: return enumCase.parameters
        default: return []
        }
    }
    var isCallable: Bool {
        if isCurried { return false }
        switch candidate.declaration {
        case is FunctionDeclaration, is SubscriptDeclaration: return true
        case let enumCase as EnumCaseDeclaration: return enumCase.hasPayload
        default: return false
        }
    }
}

enum Narrowing { case decided, failed, impossible, open }

class ChoiceNode: Node {
    let name: String
    var candidates: [Candidate] = []
    /// The call whose callee this is.
    unowned(unsafe) var call: CallNode?
    var chosen: Chosen?
    var isReported = false
    /// `name(a:b:)` names its labels.
    var argumentLabels: [String?]?

    init(_ range: SourceRange, _ type: Type, name: String) {
        self.name = name
        super.init(range, type)
    }

    var order: Solver.Order { .open }
    var arguments: [CallArgument] { call?.arguments ?? [] }
    var watchedTypes: [Type] { [type] + arguments.map { $0.node.type } + (call.map { [$0.type] } ?? []) }
    /// How little is known that would tell the candidates apart; 0 when there is no reason to wait.
    func openness(_ solver: Solver) -> Int {
        // A function as a value waits for what it will be called with.
        guard call == nil, candidates.count > 3, solver.isFree(type) else { return 0 }
        guard case .function(let function)? = solver.upperBound(type) else { return 2 }
        return function.parameters.contains { solver.isFree($0.type) } ? 2 : 0
    }

    func narrow(_ solver: Solver) -> Narrowing {
        if chosen != nil { return .decided }
        let options = viable(solver)
        if options.isEmpty { return .impossible }
        if options.count == 1 { return choose(options[0], solver) ? .decided : .failed }
        if let exact = exactOne(options, solver) { return choose(exact, solver) ? .decided : .failed }
        return .open
    }

    /// The one candidate whose parameters are just what is passed, all of it known.
    func exactOne(_ options: [Candidate], _ solver: Solver) -> Candidate? {
        guard call != nil || self is OperatorNode, !arguments.isEmpty else { return nil }
        let types = arguments.map { argument -> Type in
            let type = solver.simplify(argument.node.type)
            // A text for an initializer is a `String`: whatever else takes it makes the same type of it.
            if name == "init", let literal = type.variable?.literal, literal == .string || literal == .interpolation {
                return solver.world.stringType
            }
            return type
        }
        if types.contains(where: { $0.hasVariables }) { return nil }
        var found: Candidate?
        for option in options where solver.world.isExact(option, types, arguments) {
            if found != nil { return nil }
            found = option
        }
        return found
    }

    func viable(_ solver: Solver) -> [Candidate] {
        if candidates.count <= 1 { return candidates }
        return candidates.filter { solver.world.isViable($0, self, solver) }
    }

    func ordered(_ options: [Candidate], _ solver: Solver) -> [Candidate] { options }

    func choose(_ candidate: Candidate, _ solver: Solver) -> Bool {
        guard let made = solver.open(candidate, for: self) else { return false }
        chosen = made
        solver.choiceNodes.append(self)
        solver.onUndo { [unowned self] in chosen = nil }
        if let function = candidate.declaration as? FunctionDeclaration, function.semantic.isUnavailable {
            solver.score.disfavored += 1
        }
        let locator = Locator(kind: .member(self), range: range, node: self)
        if !solver.unify(type, made.type, locator) { return false }
        if let operatorNode = self as? OperatorNode { return operatorNode.applyChosen(made, solver) }
        if call == nil, candidate.declaration is FunctionDeclaration { solver.score.unapplied += 1 }
        return true
    }
}

/// A name without a base.
final class ReferenceNode: ChoiceNode {
    /// The `self` of an implicit member.
    var implicitBase: Node?
}

final class MemberNode: ChoiceNode {
    /// nil for `.name`: the base is the type expected of the whole.
    let base: Node?
    /// The type that `.name` is looked up in, found from the context.
    var implicitBase: Type?
    /// `.name(…).other`: the whole chain, whose type is the one looked up in.
    unowned(unsafe) var chain: Node?
    var isLookedUp = false
    let nameRange: SourceRange
    var explicitArguments: GenericArgumentClauseSyntax?

    override func decision() -> () -> Void {
        let implicitBase = implicitBase
        return { [unowned self] in self.implicitBase = implicitBase }
    }

    init(_ range: SourceRange, _ type: Type, base: Node?, name: String, nameRange: SourceRange) {
        self.base = base
        self.nameRange = nameRange
        super.init(range, type, name: name)
    }
}

final class SubscriptNode: Node {
    let member: MemberNode
    let call: CallNode

    init(_ range: SourceRange, member: MemberNode, call: CallNode) {
        self.member = member
        self.call = call
        super.init(range, call.type)
    }
}

struct CallArgument {
    let label: String?
    let labelRange: SourceRange?
    let node: Node
    var isTrailing = false
}

final class CallNode: Node {
    let callee: Node
    var arguments: [CallArgument]
    /// `init` or `callAsFunction` of what the callee turned out to be.
    var implied: MemberNode?
    /// How arguments go to parameters, once that is known.
    var mapping: [ArgumentMapping] = []
    let isSubscript: Bool
    let closeRange: SourceRange
    /// A call's result is the type that `.name` in it is looked up in.
    var trailingLabelsRange: SourceRange?

    init(
        _ range: SourceRange, _ type: Type, callee: Node, arguments: [CallArgument], isSubscript: Bool = false,
        closeRange: SourceRange
    ) {
        self.callee = callee
        self.arguments = arguments
        self.isSubscript = isSubscript
        self.closeRange = closeRange
        super.init(range, type)
    }

    override func decision() -> () -> Void {
        let implied = implied
        return { [unowned self] in self.implied = implied }
    }

    var calleeType: Type { implied?.type ?? callee.unwrapped.type }
    var choice: ChoiceNode? { implied ?? (callee.unwrapped as? ChoiceNode) }

    /// The callee's type, or the declaration it stands for, is known: the arguments meet the parameters.
    func applyCallee(_ solver: Solver) -> Narrowing {
        if let choice, implied != nil || choice.call === self {
            guard let chosen = choice.chosen else { return .open }
            if chosen.isCallable { return applyDeclared(chosen, choice, solver) }
        }
        let type = solver.resolve(calleeType)
        switch type {
        case .variable: return .open
        case .error:
            _ = solver.unify(self.type, .error, Locator(kind: .other, range: range, node: self))
            return .decided
        case .function(let function): return applyValue(function, solver)
        case .metatype(let instance) where implied == nil:
            let instanceType = solver.resolve(instance)
            if case .variable = instanceType { return .open }
            return imply("init", solver)
        case .nominal, .parameter, .existential, .opaque, .member:
            if implied == nil { return imply("callAsFunction", solver) }
            fallthrough
        default:
            solver.record(.notCallable(self, solver.simplify(type)), Locator(kind: .other, range: range, node: self))
            return .failed
        }
    }

    private func imply(_ name: String, _ solver: Solver) -> Narrowing {
        if name == "callAsFunction",
            !solver.generator.hasMember(name, of: solver.simplify(solver.resolve(calleeType)))
        {
            solver.record(
                .notCallable(self, solver.simplify(calleeType)), Locator(kind: .other, range: range, node: self))
            return .failed
        }
        let member = MemberNode(
            callee.range, solver.freshType(range), base: callee, name: name, nameRange: callee.range)
        member.call = self
        let saved = implied
        implied = member
        solver.deciding.append(self)
        solver.onUndo { [unowned self] in implied = saved }
        let locator = Locator(kind: .member(member), range: range, node: member)
        if !solver.add(.member(member), locator) { return .failed }
        return applyCallee(solver)
    }

    private func applyValue(_ function: FunctionType, _ solver: Solver) -> Narrowing {
        let locator = Locator(kind: .other, range: range, node: self)
        if function.parameters.count != arguments.count {
            // A single tuple parameter does not take its parts.
            let mismatch: ArgumentMismatch =
                arguments.count < function.parameters.count
                ? .missingUnlabelled(arguments.count + 1, function.parameters[arguments.count].type)
                : .extra(function.parameters.count)
            solver.record(.arguments(self, mismatch, nil), locator)
            return .failed
        }
        if let labelled = arguments.firstIndex(where: { $0.label != nil && !$0.isTrailing }) {
            solver.record(.arguments(self, .extraneousLabel(labelled), nil), locator)
            return .failed
        }
        mapping = arguments.indices.map { .argument($0) }
        for (index, parameter) in function.parameters.enumerated() {
            if !relate(index, parameter, solver) { return .failed }
        }
        return solver.unify(type, function.result, locator) ? .decided : .failed
    }

    private func applyDeclared(_ chosen: Chosen, _ node: ChoiceNode, _ solver: Solver) -> Narrowing {
        let locator = Locator(kind: .other, range: range, node: self)
        switch matchArguments(chosen.declaredParameters, arguments) {
        case .failure(let mismatch):
            solver.record(.arguments(self, mismatch, node), locator)
            return .failed
        case .success(let mapping):
            let saved = self.mapping
            self.mapping = mapping
            solver.onUndo { [unowned self] in self.mapping = saved }
            // The result first: what is expected of the call helps its arguments.
            if !solver.unify(type, chosen.result, locator) { return .failed }
            // Closures wait until the other arguments are looked at.
            for pass in 0..<2 {
                for (parameter, item) in zip(chosen.parameters, mapping) {
                    switch item {
                    case .argument(let index):
                        if (arguments[index].node.unwrapped is ClosureNode) != (pass == 1) { continue }
                        if !relate(index, parameter, solver) { return .failed }
                    case .variadic(let indices):
                        for index in indices where (arguments[index].node.unwrapped is ClosureNode) == (pass == 1) {
                            if !relate(index, parameter, solver) { return .failed }
                        }
                    case .byDefault: break
                    }
                }
            }
            return .decided
        }
    }

    private func relate(_ index: Int, _ parameter: FunctionType.Parameter, _ solver: Solver) -> Bool {
        let node = arguments[index].node
        let locator = Locator(kind: .argument(self, index: index), range: node.range, node: node)
        if parameter.isInout {
            guard node.unwrapped is InoutNode else {
                solver.record(.arguments(self, .needsInout(index, parameter.type), nil), locator)
                return false
            }
            return solver.unify(node.type, parameter.type, locator)
        }
        if node.unwrapped is InoutNode {
            solver.record(.arguments(self, .needlessInout(index, parameter.type), nil), locator)
            return false
        }
        return solver.convert(node.type, to: parameter.type, locator)
    }
}

enum ArgumentMapping: Hashable {
    case argument(Int)
    case variadic([Int])
    case byDefault
}

enum ArgumentMismatch: Error {
    case missing(ParameterDeclaration, after: Int)
    case missingUnlabelled(Int, Type)
    case extra(Int)
    case label(Int, expected: String?)
    case extraneousLabel(Int)
    case order(Int, before: Int)
    case needsInout(Int, Type)
    case needlessInout(Int, Type)
}

/// Swift's rule for which argument goes to which parameter.
func matchArguments(
    _ parameters: [ParameterDeclaration], _ arguments: [CallArgument]
) -> Result<[ArgumentMapping], ArgumentMismatch> {
    var mapping: [ArgumentMapping] = []
    var next = 0
    let firstTrailing = arguments.firstIndex { $0.isTrailing } ?? arguments.count
    for (position, parameter) in parameters.enumerated() {
        if next < firstTrailing {
            let argument = arguments[next]
            if parameter.isVariadic {
                if argument.label == parameter.label || (argument.label == nil && parameter.label == nil) {
                    var taken = [next]
                    next += 1
                    while next < firstTrailing, arguments[next].label == nil { taken.append(next); next += 1 }
                    mapping.append(.variadic(taken))
                    continue
                }
                mapping.append(.variadic([]))
                continue
            }
            if argument.label == parameter.label {
                mapping.append(.argument(next))
                next += 1
                continue
            }
            if parameter.hasDefault {
                mapping.append(.byDefault)
                continue
            }
            // A required parameter that this argument is not for.
            if let label = argument.label {
                if parameters[(position + 1)...].contains(where: { $0.label == label }) {
                    if parameter.label != nil,
                        let own = arguments.indices[next...].first(where: { !arguments[$0].isTrailing && arguments[$0].label == parameter.label })
                    {
                        return .failure(.order(own, before: next))
                    }
                    return .failure(.missing(parameter, after: next))
                }
                if parameter.label == nil,
                    parameters.contains(where: { $0.label == label }) == false
                {
                    return .failure(.extraneousLabel(next))
                }
                return .failure(.label(next, expected: parameter.label))
            }
            return .failure(.label(next, expected: parameter.label))
        }
        if next < arguments.count {
            // Trailing closures: the first has no label and goes to the next parameter that takes a function.
            let argument = arguments[next]
            if argument.label == nil {
                if acceptsFunction(parameter) {
                    if parameter.hasDefault,
                        parameters[(position + 1)...].contains(where: { !$0.hasDefault && acceptsFunction($0) })
                    {
                        mapping.append(.byDefault)
                        continue
                    }
                    if parameter.isVariadic { mapping.append(.variadic([next])) } else { mapping.append(.argument(next)) }
                    next += 1
                    continue
                }
            } else if argument.label == parameter.label {
                mapping.append(.argument(next))
                next += 1
                continue
            }
        }
        if parameter.isVariadic {
            mapping.append(.variadic([]))
        } else if parameter.hasDefault {
            mapping.append(.byDefault)
        } else {
            return .failure(.missing(parameter, after: min(next, firstTrailing)))
        }
    }
    if next < arguments.count {
        if let label = arguments[next].label, !arguments[next].isTrailing,
            let position = parameters.firstIndex(where: { $0.label == label })
        {
            if case .argument(let taken) = mapping[position] {
                _ = taken
                return .failure(.extra(next))
            }
            return .failure(.order(next, before: min(position, max(0, next - 1))))
        }
        return .failure(.extra(next))
    }
    return .success(mapping)
}

private func acceptsFunction(_ parameter: ParameterDeclaration) -> Bool {
    if parameter.isAutoclosure { return false }
    var type = parameter.type
    while let payload = type.optionalPayload { type = payload }
    switch type {
    case .function, .parameter, .error: return true
    case .existential(let existential): return existential == .any
    default: return false
    }
}

// MARK: Operators

final class OperatorNode: ChoiceNode {
    enum Position { case prefix, infix, postfix }
    let position: Position
    let operands: [CallArgument]
    let operatorRange: SourceRange
    var result: Type
    var isAssignment = false

    init(
        _ range: SourceRange, name: String, position: Position, operands: [Node], operatorRange: SourceRange,
        solver: Solver
    ) {
        self.position = position
        self.operands = operands.map { CallArgument(label: nil, labelRange: nil, node: $0) }
        self.operatorRange = operatorRange
        self.result = solver.freshType(range)
        super.init(range, result, name: name)
    }

    override var arguments: [CallArgument] { operands }
    override var watchedTypes: [Type] { operands.map { $0.node.type } + [result] }
    override var order: Solver.Order { .preferred }

    /// Literals alone take the type of what stands around them, and operands that are still open come first.
    override func openness(_ solver: Solver) -> Int {
        let knowsOperand = operands.contains { solver.resolve($0.node.type).variable == nil }
        if waitsForOperand(solver) { return knowsOperand ? 1 : 3 }
        return knowsOperand || contextHint(solver) != nil ? 0 : 2
    }

    /// An operand's type hangs on something else that is still open.
    func waitsForOperand(_ solver: Solver) -> Bool {
        operands.contains {
            if case .variable(let variable) = solver.resolve($0.node.type) { return variable.literal == nil }
            return false
        }
    }

    private func contextHint(_ solver: Solver) -> Type? {
        let type = solver.resolve(result)
        guard case .variable(let variable) = type else { return type }
        for constraint in variable.watchers where constraint.isActive {
            if case .relation(let a, let b, .conversion) = constraint.kind, solver.resolve(a) == type {
                let other = solver.resolve(b)
                if case .variable = other { continue }
                if other == .any { continue }
                return other
            }
        }
        guard let bound = solver.upperBound(type), bound.variable == nil, bound != .any else { return nil }
        return bound
    }

    override func narrow(_ solver: Solver) -> Narrowing {
        if chosen != nil { return .decided }
        // Literals alone wait for what is expected of them.
        let types = operands.map { solver.resolve($0.node.type) }
        if types.allSatisfy({ $0.variable != nil }) { return .open }
        // Another operand that waits for an overload may bring operators of its own.
        let options = viable(solver)
        if options.isEmpty {
            if types.contains(where: { $0.variable != nil && $0.variable?.literal == nil }) { return .open }
            return .impossible
        }
        if let exact = exactOne(options, solver) { return choose(exact, solver) ? .decided : .failed }
        let unknown = types.contains { $0.variable != nil && $0.variable?.literal == nil }
        if options.count == 1, !unknown { return choose(options[0], solver) ? .decided : .failed }
        if !unknown, let plain = plainOne(options, types, solver) { return choose(plain, solver) ? .decided : .failed }
        return .open
    }

    /// `n * 2`: the operator of the known operand's own type, when the others only offer generic or optional ones.
    private func plainOne(_ options: [Candidate], _ types: [Type], _ solver: Solver) -> Candidate? {
        guard let known = types.first(where: { $0.variable == nil }), !known.hasVariables else { return nil }
        var found: Candidate?
        for option in options {
            guard let function = option.declaration as? FunctionDeclaration else { return nil }
            if function.parameters.allSatisfy({ $0.type == known && !$0.isInout || $0.isInout && $0.type == known }) {
                if found != nil { return nil }
                found = option
            } else if function.signature.parameters.isEmpty {
                return nil
            }
        }
        return found
    }

    override func viable(_ solver: Solver) -> [Candidate] {
        gather(solver).filter { solver.world.isViable($0, self, solver) }
    }

    private func gather(_ solver: Solver) -> [Candidate] {
        let world = solver.world
        var nominals: [NominalDeclaration] = []
        var protocols: [NominalDeclaration] = []
        var isUnknown = false
        func add(_ type: Type) {
            switch type {
            case .nominal(let declaration, let arguments):
                if !nominals.contains(declaration) { nominals.append(declaration) }
                if declaration.isOptional { add(solver.resolve(arguments[0])) }
            case .parameter, .member:
                for proto in world.protocols(of: type) where !protocols.contains(proto) { protocols.append(proto) }
                if let superclass = world.superclassBound(of: type) { add(superclass) }
            case .existential(let existential):
                for proto in existential.protocols {
                    for parent in proto.inheritanceClosure where !protocols.contains(parent) { protocols.append(parent) }
                }
                if let superclass = existential.superclass { add(superclass) }
            case .opaque(let opaque, _):
                for proto in opaque.constraint.protocols {
                    for parent in proto.inheritanceClosure where !protocols.contains(parent) { protocols.append(parent) }
                }
            default: break
            }
        }
        for operand in operands {
            let type = solver.resolve(operand.node.type)
            if case .variable(let variable) = type {
                if let literal = variable.literal {
                    if literal == .nil, let optional = world.optionalDeclaration, !nominals.contains(optional) {
                        nominals.append(optional)
                    }
                } else {
                    isUnknown = true
                }
            } else {
                add(type)
            }
        }
        let isOpen = nominals.isEmpty && protocols.isEmpty
        if let hint = contextHint(solver) {
            add(hint)
            for argument in hint.arguments { add(solver.resolve(argument)) }
        }
        if isOpen || isUnknown {
            for operand in operands {
                if case .variable(let variable) = solver.resolve(operand.node.type), let literal = variable.literal {
                    if literal == .integer { add(world.intType) }
                    if literal == .array { add(world.array(.error)) }
                    if literal == .dictionary { add(world.type("Dictionary", [.error, .error])) }
                    if let type = solver.defaultType(literal == .integer ? .float : literal) { add(type) }
                }
            }
            if isUnknown {
                return makeCandidates(world.libraryOperators(name) + (world.userOperators[name] ?? []), world)
            }
        }
        var functions: [FunctionDeclaration] = []
        for nominal in nominals {
            functions += nominal.lookUpMembers(name).compactMap { $0.declaration as? FunctionDeclaration }
        }
        for proto in protocols {
            functions += proto.declaredMembers(named: name).compactMap { $0 as? FunctionDeclaration }
        }
        functions += world.userOperators[name] ?? []
        functions += world.libraryDeclarations(named: name).compactMap { $0 as? FunctionDeclaration }
        return makeCandidates(functions, world)
    }

    private func makeCandidates(_ functions: [FunctionDeclaration], _ world: World) -> [Candidate] {
        var seen: Set<ObjectIdentifier> = []
        var result: [Candidate] = []
        for function in functions {
            guard function.labels.count == operands.count, seen.insert(ObjectIdentifier(function)).inserted else {
                continue
            }
            if operands.count == 1, function.operatorPosition != (position == .prefix ? "prefix" : "postfix") { continue }
            result.append(Candidate(function, .plain))
        }
        return result
    }

    override func ordered(_ options: [Candidate], _ solver: Solver) -> [Candidate] {
        let hint = contextHint(solver)
        let literals = operands.map { solver.resolve($0.node.type).variable?.literal }
        func weight(_ candidate: Candidate) -> Int {
            guard let function = candidate.declaration as? FunctionDeclaration else { return 9 }
            var weight = 0
            if !function.signature.parameters.isEmpty { weight += 20 }
            if let hint, function.resultType != hint { weight += 10 }
            for (index, parameter) in function.parameters.enumerated() {
                if let literal = literals[index] {
                    if parameter.type != solver.defaultType(literal) { weight += 2 }
                } else if parameter.type != solver.resolve(operands[index].node.type) {
                    weight += parameter.type.isOptional ? 5 : 1
                }
            }
            if function.semantic.isUnavailable { weight += 40 }
            return weight
        }
        return options.map { ($0, weight($0)) }.sorted { $0.1 < $1.1 }.map { $0.0 }
    }

    func applyChosen(_ chosen: Chosen, _ solver: Solver) -> Bool {
        let locator = Locator(kind: .operand(self), range: range, node: self)
        for (operand, parameter) in zip(operands, chosen.parameters) {
            if parameter.isInout {
                if !solver.unify(operand.node.type, parameter.type, locator) { return false }
            } else if !solver.convert(operand.node.type, to: parameter.type, locator) {
                return false
            }
        }
        return true
    }
}

// MARK: Closures

final class ClosureNode: Node {
    struct Opened {
        let body: CodeBody
        let scope: Scope
        let parameters: [VariableDeclaration]
        /// As the closure's type has them; with destructuring, the one tuple.
        let parameterTypes: [Type]
        let result: Type
        let function: FunctionType
        /// The expression of a closure of one.
        var single: Node?
        /// The closure's one parameter is a tuple whose parts have names of their own.
        var destructures: [VariableDeclaration]?
        var checked: CheckedClosure?
        var isVoidContext = false
    }

    let syntax: ClosureExprSyntax
    unowned let generator: ExpressionGenerator
    var opened: Opened?
    let parameterNames: [(name: String, type: TypeSyntax?, range: SourceRange)]?
    let isThrowing: Bool
    var captureList: [(variable: VariableDeclaration, value: Expression)] = []
    let captureScope: Scope?
    /// Where it stands.
    let scope: Scope
    var bodyDiagnostics: [Diagnostic] = []
    var bodyCache: [ClosureBodyKey: (CheckedClosure, CodeBody)] = [:]

    init(
        _ range: SourceRange, _ type: Type, syntax: ClosureExprSyntax, generator: ExpressionGenerator,
        parameterNames: [(name: String, type: TypeSyntax?, range: SourceRange)]?, isThrowing: Bool,
        captureScope: Scope?
    ) {
        self.syntax = syntax
        self.generator = generator
        self.parameterNames = parameterNames
        self.isThrowing = isThrowing
        self.captureScope = captureScope
        self.scope = generator.scope
        super.init(range, type)
    }

    override func decision() -> () -> Void {
        let opened = opened
        return { [unowned self] in self.opened = opened }
    }

    /// How many parameters it has at most or at least: names, or the highest `$n`.
    var arity: (count: Int, isExact: Bool) {
        if let parameterNames { return (parameterNames.count, true) }
        return (generator.highestAnonymous(syntax) + 1, false)
    }
}

final class KeyPathNode: Node {
    struct Part {
        enum Kind {
            case property(String, SourceRange)
            case `subscript`([CallArgument])
            case chain, force, identity
        }
        let kind: Kind
        let range: SourceRange
    }

    var rootType: Type
    let parts: [Part]
    var valueType: Type
    /// Found when the root is.
    var body: Node?
    var variable: VariableDeclaration?
    var isFunction = false
    unowned let generator: ExpressionGenerator

    init(
        _ range: SourceRange, _ type: Type, root: Type, value: Type, parts: [Part], generator: ExpressionGenerator
    ) {
        self.rootType = root
        self.valueType = value
        self.parts = parts
        self.generator = generator
        super.init(range, type)
    }

    override func decision() -> () -> Void {
        let (body, variable, isFunction) = (body, variable, isFunction)
        return { [unowned self] in (self.body, self.variable, self.isFunction) = (body, variable, isFunction) }
    }
}
