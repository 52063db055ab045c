import SwiftSyntax

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
    let nameRange: SourceRange
    /// The call of `subscript(dynamicMember:)` that it stands for.
    var dynamic: SubscriptNode?

    override func decision() -> () -> Void {
        let (implicitBase, dynamic) = (implicitBase, dynamic)
        return { [unowned self] in (self.implicitBase, self.dynamic) = (implicitBase, dynamic) }
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
