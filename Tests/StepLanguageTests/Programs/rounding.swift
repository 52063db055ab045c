// Every rule of rounding, and the Foundation functions beside them.
import Foundation
let values = [2.5, -2.5, 3.5, 2.4, -2.6, 0.5, -0.5, 1e300]
for v in values {
    print(v, v.rounded(), v.rounded(.toNearestOrEven), v.rounded(.up), v.rounded(.down), v.rounded(.towardZero), v.rounded(.awayFromZero))
}
print(floor(-1.5), ceil(-1.5), round(-1.5), trunc(-1.5), round(2.5), rint(2.5))
var x = 7.65
x.round()
print(x)
x = 7.65
x.round(.down)
print(x)
print((3.14159 * 100).rounded() / 100, (2.675 * 100).rounded() / 100)
print(Int((2.5).rounded()), Int((0.1 + 0.2) * 10))
print((1.0).nextUp, (1.0).ulp, (5.0).exponent, (5.0).significand)
