struct Permissions: OptionSet {
  let rawValue: Int
  static let read = Permissions(rawValue: 1 << 0)
  static let write = Permissions(rawValue: 1 << 1)
  static let execute = Permissions(rawValue: 1 << 2)
  static let all: Permissions = [.read, .write, .execute]
}
var p: Permissions = [.read, .write]
print(p.contains(.read), p.contains([.read, .execute]), p.rawValue)
p.insert(.execute); p.remove(.read)
print(p, p == [.write, .execute], p.isEmpty, Permissions().isEmpty)
print(p.union(.read) == .all, p.intersection([.write]), p.subtracting(.write), p.isSubset(of: .all))
let (ins, m) = p.insert(.write); print(ins, m)
print(p.symmetricDifference([.read, .write]).rawValue)
extension Permissions: CustomStringConvertible { var description: String { var r: [String] = []; if contains(.read) { r.append("r") }; if contains(.write) { r.append("w") }; if contains(.execute) { r.append("x") }; return r.joined() } }
print(p, Permissions.all)
func need(_ x: Permissions = []) -> Bool { x.isEmpty }
print(need(), need(.read), need([.read]))
struct U8: OptionSet, Hashable { let rawValue: UInt8; init(rawValue: UInt8) { self.rawValue = rawValue } 
 static let a = Self(rawValue: 1), b = Self(rawValue: 2) }
var set: Set<U8> = [[.a], [.a, .b], .a]
print(set.count)
