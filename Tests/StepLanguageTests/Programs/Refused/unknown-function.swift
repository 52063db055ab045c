let x = sqroot(2.0)  // error: cannot find 'sqroot' in scope
print(x)
