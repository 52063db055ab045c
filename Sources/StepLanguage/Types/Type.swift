/// A type of the language. Two types are the same exactly when they are `==`.
///
/// After checking, trees hold no `.variable`, `.lvalue` or `.inout`; inside generic code they hold `.parameter`
/// and `.member`, which `Substitutions` replaces.
indirect enum Type: Hashable {
    /// A struct, class or enum with the arguments for all its generic parameters, those of enclosing types first.
    case nominal(NominalDeclaration, [Type])
    /// `()` is the tuple without elements; a tuple of one element does not exist.
    case tuple([TupleElement])
    case function(FunctionType)
    /// `any P & Q`, `Any` (no protocols), `AnyObject`.
    case existential(ExistentialType)
    /// A generic parameter inside its declaration, or `Self` inside a protocol.
    case parameter(GenericParameter)
    /// An associated type of a type parameter: `C.Element`.
    case member(Type, AssociatedTypeDeclaration)
    /// What a function that returns `some P` returns; `OpaqueDeclaration.underlying` is known once its body is checked.
    case opaque(OpaqueDeclaration, Substitutions)
    /// `T.Type`.
    case metatype(Type)
    /// A place that can be assigned to; stands only in the solver.
    case lvalue(Type)
    /// The type of `&x`; stands only in the solver.
    case `inout`(Type)
    /// Not yet known; stands only in the solver.
    case variable(TypeVariable)
    /// The type of what was refused; poisons silently.
    case error
}

struct TupleElement: Hashable {
    var label: String?
    var type: Type
}

struct FunctionType: Hashable {
    struct Parameter: Hashable {
        var type: Type
        var isInout = false
        /// Takes any number of values; the function sees an array. Only on declarations, never on values.
        var isVariadic = false
        var isAutoclosure = false
    }

    var parameters: [Parameter]
    var result: Type
    var isThrowing = false

    /// `@escaping` does not tell types apart here; it is looked at where parameters are declared.
    init(_ parameters: [Parameter], result: Type, isThrowing: Bool = false) {
        self.parameters = parameters
        self.result = result
        self.isThrowing = isThrowing
    }

    init(_ parameters: [Type], _ result: Type, isThrowing: Bool = false) {
        self.init(parameters.map { Parameter(type: $0) }, result: result, isThrowing: isThrowing)
    }
}

struct ExistentialType: Hashable {
    /// Sorted by name, none implied by another.
    var protocols: [NominalDeclaration]
    var superclass: Type?
    var isAnyObject = false
    /// What the primary associated types are bound to: `any Sequence<Int>`.
    var arguments: [AssociatedTypeDeclaration: Type] = [:]

    static let any = ExistentialType(protocols: [])
}

/// A generic parameter of a type, function or subscript; also `Self` of a protocol.
final class GenericParameter: Hashable {
    let name: String
    /// `Self` of this protocol.
    unowned(unsafe) let selfProtocol: NominalDeclaration?
    /// Stands for `some P` in a parameter list.
    let isOpaque: Bool

    init(_ name: String, selfProtocol: NominalDeclaration? = nil, isOpaque: Bool = false) {
        self.name = name
        self.selfProtocol = selfProtocol
        self.isOpaque = isOpaque
    }

