print("a"  // error: expected ',' separator
print("b")
