func negate(_ a: Int) -> Int { -a }  // stops: arithmetic overflow
print(negate(Int.min))
