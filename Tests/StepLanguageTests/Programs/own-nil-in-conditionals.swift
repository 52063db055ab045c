enum J: Equatable, ExpressibleByNilLiteral { case null, x(Int); init(nilLiteral: ()) { self = .null } }
var o: [String: J] = [:]
let v = J.null
o["a"] = v == .null ? nil : v
print(o)
let w: J? = v == .null ? nil : v
print(w as Any)
func f(_ b: Bool) -> J? { b ? nil : v }
print(f(true) as Any)
let u = v == .null ? nil : v
print(u)
func g(_ b: Bool) -> J? { if b { return nil }; return v }
print(g(true) as Any)
o["b"] = nil
print(o["b"] as Any)
