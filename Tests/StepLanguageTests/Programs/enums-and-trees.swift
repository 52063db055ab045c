// Indirect enums, raw values, patterns, a search tree.
enum Expr { indirect case add(Expr, Expr), mul(Expr, Expr); case num(Double); case name(String) }
func eval(_ e: Expr, _ env: [String: Double] = [:]) -> Double? {
    switch e {
    case .num(let v): return v
    case .name(let n): return env[n]
    case let .add(a, b):
        guard let x = eval(a, env), let y = eval(b, env) else { return nil }
        return x + y
    case let .mul(a, b):
        guard let x = eval(a, env), let y = eval(b, env) else { return nil }
        return x * y
    }
}
let e = Expr.add(.num(2), .mul(.num(3), .name("x")))
print(eval(e, ["x": 4]) ?? .nan, eval(e) == nil)
enum Planet: Int, CaseIterable { case mercury = 1, venus, earth, mars }
print(Planet.allCases.map { "\($0)=\($0.rawValue)" }, Planet(rawValue: 3)!, Planet(rawValue: 9) as Any)
enum Suit: String, CaseIterable, Comparable { case clubs, hearts
  static func < (l: Suit, r: Suit) -> Bool { l.rawValue < r.rawValue }
  var symbol: Character { switch self { case .clubs: return "♣"; case .hearts: return "♥" } } }
print(Suit.allCases.sorted(by: >).map(\.symbol), Suit(rawValue: "hearts")?.symbol ?? "?")
enum Shape { case circle(radius: Double), rect(w: Double, h: Double), empty
  var area: Double { switch self { case .circle(let r): 3.0 * r * r; case .rect(let w, let h): w * h; case .empty: 0 } }
  mutating func grow(_ k: Double) { switch self { case .circle(let r): self = .circle(radius: r * k); case .rect(let w, let h): self = .rect(w: w * k, h: h * k); case .empty: break } } }
var sh = Shape.rect(w: 2, h: 3)
sh.grow(2); print(sh, sh.area, Shape.empty)
if case .rect(let w, _) = sh, w > 3 { print("wide", w) }
guard case let .rect(_, h) = sh else { fatalError() }
print(h)
let list: [Shape] = [.circle(radius: 1), .empty, .rect(w: 1, h: 1)]
for case .circle(let r) in list { print("r", r) }
print(list.filter { if case .empty = $0 { return false } else { return true } }.count)
let opt: Int? = 5
switch opt { case .some(let x) where x > 3: print("big", x); case .some: print("small"); case .none: print("nil") }
switch (opt, true) { case (let x?, true): print(x); case (nil, _): print("none"); default: print("d") }
enum Tree<T: Comparable> { case leaf; indirect case node(Tree<T>, T, Tree<T>)
  func inserting(_ v: T) -> Tree<T> { switch self { case .leaf: return .node(.leaf, v, .leaf)
    case let .node(l, x, r): if v < x { return .node(l.inserting(v), x, r) } else { return .node(l, x, r.inserting(v)) } } }
  var sorted: [T] { switch self { case .leaf: return []; case let .node(l, x, r): return l.sorted + [x] + r.sorted } } }
print([5, 2, 8, 1].reduce(Tree.leaf) { $0.inserting($1) }.sorted)
