// Parameters that are autoclosures with a default.
func pick(_ m: @autoclosure () -> String = "none", or n: @autoclosure () -> Int = 1 + 1, _ x: @autoclosure () -> Double = 2.5) -> String {
    "\(m()) \(n()) \(x())"
}
print(pick(), pick("a"), pick(or: 7), pick("b", or: 8, 1))
func check(_ condition: @autoclosure () -> Bool = true, _ text: @autoclosure () -> String = String(repeating: "x", count: 3)) {
    print(condition() ? text() : "no")
}
check()
check(false)
func safe(_ x: Int) -> Int {
    if x > 0 { return x }
    fatalError()
}
print(safe(3))
assert(safe(1) == 1)
precondition(safe(2) == 2)
struct Lazy { let make: () -> Int; init(_ make: @autoclosure @escaping () -> Int = 5) { self.make = make } }
print(Lazy().make(), Lazy(9).make())
