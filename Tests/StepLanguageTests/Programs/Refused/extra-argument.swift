func one(_ x: Int) {}
one(1, 2)  // error: extra argument in call
