/// A use of a native function in a program, as its binder sees it when the use is compiled.
///
/// A binder looks at types and representations and returns code made for them: what can be decided now is not
/// decided again at every call. `arguments` have to be run from left to right, each exactly once.
///
/// - An instance method's receiver is the first argument; a static one has none (`selfType` tells the type).
/// - The receiver of a `mutating` method, and an `inout` argument, is `Code.address`: the word's address, valid until
///   interpreted code runs (closures given to the native included), unless the value is a local variable. A binder
///   whose native calls closures while it changes the receiver takes the value out first and puts it back.
/// - Closures are references to ``FunctionObject``; `rethrows` needs nothing, errors of closures just pass through.
/// - Variadic parameters come as one array. Autoclosures come as functions of no parameters.
public struct NativeCall {
    public let machine: Machine
    /// The place of the call; make traps with `site.trap("…")`.
    public let site: Site
    public let arguments: [Code]
    /// The arguments' concrete types.
    public let argumentTypes: [RuntimeType]
    /// Of `Void` for functions without result.
    public let resultType: RuntimeType
    /// The type that the function is a member of, concrete.
    public let selfType: RuntimeType?
    /// The concrete types of generic parameters in force, by name: `Element`, `T`.
    let substitutions: Substitutions
    let compiler: Compiler

    /// The concrete type of a generic parameter in force, by its name (`Element`, `Self`, `T`); for an associated type
    /// of `Self`, too.
    public func type(_ parameter: String) -> RuntimeType {
        for (key, type) in substitutions.map where key.name == parameter { return compiler.runtimeType(type) }
        return selfType?.associated(parameter) ?? compiler.runtimeType(.error)
    }

    public func int(_ index: Int) -> IntCode { arguments[index].int }
    public func double(_ index: Int) -> DoubleCode { arguments[index].double }
    public func ref(_ index: Int) -> RefCode { arguments[index].ref }
    public func address(_ index: Int) -> AddressCode { arguments[index].address }

    /// What is known of the arguments besides their code; same order as `arguments`.
    public let shapes: [Shape]

    /// What an argument's code does, where it is simple enough to be built into the code that uses it.
    public enum Shape {
        case constant(AnySlot)
        /// Reads this slot of the frame: `S.load(frame + slot)`.
        case slot(Int)
        case other
    }
}

/// Makes the code of a use of a native.
public typealias NativeBinder = (NativeCall) throws -> Code

/// The natives behind an interface text, by key (see `Library` on keys).
public final class NativeTable {
    private var binders: [String: NativeBinder] = [:]
    var classes: [String: NativeClassDescription] = [:]
    var protocols: [String: NativeProtocolDescription] = [:]
    var describers: [String: (AnyObject) -> String] = [:]
    /// Enums of the library whose values are held in objects, by name.
    var valueTypes: Set<String> = []
    /// How the library's objects and values are kept from run to run.
    var keepers = Keepers()

    public init() {}

    /// Registers a native under a key.
    public func bind(code key: String, _ binder: @escaping NativeBinder) { binders[key] = binder }

    func binder(_ keys: [String]) -> NativeBinder? {
        for key in keys { if let binder = binders[key] { return binder } }
        return nil
    }

    /// Every key that a native is registered for.
    public var keys: [String] { binders.keys.sorted() }
}
