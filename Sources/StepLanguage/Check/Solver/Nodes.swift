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
    /// Stands in top-level code before the declaration: only what runs later may use it.
    var precedesDeclaration = false

    init(_ range: SourceRange, _ declaration: VariableDeclaration, _ type: Type) {
        self.declaration = declaration
        super.init(range, type)
    }
}

final class SuperNode: Node {
    /// What `self` is there.
    let selfType: Type

    init(_ range: SourceRange, _ type: Type, selfType: Type) {
        self.selfType = selfType
        super.init(range, type)
    }
}

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

/// `a && b`, `a || b`, `a ?? b`.
final class ShortCircuitNode: Node {
    let name: String
    let left: Node
    let right: Node
    var payload: Type = .error

    init(_ range: SourceRange, _ type: Type, name: String, left: Node, right: Node) {
        self.name = name
        self.left = left
        self.right = right
        super.init(range, type)
    }

    /// Whether the right side is `nil`.
    var defaultsToNil: Bool { (right.unwrapped as? LiteralNode)?.value == .nil }

    /// Whether a `??` with an optional right side gives the optional that its left side is. Of an optional of an optional
    /// one level is taken off where the right side allows it.
    func staysOptional(left: Type, right: Type) -> Bool {
        (defaultsToNil ? 1 : right.optionalDepth) >= max(left.optionalDepth, 1)
    }
}
