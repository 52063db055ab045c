/// A Swift type whose values can be handed between the program and natives.
///
/// Conforming: numbers, `Bool`, `String`, `Character`, arrays, dictionaries with `Hashable` keys, sets, optionals of
/// bridged types. A class of the library conforms with `extension Tensor: NativeClass {}`, a struct or enum with
/// `extension Figure: NativeValue {}`. Closures are taken as ``Callback``.
public protocol Bridged {
    /// The value that a slot holds, whose static type in the program is `type`.
    static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Self
    /// The slot for a value whose static type in the program is `type`.
    static func toSlot(_ value: Self, _ type: RuntimeType) throws -> AnySlot
    /// A reader of an argument; the default reads the slot and converts it.
    static func reader(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> Self
}

extension Bridged {
    public static func reader(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> Self {
        switch code {
        case .int(let c): { try fromSlot(.int(try c($0)), type) }
        case .double(let c): { try fromSlot(.double(try c($0)), type) }
        case .ref(let c): { try fromSlot(.ref(try c($0)), type) }
        case .void(let c): { try c($0); return try fromSlot(.ref(nil), type) }
        case .address(let c):
            { try fromSlot(AnySlot.load(try c($0), type.representation), type) }
        }
    }
}

/// A class of the library: its objects are held as they are.
public protocol NativeClass: AnyObject, Bridged {}

extension NativeClass {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Self {
        guard let object = slot.ref as? Self else { throw Trap.internalFault("a \(type.name) was expected") }
        return object
    }

    public static func toSlot(_ value: Self, _ type: RuntimeType) throws -> AnySlot { .ref(value) }

    public static func reader(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> Self {
        // The checker has made sure of the static type, so a final or base class needs no test here.
        let ref = code.ref
        return { frame in unsafeDowncast(try ref(frame).unsafelyUnwrapped, to: Self.self) }
    }
}

/// A struct or enum of the library: its values are held in objects of their own.
public protocol NativeValue: Bridged {}

extension NativeValue {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Self {
        guard let object = slot.ref as? NativeObject<Self> else { throw Trap.internalFault("a \(type.name) was expected") }
        return object.value
    }

    public static func toSlot(_ value: Self, _ type: RuntimeType) throws -> AnySlot { .ref(NativeObject(value)) }
}

extension Int: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> Int { slot.int }
    public static func toSlot(_ value: Int, _ type: RuntimeType) -> AnySlot { .int(value) }
    public static func reader(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> Int {
        if case .int(let c) = code { return c }
        return { try code.int($0) }
    }
}

extension UInt64: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> UInt64 { UInt64(bitPattern: Int64(slot.int)) }
    public static func toSlot(_ value: UInt64, _ type: RuntimeType) -> AnySlot { .int(Int(Int64(bitPattern: value))) }
}

extension UInt8: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> UInt8 { UInt8(truncatingIfNeeded: slot.int) }
    public static func toSlot(_ value: UInt8, _ type: RuntimeType) -> AnySlot { .int(Int(value)) }
}

extension Double: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> Double { slot.double }
    public static func toSlot(_ value: Double, _ type: RuntimeType) -> AnySlot { .double(value) }
    public static func reader(_ code: Code, _ type: RuntimeType) -> (Frame) throws -> Double {
        if case .double(let c) = code { return c }
        return { try code.double($0) }
    }
}

extension Float: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> Float { Float(slot.double) }
    public static func toSlot(_ value: Float, _ type: RuntimeType) -> AnySlot { .double(Double(value)) }
}

extension Bool: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> Bool { slot.int != 0 }
    public static func toSlot(_ value: Bool, _ type: RuntimeType) -> AnySlot { .int(value ? 1 : 0) }
}

extension String: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> String {
        if case .substring = type.kind { return String(slot.ref.cast(to: SubstringObject.self).value) }
        return slot.ref.string
    }
    public static func toSlot(_ value: String, _ type: RuntimeType) -> AnySlot { .ref(StringObject(value)) }
}

extension Character: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) -> Character { Characters.character(slot.int) }
    public static func toSlot(_ value: Character, _ type: RuntimeType) -> AnySlot { .int(Characters.code(value)) }
}

extension Array: Bridged where Element: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> [Element] {
        if let numbers = slot.ref as? ArrayObject<Int>, Element.self == Int.self {
            return unsafeBitCast(numbers.items, to: [Element].self)
        }
        if let numbers = slot.ref as? ArrayObject<Double>, Element.self == Double.self {
            return unsafeBitCast(numbers.items, to: [Element].self)
        }
        let array = slot.ref.cast(to: AnyArrayObject.self)
        let element = type.arguments[0]
        return try (0..<array.count).map { try Element.fromSlot(array.element($0), element) }
    }

    public static func toSlot(_ value: [Element], _ type: RuntimeType) throws -> AnySlot {
        if let numbers = value as? [Int] { return .ref(ArrayObject(numbers)) }
        if let numbers = value as? [Double] { return .ref(ArrayObject(numbers)) }
        let element = type.arguments[0]
        let slots = try value.map { try Element.toSlot($0, element) }
        switch element.representation {
        case .int: return .ref(ArrayObject(slots.map(\.int)))
        case .double: return .ref(ArrayObject(slots.map(\.double)))
        case .ref: return .ref(ArrayObject(slots.map(\.ref)))
        }
    }
}

