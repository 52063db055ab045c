// Comparisons with not-a-number, infinities and signed zeros.
let nan = Double.nan
print(nan == nan, nan != nan, nan < 1, nan > 1, nan.isNaN)
print(0.0 == -0.0, (-0.0).sign, (1.0).sign == .plus)
print(1.0 / 0.0, -1.0 / 0.0, (0.0 / 0.0).isNaN)
print(Double.infinity.isInfinite, (1.0).isFinite, nan.isFinite, (0.0).isZero)
print(Double.maximum(1, nan), Double.minimum(3, 2))
print([3.0, 1.0, 2.0].max()!, [3.0, 1.0, 2.0].min()!)
print(max(1.5, 2.5), min(-0.5, 0.5))
print((2.0).squareRoot(), (-1.0).squareRoot().isNaN, (2.0).addingProduct(3, 4))
print(Double.leastNonzeroMagnitude / 2, Double.greatestFiniteMagnitude * 2)
print(Float(1e40), Double(Float.greatestFiniteMagnitude) > 3e38)
print(0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9, Float(0.1) + Float(0.2) == Float(0.3))
