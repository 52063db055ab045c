// Float arithmetic, mixed conversions, generics with Float.
let a: Float = 0.1, b: Float = 0.2
print(a + b, a * b, a / b, a - b, Double(a), Double(a) + Double(b))
print(Float(1) / 3, Float(2).squareRoot(), Float(16777217), Float(1e-45), Float.ulpOfOne, Float.greatestFiniteMagnitude)
let values: [Float] = [1.5, 2.25, -3]
print(values, values.reduce(0, +), values.map { $0 * $0 }, values.min()!, values.max()!, values.sorted())
var total: Float = 0
for i in 1...10 { total += Float(i) * 0.1 }
print(total, total == 5.5, Int(total), total.rounded(), total.rounded(.down))
func average<T: BinaryFloatingPoint>(_ v: [T]) -> T { v.isEmpty ? 0 : v.reduce(0, +) / T(v.count) }
print(average(values), average([1.0, 2.0]))
print(Float("0.1")! == 0.1, Float(0.1) == Float(Double(0.1)), Double(Float(0.1)) == 0.1, Float.pi, -Float.zero, Float.nan.isNaN)
print(stride(from: Float(0), to: 1, by: 0.25).map { $0 }, max(a, b), abs(-a), Float(Int.max))
