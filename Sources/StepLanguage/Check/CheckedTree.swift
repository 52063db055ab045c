/// The checked tree: what the checker hands to the compiler.
///
/// - Every name is resolved, every conversion explicit, every default argument filled in, implicit `self` written.
/// - There are no lvalue nodes: the same kinds of expression stand where a value is read and where a place is
///   written. `.assign`'s target, `.inout`'s operand and a mutating method's `self` are places; all others are read.
/// - Code is kept in `CodeBody`s. A body knows its slots and what it captures; a variable of an outer body that is
///   used inside is in `captures` of every body between.
/// - Inside generic declarations types contain `.parameter` and `.member`; a body is compiled per set of
///   substitutions (`Substitutions.apply`).
final class Expression {
    indirect enum Kind {
        // MARK: Values
        /// A number, string, character, boolean or nil literal of a built-in type, or (in generic code) of a type
        /// parameter. Where the type is neither, `initializer` is the `init(integerLiteral:)` (and kin) that makes
        /// it from the built-in literal of type `argument`.
        case literal(LiteralValue, initializer: LiteralInitializer?)
        /// Of type `Array`; elements already converted.
        case arrayLiteral([Expression])
        /// Of type `Dictionary`; duplicate keys stop the program.
        case dictionaryLiteral([(key: Expression, value: Expression)])
        /// Of type `String`; values are printed as `String(describing:)` does.
        case interpolation([InterpolationPart])
        case tuple([Expression])
        /// A local, parameter, `self` or global variable; see its `storage`. A `self` of a static member is a metatype.
        case variable(VariableDeclaration)
        /// A stored or computed property, also a static one (then `base` is a metatype expression).
        /// A stored property without observers, not overridden and not lazy can be reached directly.
        case property(base: Expression, VariableDeclaration, Substitutions, Dispatch)
        /// A computed global variable has no base; a lazy global of the library likewise.
        case globalProperty(VariableDeclaration, Substitutions)
        case tupleElement(base: Expression, index: Int)
        case `subscript`(base: Expression, SubscriptDeclaration, Substitutions, arguments: [Expression], Dispatch)
        /// Metatype value: `Int.self`, or the base of a static member.
        case metatype(Type)
        /// `type(of: x)`
        case dynamicType(Expression)
        case closure(ClosureExpression)
        /// A function used as a value: `map(String.init)`, `reduce(0, +)`, `object.method` (bound: `base` is set),
        /// `Type.method` (unbound: `base` nil and the type is curried, `(Self) -> (Args) -> Result`).
        /// A local function's captures are in its body.
        case function(FunctionDeclaration, Substitutions, base: Expression?, Dispatch)
        /// An enum case's constructor used as a value.
        case enumConstructor(EnumCaseDeclaration, Substitutions)
        case keyPath(KeyPathExpression)

        // MARK: Calls
        /// `base` is set for instance methods (a place if the method mutates) and for static ones (the metatype).
        /// For an initializer called on a class's metatype (`make.init()` or `Self.init`) `base` is set, too.
        case call(FunctionDeclaration, Substitutions, base: Expression?, arguments: [Expression], Dispatch)
        /// `self.init(…)` in a delegating initializer: for a struct or enum assigns `self`; `super.init(…)` has
        /// `isSuper`. A failable one returns nil from the initializer it stands in.
        case delegate(FunctionDeclaration, Substitutions, arguments: [Expression], isSuper: Bool)
        case apply(Expression, arguments: [Expression])
        /// With or without payload.
        case enumCase(EnumCaseDeclaration, [Expression])
        /// The parameter's default value (`parameter.defaultValue`), compiled under the callee's substitutions.
        case defaultArgument(ParameterDeclaration, Substitutions)
        case and(Expression, Expression)
        case or(Expression, Expression)
        /// `left ?? right`; `left` is of type `T?`, the result `T` or `T?` as the node's type says.
        case coalesce(Expression, Expression)
        /// An argument passed by reference; the operand is a place.
        case `inout`(Expression)

        // MARK: Control
        case conditional(condition: Expression, then: Expression, else: Expression)
        /// `if`/`switch` used as an expression: the branch taken ends in `Statement.Kind.yield`.
        case statement(Statement)
        /// `a?.b`: evaluates the operand; a nil met in a `.chain` inside makes the whole nil. `wraps` says whether
        /// the operand's value has to be wrapped in an optional (false when it is one itself, already flattened).
        case optionalChain(Expression, wraps: Bool)
        /// `a?` inside an `.optionalChain`: the payload, also as a place.
        case chain(Expression)
        case forceUnwrap(Expression)
        /// Of type `Void`; the target is a place, a `.tuple` of places, or `.discard`.
        case assign(target: Expression, value: Expression)
        /// `_` on the left of an assignment.
        case discard
        /// `try?`; a result that is an optional already is flattened.
        case tryOptional(Expression, wraps: Bool)
        /// `try!`
        case tryForce(Expression)

        // MARK: Types
        case convert(Expression, Conversion)
        /// `x is T`
        case isType(Expression, Type)
        /// `x as? T`; the node's type is `T?`
        case conditionalCast(Expression, Type)
        /// `x as! T`
        case forcedCast(Expression, Type)
        /// What was refused; a program with one never runs.
        case error
    }

