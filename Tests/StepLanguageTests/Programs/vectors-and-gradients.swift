// A vector type, numeric gradients, neighbours, activations, a history of losses.
import Foundation
struct Vec { var v: [Double]
  init(_ v: [Double]) { self.v = v }
  init(repeating x: Double, _ n: Int) { v = Array(repeating: x, count: n) }
  static func + (a: Vec, b: Vec) -> Vec { Vec(zip(a.v, b.v).map(+)) }
  static func - (a: Vec, b: Vec) -> Vec { Vec(zip(a.v, b.v).map { $0 - $1 }) }
  static func * (a: Vec, k: Double) -> Vec { Vec(a.v.map { $0 * k }) }
  static func / (a: Vec, k: Double) -> Vec { a * (1 / k) }
  func dot(_ o: Vec) -> Double { zip(v, o.v).reduce(0) { $0 + $1.0 * $1.1 } }
  var norm: Double { sqrt(dot(self)) }
  subscript(i: Int) -> Double { get { v[i] } set { v[i] = newValue } }
}
let a = Vec([3, 4]), b = Vec([1, 2])
print((a + b).v, (a - b).v, (a * 2).v, a.norm, a.dot(b), (a / a.norm).v.map { String(format: "%.2f", $0) })
func gradient(_ f: (Vec) -> Double, at x: Vec, h: Double = 1e-4) -> Vec {
  Vec(x.v.indices.map { i in var p = x, m = x; p[i] += h; m[i] -= h; return (f(p) - f(m)) / (2 * h) }) }
var x = Vec([0, 0])
let f: (Vec) -> Double = { p in pow(p[0] - 1, 2) + 2 * pow(p[1] + 2, 2) }
for step in 1...50 { x = x - gradient(f, at: x) * 0.1; if step % 25 == 0 { print(step, x.v.map { ($0 * 1000).rounded() / 1000 }, String(format: "%.5f", f(x))) } }
let points: [(x: Double, y: Double, label: String)] = [(1, 1, "a"), (1.5, 2, "a"), (8, 8, "b"), (9, 7.5, "b")]
func distance(_ p: (x: Double, y: Double), _ q: (x: Double, y: Double)) -> Double { hypot(p.x - q.x, p.y - q.y) }
func knn(_ q: (x: Double, y: Double), k: Int) -> String {
  let near = points.sorted { distance(($0.x, $0.y), q) < distance(($1.x, $1.y), q) }.prefix(k)
  let votes = Dictionary(grouping: near, by: { $0.label }).mapValues { $0.count }
  return votes.max { $0.value < $1.value }!.key }
print(knn((2, 2), k: 3), knn((8, 7), k: 3))
let xs = stride(from: 0.0, through: 1.0, by: 0.25).map { $0 }
let ys = xs.map { sin(2 * .pi * $0) }
print(ys.map { abs($0) < 1e-9 ? 0 : ($0 * 100).rounded() / 100 })
let mean = ys.reduce(0, +) / Double(ys.count), sd = sqrt(ys.map { pow($0 - mean, 2) }.reduce(0, +) / Double(ys.count - 1))
print(String(format: "%.3f %.3f", abs(mean), sd))
let relu: (Double) -> Double = { max(0, $0) }, layers: [(Double) -> Double] = [relu, tanh, { 1 / (1 + exp(-$0)) }]
print(layers.reduce(0.5) { $1($0) } > 0.5, layers.map { $0(-1) }.map { String(format: "%.3f", $0) })
let history: [(epoch: Int, loss: Double, acc: Double)] = (0..<5).map { e in let d = Double(e); return (epoch: e, loss: 1 / (d + 1), acc: 1 - 1 / (d + 2)) }
for (epoch, loss, acc) in history where epoch % 2 == 0 { print("\(epoch): \(String(format: "%.2f", loss)) \(String(format: "%.1f%%", acc * 100))") }
print(history.map(\.loss).min()!, history.first { $0.acc > 0.7 }?.epoch ?? -1)
