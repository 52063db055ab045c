// Scientific text, thousands by hand, rounding to places, percentages, bases.
import Foundation
func grouped(_ n: Int) -> String { var s = String(n.magnitude), out = ""; while s.count > 3 { out = "," + s.suffix(3) + out; s = String(s.dropLast(3)) }; return (n < 0 ? "-" : "") + s + out }
print([0, 999, 1000, -1234567].map(grouped))
func places(_ x: Double, _ n: Int) -> Double { let p = pow(10.0, Double(n)); return (x * p).rounded() / p }
print(places(3.14159, 2), places(-2.5, 0), places(1234.5678, 3), places(0.125, 2))
print(String(format: "%.3e", 123456.0), String(format: "%10.2f|", 3.14159), String(format: "%-10.1f|", 2.0), String(format: "%+d", 5))
print(String(format: "%05.1f", 3.14159), String(format: "%3d%%", 50), String(format: "%x", 48879), String(format: "%08X", 3735928))
for (name, x) in [("pi", Double.pi), ("e", M_E), ("phi", (1 + sqrt(5)) / 2)] { print(name.padding(toLength: 5, withPad: ".", startingAt: 0), String(format: "%8.5f", x)) }
print([0.5, 0.123, 1].map { String(format: "%.1f%%", $0 * 100) }, String(format: "%@-%d-%.1f", "a", 1, 2.0))
print([1, 10, 100].map { String(format: "%4d", $0) }.joined(), Double(String(format: "%.2f", 2.0 / 3))!)
