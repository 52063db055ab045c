func f(_ x: Int) -> Int {
    x = 3  // error: cannot assign to value: 'x' is a 'let' constant
    return x
}
print(f(1))
