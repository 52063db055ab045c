/// A `String`.
public final class StringObject {
    @exclusivity(unchecked) public var value: String

    @inline(__always) public init(_ value: String) { self.value = value }
}

/// A `Substring`.
public final class SubstringObject {
    @exclusivity(unchecked) public var value: Substring

    @inline(__always) public init(_ value: Substring) { self.value = value }
}

/// What every array object can be asked without knowing its element's representation.
public class AnyArrayObject {
    public var count: Int { 0 }
    /// The element at an index that was checked.
    public func element(_ index: Int) -> AnySlot { .int(0) }
}

/// An `Array` whose elements have the representation of `Element`; numbers stand side by side.
///
/// A value is shared by sharing its object; who changes one in place makes it unique first (``makeUnique(_:)``).
public final class ArrayObject<Element: Slot>: AnyArrayObject {
    @exclusivity(unchecked) public var items: [Element]

    @inline(__always) public init(_ items: [Element]) { self.items = items }

    deinit {
        if Element.self == Ref.self { Teardown.release(elements: &items) }
    }

    public override var count: Int { items.count }
    public override func element(_ index: Int) -> AnySlot { AnySlot(items[index]) }

    /// The array at an address, as an object that nobody else shares.
    @inline(__always)
    public static func makeUnique(_ address: Address) -> ArrayObject<Element> {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: ArrayObject<Element>.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = ArrayObject(slot.pointee.items) }
        return slot.pointee
    }

    /// The elements of the array at an address, which nobody else shares; the address keeps them.
    @inline(__always)
    static func uniqueItems(_ address: Address) -> UnsafeMutablePointer<[Element]> {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: ArrayObject<Element>.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = ArrayObject(slot.pointee.items) }
        return items(at: UnsafeMutableRawPointer(bitPattern: address.pointee).unsafelyUnwrapped)
    }

    /// The elements of an array value.
    @inline(__always)
    public static func items(_ value: Ref) -> [Element] {
        unsafeDowncast(value.unsafelyUnwrapped, to: ArrayObject<Element>.self).items
    }
}

/// The payload of an optional whose wrapped type has the representation `int` or `double`, or may itself be `nil`.
///
/// `Optional.none` is `nil`; `.some` of any other type is that type's own reference.
public final class Boxed<Value: Slot> {
    public let value: Value

    @inline(__always) public init(_ value: Value) { self.value = value }
}

/// A value of type `any P` or `Any`: the value with its type.
public final class Existential {
    /// The value's own type; for a class instance its static type when it was put in (see ``RuntimeType/dynamic(_:)``).
    public let type: RuntimeType
    @exclusivity(unchecked) public private(set) var value: AnySlot

    public init(_ type: RuntimeType, _ value: AnySlot) {
        self.type = type
        self.value = value
    }

    deinit {
        guard case .ref(var reference) = value else { return }
        value = .int(0)
        Teardown.release(&reference)
    }
}

/// What every object of a library's value can be asked without knowing its type.
public class AnyNativeObject {
    var anyValue: Any { () }
}

/// A value of a type of the library that is a Swift struct or enum.
public final class NativeObject<Value>: AnyNativeObject {
    public var value: Value

    public init(_ value: Value) { self.value = value }

    override var anyValue: Any { value }

    /// The value at an address, as an object that nobody else shares.
    public static func makeUnique(_ address: Address) -> NativeObject<Value> {
        let slot = UnsafeMutableRawPointer(address).assumingMemoryBound(to: NativeObject<Value>.self)
        if !isKnownUniquelyReferenced(&slot.pointee) { slot.pointee = NativeObject(slot.pointee.value) }
        return slot.pointee
    }
}

/// A metatype value.
public final class MetatypeObject {
    public let type: RuntimeType

    public init(_ type: RuntimeType) { self.type = type }
}

/// Where a `weak` or `unowned` variable keeps its object.
final class WeakObject {
    private weak var object: AnyObject?
    /// The type that an object in an existential was put in with.
    private let type: RuntimeType?

    init(_ value: AnyObject?) {
        if let existential = value as? Existential, case .ref(let object) = existential.value {
            self.object = object
            type = existential.type
        } else {
            object = value
            type = nil
        }
    }

    var value: AnyObject? {
        guard let object, let type else { return object }
        return Existential(type, .ref(object))
    }
}

extension AnySlot {
    /// The value of a property's word: of a weak or unowned one the object itself.
    var held: AnySlot {
        guard case .ref(let object?) = self, type(of: object) == WeakObject.self else { return self }
        return .ref(unsafeDowncast(object, to: WeakObject.self).value)
    }
}

extension Optional where Wrapped == AnyObject {
    /// The reference as the class that its static type says it has.
    @inline(__always)
    public func cast<T: AnyObject>(to type: T.Type) -> T { unsafeDowncast(unsafelyUnwrapped, to: T.self) }

    /// The text of a `String` value.
    @inline(__always)
    public var string: String { cast(to: StringObject.self).value }
}

/// Makes the reference of an optional from its payload, for a payload that cannot be `nil` itself.
@inline(__always)
public func some<S: Slot>(_ value: S) -> Ref {
    if S.self == Ref.self { return AnySlot(value).ref }
    return Boxed(value)
}
