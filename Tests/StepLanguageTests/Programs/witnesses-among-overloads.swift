// A requirement met by one of several members of its name, generic ones among them.
func parse<T: LosslessStringConvertible>(_ text: String, as type: T.Type) -> T? { let f: (String) -> T? = T.init; return f(text) }
print(parse("4", as: Int.self) ?? 0)
print(parse("4", as: Double.self) ?? 0)
func all<T: LosslessStringConvertible>(_ text: [String], as type: T.Type) -> [T] { text.compactMap(T.init) }
print(all(["1", "x"], as: Int.self))
func plain<T: LosslessStringConvertible>(_ text: String, as type: T.Type) -> T? { T(text) }
print(plain("4.5", as: Double.self) ?? 0)
print(plain("true", as: Bool.self) ?? false)
print(plain("abc", as: String.self) ?? "")
protocol Describer { func describe(_ x: Int) -> String; func describe(_ x: String) -> String }
struct Loud: Describer {
    func describe<T: Numeric>(_ x: T) -> String { "number \(x)" }
    func describe<T: StringProtocol>(_ x: T) -> String { "text \(x)" }
}
func both<D: Describer>(_ d: D) { print(d.describe(1), d.describe("a")) }
both(Loud())
let boxed: any Describer = Loud()
print(boxed.describe(2), boxed.describe("b"))
