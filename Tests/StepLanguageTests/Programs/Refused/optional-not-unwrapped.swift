let x: Int? = 1
let y = x + 1  // error: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
print(y)
