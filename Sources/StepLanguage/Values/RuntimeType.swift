/// A concrete type as running code knows it. There is one object for each type in a compiler.
public final class RuntimeType {
    /// What kind of type it is, with what is needed to take its values apart.
    public enum Kind {
        /// `Int` and the sized integers, by name and width.
        case integer(bits: Int, signed: Bool)
        case double
        case float
        case bool
        case character
        case string
        case substring
        case void
        /// `Boxed` payloads for `int` and `double`, and for payloads that may be `nil` themselves; else the payload.
        case optional(RuntimeType)
        case array(RuntimeType)
        case dictionary(RuntimeType, RuntimeType)
        case set(RuntimeType)
        case tuple([(label: String?, type: RuntimeType)])
        /// An interpreted struct; a ``Record`` with a word for each stored property.
        case structure([(name: String, type: RuntimeType)])
        /// An interpreted enum: the case's ordinal, or a ``Record`` with the ordinal as its tag and the payload's words.
        case enumeration([(name: String, payload: [(label: String?, type: RuntimeType)])])
        /// A class of the program; an ``Instance``, or the native object of a native superclass.
        case classInstance
        case function
        case existential
        case metatype(RuntimeType)
        /// A struct, enum or class of the library that has no stored properties in its interface.
        case native
    }

    public let representation: Representation
    public internal(set) lazy var kind: Kind = compiler.kind(of: type)
    /// As `print(T.self)` writes it: `Array<Int>`, `Point`.
    public internal(set) lazy var name: String = compiler.typeName(type, qualified: false)
    /// With the module's name before types of the program: `main.Point`.
    public internal(set) lazy var qualifiedName: String = compiler.typeName(type, qualified: true)
    /// `Element` of `Array`, `Key` and `Value` of `Dictionary`, …
    public internal(set) lazy var arguments: [RuntimeType] = type.arguments.map(compiler.runtimeType)
    /// Whether a value's reference may be `nil` (optionals and `Void`).
    public internal(set) lazy var isNullable: Bool = type.isOptional || type.isVoid
    /// Whether values hold others, so that what is done with their parts can go deep.
    private(set) lazy var nests: Bool = {
        switch kind {
        case .integer, .double, .float, .bool, .character, .string, .substring, .void, .function, .metatype: false
        default: true
        }
    }()
    /// The words of a struct, class or tuple.
    lazy var layout: Layout = compiler.layout(of: type)
    let type: Type
    unowned let compiler: Compiler

    init(_ type: Type, _ representation: Representation, _ compiler: Compiler) {
        self.type = type
        self.representation = representation
        self.compiler = compiler
    }

    // MARK: Operations of the type, found through its conformances

    /// `==` of an `Equatable` type; `S` is the slot type of the representation.
    public func equality<S: Slot>(_ type: S.Type = S.self) throws -> (S, S) throws -> Bool {
        try compiler.equality(of: self, S.self)
    }

    /// `<` of a `Comparable` type.
    public func ordering<S: Slot>(_ type: S.Type = S.self) throws -> (S, S) throws -> Bool {
        try compiler.ordering(of: self, S.self)
    }

    /// `<` for values of any representation.
    func anyOrdering() throws -> (AnySlot, AnySlot) throws -> Bool {
        switch representation {
        case .int:
            let less = try ordering(Int.self)
            return { try less($0.int, $1.int) }
        case .double:
            let less = try ordering(Double.self)
            return { try less($0.double, $1.double) }
        case .ref:
            let less = try ordering(Ref.self)
            return { try less($0.ref, $1.ref) }
        }
    }

    /// A hash that is the same for equal values of a `Hashable` type, and the same in every run.
    public func hashing<S: Slot>(_ type: S.Type = S.self) throws -> (S) throws -> Int {
        try compiler.hashing(of: self, S.self)
    }

    /// What dictionaries and sets with keys of this type need.
    public func keyOperations<S: Slot>(_ type: S.Type = S.self) throws -> KeyOperations<S> {
        KeyOperations(hash: try hashing(S.self), equal: try equality(S.self))
    }

    /// The text of a value as `print` and `String(describing:)` give it.
    public func describe(_ value: AnySlot) throws -> String { try compiler.describe(value, self) }

    /// The text of a value as `debugPrint` gives it, and as it stands inside collections.
    public func debugDescribe(_ value: AnySlot) throws -> String { try compiler.debugDescribe(value, self) }

    /// Whether the type conforms to a protocol that is named.
    public func conforms(to protocolName: String) -> Bool { compiler.conforms(self, protocolName) }

    /// A static or instance member that meets a protocol's requirement, as a function: an instance method's receiver is
    /// its first parameter. `nil` when the type does not conform. For `Sequence.makeIterator()`,
    /// `IteratorProtocol.next()` (whose receiver is an address), `AdditiveArithmetic.+(_:_:)`, …
    public func witness(_ requirement: String) throws -> FunctionObject? { try compiler.witness(self, requirement) }

    /// The type that an associated type stands for, or `nil`.
    public func associated(_ name: String) -> RuntimeType? { compiler.associatedType(self, name) }

    /// The payload type of an optional.
    public var wrapped: RuntimeType? { if case .optional(let type) = kind { type } else { nil } }

    /// Makes `.some(value)` of an optional of this type.
    @inline(__always)
    public func some(_ value: AnySlot) -> Ref {
        switch value {
        case .int(let v): Boxed(v)
        case .double(let v): Boxed(v)
        case .ref(let v): isNullable ? Boxed(v) : v
        }
    }

    /// The payload of an optional of this type, whose reference is not `nil`.
    @inline(__always)
    public func payload(_ reference: Ref) -> AnySlot {
        switch representation {
        case .int: .int(reference.cast(to: Boxed<Int>.self).value)
        case .double: .double(reference.cast(to: Boxed<Double>.self).value)
        case .ref: .ref(isNullable ? reference.cast(to: Boxed<Ref>.self).value : reference)
        }
    }
}
