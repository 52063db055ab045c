// Globals, functions that use them, shadowing by parameters, nested functions that capture.
let base = 10
var log = ""
func note(_ s: String) { log += s + ";" }
func compute(_ base: Int) -> Int { note("compute \(base)"); return base * factor }
let factor = 3
print(compute(base), compute(2), log)
func counterPair() -> (up: () -> Int, down: () -> Int) { var n = 0; func up() -> Int { n += 1; return n }; func down() -> Int { n -= 1; return n }; return (up, down) }
let c = counterPair(), other = counterPair()
print(c.up(), c.up(), c.down(), other.down())
func forward(_ n: Int) -> Int { n > 0 ? backward(n - 1) + 1 : 0 }
func backward(_ n: Int) -> Int { n > 0 ? forward(n - 1) + 10 : 100 }
print(forward(5))
var total = 0
do { let local = 5; func addLocal() { total += local }; addLocal(); addLocal() }
print(total)
func defaults(_ a: Int = base, b: Int = base * 2, _ c: () -> Int = { 1 }) -> Int { a + b + c() }
print(defaults(), defaults(1), defaults(1, b: 2), defaults(b: 0) { 7 })
for i in 0..<2 { func square() -> Int { i * i }; print(square(), terminator: " ") }
print({ $0 + base }(5), { (a: Int, b: Int) in a - b }(3, 1))
