// What an index reads is read before the value to its right is evaluated.
var i = 0
func next() -> Int { i += 1; return i }
var a = [0, 0, 0, 0, 0]
a[i] = next()
a[i] += next() * 10
print(a, i)
struct Stack {
    var items = [Int](repeating: 0, count: 5), top = 0
    mutating func bump() -> Int { top += 1; return top * 7 }
    mutating func run() { items[top] = bump(); items[top] += bump() }
}
var s = Stack()
s.run()
print(s.items, s.top)
class Machine {
    var memory = [1, 2, 3, 4, 5], pc = 0
    func fetch() -> Int { pc += 1; return memory[pc] * 100 }
    func run() { memory[pc] = fetch(); memory[pc] = fetch() }
}
let m = Machine(); m.run(); print(m.memory, m.pc)
func local() {
    var j = 0
    func up(_ x: inout Int) -> Int { x += 1; return x }
    var b = [0, 0, 0, 0]
    b[j] = up(&j)
    b[j] = up(&j) + j
    var grid = [[0, 0], [0, 0]]
    grid[j - 1][j - 2] = up(&j)
    print(b, j, grid)
}
local()
func pair(_ x: inout Int, _ y: Int) { x += y }
var k = 0
func nextK() -> Int { k += 1; return k }
var c = [0, 0, 0]
pair(&c[k], nextK())
c.append(nextK())
c[k - 1] = c[k] + nextK()
c.swapAt(0, 1)
print(c, k)
var d: [String: Int] = [:]
var key = "a"
func rekey() -> Int { key += "b"; return key.count }
d[key, default: 0] += rekey()
d[key] = rekey()
print(d.sorted { $0.key < $1.key }, String(42), String(-7), String(k, radix: 2))
func g(_ n: Int) -> Int { n < 1 ? 0 : g(n - 1) + 1 }
func h(_ n: Int) -> Double { if n <= 0 { return 0.5 }; return h(n + -1) * 2 }
func w(_ n: Int) -> String { guard n != 0 else { return "." }; return w(n - 1) + String(n) }
print(g(10), h(3), w(5))
