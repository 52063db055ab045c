func divide(_ a: Int, _ b: Int) -> Int { a / b }  // stops: Division by zero
print(divide(1, 0))
