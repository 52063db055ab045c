let n = 5
print("n is " + n)  // error: binary operator '+' cannot be applied to operands of type 'String' and 'Int'
