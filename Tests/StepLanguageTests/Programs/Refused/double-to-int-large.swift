func whole(_ x: Double) -> Int { Int(x) }  // stops: Double value cannot be converted to Int because the result would be greater than Int.max
print(whole(1e30))
