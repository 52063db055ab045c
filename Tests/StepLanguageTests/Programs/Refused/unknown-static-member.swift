let x = Double.e  // error: type 'Double' has no member 'e'
print(x)
