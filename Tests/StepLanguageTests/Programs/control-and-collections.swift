// Observers, switches as values, labelled loops, dictionaries, sets, optionals, integers.
struct Temperature { var celsius: Double { willSet { print("to", newValue) } didSet { if celsius < -273 { celsius = -273 } } }
  var fahrenheit: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } }
  static let boiling = Temperature(celsius: 100); static var count = 0
  lazy var label: String = "\(Int(celsius))°" }
var t = Temperature(celsius: 20); t.fahrenheit = 212; print(t.celsius, t.label, Temperature.boiling.fahrenheit); t.celsius = -500; print(t.celsius); Temperature.count += 2; print(Temperature.count)
let grade: (Int) -> String = { switch $0 { case 90...: "A"; case 80..<90: "B"; case let x where x < 0: "?"; default: "C" } }
print([95, 85, 10, -1].map(grade))
let sign = { (n: Int) in n == 0 ? "zero" : n > 0 ? "pos" : "neg" }; print([-1, 0, 1].map(sign))
outer: for i in 1...5 { for j in 1...5 { if j == 3 { continue outer }; if i == 3 { break outer }; print(i, j, terminator: " ") } }
print()
var n = 27, steps = 0; while n != 1 { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps += 1 }; print(steps)
var k = 0; repeat { k += 3 } while k < 10; print(k)
func classify(_ p: (Int, Int)) -> String { switch p { case (0, 0): return "origin"; case (_, 0): return "x"; case (0, _): return "y"; case let (a, b) where a == b: return "diag"; case (-2...2, -2...2): return "near"; default: return "far" } }
print([(0, 0), (3, 0), (0, 2), (4, 4), (1, 2), (9, 1)].map(classify))
let message: String = if steps > 100 { "long" } else { "short" }; print(message)
func greet(_ name: String, times n: Int = 1, loudly: Bool = false) -> String { let s = Array(repeating: "hi \(name)", count: n).joined(separator: ", "); return loudly ? s.uppercased() + "!" : s }
print(greet("a"), greet("b", times: 2), greet("c", loudly: true))
func divide(_ a: Int, by b: Int) -> (q: Int, r: Int)? { guard b != 0 else { return nil }; return (a / b, a % b) }
if let (q, r) = divide(17, by: 5) { print(q, r) }; print(divide(1, by: 0) == nil, divide(9, by: 2)!.r)
var matrix = [[1, 2, 3], [4, 5, 6]]; matrix[1][2] = 9; matrix.append([7, 8, 0]); print(matrix.map { $0.reduce(0, +) }, (0..<3).map { i in matrix[i][i] }, matrix[0].indices.map { j in matrix.map { $0[j] } })
var set: Set = [3, 1, 2]; set.insert(3); set.remove(1); print(set.sorted(), set.contains(2), set.union([9]).count, set.isSubset(of: [1, 2, 3]))
var stock = ["apple": 3, "pear": 0]; stock["fig"] = 5; stock["pear"] = nil; stock["apple", default: 0] += 1; stock["kiwi", default: 10] -= 1
for (k, v) in stock.sorted(by: { $0.key < $1.key }) { print(k, v, terminator: "; ") }; print(stock.values.reduce(0, +), stock.keys.contains("fig"), stock.updateValue(1, forKey: "fig") ?? 0, stock.removeValue(forKey: "none") as Any)
let nested: [String: [String: Int]] = ["a": ["x": 1]]; print(nested["a"]?["x"] ?? 0, nested["b"]?["x"] as Any, nested["a", default: [:]].count)
let opt: String? = "42"; print(opt.flatMap { Int($0) }.map { $0 + 1 } ?? 0, opt?.count ?? 0, opt.map { $0 + "!" } ?? "none")
let bits = (0..<4).map { 1 << $0 }; print(bits, bits.reduce(0, |), 0b1010 & 0b0110, 5 ^ 1, ~0, 0xff >> 4, Int8.max &+ 1, 7.isMultiple(of: 7), (-7) % 3, -7 / 2)
print(Double(7) / 2, 7 / 2, Int(3.99), Int("0x1F".dropFirst(2), radix: 16) ?? 0, String(255, radix: 2), 1e3, 5.0.rounded(.up), (2.5).rounded(), abs(-3), min(1, 2, 0), max(2.5, 1), Double.pi > 3)
print(type(of: 1), type(of: 1.0), type(of: "a"), type(of: [1]), type(of: ["a": 1.5]), type(of: (1, "x")), type(of: nil as Int?))
