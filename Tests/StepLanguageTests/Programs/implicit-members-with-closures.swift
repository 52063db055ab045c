enum Token: Equatable { case identifier(String), number(Double), array([Token]) }
struct Scanner { var text: [Character]; var pos = 0
  init(_ s: String) { text = Array(s) }
  mutating func take(_ while_: (Character) -> Bool) -> String { var r = ""; while pos < text.count, while_(text[pos]) { r.append(text[pos]); pos += 1 }; return r }
  mutating func next() -> Token? {
    guard pos < text.count else { return nil }
    if text[pos].isLetter { return .identifier(take { $0.isLetter || $0.isNumber }) }
    return .number(Double(take { $0.isNumber }) ?? 0)
  }
  mutating func list<T>(_ f: (inout Scanner) throws -> T) rethrows -> [T] { var r: [T] = []; while pos < text.count { r.append(try f(&self)) }; return r }
  mutating func all() throws -> Token { return .array(try list { try $0.value() }) }
  mutating func value() throws -> Token { next()! }
}
var s = Scanner("ab12")
print(try s.all())
