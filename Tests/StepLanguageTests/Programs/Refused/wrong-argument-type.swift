func square(_ x: Int) -> Int { x * x }
print(square("2"))  // error: cannot convert value of type 'String' to expected argument type 'Int'
