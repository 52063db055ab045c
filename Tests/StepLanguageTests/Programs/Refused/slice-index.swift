let s = [10, 20, 30, 40][2...]
func zero() -> Int { 0 }
print(s[zero()])  // stops: Index out of bounds
