let age: Int = "36"  // error: cannot convert value of type 'String' to specified type 'Int'
print(age)
