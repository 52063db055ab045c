var x = Int.max - 1
for _ in 0..<3 {
    x += 1  // stops: arithmetic overflow
}
print(x)
