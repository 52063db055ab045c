// Access control, shadowing, nested scopes, typealiases, self in closures.
struct Safe {
    private var code: Int
    private(set) var attempts = 0
    fileprivate let hint = "small"
    init(code: Int) { self.code = code }
    mutating func open(_ guess: Int) -> Bool { attempts += 1; return guess == code }
}
var safe = Safe(code: 7)
print(safe.open(1), safe.open(7), safe.attempts, safe.hint)
let x = 1
do {
    let x = "inner"
    print(x)
    do { let x = 2.5; print(x) }
}
print(x)
func shadow(_ x: Int) -> Int {
    var x = x
    x += 1
    if let x = Optional(x * 2) { return x }
    return x
}
print(shadow(4))
typealias Predicate<T> = (T) -> Bool
let positive: Predicate<Int> = { $0 > 0 }
print([1, -1].filter(positive))
for i in 0..<2 { let x = i * 10; print(x, terminator: " ") }
print(x)
class Counter {
    var n = 0
    func step() -> Counter { n += 1; return self }
    func later() -> () -> Int { { self.n + 1 } }
}
let c = Counter()
print(c.step().step().n, c.later()())
enum Math { static func square(_ x: Int) -> Int { x * x }; static let two = 2 }
print(Math.square(Math.two))
func outerFunction() -> Int { let helper = 3; func add(_ y: Int) -> Int { helper + y }; return add(add(1)) }
print(outerFunction())
let `class` = "keyword"
print(`class`)
