func whole(_ x: Double) -> Int { Int(x) }  // stops: Double value cannot be converted to Int because it is either infinite or NaN
print(whole(0.0 / 0.0))
