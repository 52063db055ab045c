@resultBuilder enum B { static func buildBlock(_ x: String...) -> String { x.joined(separator: "-") } }
@B var footer: String { "a"; "b" }
print(footer)
@B func f() -> String { "c"; "d" }
print(f())
struct S { @B var x: String { "e"; "f" }; @B static var y: String { "g"; "h" } }
print(S().x, S.y)
