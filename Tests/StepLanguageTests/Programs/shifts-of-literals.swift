func candidates() -> UInt16 { 6 }
let d = 2
print(candidates() & (1 << d) != 0)
let m: UInt16 = 5
print(m & (1 << d) != 0, m & 1 << d)
for d in 1...3 where m & (1 << d) != 0 { print(d) }
extension FixedWidthInteger {
    func bit(_ i: Int) -> Bool { self & (1 << i) != 0 }
    mutating func set(_ i: Int) { self |= 1 << i }
    mutating func unset(_ i: Int) { self &= ~(1 << i) }
}
var k: UInt8 = 0
k.set(3); k.set(1); k.unset(3)
print(k, k.bit(1))
