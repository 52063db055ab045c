// Result: get, map, flatMap, init(catching:).
struct ParseError: Error, CustomStringConvertible { let text: String; var description: String { "cannot parse '\(text)'" } }
func parse(_ text: String) -> Result<Double, ParseError> {
    guard let value = Double(text) else { return .failure(ParseError(text: text)) }
    return .success(value)
}
print(parse("2.5"), parse("?"))
print(parse("4").map { $0.squareRoot() }, parse("a").map { $0 * 2 })
print(parse("3").flatMap { parse("\($0 + 1)") }, parse("3").flatMap { _ in parse("bad") })
do {
    print(try parse("7").get())
    print(try parse("seven").get())
} catch {
    print("error:", error)
}
func risky(_ n: Int) throws -> Int { if n > 2 { throw ParseError(text: "\(n)") }; return n }
for n in 1...3 {
    let r = Result { try risky(n) }
    switch r {
    case .success(let v): print("v", v)
    case .failure(let e): print("e", e)
    }
}
print((try? parse("1").get()) as Any, (try? parse("q").get()) as Any)
let all = ["1", "2", "z"].map(parse)
let good = all.compactMap { try? $0.get() }
print(good, parse("x").mapError { Other(inner: $0.text) })
struct Other: Error { let inner: String }
