func n() -> Int { 0 }
print(Int.random(in: 0..<n()))  // stops: Can't get random value with an empty range
