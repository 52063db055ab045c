// Logistic regression on one feature.
import Foundation
let hours = [0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0]
let passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 1]
var (w, b) = (0.0, 0.0)
func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
for _ in 0..<2000 {
    var (dw, db) = (0.0, 0.0)
    for i in hours.indices {
        let error = sigmoid(w * hours[i] + b) - Double(passed[i])
        dw += error * hours[i]
        db += error
    }
    w -= 0.05 * dw
    b -= 0.05 * db
}
print(String(format: "w = %.3f, b = %.3f, boundary at %.2f h", w, b, -b / w))
let predictions = hours.map { sigmoid(w * $0 + b) >= 0.5 ? 1 : 0 }
let accuracy = Double(zip(predictions, passed).filter { $0 == $1 }.count) / Double(passed.count)
print(String(format: "%.1f%%", accuracy * 100), predictions)
