// Conversions between integer types.
let a: Int8 = -5
print(Int(a), UInt8(bitPattern: a), UInt8(truncatingIfNeeded: a), Int16(a))
print(UInt8(clamping: 300), UInt8(clamping: -3), Int8(clamping: 200))
print(Int8(exactly: 200) as Any, Int8(exactly: 100) as Any, Int(exactly: 2.5) as Any, Int(exactly: 3.0) as Any)
print(UInt32(truncatingIfNeeded: -1), Int64(UInt32.max))
let wide: UInt64 = 18_446_744_073_709_551_615
print(wide, Int(truncatingIfNeeded: wide), Double(wide))
print(UInt8(3) + 4, UInt16(500) * 100)
let mixed = Int(UInt8(200)) + Int(Int8(-100))
print(mixed)
print(UInt8(65) < Int(66), Int8(-1) == Int(-1), UInt(5) > Int(-1))
print([UInt8(1), 2, 3], Int("42")! + 1, Int("4x") as Any, Int("-17")!, Int("+8")!, UInt8("256") as Any)
print(Int("ff", radix: 16)!, Int("1011", radix: 2)!, String(255, radix: 16), String(255, radix: 2), String(-31, radix: 16, uppercase: true))
print(Int(3.99), Int(-3.99), UInt8(255.9), Int(Float(2.5)))
