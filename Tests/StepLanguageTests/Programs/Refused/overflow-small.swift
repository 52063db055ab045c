func add(_ a: UInt8, _ b: UInt8) -> UInt8 { a + b }  // stops: arithmetic overflow
print(add(200, 100))
