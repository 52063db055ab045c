var name = "Ada"
name = 5  // error: cannot assign value of type 'Int' to type 'String'
print(name)
