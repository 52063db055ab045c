// A matrix type with operators, subscripts and printing.
import Foundation
struct Matrix: Equatable, CustomStringConvertible {
    let rows: Int, columns: Int
    var values: [Double]
    init(_ rows: [[Double]]) { self.rows = rows.count; columns = rows[0].count; values = rows.flatMap { $0 } }
    init(rows: Int, columns: Int, fill: Double = 0) { self.rows = rows; self.columns = columns; values = Array(repeating: fill, count: rows * columns) }
    static func identity(_ n: Int) -> Matrix { var m = Matrix(rows: n, columns: n); for i in 0..<n { m[i, i] = 1 }; return m }
    subscript(r: Int, c: Int) -> Double { get { values[r * columns + c] } set { values[r * columns + c] = newValue } }
    var transposed: Matrix { var m = Matrix(rows: columns, columns: rows); for r in 0..<rows { for c in 0..<columns { m[c, r] = self[r, c] } }; return m }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        precondition(a.columns == b.rows)
        var out = Matrix(rows: a.rows, columns: b.columns)
        for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { out[i, j] += a[i, k] * b[k, j] } } }
        return out
    }
    static func + (a: Matrix, b: Matrix) -> Matrix { var m = a; for i in m.values.indices { m.values[i] += b.values[i] }; return m }
    static func * (k: Double, a: Matrix) -> Matrix { var m = a; m.values = a.values.map { k * $0 }; return m }
    var description: String { (0..<rows).map { r in (0..<columns).map { String(format: "%6.2f", self[r, $0]) }.joined() }.joined(separator: "\n") }
}
let a = Matrix([[1, 2], [3, 4]]), b = Matrix([[0, 1], [1, 0.5]])
print(a * b, a.transposed, 2 * a + b, separator: "\n--\n")
print(a * .identity(2) == a, (a * b).transposed == b.transposed * a.transposed)
