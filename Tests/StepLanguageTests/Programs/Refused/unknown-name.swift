let total = 1
print(totl)  // error: cannot find 'totl' in scope
