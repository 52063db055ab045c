// Literals in closures over Double, Float and Int; means, errors, norms.
let xs = [1.0, 2.0, 3.5]
let n = xs.count
let errors = xs.map { $0 - 2 }
let squares = errors.map { $0 * $0 }
print(squares)
let mse = errors.map { $0 * $0 }.reduce(0, +) / Double(n)
print(mse)
let doubled = xs.map { $0 * 2 }.reduce(0, +) / Double(n)
print(doubled)
let scaled = xs.map { 2 * $0 + 30 }
print(scaled)
let half = xs.map { ($0 - 1) / 2 }
print(half)
let w = 0.5
let b = 1
let preds = xs.map { w * $0 + Double(b) }
print(preds)
let loss = zip(preds, xs).map { p, y in (p - y) * (p - y) }.reduce(0, +) / Double(xs.count)
print(loss)
let grad = zip(preds, xs).map { 2 * ($0 - $1) * $1 }.reduce(0, +) / Double(n)
print(grad)
let ints = [1, 2, 3].map { $0 * $0 }
print(ints)
let mixed = [1, 2, 3].map { Double($0) / 2 }
print(mixed)
let fs: [Float] = [1, 2, 3]
print(fs.map { $0 / 4 + 1 })
let means = [[1.0, 2.0], [3.0, 4.0]].map { row in row.reduce(0, +) / Double(row.count) }
print(means)
let centered = [[1.0, 2.0], [3.0, 4.0]].map { row -> [Double] in
    let m = row.reduce(0, +) / Double(row.count)
    return row.map { $0 - m }
}
print(centered)
func sigmoid(_ x: Double) -> Double { 1 / (1 + x * x) }
print(xs.map(sigmoid), xs.map { sigmoid(-$0) })
let norm = xs.map { $0 * $0 }.reduce(0) { $0 + $1 }.squareRoot()
print(norm)
print((0..<5).map { Double($0) * 0.1 }.map { ($0 * 100).rounded() / 100 })
print((1...4).map { 1.0 / Double($0) }.reduce(0, +) > 2)
let best = xs.max()! - xs.min()!
print(best, xs.reduce(-Double.infinity) { max($0, $1) })
let table = (1...3).map { i in (1...3).map { j in i * j } }
print(table, table.flatMap { $0 }.reduce(0, +))
let norms = table.map { r in r.map { Double($0 * $0) }.reduce(0, +).squareRoot() }
print(norms.map { Int($0 * 1000) })
var v = 0.0
for x in xs { v += (x - 1) * (x - 1) * 0.5 }
print(v)
let t = (0..<3).map { Float($0) * 0.5 - 1 }
print(t)
let softmaxish = { (zs: [Double]) -> [Double] in let s = zs.reduce(0, +); return zs.map { $0 / s } }
print(softmaxish(xs).map { ($0 * 1000).rounded() / 1000 })
