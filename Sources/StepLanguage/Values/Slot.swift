/// How a value of a static type is held while a program runs.
///
/// Every concrete type has one representation, known when code is compiled, so that running code never asks.
///
/// | representation | types |
/// |---|---|
/// | `int` | `Int` and the sized integers (sign- or zero-extended), `Bool` (0 or 1), `Character` (see ``Characters``), enums without payloads (the case's ordinal) |
/// | `double` | `Double`; `Float` (a double that is always exactly a float) |
/// | `ref` | everything else: one object reference, `nil` only for `Optional.none` and `Void` |
public enum Representation: UInt8, Sendable {
    case int
    case double
    case ref
}

/// A reference to a value's object; `nil` stands for `Optional.none` and for `Void`.
public typealias Ref = AnyObject?

/// One function activation's storage: words addressed by slot number.
///
/// Slots of representation `ref` hold a strong reference (or zero).
public typealias Frame = UnsafeMutablePointer<Int>

/// The address of a variable, field or element: one word, to be read and written through ``Slot``.
public typealias Address = UnsafeMutablePointer<Int>

/// A Swift type that carries a representation: `Int`, `Double` or `AnyObject?`.
public protocol Slot {
    /// The representation that this type carries.
    static var representation: Representation { get }
    /// Reads the word at an address; a reference is retained.
    static func load(_ address: Address) -> Self
    /// Overwrites an initialised word; the former reference is released.
    static func store(_ value: Self, _ address: Address)
    /// Writes a word that holds nothing yet.
    static func initialize(_ value: Self, _ address: Address)
    /// What stands in a slot that nothing was written to.
    static var empty: Self { get }
    /// Code of this representation.
    static func wrap(_ code: @escaping (Frame) throws -> Self) -> Code
    /// Code of this representation as generic functions hold it.
    associatedtype Run: Runner where Run.Value == Self
    /// The code in this representation; code that disagrees stops the program as an internal fault.
    static func runner(_ code: Code) -> Run
}

/// Code of one representation as generic functions hold and call it.
///
/// A closure whose result is a generic type hands its result over in memory, and is wrapped whenever it passes between
/// generic and concrete code; a struct around a concrete closure is not.
public protocol Runner {
    associatedtype Value: Slot
    func callAsFunction(_ frame: Frame) throws -> Value
}

public struct IntRunner: Runner {
    let code: IntCode
    @inline(__always) public func callAsFunction(_ frame: Frame) throws -> Int { try code(frame) }
}

public struct DoubleRunner: Runner {
    let code: DoubleCode
    @inline(__always) public func callAsFunction(_ frame: Frame) throws -> Double { try code(frame) }
}

public struct RefRunner: Runner {
    let code: RefCode
    @inline(__always) public func callAsFunction(_ frame: Frame) throws -> Ref { try code(frame) }
}

/// The code of an address, which is a word like any other.
struct AddressRunner: Runner {
    let code: AddressCode
    @inline(__always) func callAsFunction(_ frame: Frame) throws -> Int { Int(bitPattern: try code(frame)) }
}

/// Code that gives nothing, where it stands in an array or an optional (see ``Runner`` for why it is wrapped).
struct Effect {
    let run: VoidCode
    init(_ run: @escaping VoidCode) { self.run = run }
    @inline(__always) func callAsFunction(_ frame: Frame) throws { try run(frame) }
}

/// The same for a condition.
struct Test {
    let run: (Frame) throws -> Bool
    /// Code of a choice between two results by this condition, where there is better than to run it first.
    var choose: ((Code, Code) -> Code)?
    init(_ run: @escaping (Frame) throws -> Bool) { self.run = run }
    @inline(__always) func callAsFunction(_ frame: Frame) throws -> Bool { try run(frame) }
}

/// The same for a statement that says how it ended.
struct IntStep {
    let run: IntCode
    init(_ run: @escaping IntCode) { self.run = run }
    @inline(__always) func callAsFunction(_ frame: Frame) throws -> Int { try run(frame) }
}

