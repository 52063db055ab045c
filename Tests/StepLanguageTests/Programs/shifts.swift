// Shifts by more than the width, by negative amounts, of signed and unsigned numbers.
print(1 << 3, 1 << 63, 1 << 64, 1 << 100)
print(-1 >> 1, -1 >> 64, -8 >> 1, -8 >> 100)
print(1 << -1, 16 << -2, 16 >> -2)
let byte: UInt8 = 0b1010_1010
print(byte << 1, byte >> 1, byte << 8, byte >> 9)
let small: Int8 = -128
print(small >> 3, small << 1, small >> 7)
print(byte &<< 9, byte &>> 9)
var flags = 0
flags |= 1 << 2
flags |= 1 << 5
flags ^= 1 << 2
print(flags, flags & (1 << 5) != 0, ~flags)
flags <<= 2
flags >>= 1
print(flags)
print(0xF0F0.nonzeroBitCount, (1 << 10).trailingZeroBitCount, 1.leadingZeroBitCount, UInt8(7).leadingZeroBitCount)
print((byte as UInt8).byteSwapped, UInt16(0x1234).byteSwapped)
print(~0, ~UInt8(0), 6 & 3, 6 | 3, 6 ^ 3)
