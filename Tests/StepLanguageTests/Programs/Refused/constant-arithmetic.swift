func f() -> Int {
    let a: Int8 = 100
    let b = a + 100  // error: arithmetic operation '100 + 100' (on type 'Int8') results in an overflow
    let zero = 0
    let q = 10 / zero  // error: division by zero
    let r = 10 % 0  // error: division by zero
    let u: UInt8 = 3 - 5  // error: arithmetic operation '3 - 5' (on type 'UInt8') results in an overflow
    let w = Int.max * 2  // error: arithmetic operation '9223372036854775807 * 2' (on type 'Int') results in an overflow
    return Int(b) + q + r + Int(u) + w
}
print(f())