/// The same for code that writes a word, or words, at an address.
struct Fill {
    let run: (Frame, Address) throws -> Void
    init(_ run: @escaping (Frame, Address) throws -> Void) { self.run = run }
    @inline(__always) func callAsFunction(_ frame: Frame, _ address: Address) throws { try run(frame, address) }
}

/// What a generic function makes code of: a struct with what the code needs, and what it does.
protocol Producer {
    associatedtype Value: Slot
    func produce(_ frame: Frame) throws -> Value
}

/// What surrounds code of any representation: see ``Code/surrounded(by:)``.
protocol Surrounding {
    func run<R: Runner>(_ code: R, _ frame: Frame) throws -> R.Value
    func run(_ code: VoidCode, _ frame: Frame) throws
}

private struct Surrounded<W: Surrounding, S: Slot>: Producer {
    let surrounding: W
    let code: S.Run

    @inline(__always)
    func produce(_ frame: Frame) throws -> S { try surrounding.run(code, frame) }
}

extension Code {
    /// The same code with something done before, after or around it.
    func surrounded<W: Surrounding>(by surrounding: W) -> Code {
        switch self {
        case .int(let c): Code(Surrounded<W, Int>(surrounding: surrounding, code: IntRunner(code: c)))
        case .double(let c): Code(Surrounded<W, Double>(surrounding: surrounding, code: DoubleRunner(code: c)))
        case .ref(let c): Code(Surrounded<W, Ref>(surrounding: surrounding, code: RefRunner(code: c)))
        case .void(let c): .void { try surrounding.run(c, $0) }
        case .address(let c):
            .address { frame in
                Address(bitPattern: try surrounding.run(AddressRunner(code: c), frame)).unsafelyUnwrapped
            }
        }
    }

    /// The code that does what a producer says.
    init<P: Producer>(_ producer: P) {
        switch P.Value.representation {
        case .int: self = .int { unsafeBitCast(try producer.produce($0), to: Int.self) }
        case .double: self = .double { unsafeBitCast(try producer.produce($0), to: Double.self) }
        case .ref: self = .ref { unsafeBitCast(try producer.produce($0), to: Ref.self) }
        }
    }
}

extension Int: Slot {
    public static var representation: Representation { .int }
    @inline(__always) public static func load(_ address: Address) -> Int { address.pointee }
    @inline(__always) public static func store(_ value: Int, _ address: Address) { address.pointee = value }
    @inline(__always) public static func initialize(_ value: Int, _ address: Address) { address.pointee = value }
    public static var empty: Int { 0 }
    public static func wrap(_ code: @escaping IntCode) -> Code { .int(code) }
    public static func runner(_ code: Code) -> IntRunner { IntRunner(code: code.int) }
}

extension Double: Slot {
    public static var representation: Representation { .double }
    @inline(__always) public static func load(_ address: Address) -> Double {
        UnsafeRawPointer(address).load(as: Double.self)
    }
    @inline(__always) public static func store(_ value: Double, _ address: Address) {
        UnsafeMutableRawPointer(address).storeBytes(of: value, as: Double.self)
    }
    @inline(__always) public static func initialize(_ value: Double, _ address: Address) { store(value, address) }
    public static var empty: Double { 0 }
    public static func wrap(_ code: @escaping DoubleCode) -> Code { .double(code) }
    public static func runner(_ code: Code) -> DoubleRunner { DoubleRunner(code: code.double) }
}

extension Optional: Slot where Wrapped == AnyObject {
    public static var representation: Representation { .ref }
    @inline(__always) public static func load(_ address: Address) -> Ref {
        UnsafeMutableRawPointer(address).assumingMemoryBound(to: Ref.self).pointee
    }
    @inline(__always) public static func store(_ value: Ref, _ address: Address) {
        UnsafeMutableRawPointer(address).assumingMemoryBound(to: Ref.self).pointee = value
    }
    @inline(__always) public static func initialize(_ value: Ref, _ address: Address) {
        UnsafeMutableRawPointer(address).initializeMemory(as: Ref.self, to: value)
    }
    public static var empty: Ref { nil }
    public static func wrap(_ code: @escaping RefCode) -> Code { .ref(code) }
    public static func runner(_ code: Code) -> RefRunner { RefRunner(code: code.ref) }
}