    static func == (a: GenericParameter, b: GenericParameter) -> Bool { a === b }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Type {
    static let void = Type.tuple([])
    static let any = Type.existential(.any)

    var isVoid: Bool {
        if case .tuple(let elements) = self { return elements.isEmpty }
        return false
    }

    /// A type parameter or an associated type of one.
    var isTypeParameter: Bool {
        switch self {
        case .parameter, .member: true
        default: false
        }
    }

    var isFunction: Bool {
        if case .function = self { return true }
        return false
    }

    var isError: Bool {
        if case .error = self { return true }
        return false
    }

    /// The declaration of a struct, class or enum type.
    var nominal: NominalDeclaration? {
        if case .nominal(let declaration, _) = self { return declaration }
        return nil
    }

    var arguments: [Type] {
        if case .nominal(_, let arguments) = self { return arguments }
        return []
    }

    /// `T` of `T?`.
    var optionalPayload: Type? {
        if case .nominal(let declaration, let arguments) = self, declaration.isOptional { return arguments[0] }
        return nil
    }

    var isOptional: Bool { optionalPayload != nil }

    /// How many optionals are wrapped round a type that is none.
    var optionalDepth: Int { optionalPayload.map { $0.optionalDepth + 1 } ?? 0 }

    /// A class that can have subclasses.
    var isOpenClass: Bool { nominal.map { $0.kind == .class && !$0.isFinal } ?? false }

    /// A class instance, or an existential or parameter that can only hold one.
    var isClass: Bool {
        switch self {
        case .nominal(let declaration, _): return declaration.kind == .class
        case .existential(let existential):
            return existential.isAnyObject || existential.superclass != nil
                || existential.protocols.contains { $0.requiresClass }
        default: return false
        }
    }

    var isExistential: Bool {
        if case .existential = self { return true }
        return false
    }

    /// Whether a type parameter, or a member of one, stands anywhere inside.
    var hasParameters: Bool {
        contains {
            switch $0 {
            case .parameter, .member: return true
            default: return false
            }
        }
    }

    var hasVariables: Bool {
        contains {
            if case .variable = $0 { return true }
            return false
        }
    }

    var hasError: Bool {
        contains {
            if case .error = $0 { return true }
            return false
        }
    }

    /// Whether this type or one inside it satisfies the condition.
    func contains(_ condition: (Type) -> Bool) -> Bool {
        if condition(self) { return true }
        switch self {
        case .nominal(_, let arguments):
            if arguments.isEmpty { return false }
            return arguments.contains { $0.contains(condition) }
        case .tuple(let elements): return elements.contains { $0.type.contains(condition) }
        case .function(let function):
            return function.result.contains(condition) || function.parameters.contains { $0.type.contains(condition) }
        case .existential(let existential):
            return existential.superclass?.contains(condition) ?? false
                || existential.arguments.values.contains { $0.contains(condition) }
        case .member(let base, _): return base.contains(condition)
        case .opaque(_, let substitutions): return substitutions.map.values.contains { $0.contains(condition) }
        case .metatype(let type), .lvalue(let type), .inout(let type): return type.contains(condition)
        case .parameter, .variable, .error: return false
        }
    }

    /// The type with each inner type replaced, outermost first; nil keeps a type and looks inside it.
    func transformed(_ replace: (Type) -> Type?) -> Type {
        if let replacement = replace(self) { return replacement }
        switch self {
        case .nominal(let declaration, let arguments):
            if arguments.isEmpty { return self }
            return .nominal(declaration, arguments.map { $0.transformed(replace) })
        case .tuple(let elements):
            if elements.isEmpty { return self }
            return .tuple(elements.map { TupleElement(label: $0.label, type: $0.type.transformed(replace)) })
        case .function(var function):
            for index in function.parameters.indices {
                function.parameters[index].type = function.parameters[index].type.transformed(replace)
            }
            function.result = function.result.transformed(replace)
            return .function(function)
        case .existential(var existential):
            if existential.superclass == nil && existential.arguments.isEmpty { return self }
            existential.superclass = existential.superclass?.transformed(replace)
            existential.arguments = existential.arguments.mapValues { $0.transformed(replace) }
            return .existential(existential)
        case .member(let base, let associated): return .member(base.transformed(replace), associated)
        case .opaque(let declaration, let substitutions):
            return .opaque(declaration, Substitutions(substitutions.map.mapValues { $0.transformed(replace) }))
        case .metatype(let type): return .metatype(type.transformed(replace))
        case .lvalue(let type): return .lvalue(type.transformed(replace))
        case .inout(let type): return .inout(type.transformed(replace))
        case .parameter, .variable, .error: return self
        }
    }
}

/// What generic parameters stand for.
struct Substitutions: Hashable {
    var map: [GenericParameter: Type]

    init(_ map: [GenericParameter: Type] = [:]) {
        self.map = map
    }

    static let none = Substitutions()

    var isEmpty: Bool { map.isEmpty }

    subscript(parameter: GenericParameter) -> Type? { map[parameter] }

    /// The type with parameters replaced, and members of parameters resolved through the conformances of what
    /// replaces them.
    func apply(_ type: Type) -> Type {
        if map.isEmpty { return type }
        return type.transformed { part in
            switch part {
            case .parameter(let parameter): return map[parameter] ?? part
            case .member(let base, let associated):
                let newBase = apply(base)
                if newBase == base { return associated.context.world.reduce(part) }
                return newBase.associatedType(associated)
            case .nominal(_, let arguments) where arguments.isEmpty: return part
            default: return nil
            }
        }
    }

    /// These substitutions as seen from outside: every replacement with `outer` applied.
    func composed(with outer: Substitutions) -> Substitutions {
        if outer.isEmpty { return self }
        return Substitutions(map.mapValues { outer.apply($0) })
    }

    func merging(_ other: Substitutions) -> Substitutions {
        if other.isEmpty { return self }
        if isEmpty { return other }
        return Substitutions(map.merging(other.map) { _, new in new })
    }
}
