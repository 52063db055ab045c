/// What programs can use: the standard library and what is declared on top of it, as Swift interface text.
///
/// Text is indexed by name at once and parsed by top-level declaration when a name in it is first looked up.
///
/// Conventions of interface text (ordinary Swift declarations):
/// - A function, initializer, subscript or accessor without a body is native; one with a body is interpreted.
/// - `var x: T { get }` and `{ get set }` are native properties; `let x: T` and `var x: T` without an accessor
///   block are real stored properties of an interpreted type.
/// - `typealias Element = …` states an associated type where the checker should not have to infer it.
/// - Everything is public, whether it says so or not. A class has to say `open` for lessons to subclass it.
/// - Operators are declared in the types (`static func +`), `infix operator` and `precedencegroup` likewise by
///   `operator` declarations at top level; the standard ones are built in (SwiftOperators' table).
/// - Names that begin with an underscore are not found from lessons.
///
/// Keys of natives, from most to least exact; the first that a native is registered for is taken:
/// `Array.init(repeating: Element, count: Int) -> Array`, `Array.init(repeating: Element, count: Int)`,
/// `Array.init(repeating:count:)`. Parameters without label: `Int.init(_: Double)`, `Int.init(_:)`. Types are spelt
/// as the interface text spells them, without spaces around `->` other than one. Global functions have no prefix:
/// `print(_:separator:terminator:)`. Properties: `Array.count`, their setters `Array.count=`; subscripts
/// `Array.subscript(_: Int)` and `Array.subscript(_: Int)=`. Operators: `Int.+(_: Int, _: Int)` or `Int.+(_:_:)`.
/// Members of extensions of protocols: `Sequence.map(_:)`. See `FunctionDeclaration.nativeKeys`.
public final class Library: @unchecked Sendable {
    /// Parsed chunks are kept here and shared by all sessions; declarations are made anew for each.
    let index = LibraryIndex()
    /// What stands behind functions without a body.
    public let natives = NativeTable()

    public init() {}

    /// Adds declarations. `name` stands for the text in diagnostics about it.
    public func declare(_ interfaceText: String, name: String) {
        index.add(interfaceText, name: name)
    }
}
