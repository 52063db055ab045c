// Interpolation of every kind of value, nested, with format by hand.
struct P { let x = 1 }
enum E { case a, b(Int) }
let o: Int? = 3
print("\(1) \(2.0) \(true) \("s") \([1, 2]) \(["a": "b"]) \((1, "t")) \(P()) \(E.b(2)) \(o as Any) \(o ?? 0)")
print("sum: \(1 + 2), nested: \("inner \(3 * 4)"), call: \([3, 1, 2].sorted().map { "<\($0)>" }.joined())")
let name = "World", n = 3
print("Hello, \(name)!" + " \(n) time\(n == 1 ? "" : "s")", "a\("b")c".count)
print("""
    \(name):
      \(n)
    """)
print("tab\tquote\" unicode \u{e9} \\")
print(#"value \#(n) and \n stay"#, "emoji 👍 \(String(repeating: "é", count: 2))")
let pi = 3.14159
print("\((pi * 100).rounded() / 100)", "\(Int(pi))", "\(-0.0)", "\(1e20)", "\(Float(pi))")
print("\(Int.self) \(type(of: o)) \([Double].self) \((Int, String).self) \(((Int) -> String).self)")
