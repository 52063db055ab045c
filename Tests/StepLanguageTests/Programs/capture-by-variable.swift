// Closures capture variables, not values; capture lists copy.
var counter = 0
let increment = { counter += 1 }
increment()
increment()
print(counter)
counter = 10
let read = { counter }
let frozen = { [counter] in counter }
counter = 20
print(read(), frozen())
func makeCounter() -> () -> Int {
    var n = 0
    return { n += 1; return n }
}
let first = makeCounter()
let second = makeCounter()
print(first(), first(), second(), first())
func pair() -> (get: () -> Int, set: (Int) -> Void) {
    var value = 1
    return ({ value }, { value = $0 })
}
let p = pair()
p.set(42)
print(p.get())
var actions: [() -> Void] = []
for i in 1...3 {
    actions.append { print("turn", i, terminator: " ") }
}
for action in actions { action() }
print()
var stored: [() -> Int] = []
var k = 0
while k < 3 {
    let square = k * k
    stored.append { square + k }
    k += 1
}
print(stored.map { $0() })
func adder(_ amount: Int) -> (Int) -> Int { { $0 + amount } }
print(adder(3)(4))
