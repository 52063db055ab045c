// Reading and writing numbers in text.
print(["12", "-7", "3.5", "1e3", "0x1F", "", " 4", "+5", "1_000", "99999999999999999999"].map { Int($0) })
print(["12", "-7.25", "1e3", ".5", "5.", "abc", "nan", "infinity"].map { Double($0) })
print(Int("z", radix: 36)!, Int("-ff", radix: 16)!, String(1295, radix: 36), String(-255, radix: 2), String(48879, radix: 16, uppercase: true))
print(UInt8("300") as Any, Int8("-128")!, Bool("true")!, Bool("yes") as Any, Float("2.5")!)
print(Double("0.1")! + Double("0.2")!, Int(Double("7.9")!), Double(Int("8")!))
print("\(1.0)", "\(1e6)", "\(123456789.0)", "\(0.1 + 0.7)", "\(1.0 / 3)", String(2.50), (2.0).description)
let padded = [1, 22, 333].map { n -> String in let s = String(n); return String(repeating: "0", count: 4 - s.count) + s }
print(padded, String(7).count, Int(String("321".reversed()))!)
let sum = "3, 4,5".split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }.reduce(0, +)
print(sum)
