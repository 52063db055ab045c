// String(format:) with the usual conversions.
import Foundation
print(String(format: "%d %5d|%-5d|%05d %+d", 42, 42, 42, 42, 42))
print(String(format: "%.2f %8.3f|%-8.1f|%08.2f %+.1f", 3.14159, 2.71828, 1.25, -3.5, 2.0))
print(String(format: "%e %.3e %g %g %g", 12345.678, 0.00012, 0.0001, 1e10, 100.0))
print(String(format: "%x %X %o %c %%", 255, 255, 8, 65))
print(String(format: "%@ and %@", "one", "two"))
print(String(format: "%5.1f%%", 45.678))
print(String(format: "%3d: %6.2f", 7, 19.5))
let rows = [("alpha", 1.5), ("beta", 22.25)]
for (name, value) in rows {
    print(name.padding(toLength: 8, withPad: " ", startingAt: 0) + String(format: "%7.2f", value))
}
print(String(format: "%02d:%02d", 5, 9), String(format: "%ld", 1 << 40), String(format: "%lld", -5))
print(String(format: "%.0f %.0f %.0f", 0.5, 1.5, 2.5))
