func f(_ x: Int?) {
    guard let x else { print("none") }  // error: 'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope
    print(x)
}
f(1)
