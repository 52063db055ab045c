func f() {
    print("x")

f()  // error: expected '}' at end of brace statement