/// Compiled code that gives an integer, a Boolean, a character or a case without payload.
public typealias IntCode = (Frame) throws -> Int
/// Compiled code that gives a floating-point number.
public typealias DoubleCode = (Frame) throws -> Double
/// Compiled code that gives a reference.
public typealias RefCode = (Frame) throws -> Ref
/// Compiled code that gives nothing.
public typealias VoidCode = (Frame) throws -> Void
/// Compiled code that gives the address of a place, ready to be changed in place.
public typealias AddressCode = (Frame) throws -> Address

/// Compiled code of an expression, by the representation of its type.
public enum Code {
    case int(IntCode)
    case double(DoubleCode)
    case ref(RefCode)
    case void(VoidCode)
    /// An `inout` argument or the receiver of a mutating method.
    case address(AddressCode)

    /// The code as one that gives nothing.
    public var discarded: VoidCode {
        switch self {
        case .int(let c): { _ = try c($0) }
        case .double(let c): { _ = try c($0) }
        case .ref(let c): { _ = try c($0) }
        case .void(let c): c
        case .address(let c): { _ = try c($0) }
        }
    }

    /// The code as one of a given representation; `Void` code gives `nil` as a reference.
    ///
    /// The checker guarantees that representations agree; code that disagrees stops the step as an internal fault.
    public func of<S: Slot>(_ type: S.Type) -> S.Run { S.runner(self) }

    public var int: IntCode {
        if case .int(let code) = self { return code }
        return { _ in throw Trap.internalFault("code of another representation") }
    }
    public var double: DoubleCode {
        if case .double(let code) = self { return code }
        return { _ in throw Trap.internalFault("code of another representation") }
    }
    /// `Void` code gives `nil`.
    public var ref: RefCode {
        switch self {
        case .ref(let code): code
        case .void(let code): { try code($0); return nil }
        default: { _ in throw Trap.internalFault("code of another representation") }
        }
    }
    public var address: AddressCode {
        if case .address(let code) = self { return code }
        return { _ in throw Trap.internalFault("a value where a place is needed") }
    }
}

/// One value of any representation, for the places where its static type is not at hand.
public enum AnySlot {
    case int(Int)
    case double(Double)
    case ref(Ref)

    @inline(__always) public var int: Int { if case .int(let v) = self { v } else { 0 } }
    @inline(__always) public var double: Double { if case .double(let v) = self { v } else { 0 } }
    @inline(__always) public var ref: Ref { if case .ref(let v) = self { v } else { nil } }

    /// Reads a word of a given representation.
    public static func load(_ address: Address, _ representation: Representation) -> AnySlot {
        switch representation {
        case .int: .int(Int.load(address))
        case .double: .double(Double.load(address))
        case .ref: .ref(Ref.load(address))
        }
    }

    /// Overwrites an initialised word.
    public func store(_ address: Address) {
        switch self {
        case .int(let v): Int.store(v, address)
        case .double(let v): Double.store(v, address)
        case .ref(let v): Ref.store(v, address)
        }
    }

    /// Writes a word that holds nothing yet.
    public func initialize(_ address: Address) {
        switch self {
        case .int(let v): address.pointee = v
        case .double(let v): Double.store(v, address)
        case .ref(let v): Ref.initialize(v, address)
        }
    }

    @inline(__always)
    public init<S: Slot>(_ value: S) {
        if S.self == Int.self {
            self = .int(unsafeBitCast(value, to: Int.self))
        } else if S.self == Double.self {
            self = .double(unsafeBitCast(value, to: Double.self))
        } else {
            self = .ref(unsafeBitCast(value, to: Ref.self))
        }
    }

    /// The value as a given slot type.
    @inline(__always)
    public func of<S: Slot>(_ type: S.Type) -> S {
        if type == Int.self { return unsafeBitCast(int, to: S.self) }
        if type == Double.self { return unsafeBitCast(double, to: S.self) }
        return unsafeBitCast(ref, to: S.self)
    }
}