    let kind: Kind
    let type: Type
    let range: SourceRange
    /// Stands in its place: the first assignment to a wrapped property in an initializer makes the wrapper.
    var replacement: Expression?
    /// The assignment in a class's initializer with which the object has all of its properties.
    var completesSelf = false

    init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }
}

extension Expression {
    /// Refused, or of a type that was not found.
    var isBroken: Bool {
        switch kind {
        case .error: return true
        case .discard: return false
        default: return type.hasError
        }
    }
}

enum InterpolationPart {
    case text(String)
    case value(Expression)
}

enum LiteralValue: Hashable {
    /// The sign of a literal such as `-5` is part of it.
    case integer(magnitude: UInt64, negative: Bool)
    /// For a type that is `Float` read `text` anew (it was not rounded to `Double` first). `text` has no underscores.
    case float(Double, text: String)
    case string(String)
    /// A string literal whose type is `Character` (or another type that takes one).
    case character(String)
    case boolean(Bool)
    case `nil`
}

struct LiteralInitializer {
    /// `init(integerLiteral:)` and kin; a protocol requirement where the type is a type parameter.
    let function: FunctionDeclaration
    let substitutions: Substitutions
    /// The built-in type that the initializer takes.
    let argument: Type
}

/// How the function that is called is found.
enum Dispatch: Hashable {
    /// The declaration itself (struct, enum, final, private, static, global, protocol extension).
    case direct
    /// Through the object's class; the declaration or one that overrides it.
    case virtual
    /// A protocol's requirement of a type parameter: `type.witness(for:)` once the type is concrete. The type is
    /// the substitution of the protocol's `Self`. An existential there (`any P`) means `existential`.
    case witness
    /// A protocol's requirement called on an `any P`: by the dynamic type of the value.
    case existential
    /// `super.method()`
    case superclass
}

/// Makes a value of one type from a value of another, without a user's code.
indirect enum Conversion: Hashable {
    case identity
    /// `T` to `U?`; the inner conversion is of the payload.
    case wrap(Conversion)
    /// `T?` to `U?`
    case mapOptional(Conversion)
    /// A concrete value into `any P` (or `Any`).
    case erase(from: Type)
    /// `any P & Q` to `any P`, or to `Any`.
    case reerase
    /// A subclass to its superclass; nothing has to be done.
    case upcast
    /// A class-bound existential or `any P` of a class to that class's superclass and such.
    case metatype
    case array(from: Type, Conversion)
    case set(from: Type, Conversion)
    case dictionary(key: Conversion, value: Conversion)
    case tuple([Conversion])
    /// Parameters are converted from the new type's to the old one's, the result from the old one's to the new one's.
    case function(parameters: [Conversion], result: Conversion)
    /// A value to `AnyHashable`.
    case anyHashable
    /// Drops the value (a closure of one expression whose type has to be `Void`).
    case discard
    /// A value of type `Never` where another is expected.
    case never
}

