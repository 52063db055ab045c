import SwiftSyntax

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
    /// What builds its result, as the parameter that it is passed for says.
    var builder: Type?
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

    /// Takes the result builder of the parameter that it is passed for; a `return` does without.
    func take(_ builder: Type?, _ solver: Solver) {
        guard builder != self.builder, builder == nil || !ReturnFinder.returnsValue(syntax.statements) else { return }
        let saved = self.builder
        self.builder = builder
        solver.onUndo { [unowned self] in self.builder = saved }
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
    /// The member that it was made for by `@dynamicMemberLookup`.
    var dynamicName: String?
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
