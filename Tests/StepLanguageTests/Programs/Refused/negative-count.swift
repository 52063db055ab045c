func zeros(_ n: Int) -> [Int] { [Int](repeating: 0, count: n) }  // stops: Can't construct Array with count < 0
print(zeros(-1))
