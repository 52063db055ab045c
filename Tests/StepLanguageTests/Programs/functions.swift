// Labels, defaults, variadics, inout, nested functions, tuples, functions as values.
func greet(_ name: String, from place: String = "here", times: Int = 1) -> String {
    String(repeating: "Hello \(name) from \(place). ", count: times)
}
print(greet("Ada"))
print(greet("Bob", times: 2))
print(greet("Cy", from: "there"))
func sum(_ values: Double..., scale: Double = 1) -> Double { values.reduce(0, +) * scale }
print(sum(), sum(1, 2, 3), sum(1, 2, scale: 10))
func minMax(_ a: [Int]) -> (min: Int, max: Int)? {
    guard var low = a.first else { return nil }
    var high = low
    for x in a.dropFirst() { if x < low { low = x }; if x > high { high = x } }
    return (low, high)
}
let range = minMax([3, 1, 4, 1, 5])!
print(range.min, range.max, range, minMax([]) as Any)
func swapTwo<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var p = 1, q = 2
swapTwo(&p, &q)
print(p, q)
var list = [1, 2, 3]
swap(&p, &list[0])
list.swapAt(1, 2)
print(p, list)
func outer(_ n: Int) -> Int {
    func inner(_ k: Int) -> Int { k <= 1 ? 1 : k * inner(k - 1) }
    return inner(n)
}
print(outer(10))
func apply(_ f: (Int) -> Int, to x: Int) -> Int { f(x) }
print(apply({ $0 + 1 }, to: 1), apply(outer, to: 5), apply(abs, to: -3))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose({ $0 * 2 }, { "<\($0)>" })(21))
let operation: (Double, Double) -> Double = (*)
print(operation(3, 4), [1, 2, 3].reduce(1, *), ["b", "a"].sorted(by: >))
@discardableResult func noisy() -> Int { print("noisy"); return 1 }
noisy()
_ = noisy()
