// What closures keep and when.
var log: [String] = []
func track(_ s: String) -> String { log.append(s); return s }
let lazy1 = { track("a") + track("b") }
print(log)
print(lazy1(), log)
var x = 1
let byRef = { x }, byValue = { [x] in x }, renamed = { [y = x + 10] in y }
x = 5
print(byRef(), byValue(), renamed())
func make(_ n: Int) -> [() -> Int] {
    var count = n
    return [{ count += 1; return count }, { count *= 2; return count }]
}
let f = make(1)
print(f[0](), f[1](), f[0](), make(10)[1]())
var fs: [() -> Void] = []
for (i, word) in ["x", "y"].enumerated() {
    var local = i
    fs.append { local += 1; print(word, i, local) }
}
fs[0](); fs[0](); fs[1]()
struct S { var n = 1; func later() -> () -> Int { { n } } }
var s = S()
let g = s.later()
s.n = 9
print(g(), s.later()())
class C { var n = 1; func later() -> () -> Int { { self.n } } }
let c = C()
let h = c.later()
c.n = 9
print(h())
