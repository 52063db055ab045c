enum Failure: Error { case bad(Int) }
func risky() throws -> Int { throw Failure.bad(3) }
print(try risky())  // stops: Error raised at top level: main.Failure.bad(3)
