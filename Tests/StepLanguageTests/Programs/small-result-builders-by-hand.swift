// Method chaining that returns new values; fluent builders.
struct Query: CustomStringConvertible {
    private var parts: [String] = []
    private func with(_ p: String) -> Query { var q = self; q.parts.append(p); return q }
    func select(_ c: String...) -> Query { with("select " + c.joined(separator: ", ")) }
    func from(_ t: String) -> Query { with("from \(t)") }
    func filter(_ c: String, _ v: Any) -> Query { with("where \(c) = \(v)") }
    func limit(_ n: Int?) -> Query { n.map { with("limit \($0)") } ?? self }
    var description: String { parts.joined(separator: " ") }
}
let base = Query().select("a", "b").from("t")
print(base.filter("a", 1).limit(5), base.filter("b", "x").limit(nil), base, separator: "\n")
final class Builder { private var text = ""; @discardableResult func add(_ s: String) -> Self { text += s; return self }; func build() -> String { text } }
let b = Builder()
b.add("x").add("y")
print(b.add("z").build())
