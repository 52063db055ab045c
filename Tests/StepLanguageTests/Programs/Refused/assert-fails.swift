let n = [1].count
assert(n == 2, "expected two")  // stops: expected two
