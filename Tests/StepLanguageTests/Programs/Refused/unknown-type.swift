let x: Integer = 1  // error: cannot find type 'Integer' in scope
print(x)
