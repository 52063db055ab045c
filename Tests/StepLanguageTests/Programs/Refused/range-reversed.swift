func upTo(_ n: Int) -> Int { (0..<n).reduce(0, +) }  // stops: Range requires lowerBound <= upperBound
print(upTo(-1))
