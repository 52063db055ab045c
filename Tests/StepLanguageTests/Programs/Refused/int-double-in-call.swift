let n = 3
print(n + 0.5 * Double(n))  // error: binary operator '+' cannot be applied to operands of type 'Int' and 'Double'
