// Layers as a protocol with associated types, modules, visitors, caches, memoised functions.
protocol Layer { associatedtype Input; associatedtype Output; func forward(_ x: Input) -> Output; var parameterCount: Int { get } }
extension Layer { var parameterCount: Int { 0 }; func callAsFunction(_ x: Input) -> Output { forward(x) } }
struct Dense: Layer { var w: [[Double]]; var b: [Double]
  func forward(_ x: [Double]) -> [Double] { zip(w, b).map { row, bias in zip(row, x).map(*).reduce(bias, +) } }
  var parameterCount: Int { w.map(\.count).reduce(0, +) + b.count } }
struct Relu: Layer { func forward(_ x: [Double]) -> [Double] { x.map { max(0, $0) } } }
struct Chain<A: Layer, B: Layer>: Layer where A.Output == B.Input { let a: A, b: B
  func forward(_ x: A.Input) -> B.Output { b.forward(a.forward(x)) }
  var parameterCount: Int { a.parameterCount + b.parameterCount } }
let net = Chain(a: Chain(a: Dense(w: [[1, -1], [0.5, 2]], b: [0, -1]), b: Relu()), b: Dense(w: [[1, 1]], b: [0.25]))
print(net([2, 1]), net.parameterCount)
class Module { var name: String { String(describing: type(of: self)) }; var children: [Module] { [] }
  func describe(_ depth: Int = 0) -> String { String(repeating: "  ", count: depth) + name + "\n" + children.map { $0.describe(depth + 1) }.joined() } }
class Linear: Module { let i: Int, o: Int; init(_ i: Int, _ o: Int) { self.i = i; self.o = o }
  override var name: String { "\(super.name)(\(i), \(o))" } }
final class Sequential: Module { private let layers: [Module]; init(_ layers: Module...) { self.layers = layers }
  override var children: [Module] { layers } }
print(Sequential(Linear(2, 3), Sequential(Linear(3, 1))).describe(), terminator: "")
protocol Visitor { associatedtype Result; mutating func visit(_ n: Node) -> Result }
indirect enum Node { case leaf(Int), pair(Node, Node) 
  func accept<V: Visitor>(_ v: inout V) -> V.Result { v.visit(self) } }
struct Sum: Visitor { var visited = 0; mutating func visit(_ n: Node) -> Int { visited += 1; switch n { case .leaf(let v): return v; case let .pair(l, r): return l.accept(&self) + r.accept(&self) } } }
var s = Sum(); print(Node.pair(.leaf(1), .pair(.leaf(2), .leaf(3))).accept(&s), s.visited)
struct Observer<T> { var handlers: [(T) -> Void] = []; mutating func on(_ f: @escaping (T) -> Void) { handlers.append(f) }; func emit(_ x: T) { handlers.forEach { $0(x) } } }
var o = Observer<(Int, String)>(); o.on { print($0.0, $0.1) }; o.on { n, s in print(s, n) }; o.emit((1, "x"))
struct Cache<K: Hashable, V> { private var store: [K: V] = [:]; private(set) var hits = 0
  mutating func get(_ k: K, _ make: (K) -> V) -> V { if let v = store[k] { hits += 1; return v }; let v = make(k); store[k] = v; return v } }
var c = Cache<Int, String>(); print(c.get(1) { "v\($0)" }, c.get(1) { _ in "no" }, c.hits)
func memo<A: Hashable, B>(_ f: @escaping ((A) -> B, A) -> B) -> (A) -> B { var m: [A: B] = [:]; func g(_ a: A) -> B { if let b = m[a] { return b }; let b = f(g, a); m[a] = b; return b }; return g }
print(memo { (fib: (Int) -> Int, n: Int) in n < 2 ? n : fib(n - 1) + fib(n - 2) }(40))
extension Collection { func pairs() -> [(Element, Element)] { zip(self, dropFirst()).map { ($0, $1) } } }
print([1, 2, 3].pairs().map { $1 - $0 }, "abc".pairs().map { "\($0)\($1)" })
extension Dictionary where Value: Comparable { func top(_ n: Int) -> [Key] { sorted { $0.value > $1.value }.prefix(n).map(\.key) } }
print(["a": 1, "b": 3, "c": 2].top(2))
extension Sequence { func count(where p: (Element) -> Bool) -> Int { reduce(0) { $0 + (p($1) ? 1 : 0) } } ; func group<K: Hashable>(by k: (Element) -> K) -> [K: [Element]] { Dictionary(grouping: self, by: k) } }
print((1...10).count { $0 % 3 == 0 }, (1...6).group { $0 % 2 }.mapValues { $0.reduce(0, +) }.sorted { $0.key < $1.key }.map { $0.value })
