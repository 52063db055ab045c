func sign(_ x: Int) -> String {
    if x > 0 { return "plus" }
}  // error: missing return in global function expected to return 'String'
print(sign(1))