final class ClosureExpression {
    let body: CodeBody
    /// `[x]`, `[weak self]`: evaluated when the closure is made, each kept in a variable of the closure's body.
    var captureList: [(variable: VariableDeclaration, value: Expression)]
    /// Made for an autoclosure parameter.
    var isAutoclosure: Bool
    /// Does not outlive the call it is passed to.
    var isEscaping = true

    init(body: CodeBody, captureList: [(variable: VariableDeclaration, value: Expression)], isAutoclosure: Bool) {
        self.body = body
        self.captureList = captureList
        self.isAutoclosure = isAutoclosure
    }
}

/// `\Root.a.b[0]?.c`. Its type is `KeyPath`, `WritableKeyPath`, `ReferenceWritableKeyPath`, or a function type.
final class KeyPathExpression {
    enum Component {
        case property(VariableDeclaration, Substitutions, Dispatch)
        case `subscript`(SubscriptDeclaration, Substitutions, arguments: [Expression], Dispatch)
        case tupleElement(Int)
        case optionalChain
        case forceUnwrap
    }

    let root: Type
    let value: Type
    /// Each with the type it yields.
    let components: [(component: Component, type: Type)]
    /// A chain's result has to be wrapped in an optional at the end.
    let wraps: Bool

    init(root: Type, value: Type, components: [(component: Component, type: Type)], wraps: Bool) {
        self.root = root
        self.value = value
        self.components = components
        self.wraps = wraps
    }
}

/// Code with slots of its own: the body of a function, accessor or closure, a step's top level, a property's
/// initial value, a default argument.
final class CodeBody {
    /// The body around it, for closures and local functions.
    unowned(unsafe) let parent: CodeBody?
    /// The function it is the body of, if it is one's.
    unowned(unsafe) var function: FunctionDeclaration?
    /// Parameters as the body sees them, in order; for a setter `newValue`, for observers `oldValue` or `newValue`.
    /// `self` is not among them.
    var parameters: [VariableDeclaration] = []
    var selfVariable: VariableDeclaration?
    /// Every variable that lives in this body, parameters and `self` included, by slot.
    var slots: [VariableDeclaration] = []
    /// Variables of outer bodies that this one, or one inside it, uses. Globals are not captured.
    var captures: [VariableDeclaration] = []
    /// The top-level variables that this body, or one inside it, uses.
    var globals: Set<ObjectIdentifier> = []
    var statements: [Statement] = []
    var resultType: Type = .void
    /// Where a missing value at the end would be reported; the closing brace.
    var range: SourceRange
    /// Members used without `self` in a closure: refused where the closure turns out to escape.
    var implicitSelfUses: [(what: String, range: SourceRange)] = []
    /// The checker's: a closure's parameters before they have slots.
    var pendingParameters: [VariableDeclaration] = []

    init(parent: CodeBody?, range: SourceRange) {
        self.parent = parent
        self.range = range
    }

    /// Gives a variable a slot of its own.
    func declare(_ variable: VariableDeclaration) {
        if case .local = variable.storage { return }
        variable.storage = .local(body: self, slot: slots.count)
        slots.append(variable)
    }
}

