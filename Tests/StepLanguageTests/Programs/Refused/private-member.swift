struct Safe { private var code = 1 }
print(Safe().code)  // error: 'code' is inaccessible due to 'private' protection level
