// Currying, partial application, function composition, method references.
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
let add = curry(+) as (Int) -> (Int) -> Int
print(add(2)(3), [1, 2].map(add(10)))
func flip<A, B, C>(_ f: @escaping (A, B) -> C) -> (B, A) -> C { { f($1, $0) } }
print(flip(-)(1, 10))
let twice: (@escaping (Int) -> Int) -> (Int) -> Int = { f in { f(f($0)) } }
print(twice { $0 * 3 }(2))
struct Greeter { let greeting: String; func greet(_ n: String) -> String { greeting + " " + n } }
let g = Greeter(greeting: "Hi").greet
print(["A", "B"].map(g), ["a", "b"].map { $0.uppercased() })
let unbound = Greeter.greet
print(unbound(Greeter(greeting: "Yo"))("C"))
print(["1", "2", "x"].compactMap(Int.init), [1, 2].map(String.init), [1.5, 2.5].map(Int.init), ["a", "b"].map(Character.init))
let pipeline: [(Double) -> Double] = [{ $0 + 1 }, { $0 * 2 }, abs, { $0.squareRoot() }]
print(pipeline.reduce(-9.0) { $1($0) })
func apply<T>(_ n: Int, _ x: T, _ f: (T) -> T) -> T { n == 0 ? x : apply(n - 1, f(x), f) }
print(apply(3, "a") { $0 + $0 }, apply(5, 1) { $0 * 2 })
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": (*), "max": max]
print(ops["*"]!(3, 4), ops["max"]!(3, 4), ops.keys.sorted())
