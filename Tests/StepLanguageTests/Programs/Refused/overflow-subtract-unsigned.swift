var u: UInt = 0
for _ in 0..<1 { u -= 1 }  // stops: arithmetic overflow
print(u)
