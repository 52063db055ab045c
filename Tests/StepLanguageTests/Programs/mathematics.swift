// Foundation's mathematics.
import Foundation
print(sqrt(2.0), pow(2.0, 10.0), pow(2.0, 0.5), exp(1.0), log(10.0), log2(8.0), log10(1000.0))
print(sin(0.5), cos(0.5), tan(0.5), asin(0.5), acos(0.5), atan(1.0), atan2(1.0, -1.0))
print(sinh(1.0), cosh(1.0), tanh(0.5))
print(cbrt(27.0), hypot(3.0, 4.0), fabs(-2.5), exp2(3.0), log1p(1e-10), expm1(1e-10))
print(fmod(7.5, 2.0), fmod(-7.5, 2.0), fmin(1.0, 2.0), fmax(1.0, 2.0))
let angle = 30.0 * Double.pi / 180
print((sin(angle) * 1000).rounded() / 1000)
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
print([-2.0, 0, 2].map(sigmoid))
func distance(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let dx = a.0 - b.0
    let dy = a.1 - b.1
    return sqrt(dx * dx + dy * dy)
}
print(distance((0, 0), (3, 4)))
let f: Float = 2
print(sqrt(f), pow(f, 3), exp(f), Float.pi / 2)
