// runs: only here
func f(_ n: Int) -> Int {
    return f(n + 1) + 1  // stops: too many calls inside one another
}
print(f(0))
