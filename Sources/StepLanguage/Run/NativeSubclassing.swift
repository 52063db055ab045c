/// How classes of a program inherit from a class of the library.
///
/// The object that the program and the library see is one and the same: an object of a Swift subclass that
/// LessonBindings supplies (`InterpretedModule: Module`). It owns an ``Instance``, its *peer*, which holds the stored
/// properties that the program's class declares and knows the program's overrides. The peer does not refer to the
/// object, so there is no cycle; whatever needs `self` is given it.
///
/// ```swift
/// final class InterpretedModule: Module {
///     let peer: Instance
///     init(peer: Instance) { self.peer = peer; super.init() }
///     override func callAsFunction(_ x: Tensor) -> Tensor {
///         guard let method = peer.override("callAsFunction(_:)") else { return super.callAsFunction(x) }
///         return (try? method.call(self, x)) ?? …            // report the error to the fault handler
///     }
///     override var members: [(String, Any)] { peer.members(of: self) }
/// }
/// library.subclassing(
///     "Module",
///     NativeClassDescription(
///         make: { peer in InterpretedModule(peer: peer) },
///         peer: { unsafeDowncast($0, to: InterpretedModule.self).peer },
///         find: { ($0 as? InterpretedModule)?.peer }))
/// ```
/// `super.method(…)` in the program calls the native bound to the class's own declaration (`Module.method(…)`) with
/// the object as receiver: a binding that would come back to the override has to be bound separately under the key
/// with `super.` before the member's name (`Module.super.callAsFunction(_:)`), which is looked for first.
/// `super.init(…)` with arguments runs the native `Module.super.init(…)`, whose receiver is the object already made.
public struct NativeClassDescription {
    /// Makes the native object for a new object of a program's class.
    let make: (Instance) throws -> AnyObject
    /// The peer of an object that `make` made.
    let peer: (AnyObject) -> Instance
    /// The peer of any object of the library's class, if it has one.
    let find: (AnyObject) -> Instance?

    /// - Parameters:
    ///   - make: makes the native object that owns the peer it is given.
    ///   - peer: the peer of an object that `make` made; it need not test the class (`unsafeDowncast`).
    ///   - find: the peer of any object; `nil` for one that `make` did not make (`($0 as? InterpretedModule)?.peer`).
    public init(
        make: @escaping (Instance) throws -> AnyObject, peer: @escaping (AnyObject) -> Instance,
        find: @escaping (AnyObject) -> Instance?
    ) {
        self.make = make
        self.peer = peer
        self.find = find
    }
}

/// How a type of the program that conforms to a protocol of the library is handed to the library.
public struct NativeProtocolDescription {
    /// Makes an object that conforms to the protocol and passes its calls on to the value.
    let adapt: (InterpretedValue) -> AnyObject

    public init(adapt: @escaping (InterpretedValue) -> AnyObject) { self.adapt = adapt }
}

extension Library {
    /// Lets classes of the program inherit from a class of the library.
    public func subclassing(_ className: String, _ description: NativeClassDescription) {
        natives.classes[className] = description
    }

    /// Says that an enum of the library is bound to a Swift enum, its values held in objects (``NativeValue``).
    public func holdsValues(of typeName: String) { natives.valueTypes.insert(typeName) }

    /// Lets types of the program conform to a protocol of the library and be handed to it.
    public func conforming(_ protocolName: String, _ description: NativeProtocolDescription) {
        natives.protocols[protocolName] = description
    }
}

/// A method of the program that the library calls.
public struct InterpretedMethod {
    let function: FunctionObject
    let parameterTypes: [RuntimeType]
    let resultType: RuntimeType

    /// Calls the method on an object.
    public func call<each A: Bridged, R: Bridged>(
        _ receiver: AnyObject, _ arguments: repeat each A, as type: R.Type = R.self
    ) throws -> R {
        try R.fromSlot(try raw(.ref(receiver), repeat each arguments), resultType)
    }

    /// Calls a method that gives nothing.
    public func perform<each A: Bridged>(_ receiver: AnyObject, _ arguments: repeat each A) throws {
        _ = try raw(.ref(receiver), repeat each arguments)
    }

    func raw<each A: Bridged>(_ receiver: AnySlot, _ arguments: repeat each A) throws -> AnySlot {
        var slots = [receiver]
        for argument in repeat each arguments {
            slots.append(try Self.slot(argument, parameterTypes[slots.count - 1]))
        }
        switch resultType.representation {
        case .int: return .int(try function.call(slots, as: Int.self))
        case .double: return .double(try function.call(slots, as: Double.self))
        case .ref: return .ref(try function.call(slots, as: Ref.self))
        }
    }

    private static func slot<A: Bridged>(_ value: A, _ type: RuntimeType) throws -> AnySlot { try A.toSlot(value, type) }
}

/// A value of a type of the program, as an adapter of a library protocol holds it.
public struct InterpretedValue {
    let value: AnySlot
    let type: RuntimeType

    /// The name of the value's type.
    public var typeName: String { type.name }
    /// The text of the value as `print` writes it.
    public var text: String { (try? type.describe(value)) ?? type.name }

    /// Calls a method, by its full name such as `exhibit(in:)`, or reads a property, by its name.
    public func call<each A: Bridged, R: Bridged>(
        _ member: String, _ arguments: repeat each A, as resultType: R.Type = R.self
    ) throws -> R {
        guard let method = try type.compiler.method(member, of: type) else {
            throw Trap.fault("\(type.name) has no member '\(member)'")
        }
        return try R.fromSlot(try method.raw(value, repeat each arguments), method.resultType)
    }

    /// Calls a method that gives nothing.
    public func perform<each A: Bridged>(_ member: String, _ arguments: repeat each A) throws {
        guard let method = try type.compiler.method(member, of: type) else {
            throw Trap.fault("\(type.name) has no member '\(member)'")
        }
        _ = try method.raw(value, repeat each arguments)
    }
}
