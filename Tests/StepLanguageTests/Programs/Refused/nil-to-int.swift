var n = 1
n = nil  // error: 'nil' cannot be assigned to type 'Int'
print(n)
