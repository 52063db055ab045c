// description and debugDescription, in print, interpolation, collections and String(describing:).
struct Fraction: CustomStringConvertible {
    let n: Int, d: Int
    var description: String { "\(n)/\(d)" }
}
struct Both: CustomStringConvertible, CustomDebugStringConvertible { var description: String { "plain" }; var debugDescription: String { "debug" } }
struct OnlyDebug: CustomDebugStringConvertible { var debugDescription: String { "only debug" } }
let f = Fraction(n: 1, d: 2)
print(f, [f], "\(f)", (f, 1), Optional(f) as Any, String(describing: f), ["k": f])
print(Both(), [Both()], OnlyDebug(), [OnlyDebug()], String(reflecting: Both()))
debugPrint(Both(), f)
struct Wrapper { let inner: Fraction; let both: Both }
print(Wrapper(inner: f, both: Both()))
enum Suit: CustomStringConvertible { case hearts, spades; var description: String { self == .hearts ? "H" : "S" } }
print(Suit.hearts, [Suit.spades], Optional(Suit.hearts) as Any)
class Model: CustomStringConvertible { var layers = [2, 3]; var description: String { "Model(\(layers.map(String.init).joined(separator: ", ")))" } }
print(Model(), [Model()])
struct Matrix: CustomStringConvertible {
    var rows: [[Int]]
    var description: String { rows.map { $0.map { String($0) }.joined(separator: " ") }.joined(separator: "\n") }
}
print(Matrix(rows: [[1, 2], [3, 4]]))
extension Fraction { init(_ n: Int) { self.init(n: n, d: 1) } }
print(Fraction(3).description + "!")
