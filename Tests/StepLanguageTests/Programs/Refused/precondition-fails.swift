func root(_ x: Double) -> Double {
    precondition(x >= 0, "no root of a negative number")  // stops: no root of a negative number
    return x.squareRoot()
}
print(root(-1))
