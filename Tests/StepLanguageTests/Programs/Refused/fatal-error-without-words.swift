func positive(_ x: Int) -> Int {
    if x > 0 { return x }
    fatalError() // stops: Fatal error
}
print(positive(0))
