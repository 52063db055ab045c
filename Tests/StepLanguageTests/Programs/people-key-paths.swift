// Key paths, tuples, inout, functions as values, default arguments.
struct Person { let name: String; var age: Int; var email: String? }
var people = [Person(name: "Ann", age: 30, email: nil), Person(name: "Bob", age: 25, email: "b@x"), Person(name: "Cy", age: 30, email: "c@x")]
print(people.map(\.name), people.compactMap(\.email), people.filter { $0.email == nil }.count)
print(people.sorted { ($0.age, $0.name) < ($1.age, $1.name) }.map(\.name))
func sorted<T, K: Comparable>(_ xs: [T], by key: KeyPath<T, K>) -> [T] { xs.sorted { $0[keyPath: key] < $1[keyPath: key] } }
print(sorted(people, by: \.age).map { $0.name })
people[0][keyPath: \.age] += 1
print(people[0].age, people.map { $0.email?.count ?? 0 })
let kp = \Person.email?.count
print(people[1][keyPath: kp] ?? -1)
for i in people.indices { people[i].age += i }
print(people.map { $0.age })
let byAge = Dictionary(grouping: people, by: \.age).mapValues { $0.map(\.name) }
print(byAge.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
let avg = Double(people.map(\.age).reduce(0, +)) / Double(people.count); print(avg)
let (old, young) = people.reduce(into: ([Person](), [Person]())) { if $1.age > 28 { $0.0.append($1) } else { $0.1.append($1) } }
print(old.count, young.count)
let oldest = people.max { $0.age < $1.age }; if let o = oldest, let e = o.email { print(o.name, e) } else { print("none") }
let t = (name: "x", score: 9.5); print(t.name, t.score, t); let (nm, sc) = t; print(nm, sc)
func minMax(_ xs: [Int]) -> (min: Int, max: Int)? { guard let f = xs.first else { return nil }; return xs.reduce((f, f)) { (min($0.0, $1), max($0.1, $1)) } }
if let (lo, hi) = minMax([3, 1, 4]) { print(lo, hi) }
print(minMax([])?.max ?? 0, minMax([2])!.min)
var cache: [Int: Int] = [:]
func fib(_ n: Int) -> Int { if n < 2 { return n }; if let c = cache[n] { return c }; let r = fib(n - 1) + fib(n - 2); cache[n] = r; return r }
print(fib(50))
func swapInts(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
var a = 1, b = 2; swapInts(&a, &b); print(a, b); swap(&a, &b); print(a, b)
func apply(_ n: Int, _ f: (Int) -> Int = { $0 + 1 }) -> Int { f(n) }
print(apply(1), apply(1) { $0 * 10 }, apply(2, { -$0 }))
func counter() -> () -> Int { var c = 0; func inc() -> Int { c += 1; return c }; return inc }
let c1 = counter(), c2 = counter(); print(c1(), c1(), c2())
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }; print(sum(), sum(1, 2, 3))
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": { $0 - $1 }, "max": max]
print(ops["+"]!(1, 2), ops["-"]?(1, 2) ?? 0, ops["max"]!(3, 4), ops["?"] == nil)
