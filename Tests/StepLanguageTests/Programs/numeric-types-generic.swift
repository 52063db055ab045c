// Generic code over the numeric protocols.
func mean<T: BinaryFloatingPoint>(_ v: [T]) -> T { v.reduce(0, +) / T(v.count) }
print(mean([1.0, 2.0, 4.0]), mean([Float(1), 2]))
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
print(gcd(84, 36), gcd(UInt8(100), 75), gcd(Int64(17), 5))
func power<T: Numeric>(_ x: T, _ n: Int) -> T { n == 0 ? 1 : x * power(x, n - 1) }
print(power(2, 10), power(1.5, 3), power(Float(0.5), 2))
func dot<T: Numeric>(_ a: [T], _ b: [T]) -> T { zip(a, b).map(*).reduce(0, +) }
print(dot([1, 2, 3], [4, 5, 6]), dot([0.5], [4]))
extension BinaryInteger { var isEven: Bool { self % 2 == 0 }; func digits() -> Int { var n = self, c = 0; repeat { n /= 10; c += 1 } while n != 0; return c } }
print(4.isEven, UInt8(7).isEven, 12345.digits(), 0.digits())
extension Comparable { func clamped(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }
print(15.clamped(to: 0...10), 2.5.clamped(to: 3...4), "z".clamped(to: "a"..."m"))
struct Complex: AdditiveArithmetic { var re, im: Double
    static let zero = Complex(re: 0, im: 0)
    static func + (a: Self, b: Self) -> Self { Complex(re: a.re + b.re, im: a.im + b.im) }
    static func - (a: Self, b: Self) -> Self { Complex(re: a.re - b.re, im: a.im - b.im) }
}
func total<T: AdditiveArithmetic>(_ v: [T]) -> T { v.reduce(.zero, +) }
print(total([Complex(re: 1, im: 2), Complex(re: 3, im: -1)]), total([1, 2]), total([0.25]))
var z = Complex(re: 1, im: 1)
z += Complex(re: 2, im: 0)
print(z, z == Complex(re: 3, im: 1))
print(Int.zero, Double.zero, 7.magnitude, 5.advanced(by: 3), 2.distance(to: 9), (1.5).advanced(by: 0.5))
func isPrime<T: BinaryInteger>(_ n: T) -> Bool { if n < 2 { return false }; var i: T = 2; while i * i <= n { if n % i == 0 { return false }; i += 1 }; return true }
print((1...20).filter(isPrime), isPrime(UInt16(251)))
