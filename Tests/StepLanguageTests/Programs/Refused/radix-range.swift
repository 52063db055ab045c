func n() -> Int { 40 }
print(String(10, radix: n()))  // stops: Radix must be between 2 and 36
