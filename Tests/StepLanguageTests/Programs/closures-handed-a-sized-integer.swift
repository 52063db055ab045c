var m: UInt64 = 0
print([1, 5].reduce(UInt64(0)) { $0 | (1 << $1) })
