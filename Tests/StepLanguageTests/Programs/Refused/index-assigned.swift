var a = [1]
func at(_ i: Int) -> Int { i }
a[at(1)] = 5  // stops: Index out of range
