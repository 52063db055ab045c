// The order in which a result builder's functions are called, and the trees of buildEither.
@resultBuilder struct B {
  static func buildBlock(_ p: String...) -> String { "[" + p.joined(separator: ",") + "]" }
  static func buildOptional(_ c: String?) -> String { "opt(\(c ?? "nil"))" }
  static func buildEither(first c: String) -> String { "1(\(c))" }
  static func buildEither(second c: String) -> String { "2(\(c))" }
  static func buildArray(_ c: [String]) -> String { "arr" + c.joined() }
}
func doc(@B _ c: () -> String) -> String { c() }
func chain(_ n: Int) -> String { doc { if n == 0 { "a" } else if n == 1 { "b" } else if n == 2 { "c" } else if n == 3 { "d" } else { "e" } } }
func chain2(_ n: Int) -> String { doc { if n == 0 { "a" } else if n == 1 { "b" } else if n == 2 { "c" } } }
func sw(_ n: Int) -> String { doc { switch n { case 0: "a"; case 1: "b"; "bb"; case 2: let x = "c"; x; default: "d" } } }
for i in 0...4 { print(chain(i), chain2(i), sw(i)) }
print(doc {})
print(doc { "x" })
print(doc { return "x" })
print(doc { if true { "x" } })
print(doc { for i in 0..<3 { if i != 1 { "\(i)" } } })
@B func fn(_ a: Int) -> String { "a"; "\(a)"; if a > 2 { "big" } }
print(fn(3), fn(1))
struct S { @B var body: String { "x"; "y" } }
print(S().body)
print(doc { let a = 3; var b = a + 1; "v\(b)"; do { "in"; "do" } })
@resultBuilder enum P {
  static func buildPartialBlock(first: Int) -> [Int] { print("first", first); return [first] }
  static func buildPartialBlock(accumulated: [Int], next: Int) -> [Int] { print("acc", accumulated, next); return accumulated + [next] }
  static func buildExpression(_ s: String) -> Int { s.count }
  static func buildExpression(_ s: Int) -> Int { s }
  static func buildFinalResult(_ a: [Int]) -> String { "final \(a)" }
}
func pp(@P _ c: () -> String) { print(c()) }
pp { "abc"; 3; "a" }
struct Cfg { var t: String; var c: () -> String
 init(_ t: String, @B content: @escaping () -> String) { self.t = t; c = content } }
print(Cfg("t") { "1"; "2" }.c())
func n(_ i: Int) -> Int { print("n", i); return i }
@resultBuilder enum Q {
  static func buildPartialBlock(first: Int) -> [Int] { print("first", first); return [first] }
  static func buildPartialBlock(accumulated: [Int], next: Int) -> [Int] { print("acc", accumulated, next); return accumulated + [next] }
}
func qq(@Q _ c: () -> [Int]) { print(c()) }
qq { n(1); n(2); n(3) }
@resultBuilder enum B2 { static func buildBlock(_ p: String...) -> String { p.joined() }
  static func buildEither(first c: String) -> String { "1(\(c))" }
  static func buildEither(second c: String) -> String { "2(\(c))" } }
func b(_ i: Int, @B2 _ c: () -> String) { print(c()) }
for i in 0...7 { b(i) { switch i { case 0: "a"; case 1: "b"; case 2: "c"; case 3: "d"; case 4: "e"; case 5: "f"; default: "g" } } }
for i in 0...6 { b(i) { switch i { case 0: "a"; case 1: "b"; case 2: "c"; case 3: "d"; case 4: "e"; default: "g" } } }
// What a builder applies to: not to closures that return, values passed, inherited initializers or overrides without it.
class K {
    let c: String
    init(n: Int, @B c: () -> String) { self.c = c() }
    func f(@B c: () -> String) -> String { c() }
}
class L: K {}
class M: K {
    override init(n: Int, c: () -> String) { super.init(n: n, c: c) }
    override func f(c: () -> String) -> String { c() + "!" }
}
print(K(n: 2) { "k" }.c, L(n: 2) { "l" }.c, M(n: 1) { "m" }.c, M(n: 1) { "m" }.f { "n" }, (M(n: 1) { "m" } as K).f { "o" })
let passed: () -> String = { "passed" }
let function = doc
print(doc(passed), function { "value" }, doc({ "inside" }))
