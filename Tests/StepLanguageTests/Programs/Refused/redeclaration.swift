let x = 1
let x = 2  // error: invalid redeclaration of 'x'
print(x)
