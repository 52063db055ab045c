// Scaled dot-product attention on small arrays.
import Foundation
typealias Rows = [[Double]]
func matmul(_ a: Rows, _ b: Rows) -> Rows { a.map { row in b[0].indices.map { j in row.indices.reduce(0) { $0 + row[$1] * b[$1][j] } } } }
func transpose(_ a: Rows) -> Rows { a[0].indices.map { j in a.map { $0[j] } } }
func softmax(_ r: [Double]) -> [Double] { let e = r.map { exp($0 - r.max()!) }; let s = e.reduce(0, +); return e.map { $0 / s } }
func attention(_ q: Rows, _ k: Rows, _ v: Rows, causal: Bool = false) -> (out: Rows, weights: Rows) {
    let scale = 1 / Double(q[0].count).squareRoot()
    var scores = matmul(q, transpose(k)).map { $0.map { $0 * scale } }
    if causal { for i in scores.indices { for j in scores[i].indices where j > i { scores[i][j] = -.infinity } } }
    let weights = scores.map(softmax)
    return (matmul(weights, v), weights)
}
let x: Rows = [[1, 0], [0, 1], [1, 1]]
let full = attention(x, x, x), masked = attention(x, x, x, causal: true)
for row in full.weights { print(row.map { String(format: "%.3f", $0) }.joined(separator: " ")) }
for row in masked.weights { print(row.map { String(format: "%.3f", $0) }.joined(separator: " ")) }
print(masked.out[0], masked.weights[0])
