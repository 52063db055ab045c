func unsigned(_ n: Int) -> UInt { UInt(n) }  // stops: Negative value is not representable
print(unsigned(-1))
