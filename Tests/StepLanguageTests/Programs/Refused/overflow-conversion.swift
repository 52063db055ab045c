func small(_ n: Int) -> Int8 { Int8(n) }  // stops: Not enough bits to represent the passed value
print(small(200))
