func rest(_ a: Int, _ b: Int) -> Int { a % b }  // stops: Division by zero in remainder operation
print(rest(1, 0))
