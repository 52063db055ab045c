// Tuples: labels, comparison, decomposition, swapping, as results and elements.
let point = (x: 3, y: 4)
print(point.x, point.1, point)
let (a, b) = point
print(a + b)
var (p, q) = (1, 2)
(p, q) = (q, p + q)
print(p, q)
let (_, second, (third, _)) = (1, "two", (3.0, true))
print(second, third)
print((1, 2) == (1, 2), (1, "b") < (1, "c"), (2, 0) > (1, 99), (1, 2, 3) != (1, 2, 4))
func stats(_ v: [Double]) -> (mean: Double, variance: Double) {
    let m = v.reduce(0, +) / Double(v.count)
    return (m, v.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(v.count))
}
let s = stats([2, 4, 4, 4, 5, 5, 7, 9])
print(s.mean, s.variance, s)
var nested = (a: (1, 2), b: [3])
nested.a.0 = 10
nested.b.append(4)
print(nested)
let list = [(name: "x", value: 2), (name: "y", value: 1)]
print(list.sorted { $0.value < $1.value }.map(\.name), list[0], list.map { $0.value }.reduce(0, +))
let unlabelled: (Int, Int) = point
print(unlabelled)
switch point { case (3, let y): print("y is", y); default: print("no") }
typealias Range2 = (low: Int, high: Int)
let r: Range2 = (1, 5)
print(r.low, r.high, r)
let f: ((Int, Int)) -> Int = { $0.0 + $0.1 }
print(f((1, 2)), [(1, 2), (3, 4)].map(f))
