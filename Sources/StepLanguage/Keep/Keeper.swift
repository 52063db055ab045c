/// How objects of a library class are looked at and kept: what they hold, how one is made again, how one that is there
/// is brought to another state.
///
/// Both parts together have to name everything that the object's behaviour depends on, closures excepted.
public struct ObjectKeeper {
    /// The class, as a kept value names it.
    public let name: String
    /// What an object holds from its making to its end.
    let fixed: (AnyObject, HeapWriter) throws -> Void
    /// What can change.
    let state: (AnyObject, HeapWriter) throws -> Void
    /// Makes an object from what `fixed` wrote; nil where only objects that are there already can be brought to a state.
    let make: ((HeapReader) throws -> AnyObject)?
    /// Takes on the state that `state` wrote; nil where that cannot be done.
    let update: ((AnyObject, HeapReader) throws -> Void)?

    public init(
        name: String, fixed: @escaping (AnyObject, HeapWriter) throws -> Void,
        state: @escaping (AnyObject, HeapWriter) throws -> Void = { _, _ in },
        make: ((HeapReader) throws -> AnyObject)? = nil, update: ((AnyObject, HeapReader) throws -> Void)? = nil
    ) {
        self.name = name
        self.fixed = fixed
        self.state = state
        self.make = make
        self.update = update
    }
}

/// How values of a library struct or enum are kept.
public struct ValueKeeper {
    let write: (Any, HeapWriter) throws -> Void
    let make: (HeapReader) throws -> AnyNativeObject

    /// Keeps values of `type`.
    public init<Value>(
        of type: Value.Type, write: @escaping (Value, HeapWriter) throws -> Void, make: @escaping (HeapReader) throws -> Value
    ) {
        self.write = { value, writer in
            guard let value = value as? Value else { throw NotKept("a value of another type") }
            try write(value, writer)
        }
        self.make = { NativeObject(try make($0)) }
    }
}

/// Why a value cannot be kept.
public struct NotKept: Error {
    public let reason: String
    public init(_ reason: String) { self.reason = reason }
}

/// The keepers of a library's classes and values.
public struct Keepers {
    /// The keeper of an object, by its class.
    public var ofObject: (AnyObject) -> ObjectKeeper? = { _ in nil }
    /// The keeper of a name that `ofObject`'s gave.
    public var named: (String) -> ObjectKeeper? = { _ in nil }
    /// The keepers of values, by the name of their Swift type.
    public var values: [String: ValueKeeper] = [:]

    public init() {}

    /// Adds a keeper of values.
    public mutating func add<Value>(
        _ type: Value.Type, write: @escaping (Value, HeapWriter) throws -> Void, make: @escaping (HeapReader) throws -> Value
    ) {
        values[String(reflecting: type)] = ValueKeeper(of: type, write: write, make: make)
    }
}

extension Library {
    /// How the library's own objects and values are kept.
    public var keepers: Keepers {
        get { natives.keepers }
        set { natives.keepers = newValue }
    }
}
