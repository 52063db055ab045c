// Values made by types that are known only when the program runs.
protocol Shape { init(); init(_ n: Int, name: String); init?(text: String); var name: String { get } }
struct A: Shape { var name = "A"; init() {}; init(_ n: Int, name: String) { self.name = "A\(n)\(name)" }; init?(text: String) { if text.isEmpty { return nil }; name = text } }
struct B: Shape { var k = 2; var name: String { "B\(k)" }; init() {}; init(_ n: Int, name: String) { k = n }; init?(text: String) { guard let n = Int(text) else { return nil }; k = n } }
class C: Shape { var name: String; required init() { name = "C" }; required init(_ n: Int, name: String) { self.name = "C-\(name)" }; required init?(text: String) { if text == "x" { return nil }; name = text } 
  deinit { print("gone", name) } }
class D: C { required init() { super.init(); name = "D" }; required init(_ n: Int, name: String) { super.init(n, name: name + "!") }; required init?(text: String) { super.init(text: text) } }
enum E: Shape { case one, two; var name: String { "\(self)" }; init() { self = .one }; init(_ n: Int, name: String) { self = n > 1 ? .two : .one }; init?(text: String) { return nil } }
let types: [any Shape.Type] = [A.self, B.self, C.self, D.self, E.self]
for t in types { let s = t.init(); print(s.name) }
print(types.map { $0.init(3, name: "z").name })
for t in types { print(t.init(text: "x")?.name ?? "none", t.init(text: "12")?.name ?? "none") }
let reg: [String: any Shape.Type] = ["a": A.self, "b": B.self]
if let t = reg["b"] { print(t.init().name, type(of: t.init())) }
func make(_ kind: Shape.Type) -> Shape { kind.init() }
print(make(D.self).name)
let f = types[1].init(_:name:)
print(f(9, "q").name)
protocol Empty { init() }
extension Int: Empty {}
extension String: Empty {}
struct Fails: Error {}
protocol Throwing { init(_ n: Int) throws }
struct T: Throwing { let n: Int; init(_ n: Int) throws { if n > 1 { throw Fails() }; self.n = n } }
let empties: [any Empty.Type] = [Int.self, String.self]
for e in empties { print(e.init(), type(of: e.init())) }
let throwing: [any Throwing.Type] = [T.self]
for t in throwing { print((try? t.init(1)) != nil, (try? t.init(2)) != nil) }
