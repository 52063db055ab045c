// Fit a line by gradient descent.
let xs = [1.0, 2, 3, 4, 5]
let ys = xs.map { 2 * $0 + 1 }
var w = 0.0, b = 0.0
let rate = 0.02
func loss(_ w: Double, _ b: Double) -> Double {
    zip(xs, ys).map { x, y in let e = w * x + b - y; return e * e }.reduce(0, +) / Double(xs.count)
}
print("start", loss(w, b))
for epoch in 1...400 {
    var gw = 0.0, gb = 0.0
    for (x, y) in zip(xs, ys) {
        let error = w * x + b - y
        gw += 2 * error * x
        gb += 2 * error
    }
    w -= rate * gw / Double(xs.count)
    b -= rate * gb / Double(xs.count)
    if epoch % 100 == 0 { print(epoch, loss(w, b) < 0.1) }
}
print((w * 100).rounded() / 100, (b * 10).rounded() / 10)
