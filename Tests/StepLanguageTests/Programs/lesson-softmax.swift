// Softmax, cross entropy and one-hot vectors.
import Foundation
func softmax(_ z: [Double]) -> [Double] {
    let m = z.max()!
    let e = z.map { exp($0 - m) }
    let s = e.reduce(0, +)
    return e.map { $0 / s }
}
func oneHot(_ label: Int, classes: Int) -> [Int] { (0..<classes).map { $0 == label ? 1 : 0 } }
func crossEntropy(_ p: [Double], _ label: Int) -> Double { -log(p[label]) }
let logits = [2.0, 1.0, 0.1]
let p = softmax(logits)
print(p.map { String(format: "%.4f", $0) }, p.reduce(0, +) == 1 || abs(p.reduce(0, +) - 1) < 1e-12)
print(oneHot(1, classes: 3), String(format: "%.5f", crossEntropy(p, 0)), p.firstIndex(of: p.max()!)!)
let gradient = zip(p, oneHot(0, classes: 3)).map { $0 - Double($1) }
print(gradient.map { String(format: "%+.3f", $0) }.joined(separator: " "))
print(softmax([1000, 1000]), softmax([0]))
