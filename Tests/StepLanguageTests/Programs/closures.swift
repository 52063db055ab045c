// Closure syntax in its forms; trailing closures; escaping ones; recursion through variables.
let numbers = [5, 3, 8, 1]
print(numbers.sorted(by: { (a: Int, b: Int) -> Bool in return a > b }))
print(numbers.sorted { a, b in a > b }, numbers.sorted { $0 > $1 }, numbers.sorted(by: >))
let words = ["apple", "fig", "banana"]
print(words.map { $0.count }, words.map(\.count), words.filter { !$0.isEmpty && $0.count > 3 })
let total = numbers.reduce(0) { partial, x in partial + x }
print(total)
let multi = words.map { word -> String in
    let first = word.first!
    return "\(first)\(word.count)"
}
print(multi)
func repeatAction(_ n: Int, action: (Int) -> Void, finally: () -> Void) {
    for i in 0..<n { action(i) }
    finally()
}
repeatAction(2) { print("step", $0) } finally: { print("done") }
var handlers: [String: (Int) -> Int] = [:]
handlers["double"] = { $0 * 2 }
handlers["square"] = { $0 * $0 }
print(handlers["double"]!(4), handlers["square"]?(5) ?? 0, handlers["none"]?(1) as Any)
var fib: (Int) -> Int = { _ in 0 }
fib = { n in n < 2 ? n : fib(n - 1) + fib(n - 2) }
print(fib(15))
let result: Int = { let a = 2; let b = 3; return a * b }()
print(result)
func lazily(_ condition: Bool, _ value: @autoclosure () -> String) -> String { condition ? value() : "skipped" }
print(lazily(true, "used" + "!"), lazily(false, { print("never"); return "x" }()))
let curried: (Int) -> (Int) -> Int = { a in { b in a - b } }
print(curried(10)(3))
let tuples = [(1, "one"), (2, "two")]
print(tuples.map { $0.1 }, tuples.map { number, name in "\(name)=\(number)" })
