// Bisection, Simpson, Euler, Runge–Kutta, interpolation.
import Foundation
func bisect(_ f: (Double) -> Double, _ lo: Double, _ hi: Double) -> Double {
    var (a, b) = (lo, hi)
    for _ in 0..<60 { let m = (a + b) / 2; if f(a) * f(m) <= 0 { b = m } else { a = m } }
    return (a + b) / 2
}
print((bisect({ $0 * $0 - 2 }, 0, 2) * 1e10).rounded() / 1e10, (bisect(cos, 1, 2) - Double.pi / 2).magnitude < 1e-12)
func simpson(_ f: (Double) -> Double, _ a: Double, _ b: Double, n: Int = 100) -> Double {
    let h = (b - a) / Double(n)
    var sum = f(a) + f(b)
    for i in 1..<n { sum += f(a + Double(i) * h) * (i % 2 == 0 ? 2 : 4) }
    return sum * h / 3
}
print(String(format: "%.8f %.8f", simpson(sin, 0, .pi), simpson({ exp(-$0 * $0) }, -3, 3)))
typealias Slope = (Double, Double) -> Double
func euler(_ f: Slope, y: Double, h: Double, steps: Int) -> Double { (0..<steps).reduce(y) { y, i in y + h * f(Double(i) * h, y) } }
func rungeKutta(_ f: Slope, y: Double, h: Double, steps: Int) -> Double {
    var y = y
    for i in 0..<steps {
        let t = Double(i) * h
        let k1 = f(t, y), k2 = f(t + h / 2, y + h / 2 * k1), k3 = f(t + h / 2, y + h / 2 * k2), k4 = f(t + h, y + h * k3)
        y += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    }
    return y
}
print(String(format: "%.4f %.8f %.8f", euler({ _, y in y }, y: 1, h: 0.1, steps: 10), rungeKutta({ _, y in y }, y: 1, h: 0.1, steps: 10), M_E))
func interpolate(_ points: [(x: Double, y: Double)], at x: Double) -> Double {
    points.indices.reduce(0) { sum, i in sum + points.indices.filter { $0 != i }.reduce(points[i].y) { $0 * (x - points[$1].x) / (points[i].x - points[$1].x) } }
}
print(interpolate([(0, 1), (1, 3), (2, 9)], at: 1.5))
