// Complex numbers, Mandelbrot, a discrete Fourier transform.
import Foundation
struct Complex: Equatable, CustomStringConvertible {
    var re, im: Double
    init(_ re: Double, _ im: Double = 0) { self.re = re; self.im = im }
    static let i = Complex(0, 1)
    var modulus: Double { hypot(re, im) }
    var squared: Double { re * re + im * im }
    static func + (a: Self, b: Self) -> Self { .init(a.re + b.re, a.im + b.im) }
    static func - (a: Self, b: Self) -> Self { .init(a.re - b.re, a.im - b.im) }
    static func * (a: Self, b: Self) -> Self { .init(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re) }
    static prefix func - (a: Self) -> Self { .init(-a.re, -a.im) }
    static func += (a: inout Self, b: Self) { a = a + b }
    var description: String { im < 0 ? "\(re)-\(-im)i" : "\(re)+\(im)i" }
}
extension Complex: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral { init(floatLiteral v: Double) { self.init(v) }; init(integerLiteral v: Int) { self.init(Double(v)) } }
let z = Complex(3, 4)
print(z.modulus, z * .i, -z, z + 1, z * 0.5, .i * .i == -1 as Complex)
for y in stride(from: -1.0, through: 1, by: 0.5) {
    print(stride(from: -2.0, through: 0.5, by: 0.25).map { x -> String in
        var z = Complex(0), n = 0
        let c = Complex(x, y)
        while n < 30 && z.squared < 4 { z = z * z + c; n += 1 }
        return n == 30 ? "*" : n > 5 ? "+" : "."
    }.joined())
}
let signal = [1.0, 0, -1, 0]
for k in 0..<4 {
    var s = Complex(0)
    for (n, x) in signal.enumerated() { let a = -2 * Double.pi * Double(k * n) / 4; s += Complex(cos(a), sin(a)) * Complex(x) }
    print(k, (s.modulus * 1000).rounded() / 1000)
}