final class Statement {
    indirect enum Kind {
        case expression(Expression)
        /// `let (a, b) = pair`, `var x = 0`. A simple name is `.bind`.
        case binding(Pattern, Expression)
        /// `let x: Int` with its value to come; `var x: Int?` gets a nil value as `.binding`.
        case declare([VariableDeclaration])
        /// Stands where it is declared; it may be called before. Captures are in `body`.
        case function(FunctionDeclaration)
        case block([Statement], label: LabelID?)
        case `if`([Condition], then: [Statement], else: [Statement]?, label: LabelID?)
        case `guard`([Condition], else: [Statement])
        case `while`([Condition], body: [Statement], label: LabelID)
        case repeatWhile(body: [Statement], condition: Expression, label: LabelID)
        case forIn(ForIn)
        case `switch`(Switch)
        /// Leaves the loop, switch, `if` or `do` with that label.
        case `break`(LabelID)
        case `continue`(LabelID)
        /// Goes on with the next case's body.
        case `fallthrough`
        /// From a function; in an initializer `return nil` is `.fail`.
        case `return`(Expression?)
        /// `return nil` in a failable initializer.
        case fail
        case `throw`(Expression)
        /// The error is in each clause's `subject`; clauses are tried in order, an error none takes goes on.
        case doCatch(body: [Statement], clauses: [CatchClause], label: LabelID?)
        case `defer`([Statement])
        /// The value of the branch of an `if` or `switch` that is used as an expression.
        case yield(Expression)
    }

    let kind: Kind
    let range: SourceRange

    init(_ kind: Kind, _ range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// Which statement a `break` or `continue` belongs to; unique in a body.
struct LabelID: Hashable {
    let number: Int
}

enum Condition {
    case boolean(Expression)
    /// `let x = y`, `case .some(let x) = y`
    case pattern(Pattern, Expression)
}

final class ForIn {
    let pattern: Pattern
    let sequence: Expression
    /// What the sequence yields.
    let elementType: Type
    /// `makeIterator()` of the sequence's type and `next()` of its iterator's type: requirements of `Sequence` and
    /// `IteratorProtocol`; `Type.witness(for:)` finds what meets them. `sequence.type` tells the fast paths.
    let makeIterator: FunctionDeclaration
    let next: FunctionDeclaration
    let iteratorType: Type
    let condition: Expression?
    let body: [Statement]
    let label: LabelID

    init(
        pattern: Pattern, sequence: Expression, elementType: Type, makeIterator: FunctionDeclaration,
        next: FunctionDeclaration, iteratorType: Type, condition: Expression?, body: [Statement], label: LabelID
    ) {
        self.pattern = pattern
        self.sequence = sequence
        self.elementType = elementType
        self.makeIterator = makeIterator
        self.next = next
        self.iteratorType = iteratorType
        self.condition = condition
        self.body = body
        self.label = label
    }
}

final class Switch {
    let subject: Expression
    let cases: [SwitchCase]
    let label: LabelID

    init(subject: Expression, cases: [SwitchCase], label: LabelID) {
        self.subject = subject
        self.cases = cases
        self.label = label
    }
}

struct SwitchCase {
    /// Any of these; empty for `default`. When several bind the same names, each binds its own variables, and
    /// `shared` (same order as `bound` of each item) gets the values for the body.
    var items: [CaseItem]
    var body: [Statement]
    var range: SourceRange
}

struct CaseItem {
    var pattern: Pattern
    var guardCondition: Expression?
}

struct CatchClause {
    /// The error, of type `any Error`: the pattern is matched against it.
    var items: [CaseItem]
    var body: [Statement]
    var range: SourceRange
}

/// What a value is matched against. `type` is the type of the value matched.
final class Pattern {
    indirect enum Kind {
        /// `_`
        case any
        case bind(VariableDeclaration)
        case tuple([Pattern])
        /// The subject is of the enum's type; `payload` is empty when the pattern does not look at it.
        case enumCase(EnumCaseDeclaration, payload: [Pattern])
        /// `x?`, `.some(x)`, `if let`: the payload of an optional.
        case some(Pattern)
        case none
        /// The subject is put into `subject`, then `test` (of type Bool) is evaluated.
        case expression(subject: VariableDeclaration, test: Expression)
        /// `is T`, `let x as T`: the pattern is matched against the value cast.
        case cast(Type, Pattern?)
        case boolean(Bool)
    }

    let kind: Kind
    let type: Type
    let range: SourceRange

    init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
        self.kind = kind
        self.type = type
        self.range = range
    }
}
