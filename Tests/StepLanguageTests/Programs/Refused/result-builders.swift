@resultBuilder struct B { static func buildBlock(_ parts: String...) -> String { parts.joined() } }
@resultBuilder struct Generic<T> { static func buildBlock(_ part: T) -> T { part } }
@resultBuilder struct Either {
    static func buildBlock(_ parts: String...) -> String { parts.joined() }
    static func buildEither(first: String) -> String { first }
    static func buildEither(second: String) -> String { second }
}
@resultBuilder struct None {} // error: result builder must provide at least one static 'buildBlock' method
func doc(@B _ make: () -> String) -> String { make() }
func either(@Either _ make: () -> String) -> String { make() }
func value(@B _ make: Int) {} // error: result builder attribute 'B' can only be applied to a parameter of function type
func generic<T>(@Generic<T> _ make: () -> T) {} // error: a result builder that depends on generic parameters is not supported in lessons
protocol P { @B var text: String { get } } // error: the attribute '@B' is not supported in lessons
struct S { @B var x: Int { "a"; "b" } } // error: cannot convert return expression of type 'String' to return type 'Int'
@B func function() -> Int { "a" } // error: cannot convert return expression of type 'String' to return type 'Int'
@Missing func other() -> Int { 1 } // error: unknown attribute 'Missing'
print(doc { if true { "x" } }) // error: closure containing control flow statement cannot be used with result builder 'B'
print(doc { if true { "x" } else { "y" } }) // error: closure containing control flow statement cannot be used with result builder 'B'
print(doc { for _ in [1] { "x" } }) // error: closure containing control flow statement cannot be used with result builder 'B'
print(doc { guard true else { fatalError() }; "a" }) // error: closure containing control flow statement cannot be used with result builder 'B'
print(doc { while true { "a" } }) // error: closure containing control flow statement cannot be used with result builder 'B'
print(either { switch 1 { case 1: "a"; case 2: break; default: "b" } }) // error: closure containing control flow statement cannot be used with result builder 'Either'
print(doc { struct L {}; "a" }) // error: closure containing a declaration cannot be used with result builder 'B'
print(doc { var x = 1; x = 2; "a" }) // error: an assignment in a result builder is not supported in lessons
print(doc { 1 }) // error: cannot convert value of type 'Int' to expected argument type 'String'
print(doc { "a"; missing }) // error: cannot find 'missing' in scope
let closure = { @B in "a" } // error: an attribute of a closure is not supported in lessons
