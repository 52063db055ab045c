let x = 1 / 0  // error: division by zero
print(x)
