func upTo(_ n: Int) -> Int { var s = 0; for i in 1...n { s += i }; return s }  // stops: Range requires lowerBound <= upperBound
print(upTo(-3))