extension Optional: Bridged where Wrapped: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Wrapped? {
        guard let reference = slot.ref, let wrapped = type.wrapped else { return nil }
        return try Wrapped.fromSlot(wrapped.payload(reference), wrapped)
    }

    public static func toSlot(_ value: Wrapped?, _ type: RuntimeType) throws -> AnySlot {
        guard let value, let wrapped = type.wrapped else { return .ref(nil) }
        return .ref(wrapped.some(try Wrapped.toSlot(value, wrapped)))
    }
}

extension Dictionary: Bridged where Key: Bridged, Value: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> [Key: Value] {
        var result: [Key: Value] = [:]
        for (key, value) in slot.ref.cast(to: AnyTableObject.self).entries {
            result[try Key.fromSlot(key, type.arguments[0])] = try Value.fromSlot(value, type.arguments[1])
        }
        return result
    }

    /// The order of the entries is that of the keys' text, since that of a Swift dictionary changes from run to run.
    public static func toSlot(_ value: [Key: Value], _ type: RuntimeType) throws -> AnySlot {
        let table = try AnyTableObject.make(type.arguments[0], type.arguments[1].representation)
        for (key, item) in value.sorted(by: { "\($0.key)" < "\($1.key)" }) {
            try table.insert(try Key.toSlot(key, type.arguments[0]), try Value.toSlot(item, type.arguments[1]))
        }
        return .ref(table)
    }
}

extension Set: Bridged where Element: Bridged {
    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Set<Element> {
        var result: Set<Element> = []
        for (key, _) in slot.ref.cast(to: AnyTableObject.self).entries {
            result.insert(try Element.fromSlot(key, type.arguments[0]))
        }
        return result
    }

    public static func toSlot(_ value: Set<Element>, _ type: RuntimeType) throws -> AnySlot {
        let table = try AnyTableObject.make(type.arguments[0], .int)
        for element in value.sorted(by: { "\($0)" < "\($1)" }) {
            try table.insert(try Element.toSlot(element, type.arguments[0]), .int(0))
        }
        return .ref(table)
    }
}

/// A closure of the program that a native calls; of any parameters and result that are bridged.
///
/// A binding takes it as a parameter and makes a Swift closure of it: `{ x in try body.call(x) }`.
public struct Callback: Bridged {
    public let function: FunctionObject
    let parameterTypes: [RuntimeType]
    let resultType: RuntimeType

    public static func fromSlot(_ slot: AnySlot, _ type: RuntimeType) throws -> Callback {
        guard case .function(let signature) = type.type else { throw Trap.internalFault("a closure was expected") }
        let function = slot.ref.cast(to: FunctionObject.self)
        if function.captures != nil { function.machine.noteHandedOut(function) }
        return Callback(
            function: function,
            parameterTypes: signature.parameters.map { type.compiler.runtimeType($0.type) },
            resultType: type.compiler.runtimeType(signature.result))
    }

    public static func toSlot(_ value: Callback, _ type: RuntimeType) -> AnySlot { .ref(value.function) }

    /// Calls the closure. Errors that the program throws come as ``ThrownError``, faults as ``Trap``: pass them on.
    public func call<each A: Bridged, R: Bridged>(_ arguments: repeat each A, as type: R.Type = R.self) throws -> R {
        try R.fromSlot(try raw(repeat each arguments), resultType)
    }

    /// Calls a closure that gives nothing.
    public func callAsFunction<each A: Bridged>(_ arguments: repeat each A) throws {
        _ = try raw(repeat each arguments)
    }

    private func raw<each A: Bridged>(_ arguments: repeat each A) throws -> AnySlot {
        let frame = function.machine.state.pointee.top
        var slots: [AnySlot] = []
        for argument in repeat each arguments {
            slots.append(try Self.slot(argument, parameterTypes[slots.count]))
        }
        for (index, slot) in slots.enumerated() { slot.initialize(frame + index) }
        switch resultType.representation {
        case .int: return .int(try function.run(frame, Int.self))
        case .double: return .double(try function.run(frame, Double.self))
        case .ref: return .ref(try function.run(frame, Ref.self))
        }
    }

    private static func slot<A: Bridged>(_ value: A, _ type: RuntimeType) throws -> AnySlot { try A.toSlot(value, type) }
}
