let x = 5
print(x(2))  // error: cannot call value of non-function type 'Int'
