let count = 3
let price = 2.5
let total = count * price  // error: binary operator '*' cannot be applied to operands of type 'Int' and 'Double'
print(total)
