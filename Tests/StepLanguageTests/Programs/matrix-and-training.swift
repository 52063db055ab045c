// A matrix type, a training loop, softmax, confusion, running means.
struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, cols: Int
    var data: [Double]
    init(_ r: [[Double]]) { rows = r.count; cols = r.first?.count ?? 0; data = r.flatMap { $0 } }
    init(rows: Int, cols: Int, fill: Double = 0) { self.rows = rows; self.cols = cols; data = [Double](repeating: fill, count: rows * cols) }
    subscript(i: Int, j: Int) -> Double { get { data[i * cols + j] } set { data[i * cols + j] = newValue } }
    var transposed: Matrix { var m = Matrix(rows: cols, cols: rows); for i in 0..<rows { for j in 0..<cols { m[j, i] = self[i, j] } }; return m }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.cols == b.rows)
        var m = Matrix(rows: a.rows, cols: b.cols)
        for i in 0..<a.rows { for j in 0..<b.cols { m[i, j] = (0..<a.cols).map { a[i, $0] * b[$0, j] }.reduce(0, +) } }
        return m
    }
    static func * (k: Double, m: Matrix) -> Matrix { var r = m; r.data = m.data.map { k * $0 }; return r }
    static func - (a: Matrix, b: Matrix) -> Matrix { var r = a; r.data = zip(a.data, b.data).map { $0 - $1 }; return r }
    var description: String { (0..<rows).map { i in (0..<cols).map { String(self[i, $0]) }.joined(separator: " ") }.joined(separator: "\n") }
}
let a = Matrix([[1, 2], [3, 4]])
print(a * a.transposed); print(2 * a - a == a); print((0.5 * a).data)
var w = [0.0, 0.0], lr = 0.1
let data: [(x: [Double], y: Double)] = [([1, 2], 5), ([2, 1], 4), ([3, 3], 9)]
for epoch in 0..<3 {
    var loss = 0.0
    for (x, y) in data {
        let p = zip(w, x).map(*).reduce(0, +)
        let err = p - y
        loss += err * err
        for j in w.indices { w[j] -= lr * 0.1 * 2 * err * x[j] }
    }
    print(epoch, (loss / Double(data.count) * 1000).rounded() / 1000, w.map { ($0 * 100).rounded() / 100 })
}
func softmax(_ z: [Double]) -> [Double] { let m = z.max() ?? 0; let e = z.map { ($0 - m) * ($0 - m) + 1 }; let s = e.reduce(0, +); return e.map { $0 / s } }
print(softmax([1, 2, 3]).map { ($0 * 1000).rounded() / 1000 })
let preds = [0.9, 0.2, 0.6], labels = [1, 0, 0]
let acc = Double(zip(preds, labels).filter { ($0 > 0.5 ? 1 : 0) == $1 }.count) / Double(labels.count)
print((acc * 100).rounded())
let confusion = zip(preds, labels).reduce(into: [[0, 0], [0, 0]]) { m, pl in m[pl.1][pl.0 > 0.5 ? 1 : 0] += 1 }
print(confusion)
let mx = preds.enumerated().max { $0.element < $1.element }!.offset; print(mx)
let oneHot = labels.map { l in (0..<2).map { $0 == l ? 1.0 : 0.0 } }; print(oneHot)
let cum = preds.reduce(into: [Double]()) { $0.append(($0.last ?? 0) + $1) }; print(cum.map { ($0 * 10).rounded() / 10 })
let ema = preds.reduce((0.0, [Double]())) { s, x in let v = 0.9 * s.0 + 0.1 * x; return (v, s.1 + [v]) }.1; print(ema.map { Int($0 * 10000) })
