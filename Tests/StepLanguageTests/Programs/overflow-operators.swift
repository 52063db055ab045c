// The wrapping operators and the reporting ones.
let top = Int.max
print(top &+ 1 == Int.min, Int.min &- 1 == Int.max, top &* 2)
let byte: UInt8 = 250
print(byte &+ 10, byte &- 251, byte &* 3)
print(byte.addingReportingOverflow(10))
print(Int8(100).multipliedReportingOverflow(by: 2))
print(Int.max.subtractingReportingOverflow(-1).overflow)
let zero = 0
print(5.dividedReportingOverflow(by: zero), 17.dividedReportingOverflow(by: 5))
var hash: UInt32 = 2_166_136_261
for value: UInt32 in [104, 101, 108, 108, 111] {
    hash = (hash ^ value) &* 16_777_619
}
print(hash)
print(UInt8.max, UInt8.min, Int8.min, Int16.max, Int32.min, UInt64.max, Int.bitWidth, UInt16.bitWidth)
