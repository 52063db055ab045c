let a = [1, 2, 3]
func n() -> Int { 5 }
print(a[1..<n()])  // stops: Array index is out of range
