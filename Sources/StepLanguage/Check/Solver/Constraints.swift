/// A type that is still to be found.
final class TypeVariable: Hashable {
    let id: Int
    var binding: Type?
    var watchers: [Constraint] = []
    /// The literal whose type it is.
    let literal: LiteralKind?
    /// The closure whose type it is.
    unowned(unsafe) var closure: ClosureNode?
    /// The generic parameter it stands for.
    var parameter: GenericParameter?
    /// Its not being found is a mistake although nothing speaks of it.
    var isNeeded = false
    /// Where its not being found is reported.
    var range: SourceRange?

    init(id: Int, literal: LiteralKind?) {
        self.id = id
        self.literal = literal
    }

    static func == (a: TypeVariable, b: TypeVariable) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

enum LiteralKind {
    case integer, float, string, character, interpolation, boolean, `nil`, array, dictionary

    var protocolName: String {
        switch self {
        case .integer: "ExpressibleByIntegerLiteral"
        case .float: "ExpressibleByFloatLiteral"
        case .string: "ExpressibleByStringLiteral"
        case .character: "ExpressibleByUnicodeScalarLiteral"
        case .interpolation: "ExpressibleByStringInterpolation"
        case .boolean: "ExpressibleByBooleanLiteral"
        case .nil: "ExpressibleByNilLiteral"
        case .array: "ExpressibleByArrayLiteral"
        case .dictionary: "ExpressibleByDictionaryLiteral"
        }
    }
}

enum Relation {
    case equal
    /// A value of the first type where one of the second is expected.
    case conversion
}

/// What is known of types that are not all found yet.
final class Constraint {
    enum Kind {
        case relation(Type, Type, Relation)
        case conforms(Type, NominalDeclaration)
        /// The literal's type, once found, takes such a literal.
        case literal(TypeVariable, LiteralKind)
        case member(MemberNode)
        /// One of several declarations.
        case choice(ChoiceNode)
        case apply(CallNode)
        /// The third is the associated type of the first.
        case associated(Type, AssociatedTypeDeclaration, Type)
        /// The first is an optional of the second.
        case payload(Type, Type, Node)
        /// The second is what an optional chain makes of the first.
        case chain(Type, Type)
        /// A closure of several statements, whose parameters have to be known before it can be looked at.
        case closureBody(ClosureNode)
        case closure(ClosureNode)
        /// The value of a closure's only expression goes nowhere: a closure that gives it would be better.
        case dropped(Type)
        case arrayLiteral(ArrayLiteralNode)
        case dictionaryLiteral(DictionaryLiteralNode)
        case keyPath(KeyPathNode)
        case isClass(Type)
        /// `a ?? b` before it is known whether `b` is an optional.
        case coalesce(ShortCircuitNode, payload: Type, result: Type)
    }

    let kind: Kind
    let locator: Locator
    var isActive = true
    var isQueued = false

    init(_ kind: Kind, _ locator: Locator) {
        self.kind = kind
        self.locator = locator
    }
}

/// What part of an expression a constraint comes from: tells how its failure is worded.
struct Locator {
    enum Kind {
        case argument(CallNode, index: Int)
        case operand(OperatorNode)
        case contextual(ContextPurpose)
        case generic(Node, GenericParameter?)
        /// What a generic type asks of its arguments.
        case genericType(NominalDeclaration)
        case element
        case dictionaryKey
        case dictionaryValue
        case closureResult(ClosureNode)
        case branches(then: Node, else: Node)
        case assignment
        case coercion(Type)
        case member(Node)
        case literal
        case argumentOfCoalesce(Node)
        case operandOf(String)
        case other
    }

    var kind: Kind
    var range: SourceRange
    var node: Node?
}

/// What the expected type of an expression is for.
enum ContextPurpose {
    case initialization, assignment, returned, condition, sequence, defaultArgument, thrown, subject, yielded
    case none
}

/// Lexicographic, most weighty first; less is better.
struct Score: Comparable {
    var disfavored = 0
    var userConversion = 0
    var functionConversion = 0
    var nonDefaultLiteral = 0
    var collectionUpcast = 0
    var valueToOptional = 0
    var existential = 0
    var unapplied = 0

    static func < (a: Score, b: Score) -> Bool {
        if a.disfavored != b.disfavored { return a.disfavored < b.disfavored }
        if a.userConversion != b.userConversion { return a.userConversion < b.userConversion }
        if a.functionConversion != b.functionConversion { return a.functionConversion < b.functionConversion }
        if a.nonDefaultLiteral != b.nonDefaultLiteral { return a.nonDefaultLiteral < b.nonDefaultLiteral }
        if a.collectionUpcast != b.collectionUpcast { return a.collectionUpcast < b.collectionUpcast }
        if a.valueToOptional != b.valueToOptional { return a.valueToOptional < b.valueToOptional }
        if a.existential != b.existential { return a.existential < b.existential }
        return a.unapplied < b.unapplied
    }
}

/// Why a system has no solution.
struct Failure {
    enum Reason {
        case mismatch(Type, Type)
        case nonconforming(Type, NominalDeclaration)
        case noMember(MemberNode, Type)
        case noChoice(ChoiceNode)
        case notOptional(Type, Node)
        case arguments(CallNode, ArgumentMismatch, ChoiceNode?)
        case notCallable(CallNode, Type)
        case literal(Type, LiteralKind)
        case unresolved(TypeVariable)
        case closureArity(ClosureNode, FunctionType)
        case closureBody(ClosureNode)
        case ambiguous(ChoiceNode?)
        case tooComplex
        /// Already reported where it was found.
        case silent
    }

    var reason: Reason
    var locator: Locator
    var depth: Int
}
