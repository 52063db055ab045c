func step(_ n: Int) { for i in stride(from: 0, to: 3, by: n) { print(i) } }  // stops: Stride size must not be zero
step(0)
