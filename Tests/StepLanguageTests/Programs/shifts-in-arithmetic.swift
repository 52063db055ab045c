let d = 3
let w: UInt32 = (1 << d) - 1
print(w, (1 << d) - 1, 1 << d | 1 << 0, 5 & (1 << 2))
let x: Double = Double((1 << d) - 1)
print(x)
func m(_ n: Int) -> UInt16 { n > 15 ? ~0 : (1 << n) - 1 }
print(m(3), m(20))
