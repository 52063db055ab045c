// Result builders: views of generic types, either of two, arrays, partial blocks, opaque results, throwing closures.
protocol View { associatedtype Body: View; var body: Body { get }; func draw(_ depth: Int) -> [String] }
extension View { func draw(_ depth: Int) -> [String] { body.draw(depth) } }
extension Never: View { var body: Never { fatalError() } }
struct Text: View { let text: String; init(_ text: String) { self.text = text }; var body: Never { fatalError() }
    func draw(_ depth: Int) -> [String] { [String(repeating: " ", count: depth) + text] } }
struct Empty: View { var body: Never { fatalError() }; func draw(_ depth: Int) -> [String] { [] } }
struct Two<A: View, B: View>: View { let a: A, b: B; var body: Never { fatalError() }
    func draw(_ depth: Int) -> [String] { a.draw(depth) + b.draw(depth) } }
struct Three<A: View, B: View, C: View>: View { let a: A, b: B, c: C; var body: Never { fatalError() }
    func draw(_ depth: Int) -> [String] { a.draw(depth) + b.draw(depth) + c.draw(depth) } }
enum Choice<A: View, B: View>: View { case first(A), second(B); var body: Never { fatalError() }
    func draw(_ depth: Int) -> [String] { switch self { case .first(let a): return a.draw(depth); case .second(let b): return b.draw(depth) } } }
struct Maybe<A: View>: View { let a: A?; var body: Never { fatalError() }; func draw(_ depth: Int) -> [String] { a?.draw(depth) ?? [] } }
struct Many<A: View>: View { let all: [A]; var body: Never { fatalError() }; func draw(_ depth: Int) -> [String] { all.flatMap { $0.draw(depth) } } }
@resultBuilder enum ViewBuilder {
    static func buildBlock() -> Empty { Empty() }
    static func buildBlock<A: View>(_ a: A) -> A { a }
    static func buildBlock<A: View, B: View>(_ a: A, _ b: B) -> Two<A, B> { Two(a: a, b: b) }
    static func buildBlock<A: View, B: View, C: View>(_ a: A, _ b: B, _ c: C) -> Three<A, B, C> { Three(a: a, b: b, c: c) }
    static func buildOptional<A: View>(_ a: A?) -> Maybe<A> { Maybe(a: a) }
    static func buildEither<A: View, B: View>(first a: A) -> Choice<A, B> { .first(a) }
    static func buildEither<A: View, B: View>(second b: B) -> Choice<A, B> { .second(b) }
    static func buildArray<A: View>(_ all: [A]) -> Many<A> { Many(all: all) }
}
struct Stack<Content: View>: View {
    let title: String
    let content: Content
    init(_ title: String, @ViewBuilder content: () -> Content) { self.title = title; self.content = content() }
    var body: Never { fatalError() }
    func draw(_ depth: Int) -> [String] { [String(repeating: " ", count: depth) + title + ":"] + content.draw(depth + 2) }
}
struct Screen: View {
    var user: String?
    var items: [(String, Int)]
    @ViewBuilder var body: some View {
        let count = items.count
        if let user {
            Text("hello \(user)")
        } else {
            Stack("login") { Text("who are you?") }
        }
        Stack("items") {
            Text("\(count) items")
            for (name, price) in items {
                if price > 100 {
                    Text("\(name)!")
                    Text("  expensive")
                } else if price > 10 {
                    Text(name)
                } else {
                    Text("\(name) is free")
                }
            }
        }
        footer(count)
    }
    @ViewBuilder func footer(_ n: Int) -> some View {
        switch n {
        case 0: Text("none")
        case 1, 2:
            Text("few")
            Text("---")
        case let many where many > 3: Text("many: \(many)")
        default: Empty()
        }
    }
}
for screen in [Screen(user: nil, items: []), Screen(user: "Ada", items: [("pen", 5), ("car", 1000), ("book", 20)]), Screen(user: "Bo", items: Array(repeating: ("x", 1), count: 4))] {
    print(screen.draw(0).joined(separator: "\n"))
}
print(type(of: Stack("t") { if true { Text("a") }; Text("b") }))

protocol Summing {}
extension Summing {
    static func buildExpression(_ n: Int) -> Int { n }
    static func buildExpression(_ text: String) -> Int { text.count }
    static func buildExpression(_ n: Int?) -> Int { n ?? 0 }
    static func buildExpression(_ void: Void) -> Int { 0 }
    static func buildOptional(_ n: Int?) -> Int { n ?? -1000 }
    static func buildEither(first: Int) -> Int { first }
    static func buildEither(second: Int) -> Int { second }
    static func buildArray(_ all: [Int]) -> Int { all.reduce(0, +) }
}
@resultBuilder struct Plain: Summing {
    static func buildPartialBlock(first: Int) -> Int { first }
    static func buildPartialBlock(accumulated: Int, next: Int) -> Int { accumulated + next }
}
@resultBuilder struct Sum: Summing {
    static func buildPartialBlock(first: Int) -> Int { first }
    static func buildPartialBlock(accumulated: Int, next: Int) -> Int { accumulated + next }
    static func buildFinalResult(_ n: Int) -> String { "sum \(n)" }
}
func sum(@Plain _ make: () throws -> Int) rethrows -> Int { try make() }
func text(_ prefix: String = "", @Sum _ make: (Int) -> String) -> String { prefix + make(7) }
struct Failure: Error {}
func check(_ n: Int) throws -> Int { if n > 2 { throw Failure() }; return n }
var log: [String] = []
print(sum { 1; "four"; Optional(5); Int("x"); log.append("in"); 2 * 3 }, log)
print(text { $0; "abc" }, text("p ") { n in let double = n * 2; double; for i in 0..<3 where i != 1 { i * 100 } })
do { print(try sum { 1; try check(2) }); print(try sum { 1; try check(3); 5 }) } catch { print("caught", error) }
print(sum { return 12 })
class Recipe {
    var steps: [() -> String] = []
    var n = 1
    @discardableResult func step(@Sum _ make: @escaping () -> String) -> Recipe { steps.append(make); return self }
    @Plain static func fixed(_ a: Int) -> Int { a; if a > 5 { 1000 } }
    @Plain var total: Int { n; n * 10; do { n * 100; "abc" } }
}
let recipe = Recipe()
recipe.step { recipe.n; "x" }
recipe.step { [n = recipe.n] in n; n }
recipe.n = 50
print(recipe.steps.map { $0() }, Recipe.fixed(6), Recipe.fixed(2), recipe.total)
func nested(@Plain _ make: () -> Int) -> Int { make() }
print(nested { 1; nested { 2; nested { for i in 1...3 { if i % 2 == 1 { i } } } }; [1, 2].map { $0 * 2 }.count })
func local() -> String {
    @Sum func inner(_ a: Int) -> String { a; a }
    var seen = 0
    func add(_ n: Int) -> Int { seen += n; return seen }
    return inner(4) + " " + text { _ in add(1); add(2); switch seen { case 3: "three"; default: 0 } }
}
print(local())
