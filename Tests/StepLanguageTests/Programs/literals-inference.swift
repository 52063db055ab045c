// Literals take their type from context, through operators and collections.
let x = 3.0
let y = 1 / 2 * x
let z = 1 / 2
print(y, z)
let mixed = [1, 2.5, 3]
print(mixed, type(of: mixed))
let ratio: Double = 7 / 2
print(ratio, 7 / 2)
let nested = [[1, 2], [3.5]]
print(nested)
let tuple: (Int, Double) = (1, 1)
print(tuple)
let f: Float = 0.1 + 0.2
print(f, 0.1 + 0.2)
let dictionary: [String: Double] = ["a": 1]
print(dictionary["a"]!, dictionary["b"] as Any)
func half(_ v: Double) -> Double { v / 2 }
print(half(5), half(1 + 2))
let average = (1 + 2 + 4) / 3.0
print(average)
var total: Float = 0
total += 1 / 3
print(total)
let choice = true ? 1 : 2.5
print(choice)
let maybe: Double? = 4
print(maybe!)
print(-7 / 2, -7.0 / 2)
let big = 1_000_000 * 3
print(big, 0xFF, 0b1011, 0o17, 1e3, 2.5e-3, 0x1p4)
